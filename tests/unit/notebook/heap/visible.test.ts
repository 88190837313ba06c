// Of a large figure only what can be seen is drawn, and what must be there.

import { expect, test } from 'vitest'
import { directions, neighbourOf } from '../../../../src/notebook/heap/directions.ts'
import { layOut } from '../../../../src/notebook/heap/layout.ts'
import { type PlacedScene, placeScene } from '../../../../src/notebook/heap/paths.ts'
import { plainView, sceneOf } from '../../../../src/notebook/heap/scene.ts'
import { beginningOf, isLarge, partOf, sightOf } from '../../../../src/notebook/heap/visible.ts'
import { snapshotOf } from './snapshots.ts'

function mkPlaced(count: number): PlacedScene {
  const objects: Parameters<typeof snapshotOf>[1] = {}
  const items: Record<string, number> = {}
  for (let id = 2; id <= count; id++) {
    objects[id] = { type: 'Node', fields: { '.next': id < count ? id + 1 : 2 } }
    items[`[${id - 2}]`] = id
  }
  objects[1] = { type: 'list', kind: 'sequence', fields: items }
  const scene = sceneOf(snapshotOf({ __main__: { first: 1 } }, objects), { ...plainView, limit: count })
  return placeScene(scene, layOut([scene]), true)
}

const large = mkPlaced(1200)

test('a small figure is drawn whole', () => {
  expect(isLarge(mkPlaced(60))).toBe(false)
  expect(isLarge(large)).toBe(true)
})

test('what is in sight, what is needed, and the edges at them', () => {
  const { area } = beginningOf(large)
  const last = large.boxes.at(-1)!
  const part = partOf(large, area, (box) => box === last)
  expect(part.boxes.length).toBeLessThan(large.boxes.length / 2)
  expect(part.boxes).toContain(last)
  const isIn = ({ x, y, width, height }: (typeof part.boxes)[number]): boolean =>
    x < area.x + area.width && x + width > area.x && y < area.y + area.height && y + height > area.y
  expect(large.boxes.filter(isIn).every((box) => part.boxes.includes(box))).toBe(true)
  const keys = new Set(part.boxes.map(({ key }) => key))
  expect(part.edges).toEqual(large.edges.filter(({ from, to }) => keys.has(from) || keys.has(to)))
})

test('a pane shows what lies under it, and as much again around it', () => {
  const { bounds } = large
  // Drawn at half its size, scrolled by 100 and 50.
  const drawing = { x: 10 - 100, y: 20 - 50, width: bounds.width / 2, height: bounds.height / 2 }
  const { area, isFar } = sightOf(large, drawing, { x: 10, y: 20, width: 300, height: 200 })
  expect(isFar).toBe(false)
  expect(area).toEqual({
    x: bounds.x + 200 - 300,
    y: bounds.y + 100 - 200,
    width: 1200,
    height: 800,
  })
  const small = { ...drawing, width: bounds.width / 5, height: bounds.height / 5 }
  expect(sightOf(large, small, { x: 10, y: 20, width: 300, height: 200 }).isFar).toBe(true)
})

test('arrow keys lead through all of it', () => {
  const first = large.boxes.find(({ id }) => id === 2)
  const below = neighbourOf(large, first!, directions['ArrowDown']!)
  expect(below).not.toBeNull()
  expect(below!.y).toBeGreaterThan(first!.y)
  expect(neighbourOf(large, below!, directions['ArrowUp']!)).toBe(first)
})
