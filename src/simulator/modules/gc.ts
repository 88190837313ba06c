/** The module `gc`: the collector's switches, and a look at what it watches. As `Modules/gcmodule.c`. */
import { DEBUG_COLLECTABLE, DEBUG_SAVEALL, DEBUG_STATS, DEBUG_UNCOLLECTABLE } from '../heap/collector.ts'
import { GC_FINALIZED, GC_TRACKED, type PyObject, traverse } from '../heap/object.ts'
import type { Held, Own } from '../heap/reference.ts'
import { lend, newRef } from '../heap/reference.ts'
import { defineModule, fn, rawFn } from '../objects/declare/module.ts'
import { packed } from '../objects/declare/type.ts'
import { newDict } from '../objects/dict.ts'
import { newInt } from '../objects/int.ts'
import { newList } from '../objects/list.ts'
import { toIndex } from '../objects/protocols/numbers.ts'
import { newTuple } from '../objects/tuple.ts'
import { typeName, typeOf } from '../objects/type.ts'
import type { VM } from '../objects/vm.ts'
import { refuseKeywords } from './arguments.ts'

const DEBUG_LEAK = DEBUG_COLLECTABLE | DEBUG_UNCOLLECTABLE | DEBUG_SAVEALL
const GENERATIONS = 3

function numbers(vm: VM, values: readonly number[]): Own {
  return newTuple(
    vm,
    values.map((value) => newInt(vm, value)),
  )
}

function collect(vm: VM, generation: number): number {
  if (generation < 0 || generation >= GENERATIONS) return vm.raise('ValueError', 'invalid generation')
  return vm.heap.collector.collect(generation)
}

function setThreshold(vm: VM, values: readonly PyObject[]): void {
  if (values.length < 1 || values.length > GENERATIONS) {
    vm.raise('TypeError', 'gc.set_threshold requires 1 to 3 arguments')
  }
  const { thresholds } = vm.heap.collector
  values
    .map((value) => toIndex(vm, value, 'OverflowError'))
    .forEach((value, i) => {
      thresholds[i] = value
    })
}

function stats(vm: VM): Own {
  const entries = vm.heap.collector.stats.map(({ collections, collected, uncollectable }) => {
    const entry = newDict(vm)
    entry.putStr(vm, 'collections', newInt(vm, collections))
    entry.putStr(vm, 'collected', newInt(vm, collected))
    entry.putStr(vm, 'uncollectable', newInt(vm, uncollectable))
    return entry as Held
  })
  return newList(vm, entries)
}

function objects(vm: VM, generation: PyObject): Own {
  const { collector } = vm.heap
  if (generation !== vm.None && typeOf(generation).slots.__index__ === null) {
    return vm.raise('TypeError', `argument should be integer or None, not '${typeName(generation)}'`)
  }
  const number = generation === vm.None ? -1 : toIndex(vm, generation, 'OverflowError')
  if (number === -1) return newList(vm, collector.objects().map(newRef))
  if (number >= GENERATIONS) {
    return vm.raise(
      'ValueError',
      `generation parameter must be less than the number of available generations (${GENERATIONS})`,
    )
  }
  if (number < 0) return vm.raise('ValueError', 'generation parameter cannot be negative')
  return newList(vm, collector.objects(number).map(newRef))
}

/** The tracked objects that hold a reference to one of those given, as their `traverse` shows. */
function referrers(vm: VM, wanted: readonly PyObject[]): Own {
  return lend(newTuple(vm, wanted.map(newRef)), (given) => newList(vm, referrersOf(vm, wanted, given)))
}

function referrersOf(vm: VM, wanted: readonly PyObject[], except: PyObject): Held[] {
  const sought = new Set(wanted)
  const found: Held[] = []
  for (const object of vm.heap.collector.objects()) {
    if (object === except) continue
    let holds = false
    traverse(object, (referent) => {
      if (sought.has(referent)) holds = true
    })
    if (holds) found.push(newRef(object))
  }
  return found
}

