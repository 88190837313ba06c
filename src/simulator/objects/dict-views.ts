/**
 * The views of a dict (`keys()`, `values()`, `items()`) and its six iterators. An iterator refuses to go on
 * when the dict has changed its size. As `Objects/dictobject.c`.
 */
import type { HeapType, Visit } from '../heap/object.ts'
import { PyObject } from '../heap/object.ts'
import type { Held, Own } from '../heap/reference.ts'
import { lend, newRef, release, releaseMaybe } from '../heap/reference.ts'
import { tracked } from './allocate.ts'
import { newBool } from './bool.ts'
import { type Comparison, EQ, GE, GT, LE, LT, NE } from './declare/slots.ts'
import { defineType, getset, methodsOf, type TypeSpec } from './declare/type.ts'
import { findKey, type PyDict } from './dict.ts'
import { newList } from './list.ts'
import { newMappingProxy } from './mapping-proxy.ts'
import { getAttrNamed } from './protocols/attributes.ts'
import { callMethod } from './protocols/calls.ts'
import { isSame } from './protocols/comparison.ts'
import { eachItem, getIter, getNext } from './protocols/iteration.ts'
import { containsItem, lengthOf } from './protocols/sequences.ts'
import { getRepr } from './protocols/text.ts'
import { newStr } from './str.ts'
import { MISSING } from './tables/dict-table.ts'
import { newTuple, PyTuple, refillTuple } from './tuple.ts'
import { typeName, typeOf } from './type.ts'
import type { VM } from './vm.ts'

export type EntryPart = 'key' | 'value' | 'item'

export class PyDictView extends PyObject {
  readonly mapping: Held<PyDict>
  readonly part: EntryPart

  constructor(type: HeapType, mapping: Own<PyDict>, part: EntryPart) {
    super(type)
    this.mapping = mapping
    this.part = part
  }

  override traverse(visit: Visit): void {
    visit(this.mapping, 'mapping')
  }

  override dealloc(): void {
    release(this.mapping)
  }
}

const viewTypes = { key: 'dict_keys', value: 'dict_values', item: 'dict_items' } as const

export function newDictView(vm: VM, dict: PyDict, part: EntryPart): Own<PyDictView> {
  return tracked(vm, new PyDictView(vm.types[viewTypes[part]], newRef(dict), part))
}

export class PyDictIterator extends PyObject {
  /** Null when exhausted. */
  mapping: Held<PyDict> | null
  readonly part: EntryPart
  readonly reversed: boolean
  position: number
  remaining: number
  /** For pairs: the tuple that is handed out again when nobody else holds it. */
  result: Held<PyTuple> | null = null
  /** The dict's size when the iterator was made; -1 once a change was noticed. */
  used: number

  constructor(type: HeapType, mapping: Own<PyDict>, part: EntryPart, reversed: boolean) {
    super(type)
    this.mapping = mapping
    this.part = part
    this.reversed = reversed
    this.position = reversed ? mapping.table.positions - 1 : 0
    this.remaining = mapping.size
    this.used = mapping.size
  }

  override traverse(visit: Visit): void {
    if (this.mapping !== null) visit(this.mapping, 'mapping')
    if (this.result !== null) visit(this.result, 'result')
  }

  override dealloc(): void {
    const { mapping, result } = this
    this.mapping = null
    this.result = null
    releaseMaybe(mapping)
    releaseMaybe(result)
  }
}

const iteratorTypes = {
  key: ['dict_keyiterator', 'dict_reversekeyiterator'],
  value: ['dict_valueiterator', 'dict_reversevalueiterator'],
  item: ['dict_itemiterator', 'dict_reverseitemiterator'],
} as const

export function newDictIterator(
  vm: VM,
  dict: PyDict,
  part: EntryPart,
  reversed: boolean,
): Own<PyDictIterator> {
  const type = vm.types[iteratorTypes[part][reversed ? 1 : 0]]
  const iterator = tracked(vm, new PyDictIterator(type, newRef(dict), part, reversed))
  if (part === 'item') iterator.result = newTuple(vm, [newRef(vm.None) as Held, newRef(vm.None) as Held])
  return iterator
}

