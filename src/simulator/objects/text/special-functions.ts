/**
 * `math.gamma`, `lgamma`, `erf` and `erfc`.
 *
 * Gamma by Lanczos' approximation with the constants of the Boost library, as `Modules/mathmodule.c`; the
 * error functions by series and a continued fraction with double-double numbers, rounded once.
 */

import {
  add,
  addFloat,
  divide,
  exactProduct,
  multiply,
  multiplyFloat,
  negate,
  type Pair,
  rounded,
} from './double-double.ts'
import { cos, exp, expPair, log, pow, sin } from './elementary-functions.ts'
import { TextError } from './error.ts'

const LANCZOS_G = 6.02468004077673
const LANCZOS_G_LESS_HALF = 5.52468004077673
const NUMERATOR: readonly number[] = [
  23531376880.41076, 42919803642.6491, 35711959237.35567, 17921034426.037209, 6039542586.352028,
  1439720407.3117216, 248874557.86205417, 31426415.585400194, 2876370.6289353725, 186056.26539522348,
  8071.672002365816, 210.82427775157936, 2.5066282746310002,
]
const DENOMINATOR: readonly number[] = [
  0, 39916800, 120543840, 150917976, 105258076, 45995730, 13339535, 2637558, 357423, 32670, 1925, 66, 1,
]
const LOG_PI = 1.1447298858494002

/** `math.gamma(x)`. */
export function gamma(x: number): number {
  if (Number.isNaN(x) || x === Number.POSITIVE_INFINITY) return x
  if (x === Number.NEGATIVE_INFINITY || x === 0) throw domainError()
  if (Number.isInteger(x)) {
    if (x < 0) throw domainError()
    if (x <= 23) return smallFactorial(x - 1)
  }
  const size = Math.abs(x)
  if (size < 1e-20) {
    const result = 1 / x
    if (!Number.isFinite(result)) throw rangeError()
    return result
  }
  if (size > 200) {
    if (x > 0) throw rangeError()
    return sinPi(x) < 0 ? -0 : 0
  }
  const base = size + LANCZOS_G_LESS_HALF
  // What the sum has lost.
  const lost =
    size > LANCZOS_G_LESS_HALF ? base - size - LANCZOS_G_LESS_HALF : base - LANCZOS_G_LESS_HALF - size
  const correction = (lost * LANCZOS_G) / base
  let result: number
  if (x < 0) {
    result = ((-Math.PI / sinPi(size) / size) * exp(base)) / lanczosSum(size)
    result -= correction * result
    if (size < 140) result /= pow(base, size - 0.5)
    else {
      const root = pow(base, size / 2 - 0.25)
      result = result / root / root
    }
  } else {
    result = lanczosSum(size) / exp(base)
    result += correction * result
    if (size < 140) result *= pow(base, size - 0.5)
    else {
      const root = pow(base, size / 2 - 0.25)
      result = result * root * root
    }
  }
  if (!Number.isFinite(result)) throw rangeError()
  return result
}

/** `math.lgamma(x)`. */
export function lgamma(x: number): number {
  if (!Number.isFinite(x)) return Number.isNaN(x) ? x : Number.POSITIVE_INFINITY
  if (Number.isInteger(x) && x <= 2) {
    if (x <= 0) throw domainError()
    return 0
  }
  const size = Math.abs(x)
  if (size < 1e-20) return -log(size)
  let result = log(lanczosSum(size)) - LANCZOS_G
  result += (size - 0.5) * (log(size + LANCZOS_G - 0.5) - 1)
  if (x < 0) result = LOG_PI - log(Math.abs(sinPi(size))) - log(size) - result
  if (!Number.isFinite(result)) throw rangeError()
  return result
}

function lanczosSum(x: number): number {
  let above = 0
  let below = 0
  if (x < 5) {
    for (let i = NUMERATOR.length - 1; i >= 0; i--) {
      above = above * x + NUMERATOR[i]!
      below = below * x + DENOMINATOR[i]!
    }
  } else {
    for (let i = 0; i < NUMERATOR.length; i++) {
      above = above / x + NUMERATOR[i]!
      below = below / x + DENOMINATOR[i]!
    }
  }
  return above / below
}

/** sin(pi * x), exact at multiples of a half. */
function sinPi(x: number): number {
  const y = Math.abs(x) % 2
  let result: number
  switch (Math.round(2 * y)) {
    case 0:
      result = sin(Math.PI * y)
      break
    case 1:
      result = cos(Math.PI * (y - 0.5))
      break
    case 2:
      result = sin(Math.PI * (1 - y))
      break
    case 3:
      result = -cos(Math.PI * (y - 1.5))
      break
    default:
      result = sin(Math.PI * (y - 2))
  }
  return x < 0 ? -result : result
}

function smallFactorial(n: number): number {
  let result = 1
  for (let i = 2; i <= n; i++) result *= i
  return result
}

const INVERSE_ROOT_PI: Pair = [0.5641895835477563, 7.66772980658294e-18]

/** `math.erf(x)`. */
export function erf(x: number): number {
  if (Number.isNaN(x) || x === 0) return x
  const size = Math.abs(x)
  let result: number
  if (size > 5.95) result = 1
  else if (size < 1e-150) result = size * 2 * INVERSE_ROOT_PI[0]
  else result = size < 2.5 ? rounded(erfPair(size)) : rounded(addFloat(negate(erfcPair(size)), 1))
  return x < 0 ? -result : result
}

/** `math.erfc(x)`. */
export function erfc(x: number): number {
  if (Number.isNaN(x)) return x
  if (x > 27.3) return 0
  if (x < -6) return 2
  if (Math.abs(x) < 1e-20) return 1
  if (x >= 2.5) return rounded(erfcPair(x))
  const part = erfPair(Math.abs(x))
  return rounded(addFloat(x < 0 ? part : negate(part), 1))
}

/** erf(x) = 2/sqrt(pi) * e**(-x**2) * x * (1 + 2x**2/3 + (2x**2)**2/(3*5) + …), all terms positive. */
function erfPair(x: number): Pair {
  const square = exactProduct(x, x)
  let term: Pair = [1, 0]
  let sum: Pair = [1, 0]
  for (let n = 3; term[0] > sum[0] * 1e-33; n += 2) {
    term = divide(multiply(term, [2 * square[0], 2 * square[1]]), [n, 0])
    sum = add(sum, term)
  }
  return multiplyFloat(multiply(multiply(sum, expPair(negate(square))), INVERSE_ROOT_PI), 2 * x)
}

/** erfc(x) = e**(-x**2) / (x sqrt(pi)) divided by 1 + q/(1 + 2q/(1 + 3q/…)), with q = 1/(2x**2). */
function erfcPair(x: number): Pair {
  const square = exactProduct(x, x)
  const q = divide([0.5, 0], square)
  let fraction: Pair = [1, 0]
  for (let n = Math.ceil(60 + 2500 / (x * x)); n >= 1; n--) {
    fraction = addFloat(divide(multiplyFloat(q, n), fraction), 1)
  }
  return divide(multiply(expPair(negate(square)), INVERSE_ROOT_PI), multiplyFloat(fraction, x))
}

function domainError(): TextError {
  return new TextError('ValueError', 'math domain error')
}

function rangeError(): TextError {
  return new TextError('OverflowError', 'math range error')
}
