// The abstract syntax tree: one interface per class of CPython's `ast` module, with its field names.
//
// `kind` is the class name and tells the members of a union apart. Python's own field `kind` of a Constant (the
// prefix of a u'…' literal) is therefore called `u` here; the operator classes, which have no fields, are strings,
// and so are the three contexts. Type comments are comments to us: the fields `type_comment` and `type_ignores` are
// left out. Identifiers are NFKC-normalised; strings are JavaScript strings (UTF-16).
//
// A module also carries the warnings that reading it gave, and the identifiers met, if it was read from text.
// Positions are CPython's: lines count from 1, columns from 0 in bytes of UTF-8, the end is exclusive.
// In CPython: Parser/Python.asdl.

import type { SyntaxWarning } from './syntax-error.ts'

/** Where a node stands in the source. */
export interface Position {
  lineno: number
  col_offset: number
  end_lineno: number
  end_col_offset: number
}

export type ExprContext = 'Load' | 'Store' | 'Del'
export type BoolOperator = 'And' | 'Or'
export type Operator =
  | 'Add'
  | 'Sub'
  | 'Mult'
  | 'MatMult'
  | 'Div'
  | 'Mod'
  | 'Pow'
  | 'LShift'
  | 'RShift'
  | 'BitOr'
  | 'BitXor'
  | 'BitAnd'
  | 'FloorDiv'
export type UnaryOperator = 'Invert' | 'Not' | 'UAdd' | 'USub'
export type CompareOperator = 'Eq' | 'NotEq' | 'Lt' | 'LtE' | 'Gt' | 'GtE' | 'Is' | 'IsNot' | 'In' | 'NotIn'

/** The value of a literal. */
export type ConstantValue =
  | { type: 'None' }
  | { type: 'Ellipsis' }
  | { type: 'bool'; value: boolean }
  | { type: 'int'; value: bigint }
  | { type: 'float'; value: number }
  | { type: 'complex'; real: number; imag: number }
  | { type: 'str'; value: string }
  | { type: 'bytes'; value: Uint8Array }

// ---- Modules ----

export type Mod = Module | Expression | Interactive

/** A file: mode 'exec'. */
export interface Module {
  kind: 'Module'
  body: Stmt[]
  warnings: readonly SyntaxWarning[]
  identifiers?: ReadonlySet<string>
}

/** One expression: mode 'eval'. */
export interface Expression {
  kind: 'Expression'
  body: Expr
  warnings: readonly SyntaxWarning[]
  identifiers?: ReadonlySet<string>
}

/** One statement of an interactive session: mode 'single'. */
export interface Interactive {
  kind: 'Interactive'
  body: Stmt[]
  warnings: readonly SyntaxWarning[]
  identifiers?: ReadonlySet<string>
}

// ---- Statements ----

export type Stmt =
  | FunctionDef
  | AsyncFunctionDef
  | ClassDef
  | Return
  | Delete
  | Assign
  | TypeAlias
  | AugAssign
  | AnnAssign
  | For
  | AsyncFor
  | While
  | If
  | With
  | AsyncWith
  | Match
  | Raise
  | Try
  | TryStar
  | Assert
  | Import
  | ImportFrom
  | Global
  | Nonlocal
  | ExprStmt
  | Pass
  | Break
  | Continue

/** What `def` and `async def` have in common. The position begins at `def`, not at the decorators. */
export interface FunctionFields extends Position {
  name: string
  args: Arguments
  body: Stmt[]
  decorator_list: Expr[]
  returns: Expr | null
  type_params: TypeParam[]
}

export interface FunctionDef extends FunctionFields {
  kind: 'FunctionDef'
}

export interface AsyncFunctionDef extends FunctionFields {
  kind: 'AsyncFunctionDef'
}

export interface ClassDef extends Position {
  kind: 'ClassDef'
  name: string
  bases: Expr[]
  keywords: Keyword[]
  body: Stmt[]
  decorator_list: Expr[]
  type_params: TypeParam[]
}

export interface Return extends Position {
  kind: 'Return'
  value: Expr | null
}

export interface Delete extends Position {
  kind: 'Delete'
  targets: Expr[]
}

export interface Assign extends Position {
  kind: 'Assign'
  targets: Expr[]
  value: Expr
}

export interface TypeAlias extends Position {
  kind: 'TypeAlias'
  name: Name
  type_params: TypeParam[]
  value: Expr
}

export interface AugAssign extends Position {
  kind: 'AugAssign'
  target: Name | Attribute | Subscript
  op: Operator
  value: Expr
}

export interface AnnAssign extends Position {
  kind: 'AnnAssign'
  target: Name | Attribute | Subscript
  annotation: Expr
  value: Expr | null
  /** 1 when the target is a bare name without parentheses, else 0. */
  simple: 0 | 1
}

