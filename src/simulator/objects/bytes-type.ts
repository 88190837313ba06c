/** `bytes` and the iterators over bytes. As `Objects/bytesobject.c`. */
import type { HeapType, Visit } from '../heap/object.ts'
import { PyObject } from '../heap/object.ts'
import type { Held, Own } from '../heap/reference.ts'
import { lend, newRef, release, releaseMaybe } from '../heap/reference.ts'
import { tracked } from './allocate.ts'
import { bytesOf } from './buffers.ts'
import { PyByteArray } from './bytearray.ts'
import { newBytes, PyBytes } from './bytes.ts'
import {
  bytesFrom,
  bytesMethods,
  compareBytes,
  containsBytes,
  joinBytes,
  latin,
  repeatBytes,
  unlatin,
} from './bytes-methods.ts'
import type { KwNames } from './declare/slots.ts'
import { defineType, methodsOf } from './declare/type.ts'
import { encodeText } from './encodings.ts'
import { newInt } from './int.ts'
import { reduceIterator, sequenceRest, toPosition } from './iterator-state.ts'
import { newView } from './memoryview.ts'
import { callBoundSpecial } from './protocols/calls.ts'
import { isIndex, toIndex } from './protocols/numbers.ts'
import { normalIndex } from './sequence-compare.ts'
import { PySlice, sliceItems, sliceRange } from './slice.ts'
import { newStr, PyStr } from './str.ts'
import { convertPercent, formatWithPercent } from './str-formatting.ts'
import { hashBytes } from './text/hash.ts'
import { type Conversion, percentText } from './text/percent-format.ts'
import { quoteBytes } from './text/repr.ts'
import { newTuple } from './tuple.ts'
import { type PyType, typeName, typeOf } from './type.ts'
import type { VM } from './vm.ts'

function expectName(vm: VM, func: string, parameter: string, value: PyObject | undefined): void {
  if (value === undefined || value instanceof PyStr) return
  vm.raise(
    'TypeError',
    `${func}() argument '${parameter}' must be str, not ${value === vm.None ? 'None' : typeName(value)}`,
  )
}

/** The arguments of `bytes(…)` and `bytearray(…)` as bytes. */
export function bytesFromArguments(
  vm: VM,
  name: 'bytes' | 'bytearray',
  args: readonly PyObject[],
  kwnames: KwNames,
): Uint8Array {
  const count = args.length - (kwnames?.length ?? 0)
  const values: (PyObject | undefined)[] = args.slice(0, count)
  if (args.length > 3)
    return vm.raise('TypeError', `${name}() takes at most 3 arguments (${args.length} given)`)
  kwnames?.forEach((key, i) => {
    const at = ['source', 'encoding', 'errors'].indexOf(key.value)
    if (values[at] !== undefined)
      vm.raise('TypeError', `argument for ${name}() given by name ('${key.value}') and position (${at + 1})`)
    if (at < 0) vm.raise('TypeError', `${name}() got an unexpected keyword argument '${key.value}'`)
    values[at] = args[count + i]
  })
  const [source, encoding, errors] = values
  expectName(vm, name, 'encoding', encoding)
  expectName(vm, name, 'errors', errors)
  if (source === undefined) {
    if (encoding !== undefined || errors !== undefined)
      return vm.raise('TypeError', 'encoding or errors without a string argument')
    return new Uint8Array()
  }
  if (source instanceof PyStr && (encoding !== undefined || errors !== undefined || name === 'bytearray')) {
    if (encoding === undefined) return vm.raise('TypeError', 'string argument without an encoding')
    return encodeText(
      vm,
      source,
      (encoding as PyStr).value,
      errors instanceof PyStr ? errors.value : 'strict',
    )
  }
  if (encoding !== undefined || errors !== undefined)
    return vm.raise('TypeError', 'encoding without a string argument')
  // A bytearray is not asked of `__bytes__`.
  const own = name === 'bytes' ? callBoundSpecial(vm, source, '__bytes__', []) : null
  if (own !== null) {
    try {
      if (own instanceof PyBytes) return own.value.slice()
      return vm.raise('TypeError', `__bytes__ returned non-bytes (type ${typeName(own)})`)
    } finally {
      release(own)
    }
  }
  return bytesFrom(vm, source, name)
}

function makeBytes(vm: VM, cls: PyType, args: readonly PyObject[], kwnames: KwNames): Own {
  if (cls === vm.types.bytes && args.length === 1 && kwnames === null && typeOf(args[0]!) === cls)
    return newRef(args[0]!)
  const bytes = bytesFromArguments(vm, 'bytes', args, kwnames)
  return cls === vm.types.bytes
    ? newBytes(vm, bytes)
    : (tracked(vm, new PyBytes(cls, bytes)) as unknown as Own)
}

/** A value in a bytes template: `%s` and `%b` take bytes, `%c` one byte. */
function convertToBytes(vm: VM, value: PyObject, conversion: Conversion): string {
  const { code } = conversion
  const bytes = bytesOf(value)
  if (code === 's' || code === 'b') {
    if (bytes !== null) return percentText(latin(bytes), conversion)
    const own = callBoundSpecial(vm, value, '__bytes__', [])
    if (own === null) {
      return vm.raise(
        'TypeError',
        `%b requires a bytes-like object, or an object that implements __bytes__, not '${typeName(value)}'`,
      )
    }
    return lend(own, (made) => percentText(latin((made as unknown as PyBytes).value), conversion))
  }
  if (code === 'c' && bytes !== null && bytes.length === 1) return percentText(latin(bytes), conversion)
  return convertPercent(vm, value, code === 'r' ? { ...conversion, code: 'a' } : conversion)
}

