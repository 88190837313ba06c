/** Iterators that hand items of other iterables on: `chain`, `cycle`, `islice`, `pairwise`, `batched`, … */
import type { PyObject } from '../../heap/object.ts'
import type { Held, Own } from '../../heap/reference.ts'
import { lend, newRef, release, releaseAll } from '../../heap/reference.ts'
import { checkPositional, positionalArguments } from '../../objects/declare/arguments.ts'
import { classMethod } from '../../objects/declare/type.ts'
import { isTrue } from '../../objects/protocols/comparison.ts'
import { getIter, getNext } from '../../objects/protocols/iteration.ts'
import { isIndex, toIndex, toInteger } from '../../objects/protocols/numbers.ts'
import { newTuple, type PyTuple } from '../../objects/tuple.ts'
import type { PyType } from '../../objects/type.ts'
import type { VM } from '../../objects/vm.ts'
import { bindNamed, splitKeywords } from '../arguments.ts'
import { defineTool, made, PyTool, replaceItem, reusable, toolName } from './base.ts'

export class PyChain extends PyTool {
  readonly owned = ['active', 'source'] as const
  active: Held | null = null
  /** Null when exhausted. */
  source: Held | null

  constructor(type: PyType, source: Own) {
    super(type)
    this.source = source
  }
}

export const chainSpec = defineTool(
  PyChain,
  'itertools.chain(*iterables)',
  'The items of one iterable after another.',
  {
    basicsize: 32,
    make: (vm, cls, given, kwnames) => {
      const args = positionalArguments(vm, toolName(cls), cls, given, kwnames)
      return lend(newTuple(vm, args.map(newRef)), (iterables) =>
        made(vm, new PyChain(cls, getIter(vm, iterables))),
      )
    },
    next: (vm, self) => {
      while (self.source !== null) {
        if (self.active === null) {
          const iterable = getNext(vm, self.source)
          if (iterable === null) {
            self.drop('source')
            return null
          }
          try {
            self.active = lend(iterable, (each) => getIter(vm, each))
          } catch (thrown) {
            self.drop('source')
            throw thrown
          }
        }
        const item = getNext(vm, self.active)
        if (item !== null) return item
        self.drop('active')
      }
      return null
    },
    methods: [
      classMethod(
        'from_iterable(cls, iterable, /) -> object',
        'As chain, with the iterables from another one.',
        (vm, cls, iterables) => made(vm, new PyChain(cls as PyType, getIter(vm, iterables))),
      ),
    ],
  },
)

export class PyCycle extends PyTool {
  readonly owned = ['iterator', 'saved'] as const
  iterator: Held | null
  saved: Held[] = []
  index = 0

  constructor(type: PyType, iterator: Own) {
    super(type)
    this.iterator = iterator
  }
}

export const cycleSpec = defineTool(
  PyCycle,
  'itertools.cycle(iterable, /)',
  'The items of an iterable, again and again.',
  {
    basicsize: 48,
    make: (vm, cls, given, kwnames) => {
      const args = positionalArguments(vm, toolName(cls), cls, given, kwnames)
      checkPositional(vm, toolName(cls), args.length, 1, 1)
      return made(vm, new PyCycle(cls, getIter(vm, args[0]!)))
    },
    next: (vm, self) => {
      if (self.iterator !== null) {
        const item = getNext(vm, self.iterator)
        if (item !== null) {
          self.saved.push(newRef(item))
          return item
        }
        self.drop('iterator')
      }
      const { saved } = self
      if (saved.length === 0) return null
      const item = newRef(saved[self.index]!)
      self.index = (self.index + 1) % saved.length
      return item
    },
  },
)

export class PyIslice extends PyTool {
  readonly owned = ['iterator'] as const
  iterator: Held | null
  next: number
  /** -1 for no end. */
  readonly stop: number
  readonly step: number
  count = 0

  constructor(type: PyType, iterator: Own, start: number, stop: number, step: number) {
    super(type)
    this.iterator = iterator
    this.next = start
    this.stop = stop
    this.step = step
  }
}

const MAX_SIZE = 2n ** 63n - 1n

/** A bound of `islice`: None gives `absent`, what is no index from 0 up gives null. */
function bound(vm: VM, value: PyObject | undefined, absent: number): number | null {
  if (value === undefined || value === vm.None) return absent
  if (!isIndex(value)) return null
  const number = toInteger(vm, value)
  if (number < 0 || number > MAX_SIZE) return null
  return typeof number === 'number' ? number : Number.MAX_SAFE_INTEGER
}

