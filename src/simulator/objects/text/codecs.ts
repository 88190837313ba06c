/**
 * Bytes to text and back: UTF-8, ASCII, Latin-1, UTF-16 and UTF-32, and the error handlers.
 *
 * What cannot be converted is described by a `CodecError`, which has the fields of UnicodeDecodeError and
 * UnicodeEncodeError; positions in text are by code point. A handler answers with a replacement and the place
 * to go on, or throws the error, as 'strict' does. As `Objects/unicodeobject.c` and `Python/codecs.c`.
 */
import { ByteBuilder, putLongUtf8, putUtf8, putWide, putWideUnchecked } from './byte-builder.ts'
import { codePointOffset, isAscii, isHigh, isLow } from './code-points.ts'
import { TextError } from './error.ts'
import {
  decodeRawUnicodeEscape,
  decodeUnicodeEscape,
  type EscapeOptions,
  encodeRawUnicodeEscape,
  encodeUnicodeEscape,
} from './escape-codecs.ts'
import { numericEscape } from './repr.ts'

/** Why a conversion failed: the arguments of UnicodeEncodeError or UnicodeDecodeError. */
export class CodecError {
  readonly kind: 'encode' | 'decode'
  readonly encoding: string
  /** The bytes or the text that was to be converted. */
  readonly object: Uint8Array | string
  /** The first byte or character at fault, and one past the last. */
  readonly start: number
  readonly end: number
  readonly reason: string

  constructor(
    kind: 'encode' | 'decode',
    encoding: string,
    object: Uint8Array | string,
    start: number,
    end: number,
    reason: string,
  ) {
    this.kind = kind
    this.encoding = encoding
    this.object = object
    this.start = start
    this.end = end
    this.reason = reason
  }
}

/** What a handler makes of an error, and where the conversion goes on (in bytes, or in code points). */
export interface Recovery {
  replacement: string | Uint8Array
  resume: number
}

/** An error handler that is no name: one registered with `codecs.register_error`. */
export type RecoverFunction = (error: CodecError) => Recovery

/** `errors=`: the name of a built-in handler, or a function. Unknown names fail only when there is an error. */
export type Errors = string | RecoverFunction

/** The encodings there are, by the name that errors show. */
export type Encoding =
  | 'utf-8'
  | 'utf-8-sig'
  | 'ascii'
  | 'latin-1'
  | 'utf-16'
  | 'utf-16-le'
  | 'utf-16-be'
  | 'utf-32'
  | 'utf-32-le'
  | 'utf-32-be'
  | 'unicode-escape'
  | 'raw-unicode-escape'

const ALIASES: Readonly<Record<Encoding, string>> = {
  'utf-8': 'utf_8 utf8 u8 utf cp65001 utf8_ucs2 utf8_ucs4',
  'utf-8-sig': 'utf_8_sig utf8_sig',
  ascii: 'ascii us_ascii 646 us ansi_x3.4_1968 ansi_x3_4_1968 ansi_x3.4_1986 cp367 csascii ibm367 iso646_us',
  'latin-1':
    'latin_1 latin1 latin l1 iso_8859_1 iso8859_1 iso8859 iso88591 iso_ir_100 8859 cp819 ibm819 csisolatin1',
  'utf-16': 'utf_16 utf16 u16',
  'utf-16-le': 'utf_16_le utf_16le utf16_le unicodelittleunmarked',
  'utf-16-be': 'utf_16_be utf_16be utf16_be unicodebigunmarked',
  'utf-32': 'utf_32 utf32 u32',
  'utf-32-le': 'utf_32_le utf_32le utf32_le',
  'utf-32-be': 'utf_32_be utf_32be utf32_be',
  'unicode-escape': 'unicode_escape unicodeescape',
  'raw-unicode-escape': 'raw_unicode_escape rawunicodeescape',
}
const BY_ALIAS: ReadonlyMap<string, Encoding> = new Map(
  Object.entries(ALIASES).flatMap(([encoding, names]) =>
    names.split(' ').map((name): [string, Encoding] => [name, encoding as Encoding]),
  ),
)

