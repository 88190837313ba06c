/**
 * `memoryview` over bytes and bytearrays, one-dimensional; items are bytes or, after `cast`, numbers of more bytes. As `Objects/memoryobject.c`.
 */
import type { HeapType, Visit } from '../heap/object.ts'
import { PyObject } from '../heap/object.ts'
import type { Held, Own } from '../heap/reference.ts'
import { newRef, release } from '../heap/reference.ts'
import { tracked } from './allocate.ts'
import { newBool } from './bool.ts'
import { PyByteArray } from './bytearray.ts'
import { newBytes, PyBytes } from './bytes.ts'
import { hexText } from './bytes-methods.ts'
import { EQ, NE } from './declare/slots.ts'
import { defineType, getset, methodsOf } from './declare/type.ts'
import { newFloat, PyFloat } from './float.ts'
import { newInt } from './int.ts'
import { newList } from './list.ts'
import { isTrue } from './protocols/comparison.ts'
import { isIndex, toBigInt, toDouble, toIndex } from './protocols/numbers.ts'
import { normalIndex } from './sequence-compare.ts'
import { PySlice, sliceItems, sliceRange } from './slice.ts'
import { newStr, PyStr } from './str.ts'
import { hashBytes } from './text/hash.ts'
import {
  nativeFormats,
  packFloat,
  packRange,
  packWhole,
  unpackFloat,
  unpackWhole,
} from './text/packed-numbers.ts'
import { newTuple } from './tuple.ts'
import { typeName } from './type.ts'
import type { VM } from './vm.ts'

export class PyMemoryView extends PyObject {
  /** What it shows; null once released. */
  source: Held<PyBytes | PyByteArray> | null
  /** Where in the source each item begins, in order. */
  readonly places: readonly number[]
  /** A letter of `struct`. */
  readonly format: string

  constructor(type: HeapType, source: Own<PyBytes | PyByteArray>, places: readonly number[], format = 'B') {
    super(type)
    this.source = source
    this.places = places
    this.format = format
    if (source instanceof PyByteArray) source.exports++
  }

  get bytes(): Uint8Array {
    const { source } = this
    return source === null ? new Uint8Array() : source instanceof PyBytes ? source.value : source.bytes
  }

  get itemsize(): number {
    return nativeFormats[this.format]!.size
  }

  toBytes(): Uint8Array {
    const { bytes, places, itemsize } = this
    if (itemsize === 1) return Uint8Array.from(places, (place) => bytes[place]!)
    const copy = new Uint8Array(places.length * itemsize)
    places.forEach((place, i) => copy.set(bytes.subarray(place, place + itemsize), i * itemsize))
    return copy
  }

  override traverse(visit: Visit): void {
    if (this.source !== null) visit(this.source, 'obj')
  }

  override clear(): void {
    const { source } = this
    this.source = null
    if (source === null) return
    if (source instanceof PyByteArray) source.exports--
    release(source)
  }
}

function check(vm: VM, self: PyMemoryView): void {
  if (self.source === null) vm.raise('ValueError', 'operation forbidden on released memoryview object')
}

function bytesLike(object: PyObject): Uint8Array | null {
  if (object instanceof PyBytes) return object.value
  if (object instanceof PyByteArray) return object.bytes
  return object instanceof PyMemoryView ? object.toBytes() : null
}

/** The item that begins at a place. */
function newItem(vm: VM, self: PyMemoryView, place: number): Own {
  const entry = nativeFormats[self.format]!
  const { bytes } = self
  switch (entry.kind) {
    case 'c':
      return newBytes(vm, bytes.slice(place, place + 1))
    case '?':
      return newBool(vm, bytes[place] !== 0)
    case 'f':
      return newFloat(vm, unpackFloat(bytes, place, entry.size, true))
    default:
      return newInt(vm, unpackWhole(bytes, place, entry, true))
  }
}

function putValue(vm: VM, self: PyMemoryView, bytes: Uint8Array, place: number, value: PyObject): void {
  const { format } = self
  const entry = nativeFormats[format]!
  const invalidType = (): never => vm.raise('TypeError', `memoryview: invalid type for format '${format}'`)
  const invalidValue = (): never => vm.raise('ValueError', `memoryview: invalid value for format '${format}'`)
  if (entry.kind === 'c') {
    if (!(value instanceof PyBytes)) return invalidType()
    if (value.value.length !== 1) return invalidValue()
    bytes[place] = value.value[0]!
  } else if (entry.kind === '?') bytes[place] = isTrue(vm, value) ? 1 : 0
  else if (entry.kind === 'f') {
    const number =
      value instanceof PyFloat ? value.value : isIndex(value) ? toDouble(vm, value) : invalidType()
    packFloat(bytes, place, entry.size, true, number)
  } else {
    if (!isIndex(value)) return invalidType()
    const number = toBigInt(vm, value)
    const [least, most] = packRange(entry)
    if (number < least || number > most) return invalidValue()
    packWhole(bytes, place, entry.size, true, number)
  }
}

