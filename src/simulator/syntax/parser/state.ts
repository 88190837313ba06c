// The state of a parse, and what every rule is made of.
//
// The parser is a class in layers, each a file: state ← errors ← strings ← atoms ← expressions ← targets ←
// parameters ← patterns ← statement-errors ← simple-statements ← statements ← parser. A layer calls the ones above it through abstract methods.
//
// A rule is a method that returns a node and moves on, or returns null. Where a rule returns null the caller that has
// another alternative puts `pos` back. A rule may also match less than it tries: `a +` is the expression `a`.
//
// There are two passes. The first only builds the tree and, when it fails, knows the furthest token it looked at.
// The second (`diagnosing`) runs the same rules again and tries, where they are about to fail or to guess, the forms
// of errors.ts: programs that are wrong in a way that has a message of its own. Only in this pass are results
// remembered, because only there the same rule is tried many times at one token.
// In CPython: Parser/pegen.c.

import type * as ast from '../ast.ts'
import {
  PySyntaxError,
  type SyntaxErrorPlace,
  type SyntaxErrorType,
  type SyntaxWarning,
} from '../syntax-error.ts'
import { characterColumn } from '../token-writer.ts'
import * as T from '../tokens.ts'

/** What the parser reads: a file, one expression, or one interactive statement. */
export type Mode = 'exec' | 'eval' | 'single'

// How deep rules may nest. Brackets and indentation have limits of their own; this one is for the rest
// (`not not …`, `- - …`, `lambda: lambda: …`), and leaves room on JavaScript's stack.
const MAX_DEPTH = 1500

interface Remembered {
  readonly result: unknown
  readonly end: number
}

export abstract class ParserState {
  readonly tokens: T.TokenList
  readonly filename: string
  readonly mode: Mode
  readonly source: string
  readonly kinds: readonly number[]
  readonly lines: readonly number[]
  readonly cols: readonly number[]
  readonly endLines: readonly number[]
  readonly endCols: readonly number[]

  /** The next token. */
  pos = 0
  /** The furthest token looked at: where a plain "invalid syntax" is reported. */
  furthest = -1
  /** In the second pass, except within a guess that must not complain itself. */
  diagnosing = false
  /** In the second pass: results are remembered. */
  remembering = false
  depth = 0
  readonly warnings: SyntaxWarning[] = []
  readonly identifiers = new Set<string>()
  private remembered = new Map<string, Map<number, Remembered>>()
  private levels: number[] | null = null

  constructor(tokens: T.TokenList, mode: Mode, filename: string) {
    this.tokens = tokens
    this.filename = filename
    this.mode = mode
    this.source = tokens.source
    this.kinds = tokens.kinds
    this.lines = tokens.lines
    this.cols = tokens.cols
    this.endLines = tokens.endLines
    this.endCols = tokens.endCols
    for (const { msg, lineno } of tokens.warnings) this.warn(msg, lineno)
  }

  // ---- Tokens ----

  at(kind: number): boolean {
    return this.kinds[this.pos] === kind
  }

  /** Records that the next token was looked at. */
  touch(): void {
    this.touchToken(this.pos)
  }

  touchToken(index: number): void {
    if (index <= this.furthest) return
    this.furthest = index
    if (this.kinds[index] === T.ERRORTOKEN) this.raiseLexicalError()
  }

  accept(kind: number): boolean {
    if (this.kinds[this.pos] === kind) {
      this.pos++
      return true
    }
    if (this.pos > this.furthest) this.touch()
    return false
  }

  /** Goes back to try something else; what was looked at stays looked at. */
  backTo(pos: number): null {
    if (this.pos > this.furthest + 1) this.touchToken(this.pos - 1)
    this.pos = pos
    return null
  }

  /** The token must come here: nothing else can be meant. */
  force(kind: number, text: string): void {
    if (!this.accept(kind)) this.raiseAt(this.token(this.pos), `expected '${text}'`)
  }

  text(index: number): string {
    return this.source.slice(this.tokens.starts[index], this.tokens.ends[index])
  }

