/**
 * `dict`: its methods and operators; its views and iterators are in `dict-views.ts`. As `Objects/dictobject.c`.
 */
import type { PyObject } from '../heap/object.ts'
import type { Held, Own } from '../heap/reference.ts'
import { lend, newRef, release } from '../heap/reference.ts'
import { tracked } from './allocate.ts'
import { newBool } from './bool.ts'
import { EQ, type KwNames, NE } from './declare/slots.ts'
import { classMethod, defineType, methodsOf, packed, rawMethod } from './declare/type.ts'
import {
  findKey,
  findKeyHashed,
  newDict,
  PyDict,
  peekItem,
  peekOrPutItem,
  putItem,
  removeAt,
  takeItem,
  unembed,
} from './dict.ts'
import { newDictIterator, newDictView } from './dict-views.ts'
import { raiseKeyError } from './exceptions.ts'
import { newGenericAlias } from './generic-alias.ts'
import { getAttrNamedMaybe } from './protocols/attributes.ts'
import { callBoundSpecial, callMethod } from './protocols/calls.ts'
import { isSame } from './protocols/comparison.ts'
import { eachItem, toFastArray } from './protocols/iteration.ts'
import { getItem } from './protocols/sequences.ts'
import { getRepr } from './protocols/text.ts'
import { PySet } from './set.ts'
import { newStr } from './str.ts'
import { MISSING } from './tables/dict-table.ts'
import { newTuple } from './tuple.ts'
import { typeName, typeOf } from './type.ts'
import type { VM } from './vm.ts'

/** Copies all entries of another dict into `self`; `override` false keeps keys that are there (`dict_merge`). */
export function mergeDict(vm: VM, self: PyDict, other: PyDict, override = true): void {
  if (self === other || other.size === 0) return
  if (
    self.size === 0 &&
    !self.embedded &&
    !other.embedded &&
    other.table.textOnly &&
    self.table.beginMerge(other.table)
  ) {
    self.each((key, value) => {
      newRef(key)
      newRef(value)
    })
    if (other.gcState & 1) vm.heap.collector.track(self)
    return
  }
  const { table } = other
  const size = table.size
  for (let at = table.next(0); at !== MISSING; at = table.next(at + 1)) {
    const hash = table.hashAt(at)
    const key = newRef(table.keyAt(at))
    const value = newRef(table.valueAt(at))
    try {
      if (override || findKeyHashed(vm, self, key, hash) === MISSING)
        putItem(vm, self, key, newRef(value), hash)
    } finally {
      release(key)
      release(value)
    }
    if (table.size !== size) vm.raise('RuntimeError', 'dict mutated during update')
  }
}

/** `self.update(other)` for a mapping or an iterable of pairs. */
export function updateDict(vm: VM, self: PyDict, other: PyObject): void {
  if (other instanceof PyDict && typeOf(other).slots.__iter__ === vm.types.dict.slots.__iter__)
    return mergeDict(vm, self, other)
  const keys = other instanceof PyDict ? newRef(other) : getAttrNamedMaybe(vm, other, 'keys')
  if (keys === null) return mergePairs(vm, self, other)
  release(keys)
  mergeMapping(vm, self, other)
}

/** Stores what a mapping has, by its `keys`. Raises AttributeError where it has none. */
function mergeMapping(vm: VM, self: PyDict, other: PyObject): void {
  lend(callMethod(vm, other, 'keys'), (names) =>
    eachItem(vm, names, (key) => putItem(vm, self, key, getItem(vm, other, key))),
  )
}

/** `{**other}`: raises AttributeError for what is no mapping (`PyDict_Update`). */
export function updateFromMapping(vm: VM, self: PyDict, other: PyObject): void {
  if (other instanceof PyDict) updateDict(vm, self, other)
  else mergeMapping(vm, self, other)
}

function mergePairs(vm: VM, self: PyDict, pairs: PyObject): void {
  let index = 0
  eachItem(vm, pairs, (pair) => {
    const items = toFastArray(
      vm,
      pair,
      `cannot convert dictionary update sequence element #${index} to a sequence`,
    )
    try {
      if (items.length !== 2) {
        vm.raise(
          'ValueError',
          `dictionary update sequence element #${index} has length ${items.length}; 2 is required`,
        )
      }
      putItem(vm, self, items[0]!, newRef(items[1]!))
    } finally {
      for (const item of items) release(item)
    }
    index++
  })
}

