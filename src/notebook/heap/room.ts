// A layout through time. It is made for what lasts: what comes and goes within a few moments would only keep room free
// for itself. Such a box finds room when it comes, beside what refers to it, and what is there already stays where it
// is; only a box that has grown over its neighbour pushes it down.

import type { SnapshotData } from '../../kernel/recording/protocol.ts'
import { type Layout, type Place, rowCentre } from './layout.ts'
import { headHeight } from './measure.ts'
import type { Box, Scene } from './scene.ts'

type Room = Pick<Place, 'x' | 'y' | 'width' | 'height'>

const gap = 22

/** Objects that may be looked at for a layout. */
const patience = 8000

/** The moments for which a layout is made with that of `now`: where there are many objects, only those next to it. */
export function nearest(moments: readonly SnapshotData[], now: SnapshotData): readonly SnapshotData[] {
  const most = Math.floor(patience / Math.max(1, now.objects.length))
  if (moments.length <= most) return moments
  const here = moments.findLastIndex(({ instruction }) => instruction <= now.instruction)
  const first = Math.max(0, Math.min(here - (most >> 1), moments.length - most))
  return moments.slice(first, first + most)
}

/** The scenes reduced to boxes that are there for a third of the time, and the one that is shown, whole. */
export function lastingScenes(scenes: readonly Scene[], now: Scene): Scene[] {
  const counts = new Map<string, number>()
  for (const { boxes } of scenes) for (const { key } of boxes) counts.set(key, (counts.get(key) ?? 0) + 1)
  const least = Math.max(2, scenes.length / 3)
  const shown = new Set(now.boxes.map((box) => box.key))
  const lasts = (key: string): boolean => shown.has(key) || (counts.get(key) ?? 0) >= least
  const reduced = scenes.map((scene) => ({
    ...scene,
    boxes: scene.boxes.flatMap((box) => {
      if (lasts(box.key)) return [box]
      // Objects stand beside the widest frame that there will be.
      return box.kind === 'frame' ? [{ ...box, height: 0 }] : []
    }),
    edges: scene.edges.filter((edge) => lasts(edge.from) && lasts(edge.to)),
  }))
  return [now, ...reduced]
}

/** How many objects of the scene the layout does not know. */
export function strangers(scene: Scene, { places }: Layout): number {
  return scene.boxes.filter((box) => box.kind !== 'frame' && !places.has(box.key)).length
}

/** Where the frames of a scene stand: one below the other. */
export function stackFrames(scene: Scene, layout: Layout): Map<string, Place> {
  const frames = scene.boxes.filter((box) => box.kind === 'frame')
  const result = new Map<string, Place>()
  let y = layout.top
  for (const { key, width, height } of frames) {
    result.set(key, { x: 0, y, column: 0, width, height })
    y += height + gap + 8
  }
  return result
}

/** The layout with a place for every box of `scene`, none of them on another. */
export function makeRoom(scene: Scene, layout: Layout): Layout {
  const places = new Map(layout.places)
  const taken: Room[] = []
  for (const [key, place] of stackFrames(scene, layout)) {
    places.set(key, place)
    taken.push(place)
  }
  const objects = scene.boxes.filter((box) => box.kind !== 'frame')
  const known = objects.filter((box) => places.has(box.key))
  const yOf = (box: Box): number => places.get(box.key)?.y ?? 0
  for (const box of known.sort((a, b) => yOf(a) - yOf(b))) {
    const place = places.get(box.key) as Place
    const size = { width: box.width, height: box.height }
    let room = { ...place, ...size }
    // A ghost may lie on others; it is gone in the next moment.
    for (
      let hit = box.kind === 'ghost' ? undefined : collision(room, taken, 6);
      hit;
      hit = collision(room, taken, 6)
    )
      room = { ...room, y: hit.y + hit.height + gap }
    places.set(box.key, room)
    taken.push(room)
  }
  let waiting = objects.filter((box) => !places.has(box.key))
  while (waiting.length > 0) {
    const next = waiting.find((box) => wish(box, scene, places) !== null) ?? (waiting[0] as Box)
    waiting = waiting.filter((box) => box !== next)
    const { column, y } = wish(next, scene, places) ?? { column: 1, y: bottomOf(taken) + gap }
    const room = nearestRoom(
      { x: columnX(layout, column), y, width: next.width, height: next.height },
      taken,
      layout.top,
    )
    places.set(next.key, { ...room, column })
    taken.push(room)
  }
  return { ...layout, places }
}

/** Beside what refers to it, or before what it refers to; null while neither has a place. */
function wish(
  box: Box,
  { edges }: Scene,
  places: ReadonlyMap<string, Place>,
): { column: number; y: number } | null {
  for (const edge of edges) {
    const holder = edge.to === box.key && edge.from !== box.key ? places.get(edge.from) : undefined
    if (holder) return { column: holder.column + 1, y: holder.y + rowCentre(edge.row) - headHeight / 2 }
  }
  for (const edge of edges) {
    const target = edge.from === box.key && edge.to !== box.key ? places.get(edge.to) : undefined
    if (target) return { column: Math.max(1, target.column - 1), y: target.y }
  }
  return null
}

function columnX({ columns }: Layout, column: number): number {
  const at = columns[column]
  if (at && at.width > 0) return at.x
  const last = columns.findLast(({ width }) => width > 0) ?? { x: 0, width: 100 }
  return last.x + last.width + 56
}

function nearestRoom(wanted: Room, taken: readonly Room[], top: number): Room {
  for (let away = 0; away < 4000; away += 12)
    for (const y of away === 0 ? [wanted.y] : [wanted.y + away, wanted.y - away]) {
      const room = { ...wanted, y }
      if (y >= top && !collision(room, taken, gap)) return room
    }
  return { ...wanted, y: bottomOf(taken) + gap }
}

function collision(room: Room, taken: readonly Room[], space: number): Room | undefined {
  return taken.find(
    (other) =>
      room.x < other.x + other.width + space &&
      other.x < room.x + room.width + space &&
      room.y < other.y + other.height + space &&
      other.y < room.y + room.height + space,
  )
}

function bottomOf(taken: readonly Room[]): number {
  return Math.max(0, ...taken.map(({ y, height }) => y + height))
}
