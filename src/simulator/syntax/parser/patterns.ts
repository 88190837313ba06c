// Patterns of `case`.
//
// A name captures, a dotted name compares, a name with parentheses is a class pattern; `_` matches anything.
// In CPython: the rules from `patterns` to `keyword_pattern` in Grammar/python.gram.

import type * as ast from '../ast.ts'
import * as T from '../tokens.ts'
import { Parameters } from './parameters.ts'

export abstract class Patterns extends Parameters {
  /** After `case`: a pattern, or several without brackets. */
  patterns(): ast.Pattern | null {
    const start = this.pos
    const first = this.maybeStarPattern()
    if (first !== null && this.accept(T.COMMA)) {
      const patterns = [first, ...this.gather(this.maybeStarPattern, true)]
      return { ...this.span(start), kind: 'MatchSequence', patterns }
    }
    if (first !== null && first.kind !== 'MatchStar') return first
    return this.backTo(start)
  }

  private maybeStarPattern(): ast.Pattern | null {
    return this.at(T.STAR) ? this.starPattern() : this.pattern()
  }

  private starPattern(): ast.MatchStar | null {
    const start = this.pos++
    const wildcard = this.atWord('_')
    const name = wildcard ? this.name() : this.captureTarget()
    if (name === null) return this.backTo(start)
    return { ...this.span(start), kind: 'MatchStar', name: wildcard ? null : name }
  }

  /** `pattern as name`, or alternatives. */
  private pattern(): ast.Pattern | null {
    const start = this.pos
    const pattern = this.alternatives()
    if (pattern === null || !this.at(T.AS)) return pattern
    const mark = this.pos++
    const name = this.captureTarget()
    if (name !== null) return { ...this.span(start), kind: 'MatchAs', pattern, name }
    if (this.diagnosing) this.invalidCapture()
    this.backTo(mark)
    return pattern
  }

  /** A name that is bound: not `_`, and not the beginning of another pattern. */
  private captureTarget(): string | null {
    const mark = this.pos
    if (this.atWord('_')) {
      this.touch()
      return null
    }
    const name = this.name()
    if (name === null) return null
    if (!this.at(T.DOT) && !this.at(T.LPAR) && !this.at(T.EQUAL)) return name
    this.touch()
    return this.backTo(mark)
  }

  private alternatives(): ast.Pattern | null {
    const start = this.pos
    const first = this.closedPattern()
    if (first === null || !this.at(T.VBAR)) return first
    const patterns = [first]
    for (;;) {
      const mark = this.pos
      const next = this.accept(T.VBAR) ? this.closedPattern() : null
      if (next === null) {
        this.backTo(mark)
        break
      }
      patterns.push(next)
    }
    return patterns.length === 1 ? first : { ...this.span(start), kind: 'MatchOr', patterns }
  }

  private closedPattern(): ast.Pattern | null {
    return this.remember('closedPattern', this.closedPatternRule)
  }

  private closedPatternRule(): ast.Pattern | null {
    const depth = this.depth
    this.deeper()
    const start = this.pos
    const pattern = this.closedPatternAt(start)
    this.depth = depth
    return pattern ?? this.backTo(start)
  }

  private closedPatternAt(start: number): ast.Pattern | null {
    switch (this.kinds[start]) {
      case T.NUMBER:
      case T.MINUS:
      case T.STRING:
      case T.FSTRING_START: {
        const value = this.literal()
        return value === null ? null : { ...this.span(start), kind: 'MatchValue', value }
      }
      case T.NONE:
        return this.singleton({ type: 'None' })
      case T.TRUE:
        return this.singleton({ type: 'bool', value: true })
      case T.FALSE:
        return this.singleton({ type: 'bool', value: false })
      case T.NAME:
        return this.namedPattern(start)
      case T.LPAR:
        return this.parenthesizedPattern(start)
      case T.LSQB: {
        this.pos++
        const patterns = this.gather(this.maybeStarPattern, true)
        return this.accept(T.RSQB) ? { ...this.span(start), kind: 'MatchSequence', patterns } : null
      }
      case T.LBRACE:
        return this.mappingPattern(start)
      default:
        this.touch()
        return null
    }
  }

  private singleton(value: ast.ConstantValue): ast.MatchSingleton {
    return { ...this.token(this.pos++), kind: 'MatchSingleton', value }
  }

  // ---- Literals ----

  /** A number with its sign, a complex number, or a string. */
  private literal(): ast.Expr | null {
    if (this.at(T.STRING) || this.at(T.FSTRING_START)) return this.strings()
    const start = this.pos
    const real = this.signedNumber()
    if (real === null || (!this.at(T.PLUS) && !this.at(T.MINUS))) return real
    if (isComplex(real.kind === 'UnaryOp' ? real.operand : real)) {
      this.touch()
      const place = real.kind === 'UnaryOp' ? real.operand : real
      this.raiseAt(place, 'real number required in complex literal')
    }
    const op = this.at(T.PLUS) ? 'Add' : 'Sub'
    this.pos++
    const index = this.pos
    if (!this.accept(T.NUMBER)) return this.backTo(start)
    const imaginary = this.number(index)
    if (!isComplex(imaginary)) this.raiseAt(imaginary, 'imaginary number required in complex literal')
    return { ...this.span(start), kind: 'BinOp', left: real, op, right: imaginary }
  }

  private signedNumber(): ast.Constant | ast.UnaryOp | null {
    const start = this.pos
    const negative = this.accept(T.MINUS)
    const index = this.pos
    if (!this.accept(T.NUMBER)) return this.backTo(start)
    const operand = this.number(index)
    return negative ? { ...this.span(start), kind: 'UnaryOp', op: 'USub', operand } : operand
  }