/** The encoding of that name in any spelling, or null: the caller raises LookupError "unknown encoding: NAME". */
export function findEncoding(name: string): Encoding | null {
  const normal = name
    .toLowerCase()
    .replace(/[^a-z0-9.]+/g, '_')
    .replace(/^_|_$/g, '')
  return BY_ALIAS.get(normal) ?? null
}

/** `bytes.decode(encoding, errors)`; throws CodecError, or TextError for an unknown handler. */
export function decode(
  bytes: Uint8Array,
  encoding: Encoding,
  errors: Errors = 'strict',
  escapes: EscapeOptions = { named: () => null },
): string {
  switch (encoding) {
    case 'utf-8':
      return decodeUtf8(bytes, errors)
    case 'utf-8-sig':
      return decodeUtf8(
        bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? bytes.subarray(3) : bytes,
        errors,
      )
    case 'ascii':
    case 'latin-1':
      return decodeSingle(bytes, encoding, errors)
    case 'utf-16':
    case 'utf-16-le':
    case 'utf-16-be':
      return decodeUtf16(bytes, encoding, errors)
    case 'utf-32':
    case 'utf-32-le':
    case 'utf-32-be':
      return decodeUtf32(bytes, encoding, errors)
    case 'unicode-escape':
      return decodeUnicodeEscape(bytes, errors, escapes)
    case 'raw-unicode-escape':
      return decodeRawUnicodeEscape(bytes, errors)
  }
}

/** `text.encode(encoding, errors)`; throws CodecError, or TextError for an unknown handler. */
export function encode(text: string, encoding: Encoding, errors: Errors = 'strict'): Uint8Array {
  if ((encoding === 'utf-8' || encoding === 'ascii' || encoding === 'latin-1') && isAscii(text)) {
    const bytes = new Uint8Array(text.length)
    for (let i = 0; i < text.length; i++) bytes[i] = text.charCodeAt(i)
    return bytes
  }
  if (encoding === 'unicode-escape') return encodeUnicodeEscape(text)
  if (encoding === 'raw-unicode-escape') return encodeRawUnicodeEscape(text)
  const out = new ByteBuilder(text.length)
  switch (encoding) {
    case 'utf-8-sig':
      out.add(0xef, 0xbb, 0xbf)
      encodeWith(text, 'utf-8', errors, out, putUtf8)
      break
    case 'utf-8':
      encodeWith(text, encoding, errors, out, putUtf8)
      break
    case 'ascii':
      encodeWith(text, encoding, errors, out, (point) => point < 0x80 && out.add(point))
      break
    case 'latin-1':
      encodeWith(text, encoding, errors, out, (point) => point < 0x100 && out.add(point))
      break
    default: {
      const wide = encoding.startsWith('utf-32')
      const big = encoding.endsWith('be')
      const put = (point: number) => putWide(point, wide, big, out)
      if (encoding === 'utf-16' || encoding === 'utf-32') putWide(0xfeff, wide, big, out)
      encodeWith(text, encoding, errors, out, put)
    }
  }
  return out.bytes()
}

/** `str(error)` of the exception made from it. */
export function codecErrorMessage(error: CodecError): string {
  const { kind, encoding, object, start, end, reason } = error
  let what = kind === 'decode' ? 'bytes' : 'characters'
  let where = `${start}-${end - 1}`
  if (end === start + 1) {
    where = String(start)
    if (typeof object !== 'string') what = `byte 0x${(object[start] ?? 0).toString(16).padStart(2, '0')}`
    else what = `character '${numericEscape(Array.from(object)[start] ?? '\0')}'`
  }
  return `'${encoding}' codec can't ${kind} ${what} in position ${where}: ${reason}`
}

// Decoding. A decoder reports an error by `fail`, which returns where to go on.

