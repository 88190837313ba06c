// Source text → tokens.
//
// The whole text is read before parsing begins. Indentation becomes INDENT and DEDENT; inside brackets newlines are
// white space. An f-string is FSTRING_START, then FSTRING_MIDDLE for text and ordinary tokens between braces, then
// FSTRING_END: for each f-string that is open there is one FormatString on a stack, which says whether the reader is
// in its text or in an expression. Errors do not throw: they end the list (see LexicalError).
// In CPython: Parser/lexer/lexer.c.

import { scanNumber } from './numbers.ts'
import type { SyntaxErrorType, SyntaxWarning } from './syntax-error.ts'
import * as T from './tokens.ts'

const MAX_INDENT = 100
const MAX_BRACKETS = 200
const MAX_FORMAT_STRINGS = 150
const MAX_FORMAT_NESTING = 3
const TAB_SIZE = 8

// Classes of ASCII characters.
const LETTER = 1
const DIGIT = 2
const CLASS = new Uint8Array(128)
for (let code = 0; code < 128; code++) {
  if (/[a-zA-Z_]/.test(String.fromCharCode(code))) CLASS[code] = LETTER
  else if (/[0-9]/.test(String.fromCharCode(code))) CLASS[code] = DIGIT
}

const CLOSING: Readonly<Record<string, string>> = { '(': ')', '[': ']', '{': '}' }
const STRING_PREFIX = /^(?:[bB][rR]?|[rR][bB]?|[uU]|[fF][rR]?|[rR][fF])$/
const NOT_ASCII = /[^\x00-\x7f]/
const NOT_PRINTABLE = /[\p{C}\p{Z}]/u
const IDENTIFIER_START = /^[\p{XID_Start}_]$/u
const IDENTIFIER_PART = /^\p{XID_Continue}$/u

/** An f-string that is being read. */
interface FormatString {
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

/** Reads a whole source. In mode 'exec' the last line need not end in a newline. */
export function tokenize(source: string, mode: 'exec' | 'eval' | 'single'): T.TokenList {
  let text = source.charCodeAt(0) === 0xfeff ? source.slice(1) : source
  if (text.includes('\r')) text = text.replace(/\r\n?/g, '\n')
  if (mode === 'exec' && text !== '' && !text.endsWith('\n')) text += '\n'
  return new Tokenizer(text, mode === 'single').run()
}

class Tokenizer implements T.TokenList {
  readonly source: string
  readonly single: boolean
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
  /** Where the current line begins, or the first of the lines that strings and backslashes make one. */
  unbrokenStart = 0
  lineStart = 0
  readonly ascii: boolean
  // Where the last column was computed, and how many bytes more than characters its line had up to there.
  columnOffset = 0
  columnExtra = 0

  done = false
  atLineStart = true
  readonly brackets: T.OpenBracket[] = []
  readonly indents: number[] = [0]
  // The same with tabs of one column, to find indentation that depends on the size of tabs.
  readonly alternateIndents: number[] = [0]
  readonly formatStrings: FormatString[] = []

  constructor(source: string, single: boolean) {
    this.source = source
    this.single = single
    this.ascii = !NOT_ASCII.test(source)
  }

