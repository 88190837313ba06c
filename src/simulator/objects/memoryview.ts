/**
 * `memoryview` over bytes and bytearrays, one-dimensional, of unsigned bytes; other formats are not
 * simulated and say so. As `Objects/memoryobject.c`.
 */
import type { HeapType, Visit } from '../heap/object.ts'
import { PyObject } from '../heap/object.ts'
import type { Held, Own } from '../heap/reference.ts'
import { newRef, release } from '../heap/reference.ts'
import { tracked } from './allocate.ts'
import { newBool } from './bool.ts'
import { PyByteArray } from './bytearray.ts'
import { newBytes, PyBytes } from './bytes.ts'
import { EQ, NE } from './declare/slots.ts'
import { defineType, getset, methodsOf } from './declare/type.ts'
import { newInt } from './int.ts'
import { newList } from './list.ts'
import { isIndex, toIndex } from './protocols/numbers.ts'
import { normalIndex } from './sequence-compare.ts'
import { PySlice, sliceItems, sliceRange } from './slice.ts'
import { newStr } from './str.ts'
import { hashBytes } from './text/hash.ts'
import { newTuple } from './tuple.ts'
import { typeName } from './type.ts'
import type { VM } from './vm.ts'

export class PyMemoryView extends PyObject {
  /** What it shows; null once released. */
  source: Held<PyBytes | PyByteArray> | null
  /** Which bytes of the source, in order. */
  readonly places: readonly number[]

  constructor(type: HeapType, source: Own<PyBytes | PyByteArray>, places: readonly number[]) {
    super(type)
    this.source = source
    this.places = places
    if (source instanceof PyByteArray) source.exports++
  }

  get bytes(): Uint8Array {
    const { source } = this
    return source === null ? new Uint8Array() : source instanceof PyBytes ? source.value : source.bytes
  }

  toBytes(): Uint8Array {
    const { bytes } = this
    return Uint8Array.from(this.places, (place) => bytes[place]!)
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

function byteValue(vm: VM, value: PyObject): number {
  if (!isIndex(value)) return vm.raise('TypeError', `memoryview: invalid type for format 'B'`)
  const number = toIndex(vm, value, 'OverflowError')
  return number >= 0 && number <= 255
    ? number
    : vm.raise('ValueError', `memoryview: invalid value for format 'B'`)
}

function assign(vm: VM, self: PyMemoryView, key: PyObject, value: PyObject | null): void {
  check(vm, self)
  if (!(self.source instanceof PyByteArray)) return vm.raise('TypeError', 'cannot modify read-only memory')
  if (value === null) return vm.raise('TypeError', 'cannot delete memory')
  const { bytes } = self.source
  if (isIndex(key)) {
    const at = normalIndex(toIndex(vm, key, 'IndexError'), self.places.length)
    if (at < 0) return vm.raise('IndexError', 'index out of bounds on dimension 1')
    bytes[self.places[at]!] = byteValue(vm, value)
    return
  }
  if (!(key instanceof PySlice)) return vm.raise('TypeError', 'memoryview: invalid slice key')
  const places = sliceItems(
    self.places,
    sliceRange(vm, key, () => self.places.length),
  )
  const replacement = bytesLike(value)
  if (replacement === null)
    return vm.raise('TypeError', `a bytes-like object is required, not '${typeName(value)}'`)
  if (replacement.length !== places.length) {
    return vm.raise('ValueError', 'memoryview assignment: lvalue and rvalue have different structures')
  }
  const copy = replacement.slice()
  places.forEach((place, i) => {
    bytes[place] = copy[i]!
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
          return tracked(vm, new PyMemoryView(cls, newRef(object.source!), object.places)) as unknown as Own
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
            : newInt(vm, self.bytes[self.places[at]!]!)
        }
        if (!(key instanceof PySlice)) return vm.raise('TypeError', 'memoryview: invalid slice key')
        const places = sliceItems(
          self.places,
          sliceRange(vm, key, () => self.places.length),
        )
        return tracked(
          vm,
          new PyMemoryView(vm.types.memoryview, newRef(self.source!), places),
        ) as unknown as Own
      },
      __setitem__: assign,
      richcompare: (vm, self, other, operator) => {
        const theirs = bytesLike(other)
        if ((operator !== EQ && operator !== NE) || theirs === null) return newRef(vm.NotImplemented)
        const mine = self.toBytes()
        const same = mine.length === theirs.length && mine.every((byte, i) => byte === theirs[i])
        return newBool(vm, same === (operator === EQ))
      },
    },
    getset: [
      getset('obj', 'What it shows.', (vm, self) => newRef(self.source ?? vm.None)),
      getset('nbytes', 'How many bytes.', (vm, self) => newInt(vm, self.places.length)),
      getset('itemsize', 'Bytes of an item.', (vm) => newInt(vm, 1)),
      getset('format', 'The format of an item.', (vm) => newStr(vm, 'B')),
      getset('ndim', 'Dimensions.', (vm) => newInt(vm, 1)),
      getset('shape', 'Items of each dimension.', (vm, self) =>
        newTuple(vm, [newInt(vm, self.places.length)]),
      ),
      getset('readonly', 'Whether it can be written.', (vm, self) =>
        newBool(vm, !(self.source instanceof PyByteArray)),
      ),
      getset('contiguous', 'Whether its bytes lie side by side.', (vm, self) =>
        newBool(
          vm,
          self.places.every((place, i) => i === 0 || place === self.places[i - 1]! + 1),
        ),
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
      method('tolist(self, /) -> object', 'A copy as a list of ints.', (vm, self) => {
        check(vm, self)
        return newList(
          vm,
          [...self.toBytes()].map((byte) => newInt(vm, byte)),
        )
      }),
      method('toreadonly(self, /) -> object', 'A view that cannot be written.', (vm, self) => {
        check(vm, self)
        return tracked(
          vm,
          new PyMemoryView(
            vm.types.memoryview,
            newBytes(vm, self.toBytes()),
            self.places.map((_, i) => i),
          ),
        )
      }),
      method(
        'cast(self, /, format: object, shape: object = NULL) -> object',
        'A view with another format.',
        (vm, self) =>
          self.places.length === 0
            ? vm.raise('TypeError', 'memoryview: cannot cast view with zeros in shape or strides')
            : vm.raise('NotImplementedError', 'memoryview.cast() is not simulated'),
      ),
      method('__enter__(self, /) -> object', 'The view itself.', (_vm, self) => newRef(self)),
      method('__exit__(self, /, *exc_info)', 'Gives the object free.', (_vm, self) => self.clear()),
    ],
  },
)
