/**
 * `enumerate`, `zip`, `map`, `filter` and `reversed`. As `Objects/enumobject.c` and `Python/bltinmodule.c`.
 */

import { takeField } from '../heap/heap.ts'
import type { HeapType, Visit } from '../heap/object.ts'
import { PyObject } from '../heap/object.ts'
import type { Held, Own } from '../heap/reference.ts'
import { newRef, release, releaseAll, releaseMaybe } from '../heap/reference.ts'
import { tracked } from './allocate.ts'
import { checkPositional, positionalArguments } from './declare/arguments.ts'
import type { KwNames } from './declare/slots.ts'
import { classMethod, defineType, methodsOf } from './declare/type.ts'
import { newGenericAlias } from './generic-alias.ts'
import { type Integer, newInt, normalInteger } from './int.ts'
import { toPosition } from './iterator-state.ts'
import { callBoundSpecial } from './protocols/calls.ts'
import { isTrue } from './protocols/comparison.ts'
import { getIter, getNext, isSequence } from './protocols/iteration.ts'
import { toInteger } from './protocols/numbers.ts'
import { getItem, lengthOf } from './protocols/sequences.ts'
import { dropRaise, isRaise } from './raise.ts'
import { newTuple, type PyTuple, refillTuple } from './tuple.ts'
import { type PyType, typeName, typeOf } from './type.ts'
import type { VM } from './vm.ts'

const makeGeneric = classMethod(
  '__class_getitem__(cls, object: object, /) -> object',
  'A parametrized form for annotations.',
  (vm, cls, item) => newGenericAlias(vm, cls, item),
)

/** An iterator over one other: what it holds, and how it lets go. */
class PyDerivedIterator<Source extends PyObject = PyObject> extends PyObject {
  /** A function to call, or null. */
  func: Held | null
  /** The iterator, or the tuple of iterators, that items come from. */
  source: Held<Source> | null
  /** For tuples: the one that is handed out again when nobody else holds it. */
  result: Held<PyTuple> | null = null

  constructor(type: HeapType, func: Own | null, source: Own<Source> | null) {
    super(type)
    this.func = func
    this.source = source
  }

  override traverse(visit: Visit): void {
    if (this.source !== null) visit(this.source, 'source')
    if (this.result !== null) visit(this.result, 'result')
    if (this.func !== null) visit(this.func, 'func')
  }

  override dealloc(): void {
    releaseMaybe(takeField(this, 'source'))
    releaseMaybe(takeField(this, 'result'))
    releaseMaybe(takeField(this, 'func'))
  }
}

/** `(class, args)`: a call that makes the iterator again. */
function rebuildFrom(vm: VM, self: PyObject, args: Held[]): Own {
  return newTuple(vm, [newRef(typeOf(self)), newTuple(vm, args)])
}

/** A tuple with an iterator for each iterable. It is made before they are, as the collector's order shows. */
function newIteratorTuple(
  vm: VM,
  iterables: readonly PyObject[],
  refuse: (index: number, thrown: unknown) => never,
): Own<PyTuple> {
  const tuple = newTuple(
    vm,
    iterables.map(() => newRef(vm.None) as Held),
  )
  const iterators: Held[] = []
  iterables.forEach((iterable, index) => {
    try {
      iterators.push(getIter(vm, iterable))
    } catch (thrown) {
      releaseAll(iterators)
      release(tuple)
      refuse(index, thrown)
    }
  })
  const { items } = tuple
  if (items.length > 0) tuple.items = iterators
  releaseAll(items)
  return tuple
}

function rethrow(_index: number, thrown: unknown): never {
  throw thrown
}

export class PyEnumerate extends PyDerivedIterator {
  index: Integer

  constructor(type: HeapType, index: Integer) {
    super(type, null, null)
    this.index = index
  }
}

