/**
 * `PyDict`: a dictionary over a `DictTable`, and the operations that other code uses on it. Methods and
 * views are in `dict-type.ts`. A dict whose table is an instance's inline values is *embedded*: the
 * instance owns and visits the values. It is tracked by the collector from the first value on that may be.
 * As `Objects/dictobject.c`.
 */
import type { HeapType, Visit } from '../heap/object.ts'
import { GC_ATOMIC, GC_TRACKED, PyObject } from '../heap/object.ts'
import type { Held, Own } from '../heap/reference.ts'
import { asOwn, newRef, release } from '../heap/reference.ts'
import { hashOf, isSame } from './protocols/comparison.ts'
import { isExactStr, newInterned, PyStr } from './str.ts'
import { DictTable, MISSING } from './tables/dict-table.ts'
import type { Hash } from './tables/hash.ts'
import { hashText } from './text/hash.ts'
import { mayBeTracked } from './tuple.ts'
import type { VM } from './vm.ts'

export type Table = DictTable<PyObject, PyObject>

/** What an embedded dict asks of its instance: the class's string for a new name, null if there is no room for it. */
export interface ValuesOwner {
  claim(name: PyStr): PyStr | null
  /** How many values there is room for. */
  readonly places: number
}

export class PyDict extends PyObject {
  declare table: Table
  /** The instance whose inline values the table is: keys are its class's, values its own. Not counted. */
  owner: ValuesOwner | null = null

  constructor(type: HeapType, table: Table = new DictTable()) {
    super(type)
    this.table = table
    this.gcState |= GC_ATOMIC
  }

  get size(): number {
    return this.table.size
  }

  get embedded(): boolean {
    return this.owner !== null
  }

  /** The value for a string key, borrowed; for names known to the simulator. Runs no Python code. */
  getStr(name: string): PyObject | null {
    const { table } = this
    if (table.size === 0) return null
    const at = table.find(
      name as never,
      hashText(name),
      (stored: PyObject) => stored instanceof PyStr && stored.value === name,
    )
    return at === MISSING ? null : table.valueAt(at)
  }

  /** Stores a value (stolen) under an interned name. */
  putStr(vm: VM, name: string, value: Own): void {
    const key = newInterned(vm, name)
    putItem(vm, this, key, value)
    release(key)
  }

  /** Removes a name; false when it was not there. */
  removeStr(name: string): boolean {
    const { table } = this
    const at = table.find(
      name as never,
      hashText(name),
      (stored: PyObject) => stored instanceof PyStr && stored.value === name,
    )
    if (at === MISSING) return false
    removeAt(this, at)
    return true
  }

  /** Lends each key and value in order; nothing in `body` may change the dict. */
  each(body: (key: PyObject, value: PyObject) => void): void {
    const { table } = this
    for (let at = table.next(0); at !== MISSING; at = table.next(at + 1))
      body(table.keyAt(at), table.valueAt(at))
  }

  override traverse(visit: Visit): void {
    if (this.embedded) return
    // Keys that are all strings cannot be part of a cycle.
    const { textOnly } = this.table
    this.each((key, value) => {
      visit(value, key)
      if (!textOnly) visit(key, 'key')
    })
  }

  override hidden(visit: Visit): void {
    if (!this.embedded && this.table.textOnly) this.each((key) => visit(key, 'key'))
  }

  override clear(): void {
    if (this.table.positions === 0) return
    releaseTable(this.table.detach(), this.embedded)
  }

  override dealloc(): void {
    const { strays } = this.type.heap
    if (strays.size > 0) strays.delete(this)
    // An embedded dict that dies before its instance leaves the values where they are.
    if (!this.embedded) releaseTable(this.table.detach(), false)
  }

  override untrackable(full: boolean): boolean {
    // Only exact dicts: what a subclass holds besides is not looked at here.
    if (!full || this.type.isHeapType || this.constructor !== PyDict) return false
    const { table } = this
    for (let at = table.next(0); at !== MISSING; at = table.next(at + 1)) {
      if (mayBeTracked(table.valueAt(at)) || mayBeTracked(table.keyAt(at))) return false
    }
    return true
  }
}

/** Releases keys and values entry by entry; keys of inline values belong to the class. */
export function releaseTable(table: Table, keysAreShared: boolean): void {
  for (let at = table.next(0); at !== MISSING; at = table.next(at + 1)) {
    const key = table.keyAt(at) as Held
    const value = table.valueAt(at) as Held
    if (!keysAreShared) release(key)
    release(value)
  }
}

/** An empty dict. */
export function newDict(vm: VM): Own<PyDict> {
  return new PyDict(vm.types.dict) as Own<PyDict>
}

/** Starts tracking a dict that now holds something that may be in a cycle (`MAINTAIN_TRACKING`). */
function maintainTracking(vm: VM, dict: PyDict, key: PyObject, value: PyObject): void {
  if ((dict.gcState & GC_TRACKED) === 0 && (mayBeTracked(key) || mayBeTracked(value))) {
    vm.heap.collector.track(dict)
  }
}

