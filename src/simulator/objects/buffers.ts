/** Objects whose bytes others may read (the buffer protocol, as far as it goes here). */
import type { PyObject } from '../heap/object.ts'
import { PyByteArray } from './bytearray.ts'
import { PyBytes } from './bytes.ts'
import { PyMemoryView } from './memoryview.ts'

/** The bytes of a bytes-like object, not to be changed; null for anything else. */
export function bytesOf(object: PyObject): Uint8Array | null {
  if (object instanceof PyBytes) return object.value
  if (object instanceof PyByteArray) return object.bytes
  if (object instanceof PyMemoryView) return object.toBytes()
  return null
}
