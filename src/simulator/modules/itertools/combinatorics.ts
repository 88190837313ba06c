/** `product`, `permutations`, `combinations`: tuples of items by position. As `Modules/itertoolsmodule.c`. */
import type { PyObject } from '../../heap/object.ts'
import type { Held, Own } from '../../heap/reference.ts'
import { newRef, release, releaseAll } from '../../heap/reference.ts'
import type { TypeSpec } from '../../objects/declare/type.ts'
import { toTuple } from '../../objects/protocols/iteration.ts'
import { toIndex } from '../../objects/protocols/numbers.ts'
import { newTuple, type PyTuple } from '../../objects/tuple.ts'
import type { PyType } from '../../objects/type.ts'
import type { VM } from '../../objects/vm.ts'
import { bindNamed } from '../arguments.ts'
import { defineTool, made, PyTool, replaceItem, reusable } from './base.ts'

/** Chooses items from pools, one for each place of the result; `advance` finds the next choice. */
export class PyChooser extends PyTool {
  readonly owned = ['pools', 'result'] as const
  pools: Held<PyTuple>[]
  /** The last result; null before the first. */
  result: Held<PyTuple> | null = null
  readonly indices: number[]
  readonly cycles: number[]
  stopped: boolean

  constructor(type: PyType, pools: Held<PyTuple>[], indices: number[], cycles: number[], stopped: boolean) {
    super(type)
    this.pools = pools
    this.indices = indices
    this.cycles = cycles
    this.stopped = stopped
  }
}

/** Moves `indices` on; the first place that changed, or -1 at the end. */
type Advance = (self: PyChooser, places: number) => number

function nextChoice(
  vm: VM,
  self: PyChooser,
  places: number,
  pool: (place: number) => PyTuple,
  advance: Advance,
): Own | null {
  if (self.stopped) return null
  if (self.result === null) {
    const items = self.indices.slice(0, places).map((index, place) => newRef(pool(place).items[index]!))
    self.result = newTuple(vm, items)
    return newRef(self.result)
  }
  const result = reusable(vm, self.result)
  if (result !== self.result) {
    release(self.result)
    self.result = newRef(result)
  }
  const first = advance(self, places)
  if (first < 0) {
    self.stopped = true
    release(result)
    return null
  }
  for (let place = first; place < places; place++) {
    replaceItem(result, place, newRef(pool(place).items[self.indices[place]!]!))
  }
  return result
}

const advanceProduct: Advance = (self, places) => {
  const { indices, pools } = self
  for (let i = places - 1; i >= 0; i--) {
    indices[i]!++
    if (indices[i]! < pools[i]!.items.length) return i
    indices[i] = 0
  }
  return -1
}

export const productSpec = defineTool(
  PyChooser,
  'itertools.product(*iterables, repeat=1)',
  'All tuples of one item from each iterable.',
  {
    basicsize: 48,
    make: (vm, cls, args, kwnames) => {
      const count = args.length - (kwnames?.length ?? 0)
      let repeat = 1
      kwnames?.forEach((name, i) => {
        if (name.value !== 'repeat')
          vm.raise('TypeError', `product() got an unexpected keyword argument '${name.value}'`)
        repeat = toIndex(vm, args[count + i]!, 'OverflowError')
        if (repeat < 0) vm.raise('ValueError', 'repeat argument cannot be negative')
      })
      const pools: Held<PyTuple>[] = []
      try {
        for (const iterable of args.slice(0, count)) pools.push(toTuple(vm, iterable))
      } catch (thrown) {
        releaseAll(pools)
        throw thrown
      }
      if (repeat * pools.length > MOST_PLACES) {
        releaseAll(pools)
        return vm.raise('MemoryError', '')
      }
      const all: Held<PyTuple>[] = []
      for (let i = 0; i < repeat && pools.length > 0; i++) all.push(...pools.map(newRef))
      releaseAll(pools)
      const empty = all.some((pool) => pool.items.length === 0)
      return made(
        vm,
        new PyChooser(
          cls,
          all,
          all.map(() => 0),
          [],
          empty,
        ),
      )
    },
    next: (vm, self) =>
      nextChoice(vm, self, self.pools.length, (place) => self.pools[place]!, advanceProduct),
  },
)

