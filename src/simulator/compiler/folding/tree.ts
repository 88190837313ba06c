/**
 * The tree optimizer: computes what is constant before the symbol table and code generation see it.
 *
 * It changes the tree in place. Operators on constants, items of constants, tuples of constants and `__debug__`
 * become constants; lists and sets that are only iterated over or searched become tuples and frozensets; some `%`
 * formats become f-strings. As `Python/ast_opt.c`.
 */
import { CO_FUTURE_ANNOTATIONS } from '../../bytecode/code.ts'
import type {
  Arg,
  Arguments,
  BinOp,
  Compare,
  CompareOperator,
  Comprehension,
  Expr,
  JoinedStr,
  Keyword,
  Mod,
  Name,
  Pattern,
  Stmt,
  Tuple,
  TypeParam,
  UnaryOp,
} from '../../syntax/ast.ts'
import { constantNode, constantOf, FALSE, TRUE, tupleConstant } from '../constants.ts'
import { docstringOf } from '../docstring.ts'
import { foldBinary, foldUnary } from './arithmetic.ts'
import { frozensetConstant, itemOf } from './collections.ts'
import { foldFormat } from './format.ts'

/** Optimizes a module; `flags` are those of `__future__`, `optimize` is the level of `-O`. */
export function foldTree(tree: Mod, flags: number, optimize: number): void {
  const folder = new Folder((flags & CO_FUTURE_ANNOTATIONS) !== 0, optimize)
  if (tree.kind === 'Expression') tree.body = folder.expression(tree.body)
  else folder.body(tree.body)
}

const inverse: Partial<Record<CompareOperator, CompareOperator>> = {
  Is: 'IsNot',
  IsNot: 'Is',
  In: 'NotIn',
  NotIn: 'In',
}

class Folder {
  readonly #skipAnnotations: boolean
  readonly #optimize: number

  constructor(skipAnnotations: boolean, optimize: number) {
    this.#skipAnnotations = skipAnnotations
    this.#optimize = optimize
  }

  /** A body that may begin with a docstring. An expression that folds to a string must not become one. */
  body(body: Stmt[]): void {
    const hadDocstring = docstringOf(body) !== null
    this.#statements(body)
    const [first] = body
    if (hadDocstring || first?.kind !== 'Expr' || docstringOf(body) === null) return
    const { lineno, col_offset, end_lineno, end_col_offset } = first
    first.value = {
      kind: 'JoinedStr',
      values: [first.value],
      lineno,
      col_offset,
      end_lineno,
      end_col_offset,
    }
  }

  // ---- Statements ----

