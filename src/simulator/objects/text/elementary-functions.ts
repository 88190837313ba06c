/**
 * Exponential, logarithmic and trigonometric functions, as CPython gets them from the C library.
 *
 * glibc's exp, log, pow and trigonometric functions give the nearest float in nearly all cases, while
 * JavaScript engines differ from it, and from each other, far more often; so these are computed with
 * double-double numbers and rounded once. Its hyperbolic functions, and log10, are less exact: they combine
 * expm1, log1p, exp and log in the manner of fdlibm, and so they do here, on the engine's expm1 and log1p,
 * which are fdlibm's. Arguments outside a function's domain give NaN or an infinity, as in C; the callers
 * raise Python's errors.
 */
import { decompose, frexp, multiplyByPower, ratioToFloat, scaledToFloat } from './binary-float.ts'
import {
  add,
  addFloat,
  divide,
  exactProduct,
  exactSum,
  multiply,
  multiplyFloat,
  negate,
  type Pair,
  rounded,
  scale,
  squareRoot,
  subtract,
} from './double-double.ts'

const LN2: Pair = [Math.LN2, 2.3190468138462996e-17]
const LN2_REST = 5.707708438416212e-34
/** log10(2) in two parts, the first of which can be multiplied by an exponent exactly; and 1/log(10). */
const LOG10_2_HIGH = 0.30102999566361177
const LOG10_2_LOW = 3.694239077158931e-13
const INVERSE_LN10 = Math.LOG10E
const HALF_PI: Pair = [1.5707963267948966, 6.123233995736766e-17]
const HALF_PI_REST = -1.4973849048591698e-33
const ONE: Pair = [1, 0]

/** 1/n! for n from 0 to 30. */
const INVERSE_FACTORIALS: readonly Pair[] = inverseFactorials(30)

function inverseFactorials(last: number): Pair[] {
  const found: Pair[] = [ONE]
  for (let n = 1; n <= last; n++) found.push(divide(found[n - 1]!, [n, 0]))
  return found
}

/** 2**-28: hyperbolic functions of smaller numbers are their arguments. */
const SMALL = 3.725290298461914e-9
/** From here on e**-x is lost beside e**x. */
const LARGE = 22

/** Below this size a function with the slope 1 at 0, and no second power, is its argument when rounded. */
const ODD_IDENTITY = 1e-9

export function exp(x: number): number {
  if (Number.isNaN(x) || x > 710) return x > 0 ? Number.POSITIVE_INFINITY : x
  if (x < -746) return 0
  return expOf([x, 0])
}

export function exp2(x: number): number {
  if (Number.isNaN(x) || x > 1025) return x > 0 ? Number.POSITIVE_INFINITY : x
  if (x < -1080) return 0
  const whole = Math.round(x)
  return roundScaled(addFloat(expm1Small(multiplyFloat(LN2, x - whole)), 1), whole)
}

export function expm1(x: number): number {
  return Math.expm1(x)
}

/** The natural logarithm. */
export function log(x: number): number {
  return logarithmDomain(x) ?? rounded(logPair([x, 0]))
}

export function log2(x: number): number {
  const special = logarithmDomain(x)
  if (special !== null) return special
  const [mantissa, exponent] = frexp(x)
  if (mantissa === 0.5) return exponent - 1
  return rounded(divide(logPair([x, 0]), LN2))
}

export function log10(x: number): number {
  const special = logarithmDomain(x)
  if (special !== null) return special
  // A mantissa in [1, 2) for floats from 1 on, in [0.5, 1) below, so that nothing cancels.
  const [mantissa, exponent] = frexp(x)
  const power = exponent >= 1 ? exponent - 1 : exponent
  const reduced = exponent >= 1 ? mantissa * 2 : mantissa
  return power * LOG10_2_LOW + INVERSE_LN10 * log(reduced) + power * LOG10_2_HIGH
}

export function log1p(x: number): number {
  return Math.log1p(x)
}

/** C's `pow`: anything to the power 0, and 1 to any power, is 1. */
export function pow(x: number, y: number): number {
  if (y === 0 || x === 1) return 1
  if (Number.isNaN(x) || Number.isNaN(y)) return Number.NaN
  if (x === -1 && !Number.isFinite(y)) return 1
  if (x === 0 || !Number.isFinite(x) || !Number.isFinite(y)) return x ** y
  const isWhole = Number.isInteger(y)
  if (x < 0 && !isWhole) return Number.NaN
  const size = Math.abs(x)
  const negative = x < 0 && y % 2 !== 0
  const result = powerOfSize(size, y, isWhole)
  return negative ? -result : result
}