export const isliceSpec = defineTool(
  PyIslice,
  'itertools.islice(iterable, stop)',
  'Items of an iterable, chosen as by a slice.',
  {
    basicsize: 56,
    make: (vm, cls, given, kwnames) => {
      const args = positionalArguments(vm, toolName(cls), cls, given, kwnames)
      checkPositional(vm, toolName(cls), args.length, 2, 4)
      const [iterable, first, second, third] = args
      const stop = bound(vm, args.length === 2 ? first : second, -1)
      const start = args.length === 2 ? 0 : bound(vm, first, 0)
      if (stop === null && args.length === 2) {
        return vm.raise(
          'ValueError',
          'Stop argument for islice() must be None or an integer: 0 <= x <= sys.maxsize.',
        )
      }
      if (stop === null && start !== null) {
        return vm.raise(
          'ValueError',
          'Stop argument for islice() must be None or an integer: 0 <= x <= sys.maxsize.',
        )
      }
      if (start === null || stop === null) {
        return vm.raise(
          'ValueError',
          'Indices for islice() must be None or an integer: 0 <= x <= sys.maxsize.',
        )
      }
      const step = bound(vm, third, 1)
      if (step === null || step < 1) {
        return vm.raise('ValueError', 'Step for islice() must be a positive integer or None.')
      }
      return made(vm, new PyIslice(cls, getIter(vm, iterable!), start, stop, step))
    },
    next: (vm, self) => {
      const { stop } = self
      if (self.iterator === null) return null
      const item = skipTo(vm, self)
      if (item === null) {
        self.drop('iterator')
        return null
      }
      self.count++
      self.next += self.step
      if (stop !== -1 && self.next > stop) self.next = stop
      return item
    },
  },
)

function skipTo(vm: VM, self: PyIslice): Own | null {
  const iterator = self.iterator!
  while (self.count < self.next) {
    const skipped = getNext(vm, iterator)
    if (skipped === null) return null
    release(skipped)
    self.count++
  }
  return self.stop !== -1 && self.count >= self.stop ? null : getNext(vm, iterator)
}

export class PyPairwise extends PyTool {
  readonly owned = ['iterator', 'old', 'result'] as const
  iterator: Held | null
  old: Held | null = null
  result: Held<PyTuple> | null

  constructor(type: PyType, iterator: Own, result: Own<PyTuple>) {
    super(type)
    this.iterator = iterator
    this.result = result
  }
}

export const pairwiseSpec = defineTool(
  PyPairwise,
  'itertools.pairwise(iterable, /)',
  'Overlapping pairs of neighbouring items.',
  {
    basicsize: 40,
    make: (vm, cls, given, kwnames) => {
      const args = positionalArguments(vm, toolName(cls), cls, given, kwnames)
      checkPositional(vm, toolName(cls), args.length, 1, 1)
      return made(
        vm,
        new PyPairwise(cls, getIter(vm, args[0]!), newTuple(vm, [newRef(vm.None), newRef(vm.None)])),
      )
    },
    next: (vm, self) => {
      if (self.iterator === null) return null
      self.old ??= getNext(vm, self.iterator)
      if (self.old === null || self.iterator === null) {
        self.drop('iterator')
        self.drop('old')
        return null
      }
      const old = newRef(self.old)
      const item = getNext(vm, self.iterator)
      if (item === null) {
        self.drop('iterator')
        self.drop('old')
        release(old)
        return null
      }
      const result = reusable(vm, self.result!)
      replaceItem(result, 0, old)
      replaceItem(result, 1, newRef(item))
      const before = self.old
      self.old = item
      if (before !== null) release(before)
      return result
    },
  },
)

export class PyBatched extends PyTool {
  readonly owned = ['iterator'] as const
  iterator: Held | null
  readonly size: number
  readonly strict: boolean

  constructor(type: PyType, iterator: Own, size: number, strict: boolean) {
    super(type)
    this.iterator = iterator
    this.size = size
    this.strict = strict
  }
}