export interface ForFields extends Position {
  target: Expr
  iter: Expr
  body: Stmt[]
  orelse: Stmt[]
}

export interface For extends ForFields {
  kind: 'For'
}

export interface AsyncFor extends ForFields {
  kind: 'AsyncFor'
}

export interface While extends Position {
  kind: 'While'
  test: Expr
  body: Stmt[]
  orelse: Stmt[]
}

export interface If extends Position {
  kind: 'If'
  test: Expr
  body: Stmt[]
  orelse: Stmt[]
}

export interface WithFields extends Position {
  items: WithItem[]
  body: Stmt[]
}

export interface With extends WithFields {
  kind: 'With'
}

export interface AsyncWith extends WithFields {
  kind: 'AsyncWith'
}

export interface Match extends Position {
  kind: 'Match'
  subject: Expr
  cases: MatchCase[]
}

export interface Raise extends Position {
  kind: 'Raise'
  exc: Expr | null
  cause: Expr | null
}

export interface TryFields extends Position {
  body: Stmt[]
  handlers: ExceptHandler[]
  orelse: Stmt[]
  finalbody: Stmt[]
}

export interface Try extends TryFields {
  kind: 'Try'
}

export interface TryStar extends TryFields {
  kind: 'TryStar'
}

export interface Assert extends Position {
  kind: 'Assert'
  test: Expr
  msg: Expr | null
}

export interface Import extends Position {
  kind: 'Import'
  names: Alias[]
}

export interface ImportFrom extends Position {
  kind: 'ImportFrom'
  /** Null in `from . import x`. */
  module: string | null
  names: Alias[]
  /** The number of leading dots. */
  level: number
}

export interface Global extends Position {
  kind: 'Global'
  names: string[]
}

export interface Nonlocal extends Position {
  kind: 'Nonlocal'
  names: string[]
}

/** `ast.Expr`: an expression that stands as a statement. (`Expr` is the union of expressions.) */
export interface ExprStmt extends Position {
  kind: 'Expr'
  value: Expr
}

export interface Pass extends Position {
  kind: 'Pass'
}

export interface Break extends Position {
  kind: 'Break'
}

export interface Continue extends Position {
  kind: 'Continue'
}

// ---- Expressions ----

export type Expr =
  | BoolOp
  | NamedExpr
  | BinOp
  | UnaryOp
  | Lambda
  | IfExp
  | Dict
  | Set
  | ListComp
  | SetComp
  | DictComp
  | GeneratorExp
  | Await
  | Yield
  | YieldFrom
  | Compare
  | Call
  | FormattedValue
  | JoinedStr
  | Constant
  | Attribute
  | Subscript
  | Starred
  | Name
  | List
  | Tuple
  | Slice

export interface BoolOp extends Position {
  kind: 'BoolOp'
  op: BoolOperator
  values: Expr[]
}

export interface NamedExpr extends Position {
  kind: 'NamedExpr'
  target: Name
  value: Expr
}

export interface BinOp extends Position {
  kind: 'BinOp'
  left: Expr
  op: Operator
  right: Expr
}

export interface UnaryOp extends Position {
  kind: 'UnaryOp'
  op: UnaryOperator
  operand: Expr
}

export interface Lambda extends Position {
  kind: 'Lambda'
  args: Arguments
  body: Expr
}

export interface IfExp extends Position {
  kind: 'IfExp'
  test: Expr
  body: Expr
  orelse: Expr
}

export interface Dict extends Position {
  kind: 'Dict'
  /** Null where the value is unpacked: `{**value}`. */
  keys: (Expr | null)[]
  values: Expr[]
}

export interface Set extends Position {
  kind: 'Set'
  elts: Expr[]
}

export interface ListComp extends Position {
  kind: 'ListComp'
  elt: Expr
  generators: Comprehension[]
}

export interface SetComp extends Position {
  kind: 'SetComp'
  elt: Expr
  generators: Comprehension[]
}

export interface DictComp extends Position {
  kind: 'DictComp'
  key: Expr
  value: Expr
  generators: Comprehension[]
}

export interface GeneratorExp extends Position {
  kind: 'GeneratorExp'
  elt: Expr
  generators: Comprehension[]
}

export interface Await extends Position {
  kind: 'Await'
  value: Expr
}

export interface Yield extends Position {
  kind: 'Yield'
  value: Expr | null
}

export interface YieldFrom extends Position {
  kind: 'YieldFrom'
  value: Expr
}

export interface Compare extends Position {
  kind: 'Compare'
  left: Expr
  ops: CompareOperator[]
  comparators: Expr[]
}

export interface Call extends Position {
  kind: 'Call'
  func: Expr
  args: Expr[]
  keywords: Keyword[]
}

/** One replacement field of an f-string. */
export interface FormattedValue extends Position {
  kind: 'FormattedValue'
  value: Expr
  /** The code point of the conversion (`!s` 115, `!r` 114, `!a` 97), -1 for none. */
  conversion: number
  format_spec: JoinedStr | null
}

