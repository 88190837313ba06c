/** Iterators that choose or change items by functions and other iterables: `takewhile`, `starmap`, `accumulate`, … */
import type { PyObject } from '../../heap/object.ts'
import type { Held, Own } from '../../heap/reference.ts'
import { lend, newRef, release } from '../../heap/reference.ts'
import { checkPositional, positionalArguments } from '../../objects/declare/arguments.ts'
import type { TypeSpec } from '../../objects/declare/type.ts'
import { PyMethod } from '../../objects/method.ts'
import { isTrue } from '../../objects/protocols/comparison.ts'
import { getIter, getNext, toTuple } from '../../objects/protocols/iteration.ts'
import { binary } from '../../objects/protocols/numbers.ts'
import { PyTuple } from '../../objects/tuple.ts'
import type { PyType } from '../../objects/type.ts'
import type { VM } from '../../objects/vm.ts'
import { callWithTuple } from '../../vm/instructions/calls.ts'
import type { Machine } from '../../vm/machine.ts'
import { bindNamed } from '../arguments.ts'
import { defineTool, made, PyTool, toolName } from './base.ts'

/** A function and the iterator whose items it judges. */
class PyFunctionTool extends PyTool {
  readonly owned = ['iterator', 'func'] as const
  iterator: Held | null
  func: Held | null
  /** What `dropwhile` has begun and `takewhile` has ended. */
  turned = false

  constructor(type: PyType, func: Own, iterator: Own) {
    super(type)
    this.func = func
    this.iterator = iterator
  }
}

function holds(vm: VM, func: PyObject, item: PyObject): boolean {
  return lend(vm.call(func, [item]), (result) => isTrue(vm, result))
}

/** `body`'s answer about an item, which is released if the answer does not come. */
function judged(item: Own, body: () => boolean): boolean {
  try {
    return body()
  } catch (thrown) {
    release(item)
    throw thrown
  }
}

function defineFunctionTool(
  signature: string,
  doc: string,
  next: (vm: VM, self: PyFunctionTool, iterator: PyObject, func: PyObject) => Own | null,
): TypeSpec {
  return defineTool(PyFunctionTool, signature, doc, {
    basicsize: 32,
    make: (vm, cls, given, kwnames) => {
      const args = positionalArguments(vm, toolName(cls), cls, given, kwnames)
      checkPositional(vm, toolName(cls), args.length, 2, 2)
      return made(vm, new PyFunctionTool(cls, newRef(args[0]!), getIter(vm, args[1]!)))
    },
    next: (vm, self) => (self.iterator === null ? null : next(vm, self, self.iterator, self.func!)),
  })
}

export const takewhileSpec = defineFunctionTool(
  'itertools.takewhile(predicate, iterable, /)',
  'Items up to the first for which a function is false.',
  (vm, self, iterator, func) => {
    if (self.turned) return null
    const item = getNext(vm, iterator)
    if (item === null) return null
    if (judged(item, () => holds(vm, func, item))) return item
    self.turned = true
    release(item)
    return null
  },
)

export const dropwhileSpec = defineFunctionTool(
  'itertools.dropwhile(predicate, iterable, /)',
  'Items from the first on for which a function is false.',
  (vm, self, iterator, func) => {
    for (;;) {
      const item = getNext(vm, iterator)
      if (item === null || self.turned) return item
      if (!judged(item, () => holds(vm, func, item))) {
        self.turned = true
        return item
      }
      release(item)
    }
  },
)

export const filterfalseSpec = defineFunctionTool(
  'itertools.filterfalse(function, iterable, /)',
  'Items for which a function is false.',
  (vm, _self, iterator, func) => {
    const plain = func === vm.None || func === (vm.types.bool as PyObject)
    for (;;) {
      const item = getNext(vm, iterator)
      if (item === null) return null
      if (!judged(item, () => (plain ? isTrue(vm, item) : holds(vm, func, item)))) return item
      release(item)
    }
  },
)