function makeEnumerate(vm: VM, cls: PyType, args: readonly PyObject[], kwnames: KwNames): Own {
  const count = args.length - (kwnames?.length ?? 0)
  const values: (PyObject | undefined)[] = args.slice(0, count)
  kwnames?.forEach((name, i) => {
    const at = ['iterable', 'start'].indexOf(name.value)
    if (at < 0) vm.raise('TypeError', `enumerate() got an unexpected keyword argument '${name.value}'`)
    values[at] = args[count + i]
  })
  const [iterable, start] = values
  if (iterable === undefined) return vm.raise('TypeError', "enumerate() missing required argument 'iterable'")
  if (args.length > 2)
    return vm.raise('TypeError', `enumerate() takes at most 2 arguments (${args.length} given)`)
  const first = start === undefined ? 0 : toInteger(vm, start)
  const made = tracked(vm, new PyEnumerate(cls, first))
  try {
    made.source = getIter(vm, iterable)
  } catch (thrown) {
    release(made)
    throw thrown
  }
  made.result = newTuple(vm, [newRef(vm.None) as Held, newRef(vm.None) as Held])
  return made as unknown as Own
}

const enumerateMethod = methodsOf<PyEnumerate>()

export const enumerateSpec = defineType(
  PyEnumerate,
  'enumerate(iterable, start=0)',
  'Pairs of a running number and an item.',
  {
    vectorcall: true,
    basicsize: 56,
    subclassable: true,
    container: true,
    slots: {
      __new__: makeEnumerate,
      __iter__: (_vm, self) => newRef(self),
      __next__: (vm, self) => {
        const item = getNext(vm, self.source!)
        if (item === null) return null
        const index = newInt(vm, self.index)
        self.index =
          typeof self.index === 'number' && self.index < Number.MAX_SAFE_INTEGER
            ? self.index + 1
            : normalInteger(BigInt(self.index) + 1n)
        return refillTuple(vm, self.result!, [index, item])
      },
    },
    methods: [
      makeGeneric,
      enumerateMethod('__reduce__(self, /) -> object', 'How to rebuild it.', (vm, self) =>
        rebuildFrom(vm, self, [newRef(self.source!), newInt(vm, self.index)]),
      ),
    ],
  },
)

export class PyZip extends PyDerivedIterator<PyTuple> {
  strict: boolean

  constructor(type: HeapType, iterators: Own<PyTuple>, strict: boolean) {
    super(type, null, iterators)
    this.strict = strict
  }
}

/** "argument 2 is shorter than argument 1", with the range where several came before. */
function mismatch(vm: VM, name: string, index: number, longer: boolean): never {
  const before = index === 1 ? ' 1' : `s 1-${index}`
  return vm.raise(
    'ValueError',
    `${name}() argument ${index + 1} is ${longer ? 'longer' : 'shorter'} than argument${before}`,
  )
}

function nextZip(vm: VM, self: PyZip): Own | null {
  const iterators = self.source!.items
  if (iterators.length === 0) return null
  const items: Held[] = []
  // A new tuple is made before there are items for it.
  const made =
    self.result!.refcnt === 1
      ? null
      : newTuple(
          vm,
          iterators.map(() => newRef(vm.None)),
        )
  const drop = (): null => {
    releaseAll(items)
    if (made !== null) release(made)
    return null
  }
  try {
    for (let i = 0; i < iterators.length; i++) {
      const item = getNext(vm, iterators[i]!)
      if (item !== null) {
        items.push(item)
        continue
      }
      if (self.strict) checkLengths(vm, self, i)
      return drop()
    }
  } catch (thrown) {
    drop()
    throw thrown
  }
  if (made === null) return refillTuple(vm, self.result!, items)
  const nones = made.items
  made.items = items
  releaseAll(nones)
  return made
}

/** With `strict=True`, after the iterator at `ended` was exhausted: the others must be too. */
function checkLengths(vm: VM, self: PyZip, ended: number): void {
  if (ended > 0) return mismatch(vm, 'zip', ended, false)
  const iterators = self.source!.items
  for (let i = 1; i < iterators.length; i++) {
    const item = getNext(vm, iterators[i]!)
    if (item === null) continue
    release(item)
    mismatch(vm, 'zip', i, true)
  }
}

const zipMethod = methodsOf<PyZip>()