/** `cast`: bytes as items of another format, or the other way round. */
function castView(vm: VM, self: PyMemoryView, format: PyObject, shape: PyObject | null): Own {
  check(vm, self)
  if (!(format instanceof PyStr)) {
    return vm.raise('TypeError', `cast() argument 'format' must be str, not ${typeName(format)}`)
  }
  if (shape !== null) {
    if (self.places.length === 0)
      return vm.raise('TypeError', 'memoryview: cannot cast view with zeros in shape or strides')
    return vm.raise('NotImplementedError', 'memoryview.cast() to a shape is not simulated')
  }
  if (!isContiguous(self))
    return vm.raise('TypeError', 'memoryview: casts are restricted to C-contiguous views')
  const letter = format.value.startsWith('@') ? format.value.slice(1) : format.value
  const entry = nativeFormats[letter]
  if (entry === undefined || letter === 'x' || letter === 's' || letter === 'p') {
    return vm.raise(
      'ValueError',
      "memoryview: destination format must be a native single character format prefixed with an optional '@'",
    )
  }
  const isBytes = (each: string): boolean => each === 'B' || each === 'b' || each === 'c'
  if (!isBytes(self.format) && !isBytes(letter))
    return vm.raise('TypeError', 'memoryview: cannot cast between two non-byte formats')
  const length = self.places.length * self.itemsize
  if (length % entry.size !== 0)
    return vm.raise('TypeError', 'memoryview: length is not a multiple of itemsize')
  const first = self.places[0] ?? 0
  const places = Array.from({ length: length / entry.size }, (_, i) => first + i * entry.size)
  return tracked(
    vm,
    new PyMemoryView(vm.types.memoryview, newRef(self.source!), places, letter),
  ) as unknown as Own
}

function isContiguous({ places, itemsize }: PyMemoryView): boolean {
  return places.every((place, i) => i === 0 || place === places[i - 1]! + itemsize)
}

function assign(vm: VM, self: PyMemoryView, key: PyObject, value: PyObject | null): void {
  check(vm, self)
  if (!(self.source instanceof PyByteArray)) return vm.raise('TypeError', 'cannot modify read-only memory')
  if (value === null) return vm.raise('TypeError', 'cannot delete memory')
  const { bytes } = self.source
  if (isIndex(key)) {
    const at = normalIndex(toIndex(vm, key, 'IndexError'), self.places.length)
    if (at < 0) return vm.raise('IndexError', 'index out of bounds on dimension 1')
    return putValue(vm, self, bytes, self.places[at]!, value)
  }
  if (!(key instanceof PySlice)) return vm.raise('TypeError', 'memoryview: invalid slice key')
  const places = sliceItems(
    self.places,
    sliceRange(vm, key, () => self.places.length),
  )
  const replacement = bytesLike(value)
  if (replacement === null)
    return vm.raise('TypeError', `a bytes-like object is required, not '${typeName(value)}'`)
  const { itemsize } = self
  if (replacement.length !== places.length * itemsize) {
    return vm.raise('ValueError', 'memoryview assignment: lvalue and rvalue have different structures')
  }
  const copy = replacement.slice()
  places.forEach((place, i) => {
    bytes.set(copy.subarray(i * itemsize, (i + 1) * itemsize), place)
  })
}

const method = methodsOf<PyMemoryView>()

