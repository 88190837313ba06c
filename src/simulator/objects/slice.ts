/** `slice`, and what a slice means for a sequence of a given length. As `Objects/sliceobject.c`. */
import type { HeapType, Visit } from '../heap/object.ts'
import { PyObject } from '../heap/object.ts'
import type { Held, Own } from '../heap/reference.ts'
import { newRef, release } from '../heap/reference.ts'
import { tracked } from './allocate.ts'
import { newBool } from './bool.ts'
import { checkPositional } from './declare/arguments.ts'
import { defineType, member, methodsOf } from './declare/type.ts'
import { newInt } from './int.ts'
import { compare, hashOf } from './protocols/comparison.ts'
import { isIndex, toBigInt, toSliceIndex } from './protocols/numbers.ts'
import { toRepr } from './protocols/text.ts'
import { newStr } from './str.ts'
import { hashSlice } from './text/hash.ts'
import { newTuple, type PyTuple } from './tuple.ts'
import type { VM } from './vm.ts'

export class PySlice extends PyObject {
  readonly start: Held
  readonly stop: Held
  readonly step: Held

  constructor(type: HeapType, start: Own, stop: Own, step: Own) {
    super(type)
    this.start = start
    this.stop = stop
    this.step = step
  }

  override traverse(visit: Visit): void {
    visit(this.start, 'start')
    visit(this.stop, 'stop')
    visit(this.step, 'step')
  }

  override dealloc(): void {
    release(this.step)
    release(this.start)
    release(this.stop)
  }
}

/** `slice(start, stop, step)`; takes the references over. */
export function newSlice(vm: VM, start: Own, stop: Own, step: Own): Own<PySlice> {
  return tracked(vm, new PySlice(vm.types.slice, start, stop, step))
}

/** Which items a slice of a sequence names: `count` items from `start` by `step`. */
export interface SliceRange {
  readonly start: number
  readonly stop: number
  readonly step: number
  readonly count: number
}

function boundOf(vm: VM, bound: PyObject): number {
  if (isIndex(bound)) return toSliceIndex(vm, bound)
  return vm.raise('TypeError', 'slice indices must be integers or None or have an __index__ method')
}

/** The bounds as given, before the length is known (`PySlice_Unpack`). Calls `__index__`. */
export function unpackSlice(vm: VM, slice: PySlice): { start: number; stop: number; step: number } {
  const step = slice.step === vm.None ? 1 : boundOf(vm, slice.step)
  if (step === 0) vm.raise('ValueError', 'slice step cannot be zero')
  const start = slice.start === vm.None ? (step < 0 ? Number.MAX_SAFE_INTEGER : 0) : boundOf(vm, slice.start)
  const stop =
    slice.stop === vm.None
      ? step < 0
        ? -Number.MAX_SAFE_INTEGER
        : Number.MAX_SAFE_INTEGER
      : boundOf(vm, slice.stop)
  return { start, stop, step }
}

/** Start, stop and step for a length, however large any of them is (`_PySlice_GetLongIndices`). */
function exactIndices(vm: VM, slice: PySlice, length: bigint): bigint[] {
  const exact = (bound: PyObject): bigint => {
    if (isIndex(bound)) return toBigInt(vm, bound)
    return vm.raise('TypeError', 'slice indices must be integers or None or have an __index__ method')
  }
  const step = slice.step === vm.None ? 1n : exact(slice.step)
  if (step === 0n) vm.raise('ValueError', 'slice step cannot be zero')
  const [lowest, highest] = step < 0n ? [-1n, length - 1n] : [0n, length]
  const place = (bound: PyObject, fallback: bigint): bigint => {
    if (bound === vm.None) return fallback
    const value = exact(bound)
    if (value >= 0n) return value < highest ? value : highest
    return value + length > lowest ? value + length : lowest
  }
  const start = place(slice.start, step < 0n ? highest : lowest)
  return [start, place(slice.stop, step < 0n ? lowest : highest), step]
}

