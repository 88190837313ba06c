/**
 * `set` and `frozenset`: methods and operators over whole-set operations of the table. As `Objects/setobject.c`.
 */
import type { HeapType, Visit } from '../heap/object.ts'
import { PyObject } from '../heap/object.ts'
import type { Held, Own } from '../heap/reference.ts'
import { asOwn, lend, newRef, release, releaseMaybe } from '../heap/reference.ts'
import { tracked } from './allocate.ts'
import { newBool } from './bool.ts'
import { checkPositional, positionalArguments } from './declare/arguments.ts'
import { type Comparison, EQ, GE, GT, LE, LT, NE } from './declare/slots.ts'
import { classMethod, defineType, type MethodSpec, methodsOf, type TypeSpec } from './declare/type.ts'
import { PyDict } from './dict.ts'
import { raiseKeyError } from './exceptions.ts'
import { newGenericAlias } from './generic-alias.ts'
import { newList } from './list.ts'
import { getAttrNamed } from './protocols/attributes.ts'
import { callMethod } from './protocols/calls.ts'
import { eachItem } from './protocols/iteration.ts'
import { toRepr } from './protocols/text.ts'
import { isRaise } from './raise.ts'
import { addItem, discardItem, hasItem, itemsEqual, newFrozenset, PySet } from './set.ts'
import { newStr } from './str.ts'
import { MISSING } from './tables/dict-table.ts'
import type { SetTable } from './tables/set-table.ts'
import { hashFrozenset } from './text/hash.ts'
import { newTuple } from './tuple.ts'
import { isInstance, type PyType, typeName, typeOf } from './type.ts'
import type { VM } from './vm.ts'

type Table = SetTable<PyObject>

const retain = (item: PyObject): void => void newRef(item)
const drop = (item: PyObject): void => release(item as Held)

/** Adds the items of any iterable (`set_update_internal`). */
function update(vm: VM, self: PySet, other: PyObject): void {
  if (other instanceof PySet) return self.table.merge(other.table, itemsEqual(vm), retain)
  if (other instanceof PyDict && typeOf(other) === vm.types.dict) {
    self.table.reserve(other.size)
    const { table } = other
    for (let at = table.next(0); at !== MISSING; at = table.next(at + 1))
      addItem(vm, self, table.keyAt(at), table.hashAt(at))
    return
  }
  eachItem(vm, other, (item) => void addItem(vm, self, item))
}

/** A set with a class and the items of an iterable, if given. */
function makeSet(vm: VM, cls: PyType, iterable: PyObject | null): Own<PySet> {
  const made = tracked(vm, new PySet(cls))
  if (iterable === null) return made
  try {
    update(vm, made, iterable)
  } catch (thrown) {
    release(made)
    throw thrown
  }
  return made
}

/** The exact built-in type that results have: `set` or `frozenset`. */
function baseType(vm: VM, self: PySet): PyType {
  return isInstance(self, vm.types.frozenset) ? vm.types.frozenset : vm.types.set
}

function copySet(vm: VM, self: PySet): Own<PySet> {
  return makeSet(vm, baseType(vm, self), self)
}

/** Lends another set with the items of an iterable, or the set itself. */
function withSet<T>(vm: VM, other: PyObject, body: (set: PySet) => T): T {
  return other instanceof PySet ? body(other) : lend(makeSet(vm, vm.types.set, other), body)
}

/** A new set of `self`'s kind that `fill` fills. */
function derived(vm: VM, self: PySet, fill: (table: Table) => void): Own<PySet> {
  const made = makeSet(vm, baseType(vm, self), null)
  try {
    fill(made.table)
  } catch (thrown) {
    release(made)
    throw thrown
  }
  return made
}

function intersection(vm: VM, self: PySet, other: PyObject): Own<PySet> {
  if (other instanceof PySet) {
    return derived(vm, self, (table) =>
      table.addIntersection(self.table, other.table, itemsEqual(vm), retain),
    )
  }
  const made = makeSet(vm, baseType(vm, self), null)
  try {
    eachItem(vm, other, (item) => {
      if (hasItem(vm, self, item)) addItem(vm, made, item)
    })
  } catch (thrown) {
    release(made)
    throw thrown
  }
  return made
}

function difference(vm: VM, self: PySet, other: PyObject): Own<PySet> {
  if (other instanceof PySet) {
    return derived(vm, self, (table) =>
      table.addDifference(self.table, other.table, itemsEqual(vm), retain, drop),
    )
  }
  if (!(other instanceof PyDict) || self.table.differenceCopies(other.size)) {
    const copy = copySet(vm, self)
    try {
      removeAll(vm, copy, other)
    } catch (thrown) {
      release(copy)
      throw thrown
    }
    return copy
  }
  return withSet(vm, other, (set) => difference(vm, self, set))
}