  /** Whether the next token is the name `word`, a soft keyword. */
  atWord(word: string): boolean {
    if (this.kinds[this.pos] !== T.NAME) return false
    const start = this.tokens.starts[this.pos] as number
    return this.tokens.ends[this.pos] === start + word.length && this.source.startsWith(word, start)
  }

  /** The text of a NAME token as an identifier. */
  identifier(index: number): string {
    const text = this.text(index)
    let i = 0
    while (i < text.length && text.charCodeAt(i) < 0x80) i++
    const name = i === text.length ? text : text.normalize('NFKC')
    this.identifiers.add(name)
    return name
  }

  /** Accepts a NAME; null when there is none. */
  name(): string | null {
    return this.accept(T.NAME) ? this.identifier(this.pos - 1) : null
  }

  /** How many brackets are open after a token. */
  level(index: number): number {
    if (this.levels === null) {
      let level = 0
      this.levels = this.kinds.map((kind) => {
        if (kind === T.LPAR || kind === T.LSQB || kind === T.LBRACE) level++
        else if (kind === T.RPAR || kind === T.RSQB || kind === T.RBRACE) level--
        return level
      })
    }
    return this.levels[index] as number
  }

  // ---- Positions ----

  /** The position of one token. */
  token(index: number): ast.Position {
    return {
      lineno: this.lines[index] as number,
      col_offset: this.cols[index] as number,
      end_lineno: this.endLines[index] as number,
      end_col_offset: this.endCols[index] as number,
    }
  }

  /** The position of a node that begins at the token `start` and ends before the next one. */
  span(start: number): ast.Position {
    // Newlines and the end of a block are no part of the node.
    let last = this.pos - 1
    for (;;) {
      const kind = this.kinds[last] as number
      if (last <= start || !(kind === T.ENDMARKER || (kind >= T.NEWLINE && kind <= T.DEDENT))) break
      last--
    }
    return {
      lineno: this.lines[start] as number,
      col_offset: this.cols[start] as number,
      end_lineno: this.endLines[last] as number,
      end_col_offset: this.endCols[last] as number,
    }
  }

  // ---- The second pass ----

  /** Runs `rule`; in the second pass once at each token, answering from memory afterwards. */
  remember<Result>(name: string, rule: () => Result): Result {
    if (!this.remembering) return rule.call(this)
    let results = this.remembered.get(name)
    if (results === undefined) {
      results = new Map()
      this.remembered.set(name, results)
    }
    const start = this.pos
    const known = results.get(start)
    if (known !== undefined) {
      this.pos = known.end
      return known.result as Result
    }
    const result = rule.call(this)
    results.set(start, { result, end: this.pos })
    return result
  }

  forget(): void {
    this.remembered = new Map()
  }

  /** Runs `rule`; goes back when it fails. */
  attempt<Result>(rule: () => Result | null): Result | null {
    const mark = this.pos
    const result = rule.call(this)
    if (result === null || result === false) this.backTo(mark)
    return result
  }

  /** Whether `rule` would match here. */
  ahead(rule: () => unknown): boolean {
    const mark = this.pos
    const result = rule.call(this)
    this.backTo(mark)
    return result !== null && result !== false
  }

  /** Enters a rule that can nest without brackets. */
  deeper(): void {
    if (++this.depth > MAX_DEPTH) this.raiseTooDeep()
  }

  raiseTooDeep(): never {
    const place = { lineno: 0, offset: 0, end_lineno: 0, end_offset: 0 }
    const msg = 'Parser stack overflowed - Python source too complex to parse'
    throw new PySyntaxError('MemoryError', msg, this.filename, place, null)
  }

  // ---- Errors ----

  /** An error between two places. */
  raiseRange(first: ast.Position, last: ast.Position, msg: string): never {
    this.raiseBytes('SyntaxError', msg, first.lineno, first.col_offset, last.end_lineno, last.end_col_offset)
  }

  /** An error at a node or a token. */
  raiseAt(place: ast.Position, msg: string): never {
    this.raiseRange(place, place, msg)
  }

