/** `range` and its iterators. Bounds are integers of any size. As `Objects/rangeobject.c`. */
import type { HeapType } from '../heap/object.ts'
import { PyObject } from '../heap/object.ts'
import type { Own } from '../heap/reference.ts'
import { newRef } from '../heap/reference.ts'
import { newBool } from './bool.ts'
import { checkPositional } from './declare/arguments.ts'
import { EQ, NE } from './declare/slots.ts'
import { defineType, member, methodsOf } from './declare/type.ts'
import { type Integer, newInt, normalInteger, PyInt } from './int.ts'
import { reduceIterator } from './iterator-state.ts'
import { isSame } from './protocols/comparison.ts'
import { eachItem } from './protocols/iteration.ts'
import { isIndex, toInteger } from './protocols/numbers.ts'
import { toRepr } from './protocols/text.ts'
import { PySlice } from './slice.ts'
import { newStr } from './str.ts'
import { hashRange } from './text/hash.ts'
import { newTuple } from './tuple.ts'
import { typeName, typeOf } from './type.ts'
import type { VM } from './vm.ts'

export class PyRange extends PyObject {
  readonly start: Integer
  readonly stop: Integer
  readonly step: Integer
  readonly length: Integer

  constructor(type: HeapType, start: Integer, stop: Integer, step: Integer) {
    super(type)
    this.start = start
    this.stop = stop
    this.step = step
    this.length = lengthOfRange(start, stop, step)
  }

  override get usesTrashcan(): boolean {
    return false
  }
}

function tooLong(vm: VM): never {
  return vm.raise('OverflowError', 'Python int too large to convert to C ssize_t')
}

/** `len(range)`, which may be more than a number can say. */
export function exactLength(vm: VM, range: PyRange): Integer {
  return BigInt(range.length) >= 1n << 63n ? tooLong(vm) : range.length
}

function lengthOfRange(start: Integer, stop: Integer, step: Integer): Integer {
  if (typeof start === 'number' && typeof stop === 'number' && typeof step === 'number') {
    const distance = step > 0 ? stop - start : start - stop
    if (distance <= 0) return 0
    if (Number.isSafeInteger(distance)) return Math.floor((distance - 1) / Math.abs(step)) + 1
  }
  const [low, high, size] =
    step > 0 ? [BigInt(start), BigInt(stop), BigInt(step)] : [BigInt(stop), BigInt(start), -BigInt(step)]
  return low >= high ? 0 : normalInteger((high - low - 1n) / size + 1n)
}

/** The item at an index that is known to be in range. */
function itemAt(range: PyRange, index: Integer): Integer {
  const { start, step } = range
  if (typeof start === 'number' && typeof step === 'number' && typeof index === 'number') {
    const value = start + index * step
    if (Number.isSafeInteger(value)) return value
  }
  return normalInteger(BigInt(start) + BigInt(index) * BigInt(step))
}

function newRange(vm: VM, start: Integer, stop: Integer, step: Integer): Own {
  return new PyRange(vm.types.range, start, stop, step) as unknown as Own
}

/** Where an int is in the range, or null. */
function indexOf(range: PyRange, value: Integer): Integer | null {
  const offset = BigInt(value) - BigInt(range.start)
  const step = BigInt(range.step)
  if (offset % step !== 0n) return null
  const index = offset / step
  return index >= 0n && index < BigInt(range.length) ? normalInteger(index) : null
}