/** `difference_update` with one iterable. */
function removeAll(vm: VM, self: PySet, other: PyObject): void {
  if (other === self) self.clear()
  else if (other instanceof PySet) self.table.removeAll(other.table, itemsEqual(vm), retain, drop)
  else {
    eachItem(vm, other, (item) => void discardItem(vm, self, item))
    self.table.compact()
  }
}

/** `symmetric_difference_update`. */
function toggle(vm: VM, self: PySet, other: PyObject): void {
  if (other === self) return self.clear()
  withSet(vm, other, (set) => {
    if (set !== other || set !== self) self.table.toggleAll(set.table, itemsEqual(vm), retain, drop)
  })
}

function symmetricDifference(vm: VM, self: PySet, other: PyObject): Own<PySet> {
  const made = makeSet(vm, baseType(vm, self), other)
  try {
    toggle(vm, made, self)
  } catch (thrown) {
    release(made)
    throw thrown
  }
  return made
}

/** Replaces the contents of `self` by those of `result`, which is released. */
function become(self: PySet, result: Own<PySet>): void {
  self.table.swap(result.table)
  release(result)
}

function compareSets(vm: VM, self: PySet, other: PyObject, operator: Comparison): Own {
  if (!(other instanceof PySet)) return newRef(vm.NotImplemented)
  const a = self.table
  const b = other.table
  const equal = itemsEqual(vm)
  switch (operator) {
    case EQ:
      return newBool(vm, isEqualSet(vm, self, other))
    case NE:
      return newBool(vm, !isEqualSet(vm, self, other))
    case LE:
      return newBool(vm, a.isSubsetOf(b, equal))
    case GE:
      return newBool(vm, b.isSubsetOf(a, equal))
    case LT:
      return newBool(vm, a.size < b.size && a.isSubsetOf(b, equal))
    case GT:
      return newBool(vm, b.size < a.size && b.isSubsetOf(a, equal))
  }
}

function isEqualSet(vm: VM, self: PySet, other: PySet): boolean {
  if (self.count !== other.count) return false
  if (self.hash !== null && other.hash !== null && self.hash !== other.hash) return false
  return self.table.isSubsetOf(other.table, itemsEqual(vm))
}

function reprSet(vm: VM, self: PySet): Own {
  const name = typeName(self)
  const text = vm.reprGuard(self, () => {
    if (self.count === 0) return `${name}()`
    const items: Own[] = []
    self.each((item) => items.push(newRef(item)))
    return lend(newList(vm, items), (list) => {
      const shown = `{${list.items.map((item) => toRepr(vm, item)).join(', ')}}`
      return typeOf(self) === vm.types.set ? shown : `${name}(${shown})`
    })
  })
  return newStr(vm, text ?? `${name}(...)`)
}

/** A binary operator between sets: NotImplemented for anything else. */
function operator(compute: (vm: VM, self: PySet, other: PySet) => Own) {
  return (vm: VM, left: PyObject, right: PyObject): Own =>
    left instanceof PySet && right instanceof PySet ? compute(vm, left, right) : newRef(vm.NotImplemented)
}

/** An in-place operator: changes a set, and gives it back. */
function inPlace(change: (vm: VM, self: PySet, other: PySet) => void) {
  return (vm: VM, self: PySet, other: PyObject): Own => {
    if (!(other instanceof PySet)) return newRef(vm.NotImplemented)
    change(vm, self, other)
    return newRef(self)
  }
}

function union(vm: VM, self: PySet, others: readonly PyObject[]): Own<PySet> {
  const made = copySet(vm, self)
  try {
    for (const other of others) if (other !== self) update(vm, made, other)
  } catch (thrown) {
    release(made)
    throw thrown
  }
  return made
}

/** Applies an operation with each iterable in turn; without any, a copy. */
function chained(
  vm: VM,
  self: PySet,
  others: readonly PyObject[],
  apply: (vm: VM, self: PySet, other: PyObject) => Own<PySet>,
): Own<PySet> {
  if (others.length === 0) return copySet(vm, self)
  let result: Own<PySet> | null = null
  for (const other of others) {
    const from = result
    try {
      result = apply(vm, from ?? self, other)
    } finally {
      if (from !== null) release(from)
    }
  }
  return result!
}