function powerOfSize(size: number, y: number, isWhole: boolean): number {
  if (y === 1) return size
  if (y === 2) return size * size
  if (y === 0.5) return Math.sqrt(size)
  // Up to this power the exact result may lie half way between two floats.
  if (isWhole && Math.abs(y) <= 34) return wholePower(size, y)
  const estimate = Math.log(size) * y
  if (estimate > 720) return Number.POSITIVE_INFINITY
  if (estimate < -760) return 0
  const logarithm = multiplyFloat(logPair([size, 0]), y)
  if (logarithm[0] > 710) return Number.POSITIVE_INFINITY
  return logarithm[0] < -746 ? 0 : expOf(logarithm)
}

function wholePower(size: number, y: number): number {
  const { mantissa, exponent } = decompose(size)
  const power = BigInt(mantissa) ** BigInt(Math.abs(y))
  const shift = exponent * Math.abs(y)
  if (y > 0) return scaledToFloat(power, shift)
  return shift > 0 ? ratioToFloat(1n, power << BigInt(shift)) : ratioToFloat(1n << BigInt(-shift), power)
}

export function sin(x: number): number {
  if (!Number.isFinite(x)) return Number.NaN
  return Math.abs(x) < ODD_IDENTITY ? x : rounded(sinCos(x)[0])
}

export function cos(x: number): number {
  return Number.isFinite(x) ? rounded(sinCos(x)[1]) : Number.NaN
}

export function tan(x: number): number {
  if (!Number.isFinite(x)) return Number.NaN
  if (Math.abs(x) < ODD_IDENTITY) return x
  const [sine, cosine] = sinCos(x)
  return rounded(divide(sine, cosine))
}

export function asin(x: number): number {
  if (!(x >= -1 && x <= 1)) return Number.NaN
  if (Math.abs(x) < ODD_IDENTITY) return x
  return rounded(improveAngle([x, 0], cosineFromSine(x), Math.asin(x)))
}

export function acos(x: number): number {
  if (!(x >= -1 && x <= 1)) return Number.NaN
  if (x === 1) return 0
  return rounded(improveAngle(cosineFromSine(x), [x, 0], Math.acos(x)))
}

export function atan(x: number): number {
  return Math.abs(x) < ODD_IDENTITY || Number.isNaN(x) ? x : atan2(x, 1)
}

export function atan2(y: number, x: number): number {
  if (x === 0 || y === 0 || !Number.isFinite(x) || !Number.isFinite(y)) return roundedQuarters(y, x)
  const [mantissaY, exponentY] = frexp(y)
  const [mantissaX, exponentX] = frexp(x)
  const difference = exponentY - exponentX
  // Beyond this the smaller one matters only where the angle itself is small.
  if (difference < -70) return x > 0 ? y / x : roundedQuarters(y, Number.NEGATIVE_INFINITY)
  if (difference > 70) return roundedQuarters(y, 0)
  const [top, right] =
    difference > 0
      ? [mantissaY, multiplyByPower(mantissaX, -difference)]
      : [multiplyByPower(mantissaY, difference), mantissaX]
  const radius = Math.sqrt(top * top + right * right)
  const angle = Math.atan2(top, right)
  const [sine, cosine] = sinCos(angle)
  const error = subtract(multiplyFloat(cosine, top), multiplyFloat(sine, right))
  return rounded(addFloat([angle, 0], (error[0] + error[1]) / radius))
}

export function sinh(x: number): number {
  const size = Math.abs(x)
  if (!Number.isFinite(x) || size < SMALL) return x
  const half = x < 0 ? -0.5 : 0.5
  if (size > 711) return x < 0 ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY
  if (size >= LARGE) return half * 2 * expOf([size, 0], -1)
  const grown = Math.expm1(size)
  if (size < 1) return half * (2 * grown - (grown * grown) / (grown + 1))
  return half * (grown + grown / (grown + 1))
}

export function cosh(x: number): number {
  const size = Math.abs(x)
  if (!Number.isFinite(x)) return size
  if (size > 711) return Number.POSITIVE_INFINITY
  if (size >= LARGE) return expOf([size, 0], -1)
  if (size < LN2[0] / 2) {
    const grown = Math.expm1(size)
    const whole = 1 + grown
    return 1 + (grown * grown) / (whole + whole)
  }
  const power = exp(size)
  return 0.5 * power + 0.5 / power
}

export function tanh(x: number): number {
  const size = Math.abs(x)
  if (Number.isNaN(x) || size < SMALL / 1e8) return x
  let result = 1
  if (size < 1) {
    const shrunk = Math.expm1(-2 * size)
    result = -shrunk / (shrunk + 2)
  } else if (size < LARGE) result = 1 - 2 / (Math.expm1(2 * size) + 2)
  return x < 0 ? -result : result
}

