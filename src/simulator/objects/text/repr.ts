/**
 * `repr` and `ascii` of strings, `repr` of bytes: quotes, escapes, and what is not printable.
 *
 * As `Objects/unicodeobject.c` and `Objects/bytesobject.c`.
 */
import { isHigh, isLow } from './code-points.ts'
import { isPrintable } from './unicode.ts'

const NAMED: Readonly<Record<string, string>> = { '\t': '\\t', '\n': '\\n', '\r': '\\r', '\\': '\\\\' }
/** Plain in every repr: printable ASCII without quotes and backslash. */
const PLAIN = /^[ !#-&(-[\]-~]*$/

/** `repr(text)`. */
export function quoteText(text: string): string {
  return PLAIN.test(text) ? `'${text}'` : quote(text, isPrintable)
}

/** `ascii(text)`: everything beyond ASCII is escaped. */
export function quoteTextAscii(text: string): string {
  return PLAIN.test(text) ? `'${text}'` : quote(text, (character) => character < '\x7f' && character >= ' ')
}

/** The repr of an object, with everything beyond ASCII escaped, as `ascii()` does. */
export function escapeNonAscii(text: string): string {
  return mapCharacters(text, (character) => (character > '\x7f' ? numericEscape(character) : character))
}

/** `repr(bytes)`, with the prefix b. */
export function quoteBytes(bytes: Uint8Array): string {
  const single = bytes.includes(39)
  const mark = single && !bytes.includes(34) ? '"' : "'"
  let result = `b${mark}`
  for (const byte of bytes) {
    const character = String.fromCharCode(byte)
    const named = NAMED[character]
    if (named !== undefined) result += named
    else if (character === mark) result += `\\${mark}`
    else if (byte < 32 || byte > 126) result += numericEscape(character)
    else result += character
  }
  return result + mark
}

/** Double quotes if there are single ones and no double ones. */
function quote(text: string, isPlain: (character: string) => boolean): string {
  const mark = text.includes("'") && !text.includes('"') ? '"' : "'"
  const inside = mapCharacters(text, (character) => {
    const named = NAMED[character]
    if (named !== undefined) return named
    if (character === mark) return `\\${mark}`
    return isPlain(character) ? character : numericEscape(character)
  })
  return mark + inside + mark
}

function mapCharacters(text: string, map: (character: string) => string): string {
  let result = ''
  for (let i = 0; i < text.length; i++) {
    const paired = isHigh(text.charCodeAt(i)) && isLow(text.charCodeAt(i + 1))
    result += map(paired ? text[i]! + text[++i]! : text[i]!)
  }
  return result
}

/** `\xhh`, `\uhhhh` or `\Uhhhhhhhh`. */
export function numericEscape(character: string): string {
  const point = character.codePointAt(0)!
  const hex = point.toString(16)
  if (point < 0x100) return `\\x${hex.padStart(2, '0')}`
  return point < 0x10000 ? `\\u${hex.padStart(4, '0')}` : `\\U${hex.padStart(8, '0')}`
}