  run(): T.TokenList {
    if (this.source.includes('\0')) this.fail('source code cannot contain null bytes')
    while (!this.done) {
      const format = this.formatStrings[this.formatStrings.length - 1]
      if (format?.inText) this.formatStringText(format)
      else this.token(format)
    }
    return this
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

  // ---- Lines and indentation ----

  /** Measures the white space at the beginning of a line; returns false when the list ends there. */
  indentation(): boolean {
    const source = this.source
    let col = 0
    let alternate = 0
    // A backslash in the white space: the part before the first one is the indentation.
    let continued = 0
    for (;;) {
      const code = source.charCodeAt(this.pos)
      if (code === 0x20) {
        col++
        alternate++
      } else if (code === 0x09) {
        col = (Math.floor(col / TAB_SIZE) + 1) * TAB_SIZE
        alternate++
      } else if (code === 0x0c) {
        col = 0
        alternate = 0
      } else if (code === 0x5c) {
        continued ||= col
        if (!this.continuation(false)) return false
        continue
      } else if (code === 0x23 || code === 0x0a) {
        // Blank, or only a comment: says nothing of indentation.
        const end = source.indexOf('\n', this.pos)
        if (end < 0) {
          this.pos = source.length
          return true
        }
        this.pos = end + 1
        this.newLine(this.pos)
        col = 0
        alternate = 0
        continued = 0
        continue
      } else {
        if (this.pos >= source.length) this.backToLastLine()
        break
      }
      this.pos++
    }
    if (continued !== 0) {
      col = continued
      alternate = continued
    }
    return this.indent(col, alternate)
  }

  indent(col: number, alternate: number): boolean {
    const { indents, alternateIndents } = this
    const current = indents[indents.length - 1] as number
    if (col > current) {
      if (indents.length >= MAX_INDENT) {
        this.failLater('IndentationError', 'too many levels of indentation', 1, 0)
        return false
      }
      if (alternate <= (alternateIndents[alternateIndents.length - 1] as number)) return this.failTabs()
      indents.push(col)
      alternateIndents.push(alternate)
      this.pushEmpty(T.INDENT)
      return true
    }
    let dedents = 0
    while (col < (indents[indents.length - 1] as number)) {
      indents.pop()
      alternateIndents.pop()
      dedents++
    }
    if (col !== indents[indents.length - 1]) {
      const msg = 'unindent does not match any outer indentation level'
      this.failLater('IndentationError', msg, this.lineLength(), -1)
      return false
    }
    if (alternate !== alternateIndents[alternateIndents.length - 1]) return this.failTabs()
    while (dedents-- > 0) this.pushEmpty(T.DEDENT)
    return true
  }

  failTabs(): false {
    this.failLater('TabError', 'inconsistent use of tabs and spaces in indentation', 1, 0)
    return false
  }

  /** At a backslash: goes on to the next line. Returns false when the list ends there. */
  continuation(joined: boolean): boolean {
    const next = this.pos + 1
    if (this.source.charCodeAt(next) !== 0x0a) {
      const msg = 'unexpected character after line continuation character'
      const offset = [...this.source.slice(this.unbrokenStart, next + 1)].length
      this.failLater('SyntaxError', msg, offset, 0)
      return false
    }
    if (next + 1 >= this.source.length) {
      if (!this.failUnclosed()) this.failLater('SyntaxError', 'unexpected EOF while parsing', this.characters(next) + 1, -1)
      return false
    }
    this.pos = next + 1
    this.newLine(this.pos, joined)
    return true
  }

  /** At the end: whether a bracket is open there. */
  failUnclosed(): boolean {
    const bracket = this.brackets[this.brackets.length - 1]
    if (bracket === undefined) return false
    this.stop({ ...unclosedBracket(this, bracket), final: false })
    return true
  }

  /** The end lies on the last line that has text. */
  backToLastLine(): void {
    if (this.line === 1 || this.lineStart !== this.source.length) return
    this.line--
    this.lineStart = this.lineStarts[this.line] as number
  }

  endOfSource(): void {
    this.backToLastLine()
    if (this.failUnclosed()) return
    if (this.source === '') {
      this.line = 0
      this.lineStarts[0] = 0
    }
    if (this.single && this.kinds.length > 0) {
      this.pushEmpty(T.NEWLINE)
      if (this.indents.length > 1) {
        for (let level = this.indents.length; level > 1; level--) this.pushEmpty(T.DEDENT)
        this.pushEmpty(T.NEWLINE)
      }
    }
    this.pushEmpty(T.ENDMARKER)
    this.done = true
  }

  // ---- Tokens ----

  token(format: FormatString | undefined): void {
    if (this.atLineStart) {
      this.atLineStart = false
      if (!this.indentation()) return
    }
    const source = this.source
    let code = source.charCodeAt(this.pos)
    while (code === 0x20 || code === 0x09 || code === 0x0c) code = source.charCodeAt(++this.pos)
    const start = this.pos

    if (code >= 128) this.identifier(start)
    else if (CLASS[code] === LETTER) this.nameOrString(start)
    else if (code === 0x0a) this.newlineToken(start)
    else if (code === 0x23) this.comment(start)
    else if (CLASS[code] === DIGIT) this.number(start)
    else if (code === 0x2e && CLASS[source.charCodeAt(start + 1)] === DIGIT) this.number(start)
    else if (code === 0x22 || code === 0x27) this.string(start, start)
    else if (code === 0x5c) this.continuation(true)
    else if (start >= source.length) this.endOfSource()
    else this.operator(start, code, format)
  }

  newlineToken(start: number): void {
    const end = this.source.indexOf('\n', start)
    if (this.brackets.length === 0) {
      this.push(T.NEWLINE, start, end + 1)
      this.atLineStart = true
    }
    this.pos = end + 1
    this.newLine(this.pos)
  }

  comment(start: number): void {
    if (this.source.indexOf('\n', start) >= 0) this.newlineToken(start)
    else this.pos = this.source.length
  }

  nameOrString(start: number): void {
    const source = this.source
    let end = start + 1
    let code = source.charCodeAt(end)
    while (code < 128 && CLASS[code] !== 0) code = source.charCodeAt(++end)
    if (code >= 128) {
      this.identifier(start)
      return
    }
    const text = source.slice(start, end)
    if ((code === 0x22 || code === 0x27) && end - start <= 2 && STRING_PREFIX.test(text)) {
      if (/f/i.test(text)) this.formatStringStart(start, end)
      else this.string(start, end)
      return
    }
    this.push(T.KEYWORDS.get(text) ?? T.NAME, start, end)
  }

  /** A name with characters beyond ASCII. */
  identifier(start: number): void {
    const source = this.source
    let end = start
    for (;;) {
      const code = source.charCodeAt(end)
      if (code < 128 ? CLASS[code] === 0 : Number.isNaN(code)) break
      end++
    }
    let offset = start
    for (const character of source.slice(start, end)) {
      const allowed = offset === start ? IDENTIFIER_START : IDENTIFIER_PART
      offset += character.length
      if (allowed.test(character)) continue
      const point = (character.codePointAt(0) as number).toString(16).toUpperCase().padStart(4, '0')
      if (NOT_PRINTABLE.test(character)) this.fail(`invalid non-printable character U+${point}`, offset)
      else this.fail(`invalid character '${character}' (U+${point})`, offset)
      return
    }
    this.push(T.NAME, start, end)
  }

  number(start: number): void {
    const source = this.source
    // Most numbers are a few digits.
    let end = start
    while (CLASS[source.charCodeAt(end)] === DIGIT) end++
    const code = source.charCodeAt(end)
    const simple = code !== 0x2e && !(code < 128 && CLASS[code] === LETTER)
    if (simple && (source.charCodeAt(start) !== 0x30 || end === start + 1)) {
      this.push(T.NUMBER, start, end)
      return
    }
    const scan = scanNumber(source, start)
    if (scan.error === null) {
      if (scan.warning !== null) this.warn(scan.warning)
      this.push(T.NUMBER, start, scan.end)
    } else if (scan.zerosEnd >= 0) {
      this.failAt(scan.error, this.column(start) + 1, this.column(scan.zerosEnd))
    } else {
      this.fail(scan.error, scan.end)
    }
  }

  /** A string without replacement fields, whose quote stands at `quoteStart`. */
  string(start: number, quoteStart: number): void {
    const source = this.source
    const quote = source.charCodeAt(quoteStart)
    const triple = source.charCodeAt(quoteStart + 1) === quote && source.charCodeAt(quoteStart + 2) === quote
    const line = this.line
    const lineStart = this.lineStart
    const col = this.column(start)
    let escapedQuote = false
    let pos = quoteStart + (triple ? 3 : 1)
    for (;;) {
      const code = source.charCodeAt(pos)
      if (code === quote) {
        if (!triple) {
          this.pushLong(T.STRING, start, pos + 1, line, col)
          return
        }
        if (source.charCodeAt(pos + 1) === quote && source.charCodeAt(pos + 2) === quote) {
          this.pushLong(T.STRING, start, pos + 3, line, col)
          return
        }
        pos++
      } else if (code === 0x5c) {
        const next = source.charCodeAt(pos + 1)
        if (next === quote) escapedQuote = true
        if (next === 0x0a) this.newLine(pos + 2, true)
        pos += 2
      } else if (code === 0x0a && triple) {
        this.newLine(++pos, true)
      } else if (code === 0x0a || pos >= source.length) {
        break
      } else {
        pos++
      }
    }
    // Unterminated: complain of the first quote.
    const detected = Math.min(this.line, this.lastLine())
    this.line = line
    this.lineStart = lineStart
    const format = this.formatStrings[this.formatStrings.length - 1]
    if (format !== undefined && format.quote === quote && format.quoteSize === (triple ? 3 : 1)) {
      this.fail("f-string: expecting '}'", start + 1)
      return
    }
    const kind = triple ? 'triple-quoted string' : 'string'
    const hint = escapedQuote && !triple ? '; perhaps you escaped the end quote?' : ''
    this.fail(`unterminated ${kind} literal (detected at line ${detected})${hint}`, start + 1)
  }

  /** The last line that has text. */
  lastLine(): number {
    return this.lineStarts[this.line] === this.source.length ? this.line - 1 : this.line
  }

  operator(start: number, code: number, format: FormatString | undefined): void {
    // In a replacement field these end the expression, even where a longer operator begins with them.
    if (code === 0x3a && format !== undefined && format.depth - 1 === format.expressionDepth) {
      format.inText = true
      format.inFormatSpec = true
      this.push(T.COLON, start, start + 1)
      return
    }
    const longer = T.longerOperator(this.source, start, code)
    if (longer !== null) {
      this.push(longer.kind, start, start + longer.text.length)
      return
    }
    const kind = T.oneCharacterOperator(code)
    if (kind >= T.LPAR && kind <= T.RBRACE) {
      const closes = kind === T.RPAR || kind === T.RSQB || kind === T.RBRACE
      if (!(closes ? this.closeBracket(start, kind, format) : this.openBracket(start, format))) return
    }
    if (kind === 0 && (code < 0x20 || code === 0x7f)) {
      this.fail(`invalid non-printable character U+${code.toString(16).toUpperCase().padStart(4, '0')}`, start + 1)
      return
    }
    this.push(kind === 0 ? T.UNKNOWN : kind, start, start + 1)
  }

  openBracket(start: number, format: FormatString | undefined): boolean {
    if (this.brackets.length >= MAX_BRACKETS) {
      this.fail('too many nested parentheses', start + 1)
      return false
    }
    this.brackets.push({ character: this.source.charAt(start), line: this.line, col: this.column(start) })
    if (format !== undefined) format.depth++
    return true
  }

  closeBracket(start: number, kind: number, format: FormatString | undefined): boolean {
    const character = this.source.charAt(start)
    const fail = (msg: string): false => {
      this.fail(msg, start + 1)
      return false
    }
    if (format !== undefined && format.depth === 0 && kind === T.RBRACE) {
      return fail("f-string: single '}' is not allowed")
    }
    const opening = this.brackets.pop()
    if (opening === undefined) return fail(`unmatched '${character}'`)
    if (CLOSING[opening.character] !== character) {
      if (format !== undefined && opening.character === '{' && format.depth - 1 === format.expressionDepth) {
        return fail(`f-string: unmatched '${character}'`)
      }
      const where = opening.line === this.line ? '' : ` on line ${opening.line}`
      return fail(
        `closing parenthesis '${character}' does not match opening parenthesis '${opening.character}'${where}`,
      )
    }
    if (format !== undefined) {
      format.depth--
      if (format.depth < 0) return fail(`f-string: unmatched '${character}'`)
      if (kind === T.RBRACE && format.depth === format.expressionDepth) {
        format.expressionDepth--
        format.inText = true
        format.inFormatSpec = false
      }
    }
    return true
  }

  // ---- f-strings ----

  formatStringStart(start: number, quoteStart: number): void {
    const source = this.source
    const quote = source.charCodeAt(quoteStart)
    const triple = source.charCodeAt(quoteStart + 1) === quote && source.charCodeAt(quoteStart + 2) === quote
    const end = quoteStart + (triple ? 3 : 1)
    if (this.formatStrings.length + 1 >= MAX_FORMAT_STRINGS) {
      this.fail('too many nested f-strings', end)
      return
    }
    this.formatStrings.push({
      quote,
      quoteSize: triple ? 3 : 1,
      raw: /r/i.test(source.slice(start, quoteStart)),
      start,
      line: this.line,
      lineStart: this.lineStart,
      depth: 0,
      expressionDepth: -1,
      inText: true,
      inFormatSpec: false,
    })
    this.push(T.FSTRING_START, start, end)
  }

  atClosingQuote(format: FormatString, pos: number): boolean {
    if (this.source.charCodeAt(pos) !== format.quote) return false
    if (format.quoteSize === 1) return true
    return this.source.charCodeAt(pos + 1) === format.quote && this.source.charCodeAt(pos + 2) === format.quote
  }

  /** Leaves the text for an expression; returns false when the list ends there. */
  enterExpression(format: FormatString, pos: number): boolean {
    format.expressionDepth++
    if (format.expressionDepth >= MAX_FORMAT_NESTING) {
      this.fail('f-string: expressions nested too deeply', pos)
      return false
    }
    format.inText = false
    format.inFormatSpec = false
    return true
  }

  /** Reads text up to the next brace or the closing quote. */
  formatStringText(format: FormatString): void {
    const source = this.source
    const start = this.pos
    if (source.charCodeAt(start) === 0x7b && source.charCodeAt(start + 1) !== 0x7b) {
      this.enterExpression(format, start)
      return
    }
    if (this.atClosingQuote(format, start)) {
      this.formatStrings.pop()
      this.push(T.FSTRING_END, start, start + format.quoteSize)
      return
    }
    const line = this.line
    const col = this.column(start)
    const inFormatSpec = format.inFormatSpec && format.expressionDepth >= 0
    let namedCharacter = false
    let pos = start
    let next = -1
    while (next < 0) {
      const code = source.charCodeAt(pos)
      if (this.atClosingQuote(format, pos)) break
      if (pos >= source.length || (code === 0x0a && format.quoteSize === 1)) {
        if (inFormatSpec && code === 0x0a) {
          format.inText = false
          format.inFormatSpec = false
          break
        }
        this.unterminatedFormatString(format)
        return
      }
      if (code === 0x0a) {
        this.newLine(++pos, true)
      } else if (code === 0x7b) {
        if (source.charCodeAt(pos + 1) === 0x7b && !inFormatSpec) {
          pos++
          next = pos + 1
        } else {
          if (!this.enterExpression(format, pos)) return
          break
        }
      } else if (code === 0x7d) {
        pos++
        if (namedCharacter) break
        if (source.charCodeAt(pos) === 0x7d && !inFormatSpec && format.depth === 0) {
          next = pos + 1
        } else {
          pos--
          format.inText = false
          format.inFormatSpec = false
          break
        }
      } else if (code === 0x5c) {
        const escaped = source.charCodeAt(++pos)
        if (escaped === 0x7b || escaped === 0x7d) {
          if (!format.raw) this.warn(`invalid escape sequence '\\${source.charAt(pos)}'`)
          continue
        }
        if (pos >= source.length) continue
        pos++
        if (escaped === 0x0a) this.newLine(pos, true)
        if (!format.raw && escaped === 0x4e && source.charCodeAt(pos) === 0x7b) {
          pos++
          namedCharacter = true
        }
      } else {
        pos++
      }
    }
    this.pushLong(T.FSTRING_MIDDLE, start, pos, line, col)
    if (next >= 0) {
      // The second of two braces belongs to the token, but not to its text.
      this.pos = next
      this.endCols[this.endCols.length - 1] = this.column(next)
    }
  }

  unterminatedFormatString(format: FormatString): void {
    const detected = Math.min(this.line, this.lastLine())
    this.line = format.line
    this.lineStart = format.lineStart
    const kind = format.quoteSize === 3 ? 'triple-quoted f-string' : 'f-string'
    this.fail(`unterminated ${kind} literal (detected at line ${detected})`, format.start + 1)
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
