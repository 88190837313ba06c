// Parameters of `def` and `lambda`, and type parameters.
//
// The two kinds of parameters differ in what ends them, `)` or `:`, and in that only those of `def` have annotations.
// A parameter takes the comma behind it with it; the last one must stand before the end.
// In CPython: the rules `params`, `lambda_params`, `type_params` and the invalid_… ones beside them.

import type * as ast from '../ast.ts'
import * as T from '../tokens.ts'
import { emptyArguments } from './expressions.ts'
import { Targets } from './targets.ts'

interface Parameter {
  readonly arg: ast.Arg
  readonly default: ast.Expr | null
}

export abstract class Parameters extends Targets {
  // What ends the parameters that are being read.
  private closing: number = T.RPAR

  parameters(): ast.Arguments | null {
    return this.parametersUntil(T.RPAR)
  }

  lambdaParameters(): ast.Arguments | null {
    return this.parametersUntil(T.COLON)
  }

  private parametersUntil(closing: number): ast.Arguments | null {
    const before = this.closing
    this.closing = closing
    if (this.diagnosing) this.invalidParameters()
    const found = this.attempt(this.parameterList)
    this.closing = before
    return found
  }

  private parameterList(): ast.Arguments | null {
    const found = emptyArguments()
    const start = this.pos
    for (;;) {
      const mark = this.pos
      const parameter = this.parameter('maybe')
      if (parameter === null) break
      if (parameter.default === null && found.defaults.length > 0) {
        this.backTo(mark)
        break
      }
      found.args.push(parameter.arg)
      if (parameter.default !== null) found.defaults.push(parameter.default)
      if (found.posonlyargs.length === 0 && this.slash()) {
        found.posonlyargs = found.args
        found.args = []
      }
    }
    if (this.at(T.STAR)) this.starParameters(found)
    else this.doubleStarParameter(found)
    return this.pos === start ? null : found
  }

  /** `/`, with the comma behind it. */
  private slash(): boolean {
    const mark = this.pos
    if (!this.accept(T.SLASH)) return false
    if (this.accept(T.COMMA) || this.at(this.closing)) return true
    this.backTo(mark)
    return false
  }

  /** `*args` or `*`, and what follows. */
  private starParameters(found: ast.Arguments): void {
    const mark = this.pos
    if (this.diagnosing) this.invalidStarParameters()
    this.pos++
    if (this.accept(T.COMMA)) {
      const named = this.keywordOnly(found)
      if (!named) {
        this.backTo(mark)
        return
      }
    } else {
      const parameter = this.parameter('starred')
      if (parameter === null) {
        this.backTo(mark)
        return
      }
      found.vararg = parameter.arg
      this.keywordOnly(found)
    }
    this.doubleStarParameter(found)
  }

  private keywordOnly(found: ast.Arguments): boolean {
    for (;;) {
      const parameter = this.parameter('maybe')
      if (parameter === null) return found.kwonlyargs.length > 0
      found.kwonlyargs.push(parameter.arg)
      found.kw_defaults.push(parameter.default)
    }
  }

  private doubleStarParameter(found: ast.Arguments): void {
    const mark = this.pos
    if (!this.at(T.DOUBLESTAR)) {
      this.touch()
      return
    }
    if (this.diagnosing) this.invalidDoubleStarParameter()
    this.pos++
    const parameter = this.parameter('never')
    if (parameter === null) this.backTo(mark)
    else found.kwarg = parameter.arg
  }

  /** One parameter and its comma. `defaults` says whether it has a default; 'starred' is `never` after `*`. */
  private parameter(defaults: 'maybe' | 'never' | 'always' | 'starred'): Parameter | null {
    const mark = this.pos
    const arg = this.bareParameter(defaults === 'starred')
    if (arg === null) return this.backTo(mark)
    const value = defaults === 'maybe' || defaults === 'always' ? this.default() : null
    if (defaults === 'always' && value === null) return this.backTo(mark)
    if (this.accept(T.COMMA) || this.at(this.closing)) return { arg, default: value }
    return this.backTo(mark)
  }

  private bareParameter(starred: boolean): ast.Arg | null {
    const start = this.pos
    const arg = this.name()
    if (arg === null) return null
    let annotation: ast.Expr | null = null
    if (this.closing === T.RPAR && this.at(T.COLON)) {
      const mark = this.pos++
      annotation = starred ? this.starExpression() : this.expression()
      if (annotation === null) this.backTo(mark)
    }
    return { ...this.span(start), kind: 'arg', arg, annotation }
  }

  private default(): ast.Expr | null {
    const mark = this.pos
    if (!this.accept(T.EQUAL)) return null
    const value = this.expression()
    if (value !== null) return value
    if (this.diagnosing && (this.at(T.COMMA) || this.at(T.RPAR))) {
      this.raiseAt(this.token(mark), 'expected default value expression')
    }
    return this.backTo(mark)
  }

  // ---- Mistakes ----

  private many(defaults: 'maybe' | 'never' | 'always'): number {
    let count = 0
    while (this.parameter(defaults) !== null) count++
    return count
  }

  /** Parameters without defaults and a slash. */
  private slashWithoutDefault(): true | null {
    return this.many('never') > 0 && this.slash() ? true : null
  }

  /** Parameters of which the last have defaults, and a slash. */
  private slashWithDefault(): true | null {
    this.many('never')
    return this.many('always') > 0 && this.slash() ? true : null
  }

  private slashGroup(): true | null {
    return this.attempt(this.slashWithoutDefault) ?? this.attempt(this.slashWithDefault)
  }