function nextEntry(vm: VM, self: PyDictIterator): Own | null {
  const { mapping } = self
  if (mapping === null) return null
  if (self.used !== mapping.size) {
    self.used = -1
    return vm.raise('RuntimeError', 'dictionary changed size during iteration')
  }
  const { table } = mapping
  const at = self.reversed ? table.previous(self.position) : table.next(self.position)
  if (at === MISSING) {
    self.mapping = null
    release(mapping)
    return null
  }
  if (self.remaining === 0) {
    self.mapping = null
    release(mapping)
    return vm.raise('RuntimeError', 'dictionary keys changed during iteration')
  }
  self.position = self.reversed ? at - 1 : at + 1
  self.remaining--
  if (self.result === null) return entryAt(vm, mapping, at, self.part)
  return refillTuple(vm, self.result, [newRef(table.keyAt(at)) as Held, newRef(table.valueAt(at)) as Held])
}

function entryAt(vm: VM, dict: PyDict, at: number, part: EntryPart): Own {
  const { table } = dict
  if (part === 'key') return newRef(table.keyAt(at))
  if (part === 'value') return newRef(table.valueAt(at))
  return newTuple(vm, [newRef(table.keyAt(at)) as Held, newRef(table.valueAt(at)) as Held])
}

const iteratorMethod = methodsOf<PyDictIterator>()

function defineDictIterator(name: string): TypeSpec {
  return defineType(PyDictIterator, name, null, {
    basicsize: 56,
    container: true,
    noInstantiation: true,
    slots: { __iter__: (_vm, self) => newRef(self), __next__: nextEntry },
    methods: [
      iteratorMethod('__length_hint__(self, /) -> ssize_t', 'How many entries are left.', (_vm, self) =>
        self.mapping !== null && self.used === self.mapping.size ? self.remaining : 0,
      ),
      iteratorMethod('__reduce__(self, /) -> object', 'How to rebuild it.', (vm, self) => {
        const rest: Held[] = []
        if (self.mapping !== null) {
          const { table } = self.mapping
          let at = self.reversed ? table.previous(self.position) : table.next(self.position)
          while (at !== MISSING) {
            rest.push(entryAt(vm, self.mapping, at, self.part))
            at = self.reversed ? table.previous(at - 1) : table.next(at + 1)
          }
        }
        return newTuple(vm, [getAttrNamed(vm, vm.builtins, 'iter'), newTuple(vm, [newList(vm, rest)])])
      }),
    ],
  })
}

export const dictIteratorSpecs = {
  dict_keyiterator: defineDictIterator('dict_keyiterator'),
  dict_valueiterator: defineDictIterator('dict_valueiterator'),
  dict_itemiterator: defineDictIterator('dict_itemiterator'),
  dict_reversekeyiterator: defineDictIterator('dict_reversekeyiterator'),
  dict_reversevalueiterator: defineDictIterator('dict_reversevalueiterator'),
  dict_reverseitemiterator: defineDictIterator('dict_reverseitemiterator'),
}

function reprView(vm: VM, self: PyDictView): Own {
  const text = vm.reprGuard(self, () => {
    const parts: string[] = []
    eachItem(vm, self, (entry) => void parts.push(lend(getRepr(vm, entry), (shown) => shown.value)))
    return `${typeName(self)}([${parts.join(', ')}])`
  })
  return newStr(vm, text ?? '...')
}

function containsEntry(vm: VM, self: PyDictView, item: PyObject): boolean {
  if (self.part === 'key') return findKey(vm, self.mapping, item) !== MISSING
  if (self.part === 'value') {
    let found = false
    eachItem(vm, self, (value) => {
      found = isSame(vm, value, item)
      return !found
    })
    return found
  }
  if (!(item instanceof PyTuple) || item.items.length !== 2) return false
  const at = findKey(vm, self.mapping, item.items[0]!)
  if (at === MISSING) return false
  return lend(newRef(self.mapping.table.valueAt(at)), (value) => isSame(vm, value, item.items[1]!))
}

/** Whether the object has what set comparison needs: a set or a view of keys or items. */
function isSetLike(vm: VM, object: PyObject): boolean {
  const { types } = vm
  return [types.set, types.frozenset, types.dict_keys, types.dict_items].some((type) =>
    typeOf(object).isSubtype(type),
  )
}