function referents(vm: VM, given: readonly PyObject[]): Own {
  return lend(newTuple(vm, given.map(newRef)), () => {
    const found: Held[] = []
    for (const object of given)
      if (object.type.isContainer) traverse(object, (referent) => void found.push(newRef(referent)))
    return newList(vm, found)
  })
}

export const gcModule = defineModule('gc', 'The collector of reference cycles.', {
  functions: [
    fn('enable()', 'Turns automatic collection on.', (vm) => {
      vm.heap.collector.enabled = true
    }),
    fn('disable()', 'Turns automatic collection off.', (vm) => {
      vm.heap.collector.enabled = false
    }),
    fn('isenabled() -> bool', 'Whether automatic collection is on.', (vm) => vm.heap.collector.enabled),
    fn(
      'collect(generation: ssize_t = 2) -> ssize_t',
      'Collects a generation and all younger ones; how many objects were unreachable.',
      collect,
    ),
    fn('get_count() -> object', 'The counters that decide when a generation is collected.', (vm) =>
      numbers(vm, vm.heap.collector.counts),
    ),
    fn(
      'get_threshold() -> object',
      'The values of the counters above which a generation is collected.',
      (vm) => numbers(vm, vm.heap.collector.thresholds),
    ),
    rawFn(
      'set_threshold(*thresholds) -> object',
      'Sets the thresholds; 0 as the first turns automatic collection off.',
      (vm, args, kwnames) => {
        refuseKeywords(vm, 'gc.set_threshold', kwnames)
        setThreshold(vm, args)
        return newRef(vm.None)
      },
    ),
    fn('get_stats() -> object', 'What each generation has collected so far.', stats),
    fn('set_debug(flags: ssize_t, /)', 'Sets what the collector reports on stderr.', (vm, flags) => {
      vm.heap.collector.debug = flags
    }),
    fn('get_debug() -> ssize_t', 'What the collector reports.', (vm) => vm.heap.collector.debug),
    fn('get_objects(generation=None) -> object', 'All tracked objects, or those of one generation.', objects),
    packed(
      'none',
      fn('get_referrers(*objs) -> object', 'The tracked objects that refer to one of these.', referrers),
    ),
    packed('none', fn('get_referents(*objs) -> object', 'The objects that these refer to.', referents)),
    fn(
      'is_tracked(obj, /) -> bool',
      'Whether the collector watches an object.',
      (_vm, object) => (object.gcState & GC_TRACKED) !== 0,
    ),
    fn(
      'is_finalized(obj, /) -> bool',
      'Whether the finalizer of an object has run.',
      (_vm, object) => object.type.isContainer && (object.gcState & GC_FINALIZED) !== 0,
    ),
    fn('freeze()', 'Takes all tracked objects out of the reach of collections.', (vm) =>
      vm.heap.collector.freeze(),
    ),
    fn('unfreeze()', 'Puts the frozen objects into the oldest generation.', (vm) =>
      vm.heap.collector.unfreeze(),
    ),
    fn(
      'get_freeze_count() -> ssize_t',
      'How many objects are frozen.',
      (vm) => vm.heap.collector.freezeCount,
    ),
  ],
  attributes: {
    garbage: (vm) => newRef(vm.collectorList('garbage')),
    callbacks: (vm) => newRef(vm.collectorList('callbacks')),
    DEBUG_STATS: (vm) => newInt(vm, DEBUG_STATS),
    DEBUG_COLLECTABLE: (vm) => newInt(vm, DEBUG_COLLECTABLE),
    DEBUG_UNCOLLECTABLE: (vm) => newInt(vm, DEBUG_UNCOLLECTABLE),
    DEBUG_SAVEALL: (vm) => newInt(vm, DEBUG_SAVEALL),
    DEBUG_LEAK: (vm) => newInt(vm, DEBUG_LEAK),
  },
})
