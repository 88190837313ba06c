// Source text → all tokens, as the module `tokenize` shows them.
//
// Beside what the parser reads there are comments, and newlines that end no statement (NL). What is wrong with
// brackets, names and numbers is left to the parser. Columns count characters, and each token has the text of its line.
// In CPython: the extra tokens of Parser/lexer/lexer.c, and Python/Python-tokenize.c.

import type { SyntaxErrorType } from './syntax-error.ts'
import { Tokenizer } from './tokenizer.ts'
import * as T from './tokens.ts'

interface Token {
  readonly type: number
  readonly text: string
  readonly start: readonly [number, number]
  readonly end: readonly [number, number]
  readonly line: string
}

interface TokenizingError {
  readonly type: Exclude<SyntaxErrorType, 'MemoryError' | 'RecursionError'>
  readonly msg: string
  readonly filename: string
  readonly lineno: number
  readonly offset: number
  readonly text: string | null
  readonly end_lineno: null
  readonly end_offset: null
}

// Numbers of the module `token`, which has no keywords and one type for all operators.
const OP = 55
const NAME = 1
const TYPES: ReadonlyMap<number, number> = new Map([
  [T.ENDMARKER, 0],
  [T.NAME, NAME],
  [T.NUMBER, 2],
  [T.STRING, 3],
  [T.NEWLINE, 4],
  [T.INDENT, 5],
  [T.DEDENT, 6],
  [T.FSTRING_START, 59],
  [T.FSTRING_MIDDLE, 60],
  [T.FSTRING_END, 61],
  [T.COMMENT, 62],
  [T.NL, 63],
])

class FullTokenizer extends Tokenizer {
  #isBlank = false

  override run(): T.TokenList {
    if (this.source.includes('\0')) {
      this.failAt('source code cannot contain null bytes', 0, 0)
      return this
    }
    return super.run()
  }

  override indentation(): boolean {
    this.#isBlank = false
    // Errors in the text of a continued line count from that line.
    return super.indentation()
  }

  override atBlankLine(): boolean {
    this.#isBlank = true
    return true
  }

  override newlineToken(start: number): void {
    const isInside = this.brackets.length > 0 || this.formatStrings.length > 0
    this.push(this.#isBlank || isInside ? T.NL : T.NEWLINE, start, start + 1)
    this.atLineStart = !isInside
    this.newLine(this.pos)
  }

  override comment(start: number): void {
    this.push(T.COMMENT, start, this.source.indexOf('\n', start))
  }

  override continuation(joined: boolean): boolean {
    const next = this.pos + 1
    if (this.source.charCodeAt(next) !== 0x0a) {
      const msg = 'unexpected character after line continuation character'
      this.failLater('SyntaxError', msg, this.#charactersToEnd(), 0)
      return false
    }
    if (next + 1 < this.source.length) return super.continuation(joined)
    const offset = joined ? this.#charactersToEnd() : 0
    this.failLater('SyntaxError', 'unexpected EOF in multi-line statement', offset, 0)
    return false
  }

  override failUnclosed(): boolean {
    const format = this.formatStrings[0]
    if (format === undefined && this.brackets.length === 0) return false
    const offset = format === undefined ? 0 : [...this.source.slice(format.lineStart)].length
    this.failLater('SyntaxError', 'unexpected EOF in multi-line statement', offset, 0)
    return true
  }

  /** Characters from the beginning of the line, or of those that are one with it, to its end. */
  #charactersToEnd(): number {
    const end = this.source.indexOf('\n', this.pos)
    return [...this.source.slice(this.unbrokenStart, end + 1)].length
  }
}

/** The lines of a text with their ends, first at index 1. */
function linesOf(source: string): string[] {
  return ['', ...(source.match(/[^\n]*\n|[^\n]+$/g) ?? [])]
}

/** Makes the tokens of a list what `tokenize` shows. */
class Presenter {
  readonly #list: T.TokenList
  readonly #lines: readonly string[]
  readonly #hasLastNewline: boolean

  constructor(list: T.TokenList, original: string) {
    this.#list = list
    this.#lines = linesOf(original)
    this.#hasLastNewline = original === '' || original.endsWith('\n')
  }

  /** The text of lines as they were written. */
  lines(first: number, last: number): string {
    return this.#lines.slice(first, last + 1).join('')
  }

  #column(line: number, offset: number): number {
    return [...this.#list.source.slice(this.#list.lineStarts[line], offset)].length
  }

  /** The end of a line as it was written; nothing where the text ends without. */
  #lineEnd(line: number): string {
    if (line === this.#lines.length - 1 && !this.#hasLastNewline) return ''
    return this.#lines[line]?.endsWith('\r\n') ? '\r\n' : '\n'
  }

  present(i: number): Token {
    const { source, kinds, starts, ends, lines, endLines, lineStarts } = this.#list
    const [kind, from, to, line, endLine] = [kinds[i]!, starts[i]!, ends[i]!, lines[i]!, endLines[i]!]
    const isKeyword = kind >= T.AND && kind <= T.YIELD
    const type = TYPES.get(kind) ?? (isKeyword ? NAME : OP)
    if (kind === T.ENDMARKER || (kind === T.DEDENT && to >= source.length)) {
      const place = [this.#lines.length, 0] as const
      return { type, text: '', start: place, end: place, line: '' }
    }
    const begin = kind === T.INDENT ? lineStarts[line]! : from
    const start = [line, this.#column(line, begin)] as const
    if (kind === T.NEWLINE || kind === T.NL) {
      const text = this.#lineEnd(line)
      return { type, text, start, end: [line, start[1] + (text.length || 1)], line: this.lines(line, line) }
    }
    const isString = kind === T.STRING || kind === T.FSTRING_MIDDLE
    return {
      type,
      text: source.slice(begin, to),
      start,
      end: [endLine, this.#column(endLine, to)],
      line: this.lines(isString ? line : endLine, endLine),
    }
  }
}

/** All tokens of a text, and the error that ends them. */
export function listTokens(original: string): {
  readonly tokens: readonly Token[]
  readonly error: TokenizingError | null
} {
  const text = original.includes('\r') ? original.replace(/\r\n/g, '\n') : original
  const source = text === '' || text.endsWith('\n') ? text : `${text}\n`
  const list = new FullTokenizer(source, false, true).run()
  const presenter = new Presenter(list, original)
  const tokens: Token[] = []
  list.kinds.forEach((kind, i) => {
    if (kind !== T.ERRORTOKEN) tokens.push(presenter.present(i))
  })
  const { error } = list
  if (error === null) return { tokens, error: null }
  const { lineno, offset } = error.place
  const line = presenter.lines(lineno, lineno).replace(/\r?\n$/, '')
  // Indentation is complained of at the end of the line.
  const isOfIndentation = error.type !== 'SyntaxError'
  return {
    tokens,
    error: {
      type: error.type as TokenizingError['type'],
      msg: error.msg,
      filename: '<string>',
      lineno,
      offset: isOfIndentation ? [...line].length + 1 : offset,
      text: line,
      end_lineno: null,
      end_offset: null,
    },
  }
}
