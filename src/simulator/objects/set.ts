/**
 * `PySet`: a set or frozenset over a `SetTable`, and the operations that other code uses on it. Methods are
 * in `set-type.ts`. As `Objects/setobject.c`.
 */
import type { HeapType, Visit } from '../heap/object.ts'
import { PyObject } from '../heap/object.ts'
import type { Held, Own } from '../heap/reference.ts'
import { newRef, release } from '../heap/reference.ts'
import { hashOf, isSame } from './protocols/comparison.ts'
import { isExactStr, type PyStr } from './str.ts'
import { MISSING } from './tables/dict-table.ts'
import type { Hash } from './tables/hash.ts'
import { SetTable } from './tables/set-table.ts'
import type { VM } from './vm.ts'

export class PySet extends PyObject {
  table = new SetTable<PyObject>()
  /** A frozenset's hash, once computed. */
  hash: Hash | null = null

  constructor(type: HeapType) {
    super(type)
  }

  get count(): number {
    return this.table.size
  }

  /** Lends each item in order; nothing in `body` may change the set. */
  each(body: (item: PyObject) => void): void {
    const { table } = this
    for (let at = table.next(0); at !== MISSING; at = table.next(at + 1)) body(table.keyAt(at))
  }

  override traverse(visit: Visit): void {
    if (this.dict !== null && !this.type.addsStorage) visit(this.dict, '__dict__')
    this.each((item) => visit(item, 'item'))
  }

  override clear(): void {
    const old = this.table.detach()
    for (let at = old.next(0); at !== MISSING; at = old.next(at + 1)) release(old.keyAt(at) as Held)
  }
}

/** An empty set. */
export function newSet(vm: VM): Own<PySet> {
  const set = new PySet(vm.types.set) as Own<PySet>
  vm.heap.collector.track(set)
  return set
}

/** An empty frozenset, to be filled by its maker before anyone else sees it. */
export function newFrozenset(vm: VM): Own<PySet> {
  const set = new PySet(vm.types.frozenset) as Own<PySet>
  vm.heap.collector.track(set)
  return set
}

/** The hash of an item. Raises TypeError for what is not hashable. */
export function itemHash(vm: VM, item: PyObject): Hash {
  return isExactStr(vm, item) ? item.hash : hashOf(vm, item)
}

/** How stored items are compared with `item`; the stored one is kept alive meanwhile. */
function storedEqual(vm: VM): (stored: PyObject, item: PyObject) => boolean {
  return (stored, item) => {
    if (isExactStr(vm, stored) && isExactStr(vm, item))
      return (stored as PyStr).value === (item as PyStr).value
    const kept = newRef(stored)
    try {
      return isSame(vm, stored, item)
    } finally {
      release(kept)
    }
  }
}

/** How items are compared where `item` is about to be stored, or comes from a set: both are kept alive meanwhile. */
export function itemsEqual(vm: VM): (stored: PyObject, item: PyObject) => boolean {
  const equal = storedEqual(vm)
  return (stored, item) => {
    const kept = newRef(item)
    try {
      return equal(stored, item)
    } finally {
      release(kept)
    }
  }
}

/** Adds an item (borrowed), whose hash may be known from another table; false when an equal one was there. */
export function addItem(vm: VM, set: PySet, item: PyObject, hash: Hash | null = null): boolean {
  if (!set.table.add(item, hash ?? itemHash(vm, item), itemsEqual(vm))) return false
  newRef(item)
  return true
}

/** Whether an equal item is in the set. */
export function hasItem(vm: VM, set: PySet, item: PyObject): boolean {
  return set.table.has(item, itemHash(vm, item), storedEqual(vm))
}

/** Removes an equal item; false when there was none. */
export function discardItem(vm: VM, set: PySet, item: PyObject): boolean {
  const removed = set.table.discard(item, itemHash(vm, item), storedEqual(vm))
  if (removed === undefined) return false
  release(removed as Held)
  return true
}
