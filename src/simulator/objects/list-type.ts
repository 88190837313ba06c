/**
 * `list`: its methods, operators and iterators. What observers can see of the order is CPython's: items
 * removed together are released after the list has changed. As `Objects/listobject.c`.
 */
import type { HeapType, PyObject, Visit } from '../heap/object.ts'
import { PyObject as PyObjectClass } from '../heap/object.ts'
import type { Held, Own } from '../heap/reference.ts'
import {
  asOwn,
  lend,
  newRef,
  release,
  releaseAll,
  releaseBackwards,
  releaseMaybe,
} from '../heap/reference.ts'
import { tracked } from './allocate.ts'
import { checkPositional } from './declare/arguments.ts'
import { classMethod, defineType, methodsOf } from './declare/type.ts'
import { newGenericAlias } from './generic-alias.ts'
import { reduceIterator, sequenceRest, toPosition } from './iterator-state.ts'
import { newList, PyList } from './list.ts'
import { isLess } from './protocols/comparison.ts'
import { getIter, getNext, lengthHint, toArray, toFastArray } from './protocols/iteration.ts'
import { isIndex, toIndex } from './protocols/numbers.ts'
import { getRepr } from './protocols/text.ts'
import { compareSequences, countItems, findItem, normalIndex } from './sequence-compare.ts'
import { adjustSlice, PySlice, sliceItems, sliceRange, unpackSlice } from './slice.ts'
import { newStr } from './str.ts'
import { timsort } from './text/timsort.ts'
import type { PyTuple } from './tuple.ts'
import { typeName, typeOf } from './type.ts'
import type { VM } from './vm.ts'

/** The text between brackets: reprs joined, or `...` inside itself. */
export function reprItems(
  vm: VM,
  self: { readonly items: readonly PyObject[] } & PyObject,
  open: string,
  close: string,
): Own {
  if (self.items.length === 0) return newStr(vm, open + close)
  const text = vm.reprGuard(self, () => {
    const parts: string[] = []
    for (let i = 0; i < self.items.length; i++) {
      parts.push(lend(getRepr(vm, self.items[i]!), (shown) => shown.value))
    }
    return parts.join(', ')
  })
  return newStr(vm, text === null ? `${open}...${close.at(-1)}` : `${open}${text}${close}`)
}

/** Appends an item (stolen). */
export function appendItem(list: PyList, item: Own): void {
  list.items.push(item)
  if (list.items.length > list.allocated) list.resized(list.items.length - 1)
}

/** Removes the items from `start` on, `count` of them, puts `replacement` there and releases the old ones, last first. */
function replaceItems(self: PyList, start: number, count: number, replacement: Held[]): void {
  const { length } = self.items
  const removed =
    replacement.length < 10_000
      ? self.items.splice(start, count, ...replacement)
      : spliceMany(self, start, count, replacement)
  self.resized(length)
  releaseBackwards(removed)
}

function spliceMany(self: PyList, start: number, count: number, replacement: Held[]): Held[] {
  const removed = self.items.slice(start, start + count)
  self.items = [...self.items.slice(0, start), ...replacement, ...self.items.slice(start + count)]
  return removed
}

function setSlice(vm: VM, self: PyList, slice: PySlice, value: PyObject | null): void {
  const bounds = unpackSlice(vm, slice)
  if (value === null) return putSlice(vm, self, bounds, null)
  const type = typeOf(value)
  const isPlain = value !== self && (type === vm.types.list || type === vm.types.tuple)
  if (isPlain) return putSlice(vm, self, bounds, (value as PyList | PyTuple).items)
  // Anything else is copied into a list first.
  lend(newList(vm, []), (copy) => {
    copy.items =
      value === self
        ? self.items.map(newRef)
        : toFastArray(vm, value, 'must assign iterable to extended slice')
    copy.resized(0)
    putSlice(vm, self, bounds, copy.items)
  })
}

/** Puts new references to `items` where the slice is; null deletes. */
function putSlice(
  vm: VM,
  self: PyList,
  bounds: ReturnType<typeof unpackSlice>,
  items: readonly PyObject[] | null,
): void {
  // Making the items may have changed the list.
  const { start, step, count } = adjustSlice(bounds, self.items.length)
  if (step === 1) return replaceItems(self, start, count, items?.map(newRef) ?? [])
  if (items === null) return deleteSteps(self, start, step, count)
  const given = items.length
  if (given !== count)
    vm.raise('ValueError', `attempt to assign sequence of size ${given} to extended slice of size ${count}`)
  const replacement = items.map(newRef)
  const old: Held[] = []
  for (let i = 0, at = start; i < count; i++, at += step) {
    old.push(self.items[at]!)
    self.items[at] = replacement[i]!
  }
  releaseAll(old)
}

