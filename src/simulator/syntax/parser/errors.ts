// Expressions that are wrong in a way that has a message of its own.
//
// Each method looks at the next tokens for one family of mistakes. When it finds one it throws; otherwise it goes
// back to where it began. They run only in the second pass, and their order matters: the first that matches speaks.
// Those of statements are in statement-errors.ts, those of parameters in parameters.ts.
// In CPython: the rules named invalid_… in Grammar/python.gram, and Parser/action_helpers.c.

import type * as ast from '../ast.ts'
import * as T from '../tokens.ts'
import { expressionName, invalidTarget, type TargetUse } from './invalid-targets.ts'
import { ParserState } from './state.ts'

const SOFT_KEYWORDS: readonly string[] = ['_', 'case', 'match', 'type']

/** Arguments of a call or bases of a class. */
export interface CallArguments {
  args: ast.Expr[]
  keywords: ast.Keyword[]
}

export abstract class ExpressionErrors extends ParserState {
  abstract expression(): ast.Expr | null
  abstract expressions(): ast.Expr | null
  abstract disjunction(): ast.Expr | null
  abstract inversion(): ast.Expr | null
  abstract bitwiseOr(): ast.Expr | null
  abstract factor(): ast.Expr | null
  abstract atom(): ast.Expr | null
  abstract lambda(): ast.Expr | null
  abstract lambdaHead(): boolean
  abstract namedExpression(): ast.Expr | null
  abstract starNamedExpression(): ast.Expr | null
  abstract starExpression(): ast.Expr | null
  abstract starExpressions(): ast.Expr | null
  abstract annotatedRhs(): ast.Expr | null
  abstract yieldExpression(): ast.Expr | null
  abstract forIfClauses(): ast.Comprehension[] | null
  abstract starredExpression(): ast.Expr | null
  abstract positionalArgument(): ast.Expr | null
  abstract args(): CallArguments | null
  abstract keywordArguments(into: CallArguments): boolean
  abstract keyValuePair(keys: (ast.Expr | null)[], values: ast.Expr[]): boolean
  abstract starTargets(): ast.Expr | null
  abstract starTarget(): ast.Expr | null

  // ---- Any expression ----

  /** Two expressions side by side, `a if b` without else, a lambda in an f-string that lacks parentheses. */
  invalidExpression(): void {
    const mark = this.pos
    const prefixed = this.at(T.NAME) && this.kinds[mark + 1] === T.STRING
    if (!prefixed && !(this.at(T.NAME) && beginsSoftKeyword(this.text(mark)))) {
      const first = this.disjunction()
      const second = first === null ? null : this.expressionWithoutGuesses()
      if (first !== null && second !== null) {
        if (!isLegacyStatement(first) && this.level(this.pos - 1) > 0) {
          this.raiseRange(first, second, 'invalid syntax. Perhaps you forgot a comma?')
        }
        this.backTo(mark)
        return
      }
      this.backTo(mark)
    }
    const body = this.disjunction()
    if (body !== null && this.accept(T.IF)) {
      const test = this.disjunction()
      if (test !== null && !this.at(T.ELSE) && !this.at(T.COLON)) {
        this.raiseRange(body, test, "expected 'else' after 'if' expression")
      }
    }
    this.backTo(mark)
    if (this.at(T.LAMBDA) && this.lambdaHead() && this.at(T.FSTRING_MIDDLE)) {
      const msg = 'f-string: lambda expressions are not allowed without parentheses'
      this.raiseRange(this.token(mark), this.token(this.pos - 1), msg)
    }
    this.backTo(mark)
  }

  /** An expression during which none of the forms here is looked for. */
  private expressionWithoutGuesses(): ast.Expr | null {
    const { diagnosing } = this
    this.diagnosing = false
    const body = this.disjunction() ?? this.lambda()
    const mark = this.pos
    if (body !== null && this.accept(T.IF)) {
      const test = this.disjunction()
      const orelse = test !== null && this.accept(T.ELSE) ? this.expression() : null
      if (test !== null && orelse !== null) {
        this.diagnosing = diagnosing
        return { ...body, kind: 'IfExp', test, body, orelse, ...end(orelse) }
      }
      this.backTo(mark)
    }
    this.diagnosing = diagnosing
    return body
  }

