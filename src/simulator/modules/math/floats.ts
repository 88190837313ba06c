/** Functions of `math` from floats to floats, with C's errors: ValueError outside the domain, OverflowError beyond the range. */
import type { PyObject } from '../../heap/object.ts'
import type { Held, Own } from '../../heap/reference.ts'
import { checkPositional } from '../../objects/declare/arguments.ts'
import { fn, rawFn } from '../../objects/declare/module.ts'
import type { MethodSpec } from '../../objects/declare/type.ts'
import { newFloat } from '../../objects/float.ts'
import { newInt, PyInt } from '../../objects/int.ts'
import { toBigInt, toDouble } from '../../objects/protocols/numbers.ts'
import { bitLength, frexp, multiplyByPower } from '../../objects/text/binary-float.ts'
import * as elementary from '../../objects/text/elementary-functions.ts'
import { copysign, fma, isClose, modf, nextafter, remainder, ulp } from '../../objects/text/math-functions.ts'
import { erf, erfc, gamma, lgamma } from '../../objects/text/special-functions.ts'
import { raisingTextErrors } from '../../objects/text-errors.ts'
import { newTuple } from '../../objects/tuple.ts'
import type { VM } from '../../objects/vm.ts'
import { refuseKeywords } from '../arguments.ts'

function domainError(vm: VM): never {
  return vm.raise('ValueError', 'math domain error')
}

function rangeError(vm: VM): never {
  return vm.raise('OverflowError', 'math range error')
}

/** The result of a function of finite and other arguments, unless it shows an error. */
function checked(vm: VM, result: number, args: readonly number[], mayOverflow: boolean): number {
  if (Number.isNaN(result) && !args.some(Number.isNaN)) return domainError(vm)
  const isInfinite = result === Number.POSITIVE_INFINITY || result === Number.NEGATIVE_INFINITY
  if (isInfinite && args.every(Number.isFinite)) return mayOverflow ? rangeError(vm) : domainError(vm)
  return result
}

function unary(name: string, doc: string, compute: (x: number) => number, mayOverflow = false): MethodSpec {
  return fn(`${name}(x: float, /) -> float` as 'f(x: float, /) -> float', doc, (vm, x) =>
    checked(
      vm,
      raisingTextErrors(vm, () => compute(x)),
      [x],
      mayOverflow,
    ),
  )
}

/** The logarithm of any int, by its leading bits where it is no float. */
function logOfInt(vm: VM, value: bigint, log: (x: number) => number): number {
  if (value <= 0n) return domainError(vm)
  const bits = bitLength(value)
  if (bits <= 1023) return log(Number(value))
  const shift = bits - 64
  return log(Number(value >> BigInt(shift))) + log(2) * shift
}

function logarithm(vm: VM, object: PyObject, log: (x: number) => number): number {
  if (object instanceof PyInt) return logOfInt(vm, BigInt(object.value), log)
  const x = toDouble(vm, object)
  if (x <= 0) return domainError(vm)
  return log(x)
}

function logWithBase(vm: VM, args: readonly PyObject[]): number {
  const numerator = logarithm(vm, args[0]!, elementary.log)
  if (args.length === 1) return numerator
  const denominator = logarithm(vm, args[1]!, elementary.log)
  if (denominator === 0) return vm.raise('ZeroDivisionError', 'float division by zero')
  return numerator / denominator
}

function power(vm: VM, x: number, y: number): number {
  if (!Number.isFinite(x) || !Number.isFinite(y)) return elementary.pow(x, y)
  const result = elementary.pow(x, y)
  if (Number.isNaN(result)) return domainError(vm)
  if (Number.isFinite(result)) return result
  return x === 0 ? domainError(vm) : rangeError(vm)
}

function floatModulo(vm: VM, x: number, y: number): number {
  if (!Number.isFinite(y) && Number.isFinite(x)) return Number.isNaN(y) ? y : x
  return checked(vm, x % y, [x, y], false)
}

function ieeeRemainder(vm: VM, x: number, y: number): number {
  if (Number.isNaN(x) || Number.isNaN(y)) return Number.isNaN(x) ? x : y
  if (!Number.isFinite(x) || y === 0) return domainError(vm)
  return Number.isFinite(y) ? remainder(x, y) : x
}

function scale(vm: VM, x: number, exponent: PyObject): number {
  if (!(exponent instanceof PyInt))
    return vm.raise('TypeError', `Expected an int as second argument to ldexp.`)
  if (x === 0 || !Number.isFinite(x)) return x
  const { value } = exponent
  const clipped = value > 100_000 ? 100_000 : value < -100_000 ? -100_000 : Number(value)
  const result = multiplyByPower(x, clipped)
  return Number.isFinite(result) ? result : rangeError(vm)
}

function steps(vm: VM, x: number, y: number, count: PyObject): number {
  if (count === vm.None) return nextafter(x, y)
  const number = toBigInt(vm, count)
  if (number < 0n) return vm.raise('ValueError', 'steps must be a non-negative integer')
  return nextafter(x, y, number)
}

function fused(vm: VM, x: number, y: number, z: number): number {
  const result = fma(x, y, z)
  if (Number.isFinite(result)) return result
  if (Number.isNaN(result)) {
    if (!Number.isNaN(x) && !Number.isNaN(y) && !Number.isNaN(z))
      return vm.raise('ValueError', 'invalid operation in fma')
  } else if (Number.isFinite(x) && Number.isFinite(y) && Number.isFinite(z))
    return vm.raise('OverflowError', 'overflow in fma')
  return result
}

