/**
 * Floats as text: `repr`, and the codes e, f, g of the format languages.
 *
 * Digits come from `float-digits.ts`; here they are laid out with point, padding and exponent. As
 * `PyOS_double_to_string` in `Python/pystrtod.c`.
 */
import { isNegative } from './binary-float.ts'
import { TextError } from './error.ts'
import { type Digits, fixedDigits, shortestDigits, significantDigits } from './float-digits.ts'

/** Longer strings do not exist. */
const MOST_DECIMALS = 0x1fff_0000

/** 'r' is `repr`: the shortest digits that read back as the same float. */
export type FloatCode = 'r' | 'e' | 'f' | 'g' | 'E' | 'F' | 'G'

export interface FloatOptions {
  /** `#`: always a point, and with 'g' no trailing zeros removed. */
  alternate?: boolean
  /** '.0' after what would look like an int. */
  addPointZero?: boolean
  /** `z`: no minus sign where the result is zero. */
  noNegativeZero?: boolean
}

/** `repr(value)` and `str(value)`. */
export function reprFloat(value: number): string {
  // JavaScript prints the same digits, and in this range in the same form.
  const size = Math.abs(value)
  if (size >= 1e-4 && size < 1e16) return Number.isInteger(value) ? `${value}.0` : `${value}`
  return formatFloat(value, 'r', 0, { addPointZero: true })
}

/** `repr(complex(real, imaginary))`. */
export function reprComplex(real: number, imaginary: number): string {
  const second = formatFloat(imaginary, 'r', 0)
  if (real === 0 && !isNegative(real)) return `${second}j`
  const sign = isNegative(imaginary) ? '' : '+'
  return `(${formatFloat(real, 'r', 0)}${sign}${second}j)`
}

/** The float by a format code. The precision is ignored by 'r', and a precision of 0 means 1 for 'g'. */
export function formatFloat(
  value: number,
  code: FloatCode,
  precision: number,
  options: FloatOptions = {},
): string {
  const upper = code === 'E' || code === 'F' || code === 'G'
  const text = formatLower(value, code.toLowerCase() as 'r' | 'e' | 'f' | 'g', precision, options)
  return upper ? text.toUpperCase() : text
}

function formatLower(
  value: number,
  code: 'r' | 'e' | 'f' | 'g',
  precision: number,
  options: FloatOptions,
): string {
  if (Number.isNaN(value)) return 'nan'
  const negative = isNegative(value)
  if (!Number.isFinite(value)) return negative ? '-inf' : 'inf'
  const { alternate = false, addPointZero = false, noNegativeZero = false } = options
  const size = negative ? -value : value
  const places = code === 'g' && precision === 0 ? 1 : precision
  const found = digitsFor(size, code, places)
  // Zero has one digit before the point in every form.
  const point = found.digits === '' ? 1 : found.point
  let digits = found.digits === '' ? '0' : found.digits
  if ((code === 'g' || code === 'r') && !(code === 'g' && alternate))
    digits = digits.replace(/0+$/, '') || '0'

  let exponential = code === 'e'
  if (code === 'g') exponential = point <= -4 || point > places - (addPointZero ? 1 : 0)
  if (code === 'r') exponential = point <= -4 || point > 16
  const wholePlaces = exponential ? 1 : point

  // How many digits stand after the point.
  let decimals = digits.length - wholePlaces
  if (code === 'e' || code === 'f') decimals = places
  if (code === 'g' && alternate) decimals = places - wholePlaces
  if (addPointZero && !exponential) decimals = Math.max(decimals, 1)
  decimals = Math.max(decimals, 0)
  if (decimals > MOST_DECIMALS) throw new TextError('MemoryError', '')

  const padded = wholePlaces <= 0 ? '0'.repeat(1 - wholePlaces) + digits : digits
  const whole = Math.max(wholePlaces, 1)
  let text = padded.slice(0, whole).padEnd(whole, '0')
  if (decimals > 0) text += `.${padded.slice(whole, whole + decimals).padEnd(decimals, '0')}`
  else if (alternate) text += '.'
  if (exponential) {
    const exponent = point - 1
    text += `e${exponent < 0 ? '-' : '+'}${String(Math.abs(exponent)).padStart(2, '0')}`
  }
  const zero = found.digits === ''
  return negative && !(noNegativeZero && zero) ? `-${text}` : text
}

function digitsFor(size: number, code: 'r' | 'e' | 'f' | 'g', precision: number): Digits {
  switch (code) {
    case 'r':
      return shortestDigits(size)
    case 'e':
      return significantDigits(size, precision + 1)
    case 'f':
      return fixedDigits(size, precision)
    case 'g':
      return significantDigits(size, precision)
  }
}