  /** `print x`, as in Python 2. */
  invalidLegacyExpression(): void {
    const mark = this.pos
    if (!this.at(T.NAME) || this.kinds[mark + 1] === T.LPAR) return
    this.pos++
    const rest = this.starExpressions()
    const word = this.text(mark)
    if (rest !== null && (word === 'print' || word === 'exec')) {
      const msg = `Missing parentheses in call to '${word}'. Did you mean ${word}(...)?`
      this.raiseRange(this.token(mark), rest, msg)
    }
    this.backTo(mark)
  }

  /** `=` or `:=` where a condition or a value is wanted. */
  invalidNamedExpression(): void {
    this.remember('invalidNamedExpression', this.namedExpressionMistakes)
  }

  private namedExpressionMistakes(): void {
    const mark = this.pos
    const left = this.expression()
    if (left !== null && this.accept(T.COLONEQUAL) && this.expression() !== null) {
      this.raiseAt(left, `cannot use assignment expressions with ${expressionName(left)}`)
    }
    this.backTo(mark)
    if (this.at(T.NAME) && this.kinds[mark + 1] === T.EQUAL) {
      this.pos += 2
      const value = this.bitwiseOr()
      if (value !== null && !this.at(T.EQUAL) && !this.at(T.COLONEQUAL)) {
        const msg = "invalid syntax. Maybe you meant '==' or ':=' instead of '='?"
        this.raiseRange(this.token(mark), value, msg)
      }
      this.backTo(mark)
    }
    if (this.at(T.TRUE) || this.at(T.NONE) || this.at(T.FALSE) || this.ahead(this.listTupleOrGenerator))
      return
    const target = this.bitwiseOr()
    if (target !== null && this.accept(T.EQUAL) && this.bitwiseOr() !== null) {
      if (!this.at(T.EQUAL) && !this.at(T.COLONEQUAL)) {
        const name = expressionName(target)
        this.raiseAt(target, `cannot assign to ${name} here. Maybe you meant '==' instead of '='?`)
      }
    }
    this.backTo(mark)
  }

  private listTupleOrGenerator(): boolean {
    if (!this.at(T.LPAR) && !this.at(T.LSQB)) return false
    const start = this.token(this.pos)
    const node = this.atom()
    if (node === null || node.lineno !== start.lineno || node.col_offset !== start.col_offset) return false
    return node.kind === 'List' || node.kind === 'Tuple' || node.kind === 'GeneratorExp'
  }

  // ---- Displays and comprehensions; `pos` is at the opening bracket ----

  invalidGroup(): void {
    const mark = this.pos
    this.pos++
    if (this.at(T.STAR)) {
      const starred = this.starredExpression()
      if (starred !== null && this.accept(T.RPAR)) {
        this.raiseAt(starred, 'cannot use starred expression here')
      }
    } else if (this.accept(T.DOUBLESTAR) && this.expression() !== null && this.accept(T.RPAR)) {
      this.raiseAt(this.token(mark + 1), 'cannot use double starred expression here')
    }
    this.backTo(mark)
  }

  invalidComprehension(): void {
    const mark = this.pos
    const parenthesis = this.at(T.LPAR)
    this.pos++
    if (this.at(T.STAR)) {
      const starred = this.starredExpression()
      if (starred !== null && this.forIfClauses() !== null) {
        this.raiseAt(starred, 'iterable unpacking cannot be used in comprehension')
      }
      this.backTo(mark + 1)
    }
    if (!parenthesis) {
      const first = this.starNamedExpression()
      if (first !== null && this.accept(T.COMMA)) {
        const msg = 'did you forget parentheses around the comprehension target?'
        const comma = this.pos - 1
        const rest = this.gather(this.starNamedExpression, true)
        const last = rest[rest.length - 1]
        if (last !== undefined && this.forIfClauses() !== null) this.raiseRange(first, last, msg)
        this.backTo(comma + 1)
        if (this.forIfClauses() !== null) this.raiseRange(first, this.token(comma), msg)
      }
    }
    this.backTo(mark)
  }

  invalidDictComprehension(): void {
    const mark = this.pos
    this.pos++
    if (this.accept(T.DOUBLESTAR) && this.bitwiseOr() !== null && this.forIfClauses() !== null) {
      if (this.accept(T.RBRACE)) {
        this.raiseAt(this.token(mark + 1), 'dict unpacking cannot be used in dict comprehension')
      }
    }
    this.backTo(mark)
  }

