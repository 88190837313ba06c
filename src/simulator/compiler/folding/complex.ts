/**
 * Arithmetic of complex numbers. As `_Py_c_prod`, `_Py_c_quot` and `_Py_c_pow` in `Objects/complexobject.c`.
 */
export interface Complex {
  readonly real: number
  readonly imag: number
}

export function complexMultiply(a: Complex, b: Complex): Complex {
  return { real: a.real * b.real - a.imag * b.imag, imag: a.real * b.imag + a.imag * b.real }
}

/** Null for a division by zero. */
export function complexDivide(a: Complex, b: Complex): Complex | null {
  // Smith's method: divides by the larger part first.
  if (Math.abs(b.real) >= Math.abs(b.imag)) {
    if (b.real === 0) return null
    const ratio = b.imag / b.real
    const divisor = b.real + b.imag * ratio
    return { real: (a.real + a.imag * ratio) / divisor, imag: (a.imag - a.real * ratio) / divisor }
  }
  const ratio = b.real / b.imag
  const divisor = b.real * ratio + b.imag
  return { real: (a.real * ratio + a.imag) / divisor, imag: (a.imag * ratio - a.real) / divisor }
}

/** Null where Python raises. */
export function complexPower(a: Complex, b: Complex): Complex | null {
  if (b.imag === 0 && Number.isInteger(b.real) && Math.abs(b.real) <= 100) {
    if (b.real >= 0) return integralPower(a, b.real)
    return complexDivide({ real: 1, imag: 0 }, integralPower(a, -b.real))
  }
  if (a.real === 0 && a.imag === 0) return b.imag !== 0 || b.real < 0 ? null : { real: 0, imag: 0 }
  const magnitude = Math.hypot(a.real, a.imag)
  const angle = Math.atan2(a.imag, a.real)
  let length = magnitude ** b.real
  let phase = angle * b.real
  if (b.imag !== 0) {
    length *= Math.exp(-angle * b.imag)
    phase += b.imag * Math.log(magnitude)
  }
  return { real: length * Math.cos(phase), imag: length * Math.sin(phase) }
}

function integralPower(base: Complex, exponent: number): Complex {
  let result: Complex = { real: 1, imag: 0 }
  let square = base
  for (let mask = 1; mask > 0 && exponent >= mask; mask <<= 1) {
    if (exponent & mask) result = complexMultiply(result, square)
    square = complexMultiply(square, square)
  }
  return result
}
