// A collection replayed: the numbers of each scene are the collector's.

import { expect, test } from 'vitest'
import { phasesOf, phaseTitles, scenesOf } from '../../../../src/notebook/time/collector.ts'
import { heapOf, ringAndChain } from './fixtures.ts'

const scenes = scenesOf(ringAndChain())
const numbers = (index: number) => [...(scenes[index]?.marks.values() ?? [])].map(({ text }) => Number(text))
const tones = (index: number) => [...(scenes[index]?.marks.values() ?? [])].map(({ tone }) => tone)

test('the nine phases in order', () => {
  const phases = phasesOf(scenes)
  expect(phases.map(({ phase }) => phase)).toEqual(Object.keys(phaseTitles))
  expect(phases.find(({ phase }) => phase === 'subtract')).toEqual({ phase: 'subtract', first: 2, count: 3 })
})

test('the copies are counted down one reference at a time', () => {
  expect(numbers(1)).toEqual([1, 1, 1, 1])
  expect(numbers(2)).toEqual([1, 0, 1, 1])
  expect(numbers(3)).toEqual([0, 0, 1, 1])
  expect(numbers(4)).toEqual([0, 0, 1, 0])
  expect(scenes[2]?.edges).toEqual([{ from: 1, to: 2, label: '.next' }])
  expect(scenes[2]?.sentence).toContain('1 − 1 = 0')
})

test('what is held from outside rescues what it leads to; the rest is garbage', () => {
  expect(tones(5)).toEqual(['garbage', 'garbage', 'held', 'garbage'])
  expect(tones(6)).toEqual(['garbage', 'garbage', 'held', 'reached'])
  expect(scenes[6]?.sentence).toContain('`Node#3` is in use, and it leads to `Node#4` by `.next`')
  expect(scenes[7]?.sentence).toContain('`Node#1` and `Node#2` are left over')
})

test('the end says what is returned, and the cut references', () => {
  const last = scenes.at(-1)
  expect(last?.sentence).toContain('`gc.collect()` returns 2')
  expect(last?.cut).toHaveLength(2)
  expect(scenes.map(({ sentence }) => sentence).join(' ')).toContain(
    'The finalizer of `Node#1` and `Node#2` runs now',
  )
})

test('the copies after the subtraction are those the recorder found outside', () => {
  const { candidates } = ringAndChain()
  expect(numbers(4)).toEqual(candidates.map(({ outside }) => outside))
})

test('resurrection, weak references and callbacks', () => {
  const told = scenesOf(
    ringAndChain({
      resurrected: [1, 2],
      cleared: [],
      found: 0,
      weakrefs: [
        { reference: 8, referent: 1, callback: 'called' },
        { reference: 9, referent: 2, callback: 'skipped' },
      ],
    }),
  )
  const text = told.map(({ sentence }) => sentence).join('\n')
  expect(text).toContain('Two weak references to `Node#1` and `Node#2` are made dead')
  expect(text).toContain('One callback is called.')
  expect(text).toContain('One callback is not called')
  expect(text).toContain('brought back, and kept')
  expect(text).toContain('Nothing is cleared.')
})

test('why it runs, and nothing to collect', () => {
  const empty = {
    candidates: [],
    inside: [],
    heldFromOutside: [],
    rescued: [],
    unreachable: [],
    finalized: [],
    cleared: [],
  }
  const first = (more: Parameters<typeof ringAndChain>[0]) =>
    scenesOf(ringAndChain({ ...empty, ...more }))[0]?.sentence
  expect(
    first({ trigger: 'threshold', generation: 0, counts: [11, 0, 0], thresholds: [10, 10, 10] }),
  ).toContain('11 more objects were made than freed, above the threshold of 10')
  expect(first({ trigger: 'threshold', generation: 1, counts: [11, 11, 0] })).toContain('collected 11 times')
  expect(first({ trigger: 'exit' })).toContain('collects once more')
  expect(phasesOf(scenesOf(ringAndChain(empty)))).toHaveLength(9)
})

test('what the module’s namespace holds is rescued by it, in words', () => {
  // A full collection has the namespace of `__main__` in its set: the global `head` is a reference from inside.
  const { snapshot, id } = heapOf([
    ['a', '.next', 'b'],
    ['b', '.next', 'a'],
    [null, 'global `head`', 'head'],
    ['head', '.next', 'tail'],
  ])
  const told = scenesOf(
    ringAndChain({
      candidates: [
        { id: id('a'), name: 'Node#1', refcnt: 1, outside: 0 },
        { id: id('b'), name: 'Node#2', refcnt: 1, outside: 0 },
        { id: id('head'), name: 'Node#3', refcnt: 1, outside: 0 },
        { id: id('tail'), name: 'Node#4', refcnt: 1, outside: 0 },
        { id: 99, name: 'Node', refcnt: 5, outside: 0 },
      ],
      inside: [
        { from: id('a'), to: 99, label: '__class__' },
        { from: id('a'), to: id('b'), label: '.next' },
        { from: id('b'), to: id('a'), label: '.next' },
        { from: id('head'), to: id('tail'), label: '.next' },
      ],
      heldFromOutside: [],
      rescued: [
        { id: 99, by: -7 },
        { id: id('head'), by: -7 },
        { id: id('tail'), by: id('head') },
      ],
    }),
    snapshot,
  )
  const subtractions = told.filter(({ phase }) => phase === 'subtract').map(({ sentence }) => sentence)
  expect(subtractions).toHaveLength(4)
  expect(subtractions[3]).toContain('the namespace of the module: global `head`')
  expect(subtractions[3]).toContain('`Node#3` to 0')
  const story = told.map(({ sentence }) => sentence).join('\n')
  expect(story).toContain('four objects of this program, 1 that belong to its classes and functions')
  expect(story).toContain('The namespace of the module is in use, and it leads to `Node#3`: global `head`')
  expect(story).toContain('`Node#3` is in use, and it leads to `Node#4` by `.next`')
})

test('many references are taken off together', () => {
  const subtractions = (sources: number, each: number) => {
    const inside = Array.from({ length: sources * each }, (_, index) => ({
      from: 100 + Math.floor(index / each),
      to: 1,
      label: `[${index}]`,
    }))
    const from = Array.from({ length: sources }, (_, index) => ({
      id: 100 + index,
      name: `list#${index}`,
      refcnt: 1,
      outside: 1,
    }))
    const candidates = [{ id: 1, name: 'Node#1', refcnt: inside.length, outside: 0 }, ...from]
    return scenesOf(ringAndChain({ inside, candidates })).filter(({ phase }) => phase === 'subtract').length
  }
  expect(subtractions(2, 20)).toBe(2)
  expect(subtractions(40, 2)).toBe(1)
})
