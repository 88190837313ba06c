/** `PyTuple`: a tuple and what it holds. Methods are in `tuple-type.ts`. As `Objects/tupleobject.c`. */
import type { HeapType, Visit } from '../heap/object.ts'
import { GC_ATOMIC, GC_HEADER, GC_TRACKED, PyObject } from '../heap/object.ts'
import type { Held, Own } from '../heap/reference.ts'
import { newRef, release, releaseAll, releaseBackwards } from '../heap/reference.ts'
import type { VM } from './vm.ts'

export class PyTuple extends PyObject {
  /** Never written to once the tuple is in use. */
  declare items: readonly Held[]

  /** Takes the items over; there may be `places` for more. */
  constructor(type: HeapType, items: readonly Held[], places: number = items.length) {
    super(type, sizeOfTuple(type, places))
    this.items = items
    this.gcState |= GC_ATOMIC
  }

  override traverse(visit: Visit): void {
    const { items } = this
    for (let i = items.length - 1; i >= 0; i--) visit(items[i]!, i)
  }

  override dealloc(): void {
    const { items } = this
    this.items = []
    releaseBackwards(items)
  }

  /** A tuple of things that cannot be in a cycle needs no watching. */
  override untrackable(full: boolean): boolean {
    return !full && !this.type.isHeapType && this.items.every((item) => !mayBeTracked(item))
  }
}

function sizeOfTuple(type: HeapType, places: number): number {
  return type.basicsize + GC_HEADER + 8 * places
}

/**
 * A tuple that is filled item by item, with places in advance; the number of items at the end decides its size
 * (`_PyTuple_Resize`).
 */
export class TupleInMaking {
  readonly #vm: VM
  #tuple: Own<PyTuple>
  #places: number
  #items: Held[] = []

  constructor(vm: VM, places: number) {
    this.#vm = vm
    this.#places = places
    this.#tuple = this.#make()
  }

  #make(): Own<PyTuple> {
    const { types, heap, emptyTuple } = this.#vm
    if (this.#places === 0) return newRef(emptyTuple)
    const made = new PyTuple(types.tuple, this.#items, this.#places) as Own<PyTuple>
    heap.collector.track(made)
    return made
  }

  /** Takes the item over. */
  append(item: Own): void {
    if (this.#items.length === this.#places) {
      const grown = this.#places + 10
      this.#resize(grown + (grown >> 2))
    }
    this.#items.push(item)
  }

  finish(): Own<PyTuple> {
    if (this.#items.length < this.#places) this.#resize(this.#items.length)
    return this.#tuple
  }

  abort(): void {
    release(this.#tuple)
  }

  #resize(places: number): void {
    const { heap } = this.#vm
    const wasEmpty = this.#places === 0
    this.#places = places
    if (wasEmpty || places === 0) {
      release(this.#tuple)
      this.#tuple = this.#make()
      return
    }
    heap.collector.untrack(this.#tuple)
    heap.resize(this.#tuple, sizeOfTuple(this.#tuple.type, places))
    heap.collector.track(this.#tuple)
  }
}

/** Whether an object is, or may become, tracked by the collector (`_PyObject_GC_MAY_BE_TRACKED`). */
export function mayBeTracked(object: PyObject): boolean {
  if (!object.type.isContainer) return false
  // Built-in types live for ever.
  if ((object as Partial<HeapType>).isHeapType === false) return false
  return !(object instanceof PyTuple) || object.type.isHeapType || (object.gcState & GC_TRACKED) !== 0
}

/**
 * For an iterator that hands one tuple out again and again (`di_result`, `en_result`): the tuple with other
 * items (taken over), the same one if the iterator alone holds it, else a new one.
 */
export function refillTuple(vm: VM, tuple: PyTuple, items: readonly Held[]): Own<PyTuple> {
  if (tuple.refcnt !== 1) return newTuple(vm, items)
  const old = tuple.items
  tuple.items = items
  vm.heap.collector.track(tuple)
  newRef(tuple)
  releaseAll(old)
  return tuple as Own<PyTuple>
}

/** A tuple that takes the items over; the empty one is immortal. */
export function newTuple(vm: VM, items: readonly Held[]): Own<PyTuple> {
  if (items.length === 0) return newRef(vm.emptyTuple)
  const tuple = new PyTuple(vm.types.tuple, items) as Own<PyTuple>
  vm.heap.collector.track(tuple)
  return tuple
}