/** `bytes % values`, by the text formatter. */
export function formatBytes(vm: VM, bytes: Uint8Array, values: PyObject): Uint8Array {
  const template = newStr(vm, latin(bytes))
  try {
    const text = formatWithPercent(vm, template, values, convertToBytes, 'bytes')
    try {
      return unlatin((text as unknown as PyStr).value)
    } finally {
      release(text)
    }
  } finally {
    release(template)
  }
}

const method = methodsOf<PyBytes>()

export const bytesSpec = defineType(PyBytes, 'bytes', 'An immutable sequence of bytes.', {
  basicsize: 33,
  itemsize: 1,
  subclassable: true,
  slots: {
    __new__: makeBytes,
    __repr__: (vm, self) => newStr(vm, quoteBytes(self.value)),
    __hash__: (_vm, self) => hashBytes(self.value),
    richcompare: (vm, self, other, operator) =>
      other instanceof PyBytes || other instanceof PyByteArray
        ? compareBytes(vm, self.value, other, operator)
        : newRef(vm.NotImplemented),
    __iter__: (vm, self) =>
      tracked(vm, new PyBytesIterator(vm.types.bytes_iterator, newRef(self))) as unknown as Own,
    __len__: (_vm, self) => self.value.length,
    __getitem__: (vm, self, key) => {
      if (isIndex(key)) {
        const at = normalIndex(toIndex(vm, key, 'IndexError'), self.value.length)
        return at < 0 ? vm.raise('IndexError', 'index out of range') : newInt(vm, self.value[at]!)
      }
      if (!(key instanceof PySlice))
        return vm.raise('TypeError', `byte indices must be integers or slices, not ${typeName(key)}`)
      const range = sliceRange(vm, key, () => self.value.length)
      return newBytes(vm, Uint8Array.from(sliceItems([...self.value], range)))
    },
    __contains__: (vm, self, item) => containsBytes(vm, self.value, item),
    concat: (vm, self, other) => {
      const theirs = bytesOf(other)
      if (theirs === null) return vm.raise('TypeError', `can't concat ${typeName(other)} to bytes`)
      return newBytes(vm, joinBytes(self.value, theirs))
    },
    repeat: (vm, self, times) =>
      times === 1 && typeOf(self) === vm.types.bytes
        ? newRef(self)
        : newBytes(vm, repeatBytes(vm, self.value, times)),
    __mod__: (vm, left, right) =>
      left instanceof PyBytes ? newBytes(vm, formatBytes(vm, left.value, right)) : newRef(vm.NotImplemented),
  },
  methods: [
    ...bytesMethods<PyBytes>(
      (self) => self.value,
      (vm, bytes) => newBytes(vm, bytes),
    ),
    method('__buffer__(self, flags: ssize_t, /) -> object', 'A memoryview of the object.', (vm, self) =>
      newView(vm, self),
    ),
    method('__bytes__(self, /) -> object', 'The bytes themselves.', (vm, self) => newBytes(vm, self.value)),
    method('__getnewargs__(self, /) -> object', 'The arguments that rebuild it.', (vm, self) =>
      newTuple(vm, [newBytes(vm, self.value)]),
    ),
  ],
})

export class PyBytesIterator extends PyObject {
  /** Null when exhausted. */
  source: Held<PyBytes | PyByteArray> | null
  index = 0

  constructor(type: HeapType, source: Own<PyBytes | PyByteArray>) {
    super(type)
    this.source = source
  }

  override traverse(visit: Visit): void {
    if (this.source !== null) visit(this.source, 'source')
  }

  override dealloc(): void {
    const { source } = this
    this.source = null
    releaseMaybe(source)
  }
}

const iteratorMethod = methodsOf<PyBytesIterator>()

function defineBytesIterator(name: string) {
  return defineType(PyBytesIterator, name, null, {
    basicsize: 32,
    container: true,
    noInstantiation: true,
    slots: {
      __iter__: (_vm, self) => newRef(self),
      __next__: (vm, self) => {
        const { source } = self
        if (source === null) return null
        const byte = bytesOf(source)![self.index]
        if (byte === undefined) {
          self.source = null
          release(source)
          return null
        }
        self.index++
        return newInt(vm, byte)
      },
    },
    methods: [
      iteratorMethod('__length_hint__(self, /) -> ssize_t', 'How many bytes are left.', (_vm, self) =>
        self.source === null ? 0 : Math.max(0, bytesOf(self.source)!.length - self.index),
      ),
      iteratorMethod('__reduce__(self, /) -> object', 'How to rebuild it.', (vm, self) =>
        reduceIterator(vm, 'iter', () =>
          sequenceRest(
            vm,
            self.source === null ? null : newRef(self.source),
            () => self.index,
            () => newTuple(vm, []),
          ),
        ),
      ),
      iteratorMethod('__setstate__(self, object: object, /)', 'Sets the position.', (vm, self, state) => {
        const index = toPosition(vm, state, 0, self.source === null ? 0 : bytesOf(self.source)!.length)
        if (self.source !== null) self.index = index
      }),
    ],
  })
}

export const bytesIteratorSpecs = {
  bytes_iterator: defineBytesIterator('bytes_iterator'),
  bytearray_iterator: defineBytesIterator('bytearray_iterator'),
}