export const zipSpec = defineType(
  PyZip,
  'zip(*iterables, strict=False)',
  'Tuples of one item from each iterable.',
  {
    basicsize: 48,
    subclassable: true,
    container: true,
    slots: {
      __new__: (vm, cls, args, kwnames) => {
        const count = args.length - (kwnames?.length ?? 0)
        let strict = false
        kwnames?.forEach((name, i) => {
          if (name.value !== 'strict')
            vm.raise('TypeError', `zip() got an unexpected keyword argument '${name.value}'`)
          strict = isTrue(vm, args[count + i]!)
        })
        const iterators = newIteratorTuple(vm, args.slice(0, count), (index, thrown) => {
          if (!isRaise(thrown, vm.types.TypeError) || typeOf(args[index]!).slots.__iter__ !== null)
            throw thrown
          dropRaise(thrown)
          return vm.raise('TypeError', `'${typeName(args[index]!)}' object is not iterable`)
        })
        const result = newTuple(
          vm,
          iterators.items.map(() => newRef(vm.None) as Held),
        )
        const made = tracked(vm, new PyZip(cls, iterators, strict))
        made.result = result
        return made as unknown as Own
      },
      __iter__: (_vm, self) => newRef(self),
      __next__: nextZip,
    },
    methods: [
      zipMethod('__reduce__(self, /) -> object', 'How to rebuild it.', (vm, self) =>
        self.strict
          ? newTuple(vm, [newRef(typeOf(self)), newRef(self.source!), newRef(vm.True)])
          : newTuple(vm, [newRef(typeOf(self)), newRef(self.source!)]),
      ),
      zipMethod('__setstate__(self, object: object, /)', 'Sets whether it is strict.', (vm, self, state) => {
        self.strict = isTrue(vm, state)
      }),
    ],
  },
)

export class PyMap extends PyDerivedIterator<PyTuple> {}

const mapMethod = methodsOf<PyMap>()

export const mapSpec = defineType(
  PyMap,
  'map(function, iterable, /, *iterables)',
  'The results of a function for the items of iterables.',
  {
    vectorcall: true,
    basicsize: 32,
    subclassable: true,
    container: true,
    slots: {
      __new__: (vm, cls, given, kwnames) => {
        const args = positionalArguments(vm, 'map', cls, given, kwnames)
        if (args.length < 2) return vm.raise('TypeError', 'map() must have at least two arguments.')
        const iterators = newIteratorTuple(vm, args.slice(1), rethrow)
        return tracked(vm, new PyMap(cls, newRef(args[0]!), iterators)) as unknown as Own
      },
      __iter__: (_vm, self) => newRef(self),
      __next__: (vm, self) => {
        const items: Own[] = []
        try {
          for (const iterator of self.source!.items) {
            const item = getNext(vm, iterator)
            if (item === null) return null
            items.push(item)
          }
          return vm.call(self.func!, items)
        } finally {
          releaseAll(items)
        }
      },
    },
    methods: [
      mapMethod('__reduce__(self, /) -> object', 'How to rebuild it.', (vm, self) =>
        rebuildFrom(vm, self, [newRef(self.func!), ...self.source!.items.map(newRef)]),
      ),
    ],
  },
)

export class PyFilter extends PyDerivedIterator {
  override dealloc(): void {
    releaseMaybe(takeField(this, 'func'))
    super.dealloc()
  }
}

const filterMethod = methodsOf<PyFilter>()

