// The figures of the lessons are true: each one's line is executed, each number on it is a count whose holders are all
// known and add up to it, and each arrow is a reference of the snapshot.

import { basename } from 'node:path'
import { describe, expect, test } from 'vitest'
import { holdersAddUp } from '../../src/notebook/heap/heap-text.ts'
import { heapMoment } from '../../src/site/heap-figure.ts'
import { findLessons, readLesson } from '../support/lessons.ts'

for (const lesson of findLessons()) {
  describe(basename(lesson), () => {
    const figures = readLesson(lesson).flatMap((cell) => cell.figures.map(({ data }) => data))

    test('has a figure', () => {
      expect(figures.length).toBeGreaterThan(0)
    })

    test.each(figures.map((figure) => [`${figure.cell.id}, line ${figure.line}`, figure] as const))(
      '%s',
      (_, figure) => {
        const { snapshot, placed } = heapMoment(figure)
        expect(snapshot.omitted).toBe(0)
        const byId = new Map(snapshot.objects.map((object) => [object.id, object]))
        for (const object of snapshot.objects) {
          if (object.id < 0) continue
          expect(holdersAddUp(object), `${object.name}: ${JSON.stringify(object.holders)}`).toBe(true)
          for (const holder of object.holders) expect(holder.words, object.name).not.toContain('in progress')
        }
        for (const box of placed.boxes) {
          if (box.kind !== 'object') continue
          const object = byId.get(box.id as number)
          expect(box.badge).toBe(object?.refcnt === null ? '∞' : String(object?.refcnt))
          // No more arrows than references; where nothing is left out, as many.
          const arrows = placed.edges.filter((edge) => edge.to === box.key && !edge.weak).length
          expect(arrows, box.title).toBeLessThanOrEqual(object?.refcnt ?? Number.POSITIVE_INFINITY)
          const shown = placed.boxes.map((other) => other.id)
          const known = object?.holders.every(({ from }) => from === null || shown.includes(from))
          if (known && figure.show === null) expect(arrows, box.title).toBe(object?.refcnt)
        }
        for (const edge of placed.edges) {
          if (typeof edge.source !== 'number' || edge.weak) continue
          const target = byId.get(edge.target as number)
          expect(target?.holders.some(({ from }) => from === edge.source) || edge.label === '{…}').toBe(true)
        }
      },
    )
  })
}

test('figures of the ring: held by names, an island, found by the collector', () => {
  const cells = readLesson(findLessons().find((path) => path.endsWith('2-cycles.mdx')) ?? '')
  const ring = cells.find(({ data }) => data.id === 'ring')?.figures.map(({ data }) => heapMoment(data))
  const counts = ring?.map(({ placed }) =>
    placed.boxes.filter((box) => box.kind === 'object').map(({ title, badge, tone }) => [title, badge, tone]),
  )
  expect(counts).toEqual([
    [
      ['Node#1', '2', 'live'],
      ['Node#2', '2', 'live'],
    ],
    [
      ['Node#1', '1', 'island'],
      ['Node#2', '1', 'island'],
    ],
  ])
})
