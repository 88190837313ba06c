/**
 * Length, items and membership of any object. As `PyObject_Size`, `PyObject_GetItem` and
 * `PySequence_Contains` of `Objects/abstract.c`.
 */
import type { PyObject } from '../../heap/object.ts'
import type { Own } from '../../heap/reference.ts'
import { newRef, release } from '../../heap/reference.ts'
import { newGenericAlias } from '../generic-alias.ts'
import { PyType, typeName, typeOf } from '../type.ts'
import type { VM } from '../vm.ts'
import { getAttrNamedMaybe } from './attributes.ts'
import { isSame } from './comparison.ts'
import { eachItem } from './iteration.ts'
import { isIndex } from './numbers.ts'

/** `len(object)`. */
export function lengthOf(vm: VM, object: PyObject): number {
  const slot = typeOf(object).slots.__len__
  if (slot === null) return vm.raise('TypeError', `object of type '${typeName(object)}' has no len()`)
  return slot(vm, object)
}

/** `object[key]`. */
export function getItem(vm: VM, object: PyObject, key: PyObject): Own {
  const slot = typeOf(object).slots.__getitem__
  if (slot !== null) return slot(vm, object, key)
  if (object === (vm.types.type as PyObject)) return newGenericAlias(vm, object, key)
  if (object instanceof PyType) {
    const method = getAttrNamedMaybe(vm, object, '__class_getitem__')
    if (method !== null && method !== vm.None) {
      try {
        return vm.call(method, [key])
      } finally {
        release(method)
      }
    }
    if (method !== null) release(method)
    return vm.raise('TypeError', `type '${object.name}' is not subscriptable`)
  }
  return vm.raise('TypeError', `'${typeName(object)}' object is not subscriptable`)
}

/** `object[key] = value`. */
export function setItem(vm: VM, object: PyObject, key: PyObject, value: PyObject): void {
  const slot = typeOf(object).slots.__setitem__
  if (slot === null) vm.raise('TypeError', `'${typeName(object)}' object does not support item assignment`)
  else slot(vm, object, key, value)
}

/** `del object[key]`. */
export function delItem(vm: VM, object: PyObject, key: PyObject): void {
  const slot = typeOf(object).slots.__setitem__
  if (slot === null) {
    const verb = isIndex(key) && hasSequenceSlots(object) ? "doesn't" : 'does not'
    vm.raise('TypeError', `'${typeName(object)}' object ${verb} support item deletion`)
  } else slot(vm, object, key, null)
}

/** Whether the type has any slot of sequences (`tp_as_sequence`); classes made in Python always do. */
function hasSequenceSlots(object: PyObject): boolean {
  const { isHeapType, slots } = typeOf(object)
  return isHeapType || slots.__len__ !== null || slots.concat !== null || slots.__contains__ !== null
}

/** `item in object`: `__contains__`, else a search by iteration. */
export function containsItem(vm: VM, object: PyObject, item: PyObject): boolean {
  const { slots } = typeOf(object)
  if (slots.__contains__ !== null) return slots.__contains__(vm, object, item)
  if (slots.__iter__ === null && slots.__getitem__ === null) {
    return vm.raise('TypeError', `argument of type '${typeName(object)}' is not iterable`)
  }
  let found = false
  eachItem(vm, object, (each) => {
    const kept = newRef(each)
    try {
      found = isSame(vm, kept, item)
    } finally {
      release(kept)
    }
    return !found
  })
  return found
}
