/**
 * Making instances of a class that may be a Python subclass: what `tp_alloc` does beyond the constructor.
 */
import type { PyObject } from '../heap/object.ts'
import type { Own } from '../heap/reference.ts'
import type { VM } from './vm.ts'

/** Starts tracking a fresh instance if its type takes part in cycle collection, and hands it on. */
export function tracked<T extends PyObject>(vm: VM, object: T): Own<T> {
  if (object.type.isContainer) vm.heap.collector.track(object)
  return object as Own<T>
}
