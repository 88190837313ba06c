// Expressions: operators by precedence, conditions, lambda, `:=`, yield, and lists of expressions.
//
// All operators from `or` to `@` are one loop: `operators(level)` reads an operand and then as many operators as bind
// at least as tightly as `level`.
// In CPython: the rules from `expressions` to `await_primary` in Grammar/python.gram.

import type * as ast from '../ast.ts'
import * as T from '../tokens.ts'
import { Atoms } from './atoms.ts'

// How tightly operators bind.
const OR = 1
const AND = 2
const NOT = 3
const COMPARISON = 4
const BITWISE_OR = 5
const SUM = 9
const TERM = 10

const PRECEDENCE = new Uint8Array(T.KIND_COUNT)
const BINARY: (ast.Operator | undefined)[] = []
for (const [kind, precedence, operator] of [
  [T.VBAR, BITWISE_OR, 'BitOr'],
  [T.CIRCUMFLEX, 6, 'BitXor'],
  [T.AMPER, 7, 'BitAnd'],
  [T.LEFTSHIFT, 8, 'LShift'],
  [T.RIGHTSHIFT, 8, 'RShift'],
  [T.PLUS, SUM, 'Add'],
  [T.MINUS, SUM, 'Sub'],
  [T.STAR, TERM, 'Mult'],
  [T.SLASH, TERM, 'Div'],
  [T.DOUBLESLASH, TERM, 'FloorDiv'],
  [T.PERCENT, TERM, 'Mod'],
  [T.AT, TERM, 'MatMult'],
] as const) {
  PRECEDENCE[kind] = precedence
  BINARY[kind] = operator
}

const COMPARE: (ast.CompareOperator | undefined)[] = []
for (const [kind, operator] of [
  [T.EQEQUAL, 'Eq'],
  [T.NOTEQUAL, 'NotEq'],
  [T.LESS, 'Lt'],
  [T.LESSEQUAL, 'LtE'],
  [T.GREATER, 'Gt'],
  [T.GREATEREQUAL, 'GtE'],
  [T.IN, 'In'],
  [T.IS, 'Is'],
] as const) {
  PRECEDENCE[kind] = COMPARISON
  COMPARE[kind] = operator
}
// The beginning of `not in`.
PRECEDENCE[T.NOT] = COMPARISON
PRECEDENCE[T.AND] = AND
PRECEDENCE[T.OR] = OR

export abstract class Expressions extends Atoms {
  /** Set by `from __future__ import barry_as_FLUFL`: then `<>` is the operator, and `!=` is not. */
  barryAsFlufl = false
  /** Where expressions begin that could not be read in the first pass. */
  private readonly brokenExpressions = new Set<number>()

  // ---- Lists of expressions ----

  /** `a, b`: a tuple if there is a comma. */
  expressions(): ast.Expr | null {
    return this.listOf(this.expression)
  }

  /** The same with `*a`. */
  starExpressions(): ast.Expr | null {
    return this.listOf(this.starExpression)
  }

  private listOf(rule: () => ast.Expr | null): ast.Expr | null {
    const start = this.pos
    const first = rule.call(this)
    if (first === null || !this.at(T.COMMA)) return first
    const elts = [first]
    while (this.accept(T.COMMA)) {
      const mark = this.pos
      const next = rule.call(this)
      if (next === null) {
        this.backTo(mark)
        break
      }
      elts.push(next)
    }
    return { ...this.span(start), kind: 'Tuple', elts, ctx: 'Load' }
  }

  starExpression(): ast.Expr | null {
    return this.at(T.STAR) ? this.starred() : this.expression()
  }

  starNamedExpression(): ast.Expr | null {
    return this.at(T.STAR) ? this.starred() : this.namedExpression()
  }

  private starred(): ast.Starred | null {
    const start = this.pos++
    const value = this.bitwiseOr()
    if (value === null) return this.backTo(start)
    return { ...this.span(start), kind: 'Starred', value, ctx: 'Load' }
  }

  /** What stands on the right of `=`, or in a replacement field. */
  annotatedRhs(): ast.Expr | null {
    return this.at(T.YIELD) ? this.yieldExpression() : this.starExpressions()
  }

  yieldExpression(): ast.Expr | null {
    const start = this.pos
    if (!this.accept(T.YIELD)) return null
    if (this.accept(T.FROM)) {
      const value = this.expression()
      if (value !== null) return { ...this.span(start), kind: 'YieldFrom', value }
      this.backTo(start + 1)
    }
    const value = this.attempt(this.starExpressions)
    return { ...this.span(start), kind: 'Yield', value }
  }