export const filterSpec = defineType(
  PyFilter,
  'filter(function, iterable, /)',
  'The items for which a function is true.',
  {
    vectorcall: true,
    basicsize: 32,
    subclassable: true,
    container: true,
    slots: {
      __new__: (vm, cls, given, kwnames) => {
        const args = positionalArguments(vm, 'filter', cls, given, kwnames)
        checkPositional(vm, 'filter', args.length, 2, 2)
        return tracked(vm, new PyFilter(cls, newRef(args[0]!), getIter(vm, args[1]!))) as unknown as Own
      },
      __iter__: (_vm, self) => newRef(self),
      __next__: (vm, self) => {
        for (;;) {
          const item = getNext(vm, self.source!)
          if (item === null) return null
          let keep = false
          try {
            if (self.func === vm.None || (self.func as PyObject) === vm.types.bool) keep = isTrue(vm, item)
            else {
              const verdict = vm.call(self.func!, [item])
              try {
                keep = isTrue(vm, verdict)
              } finally {
                release(verdict)
              }
            }
          } finally {
            if (!keep) release(item)
          }
          if (keep) return item
        }
      },
    },
    methods: [
      filterMethod('__reduce__(self, /) -> object', 'How to rebuild it.', (vm, self) =>
        rebuildFrom(vm, self, [newRef(self.func!), newRef(self.source!)]),
      ),
    ],
  },
)

export class PyReversed extends PyObject {
  /** Null when exhausted. */
  sequence: Held | null
  index: number

  constructor(type: HeapType, sequence: Own, index: number) {
    super(type)
    this.sequence = sequence
    this.index = index
  }

  override traverse(visit: Visit): void {
    if (this.sequence !== null) visit(this.sequence, 'sequence')
  }

  override dealloc(): void {
    const { sequence } = this
    this.sequence = null
    releaseMaybe(sequence)
  }
}

/** `reversed(object)`: its `__reversed__`, else backwards by index. */
function makeReversed(vm: VM, cls: PyType, given: readonly PyObject[], kwnames: KwNames): Own {
  const args = positionalArguments(vm, 'reversed', cls, given, kwnames)
  checkPositional(vm, 'reversed', args.length, 1, 1)
  const [sequence] = args
  const own = typeOf(sequence!).lookup('__reversed__')
  if (own === vm.None) return vm.raise('TypeError', `'${typeName(sequence!)}' object is not reversible`)
  if (own !== null) return callBoundSpecial(vm, sequence!, '__reversed__', [])!
  if (!isSequence(vm, sequence!) || typeOf(sequence!).slots.__len__ === null) {
    return vm.raise('TypeError', `'${typeName(sequence!)}' object is not reversible`)
  }
  return tracked(vm, new PyReversed(cls, newRef(sequence!), lengthOf(vm, sequence!) - 1)) as unknown as Own
}

const reversedMethod = methodsOf<PyReversed>()

export const reversedSpec = defineType(
  PyReversed,
  'reversed(sequence, /)',
  'The items of a sequence, last first.',
  {
    vectorcall: true,
    basicsize: 32,
    subclassable: true,
    container: true,
    slots: {
      __new__: makeReversed,
      __iter__: (_vm, self) => newRef(self),
      __next__: (vm, self) => {
        const { sequence } = self
        if (sequence === null) return null
        if (self.index >= 0) {
          const index = newInt(vm, self.index)
          try {
            const item = getItem(vm, sequence, index)
            self.index--
            return item
          } catch (thrown) {
            if (!isRaise(thrown, vm.types.IndexError) && !isRaise(thrown, vm.types.StopIteration))
              throw thrown
            dropRaise(thrown)
          } finally {
            release(index)
          }
        }
        self.sequence = null
        release(sequence)
        return null
      },
    },
    methods: [
      reversedMethod('__length_hint__(self, /) -> ssize_t', 'How many items are left.', (vm, self) => {
        if (self.sequence === null) return 0
        return lengthOf(vm, self.sequence) < self.index + 1 ? 0 : self.index + 1
      }),
      reversedMethod('__reduce__(self, /) -> object', 'How to rebuild it.', (vm, self) => {
        const type = newRef(typeOf(self))
        if (self.sequence === null) return newTuple(vm, [type, newTuple(vm, [newTuple(vm, [])])])
        return newTuple(vm, [type, newTuple(vm, [newRef(self.sequence)]), newInt(vm, self.index)])
      }),
      reversedMethod('__setstate__(self, object: object, /)', 'Sets the position.', (vm, self, state) => {
        const { sequence } = self
        const index = toPosition(vm, state, -1, sequence === null ? 0 : lengthOf(vm, sequence) - 1)
        if (sequence !== null) self.index = index
      }),
    ],
  },
)
