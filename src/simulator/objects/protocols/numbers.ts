/**
 * Arithmetic on any object, and conversion to JS numbers. As the `PyNumber_*` functions of `Objects/abstract.c`.
 */
import type { PyObject } from '../../heap/object.ts'
import type { Own } from '../../heap/reference.ts'
import { lend, newRef, release } from '../../heap/reference.ts'
import type { Binary, SlotName } from '../declare/slots.ts'
import { PyFloat } from '../float.ts'
import { type Integer, PyInt } from '../int.ts'
import type { ExceptionName } from '../names.ts'
import { typeName, typeOf } from '../type.ts'
import type { VM } from '../vm.ts'

/** The slots of binary operators, as `NB_*` operations name them. */
export type BinarySlot = Extract<
  SlotName,
  | '__add__'
  | '__sub__'
  | '__mul__'
  | '__mod__'
  | '__divmod__'
  | '__lshift__'
  | '__rshift__'
  | '__and__'
  | '__xor__'
  | '__or__'
  | '__floordiv__'
  | '__truediv__'
  | '__matmul__'
>

export type InPlaceSlot = Extract<
  SlotName,
  | '__iadd__'
  | '__isub__'
  | '__imul__'
  | '__imod__'
  | '__ilshift__'
  | '__irshift__'
  | '__iand__'
  | '__ixor__'
  | '__ior__'
  | '__ifloordiv__'
  | '__itruediv__'
  | '__imatmul__'
>

/** `left <op> right`, NotImplemented where neither side knows (`binary_op1`). */
function binaryOnce(vm: VM, left: PyObject, right: PyObject, slot: BinarySlot): Own {
  const leftType = typeOf(left)
  const rightType = typeOf(right)
  const leftSlot: Binary | null = leftType.slots[slot]
  let rightSlot: Binary | null = rightType === leftType ? null : rightType.slots[slot]
  if (rightSlot === leftSlot) rightSlot = null
  if (leftSlot !== null) {
    if (rightSlot !== null && rightType.isSubtype(leftType)) {
      const result = rightSlot(vm, left, right)
      if (result !== vm.NotImplemented) return result
      release(result)
      rightSlot = null
    }
    const result = leftSlot(vm, left, right)
    if (result !== vm.NotImplemented) return result
    release(result)
  }
  if (rightSlot !== null) return rightSlot(vm, left, right)
  return newRef(vm.NotImplemented)
}

/** `left <op> right`. `symbol` is the operator as the error message names it. */
export function binary(vm: VM, left: PyObject, right: PyObject, slot: BinarySlot, symbol: string): Own {
  const result = binaryOnce(vm, left, right, slot)
  if (result !== vm.NotImplemented) return result
  release(result)
  const sequence = sequenceOperation(vm, left, right, slot, false)
  if (sequence !== null) return sequence
  return unsupported(vm, left, right, symbol)
}

/** `left <op>= right`: in place where the left side can, else as the plain operator. */
export function inPlace(
  vm: VM,
  left: PyObject,
  right: PyObject,
  inPlaceSlot: InPlaceSlot,
  slot: BinarySlot,
  symbol: string,
): Own {
  const own = typeOf(left).slots[inPlaceSlot]
  if (own !== null) {
    const result = own(vm, left, right)
    if (result !== vm.NotImplemented) return result
    release(result)
  }
  const result = binaryOnce(vm, left, right, slot)
  if (result !== vm.NotImplemented) return result
  release(result)
  const sequence = sequenceOperation(vm, left, right, slot, true)
  if (sequence !== null) return sequence
  return unsupported(vm, left, right, symbol)
}

