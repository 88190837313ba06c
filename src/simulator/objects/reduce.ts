/**
 * How `copy` and `pickle` take an object apart: `object.__getstate__`, and `object.__reduce_ex__` of protocol 2 and
 * more. The order in which the parts are made shows in the collector's counts. As `reduce_newobj` and
 * `object_getstate` in `Objects/typeobject.c`.
 */
import type { PyObject } from '../heap/object.ts'
import type { Own } from '../heap/reference.ts'
import { lend, newRef, release, releaseMaybe } from '../heap/reference.ts'
import { PyBuiltin } from './builtin-function.ts'
import { newDict, PyDict, putItem } from './dict.ts'
import { getDict, hasAttributes } from './instance.ts'
import { newInt } from './int.ts'
import { newList, PyList } from './list.ts'
import { getAttrMaybe, getAttrNamed } from './protocols/attributes.ts'
import { callBoundSpecial, callMethod } from './protocols/calls.ts'
import { getIter } from './protocols/iteration.ts'
import { PyStr } from './str.ts'
import { newTuple, PyTuple } from './tuple.ts'
import { isInstance, type PyType, typeName, typeOf } from './type.ts'
import type { VM } from './vm.ts'

const POINTER = 8

/** `object.__getstate__`: the attributes, with slots as a second dict where any has a value. */
export function newState(vm: VM, self: PyObject): Own {
  return newDefaultState(vm, self, false)
}

/** With `isRequired`, an object that holds more than attributes and slots raises TypeError. */
function newDefaultState(vm: VM, self: PyObject, isRequired: boolean): Own {
  const type = typeOf(self)
  if (isRequired && type.itemsize > 0) {
    return vm.raise('TypeError', `cannot pickle ${typeName(self)} objects`)
  }
  const state = hasAttributes(self) ? getDict(vm, self) : newRef(vm.None)
  let names: Own<PyList>
  try {
    names = getSlotNames(vm, type)
  } catch (thrown) {
    release(state)
    throw thrown
  }
  if (isRequired && hasHiddenFields(vm, type, names.items.length)) {
    release(names)
    release(state)
    return refuse(vm, self)
  }
  if (names.items.length === 0) {
    release(names)
    return state
  }
  const slots = newDict(vm)
  try {
    for (const name of names.items) {
      if (!(name instanceof PyStr)) continue
      const value = getAttrMaybe(vm, self, name)
      if (value !== null) putItem(vm, slots, name, value)
    }
  } catch (thrown) {
    release(slots)
    release(state)
    throw thrown
  } finally {
    release(names)
  }
  if (slots.size > 0) return newTuple(vm, [state, slots])
  release(slots)
  return state
}

function refuse(vm: VM, self: PyObject): never {
  return vm.raise('TypeError', `cannot pickle '${typeName(self)}' object`)
}

/** Whether instances have fields besides attributes, weak references (both lie before an instance) and so many slots. */
function hasHiddenFields(vm: VM, type: PyType, slots: number): boolean {
  return type.basicsize > vm.types.object.basicsize + POINTER * slots
}

/** The names of all slots, which the class keeps once they have been asked for (`_PyType_GetSlotNames`). */
function getSlotNames(vm: VM, type: PyType): Own<PyList> {
  const kept = type.namespace.getStr('__slotnames__')
  if (kept instanceof PyList) return newRef(kept)
  const names = lend(vm.importModule('copyreg'), (copyreg) => callMethod(vm, copyreg, '_slotnames', [type]))
  if (names instanceof PyList) return names as Own<PyList>
  release(names)
  return newList(vm, [])
}

/** What the object's `__getstate__` gives. */
function getState(vm: VM, self: PyObject, isRequired: boolean): Own {
  const plain = vm.types.object.lookup('__getstate__')
  return lend(getAttrNamed(vm, self, '__getstate__'), (method) => {
    const isPlain = typeOf(self).lookup('__getstate__') === plain && method instanceof PyBuiltin
    return isPlain ? newDefaultState(vm, self, isRequired) : vm.call(method, [])
  })
}

/** The arguments that `__new__` is to get, as the class says; nulls where it says nothing. */
function getNewArguments(vm: VM, self: PyObject): { args: Own<PyTuple> | null; kwargs: Own<PyDict> | null } {
  const both = callBoundSpecial(vm, self, '__getnewargs_ex__', [])
  if (both !== null) return lend(both, (found) => splitArguments(vm, found))
  const args = callBoundSpecial(vm, self, '__getnewargs__', [])
  if (args === null) return { args: null, kwargs: null }
  if (args instanceof PyTuple) return { args: args as Own<PyTuple>, kwargs: null }
  const name = typeName(args)
  release(args)
  return vm.raise('TypeError', `__getnewargs__ should return a tuple, not '${name}'`)
}

function splitArguments(vm: VM, found: PyObject): { args: Own<PyTuple>; kwargs: Own<PyDict> } {
  if (!(found instanceof PyTuple))
    return vm.raise('TypeError', `__getnewargs_ex__ should return a tuple, not '${typeName(found)}'`)
  if (found.items.length !== 2)
    return vm.raise(
      'ValueError',
      `__getnewargs_ex__ should return a tuple of length 2, not ${found.items.length}`,
    )
  const [args, kwargs] = found.items as readonly PyObject[]
  const item = (which: string, wanted: string, given: PyObject): never =>
    vm.raise(
      'TypeError',
      `${which} item of the tuple returned by __getnewargs_ex__ must be a ${wanted}, not '${typeName(given)}'`,
    )
  if (!(args instanceof PyTuple)) return item('first', 'tuple', args!)
  if (!(kwargs instanceof PyDict)) return item('second', 'dict', kwargs!)
  return { args: newRef(args), kwargs: newRef(kwargs) }
}

/** `object.__reduce_ex__`: a function, its arguments, the state, and the items of lists and dicts. */
export function reduceObject(vm: VM, self: PyObject, protocol: number): Own {
  return lend(vm.importModule('copyreg'), (copyreg) => {
    if (protocol >= 2) return reduceByNew(vm, self, copyreg)
    return lend(newInt(vm, protocol), (number) => callMethod(vm, copyreg, '_reduce_ex', [self, number]))
  })
}

function reduceByNew(vm: VM, self: PyObject, copyreg: PyObject): Own {
  const type = typeOf(self)
  if (type.slots.__new__ === null) return refuse(vm, self)
  const { args, kwargs } = getNewArguments(vm, self)
  const parts: Own[] = []
  try {
    if (kwargs === null || kwargs.size === 0) {
      parts.push(getAttrNamed(vm, copyreg, '__newobj__'))
      parts.push(
        newTuple(
          vm,
          [type, ...(args?.items ?? [])].map((each) => newRef(each as PyObject)),
        ),
      )
    } else {
      parts.push(getAttrNamed(vm, copyreg, '__newobj_ex__'))
      parts.push(newTuple(vm, [newRef(type), newRef(args!), newRef(kwargs)]))
    }
    const isList = isInstance(self, vm.types.list)
    const isDict = isInstance(self, vm.types.dict)
    parts.push(getState(vm, self, args === null && !isList && !isDict))
    parts.push(isList ? getIter(vm, self) : newRef(vm.None))
    parts.push(isDict ? lend(callMethod(vm, self, 'items'), (items) => getIter(vm, items)) : newRef(vm.None))
    return newTuple(vm, parts)
  } catch (thrown) {
    parts.forEach(release)
    throw thrown
  } finally {
    releaseMaybe(args)
    releaseMaybe(kwargs)
  }
}