function subscript(vm: VM, self: PyRange, key: PyObject): Own {
  if (isIndex(key)) {
    const index = BigInt(toInteger(vm, key))
    const length = BigInt(self.length)
    const at = index < 0n ? index + length : index
    if (at < 0n || at >= length) return vm.raise('IndexError', 'range object index out of range')
    return newInt(vm, itemAt(self, normalInteger(at)))
  }
  if (!(key instanceof PySlice)) {
    return vm.raise('TypeError', `range indices must be integers or slices, not ${typeName(key)}`)
  }
  const length = BigInt(self.length)
  const step = key.step === vm.None ? 1n : BigInt(toInteger(vm, key.step))
  if (step === 0n) return vm.raise('ValueError', 'slice step cannot be zero')
  const [lowest, highest] = step < 0n ? [-1n, length - 1n] : [0n, length]
  const bound = (value: PyObject, fallback: bigint): bigint => {
    if (value === vm.None) return fallback
    let at = BigInt(toInteger(vm, value))
    if (at < 0n) at += length
    return at < lowest ? lowest : at > highest ? highest : at
  }
  const start = bound(key.start, step < 0n ? highest : lowest)
  const stop = bound(key.stop, step < 0n ? lowest : highest)
  const value = (index: bigint): Integer => normalInteger(BigInt(self.start) + index * BigInt(self.step))
  return newRange(vm, value(start), value(stop), normalInteger(BigInt(self.step) * step))
}

function isEqualRange(a: PyRange, b: PyRange): boolean {
  if (a.length !== b.length) return false
  if (a.length === 0) return true
  return a.start === b.start && (a.length === 1 || a.step === b.step)
}

const method = methodsOf<PyRange>()

export const rangeSpec = defineType(PyRange, 'range', 'An immutable sequence of evenly spaced integers.', {
  vectorcall: true,
  basicsize: 48,
  patma: 'sequence',
  slots: {
    __new__: (vm, _cls, args, kwnames) => {
      if (kwnames !== null && kwnames.length > 0)
        return vm.raise('TypeError', 'range() takes no keyword arguments')
      checkPositional(vm, 'range', args.length, 1, 3)
      if (args.length === 1) return newRange(vm, 0, toInteger(vm, args[0]!), 1)
      const start = toInteger(vm, args[0]!)
      const stop = toInteger(vm, args[1]!)
      const step = args[2] === undefined ? 1 : toInteger(vm, args[2])
      if (step === 0) return vm.raise('ValueError', 'range() arg 3 must not be zero')
      return newRange(vm, start, stop, step)
    },
    __repr__: (vm, { start, stop, step }) =>
      newStr(vm, step === 1 ? `range(${start}, ${stop})` : `range(${start}, ${stop}, ${step})`),
    __hash__: (_vm, self) => hashRange(self.length, self.start, self.step),
    richcompare: (vm, self, other, operator) => {
      if ((operator !== EQ && operator !== NE) || !(other instanceof PyRange))
        return newRef(vm.NotImplemented)
      return newBool(vm, isEqualRange(self, other) === (operator === EQ))
    },
    __iter__: (vm, self) => newRangeIterator(vm, self, false),
    __len__: (vm, self) => (typeof self.length === 'number' ? self.length : tooLong(vm)),
    __bool__: (_vm, self) => self.length !== 0,
    __getitem__: subscript,
    __contains__: (vm, self, item) => {
      if (item instanceof PyInt && (typeOf(item) === vm.types.int || typeOf(item) === vm.types.bool))
        return indexOf(self, item.value) !== null
      let found = false
      eachItem(vm, self, (each) => {
        found = isSame(vm, each, item)
        return !found
      })
      return found
    },
  },
  getset: [
    member('start', 'The first number.', (vm, self) => newInt(vm, self.start)),
    member('stop', 'The bound, not included.', (vm, self) => newInt(vm, self.stop)),
    member('step', 'The distance between two.', (vm, self) => newInt(vm, self.step)),
  ],
  methods: [
    method('__reversed__(self, /) -> object', 'The numbers, last first.', (vm, self) =>
      newRangeIterator(vm, self, true),
    ),
    method('__reduce__(self, /) -> object', 'How to rebuild it.', (vm, self) =>
      newTuple(vm, [
        newRef(vm.types.range) as never,
        newTuple(vm, [newInt(vm, self.start), newInt(vm, self.stop), newInt(vm, self.step)]),
      ]),
    ),
    method('count(self, object: object, /) -> ssize_t', 'How often a value occurs.', (vm, self, value) => {
      if (value instanceof PyInt) return indexOf(self, value.value) === null ? 0 : 1
      let count = 0
      eachItem(vm, self, (each) => {
        if (isSame(vm, each, value)) count++
      })
      return count
    }),
    method('index(self, object: object, /) -> int', 'Where a value is.', (vm, self, value) => {
      const at = value instanceof PyInt ? indexOf(self, value.value) : null
      if (at !== null) return at
      if (value instanceof PyInt) return vm.raise('ValueError', `${toRepr(vm, value)} is not in range`)
      let found = -1
      let place = 0
      eachItem(vm, self, (each) => {
        if (isSame(vm, each, value)) found = place
        place++
        return found < 0
      })
      return found >= 0 ? found : vm.raise('ValueError', 'sequence.index(x): x not in sequence')
    }),
  ],
})

