/** `array.array`: its methods and operators, and its iterator. As `Modules/arraymodule.c`. */
import type { HeapType, PyObject, Visit } from '../../heap/object.ts'
import { PyObject as PyObjectClass } from '../../heap/object.ts'
import type { Held, Own } from '../../heap/reference.ts'
import { lend, newRef, release, releaseMaybe } from '../../heap/reference.ts'
import { tracked } from '../../objects/allocate.ts'
import { newBool } from '../../objects/bool.ts'
import { bytesOf } from '../../objects/buffers.ts'
import { PyByteArray } from '../../objects/bytearray.ts'
import { newBytes, PyBytes } from '../../objects/bytes.ts'
import { EQ, type KwNames, NE } from '../../objects/declare/slots.ts'
import { classMethod, defineType, getset, methodsOf } from '../../objects/declare/type.ts'
import { newGenericAlias } from '../../objects/generic-alias.ts'
import { newInt, PyInt } from '../../objects/int.ts'
import { reduceIterator, sequenceRest, toPosition } from '../../objects/iterator-state.ts'
import { newList, PyList } from '../../objects/list.ts'
import { newView } from '../../objects/memoryview.ts'
import { endView } from '../../objects/memoryview-type.ts'
import { visitOwnType } from '../../objects/own-type.ts'
import { getAttrNamed, getAttrNamedMaybe } from '../../objects/protocols/attributes.ts'
import { callMethod } from '../../objects/protocols/calls.ts'
import { isSame } from '../../objects/protocols/comparison.ts'
import { eachItem } from '../../objects/protocols/iteration.ts'
import { isIndex, toIndex } from '../../objects/protocols/numbers.ts'
import { toRepr } from '../../objects/protocols/text.ts'
import { compareSequences, normalIndex } from '../../objects/sequence-compare.ts'
import { adjustSlice, PySlice, sliceRange } from '../../objects/slice.ts'
import { newStr, PyStr } from '../../objects/str.ts'
import { newTuple, PyTuple } from '../../objects/tuple.ts'
import { type PyType, shortTypeName, typeName, typeOf } from '../../objects/type.ts'
import type { VM } from '../../objects/vm.ts'
import { refuseKeywords } from '../arguments.ts'
import { newArray, PyArray } from './array.ts'
import { bytesOfText, type TypeCode, textOf, typeCodes } from './codes.ts'

function arrayType(vm: VM): PyType {
  return vm.typeFor(arraySpec)
}

function badArgument(vm: VM): never {
  return vm.raise('TypeError', 'bad argument type for built-in operation')
}

function append(vm: VM, self: PyArray, value: PyObject): void {
  insert(vm, self, self.length, value)
}

function insert(vm: VM, self: PyArray, index: number, value: PyObject): void {
  // A value that cannot be an item is refused before there is room for it.
  const bytes = self.code.toBytes(vm, value)
  const at = index < 0 ? Math.max(0, index + self.length) : Math.min(index, self.length)
  if (at === self.length) {
    self.resize(vm, at + 1)
    self.bytes.set(bytes, at * self.code.size)
  } else self.splice(vm, at, 0, bytes)
}

function extend(vm: VM, self: PyArray, iterable: PyObject): void {
  if (!(iterable instanceof PyArray)) return eachItem(vm, iterable, (item) => append(vm, self, item))
  if (iterable.code !== self.code) return vm.raise('TypeError', 'can only extend with array of same kind')
  self.splice(vm, self.length, 0, iterable.bytes)
}

function extendWithBytes(vm: VM, self: PyArray, buffer: PyObject): void {
  const bytes =
    bytesOf(buffer) ?? vm.raise('TypeError', `a bytes-like object is required, not '${typeName(buffer)}'`)
  if (bytes.length % self.code.size !== 0) vm.raise('ValueError', 'bytes length not a multiple of item size')
  self.splice(vm, self.length, 0, bytes)
}

