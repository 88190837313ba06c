/**
 * `repr`, `str`, `ascii` and `format` of any object. As `PyObject_Repr`, `PyObject_Str` and
 * `PyObject_Format` of `Objects/object.c` and `Objects/abstract.c`.
 */
import type { PyObject } from '../../heap/object.ts'
import { addressText } from '../../heap/object.ts'
import type { Own } from '../../heap/reference.ts'
import { lend, newRef, release } from '../../heap/reference.ts'
import { newStr, PyStr } from '../str.ts'
import { isAscii } from '../text/code-points.ts'
import { escapeNonAscii } from '../text/repr.ts'
import { typeName, typeOf } from '../type.ts'
import type { VM } from '../vm.ts'
import { callBoundSpecial } from './calls.ts'

/** Texts may take long to make: signals, and a collection that is due, are looked after first (`PyErr_CheckSignals`). */
function checkSignals(vm: VM): void {
  const { collector } = vm.heap
  if (collector.due) collector.collectDue()
}

/** `repr(object)`. */
export function getRepr(vm: VM, object: PyObject): Own<PyStr> {
  checkSignals(vm)
  const slot = typeOf(object).slots.__repr__
  if (slot === null) return newStr(vm, `<${typeName(object)} object at ${addressText(object)}>`)
  vm.enterRecursion(' while getting the repr of an object')
  try {
    return expectStr(vm, slot(vm, object), '__repr__')
  } finally {
    vm.leaveRecursion()
  }
}

/** `str(object)`. */
export function getStrOf(vm: VM, object: PyObject): Own<PyStr> {
  checkSignals(vm)
  if (typeOf(object) === vm.types.str) return newRef(object as PyStr)
  const slot = typeOf(object).slots.__str__
  if (slot === null) return getRepr(vm, object)
  vm.enterRecursion(' while getting the str of an object')
  try {
    return expectStr(vm, slot(vm, object), '__str__')
  } finally {
    vm.leaveRecursion()
  }
}

function expectStr(vm: VM, result: Own, method: string): Own<PyStr> {
  if (result instanceof PyStr) return result as Own<PyStr>
  const name = typeName(result)
  release(result)
  return vm.raise('TypeError', `${method} returned non-string (type ${name})`)
}

/** `repr(object)` as a JS string. */
export function toRepr(vm: VM, object: PyObject): string {
  return lend(getRepr(vm, object), (text) => text.value)
}

/** `str(object)` as a JS string. */
export function toText(vm: VM, object: PyObject): string {
  return lend(getStrOf(vm, object), (text) => text.value)
}

/** `ascii(object)`. */
export function getAscii(vm: VM, object: PyObject): Own<PyStr> {
  const shown = getRepr(vm, object)
  return isAscii(shown.value) ? shown : lend(shown, (text) => newStr(vm, escapeNonAscii(text.value)))
}

/** `format(object, spec)`; the spec of a plain `str` or `int` with '' is the shortcut to `str`. */
export function getFormat(vm: VM, object: PyObject, spec: PyStr): Own<PyStr> {
  const type = typeOf(object)
  if (spec.value === '' && (type === vm.types.str || type === vm.types.int)) return getStrOf(vm, object)
  const result = callBoundSpecial(vm, object, '__format__', [spec])
  if (result === null) {
    return vm.raise('TypeError', `Type ${type.name} doesn't define __format__`)
  }
  if (result instanceof PyStr) return result as Own<PyStr>
  const name = typeName(result)
  release(result)
  return vm.raise('TypeError', `__format__ must return a str, not ${name}`)
}
