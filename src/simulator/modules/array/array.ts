/**
 * `PyArray`: numbers or characters of one type, side by side in bytes. Methods are in `array-type.ts`. How much room an
 * array has, `sys.getsizeof` shows: what it grows by is as in `array_resize` of `Modules/arraymodule.c`.
 */
import type { HeapType, PyObject, Visit } from '../../heap/object.ts'
import type { Own } from '../../heap/reference.ts'
import { releaseAll } from '../../heap/reference.ts'
import { tracked } from '../../objects/allocate.ts'
import { PyExporter } from '../../objects/exporter.ts'
import { visitOwnType } from '../../objects/own-type.ts'
import type { PyType } from '../../objects/type.ts'
import type { VM } from '../../objects/vm.ts'
import type { TypeCode } from './codes.ts'

export class PyArray extends PyExporter {
  readonly code: TypeCode
  /** The bytes of the items, and room for more. */
  #storage: Uint8Array
  /** How many items there are, and how many there is room for. */
  length: number
  allocated: number

  constructor(type: HeapType, code: TypeCode, length: number) {
    super(type)
    this.code = code
    this.length = length
    this.allocated = length
    this.#storage = new Uint8Array(length * code.size)
    type.heap.charge(this.#storage.length)
  }

  get bytes(): Uint8Array {
    return this.#storage.subarray(0, this.length * this.code.size)
  }

  override get itemFormat(): string {
    return this.code.isText ? 'w' : this.code.letter
  }

  override get itemSize(): number {
    return this.code.size
  }

  newItem(vm: VM, index: number): Own {
    return this.code.newItem(vm, this.#storage, index * this.code.size)
  }

  /** The items as objects, borrowed by `body`. */
  withItems<T>(vm: VM, body: (items: readonly PyObject[]) => T): T {
    const items = Array.from({ length: this.length }, (_, i) => this.newItem(vm, i))
    try {
      return body(items)
    } finally {
      releaseAll(items)
    }
  }

  resize(vm: VM, length: number): void {
    if (this.exports > 0 && length !== this.length)
      vm.raise('BufferError', 'cannot resize an array that is exporting buffers')
    if (this.allocated >= length && this.length < length + 16 && this.allocated > 0) {
      this.length = length
      return
    }
    this.allocated = length === 0 ? 0 : (length >> 4) + (this.length < 8 ? 3 : 7) + length
    const storage = new Uint8Array(this.allocated * this.code.size)
    storage.set(this.#storage.subarray(0, Math.min(length, this.length) * this.code.size))
    this.type.heap.charge(storage.length - this.#storage.length)
    this.#storage = storage
    this.length = length
  }

  /** Puts other items in the place of `count` items. */
  splice(vm: VM, start: number, count: number, inserted: Uint8Array): void {
    const { size } = this.code
    const after = this.bytes.slice((start + count) * size)
    const bytes = inserted.slice()
    this.resize(vm, this.length - count + bytes.length / size)
    this.#storage.set(bytes, start * size)
    this.#storage.set(after, start * size + bytes.length)
  }

  override traverse(visit: Visit): void {
    visitOwnType(this, visit)
  }

  override dealloc(): void {
    this.type.heap.charge(-this.#storage.length)
  }
}

export function newArray(vm: VM, type: PyType, code: TypeCode, bytes: Uint8Array): Own<PyArray> {
  const array = tracked(vm, new PyArray(type, code, bytes.length / code.size))
  array.bytes.set(bytes)
  return array
}
