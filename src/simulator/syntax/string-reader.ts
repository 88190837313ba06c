// Strings and f-strings as the tokenizer reads them.
//
// A plain string is one token. An f-string is FSTRING_START, then FSTRING_MIDDLE for text and ordinary tokens between
// braces, then FSTRING_END: for each f-string that is open there is one FormatString on a stack, which says whether
// the reader is in its text or in an expression.
// In CPython: the string parts of Parser/lexer/lexer.c.

import { type FormatString, TokenWriter } from './token-writer.ts'
import * as T from './tokens.ts'

const MAX_FORMAT_STRINGS = 150
const MAX_FORMAT_NESTING = 3

export class StringReader extends TokenWriter {
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
    return (
      this.source.charCodeAt(pos + 1) === format.quote && this.source.charCodeAt(pos + 2) === format.quote
    )
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