  #statements(body: readonly Stmt[]): void {
    for (const s of body) this.#statement(s)
  }

  #statement(s: Stmt): void {
    switch (s.kind) {
      case 'FunctionDef':
      case 'AsyncFunctionDef':
        this.#typeParams(s.type_params)
        this.#arguments(s.args)
        this.body(s.body)
        this.#list(s.decorator_list)
        if (!this.#skipAnnotations) s.returns = this.#optional(s.returns)
        return
      case 'ClassDef':
        this.#typeParams(s.type_params)
        this.#list(s.bases)
        this.#keywords(s.keywords)
        this.body(s.body)
        return this.#list(s.decorator_list)
      case 'Return':
        s.value = this.#optional(s.value)
        return
      case 'Delete':
        return this.#list(s.targets)
      case 'Assign':
        this.#list(s.targets)
        s.value = this.expression(s.value)
        return
      case 'AugAssign':
        s.target = this.#target(s.target)
        s.value = this.expression(s.value)
        return
      case 'AnnAssign':
        s.target = this.#target(s.target)
        if (!this.#skipAnnotations) s.annotation = this.expression(s.annotation)
        s.value = this.#optional(s.value)
        return
      case 'TypeAlias':
        this.#typeParams(s.type_params)
        s.value = this.expression(s.value)
        return
      case 'For':
      case 'AsyncFor':
        s.target = this.expression(s.target)
        s.iter = this.expression(s.iter)
        this.#statements(s.body)
        this.#statements(s.orelse)
        if (s.kind === 'For') s.iter = foldIterable(s.iter)
        return
      case 'While':
      case 'If':
        s.test = this.expression(s.test)
        this.#statements(s.body)
        return this.#statements(s.orelse)
      case 'With':
      case 'AsyncWith':
        for (const item of s.items) {
          item.context_expr = this.expression(item.context_expr)
          item.optional_vars = this.#optional(item.optional_vars)
        }
        return this.#statements(s.body)
      case 'Match':
        s.subject = this.expression(s.subject)
        for (const matchCase of s.cases) {
          this.#pattern(matchCase.pattern)
          matchCase.guard = this.#optional(matchCase.guard)
          this.#statements(matchCase.body)
        }
        return
      case 'Raise':
        s.exc = this.#optional(s.exc)
        s.cause = this.#optional(s.cause)
        return
      case 'Try':
      case 'TryStar':
        this.#statements(s.body)
        for (const handler of s.handlers) {
          handler.type = this.#optional(handler.type)
          this.#statements(handler.body)
        }
        this.#statements(s.orelse)
        return this.#statements(s.finalbody)
      case 'Assert':
        s.test = this.expression(s.test)
        s.msg = this.#optional(s.msg)
        return
      case 'Expr':
        s.value = this.expression(s.value)
        return
      case 'Import':
      case 'ImportFrom':
      case 'Global':
      case 'Nonlocal':
      case 'Pass':
      case 'Break':
      case 'Continue':
        return
    }
  }

  #arguments(args: Arguments): void {
    for (const arg of args.posonlyargs) this.#arg(arg)
    for (const arg of args.args) this.#arg(arg)
    if (args.vararg !== null) this.#arg(args.vararg)
    for (const arg of args.kwonlyargs) this.#arg(arg)
    args.kw_defaults.forEach((value, i) => {
      args.kw_defaults[i] = this.#optional(value)
    })
    if (args.kwarg !== null) this.#arg(args.kwarg)
    this.#list(args.defaults)
  }

  #arg(arg: Arg): void {
    if (!this.#skipAnnotations) arg.annotation = this.#optional(arg.annotation)
  }

  #typeParams(params: readonly TypeParam[]): void {
    for (const param of params) {
      if (param.kind === 'TypeVar') param.bound = this.#optional(param.bound)
      param.default_value = this.#optional(param.default_value)
    }
  }

  #pattern(p: Pattern): void {
    switch (p.kind) {
      case 'MatchValue':
        p.value = this.expression(p.value)
        return
      case 'MatchSequence':
      case 'MatchOr':
        for (const pattern of p.patterns) this.#pattern(pattern)
        return
      case 'MatchMapping':
        this.#list(p.keys)
        for (const pattern of p.patterns) this.#pattern(pattern)
        return
      case 'MatchClass':
        p.cls = this.expression(p.cls)
        for (const pattern of p.patterns) this.#pattern(pattern)
        for (const pattern of p.kwd_patterns) this.#pattern(pattern)
        return
      case 'MatchAs':
        if (p.pattern !== null) this.#pattern(p.pattern)
        return
      case 'MatchSingleton':
      case 'MatchStar':
        return
    }
  }

  // ---- Expressions ----

  #optional(e: Expr | null): Expr | null {
    return e === null ? null : this.expression(e)
  }

  #list(exprs: (Expr | null)[]): void {
    for (let i = 0; i < exprs.length; i++) {
      const e = exprs[i]
      if (e) exprs[i] = this.expression(e)
    }
  }

  #keywords(keywords: readonly Keyword[]): void {
    for (const keyword of keywords) keyword.value = this.expression(keyword.value)
  }

  #comprehensions(generators: readonly Comprehension[]): void {
    for (const generator of generators) {
      generator.target = this.expression(generator.target)
      generator.iter = this.expression(generator.iter)
      this.#list(generator.ifs)
      generator.iter = foldIterable(generator.iter)
    }
  }

  /** Targets of augmented and annotated assignments do not change their kind. */
  #target<T extends Expr>(target: T): T {
    return this.expression(target) as T
  }

  /** Optimizes an expression and gives what is to stand in its place. */
  expression(e: Expr): Expr {
    switch (e.kind) {
      case 'Name':
        return this.#name(e)
      case 'Constant':
        return e
      case 'Attribute':
      case 'Starred':
      case 'Await':
      case 'YieldFrom':
      case 'NamedExpr':
        e.value = this.expression(e.value)
        return e
      case 'Call':
        e.func = this.expression(e.func)
        this.#list(e.args)
        this.#keywords(e.keywords)
        return e
      case 'Subscript':
        e.value = this.expression(e.value)
        e.slice = this.expression(e.slice)
        if (e.ctx === 'Load' && e.value.kind === 'Constant' && e.slice.kind === 'Constant') {
          const item = itemOf(constantOf(e.value), constantOf(e.slice))
          if (item !== null) return constantNode(item, e)
        }
        return e
      case 'BinOp':
        e.left = this.expression(e.left)
        e.right = this.expression(e.right)
        return foldBinOp(e)
      case 'UnaryOp':
        e.operand = this.expression(e.operand)
        return foldUnaryOp(e)
      case 'BoolOp':
      case 'JoinedStr':
        this.#list(e.values)
        return e
      case 'Compare':
        e.left = this.expression(e.left)
        this.#list(e.comparators)
        foldContainment(e)
        return e
      case 'IfExp':
        e.test = this.expression(e.test)
        e.body = this.expression(e.body)
        e.orelse = this.expression(e.orelse)
        return e
      case 'Dict':
        this.#list(e.keys)
        this.#list(e.values)
        return e
      case 'Tuple':
        this.#list(e.elts)
        return e.ctx === 'Load' ? foldTuple(e) : e
      case 'List':
      case 'Set':
        this.#list(e.elts)
        return e
      case 'FormattedValue':
        e.value = this.expression(e.value)
        e.format_spec = this.#optional(e.format_spec) as JoinedStr | null
        return e
      case 'Slice':
        e.lower = this.#optional(e.lower)
        e.upper = this.#optional(e.upper)
        e.step = this.#optional(e.step)
        return e
      case 'Lambda':
        this.#arguments(e.args)
        e.body = this.expression(e.body)
        return e
      case 'ListComp':
      case 'SetComp':
      case 'GeneratorExp':
        e.elt = this.expression(e.elt)
        this.#comprehensions(e.generators)
        return e
      case 'DictComp':
        e.key = this.expression(e.key)
        e.value = this.expression(e.value)
        this.#comprehensions(e.generators)
        return e
      case 'Yield':
        e.value = this.#optional(e.value)
        return e
    }
  }

  #name(e: Name): Expr {
    if (e.id !== '__debug__' || e.ctx !== 'Load') return e
    return constantNode(this.#optimize === 0 ? TRUE : FALSE, e)
  }
}

