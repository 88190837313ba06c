/** Built-in functions about iterables and sequences. As `Python/bltinmodule.c`. */
import type { PyObject } from '../../heap/object.ts'
import type { Own } from '../../heap/reference.ts'
import { lend, newRef, release, releaseMaybe } from '../../heap/reference.ts'
import { checkPositional } from '../../objects/declare/arguments.ts'
import { fn, rawFn } from '../../objects/declare/module.ts'
import { GT, type KwNames, LT } from '../../objects/declare/slots.ts'
import { packed } from '../../objects/declare/type.ts'
import { raiseStopIteration } from '../../objects/exceptions.ts'
import { newCallableIterator } from '../../objects/iterators.ts'
import { newListFrom } from '../../objects/list-type.ts'
import { getAttrNamed } from '../../objects/protocols/attributes.ts'
import { isCallable } from '../../objects/protocols/calls.ts'
import { compareTruth, isTrue } from '../../objects/protocols/comparison.ts'
import { eachItem, getIter, getNext, isIterator } from '../../objects/protocols/iteration.ts'
import { lengthOf } from '../../objects/protocols/sequences.ts'
import { exactLength, PyRange } from '../../objects/range.ts'
import { typeName, typeOf } from '../../objects/type.ts'
import type { VM } from '../../objects/vm.ts'
import { refuseKeywords, splitKeywords } from '../arguments.ts'
import { newAnextAwaitable } from './anext.ts'

/** The best item so far and its key. */
class Best {
  item: Own | null = null
  #key: Own | null = null
  readonly #operator: typeof LT | typeof GT

  constructor(operator: typeof LT | typeof GT) {
    this.#operator = operator
  }

