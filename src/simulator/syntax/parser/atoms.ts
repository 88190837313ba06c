// Atoms and primaries: names, literals, displays, comprehensions, attributes and subscripts.
//
// What an opening bracket begins is known only after its first element: `(a` may become a group, a tuple or a
// generator. So the element is read first, and the tokens after it decide.
// In CPython: the rules from `primary` to `dictcomp` in Grammar/python.gram.

import type * as ast from '../ast.ts'
import { MAX_DECIMAL_DIGITS, numberValue } from '../numbers.ts'
import * as T from '../tokens.ts'
import { Calls } from './calls.ts'

export abstract class Atoms extends Calls {
  /** Braces that could not be read in the first pass, the inner before the outer. */
  readonly brokenDisplays: number[] = []

  // ---- Primaries ----

  /** An atom and what follows it: `.name`, `(…)`, `[…]`. */
  primary(): ast.Expr | null {
    return this.remember('primary', this.primaryRule)
  }

  private primaryRule(): ast.Expr | null {
    const start = this.pos
    let node = this.atom()
    while (node !== null) {
      const kind = this.kinds[this.pos]
      // CPython tries a generator after any primary, and so finds what is wrong in the brackets behind it.
      if (this.diagnosing && (kind === T.LSQB || kind === T.LBRACE)) this.invalidComprehension()
      let next: ast.Expr | null
      if (kind === T.DOT) next = this.attribute(node, start)
      else if (kind === T.LPAR) next = this.call(node, start)
      else if (kind === T.LSQB) next = this.subscript(node, start)
      else break
      if (next === null) break
      node = next
    }
    return node
  }

  private attribute(value: ast.Expr, start: number): ast.Attribute | null {
    const name = this.pos + 1
    if (this.kinds[name] !== T.NAME) {
      this.touchToken(name)
      return null
    }
    this.pos += 2
    return {
      kind: 'Attribute',
      value,
      attr: this.identifier(name),
      ctx: 'Load',
      lineno: this.lines[start] as number,
      col_offset: this.cols[start] as number,
      end_lineno: this.endLines[name] as number,
      end_col_offset: this.endCols[name] as number,
    }
  }

  private subscript(value: ast.Expr, start: number): ast.Subscript | null {
    const open = this.pos
    this.pos++
    const slice = this.slices()
    if (slice === null || !this.accept(T.RSQB)) return this.backTo(open)
    const last = this.pos - 1
    return {
      kind: 'Subscript',
      value,
      slice,
      ctx: 'Load',
      lineno: this.lines[start] as number,
      col_offset: this.cols[start] as number,
      end_lineno: this.endLines[last] as number,
      end_col_offset: this.endCols[last] as number,
    }
  }

  private slices(): ast.Expr | null {
    const start = this.pos
    const first = this.at(T.STAR) ? this.starredExpression() : this.slice()
    if (first === null) return null
    if (!this.at(T.COMMA) && first.kind !== 'Starred') return first
    const elts = [first]
    while (this.accept(T.COMMA)) {
      const next = this.at(T.STAR) ? this.starredExpression() : this.slice()
      if (next === null) break
      elts.push(next)
    }
    return { ...this.span(start), kind: 'Tuple', elts, ctx: 'Load' }
  }

  private slice(): ast.Expr | null {
    const start = this.pos
    let lower: ast.Expr | null = null
    if (!this.at(T.COLON)) {
      if (this.at(T.NAME) && this.kinds[start + 1] === T.COLONEQUAL) return this.namedExpression()
      lower = this.expression()
      if (!this.at(T.COLON)) {
        if (!this.diagnosing) return this.at(T.COLONEQUAL) ? null : lower
        this.backTo(start)
        return this.namedExpression()
      }
    }
    this.pos++
    const upper = this.attempt(this.expression)
    const step = this.accept(T.COLON) ? this.attempt(this.expression) : null
    return { ...this.span(start), kind: 'Slice', lower, upper, step }
  }

  // ---- Atoms ----