export const batchedSpec = defineTool(
  PyBatched,
  'itertools.batched(iterable, n, *, strict=False)',
  'Tuples of so many items each.',
  {
    basicsize: 40,
    make: (vm, cls, args, kwnames) => {
      const { positional, given } = splitKeywords(vm, 'batched', args, kwnames, ['iterable', 'n', 'strict'])
      const iterable = positional[0] ?? given.iterable
      const n = positional[1] ?? given.n
      if (iterable === undefined)
        return vm.raise('TypeError', "batched() missing required argument 'iterable' (pos 1)")
      if (n === undefined) return vm.raise('TypeError', "batched() missing required argument 'n' (pos 2)")
      if (positional.length > 2)
        return vm.raise(
          'TypeError',
          `batched() takes exactly 2 positional arguments (${positional.length} given)`,
        )
      const size = toIndex(vm, n, 'OverflowError')
      if (size < 1) return vm.raise('ValueError', 'n must be at least one')
      const strict = given.strict !== undefined && isTrue(vm, given.strict)
      return made(vm, new PyBatched(cls, getIter(vm, iterable), size, strict))
    },
    next: (vm, self) => {
      const { iterator, size } = self
      if (iterator === null) return null
      const items: Held[] = []
      try {
        while (items.length < size) {
          const item = getNext(vm, iterator)
          if (item === null) break
          items.push(item)
        }
      } catch (thrown) {
        releaseAll(items)
        self.drop('iterator')
        throw thrown
      }
      if (items.length === size) return newTuple(vm, items)
      self.drop('iterator')
      if (items.length === 0) return null
      if (!self.strict) return newTuple(vm, items)
      releaseAll(items)
      return vm.raise('ValueError', 'batched(): incomplete batch')
    },
  },
)

export class PyZipLongest extends PyTool {
  readonly owned = ['iterators', 'result', 'fill'] as const
  /** Null in place of those exhausted. */
  iterators: (Held | null)[]
  result: Held<PyTuple> | null
  fill: Held | null
  active: number

  constructor(type: PyType, iterators: Held[], result: Own<PyTuple>, fill: Own) {
    super(type)
    this.iterators = iterators
    this.result = result
    this.fill = fill
    this.active = iterators.length
  }
}

export const zipLongestSpec = defineTool(
  PyZipLongest,
  'itertools.zip_longest(*iterables, fillvalue=None)',
  'Tuples of one item from each iterable, until all are exhausted.',
  {
    basicsize: 56,
    make: (vm, cls, args, kwnames) => {
      const count = args.length - (kwnames?.length ?? 0)
      let fill: PyObject = vm.None
      kwnames?.forEach((name, i) => {
        if (name.value !== 'fillvalue')
          vm.raise('TypeError', 'zip_longest() got an unexpected keyword argument')
        fill = args[count + i]!
      })
      const iterators: Held[] = []
      try {
        for (const iterable of args.slice(0, count)) iterators.push(getIter(vm, iterable))
      } catch (thrown) {
        releaseAll(iterators)
        throw thrown
      }
      const result = newTuple(
        vm,
        iterators.map(() => newRef(vm.None)),
      )
      return made(vm, new PyZipLongest(cls, iterators, result, newRef(fill)))
    },
    next: (vm, self) => {
      const { iterators } = self
      if (iterators.length === 0 || self.active === 0) return null
      const result = reusable(vm, self.result!)
      try {
        for (let i = 0; i < iterators.length; i++) {
          const item = nextOrFill(vm, self, i)
          if (item === null) {
            release(result)
            return null
          }
          replaceItem(result, i, item)
        }
      } catch (thrown) {
        self.active = 0
        release(result)
        throw thrown
      }
      return result
    },
  },
)

/** The next item of one iterator, the fill value once that is exhausted, null when it was the last one. */
function nextOrFill(vm: VM, self: PyZipLongest, index: number): Own | null {
  const iterator = self.iterators[index]
  if (iterator != null) {
    const item = getNext(vm, iterator)
    if (item !== null) return item
    self.active--
    if (self.active === 0) return null
    self.iterators[index] = null
    release(iterator)
  }
  return newRef(self.fill!)
}

export class PyRepeat extends PyTool {
  readonly owned = ['element'] as const
  element: Held | null
  /** How often; -1 without end. */
  count: number

  constructor(type: PyType, element: Own, count: number) {
    super(type)
    this.element = element
    this.count = count
  }
}

/** Arguments of `repeat`. */
export function makeRepeat(
  vm: VM,
  cls: PyType,
  args: readonly PyObject[],
  kwnames: Parameters<typeof bindNamed>[3],
): Own {
  const [element, times] = bindNamed(vm, toolName(cls), args, kwnames, ['object', 'times'], 1)
  const count = times === undefined ? -1 : Math.max(0, toIndex(vm, times, 'OverflowError'))
  return made(vm, new PyRepeat(cls, newRef(element!), count))
}