  /** A key without a value, or a value that is starred. */
  invalidDictItems(): void {
    const mark = this.pos
    this.pos++
    const first = this.pos
    const keys: (ast.Expr | null)[] = []
    const pair = (): true | null => (this.keyValuePair(keys, []) ? true : null)
    if (this.gather(pair, false).length > 0 && this.accept(T.COMMA)) {
      const start = this.pos
      const key = this.expression()
      if (key !== null && !this.at(T.COLON)) {
        this.raiseAtEnd(key, "':' expected after dictionary key")
      }
      this.backTo(start)
      this.invalidValue()
    }
    this.backTo(first)
    this.invalidValue()
    this.backTo(mark)
  }

  private invalidValue(): void {
    const mark = this.pos
    if (this.expression() !== null && this.accept(T.COLON)) {
      const colon = this.pos - 1
      if (this.accept(T.STAR) && this.bitwiseOr() !== null) {
        this.raiseFrom(this.token(colon + 1), 'cannot use a starred expression in a dictionary value')
      }
      this.backTo(colon + 1)
      if (this.at(T.RBRACE) || this.at(T.COMMA)) {
        this.raiseAt(this.token(colon), "expression expected after dictionary key and ':'")
      }
    }
    this.backTo(mark)
  }

  // ---- Calls ----

  /** The arguments of a call that could not be read; `pos` is at the first of them. */
  invalidArguments(): void {
    const mark = this.pos
    this.iterableAfterKeywords()
    this.backTo(mark)

    const element = this.expression()
    const clauses = element === null ? null : this.forIfClauses()
    if (element !== null && clauses !== null && this.accept(T.COMMA)) {
      if (this.attempt(this.args) === null && this.attempt(this.expression) !== null) {
        this.attempt(this.forIfClauses)
      }
      this.raiseUnparenthesizedGenerator(element, clauses)
    }
    this.backTo(mark)

    this.comparisonAsKeyword()

    if (this.attempt(this.args) !== null && !this.accept(T.COMMA)) this.backTo(mark)
    this.keywordWithoutValue()
    this.backTo(mark)

    const args = this.args()
    if (args === null) {
      this.backTo(mark)
      return
    }
    const end = this.pos
    const argClauses = this.forIfClauses()
    if (argClauses !== null) {
      const last = args.args[args.args.length - 1]
      if (args.args.length > 1 && last !== undefined) this.raiseUnparenthesizedGenerator(last, argClauses)
      this.backTo(mark)
      return
    }
    this.backTo(end)
    if (this.accept(T.COMMA)) {
      const next = this.pos
      const lastElement = this.expression()
      const lastClauses = lastElement === null ? null : this.forIfClauses()
      if (lastElement !== null && lastClauses !== null) {
        this.raiseUnparenthesizedGenerator(lastElement, lastClauses)
      }
      this.backTo(next)
      if (this.args() !== null) {
        const unpacking = args.keywords.some((keyword) => keyword.arg === null) ? ' unpacking' : ''
        this.raise(`positional argument follows keyword argument${unpacking}`)
      }
    }
    this.backTo(mark)
  }

  private iterableAfterKeywords(): void {
    const found: CallArguments = { args: [], keywords: [] }
    if (this.gather(this.positionalArgument, false).length > 0 && !this.accept(T.COMMA)) return
    if (!this.keywordArguments(found) || !this.accept(T.COMMA)) return
    const comma = this.pos - 1
    const starred = (): ast.Expr | null => {
      const node = this.at(T.STAR) ? this.starredExpression() : null
      return node !== null && !this.at(T.EQUAL) ? node : null
    }
    if (this.gather(starred, false).length > 0) {
      this.raiseFrom(this.token(comma), 'iterable argument unpacking follows keyword argument unpacking')
    }
  }

  private raiseUnparenthesizedGenerator(element: ast.Expr, clauses: ast.Comprehension[]): never {
    const clause = clauses[clauses.length - 1] as ast.Comprehension
    const last = clause.ifs[clause.ifs.length - 1] ?? clause.iter
    this.raiseRange(element, last, 'Generator expression must be parenthesized')
  }

  /** `f(x = y for …)`. */
  private comparisonAsKeyword(): void {
    const mark = this.pos
    if (this.at(T.NAME) && this.kinds[mark + 1] === T.EQUAL) {
      this.pos += 2
      if (this.expression() !== null && this.forIfClauses() !== null) {
        const msg = "invalid syntax. Maybe you meant '==' or ':=' instead of '='?"
        this.raiseRange(this.token(mark), this.token(mark + 1), msg)
      }
    }
    this.backTo(mark)
  }