function makeArray(vm: VM, cls: PyType, args: readonly PyObject[], kwnames: KwNames): Own {
  if (cls.slots.__init__ === arrayType(vm).slots.__init__) refuseKeywords(vm, 'array.array', kwnames)
  const [letter, given] = args.slice(0, args.length - (kwnames?.length ?? 0))
  const count = args.length - (kwnames?.length ?? 0)
  if (count < 1) return vm.raise('TypeError', `array() takes at least 1 argument (${count} given)`)
  if (count > 2) return vm.raise('TypeError', `array() takes at most 2 arguments (${count} given)`)
  if (!(letter instanceof PyStr) || [...letter.value].length !== 1) {
    return vm.raise('TypeError', `array() argument 1 must be a unicode character, not ${typeName(letter!)}`)
  }
  if (letter.value === 'u') {
    vm.warn('DeprecationWarning', "The 'u' type code is deprecated and will be removed in Python 3.16")
  }
  const code = typeCodes.find((each) => each.letter === letter.value)
  const isText = letter.value === 'u' || letter.value === 'w'
  if (!isText && given instanceof PyStr)
    return vm.raise('TypeError', `cannot use a str to initialize an array with typecode '${letter.value}'`)
  if (!isText && given instanceof PyArray && given.code.isText) {
    return vm.raise(
      'TypeError',
      `cannot use a unicode array to initialize an array with typecode '${letter.value}'`,
    )
  }
  if (code === undefined) {
    return vm.raise('ValueError', 'bad typecode (must be b, B, u, h, H, i, I, l, L, q, Q, f or d)')
  }
  const array = filledArray(vm, cls, code, given)
  return array as unknown as Own
}

function filledArray(vm: VM, cls: PyType, code: TypeCode, given: PyObject | undefined): Own<PyArray> {
  if (given instanceof PyArray && given.code === code) return newArray(vm, cls, code, given.bytes)
  if (given instanceof PyStr && code.isText) return newArray(vm, cls, code, bytesOfText(given.value))
  const isSequence = given instanceof PyList || given instanceof PyTuple
  const array = tracked(vm, new PyArray(cls, code, isSequence ? given.items.length : 0))
  try {
    if (given === undefined) return array
    if (given instanceof PyBytes || given instanceof PyByteArray) extendWithBytes(vm, array, given)
    else if (isSequence) {
      const { length } = array
      for (let i = 0; i < length; i++) {
        // Making an item of it may run code that shortens a list.
        const item = given.items[i]
        if (item === undefined) return vm.raise('IndexError', 'list index out of range')
        array.bytes.set(code.toBytes(vm, item), i * code.size)
      }
    } else eachItem(vm, given, (item) => append(vm, array, item))
    return array
  } catch (thrown) {
    release(array)
    throw thrown
  }
}

function getItem(vm: VM, self: PyArray, key: PyObject): Own {
  if (isIndex(key)) {
    const at = normalIndex(toIndex(vm, key, 'IndexError'), self.length)
    return at < 0 ? vm.raise('IndexError', 'array index out of range') : self.newItem(vm, at)
  }
  if (!(key instanceof PySlice)) return vm.raise('TypeError', 'array indices must be integers')
  const { start, step, count } = sliceRange(vm, key, () => self.length)
  const { size } = self.code
  const { bytes } = self
  if (step === 1)
    return newArray(vm, arrayType(vm), self.code, bytes.subarray(start * size, (start + count) * size))
  const picked = new Uint8Array(count * size)
  for (let i = 0; i < count; i++) {
    const at = (start + i * step) * size
    picked.set(bytes.subarray(at, at + size), i * size)
  }
  return newArray(vm, arrayType(vm), self.code, picked)
}

function setItem(vm: VM, self: PyArray, key: PyObject, value: PyObject | null): void {
  const { code } = self
  if (isIndex(key)) {
    const at = normalIndex(toIndex(vm, key, 'IndexError'), self.length)
    if (at < 0) return vm.raise('IndexError', 'array assignment index out of range')
    if (value === null) return self.splice(vm, at, 1, new Uint8Array())
    const bytes = code.toBytes(vm, value)
    // Finding out the value may have run code that made the array shorter.
    if (at >= self.length) return vm.raise('IndexError', 'array assignment index out of range')
    self.bytes.set(bytes, at * code.size)
    return
  }
  if (!(key instanceof PySlice)) return vm.raise('TypeError', 'array indices must be integers')
  const { start, step, count } = sliceRange(vm, key, () => self.length)
  if (value !== null && !(value instanceof PyArray)) {
    return vm.raise('TypeError', `can only assign array (not "${typeName(value)}") to array slice`)
  }
  if (value !== null && value.code !== code) return badArgument(vm)
  const given = value === null ? new Uint8Array() : value.bytes.slice()
  if (step === 1) return self.splice(vm, start, count, given)
  if (value !== null) {
    if (value.length !== count) {
      return vm.raise(
        'ValueError',
        `attempt to assign array of size ${value.length} to extended slice of size ${count}`,
      )
    }
    for (let i = 0; i < count; i++) {
      const item = given.subarray(i * code.size, (i + 1) * code.size)
      self.bytes.set(item, (start + i * step) * code.size)
    }
    return
  }
  const gone = new Set(Array.from({ length: count }, (_, i) => start + i * step))
  const kept = Array.from({ length: self.length }, (_, i) => i).filter((i) => !gone.has(i))
  const bytes = new Uint8Array(kept.length * code.size)
  kept.forEach((from, i) =>
    bytes.set(self.bytes.subarray(from * code.size, (from + 1) * code.size), i * code.size),
  )
  self.splice(vm, 0, self.length, bytes)
}

