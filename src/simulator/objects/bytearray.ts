/**
 * `PyByteArray`: a mutable sequence of bytes. Methods are in `bytearray-type.ts`. As `Objects/bytearrayobject.c`.
 *
 * Only `sys.getsizeof` and `__alloc__` show how much room an array has: more than its bytes need once it has grown,
 * and what was cut off at the front stays until the next change of room.
 */
import type { HeapType } from '../heap/object.ts'
import { PyExporter } from './exporter.ts'

export class PyByteArray extends PyExporter {
  bytes: Uint8Array
  /** Room for bytes, with one for a null behind them; 0 for none. */
  allocated: number
  /** How much of the room is cut off at the front. */
  #cut = 0

  constructor(type: HeapType, bytes: Uint8Array) {
    super(type)
    this.bytes = bytes
    this.allocated = bytes.length === 0 ? 0 : bytes.length + 1
    type.heap.charge(bytes.length)
  }

  /** Puts other bytes in the place of those that are there, of which `cut` went at the front. */
  replace(bytes: Uint8Array, cut = 0): void {
    this.type.heap.charge(bytes.length - this.bytes.length)
    this.#cut += cut
    if (bytes.length !== this.bytes.length) this.#makeRoom(bytes.length)
    this.bytes = bytes
  }

  #makeRoom(size: number): void {
    if (size + this.#cut + 1 <= this.allocated) {
      if (size >= Math.floor(this.allocated / 2)) return
      this.allocated = size + 1
    } else if (size <= this.allocated * 1.125) this.allocated = size + (size >> 3) + (size < 9 ? 3 : 6)
    else this.allocated = size + 1
    this.#cut = 0
  }

  override dealloc(): void {
    this.type.heap.charge(-this.bytes.length)
  }

  override get usesTrashcan(): boolean {
    return false
  }
}
