/**
 * `collections.OrderedDict`: a dict whose order can be changed and counts in comparison. The table of every
 * dict keeps insertion order; moving an entry takes it out and puts it back. As `Objects/odictobject.c`.
 */
import type { HeapType, PyObject, Visit } from '../../heap/object.ts'
import type { Held, Own } from '../../heap/reference.ts'
import { lend, newRef, release } from '../../heap/reference.ts'
import { tracked } from '../../objects/allocate.ts'
import { newBool } from '../../objects/bool.ts'
import { EQ, NE } from '../../objects/declare/slots.ts'
import { classMethod, defineType, getset, methodsOf } from '../../objects/declare/type.ts'
import { findKey, PyDict, peekOrPutItem, putItem, takeItem } from '../../objects/dict.ts'
import { dictSpec, mergeDict, updateDict } from '../../objects/dict-type.ts'
import { defineView, type EntryPart, newDictIterator, PyDictView } from '../../objects/dict-views.ts'
import { raiseKeyError } from '../../objects/exceptions.ts'
import { getDict } from '../../objects/instance.ts'
import { callMethod } from '../../objects/protocols/calls.ts'
import { hashOf, isEqual } from '../../objects/protocols/comparison.ts'
import { eachItem, getIter } from '../../objects/protocols/iteration.ts'
import { newStr } from '../../objects/str.ts'
import { DictTable, MISSING } from '../../objects/tables/dict-table.ts'
import { newTuple } from '../../objects/tuple.ts'
import { type PyType, shortTypeName, typeOf } from '../../objects/type.ts'
import type { VM } from '../../objects/vm.ts'

export class PyOrderedDict extends PyDict {
  /** Keys in the order in which they came in, once entries have been moved: death follows that order. Uncounted. */
  arrivals: PyObject[] | null = null

  constructor(type: HeapType) {
    super(type)
  }

  override traverse(visit: Visit): void {
    if (this.dict !== null && !this.type.addsStorage) visit(this.dict, '__dict__')
    super.traverse(visit)
  }

  override clear(): void {
    this.#releaseAttributes()
    super.clear()
  }

  override dealloc(): void {
    this.#releaseAttributes()
    if (this.arrivals !== null) this.#restoreArrivals(this.arrivals)
    super.dealloc()
  }

  /** Those of a Python subclass are released with what the subclass adds. */
  #releaseAttributes(): void {
    if (!this.type.addsStorage) this.releaseAttributes()
  }

  #restoreArrivals(arrivals: readonly PyObject[]): void {
    const { table } = this
    const restored = new DictTable<PyObject, PyObject>()
    const rank = new Map(arrivals.map((key, i) => [key, i]))
    const positions: number[] = []
    for (let at = table.next(0); at !== MISSING; at = table.next(at + 1)) positions.push(at)
    const rankOf = (at: number): number => rank.get(table.keyAt(at)) ?? arrivals.length
    positions.sort((a, b) => rankOf(a) - rankOf(b))
    for (const at of positions)
      restored.insert(table.keyAt(at), table.hashAt(at), table.valueAt(at), table.textOnly)
    this.table = restored
  }
}

const viewSpecs = {
  key: defineView('odict_keys', true),
  value: defineView('odict_values', false),
  item: defineView('odict_items', true),
}

function view(vm: VM, self: PyOrderedDict, part: EntryPart): Own {
  return tracked(vm, new PyDictView(vm.typeFor(viewSpecs[part]), newRef(self), part))
}

