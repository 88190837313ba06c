/**
 * Arithmetic of Python ints that bigints lack or do otherwise: floored division, powers, exact division to
 * floats, conversions, bit counts, bytes.
 *
 * As `Objects/longobject.c`. Results are bigints; zero divisors and the like are the caller's to check where
 * the contract says so.
 */
import { bitLength, ratioToFloat } from './binary-float.ts'
import { TextError } from './error.ts'

export { bitLength }

/** `a // b`, for b other than 0. */
export function floorDivide(a: bigint, b: bigint): bigint {
  const quotient = a / b
  return a < 0n !== b < 0n && quotient * b !== a ? quotient - 1n : quotient
}

/** `a % b`, with the sign of b, for b other than 0. */
export function floorModulo(a: bigint, b: bigint): bigint {
  const rest = a % b
  return rest !== 0n && rest < 0n !== b < 0n ? rest + b : rest
}

/** `divmod(a, b)`, for b other than 0. */
export function floorDivmod(a: bigint, b: bigint): [quotient: bigint, modulo: bigint] {
  const rest = a % b
  if (rest !== 0n && rest < 0n !== b < 0n) return [(a - rest) / b - 1n, rest + b]
  return [(a - rest) / b, rest]
}

/** `a / b`, rounded once. */
export function trueDivide(a: bigint, b: bigint): number {
  if (b === 0n) throw new TextError('ZeroDivisionError', 'division by zero')
  if (a === 0n) return b < 0n ? -0 : 0
  const negative = a < 0n !== b < 0n
  const quotient = ratioToFloat(a < 0n ? -a : a, b < 0n ? -b : b)
  if (quotient === Number.POSITIVE_INFINITY) {
    throw new TextError('OverflowError', 'integer division result too large for a float')
  }
  return negative ? -quotient : quotient
}

/** `float(a)`, rounded half to even. */
export function intToFloat(a: bigint): number {
  const value = Number(a)
  if (!Number.isFinite(value)) throw new TextError('OverflowError', 'int too large to convert to float')
  return value
}

/** `int(value)`, truncated. */
export function floatToInt(value: number): bigint {
  if (Number.isNaN(value)) throw new TextError('ValueError', 'cannot convert float NaN to integer')
  if (!Number.isFinite(value))
    throw new TextError('OverflowError', 'cannot convert float infinity to integer')
  return BigInt(Math.trunc(value))
}

/** How an int compares with a float, exactly: negative, 0 or positive; NaN if the float is NaN. */
export function compareIntFloat(a: bigint, value: number): number {
  if (Number.isNaN(value)) return Number.NaN
  return a < value ? -1 : a > value ? 1 : 0
}

/** `a << count`, for a count that is not negative. */
export function shiftLeft(a: bigint, count: bigint): bigint {
  if (a === 0n) return 0n
  if (count > 0x3fff_ffffn) throw new TextError('OverflowError', 'too many digits in integer')
  return a << count
}

/** `a >> count`, for a count that is not negative. */
export function shiftRight(a: bigint, count: bigint): bigint {
  return count > 0x3fff_ffffn ? (a < 0n ? -1n : 0n) : a >> count
}

/** `pow(base, exponent, modulus)` for integers, any sign of exponent and modulus. */
export function powerModulo(base: bigint, exponent: bigint, modulus: bigint): bigint {
  if (modulus === 0n) throw new TextError('ValueError', 'pow() 3rd argument cannot be 0')
  const size = modulus < 0n ? -modulus : modulus
  if (size === 1n) return 0n
  let factor = exponent < 0n ? inverse(base, size) : floorModulo(base, size)
  let rest = exponent < 0n ? -exponent : exponent
  let result = 1n
  while (rest > 0n) {
    if ((rest & 1n) === 1n) result = (result * factor) % size
    factor = (factor * factor) % size
    rest >>= 1n
  }
  return modulus < 0n && result !== 0n ? result + modulus : result
}