const advanceCombination: Advance = (self, places) => {
  const { indices } = self
  const n = self.pools[0]!.items.length
  let i = places - 1
  while (i >= 0 && indices[i] === i + n - places) i--
  if (i < 0) return -1
  indices[i]!++
  for (let j = i + 1; j < places; j++) indices[j] = indices[j - 1]! + 1
  return i
}

const advanceWithReplacement: Advance = (self, places) => {
  const { indices } = self
  const n = self.pools[0]!.items.length
  let i = places - 1
  while (i >= 0 && indices[i] === n - 1) i--
  if (i < 0) return -1
  indices.fill(indices[i]! + 1, i)
  return i
}

const advancePermutation: Advance = (self, places) => {
  const { indices, cycles } = self
  const n = indices.length
  for (let i = places - 1; i >= 0; i--) {
    cycles[i]!--
    if (cycles[i] === 0) {
      // Rotates the rest and starts it anew.
      const index = indices[i]!
      indices.splice(i, 1)
      indices.push(index)
      cycles[i] = n - i
      continue
    }
    const j = n - cycles[i]!
    const index = indices[i]!
    indices[i] = indices[j]!
    indices[j] = index
    return i
  }
  return -1
}

/** How many places a result has, and where that differs from `indices`, all of them at the start. */
interface Start {
  readonly indices: number[]
  readonly cycles: number[]
  readonly stopped: boolean
}

class PyPoolChooser extends PyChooser {
  readonly places: number

  constructor(type: PyType, pool: Own<PyTuple>, places: number, { indices, cycles, stopped }: Start) {
    super(type, [pool], indices, cycles, stopped)
    this.places = places
  }
}

function definePoolChooser(
  name: string,
  doc: string,
  advance: Advance,
  start: (n: number, r: number) => Start,
  optional: boolean,
): TypeSpec {
  return defineTool(
    PyPoolChooser,
    optional ? `itertools.${name}(iterable, r=None)` : `itertools.${name}(iterable, r)`,
    doc,
    {
      basicsize: 48,
      make: (vm, cls, args, kwnames) => {
        const [iterable, r] = bindNamed(vm, name, args, kwnames, ['iterable', 'r'], optional ? 1 : 2)
        const pool = toTuple(vm, iterable!)
        const places = numberOfPlaces(vm, pool, r, optional)
        return made(vm, new PyPoolChooser(cls, pool, places, start(pool.items.length, places)))
      },
      next: (vm, self) => nextChoice(vm, self, self.places, () => self.pools[0]!, advance),
    },
  )
}

function numberOfPlaces(vm: VM, pool: Own<PyTuple>, r: PyObject | undefined, optional: boolean): number {
  try {
    if (r === undefined || (optional && r === vm.None)) return pool.items.length
    if (optional && typeof (r as { value?: unknown }).value !== 'number')
      return vm.raise('TypeError', 'Expected int as r')
    const places = toIndex(vm, r, 'OverflowError')
    if (places < 0) return vm.raise('ValueError', 'r must be non-negative')
    // So many places are never filled.
    if (places > MOST_PLACES && pool.items.length > 0) return vm.raise('MemoryError', '')
    return places
  } catch (thrown) {
    release(pool)
    throw thrown
  }
}

/** What a result can have places for. */
const MOST_PLACES = 0x400_0000

const upTo = (count: number): number[] => Array.from({ length: count }, (_, i) => i)

export const combinationsSpec = definePoolChooser(
  'combinations',
  'All tuples of r items, in order of position.',
  advanceCombination,
  (n, r) => ({ indices: r > n ? [] : upTo(r), cycles: [], stopped: r > n }),
  false,
)
export const withReplacementSpec = definePoolChooser(
  'combinations_with_replacement',
  'All tuples of r items, in order of position, each item any number of times.',
  advanceWithReplacement,
  (n, r) => ({ indices: n === 0 ? [] : new Array<number>(r).fill(0), cycles: [], stopped: n === 0 && r > 0 }),
  false,
)
export const permutationsSpec = definePoolChooser(
  'permutations',
  'All arrangements of r items.',
  advancePermutation,
  (n, r) => ({
    indices: r > n ? [] : upTo(n),
    cycles: r > n ? [] : upTo(r).map((i) => n - i),
    stopped: r > n,
  }),
  true,
)
