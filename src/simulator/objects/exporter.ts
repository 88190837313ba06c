/**
 * `PyExporter`: an object whose bytes others may view and write to, as `bytearray` and `array.array`. What has views
 * may not change its size. As `PyBufferProcs` of `Include/cpython/object.h`.
 */
import { PyObject } from '../heap/object.ts'

export abstract class PyExporter extends PyObject {
  /** The bytes as they are now. */
  abstract readonly bytes: Uint8Array
  /** Views that forbid a change of size. */
  exports = 0

  /** What its items are, as a letter of `struct` where that has one, and bytes of each. */
  get itemFormat(): string {
    return 'B'
  }

  get itemSize(): number {
    return 1
  }

  get isReadOnly(): boolean {
    return false
  }

  /** Its last view has gone, or one of them. */
  endExport(): void {
    this.exports--
  }
}