/** Bytes over and over. */
function repeated(vm: VM, self: PyArray, times: number): Uint8Array {
  const { bytes } = self
  const most = Math.max(0, times)
  if (bytes.length * most > 0x4000_0000) return vm.raise('MemoryError', '')
  const all = new Uint8Array(bytes.length * most)
  for (let i = 0; i < most; i++) all.set(bytes, i * bytes.length)
  return all
}

/** The index of the first equal item within the bounds, or -1; each item is made, compared and let go. */
function findItem(vm: VM, self: PyArray, value: PyObject, start = 0, stop = Number.MAX_SAFE_INTEGER): number {
  const { start: from, stop: to } = adjustSlice({ start, stop, step: 1 }, self.length)
  for (let i = from; i < to && i < self.length; i++) {
    if (lend(self.newItem(vm, i), (item) => isSame(vm, item, value))) return i
  }
  return -1
}

function swapBytes(vm: VM, self: PyArray): void {
  const { bytes, code } = self
  if (code.size > 8) vm.raise('RuntimeError', "don't know how to byteswap this array type")
  for (let at = 0; at < bytes.length; at += code.size) bytes.subarray(at, at + code.size).reverse()
}

function reverse(self: PyArray): void {
  const { bytes, code } = self
  // The bytes backwards, and those of each item turned again.
  bytes.reverse()
  for (let at = 0; at < bytes.length; at += code.size) bytes.subarray(at, at + code.size).reverse()
}

function reduce(vm: VM, self: PyArray, protocol: PyObject): Own {
  if (!(protocol instanceof PyInt))
    return vm.raise('TypeError', '__reduce_ex__ argument should be an integer')
  const state = getAttrNamedMaybe(vm, self, '__dict__') ?? newRef(vm.None)
  const type = newRef(typeOf(self))
  const letter = newStr(vm, self.code.letter)
  if (protocol.value < 3) {
    const list = callMethod(vm, self, 'tolist')
    return newTuple(vm, [type, newTuple(vm, [letter, list]), state])
  }
  const rebuild = lend(vm.importModule('array'), (module) => getAttrNamed(vm, module, '_array_reconstructor'))
  const format = newInt(vm, self.code.machineFormat)
  return newTuple(vm, [
    rebuild,
    newTuple(vm, [type, letter, format, newBytes(vm, self.bytes.slice())]),
    state,
  ])
}

function readFile(vm: VM, self: PyArray, file: PyObject, count: number): void {
  if (count < 0) return vm.raise('ValueError', 'negative count')
  const size = newInt(vm, count * self.code.size)
  const data = lend(size, (each) => callMethod(vm, file, 'read', [each]))
  lend(data, (bytes) => {
    if (!(bytes instanceof PyBytes)) return vm.raise('TypeError', "read() didn't return bytes")
    extendWithBytes(vm, self, bytes)
    if (bytes.value.length !== count * self.code.size)
      vm.raise('EOFError', "read() didn't return enough bytes")
  })
}

function showArray(vm: VM, self: PyArray): Own {
  const name = shortTypeName(self)
  const { letter } = self.code
  if (self.length === 0) return newStr(vm, `${name}('${letter}')`)
  const items = self.code.isText
    ? lend(newStr(vm, textOf(vm, self.bytes)), (text) => toRepr(vm, text))
    : `[${self.withItems(vm, (each) => each.map((item) => toRepr(vm, item)).join(', '))}]`
  return newStr(vm, `${name}('${letter}', ${items})`)
}

const method = methodsOf<PyArray>()

