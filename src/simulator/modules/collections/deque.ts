/** `collections.deque`. Items die in order from the left when it is cleared or dies. As `Modules/_collectionsmodule.c`. */
import type { HeapType, Visit } from '../../heap/object.ts'
import { PyObject } from '../../heap/object.ts'
import type { Held, Own } from '../../heap/reference.ts'
import { asOwn, lend, newRef, release, releaseAll, releaseMaybe } from '../../heap/reference.ts'
import { tracked } from '../../objects/allocate.ts'
import type { KwNames } from '../../objects/declare/slots.ts'
import { classMethod, defineType, getset, methodsOf } from '../../objects/declare/type.ts'
import { newGenericAlias } from '../../objects/generic-alias.ts'
import { newInt } from '../../objects/int.ts'
import { visitOwnType } from '../../objects/own-type.ts'
import { callMethod } from '../../objects/protocols/calls.ts'
import { eachItem, getIter } from '../../objects/protocols/iteration.ts'
import { isIndex, toIndex } from '../../objects/protocols/numbers.ts'
import { getRepr, toRepr } from '../../objects/protocols/text.ts'
import { compareSequences, countItems, findItem, normalIndex } from '../../objects/sequence-compare.ts'
import { newStr } from '../../objects/str.ts'
import { newTuple } from '../../objects/tuple.ts'
import { type PyType, shortTypeName, typeName, typeOf } from '../../objects/type.ts'
import type { VM } from '../../objects/vm.ts'

export class PyDeque extends PyObject {
  items: Held[] = []
  /** `null` for no bound. */
  maxlen: number | null = null
  /** Changes with every change of length or order: iterators notice. */
  state = 0

  constructor(type: HeapType) {
    super(type)
  }

  override traverse(visit: Visit): void {
    visitOwnType(this, visit)
    this.items.forEach((item, i) => visit(item, i))
  }

  override clear(): void {
    const { items } = this
    this.items = []
    this.state++
    releaseAll(items)
  }
}

function append(self: PyDeque, item: Own): void {
  self.items.push(item)
  self.state++
  if (self.maxlen !== null && self.items.length > self.maxlen) release(self.items.shift()!)
}

function appendLeft(self: PyDeque, item: Own): void {
  self.items.unshift(item)
  self.state++
  if (self.maxlen !== null && self.items.length > self.maxlen) release(self.items.pop()!)
}

function extend(vm: VM, self: PyDeque, iterable: PyObject, add: (self: PyDeque, item: Own) => void): void {
  if (iterable === self) for (const item of self.items.map(newRef)) add(self, item)
  else eachItem(vm, iterable, (item) => add(self, newRef(item)))
}

function initDeque(vm: VM, self: PyDeque, args: readonly PyObject[], kwnames: KwNames): void {
  const count = args.length - (kwnames?.length ?? 0)
  const values: (PyObject | undefined)[] = args.slice(0, count)
  if (args.length > 2) vm.raise('TypeError', `deque() takes at most 2 arguments (${args.length} given)`)
  kwnames?.forEach((name, i) => {
    const at = ['iterable', 'maxlen'].indexOf(name.value)
    if (at < 0) vm.raise('TypeError', `deque() got an unexpected keyword argument '${name.value}'`)
    values[at] = args[count + i]
  })
  const [iterable, maxlen] = values
  let bound: number | null = null
  if (maxlen !== undefined && maxlen !== vm.None) {
    if (!isIndex(maxlen)) return vm.raise('TypeError', 'an integer is required')
    bound = toIndex(vm, maxlen, 'OverflowError')
    if (bound < 0) return vm.raise('ValueError', 'maxlen must be non-negative')
  }
  self.maxlen = bound
  self.clear()
  if (iterable !== undefined) extend(vm, self, iterable, append)
}

