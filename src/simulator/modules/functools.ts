/** `_functools`: what `functools` has in C: `partial`, `reduce`, `cmp_to_key` and the cache. As `Modules/_functoolsmodule.c`. */
import type { HeapType, Visit } from '../heap/object.ts'
import { PyObject } from '../heap/object.ts'
import type { Held, Own } from '../heap/reference.ts'
import { lend, newRef, release, releaseMaybe } from '../heap/reference.ts'
import { tracked } from '../objects/allocate.ts'
import { checkPositional } from '../objects/declare/arguments.ts'
import { defineModule, fn } from '../objects/declare/module.ts'
import { defineType, member, packed } from '../objects/declare/type.ts'
import { newInt } from '../objects/int.ts'
import { compare } from '../objects/protocols/comparison.ts'
import { getIter, getNext } from '../objects/protocols/iteration.ts'
import { dropRaise, isRaise } from '../objects/raise.ts'
import { typeOf } from '../objects/type.ts'
import { lruCacheWrapperSpec } from './functools/lru-cache.ts'
import { partialSpec } from './functools/partial.ts'

/** What `cmp_to_key(compare)` makes: first without an object (the key function), then with one (a key). */
class PyComparisonKey extends PyObject {
  compare: Held | null
  object: Held | null

  constructor(type: HeapType, comparison: Own, object: Own | null) {
    super(type)
    this.compare = comparison
    this.object = object
  }

  override traverse(visit: Visit): void {
    if (this.compare !== null) visit(this.compare, 'cmp')
    if (this.object !== null) visit(this.object, 'obj')
  }

  override clear(): void {
    const { compare: comparison, object } = this
    this.compare = null
    this.object = null
    releaseMaybe(comparison)
    releaseMaybe(object)
  }
}

const comparisonKeySpec = defineType(PyComparisonKey, 'functools.KeyWrapper', null, {
  basicsize: 32,
  module: 'functools',
  container: true,
  noInstantiation: true,
  slots: {
    __call__: (vm, self, args, kwnames) => {
      checkPositional(vm, 'K', args.length, 1, 1)
      if (kwnames !== null && kwnames.length > 0 && kwnames[0]!.value !== 'obj') {
        return vm.raise('TypeError', `K() got an unexpected keyword argument '${kwnames[0]!.value}'`)
      }
      return tracked(
        vm,
        new PyComparisonKey(self.type, newRef(self.compare!), newRef(args[0]!)),
      ) as unknown as Own
    },
    __hash__: null,
    richcompare: (vm, self, other, operator) => {
      if (!(other instanceof PyComparisonKey))
        return vm.raise('TypeError', 'other argument must be K instance')
      if (self.object === null || other.object === null) return vm.raise('AttributeError', 'object')
      return lend(vm.call(self.compare!, [self.object, other.object]), (order) =>
        lend(newInt(vm, 0), (zero) => compare(vm, order, zero, operator)),
      )
    },
  },
  getset: [
    member(
      'obj',
      'The value compared.',
      (vm, self) => newRef(self.object ?? vm.None),
      (_vm, self, value) => {
        const old = self.object
        self.object = value === null ? null : newRef(value)
        releaseMaybe(old)
      },
    ),
  ],
})

export const functoolsNative = defineModule('_functools', 'Tools that operate on functions.', {
  types: { partial: partialSpec, _lru_cache_wrapper: lruCacheWrapperSpec },
  functions: [
    fn('cmp_to_key(mycmp: object) -> object', 'A key function from a comparison function.', (vm, mycmp) =>
      tracked(vm, new PyComparisonKey(vm.typeFor(comparisonKeySpec), newRef(mycmp), null)),
    ),
    packed(
      'all',
      fn(
        'reduce(function: object, iterable: object, initial: object = NULL, /) -> object',
        'A function applied to items and what came before, from the left.',
        (vm, func, iterable, initial) => {
          let iterator: Own
          try {
            iterator = getIter(vm, iterable)
          } catch (thrown) {
            if (!isRaise(thrown, vm.types.TypeError) || typeOf(iterable).slots.__iter__ !== null) throw thrown
            dropRaise(thrown)
            return vm.raise('TypeError', 'reduce() arg 2 must support iteration')
          }
          return lend(iterator, (items) => {
            let result = initial === null ? getNext(vm, items) : newRef(initial)
            if (result === null)
              return vm.raise('TypeError', 'reduce() of empty iterable with no initial value')
            try {
              for (let item = getNext(vm, items); item !== null; item = getNext(vm, items)) {
                const before: Own = result
                result = null
                result = lend(before, (left) => lend(item as Own, (right) => vm.call(func, [left, right])))
              }
            } catch (thrown) {
              if (result !== null) release(result)
              throw thrown
            }
            return result
          })
        },
      ),
    ),
  ],
})