function deleteSteps(self: PyList, start: number, step: number, count: number): void {
  if (count === 0) return
  const doomed = new Set<number>()
  for (let i = 0, at = start; i < count; i++, at += step) doomed.add(at)
  const removed: Held[] = []
  const { length } = self.items
  self.items = self.items.filter((item, at) => {
    if (!doomed.has(at)) return true
    removed.push(item)
    return false
  })
  self.resized(length)
  releaseAll(removed)
}

function subscript(vm: VM, self: PyList, key: PyObject): Own {
  if (isIndex(key)) {
    const at = normalIndex(toIndex(vm, key, 'IndexError'), self.items.length)
    return at < 0 ? vm.raise('IndexError', 'list index out of range') : newRef(self.items[at]!)
  }
  if (key instanceof PySlice) {
    const range = sliceRange(vm, key, () => self.items.length)
    return newList(vm, sliceItems(self.items, range).map(newRef))
  }
  return vm.raise('TypeError', `list indices must be integers or slices, not ${typeName(key)}`)
}

function assign(vm: VM, self: PyList, key: PyObject, value: PyObject | null): void {
  if (isIndex(key)) {
    const at = normalIndex(toIndex(vm, key, 'IndexError'), self.items.length)
    if (at < 0) return vm.raise('IndexError', 'list assignment index out of range')
    if (value === null) return replaceItems(self, at, 1, [])
    const old = self.items[at]!
    self.items[at] = newRef(value)
    return release(old)
  }
  if (key instanceof PySlice) return setSlice(vm, self, key, value)
  return vm.raise('TypeError', `list indices must be integers or slices, not ${typeName(key)}`)
}

/** Appends all items of an iterable (`list.extend`). */
export function extendList(vm: VM, self: PyList, iterable: PyObject): void {
  if (
    iterable === self ||
    iterable.type === (vm.types.list as unknown) ||
    iterable.type === (vm.types.tuple as unknown)
  ) {
    const items = toArray(vm, iterable)
    if (items.length === 0) return
    const { length } = self.items
    if (self.allocated === 0) self.preallocate(items.length)
    for (const item of items) self.items.push(item)
    return self.resized(length)
  }
  lend(getIter(vm, iterable), (iterator) => {
    const hint = lengthHint(vm, iterable)
    if (self.allocated > 0) self.reserve(hint)
    else if (hint > 0) self.preallocate(hint)
    for (let item = getNext(vm, iterator); item !== null; item = getNext(vm, iterator)) appendItem(self, item)
    if (self.items.length < self.allocated) self.resized(self.items.length)
  })
}

/** A list with the items of any iterable (`PySequence_List`). */
export function newListFrom(vm: VM, iterable: PyObject): Own<PyList> {
  const list = newList(vm, [])
  try {
    extendList(vm, list, iterable)
  } catch (thrown) {
    release(list)
    throw thrown
  }
  return list
}

/** Sorts in place. Meanwhile the list is empty to everyone else; changing it is an error afterwards. */
function sortList(vm: VM, self: PyList, key: PyObject | null, reverse: boolean): void {
  const items = self.items
  self.items = []
  const keys: Own[] = []
  const sortKey = key === null || key === vm.None ? null : key
  const { allocated } = self
  // No change of size leaves it so.
  self.allocated = -1
  let isModified = false
  try {
    if (sortKey === null) timsort<Held, never>(items, (a, b) => isLess(vm, a, b), null, reverse)
    else {
      for (const item of items) keys.push(vm.call(sortKey, [item]))
      timsort<Own, Held>(keys, (a, b) => isLess(vm, a, b), items, reverse)
    }
  } finally {
    // What dies with the keys may still change the list.
    releaseAll(keys)
    const added = self.items
    isModified = self.allocated !== -1 || added.length > 0
    if (self.allocated !== -1) vm.heap.charge(-8 * (self.allocated + 1))
    self.items = items
    self.allocated = allocated
    releaseBackwards(added)
  }
  if (isModified) vm.raise('ValueError', 'list modified during sort')
}