/** A deque of the same class with these items (owned). */
function derived(vm: VM, self: PyDeque, items: Held[]): Own {
  if (typeOf(self).isHeapType) {
    const source = tracked(vm, new PyDeque(deque(vm)))
    source.items = items
    const made = lend(source, (each) => {
      if (self.maxlen === null) return vm.call(typeOf(self), [each])
      return lend(newInt(vm, self.maxlen), (bound) => vm.call(typeOf(self), [each, bound]))
    })
    if (made instanceof PyDeque) return made
    const words = `${typeOf(self).qualname}() must return a deque, not ${typeName(made)}`
    release(made)
    return vm.raise('TypeError', words)
  }
  const made = tracked(vm, new PyDeque(typeOf(self)))
  made.maxlen = self.maxlen
  const surplus = self.maxlen === null ? 0 : Math.max(0, items.length - self.maxlen)
  made.items = items.slice(surplus)
  releaseAll(items.slice(0, surplus))
  return made as unknown as Own
}

function deque(vm: VM): PyType {
  return vm.typeFor(dequeSpec)
}

function repeat(self: PyDeque, times: number): Held[] {
  const items: Held[] = []
  for (let i = 0; i < times; i++) for (const item of self.items) items.push(newRef(item))
  return items
}

function indexError(vm: VM): never {
  return vm.raise('IndexError', 'deque index out of range')
}

/** Raises IndexError where the deque changed while an item was compared. */
function unchanged<T>(vm: VM, self: PyDeque, body: () => T): T {
  const { state } = self
  const result = body()
  return self.state === state ? result : vm.raise('RuntimeError', 'deque mutated during iteration')
}

const method = methodsOf<PyDeque>()