  // ---- Named expressions ----

  namedExpression(): ast.Expr | null {
    const start = this.pos
    if (this.at(T.NAME) && this.kinds[start + 1] === T.COLONEQUAL) {
      const node = this.assignmentExpression()
      if (node !== null) return node
    }
    if (this.diagnosing) this.invalidNamedExpression()
    const node = this.expression()
    if (node === null || !this.at(T.COLONEQUAL)) return node
    this.touch()
    return this.backTo(start)
  }

  assignmentExpression(): ast.NamedExpr | null {
    const start = this.pos
    this.pos += 2
    const value = this.expression()
    if (value === null) return this.backTo(start)
    const target: ast.Name = { ...this.nameNode(start), ctx: 'Store' }
    return { ...this.span(start), kind: 'NamedExpr', target, value }
  }

  // ---- Conditions ----

  expression(): ast.Expr | null {
    if (this.remembering) return this.remember('expression', this.expressionRule)
    // Without this, what is tried in two ways would try the expressions in it in ever more.
    const start = this.pos
    if (this.brokenExpressions.size > 0 && this.brokenExpressions.has(start)) return null
    const node = this.expressionRule()
    if (node === null && this.furthest > start) this.brokenExpressions.add(start)
    return node
  }

  private expressionRule(): ast.Expr | null {
    const start = this.pos
    if (this.diagnosing) {
      this.invalidExpression()
      this.invalidLegacyExpression()
    }
    if (this.at(T.LAMBDA)) return this.lambda()
    const body = this.disjunction()
    if (body === null || !this.at(T.IF)) return body
    const mark = this.pos++
    const test = this.disjunction()
    if (test !== null && this.accept(T.ELSE)) {
      const depth = this.depth
      this.deeper()
      const orelse = this.expression()
      this.depth = depth
      if (orelse !== null) return { ...this.span(start), kind: 'IfExp', test, body, orelse }
    }
    this.backTo(mark)
    return body
  }

  lambda(): ast.Lambda | null {
    const start = this.pos
    if (!this.accept(T.LAMBDA)) return null
    const args = this.lambdaParameters()
    if (!this.accept(T.COLON)) return this.backTo(start)
    const depth = this.depth
    this.deeper()
    const body = this.expression()
    this.depth = depth
    if (body === null) return this.backTo(start)
    return { ...this.span(start), kind: 'Lambda', args: args ?? emptyArguments(), body }
  }

  /** `lambda` and its parameters up to the colon, without what follows. */
  lambdaHead(): boolean {
    if (!this.accept(T.LAMBDA)) return false
    this.lambdaParameters()
    return this.accept(T.COLON)
  }

  // ---- Operators ----

  disjunction(): ast.Expr | null {
    return this.remember('disjunction', this.disjunctionRule)
  }

  private disjunctionRule(): ast.Expr | null {
    return this.operators(OR)
  }

  inversion(): ast.Expr | null {
    return this.operators(NOT)
  }

  bitwiseOr(): ast.Expr | null {
    return this.remember('bitwiseOr', this.bitwiseOrRule)
  }

  private bitwiseOrRule(): ast.Expr | null {
    return this.operators(BITWISE_OR)
  }

  private operators(level: number): ast.Expr | null {
    const start = this.pos
    let left = level <= NOT && this.at(T.NOT) ? this.not() : this.factor()
    while (left !== null) {
      const kind = this.kinds[this.pos] as number
      const precedence = PRECEDENCE[kind] as number
      if (precedence < level || precedence === 0) {
        if (this.pos > this.furthest) this.touch()
        return left
      }
      let node: ast.Expr | null
      if (precedence > COMPARISON) node = this.binary(left, start, kind, precedence)
      else if (precedence === COMPARISON) node = this.comparison(left, start)
      else node = this.boolean(left, start, kind, precedence)
      if (node === null) return left
      left = node
    }
    return null
  }

  private binary(left: ast.Expr, start: number, kind: number, precedence: number): ast.BinOp | null {
    const mark = this.pos++
    const right = this.operators(precedence + 1)
    if (right === null) {
      this.backTo(mark)
      if (this.diagnosing && precedence >= SUM) this.invalidNotOperand(this.inversion)
      return null
    }
    const last = this.pos - 1
    return {
      kind: 'BinOp',
      left,
      op: BINARY[kind] as ast.Operator,
      right,
      lineno: this.lines[start] as number,
      col_offset: this.cols[start] as number,
      end_lineno: this.endLines[last] as number,
      end_col_offset: this.endCols[last] as number,
    }
  }