  private invalidParameters(): void {
    const mark = this.pos
    if (this.accept(T.SLASH) && this.accept(T.COMMA)) {
      this.raiseAt(this.token(mark), 'at least one argument must precede /')
    }
    this.backTo(mark)

    if (this.slashGroup() !== null) {
      this.many('maybe')
      if (this.accept(T.SLASH)) this.raiseAt(this.token(this.pos - 1), '/ may appear only once')
    }
    this.backTo(mark)

    this.attempt(this.slashWithoutDefault)
    this.many('never')
    if (this.attempt(this.slashWithDefault) !== null || this.many('always') > 0) {
      const parameter = this.parameter('never')
      if (parameter !== null) {
        this.raiseAt(parameter.arg, 'parameter without a default follows parameter with a default')
      }
    }
    this.backTo(mark)

    this.many('never')
    const open = this.pos
    if (this.accept(T.LPAR) && this.parenthesizedParameters()) {
      this.accept(T.COMMA)
      if (this.accept(T.RPAR)) {
        const what = this.closing === T.RPAR ? 'Function parameters' : 'Lambda expression parameters'
        this.raiseRange(this.token(open), this.token(this.pos - 1), `${what} cannot be parenthesized`)
      }
    }
    this.backTo(mark)

    this.slashGroup()
    this.many('maybe')
    if (this.accept(T.STAR) && (this.accept(T.COMMA) || this.parameter('never') !== null)) {
      this.many('maybe')
      if (this.accept(T.SLASH)) this.raiseAt(this.token(this.pos - 1), '/ must be ahead of *')
    }
    this.backTo(mark)

    if (this.many('maybe') > 0 && this.accept(T.SLASH) && this.accept(T.STAR)) {
      this.raiseAt(this.token(this.pos - 1), 'expected comma between / and *')
    }
    this.backTo(mark)
  }

  private parenthesizedParameters(): boolean {
    if (this.closing === T.RPAR) return this.many('never') > 0
    return this.gather(this.lambdaParameter, false).length > 0
  }

  private lambdaParameter(): ast.Arg | null {
    return this.bareParameter(false)
  }

  /** At `*`. */
  private invalidStarParameters(): void {
    const mark = this.pos++
    const bare = this.at(this.closing)
    if (bare || (this.accept(T.COMMA) && (this.at(this.closing) || this.at(T.DOUBLESTAR)))) {
      this.touch()
      const msg = 'named arguments must follow bare *'
      if (this.closing === T.RPAR) this.raiseAt(this.token(mark), msg)
      // The parser has by now taken the token after the comma.
      this.raise(msg)
    }
    this.backTo(mark + 1)
    if (this.bareParameter(false) !== null && this.accept(T.EQUAL)) {
      this.raiseAt(this.token(this.pos - 1), 'var-positional argument cannot have default value')
    }
    this.backTo(mark + 1)
    if (this.parameter('never') !== null || this.accept(T.COMMA)) {
      this.many('maybe')
      const star = this.pos
      if (this.accept(T.STAR) && (this.parameter('never') !== null || this.accept(T.COMMA))) {
        this.raiseAt(this.token(star), '* argument may appear only once')
      }
    }
    this.backTo(mark)
  }

  /** At `**`. */
  private invalidDoubleStarParameter(): void {
    const mark = this.pos++
    if (this.bareParameter(false) !== null) {
      if (this.accept(T.EQUAL)) {
        this.raiseAt(this.token(this.pos - 1), 'var-keyword argument cannot have default value')
      }
      if (this.accept(T.COMMA)) {
        const next = this.pos
        const msg = 'arguments cannot follow var-keyword argument'
        const parameter = this.bareParameter(false)
        if (parameter !== null) this.raiseAt(parameter, msg)
        if (this.at(T.STAR) || this.at(T.DOUBLESTAR) || this.at(T.SLASH)) this.raiseAt(this.token(next), msg)
      }
    }
    this.backTo(mark)
  }

  // ---- Type parameters ----

  typeParameters(): ast.TypeParam[] | null {
    const start = this.pos
    if (!this.accept(T.LSQB)) return null
    if (this.diagnosing && this.at(T.RSQB)) {
      this.touch()
      this.raiseFrom(this.token(this.pos), 'Type parameter list cannot be empty')
    }
    const found = this.gather(this.typeParameter, true)
    if (found.length === 0 || !this.accept(T.RSQB)) return this.backTo(start)
    return found
  }

  private typeParameter(): ast.TypeParam | null {
    const start = this.pos
    const star = this.accept(T.STAR)
    const doubleStar = !star && this.accept(T.DOUBLESTAR)
    const name = this.name()
    if (name === null) return this.backTo(start)
    let bound: ast.Expr | null = null
    const colon = this.pos
    if (this.accept(T.COLON)) {
      bound = this.expression()
      if (bound === null) this.backTo(colon)
      else if (star || doubleStar) {
        const what = bound.kind === 'Tuple' ? 'constraints' : 'bound'
        const kind = star ? 'TypeVarTuple' : 'ParamSpec'
        this.raiseFrom(this.token(colon), `cannot use ${what} with ${kind}`)
      }
    }
    const equal = this.pos
    let default_value: ast.Expr | null = null
    if (this.accept(T.EQUAL)) {
      default_value = star ? this.starExpression() : this.expression()
      if (default_value === null) this.backTo(equal)
    }
    const place = this.span(start)
    if (star) return { ...place, kind: 'TypeVarTuple', name, default_value }
    if (doubleStar) return { ...place, kind: 'ParamSpec', name, default_value }
    return { ...place, kind: 'TypeVar', name, bound, default_value }
  }
}
