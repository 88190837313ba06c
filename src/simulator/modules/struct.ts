/** `_struct`: values as bytes, by a format. As `Modules/_struct.c`. */
import { type HeapType, PyObject, type Visit } from '../heap/object.ts'
import type { Held, Own } from '../heap/reference.ts'
import { newRef, release } from '../heap/reference.ts'
import { tracked } from '../objects/allocate.ts'
import { bytesOf, writableBytesOf } from '../objects/buffers.ts'
import { newBytes, PyBytes } from '../objects/bytes.ts'
import { defineModule, fn, rawFn } from '../objects/declare/module.ts'
import { defineType, getset, methodsOf, rawMethod } from '../objects/declare/type.ts'
import { newInt } from '../objects/int.ts'
import { visitOwnType } from '../objects/own-type.ts'
import { toIndex } from '../objects/protocols/numbers.ts'
import { toRepr } from '../objects/protocols/text.ts'
import { newStr, PyStr } from '../objects/str.ts'
import { typeName } from '../objects/type.ts'
import type { VM } from '../objects/vm.ts'
import { refuseKeywords } from './arguments.ts'
import { type Layout, newUnpacked, packInto, readLayout, structError } from './struct/packing.ts'

function formatText(vm: VM, format: PyObject): string {
  if (format instanceof PyStr) return format.value
  if (format instanceof PyBytes) return String.fromCharCode(...format.value)
  return vm.raise('TypeError', `Struct() argument 1 must be a str or bytes object, not ${typeName(format)}`)
}

function newPacked(vm: VM, layout: Layout, values: readonly PyObject[]): Own {
  checkCount(vm, 'pack', layout, values.length)
  const bytes = new Uint8Array(layout.size)
  packInto(vm, layout, bytes, 0, values)
  return newBytes(vm, bytes)
}

function checkCount(vm: VM, func: string, { count }: Layout, given: number): void {
  if (given !== count) structError(vm, `${func} expected ${count} items for packing (got ${given})`)
}

function readable(vm: VM, buffer: PyObject): Uint8Array {
  return (
    bytesOf(buffer) ?? vm.raise('TypeError', `a bytes-like object is required, not '${typeName(buffer)}'`)
  )
}

function unpack(vm: VM, layout: Layout, buffer: PyObject): Own {
  const bytes = readable(vm, buffer)
  if (bytes.length !== layout.size) return structError(vm, `unpack requires a buffer of ${layout.size} bytes`)
  return newUnpacked(vm, layout, bytes, 0)
}

/** A place in a buffer from which there is room enough. */
function placeIn(
  vm: VM,
  func: string,
  verb: string,
  { size }: Layout,
  length: number,
  offset: number,
): number {
  let at = offset
  if (at < 0) {
    const lack = verb === 'pack' ? 'no space' : 'not enough data'
    if (at + size > 0) structError(vm, `${lack} to ${verb} ${size} bytes at offset ${offset}`)
    if (at + length < 0) structError(vm, `offset ${offset} out of range for ${length}-byte buffer`)
    at += length
  }
  if (length - at < size) {
    structError(
      vm,
      `${func} requires a buffer of at least ${at + size} bytes for ${verb}ing ${size} bytes at offset ${at} (actual buffer size is ${length})`,
    )
  }
  return at
}

function unpackFrom(vm: VM, layout: Layout, buffer: PyObject, offset: number): Own {
  const bytes = readable(vm, buffer)
  return newUnpacked(vm, layout, bytes, placeIn(vm, 'unpack_from', 'unpack', layout, bytes.length, offset))
}

function packAt(vm: VM, layout: Layout, buffer: PyObject, offset: number, values: readonly PyObject[]): Own {
  const bytes = writableBytesOf(buffer)
  if (bytes === null)
    return vm.raise('TypeError', `argument must be read-write bytes-like object, not ${typeName(buffer)}`)
  checkCount(vm, 'pack_into', layout, values.length)
  const at = placeIn(vm, 'pack_into', 'pack', layout, bytes.length, offset)
  packInto(vm, layout, bytes, at, values)
  return newRef(vm.None)
}

class PyUnpackIterator extends PyObject {
  readonly layout: Layout
  readonly bytes: Uint8Array
  at = 0

  constructor(type: HeapType, layout: Layout, bytes: Uint8Array) {
    super(type)
    this.layout = layout
    this.bytes = bytes
  }

  override traverse(visit: Visit): void {
    visitOwnType(this, visit)
  }
}

const unpackIteratorSpec = defineType(PyUnpackIterator, '_struct.unpack_iterator', null, {
  basicsize: 48,
  container: true,
  noInstantiation: true,
  slots: {
    __iter__: (_vm, self) => newRef(self),
    __next__: (vm, self) => {
      const { layout, bytes, at } = self
      if (at >= bytes.length) return null
      self.at += layout.size
      return newUnpacked(vm, layout, bytes, at)
    },
  },
  methods: [
    methodsOf<PyUnpackIterator>()(
      '__length_hint__(self, /) -> ssize_t',
      'How many are left.',
      (_vm, { bytes, at, layout }) => (bytes.length - at) / layout.size,
    ),
  ],
})

function iterUnpack(vm: VM, layout: Layout, buffer: PyObject): Own {
  const bytes = readable(vm, buffer)
  if (layout.size === 0) return structError(vm, 'cannot iteratively unpack with a struct of length 0')
  if (bytes.length % layout.size !== 0)
    return structError(vm, `iterative unpacking requires a buffer of a multiple of ${layout.size} bytes`)
  return tracked(
    vm,
    new PyUnpackIterator(vm.typeFor(unpackIteratorSpec), layout, bytes.slice()),
  ) as unknown as Own
}

