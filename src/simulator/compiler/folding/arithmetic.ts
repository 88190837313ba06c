/**
 * Operators on constants, at compile time. A result of null means that the operation is left to run time: because
 * it raises there, or because its result would be large.
 * As `fold_binop` and `fold_unaryop` in `Python/ast_opt.c`.
 */
import type { Constant } from '../../bytecode/code.ts'
import type { Operator, UnaryOperator } from '../../syntax/ast.ts'
import { FALSE, isTrue, TRUE } from '../constants.ts'
import { concatenate, lengthOf, repeat } from './collections.ts'
import { type Complex, complexDivide, complexMultiply, complexPower } from './complex.ts'

/** Limits of what is computed: bits of an int, items and depth-wise total of a tuple, characters of a string. */
const MAX_INT_BITS = 128
const MAX_COLLECTION_SIZE = 256
const MAX_STR_SIZE = 4096
const MAX_TOTAL_ITEMS = 1024

const int = (value: bigint): Constant => ({ type: 'int', value })
const float = (value: number): Constant => ({ type: 'float', value })
const bool = (value: boolean): Constant => (value ? TRUE : FALSE)

export function foldUnary(op: UnaryOperator, operand: Constant): Constant | null {
  if (op === 'Not') return bool(!isTrue(operand))
  const value = integerOf(operand)
  if (value !== null) return int(op === 'Invert' ? ~value : op === 'USub' ? -value : value)
  if (op === 'Invert') return null
  const sign = op === 'USub' ? -1 : 1
  if (operand.type === 'float') return float(sign * operand.value)
  if (operand.type === 'complex')
    return { type: 'complex', real: sign * operand.real, imag: sign * operand.imag }
  return null
}

export function foldBinary(op: Operator, left: Constant, right: Constant): Constant | null {
  const a = integerOf(left)
  const b = integerOf(right)
  if (a !== null && b !== null) {
    const isBool = left.type === 'bool' && right.type === 'bool'
    return integerOperation(op, a, b, isBool)
  }
  if (isNumber(left) && isNumber(right)) {
    if (left.type === 'complex' || right.type === 'complex') return complexOperation(op, left, right)
    const [x, y] = [toFloat(left), toFloat(right)]
    return x === null || y === null ? null : floatOperation(op, x, y)
  }
  if (op === 'Add') return concatenate(left, right)
  if (op === 'Mult') return a !== null ? repetition(right, a) : b !== null ? repetition(left, b) : null
  return null
}

function integerOf(value: Constant): bigint | null {
  if (value.type === 'int') return value.value
  return value.type === 'bool' ? (value.value ? 1n : 0n) : null
}

const isNumber = (value: Constant): boolean =>
  value.type === 'int' || value.type === 'bool' || value.type === 'float' || value.type === 'complex'

/** Null if an int is too large. */
function toFloat(value: Constant): number | null {
  if (value.type === 'float') return value.value
  const converted = Number(integerOf(value) ?? 0n)
  return Number.isFinite(converted) ? converted : null
}

const bitLength = (value: bigint): number =>
  value === 0n ? 0 : (value < 0n ? -value : value).toString(2).length

// ---- Integers ----

function integerOperation(op: Operator, a: bigint, b: bigint, areBools: boolean): Constant | null {
  switch (op) {
    case 'Add':
      return int(a + b)
    case 'Sub':
      return int(a - b)
    case 'Mult':
      return a !== 0n && b !== 0n && bitLength(a) + bitLength(b) > MAX_INT_BITS ? null : int(a * b)
    case 'FloorDiv':
      return b === 0n ? null : int(floorDivide(a, b))
    case 'Mod':
      return b === 0n ? null : int(a - floorDivide(a, b) * b)
    case 'Div': {
      const quotient = b === 0n ? null : trueDivide(a, b)
      return quotient === null ? null : float(quotient)
    }
    case 'Pow':
      if (b < 0n) return a === 0n ? null : floatOperation('Pow', Number(a), Number(b))
      if (a !== 0n && b > 0n && bitLength(a) > MAX_INT_BITS / Number(b)) return null
      return int(a ** b)
    case 'LShift': {
      if (b < 0n) return null
      const isLarge = a !== 0n && b !== 0n && (b > MAX_INT_BITS || bitLength(a) > MAX_INT_BITS - Number(b))
      return isLarge ? null : int(a << b)
    }
    case 'RShift':
      return b < 0n ? null : int(a >> b)
    case 'BitOr':
      return areBools ? bool((a | b) !== 0n) : int(a | b)
    case 'BitXor':
      return areBools ? bool((a ^ b) !== 0n) : int(a ^ b)
    case 'BitAnd':
      return areBools ? bool((a & b) !== 0n) : int(a & b)
    case 'MatMult':
      return null
  }
}