function decodeUtf8(bytes: Uint8Array, errors: Errors): string {
  let text = ''
  const fail = (start: number, end: number, reason: string) => {
    const recovery = recover(new CodecError('decode', 'utf-8', bytes, start, end, reason), errors)
    text += recovery.replacement as string
    return recovery.resume
  }
  const length = bytes.length
  let at = 0
  while (at < length) {
    const first = bytes[at]!
    if (first < 0x80) {
      let end = at + 1
      // A stretch of ASCII at a time; the bound keeps the argument list short.
      while (end < length && bytes[end]! < 0x80 && end - at < 4096) end++
      text += String.fromCharCode(...bytes.subarray(at, end))
      at = end
      continue
    }
    const size = first < 0xc2 || first > 0xf4 ? 0 : first < 0xe0 ? 2 : first < 0xf0 ? 3 : 4
    if (size === 0) {
      at = fail(at, at + 1, 'invalid start byte')
      continue
    }
    let point = first & (0x7f >> size)
    let read = 1
    for (; read < size && at + read < length; read++) {
      const next = bytes[at + read]!
      const low = read > 1 ? 0x80 : first === 0xe0 ? 0xa0 : first === 0xf0 ? 0x90 : 0x80
      const high = read > 1 ? 0xbf : first === 0xed ? 0x9f : first === 0xf4 ? 0x8f : 0xbf
      if (next < low || next > high) break
      point = (point << 6) | (next & 0x3f)
    }
    if (read === size) {
      text += String.fromCodePoint(point)
      at += size
    } else if (at + read >= length) at = fail(at, length, 'unexpected end of data')
    else at = fail(at, at + read, 'invalid continuation byte')
  }
  return text
}

function decodeSingle(bytes: Uint8Array, encoding: 'ascii' | 'latin-1', errors: Errors): string {
  let text = ''
  for (let at = 0; at < bytes.length; ) {
    const byte = bytes[at]!
    if (byte < 0x80 || encoding === 'latin-1') {
      text += String.fromCharCode(byte)
      at++
    } else {
      const error = new CodecError('decode', 'ascii', bytes, at, at + 1, 'ordinal not in range(128)')
      const recovery = recover(error, errors)
      text += recovery.replacement as string
      at = recovery.resume
    }
  }
  return text
}

function decodeUtf16(bytes: Uint8Array, encoding: Encoding, errors: Errors): string {
  let at = 0
  let big = encoding === 'utf-16-be'
  if (encoding === 'utf-16' && bytes.length >= 2) {
    big = bytes[0] === 0xfe && bytes[1] === 0xff
    if (big || (bytes[0] === 0xff && bytes[1] === 0xfe)) at = 2
  }
  const shown = big ? 'utf-16-be' : 'utf-16-le'
  const unit = (i: number) => (big ? (bytes[i]! << 8) | bytes[i + 1]! : (bytes[i + 1]! << 8) | bytes[i]!)
  let text = ''
  const fail = (start: number, end: number, reason: string) => {
    const recovery = recover(new CodecError('decode', shown, bytes, start, end, reason), errors)
    text += recovery.replacement as string
    return recovery.resume
  }
  while (at < bytes.length) {
    if (at + 1 >= bytes.length) {
      at = fail(at, bytes.length, 'truncated data')
      continue
    }
    const first = unit(at)
    if (isHigh(first)) {
      if (at + 3 >= bytes.length) at = fail(at, bytes.length, 'unexpected end of data')
      else if (isLow(unit(at + 2))) {
        text += String.fromCharCode(first, unit(at + 2))
        at += 4
      } else at = fail(at, at + 2, 'illegal UTF-16 surrogate')
    } else if (isLow(first)) at = fail(at, at + 2, 'illegal encoding')
    else {
      text += String.fromCharCode(first)
      at += 2
    }
  }
  return text
}