const method = methodsOf<PyList>()

export const listSpec = defineType(PyList, 'list(iterable=(), /)', 'A mutable sequence.', {
  reserve: { most: 80 },
  vectorcall: true,
  basicsize: 40,
  subclassable: true,
  container: true,
  patma: 'sequence',
  slots: {
    __new__: (vm, cls) =>
      tracked(
        vm,
        vm.heap.apart(() => new PyList(cls, [])),
      ) as unknown as Own,
    __init__: (vm, self, args, kwnames) => {
      const keywords = kwnames?.length ?? 0
      // A class with a __new__ of its own may have had them for that.
      if (keywords > 0 && typeOf(self).slots.__new__ === vm.types.list.slots.__new__) {
        vm.raise('TypeError', 'list() takes no keyword arguments')
      }
      checkPositional(vm, 'list', args.length - keywords, 0, 1)
      self.clear()
      if (args.length > keywords) extendList(vm, self, args[0]!)
    },
    __repr__: (vm, self) => reprItems(vm, self, '[', ']'),
    __hash__: null,
    richcompare: (vm, self, other, operator) =>
      other instanceof PyList ? compareSequences(vm, self, other, operator, true) : newRef(vm.NotImplemented),
    __iter__: (vm, self) =>
      tracked(vm, new PyListIterator(vm.types.list_iterator, newRef(self), false)) as unknown as Own,
    __len__: (_vm, self) => self.items.length,
    __getitem__: subscript,
    __setitem__: assign,
    __contains__: (vm, self, item) => findItem(vm, self, item, true) >= 0,
    concat: (vm, self, other) =>
      other instanceof PyList
        ? newList(vm, [...self.items.map(newRef), ...other.items.map(newRef)])
        : vm.raise('TypeError', `can only concatenate list (not "${typeName(other)}") to list`),
    repeat: (vm, self, times) => newList(vm, repeated(vm, self.items, times)),
    inplace_concat: (vm, self, other) => {
      extendList(vm, self, other)
      return newRef(self)
    },
    inplace_repeat: (vm, self, times) => {
      if (times <= 0) self.clear()
      else {
        const { length } = self.items
        for (const item of repeated(vm, self.items, times - 1)) self.items.push(item)
        self.resized(length)
      }
      return newRef(self)
    },
  },
  methods: [
    method('__getitem__(self, index: object, /) -> object', 'self[index]', subscript),
    method('append(self, object: object, /)', 'Adds an item at the end.', (_vm, self, object) =>
      appendItem(self, newRef(object)),
    ),
    method('clear(self, /)', 'Removes all items.', (_vm, self) => self.clear()),
    method('copy(self, /) -> object', 'A shallow copy.', (vm, self) => newList(vm, self.items.map(newRef))),
    method('count(self, value: object, /) -> ssize_t', 'How many items equal the value.', (vm, self, value) =>
      countItems(vm, self, value, true),
    ),
    method('extend(self, iterable: object, /)', 'Appends all items of an iterable.', (vm, self, iterable) =>
      extendList(vm, self, iterable),
    ),
    method(
      'index(self, value: object, start: strict_slice_index = 0, stop: strict_slice_index = sys.maxsize, /) -> ssize_t',
      'Where the first equal item is.',
      (vm, self, value, start, stop) => {
        const at = findItem(vm, self, value, true, start, stop)
        return at < 0
          ? vm.raise('ValueError', `${lend(getRepr(vm, value), (text) => text.value)} is not in list`)
          : at
      },
    ),
    method(
      'insert(self, index: ssize_t, object: object, /)',
      'Puts an item before an index.',
      (_vm, self, index, object) => {
        const { length } = self.items
        self.items.splice(
          index < 0 ? Math.max(0, index + length) : Math.min(index, length),
          0,
          newRef(object),
        )
        self.resized(length)
      },
    ),
    method(
      'pop(self, index: ssize_t = -1, /) -> object',
      'Removes an item and returns it, the last by default.',
      (vm, self, index) => {
        if (self.items.length === 0) return vm.raise('IndexError', 'pop from empty list')
        const at = normalIndex(index, self.items.length)
        if (at < 0) return vm.raise('IndexError', 'pop index out of range')
        const item = at === self.items.length - 1 ? self.items.pop()! : self.items.splice(at, 1)[0]!
        self.resized(self.items.length + 1)
        return asOwn(item)
      },
    ),
    method('remove(self, value: object, /)', 'Removes the first equal item.', (vm, self, value) => {
      const at = findItem(vm, self, value, true)
      if (at < 0) vm.raise('ValueError', 'list.remove(x): x not in list')
      else replaceItems(self, at, 1, [])
    }),
    method('reverse(self, /)', 'Reverses the order in place.', (_vm, self) => void self.items.reverse()),
    method(
      'sort(self, /, *, key: object = None, reverse: bool = False)',
      'Sorts in place; equal items keep their order.',
      (vm, self, key, reverse) => sortList(vm, self, key, reverse),
    ),
    method(
      '__reversed__(self, /) -> object',
      'An iterator from the end.',
      (vm, self) =>
        tracked(vm, new PyListIterator(vm.types.list_reverseiterator, newRef(self), true)) as unknown as Own,
    ),
    method(
      '__sizeof__(self, /) -> ssize_t',
      'Bytes of the list and its array of places.',
      (_vm, self) => 40 + 8 * self.allocated,
    ),
    classMethod(
      '__class_getitem__(cls, object: object, /) -> object',
      'A parametrized form for annotations.',
      (vm, cls, item) => newGenericAlias(vm, cls, item),
    ),
  ],
})