/** Concatenation and repetition, which are tried after the numbers; null where they do not apply. */
function sequenceOperation(
  vm: VM,
  left: PyObject,
  right: PyObject,
  slot: BinarySlot,
  inPlaceFirst: boolean,
): Own | null {
  const leftSlots = typeOf(left).slots
  if (slot === '__add__') {
    if (inPlaceFirst && leftSlots.inplace_concat !== null) return leftSlots.inplace_concat(vm, left, right)
    return leftSlots.concat === null ? null : leftSlots.concat(vm, left, right)
  }
  if (slot !== '__mul__') return null
  if (inPlaceFirst && leftSlots.inplace_repeat !== null)
    return leftSlots.inplace_repeat(vm, left, toRepeat(vm, right))
  if (leftSlots.repeat !== null) return leftSlots.repeat(vm, left, toRepeat(vm, right))
  // In place, anything of the nature of a sequence on the left keeps the right side from being asked.
  if (
    inPlaceFirst &&
    (typeOf(left).isHeapType || leftSlots.__len__ !== null || leftSlots.__contains__ !== null)
  )
    return null
  const rightSlots = typeOf(right).slots
  return rightSlots.repeat === null ? null : rightSlots.repeat(vm, right, toRepeat(vm, left))
}

function toRepeat(vm: VM, times: PyObject): number {
  if (!isIndex(times)) {
    return vm.raise('TypeError', `can't multiply sequence by non-int of type '${typeName(times)}'`)
  }
  return toIndex(vm, times, 'OverflowError')
}

function unsupported(vm: VM, left: PyObject, right: PyObject, symbol: string): never {
  if (
    symbol === '>>' &&
    typeName(left) === 'builtin_function_or_method' &&
    'name' in left &&
    left.name === 'print'
  ) {
    return vm.raise(
      'TypeError',
      `unsupported operand type(s) for >>: 'builtin_function_or_method' and '${typeName(right)}'. ` +
        'Did you mean "print(<message>, file=<output_stream>)"?',
    )
  }
  return vm.raise(
    'TypeError',
    `unsupported operand type(s) for ${symbol}: '${typeName(left)}' and '${typeName(right)}'`,
  )
}

/** `pow(left, right, modulus)`; `modulus` null for the operator. */
export function power(
  vm: VM,
  left: PyObject,
  right: PyObject,
  modulus: PyObject | null,
  symbol = '** or pow()',
): Own {
  const leftType = typeOf(left)
  const rightType = typeOf(right)
  const leftSlot = leftType.slots.__pow__
  let rightSlot = rightType === leftType ? null : rightType.slots.__pow__
  if (rightSlot === leftSlot) rightSlot = null
  const tries =
    rightSlot !== null && leftSlot !== null && rightType.isSubtype(leftType)
      ? [rightSlot, leftSlot]
      : [leftSlot, rightSlot]
  if (modulus !== null) {
    const third = typeOf(modulus).slots.__pow__
    if (third !== leftSlot && third !== rightSlot) tries.push(third)
  }
  for (const slot of tries) {
    if (slot === null) continue
    const result = slot(vm, left, right, modulus)
    if (result !== vm.NotImplemented) return result
    release(result)
  }
  if (modulus === null) return unsupported(vm, left, right, symbol)
  return vm.raise(
    'TypeError',
    `unsupported operand type(s) for ** or pow(): '${typeName(left)}', '${typeName(right)}', '${typeName(modulus)}'`,
  )
}

/** `left **= right`. */
export function inPlacePower(vm: VM, left: PyObject, right: PyObject): Own {
  const own = typeOf(left).slots.__ipow__
  if (own !== null) {
    const result = own(vm, left, right)
    if (result !== vm.NotImplemented) return result
    release(result)
  }
  return power(vm, left, right, null, '**=')
}

/** `-x`, `+x`, `~x`, `abs(x)`. */
export function unary(vm: VM, object: PyObject, slot: '__neg__' | '__pos__' | '__invert__' | '__abs__'): Own {
  const own = typeOf(object).slots[slot]
  if (own !== null) return own(vm, object)
  const what = { __neg__: 'unary -', __pos__: 'unary +', __invert__: 'unary ~', __abs__: 'abs()' }[slot]
  return vm.raise('TypeError', `bad operand type for ${what}: '${typeName(object)}'`)
}

/** Whether the object can be used as an index (`PyIndex_Check`). */
export function isIndex(object: PyObject): boolean {
  return typeOf(object).slots.__index__ !== null
}