function floorDivide(a: bigint, b: bigint): bigint {
  const quotient = a / b
  return quotient * b !== a && a < 0n !== b < 0n ? quotient - 1n : quotient
}

/** Correctly rounded; null if the result is too large. */
function trueDivide(a: bigint, b: bigint): number | null {
  const negative = a < 0n !== b < 0n
  const [x, y] = [a < 0n ? -a : a, b < 0n ? -b : b]
  const quotient = ratio(x, y)
  return Number.isFinite(quotient) ? (negative ? -quotient : quotient) : null
}

/** The float nearest to `x / y`. */
function ratio(x: bigint, y: bigint): number {
  if (x === 0n) return 0
  const limit = 2n ** 53n
  if (x <= limit && y <= limit) return Number(x) / Number(y)
  // A quotient of 64 bits and more, its last bit set if there is a remainder, rounds like the true one; for
  // subnormal results the division by a power of two would round again, so those get the bits that remain.
  const exponent = bitLength(x) - bitLength(y)
  const bits = Math.min(66, Math.max(2, exponent + 1074 + 3))
  const shift = bits - exponent
  const [n, d] = shift >= 0 ? [x << BigInt(shift), y] : [x, y << BigInt(-shift)]
  let quotient = n / d
  if (quotient * d !== n) quotient |= 1n
  return scale(quotient, -shift)
}

/** `mantissa * 2 ** exponent`, rounded once. */
function scale(mantissa: bigint, exponent: number): number {
  const excess = Math.max(bitLength(mantissa) - 53, -1074 - exponent)
  if (excess <= 0) return timesPowerOfTwo(Number(mantissa), exponent)
  const kept = mantissa >> BigInt(excess)
  const rest = mantissa - (kept << BigInt(excess))
  const half = 1n << BigInt(excess - 1)
  const up = rest > half || (rest === half && (kept & 1n) === 1n)
  return timesPowerOfTwo(Number(up ? kept + 1n : kept), exponent + excess)
}

function timesPowerOfTwo(value: number, exponent: number): number {
  let result = value
  let left = exponent
  for (; left > 1000; left -= 1000) result *= 2 ** 1000
  for (; left < -1000; left += 1000) result *= 2 ** -1000
  return result * 2 ** left
}

// ---- Floats ----

function floatOperation(op: Operator, x: number, y: number): Constant | null {
  switch (op) {
    case 'Add':
      return float(x + y)
    case 'Sub':
      return float(x - y)
    case 'Mult':
      return float(x * y)
    case 'Div':
      return y === 0 ? null : float(x / y)
    case 'FloorDiv':
      return y === 0 ? null : float(divmod(x, y)[0])
    case 'Mod':
      return y === 0 ? null : float(divmod(x, y)[1])
    case 'Pow':
      return floatPower(x, y)
    default:
      return null
  }
}

/** As `float_floor_div` and `float_rem` in `Objects/floatobject.c`. */
function divmod(x: number, y: number): [number, number] {
  let remainder = x % y
  let quotient = (x - remainder) / y
  if (remainder !== 0) {
    if (y < 0 !== remainder < 0) {
      remainder += y
      quotient -= 1
    }
  } else remainder = y < 0 ? -0 : 0
  if (quotient === 0) return [x / y < 0 || Object.is(x / y, -0) ? -0 : 0, remainder]
  let floor = Math.floor(quotient)
  if (quotient - floor > 0.5) floor += 1
  return [floor, remainder]
}

