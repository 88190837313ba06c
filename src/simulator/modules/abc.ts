/**
 * The module `_abc`: the part of `ABCMeta` that every `isinstance` with an abstract class goes through.
 *
 * A class has a registry of virtual subclasses and two caches of answers, positive and negative. All three
 * hold weak references, whose callbacks take them out. The negative answers are void once any class has
 * registered a subclass. As `Modules/_abc.c`.
 */

import { takeField } from '../heap/heap.ts'
import type { HeapType, Visit } from '../heap/object.ts'
import { PyObject as Base, type PyObject } from '../heap/object.ts'
import type { Held, Own } from '../heap/reference.ts'
import { lend, newRef, release, releaseAll, releaseMaybe } from '../heap/reference.ts'
import { newBool } from '../objects/bool.ts'
import { newFunction } from '../objects/builtin-function.ts'
import { defineModule, fn } from '../objects/declare/module.ts'
import { defineType, methodsOf } from '../objects/declare/type.ts'
import { newInt, PyInt } from '../objects/int.ts'
import { visitOwnType } from '../objects/own-type.ts'
import {
  getAttrMaybe,
  getAttrNamed,
  getAttrNamedMaybe,
  setAttrNamed,
} from '../objects/protocols/attributes.ts'
import { callMethod } from '../objects/protocols/calls.ts'
import { isTrue } from '../objects/protocols/comparison.ts'
import { isSubclassOf } from '../objects/protocols/instance-checks.ts'
import { eachItem, toArray } from '../objects/protocols/iteration.ts'
import { addItem, discardItem, hasItem, newFrozenset, newSet, type PySet } from '../objects/set.ts'
import { PyStr } from '../objects/str.ts'
import { newTuple } from '../objects/tuple.ts'
import { PyType, typeOf } from '../objects/type.ts'
import type { ModuleState, VM } from '../objects/vm.ts'
import { newWeakref, type PyWeakref, peekReferent } from '../objects/weakref.ts'

type SetField = 'registry' | 'cache' | 'negativeCache'

export class PyAbcData extends Base {
  registry: Held<PySet> | null = null
  cache: Held<PySet> | null = null
  negativeCache: Held<PySet> | null = null
  negativeVersion = 0

  constructor(type: HeapType) {
    super(type)
  }

  override traverse(visit: Visit): void {
    visitOwnType(this, visit)
    if (this.registry !== null) visit(this.registry, '_abc_registry')
    if (this.cache !== null) visit(this.cache, '_abc_cache')
    if (this.negativeCache !== null) visit(this.negativeCache, '_abc_negative_cache')
  }

  override clear(): void {
    for (const field of ['registry', 'cache', 'negativeCache'] as const) releaseMaybe(takeField(this, field))
  }
}

const dataSpec = defineType(
  PyAbcData,
  '_abc._abc_data',
  'What an abstract class knows about its subclasses.',
  {
    basicsize: 48,
    container: true,
    slots: {
      __new__: (vm, cls) => {
        const made = new PyAbcData(cls)
        made.negativeVersion = vm.moduleState(invalidations).count
        vm.heap.collector.track(made)
        return made as unknown as Own
      },
    },
    methods: [
      methodsOf<PyAbcData>()('__reduce__(self, /) -> object', 'Cannot be copied.', (vm) =>
        vm.raise('TypeError', "cannot pickle '_abc._abc_data' object"),
      ),
    ],
  },
)

/** How many registrations there have been in this interpreter. */
const invalidations: ModuleState<{ count: number }> = { make: () => ({ count: 0 }) }

/** Lends the data of an abstract class. */
function withData<T>(vm: VM, cls: PyObject, body: (data: PyAbcData) => T): T {
  return lend(getAttrNamed(vm, cls, '_abc_impl'), (data) => {
    if (!(data instanceof PyAbcData)) return vm.raise('TypeError', '_abc_impl is set to a wrong type')
    return body(data)
  })
}

// Weak sets

/** The callback of the references in a set: bound to a reference to the set, it takes the dead one out. */
const destroy = methodsOf<PyWeakref>()(
  '_destroy(self, wr, /)',
  'Takes a dead reference out of its set.',
  (vm, self, reference) => {
    const set = peekReferent(self)
    if (set !== null) lend(newRef(set as PySet), (each) => discardItem(vm, each, reference))
  },
)