export class PyRangeIterator extends PyObject {
  next: Integer
  readonly step: Integer
  remaining: Integer

  constructor(type: HeapType, start: Integer, step: Integer, remaining: Integer) {
    super(type)
    this.next = start
    this.step = step
    this.remaining = remaining
  }

  override get usesTrashcan(): boolean {
    return false
  }
}

function newRangeIterator(vm: VM, range: PyRange, reversed: boolean): Own {
  const { length } = range
  const start = !reversed ? range.start : length === 0 ? 0 : itemAt(range, normalInteger(BigInt(length) - 1n))
  const step = !reversed
    ? range.step
    : typeof range.step === 'number'
      ? -range.step
      : normalInteger(-range.step)
  const small =
    typeof start === 'number' &&
    typeof step === 'number' &&
    typeof range.stop === 'number' &&
    typeof length === 'number'
  return new PyRangeIterator(
    small ? vm.types.range_iterator : vm.types.longrange_iterator,
    start,
    step,
    length,
  ) as unknown as Own
}

const iteratorMethod = methodsOf<PyRangeIterator>()

function defineRangeIterator(name: string) {
  return defineType(PyRangeIterator, name, null, {
    basicsize: 40,
    noInstantiation: true,
    slots: {
      __iter__: (_vm, self) => newRef(self),
      __next__: (vm, self) => {
        const { next, step, remaining } = self
        if (remaining === 0) return null
        if (
          typeof next === 'number' &&
          typeof step === 'number' &&
          typeof remaining === 'number' &&
          Number.isSafeInteger(next + step)
        ) {
          self.next = next + step
          self.remaining = remaining - 1
        } else {
          self.next = normalInteger(BigInt(next) + BigInt(step))
          self.remaining = normalInteger(BigInt(remaining) - 1n)
        }
        return newInt(vm, next)
      },
    },
    methods: [
      iteratorMethod(
        '__length_hint__(self, /) -> int',
        'How many numbers are left.',
        (_vm, self) => self.remaining,
      ),
      iteratorMethod('__reduce__(self, /) -> object', 'How to rebuild it.', (vm, self) =>
        reduceIterator(vm, 'iter', () => {
          const stop = normalInteger(BigInt(self.next) + BigInt(self.remaining) * BigInt(self.step))
          const source = new PyRange(vm.types.range, self.next, stop, self.step) as unknown as Own
          return { source, position: newRef(vm.None) }
        }),
      ),
      iteratorMethod(
        '__setstate__(self, object: object, /)',
        'Moves on by so many numbers.',
        (vm, self, state) => {
          const given = BigInt(toInteger(vm, state))
          const left = BigInt(self.remaining)
          const count = given < 0n ? 0n : given > left ? left : given
          self.next = normalInteger(BigInt(self.next) + count * BigInt(self.step))
          self.remaining = normalInteger(left - count)
        },
      ),
    ],
  })
}

export const rangeIteratorSpecs = {
  range_iterator: defineRangeIterator('range_iterator'),
  longrange_iterator: defineRangeIterator('longrange_iterator'),
}
