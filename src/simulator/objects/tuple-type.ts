/** `tuple`: its methods, operators and iterator. As `Objects/tupleobject.c`. */
import type { HeapType, Visit } from '../heap/object.ts'
import { PyObject } from '../heap/object.ts'
import type { Held, Own } from '../heap/reference.ts'
import { lend, newRef, release, releaseMaybe } from '../heap/reference.ts'
import { tracked } from './allocate.ts'
import { checkPositional, positionalArguments } from './declare/arguments.ts'
import { classMethod, defineType, methodsOf } from './declare/type.ts'
import { newGenericAlias } from './generic-alias.ts'
import { reduceIterator, sequenceRest, toPosition } from './iterator-state.ts'
import { repeated, reprItems } from './list-type.ts'
import { hashOf } from './protocols/comparison.ts'
import { toTuple } from './protocols/iteration.ts'
import { isIndex, toIndex } from './protocols/numbers.ts'
import { compareSequences, countItems, findItem, normalIndex } from './sequence-compare.ts'
import { PySlice, sliceItems, sliceRange } from './slice.ts'
import { hashTuple } from './text/hash.ts'
import { newTuple, PyTuple } from './tuple.ts'
import { typeName } from './type.ts'
import type { VM } from './vm.ts'

function subscript(vm: VM, self: PyTuple, key: PyObject): Own {
  if (isIndex(key)) {
    const at = normalIndex(toIndex(vm, key, 'IndexError'), self.items.length)
    return at < 0 ? vm.raise('IndexError', 'tuple index out of range') : newRef(self.items[at]!)
  }
  if (key instanceof PySlice) {
    const range = sliceRange(vm, key, () => self.items.length)
    if (range.step === 1 && range.count === self.items.length && self.type === (vm.types.tuple as unknown))
      return newRef(self)
    return newTuple(vm, sliceItems(self.items, range).map(newRef))
  }
  return vm.raise('TypeError', `tuple indices must be integers or slices, not ${typeName(key)}`)
}

const method = methodsOf<PyTuple>()

export const tupleSpec = defineType(PyTuple, 'tuple(iterable=(), /)', 'An immutable sequence.', {
  reserve: { most: 2000, largest: 200 },
  vectorcall: true,
  basicsize: 24,
  itemsize: 8,
  subclassable: true,
  container: true,
  patma: 'sequence',
  slots: {
    __new__: (vm, cls, given, kwnames) => {
      const args = positionalArguments(vm, 'tuple', cls, given, kwnames)
      checkPositional(vm, 'tuple', args.length, 0, 1)

      const [iterable] = args
      if (cls === vm.types.tuple) {
        if (iterable === undefined) return newTuple(vm, [])
        return toTuple(vm, iterable)
      }
      // The items come from a plain tuple.
      const plain = iterable === undefined ? newRef(vm.emptyTuple) : toTuple(vm, iterable)
      return lend(plain, ({ items }) => tracked(vm, new PyTuple(cls, items.map(newRef)))) as unknown as Own
    },
    __repr__: (vm, self) => reprItems(vm, self, '(', self.items.length === 1 ? ',)' : ')'),
    __hash__: (vm, self) => hashTuple(self.items.map((item) => hashOf(vm, item))),
    richcompare: (vm, self, other, operator) =>
      other instanceof PyTuple
        ? compareSequences(vm, self, other, operator, false)
        : newRef(vm.NotImplemented),
    __iter__: (vm, self) =>
      tracked(vm, new PyTupleIterator(vm.types.tuple_iterator, newRef(self))) as unknown as Own,
    __len__: (_vm, self) => self.items.length,
    __getitem__: subscript,
    __contains__: (vm, self, item) => findItem(vm, self, item, false) >= 0,
    concat: (vm, self, other) => {
      if (!(other instanceof PyTuple))
        return vm.raise('TypeError', `can only concatenate tuple (not "${typeName(other)}") to tuple`)
      if (self.items.length === 0 && other.type === (vm.types.tuple as unknown)) return newRef(other)
      if (other.items.length === 0 && self.type === (vm.types.tuple as unknown)) return newRef(self)
      return newTuple(vm, [...self.items.map(newRef), ...other.items.map(newRef)])
    },
    repeat: (vm, self, times) => {
      if (times === 1 && self.type === (vm.types.tuple as unknown)) return newRef(self)
      return newTuple(vm, repeated(vm, self.items, times))
    },
  },
  methods: [
    method('count(self, value: object, /) -> ssize_t', 'How many items equal the value.', (vm, self, value) =>
      countItems(vm, self, value, false),
    ),
    method(
      'index(self, value: object, start: strict_slice_index = 0, stop: strict_slice_index = sys.maxsize, /) -> ssize_t',
      'Where the first equal item is.',
      (vm, self, value, start, stop) => {
        const at = findItem(vm, self, value, false, start, stop)
        return at < 0 ? vm.raise('ValueError', 'tuple.index(x): x not in tuple') : at
      },
    ),
    method('__getnewargs__(self, /) -> object', 'The arguments that rebuild it.', (vm, self) =>
      newTuple(vm, [newTuple(vm, self.items.map(newRef))]),
    ),
    classMethod(
      '__class_getitem__(cls, object: object, /) -> object',
      'A parametrized form for annotations.',
      (vm, cls, item) => newGenericAlias(vm, cls, item),
    ),
  ],
})

export class PyTupleIterator extends PyObject {
  tuple: Held<PyTuple> | null
  index = 0

  constructor(type: HeapType, tuple: Own<PyTuple>) {
    super(type)
    this.tuple = tuple
  }

  override traverse(visit: Visit): void {
    if (this.tuple !== null) visit(this.tuple, 'tuple')
  }

  override dealloc(): void {
    const { tuple } = this
    this.tuple = null
    releaseMaybe(tuple)
  }
}

const iteratorMethod = methodsOf<PyTupleIterator>()

export const tupleIteratorSpec = defineType(PyTupleIterator, 'tuple_iterator', null, {
  basicsize: 32,
  container: true,
  noInstantiation: true,
  slots: {
    __iter__: (_vm, self) => newRef(self),
    __next__: (_vm, self) => {
      const { tuple } = self
      if (tuple === null) return null
      const item = tuple.items[self.index]
      if (item !== undefined) {
        self.index++
        return newRef(item)
      }
      self.tuple = null
      release(tuple)
      return null
    },
  },
  methods: [
    iteratorMethod('__length_hint__(self, /) -> ssize_t', 'How many items are left.', (_vm, self) =>
      self.tuple === null ? 0 : self.tuple.items.length - self.index,
    ),
    iteratorMethod('__reduce__(self, /) -> object', 'How to rebuild it.', (vm, self) =>
      reduceIterator(vm, 'iter', () =>
        sequenceRest(
          vm,
          self.tuple === null ? null : newRef(self.tuple),
          () => self.index,
          () => newTuple(vm, []),
        ),
      ),
    ),
    iteratorMethod('__setstate__(self, object: object, /)', 'Sets the position.', (vm, self, state) => {
      const index = toPosition(vm, state, 0, self.tuple?.items.length ?? 0)
      if (self.tuple !== null) self.index = index
    }),
  ],
})