export interface JoinedStr extends Position {
  kind: 'JoinedStr'
  values: Expr[]
}

export interface Constant extends Position {
  kind: 'Constant'
  value: ConstantValue
  /** 'u' for a string written u'…', else null. */
  u: string | null
}

export interface Attribute extends Position {
  kind: 'Attribute'
  value: Expr
  attr: string
  ctx: ExprContext
}

export interface Subscript extends Position {
  kind: 'Subscript'
  value: Expr
  slice: Expr
  ctx: ExprContext
}

export interface Starred extends Position {
  kind: 'Starred'
  value: Expr
  ctx: ExprContext
}

export interface Name extends Position {
  kind: 'Name'
  id: string
  ctx: ExprContext
}

export interface List extends Position {
  kind: 'List'
  elts: Expr[]
  ctx: ExprContext
}

export interface Tuple extends Position {
  kind: 'Tuple'
  elts: Expr[]
  ctx: ExprContext
}

/** Only within the slice of a Subscript. */
export interface Slice extends Position {
  kind: 'Slice'
  lower: Expr | null
  upper: Expr | null
  step: Expr | null
}

// ---- Patterns of `match` ----

export type Pattern =
  | MatchValue
  | MatchSingleton
  | MatchSequence
  | MatchMapping
  | MatchClass
  | MatchStar
  | MatchAs
  | MatchOr

export interface MatchValue extends Position {
  kind: 'MatchValue'
  value: Expr
}

export interface MatchSingleton extends Position {
  kind: 'MatchSingleton'
  /** None, True or False. */
  value: ConstantValue
}

export interface MatchSequence extends Position {
  kind: 'MatchSequence'
  patterns: Pattern[]
}

export interface MatchMapping extends Position {
  kind: 'MatchMapping'
  keys: Expr[]
  patterns: Pattern[]
  rest: string | null
}

export interface MatchClass extends Position {
  kind: 'MatchClass'
  cls: Expr
  patterns: Pattern[]
  kwd_attrs: string[]
  kwd_patterns: Pattern[]
}

export interface MatchStar extends Position {
  kind: 'MatchStar'
  name: string | null
}

/** A capture, `pattern as name`, or with both null the wildcard `_`. */
export interface MatchAs extends Position {
  kind: 'MatchAs'
  pattern: Pattern | null
  name: string | null
}

export interface MatchOr extends Position {
  kind: 'MatchOr'
  patterns: Pattern[]
}

// ---- Parts ----

/** One `for … in … if …` of a comprehension; has no position. */
export interface Comprehension {
  kind: 'comprehension'
  target: Expr
  iter: Expr
  ifs: Expr[]
  is_async: 0 | 1
}

export interface ExceptHandler extends Position {
  kind: 'ExceptHandler'
  type: Expr | null
  name: string | null
  body: Stmt[]
}

/** The parameters of a function; has no position. */
export interface Arguments {
  kind: 'arguments'
  posonlyargs: Arg[]
  args: Arg[]
  vararg: Arg | null
  kwonlyargs: Arg[]
  /** One for each of kwonlyargs, null where there is no default. */
  kw_defaults: (Expr | null)[]
  kwarg: Arg | null
  /** The defaults of the last of posonlyargs + args. */
  defaults: Expr[]
}

export interface Arg extends Position {
  kind: 'arg'
  arg: string
  annotation: Expr | null
}

export interface Keyword extends Position {
  kind: 'keyword'
  /** Null for `**value`. */
  arg: string | null
  value: Expr
}

export interface Alias extends Position {
  kind: 'alias'
  /** Dotted in `import a.b`; '*' in `from a import *`. */
  name: string
  asname: string | null
}

/** Has no position. */
export interface WithItem {
  kind: 'withitem'
  context_expr: Expr
  optional_vars: Expr | null
}

/** Has no position. */
export interface MatchCase {
  kind: 'match_case'
  pattern: Pattern
  guard: Expr | null
  body: Stmt[]
}

export type TypeParam = TypeVar | ParamSpec | TypeVarTuple

export interface TypeVar extends Position {
  kind: 'TypeVar'
  name: string
  bound: Expr | null
  default_value: Expr | null
}

export interface ParamSpec extends Position {
  kind: 'ParamSpec'
  name: string
  default_value: Expr | null
}

export interface TypeVarTuple extends Position {
  kind: 'TypeVarTuple'
  name: string
  default_value: Expr | null
}

/** Any node at all. */
export type Node =
  | Mod
  | Stmt
  | Expr
  | Pattern
  | Comprehension
  | ExceptHandler
  | Arguments
  | Arg
  | Keyword
  | Alias
  | WithItem
  | MatchCase
  | TypeParam
