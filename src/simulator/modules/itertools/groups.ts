/** `groupby` and `tee`: iterators that share what they read. As `Modules/itertoolsmodule.c`. */

import { putField } from '../../heap/heap.ts'
import type { PyObject } from '../../heap/object.ts'
import type { Held, Own } from '../../heap/reference.ts'
import { lend, newRef, release, releaseAll, releaseMaybe } from '../../heap/reference.ts'
import { checkPositional } from '../../objects/declare/arguments.ts'
import { rawFn } from '../../objects/declare/module.ts'
import { methodsOf } from '../../objects/declare/type.ts'
import { getAttrNamed, getAttrNamedMaybe } from '../../objects/protocols/attributes.ts'
import { isSame } from '../../objects/protocols/comparison.ts'
import { getIter, getNext } from '../../objects/protocols/iteration.ts'
import { toIndex } from '../../objects/protocols/numbers.ts'
import { newTuple } from '../../objects/tuple.ts'
import type { PyType } from '../../objects/type.ts'
import type { VM } from '../../objects/vm.ts'
import { bindNamed, refuseKeywords } from '../arguments.ts'
import { defineTool, made, PyTool } from './base.ts'

export class PyGroupby extends PyTool {
  readonly owned = ['iterator', 'keyfunc', 'targetKey', 'currentKey', 'currentValue'] as const
  iterator: Held | null
  keyfunc: Held | null
  targetKey: Held | null = null
  currentKey: Held | null = null
  currentValue: Held | null = null
  /** The group that may still read; borrowed, only compared. */
  group: PyGroup | null = null

  constructor(type: PyType, iterator: Own, keyfunc: Own) {
    super(type)
    this.iterator = iterator
    this.keyfunc = keyfunc
  }

  /** Reads one item and its key; false at the end. */
  step(vm: VM): boolean {
    const value = getNext(vm, this.iterator!)
    if (value === null) return false
    let key: Own
    try {
      key = this.keyfunc === vm.None ? newRef(value) : vm.call(this.keyfunc!, [value])
    } catch (thrown) {
      release(value)
      throw thrown
    }
    const old = this.currentValue
    this.currentValue = value
    putField(this as PyGroupby, 'currentKey', key)
    releaseMaybe(old)
    return true
  }
}

/** One group: reads from its parent while the key stays. */
export class PyGroup extends PyTool {
  readonly owned = ['parent', 'targetKey'] as const
  parent: Held | null
  targetKey: Held | null

  constructor(type: PyType, parent: Own<PyGroupby>, targetKey: Own) {
    super(type)
    this.parent = parent
    this.targetKey = targetKey
    parent.group = this
  }
}

const groupSpec = defineTool(PyGroup, 'itertools._grouper', 'The items of one group.', {
  basicsize: 32,
  make: null,
  subclassable: false,
  next: (vm, self) => {
    const parent = self.parent as unknown as PyGroupby
    if (parent.group !== self) return null
    if (parent.currentValue === null && !parent.step(vm)) return null
    if (!isSame(vm, self.targetKey!, parent.currentKey!)) return null
    const value = parent.currentValue as Own
    parent.currentValue = null
    parent.drop('currentKey')
    return value
  },
})

export const groupbySpec = defineTool(
  PyGroupby,
  'itertools.groupby(iterable, key=None)',
  'Keys and groups of neighbouring items with the same key.',
  {
    basicsize: 64,
    make: (vm, cls, args, kwnames) => {
      const [iterable, key] = bindNamed(vm, 'groupby', args, kwnames, ['iterable', 'key'], 1)
      return made(vm, new PyGroupby(cls, getIter(vm, iterable!), newRef(key ?? vm.None)))
    },
    next: (vm, self) => {
      self.group = null
      // Skips to the first item with another key.
      for (;;) {
        if (self.currentKey !== null) {
          if (self.targetKey === null) break
          if (!isSame(vm, self.targetKey, self.currentKey)) break
        }
        if (!self.step(vm)) return null
      }
      const key = newRef(self.currentKey!)
      putField(self, 'targetKey', newRef(key))
      const group = made(vm, new PyGroup(vm.typeFor(groupSpec), newRef(self), newRef(key)))
      return newTuple(vm, [key, group])
    },
  },
)

/** How many items one link of a tee's chain holds. */
const LINK_CELLS = 57

export class PyTeeData extends PyTool {
  readonly owned = ['iterator', 'values', 'next'] as const
  iterator: Held | null
  values: Held[] = []
  next: Held | null = null
  isReading = false