function close(vm: VM, a: number, b: number, relative: number, absolute: number): boolean {
  if (relative < 0 || absolute < 0) return vm.raise('ValueError', 'tolerances must be non-negative')
  return isClose(a, b, relative, absolute)
}

function floatPair(vm: VM, a: number, second: Held): Own {
  return newTuple(vm, [newFloat(vm, a), second])
}

export const floatFunctions: readonly MethodSpec[] = [
  unary('acos', 'The arc cosine.', elementary.acos),
  unary('acosh', 'The inverse hyperbolic cosine.', elementary.acosh),
  unary('asin', 'The arc sine.', elementary.asin),
  unary('asinh', 'The inverse hyperbolic sine.', elementary.asinh),
  unary('atan', 'The arc tangent.', elementary.atan),
  unary('atanh', 'The inverse hyperbolic tangent.', elementary.atanh),
  unary('cbrt', 'The cube root.', elementary.cbrt),
  unary('cos', 'The cosine.', elementary.cos),
  unary('cosh', 'The hyperbolic cosine.', elementary.cosh, true),
  fn('degrees(x: float, /) -> float', 'An angle in degrees.', (_vm, x) => x * (180 / Math.PI)),
  unary('erf', 'The error function.', erf),
  unary('erfc', 'The complementary error function.', erfc),
  unary('exp', 'e to a power.', elementary.exp, true),
  unary('exp2', '2 to a power.', elementary.exp2, true),
  unary('expm1', 'e to a power, less 1.', elementary.expm1, true),
  unary('fabs', 'The absolute value as float.', Math.abs),
  unary('gamma', 'The gamma function.', gamma, true),
  unary('lgamma', 'The logarithm of the absolute value of the gamma function.', lgamma, true),
  unary('log1p', 'The natural logarithm of 1 + x.', elementary.log1p),
  fn('radians(x: float, /) -> float', 'An angle in radians.', (_vm, x) => x * (Math.PI / 180)),
  unary('sin', 'The sine.', elementary.sin),
  unary('sinh', 'The hyperbolic sine.', elementary.sinh, true),
  unary('sqrt', 'The square root.', Math.sqrt),
  unary('tan', 'The tangent.', elementary.tan),
  unary('tanh', 'The hyperbolic tangent.', elementary.tanh),
  unary('ulp', 'The distance to the next float.', (x) => (Number.isNaN(x) ? x : ulp(Math.abs(x)))),
  fn('atan2(y: float, x: float, /) -> float', 'The angle of a point.', (_vm, y, x) => elementary.atan2(y, x)),
  fn(
    'copysign(x: float, y: float, /) -> float',
    'The size of one float with the sign of another.',
    (_vm, x, y) => copysign(x, y),
  ),
  fn('fmod(x: float, y: float, /) -> float', "The remainder with the sign of x, as C's fmod.", floatModulo),
  fn(
    'remainder(x: float, y: float, /) -> float',
    'The distance from the nearest multiple of y.',
    ieeeRemainder,
  ),
  fn('pow(x: float, y: float, /) -> float', 'A power of floats.', power),
  fn('ldexp(x: float, i, /) -> float', 'x times 2 to the power i.', scale),
  fn('fma(x: float, y: float, z: float, /) -> float', 'x * y + z, rounded once.', fused),
  fn('nextafter(x: float, y: float, /, *, steps=None) -> float', 'The next float from x towards y.', steps),
  fn('isfinite(x: float, /) -> bool', 'Whether a float is neither infinite nor NaN.', (_vm, x) =>
    Number.isFinite(x),
  ),
  fn(
    'isinf(x: float, /) -> bool',
    'Whether a float is infinite.',
    (_vm, x) => x === Number.POSITIVE_INFINITY || x === Number.NEGATIVE_INFINITY,
  ),
  fn('isnan(x: float, /) -> bool', 'Whether a float is NaN.', (_vm, x) => Number.isNaN(x)),
  fn(
    'isclose(a: float, b: float, *, rel_tol: float = 1e-09, abs_tol: float = 0.0) -> bool',
    'Whether two numbers are nearly equal.',
    close,
  ),
  fn('frexp(x: float, /) -> object', 'Mantissa and exponent.', (vm, x) => {
    const [mantissa, exponent] = frexp(x)
    return floatPair(vm, mantissa, newInt(vm, exponent))
  }),
  fn('modf(x: float, /) -> object', 'Fraction and whole part.', (vm, x) => {
    const [fraction, whole] = modf(x)
    return floatPair(vm, fraction, newFloat(vm, whole))
  }),
  rawFn('log(x, base=None, /) -> object', 'The logarithm, natural or to a base.', (vm, args, kwnames) => {
    refuseKeywords(vm, 'math.log', kwnames)
    checkPositional(vm, 'log', args.length, 1, 2)
    return newFloat(vm, logWithBase(vm, args))
  }),
  fn('log2(x, /) -> float', 'The logarithm to base 2.', (vm, x) => logarithm(vm, x, elementary.log2)),
  fn('log10(x, /) -> float', 'The logarithm to base 10.', (vm, x) => logarithm(vm, x, elementary.log10)),
]