function allContained(vm: VM, self: PyObject, other: PyObject): boolean {
  let all = true
  eachItem(vm, self, (item) => {
    all = containsItem(vm, other, item)
    return all
  })
  return all
}

function compareView(vm: VM, self: PyDictView, other: PyObject, operator: Comparison): Own {
  if (!isSetLike(vm, other)) return newRef(vm.NotImplemented)
  const mine = self.mapping.size
  const theirs = lengthOf(vm, other)
  switch (operator) {
    case EQ:
    case NE:
      return newBool(vm, (mine === theirs && allContained(vm, self, other)) === (operator === EQ))
    case LT:
      return newBool(vm, mine < theirs && allContained(vm, self, other))
    case LE:
      return newBool(vm, mine <= theirs && allContained(vm, self, other))
    case GT:
      return newBool(vm, mine > theirs && allContained(vm, other, self))
    case GE:
      return newBool(vm, mine >= theirs && allContained(vm, other, self))
  }
}

/** A set operation: a new set of one side, changed by a method of `set` with the other. */
function setOperation(name: string) {
  return (vm: VM, left: PyObject, right: PyObject): Own => {
    // A view on the right may stand on the left.
    if (name === 'intersection_update')
      return left instanceof PyDictView ? intersection(vm, left, right) : intersection(vm, right, left)
    const result = vm.call(vm.types.set, [left])
    try {
      release(callMethod(vm, result, name, [right]))
    } catch (thrown) {
      release(result)
      throw thrown
    }
    return result
  }
}

function intersection(vm: VM, left: PyObject, right: PyObject): Own {
  // The smaller side is walked, and the result takes its objects.
  const [walked, asked] =
    typeOf(left).slots.__len__ !== null && isSetLike(vm, right) && lengthOf(vm, right) > lengthOf(vm, left)
      ? [left, right]
      : [right, left]
  const result = vm.call(vm.types.set, [])
  try {
    lend(getIter(vm, walked), (iterator) => {
      for (let item = getNext(vm, iterator); item !== null; item = getNext(vm, iterator)) {
        lend(item, (key) => {
          if (containsItem(vm, asked, key)) release(callMethod(vm, result, 'add', [key]))
        })
      }
    })
  } catch (thrown) {
    release(result)
    throw thrown
  }
  return result
}

const viewMethod = methodsOf<PyDictView>()

const reversedMethod = viewMethod('__reversed__(self, /) -> object', 'The entries, last first.', (vm, self) =>
  newDictIterator(vm, self.mapping, self.part, true),
)

const mappingAttribute = getset<PyDictView>('mapping', 'The dict, read-only.', (vm, self) =>
  newMappingProxy(vm, newRef(self.mapping)),
)

const setSlots = {
  __hash__: null,
  richcompare: compareView,
  __sub__: setOperation('difference_update'),
  __and__: setOperation('intersection_update'),
  __xor__: setOperation('symmetric_difference_update'),
  __or__: setOperation('update'),
}

/** A view type; `setLike` ones take part in set operations. */
export function defineView(name: string, setLike: boolean): TypeSpec {
  return defineType(PyDictView, name, null, {
    basicsize: 24,
    container: true,
    noInstantiation: true,
    slots: {
      __repr__: reprView,
      __len__: (_vm, self) => self.mapping.size,
      __iter__: (vm, self) => newDictIterator(vm, self.mapping, self.part, false),
      ...(setLike ? { __contains__: containsEntry, ...setSlots } : {}),
    },
    getset: [mappingAttribute],
    methods: setLike
      ? [
          reversedMethod,
          viewMethod(
            'isdisjoint(self, object: object, /) -> bool',
            'Whether nothing is in both.',
            (vm, self, other) => {
              let disjoint = true
              eachItem(vm, other, (item) => {
                disjoint = !containsEntry(vm, self, item)
                return disjoint
              })
              return disjoint
            },
          ),
        ]
      : [reversedMethod],
  })
}

export const dictViewSpecs = {
  dict_keys: defineView('dict_keys', true),
  dict_values: defineView('dict_values', false),
  dict_items: defineView('dict_items', true),
}
