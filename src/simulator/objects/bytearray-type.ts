/** `bytearray`. As `Objects/bytearrayobject.c`. */
import type { PyObject } from '../heap/object.ts'
import type { Own } from '../heap/reference.ts'
import { newRef } from '../heap/reference.ts'
import { tracked } from './allocate.ts'
import { bytesOf } from './buffers.ts'
import { PyByteArray } from './bytearray.ts'
import { newBytes } from './bytes.ts'
import {
  bytesFrom,
  bytesMethods,
  compareBytes,
  containsBytes,
  eachByte,
  joinBytes,
  latin,
  repeatBytes,
  toByte,
} from './bytes-methods.ts'
import { bytesFromArguments, formatBytes, PyBytesIterator } from './bytes-type.ts'
import { defineType, methodsOf } from './declare/type.ts'
import { newInt } from './int.ts'
import { newView } from './memoryview.ts'
import { endView } from './memoryview-type.ts'
import { callMethod } from './protocols/calls.ts'
import { isSequence } from './protocols/iteration.ts'
import { isIndex, toIndex } from './protocols/numbers.ts'
import { normalIndex } from './sequence-compare.ts'
import { PySlice, sliceItems, sliceRange } from './slice.ts'
import { newStr, PyStr } from './str.ts'
import { quoteBytes } from './text/repr.ts'
import { newTuple } from './tuple.ts'
import { typeName, typeOf } from './type.ts'
import type { VM } from './vm.ts'

const outOfRange = 'byte must be in range(0, 256)'

function newByteArray(vm: VM, bytes: Uint8Array): Own {
  return new PyByteArray(vm.types.bytearray, bytes) as unknown as Own
}

/** Replaces the bytes; refused for another size while a view is open. */
function replace(vm: VM, self: PyByteArray, bytes: Uint8Array, cut = 0): void {
  if (self.exports > 0 && bytes.length !== self.bytes.length) {
    return vm.raise('BufferError', 'Existing exports of data: object cannot be re-sized')
  }
  self.replace(bytes, cut)
}

function splice(vm: VM, self: PyByteArray, start: number, count: number, inserted: Uint8Array): void {
  replace(
    vm,
    self,
    joinBytes(joinBytes(self.bytes.subarray(0, start), inserted), self.bytes.subarray(start + count)),
    start === 0 ? Math.max(0, count - inserted.length) : 0,
  )
}

function assign(vm: VM, self: PyByteArray, key: PyObject, value: PyObject | null): void {
  if (isIndex(key)) {
    const at = normalIndex(toIndex(vm, key, 'IndexError'), self.bytes.length)
    if (at < 0) return vm.raise('IndexError', 'bytearray index out of range')
    if (value === null) return splice(vm, self, at, 1, new Uint8Array())
    const byte = toByte(vm, value, outOfRange)
    // The conversion may have made it shorter.
    if (at >= self.bytes.length) return vm.raise('IndexError', 'bytearray index out of range')
    self.bytes[at] = byte
    return
  }
  if (!(key instanceof PySlice))
    return vm.raise('TypeError', `bytearray indices must be integers or slices, not ${typeName(key)}`)
  if (value !== null && (isIndex(value) || value instanceof PyStr)) {
    return vm.raise('TypeError', 'can assign only bytes, buffers, or iterables of ints in range(0, 256)')
  }
  const inserted =
    value === null ? new Uint8Array() : (bytesOf(value) ?? bytesFrom(vm, value, 'bytearray')).slice()
  const { start, step, count } = sliceRange(vm, key, () => self.bytes.length)
  if (step === 1) return splice(vm, self, start, count, inserted)
  if (value !== null && inserted.length !== count && inserted.length > 0) {
    return vm.raise(
      'ValueError',
      `attempt to assign bytes of size ${inserted.length} to extended slice of size ${count}`,
    )
  }
  const places = Array.from({ length: count }, (_, i) => start + i * step)
  if (inserted.length === 0)
    return replace(
      vm,
      self,
      self.bytes.filter((_, i) => !places.includes(i)),
    )
  places.forEach((place, i) => {
    self.bytes[place] = inserted[i]!
  })
}

/** An iterable of ints that is no list: those are read at once. */
function isRow(vm: VM, source: PyObject): boolean {
  const type = typeOf(source)
  if (type === vm.types.list || type === vm.types.tuple || source instanceof PyStr) return false
  return type.slots.__iter__ !== null && bytesOf(source) === null && !isIndex(source)
}

function reduceArray(vm: VM, self: PyByteArray, proto: number): Own {
  const state = callMethod(vm, self, '__getstate__')
  const args =
    self.bytes.length === 0
      ? []
      : proto < 3
        ? [newStr(vm, latin(self.bytes)), newStr(vm, 'latin-1')]
        : [newBytes(vm, self.bytes.slice())]
  return newTuple(vm, [newRef(typeOf(self)), newTuple(vm, args), state])
}

const isIterable = (vm: VM, object: PyObject): boolean =>
  typeOf(object).slots.__iter__ !== null || isSequence(vm, object)

const method = methodsOf<PyByteArray>()

