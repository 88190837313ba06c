/**
 * First pass of the symbol table: walks the tree, opens a scope for each block and notes how each name occurs.
 *
 * A function's defaults, decorators and annotations belong to the scope around it; so does the first iterable of a
 * comprehension. As `symtable_visit_stmt` and its kin in `Python/symtable.c`.
 */
import type {
  Alias,
  Arg,
  Arguments,
  AsyncFunctionDef,
  ClassDef,
  Comprehension,
  Expr,
  FunctionDef,
  Lambda,
  NamedExpr,
  Pattern,
  Position,
  Stmt,
  TypeParam,
} from '../../syntax/ast.ts'
import type { Reporter } from '../report.ts'
import type { BlockKey } from '../symtable.ts'
import {
  type BlockType,
  type ComprehensionKind,
  DEF_ANNOT,
  DEF_COMP_ITER,
  DEF_GLOBAL,
  DEF_IMPORT,
  DEF_LOCAL,
  DEF_NONLOCAL,
  DEF_PARAM,
  DEF_TYPE_PARAM,
  Scope,
  USE,
} from './scope.ts'

const comprehensionNames: Record<ComprehensionKind, string> = {
  ListComp: '<listcomp>',
  SetComp: '<setcomp>',
  DictComp: '<dictcomp>',
  GeneratorExp: '<genexpr>',
}

/** Where an assignment expression inside a comprehension may not bind. */
const namedExprRefusals: Partial<Record<BlockType, string>> = {
  class: 'assignment expression within a comprehension cannot be used in a class body',
  'type parameters':
    'assignment expression within a comprehension cannot be used within the definition of a generic',
  'type alias': 'assignment expression within a comprehension cannot be used in a type alias',
  'type variable': 'assignment expression within a comprehension cannot be used in a TypeVar bound',
}

export class Builder {
  readonly module: Scope
  readonly blocks = new Map<BlockKey, Scope>()
  /** Second blocks of one node: the defaults of type parameters. */
  readonly defaults = new Map<TypeParam, Scope>()
  readonly #reporter: Reporter
  readonly #futureAnnotations: boolean
  readonly #stack: Scope[] = []
  #current: Scope
  /** The name of the class we are in. */
  #private: string | null = null
  /** What a type variable block is, for error messages: 'a TypeVar bound'. */
  readonly #scopeInfo = new Map<Scope, string>()

  constructor(key: BlockKey, reporter: Reporter, futureAnnotations: boolean) {
    this.#reporter = reporter
    this.#futureAnnotations = futureAnnotations
    this.module = new Scope('module', 'top', false, null)
    this.blocks.set(key, this.module)
    this.#current = this.module
    this.#stack.push(this.module)
  }

  // ---- Scopes ----