  atom(): ast.Expr | null {
    const index = this.pos
    switch (this.kinds[index]) {
      case T.NAME:
        this.pos++
        return this.nameNode(index)
      case T.NUMBER:
        this.pos++
        return this.number(index)
      case T.STRING:
      case T.FSTRING_START:
        return this.strings()
      case T.LPAR:
        return this.display(this.parenthesized) ?? this.invalidParenthesized(index)
      case T.LSQB:
        return this.display(this.bracketed) ?? this.invalidBracketed()
      case T.LBRACE:
        return this.display(this.braced) ?? this.invalidBraced(index)
      case T.NONE:
        return this.constant({ type: 'None' })
      case T.TRUE:
        return this.constant({ type: 'bool', value: true })
      case T.FALSE:
        return this.constant({ type: 'bool', value: false })
      case T.ELLIPSIS:
        return this.constant({ type: 'Ellipsis' })
      default:
        this.touch()
        return null
    }
  }

  nameNode(index: number): ast.Name {
    return {
      kind: 'Name',
      id: this.identifier(index),
      ctx: 'Load',
      lineno: this.lines[index] as number,
      col_offset: this.cols[index] as number,
      end_lineno: this.endLines[index] as number,
      end_col_offset: this.endCols[index] as number,
    }
  }

  private constant(value: ast.ConstantValue): ast.Constant {
    return { ...this.token(this.pos++), kind: 'Constant', value, u: null }
  }

  /** The literal at `index`, which has been accepted. */
  number(index: number): ast.Constant {
    const text = this.text(index)
    const value = numberValue(text)
    if (value === null) {
      const digits = text.replaceAll('_', '').length
      const msg =
        `Exceeds the limit (${MAX_DECIMAL_DIGITS} digits) for integer string conversion: value has ${digits} digits; ` +
        'use sys.set_int_max_str_digits() to increase the limit - Consider hexadecimal for huge integer literals ' +
        'to avoid decimal conversion limits.'
      this.raiseAt({ ...this.token(index), end_lineno: this.lines[index] as number }, msg)
    }
    return { ...this.token(index), kind: 'Constant', value, u: null }
  }

  /** Runs a rule at an opening bracket; goes back there when it fails. */
  private display(rule: () => ast.Expr | null): ast.Expr | null {
    const start = this.pos
    const depth = this.depth
    this.deeper()
    const node = rule.call(this)
    this.depth = depth
    return node ?? this.backTo(start)
  }

  // ---- Parentheses ----

  private parenthesized(): ast.Expr | null {
    const start = this.pos++
    if (this.accept(T.RPAR)) return { ...this.span(start), kind: 'Tuple', elts: [], ctx: 'Load' }
    if (this.at(T.YIELD)) {
      const node = this.yieldExpression()
      return node !== null && this.accept(T.RPAR) ? node : null
    }
    const first = this.starNamedExpression()
    if (first === null) return null
    if (this.accept(T.COMMA)) {
      const elts = [first, ...this.gather(this.starNamedExpression, true)]
      if (!this.accept(T.RPAR)) return null
      return { ...this.span(start), kind: 'Tuple', elts, ctx: 'Load' }
    }
    if (first.kind === 'Starred') {
      this.touch()
      return null
    }
    if (this.accept(T.RPAR)) return first
    return this.generatorFrom(start, first)
  }

  private invalidParenthesized(start: number): null {
    if (this.diagnosing) {
      this.invalidGroup()
      this.generator()
      this.pos = start
    }
    return null
  }

  // ---- Brackets ----

  private bracketed(): ast.Expr | null {
    const start = this.pos++
    const elts: ast.Expr[] = []
    if (!this.at(T.RSQB)) {
      const first = this.starNamedExpression()
      if (first === null) return null
      if (this.at(T.FOR) || this.at(T.ASYNC)) {
        const generators = first.kind === 'Starred' ? null : this.forIfClauses()
        if (generators === null || !this.accept(T.RSQB)) return null
        return { ...this.span(start), kind: 'ListComp', elt: first, generators }
      }
      elts.push(first)
      if (this.accept(T.COMMA)) elts.push(...this.gather(this.starNamedExpression, true))
    }
    if (!this.accept(T.RSQB)) return null
    return { ...this.span(start), kind: 'List', elts, ctx: 'Load' }
  }

  private invalidBracketed(): null {
    if (this.diagnosing) this.invalidComprehension()
    return null
  }

  // ---- Braces ----

