/**
 * Attributes of any object: finding, storing, deleting. As `PyObject_GetAttr`, `PyObject_GenericGetAttr`
 * and their kin in `Objects/object.c`.
 */
import type { PyObject } from '../../heap/object.ts'
import type { Own } from '../../heap/reference.ts'
import { newRef, release } from '../../heap/reference.ts'
import { raiseAttributeError, setAttributeContext } from '../exceptions.ts'
import { peekAttribute, putAttribute, removeAttribute } from '../instance.ts'
import type { PyModule } from '../module.ts'
import { findModuleAttr } from '../module-type.ts'
import { unlessRaised } from '../raise.ts'
import { newInterned, type PyStr } from '../str.ts'
import { type PyType, typeName, typeOf } from '../type.ts'
import { findTypeAttr } from '../type-object.ts'
import type { VM } from '../vm.ts'

/** `object.name`. Raises AttributeError. */
export function getAttr(vm: VM, object: PyObject, name: PyStr): Own {
  const slot = typeOf(object).slots.__getattribute__
  if (slot === null) return raiseAttributeError(vm, object, name)
  try {
    return slot(vm, object, name)
  } catch (thrown) {
    setAttributeContext(vm, thrown, object, name)
    throw thrown
  }
}

/** `object.name`, or null where that raises AttributeError (`PyObject_GetOptionalAttr`). */
export function getAttrMaybe(vm: VM, object: PyObject, name: PyStr): Own | null {
  return unlessRaised(vm.types.AttributeError, () => find(vm, object, name))
}

/** Where the way to look it up is known, no exception is made for what is missing. */
function find(vm: VM, object: PyObject, name: PyStr): Own | null {
  const { types } = vm
  const slot = typeOf(object).slots.__getattribute__
  if (slot === genericGetAttr) return findAttr(vm, object, name)
  if (slot === types.type.slots.__getattribute__) return findTypeAttr(vm, object as PyType, name)
  if (slot === types.module.slots.__getattribute__) return findModuleAttr(vm, object as PyModule, name)
  return getAttr(vm, object, name)
}

/** `getAttr` by a JS string. */
export function getAttrNamed(vm: VM, object: PyObject, name: string): Own {
  return withName(vm, name, (key) => getAttr(vm, object, key))
}

/** `getAttrMaybe` by a JS string. */
export function getAttrNamedMaybe(vm: VM, object: PyObject, name: string): Own | null {
  return withName(vm, name, (key) => getAttrMaybe(vm, object, key))
}

/** `object.name = value`. */
export function setAttr(vm: VM, object: PyObject, name: PyStr, value: PyObject): void {
  const slot = typeOf(object).slots.__setattr__
  if (slot === null) readOnly(vm, object, name, 'assign to')
  else slot(vm, object, name, value)
}

/** `del object.name`. */
export function delAttr(vm: VM, object: PyObject, name: PyStr): void {
  const slot = typeOf(object).slots.__setattr__
  if (slot === null) readOnly(vm, object, name, 'del')
  else slot(vm, object, name, null)
}

export function setAttrNamed(vm: VM, object: PyObject, name: string, value: PyObject): void {
  withName(vm, name, (key) => setAttr(vm, object, key, value))
}

export function hasAttr(vm: VM, object: PyObject, name: PyStr): boolean {
  const found = getAttrMaybe(vm, object, name)
  if (found === null) return false
  release(found)
  return true
}

function readOnly(vm: VM, object: PyObject, name: PyStr, verb: string): never {
  const kind = typeOf(object).slots.__getattribute__ === null ? 'no' : 'only read-only'
  return vm.raise('TypeError', `'${typeName(object)}' object has ${kind} attributes (${verb} .${name.value})`)
}

export function withName<T>(vm: VM, name: string, body: (key: PyStr) => T): T {
  const key = newInterned(vm, name)
  try {
    return body(key)
  } finally {
    release(key)
  }
}