/** Puts the entry of a key first or last. The table moves references and counts none. */
function moveToEnd(vm: VM, self: PyOrderedDict, key: PyObject, last: boolean): void {
  if (self.size === 0) return raiseKeyError(vm, key)
  const { table } = self
  // Where it is wanted already there is nothing to look up.
  const end = last ? table.previous(table.positions - 1) : table.next(0)
  if (table.keyAt(end) === key) return
  const at = findKey(vm, self, key)
  if (at === MISSING) return raiseKeyError(vm, key)
  const [stored, value, hash] = [table.keyAt(at), table.valueAt(at), table.hashAt(at)]
  const isText = table.textOnly
  if (self.arrivals === null) {
    self.arrivals = []
    self.each((each) => void self.arrivals!.push(each))
  }
  table.removeAt(at)
  if (last) return table.insert(stored, hash, value, isText)
  const moved = new DictTable<PyObject, PyObject>()
  moved.insert(stored, hash, value, isText)
  for (let i = table.next(0); i !== MISSING; i = table.next(i + 1))
    moved.insert(table.keyAt(i), table.hashAt(i), table.valueAt(i), isText)
  self.table = moved
}

function isSameOrder(vm: VM, self: PyDict, other: PyDict): boolean {
  if (self.size !== other.size) return false
  let a = self.table.next(0)
  let b = other.table.next(0)
  while (a !== MISSING && b !== MISSING) {
    if (!isEqual(vm, self.table.keyAt(a), other.table.keyAt(b))) return false
    a = self.table.next(a + 1)
    b = other.table.next(b + 1)
  }
  return true
}

function copy(vm: VM, self: PyOrderedDict): Own {
  const type = typeOf(self)
  const made = vm.call(type, [])
  if (made instanceof PyDict && !type.isHeapType) mergeDict(vm, made, self)
  else updateByItems(vm, made, self)
  return made
}

function updateByItems(vm: VM, target: PyObject, source: PyDict): void {
  const { table } = source
  const store = typeOf(target).slots.__setitem__!
  for (let at = table.next(0); at !== MISSING; at = table.next(at + 1))
    store(vm, target, table.keyAt(at), table.valueAt(at))
}

const method = methodsOf<PyOrderedDict>()
type DictSlots = {
  __init__: NonNullable<PyType['slots']['__init__']>
  __repr__: NonNullable<PyType['slots']['__repr__']>
  richcompare: NonNullable<PyType['slots']['richcompare']>
}
const dictSlots = dictSpec.body.slots as unknown as DictSlots