  // ---- Names ----

  private namedPattern(start: number): ast.Pattern | null {
    if (this.atWord('_')) {
      this.pos++
      return { ...this.span(start), kind: 'MatchAs', pattern: null, name: null }
    }
    const name = this.captureTarget()
    if (name !== null) return { ...this.span(start), kind: 'MatchAs', pattern: null, name }
    const value = this.valueName()
    if (value === null) return null
    if (this.at(T.LPAR)) return this.classPattern(start, value)
    if (value.kind !== 'Attribute' || this.at(T.EQUAL) || this.at(T.DOT)) {
      this.touch()
      return null
    }
    return { ...this.span(start), kind: 'MatchValue', value }
  }

  private valueName(): ast.Name | ast.Attribute | null {
    const start = this.pos
    if (!this.accept(T.NAME)) return null
    let value: ast.Name | ast.Attribute = this.nameNode(start)
    for (;;) {
      const mark = this.pos
      const attr = this.accept(T.DOT) ? this.name() : null
      if (attr === null) {
        this.backTo(mark)
        return value
      }
      value = { ...this.span(start), kind: 'Attribute', value, attr, ctx: 'Load' }
    }
  }

  // ---- Groups and sequences ----

  private parenthesizedPattern(start: number): ast.Pattern | null {
    this.pos++
    if (this.accept(T.RPAR)) return { ...this.span(start), kind: 'MatchSequence', patterns: [] }
    const first = this.maybeStarPattern()
    if (first === null) return null
    if (this.accept(T.COMMA)) {
      const patterns = [first, ...this.gather(this.maybeStarPattern, true)]
      return this.accept(T.RPAR) ? { ...this.span(start), kind: 'MatchSequence', patterns } : null
    }
    if (first.kind === 'MatchStar') {
      this.touch()
      return null
    }
    return this.accept(T.RPAR) ? first : null
  }

  // ---- Mappings ----

  private mappingPattern(start: number): ast.MatchMapping | null {
    this.pos++
    const keys: ast.Expr[] = []
    const patterns: ast.Pattern[] = []
    let rest: string | null = null
    for (;;) {
      if (this.at(T.DOUBLESTAR)) {
        const mark = this.pos++
        rest = this.captureTarget()
        if (rest === null) return this.backTo(mark)
        this.accept(T.COMMA)
        break
      }
      if (this.at(T.RBRACE)) break
      const key = this.mappingKey()
      if (key === null || !this.accept(T.COLON)) return null
      const pattern = this.pattern()
      if (pattern === null) return null
      keys.push(key)
      patterns.push(pattern)
      if (!this.accept(T.COMMA)) break
    }
    if (!this.accept(T.RBRACE)) return null
    return { ...this.span(start), kind: 'MatchMapping', keys, patterns, rest }
  }

  private mappingKey(): ast.Expr | null {
    const index = this.pos
    switch (this.kinds[index]) {
      case T.NUMBER:
      case T.MINUS:
      case T.STRING:
      case T.FSTRING_START:
        return this.literal()
      case T.NONE:
      case T.TRUE:
      case T.FALSE:
        return this.atom()
      case T.NAME: {
        const name = this.valueName()
        if (name !== null && name.kind === 'Attribute') return name
        this.touch()
        return this.backTo(index)
      }
      default:
        this.touch()
        return null
    }
  }

  // ---- Classes ----

  private classPattern(start: number, cls: ast.Expr): ast.MatchClass | null {
    const open = this.pos++
    const patterns: ast.Pattern[] = []
    const kwd_attrs: string[] = []
    const kwd_patterns: ast.Pattern[] = []
    let complete = true
    while (!this.at(T.RPAR)) {
      const attr = this.at(T.NAME) && this.kinds[this.pos + 1] === T.EQUAL ? this.name() : null
      if (attr !== null) this.pos++
      else if (kwd_attrs.length > 0) break
      const pattern = this.pattern()
      if (pattern === null) {
        complete = false
        break
      }
      if (attr === null) patterns.push(pattern)
      else {
        kwd_attrs.push(attr)
        kwd_patterns.push(pattern)
      }
      if (!this.accept(T.COMMA)) break
    }
    if (complete && this.accept(T.RPAR)) {
      return { ...this.span(start), kind: 'MatchClass', cls, patterns, kwd_attrs, kwd_patterns }
    }
    this.backTo(open)
    if (this.diagnosing) this.invalidClassPattern()
    return null
  }

  // ---- Mistakes ----

  /** After `as`. */
  private invalidCapture(): void {
    const mark = this.pos
    if (this.atWord('_')) this.raiseAt(this.token(mark), "cannot use '_' as a target")
    if (!this.at(T.NAME)) {
      const node = this.expression()
      if (node !== null) this.raiseAt(node, 'invalid pattern target')
    }
    this.backTo(mark)
  }

  /** At the parenthesis of a class pattern. */
  private invalidClassPattern(): void {
    const mark = this.pos++
    const keyword = (): true | null => {
      if (this.name() === null || !this.accept(T.EQUAL)) return null
      return this.pattern() === null ? null : true
    }
    if (this.gather(this.pattern, false).length > 0 && !this.accept(T.COMMA)) this.backTo(mark + 1)
    if (this.gather(keyword, false).length > 0 && this.accept(T.COMMA)) {
      const after = this.gather(this.pattern, false)
      const first = after[0]
      const last = after[after.length - 1]
      if (first !== undefined && last !== undefined) {
        this.raiseRange(first, last, 'positional patterns follow keyword patterns')
      }
    }
    this.backTo(mark)
  }
}

function isComplex(node: ast.Expr): boolean {
  return node.kind === 'Constant' && node.value.type === 'complex'
}