export const memoryviewSpec = defineType(
  PyMemoryView,
  'memoryview(object)',
  'A view of the bytes of another object.',
  {
    basicsize: 144,
    itemsize: 8,
    container: true,
    hasWeakrefs: true,
    patma: 'sequence',
    slots: {
      __new__: (vm, cls, args, kwnames) => {
        if (args.length > 1) {
          const keyword = args.length === kwnames?.length ? 'keyword ' : ''
          return vm.raise(
            'TypeError',
            `memoryview() takes at most 1 ${keyword}argument (${args.length} given)`,
          )
        }
        if (args.length === 0 || (kwnames !== null && kwnames.length > 0 && kwnames[0]!.value !== 'object')) {
          return vm.raise('TypeError', "memoryview() missing required argument 'object' (pos 1)")
        }
        const [object] = args
        if (object instanceof PyMemoryView) {
          check(vm, object)
          return tracked(
            vm,
            new PyMemoryView(cls, newRef(object.source!), object.places, object.format),
          ) as unknown as Own
        }
        if (!(object instanceof PyBytes) && !(object instanceof PyByteArray)) {
          return vm.raise(
            'TypeError',
            `memoryview: a bytes-like object is required, not '${typeName(object!)}'`,
          )
        }
        const { length } = bytesLike(object)!
        return tracked(
          vm,
          new PyMemoryView(
            cls,
            newRef(object),
            Array.from({ length }, (_, i) => i),
          ),
        ) as unknown as Own
      },
      __repr__: (vm, self) =>
        newStr(
          vm,
          `<${self.source === null ? 'released memory' : 'memory'} at 0x${self.address.toString(16)}>`,
        ),
      __hash__: (vm, self) => {
        check(vm, self)
        if (self.source instanceof PyByteArray)
          return vm.raise('ValueError', 'cannot hash writable memoryview object')
        return hashBytes(self.toBytes())
      },
      __len__: (vm, self) => {
        check(vm, self)
        return self.places.length
      },
      __getitem__: (vm, self, key) => {
        check(vm, self)
        if (isIndex(key)) {
          const at = normalIndex(toIndex(vm, key, 'IndexError'), self.places.length)
          return at < 0
            ? vm.raise('IndexError', 'index out of bounds on dimension 1')
            : newItem(vm, self, self.places[at]!)
        }
        if (!(key instanceof PySlice)) return vm.raise('TypeError', 'memoryview: invalid slice key')
        const places = sliceItems(
          self.places,
          sliceRange(vm, key, () => self.places.length),
        )
        return tracked(
          vm,
          new PyMemoryView(vm.types.memoryview, newRef(self.source!), places, self.format),
        ) as unknown as Own
      },
      __setitem__: assign,
      richcompare: (vm, self, other, operator) => {
        const theirs = bytesLike(other)
        if ((operator !== EQ && operator !== NE) || theirs === null) return newRef(vm.NotImplemented)
        const mine = self.toBytes()
        const sameItems = !(other instanceof PyMemoryView) || other.format === self.format
        const same = sameItems && mine.length === theirs.length && mine.every((byte, i) => byte === theirs[i])
        return newBool(vm, same === (operator === EQ))
      },
    },
    getset: [
      getset('obj', 'What it shows.', (vm, self) => newRef(self.source ?? vm.None)),
      getset('nbytes', 'How many bytes.', (vm, self) => newInt(vm, self.places.length * self.itemsize)),
      getset('itemsize', 'Bytes of an item.', (vm, self) => newInt(vm, self.itemsize)),
      getset('format', 'The format of an item.', (vm, self) => newStr(vm, self.format)),
      getset('ndim', 'Dimensions.', (vm) => newInt(vm, 1)),
      getset('shape', 'Items of each dimension.', (vm, self) =>
        newTuple(vm, [newInt(vm, self.places.length)]),
      ),
      getset('readonly', 'Whether it can be written.', (vm, self) =>
        newBool(vm, !(self.source instanceof PyByteArray)),
      ),
      getset('contiguous', 'Whether its bytes lie side by side.', (vm, self) =>
        newBool(vm, isContiguous(self)),
      ),
    ],
    methods: [
      method('__buffer__(self, flags: ssize_t, /) -> object', 'A memoryview of the object.', (vm, self) =>
        vm.call(vm.types.memoryview, [self]),
      ),
      method('release(self, /)', 'Gives the object free.', (_vm, self) => self.clear()),
      method('tobytes(self, /, order: object = NULL) -> object', 'A copy as bytes.', (vm, self) => {
        check(vm, self)
        return newBytes(vm, self.toBytes())
      }),
      method(
        'hex(self, /, sep: object = NULL, bytes_per_sep: ssize_t = 1) -> str',
        'Two hexadecimal digits a byte.',
        (vm, self, sep, group) => {
          check(vm, self)
          return hexText(vm, self.toBytes(), sep, group)
        },
      ),
      method('tolist(self, /) -> object', 'A copy as a list.', (vm, self) => {
        check(vm, self)
        return newList(
          vm,
          self.places.map((place) => newItem(vm, self, place)),
        )
      }),
      method('toreadonly(self, /) -> object', 'A view that cannot be written.', (vm, self) => {
        check(vm, self)
        return tracked(
          vm,
          new PyMemoryView(
            vm.types.memoryview,
            newBytes(vm, self.toBytes()),
            self.places.map((_, i) => i * self.itemsize),
            self.format,
          ),
        )
      }),
      method(
        'cast(self, /, format: object, shape: object = NULL) -> object',
        'A view with another format.',
        castView,
      ),
      method('__enter__(self, /) -> object', 'The view itself.', (_vm, self) => newRef(self)),
      method('__exit__(self, /, *exc_info)', 'Gives the object free.', (_vm, self) => self.clear()),
    ],
  },
)
