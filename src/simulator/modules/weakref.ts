/** The module `_weakref`: references, proxies, and the list of an object's references. As `Modules/_weakref.c`. */
import type { Held } from '../heap/reference.ts'
import { newRef } from '../heap/reference.ts'
import { WeakReference, weakReferencesOf } from '../heap/weakrefs.ts'
import { defineModule, fn } from '../objects/declare/module.ts'
import { findKey, PyDict, removeAt } from '../objects/dict.ts'
import { builtinTypes } from '../objects/index.ts'
import { newList } from '../objects/list.ts'
import { MISSING } from '../objects/tables/dict-table.ts'
import { typeName } from '../objects/type.ts'
import { newProxy, peekReferent } from '../objects/weakref.ts'

export const weakrefModule = defineModule('_weakref', 'References that do not keep their object alive.', {
  functions: [
    fn(
      'getweakrefcount(object, /) -> ssize_t',
      'The number of weak references to an object.',
      (_vm, object) => weakReferencesOf(object).length,
    ),
    fn('getweakrefs(object, /) -> object', 'The weak references to an object.', (vm, object) =>
      newList(
        vm,
        weakReferencesOf(object).map((reference) => newRef(reference) as Held),
      ),
    ),
    fn(
      'proxy(object, callback=None, /) -> object',
      'A stand-in for an object that does not keep it alive.',
      (vm, object, callback) => newProxy(vm, object, callback === vm.None ? null : callback),
    ),
    fn(
      '_remove_dead_weakref(dct, key, /)',
      'Deletes an entry of a dict if its value is a dead weak reference.',
      (vm, dict, key) => {
        if (!(dict instanceof PyDict)) {
          return vm.raise(
            'TypeError',
            `_remove_dead_weakref() argument 1 must be dict, not ${typeName(dict)}`,
          )
        }
        const at = findKey(vm, dict, key)
        if (at === MISSING) return
        const value = dict.table.valueAt(at)
        if (!(value instanceof WeakReference)) return vm.raise('TypeError', 'not a weakref')
        if (peekReferent(value) === null) removeAt(dict, at)
      },
    ),
  ],
  types: {
    ref: builtinTypes.ReferenceType,
    ReferenceType: builtinTypes.ReferenceType,
    ProxyType: builtinTypes.ProxyType,
    CallableProxyType: builtinTypes.CallableProxyType,
  },
})
