/**
 * Buffers of classes written in Python: what `__buffer__` returned is kept until the last view of it goes, then
 * `__release_buffer__` is called. As `slot_bf_getbuffer` of `Objects/typeobject.c` (PEP 688).
 */
import type { HeapType, PyObject, Visit } from '../heap/object.ts'
import type { Held, Own } from '../heap/reference.ts'
import { lend, newRef, release, releaseMaybe } from '../heap/reference.ts'
import { tracked } from './allocate.ts'
import { defineType } from './declare/type.ts'
import { PyExporter } from './exporter.ts'
import { newInt } from './int.ts'
import { newView, PyMemoryView } from './memoryview.ts'
import { callSpecialMaybe } from './protocols/calls.ts'
import type { VM } from './vm.ts'

/** `PyBUF_FULL_RO`: what a view asks for. */
const FULL_RO = 284

class PyBufferWrapper extends PyExporter {
  readonly vm: VM
  view: Held<PyMemoryView> | null
  object: Held | null

  constructor(vm: VM, type: HeapType, view: Own<PyMemoryView>, object: Own) {
    super(type)
    this.vm = vm
    this.view = view
    this.object = object
  }

  get bytes(): Uint8Array {
    return this.view?.toBytes() ?? new Uint8Array()
  }

  override get itemFormat(): string {
    return this.view?.layout.format ?? 'B'
  }

  override get itemSize(): number {
    return this.view?.layout.itemsize ?? 1
  }

  override get isReadOnly(): boolean {
    return this.view?.layout.readonly ?? true
  }

  override endExport(): void {
    super.endExport()
    const { vm, view, object } = this
    if (view === null || object === null) return
    if (!view.isReleased && (view.source as PyObject | null) !== object) {
      try {
        releaseMaybe(callSpecialMaybe(vm, object, '__release_buffer__', [view]))
      } catch (thrown) {
        vm.unraisable(thrown, object)
      }
    }
    this.clear()
  }

  override traverse(visit: Visit): void {
    if (this.view !== null) visit(this.view, 'mv')
    if (this.object !== null) visit(this.object, 'obj')
  }

  override clear(): void {
    const { view, object } = this
    this.view = null
    this.object = null
    releaseMaybe(view)
    releaseMaybe(object)
  }
}

export const bufferWrapperSpec = defineType(PyBufferWrapper, '_buffer_wrapper', null, {
  basicsize: 32,
  container: true,
  noInstantiation: true,
  slots: {},
})

/** A view of what an object's `__buffer__` returns; null where its class has none. */
export function newViewByMethod(vm: VM, object: PyObject): Own<PyMemoryView> | null {
  const view = lend(newInt(vm, FULL_RO), (flags) => callSpecialMaybe(vm, object, '__buffer__', [flags]))
  if (view === null) return null
  if (!(view instanceof PyMemoryView)) {
    release(view)
    return vm.raise('TypeError', '__buffer__ returned non-memoryview object')
  }
  const wrapper = new PyBufferWrapper(
    vm,
    vm.typeFor(bufferWrapperSpec),
    view as Own<PyMemoryView>,
    newRef(object),
  )
  return lend(tracked(vm, wrapper), (each) => newView(vm, each))
}