export const arraySpec = defineType(
  PyArray,
  'array.array',
  'Numbers or characters of one type, side by side.',
  {
    basicsize: 64,
    module: 'array',
    subclassable: true,
    container: true,
    hasWeakrefs: true,
    patma: 'sequence',
    slots: {
      __new__: makeArray,
      __hash__: null,
      __repr__: showArray,
      richcompare: (vm, self, other, operator) => {
        if (!(other instanceof PyArray)) return newRef(vm.NotImplemented)
        if (self.length !== other.length && (operator === EQ || operator === NE))
          return newBool(vm, operator === NE)
        return self.withItems(vm, (items) =>
          other.withItems(vm, (theirs) =>
            compareSequences(vm, { items }, { items: theirs }, operator, false),
          ),
        )
      },
      __iter__: (vm, self) =>
        tracked(vm, new PyArrayIterator(vm.typeFor(arrayIteratorSpec), newRef(self))) as unknown as Own,
      __len__: (_vm, self) => self.length,
      __contains__: (vm, self, item) => findItem(vm, self, item) >= 0,
      __getitem__: getItem,
      __setitem__: setItem,
      concat: (vm, self, other) => {
        if (!(other instanceof PyArray))
          return vm.raise('TypeError', `can only append array (not "${typeName(other)}") to array`)
        if (other.code !== self.code) return badArgument(vm)
        const array = newArray(
          vm,
          arrayType(vm),
          self.code,
          new Uint8Array(self.bytes.length + other.bytes.length),
        )
        array.bytes.set(self.bytes)
        array.bytes.set(other.bytes, self.bytes.length)
        return array as unknown as Own
      },
      repeat: (vm, self, times) =>
        newArray(vm, arrayType(vm), self.code, repeated(vm, self, times)) as unknown as Own,
      inplace_concat: (vm, self, other) => {
        if (!(other instanceof PyArray))
          return vm.raise('TypeError', `can only extend array with array (not "${typeName(other)}")`)
        extend(vm, self, other)
        return newRef(self)
      },
      inplace_repeat: (vm, self, times) => {
        if (self.length > 0) self.splice(vm, 0, self.length, repeated(vm, self, times))
        return newRef(self)
      },
    },
    getset: [
      getset('typecode', 'The letter of its type.', (vm, self) => newStr(vm, self.code.letter)),
      getset('itemsize', 'Bytes of an item.', (vm, self) => newInt(vm, self.code.size)),
    ],
    methods: [
      method('__buffer__(self, flags: ssize_t, /) -> object', 'A memoryview of the array.', (vm, self) =>
        newView(vm, self),
      ),
      method('__release_buffer__(self, buffer: object, /)', 'Ends a view of it.', (vm, self, buffer) =>
        endView(vm, self, buffer),
      ),
      method('append(self, v: object, /)', 'Adds an item at the end.', append),
      method('buffer_info(self, /) -> object', 'Address and number of items.', (vm, self) =>
        newTuple(vm, [newInt(vm, self.address + 64), newInt(vm, self.length)]),
      ),
      method('byteswap(self, /)', 'Turns the bytes of each item round.', swapBytes),
      method('clear(self, /)', 'Removes all items.', (vm, self) => self.resize(vm, 0)),
      method('count(self, v: object, /) -> ssize_t', 'How many items equal a value.', (vm, self, value) => {
        let count = 0
        for (let i = 0; i < self.length; i++)
          if (lend(self.newItem(vm, i), (item) => isSame(vm, item, value))) count++
        return count
      }),
      method('extend(self, bb: object, /)', 'Adds items at the end.', extend),
      method('fromfile(self, f: object, n: ssize_t, /)', 'Adds items read from a file.', readFile),
      method(
        'fromlist(self, list: object, /)',
        'Adds the items of a list, all or none.',
        (vm, self, list) => {
          if (!(list instanceof PyList)) return vm.raise('TypeError', 'arg must be list')
          const { length } = self
          const count = list.items.length
          if (count === 0) return
          self.resize(vm, length + count)
          try {
            for (let i = 0; i < count; i++) {
              const bytes = self.code.toBytes(vm, list.items[i]!)
              if (list.items.length !== count) vm.raise('RuntimeError', 'list changed size during iteration')
              self.bytes.set(bytes, (length + i) * self.code.size)
            }
          } catch (thrown) {
            self.resize(vm, length)
            throw thrown
          }
        },
      ),
      method('frombytes(self, buffer: object, /)', 'Adds items given as bytes.', extendWithBytes),
      method('fromunicode(self, ustr: str, /)', 'Adds characters.', (vm, self, text) => {
        if (!self.code.isText)
          vm.raise('ValueError', "fromunicode() may only be called on unicode type arrays ('u' or 'w')")
        self.splice(vm, self.length, 0, bytesOfText(text))
      }),
      method(
        'index(self, v: object, start: strict_slice_index = 0, stop: strict_slice_index = sys.maxsize, /) -> ssize_t',
        'Where the first equal item is.',
        (vm, self, value, start, stop) => {
          const at = findItem(vm, self, value, start, stop)
          return at < 0 ? vm.raise('ValueError', 'array.index(x): x not in array') : at
        },
      ),
      method('insert(self, i: ssize_t, v: object, /)', 'Puts an item before an index.', insert),
      method(
        'pop(self, i: ssize_t = -1, /) -> object',
        'Removes an item and returns it.',
        (vm, self, index) => {
          if (self.length === 0) return vm.raise('IndexError', 'pop from empty array')
          const at = normalIndex(index, self.length)
          if (at < 0) return vm.raise('IndexError', 'pop index out of range')
          const item = self.newItem(vm, at)
          try {
            self.splice(vm, at, 1, new Uint8Array())
          } catch (thrown) {
            release(item)
            throw thrown
          }
          return item
        },
      ),
      method('remove(self, v: object, /)', 'Removes the first equal item.', (vm, self, value) => {
        const at = findItem(vm, self, value)
        if (at < 0) return vm.raise('ValueError', 'array.remove(x): x not in array')
        self.splice(vm, at, 1, new Uint8Array())
      }),
      method('reverse(self, /)', 'Reverses the order in place.', (_vm, self) => reverse(self)),
      method('tobytes(self, /) -> object', 'The items as bytes.', (vm, self) =>
        newBytes(vm, self.bytes.slice()),
      ),
      method('tofile(self, f: object, /)', 'Writes the items to a file.', (vm, self, file) => {
        // As much at a time as C's array writes.
        const block = 64 * 1024
        for (let at = 0; at < self.bytes.length; at += block) {
          lend(newBytes(vm, self.bytes.slice(at, at + block)), (bytes) =>
            release(callMethod(vm, file, 'write', [bytes])),
          )
        }
      }),
      method('tolist(self, /) -> object', 'The items as a list.', (vm, self) =>
        newList(
          vm,
          Array.from({ length: self.length }, (_, i) => self.newItem(vm, i)),
        ),
      ),
      method('tounicode(self, /) -> object', 'The characters as text.', (vm, self) => {
        if (!self.code.isText)
          return vm.raise('ValueError', "tounicode() may only be called on unicode type arrays ('u' or 'w')")
        return newStr(vm, textOf(vm, self.bytes))
      }),
      method('__copy__(self, /) -> object', 'A copy.', (vm, self) =>
        newArray(vm, arrayType(vm), self.code, self.bytes),
      ),
      method('__deepcopy__(self, unused: object, /) -> object', 'A copy.', (vm, self) =>
        newArray(vm, arrayType(vm), self.code, self.bytes),
      ),
      method('__reduce_ex__(self, value: object, /) -> object', 'How to rebuild it.', reduce),
      method(
        '__sizeof__(self, /) -> ssize_t',
        'Bytes of the array with its room.',
        (_vm, self) => typeOf(self).basicsize + self.allocated * self.code.size,
      ),
      classMethod(
        '__class_getitem__(cls, object: object, /) -> object',
        'A parametrized form for annotations.',
        (vm, cls, item) => newGenericAlias(vm, cls, item),
      ),
    ],
  },
)