export const orderedDictSpec = defineType(
  PyOrderedDict,
  'collections.OrderedDict',
  'A dict whose order can be changed.',
  {
    base: 'dict',
    basicsize: 112,
    module: 'collections',
    subclassable: true,
    container: true,
    hasDict: true,
    hasWeakrefs: true,
    slots: {
      __new__: (vm, cls: PyType) => tracked(vm, new PyOrderedDict(cls)) as unknown as Own,
      __init__: (vm, self, args, kwnames) => {
        const count = args.length - (kwnames?.length ?? 0)
        if (count > 1) return vm.raise('TypeError', `expected at most 1 arguments, got ${count}`)
        dictSlots.__init__(vm, self, args, kwnames)
      },
      __hash__: null,
      // Hashes the key before it holds it, unlike `dict`.
      __setitem__: (vm, self, key, value) => {
        const hash = hashOf(vm, key)
        if (value !== null) return putItem(vm, self, key, newRef(value), hash)
        return release(takeItem(vm, self, key, hash) ?? raiseKeyError(vm, key))
      },
      __repr__: (vm, self) => {
        if (self.size === 0) return newStr(vm, `${shortTypeName(self)}()`)
        const text = vm.reprGuard(self.table as unknown as PyObject, () =>
          lend(dictSlots.__repr__(vm, self), (shown) => (shown as unknown as { value: string }).value),
        )
        return newStr(vm, text === null ? '...' : `${shortTypeName(self)}(${text})`)
      },
      richcompare: (vm, self, other, operator) => {
        if ((operator !== EQ && operator !== NE) || !(other instanceof PyDict))
          return newRef(vm.NotImplemented)
        const result = dictSlots.richcompare(vm, self, other, operator)
        if (!(other instanceof PyOrderedDict)) return result
        const same = (result === (vm.True as unknown)) === (operator === EQ) && isSameOrder(vm, self, other)
        release(result)
        return newBool(vm, same === (operator === EQ))
      },
      __or__: (vm, left, right) => {
        const self = left instanceof PyOrderedDict ? left : right
        if (!(self instanceof PyOrderedDict) || !(left instanceof PyDict) || !(right instanceof PyDict))
          return newRef(vm.NotImplemented)
        const made = vm.call(typeOf(self), [left])
        updateDict(vm, made as unknown as PyDict, right)
        return made
      },
    },
    getset: [getset('__dict__', 'Attributes.', (vm, self) => getDict(vm, self))],
    methods: [
      method(
        '__sizeof__(self, /) -> ssize_t',
        'Bytes of the dict, its table and the nodes that keep the order.',
        (_vm, self) => typeOf(self).basicsize + self.table.keysBytes + 8 * self.table.slots + 32 * self.size,
      ),
      method(
        'move_to_end(self, /, key: object, last: bool = True)',
        'Puts an entry last, or first.',
        moveToEnd,
      ),
      method(
        'popitem(self, /, last: bool = True) -> object',
        'Removes the last or the first entry and returns it as a pair.',
        (vm, self, last) => {
          if (self.size === 0) return vm.raise('KeyError', 'dictionary is empty')
          const { table } = self
          const at = last ? table.previous(table.positions - 1) : table.next(0)
          const key = newRef(table.keyAt(at))
          return newTuple(vm, [key, takeItem(vm, self, key, table.hashAt(at))!])
        },
      ),
      method(
        'pop(self, /, key: object, default: object = NULL) -> object',
        'Removes a key and returns its value.',
        (vm, self, key, fallback) =>
          takeItem(vm, self, key) ?? (fallback === null ? missing(vm, self, key) : newRef(fallback)),
      ),
      method('keys(self, /) -> object', 'A view of the keys.', (vm, self) => view(vm, self, 'key')),
      method('values(self, /) -> object', 'A view of the values.', (vm, self) => view(vm, self, 'value')),
      method('items(self, /) -> object', 'A view of the entries as pairs.', (vm, self) =>
        view(vm, self, 'item'),
      ),
      method('copy(self, /) -> object', 'A shallow copy.', copy),
      method(
        'setdefault(self, /, key: object, default: object = None) -> object',
        'The value of a key, stored first if it is missing.',
        (vm, self, key, fallback) => newRef(peekOrPutItem(vm, self, key, fallback)),
      ),
      method('__reversed__(self, /) -> object', 'The keys, last first.', (vm, self) =>
        newDictIterator(vm, self, 'key', true),
      ),
      method('__reduce__(self, /) -> object', 'How to rebuild it.', (vm, self) => {
        const state = callMethod(vm, self, '__getstate__')
        const items = lend(callMethod(vm, self, 'items'), (entries) => getIter(vm, entries))
        return newTuple(vm, [
          newRef(typeOf(self)) as Held,
          newTuple(vm, []),
          state as Held,
          newRef(vm.None) as Held,
          items,
        ])
      }),
      classMethod(
        'fromkeys(cls, /, iterable: object, value: object = None) -> object',
        'A dict with these keys, all with one value.',
        (vm, cls, iterable, value) => {
          const made = vm.call(cls, [])
          try {
            eachItem(vm, iterable, (key) => {
              if (made instanceof PyDict) putItem(vm, made, key, newRef(value))
            })
          } catch (thrown) {
            release(made)
            throw thrown
          }
          return made
        },
      ),
    ],
  },
)

function missing(vm: VM, self: PyOrderedDict, key: PyObject): Own {
  const hook = typeOf(self).lookup('__missing__')
  return hook === null ? raiseKeyError(vm, key) : callMethod(vm, self, '__missing__', [key])
}