  private keywordWithoutValue(): void {
    const start = this.pos
    if (!this.accept(T.NAME) || !this.accept(T.EQUAL)) return
    if (this.at(T.COMMA) || this.at(T.RPAR)) {
      this.raiseRange(this.token(start), this.token(start + 1), 'expected argument value expression')
    }
  }

  /** What stands where `name=value` should. */
  invalidKeyword(): void {
    const mark = this.pos
    if (this.at(T.TRUE) || this.at(T.FALSE) || this.at(T.NONE)) {
      this.pos++
      if (this.accept(T.EQUAL)) {
        this.raiseRange(this.token(mark), this.token(mark + 1), `cannot assign to ${this.text(mark)}`)
      }
      this.backTo(mark)
    }
    this.comparisonAsKeyword()
    if (!(this.at(T.NAME) && this.kinds[mark + 1] === T.EQUAL)) {
      const left = this.expression()
      if (left !== null && this.accept(T.EQUAL)) {
        const msg = 'expression cannot contain assignment, perhaps you meant "=="?'
        this.raiseRange(left, this.token(this.pos - 1), msg)
      }
      this.backTo(mark)
    }
    if (this.accept(T.DOUBLESTAR) && this.expression() !== null && this.accept(T.EQUAL)) {
      const value = this.expression()
      if (value !== null) {
        this.raiseRange(this.token(mark), value, 'cannot assign to keyword argument unpacking')
      }
    }
    this.backTo(mark)
  }

  /** `*a = b` among arguments. */
  invalidStarred(): void {
    const mark = this.pos
    if (this.accept(T.STAR) && this.expression() !== null && this.accept(T.EQUAL)) {
      const value = this.expression()
      if (value !== null)
        this.raiseRange(this.token(mark), value, 'cannot assign to iterable argument unpacking')
    }
    this.backTo(mark)
  }

  // ---- Operators; `pos` is at the operator ----

  /** `a + not b`. */
  invalidNotOperand(operand: () => ast.Expr | null): void {
    const mark = this.pos
    this.pos++
    if (this.accept(T.NOT)) {
      const value = operand.call(this)
      if (value !== null) {
        this.raiseRange(this.token(mark + 1), value, "'not' after an operator must be parenthesized")
      }
    }
    this.backTo(mark)
  }

  // ---- Targets ----

  /** Complains of the part of an expression that cannot be a target, if there is one. */
  raiseInvalidTarget(use: TargetUse, node: ast.Expr): void {
    const invalid = invalidTarget(node, use)
    if (invalid === null) return
    this.raiseAt(invalid, `cannot ${use === 'delete' ? 'delete' : 'assign to'} ${expressionName(invalid)}`)
  }

  invalidForTarget(): void {
    const mark = this.pos
    this.accept(T.ASYNC)
    if (this.accept(T.FOR)) {
      const target = this.starExpressions()
      if (target !== null) this.raiseInvalidTarget('for', target)
    }
    this.backTo(mark)
  }

  // ---- Tools ----

  /** Items with commas between; with `trailing`, a comma after the last is taken too. */
  gather<Item>(rule: () => Item | null, trailing: boolean): Item[] {
    const items: Item[] = []
    let mark = this.pos
    for (;;) {
      const item = rule.call(this)
      if (item === null) {
        this.backTo(mark)
        return items
      }
      items.push(item)
      mark = this.pos
      if (!this.accept(T.COMMA)) return items
      if (trailing) mark = this.pos
    }
  }

  /** An error at the last byte of a node, without an end. */
  private raiseAtEnd(node: ast.Position, msg: string): never {
    // A node of several lines: CPython looks for the column in the first.
    const last = this.lineText(node.lineno).replace('\n', '').length
    const col_offset =
      node.end_lineno === node.lineno ? node.end_col_offset - 1 : Math.min(node.end_col_offset - 1, last)
    const place = { ...node, col_offset, end_col_offset: -1 }
    this.raiseRange(place, place, msg)
  }
}

function end(node: ast.Position): Pick<ast.Position, 'end_lineno' | 'end_col_offset'> {
  return { end_lineno: node.end_lineno, end_col_offset: node.end_col_offset }
}

/** CPython takes any beginning of a soft keyword for one: `c`, `ty`. */
function beginsSoftKeyword(text: string): boolean {
  return SOFT_KEYWORDS.some((keyword) => keyword.startsWith(text))
}

function isLegacyStatement(node: ast.Expr): boolean {
  return node.kind === 'Name' && (node.id === 'print' || node.id === 'exec')
}
