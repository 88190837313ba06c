// Figures of the heap: no box covers another, nothing moves from one moment to the next, the same snapshot gives the
// same figure; on hand-made snapshots and on random ones.

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { SnapshotData } from '../../../../src/kernel/recording/protocol.ts'
import { layOut } from '../../../../src/notebook/heap/layout.ts'
import { type PlacedBox, type PlacedScene, placeScene } from '../../../../src/notebook/heap/paths.ts'
import { lastingScenes, makeRoom, strangers } from '../../../../src/notebook/heap/room.ts'
import { plainView, sceneOf } from '../../../../src/notebook/heap/scene.ts'
import { lostNodes, menagerie, snapshotOf, twoNodes } from './snapshots.ts'

function place(snapshots: readonly SnapshotData[], limit = 60): PlacedScene[] {
  const scenes = snapshots.map((snapshot) => sceneOf(snapshot, { ...plainView, limit }))
  const layout = layOut(scenes)
  return scenes.map((scene) => placeScene(scene, layout))
}

function overlaps(a: PlacedBox, b: PlacedBox): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height
}

function expectApart({ boxes }: PlacedScene): void {
  for (const [index, box] of boxes.entries())
    for (const other of boxes.slice(index + 1))
      if (overlaps(box, other)) expect.fail(`${box.title} covers ${other.title}`)
}

/** Objects that refer to each other at random, and names for some of them. */
const heaps = fc
  .integer({ min: 1, max: 24 })
  .chain((size) =>
    fc.tuple(
      fc.constant(size),
      fc.array(fc.tuple(fc.integer({ min: 1, max: size }), fc.integer({ min: 1, max: size }), fc.boolean()), {
        maxLength: size * 2,
      }),
      fc.array(fc.integer({ min: 1, max: size }), { maxLength: 6 }),
    ),
  )
  .map(([size, edges, names]) => {
    const objects: Parameters<typeof snapshotOf>[1] = {}
    for (let id = 1; id <= size; id++) objects[id] = { type: id % 3 === 0 ? 'list' : 'Node', fields: {} }
    for (const [index, [from, to, weak]] of edges.entries())
      if (weak)
        objects[size + index + 1] = { type: 'ref', kind: 'weakref', weak: to, fields: { '.from': from } }
      else Object.assign(objects[from]?.fields ?? {}, { [`.field${index}`]: to })
    const variables = Object.fromEntries(names.map((id, index) => [`name${index}`, id]))
    return snapshotOf({ __main__: variables, work: { first: 1 } }, objects)
  })

describe('a layout', () => {
  test.each([
    ['two nodes', twoNodes()],
    ['an island', lostNodes()],
    ['a little of everything', menagerie()],
  ])('of %s keeps boxes apart and ends every edge at a box', (_, snapshot) => {
    const [placed] = place([snapshot]) as [PlacedScene]
    expect(placed.boxes.length).toBe(placed.scene.boxes.length)
    expect(placed.edges.length).toBe(placed.scene.edges.length)
    expectApart(placed)
  })

  test('keeps boxes apart in any heap', () => {
    fc.assert(
      fc.property(heaps, (snapshot) => {
        for (const limit of [60, 5]) expectApart((place([snapshot], limit) as [PlacedScene])[0])
      }),
      { numRuns: 60 },
    )
  })

  test('leads strong references to the right where there is no cycle', () => {
    const chain = snapshotOf(
      { __main__: { first: 1, third: 3 } },
      {
        1: { type: 'Node', fields: { '.next': 2 } },
        2: { type: 'Node', fields: { '.next': 3 } },
        3: { type: 'Node' },
      },
    )
    const [{ boxes, edges }] = place([chain]) as [PlacedScene]
    const at = new Map(boxes.map((box) => [box.key, box]))
    for (const edge of edges)
      expect(at.get(edge.from)?.x).toBeLessThan(at.get(edge.to)?.x ?? Number.NEGATIVE_INFINITY)
  })

  test('stays as it is from one moment to the next', () => {
    const moments = [twoNodes(), lostNodes(), menagerie()]
    const [before, after] = place(moments) as [PlacedScene, PlacedScene, PlacedScene]
    for (const box of after.boxes) {
      const same = before.boxes.find((other) => other.key === box.key)
      if (same) expect([box.x, box.y]).toEqual([same.x, same.y])
    }
  })

  test('is made for what lasts; the rest finds room, and moves nothing', () => {
    fc.assert(
      fc.property(heaps, heaps, (first, second) => {
        const [before, after] = [sceneOf(first), sceneOf(second)]
        const layout = makeRoom(before, layOut(lastingScenes([before, before], before)))
        const next = makeRoom(after, layout)
        const one = placeScene(before, layout)
        const other = placeScene(after, next)
        expectApart(one)
        expectApart(other)
        expect(other.boxes.length).toBe(after.boxes.length)
        expect(strangers(after, next)).toBe(0)
        // Coming back, everything is where it was.
        const grown = after.boxes.some((box) => {
          const same = before.boxes.find(({ key }) => key === box.key)
          return same && (same.height !== box.height || same.width !== box.width)
        })
        if (!grown) expect(placeScene(before, makeRoom(before, next)).boxes).toEqual(one.boxes)
      }),
      { numRuns: 60 },
    )
  })

  test('is the same for the same heap', () => {
    fc.assert(
      fc.property(heaps, (snapshot) => {
        expect(place([structuredClone(snapshot)])).toEqual(place([snapshot]))
      }),
      { numRuns: 20 },
    )
  })

  test('of two thousand objects is made at once', () => {
    const objects: Parameters<typeof snapshotOf>[1] = {}
    for (let id = 1; id <= 2000; id++)
      objects[id] = { type: `Type${id % 7}`, fields: { '.next': (id % 2000) + 1 } }
    const snapshot = snapshotOf({ __main__: { first: 1 } }, objects)
    const began = performance.now()
    const [grid] = place([snapshot], 5000) as [PlacedScene]
    expect(performance.now() - began).toBeLessThan(2000)
    expect(grid.boxes.length).toBe(2001)
    const [folded] = place([snapshot]) as [PlacedScene]
    expect(folded.boxes.length).toBeLessThan(65)
    expectApart(folded)
  })
})