/** The default `__getattribute__` (`PyObject_GenericGetAttr`). */
export function genericGetAttr(vm: VM, object: PyObject, name: PyStr): Own {
  return findAttr(vm, object, name) ?? raiseAttributeError(vm, object, name)
}

/** The default look-up: data descriptor, instance attribute, other class attribute; null where there is none. */
export function findAttr(vm: VM, object: PyObject, name: PyStr): Own | null {
  const type = typeOf(object)
  const found = type.lookup(name.value)
  if (found === null) {
    const value = peekAttribute(object, name)
    return value === null ? null : newRef(value)
  }
  const descriptor = newRef(found)
  try {
    const { __get__, __set__ } = typeOf(descriptor).slots
    // A data descriptor's AttributeError counts as absence where the caller asks for a maybe.
    if (__get__ !== null && __set__ !== null) return __get__(vm, descriptor, object, type)
    const value = peekAttribute(object, name)
    if (value !== null) return newRef(value)
    if (__get__ !== null) return __get__(vm, descriptor, object, type)
    return newRef(descriptor)
  } finally {
    release(descriptor)
  }
}

/** The default `__setattr__` and `__delattr__` (`PyObject_GenericSetAttr`). */
export function genericSetAttr(vm: VM, object: PyObject, name: PyStr, value: PyObject | null): void {
  const type = typeOf(object)
  const found = type.lookup(name.value)
  if (found !== null) {
    const set = typeOf(found).slots.__set__
    if (set !== null) {
      const descriptor = newRef(found)
      try {
        return set(vm, descriptor, object, value)
      } finally {
        release(descriptor)
      }
    }
  }
  if (type.hasDict) {
    if (value !== null) return putAttribute(vm, object, name, newRef(value))
    if (removeAttribute(vm, object, name)) return
    return raiseAttributeError(vm, object, name)
  }
  if (found === null) {
    raiseAttributeError(
      vm,
      object,
      name,
      `'${type.name}' object has no attribute '${name.value}' and no __dict__ for setting new attributes`,
    )
  }
  raiseAttributeError(vm, object, name, `'${type.name}' object attribute '${name.value}' is read-only`)
}

/** A special method bound to the object, looked up on the type (`_PyObject_LookupSpecial`); null where there is none. */
export function getSpecial(vm: VM, object: PyObject, name: string): Own | null {
  const type = typeOf(object)
  const found = type.lookup(name)
  if (found === null) return null
  const get = typeOf(found).slots.__get__
  return get === null ? newRef(found) : get(vm, found, object, type)
}

/** A method found for a call: `bound` says that `callable` is to be called without `self`. */
export interface MethodLookup {
  readonly callable: Own
  readonly bound: boolean
}

/**
 * What `object.name(…)` calls, without making a bound method where the attribute is a plain function or
 * built-in method of the type (`_PyObject_GetMethod`). Raises AttributeError.
 */
export function getMethod(vm: VM, object: PyObject, name: PyStr): MethodLookup {
  const type = typeOf(object)
  if (type.slots.__getattribute__ !== genericGetAttr)
    return { callable: getAttr(vm, object, name), bound: true }
  const found = type.lookup(name.value)
  if (found === null) {
    const value = peekAttribute(object, name)
    if (value === null) return raiseAttributeError(vm, object, name)
    return { callable: newRef(value), bound: true }
  }
  if (isMethodDescriptor(vm, found)) {
    const value = peekAttribute(object, name)
    if (value !== null) return { callable: newRef(value), bound: true }
    return { callable: newRef(found), bound: false }
  }
  return { callable: genericGetAttr(vm, object, name), bound: true }
}

/** Py_TPFLAGS_METHOD_DESCRIPTOR: calling `type(x).f(x, …)` equals calling `x.f(…)`. */
function isMethodDescriptor(vm: VM, descriptor: PyObject): boolean {
  const type = typeOf(descriptor)
  return (
    type === vm.types.function || type === vm.types.method_descriptor || type === vm.types.wrapper_descriptor
  )
}