function decodeUtf32(bytes: Uint8Array, encoding: Encoding, errors: Errors): string {
  let at = 0
  let big = encoding === 'utf-32-be'
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (encoding === 'utf-32' && bytes.length >= 4) {
    big = view.getUint32(0) === 0xfeff
    if (big || view.getUint32(0, true) === 0xfeff) at = 4
  }
  const shown = big ? 'utf-32-be' : 'utf-32-le'
  let text = ''
  const fail = (start: number, end: number, reason: string) => {
    const recovery = recover(new CodecError('decode', shown, bytes, start, end, reason), errors)
    text += recovery.replacement as string
    return recovery.resume
  }
  while (at < bytes.length) {
    if (at + 3 >= bytes.length) {
      at = fail(at, bytes.length, 'truncated data')
      continue
    }
    const point = view.getUint32(at, !big)
    if (point > 0x10ffff) at = fail(at, at + 4, 'code point not in range(0x110000)')
    else if (point >= 0xd800 && point <= 0xdfff) {
      at = fail(at, at + 4, 'code point in surrogate code point range(0xd800, 0xe000)')
    } else {
      text += String.fromCodePoint(point)
      at += 4
    }
  }
  return text
}

// Encoding. `put` adds one code point, or says false if the encoding does not have it.

type Put = (point: number, out: ByteBuilder) => unknown

function encodeWith(text: string, encoding: Encoding, errors: Errors, out: ByteBuilder, put: Put): void {
  const single = encoding === 'ascii' || encoding === 'latin-1'
  for (let at = 0; at < text.length; ) {
    const point = text.codePointAt(at)!
    const units = point > 0xffff ? 2 : 1
    if (put(point, out) !== false) {
      at += units
      continue
    }
    let end = at + units
    // All characters in a row that the encoding does not have are one error, but in UTF-16 and UTF-32.
    if (single || encoding === 'utf-8') {
      const probe = new ByteBuilder(4)
      while (end < text.length) {
        const next = text.codePointAt(end)!
        const fits = single ? next < (encoding === 'ascii' ? 0x80 : 0x100) : put(next, probe) !== false
        if (fits) break
        end += next > 0xffff ? 2 : 1
      }
    }
    const start = codePointOffset(text, at)
    const stop = start + codePointOffset(text.slice(at, end), end - at)
    const reason =
      encoding === 'ascii'
        ? 'ordinal not in range(128)'
        : encoding === 'latin-1'
          ? 'ordinal not in range(256)'
          : 'surrogates not allowed'
    const error = new CodecError('encode', encoding, text, start, stop, reason)
    const { replacement, resume } = recover(error, errors)
    putReplacement(replacement, error, out, put)
    at = resume === stop ? end : unitAt(text, resume)
  }
}

/** A replacement that is text must itself be encodable. */
function putReplacement(
  replacement: string | Uint8Array,
  error: CodecError,
  out: ByteBuilder,
  put: Put,
): void {
  if (typeof replacement !== 'string') {
    const unit = error.encoding.startsWith('utf-32') ? 4 : error.encoding.startsWith('utf-16') ? 2 : 1
    if (replacement.length % unit !== 0) throw error
    out.add(...replacement)
    return
  }
  for (const character of replacement) if (put(character.codePointAt(0)!, out) === false) throw error
}

function unitAt(text: string, index: number): number {
  return Array.from(text).slice(0, index).join('').length
}

// Error handlers.

/** What the handler makes of an error; throws what is raised then. */
export function recover(error: CodecError, errors: Errors): Recovery {
  const recovery = typeof errors === 'function' ? errors(error) : builtinRecovery(error, errors)
  const length =
    typeof error.object === 'string'
      ? codePointOffset(error.object, error.object.length)
      : error.object.length
  const resume = recovery.resume < 0 ? recovery.resume + length : recovery.resume
  if (resume < 0 || resume > length) {
    throw new TextError('IndexError', `position ${recovery.resume} from error handler out of bounds`)
  }
  return { replacement: recovery.replacement, resume }
}

const builtinHandlers: ReadonlySet<string> = new Set([
  'strict',
  'ignore',
  'replace',
  'backslashreplace',
  'xmlcharrefreplace',
  'surrogateescape',
  'surrogatepass',
])