function floatPower(x: number, y: number): Constant | null {
  if (x === 0 && y < 0) return null
  // JavaScript has NaN for 1 ** NaN and (-1) ** Infinity.
  if (x === 1 || y === 0) return float(1)
  if (x === -1 && !Number.isFinite(y) && !Number.isNaN(y)) return float(1)
  if (x < 0 && Number.isFinite(x) && Number.isFinite(y) && !Number.isInteger(y)) {
    return complexConstant(complexPower({ real: x, imag: 0 }, { real: y, imag: 0 }))
  }
  const result = exactPower(x, y) ?? x ** y
  const overflows = !Number.isFinite(result) && Number.isFinite(x) && Number.isFinite(y)
  return overflows ? null : float(result)
}

/** Integral powers of moderate size are computed exactly and rounded once. */
function exactPower(x: number, y: number): number | null {
  if (y === 0.5) return x >= 0 ? Math.sqrt(x) : null
  if (!Number.isInteger(y) || Math.abs(y) > 350 || !Number.isFinite(x) || x === 0) return null
  let mantissa = Math.abs(x)
  let exponent = 0
  while (!Number.isInteger(mantissa) && exponent > -1100) {
    mantissa *= 2
    exponent -= 1
  }
  if (!Number.isInteger(mantissa)) return null
  const power = BigInt(mantissa) ** BigInt(Math.abs(y))
  const scaled = exponent * Math.abs(y)
  const [n, d] = scaled < 0 ? [power, 1n << BigInt(-scaled)] : [power, 1n]
  const result = y > 0 ? ratio(n, d) : ratio(d, n)
  return x < 0 && y % 2 !== 0 ? -result : result
}

// ---- Complex numbers ----

function toComplex(value: Constant): Complex | null {
  if (value.type === 'complex') return value
  const real = toFloat(value)
  return real === null ? null : { real, imag: 0 }
}

const complexConstant = (value: Complex | null): Constant | null =>
  value === null || !(Number.isFinite(value.real) && Number.isFinite(value.imag))
    ? null
    : { type: 'complex', real: value.real, imag: value.imag }

function complexOperation(op: Operator, left: Constant, right: Constant): Constant | null {
  const [a, b] = [toComplex(left), toComplex(right)]
  if (a === null || b === null) return null
  switch (op) {
    case 'Add':
      return { type: 'complex', real: a.real + b.real, imag: a.imag + b.imag }
    case 'Sub':
      return { type: 'complex', real: a.real - b.real, imag: a.imag - b.imag }
    case 'Mult':
      return { type: 'complex', ...complexMultiply(a, b) }
    case 'Div': {
      const quotient = complexDivide(a, b)
      return quotient === null ? null : { type: 'complex', ...quotient }
    }
    case 'Pow':
      return complexConstant(complexPower(a, b))
    default:
      return null
  }
}

// ---- Sequences ----

function repetition(value: Constant, times: bigint): Constant | null {
  const length = lengthOf(value)
  if (length === null) return null
  if (length > 0) {
    const limit = value.type === 'tuple' ? MAX_COLLECTION_SIZE : MAX_STR_SIZE
    if (times < 0n || times > BigInt(Math.floor(limit / length))) return null
    if (value.type === 'tuple' && times > 0n && totalItems(value, MAX_TOTAL_ITEMS / Number(times)) < 0)
      return null
  }
  return repeat(value, length === 0 ? 0 : Number(times))
}

/** What is left of a limit after counting the items of nested tuples; negative if it is exceeded. */
function totalItems(value: Constant, limit: number): number {
  if (value.type !== 'tuple') return limit
  let left = Math.floor(limit) - value.items.length
  for (const item of value.items) {
    if (left < 0) return left
    left = totalItems(item, left)
  }
  return left
}
