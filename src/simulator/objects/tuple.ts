/** `PyTuple`: a tuple and what it holds. Methods are in `tuple-type.ts`. As `Objects/tupleobject.c`. */
import type { HeapType, Visit } from '../heap/object.ts'
import { GC_ATOMIC, GC_TRACKED, PyObject } from '../heap/object.ts'
import type { Held, Own } from '../heap/reference.ts'
import { newRef, releaseAll, releaseBackwards } from '../heap/reference.ts'
import type { VM } from './vm.ts'

export class PyTuple extends PyObject {
  /** Never written to once the tuple is in use. */
  declare items: readonly Held[]

  /** Takes the items over. */
  constructor(type: HeapType, items: readonly Held[]) {
    super(type, type.basicsize + 16 + 8 * items.length)
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
