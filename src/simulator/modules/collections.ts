/** `_collections`: what `collections` has in C. As `Modules/_collectionsmodule.c`. */
import { lend, newRef } from '../heap/reference.ts'
import { defineModule, fn } from '../objects/declare/module.ts'
import { PyDict, peekItem, putItem } from '../objects/dict.ts'
import { newInt } from '../objects/int.ts'
import { callMethod } from '../objects/protocols/calls.ts'
import { hashOf } from '../objects/protocols/comparison.ts'
import { eachItem } from '../objects/protocols/iteration.ts'
import { binary } from '../objects/protocols/numbers.ts'
import { setItem } from '../objects/protocols/sequences.ts'
import { typeOf } from '../objects/type.ts'
import { defaultDictSpec } from './collections/default-dict.ts'
import { dequeIteratorSpec, dequeReverseIteratorSpec, dequeSpec } from './collections/deque.ts'
import { orderedDictSpec } from './collections/ordered-dict.ts'
import { tupleGetterSpec } from './collections/tuple-getter.ts'

export const collectionsNative = defineModule('_collections', 'Container types.', {
  types: {
    deque: dequeSpec,
    defaultdict: defaultDictSpec,
    OrderedDict: orderedDictSpec,
    _deque_iterator: dequeIteratorSpec,
    _deque_reverse_iterator: dequeReverseIteratorSpec,
    _tuplegetter: tupleGetterSpec,
  },
  functions: [
    fn(
      '_count_elements(mapping: object, iterable: object, /)',
      'Counts the items of an iterable in a mapping.',
      (vm, mapping, iterable) => {
        const one = newInt(vm, 1)
        // A Counter that overrides neither is counted in directly, with one look at each hash.
        const type = typeOf(mapping)
        const { dict } = vm.types
        const isPlain =
          type.lookup('get') === dict.lookup('get') &&
          type.lookup('__setitem__') === dict.lookup('__setitem__')
        lend(one, (step) =>
          eachItem(vm, iterable, (item) => {
            if (mapping instanceof PyDict && isPlain) {
              const hash = hashOf(vm, item)
              const before = peekItem(vm, mapping, item, hash)
              const count = before === null ? newRef(step) : binary(vm, before, step, '__add__', '+')
              return putItem(vm, mapping, item, count, hash)
            }
            return lend(newInt(vm, 0), (zero) =>
              lend(callMethod(vm, mapping, 'get', [item, zero]), (before) =>
                lend(binary(vm, before, step, '__add__', '+'), (sum) => setItem(vm, mapping, item, sum)),
              ),
            )
          }),
        )
      },
    ),
  ],
})
