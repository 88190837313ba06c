/**
 * Numbers of about 106 bits, as unevaluated sums of two floats ("double-double").
 *
 * The elementary functions are computed with them and rounded once at the end, so that results are the
 * nearest floats and do not depend on the engine's own functions. The exact sum and product of two floats
 * are Knuth's and Dekker's.
 */

/** `high + low`, with `low` at most half a unit in the last place of `high`. */
export type Pair = readonly [high: number, low: number]

const SPLITTER = 134217729

/** The exact sum of two floats. */
export function exactSum(a: number, b: number): Pair {
  const sum = a + b
  const part = sum - a
  return [sum, a - (sum - part) + (b - part)]
}

/** The exact product of two floats that are not near the ends of the range. */
export function exactProduct(a: number, b: number): Pair {
  const product = a * b
  const wideA = SPLITTER * a
  const highA = wideA - (wideA - a)
  const lowA = a - highA
  const wideB = SPLITTER * b
  const highB = wideB - (wideB - b)
  const lowB = b - highB
  return [product, highA * highB - product + highA * lowB + lowA * highB + lowA * lowB]
}

/** A sum whose first part is the larger one. */
function normal(high: number, low: number): Pair {
  const sum = high + low
  return [sum, low - (sum - high)]
}

export function add(a: Pair, b: Pair): Pair {
  const [high, low] = exactSum(a[0], b[0])
  const [middle, rest] = exactSum(a[1], b[1])
  const [sum, error] = normal(high, low + middle)
  return normal(sum, error + rest)
}

export function addFloat(a: Pair, b: number): Pair {
  const [high, low] = exactSum(a[0], b)
  return normal(high, low + a[1])
}

export function negate(a: Pair): Pair {
  return [-a[0], -a[1]]
}

export function subtract(a: Pair, b: Pair): Pair {
  return add(a, [-b[0], -b[1]])
}

export function multiply(a: Pair, b: Pair): Pair {
  const [high, low] = exactProduct(a[0], b[0])
  return normal(high, low + (a[0] * b[1] + a[1] * b[0]))
}

export function multiplyFloat(a: Pair, b: number): Pair {
  const [high, low] = exactProduct(a[0], b)
  return normal(high, low + a[1] * b)
}

/** Times a power of two, exactly. */
export function scale(a: Pair, power: number): Pair {
  return [a[0] * power, a[1] * power]
}

export function divide(a: Pair, b: Pair): Pair {
  const first = a[0] / b[0]
  let rest = subtract(a, multiplyFloat(b, first))
  const second = rest[0] / b[0]
  rest = subtract(rest, multiplyFloat(b, second))
  return addFloat(normal(first, second), rest[0] / b[0])
}

export function squareRoot(a: Pair): Pair {
  if (a[0] <= 0) return [0, 0]
  const root = Math.sqrt(a[0])
  const rest = subtract(a, exactProduct(root, root))
  return normal(root, rest[0] / (2 * root))
}

/** The nearest float. */
export function rounded(a: Pair): number {
  return a[0] + a[1]
}