function inverse(value: bigint, modulus: bigint): bigint {
  let [a, b] = [floorModulo(value, modulus), modulus]
  let [x, y] = [1n, 0n]
  while (b !== 0n) {
    const quotient = a / b
    ;[a, b] = [b, a - quotient * b]
    ;[x, y] = [y, x - quotient * y]
  }
  if (a !== 1n) throw new TextError('ValueError', 'base is not invertible for the given modulus')
  return floorModulo(x, modulus)
}

/** `math.isqrt(value)`, for a value that is not negative. */
export function integerSquareRoot(value: bigint): bigint {
  if (value < 0x10_0000_0000_0000n) return BigInt(Math.floor(Math.sqrt(Number(value))))
  // Newton's steps from above never go below the root before they reach it.
  let root = 1n << BigInt((bitLength(value) + 1) >> 1)
  for (;;) {
    const next = (root + value / root) >> 1n
    if (next >= root) return root
    root = next
  }
}

/** `math.gcd(a, b)`. */
export function greatestCommonDivisor(a: bigint, b: bigint): bigint {
  let [x, y] = [a < 0n ? -a : a, b < 0n ? -b : b]
  while (y !== 0n) [x, y] = [y, x % y]
  return x
}

/** `math.lcm(a, b)`. */
export function leastCommonMultiple(a: bigint, b: bigint): bigint {
  if (a === 0n || b === 0n) return 0n
  const product = (a / greatestCommonDivisor(a, b)) * b
  return product < 0n ? -product : product
}

/** `value.bit_count()`: the ones in the absolute value. */
export function bitCount(value: bigint): number {
  let count = 0
  for (const digit of (value < 0n ? -value : value).toString(16)) {
    const bits = Number.parseInt(digit, 16)
    count += (bits & 1) + ((bits >> 1) & 1) + ((bits >> 2) & 1) + (bits >> 3)
  }
  return count
}

/** `round(value, places)` for a negative number of places: to tens, hundreds, …, half to even. */
export function roundInt(value: bigint, places: number): bigint {
  if (places >= 0) return value
  // A power of ten with more digits than twice the value rounds to zero.
  if (-places > bitLength(value) + 2) return 0n
  const unit = 10n ** BigInt(-places)
  const [quotient, rest] = floorDivmod(value, unit)
  const up = rest * 2n > unit || (rest * 2n === unit && (quotient & 1n) === 1n)
  return (up ? quotient + 1n : quotient) * unit
}

/** `value.to_bytes(length, order, signed=signed)`. */
export function intToBytes(
  value: bigint,
  length: number,
  order: 'big' | 'little',
  signed: boolean,
): Uint8Array {
  if (value < 0n && !signed) throw new TextError('OverflowError', "can't convert negative int to unsigned")
  const bits = BigInt(length) * 8n
  const limit = signed ? (bits === 0n ? 0n : 1n << (bits - 1n)) : 1n << bits
  const fits = value >= 0n ? value < limit || (length === 0 && value === 0n) : value >= -limit
  if (!fits) throw new TextError('OverflowError', 'int too big to convert')
  const bytes = new Uint8Array(length)
  const hex =
    length === 0
      ? ''
      : BigInt.asUintN(length * 8, value)
          .toString(16)
          .padStart(length * 2, '0')
  for (let i = 0; i < length; i++) {
    bytes[order === 'big' ? i : length - 1 - i] = Number.parseInt(hex.slice(2 * i, 2 * i + 2), 16)
  }
  return bytes
}

/** `int.from_bytes(bytes, order, signed=signed)`. */
export function intFromBytes(bytes: Uint8Array, order: 'big' | 'little', signed: boolean): bigint {
  let hex = ''
  for (let i = 0; i < bytes.length; i++) {
    hex += bytes[order === 'big' ? i : bytes.length - 1 - i]!.toString(16).padStart(2, '0')
  }
  if (hex === '') return 0n
  const value = BigInt(`0x${hex}`)
  return signed ? BigInt.asIntN(bytes.length * 8, value) : value
}
