/**
 * Decimal digits of a float: the shortest that identify it, or correctly rounded to a number of places.
 *
 * A result is a string of digits and the place of the decimal point: the value is `0.DIGITS * 10**point`.
 * JavaScript's own conversions are exact up to 100 digits but round ties upwards, so ties and longer
 * results are computed with big integers. As the modes 0, 2 and 3 of `Python/dtoa.c`.
 */
import { decompose } from './binary-float.ts'

/** Digits without leading zeros ('' for zero), the value being `0.DIGITS * 10**point`. */
export interface Digits {
  digits: string
  point: number
}

/** The fewest digits that read back as the same float, for a positive finite value or zero. */
export function shortestDigits(value: number): Digits {
  return fromExponential(value.toExponential())
}

/** No float has more decimal places, nor as many significant digits. */
const MOST_PLACES = 1074

/** The value rounded to that many significant digits, half to even, with zeros up to 1074 digits. */
export function significantDigits(value: number, wanted: number): Digits {
  const count = Math.min(wanted, MOST_PLACES)
  if (value === 0) return { digits: '', point: 1 }
  if (count < 100) {
    // One digit more tells whether this could be a tie.
    const longer = value.toExponential(count)
    const mark = longer.indexOf('e')
    if (longer[mark - 1] !== '5') return fromExponential(value.toExponential(count - 1))
  }
  const exponent = fromExponential(value.toExponential(0)).point
  // The estimate may be one too high if the single digit was rounded up to a power of ten.
  for (const point of [exponent - 1, exponent]) {
    const digits = roundAt(value, count - point).toString()
    if (digits.length === count) return { digits, point }
    if (digits.length === count + 1 && /^10*$/.test(digits))
      return { digits: digits.slice(0, count), point: point + 1 }
  }
  return {
    digits: roundAt(value, count - exponent)
      .toString()
      .slice(0, count),
    point: exponent + 1,
  }
}

/** The value rounded to that many decimal places (negative: to tens, hundreds, …), half to even. */
export function fixedDigits(value: number, wanted: number): Digits {
  const places = Math.min(wanted, MOST_PLACES)
  if (places >= 0 && places <= 100 && value < 1e21) {
    // A tie has exactly one binary digit more after the point than there are places.
    const doubled = places < 900 ? value * 2 ** (places + 1) : 0
    if (!(Number.isInteger(doubled) && doubled % 2 !== 0)) {
      return fromFixed(value.toFixed(places))
    }
  }
  const rounded = roundAt(value, places)
  if (rounded === 0n) return { digits: '', point: -places }
  const digits = rounded.toString()
  return { digits, point: digits.length - places }
}

/** The integer nearest to `value * 10**places`, half to even. */
function roundAt(value: number, places: number): bigint {
  const { mantissa, exponent } = decompose(value)
  let numerator = BigInt(mantissa)
  let denominator = 1n
  if (exponent >= 0) numerator <<= BigInt(exponent)
  else denominator <<= BigInt(-exponent)
  if (places >= 0) numerator *= 10n ** BigInt(places)
  else denominator *= 10n ** BigInt(-places)
  const quotient = numerator / denominator
  const twice = (numerator - quotient * denominator) * 2n
  const up = twice > denominator || (twice === denominator && (quotient & 1n) === 1n)
  return up ? quotient + 1n : quotient
}

/** From the form `d.ddde+x`. */
function fromExponential(text: string): Digits {
  const mark = text.indexOf('e')
  const digits = mark > 1 ? text[0]! + text.slice(2, mark) : text.slice(0, mark)
  if (digits[0] === '0') return { digits: '', point: 1 }
  return { digits, point: Number(text.slice(mark + 1)) + 1 }
}

/** From the form `ddd.ddd`. */
function fromFixed(text: string): Digits {
  const dot = text.indexOf('.')
  const whole = dot < 0 ? text.length : dot
  const all = dot < 0 ? text : text.slice(0, dot) + text.slice(dot + 1)
  let zeros = 0
  while (zeros < all.length && all.charCodeAt(zeros) === 48) zeros++
  if (zeros === all.length) return { digits: '', point: whole - all.length }
  return { digits: all.slice(zeros), point: whole - zeros }
}
