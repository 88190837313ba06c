// The escape sequences of string and bytes literals.
//
// A sequence Python does not know stays as it stands, with a warning about the first one in a literal.
// Errors speak of positions in bytes: where one literal has characters beyond ASCII, CPython has by then rewritten
// each of them as ten bytes, and so the positions count ten for each.
// In CPython: Parser/string_parser.c, and the decoders of Objects/unicodeobject.c and bytesobject.c.

import { characterByName } from './character-names.ts'

/** The value of a literal, with a warning; or what is wrong with it. */
export interface Decoded<Value> {
  readonly value: Value
  readonly warning: string | null
  readonly error: string | null
}

const SIMPLE: Readonly<Record<string, string>> = {
  '\n': '',
  '\\': '\\',
  "'": "'",
  '"': '"',
  a: '\x07',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
}
const OCTAL = /^[0-7]{1,3}/
const HEXADECIMAL = /^[0-9a-fA-F]*/
const WIDTHS: Readonly<Record<string, number>> = { x: 2, u: 4, U: 8 }

/** Decodes the text between the quotes of a str literal that is not raw. */
export function decodeText(text: string): Decoded<string> {
  let value = ''
  let warning: string | null = null
  let pos = 0
  for (;;) {
    const backslash = text.indexOf('\\', pos)
    if (backslash < 0) return { value: value + text.slice(pos), warning, error: null }
    value += text.slice(pos, backslash)
    pos = backslash + 1
    const letter = text.charAt(pos)
    const simple = SIMPLE[letter]
    if (simple !== undefined) {
      value += simple
      pos++
      continue
    }
    const octal = OCTAL.exec(text.slice(pos, pos + 3))
    if (octal !== null) {
      const code = Number.parseInt(octal[0], 8)
      if (code > 0xff) warning ??= `invalid octal escape sequence '\\${octal[0]}'`
      value += String.fromCharCode(code)
      pos += octal[0].length
    } else if (letter === 'N') {
      const named = namedCharacter(text, backslash)
      if (typeof named === 'string') return { value, warning, error: named }
      value += String.fromCodePoint(named.code)
      pos = named.end
    } else if (letter in WIDTHS && letter !== '') {
      const width = WIDTHS[letter] as number
      const digits = (HEXADECIMAL.exec(text.slice(pos + 1, pos + 1 + width)) as RegExpExecArray)[0]
      if (digits.length < width) {
        const reason = `truncated \\${letter}${'X'.repeat(width)} escape`
        return { value, warning, error: decodeError(text, backslash, pos + 1 + digits.length, reason) }
      }
      const code = Number.parseInt(digits, 16)
      if (code > 0x10ffff) {
        const error = decodeError(text, backslash, pos + 1 + width, 'illegal Unicode character')
        return { value, warning, error }
      }
      value += String.fromCodePoint(code)
      pos += 1 + width
    } else {
      // Not an escape. Before a character beyond ASCII a backslash is a backslash.
      if (letter !== '' && letter.charCodeAt(0) < 0x80) warning ??= `invalid escape sequence '\\${letter}'`
      value += '\\'
    }
  }
}

function namedCharacter(text: string, backslash: number): { code: number; end: number } | string {
  const open = backslash + 2
  if (text.charAt(open) !== '{') return decodeError(text, backslash, open, 'malformed \\N character escape')
  const close = text.indexOf('}', open)
  if (close < 0) return decodeError(text, backslash, text.length, 'malformed \\N character escape')
  if (close === open + 1) return decodeError(text, backslash, close, 'malformed \\N character escape')
  const code = characterByName(text.slice(open + 1, close))
  if (code !== null) return { code, end: close + 1 }
  const reason = 'unknown Unicode character name (only common names are included here)'
  return decodeError(text, backslash, close + 1, reason)
}

function decodeError(text: string, start: number, end: number, reason: string): string {
  const first = rewrittenLength(text.slice(0, start))
  const last = first + rewrittenLength(text.slice(start, end)) - 1
  const where = last > first ? `bytes in position ${first}-${last}` : `byte 0x5c in position ${first}`
  return `(unicode error) 'unicodeescape' codec can't decode ${where}: ${reason}`
}

/** The length of text once each character beyond ASCII is written as `\U` and eight digits. */
function rewrittenLength(text: string): number {
  let length = 0
  let escaped = false
  for (const character of text) {
    const plain = character < '\x80'
    // A backslash before such a character becomes an escape itself.
    length += plain ? 1 : escaped ? 15 : 10
    escaped = character === '\\' && !escaped
  }
  return length
}

/** Decodes the text between the quotes of a bytes literal that is not raw; all of it is ASCII. */
export function decodeBytes(text: string): Decoded<Uint8Array> {
  const bytes: number[] = []
  let warning: string | null = null
  let pos = 0
  while (pos < text.length) {
    const character = text.charAt(pos++)
    if (character !== '\\') {
      bytes.push(character.charCodeAt(0))
      continue
    }
    const letter = text.charAt(pos)
    const simple = SIMPLE[letter]
    if (simple !== undefined) {
      if (simple !== '') bytes.push(simple.charCodeAt(0))
      pos++
      continue
    }
    const octal = OCTAL.exec(text.slice(pos, pos + 3))
    if (octal !== null) {
      const code = Number.parseInt(octal[0], 8)
      if (code > 0xff) warning ??= `invalid octal escape sequence '\\${octal[0]}'`
      bytes.push(code & 0xff)
      pos += octal[0].length
    } else if (letter === 'x') {
      const digits = (HEXADECIMAL.exec(text.slice(pos + 1, pos + 3)) as RegExpExecArray)[0]
      if (digits.length < 2) {
        const error = `(value error) invalid \\x escape at position ${pos - 1}`
        return { value: new Uint8Array(), warning, error }
      }
      bytes.push(Number.parseInt(digits, 16))
      pos += 3
    } else {
      warning ??= `invalid escape sequence '\\${letter}'`
      bytes.push(0x5c)
    }
  }
  return { value: Uint8Array.from(bytes), warning, error: null }
}