/** A set as a key: searched as the frozenset with the same items. */
function withHashable<T>(vm: VM, item: PyObject, body: (item: PyObject) => T): T {
  try {
    return body(item)
  } catch (thrown) {
    if (
      !(item instanceof PySet) ||
      isInstance(item, vm.types.frozenset) ||
      !isRaise(thrown, vm.types.TypeError)
    )
      throw thrown
    release(thrown.exception)
    const frozen = newFrozenset(vm)
    frozen.table.merge(item.table, itemsEqual(vm), retain)
    return lend(frozen, body)
  }
}

const method = methodsOf<PySet>()

const sharedMethods: readonly MethodSpec[] = [
  method(
    '__contains__(self, object: object, /) -> bool',
    'Whether the set has the item.',
    (vm, self, object) => sharedSlots.__contains__(vm, self, object),
  ),
  method('copy(self, /) -> object', 'A shallow copy.', (vm, self) =>
    typeOf(self) === vm.types.frozenset ? newRef(self) : copySet(vm, self),
  ),
  method(
    'difference(self, /, *others) -> object',
    'The items that the others do not have.',
    (vm, self, others) => chained(vm, self, others, difference),
  ),
  method('intersection(self, /, *others) -> object', 'The items that all have.', (vm, self, others) =>
    chained(vm, self, others, intersection),
  ),
  method('isdisjoint(self, other: object, /) -> bool', 'Whether nothing is in both.', (vm, self, other) => {
    if (other === self) return self.count === 0
    if (other instanceof PySet) return self.table.isDisjointFrom(other.table, itemsEqual(vm))
    let disjoint = true
    eachItem(vm, other, (item) => {
      disjoint = !hasItem(vm, self, item)
      return disjoint
    })
    return disjoint
  }),
  method('issubset(self, other: object, /) -> bool', 'Whether the other has every item.', (vm, self, other) =>
    withSet(vm, other, (set) => self.table.isSubsetOf(set.table, itemsEqual(vm))),
  ),
  method(
    'issuperset(self, other: object, /) -> bool',
    'Whether it has every item of the other.',
    (vm, self, other) => {
      if (other instanceof PySet) return other.table.isSubsetOf(self.table, itemsEqual(vm))
      let all = true
      eachItem(vm, other, (item) => {
        all = hasItem(vm, self, item)
        return all
      })
      return all
    },
  ),
  method(
    'symmetric_difference(self, other: object, /) -> object',
    'The items in exactly one of the two.',
    symmetricDifference,
  ),
  method('union(self, /, *others) -> object', 'The items of all.', union),
  method('__reduce__(self, /) -> object', 'How to rebuild it.', (vm, self) => {
    const items: Held[] = []
    self.each((item) => items.push(newRef(item)))
    const state = callMethod(vm, self, '__getstate__')
    return newTuple(vm, [newRef(typeOf(self)) as Held, newTuple(vm, [newList(vm, items)]), state as Held])
  }),
  method(
    '__sizeof__(self, /) -> ssize_t',
    'Bytes of the set and its table.',
    (_vm, self) => 200 + self.table.tableBytes,
  ),
  classMethod(
    '__class_getitem__(cls, object: object, /) -> object',
    'A parametrized form for annotations.',
    (vm, cls, item) => newGenericAlias(vm, cls, item),
  ),
]

const sharedSlots = {
  __repr__: reprSet,
  richcompare: compareSets,
  __iter__: (vm: VM, self: PySet): Own =>
    tracked(vm, new PySetIterator(vm.types.set_iterator, newRef(self))) as unknown as Own,
  __len__: (_vm: VM, self: PySet): number => self.count,
  __contains__: (vm: VM, self: PySet, item: PyObject): boolean =>
    withHashable(vm, item, (key) => hasItem(vm, self, key)),
  __sub__: operator(difference),
  __and__: operator(intersection),
  __xor__: operator(symmetricDifference),
  __or__: operator((vm, self, other) => union(vm, self, [other])),
}

const mutators: readonly MethodSpec[] = [
  method(
    'add(self, object: object, /)',
    'Adds an item.',
    (vm, self, object) => void addItem(vm, self, object),
  ),
  method('clear(self, /)', 'Removes all items.', (_vm, self) => self.clear()),
  method(
    'discard(self, object: object, /)',
    'Removes an item if it is there.',
    (vm, self, object) => void withHashable(vm, object, (key) => discardItem(vm, self, key)),
  ),
  method('remove(self, object: object, /)', 'Removes an item that must be there.', (vm, self, object) => {
    if (!withHashable(vm, object, (key) => discardItem(vm, self, key))) raiseKeyError(vm, object)
  }),
  method('pop(self, /) -> object', 'Removes some item and returns it.', (vm, self) => {
    const item = self.table.pop()
    return item === undefined ? vm.raise('KeyError', 'pop from an empty set') : asOwn(item as Held)
  }),
  method('update(self, /, *others)', 'Adds all items of the others.', (vm, self, others) => {
    for (const other of others) update(vm, self, other)
  }),
  method('difference_update(self, /, *others)', 'Removes all items of the others.', (vm, self, others) => {
    for (const other of others) removeAll(vm, self, other)
  }),
  method('intersection_update(self, /, *others)', 'Keeps only what all have.', (vm, self, others) =>
    become(self, chained(vm, self, others, intersection)),
  ),
  method(
    'symmetric_difference_update(self, other: object, /)',
    'Keeps what is in exactly one of the two.',
    toggle,
  ),
]

