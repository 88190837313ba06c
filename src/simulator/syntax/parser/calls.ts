// Calls and their arguments.
//
// Positional and starred arguments come first, then keywords and starred ones in any order, then keywords and
// `**mapping` in any order. One generator alone needs no parentheses of its own.
// In CPython: the rules `primary`, `genexp` and from `arguments` to `kwarg_or_double_starred` in Grammar/python.gram.

import type * as ast from '../ast.ts'
import * as T from '../tokens.ts'
import type { CallArguments } from './errors.ts'
import { Strings } from './strings.ts'

export abstract class Calls extends Strings {
  abstract assignmentExpression(): ast.Expr | null

  call(func: ast.Expr, start: number): ast.Call | null {
    const open = this.pos
    let found: CallArguments | null
    if (this.remembering) {
      // A generator as the only argument goes first, as a display of its own.
      const generator = this.attempt(this.generator)
      if (generator !== null) {
        return this.callNode(func, { args: [generator], keywords: [] }, start)
      }
    }
    this.pos = open + 1
    if (this.at(T.RPAR)) found = { args: [], keywords: [] }
    else found = this.callArguments(open)
    if (!this.accept(T.RPAR)) return this.backTo(open)
    return this.callNode(func, found ?? { args: [], keywords: [] }, start)
  }

  private callNode(func: ast.Expr, found: CallArguments, start: number): ast.Call {
    const last = this.pos - 1
    return {
      kind: 'Call',
      func,
      args: found.args,
      keywords: found.keywords,
      lineno: this.lines[start] as number,
      col_offset: this.cols[start] as number,
      end_lineno: this.endLines[last] as number,
      end_col_offset: this.endCols[last] as number,
    }
  }

  /** The arguments of a call, or one generator without parentheses of its own. */
  private callArguments(open: number): CallArguments | null {
    if (this.remembering) return this.arguments()
    const found = this.args()
    if (found === null) return null
    const [only] = found.args
    const generator = this.at(T.FOR) || this.at(T.ASYNC)
    if (generator && found.args.length === 1 && only !== undefined && only.kind !== 'Starred') {
      const clauses = found.keywords.length === 0 ? this.forIfClauses() : null
      if (clauses === null) return null
      if (!this.accept(T.RPAR)) return null
      const node: ast.GeneratorExp = {
        ...this.span(open),
        kind: 'GeneratorExp',
        elt: only,
        generators: clauses,
      }
      this.pos--
      return { args: [node], keywords: [] }
    }
    this.accept(T.COMMA)
    return found
  }

  generatorFrom(start: number, elt: ast.Expr): ast.GeneratorExp | null {
    const generators = this.forIfClauses()
    if (generators === null || !this.accept(T.RPAR)) return null
    return { ...this.span(start), kind: 'GeneratorExp', elt, generators }
  }

  /** A generator in parentheses; in the second pass, with the mistakes in it. */
  generator(): ast.GeneratorExp | null {
    const start = this.pos
    this.pos++
    const elt =
      this.at(T.NAME) && this.kinds[this.pos + 1] === T.COLONEQUAL
        ? this.namedExpression()
        : this.expression()
    const node = elt !== null && !this.at(T.COLONEQUAL) ? this.generatorFrom(start, elt) : null
    if (node !== null) return node
    this.backTo(start)
    if (this.diagnosing) this.invalidComprehension()
    return null
  }

  // ---- Arguments ----

  /** What stands between the parentheses of a call or of a class's bases. */
  arguments(): CallArguments | null {
    return this.remember('arguments', this.argumentsRule)
  }

  private argumentsRule(): CallArguments | null {
    const start = this.pos
    const found = this.args()
    if (found !== null) {
      this.accept(T.COMMA)
      if (this.at(T.RPAR)) return found
      this.touch()
    }
    this.backTo(start)
    if (this.diagnosing) this.invalidArguments()
    return null
  }

  args(): CallArguments | null {
    const found: CallArguments = { args: this.gather(this.positionalArgument, false), keywords: [] }
    if (found.args.length === 0) return this.keywordArguments(found) ? found : null
    const mark = this.pos
    if (!this.accept(T.COMMA) || !this.keywordArguments(found)) this.backTo(mark)
    return found
  }

  positionalArgument(): ast.Expr | null {
    if (this.at(T.STAR)) return this.starredExpression()
    const named = this.at(T.NAME)
    if (named && this.kinds[this.pos + 1] === T.EQUAL && !this.remembering) {
      this.touchToken(this.pos + 1)
      return null
    }
    if (named && this.kinds[this.pos + 1] === T.COLONEQUAL) return this.assignmentExpression()
    const node = this.expression()
    if (node === null) return null
    if (this.at(T.COLONEQUAL) || this.at(T.EQUAL)) {
      this.touch()
      return null
    }
    return node
  }

  /** Keywords and starred expressions in any order, then keywords and `**mapping` in any order. */
  keywordArguments(into: CallArguments): boolean {
    const add = (item: ast.Keyword | ast.Starred): void => {
      if (item.kind === 'keyword') into.keywords.push(item)
      else into.args.push(item)
    }
    const first = this.gather(this.keywordOrStarred, false)
    first.forEach(add)
    const mark = this.pos
    if (first.length > 0 && !this.accept(T.COMMA)) return true
    const second = this.gather(this.keywordOrDoubleStarred, false)
    second.forEach(add)
    if (second.length === 0) this.backTo(mark)
    return first.length > 0 || second.length > 0
  }

  private keywordOrStarred(): ast.Keyword | ast.Starred | null {
    if (this.diagnosing) this.invalidKeyword()
    return this.keyword() ?? (this.at(T.STAR) ? this.starredExpression() : null)
  }

  private keywordOrDoubleStarred(): ast.Keyword | null {
    if (this.diagnosing) this.invalidKeyword()
    const start = this.pos
    const keyword = this.keyword()
    if (keyword !== null || !this.accept(T.DOUBLESTAR)) return keyword
    const value = this.expression()
    return value === null ? this.backTo(start) : { ...this.span(start), kind: 'keyword', arg: null, value }
  }

  private keyword(): ast.Keyword | null {
    const start = this.pos
    const arg = this.name()
    if (arg === null || !this.accept(T.EQUAL)) return this.backTo(start)
    const value = this.expression()
    return value === null ? this.backTo(start) : { ...this.span(start), kind: 'keyword', arg, value }
  }

  /** `*expression` among arguments or subscripts. */
  starredExpression(): ast.Starred | null {
    const start = this.pos
    if (this.diagnosing) this.invalidStarred()
    if (!this.accept(T.STAR)) return null
    const value = this.expression()
    if (value === null) {
      this.touch()
      this.raise('Invalid star expression')
    }
    return { ...this.span(start), kind: 'Starred', value, ctx: 'Load' }
  }
}