  #enter(type: BlockType, name: string, key: BlockKey | null): Scope {
    const outer = this.#current
    const mangledNames = type === 'class' ? null : outer.mangledNames
    return this.#push(new Scope(type, name, outer.nested || outer.isFunctionLike, mangledNames), key)
  }

  #push(scope: Scope, key: BlockKey | null): Scope {
    const outer = this.#current
    // Assignment expressions are refused in iterables of comprehensions, however deep.
    scope.compIterExpr = outer.compIterExpr
    // An annotation that becomes a string must not affect the table.
    if (scope.type !== 'annotation') outer.children.push(scope)
    if (key !== null) this.blocks.set(key, scope)
    this.#stack.push(scope)
    this.#current = scope
    return scope
  }

  #exit(): void {
    this.#stack.pop()
    this.#current = this.#stack[this.#stack.length - 1] ?? this.module
  }

  // ---- Names ----

  #lookup(name: string, scope = this.#current): number {
    return scope.symbol(scope.mangle(this.#private, name))
  }

  #define(name: string, flag: number, position: Position, scope = this.#current): void {
    if (flag & DEF_TYPE_PARAM) scope.mangledNames?.add(name)
    const mangled = scope.mangle(this.#private, name)
    let flags = scope.symbol(mangled)
    if (flag & DEF_PARAM && flags & DEF_PARAM) {
      throw this.#error(`duplicate argument '${name}' in function definition`, position)
    }
    if (flag & DEF_TYPE_PARAM && flags & DEF_TYPE_PARAM) {
      throw this.#error(`duplicate type parameter '${name}'`, position)
    }
    flags |= flag
    if (scope.compIterTarget) {
      if (flags & (DEF_GLOBAL | DEF_NONLOCAL)) {
        throw this.#error(
          `comprehension inner loop cannot rebind assignment expression target '${name}'`,
          position,
        )
      }
      flags |= DEF_COMP_ITER
    }
    scope.symbols.set(mangled, flags)
    if (flag & DEF_PARAM) scope.varnames.push(mangled)
    else if (flag & DEF_GLOBAL) {
      this.module.symbols.set(mangled, this.module.symbol(mangled) | flag)
    }
  }

  #error(msg: string, position: Position): Error {
    return this.#reporter.error(msg, position)
  }

  // ---- Statements ----

  statements(body: readonly Stmt[]): void {
    for (const stmt of body) this.#statement(stmt)
  }

  #statement(s: Stmt): void {
    switch (s.kind) {
      case 'FunctionDef':
      case 'AsyncFunctionDef':
        return this.#function(s, s.kind === 'AsyncFunctionDef')
      case 'ClassDef':
        return this.#class(s)
      case 'TypeAlias': {
        this.expression(s.name)
        const inClass = this.#current.type === 'class'
        const generic = s.type_params.length > 0
        if (generic) {
          this.#enterTypeParams(s.name.id, s.type_params, false, false, false, s)
          this.#typeParams(s.type_params)
        }
        this.#enter('type alias', s.name.id, s)
        this.#current.canSeeClassScope = inClass
        if (inClass) this.#define('__classdict__', USE, s.value)
        this.expression(s.value)
        this.#exit()
        if (generic) this.#exit()
        return
      }
      case 'Return':
        return this.#optional(s.value)
      case 'Delete':
        return this.expressions(s.targets)
      case 'Assign':
        this.expressions(s.targets)
        return this.expression(s.value)
      case 'AugAssign':
        this.expression(s.target)
        return this.expression(s.value)
      case 'AnnAssign': {
        const { target } = s
        if (target.kind === 'Name') {
          const flags = this.#lookup(target.id)
          if (flags & (DEF_GLOBAL | DEF_NONLOCAL) && this.#current !== this.module && s.simple === 1) {
            const declared = flags & DEF_GLOBAL ? 'global' : 'nonlocal'
            throw this.#error(`annotated name '${target.id}' can't be ${declared}`, s)
          }
          if (s.simple === 1) this.#define(target.id, DEF_ANNOT | DEF_LOCAL, target)
          else if (s.value !== null) this.#define(target.id, DEF_LOCAL, target)
        } else this.expression(target)
        this.#annotation(s.annotation)
        return this.#optional(s.value)
      }
      case 'For':
      case 'AsyncFor':
        this.expression(s.target)
        this.expression(s.iter)
        this.statements(s.body)
        return this.statements(s.orelse)
      case 'While':
      case 'If':
        this.expression(s.test)
        this.statements(s.body)
        return this.statements(s.orelse)
      case 'With':
      case 'AsyncWith':
        for (const item of s.items) {
          this.expression(item.context_expr)
          this.#optional(item.optional_vars)
        }
        return this.statements(s.body)
      case 'Match':
        this.expression(s.subject)
        for (const { pattern, guard, body } of s.cases) {
          this.#pattern(pattern)
          this.#optional(guard)
          this.statements(body)
        }
        return
      case 'Raise':
        this.#optional(s.exc)
        return this.#optional(s.cause)
      case 'Try':
      case 'TryStar':
        this.statements(s.body)
        this.statements(s.orelse)
        for (const handler of s.handlers) {
          this.#optional(handler.type)
          if (handler.name !== null) this.#define(handler.name, DEF_LOCAL, handler)
          this.statements(handler.body)
        }
        return this.statements(s.finalbody)
      case 'Assert':
        this.expression(s.test)
        return this.#optional(s.msg)
      case 'Import':
      case 'ImportFrom':
        for (const alias of s.names) this.#alias(alias)
        return
      case 'Global':
        return this.#declare(s.names, 'global', DEF_GLOBAL, s)
      case 'Nonlocal':
        return this.#declare(s.names, 'nonlocal', DEF_NONLOCAL, s)
      case 'Expr':
        return this.expression(s.value)
      case 'Pass':
      case 'Break':
      case 'Continue':
        return
    }
  }

  #declare(names: readonly string[], word: 'global' | 'nonlocal', flag: number, s: Position): void {
    for (const name of names) {
      const flags = this.#lookup(name)
      if (flags & (DEF_PARAM | DEF_LOCAL | USE | DEF_ANNOT)) {
        const msg =
          flags & DEF_PARAM
            ? `name '${name}' is parameter and ${word}`
            : flags & USE
              ? `name '${name}' is used prior to ${word} declaration`
              : flags & DEF_ANNOT
                ? `annotated name '${name}' can't be ${word}`
                : `name '${name}' is assigned to before ${word} declaration`
        throw this.#error(msg, s)
      }
      this.#define(name, flag, s)
      this.#record(name, s)
    }
  }

  #record(name: string, position: Position): void {
    this.#current.directives.push({ name: this.#current.mangle(this.#private, name), position })
  }

  #alias(alias: Alias): void {
    const name = alias.asname ?? alias.name
    if (name === '*') {
      if (this.#current.type !== 'module') throw this.#error('import * only allowed at module level', alias)
      return
    }
    this.#define(name.split('.', 1)[0] ?? name, DEF_IMPORT, alias)
  }

  // ---- Functions and classes ----

  #function(s: FunctionDef | AsyncFunctionDef, isAsync: boolean): void {
    const { args } = s
    this.#define(s.name, DEF_LOCAL, s)
    this.expressions(args.defaults)
    this.#optionals(args.kw_defaults)
    this.expressions(s.decorator_list)
    const generic = s.type_params.length > 0
    if (generic) {
      const kwdefaults = args.kw_defaults.some(value => value !== null)
      // CPython's parser always makes a list of defaults, so the parameter for it is always there.
      this.#enterTypeParams(s.name, s.type_params, false, true, kwdefaults, s)
      this.#typeParams(s.type_params)
    }
    this.#annotations(args, s.returns)
    this.#enter('function', s.name, s)
    if (isAsync) this.#current.coroutine = true
    this.#arguments(args)
    this.statements(s.body)
    this.#exit()
    if (generic) this.#exit()
  }

  #class(s: ClassDef): void {
    this.#define(s.name, DEF_LOCAL, s)
    this.expressions(s.decorator_list)
    const outerPrivate = this.#private
    const generic = s.type_params.length > 0
    if (generic) {
      this.#enterTypeParams(s.name, s.type_params, true, false, false, s)
      this.#private = s.name
      this.#typeParams(s.type_params)
    }
    this.expressions(s.bases)
    for (const keyword of s.keywords) this.expression(keyword.value)
    this.#enter('class', s.name, s)
    this.#private = s.name
    if (generic) {
      this.#define('__type_params__', DEF_LOCAL, s)
      this.#define('.type_params', USE, s)
    }
    this.statements(s.body)
    this.#exit()
    if (generic) this.#exit()
    this.#private = outerPrivate
  }

  #enterTypeParams(
    name: string,
    key: BlockKey,
    ofClass: boolean,
    defaults: boolean,
    kwdefaults: boolean,
    position: Position,
  ): void {
    const outer = this.#current
    const mangledNames = ofClass ? new Set<string>() : outer.mangledNames
    const scope = new Scope('type parameters', name, outer.nested || outer.isFunctionLike, mangledNames)
    this.#push(scope, key)
    if (outer.type === 'class') {
      scope.canSeeClassScope = true
      this.#define('__classdict__', USE, position)
    }
    if (ofClass) {
      // Set when the tuple of parameters has been made, used for the bases.
      this.#define('.type_params', DEF_LOCAL, position)
      this.#define('.type_params', USE, position)
      this.#define('.generic_base', DEF_LOCAL, position)
      this.#define('.generic_base', USE, position)
    }
    if (defaults) this.#define('.defaults', DEF_PARAM, position)
    if (kwdefaults) this.#define('.kwdefaults', DEF_PARAM, position)
  }

  #typeParams(params: readonly TypeParam[]): void {
    for (const param of params) {
      this.#define(param.name, DEF_TYPE_PARAM | DEF_LOCAL, param)
      if (param.kind === 'TypeVar' && param.bound !== null) {
        const info = param.bound.kind === 'Tuple' ? 'a TypeVar constraint' : 'a TypeVar bound'
        this.blocks.set(param, this.#typeVariable(param.name, param.bound, info))
      }
      if (param.default_value !== null) {
        const info = `a ${param.kind} default`
        this.defaults.set(param, this.#typeVariable(param.name, param.default_value, info))
      }
    }
  }

  #typeVariable(name: string, value: Expr, info: string): Scope {
    const inClass = this.#current.canSeeClassScope
    const scope = this.#enter('type variable', name, null)
    this.#scopeInfo.set(scope, info)
    scope.canSeeClassScope = inClass
    if (inClass) this.#define('__classdict__', USE, value)
    this.expression(value)
    this.#exit()
    return scope
  }

  #arguments(args: Arguments): void {
    for (const arg of args.posonlyargs) this.#define(arg.arg, DEF_PARAM, arg)
    for (const arg of args.args) this.#define(arg.arg, DEF_PARAM, arg)
    for (const arg of args.kwonlyargs) this.#define(arg.arg, DEF_PARAM, arg)
    if (args.vararg !== null) {
      this.#define(args.vararg.arg, DEF_PARAM, args.vararg)
      this.#current.varargs = true
    }
    if (args.kwarg !== null) {
      this.#define(args.kwarg.arg, DEF_PARAM, args.kwarg)
      this.#current.varkeywords = true
    }
  }

  #annotations(args: Arguments, returns: Expr | null): void {
    const visit = (arg: Arg | null): void => this.#optional(arg?.annotation ?? null)
    if (this.#futureAnnotations) this.#enter('annotation', '_annotation', null)
    args.posonlyargs.forEach(visit)
    args.args.forEach(visit)
    visit(args.vararg)
    visit(args.kwarg)
    args.kwonlyargs.forEach(visit)
    if (this.#futureAnnotations) this.#exit()
    if (returns !== null) this.#annotation(returns)
  }

  #annotation(annotation: Expr): void {
    if (this.#futureAnnotations) this.#enter('annotation', '_annotation', null)
    this.expression(annotation)
    if (this.#futureAnnotations) this.#exit()
  }

  // ---- Expressions ----

  expressions(exprs: readonly Expr[]): void {
    for (const expr of exprs) this.expression(expr)
  }

  #optional(expr: Expr | null): void {
    if (expr !== null) this.expression(expr)
  }

  #optionals(exprs: readonly (Expr | null)[]): void {
    for (const expr of exprs) this.#optional(expr)
  }

  expression(e: Expr): void {
    switch (e.kind) {
      case 'Name':
        this.#define(e.id, e.ctx === 'Load' ? USE : DEF_LOCAL, e)
        // `super` counts as a use of `__class__`.
        if (e.id === 'super' && e.ctx === 'Load' && this.#current.isFunctionLike) {
          this.#define('__class__', USE, e)
        }
        return
      case 'Constant':
        return
      case 'Attribute':
      case 'Starred':
        return this.expression(e.value)
      case 'Call':
        this.expression(e.func)
        this.expressions(e.args)
        for (const keyword of e.keywords) this.expression(keyword.value)
        return
      case 'Subscript':
        this.expression(e.value)
        return this.expression(e.slice)
      case 'BinOp':
        this.expression(e.left)
        return this.expression(e.right)
      case 'UnaryOp':
        return this.expression(e.operand)
      case 'BoolOp':
      case 'JoinedStr':
        return this.expressions(e.values)
      case 'Compare':
        this.expression(e.left)
        return this.expressions(e.comparators)
      case 'IfExp':
        this.expression(e.test)
        this.expression(e.body)
        return this.expression(e.orelse)
      case 'Dict':
        this.#optionals(e.keys)
        return this.expressions(e.values)
      case 'Tuple':
      case 'List':
      case 'Set':
        return this.expressions(e.elts)
      case 'FormattedValue':
        this.expression(e.value)
        return this.#optional(e.format_spec)
      case 'Slice':
        this.#optional(e.lower)
        this.#optional(e.upper)
        return this.#optional(e.step)
      case 'NamedExpr':
        return this.#namedExpr(e)
      case 'Lambda':
        return this.#lambda(e)
      case 'ListComp':
      case 'SetComp':
      case 'GeneratorExp':
        return this.#comprehension(e, e.kind, e.generators, e.elt, null)
      case 'DictComp':
        return this.#comprehension(e, e.kind, e.generators, e.key, e.value)
      case 'Yield':
        this.#refuseInAnnotation('yield expression', e)
        this.#optional(e.value)
        return this.#yields(e)
      case 'YieldFrom':
        this.#refuseInAnnotation('yield expression', e)
        this.expression(e.value)
        return this.#yields(e)
      case 'Await':
        this.#refuseInAnnotation('await expression', e)
        this.expression(e.value)
        this.#current.coroutine = true
        return
    }
  }

  #yields(e: Position): void {
    this.#current.generator = true
    const { comprehension } = this.#current
    if (comprehension === null) return
    const where = {
      ListComp: 'list comprehension',
      SetComp: 'set comprehension',
      DictComp: 'dict comprehension',
      GeneratorExp: 'generator expression',
    }[comprehension]
    throw this.#error(`'yield' inside ${where}`, e)
  }

  #lambda(e: Lambda): void {
    this.expressions(e.args.defaults)
    this.#optionals(e.args.kw_defaults)
    this.#enter('function', 'lambda', e)
    this.#arguments(e.args)
    this.expression(e.body)
    this.#exit()
  }

  #comprehension(
    e: Expr & BlockKey,
    kind: ComprehensionKind,
    generators: readonly Comprehension[],
    elt: Expr,
    value: Expr | null,
  ): void {
    const [outermost, ...rest] = generators
    if (outermost === undefined) throw new Error('a comprehension without generators')
    // The first iterable is evaluated outside and comes in as an argument.
    this.#current.compIterExpr += 1
    this.expression(outermost.iter)
    this.#current.compIterExpr -= 1

    const scope = this.#enter('function', comprehensionNames[kind], e)
    scope.comprehension = kind
    if (outermost.is_async) scope.coroutine = true
    this.#define('.0', DEF_PARAM, e)
    this.#target(outermost.target)
    this.expressions(outermost.ifs)
    for (const generator of rest) {
      this.#target(generator.target)
      scope.compIterExpr += 1
      this.expression(generator.iter)
      scope.compIterExpr -= 1
      this.expressions(generator.ifs)
      if (generator.is_async) scope.coroutine = true
    }
    if (value !== null) this.expression(value)
    this.expression(elt)
    scope.generator = kind === 'GeneratorExp'
    this.#exit()
    if (scope.coroutine && !scope.generator) this.#current.coroutine = true
  }

  #target(target: Expr): void {
    const scope = this.#current
    scope.compIterTarget = true
    this.expression(target)
    scope.compIterTarget = false
  }

  #namedExpr(e: NamedExpr): void {
    this.#refuseInAnnotation('named expression', e)
    if (this.#current.compIterExpr > 0) {
      throw this.#error('assignment expression cannot be used in a comprehension iterable expression', e)
    }
    if (this.#current.comprehension !== null) this.#bindOutsideComprehension(e.target.id, e.target)
    this.expression(e.value)
    this.expression(e.target)
  }

  /** In a comprehension, `name := value` binds in the innermost function or module around it. */
  #bindOutsideComprehension(name: string, position: Position): void {
    for (let at = this.#stack.length - 1; at >= 0; at--) {
      const scope = this.#stack[at] as Scope
      if (scope.comprehension !== null) {
        const flags = this.#lookup(name, scope)
        if (flags & DEF_COMP_ITER && flags & (DEF_LOCAL | DEF_GLOBAL)) {
          throw this.#error(
            `assignment expression cannot rebind comprehension iteration variable '${name}'`,
            position,
          )
        }
        continue
      }
      if (scope.type === 'function') {
        this.#define(name, this.#lookup(name, scope) & DEF_GLOBAL ? DEF_GLOBAL : DEF_NONLOCAL, position)
        this.#record(name, position)
        return this.#define(name, DEF_LOCAL, position, scope)
      }
      if (scope.type === 'module') {
        this.#define(name, DEF_GLOBAL, position)
        this.#record(name, position)
        return this.#define(name, DEF_GLOBAL, position, scope)
      }
      const refusal = namedExprRefusals[scope.type]
      if (refusal !== undefined) throw this.#error(refusal, position)
    }
  }

  #refuseInAnnotation(what: string, e: Position): void {
    const scope = this.#current
    let where: string
    if (scope.type === 'annotation') where = 'an annotation'
    else if (scope.type === 'type variable') where = this.#scopeInfo.get(scope) ?? 'a TypeVar bound'
    else if (scope.type === 'type alias') where = 'a type alias'
    else if (scope.type === 'type parameters') where = 'the definition of a generic'
    else return
    throw this.#error(`${what} cannot be used within ${where}`, e)
  }

  // ---- Patterns ----

  #pattern(p: Pattern): void {
    switch (p.kind) {
      case 'MatchValue':
        return this.expression(p.value)
      case 'MatchSingleton':
        return
      case 'MatchSequence':
      case 'MatchOr':
        for (const pattern of p.patterns) this.#pattern(pattern)
        return
      case 'MatchStar':
        if (p.name !== null) this.#define(p.name, DEF_LOCAL, p)
        return
      case 'MatchMapping':
        this.expressions(p.keys)
        for (const pattern of p.patterns) this.#pattern(pattern)
        if (p.rest !== null) this.#define(p.rest, DEF_LOCAL, p)
        return
      case 'MatchClass':
        this.expression(p.cls)
        for (const pattern of p.patterns) this.#pattern(pattern)
        for (const pattern of p.kwd_patterns) this.#pattern(pattern)
        return
      case 'MatchAs':
        if (p.pattern !== null) this.#pattern(p.pattern)
        if (p.name !== null) this.#define(p.name, DEF_LOCAL, p)
        return
    }
  }
}
