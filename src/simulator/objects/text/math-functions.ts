/**
 * Pieces of `math` and of the built-in numbers that JavaScript lacks: exact sums, norms, neighbours of
 * floats, remainders, factorials and binomials.
 *
 * As `Modules/mathmodule.c`. Sums and norms are computed exactly and rounded once.
 */
import { decompose, floatBits, floatFromBits, isNegative, scaledToFloat } from './binary-float.ts'
import { exactProduct, exactSum } from './double-double.ts'
import { TextError } from './error.ts'
import { integerSquareRoot } from './int-arithmetic.ts'

/** Adds floats as the built-in `sum` does since 3.12, with the lost low-order parts in a second float. */
export class CompensatedSum {
  #high: number
  #low = 0

  constructor(start: number) {
    this.#high = start
  }

  add(value: number): void {
    const total = this.#high + value
    if (Math.abs(this.#high) >= Math.abs(value)) this.#low += this.#high - total + value
    else this.#low += value - total + this.#high
    this.#high = total
  }

  /** The sum so far, as one float. */
  get value(): number {
    return this.#low !== 0 && Number.isFinite(this.#low) ? this.#high + this.#low : this.#high
  }
}

/** `math.fsum`: the sum rounded once, from partial sums that do not overlap. */
export function fsum(values: Iterable<number>): number {
  const partials: number[] = []
  let special = 0
  let infinities = 0
  for (const value of values) {
    let x = value
    let kept = 0
    for (const partial of partials) {
      const [high, low] = Math.abs(x) >= Math.abs(partial) ? quickSum(x, partial) : quickSum(partial, x)
      if (low !== 0) partials[kept++] = low
      x = high
    }
    partials.length = kept
    if (x === 0) continue
    if (Number.isFinite(x)) {
      partials.push(x)
      continue
    }
    if (Number.isFinite(value)) throw new TextError('OverflowError', 'intermediate overflow in fsum')
    if (!Number.isNaN(value)) infinities += value
    special += value
    partials.length = 0
  }
  if (special !== 0) {
    if (Number.isNaN(infinities)) throw new TextError('ValueError', '-inf + inf in fsum')
    return special
  }
  return sumPartials(partials)
}

function quickSum(larger: number, smaller: number): [high: number, low: number] {
  const high = larger + smaller
  return [high, smaller - (high - larger)]
}

/** The sum of parts that do not overlap, smallest first, half to even. */
function sumPartials(partials: readonly number[]): number {
  let at = partials.length - 1
  if (at < 0) return 0
  let high = partials[at--]!
  let low = 0
  while (at >= 0 && low === 0) [high, low] = quickSum(high, partials[at--]!)
  // Half way between two floats, the next part decides.
  const next = partials[at]
  if (next !== undefined && ((low < 0 && next < 0) || (low > 0 && next > 0))) {
    const doubled = low * 2
    const sum = high + doubled
    if (doubled === sum - high) return sum
  }
  return high
}

/** `math.hypot(*values)`: the root of the sum of squares, rounded once. */
export function hypot(values: readonly number[]): number {
  let hasNaN = false
  for (const value of values) {
    if (value === Number.POSITIVE_INFINITY || value === Number.NEGATIVE_INFINITY)
      return Number.POSITIVE_INFINITY
    if (Number.isNaN(value)) hasNaN = true
  }
  if (hasNaN) return Number.NaN
  const parts = values.filter((value) => value !== 0).map(decompose)
  if (parts.length === 0) return 0
  if (parts.length === 1) return Math.abs(values.find((value) => value !== 0)!)
  // Parts 600 binary digits below the largest cannot matter, nor may they cost.
  const largest = Math.max(...parts.map((part) => part.exponent))
  const lowest = Math.max(Math.min(...parts.map((part) => part.exponent)), largest - 600)
  let sum = 0n
  for (const { mantissa, exponent } of parts) {
    if (exponent < lowest) continue
    const size = BigInt(mantissa) << BigInt(exponent - lowest)
    sum += size * size
  }
  // At least 60 bits of root; an even shift so that it can be taken out.
  const root = integerSquareRoot(sum << 128n)
  return scaledToFloat(root, lowest - 64, root * root !== sum << 128n)
}

/** `math.dist(p, q)` for points of the same dimension. */
export function dist(p: readonly number[], q: readonly number[]): number {
  return hypot(p.map((value, i) => value - q[i]!))
}

/**
 * `math.sumprod(p, q)` for floats and lists of the same length: products and sums with three floats each,
 * rounded at the end.
 */
export function sumprod(p: readonly number[], q: readonly number[]): number {
  let plain = 0
  let high = 0
  let low = 0
  let tiny = 0
  for (const [i, value] of p.entries()) {
    plain += value * q[i]!
    const [product, productError] = exactProduct(value, q[i]!)
    const [sum, sumError] = exactSum(high, product)
    const [rest, restError] = exactSum(low, productError)
    const [middle, middleError] = exactSum(rest, sumError)
    high = sum
    low = middle
    tiny += restError + middleError
  }
  return Number.isFinite(plain) ? high + (low + tiny) : plain
}

/** `math.fma(x, y, z)`; NaN or infinite where the caller raises Python's errors. */
export function fma(x: number, y: number, z: number): number {
  if (!Number.isFinite(x) || !Number.isFinite(y) || !Number.isFinite(z)) {
    return Number.isFinite(x) && Number.isFinite(y) ? z : x * y + z
  }
  const product = x * y
  if (product === 0 && (x === 0 || y === 0)) return product + z
  return (
    sumExact([
      [x, y],
      [z, 1],
    ]) ?? (isNegative(product) && isNegative(z) ? -0 : 0)
  )
}

/** The sum of products of finite floats, rounded once; null if it is exactly zero. */
function sumExact(products: readonly [number, number][]): number | null {
  const parts = products
    .filter(([a, b]) => a !== 0 && b !== 0)
    .map(([a, b]) => {
      const [first, second] = [decompose(a), decompose(b)]
      return {
        mantissa: BigInt(first.mantissa) * BigInt(second.mantissa),
        exponent: first.exponent + second.exponent,
      }
    })
  if (parts.length === 0) return null
  const lowest = Math.min(...parts.map((part) => part.exponent))
  let sum = 0n
  for (const { mantissa, exponent } of parts) sum += mantissa << BigInt(exponent - lowest)
  if (sum === 0n) return null
  return sum < 0n ? -scaledToFloat(-sum, lowest) : scaledToFloat(sum, lowest)
}

/** `math.modf(value)`: fraction and whole part, both with the sign of the value. */
export function modf(value: number): [fraction: number, whole: number] {
  if (Number.isNaN(value)) return [value, value]
  const sign = isNegative(value) ? -1 : 1
  if (!Number.isFinite(value)) return [sign * 0, value]
  const whole = Math.trunc(value)
  return [sign * Math.abs(value - whole), sign * Math.abs(whole)]
}

/** `math.copysign(size, sign)` */
export function copysign(size: number, sign: number): number {
  return isNegative(sign) || (Number.isNaN(sign) && floatBits(sign) >> 63n === 1n)
    ? -Math.abs(size)
    : Math.abs(size)
}

/** `math.nextafter(from, towards, steps=steps)`; the steps are not negative. Without them it is that of C. */
export function nextafter(from: number, towards: number, given: bigint | null = null): number {
  const steps = given ?? 1n
  if (Number.isNaN(from) || Number.isNaN(towards)) return Number.NaN
  if (steps === 0n || from === towards) return steps === 0n ? from : towards
  const start = orderOf(from)
  const goal = orderOf(towards)
  const distance = goal > start ? goal - start : start - goal
  // A zero that is reached has the sign of the way to it.
  if (given === null && towards === 0 && distance === 1n) return start < 0n ? -0 : 0
  if (steps >= distance) return towards
  const reached = goal > start ? start + steps : start - steps
  if (reached === 0n) return start < 0n ? -0 : 0
  return floatFromBits(reached < 0n ? (1n << 63n) - reached : reached)
}

/** Floats in order, as integers: neighbours are neighbours, both zeros are 0. */
function orderOf(value: number): bigint {
  const bits = floatBits(value)
  return bits >> 63n === 0n ? bits : (1n << 63n) - bits
}

/** `math.ulp(value)`: how far the next float is. */
export function ulp(value: number): number {
  const size = Math.abs(value)
  if (!Number.isFinite(size)) return size
  const next = nextafter(size, Number.POSITIVE_INFINITY)
  return next === Number.POSITIVE_INFINITY ? size - nextafter(size, 0) : next - size
}

/** `math.remainder(x, y)` for finite x and y other than 0: from the nearest multiple, half to even. */
export function remainder(x: number, y: number): number {
  if (Number.isNaN(x) || Number.isNaN(y)) return Number.NaN
  if (!Number.isFinite(x) || y === 0) return Number.NaN
  if (!Number.isFinite(y)) return x
  const [size, step] = [Math.abs(x), Math.abs(y)]
  const rest = size % step
  const complement = step - rest
  let result: number
  if (rest < complement) result = rest
  else if (rest > complement) result = -complement
  else result = rest - 2 * ((0.5 * (size - rest)) % step)
  return isNegative(x) ? -result : result
}

/** `float.__divmod__`, for a divisor other than 0: floored quotient, and a remainder with the divisor's sign. */
export function floatDivmod(x: number, y: number): [quotient: number, modulo: number] {
  let modulo = x % y
  let quotient = (x - modulo) / y
  if (modulo !== 0) {
    if (y < 0 !== modulo < 0) {
      modulo += y
      quotient -= 1
    }
  } else modulo = copysign(0, y)
  if (quotient === 0) return [copysign(0, x / y), modulo]
  const floor = Math.floor(quotient)
  return [quotient - floor > 0.5 ? floor + 1 : floor, modulo]
}

/** `math.isclose` for tolerances that are not negative. */
export function isClose(a: number, b: number, relative: number, absolute: number): boolean {
  if (a === b) return true
  if (!Number.isFinite(a) || !Number.isFinite(b)) return false
  const difference = Math.abs(b - a)
  return (
    difference <= Math.abs(relative * b) || difference <= Math.abs(relative * a) || difference <= absolute
  )
}

/** `math.factorial(n)` for n not negative. */
export function factorial(n: number): bigint {
  return n < 2 ? 1n : productOfRange(2, n)
}

/** `math.perm(n, k)` for k and n not negative. */
export function permutations(n: bigint, k: bigint): bigint {
  if (k > n) return 0n
  let result = 1n
  for (let i = 0n; i < k; i++) result *= n - i
  return result
}

/** `math.comb(n, k)` for k and n not negative. */
export function combinations(n: bigint, k: bigint): bigint {
  if (k > n) return 0n
  const fewer = k < n - k ? k : n - k
  let result = 1n
  for (let i = 0n; i < fewer; i++) result = (result * (n - i)) / (i + 1n)
  return result
}

/** low * (low + 1) * … * high, by halves, so that the factors are of like size. */
function productOfRange(low: number, high: number): bigint {
  if (high - low < 8) {
    let product = BigInt(low)
    for (let i = low + 1; i <= high; i++) product *= BigInt(i)
    return product
  }
  const middle = Math.floor((low + high) / 2)
  return productOfRange(low, middle) * productOfRange(middle + 1, high)
}
