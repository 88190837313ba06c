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
import {
  type ComprehensionKind,
  DEF_ANNOT,
  DEF_GLOBAL,
  DEF_IMPORT,
  DEF_LOCAL,
  DEF_NONLOCAL,
  DEF_PARAM,
  DEF_TYPE_PARAM,
  Scope,
  USE,
} from './scope.ts'
import type { BlockKey, ScopeStack } from './scope-stack.ts'

const comprehensionNames: Record<ComprehensionKind, string> = {
  ListComp: '<listcomp>',
  SetComp: '<setcomp>',
  DictComp: '<dictcomp>',
  GeneratorExp: '<genexpr>',
}

export class Builder {
  readonly #scopes: ScopeStack
  readonly #futureAnnotations: boolean

  constructor(scopes: ScopeStack, futureAnnotations: boolean) {
    this.#scopes = scopes
    this.#futureAnnotations = futureAnnotations
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
        const inClass = this.#scopes.current.type === 'class'
        const generic = s.type_params.length > 0
        if (generic) {
          this.#enterTypeParams(s.name.id, s.type_params, false, false, false, s)
          this.#typeParams(s.type_params)
        }
        this.#scopes.enter('type alias', s.name.id, s)
        this.#scopes.current.canSeeClassScope = inClass
        if (inClass) this.#scopes.define('__classdict__', USE, s.value)
        this.expression(s.value)
        this.#scopes.exit()
        if (generic) this.#scopes.exit()
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
          const flags = this.#scopes.lookup(target.id)
          if (
            flags & (DEF_GLOBAL | DEF_NONLOCAL) &&
            this.#scopes.current !== this.#scopes.module &&
            s.simple === 1
          ) {
            const declared = flags & DEF_GLOBAL ? 'global' : 'nonlocal'
            throw this.#scopes.error(`annotated name '${target.id}' can't be ${declared}`, s)
          }
          if (s.simple === 1) this.#scopes.define(target.id, DEF_ANNOT | DEF_LOCAL, target)
          else if (s.value !== null) this.#scopes.define(target.id, DEF_LOCAL, target)
        } else this.expression(target)
        this.#annotation(s.annotation)
        return this.#optional(s.value)
      }
      case 'For':
      case 'AsyncFor':
        this.#marksModule(s.kind)
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
        this.#marksModule(s.kind)
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
        for (const handler of s.handlers) {
          this.#optional(handler.type)
          if (handler.name !== null) this.#scopes.define(handler.name, DEF_LOCAL, handler)
          this.statements(handler.body)
        }
        this.statements(s.orelse)
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
      const flags = this.#scopes.lookup(name)
      if (flags & (DEF_PARAM | DEF_LOCAL | USE | DEF_ANNOT)) {
        const msg =
          flags & DEF_PARAM
            ? `name '${name}' is parameter and ${word}`
            : flags & USE
              ? `name '${name}' is used prior to ${word} declaration`
              : flags & DEF_ANNOT
                ? `annotated name '${name}' can't be ${word}`
                : `name '${name}' is assigned to before ${word} declaration`
        throw this.#scopes.error(msg, s)
      }
      this.#scopes.define(name, flag, s)
      this.#scopes.record(name, s)
    }
  }

  #alias(alias: Alias): void {
    const name = alias.asname ?? alias.name
    if (name === '*') {
      if (this.#scopes.current.type !== 'module')
        throw this.#scopes.error('import * only allowed at module level', alias)
      return
    }
    this.#scopes.define(name.split('.', 1)[0] ?? name, DEF_IMPORT, alias)
  }

  // ---- Functions and classes ----

  #function(s: FunctionDef | AsyncFunctionDef, isAsync: boolean): void {
    const { args } = s
    this.#scopes.define(s.name, DEF_LOCAL, s)
    this.expressions(args.defaults)
    this.#optionals(args.kw_defaults)
    this.expressions(s.decorator_list)
    const generic = s.type_params.length > 0
    if (generic) {
      const kwdefaults = args.kw_defaults.some((value) => value !== null)
      // CPython's parser always makes a list of defaults, so the parameter for it is always there.
      this.#enterTypeParams(s.name, s.type_params, false, true, kwdefaults, s)
      this.#typeParams(s.type_params)
    }
    this.#annotations(args, s.returns)
    this.#scopes.enter('function', s.name, s)
    if (isAsync) this.#scopes.current.coroutine = true
    this.#arguments(args)
    this.statements(s.body)
    this.#scopes.exit()
    if (generic) this.#scopes.exit()
  }

  #class(s: ClassDef): void {
    this.#scopes.define(s.name, DEF_LOCAL, s)
    this.expressions(s.decorator_list)
    const outerPrivate = this.#scopes.privateName
    const generic = s.type_params.length > 0
    if (generic) {
      this.#enterTypeParams(s.name, s.type_params, true, false, false, s)
      this.#scopes.privateName = s.name
      this.#typeParams(s.type_params)
    }
    this.expressions(s.bases)
    for (const keyword of s.keywords) this.expression(keyword.value)
    this.#scopes.enter('class', s.name, s)
    this.#scopes.privateName = s.name
    if (generic) {
      this.#scopes.define('__type_params__', DEF_LOCAL, s)
      this.#scopes.define('.type_params', USE, s)
    }
    this.statements(s.body)
    this.#scopes.exit()
    if (generic) this.#scopes.exit()
    this.#scopes.privateName = outerPrivate
  }

  #enterTypeParams(
    name: string,
    key: BlockKey,
    ofClass: boolean,
    defaults: boolean,
    kwdefaults: boolean,
    position: Position,
  ): void {
    const outer = this.#scopes.current
    const mangledNames = ofClass ? new Set<string>() : outer.mangledNames
    const scope = new Scope('type parameters', name, outer.nested || outer.isFunctionLike, mangledNames)
    this.#scopes.push(scope, key)
    if (outer.type === 'class') {
      scope.canSeeClassScope = true
      this.#scopes.define('__classdict__', USE, position)
    }
    if (ofClass) {
      // Set when the tuple of parameters has been made, used for the bases.
      this.#scopes.define('.type_params', DEF_LOCAL, position)
      this.#scopes.define('.type_params', USE, position)
      this.#scopes.define('.generic_base', DEF_LOCAL, position)
      this.#scopes.define('.generic_base', USE, position)
    }
    if (defaults) this.#scopes.define('.defaults', DEF_PARAM, position)
    if (kwdefaults) this.#scopes.define('.kwdefaults', DEF_PARAM, position)
  }

  #typeParams(params: readonly TypeParam[]): void {
    for (const param of params) {
      this.#scopes.define(param.name, DEF_TYPE_PARAM | DEF_LOCAL, param)
      if (param.kind === 'TypeVar' && param.bound !== null) {
        const info = param.bound.kind === 'Tuple' ? 'a TypeVar constraint' : 'a TypeVar bound'
        this.#scopes.blocks.set(param, this.#typeVariable(param.name, param.bound, info))
      }
      if (param.default_value !== null) {
        const info = `a ${param.kind} default`
        this.#scopes.defaults.set(param, this.#typeVariable(param.name, param.default_value, info))
      }
    }
  }

  #typeVariable(name: string, value: Expr, info: string): Scope {
    const inClass = this.#scopes.current.canSeeClassScope
    const scope = this.#scopes.enter('type variable', name, null)
    this.#scopes.describe(scope, info)
    scope.canSeeClassScope = inClass
    if (inClass) this.#scopes.define('__classdict__', USE, value)
    this.expression(value)
    this.#scopes.exit()
    return scope
  }

  #arguments(args: Arguments): void {
    for (const arg of args.posonlyargs) this.#scopes.define(arg.arg, DEF_PARAM, arg)
    for (const arg of args.args) this.#scopes.define(arg.arg, DEF_PARAM, arg)
    for (const arg of args.kwonlyargs) this.#scopes.define(arg.arg, DEF_PARAM, arg)
    if (args.vararg !== null) {
      this.#scopes.define(args.vararg.arg, DEF_PARAM, args.vararg)
      this.#scopes.current.varargs = true
    }
    if (args.kwarg !== null) {
      this.#scopes.define(args.kwarg.arg, DEF_PARAM, args.kwarg)
      this.#scopes.current.varkeywords = true
    }
  }

  #annotations(args: Arguments, returns: Expr | null): void {
    const visit = (arg: Arg | null): void => this.#optional(arg?.annotation ?? null)
    if (this.#futureAnnotations) this.#scopes.enter('annotation', '_annotation', null)
    args.posonlyargs.forEach(visit)
    args.args.forEach(visit)
    visit(args.vararg)
    visit(args.kwarg)
    args.kwonlyargs.forEach(visit)
    if (this.#futureAnnotations) this.#scopes.exit()
    if (returns !== null) this.#annotation(returns)
  }

  #annotation(annotation: Expr): void {
    if (this.#futureAnnotations) this.#scopes.enter('annotation', '_annotation', null)
    this.expression(annotation)
    if (this.#futureAnnotations) this.#scopes.exit()
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
        this.#scopes.define(e.id, e.ctx === 'Load' ? USE : DEF_LOCAL, e)
        // `super` counts as a use of `__class__`.
        if (e.id === 'super' && e.ctx === 'Load' && this.#scopes.current.isFunctionLike) {
          this.#scopes.define('__class__', USE, e)
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
        this.#scopes.refuseInAnnotation('yield expression', e)
        this.#optional(e.value)
        return this.#yields(e)
      case 'YieldFrom':
        this.#scopes.refuseInAnnotation('yield expression', e)
        this.expression(e.value)
        return this.#yields(e)
      case 'Await':
        this.#scopes.refuseInAnnotation('await expression', e)
        this.expression(e.value)
        this.#scopes.current.coroutine = true
        return
    }
  }

  #yields(e: Position): void {
    this.#scopes.current.generator = true
    const { comprehension } = this.#scopes.current
    if (comprehension === null) return
    const where = {
      ListComp: 'list comprehension',
      SetComp: 'set comprehension',
      DictComp: 'dict comprehension',
      GeneratorExp: 'generator expression',
    }[comprehension]
    throw this.#scopes.error(`'yield' inside ${where}`, e)
  }

  #lambda(e: Lambda): void {
    this.expressions(e.args.defaults)
    this.#optionals(e.args.kw_defaults)
    this.#scopes.enter('function', 'lambda', e)
    this.#arguments(e.args)
    this.expression(e.body)
    this.#scopes.exit()
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
    this.#scopes.current.compIterExpr += 1
    this.expression(outermost.iter)
    this.#scopes.current.compIterExpr -= 1

    const scope = this.#scopes.enter('function', comprehensionNames[kind], e)
    scope.comprehension = kind
    if (outermost.is_async) scope.coroutine = true
    this.#scopes.define('.0', DEF_PARAM, e)
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
    this.#scopes.exit()
    if (scope.coroutine && !scope.generator) this.#scopes.current.coroutine = true
  }

  /** A module in which there is something asynchronous is a coroutine, where that is allowed at all. */
  #marksModule(kind: Stmt['kind']): void {
    if (kind.startsWith('Async') && this.#scopes.current.type === 'module')
      this.#scopes.current.coroutine = true
  }

  #target(target: Expr): void {
    const scope = this.#scopes.current
    scope.compIterTarget = true
    this.expression(target)
    scope.compIterTarget = false
  }

  #namedExpr(e: NamedExpr): void {
    this.#scopes.refuseInAnnotation('named expression', e)
    if (this.#scopes.current.compIterExpr > 0) {
      throw this.#scopes.error(
        'assignment expression cannot be used in a comprehension iterable expression',
        e,
      )
    }
    if (this.#scopes.current.comprehension !== null)
      this.#scopes.bindOutsideComprehension(e.target.id, e.target)
    this.expression(e.value)
    this.expression(e.target)
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
        if (p.name !== null) this.#scopes.define(p.name, DEF_LOCAL, p)
        return
      case 'MatchMapping':
        this.expressions(p.keys)
        for (const pattern of p.patterns) this.#pattern(pattern)
        if (p.rest !== null) this.#scopes.define(p.rest, DEF_LOCAL, p)
        return
      case 'MatchClass':
        this.expression(p.cls)
        for (const pattern of p.patterns) this.#pattern(pattern)
        for (const pattern of p.kwd_patterns) this.#pattern(pattern)
        return
      case 'MatchAs':
        if (p.pattern !== null) this.#pattern(p.pattern)
        if (p.name !== null) this.#scopes.define(p.name, DEF_LOCAL, p)
        return
    }
  }
}