export const isBuiltinHandler = (name: string): boolean => builtinHandlers.has(name)

/** What a built-in handler makes of an error; throws the error if it does not handle it. */
export function builtinRecovery(error: CodecError, name: string): Recovery {
  const { kind, start, end } = error
  const decoding = kind === 'decode'
  const faulty = () => Array.from(error.object as string).slice(start, end)
  const faultyBytes = () => Array.from((error.object as Uint8Array).subarray(start, end))
  switch (name) {
    case 'strict':
      throw error
    case 'ignore':
      return { replacement: '', resume: end }
    case 'replace':
      return { replacement: decoding ? '\ufffd' : '?'.repeat(end - start), resume: end }
    case 'backslashreplace': {
      const escaped = decoding
        ? faultyBytes().map((byte) => `\\x${byte.toString(16).padStart(2, '0')}`)
        : faulty().map(numericEscape)
      return { replacement: escaped.join(''), resume: end }
    }
    case 'xmlcharrefreplace':
      if (decoding)
        throw new TextError('TypeError', "don't know how to handle UnicodeDecodeError in error callback")
      return {
        replacement: faulty()
          .map((character) => `&#${character.codePointAt(0)};`)
          .join(''),
        resume: end,
      }
    case 'surrogateescape':
      return escapeBySurrogates(error)
    case 'surrogatepass':
      return passSurrogates(error)
  }
  throw new TextError('LookupError', `unknown error handler name '${name}'`)
}

/** Bytes beyond ASCII become lone surrogates U+DC80 to U+DCFF, and back. */
function escapeBySurrogates(error: CodecError): Recovery {
  const { start, end } = error
  if (typeof error.object === 'string') {
    const bytes: number[] = []
    for (const character of Array.from(error.object).slice(start, end)) {
      const byte = character.charCodeAt(0) - 0xdc00
      if (byte < 0x80 || byte > 0xff) break
      bytes.push(byte)
    }
    // What is left of the faulty characters becomes an error of its own.
    if (bytes.length === 0) throw error
    return { replacement: Uint8Array.from(bytes), resume: start + bytes.length }
  }
  let text = ''
  for (let i = start; i < end && error.object[i]! >= 0x80; i++)
    text += String.fromCharCode(0xdc00 + error.object[i]!)
  if (text === '') throw error
  return { replacement: text, resume: start + text.length }
}

/** Surrogates are encoded and decoded as if they were characters. */
function passSurrogates(error: CodecError): Recovery {
  const { encoding, start, end } = error
  const wide = encoding.startsWith('utf-32')
  const big = encoding.endsWith('be')
  if (!encoding.startsWith('utf-')) throw error
  if (typeof error.object === 'string') {
    const out = new ByteBuilder(4)
    for (const character of Array.from(error.object).slice(start, end)) {
      const point = character.codePointAt(0)!
      if (point < 0xd800 || point > 0xdfff) throw error
      if (encoding === 'utf-8') putLongUtf8(point, out)
      else putWideUnchecked(point, wide, big, out)
    }
    return { replacement: out.bytes(), resume: end }
  }
  const bytes = error.object
  let point = 0
  let size = 3
  if (encoding === 'utf-8') {
    const valid = bytes[start]! >> 4 === 0xe && bytes[start + 1]! >> 6 === 2 && bytes[start + 2]! >> 6 === 2
    if (valid)
      point = ((bytes[start]! & 15) << 12) | ((bytes[start + 1]! & 63) << 6) | (bytes[start + 2]! & 63)
  } else {
    size = wide ? 4 : 2
    if (start + size > bytes.length) throw error
    const own = Array.from(bytes.subarray(start, start + size))
    for (const byte of big ? own : own.reverse()) point = (point << 8) | byte
  }
  if (point < 0xd800 || point > 0xdfff) throw error
  return { replacement: String.fromCharCode(point), resume: start + size }
}
