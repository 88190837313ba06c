/**
 * Truth, equality, order and hashing of any object. As `PyObject_RichCompare`, `PyObject_IsTrue` and
 * `PyObject_Hash` of `Objects/object.c`.
 */
import type { PyObject } from '../../heap/object.ts'
import type { Own } from '../../heap/reference.ts'
import { release } from '../../heap/reference.ts'
import { type Comparison, EQ, GE, GT, LE, LT, NE } from '../declare/slots.ts'
import type { PyInt } from '../int.ts'
import type { PyStr } from '../str.ts'
import type { Hash } from '../tables/hash.ts'
import { typeName, typeOf } from '../type.ts'
import type { VM } from '../vm.ts'

const swapped: readonly Comparison[] = [GT, GE, EQ, NE, LT, LE]
const symbols = ['<', '<=', '==', '!=', '>', '>='] as const

/** The result of a comparison operator, any object (`PyObject_RichCompare`). */
export function compare(vm: VM, left: PyObject, right: PyObject, operator: Comparison): Own {
  vm.enterRecursion(' in comparison')
  try {
    return compareUnguarded(vm, left, right, operator)
  } finally {
    vm.leaveRecursion()
  }
}

function compareUnguarded(vm: VM, left: PyObject, right: PyObject, operator: Comparison): Own {
  const leftType = typeOf(left)
  const rightType = typeOf(right)
  let reflectedTried = false
  if (leftType !== rightType && rightType.slots.richcompare !== null && rightType.isSubtype(leftType)) {
    reflectedTried = true
    const result = rightType.slots.richcompare(vm, right, left, swapped[operator]!)
    if (result !== vm.NotImplemented) return result
    release(result)
  }
  if (leftType.slots.richcompare !== null) {
    const result = leftType.slots.richcompare(vm, left, right, operator)
    if (result !== vm.NotImplemented) return result
    release(result)
  }
  if (!reflectedTried && rightType.slots.richcompare !== null) {
    const result = rightType.slots.richcompare(vm, right, left, swapped[operator]!)
    if (result !== vm.NotImplemented) return result
    release(result)
  }
  if (operator === EQ || operator === NE) {
    const truth = (left === right) === (operator === EQ) ? vm.True : vm.False
    truth.refcnt++
    return truth as unknown as Own
  }
  return vm.raise(
    'TypeError',
    `'${symbols[operator]}' not supported between instances of '${leftType.name}' and '${rightType.name}'`,
  )
}

/** A comparison as truth value, without the identity shortcut. */
export function compareTruth(vm: VM, left: PyObject, right: PyObject, operator: Comparison): boolean {
  const result = compare(vm, left, right, operator)
  try {
    return isTrue(vm, result)
  } finally {
    release(result)
  }
}

/** `left == right` as truth value; exact ints and strings are compared directly. */
export function isEqual(vm: VM, left: PyObject, right: PyObject): boolean {
  if (left.type === right.type) {
    if (left.type === (vm.types.str as unknown)) return (left as PyStr).value === (right as PyStr).value
    if (left.type === (vm.types.int as unknown)) return (left as PyInt).value === (right as PyInt).value
  }
  return compareTruth(vm, left, right, EQ)
}

/** Identity or equality: what containers mean by "the same" (`PyObject_RichCompareBool` with Py_EQ). */
export function isSame(vm: VM, left: PyObject, right: PyObject): boolean {
  return left === right || isEqual(vm, left, right)
}

/** `left < right` as truth value, for sorting. */
export function isLess(vm: VM, left: PyObject, right: PyObject): boolean {
  return compareTruth(vm, left, right, LT)
}

/** The truth value (`PyObject_IsTrue`): `__bool__`, else `__len__`, else true. */
export function isTrue(vm: VM, object: PyObject): boolean {
  if (object === vm.True) return true
  if (object === vm.False || object === vm.None) return false
  const { slots } = typeOf(object)
  if (slots.__bool__ !== null) return slots.__bool__(vm, object)
  if (slots.__len__ !== null) return slots.__len__(vm, object) !== 0
  return true
}

/** The hash (`PyObject_Hash`). Raises TypeError for unhashable types. */
export function hashOf(vm: VM, object: PyObject): Hash {
  const slot = typeOf(object).slots.__hash__
  if (slot !== null) return slot(vm, object)
  return unhashable(vm, object)
}

/** The `__hash__` slot of a type whose `__hash__` is None. */
export function unhashable(vm: VM, object: PyObject): never {
  return vm.raise('TypeError', `unhashable type: '${typeName(object)}'`)
}