export function asinh(x: number): number {
  const size = Math.abs(x)
  if (!Number.isFinite(x) || size < SMALL) return x
  let result: number
  if (size > 1 / SMALL) result = log(size) + LN2[0]
  else if (size > 2) result = log(2 * size + 1 / (Math.sqrt(x * x + 1) + size))
  else result = Math.log1p(size + (x * x) / (1 + Math.sqrt(1 + x * x)))
  return x < 0 ? -result : result
}

export function acosh(x: number): number {
  if (!(x >= 1)) return Number.NaN
  if (x > 1 / SMALL) return x === Number.POSITIVE_INFINITY ? x : log(x) + LN2[0]
  if (x > 2) return log(2 * x - 1 / (x + Math.sqrt(x * x - 1)))
  const above = x - 1
  return Math.log1p(above + Math.sqrt(2 * above + above * above))
}

export function atanh(x: number): number {
  const size = Math.abs(x)
  if (!(size < 1)) return size === 1 ? x * Number.POSITIVE_INFINITY : Number.NaN
  if (size < SMALL) return x
  const twice = size + size
  const result = 0.5 * Math.log1p(size < 0.5 ? twice + (twice * size) / (1 - size) : twice / (1 - size))
  return x < 0 ? -result : result
}

export function cbrt(x: number): number {
  if (x === 0 || !Number.isFinite(x)) return x
  const [mantissa, exponent] = frexp(x)
  const thirds = Math.floor(exponent / 3)
  const scaled = multiplyByPower(mantissa, exponent - 3 * thirds)
  const root = Math.cbrt(scaled)
  // One step of Newton's method doubles the digits.
  const cube = multiplyFloat(exactProduct(root, root), root)
  const error = addFloat(negate(cube), scaled)
  return multiplyByPower(rounded(addFloat(divide(error, [3 * root * root, 0]), root)), thirds)
}

/** e**x, rounded, times a power of two. */
function expOf(x: Pair, power = 0): number {
  const doublings = Math.round(x[0] / LN2[0])
  return roundScaled(addFloat(expm1Small(reduceByLn2(x, doublings)), 1), doublings + power)
}

/** e**x for x above -740 and below 709, with about 100 bits where the result is not subnormal. */
export function expPair(x: Pair): Pair {
  const doublings = Math.round(x[0] / LN2[0])
  const power = addFloat(expm1Small(reduceByLn2(x, doublings)), 1)
  return [multiplyByPower(power[0], doublings), multiplyByPower(power[1], doublings)]
}

/** The float nearest to `value * 2**exponent`. */
function roundScaled(value: Pair, exponent: number): number {
  if (exponent > -1020) return multiplyByPower(rounded(value), exponent)
  // Below the normal range bits are lost, which must happen in the same rounding.
  const bits = 110
  const mantissa = BigInt(value[0] * 2 ** bits) + BigInt(Math.trunc(value[1] * 2 ** bits))
  return scaledToFloat(mantissa, exponent - bits)
}

function reduceByLn2(x: Pair, doublings: number): Pair {
  if (doublings === 0) return x
  return addFloat(subtract(x, multiplyFloat(LN2, doublings)), -doublings * LN2_REST)
}

/** e**x - 1 for |x| up to 0.4: a series for x/512, doubled nine times. */
function expm1Small(x: Pair): Pair {
  const small = scale(x, 1 / 512)
  let sum = INVERSE_FACTORIALS[10]!
  for (let n = 9; n >= 1; n--) sum = add(multiply(sum, small), INVERSE_FACTORIALS[n]!)
  sum = multiply(sum, small)
  for (let i = 0; i < 9; i++) sum = add(scale(sum, 2), multiply(sum, sum))
  return sum
}

/** What a logarithm is outside the positive finite floats, null inside. */
function logarithmDomain(x: number): number | null {
  if (x > 0 && x < Number.POSITIVE_INFINITY) return null
  return x === 0 ? Number.NEGATIVE_INFINITY : x > 0 ? x : Number.NaN
}

/** The logarithm of a positive number. */
export function logPair(x: Pair): Pair {
  let [mantissa, exponent] = frexp(x[0])
  if (mantissa < Math.SQRT1_2) {
    mantissa *= 2
    exponent--
  }
  const reduced: Pair = [mantissa, x[1] === 0 ? 0 : multiplyByPower(x[1], -exponent)]
  const own = logOfReduced(reduced)
  if (exponent === 0) return own
  return addFloat(add(multiplyFloat(LN2, exponent), own), exponent * LN2_REST)
}

