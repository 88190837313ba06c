/**
 * `PyModule`: a module and its namespace. As `Objects/moduleobject.c`.
 */
import type { HeapType, Visit } from '../heap/object.ts'
import { PyObject } from '../heap/object.ts'
import type { Held, Own } from '../heap/reference.ts'
import { newRef, releaseMaybe } from '../heap/reference.ts'
import { newDict, type PyDict } from './dict.ts'
import { newStr } from './str.ts'
import type { VM } from './vm.ts'

export class PyModule extends PyObject {
  /** `__dict__`; null only while a subclass instance is not yet initialised. */
  get namespace(): PyDict {
    return this.dict as unknown as PyDict
  }

  constructor(type: HeapType, namespace: Own<PyDict>) {
    super(type)
    this.dict = namespace
  }

  override traverse(visit: Visit): void {
    if (this.dict !== null) visit(this.dict, '__dict__')
  }

  override clear(): void {
    const dict = this.dict as Held | null
    this.dict = null
    releaseMaybe(dict)
  }
}

/** A module with the five names that every module has. */
export function newModule(vm: VM, name: string, doc: string | null): Own<PyModule> {
  const namespace = newDict(vm)
  namespace.putStr(vm, '__name__', newStr(vm, name))
  namespace.putStr(vm, '__doc__', doc === null ? newRef(vm.None) : newStr(vm, doc))
  namespace.putStr(vm, '__package__', newRef(vm.None))
  namespace.putStr(vm, '__loader__', newRef(vm.None))
  namespace.putStr(vm, '__spec__', newRef(vm.None))
  const module = new PyModule(vm.types.module, namespace) as Own<PyModule>
  vm.heap.collector.track(module)
  return module
}
