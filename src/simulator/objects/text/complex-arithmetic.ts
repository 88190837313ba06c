/** Arithmetic on complex numbers as pairs. As the `_Py_c_*` functions of `Objects/complexobject.c`. */

export type Pair = readonly [real: number, imaginary: number]

export function complexMultiply(a: Pair, b: Pair): Pair {
  return [a[0] * b[0] - a[1] * b[1], a[0] * b[1] + a[1] * b[0]]
}

/** The quotient, scaled by the larger part of the divisor; null for a zero divisor. */
export function complexDivide(a: Pair, b: Pair): Pair | null {
  const size = Math.abs(b[0])
  const imaginarySize = Math.abs(b[1])
  if (size >= imaginarySize) {
    if (size === 0) return null
    const ratio = b[1] / b[0]
    const denominator = b[0] + b[1] * ratio
    return [(a[0] + a[1] * ratio) / denominator, (a[1] - a[0] * ratio) / denominator]
  }
  if (imaginarySize >= size) {
    const ratio = b[0] / b[1]
    const denominator = b[0] * ratio + b[1]
    return [(a[0] * ratio + a[1]) / denominator, (a[1] * ratio - a[0]) / denominator]
  }
  return [Number.NaN, Number.NaN]
}

/** A power by polar coordinates. Zero to a power that is negative or not real has no value: NaN. */
export function complexPower(
  real: number,
  imaginary: number,
  exponent: number,
  exponentImaginary: number,
): Pair {
  if (exponent === 0 && exponentImaginary === 0) return [1, 0]
  if (real === 0 && imaginary === 0)
    return exponent < 0 || exponentImaginary !== 0 ? [Number.NaN, Number.NaN] : [0, 0]
  const size = Math.hypot(real, imaginary)
  let length = size ** exponent
  const angle = Math.atan2(imaginary, real)
  let phase = angle * exponent
  if (exponentImaginary !== 0) {
    length *= Math.exp(-angle * exponentImaginary)
    phase += exponentImaginary * Math.log(size)
  }
  return [length * Math.cos(phase), length * Math.sin(phase)]
}

/** A power with a small integer exponent, by multiplication. */
export function complexIntegerPower(base: Pair, exponent: number): Pair {
  let result: Pair = [1, 0]
  let factor = base
  for (let rest = Math.abs(exponent); rest > 0; rest = Math.floor(rest / 2)) {
    if (rest % 2 === 1) result = complexMultiply(result, factor)
    factor = complexMultiply(factor, factor)
  }
  return exponent >= 0 ? result : (complexDivide([1, 0], result) ?? [Number.NaN, Number.NaN])
}
