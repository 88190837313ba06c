/**
 * The encodings `unicode_escape` and `raw_unicode_escape`: text as it stands in a string literal, as bytes. The first
 * knows all escapes of a literal, the second only \u and \U. As `_PyUnicode_DecodeUnicodeEscapeInternal` and its
 * neighbours of `Objects/unicodeobject.c`.
 */
import { CodecError, type Errors, recover } from './codecs.ts'

/** What decoding escapes needs from outside. */
export interface EscapeOptions {
  /** The character of a Unicode name, null for none. */
  named(name: string): number | null
  /** Is told the first escape that has no meaning. */
  invalid?(message: string): void
}

const simple: Readonly<Record<string, string>> = {
  '\n': '',
  '\\': '\\',
  "'": "'",
  '"': '"',
  b: '\b',
  f: '\f',
  t: '\t',
  n: '\n',
  r: '\r',
  v: '\v',
  a: '\x07',
}

const digitsOf: Readonly<Record<string, number>> = { x: 2, u: 4, U: 8 }

/** How many hexadecimal digits stand in a row, at most `limit`. */
function countHex(bytes: Uint8Array, at: number, limit: number): number {
  let count = 0
  while (count < limit && /[0-9a-fA-F]/.test(String.fromCharCode(bytes[at + count] ?? 0))) count++
  return count
}

const textOf = (bytes: Uint8Array, from: number, to: number): string =>
  String.fromCharCode(...bytes.subarray(from, to))

/** An escape that cannot be read: where it ends and why. */
interface Fault {
  readonly end: number
  readonly reason: string
}

/** `\xhh`, `\uhhhh`, `\Uhhhhhhhh`, read from behind the letter. */
function readNumber(
  bytes: Uint8Array,
  letter: string,
  at: number,
  beyond: string,
): { end: number; text: string } | Fault {
  const wanted = digitsOf[letter]!
  const count = countHex(bytes, at, wanted)
  const end = at + count
  if (count < wanted) return { end, reason: `truncated \\${letter}${'X'.repeat(wanted)} escape` }
  const code = Number.parseInt(textOf(bytes, at, end), 16)
  return code > 0x10ffff ? { end, reason: beyond } : { end, text: String.fromCodePoint(code) }
}

/** `\N{name}`, read from behind the N. */
function readName(
  bytes: Uint8Array,
  at: number,
  options: EscapeOptions,
): { end: number; text: string } | Fault {
  const malformed = 'malformed \\N character escape'
  if (bytes[at] !== 0x7b) return { end: at, reason: malformed }
  const close = bytes.indexOf(0x7d, at)
  if (close < 0) return { end: bytes.length, reason: malformed }
  if (close === at + 1) return { end: close, reason: malformed }
  const code = options.named(textOf(bytes, at + 1, close))
  return code === null
    ? { end: close + 1, reason: 'unknown Unicode character name' }
    : { end: close + 1, text: String.fromCodePoint(code) }
}

/** `bytes.decode('unicode_escape')`. */
export function decodeUnicodeEscape(bytes: Uint8Array, errors: Errors, options: EscapeOptions): string {
  let text = ''
  let warned = false
  const warn = (message: string): void => {
    if (!warned) options.invalid?.(message)
    warned = true
  }
  for (let at = 0; at < bytes.length; ) {
    if (bytes[at] !== 0x5c) {
      text += String.fromCharCode(bytes[at++]!)
      continue
    }
    const letter = String.fromCharCode(bytes[at + 1] ?? 0)
    let read: { end: number; text: string } | Fault
    if (at + 1 >= bytes.length) read = { end: at + 1, reason: '\\ at end of string' }
    else if (Object.hasOwn(simple, letter)) read = { end: at + 2, text: simple[letter]! }
    else if (/[0-7]/.test(letter)) {
      const digits = /^[0-7]{1,3}/.exec(textOf(bytes, at + 1, at + 4))![0]
      const code = Number.parseInt(digits, 8)
      if (code > 0o377) warn(`invalid octal escape sequence '\\${digits}'`)
      read = { end: at + 1 + digits.length, text: String.fromCharCode(code) }
    } else if (Object.hasOwn(digitsOf, letter))
      read = readNumber(bytes, letter, at + 2, 'illegal Unicode character')
    else if (letter === 'N') read = readName(bytes, at + 2, options)
    else {
      warn(`invalid escape sequence '\\${letter}'`)
      read = { end: at + 2, text: `\\${letter}` }
    }
    if ('text' in read) {
      text += read.text
      at = read.end
    } else {
      const error = new CodecError('decode', 'unicodeescape', bytes, at, read.end, read.reason)
      const recovery = recover(error, errors)
      text += recovery.replacement as string
      at = recovery.resume
    }
  }
  return text
}

/** `bytes.decode('raw_unicode_escape')`: only \u and \U behind an odd number of backslashes mean something. */
export function decodeRawUnicodeEscape(bytes: Uint8Array, errors: Errors): string {
  let text = ''
  for (let at = 0; at < bytes.length; ) {
    const letter = String.fromCharCode(bytes[at + 1] ?? 0)
    if (bytes[at] !== 0x5c || (letter !== 'u' && letter !== 'U')) {
      text += String.fromCharCode(bytes[at]!)
      // A second backslash is not the beginning of an escape.
      if (bytes[at] === 0x5c && at + 1 < bytes.length) {
        text += letter
        at++
      }
      at++
      continue
    }
    const read = readNumber(bytes, letter, at + 2, '\\Uxxxxxxxx out of range')
    if ('text' in read) {
      text += read.text
      at = read.end
    } else {
      const error = new CodecError('decode', 'rawunicodeescape', bytes, at, read.end, read.reason)
      const recovery = recover(error, errors)
      text += recovery.replacement as string
      at = recovery.resume
    }
  }
  return text
}

const hex = (code: number, digits: number): string => code.toString(16).padStart(digits, '0')

function bytesOfLatin(text: string): Uint8Array {
  return Uint8Array.from(text, (character) => character.charCodeAt(0))
}

/** `str.encode('unicode_escape')`: ASCII only. */
export function encodeUnicodeEscape(text: string): Uint8Array {
  let out = ''
  for (const character of text) {
    const code = character.codePointAt(0)!
    if (character === '\\') out += '\\\\'
    else if (character === '\t') out += '\\t'
    else if (character === '\n') out += '\\n'
    else if (character === '\r') out += '\\r'
    else if (code >= 0x20 && code < 0x7f) out += character
    else if (code < 0x100) out += `\\x${hex(code, 2)}`
    else out += code < 0x10000 ? `\\u${hex(code, 4)}` : `\\U${hex(code, 8)}`
  }
  return bytesOfLatin(out)
}

/** `str.encode('raw_unicode_escape')`: Latin-1 stays as it is. */
export function encodeRawUnicodeEscape(text: string): Uint8Array {
  let out = ''
  for (const character of text) {
    const code = character.codePointAt(0)!
    if (code < 0x100) out += character
    else out += code < 0x10000 ? `\\u${hex(code, 4)}` : `\\U${hex(code, 8)}`
  }
  return bytesOfLatin(out)
}