  /** An error from a place to the end of what was looked at. */
  raiseFrom(place: ast.Position, msg: string): never {
    this.backTo(this.pos)
    const { lineno, col_offset } = place
    const offset = characterColumn(this.tokens, lineno, col_offset + 1)
    const end = this.endOfFurthest()
    const end_offset = this.endOffset(lineno, end.line, end.col)
    this.raiseError('SyntaxError', msg, { lineno, offset, end_lineno: end.line, end_offset })
  }

  /** An error at the furthest token. */
  raise(msg: string, type: SyntaxErrorType = 'SyntaxError'): never {
    this.backTo(this.pos)
    this.raiseAtToken(this.furthest, msg, type)
  }

  /** An error at the next token. */
  raiseNext(msg: string): never {
    this.touch()
    this.raiseAtToken(this.pos, msg, 'SyntaxError')
  }

  raiseIndentation(msg: string): never {
    this.raise(msg, 'IndentationError')
  }

  private raiseAtToken(index: number, msg: string, type: SyntaxErrorType): never {
    const { lineno, col_offset, end_lineno, end_col_offset } = this.token(index)
    if (col_offset >= 0) this.raiseBytes(type, msg, lineno, col_offset, end_lineno, end_col_offset)
    // A token without text: the place is where the tokenizer had got to.
    const col = characterColumn(this.tokens, lineno, this.endOfFurthest().col)
    this.raiseError(type, msg, { lineno, offset: col, end_lineno, end_offset: -1 })
  }

  /** Where the tokenizer stood when it had read the furthest token. */
  private endOfFurthest(): { line: number; col: number } {
    const index = this.furthest
    const line = this.endLines[index] as number
    const start = this.tokens.lineStarts[line] ?? 0
    let end = this.tokens.ends[index] as number
    if (this.kinds[index] === T.ENDMARKER) end = this.source.length
    return { line, col: byteLength(this.source.slice(start, end)) }
  }

  private raiseBytes(
    type: SyntaxErrorType,
    msg: string,
    lineno: number,
    col: number,
    end_lineno: number,
    end_col: number,
  ): never {
    const offset = col < 0 ? 0 : characterColumn(this.tokens, lineno, col + 1)
    const end_offset = end_col < 0 ? 0 : this.endOffset(lineno, end_lineno, end_col + 1)
    this.raiseError(type, msg, { lineno, offset, end_lineno, end_offset })
  }

  /**
   * The column of the end of an error, as a number of characters from 1. CPython counts them in the line where the
   * error begins, and so an end on a later line lies at most at the end of the first.
   */
  private endOffset(lineno: number, end_lineno: number, end_col: number): number {
    if (end_lineno === lineno) return characterColumn(this.tokens, lineno, end_col)
    const text = this.lineText(lineno).replace('\n', '')
    const bytes = byteLength(text)
    return end_col > bytes ? [...text].length + 1 : characterColumn(this.tokens, lineno, end_col)
  }

  raiseError(type: SyntaxErrorType, msg: string, place: SyntaxErrorPlace): never {
    throw new PySyntaxError(type, msg, this.filename, place, this.lineText(place.lineno), this.warnings)
  }

  raiseLexicalError(): never {
    const error = this.tokens.error as T.LexicalError
    this.raiseError(error.type, error.msg, error.place)
  }

  /** A line with its newline. */
  lineText(lineno: number): string {
    const start = this.tokens.lineStarts[lineno] ?? this.source.length
    const end = this.source.indexOf('\n', start)
    return end < 0 ? this.source.slice(start) : this.source.slice(start, end + 1)
  }

  warn(msg: string, lineno: number): void {
    for (const warning of this.warnings) {
      if (warning.lineno === lineno && warning.msg === msg) return
    }
    this.warnings.push({ msg, lineno })
  }
}

function byteLength(text: string): number {
  let length = 0
  for (const character of text) {
    const code = character.codePointAt(0) as number
    length += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4
  }
  return length
}