/** The logarithm of a number between 0.7 and 1.42. */
function logOfReduced(x: Pair): Pair {
  const above = addFloat(x, -1)
  if (Math.abs(above[0]) < 0.06) return logBySeries(divide(above, addFloat(x, 1)))
  // One step of Newton's method doubles the digits of the engine's logarithm.
  const guess = Math.log(x[0])
  const left = addFloat(multiply(addFloat(expm1Small([-guess, 0]), 1), x), -1)
  return addFloat(left, guess - (left[0] * left[0]) / 2)
}

/** log((1 + s) / (1 - s)) for small s. */
function logBySeries(s: Pair): Pair {
  const square = multiply(s, s)
  let sum: Pair = divide(ONE, [25, 0])
  for (let n = 23; n >= 1; n -= 2) sum = add(multiply(sum, square), divide(ONE, [n, 0]))
  return scale(multiply(sum, s), 2)
}

/** Sine and cosine of a finite number. */
function sinCos(x: number): [sine: Pair, cosine: Pair] {
  const { rest, quarter } = reduceByHalfPi(x)
  const square = multiply(rest, rest)
  const sine = multiply(alternatingSeries(square, 27), rest)
  const cosine = alternatingSeries(square, 28)
  switch (quarter) {
    case 0:
      return [sine, cosine]
    case 1:
      return [cosine, negate(sine)]
    case 2:
      return [negate(sine), negate(cosine)]
    default:
      return [negate(cosine), sine]
  }
}

/** The sum of (-1)**k x**k / (2k or 2k + 1)!, up to the factorial of `last`. */
function alternatingSeries(x: Pair, last: number): Pair {
  let sum = INVERSE_FACTORIALS[last]!
  for (let n = last - 2; n >= 0; n -= 2) sum = subtract(INVERSE_FACTORIALS[n]!, multiply(sum, x))
  return sum
}

/** A number less its nearest multiple of half pi, and how many quarters of a turn that is, modulo 4. */
function reduceByHalfPi(x: number): { rest: Pair; quarter: number } {
  if (Math.abs(x) < 0.78) return { rest: [x, 0], quarter: 0 }
  if (Math.abs(x) > 1e6) return reduceExactly(x)
  const count = Math.round(x / HALF_PI[0])
  const first = addFloat(negate(exactProduct(count, HALF_PI[0])), x)
  const rest = addFloat(subtract(first, exactProduct(count, HALF_PI[1])), -count * HALF_PI_REST)
  return { rest, quarter: ((count % 4) + 4) % 4 }
}

/** As above for large numbers, with as many digits of pi as it takes. */
function reduceExactly(x: number): { rest: Pair; quarter: number } {
  const { mantissa, exponent } = decompose(x)
  const bits = 220 + Math.max(exponent + 53, 0)
  const halfPi = piTimesPowerOfTwo(bits) >> 1n
  const value = BigInt(mantissa) << BigInt(exponent + bits)
  let count = value / halfPi
  let rest = value - count * halfPi
  if (rest * 2n > halfPi) {
    count += 1n
    rest -= halfPi
  } else if (rest * -2n > halfPi) {
    count -= 1n
    rest += halfPi
  }
  // Digits far beyond those of the result are dropped, so that the integer fits a float's range.
  const kept = 300
  const shown = bits > kept ? rest >> BigInt(bits - kept) : rest << BigInt(kept - bits)
  const high = Number(shown)
  const low = Number(shown - BigInt(high))
  return {
    rest: [multiplyByPower(high, -kept), multiplyByPower(low, -kept)],
    quarter: Number(BigInt.asUintN(2, count)),
  }
}

/** pi * 2**bits by Machin's formula, 16 atan(1/5) - 4 atan(1/239). */
function piTimesPowerOfTwo(bits: number): bigint {
  const guard = 16
  const one = 1n << BigInt(bits + guard)
  const inverseTangent = (divisor: bigint) => {
    const square = divisor * divisor
    let power = one / divisor
    let sum = power
    for (let n = 3n; power !== 0n; n += 2n) {
      power /= -square
      sum += power / n
    }
    return sum
  }
  return (16n * inverseTangent(5n) - 4n * inverseTangent(239n)) >> BigInt(guard)
}

/** sqrt(1 - x**2). */
function cosineFromSine(x: number): Pair {
  return squareRoot(multiply(exactSum(1, -x), exactSum(1, x)))
}

/** The angle with that sine and cosine, from a guess with the precision of a float. */
function improveAngle(sine: Pair, cosine: Pair, guess: number): Pair {
  const [guessSine, guessCosine] = sinCos(guess)
  return addFloat(subtract(multiply(sine, guessCosine), multiply(cosine, guessSine)), guess)
}

/** `atan2` where the angle is a multiple of a quarter or an eighth turn, or an argument is NaN. */
function roundedQuarters(y: number, x: number): number {
  return Math.atan2(y, x)
}
