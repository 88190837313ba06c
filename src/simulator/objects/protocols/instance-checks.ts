/** `isinstance` and `issubclass` of any objects. As `PyObject_IsInstance` and its kin of `Objects/abstract.c`. */
import type { PyObject } from '../../heap/object.ts'
import type { Own } from '../../heap/reference.ts'
import { lend, newRef, release } from '../../heap/reference.ts'
import { PyTuple } from '../tuple.ts'
import { PyType, typeOf } from '../type.ts'
import { PyUnion } from '../union.ts'
import type { VM } from '../vm.ts'
import { getAttrNamedMaybe, getSpecial } from './attributes.ts'
import { isTrue } from './comparison.ts'

/** `isinstance(object, cls)`: `cls` may be a tuple, a union, or have `__instancecheck__`. */
export function isInstanceOf(vm: VM, object: PyObject, cls: PyObject): boolean {
  if (typeOf(object) === (cls as unknown)) return true
  if (cls.type === (vm.types.type as unknown)) return isPlainInstance(vm, object, cls)
  const several = alternatives(cls)
  if (several !== null)
    return guarded(vm, ' in __instancecheck__', () => several.some((each) => isInstanceOf(vm, object, each)))
  const checker = getSpecial(vm, cls, '__instancecheck__')
  if (checker === null) return isPlainInstance(vm, object, cls)
  return guarded(vm, ' in __instancecheck__', () => callCheck(vm, checker, object))
}

/** `issubclass(derived, cls)`. */
export function isSubclassOf(vm: VM, derived: PyObject, cls: PyObject): boolean {
  if (cls.type === (vm.types.type as unknown)) return derived === cls || isPlainSubclass(vm, derived, cls)
  const several = alternatives(cls)
  if (several !== null)
    return guarded(vm, ' in __subclasscheck__', () => several.some((each) => isSubclassOf(vm, derived, each)))
  const checker = getSpecial(vm, cls, '__subclasscheck__')
  if (checker === null) return isPlainSubclass(vm, derived, cls)
  return guarded(vm, ' in __subclasscheck__', () => callCheck(vm, checker, derived))
}

/** The classes of a tuple or a union; null for anything else. */
function alternatives(cls: PyObject): readonly PyObject[] | null {
  if (cls instanceof PyTuple) return cls.items
  return cls instanceof PyUnion ? cls.args.items : null
}

function callCheck(vm: VM, checker: Own, object: PyObject): boolean {
  try {
    return lend(vm.call(checker, [object]), (result) => isTrue(vm, result))
  } finally {
    release(checker)
  }
}

function guarded(vm: VM, where: string, body: () => boolean): boolean {
  vm.enterRecursion(where)
  try {
    return body()
  } finally {
    vm.leaveRecursion()
  }
}

/** Without `__instancecheck__`: what `type.__instancecheck__` does. */
export function isPlainInstance(vm: VM, object: PyObject, cls: PyObject): boolean {
  if (cls instanceof PyType) {
    if (typeOf(object).isSubtype(cls)) return true
    const claimed = getAttrNamedMaybe(vm, object, '__class__')
    if (claimed === null) return false
    return lend(
      claimed,
      (each) => each !== (typeOf(object) as PyObject) && each instanceof PyType && each.isSubtype(cls),
    )
  }
  checkClass(vm, cls, 'isinstance() arg 2 must be a type, a tuple of types, or a union')
  const claimed = getAttrNamedMaybe(vm, object, '__class__')
  return claimed !== null && lend(claimed, (each) => isAbstractSubclass(vm, each, cls))
}

/** Without `__subclasscheck__`: what `type.__subclasscheck__` does. */
export function isPlainSubclass(vm: VM, derived: PyObject, cls: PyObject): boolean {
  if (cls instanceof PyType && derived instanceof PyType) return derived.isSubtype(cls)
  checkClass(vm, derived, 'issubclass() arg 1 must be a class')
  checkClass(vm, cls, 'issubclass() arg 2 must be a class, a tuple of classes, or a union')
  return isAbstractSubclass(vm, derived, cls)
}

/** Something with a tuple `__bases__` passes as a class. */
function checkClass(vm: VM, cls: PyObject, message: string): void {
  const bases = getAttrNamedMaybe(vm, cls, '__bases__')
  const ok = bases instanceof PyTuple
  if (bases !== null) release(bases)
  if (!ok) vm.raise('TypeError', message)
}

function isAbstractSubclass(vm: VM, derived: PyObject, cls: PyObject): boolean {
  if (derived === cls) return true
  const bases = getAttrNamedMaybe(vm, derived, '__bases__')
  if (bases === null) return false
  return lend(
    bases,
    (tuple) =>
      tuple instanceof PyTuple &&
      [...tuple.items].some((base) => lend(newRef(base), (each) => isAbstractSubclass(vm, each, cls))),
  )
}
