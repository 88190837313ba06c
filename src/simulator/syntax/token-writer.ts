// The list of tokens while it is written: positions, lines, errors.
//
// Columns are bytes of UTF-8 while offsets count JavaScript's characters; the difference is counted along the line,
// as tokens come in order. An error does not throw: it ends the list.
// In CPython: Parser/lexer/state.c and Parser/tokenizer/helpers.c.

import type { SyntaxErrorType, SyntaxWarning } from './syntax-error.ts'
import * as T from './tokens.ts'

const NOT_ASCII = /[^\x00-\x7f]/

/** An f-string that is being read. */
export interface FormatString {
  readonly quote: number
  readonly quoteSize: number
  readonly raw: boolean
  readonly start: number
  readonly line: number
  readonly lineStart: number
  /** Brackets open in its expressions. */
  depth: number
  /** The value of `depth` around the innermost expression; -1 in plain text. */
  expressionDepth: number
  inText: boolean
  inFormatSpec: boolean
}

export class TokenWriter implements T.TokenList {
  readonly source: string
  readonly lineStarts: number[] = [0, 0]
  readonly kinds: number[] = []
  readonly starts: number[] = []
  readonly ends: number[] = []
  readonly lines: number[] = []
  readonly endLines: number[] = []
  readonly cols: number[] = []
  readonly endCols: number[] = []
  readonly warnings: SyntaxWarning[] = []
  error: T.LexicalError | null = null

  pos = 0
  line = 1
  lineStart = 0
  /** Where the current line begins, or the first of the lines that strings and backslashes make one. */
  unbrokenStart = 0
  done = false
  readonly brackets: T.OpenBracket[] = []
  readonly formatStrings: FormatString[] = []

  private readonly ascii: boolean
  // Where the last column was computed, and how many bytes more than characters its line had up to there.
  private columnOffset = 0
  private columnExtra = 0

  constructor(source: string) {
    this.source = source
    this.ascii = !NOT_ASCII.test(source)
  }

  // ---- Making tokens ----

  /** The column, in bytes, of an offset on the current line. */
  column(offset: number): number {
    if (this.ascii) return offset - this.lineStart
    if (this.columnOffset < this.lineStart || this.columnOffset > offset) {
      this.columnOffset = this.lineStart
      this.columnExtra = 0
    }
    for (; this.columnOffset < offset; this.columnOffset++) {
      const code = this.source.charCodeAt(this.columnOffset)
      if (code >= 0x80) this.columnExtra += code >= 0x800 && (code & 0xf800) !== 0xd800 ? 2 : 1
    }
    return offset - this.lineStart + this.columnExtra
  }

  /** A token on the current line. */
  push(kind: number, start: number, end: number): void {
    const line = this.line
    this.kinds.push(kind)
    this.starts.push(start)
    this.ends.push(end)
    this.lines.push(line)
    this.endLines.push(line)
    this.cols.push(this.column(start))
    this.endCols.push(this.column(end))
    this.pos = end
  }

  /** A token that began on another line, at the column `col`, and ends on the current one. */
  pushLong(kind: number, start: number, end: number, line: number, col: number): void {
    this.push(kind, start, end)
    this.lines[this.lines.length - 1] = line
    this.cols[this.cols.length - 1] = col
  }

  /** A token without text. */
  pushEmpty(kind: number): void {
    this.push(kind, this.pos, this.pos)
    this.cols[this.cols.length - 1] = -1
    this.endCols[this.endCols.length - 1] = -1
  }

  newLine(start: number, joined = false): void {
    if (!joined) this.unbrokenStart = start
    this.line++
    this.lineStart = start
    this.lineStarts.push(start)
    this.columnOffset = start
    this.columnExtra = 0
  }

  // ---- Errors ----

  /** The number of characters of the current line before `offset`. */
  characters(offset: number): number {
    if (this.ascii) return offset - this.lineStart
    return [...this.source.slice(this.lineStart, offset)].length
  }

  stop(error: Omit<T.LexicalError, 'unclosed'>): void {
    // In an f-string nothing that comes later is better than what the parser says of the expression.
    const format = this.formatStrings.length > 0
    const unclosed = format ? undefined : this.brackets[this.brackets.length - 1]
    this.error = { ...error, final: error.final && !format, unclosed: unclosed ?? null }
    this.pushEmpty(T.ERRORTOKEN)
    this.done = true
  }

  /** An error at the character before `offset` of the current line. */
  fail(msg: string, offset = this.pos): void {
    const column = this.characters(offset)
    this.failAt(msg, column, column)
  }

  failAt(msg: string, offset: number, end_offset: number): void {
    const place = { lineno: this.line, offset, end_lineno: this.line, end_offset }
    this.stop({ type: 'SyntaxError', msg, place, final: true })
  }

  /** An error that counts only when the parser comes upon it. */
  failLater(type: SyntaxErrorType, msg: string, offset: number, end_offset: number): void {
    const place = { lineno: this.line, offset, end_lineno: this.line, end_offset }
    this.stop({ type, msg, place, final: false })
  }

  lineLength(): number {
    const end = this.source.indexOf('\n', this.lineStart)
    return this.characters(end < 0 ? this.source.length : end + 1)
  }

  warn(msg: string): void {
    this.warnings.push({ msg, lineno: this.line })
  }

  /** At the end: whether a bracket is open there. */
  failUnclosed(): boolean {
    const bracket = this.brackets[this.brackets.length - 1]
    if (bracket === undefined) return false
    this.stop({ ...unclosedBracket(this, bracket), final: false })
    return true
  }
}

/** The complaint about a bracket that is never closed. */
export function unclosedBracket(
  list: Pick<T.TokenList, 'source' | 'lineStarts'>,
  bracket: T.OpenBracket,
): Pick<T.LexicalError, 'type' | 'msg' | 'place'> {
  const offset = characterColumn(list, bracket.line, bracket.col) + 1
  return {
    type: 'SyntaxError',
    msg: `'${bracket.character}' was never closed`,
    place: { lineno: bracket.line, offset, end_lineno: bracket.line, end_offset: 0 },
  }
}

/** Turns a column in bytes into one in characters. */
export function characterColumn(
  list: Pick<T.TokenList, 'source' | 'lineStarts'>,
  line: number,
  col: number,
): number {
  let offset = list.lineStarts[line] ?? 0
  let bytes = 0
  let characters = 0
  while (bytes < col) {
    const code = list.source.codePointAt(offset)
    if (code === undefined) return characters + (col - bytes)
    bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4
    offset += code < 0x10000 ? 1 : 2
    characters++
  }
  return characters
}
