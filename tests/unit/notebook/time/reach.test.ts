// Who keeps an object alive, and what a cut would do.

import { describe, expect, test } from 'vitest'
import {
  aliveWords,
  cutEdge,
  cutWords,
  cycleThrough,
  enumerateSome,
  pathsTo,
  pathWords,
} from '../../../../src/notebook/time/reach.ts'
import { heapOf } from './fixtures.ts'

const cache = heapOf([
  [null, 'global `cache`', 'dict'],
  ['dict', "['a']", 'report'],
  ['dict', "['b']", 'other'],
  [null, 'local `latest` in `f`', 'report'],
  ['report', '.page', 'page'],
  ['other', '.page', 'page'],
])

test('the shortest paths come first, each from another root', () => {
  const paths = pathsTo(cache.snapshot, cache.id('page'))
  expect(paths.map((path) => pathWords(cache.snapshot, path))).toEqual([
    'local `latest` in `f` → `report` → `.page` → `page`',
    "global `cache` → `dict` → `['a']` → `report` → `.page` → `page`",
  ])
  expect(aliveWords(cache.snapshot, cache.id('page'))).toContain('keep `page` alive')
})

test('as many as asked for', () => {
  const many = heapOf([1, 2, 3, 4, 5].map((root) => [null, `root ${root}`, 'a'] as const))
  expect(pathsTo(many.snapshot, 1)).toHaveLength(3)
  expect(pathsTo(many.snapshot, 1, 5)).toHaveLength(5)
})

test('an island has no path but a cycle', () => {
  const { snapshot, id } = heapOf([
    ['a', '.next', 'b'],
    ['b', '.next', 'a'],
    ['a', '.tail', 'c'],
    ['c', '.own', 'c'],
  ])
  expect(pathsTo(snapshot, id('a'))).toEqual([])
  expect(cycleThrough(snapshot, id('a'))?.map(({ from, to }) => [from, to])).toEqual([
    [1, 2],
    [2, 1],
  ])
  expect(aliveWords(snapshot, id('a'))).toMatch(/^`b` and `a` hold each other, and nothing outside/)
  expect(aliveWords(snapshot, id('c'))).toMatch(/^`c` holds itself/)
  expect(aliveWords(snapshot, 99)).toBe('It is not alive at this moment.')
})

describe('a cut', () => {
  const edge = (heap: typeof cache, from: string | null, label: string, to: string) => ({
    from: from === null ? null : heap.id(from),
    label,
    to: heap.id(to),
    words: label,
  })

  test('frees what has no other holder, and what that alone held', () => {
    const cut = cutEdge(cache.snapshot, edge(cache, null, 'global `cache`', 'dict'))
    expect(cut).toEqual({ freed: [cache.id('dict'), cache.id('other')], waiting: [], weak: [] })
  })

  test('frees nothing that someone else holds', () => {
    const words = cutWords(cache.snapshot, edge(cache, null, 'local `latest` in `f`', 'report'))
    expect(words).toBe('Nothing would be freed at once: the count of `report` would go from 2 to 1.')
  })

  test('leaves cycles to the collector', () => {
    const ring = heapOf([
      [null, 'global `a`', 'a'],
      ['a', '.next', 'b'],
      ['b', '.next', 'a'],
    ])
    const root = edge(ring, null, 'global `a`', 'a')
    expect(cutEdge(ring.snapshot, root)).toEqual({ freed: [], waiting: [1, 2], weak: [] })
    expect(cutWords(ring.snapshot, root)).toContain(
      '`a` and `b` would be out of reach and wait for the collector.',
    )
    // The ring opened on the other side: b goes when its last holder does.
    expect(cutEdge(ring.snapshot, edge(ring, 'a', '.next', 'b'))).toMatchObject({ freed: [2], waiting: [] })
  })

  test('makes weak references to what is freed dead', () => {
    const heap = heapOf([
      [null, 'global `a`', 'a'],
      [null, 'global `r`', 'r'],
    ])
    const objects = heap.snapshot.objects.map((object) =>
      object.name === 'r' ? { ...object, weak: { referent: heap.id('a'), hasCallback: true } } : object,
    )
    const snapshot = { ...heap.snapshot, objects }
    expect(cutEdge(snapshot, edge(heap, null, 'global `a`', 'a')).weak).toEqual([heap.id('r')])
  })

  test('of one of two alike leaves the other', () => {
    const heap = heapOf([
      [null, 'the stack', 'a'],
      [null, 'the stack', 'a'],
    ])
    const objects = heap.snapshot.objects.map((object) => ({
      ...object,
      holders: [{ from: null, label: 'the stack', words: 'the stack', count: 2 }],
    }))
    expect(cutEdge({ ...heap.snapshot, objects }, edge(heap, null, 'the stack', 'a'))).toEqual({
      freed: [],
      waiting: [],
      weak: [],
    })
  })
})

test('many names are shortened', () => {
  expect(enumerateSome(['a', 'b', 'c', 'd'], 3)).toBe('a, b and 2 more')
})