function addWeakly(vm: VM, data: PyAbcData, field: SetField, cls: PyObject): void {
  const set = (data[field] ??= newSet(vm))
  lend(newWeakref(vm, vm.types.ReferenceType, set, null), (home) =>
    lend(newFunction(vm, destroy, home, '_abc'), (callback) =>
      lend(
        newWeakref(vm, vm.types.ReferenceType, cls, callback),
        (reference) => void addItem(vm, set, reference),
      ),
    ),
  )
}

function hasWeakly(vm: VM, set: PySet | null, cls: PyObject): boolean {
  if (set === null || set.count === 0 || !typeOf(cls).hasWeakrefs) return false
  return lend(newWeakref(vm, vm.types.ReferenceType, cls, null), (reference) => hasItem(vm, set, reference))
}

// Abstract methods

function isAbstract(vm: VM, object: PyObject): boolean {
  const flag = getAttrNamedMaybe(vm, object, '__isabstractmethod__')
  return flag !== null && lend(flag, (each) => isTrue(vm, each))
}

/** Sets `__abstractmethods__`: the class's own, and inherited ones that are still abstract. */
function computeAbstractMethods(vm: VM, cls: PyType): void {
  const abstracts = newFrozenset(vm)
  try {
    const entries: [Own, Own][] = []
    cls.namespace.each((key, value) => entries.push([newRef(key), newRef(value)]))
    for (const [key, value] of entries) {
      if (isAbstract(vm, value)) addItem(vm, abstracts, key)
      release(key)
      release(value)
    }
    for (const base of (cls.bases?.items ?? []) as readonly PyObject[]) {
      const inherited = getAttrNamedMaybe(vm, base, '__abstractmethods__')
      if (inherited === null) continue
      lend(inherited, (names) =>
        eachItem(vm, names, (name) => {
          const value = name instanceof PyStr ? getAttrMaybe(vm, cls, name) : null
          if (value !== null) lend(value, (each) => isAbstract(vm, each) && addItem(vm, abstracts, name))
        }),
      )
    }
    setAttrNamed(vm, cls, '__abstractmethods__', abstracts)
  } finally {
    release(abstracts)
  }
}

const SEQUENCE = 32
const MAPPING = 64

/** `__abc_tpflags__ = …` in a class body makes the class a sequence or mapping for `match`. */
function takePatternFlags(vm: VM, cls: PyType): void {
  const flags = cls.namespace.getStr('__abc_tpflags__')
  if (flags === null) return
  if (flags instanceof PyInt) {
    const bits = Number(flags.value) & (SEQUENCE | MAPPING)
    if (bits === (SEQUENCE | MAPPING)) {
      vm.raise('TypeError', '__abc_tpflags__ cannot be both Py_TPFLAGS_SEQUENCE and Py_TPFLAGS_MAPPING')
    }
    if (bits !== 0) cls.patma = bits === SEQUENCE ? 'sequence' : 'mapping'
  }
  cls.namespace.removeStr('__abc_tpflags__')
  cls.modified()
}

function init(vm: VM, cls: PyObject): void {
  if (!(cls instanceof PyType)) return vm.raise('TypeError', 'a class is required')
  computeAbstractMethods(vm, cls)
  lend(vm.call(vm.typeFor(dataSpec), []), (data) => setAttrNamed(vm, cls, '_abc_impl', data))
  takePatternFlags(vm, cls)
}

// Registration and checks

function register(vm: VM, cls: PyObject, subclass: PyObject): Own {
  if (!(subclass instanceof PyType)) return vm.raise('TypeError', 'Can only register classes')
  if (isSubclassOf(vm, subclass, cls)) return newRef(subclass)
  if (isSubclassOf(vm, cls, subclass))
    return vm.raise('RuntimeError', 'Refusing to create an inheritance cycle')
  withData(vm, cls, (data) => addWeakly(vm, data, 'registry', subclass))
  vm.moduleState(invalidations).count++
  if (cls instanceof PyType && cls.patma !== null) markPattern(subclass, cls.patma)
  return newRef(subclass)
}

function markPattern(cls: PyType, kind: 'sequence' | 'mapping'): void {
  if (cls.isImmutable || cls.patma === kind) return
  cls.patma = kind
  for (const subclass of cls.subclasses) markPattern(subclass, kind)
}

function instanceCheck(vm: VM, cls: PyObject, instance: PyObject): Own {
  return lend(getAttrNamed(vm, instance, '__class__'), (subclass) => {
    const known = withData(vm, cls, (data) => knownAnswer(vm, data, subclass, typeOf(instance)))
    if (known !== null) return newBool(vm, known)
    const check = (each: PyObject): Own => callMethod(vm, cls, '__subclasscheck__', [each])
    const result = check(subclass)
    if ((typeOf(instance) as PyObject) === subclass || isTrue(vm, result)) return result
    release(result)
    return check(typeOf(instance))
  })
}