/** What `dict(…)` and `update(…)` take: one mapping or iterable at most, and keywords. */
function updateFromArguments(
  vm: VM,
  self: PyDict,
  name: string,
  args: readonly PyObject[],
  kwnames: KwNames,
): void {
  const count = args.length - (kwnames?.length ?? 0)
  if (count > 1) vm.raise('TypeError', `${name} expected at most 1 argument, got ${count}`)
  if (count === 1) updateDict(vm, self, args[0]!)
  kwnames?.forEach((key, i) => putItem(vm, self, key, newRef(args[count + i]!)))
}

/** A shallow copy, of the exact type (`PyDict_Copy`). */
export function copyDict(vm: VM, self: PyDict): Own<PyDict> {
  const copy = newDict(vm)
  if (self.size > 0 && self.table.isDense) {
    copy.table = self.table.clone()
    copy.each((key, value) => {
      newRef(key)
      newRef(value)
    })
    if (self.gcState & 1) vm.heap.collector.track(copy)
  } else mergeDict(vm, copy, self)
  return copy
}

function isEqualDict(vm: VM, self: PyDict, other: PyDict): boolean {
  if (self.size !== other.size) return false
  const { table } = self
  for (let at = table.next(0); at !== MISSING; at = table.next(at + 1)) {
    const hash = table.hashAt(at)
    const key = newRef(table.keyAt(at))
    const value = newRef(table.valueAt(at))
    try {
      const theirs = findKeyHashed(vm, other, key, hash)
      if (theirs === MISSING) return false
      if (!lend(newRef(other.table.valueAt(theirs)), (kept) => isSame(vm, kept, value))) return false
    } finally {
      release(key)
      release(value)
    }
  }
  return true
}

function subscript(vm: VM, self: PyDict, key: PyObject): Own {
  const value = peekItem(vm, self, key)
  if (value !== null) return newRef(value)
  if (typeOf(self) !== vm.types.dict) {
    const made = callBoundSpecial(vm, self, '__missing__', [key])
    if (made !== null) return made
  }
  return raiseKeyError(vm, key)
}

function reprDict(vm: VM, self: PyDict): Own {
  const text = vm.reprGuard(self, () => {
    const parts: string[] = []
    for (let at = self.table.next(0); at !== MISSING; at = self.table.next(at + 1)) {
      const key = newRef(self.table.keyAt(at))
      const value = newRef(self.table.valueAt(at))
      try {
        const shownKey = lend(getRepr(vm, key), (shown) => shown.value)
        parts.push(`${shownKey}: ${lend(getRepr(vm, value), (shown) => shown.value)}`)
      } finally {
        release(value)
        release(key)
      }
    }
    return parts.join(', ')
  })
  return newStr(vm, `{${text ?? '...'}}`)
}

function popItem(vm: VM, self: PyDict): Own {
  if (self.size === 0) return vm.raise('KeyError', 'popitem(): dictionary is empty')
  if (self.embedded) unembed(self)
  const { table } = self
  const at = table.previous(table.positions - 1)
  const key = table.keyAt(at) as Held
  const value = table.valueAt(at) as Held
  table.removeLast()
  return newTuple(vm, [key, value])
}

/** `dict.fromkeys`: the hashes of a dict's or set's items are taken over. */
function fillFromKeys(vm: VM, made: PyDict, iterable: PyObject, value: PyObject): void {
  if (
    made.size > 0 ||
    !(typeOf(iterable) === vm.types.dict || (iterable instanceof PySet && !typeOf(iterable).isHeapType))
  ) {
    return eachItem(vm, iterable, (key) => putItem(vm, made, key, newRef(value)))
  }
  const { table } = iterable as PyDict | PySet
  for (let at = table.next(0); at !== MISSING; at = table.next(at + 1)) {
    const hash = table.hashAt(at)
    lend(newRef(table.keyAt(at)), (key) => putItem(vm, made, key, newRef(value), hash))
  }
}

const method = methodsOf<PyDict>()