/** `operator.index(object)`: an exact int, or an int subclass as it is (`_PyNumber_Index`). */
export function getIndex(vm: VM, object: PyObject): Own<PyInt> {
  if (object instanceof PyInt) return newRef(object)
  const slot = typeOf(object).slots.__index__
  if (slot === null) {
    return vm.raise('TypeError', `'${typeName(object)}' object cannot be interpreted as an integer`)
  }
  const result = slot(vm, object)
  if (result instanceof PyInt) {
    if (typeOf(result) !== vm.types.int) warnOfSubclass(vm, '__index__', 'int', result)
    return result as Own<PyInt>
  }
  const name = typeName(result)
  release(result)
  return vm.raise('TypeError', `__index__ returned non-int (type ${name})`)
}

/** The integer value of an index-like object. */
export function toInteger(vm: VM, object: PyObject): Integer {
  if (object instanceof PyInt) return object.value
  return lend(getIndex(vm, object), (int) => int.value)
}

export function toBigInt(vm: VM, object: PyObject): bigint {
  return BigInt(toInteger(vm, object))
}

/**
 * An index-like object as a JS number. What does not fit 64 bits raises `overflow` ("cannot fit 'int' into
 * an index-sized integer"); what fits but is not exact is clipped, far out.
 */
export function toIndex(vm: VM, object: PyObject, overflow: ExceptionName): number {
  const value = toInteger(vm, object)
  if (typeof value === 'number') return value
  if (value >= -(2n ** 63n) && value < 2n ** 63n) return Number(value)
  return vm.raise(overflow, `cannot fit '${typeName(object)}' into an index-sized integer`)
}

/** As `toIndex` for an argument of C's type `Py_ssize_t`: with another text where it does not fit. */
export function toSize(vm: VM, object: PyObject): number {
  const value = toInteger(vm, object)
  if (typeof value === 'number') return value
  if (value >= -(2n ** 63n) && value < 2n ** 63n) return Number(value)
  return vm.raise('OverflowError', 'Python int too large to convert to C ssize_t')
}

/** As `toIndex`, but values out of range are clipped (`_PyEval_SliceIndexNotNone`). */
export function toSliceIndex(
  vm: VM,
  object: PyObject,
  text = 'slice indices must be integers or None or have an __index__ method',
): number {
  if (!isIndex(object)) {
    return vm.raise('TypeError', text)
  }
  const value = toInteger(vm, object)
  return typeof value === 'number' ? value : value < 0n ? -Number.MAX_SAFE_INTEGER : Number.MAX_SAFE_INTEGER
}

/** A method that should have given an exact float or int gave one of a subclass. */
export function warnOfSubclass(
  vm: VM,
  method: string,
  kind: 'complex' | 'float' | 'int',
  result: PyObject,
): void {
  vm.warn(
    'DeprecationWarning',
    `${method} returned non-${kind} (type ${typeName(result)}).  The ability to return an instance of a strict subclass of ${kind} is deprecated, and may be removed in a future version of Python.`,
  )
}

/** The value of a number: that of a float, else by `__float__` or `__index__` (`PyFloat_AsDouble`). */
export function toDouble(vm: VM, object: PyObject): number {
  return object instanceof PyFloat ? object.value : convertToDouble(vm, object)
}

/** `float(object)` for numbers: `__float__`, else `__index__` (`PyNumber_Float`). */
export function convertToDouble(vm: VM, object: PyObject): number {
  const { slots } = typeOf(object)
  if (slots.__float__ !== null) {
    const result = slots.__float__(vm, object)
    try {
      if (result instanceof PyFloat) {
        if (typeOf(result) !== vm.types.float)
          warnOfSubclass(vm, `${typeName(object)}.__float__`, 'float', result)
        return result.value
      }
      return vm.raise(
        'TypeError',
        `${typeName(object)}.__float__ returned non-float (type ${typeName(result)})`,
      )
    } finally {
      release(result)
    }
  }
  if (slots.__index__ !== null) {
    const value = Number(toInteger(vm, object))
    if (!Number.isFinite(value)) vm.raise('OverflowError', 'int too large to convert to float')
    return value
  }
  return vm.raise('TypeError', `must be real number, not ${typeName(object)}`)
}
