/**
 * Floats from text and back, exactly: `float()`, `float.hex`, `float.fromhex`, `as_integer_ratio`, `round`.
 *
 * Reading decimal text is left to the engine, which rounds correctly, once the text has Python's form. As
 * `Objects/floatobject.c` and `Python/pystrtod.c`.
 */
import { bitLength, decompose, isNegative, scaledToFloat } from './binary-float.ts'
import { TextError } from './error.ts'
import { fixedDigits } from './float-digits.ts'
import { quoteText } from './repr.ts'
import { toAsciiNumber } from './unicode.ts'

const NUMBER = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i
const SPECIAL = /^([+-]?)(inf|infinity|nan)$/i
const HEX_NUMBER = /^([+-]?)(?:0x)?([0-9a-f]*)(?:\.([0-9a-f]*))?(?:p([+-]?\d+)|(?!p))/i
/** What C's `isspace` strips from ASCII text. */
const OUTER_SPACE = /^[\t-\r ]+|[\t-\r ]+$/g

/** The float that `float(text)` reads, or null: the caller raises "could not convert string to float: " + repr. */
export function parseFloatText(text: string): number | null {
  let ascii = toAsciiNumber(text).replace(OUTER_SPACE, '')
  if (ascii.includes('_')) {
    if (!underscoresBetweenDigits(ascii)) return null
    ascii = ascii.replaceAll('_', '')
  }
  return parseAsciiFloat(ascii)
}

/** The float that ASCII text without spaces and underscores spells, or null. */
export function parseAsciiFloat(ascii: string): number | null {
  if (NUMBER.test(ascii)) return Number(ascii)
  return parseSpecial(ascii)
}

/** Whether each underscore stands between two digits. */
export function underscoresBetweenDigits(ascii: string): boolean {
  return !/(?<!\d)_|_(?!\d)/.test(ascii)
}

function parseSpecial(ascii: string): number | null {
  const special = SPECIAL.exec(ascii)
  if (special === null) return null
  if (special[2]!.toLowerCase() === 'nan') return Number.NaN
  return special[1] === '-' ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY
}

const DECIMAL = '(?:(?:\\d+\\.?\\d*|\\.\\d+)(?:e[+-]?\\d+)?|inf(?:inity)?|nan)'
const REAL_ONLY = new RegExp(`^[+-]?${DECIMAL}$`, 'i')
const COMPLEX = new RegExp(`^([+-]?${DECIMAL}(?=[+-]))?([+-]?(?:${DECIMAL})?)j$`, 'i')

/** The parts of the complex number that `complex(text)` reads. */
export function parseComplexText(text: string): [real: number, imaginary: number] {
  let ascii = toAsciiNumber(text).replace(OUTER_SPACE, '')
  if (ascii.includes('_')) {
    if (!underscoresBetweenDigits(ascii)) {
      throw new TextError('ValueError', `could not convert string to complex: ${quoteText(text)}`)
    }
    ascii = ascii.replaceAll('_', '')
  }
  if (ascii.startsWith('(') && ascii.endsWith(')')) ascii = ascii.slice(1, -1).replace(OUTER_SPACE, '')
  if (REAL_ONLY.test(ascii)) return [parseAsciiFloat(ascii)!, 0]
  const parts = COMPLEX.exec(ascii)
  if (parts === null) throw new TextError('ValueError', 'complex() arg is a malformed string')
  const second = parts[2]!
  const imaginary = /^[+-]?$/.test(second) ? Number(`${second}1`) : parseAsciiFloat(second)!
  return [parts[1] === undefined ? 0 : parseAsciiFloat(parts[1])!, imaginary]
}

/** `value.hex()`. */
export function floatToHex(value: number): string {
  if (Number.isNaN(value)) return 'nan'
  const sign = isNegative(value) ? '-' : ''
  if (!Number.isFinite(value)) return `${sign}inf`
  if (value === 0) return `${sign}0x0.0p+0`
  const { mantissa, exponent } = decompose(Math.abs(value))
  const digits = mantissa.toString(16).padStart(14, '0')
  const power = exponent + 52
  return `${sign}0x${digits[0]}.${digits.slice(1)}p${power < 0 ? '-' : '+'}${Math.abs(power)}`
}

/** `float.fromhex(text)`. */
export function floatFromHex(text: string): number {
  const ascii = text.replace(OUTER_SPACE, '')
  const special = parseSpecial(ascii)
  if (special !== null) return special
  const parts = HEX_NUMBER.exec(ascii)
  const digits = parts === null ? '' : parts[2]! + (parts[3] ?? '')
  if (digits === '') throw invalidHex()
  const sign = parts![1] === '-' ? -1 : 1
  const mantissa = BigInt(`0x${digits}`)
  const exponent = Number(parts![4] ?? 0) - 4 * (parts![3] ?? '').length
  const size = bitLength(mantissa) + exponent < -1200 ? 0 : scaledToFloat(mantissa, exponent)
  // Too large a number is found before what may follow it.
  if (size === Number.POSITIVE_INFINITY) {
    throw new TextError('OverflowError', 'hexadecimal value too large to represent as a float')
  }
  if (parts![0].length < ascii.length) throw invalidHex()
  return sign * size
}

function invalidHex(): TextError {
  return new TextError('ValueError', 'invalid hexadecimal floating-point string')
}

/** `value.as_integer_ratio()`. */
export function floatToRatio(value: number): [numerator: bigint, denominator: bigint] {
  if (Number.isNaN(value)) throw new TextError('ValueError', 'cannot convert NaN to integer ratio')
  if (!Number.isFinite(value))
    throw new TextError('OverflowError', 'cannot convert Infinity to integer ratio')
  if (value === 0) return [0n, 1n]
  let { mantissa, exponent } = decompose(value)
  while (mantissa % 2 === 0) {
    mantissa /= 2
    exponent++
  }
  const numerator = BigInt(mantissa)
  return exponent >= 0 ? [numerator << BigInt(exponent), 1n] : [numerator, 1n << BigInt(-exponent)]
}

/** `round(value, places)`: the decimal is rounded exactly, half to even, and read back. */
export function roundFloat(value: number, places: number): number {
  if (!Number.isFinite(value) || value === 0 || places > 323) return value
  if (places < -308) return value < 0 ? -0 : 0
  const { digits, point } = fixedDigits(Math.abs(value), places)
  const size = digits === '' ? 0 : Number(`0.${digits}e${point}`)
  if (size === Number.POSITIVE_INFINITY) {
    throw new TextError('OverflowError', 'rounded value too large to represent')
  }
  return isNegative(value) ? -size : size
}

/** The integer nearest to a float, half to even, as a float: `round(value)` before it becomes an int. */
export function roundHalfEven(value: number): number {
  const below = Math.floor(value)
  const rest = value - below
  if (rest < 0.5) return below
  return rest > 0.5 || below % 2 !== 0 ? below + 1 : below
}
