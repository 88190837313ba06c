/**
 * Iteration over any object. An exhausted iterator answers null; StopIteration appears only where Python
 * code raises it. As `PyObject_GetIter` and `PyIter_Next` of `Objects/abstract.c`.
 */
import type { PyObject } from '../../heap/object.ts'
import type { Held, Own } from '../../heap/reference.ts'
import { lend, newRef, release, releaseAll } from '../../heap/reference.ts'
import type { PyDict } from '../dict.ts'
import { PyDictView } from '../dict-views.ts'
import { PyInt } from '../int.ts'
import { newSequenceIterator } from '../iterators.ts'
import type { PyList } from '../list.ts'
import { dropRaise, isRaise, unlessRaised } from '../raise.ts'
import type { PySet } from '../set.ts'
import { newTuple, type PyTuple, TupleInMaking } from '../tuple.ts'
import { typeName, typeOf } from '../type.ts'
import type { VM } from '../vm.ts'
import { callBoundSpecial } from './calls.ts'
import { toIndex } from './numbers.ts'

/** `iter(object)`. Raises TypeError for what is not iterable. */
export function getIter(vm: VM, object: PyObject): Own {
  const { slots } = typeOf(object)
  if (slots.__iter__ === null) {
    if (isSequence(vm, object)) return newSequenceIterator(vm, object)
    return vm.raise('TypeError', `'${typeName(object)}' object is not iterable`)
  }
  const iterator = slots.__iter__(vm, object)
  if (isIterator(iterator)) return iterator
  try {
    return vm.raise('TypeError', `iter() returned non-iterator of type '${typeName(iterator)}'`)
  } finally {
    release(iterator)
  }
}

export function isIterator(object: PyObject): boolean {
  return typeOf(object).slots.__next__ !== null
}

/** Whether the old protocol applies: `__getitem__` with indices from 0, and no dict. */
export function isSequence(vm: VM, object: PyObject): boolean {
  const type = typeOf(object)
  return type.slots.__getitem__ !== null && !type.isSubtype(vm.types.dict)
}

/** The next item; null when exhausted, also where the iterator raises StopIteration (`PyIter_Next`). */
export function getNext(vm: VM, iterator: PyObject): Own | null {
  try {
    return typeOf(iterator).slots.__next__!(vm, iterator)
  } catch (thrown) {
    if (!isRaise(thrown, vm.types.StopIteration)) throw thrown
    dropRaise(thrown)
    return null
  }
}

/** Lends each item to `body`; `false` from it ends the loop. `hinted` asks for the length first, for its side effects. */
export function eachItem(
  vm: VM,
  iterable: PyObject,
  body: (item: PyObject) => boolean | void,
  hinted = false,
): void {
  const iterator = getIter(vm, iterable)
  try {
    if (hinted) lengthHint(vm, iterable)
    for (;;) {
      const item = getNext(vm, iterator)
      if (item === null) return
      try {
        if (body(item) === false) return
      } finally {
        release(item)
      }
    }
  } finally {
    release(iterator)
  }
}

/** A tuple of all items; an exact tuple is that itself (`PySequence_Tuple`). */
export function toTuple(vm: VM, iterable: PyObject): Own<PyTuple> {
  const type = typeOf(iterable)
  if (type === vm.types.tuple) return newRef(iterable as PyTuple)
  if (type === vm.types.list) return newTuple(vm, (iterable as PyList).items.map(newRef))
  return lend(getIter(vm, iterable), (iterator) => {
    const tuple = new TupleInMaking(vm, lengthHint(vm, iterable, 10))
    try {
      for (let item = getNext(vm, iterator); item !== null; item = getNext(vm, iterator)) tuple.append(item)
      return tuple.finish()
    } catch (thrown) {
      tuple.abort()
      throw thrown
    }
  })
}

/** All items, owned by the caller (`PySequence_List`). */
export function toArray(vm: VM, iterable: PyObject): Held[] {
  const type = typeOf(iterable)
  if (type === vm.types.list || type === vm.types.tuple) {
    return (iterable as PyList | PyTuple).items.map(newRef)
  }
  const items: Held[] = []
  if (copyItems(vm, iterable, items)) return items
  try {
    const iterator = getIter(vm, iterable)
    try {
      // Asked for its side effects too, as CPython does before the first item.
      lengthHint(vm, iterable)
      for (;;) {
        const item = getNext(vm, iterator)
        if (item === null) return items
        vm.heap.charge(0)
        items.push(item)
      }
    } finally {
      release(iterator)
    }
  } catch (thrown) {
    releaseAll(items)
    throw thrown
  }
}

/** Sets, dicts and their views are copied without an iterator (`list_extend`); false for anything else. */
function copyItems(vm: VM, iterable: PyObject, items: Held[]): boolean {
  const { types } = vm
  const type = typeOf(iterable)
  const isSet = type === types.set || type === types.frozenset
  if (isSet) (iterable as PySet).each((item) => void items.push(newRef(item)))
  else if (type === types.dict) (iterable as PyDict).each((key) => void items.push(newRef(key)))
  else if (iterable instanceof PyDictView) {
    const { mapping, part } = iterable
    mapping.each((key, value) => {
      if (part === 'item') items.push(newTuple(vm, [newRef(key), newRef(value)]))
      else items.push(newRef(part === 'key' ? key : value))
    })
  } else return false
  return true
}

/**
 * As `toArray`, but by an iterator: it is the iterator that is asked for its length. A TypeError of `iter()` is
 * replaced by one with this message (`PySequence_Fast`).
 */
export function toFastArray(vm: VM, iterable: PyObject, message: string): Held[] {
  const type = typeOf(iterable)
  if (type === vm.types.list || type === vm.types.tuple) return toArray(vm, iterable)
  const iterator =
    unlessRaised(vm.types.TypeError, () => getIter(vm, iterable)) ?? vm.raise('TypeError', message)
  try {
    return toArray(vm, iterator)
  } finally {
    release(iterator)
  }
}

/** `operator.length_hint(object, 8)` as far as its effects go: `__len__`, else `__length_hint__`. */
export function lengthHint(vm: VM, object: PyObject, fallback = 8): number {
  const { slots } = typeOf(object)
  if (slots.__len__ !== null) {
    const length = unlessRaised(vm.types.TypeError, () => slots.__len__!(vm, object))
    if (length !== null) return length
  }
  const hint = unlessRaised(vm.types.TypeError, () => callBoundSpecial(vm, object, '__length_hint__', []))
  if (hint === null) return fallback
  try {
    if (hint === vm.NotImplemented) return fallback
    if (!(hint instanceof PyInt)) {
      return vm.raise('TypeError', `__length_hint__ must be an integer, not ${typeName(hint)}`)
    }
    const value = toIndex(vm, hint, 'OverflowError')
    if (value < 0) return vm.raise('ValueError', '__length_hint__() should return >= 0')
    return value
  } finally {
    release(hint)
  }
}
