/** `PyByteArray`: a mutable sequence of bytes. Methods are in `bytearray-type.ts`. As `Objects/bytearrayobject.c`. */
import type { HeapType } from '../heap/object.ts'
import { PyObject } from '../heap/object.ts'

export class PyByteArray extends PyObject {
  bytes: Uint8Array
  /** Views that forbid a change of size. */
  exports = 0

  constructor(type: HeapType, bytes: Uint8Array) {
    super(type)
    this.bytes = bytes
    type.heap.charge(bytes.length)
  }

  /** Puts other bytes in the place of those that are there. */
  replace(bytes: Uint8Array): void {
    this.type.heap.charge(bytes.length - this.bytes.length)
    this.bytes = bytes
  }

  override dealloc(): void {
    this.type.heap.charge(-this.bytes.length)
  }

  override get usesTrashcan(): boolean {
    return false
  }
}