class PyStruct extends PyObject {
  format: Held<PyStr>
  layout: Layout

  constructor(type: HeapType, format: Own<PyStr>, layout: Layout) {
    super(type)
    this.format = format
    this.layout = layout
  }

  override traverse(visit: Visit): void {
    visitOwnType(this, visit)
  }

  override hidden(visit: Visit): void {
    visit(this.format, 'format')
  }

  override dealloc(): void {
    release(this.format)
  }
}

const method = methodsOf<PyStruct>()

const structSpec = defineType(PyStruct, '_struct.Struct(format)', 'A format, read once.', {
  basicsize: 56,
  subclassable: true,
  container: true,
  hasWeakrefs: true,
  slots: {
    __new__: (vm, cls, args, kwnames) => {
      const [format] = args
      if (args.length !== 1 || format === undefined)
        return vm.raise('TypeError', "Struct() missing required argument 'format' (pos 1)")
      if (kwnames !== null && kwnames.length > 0 && kwnames[0]!.value !== 'format')
        return vm.raise('TypeError', `Struct() got an unexpected keyword argument '${kwnames[0]!.value}'`)
      const text = formatText(vm, format)
      return tracked(vm, new PyStruct(cls, newStr(vm, text), readLayout(vm, text))) as unknown as Own
    },
    __repr__: (vm, self) => newStr(vm, `${typeName(self).split('.').at(-1)}(${toRepr(vm, self.format)})`),
  },
  getset: [
    getset('format', 'The format.', (_vm, self) => newRef(self.format)),
    getset('size', 'Bytes of what it packs.', (vm, self) => newInt(vm, self.layout.size)),
  ],
  methods: [
    rawMethod<PyStruct>('pack(self, /, *values) -> object', 'Values as bytes.', (vm, self, args, kwnames) => {
      refuseKeywords(vm, 'Struct.pack', kwnames)
      return newPacked(vm, self.layout, args)
    }),
    rawMethod<PyStruct>(
      'pack_into(self, /, buffer, offset, *values) -> object',
      'Values into a buffer.',
      (vm, self, args, kwnames) => {
        refuseKeywords(vm, 'Struct.pack_into', kwnames)
        const [buffer, offset, ...values] = args
        if (buffer === undefined) return vm.raise('TypeError', 'pack_into expected buffer argument')
        if (offset === undefined) return vm.raise('TypeError', 'pack_into expected offset argument')
        return packAt(vm, self.layout, buffer, toIndex(vm, offset, 'IndexError'), values)
      },
    ),
    method('unpack(self, buffer, /) -> object', 'The values in bytes.', (vm, self, buffer) =>
      unpack(vm, self.layout, buffer),
    ),
    method(
      'unpack_from(self, /, buffer, offset: ssize_t = 0) -> object',
      'The values somewhere in bytes.',
      (vm, self, buffer, offset) => unpackFrom(vm, self.layout, buffer, offset),
    ),
    method('iter_unpack(self, buffer, /) -> object', 'One after another.', (vm, self, buffer) =>
      iterUnpack(vm, self.layout, buffer),
    ),
  ],
})

const layoutOf = (vm: VM, format: PyObject): Layout => readLayout(vm, formatText(vm, format))

export const structModule = defineModule('_struct', 'Values as bytes.', {
  functions: [
    fn(
      'calcsize(format, /) -> ssize_t',
      'Bytes of what a format packs.',
      (vm, format) => layoutOf(vm, format).size,
    ),
    rawFn('pack(format, /, *values) -> object', 'Values as bytes.', (vm, args, kwnames) => {
      refuseKeywords(vm, '_struct.pack', kwnames)
      const [format, ...values] = args
      if (format === undefined) return vm.raise('TypeError', 'missing format argument')
      return newPacked(vm, layoutOf(vm, format), values)
    }),
    rawFn(
      'pack_into(format, buffer, offset, /, *values) -> object',
      'Values into a buffer.',
      (vm, args, kwnames) => {
        refuseKeywords(vm, '_struct.pack_into', kwnames)
        const [format, buffer, offset, ...values] = args
        if (format === undefined) return vm.raise('TypeError', 'missing format argument')
        if (buffer === undefined) return vm.raise('TypeError', 'pack_into expected buffer argument')
        if (offset === undefined) return vm.raise('TypeError', 'pack_into expected offset argument')
        return packAt(vm, layoutOf(vm, format), buffer, toIndex(vm, offset, 'IndexError'), values)
      },
    ),
    fn('unpack(format, buffer, /) -> object', 'The values in bytes.', (vm, format, buffer) =>
      unpack(vm, layoutOf(vm, format), buffer),
    ),
    fn(
      'unpack_from(format, /, buffer, offset: ssize_t = 0) -> object',
      'The values somewhere in bytes.',
      (vm, format, buffer, offset) => unpackFrom(vm, layoutOf(vm, format), buffer, offset),
    ),
    fn('iter_unpack(format, buffer, /) -> object', 'One after another.', (vm, format, buffer) =>
      iterUnpack(vm, layoutOf(vm, format), buffer),
    ),
    fn('_clearcache()', 'Does nothing: formats are not kept.', () => {}),
  ],
  types: { Struct: structSpec },
})