export const dequeSpec = defineType(PyDeque, 'collections.deque', 'A list with quick changes at both ends.', {
  basicsize: 216,
  module: 'collections',
  subclassable: true,
  container: true,
  hasWeakrefs: true,
  patma: 'sequence',
  slots: {
    __new__: (vm, cls) => tracked(vm, new PyDeque(cls)) as unknown as Own,
    __init__: initDeque,
    __hash__: null,
    __repr__: (vm, self) => {
      const text = vm.reprGuard(self, () => `[${self.items.map((item) => toRepr(vm, item)).join(', ')}]`)
      if (text === null) return newStr(vm, '[...]')
      return newStr(
        vm,
        `${shortTypeName(self)}(${text}${self.maxlen === null ? '' : `, maxlen=${self.maxlen}`})`,
      )
    },
    richcompare: (vm, self, other, operator) =>
      other instanceof PyDeque
        ? compareSequences(vm, self, other, operator, true)
        : newRef(vm.NotImplemented),
    __iter__: (vm, self) =>
      tracked(vm, new PyDequeIterator(vm.typeFor(dequeIteratorSpec), newRef(self), false)) as unknown as Own,
    __len__: (_vm, self) => self.items.length,
    __bool__: (_vm, self) => self.items.length > 0,
    __contains__: (vm, self, item) => unchanged(vm, self, () => findItem(vm, self, item, true) >= 0),
    __getitem__: (vm, self, key) => {
      if (!isIndex(key))
        return vm.raise('TypeError', `sequence index must be integer, not '${typeName(key)}'`)
      const at = normalIndex(toIndex(vm, key, 'IndexError'), self.items.length)
      return at < 0 ? indexError(vm) : newRef(self.items[at]!)
    },
    __setitem__: (vm, self, key, value) => {
      if (!isIndex(key))
        return vm.raise('TypeError', `sequence index must be integer, not '${typeName(key)}'`)
      const at = normalIndex(toIndex(vm, key, 'IndexError'), self.items.length)
      if (at < 0) return indexError(vm)
      if (value === null) {
        self.state++
        return release(self.items.splice(at, 1)[0]!)
      }
      const old = self.items[at]!
      self.items[at] = newRef(value)
      release(old)
    },
    concat: (vm, self, other) =>
      other instanceof PyDeque
        ? derived(vm, self, [...self.items.map(newRef), ...other.items.map(newRef)])
        : vm.raise('TypeError', `can only concatenate deque (not "${typeName(other)}") to deque`),
    repeat: (vm, self, times) => derived(vm, self, repeat(self, Math.max(0, times))),
    inplace_concat: (vm, self, other) => {
      extend(vm, self, other, append)
      return newRef(self)
    },
    inplace_repeat: (_vm, self, times) => {
      if (times <= 0) self.clear()
      else for (const item of repeat(self, times - 1)) append(self, asOwn(item))
      return newRef(self)
    },
  },
  getset: [
    getset('maxlen', 'The bound, or None.', (vm, self) =>
      self.maxlen === null ? newRef(vm.None) : newInt(vm, self.maxlen),
    ),
  ],
  methods: [
    method('append(self, item: object, /)', 'Adds at the right end.', (_vm, self, item) =>
      append(self, newRef(item)),
    ),
    method('appendleft(self, item: object, /)', 'Adds at the left end.', (_vm, self, item) =>
      appendLeft(self, newRef(item)),
    ),
    method('extend(self, iterable: object, /)', 'Adds all items at the right end.', (vm, self, iterable) =>
      extend(vm, self, iterable, append),
    ),
    method(
      'extendleft(self, iterable: object, /)',
      'Adds all items at the left end, one after another.',
      (vm, self, iterable) => extend(vm, self, iterable, appendLeft),
    ),
    method('pop(self, /) -> object', 'Removes the right end and returns it.', (vm, self) => {
      self.state++
      const item = self.items.pop()
      return item === undefined ? vm.raise('IndexError', 'pop from an empty deque') : asOwn(item)
    }),
    method('popleft(self, /) -> object', 'Removes the left end and returns it.', (vm, self) => {
      self.state++
      const item = self.items.shift()
      return item === undefined ? vm.raise('IndexError', 'pop from an empty deque') : asOwn(item)
    }),
    method('clear(self, /)', 'Removes all items.', (_vm, self) => self.clear()),
    method('copy(self, /) -> object', 'A shallow copy.', (vm, self) =>
      derived(vm, self, self.items.map(newRef)),
    ),
    method('__copy__(self, /) -> object', 'A shallow copy.', (vm, self) =>
      derived(vm, self, self.items.map(newRef)),
    ),
    method('count(self, value: object, /) -> ssize_t', 'How many items equal the value.', (vm, self, value) =>
      unchanged(vm, self, () => countItems(vm, self, value, true)),
    ),
    method(
      'index(self, value: object, start: strict_slice_index = 0, stop: strict_slice_index = sys.maxsize, /) -> ssize_t',
      'Where the first equal item is.',
      (vm, self, value, start, stop) => {
        const at = unchanged(vm, self, () => findItem(vm, self, value, true, start, stop))
        return at < 0
          ? vm.raise('ValueError', `${lend(getRepr(vm, value), (text) => text.value)} is not in deque`)
          : at
      },
    ),
    method(
      'insert(self, index: ssize_t, value: object, /)',
      'Puts an item before an index.',
      (vm, self, index, value) => {
        if (self.maxlen !== null && self.items.length >= self.maxlen)
          vm.raise('IndexError', 'deque already at its maximum size')
        const { length } = self.items
        self.items.splice(index < 0 ? Math.max(0, index + length) : Math.min(index, length), 0, newRef(value))
        self.state++
      },
    ),
    method('remove(self, value: object, /)', 'Removes the first equal item.', (vm, self, value) => {
      const { length } = self.items
      const at = findItem(vm, self, value, true)
      if (self.items.length !== length) vm.raise('IndexError', 'deque mutated during remove().')
      if (at < 0) return vm.raise('ValueError', 'deque.remove(x): x not in deque')
      self.state++
      release(self.items.splice(at, 1)[0]!)
    }),
    method('reverse(self, /)', 'Reverses the order in place.', (_vm, self) => void self.items.reverse()),
    method('rotate(self, n: ssize_t = 1, /)', 'Moves items from one end to the other.', (_vm, self, n) => {
      const { length } = self.items
      if (length < 2) return
      self.state++
      const by = ((n % length) + length) % length
      self.items = [...self.items.slice(length - by), ...self.items.slice(0, length - by)]
    }),
    method('__reversed__(self, /) -> object', 'An iterator from the right end.', (vm, self) =>
      tracked(vm, new PyDequeIterator(vm.typeFor(dequeReverseIteratorSpec), newRef(self), true)),
    ),
    method(
      '__sizeof__(self, /) -> ssize_t',
      'Bytes of the deque and its blocks.',
      (_vm, self) => 216 + 528 * (1 + Math.floor(self.items.length / 64)),
    ),
    method('__reduce__(self, /) -> object', 'How to rebuild it.', (vm, self) => {
      const state = callMethod(vm, self, '__getstate__')
      const items = getIter(vm, self)
      const bound = self.maxlen === null ? [] : [newTuple(vm, []), newInt(vm, self.maxlen)]
      return newTuple(vm, [newRef(typeOf(self)) as Held, newTuple(vm, bound), state as Held, items])
    }),
    classMethod(
      '__class_getitem__(cls, object: object, /) -> object',
      'A parametrized form for annotations.',
      (vm, cls, item) => newGenericAlias(vm, cls, item),
    ),
  ],
})