function foldBinOp(e: BinOp): Expr {
  const { left, right } = e
  if (left.kind !== 'Constant') return e
  const value = constantOf(left)
  if (e.op === 'Mod' && right.kind === 'Tuple' && value.type === 'str' && !hasStarred(right.elts)) {
    return foldFormat(e, value.value, right.elts) ?? e
  }
  if (right.kind !== 'Constant') return e
  const result = foldBinary(e.op, value, constantOf(right))
  return result === null ? e : constantNode(result, e)
}

function foldUnaryOp(e: UnaryOp): Expr {
  const { operand } = e
  if (operand.kind === 'Constant') {
    const result = foldUnary(e.op, constantOf(operand))
    return result === null ? e : constantNode(result, e)
  }
  if (e.op === 'Not' && operand.kind === 'Compare' && operand.ops.length === 1) {
    // `not a in b` is `a not in b`; for `==` that need not hold.
    const opposite = inverse[operand.ops[0] as CompareOperator]
    if (opposite !== undefined) {
      operand.ops[0] = opposite
      return operand
    }
  }
  return e
}

function foldTuple(e: Tuple): Expr {
  return areConstant(e.elts)
    ? constantNode(tupleConstant(e.elts.map((elt) => constantOf(elt as never))), e)
    : e
}

const areConstant = (exprs: readonly Expr[]): boolean => exprs.every((e) => e.kind === 'Constant')
const hasStarred = (exprs: readonly Expr[]): boolean => exprs.some((e) => e.kind === 'Starred')

/** What is only iterated over may be a tuple or a frozenset. */
function foldIterable(e: Expr): Expr {
  if (e.kind === 'List') {
    return hasStarred(e.elts) ? e : foldTuple({ ...e, kind: 'Tuple' })
  }
  if (e.kind === 'Set' && areConstant(e.elts)) {
    return constantNode(frozensetConstant(e.elts.map((elt) => constantOf(elt as never))), e)
  }
  return e
}

function foldContainment(e: Compare): void {
  const last = e.ops.length - 1
  const op = e.ops[last]
  if (op !== 'In' && op !== 'NotIn') return
  e.comparators[last] = foldIterable(e.comparators[last] as Expr)
}