export const setSpec = defineType(PySet, 'set', 'A mutable collection without duplicates.', {
  vectorcall: true,
  basicsize: 200,
  subclassable: true,
  container: true,
  hasWeakrefs: true,
  slots: {
    ...sharedSlots,
    __new__: (vm, cls) => makeSet(vm, cls, null) as unknown as Own,
    __init__: (vm, self, args, kwnames) => {
      if (kwnames !== null && kwnames.length > 0) vm.raise('TypeError', 'set() takes no keyword arguments')
      checkPositional(vm, 'set', args.length, 0, 1)

      self.clear()
      if (args[0] !== undefined) update(vm, self, args[0])
    },
    __hash__: null,
    __isub__: inPlace(removeAll),
    __iand__: inPlace((vm, self, other) => become(self, intersection(vm, self, other))),
    __ixor__: inPlace(toggle),
    __ior__: inPlace(update),
  },
  methods: [...sharedMethods, ...mutators],
})

export const frozensetSpec: TypeSpec = defineType(
  PySet,
  'frozenset',
  'An immutable collection without duplicates.',
  {
    vectorcall: true,
    basicsize: 200,
    subclassable: true,
    container: true,
    hasWeakrefs: true,
    slots: {
      ...sharedSlots,
      __new__: (vm, cls, given, kwnames) => {
        const args = positionalArguments(vm, 'frozenset', cls, given, kwnames)
        checkPositional(vm, 'frozenset', args.length, 0, 1)

        const [iterable] = args
        if (cls === vm.types.frozenset && iterable !== undefined && typeOf(iterable) === vm.types.frozenset)
          return newRef(iterable)
        return makeSet(vm, cls, iterable ?? null) as unknown as Own
      },
      __hash__: (_vm, self) => {
        self.hash ??= hashFrozenset(self.table.hashes(), self.count)
        return self.hash
      },
    },
    methods: sharedMethods,
  },
)

export class PySetIterator extends PyObject {
  /** Null when exhausted. */
  set: Held<PySet> | null
  position = 0
  remaining: number
  /** The set's size when the iterator was made; -1 once a change was noticed. */
  used: number

  constructor(type: HeapType, set: Own<PySet>) {
    super(type)
    this.set = set
    this.remaining = set.count
    this.used = set.count
  }

  override traverse(visit: Visit): void {
    if (this.set !== null) visit(this.set, 'set')
  }

  override dealloc(): void {
    const { set } = this
    this.set = null
    releaseMaybe(set)
  }
}

const iteratorMethod = methodsOf<PySetIterator>()

export const setIteratorSpec = defineType(PySetIterator, 'set_iterator', null, {
  basicsize: 48,
  container: true,
  noInstantiation: true,
  slots: {
    __iter__: (_vm, self) => newRef(self),
    __next__: (vm, self) => {
      const { set } = self
      if (set === null) return null
      if (self.used !== set.count) {
        self.used = -1
        return vm.raise('RuntimeError', 'Set changed size during iteration')
      }
      const at = set.table.next(self.position)
      if (at === MISSING) {
        self.set = null
        release(set)
        return null
      }
      self.position = at + 1
      self.remaining--
      return newRef(set.table.keyAt(at))
    },
  },
  methods: [
    iteratorMethod('__length_hint__(self, /) -> ssize_t', 'How many items are left.', (_vm, self) =>
      self.set !== null && self.used === self.set.count ? self.remaining : 0,
    ),
    iteratorMethod('__reduce__(self, /) -> object', 'How to rebuild it.', (vm, self) => {
      const rest: Held[] = []
      if (self.set !== null) {
        const { table } = self.set
        for (let at = table.next(self.position); at !== MISSING; at = table.next(at + 1))
          rest.push(newRef(table.keyAt(at)) as Held)
      }
      return newTuple(vm, [getAttrNamed(vm, vm.builtins, 'iter'), newTuple(vm, [newList(vm, rest)])])
    }),
  ],
})
