/**
 * Calling: any callable, a method by name, a special method. As `Objects/call.c`.
 */
import type { PyObject } from '../../heap/object.ts'
import type { Own } from '../../heap/reference.ts'
import { newRef, release } from '../../heap/reference.ts'
import type { KwNames } from '../declare/slots.ts'
import type { PyDict } from '../dict.ts'
import { raiseAttributeError } from '../exceptions.ts'
import { PyStr } from '../str.ts'
import { typeName, typeOf } from '../type.ts'
import type { VM } from '../vm.ts'
import { getAttrMaybe, getMethod, getSpecial, withName } from './attributes.ts'

/** Calls `callable`; what `VM.call` does for anything that is not a Python function. */
export function callObject(vm: VM, callable: PyObject, args: readonly PyObject[], kwnames: KwNames): Own {
  const slot = typeOf(callable).slots.__call__
  if (slot === null)
    return vm.raise('TypeError', `'${typeName(callable)}' object is not callable${advice(vm, callable)}`)
  return slot(vm, callable, args, kwnames)
}

/** A module that is called: perhaps the function of its name is meant. */
function advice(vm: VM, callable: PyObject): string {
  if (typeOf(callable) !== vm.types.module) return ''
  const name = (callable.dict as PyDict | null)?.getStr('__name__')
  if (!(name instanceof PyStr)) return ''
  const meant = getAttrMaybe(vm, callable, name)
  if (meant === null) return ''
  const isCallable = typeOf(meant).slots.__call__ !== null
  release(meant)
  return isCallable ? `. Did you mean: '${name.value}.${name.value}(...)'?` : ''
}

/** `object.name(*args)`. */
export function callMethod(vm: VM, object: PyObject, name: string, args: readonly PyObject[] = []): Own {
  return withName(vm, name, (key) => {
    const { callable, bound } = getMethod(vm, object, key)
    try {
      return vm.call(callable, bound ? args : [object, ...args])
    } finally {
      release(callable)
    }
  })
}

/**
 * Calls a special method found on the type, without making a bound method for a plain function
 * (`lookup_maybe_method`, `vectorcall_method`). Null where the type has none.
 */
export function callSpecialMaybe(
  vm: VM,
  object: PyObject,
  name: string,
  args: readonly PyObject[],
): Own | null {
  const type = typeOf(object)
  const found = type.lookup(name)
  if (found === null) return null
  const foundType = typeOf(found)
  if (
    foundType === vm.types.function ||
    foundType === vm.types.method_descriptor ||
    foundType === vm.types.wrapper_descriptor
  ) {
    const callable = newRef(found)
    try {
      return vm.call(callable, [object, ...args])
    } finally {
      release(callable)
    }
  }
  const get = foundType.slots.__get__
  const callable = get === null ? newRef(found) : get(vm, found, object, type)
  try {
    return vm.call(callable, args)
  } finally {
    release(callable)
  }
}

/**
 * Calls a special method that is bound to the object first, so that the bound method holds the object meanwhile
 * (`_PyObject_LookupSpecial`): those that are no slots, such as `__format__`. Null where the type has none.
 */
export function callBoundSpecial(
  vm: VM,
  object: PyObject,
  name: string,
  args: readonly PyObject[],
): Own | null {
  const callable = getSpecial(vm, object, name)
  if (callable === null) return null
  try {
    return vm.call(callable, args)
  } finally {
    release(callable)
  }
}

/** As `callSpecialMaybe`; raises AttributeError with the method's name where the type has none. */
export function callSpecial(vm: VM, object: PyObject, name: string, args: readonly PyObject[] = []): Own {
  return (
    callSpecialMaybe(vm, object, name, args) ??
    withName(vm, name, (key) => raiseAttributeError(vm, object, key, name))
  )
}

/** Whether the object can be called. */
export function isCallable(object: PyObject): boolean {
  return typeOf(object).slots.__call__ !== null
}