  consider(vm: VM, item: PyObject, key: PyObject | null): void {
    const value = key === null ? newRef(item) : vm.call(key, [item])
    let better: boolean
    try {
      better = this.item === null || compareTruth(vm, value, this.#key!, this.#operator)
    } catch (thrown) {
      release(value)
      throw thrown
    }
    if (!better) return release(value)
    this.drop()
    this.item = newRef(item)
    this.#key = value
  }

  /** The item, moved out. */
  take(): Own | null {
    const { item } = this
    this.item = null
    this.drop()
    return item
  }

  drop(): void {
    const { item } = this
    const key = this.#key
    this.item = this.#key = null
    releaseMaybe(key)
    releaseMaybe(item)
  }
}

/** `min` and `max`: the first item that no other is less, resp. greater, than. */
function extreme(name: 'min' | 'max') {
  return (vm: VM, args: readonly PyObject[], kwnames: KwNames): Own => {
    const count = args.length - (kwnames?.length ?? 0)
    if (count === 0) return vm.raise('TypeError', `${name} expected at least 1 argument, got 0`)
    const { positional, given } = splitKeywords(vm, name, args, kwnames, ['key', 'default'])
    if (count > 1 && given.default !== undefined) {
      return vm.raise(
        'TypeError',
        `Cannot specify a default for ${name}() with multiple positional arguments`,
      )
    }
    const key = given.key === undefined || given.key === vm.None ? null : given.key
    const best = new Best(name === 'min' ? LT : GT)
    try {
      if (count > 1) for (const item of positional) lend(newRef(item), (each) => best.consider(vm, each, key))
      else eachItem(vm, positional[0]!, (item) => best.consider(vm, item, key))
    } catch (thrown) {
      best.drop()
      throw thrown
    }
    const item = best.take()
    if (item !== null) return item
    if (given.default !== undefined) return newRef(given.default)
    return vm.raise('ValueError', `${name}() iterable argument is empty`)
  }
}

function sorted(vm: VM, args: readonly PyObject[], kwnames: KwNames): Own {
  const count = args.length - (kwnames?.length ?? 0)
  checkPositional(vm, 'sorted', count, 1, 1)
  const list = newListFrom(vm, args[0]!)
  try {
    lend(getAttrNamed(vm, list, 'sort'), (sort) => release(vm.call(sort, args.slice(1), kwnames)))
    return list
  } catch (thrown) {
    release(list)
    throw thrown
  }
}

function iter(vm: VM, args: readonly PyObject[]): Own {
  if (args.length === 1) return getIter(vm, args[0]!)
  if (!isCallable(args[0]!)) return vm.raise('TypeError', 'iter(v, w): v must be callable')
  return newCallableIterator(vm, args[0]!, args[1]!)
}

function next(vm: VM, args: readonly PyObject[]): Own {
  const iterator = args[0]!
  if (!isIterator(iterator)) return vm.raise('TypeError', `'${typeName(iterator)}' object is not an iterator`)
  if (args.length === 2) return getNext(vm, iterator) ?? newRef(args[1]!)
  return typeOf(iterator).slots.__next__!(vm, iterator) ?? raiseStopIteration(vm, null)
}

/** Whether some item's truth value is `wanted`. */
function find(vm: VM, iterable: PyObject, wanted: boolean): boolean {
  let found = false
  eachItem(vm, iterable, (item) => {
    found = isTrue(vm, item) === wanted
    return !found
  })
  return found
}

function aiter(vm: VM, iterable: PyObject): Own {
  const slot = typeOf(iterable).slots.__aiter__
  if (slot === null) return vm.raise('TypeError', `'${typeName(iterable)}' object is not an async iterable`)
  const iterator = slot(vm, iterable)
  if (typeOf(iterator).slots.__anext__ !== null) return iterator
  return lend(iterator, (each) =>
    vm.raise('TypeError', `aiter() returned not an async iterator of type '${typeName(each)}'`),
  )
}

function anext(vm: VM, args: readonly PyObject[]): Own {
  const iterator = args[0]!
  const slot = typeOf(iterator).slots.__anext__
  if (slot === null) return vm.raise('TypeError', `'${typeName(iterator)}' object is not an async iterator`)
  const awaitable = slot(vm, iterator)
  return args.length > 1 ? newAnextAwaitable(vm, awaitable, args[1]!) : awaitable
}

export const iterationFunctions = [
  fn('len(obj, /) -> int', 'The number of items in a container.', (vm, obj) =>
    obj instanceof PyRange ? exactLength(vm, obj) : lengthOf(vm, obj),
  ),
  fn('any(iterable, /) -> bool', 'Whether an item is true.', (vm, iterable) => find(vm, iterable, true)),
  fn('all(iterable, /) -> bool', 'Whether every item is true.', (vm, iterable) => !find(vm, iterable, false)),
  packed(
    'none',
    rawFn(
      'min(*args, key=None, default=None) -> object',
      'The smallest of several values, or item of an iterable.',
      extreme('min'),
    ),
  ),
  packed(
    'none',
    rawFn(
      'max(*args, key=None, default=None) -> object',
      'The biggest of several values, or item of an iterable.',
      extreme('max'),
    ),
  ),
  rawFn(
    'sorted(iterable, /, *, key=None, reverse=False) -> object',
    'A new list of the items, in order.',
    sorted,
  ),
  rawFn(
    'iter(object, sentinel=None, /) -> object',
    'An iterator over an object, or over the results of calls until one equals the sentinel.',
    (vm, args, kwnames) => {
      refuseKeywords(vm, 'iter', kwnames)
      checkPositional(vm, 'iter', args.length, 1, 2)
      return iter(vm, args)
    },
  ),
  {
    ...rawFn(
      'next(iterator, default=None, /) -> object',
      'The next item of an iterator, or a default at its end.',
      (vm, args, kwnames) => {
        refuseKeywords(vm, 'next', kwnames)
        checkPositional(vm, 'next', args.length, 1, 2)
        return next(vm, args)
      },
    ),
    resumes: true,
  },
  fn('aiter(async_iterable, /) -> object', 'An asynchronous iterator over an object.', aiter),
  rawFn(
    'anext(async_iterator, default=None, /) -> object',
    'An awaitable for the next item of an asynchronous iterator.',
    (vm, args, kwnames) => {
      refuseKeywords(vm, 'anext', kwnames)
      checkPositional(vm, 'anext', args.length, 1, 2)
      return anext(vm, args)
    },
  ),
]