/** Clips bounds to a length (`PySlice_AdjustIndices`). */
export function adjustSlice(
  bounds: { start: number; stop: number; step: number },
  length: number,
): SliceRange {
  const { step } = bounds
  const clip = (value: number): number => {
    if (value < 0) {
      const shifted = value + length
      return shifted < 0 ? (step < 0 ? -1 : 0) : shifted
    }
    return value >= length ? (step < 0 ? length - 1 : length) : value
  }
  const start = clip(bounds.start)
  const stop = clip(bounds.stop)
  let count = 0
  if (step < 0 && stop < start) count = Math.floor((start - stop - 1) / -step) + 1
  else if (step > 0 && start < stop) count = Math.floor((stop - start - 1) / step) + 1
  return { start, stop, step, count }
}

/** The items that a slice names in a sequence whose length is asked for after the bounds are known. */
export function sliceRange(vm: VM, slice: PySlice, length: () => number): SliceRange {
  const bounds = unpackSlice(vm, slice)
  return adjustSlice(bounds, length())
}

/** The items of an array that a slice names, borrowed. */
export function sliceItems<T>(items: readonly T[], { start, step, count }: SliceRange): T[] {
  if (step === 1) return items.slice(start, start + count)
  const picked: T[] = new Array(count)
  for (let i = 0, at = start; i < count; i++, at += step) picked[i] = items[at]!
  return picked
}

function asTuple(vm: VM, self: PySlice): Own<PyTuple> {
  return newTuple(vm, [newRef(self.start), newRef(self.stop), newRef(self.step)])
}

const method = methodsOf<PySlice>()

export const sliceSpec = defineType(PySlice, 'slice', 'Bounds and step of a slice.', {
  reserve: { most: 1, isLasting: true },
  basicsize: 40,
  container: true,
  slots: {
    __new__: (vm, _cls, args, kwnames) => {
      if (kwnames !== null && kwnames.length > 0)
        return vm.raise('TypeError', 'slice() takes no keyword arguments')
      checkPositional(vm, 'slice', args.length, 1, 3)
      const [first, second, third] = args
      if (second === undefined) return newSlice(vm, newRef(vm.None), newRef(first!), newRef(vm.None))
      return newSlice(vm, newRef(first!), newRef(second), newRef(third ?? vm.None))
    },
    __repr__: (vm, self) =>
      newStr(vm, `slice(${toRepr(vm, self.start)}, ${toRepr(vm, self.stop)}, ${toRepr(vm, self.step)})`),
    __hash__: (vm, self) => hashSlice(hashOf(vm, self.start), hashOf(vm, self.stop), hashOf(vm, self.step)),
    richcompare: (vm, self, other, operator) => {
      if (!(other instanceof PySlice)) return newRef(vm.NotImplemented)
      if (self === other) return newBool(vm, operator === 1 || operator === 2 || operator === 5)
      const left = asTuple(vm, self)
      const right = asTuple(vm, other)
      try {
        return compare(vm, left, right, operator)
      } finally {
        release(left)
        release(right)
      }
    },
  },
  getset: [
    member('start', 'The start.', (_vm, self) => newRef(self.start)),
    member('stop', 'The end, not included.', (_vm, self) => newRef(self.stop)),
    member('step', 'The step.', (_vm, self) => newRef(self.step)),
  ],
  methods: [
    method(
      'indices(self, object: object, /) -> object',
      'Start, stop and step for a sequence of that length.',
      (vm, self, lengthObject) => {
        const length = toBigInt(vm, lengthObject)
        if (length < 0n) return vm.raise('ValueError', 'length should not be negative')
        return newTuple(
          vm,
          exactIndices(vm, self, length).map((each) => newInt(vm, each)),
        )
      },
    ),
    method('__reduce__(self, /) -> object', 'How to rebuild it.', (vm, self) =>
      newTuple(vm, [newRef(vm.types.slice), asTuple(vm, self)]),
    ),
  ],
})