  private braced(): ast.Expr | null {
    const start = this.pos++
    if (this.accept(T.RBRACE)) return { ...this.span(start), kind: 'Dict', keys: [], values: [] }
    if (this.at(T.DOUBLESTAR)) return this.dict(start)
    if (this.diagnosing && !this.ahead(this.key)) {
      this.pos = start
      this.invalidDictItems()
      this.pos = start + 1
    }
    const named = this.at(T.NAME) && this.kinds[this.pos + 1] === T.COLONEQUAL
    const first = this.starNamedExpression()
    if (first === null) return null
    if (first.kind !== 'Starred' && !named && this.accept(T.COLON)) return this.dictFrom(start, first)
    if (this.at(T.FOR) || this.at(T.ASYNC)) {
      const generators = first.kind === 'Starred' ? null : this.forIfClauses()
      if (generators === null || !this.accept(T.RBRACE)) return null
      return { ...this.span(start), kind: 'SetComp', elt: first, generators }
    }
    const elts = [first]
    if (this.accept(T.COMMA)) elts.push(...this.gather(this.starNamedExpression, true))
    if (!this.accept(T.RBRACE)) return null
    return { ...this.span(start), kind: 'Set', elts }
  }

  private key(): ast.Expr | null {
    const key = this.expression()
    return key !== null && this.accept(T.COLON) ? key : null
  }

  /** A dict or dict comprehension whose first key and colon have been read. */
  private dictFrom(start: number, key: ast.Expr): ast.Expr | null {
    const value = this.expression()
    if (value === null) return null
    if (this.at(T.FOR) || this.at(T.ASYNC)) {
      const generators = this.forIfClauses()
      if (generators === null || !this.accept(T.RBRACE)) return null
      return { ...this.span(start), kind: 'DictComp', key, value, generators }
    }
    if (!this.at(T.COMMA) && !this.at(T.RBRACE)) {
      this.touch()
      return null
    }
    this.accept(T.COMMA)
    return this.dict(start, [key], [value])
  }

  private dict(start: number, keys: (ast.Expr | null)[] = [], values: ast.Expr[] = []): ast.Dict | null {
    this.gather(() => (this.keyValuePair(keys, values) ? true : null), true)
    return this.accept(T.RBRACE) ? { ...this.span(start), kind: 'Dict', keys, values } : null
  }

  private invalidBraced(start: number): null {
    if (this.remembering) this.invalidDictItems()
    else this.brokenDisplays.push(start)
    if (this.diagnosing) {
      this.invalidDictComprehension()
      this.invalidComprehension()
    }
    return null
  }

  /** `key: value` or `**mapping`. */
  keyValuePair(keys: (ast.Expr | null)[], values: ast.Expr[]): boolean {
    if (this.accept(T.DOUBLESTAR)) {
      const mapping = this.bitwiseOr()
      if (mapping === null) return false
      keys.push(null)
      values.push(mapping)
      return true
    }
    if (this.at(T.STAR)) return false
    const key = this.expression()
    if (key === null || !this.accept(T.COLON)) return false
    const value = this.expression()
    if (value === null) return false
    keys.push(key)
    values.push(value)
    return true
  }

  // ---- Comprehensions ----

  forIfClauses(): ast.Comprehension[] | null {
    const clauses: ast.Comprehension[] = []
    for (;;) {
      const clause = this.attempt(this.forIfClause)
      if (clause === null) return clauses.length === 0 ? null : clauses
      clauses.push(clause)
    }
  }

  private forIfClause(): ast.Comprehension | null {
    const start = this.pos
    const isAsync = this.accept(T.ASYNC) ? 1 : 0
    if (!this.accept(T.FOR)) return null
    const variables = this.pos
    const target = this.starTargets()
    if (target !== null && this.accept(T.IN)) {
      const iter = this.disjunction()
      if (iter === null) return null
      const ifs: ast.Expr[] = []
      for (;;) {
        const mark = this.pos
        const condition = this.accept(T.IF) ? this.disjunction() : null
        if (condition === null) {
          this.backTo(mark)
          return { kind: 'comprehension', target, iter, ifs, is_async: isAsync }
        }
        ifs.push(condition)
      }
    }
    this.backTo(variables)
    if (this.gather(this.bitwiseOr, true).length > 0 && !this.at(T.IN)) {
      this.touch()
      this.raise("'in' expected after for-loop variables")
    }
    this.backTo(start)
    if (this.diagnosing) this.invalidForTarget()
    return null
  }
}
