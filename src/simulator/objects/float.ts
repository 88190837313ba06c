/** `PyFloat`: a Python float, a double. Methods are in `float-type.ts`. As `Objects/floatobject.c`. */
import type { HeapType } from '../heap/object.ts'
import { PyObject } from '../heap/object.ts'
import type { Own } from '../heap/reference.ts'
import type { VM } from './vm.ts'

export class PyFloat extends PyObject {
  declare readonly value: number

  constructor(type: HeapType, value: number) {
    super(type)
    this.value = value
  }

  override get usesTrashcan(): boolean {
    return false
  }
}

export function newFloat(vm: VM, value: number): Own<PyFloat> {
  return new PyFloat(vm.types.float, value) as Own<PyFloat>
}