class PyDequeIterator extends PyObject {
  deque: Held<PyDeque> | null
  readonly reversed: boolean
  readonly state: number
  /** How many items are to come. */
  left: number

  constructor(type: HeapType, source: Own<PyDeque>, reversed: boolean, passed = 0) {
    super(type)
    this.deque = source
    this.reversed = reversed
    this.state = source.state
    this.left = Math.max(0, source.items.length - Math.max(0, passed))
  }

  override traverse(visit: Visit): void {
    visitOwnType(this, visit)
    if (this.deque !== null) visit(this.deque, 'deque')
  }

  override dealloc(): void {
    const source = this.deque
    this.deque = null
    releaseMaybe(source)
  }
}

const iteratorMethod = methodsOf<PyDequeIterator>()

function defineDequeIterator(name: string, isReversed: boolean) {
  return defineType(PyDequeIterator, name, null, {
    basicsize: 56,
    module: 'collections',
    container: true,
    slots: {
      __new__: (vm, cls: PyType, args) => {
        const [source, passed] = args
        if (args.length === 0) return vm.raise('TypeError', 'function missing required argument (pos 1)')
        if (!(source instanceof PyDeque))
          return vm.raise('TypeError', `argument 1 must be collections.deque, not ${typeName(source!)}`)
        const index = passed === undefined ? 0 : toIndex(vm, passed, 'OverflowError')
        return tracked(vm, new PyDequeIterator(cls, newRef(source), isReversed, index)) as unknown as Own
      },
      __iter__: (_vm, self) => newRef(self),
      __next__: (vm, self) => {
        const source = self.deque
        if (source === null || (self.left === 0 && source.state === self.state)) return null
        if (source.state !== self.state) {
          self.left = 0
          return vm.raise('RuntimeError', 'deque mutated during iteration')
        }
        const at = self.reversed ? self.left - 1 : source.items.length - self.left
        self.left--
        return newRef(source.items[at]!)
      },
    },
    methods: [
      iteratorMethod(
        '__length_hint__(self, /) -> ssize_t',
        'How many items are left.',
        (_vm, self) => self.left,
      ),
      iteratorMethod('__reduce__(self, /) -> object', 'How to rebuild it.', (vm, self) => {
        const passed = (self.deque?.items.length ?? 0) - self.left
        const args = newTuple(vm, [newRef(self.deque ?? vm.None) as Held, newInt(vm, passed)])
        return newTuple(vm, [newRef(typeOf(self)) as Held, args])
      }),
    ],
  })
}

export const dequeIteratorSpec = defineDequeIterator('collections._deque_iterator', false)
export const dequeReverseIteratorSpec = defineDequeIterator('collections._deque_reverse_iterator', true)