export const starmapSpec = defineFunctionTool(
  'itertools.starmap(function, iterable, /)',
  'The results of a function for argument tuples.',
  (vm, _self, iterator, func) => {
    const item = getNext(vm, iterator)
    if (item === null) return null
    const args = item instanceof PyTuple ? item : lend(item, (each) => toTuple(vm, each))
    return lend(args as Own<PyTuple>, (each) => {
      const isPython = func.type === (vm.types.function as unknown) || func instanceof PyMethod
      return isPython ? vm.call(func, each.items) : callWithTuple(vm as Machine, func, each, each.items, null)
    })
  },
)

export class PyCompress extends PyTool {
  readonly owned = ['data', 'selectors'] as const
  data: Held | null
  selectors: Held | null

  constructor(type: PyType, data: Own, selectors: Own) {
    super(type)
    this.data = data
    this.selectors = selectors
  }
}

export const compressSpec = defineTool(
  PyCompress,
  'itertools.compress(data, selectors)',
  'Items whose selector is true.',
  {
    basicsize: 32,
    make: (vm, cls, args, kwnames) => {
      const [data, selectors] = bindNamed(vm, toolName(cls), args, kwnames, ['data', 'selectors'], 2)
      const first = getIter(vm, data!)
      try {
        return made(vm, new PyCompress(cls, newRef(first), getIter(vm, selectors!)))
      } finally {
        release(first)
      }
    },
    next: (vm, self) => {
      if (self.data === null || self.selectors === null) return null
      for (;;) {
        const item = getNext(vm, self.data)
        if (item === null) return null
        const selector = getNextAfter(vm, self.selectors, item)
        if (selector === null) {
          release(item)
          return null
        }
        if (judged(item, () => lend(selector, (each) => isTrue(vm, each)))) return item
        release(item)
      }
    },
  },
)

function getNextAfter(vm: VM, iterator: PyObject, item: Own): Own | null {
  try {
    return getNext(vm, iterator)
  } catch (thrown) {
    release(item)
    throw thrown
  }
}

export class PyAccumulate extends PyTool {
  readonly owned = ['func', 'iterator', 'total', 'initial'] as const
  func: Held | null
  iterator: Held | null
  total: Held | null = null
  initial: Held | null

  constructor(type: PyType, iterator: Own, func: Own | null, initial: Own | null) {
    super(type)
    this.iterator = iterator
    this.func = func
    this.initial = initial
  }
}

export const accumulateSpec = defineTool(
  PyAccumulate,
  'itertools.accumulate(iterable, func=None, *, initial=None)',
  'Running totals, or running results of a function.',
  {
    basicsize: 48,
    make: (vm, cls, args, kwnames) => {
      const count = args.length - (kwnames?.length ?? 0)
      if (count > 2)
        return vm.raise('TypeError', `accumulate() takes at most 2 positional arguments (${count} given)`)
      const [iterable, func, initial] = bindNamed(
        vm,
        toolName(cls),
        args,
        kwnames,
        ['iterable', 'func', 'initial'],
        1,
      )
      const given = (value: PyObject | undefined): Own | null =>
        value === undefined || value === vm.None ? null : newRef(value)
      return made(vm, new PyAccumulate(cls, getIter(vm, iterable!), given(func), given(initial)))
    },
    next: (vm, self) => {
      if (self.initial !== null) {
        self.total = self.initial
        self.initial = null
        return newRef(self.total)
      }
      if (self.iterator === null) return null
      const item = getNext(vm, self.iterator)
      if (item === null) return null
      if (self.total === null) {
        self.total = item
        return newRef(item)
      }
      const { total, func } = self
      const result = lend(item, (each) =>
        func === null ? binary(vm, total, each, '__add__', '+') : vm.call(func, [total, each]),
      )
      const before = self.total
      self.total = newRef(result)
      if (before !== null) release(before)
      return result
    },
  },
)