/** `items` repeated, each a new reference. Raises MemoryError for a size no machine has. */
export function repeated(vm: VM, items: readonly Held[], times: number): Held[] {
  const count = Math.max(0, times)
  if (items.length * count > 0x0800_0000) return vm.raise('MemoryError', '')
  const result: Held[] = []
  for (let i = 0; i < count; i++) for (const item of items) result.push(newRef(item))
  return result
}

/** `list_iterator` and `list_reverseiterator`. */
export class PyListIterator extends PyObjectClass {
  /** Null when exhausted. */
  list: Held<PyList> | null
  /** Of the next item; negative at the end. */
  index: number
  readonly reversed: boolean

  constructor(type: HeapType, list: Own<PyList>, reversed: boolean) {
    super(type)
    this.list = list
    this.reversed = reversed
    this.index = reversed ? list.items.length - 1 : 0
  }

  override traverse(visit: Visit): void {
    if (this.list !== null) visit(this.list, 'list')
  }

  override dealloc(): void {
    const { list } = this
    this.list = null
    releaseMaybe(list)
  }

  next(): Own | null {
    const { list, index } = this
    // A reversed one that has given its first item keeps the list.
    if (list === null || index < 0) return null
    const item = list.items[index]
    if (item !== undefined) {
      this.index += this.reversed ? -1 : 1
      return newRef(item)
    }
    this.index = -1
    this.list = null
    release(list)
    return null
  }

  get remaining(): number {
    if (this.list === null || this.index < 0) return 0
    const left = this.list.items.length - this.index
    if (!this.reversed) return Math.max(0, left)
    return left > 0 ? this.index + 1 : 0
  }
}

const iteratorMethod = methodsOf<PyListIterator>()

function defineListIterator(name: string) {
  return defineType(PyListIterator, name, null, {
    basicsize: 32,
    container: true,
    noInstantiation: true,
    slots: { __iter__: (_vm, self) => newRef(self), __next__: (_vm, self) => self.next() },
    methods: [
      iteratorMethod(
        '__length_hint__(self, /) -> ssize_t',
        'How many items are left.',
        (_vm, self) => self.remaining,
      ),
      iteratorMethod('__reduce__(self, /) -> object', 'How to rebuild it.', (vm, self) =>
        reduceIterator(vm, self.reversed ? 'reversed' : 'iter', () => {
          const source = self.list === null || self.index < 0 ? null : newRef(self.list)
          return sequenceRest(
            vm,
            source,
            () => self.index,
            () => newList(vm, []),
          )
        }),
      ),
      iteratorMethod('__setstate__(self, object: object, /)', 'Sets the position.', (vm, self, state) => {
        const length = self.list?.items.length ?? 0
        const index = toPosition(vm, state, -1, self.reversed ? length - 1 : length)
        if (self.list !== null) self.index = index
      }),
    ],
  })
}

export const listIteratorSpec = defineListIterator('list_iterator')
export const listReverseIteratorSpec = defineListIterator('list_reverseiterator')