/** The answer from the caches for the class that an instance claims. */
function knownAnswer(vm: VM, data: PyAbcData, subclass: PyObject, actual: PyType): boolean | null {
  if (hasWeakly(vm, data.cache, subclass)) return true
  if (subclass !== (actual as PyObject)) return null
  const isCurrent = data.negativeVersion === vm.moduleState(invalidations).count
  return isCurrent && hasWeakly(vm, data.negativeCache, subclass) ? false : null
}

function subclassCheck(vm: VM, cls: PyObject, subclass: PyObject): boolean {
  if (!(subclass instanceof PyType)) return vm.raise('TypeError', 'issubclass() arg 1 must be a class')
  return withData(vm, cls, (data) => {
    if (hasWeakly(vm, data.cache, subclass)) return true
    const { count } = vm.moduleState(invalidations)
    if (data.negativeVersion < count) {
      data.negativeCache?.clear()
      data.negativeVersion = count
    } else if (hasWeakly(vm, data.negativeCache, subclass)) return false
    const answer = decide(vm, cls, data, subclass)
    if (answer !== 'known') addWeakly(vm, data, answer ? 'cache' : 'negativeCache', subclass)
    return answer !== false
  })
}

/** Asks the hook, the MRO, the registry and the subclasses. `known`: yes, and not to be cached. */
function decide(vm: VM, cls: PyObject, data: PyAbcData, subclass: PyType): boolean | 'known' {
  const hooked: PyObject = callMethod(vm, cls, '__subclasshook__', [subclass])
  release(hooked as Own)
  if (hooked === vm.True) return true
  if (hooked === vm.False) return false
  if (hooked !== vm.NotImplemented) {
    return vm.raise('AssertionError', '__subclasshook__ must return either False, True, or NotImplemented')
  }
  if (subclass.mro.includes(cls as PyType)) return true
  // What stands in the registry itself needs no place in the cache.
  if (hasWeakly(vm, data.registry, subclass)) return 'known'
  if (isRegistered(vm, data, subclass)) return true
  const subclasses = callMethod(vm, cls, '__subclasses__')
  return lend(subclasses, (list) => {
    const items = toArray(vm, list)
    try {
      return items.some((each) => isSubclassOf(vm, subclass, each))
    } finally {
      releaseAll(items)
    }
  })
}

function isRegistered(vm: VM, data: PyAbcData, subclass: PyType): boolean {
  const { registry } = data
  if (registry === null || registry.count === 0) return false
  const classes: Own[] = []
  registry.each((reference) => {
    const referent = peekReferent(reference as PyWeakref)
    if (referent !== null) classes.push(newRef(referent))
  })
  try {
    return classes.some((each) => isSubclassOf(vm, subclass, each))
  } finally {
    releaseAll(classes)
  }
}

function copyOf(vm: VM, set: PySet | null): Own {
  const copy = newSet(vm)
  set?.each((item) => void addItem(vm, copy, item))
  return copy
}

export const abcModule = defineModule('_abc', 'What abstract base classes share.', {
  functions: [
    fn('get_cache_token() -> object', 'A number that changes with every registration.', (vm) =>
      newInt(vm, vm.moduleState(invalidations).count),
    ),
    fn('_abc_init(self, /)', 'Prepares a class that ABCMeta makes.', init),
    fn('_abc_register(self, subclass, /) -> object', 'Makes a class a virtual subclass.', register),
    fn('_abc_instancecheck(self, instance, /) -> object', 'isinstance for abstract classes.', instanceCheck),
    fn('_abc_subclasscheck(self, subclass, /) -> bool', 'issubclass for abstract classes.', subclassCheck),
    fn('_get_dump(self, /) -> object', 'Registry, caches and version.', (vm, cls) =>
      withData(vm, cls, (data) =>
        newTuple(vm, [
          copyOf(vm, data.registry),
          copyOf(vm, data.cache),
          copyOf(vm, data.negativeCache),
          newInt(vm, data.negativeVersion),
        ]),
      ),
    ),
    fn('_reset_registry(self, /)', 'Empties the registry.', (vm, cls) =>
      withData(vm, cls, (data) => data.registry?.clear()),
    ),
    fn('_reset_caches(self, /)', 'Empties the caches.', (vm, cls) =>
      withData(vm, cls, (data) => {
        data.cache?.clear()
        data.negativeCache?.clear()
      }),
    ),
  ],
  types: { _abc_data: dataSpec },
})
