/**
 * The two general iterators: over anything with `__getitem__` (`iterator`), and over the results of a call
 * until a sentinel comes (`callable_iterator`). As `Objects/iterobject.c`.
 */
import type { HeapType, Visit } from '../heap/object.ts'
import { PyObject } from '../heap/object.ts'
import type { Held, Own } from '../heap/reference.ts'
import { newRef, release, releaseMaybe } from '../heap/reference.ts'
import { tracked } from './allocate.ts'
import { defineType, methodsOf } from './declare/type.ts'
import { newInt } from './int.ts'
import { reduceIterator, sequenceRest, toPosition } from './iterator-state.ts'
import { getAttrNamed } from './protocols/attributes.ts'
import { isEqual } from './protocols/comparison.ts'
import { getItem, lengthOf } from './protocols/sequences.ts'
import { dropRaise, isRaise } from './raise.ts'
import { newTuple } from './tuple.ts'
import { typeOf } from './type.ts'
import type { VM } from './vm.ts'

export class PySequenceIterator extends PyObject {
  index = 0
  /** Null when exhausted. */
  sequence: Held | null

  constructor(type: HeapType, sequence: Own) {
    super(type)
    this.sequence = sequence
  }

  override traverse(visit: Visit): void {
    if (this.sequence !== null) visit(this.sequence, 'sequence')
  }

  override dealloc(): void {
    this.finish()
  }

  finish(): void {
    const { sequence } = this
    this.sequence = null
    releaseMaybe(sequence)
  }
}

/** An iterator that asks `sequence[0]`, `sequence[1]`, … until IndexError or StopIteration. */
export function newSequenceIterator(vm: VM, sequence: PyObject): Own<PySequenceIterator> {
  return tracked(vm, new PySequenceIterator(vm.types.iterator, newRef(sequence)))
}

const method = methodsOf<PySequenceIterator>()

export const sequenceIteratorSpec = defineType(PySequenceIterator, 'iterator', null, {
  basicsize: 32,
  container: true,
  noInstantiation: true,
  slots: {
    __iter__: (_vm, self) => newRef(self),
    __next__: (vm, self) => {
      if (self.sequence === null) return null
      const index = newInt(vm, self.index)
      try {
        const item = getItem(vm, self.sequence, index)
        self.index++
        return item
      } catch (thrown) {
        if (!isRaise(thrown, vm.types.IndexError) && !isRaise(thrown, vm.types.StopIteration)) throw thrown
        dropRaise(thrown)
        self.finish()
        return null
      } finally {
        release(index)
      }
    },
  },
  methods: [
    method('__length_hint__(self, /) -> object', 'How many items are left, probably.', (vm, self) => {
      if (self.sequence === null) return newInt(vm, 0)
      if (typeOf(self.sequence).slots.__len__ === null) return newRef(vm.NotImplemented)
      return newInt(vm, Math.max(0, lengthOf(vm, self.sequence) - self.index))
    }),
    method('__reduce__(self, /) -> object', 'How to rebuild it.', (vm, self) =>
      reduceIterator(vm, 'iter', () =>
        sequenceRest(
          vm,
          self.sequence === null ? null : newRef(self.sequence),
          () => self.index,
          () => newTuple(vm, []),
        ),
      ),
    ),
    method('__setstate__(self, object: object, /)', 'Sets the position.', (vm, self, state) => {
      const index = toPosition(vm, state, 0, Number.MAX_VALUE)
      if (self.sequence !== null) self.index = index
    }),
  ],
})

export class PyCallableIterator extends PyObject {
  callable: Held | null
  sentinel: Held | null

  constructor(type: HeapType, callable: Own, sentinel: Own) {
    super(type)
    this.callable = callable
    this.sentinel = sentinel
  }

  override traverse(visit: Visit): void {
    if (this.callable !== null) visit(this.callable, 'callable')
    if (this.sentinel !== null) visit(this.sentinel, 'sentinel')
  }

  override dealloc(): void {
    this.finish()
  }

  finish(): void {
    const { callable, sentinel } = this
    this.callable = this.sentinel = null
    releaseMaybe(callable)
    releaseMaybe(sentinel)
  }
}

/** `iter(callable, sentinel)`. */
export function newCallableIterator(vm: VM, callable: PyObject, sentinel: PyObject): Own<PyCallableIterator> {
  return tracked(vm, new PyCallableIterator(vm.types.callable_iterator, newRef(callable), newRef(sentinel)))
}

const callableMethod = methodsOf<PyCallableIterator>()

export const callableIteratorSpec = defineType(PyCallableIterator, 'callable_iterator', null, {
  basicsize: 32,
  container: true,
  noInstantiation: true,
  slots: {
    __iter__: (_vm, self) => newRef(self),
    __next__: (vm, self) => {
      if (self.callable === null) return null
      let value: Own
      try {
        value = vm.call(self.callable, [])
      } catch (thrown) {
        if (!isRaise(thrown, vm.types.StopIteration)) throw thrown
        dropRaise(thrown)
        self.finish()
        return null
      }
      // The call may have exhausted this iterator.
      if (self.sentinel !== null && !isEqual(vm, self.sentinel, value)) return value
      release(value)
      self.finish()
      return null
    },
  },
  methods: [
    callableMethod('__reduce__(self, /) -> object', 'How to rebuild it.', (vm, self) => {
      const rebuild = getAttrNamed(vm, vm.builtins, 'iter')
      const { callable, sentinel } = self
      const args =
        callable === null || sentinel === null ? [newTuple(vm, [])] : [newRef(callable), newRef(sentinel)]
      return newTuple(vm, [rebuild, newTuple(vm, args)])
    }),
  ],
})
