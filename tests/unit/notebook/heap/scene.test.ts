// What a figure shows of a snapshot: which objects get boxes, what stands in rows, how it is folded, narrowed and
// said in words.

import { describe, expect, test } from 'vitest'
import { countWords, heapText, holdersAddUp } from '../../../../src/notebook/heap/heap-text.ts'
import { plainView, type Scene, sceneOf } from '../../../../src/notebook/heap/scene.ts'
import { lostNodes, menagerie, snapshotOf, twoNodes } from './snapshots.ts'

const titles = (scene: Scene) => scene.boxes.map((box) => box.title)
const rowsOf = (scene: Scene, title: string) =>
  scene.boxes
    .find((box) => box.title === title)
    ?.rows.map(({ label, value, port }) => `${label}:${value || port}`)

describe('boxes and rows', () => {
  test('of two nodes', () => {
    const scene = sceneOf(twoNodes())
    expect(titles(scene)).toEqual(['__main__', 'test2', 'Node#1', 'Node#2'])
    expect(rowsOf(scene, 'test2')).toEqual(['n1:strong', 'n2:strong'])
    expect(rowsOf(scene, 'Node#1')).toEqual(["name:'n1'", 'next:strong'])
    expect(scene.boxes.map((box) => box.badge)).toEqual([null, null, '2', '2'])
    expect(scene.edges.map(({ from, to, weak }) => [from, to, weak])).toEqual([
      ['f1:test2', 'o1', false],
      ['f1:test2', 'o2', false],
      ['o1', 'o2', false],
      ['o2', 'o1', false],
    ])
  })

  test('islands are marked, with the arrows inside them', () => {
    const scene = sceneOf(lostNodes())
    expect(scene.boxes.map((box) => box.tone)).toEqual(['running', 'island', 'island'])
    expect(scene.edges.every((edge) => edge.island)).toBe(true)
  })

  test('weak references: alive with a bell, dead, and through a folded inside', () => {
    const scene = sceneOf(menagerie())
    expect(rowsOf(scene, 'ref#1')).toEqual(['referent:weak', 'callback:on_end'])
    expect(rowsOf(scene, 'ref#2')).toEqual(['dead:dead'])
    expect(rowsOf(scene, 'WeakValueDictionary#1')).toEqual(["'ann':weak", "'r':weak"])
    expect(titles(scene)).not.toContain('dict#2')
    expect(scene.edges.filter((edge) => edge.weak && edge.callback)).toHaveLength(3)
  })

  test('a list of numbers is one row; a long one is cut', () => {
    expect(rowsOf(sceneOf(menagerie()), 'list#2')).toEqual([':1, 20, 300, 4'])
    const fields = Object.fromEntries(Array.from({ length: 50 }, (_, index) => [`[${index}]`, String(index)]))
    const scene = sceneOf(
      snapshotOf({ __main__: { x: 1 } }, { 1: { type: 'list', kind: 'sequence', fields } }),
    )
    expect(rowsOf(scene, 'list#1')?.[0]).toMatch(/^:0, 1, 2, .*… \(50\)$/)
  })

  test('what is opened gets a box', () => {
    const open = new Set([13])
    expect(titles(sceneOf(menagerie(), { ...plainView, open }))).toContain('dict#2')
  })

  test('a ghost has its reason', () => {
    const [object] = twoNodes().objects.filter((other) => other.id === 2)
    const gone = snapshotOf({ __main__: {} }, {})
    const scene = sceneOf(gone, plainView, object ? [{ object, why: 'freed at line 9' }] : [])
    expect(scene.boxes.at(-1)).toMatchObject({ kind: 'ghost', title: 'Node#2', lines: ['freed at line 9'] })
  })
})

describe('less of it', () => {
  const many = () => {
    const objects: Parameters<typeof snapshotOf>[1] = { 1: { type: 'Shop', fields: { '.all': 2 } } }
    const items: Record<string, number> = {}
    for (let id = 3; id < 103; id++) {
      objects[id] = { type: 'Item', fields: { '.shop': 1 } }
      items[`[${id - 3}]`] = id
    }
    objects[2] = { type: 'list', kind: 'sequence', fields: items }
    return snapshotOf({ __main__: { shop: 1 } }, objects)
  }

  test('many objects of a type are one box, until it is opened', () => {
    const scene = sceneOf(many())
    expect(titles(scene)).toEqual(['__main__', 'Shop#1', 'list#1', 'Item × 100'])
    expect(rowsOf(scene, 'list#1')).toEqual(['× 100:strong'])
    expect(titles(sceneOf(many(), { ...plainView, openTypes: new Set(['Item']) }))).toHaveLength(103)
  })

  test('of many rows, those with an arrow are kept', () => {
    const fields: Record<string, number | string> = {}
    for (let index = 0; index < 40; index++) fields[`[${index}]`] = index === 30 ? 2 : String(index)
    const scene = sceneOf(
      snapshotOf(
        { __main__: { x: 1 } },
        { 1: { type: 'list', kind: 'sequence', fields }, 2: { type: 'Node' } },
      ),
    )
    const rows = rowsOf(scene, 'list#1')
    expect(rows).toContain('30:strong')
    expect(rows?.at(-1)).toBe('… 29 more:null')
    expect(rows).toHaveLength(12)
  })

  test('hidden types', () => {
    const scene = sceneOf(menagerie(), { ...plainView, hiddenTypes: new Set(['Person']) })
    expect(titles(scene).filter((title) => title.startsWith('Person'))).toEqual([])
    expect(scene.omitted).toBe(2)
  })

  test('the neighbourhood of one object', () => {
    const scene = sceneOf(menagerie(), { ...plainView, focus: 11 })
    expect(titles(scene)).toContain('Person#1')
    expect(titles(scene)).not.toContain('Report#1')
  })

  test('what some names lead to', () => {
    const scene = sceneOf(menagerie(), { ...plainView, show: ['latest'] })
    expect(titles(scene)).toEqual(['__main__', 'Report#2', 'list#1'])
  })
})

describe('in words', () => {
  test('a count is the sum of its holders', () => {
    const [, second] = twoNodes().objects.filter((object) => object.id > 0)
    expect(second && countWords(second)).toBe('2 = local `n2` in `test2` + attribute `next` of `Node#1`')
    expect(menagerie().objects.every(holdersAddUp)).toBe(true)
  })

  test('the whole heap as text', () => {
    expect(heapText(twoNodes())).toBe(
      [
        '__main__, line 1',
        'test2, line 2',
        '    n1 = Node#1',
        '    n2 = Node#2',
        '',
        'Node#1',
        '    count 2 = local n1 in test2 + attribute next of Node#2',
        "    .name = 'n1'",
        '    .next = Node#2',
        '',
        'Node#2',
        '    count 2 = local n2 in test2 + attribute next of Node#1',
        "    .name = 'n2'",
        '    .next = Node#1',
      ].join('\n'),
    )
  })
})
