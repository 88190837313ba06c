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

  /** To be called after the number of items has changed: over-allocates as `list_resize` does. */
  resized(): void {
    const { length } = this.items
    const { allocated } = this
    if (length <= allocated && length >= allocated >> 1) return
    let grown = (length + (length >> 3) + 6) & ~3
    if (length - allocated > grown - length) grown = (length + 3) & ~3
    if (length === 0) grown = 0
    this.allocated = grown
    this.type.heap.charge(8 * (grown - allocated))
  }

  override traverse(visit: Visit): void {
    const { items } = this
    for (let i = items.length - 1; i >= 0; i--) visit(items[i]!, i)
  }

  override clear(): void {
    const { items } = this
    if (items.length === 0 && this.allocated === 0) return
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
