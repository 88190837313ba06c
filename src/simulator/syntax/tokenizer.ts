// Source text → tokens.
//
// The whole text is read before parsing begins. Indentation becomes INDENT and DEDENT; inside brackets newlines are
// white space. Errors do not throw: they end the list (see LexicalError).
// In CPython: Parser/lexer/lexer.c.

import { numberBefore, scanNumber } from './numbers.ts'
import { StringReader } from './string-reader.ts'
import type { FormatString } from './token-writer.ts'
import * as T from './tokens.ts'

const MAX_INDENT = 100
const MAX_BRACKETS = 200
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
const NOT_PRINTABLE = /[\p{C}\p{Z}]/u
const IDENTIFIER_START = /^[\p{XID_Start}_]$/u
const IDENTIFIER_PART = /^\p{XID_Continue}$/u

/** Reads a whole source. In mode 'exec' the last line need not end in a newline. */
export function tokenize(source: string, mode: 'exec' | 'eval' | 'single'): T.TokenList {
  let text = source.charCodeAt(0) === 0xfeff ? source.slice(1) : source
  if (text.includes('\r')) text = text.replace(/\r\n?/g, '\n')
  if (mode === 'exec' && text !== '' && !text.endsWith('\n')) text += '\n'
  return new Tokenizer(text, mode === 'single').run()
}

/** Reads a text whose newlines are '\n'. `lenient` leaves to others what is wrong with brackets, names and numbers. */
export class Tokenizer extends StringReader {
  private readonly single: boolean
  private readonly lenient: boolean
  protected atLineStart = true
  private readonly indents: number[] = [0]
  // The same with tabs of one column, to find indentation that depends on the size of tabs.
  private readonly alternateIndents: number[] = [0]

  constructor(source: string, single: boolean, lenient = false) {
    super(source)
    this.single = single
    this.lenient = lenient
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
        if (this.atBlankLine()) return true
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

  /** In a line without tokens, after its white space: whether it is read like others after all. */
  atBlankLine(): boolean {
    return false
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
      if (!this.failUnclosed())
        this.failLater('SyntaxError', 'unexpected EOF while parsing', this.characters(next) + 1, -1)
      return false
    }
    this.pos = next + 1
    this.newLine(this.pos, joined)
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
      if (this.lenient || allowed.test(character)) continue
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
    const prefix = this.lenient && scan.error !== null ? numberBefore(source, start) : null
    if (prefix !== null) this.push(T.NUMBER, start, prefix)
    else if (scan.error === null) {
      if (scan.warning !== null) this.warn(scan.warning)
      this.push(T.NUMBER, start, scan.end)
    } else if (scan.zerosEnd >= 0) {
      this.failAt(scan.error, this.column(start) + 1, this.column(scan.zerosEnd))
    } else {
      this.fail(scan.error, scan.end)
    }
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
      this.fail(
        `invalid non-printable character U+${code.toString(16).toUpperCase().padStart(4, '0')}`,
        start + 1,
      )
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
    if (this.lenient) return this.leaveBracket(kind, format, fail)
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
    return this.leaveBracket(kind, format, fail)
  }

  /** After a closing bracket in an f-string: its text may go on. */
  leaveBracket(kind: number, format: FormatString | undefined, fail: (msg: string) => false): boolean {
    if (format === undefined) return true
    format.depth--
    if (format.depth < 0) return fail(`f-string: unmatched '${this.source.charAt(this.pos)}'`)
    if (kind === T.RBRACE && format.depth === format.expressionDepth) {
      format.expressionDepth--
      format.inText = true
      format.inFormatSpec = false
    }
    return true
  }
}