  private boolean(left: ast.Expr, start: number, kind: number, precedence: number): ast.BoolOp | null {
    const values = [left]
    while (this.accept(kind)) {
      const mark = this.pos - 1
      const value = this.operators(precedence + 1)
      if (value === null) {
        this.backTo(mark)
        break
      }
      values.push(value)
    }
    if (values.length === 1) return null
    return { ...this.span(start), kind: 'BoolOp', op: kind === T.OR ? 'Or' : 'And', values }
  }

  private comparison(left: ast.Expr, start: number): ast.Compare | null {
    const ops: ast.CompareOperator[] = []
    const comparators: ast.Expr[] = []
    for (;;) {
      const mark = this.pos
      const operator = this.compareOperator()
      const value = operator === null ? null : this.bitwiseOr()
      if (operator === null || value === null) {
        this.backTo(mark)
        break
      }
      ops.push(operator)
      comparators.push(value)
    }
    if (ops.length === 0) return null
    const last = this.pos - 1
    return {
      kind: 'Compare',
      left,
      ops,
      comparators,
      lineno: this.lines[start] as number,
      col_offset: this.cols[start] as number,
      end_lineno: this.endLines[last] as number,
      end_col_offset: this.endCols[last] as number,
    }
  }

  private compareOperator(): ast.CompareOperator | null {
    const kind = this.kinds[this.pos] as number
    if (kind === T.NOT) {
      this.pos++
      return this.accept(T.IN) ? 'NotIn' : null
    }
    const operator = COMPARE[kind]
    if (operator === undefined) return null
    if (kind === T.NOTEQUAL && !this.checkNotEqual()) return null
    this.pos++
    return operator === 'Is' && this.accept(T.NOT) ? 'IsNot' : operator
  }

  private checkNotEqual(): boolean {
    const text = this.text(this.pos)
    if (this.barryAsFlufl && text !== '<>') {
      this.touch()
      this.raise("with Barry as BDFL, use '<>' instead of '!='")
    }
    if (this.barryAsFlufl || text === '!=') return true
    // The token was read; what fails is what comes after it.
    this.touch()
    return false
  }

  private not(): ast.UnaryOp | null {
    const start = this.pos++
    const depth = this.depth
    this.deeper()
    const operand = this.operators(NOT)
    this.depth = depth
    if (operand === null) return this.backTo(start)
    return { ...this.span(start), kind: 'UnaryOp', op: 'Not', operand }
  }

  /** A sign and its operand, or a power. */
  factor(): ast.Expr | null {
    const start = this.pos
    const kind = this.kinds[start]
    if (kind !== T.PLUS && kind !== T.MINUS && kind !== T.TILDE) return this.power()
    const depth = this.depth
    this.deeper()
    this.pos++
    const operand = this.factor()
    this.depth = depth
    if (operand === null) {
      this.backTo(start)
      if (this.diagnosing) this.invalidNotOperand(this.notFactor)
      return null
    }
    const op = kind === T.PLUS ? 'UAdd' : kind === T.MINUS ? 'USub' : 'Invert'
    return { ...this.span(start), kind: 'UnaryOp', op, operand }
  }

  private notFactor(): ast.Expr | null {
    return this.factor()
  }

  private power(): ast.Expr | null {
    const start = this.pos
    const left = this.at(T.AWAIT) ? this.await() : this.primary()
    if (left === null || !this.at(T.DOUBLESTAR)) return left
    const mark = this.pos++
    const depth = this.depth
    this.deeper()
    const right = this.factor()
    this.depth = depth
    if (right === null) {
      this.backTo(mark)
      return left
    }
    return { ...this.span(start), kind: 'BinOp', left, op: 'Pow', right }
  }

  private await(): ast.Await | null {
    const start = this.pos++
    const value = this.primary()
    if (value === null) return this.backTo(start)
    return { ...this.span(start), kind: 'Await', value }
  }

  abstract lambdaParameters(): ast.Arguments | null
}

/** The parameters of a function that has none. */
export function emptyArguments(): ast.Arguments {
  return {
    kind: 'arguments',
    posonlyargs: [],
    args: [],
    vararg: null,
    kwonlyargs: [],
    kw_defaults: [],
    kwarg: null,
    defaults: [],
  }
}
