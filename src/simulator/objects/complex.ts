/** `PyComplex`: a complex number, two doubles. Methods are in `complex-type.ts`. As `Objects/complexobject.c`. */
import type { HeapType } from '../heap/object.ts'
import { PyObject } from '../heap/object.ts'
import type { Own } from '../heap/reference.ts'
import type { VM } from './vm.ts'

export class PyComplex extends PyObject {
  readonly real: number
  readonly imag: number

  constructor(type: HeapType, real: number, imag: number) {
    super(type)
    this.real = real
    this.imag = imag
  }

  override get usesTrashcan(): boolean {
    return false
  }
}

export function newComplex(vm: VM, real: number, imag: number): Own<PyComplex> {
  return new PyComplex(vm.types.complex, real, imag) as Own<PyComplex>
}
