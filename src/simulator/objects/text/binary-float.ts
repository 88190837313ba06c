/**
 * Floats as binary numbers: mantissa and exponent, and exact numbers rounded to the nearest float.
 *
 * Every finite float is `mantissa * 2**exponent` with integers; here mantissas are bigints wherever they
 * may exceed 53 bits, so conversions are exact and are rounded once, half to even.
 */

const scratch = new DataView(new ArrayBuffer(8))

/** A finite float as an exact product: `mantissa * 2**exponent`, the mantissa carrying the sign. */
export interface BinaryFloat {
  mantissa: number
  exponent: number
}

/** Whether the sign bit is set; true for -0.0 too. */
export function isNegative(value: number): boolean {
  return value < 0 || (value === 0 && 1 / value < 0)
}

/** The integer mantissa (below 2**53) and exponent of a finite float. */
export function decompose(value: number): BinaryFloat {
  scratch.setFloat64(0, value)
  const high = scratch.getUint32(0)
  const biased = (high >>> 20) & 0x7ff
  const fraction = (high & 0xf_ffff) * 0x1_0000_0000 + scratch.getUint32(4)
  const sign = high >>> 31 === 1 ? -1 : 1
  if (biased === 0) return { mantissa: sign * fraction, exponent: -1074 }
  return { mantissa: sign * (fraction + 0x10_0000_0000_0000), exponent: biased - 1075 }
}

/** The 64 bits of a float, as an unsigned integer. */
export function floatBits(value: number): bigint {
  scratch.setFloat64(0, value)
  return scratch.getBigUint64(0)
}

export function floatFromBits(bits: bigint): number {
  scratch.setBigUint64(0, bits)
  return scratch.getFloat64(0)
}

/** How many bits the absolute value of an integer has; 0 for 0. */
export function bitLength(value: bigint): number {
  const size = value < 0n ? -value : value
  if (size < 0x1_0000_0000n) return 32 - Math.clz32(Number(size))
  const digits = size.toString(16)
  return digits.length * 4 - (Math.clz32(Number.parseInt(digits[0]!, 16)) - 28)
}

/**
 * The float nearest to `mantissa * 2**exponent`, half to even; infinite if too large. The mantissa is not
 * negative. `inexact` says that the true number is a little larger than that (by less than the last bit).
 */
export function scaledToFloat(mantissa: bigint, exponent: number, inexact = false): number {
  if (mantissa === 0n) return 0
  const bits = bitLength(mantissa)
  if (bits + exponent > 1024) return Number.POSITIVE_INFINITY
  // Below the normal range fewer bits than 53 are left.
  const kept = Math.min(53, bits + exponent + 1074)
  if (kept < 0) return 0
  const dropped = bits - kept
  if (dropped <= 0) return multiplyByPower(Number(mantissa), exponent)
  const shift = BigInt(dropped)
  let rounded = mantissa >> shift
  const rest = mantissa - (rounded << shift)
  const half = 1n << (shift - 1n)
  if (rest > half || (rest === half && (inexact || (rounded & 1n) === 1n))) rounded += 1n
  return multiplyByPower(Number(rounded), exponent + dropped)
}

/** The float nearest to `numerator / denominator`, both positive; infinite if too large. */
export function ratioToFloat(numerator: bigint, denominator: bigint): number {
  // A quotient of at least 66 bits, or of 1 bit more than the smallest float has, decides the rounding.
  const shift = 66 - (bitLength(numerator) - bitLength(denominator))
  const [n, d] =
    shift >= 0 ? [numerator << BigInt(shift), denominator] : [numerator, denominator << BigInt(-shift)]
  const quotient = n / d
  return scaledToFloat(quotient, -shift, quotient * d !== n)
}

/** `value * 2**exponent`, rounded once; as C's `ldexp`, infinite on overflow. */
export function multiplyByPower(value: number, exponent: number): number {
  if (value === 0 || !Number.isFinite(value) || exponent === 0) return value
  const { mantissa, exponent: own } = decompose(value)
  const bits = bitLengthOfSafe(Math.abs(mantissa))
  const top = bits + own + exponent
  if (top > 1024) return value < 0 ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY
  if (top < -1074) return value < 0 ? -0 : 0
  // In steps that stay exact; only the last may round, at the bottom of the range.
  const scaled = mantissa * 2 ** -bits
  if (top > -1022) return scaled * 2 * 2 ** (top - 1)
  return scaled * 2 ** -1021 * 2 ** (top + 1021)
}

function bitLengthOfSafe(value: number): number {
  const high = Math.floor(value / 0x1_0000_0000)
  return high === 0 ? 32 - Math.clz32(value) : 64 - Math.clz32(high)
}

/** `[m, e]` with `value == m * 2**e` and `0.5 <= abs(m) < 1`, as C's `frexp`; zero and non-finite floats give e = 0. */
export function frexp(value: number): [mantissa: number, exponent: number] {
  if (value === 0 || !Number.isFinite(value)) return [value, 0]
  const { mantissa, exponent } = decompose(value)
  const bits = bitLengthOfSafe(Math.abs(mantissa))
  return [mantissa * 2 ** -bits, exponent + bits]
}
