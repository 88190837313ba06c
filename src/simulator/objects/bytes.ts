/** `PyBytes`: an immutable sequence of bytes. Methods are in `bytes-type.ts`. As `Objects/bytesobject.c`. */
import type { HeapType } from '../heap/object.ts'
import { PyObject } from '../heap/object.ts'
import type { Own } from '../heap/reference.ts'
import { newRef } from '../heap/reference.ts'
import type { VM } from './vm.ts'

export class PyBytes extends PyObject {
  readonly value: Uint8Array

  constructor(type: HeapType, value: Uint8Array) {
    super(type, 33 + value.length)
    this.value = value
  }

  override get usesTrashcan(): boolean {
    return false
  }
}

/** A bytes object over `value`, which nobody else may change; without bytes or with one it is an immortal one. */
export function newBytes(vm: VM, value: Uint8Array): Own<PyBytes> {
  if (value.length === 0) return newRef(vm.emptyBytes)
  if (value.length === 1) return newRef(vm.singleBytes[value[0]!]!)
  return new PyBytes(vm.types.bytes, value) as Own<PyBytes>
}