/** Where a key is in the table, or MISSING. Calls `__hash__` and `__eq__`. */
export function findKey(vm: VM, dict: PyDict, key: PyObject): number {
  return dict.table.find(key, hashKey(vm, key), keysEqual(vm, key))
}

/** As `findKey` for a key whose hash is known from another table: `__hash__` is not called again. */
export function findKeyHashed(vm: VM, dict: PyDict, key: PyObject, hash: Hash): number {
  return dict.table.find(key, hash, keysEqual(vm, key))
}

function hashKey(vm: VM, key: PyObject): Hash {
  return isExactStr(vm, key) ? key.hash : hashOf(vm, key)
}

function keysEqual(vm: VM, key: PyObject): (stored: PyObject, key: PyObject) => boolean {
  if (isExactStr(vm, key)) {
    return (stored, key) =>
      isExactStr(vm, stored) ? stored.value === (key as PyStr).value : isEqualKey(vm, stored, key)
  }
  return (stored, key) => isEqualKey(vm, stored, key)
}

/** Compares with the stored key kept alive meanwhile. */
function isEqualKey(vm: VM, stored: PyObject, key: PyObject): boolean {
  const kept = newRef(stored)
  try {
    return isSame(vm, stored, key)
  } finally {
    release(kept)
  }
}

/** The value of a key, borrowed; null where there is none. Its hash may be known. */
export function peekItem(vm: VM, dict: PyDict, key: PyObject, hash: Hash | null = null): PyObject | null {
  const at = dict.table.find(key, hash ?? hashKey(vm, key), keysEqual(vm, key))
  return at === MISSING ? null : dict.table.valueAt(at)
}

/** Stores a value (stolen) under a key (borrowed), whose hash may be known from another table. */
export function putItem(vm: VM, dict: PyDict, key: PyObject, value: Own, hash: Hash | null = null): void {
  if (dict.owner !== null) {
    const shared = isExactStr(vm, key) ? dict.owner.claim(key) : null
    if (shared === null) outgrow(dict)
    else key = shared
  }
  maintainTracking(vm, dict, key, value)
  const { table } = dict
  const isText = isExactStr(vm, key)
  // The key is counted before `__hash__` and `__eq__` run.
  const kept = newRef(key)
  let at: number
  try {
    at = table.findOrInsert(key, hash ?? hashKey(vm, key), value, isText, keysEqual(vm, key))
  } catch (thrown) {
    release(value)
    release(kept)
    throw thrown
  }
  if (at === MISSING) {
    if (dict.embedded) release(kept)
    return
  }
  const old = table.replaceAt(at, value) as Held
  release(old)
  release(kept)
}

/** The stored value for a key, or else `fallback` (borrowed) stored under it; borrowed (`dict.setdefault`). */
export function peekOrPutItem(vm: VM, dict: PyDict, key: PyObject, fallback: PyObject): PyObject {
  if (dict.embedded) {
    const at = findKey(vm, dict, key)
    if (at !== MISSING) return dict.table.valueAt(at)
    putItem(vm, dict, key, newRef(fallback))
    return fallback
  }
  const { table } = dict
  const at = table.findOrInsert(key, hashKey(vm, key), fallback, isExactStr(vm, key), keysEqual(vm, key))
  if (at !== MISSING) return table.valueAt(at)
  newRef(key)
  newRef(fallback)
  maintainTracking(vm, dict, key, fallback)
  return fallback
}

/** Removes the entry at a position and releases key and value. */
export function removeAt(dict: PyDict, at: number): void {
  const { table } = dict
  const key = table.keyAt(at) as Held
  const value = table.valueAt(at) as Held
  table.removeAt(at)
  // CPython lets the key go before the value.
  if (!dict.embedded) release(key)
  release(value)
}

/** Removes a key and returns its value; null where there is none. */
export function takeItem(vm: VM, dict: PyDict, key: PyObject, hash: Hash | null = null): Own | null {
  const at = dict.table.find(key, hash ?? hashKey(vm, key), keysEqual(vm, key))
  if (at === MISSING) return null
  const { table } = dict
  const stored = table.keyAt(at) as Held
  const value = asOwn(table.valueAt(at) as Held)
  table.removeAt(at)
  if (!dict.embedded) release(stored)
  return value
}

/** The class's names have no room for another key: the dict becomes an ordinary one, with a larger table. */
export function outgrow(dict: PyDict): void {
  unembed(dict)
  dict.table.grow()
}

/**
 * Makes an embedded dict an ordinary one that owns its entries. Its instance, which shares the table, sees
 * `embedded` false and leaves the values to the dict.
 */
export function unembed(dict: PyDict): void {
  dict.owner = null
  dict.each((key) => void newRef(key))
  if ((dict.gcState & GC_TRACKED) === 0) dict.type.heap.strays.add(dict)
}
