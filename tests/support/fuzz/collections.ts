// Statements about the collector: collections, their figures, what is tracked, who refers to whom.

import { counted, type Maker, type Weighted } from './maker.ts'

function collect(maker: Maker): void {
  maker.print(
    maker.random.pick(['gc.collect()', 'gc.collect()', 'gc.collect()', 'gc.collect(0)', 'gc.collect(1)']),
  )
}

function collectQuietly(maker: Maker): void {
  maker.emit('gc.collect()')
}

function isTracked(maker: Maker): void {
  const name = maker.find('object', 'list', 'dict', 'tuple', 'set', 'any', 'function', 'generator')
  if (name === null) return collect(maker)
  maker.print(`gc.is_tracked(${name.name})`)
}

function referrers(maker: Maker): void {
  const name = maker.find(...counted.filter((type) => type !== 'tuple'))
  if (name === null) return collect(maker)
  maker.print(
    maker.random.pick([
      `len(gc.get_referrers(${name.name}))`,
      `[type(x).__name__ for x in gc.get_referrers(${name.name})]`,
    ]),
  )
}

function referents(maker: Maker): void {
  const name = maker.find(
    'object',
    'list',
    'dict',
    'tuple',
    'deque',
    'generator',
    'function',
    'method',
    'exception',
  )
  if (name === null) return collect(maker)
  maker.print(`[type(x).__name__ for x in gc.get_referents(${name.name})]`)
}

function instances(maker: Maker): void {
  const cls = maker.class()
  if (cls === null) return collect(maker)
  maker.print(`sum(type(x) is ${cls.name} for x in gc.get_objects())`)
}

function namesOfInstances(maker: Maker): void {
  const cls = maker.class()
  if (cls === null) return collect(maker)
  maker.print(`[x.name for x in gc.get_objects() if type(x) is ${cls.name}]`)
}

function youngAllocations(maker: Maker): void {
  if (!maker.hasCollected || maker.mayCompile) return collect(maker)
  const before = maker.fresh('n')
  maker.emit('gc.disable()')
  maker.emit(`${before} = gc.get_count()[0]`)
  maker.isCounting = true
  maker.statements(1)
  maker.isCounting = false
  maker.print(`gc.get_count()[0] - ${before}`)
  if (maker.random.chance(60)) maker.emit('gc.enable()')
}

function switchCollector(maker: Maker): void {
  if (!maker.hasCollected) return collect(maker)
  const thresholds = maker.mayCompile ? [700, 2000] : [5, 10, 50, 100]
  maker.emit(
    maker.random.pick([
      'gc.disable()',
      'gc.enable()',
      'print(gc.isenabled())',
      `gc.set_threshold(${maker.random.pick(thresholds)}, ${maker.random.pick([1, 2, 10])})`,
      'gc.set_threshold(2000, 10, 10)',
      'print(gc.get_threshold())',
      'print(gc.get_count()[1:])',
      'gc.freeze()',
      'gc.unfreeze()',
      'print(len(gc.garbage))',
      // How often the youngest was collected while modules were compiled and imported is their affair.
      "print([generation['collections'] for generation in gc.get_stats()[1:]])",
    ]),
  )
}

function watchCollector(maker: Maker): void {
  if (maker.scope.isFunction || maker.depth > 0) return collect(maker)
  // Young collections, and the number collected at exit, depend on what an uncaught exception makes CPython import.
  maker.emit(
    maker.random.pick([
      "gc.callbacks.append(lambda phase, info: info['generation'] == 2 and print(phase))",
      "gc.callbacks.append(lambda phase, info: info['generation'] == 2 and print(phase, len(kept)))",
      'gc.callbacks.clear()',
    ]),
  )
}

function isFinalized(maker: Maker): void {
  const name = maker.find('object', 'generator', 'any')
  if (name === null) return collect(maker)
  maker.print(`gc.is_finalized(${name.name})`)
}

function generationOf(maker: Maker): void {
  const name = maker.find('object', 'list', 'dict')
  if (name === null) return collect(maker)
  maker.print(`[any(x is ${name.name} for x in gc.get_objects(generation=g)) for g in range(3)]`)
}

function showKept(maker: Maker): void {
  maker.emit(
    maker.random.pick([
      'print(len(kept), [type(x).__name__ for x in kept])',
      'kept.clear()',
      'kept.append(kept)',
      'print(kept.pop() is None if kept else 0)',
    ]),
  )
}

function keep(maker: Maker): void {
  maker.emit(`kept.append(${maker.value()})`)
}

/** Weighted makers of this topic. */
export const collectorStatements: readonly Weighted[] = [
  [14, collect],
  [2, collectQuietly],
  [3, isTracked],
  [5, referrers],
  [3, referents],
  [2, instances],
  [2, namesOfInstances],
  [3, youngAllocations],
  [4, switchCollector],
  [1, watchCollector],
  [1, isFinalized],
  [1, generationOf],
  [3, showKept],
  [4, keep],
]
