/** `PyList`: a list and what it holds. Methods are in `list-type.ts`. As `Objects/listobject.c`. */
import type { HeapType, Visit } from '../heap/object.ts'
import { PyObject } from '../heap/object.ts'
import type { Held, Own } from '../heap/reference.ts'
import { releaseBackwards } from '../heap/reference.ts'
import type { VM } from './vm.ts'

export class PyList extends PyObject {
  declare items: Held[]
  /** Places that CPython would have allocated: `sys.getsizeof` and the memory limit see it. */
  declare allocated: number

  /** Takes the items over. */
  constructor(type: HeapType, items: Held[]) {
    super(type)
    this.items = items
    this.allocated = items.length
    if (items.length > 0) type.heap.charge(8 * items.length)
  }

  /**
   * To be called after the number of items has changed from `before` (or to cut a reserve back, with the number
   * as it is): over-allocates as `list_resize` does.
   */
  resized(before: number): void {
    const { length } = this.items
    const { allocated } = this
    if (length <= allocated && length >= allocated >> 1) return
    let grown = (length + (length >> 3) + 6) & ~3
    if (length - before > grown - length) grown = (length + 3) & ~3
    if (length === 0) grown = 0
    this.allocated = grown
    this.type.heap.charge(8 * (grown - allocated))
  }

  /** Makes room in a list that has none yet: an even number of places (`list_preallocate_exact`). */
  preallocate(count: number): void {
    this.allocated = (count + 1) & ~1
    this.type.heap.charge(8 * this.allocated)
  }

  /** Makes room for `count` more items than there are. */
  reserve(count: number): void {
    const needed = this.items.length + count
    if (needed <= this.allocated && needed >= this.allocated >> 1) return
    let grown = (needed + (needed >> 3) + 6) & ~3
    if (count > grown - needed) grown = (needed + 3) & ~3
    this.type.heap.charge(8 * (grown - this.allocated))
    this.allocated = grown
  }

  override traverse(visit: Visit): void {
    const { items } = this
    for (let i = items.length - 1; i >= 0; i--) visit(items[i]!, i)
  }

  override clear(): void {
    const { items } = this
    if (items.length === 0 && this.allocated <= 0) return
    this.items = []
    this.type.heap.charge(-8 * this.allocated)
    this.allocated = 0
    releaseBackwards(items)
  }
}

/** A list that takes the items over. */
export function newList(vm: VM, items: Held[]): Own<PyList> {
  const list = new PyList(vm.types.list, items) as Own<PyList>
  vm.heap.collector.track(list)
  return list
}
