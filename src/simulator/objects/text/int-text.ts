/**
 * Ints from text and back: `int(text, base)`, `str(int)`, with CPython's limit on decimal digits.
 *
 * As `PyLong_FromString` in `Objects/longobject.c`.
 */
import { bitLength } from './binary-float.ts'
import { TextError } from './error.ts'
import { toAsciiNumber } from './unicode.ts'

/** `sys.int_info.default_max_str_digits`. */
export const DEFAULT_MAX_STR_DIGITS = 4300

const SURROUNDING_SPACE = /^[\t-\r ]+|[\t-\r ]+$/g
const PREFIXES: Readonly<Record<string, number>> = { '0x': 16, '0X': 16, '0o': 8, '0O': 8, '0b': 2, '0B': 2 }

/**
 * The int that `int(text, base)` reads. `quoted` is the repr of the argument, for the error's text, made
 * only then. `maxDigits` is `sys.get_int_max_str_digits()`, 0 for no limit.
 */
export function parseIntText(
  text: string,
  base: number,
  quoted: () => string,
  maxDigits = DEFAULT_MAX_STR_DIGITS,
): bigint {
  if (base !== 0 && (base < 2 || base > 36)) {
    throw new TextError('ValueError', 'int() base must be >= 2 and <= 36, or 0')
  }
  const value = readInt(toAsciiNumber(text).replace(SURROUNDING_SPACE, ''), base, maxDigits)
  if (value === null) {
    throw new TextError('ValueError', `invalid literal for int() with base ${base}: ${clip(quoted())}`)
  }
  return value
}

function readInt(ascii: string, givenBase: number, maxDigits: number): bigint | null {
  const sign = ascii[0] === '-' || ascii[0] === '+' ? ascii[0] : ''
  let digits = ascii.slice(sign.length)
  let base = givenBase
  const prefixBase = PREFIXES[digits.slice(0, 2)]
  if (base === 0) base = prefixBase ?? 10
  if (prefixBase === base) {
    digits = digits.slice(2)
    // One underscore may separate the prefix from the digits.
    if (digits[0] === '_') digits = digits.slice(1)
  } else if (givenBase === 0 && digits[0] === '0' && /[^0_]/.test(digits)) {
    return null
  }
  if (!/^[0-9a-z]+(?:_[0-9a-z]+)*$/i.test(digits)) return null
  const plain = digits.replaceAll('_', '')
  for (let i = 0; i < plain.length; i++) if (digitValue(plain.charCodeAt(i)) >= base) return null
  const powerOfTwo = (base & (base - 1)) === 0
  if (!powerOfTwo && maxDigits > 0 && plain.length > maxDigits) {
    throw new TextError(
      'ValueError',
      `Exceeds the limit (${maxDigits} digits) for integer string conversion: value has ${plain.length} digits; ` +
        'use sys.set_int_max_str_digits() to increase the limit',
    )
  }
  const size = readDigits(plain, base)
  return sign === '-' ? -size : size
}

function readDigits(digits: string, base: number): bigint {
  if (base === 10) return BigInt(digits)
  if (base === 16) return BigInt(`0x${digits}`)
  if (base === 8) return BigInt(`0o${digits}`)
  if (base === 2) return BigInt(`0b${digits}`)
  if (digits.length <= 9) return BigInt(Number.parseInt(digits, base))
  const half = digits.length >> 1
  const power = BigInt(base) ** BigInt(digits.length - half)
  return readDigits(digits.slice(0, half), base) * power + readDigits(digits.slice(half), base)
}

function digitValue(unit: number): number {
  if (unit <= 57) return unit - 48
  return (unit | 32) - 87
}

/** At most 200 characters of a repr stand in the error's text. */
function clip(quoted: string): string {
  return quoted.length <= 200 ? quoted : Array.from(quoted).slice(0, 200).join('')
}

/** `str(value)`, within the limit on digits (0 for no limit). */
export function intToText(value: bigint, maxDigits = DEFAULT_MAX_STR_DIGITS): string {
  if (maxDigits > 0) {
    // 10**n has more than 3.3 n bits: numbers with fewer need no look at their digits.
    const bits = bitLength(value)
    if (bits > maxDigits * 3.3) {
      if (bits > maxDigits * 3.33 + 4) throw tooManyDigits(maxDigits)
      const text = value.toString()
      if (text.length - (value < 0n ? 1 : 0) > maxDigits) throw tooManyDigits(maxDigits)
      return text
    }
  }
  return value.toString()
}

function tooManyDigits(maxDigits: number): TextError {
  return new TextError(
    'ValueError',
    `Exceeds the limit (${maxDigits} digits) for integer string conversion; ` +
      'use sys.set_int_max_str_digits() to increase the limit',
  )
}
