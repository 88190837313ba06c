/** Objects whose bytes others may read or write (the buffer protocol, as built-in types use it). */
import type { PyObject } from '../heap/object.ts'
import { PyBytes } from './bytes.ts'
import { PyExporter } from './exporter.ts'
import { isContiguous, PyMemoryView } from './memoryview.ts'

/** The bytes of a bytes-like object, not to be changed; null for anything else. */
export function bytesOf(object: PyObject): Uint8Array | null {
  if (object instanceof PyBytes) return object.value
  if (object instanceof PyExporter) return object.bytes
  if (object instanceof PyMemoryView) return object.toBytes()
  return null
}

/** The bytes of an object, to be written to; null where they cannot be. */
export function writableBytesOf(object: PyObject): Uint8Array | null {
  if (object instanceof PyExporter) return object.isReadOnly ? null : object.bytes
  if (!(object instanceof PyMemoryView)) return null
  const { layout } = object
  return layout.readonly || object.isReleased || !isContiguous(layout, 'C') ? null : object.toBytes()
}
