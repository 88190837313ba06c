/**
 * `PyMemoryView`: a view of the bytes of another object, by dimensions: where the first item is, how many items each
 * dimension has and how far apart they are. Views of the same bytes share one `PyManagedBuffer`, which alone holds the
 * object; the last of them to be released gives it free. As `Objects/memoryobject.c`.
 */
import type { HeapType, Visit } from '../heap/object.ts'
import { GC_HEADER, PyObject } from '../heap/object.ts'
import type { Held, Own } from '../heap/reference.ts'
import { newRef, release } from '../heap/reference.ts'
import { tracked } from './allocate.ts'
import { PyBytes } from './bytes.ts'
import { PyExporter } from './exporter.ts'
import type { Hash } from './tables/hash.ts'
import type { VM } from './vm.ts'

/** Holds an object for all views of it. */
export class PyManagedBuffer extends PyObject {
  /** Null once the last view was released. */
  source: Held<PyBytes | PyExporter> | null
  readonly vm: VM
  /** Views that are not released. */
  views = 0

  constructor(vm: VM, type: HeapType, source: Own<PyBytes | PyExporter>) {
    super(type)
    this.vm = vm
    this.source = source
    if (source instanceof PyExporter) source.exports++
  }

  get bytes(): Uint8Array {
    const { source } = this
    return source === null ? new Uint8Array() : source instanceof PyBytes ? source.value : source.bytes
  }

  override traverse(visit: Visit): void {
    if (this.source !== null) visit(this.source, 'obj')
  }

  override clear(): void {
    const { source } = this
    this.source = null
    if (source === null) return
    if (source instanceof PyExporter) source.endExport()
    release(source)
  }
}

/** Which bytes are items, and how they lie. */
export interface ViewLayout {
  /** As the object gave it: a letter of `struct`, perhaps after an `@`. */
  readonly format: string
  readonly itemsize: number
  readonly readonly: boolean
  /** Where the first item begins. */
  readonly offset: number
  readonly shape: readonly number[]
  readonly strides: readonly number[]
}

export class PyMemoryView extends PyObject {
  buffer: Held<PyManagedBuffer> | null
  readonly layout: ViewLayout
  isReleased = false
  /** Kept, as the bytes of what can be hashed do not change. */
  hash: Hash | null = null

  constructor(type: HeapType, buffer: Own<PyManagedBuffer>, layout: ViewLayout) {
    super(type, type.basicsize + GC_HEADER + 24 * layout.shape.length)
    this.buffer = buffer
    this.layout = layout
    buffer.views++
  }

  get bytes(): Uint8Array {
    return this.buffer?.bytes ?? new Uint8Array()
  }

  /** What it shows; null once released. */
  get source(): PyBytes | PyExporter | null {
    return this.isReleased ? null : (this.buffer?.source ?? null)
  }

  /** Items of all dimensions. */
  get count(): number {
    return this.layout.shape.reduce((product, size) => product * size, 1)
  }

  get byteCount(): number {
    return this.count * this.layout.itemsize
  }

  /** `release()`; more than once does nothing more. */
  end(): void {
    if (this.isReleased) return
    this.isReleased = true
    const { buffer } = this
    if (buffer !== null && --buffer.views === 0) {
      buffer.type.heap.collector.untrack(buffer)
      buffer.clear()
    }
  }

  override traverse(visit: Visit): void {
    if (this.buffer !== null) visit(this.buffer, 'buffer')
  }

  override clear(): void {
    this.end()
    const { buffer } = this
    this.buffer = null
    if (buffer !== null) release(buffer)
  }

  /** Where each item begins, the last dimension running fastest. */
  places(): number[] {
    const { offset, shape, strides } = this.layout
    let places = [offset]
    shape.forEach((size, dimension) => {
      const stride = strides[dimension]!
      places = places.flatMap((place) => Array.from({ length: size }, (_, i) => place + i * stride))
    })
    return places
  }

  /** Its items one after the other, as they are or as a copy; not to be changed. Raises ValueError once released. */
  toBytes(): Uint8Array {
    if (this.isReleased && this.buffer !== null) checkView(this.buffer.vm, this)
    const { bytes, layout } = this
    const { itemsize, offset } = layout
    if (isContiguous(layout, 'C')) return bytes.subarray(offset, offset + this.byteCount)
    const places = this.places()
    const copy = new Uint8Array(places.length * itemsize)
    places.forEach((place, i) => copy.set(bytes.subarray(place, place + itemsize), i * itemsize))
    return copy
  }
}

/** Strides of items that lie side by side, in C's order. */
export function denseStrides(shape: readonly number[], itemsize: number): number[] {
  const strides: number[] = new Array(shape.length)
  let stride = itemsize
  for (let i = shape.length - 1; i >= 0; i--) {
    strides[i] = stride
    stride *= shape[i]!
  }
  return strides
}

/** Whether its items lie side by side, the last dimension running fastest (C) or the first (F). */
export function isContiguous({ shape, strides, itemsize }: ViewLayout, order: 'C' | 'F'): boolean {
  if (shape.length === 0) return true
  if (shape.length === 1) return shape[0] === 1 || strides[0] === itemsize
  if (shape.includes(0)) return true
  let stride = itemsize
  for (let i = 0; i < shape.length; i++) {
    const dimension = order === 'C' ? shape.length - 1 - i : i
    if (shape[dimension] !== 1 && strides[dimension] !== stride) return false
    stride *= shape[dimension]!
  }
  return true
}

/** Another view of the bytes that a view shows. */
export function newViewLike(vm: VM, view: PyMemoryView, layout: ViewLayout): Own<PyMemoryView> {
  return tracked(vm, new PyMemoryView(vm.types.memoryview, newRef(view.buffer!), layout))
}

/** A first view of an object: all of its bytes. */
export function newView(vm: VM, source: PyBytes | PyExporter): Own<PyMemoryView> {
  const buffer = tracked(vm, new PyManagedBuffer(vm, vm.types.managedbuffer, newRef(source)))
  const isBytes = source instanceof PyBytes
  const itemsize = isBytes ? 1 : source.itemSize
  const layout = {
    format: isBytes ? 'B' : source.itemFormat,
    itemsize,
    readonly: isBytes || source.isReadOnly,
    offset: 0,
    shape: [(isBytes ? source.value : source.bytes).length / itemsize],
    strides: [itemsize],
  }
  return tracked(vm, new PyMemoryView(vm.types.memoryview, buffer, layout))
}

/** Raises ValueError for a view that was released. */
export function checkView(vm: VM, view: PyMemoryView): void {
  if (view.isReleased) vm.raise('ValueError', 'operation forbidden on released memoryview object')
}