  constructor(type: PyType, iterator: Own) {
    super(type)
    this.iterator = iterator
  }

  /** A long chain that nobody else holds dies link by link, not nested. */
  override clear(): void {
    this.drop('iterator')
    this.drop('values')
    let next = this.next as PyTeeData | null
    this.next = null
    while (next !== null && next.refcnt === 1) {
      const after = next.next as PyTeeData | null
      next.next = null
      release(next as unknown as Held)
      next = after
    }
    releaseMaybe(next as unknown as Held)
  }
}

const teeDataSpec = defineTool(
  PyTeeData,
  'itertools._tee_dataobject',
  'Items that several iterators share.',
  {
    basicsize: 504,
    make: null,
    subclassable: false,
    next: () => null,
  },
)

function itemAt(vm: VM, data: PyTeeData, index: number): Own | null {
  if (index < data.values.length) return newRef(data.values[index]!)
  if (data.isReading) return vm.raise('RuntimeError', 'cannot re-enter the tee iterator')
  data.isReading = true
  let item: Own | null
  try {
    item = getNext(vm, data.iterator!)
  } finally {
    data.isReading = false
  }
  if (item === null) return null
  data.values.push(newRef(item))
  return item
}

function nextLink(vm: VM, data: PyTeeData): Own<PyTeeData> {
  data.next ??= made(vm, new PyTeeData(vm.typeFor(teeDataSpec), newRef(data.iterator!)))
  return newRef(data.next) as unknown as Own<PyTeeData>
}

export class PyTee extends PyTool {
  readonly owned = ['data'] as const
  data: Held | null
  index: number

  constructor(type: PyType, data: Own, index: number) {
    super(type)
    this.data = data
    this.index = index
  }
}

const copyTee = methodsOf<PyTee>()('__copy__(self, /) -> object', 'An independent iterator.', (vm, self) =>
  newCopy(vm, self),
)

export const teeSpec = defineTool(
  PyTee,
  'itertools._tee(iterable, /)',
  'An iterator over items that others may read too.',
  {
    basicsize: 40,
    subclassable: false,
    make: (vm, cls, args, kwnames) => {
      refuseKeywords(vm, '_tee', kwnames)
      checkPositional(vm, '_tee', args.length, 1, 1)
      return fromIterable(vm, cls, args[0]!)
    },
    next: (vm, self) => {
      if (self.index >= LINK_CELLS) {
        putField(self, 'data', nextLink(vm, self.data as unknown as PyTeeData))
        self.index = 0
      }
      const item = itemAt(vm, self.data as unknown as PyTeeData, self.index)
      if (item !== null) self.index++
      return item
    },
    methods: [copyTee],
  },
)

function newCopy(vm: VM, tee: PyTee): Own {
  return made(vm, new PyTee(vm.typeFor(teeSpec), newRef(tee.data!), tee.index))
}

function fromIterable(vm: VM, cls: PyType, iterable: PyObject): Own {
  return lend(getIter(vm, iterable), (iterator) => {
    if (iterator instanceof PyTee) return newCopy(vm, iterator)
    const data = made(vm, new PyTeeData(vm.typeFor(teeDataSpec), newRef(iterator)))
    return made(vm, new PyTee(cls, data, 0))
  })
}

export const teeFunction = rawFn(
  'tee(iterable, n=2, /) -> object',
  'Several independent iterators over one iterable.',
  (vm, args, kwnames) => {
    refuseKeywords(vm, 'itertools.tee', kwnames)
    checkPositional(vm, 'tee', args.length, 1, 2)
    const n = args.length === 1 ? 2 : toIndex(vm, args[1]!, 'OverflowError')
    if (n < 0) return vm.raise('ValueError', 'n must be >= 0')
    if (n === 0) return newRef(vm.emptyTuple)
    const iterator = getIter(vm, args[0]!)
    const copy = getAttrNamedMaybe(vm, iterator, '__copy__')
    // An iterator that can be copied is itself the first result.
    const first =
      copy === null ? lend(iterator, (each) => fromIterable(vm, vm.typeFor(teeSpec), each)) : iterator
    const tees: Held[] = [first]
    const makeCopy = copy ?? getAttrNamed(vm, first, '__copy__')
    try {
      while (tees.length < n) tees.push(vm.call(makeCopy, []))
    } catch (thrown) {
      releaseAll(tees)
      throw thrown
    } finally {
      release(makeCopy)
    }
    return newTuple(vm, tees)
  },
)