export const bytearraySpec = defineType(PyByteArray, 'bytearray', 'A mutable sequence of bytes.', {
  basicsize: 56,
  subclassable: true,
  slots: {
    __new__: (vm, cls) => tracked(vm, new PyByteArray(cls, new Uint8Array())) as unknown as Own,
    __init__: (vm, self, args, kwnames) => {
      replace(vm, self, new Uint8Array())
      const [source] = args
      if (args.length === 1 && isRow(vm, source!))
        // One after the other, each is there before the next is asked for.
        eachByte(vm, source!, 'bytearray', (byte) =>
          replace(vm, self, joinBytes(self.bytes, Uint8Array.of(byte))),
        )
      else replace(vm, self, bytesFromArguments(vm, 'bytearray', args, kwnames))
    },
    __repr__: (vm, self) => newStr(vm, `${typeOf(self).name}(${quoteBytes(self.bytes)})`),
    __hash__: null,
    richcompare: (vm, self, other, operator) => compareBytes(vm, self.bytes, other, operator),
    __iter__: (vm, self) =>
      tracked(vm, new PyBytesIterator(vm.types.bytearray_iterator, newRef(self))) as unknown as Own,
    __len__: (_vm, self) => self.bytes.length,
    __getitem__: (vm, self, key) => {
      if (isIndex(key)) {
        const at = normalIndex(toIndex(vm, key, 'IndexError'), self.bytes.length)
        return at < 0 ? vm.raise('IndexError', 'bytearray index out of range') : newInt(vm, self.bytes[at]!)
      }
      if (!(key instanceof PySlice))
        return vm.raise('TypeError', `bytearray indices must be integers or slices, not ${typeName(key)}`)
      return newByteArray(
        vm,
        Uint8Array.from(
          sliceItems(
            [...self.bytes],
            sliceRange(vm, key, () => self.bytes.length),
          ),
        ),
      )
    },
    __setitem__: assign,
    __contains__: (vm, self, item) => containsBytes(vm, self.bytes, item),
    concat: (vm, self, other) => {
      const theirs = bytesOf(other)
      if (theirs === null) return vm.raise('TypeError', `can't concat ${typeName(other)} to bytearray`)
      return newByteArray(vm, joinBytes(self.bytes, theirs))
    },
    inplace_concat: (vm, self, other) => {
      const theirs = bytesOf(other)
      if (theirs === null) return vm.raise('TypeError', `can't concat ${typeName(other)} to bytearray`)
      replace(vm, self, joinBytes(self.bytes, theirs))
      return newRef(self)
    },
    repeat: (vm, self, times) => newByteArray(vm, repeatBytes(vm, self.bytes, times)),
    inplace_repeat: (vm, self, times) => {
      replace(vm, self, repeatBytes(vm, self.bytes, times))
      return newRef(self)
    },
    __mod__: (vm, left, right) =>
      left instanceof PyByteArray
        ? newByteArray(vm, formatBytes(vm, left.bytes, right))
        : newRef(vm.NotImplemented),
  },
  methods: [
    ...bytesMethods<PyByteArray>((self) => self.bytes, newByteArray),
    method('__buffer__(self, flags: ssize_t, /) -> object', 'A memoryview of the object.', (vm, self) =>
      newView(vm, self),
    ),
    method('__release_buffer__(self, buffer: object, /)', 'Ends a view of it.', (vm, self, buffer) =>
      endView(vm, self, buffer),
    ),
    method('append(self, item: object, /)', 'Adds a byte at the end.', (vm, self, item) =>
      splice(vm, self, self.bytes.length, 0, Uint8Array.of(toByte(vm, item, outOfRange))),
    ),
    method(
      'extend(self, iterable_of_ints: object, /)',
      'Adds the bytes of an iterable.',
      (vm, self, iterable) => {
        if (!isIterable(vm, iterable))
          return vm.raise('TypeError', `can't extend bytearray with ${typeName(iterable)}`)
        return splice(
          vm,
          self,
          self.bytes.length,
          0,
          bytesOf(iterable)?.slice() ?? bytesFrom(vm, iterable, 'bytearray'),
        )
      },
    ),
    method(
      'insert(self, index: ssize_t, item: object, /)',
      'Puts a byte before an index.',
      (vm, self, index, item) => {
        const { length } = self.bytes
        splice(
          vm,
          self,
          index < 0 ? Math.max(0, index + length) : Math.min(index, length),
          0,
          Uint8Array.of(toByte(vm, item, outOfRange)),
        )
      },
    ),
    method(
      'pop(self, index: ssize_t = -1, /) -> ssize_t',
      'Removes a byte and returns it.',
      (vm, self, index) => {
        if (self.bytes.length === 0) return vm.raise('IndexError', 'pop from empty bytearray')
        const at = normalIndex(index, self.bytes.length)
        if (at < 0) return vm.raise('IndexError', 'pop index out of range')
        const byte = self.bytes[at]!
        splice(vm, self, at, 1, new Uint8Array())
        return byte
      },
    ),
    method('remove(self, value: object, /)', 'Removes the first occurrence of a byte.', (vm, self, value) => {
      const at = self.bytes.indexOf(toByte(vm, value, outOfRange))
      if (at < 0) vm.raise('ValueError', 'value not found in bytearray')
      else splice(vm, self, at, 1, new Uint8Array())
    }),
    method('clear(self, /)', 'Removes all bytes.', (vm, self) => replace(vm, self, new Uint8Array())),
    method('copy(self, /) -> object', 'A copy.', (vm, self) => newByteArray(vm, self.bytes.slice())),
    method('reverse(self, /)', 'Reverses the order in place.', (_vm, self) => void self.bytes.reverse()),
    method('__sizeof__(self, /) -> ssize_t', 'Bytes of the object.', (_vm, self) => 56 + self.allocated),
    method('__alloc__(self, /) -> ssize_t', 'Bytes of its room.', (_vm, self) => self.allocated),
    method('__reduce__(self, /) -> object', 'How to rebuild it.', (vm, self) => reduceArray(vm, self, 2)),
    method('__reduce_ex__(self, proto: ssize_t = 0, /) -> object', 'How to rebuild it.', reduceArray),
  ],
})