class PyArrayIterator extends PyObjectClass {
  /** Null when exhausted. */
  array: Held<PyArray> | null
  index = 0

  constructor(type: HeapType, array: Own<PyArray>) {
    super(type)
    this.array = array
  }

  override traverse(visit: Visit): void {
    visitOwnType(this, visit)
    if (this.array !== null) visit(this.array, 'array')
  }

  override dealloc(): void {
    const { array } = this
    this.array = null
    releaseMaybe(array)
  }
}

const iteratorMethod = methodsOf<PyArrayIterator>()

export const arrayIteratorSpec = defineType(PyArrayIterator, 'array.arrayiterator', null, {
  basicsize: 40,
  module: 'array',
  container: true,
  noInstantiation: true,
  slots: {
    __iter__: (_vm, self) => newRef(self),
    __next__: (vm, self) => {
      const { array } = self
      if (array === null) return null
      if (self.index < array.length) return array.newItem(vm, self.index++)
      self.array = null
      release(array)
      return null
    },
  },
  methods: [
    iteratorMethod('__reduce__(self, /) -> object', 'How to rebuild it.', (vm, self) =>
      reduceIterator(vm, 'iter', () =>
        sequenceRest(
          vm,
          self.array === null ? null : newRef(self.array),
          () => self.index,
          () => newTuple(vm, []),
        ),
      ),
    ),
    iteratorMethod('__setstate__(self, state: object, /)', 'Sets the position.', (vm, self, state) => {
      const index = toPosition(vm, state, 0, self.array?.length ?? 0)
      if (self.array !== null) self.index = index
    }),
  ],
})