export const dictSpec = defineType(
  PyDict,
  'dict',
  'A mapping of keys to values that keeps insertion order.',
  {
    reserve: { most: 80 },
    vectorcall: true,
    basicsize: 48,
    subclassable: true,
    container: true,
    patma: 'mapping',
    slots: {
      __new__: (vm, cls) => {
        const made = vm.heap.apart(() => new PyDict(cls)) as Own<PyDict>
        return cls === vm.types.dict ? made : (tracked(vm, made) as Own)
      },
      __init__: (vm, self, args, kwnames) => updateFromArguments(vm, self, 'dict', args, kwnames),
      __repr__: reprDict,
      __hash__: null,
      richcompare: (vm, self, other, operator) => {
        if ((operator !== EQ && operator !== NE) || !(other instanceof PyDict))
          return newRef(vm.NotImplemented)
        return newBool(vm, isEqualDict(vm, self, other) === (operator === EQ))
      },
      __iter__: (vm, self) => newDictIterator(vm, self, 'key', false),
      __len__: (_vm, self) => self.size,
      __getitem__: subscript,
      __setitem__: (vm, self, key, value) => {
        if (value !== null) return putItem(vm, self, key, newRef(value))
        const at = findKey(vm, self, key)
        if (at === MISSING) raiseKeyError(vm, key)
        else removeAt(self, at)
      },
      __contains__: (vm, self, key) => findKey(vm, self, key) !== MISSING,
      __or__: (vm, left, right) => {
        if (!(left instanceof PyDict) || !(right instanceof PyDict)) return newRef(vm.NotImplemented)
        const merged = callMethod(vm, left, 'copy')
        updateDict(vm, merged as unknown as PyDict, right)
        return merged
      },
      __ior__: (vm, self, other) => {
        updateDict(vm, self, other)
        return newRef(self)
      },
    },
    methods: [
      method(
        '__contains__(self, key: object, /) -> bool',
        'Whether the dict has the key.',
        (vm, self, key) => findKey(vm, self, key) !== MISSING,
      ),
      method('__getitem__(self, key: object, /) -> object', 'self[key]', subscript),
      method('__reversed__(self, /) -> object', 'The keys, last first.', (vm, self) =>
        newDictIterator(vm, self, 'key', true),
      ),
      method(
        'get(self, key: object, default: object = None, /) -> object',
        'The value of a key, or the default.',
        (vm, self, key, fallback) => newRef(peekItem(vm, self, key) ?? fallback),
      ),
      method(
        'setdefault(self, key: object, default: object = None, /) -> object',
        'The value of a key, stored first if it is missing.',
        (vm, self, key, fallback) => newRef(peekOrPutItem(vm, self, key, fallback)),
      ),
      method(
        'pop(self, key: object, default: object = NULL, /) -> object',
        'Removes a key and returns its value.',
        (vm, self, key, fallback) => {
          if (self.size === 0) return fallback === null ? raiseKeyError(vm, key) : newRef(fallback)
          return takeItem(vm, self, key) ?? (fallback === null ? raiseKeyError(vm, key) : newRef(fallback))
        },
      ),
      method('popitem(self, /) -> object', 'Removes the last entry and returns it as a pair.', popItem),
      method('keys(self, /) -> object', 'A view of the keys.', (vm, self) => newDictView(vm, self, 'key')),
      method('items(self, /) -> object', 'A view of the entries as pairs.', (vm, self) =>
        newDictView(vm, self, 'item'),
      ),
      method('values(self, /) -> object', 'A view of the values.', (vm, self) =>
        newDictView(vm, self, 'value'),
      ),
      method('clear(self, /)', 'Removes all entries.', (_vm, self) => self.clear()),
      method('copy(self, /) -> object', 'A shallow copy.', copyDict),
      method(
        '__sizeof__(self, /) -> ssize_t',
        'Bytes of the dict and its table.',
        // The keys of an embedded dict belong to the class; its values are counted as if they were its own.
        (_vm, self) =>
          typeOf(self).basicsize + (self.owner === null ? self.table.keysBytes : 8 * self.owner.places),
      ),
      packed(
        'all',
        rawMethod<PyDict>(
          'update(self, /, *args, **kwargs)',
          'Adds entries of a mapping, of an iterable of pairs, of keywords.',
          (vm, self, args, kwnames) => {
            updateFromArguments(vm, self, 'update', args, kwnames)
            return newRef(vm.None)
          },
        ),
      ),
      classMethod(
        'fromkeys(cls, iterable: object, value: object = None, /) -> object',
        'A dict with these keys, all with one value.',
        (vm, cls, iterable, value) => {
          const made = vm.call(cls, [])
          try {
            if (made instanceof PyDict && typeOf(made) === vm.types.dict) {
              fillFromKeys(vm, made, iterable, value)
            } else {
              const store = typeOf(made).slots.__setitem__
              if (store === null)
                return vm.raise('TypeError', `'${typeName(made)}' object does not support item assignment`)
              eachItem(vm, iterable, (key) => store(vm, made, key, value))
            }
          } catch (thrown) {
            release(made)
            throw thrown
          }
          return made
        },
      ),
      classMethod(
        '__class_getitem__(cls, object: object, /) -> object',
        'A parametrized form for annotations.',
        (vm, cls, item) => newGenericAlias(vm, cls, item),
      ),
    ],
  },
)
