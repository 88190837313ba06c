// From box to box by arrow keys: the nearest one in a direction.

import type { PlacedBox, PlacedScene } from './paths.ts'

export type Direction = readonly [number, number]

/** By the name of the key. */
export const directions: Readonly<Record<string, Direction>> = {
  ArrowRight: [1, 0],
  ArrowLeft: [-1, 0],
  ArrowDown: [0, 1],
  ArrowUp: [0, -1],
}

/** The nearest box in a direction; to the right and left, one that an edge leads to comes first. */
export function neighbourOf(
  { boxes, edges }: PlacedScene,
  box: PlacedBox,
  [dx, dy]: Direction,
): PlacedBox | null {
  const linked = new Set<string>()
  for (const { from, to } of edges) {
    if (from === box.key) linked.add(to)
    else if (to === box.key) linked.add(from)
  }
  let best: PlacedBox | null = null
  let least = Number.POSITIVE_INFINITY
  for (const other of boxes) {
    if (other === box) continue
    const x = other.x + other.width / 2 - box.x - box.width / 2
    const y = other.y + other.height / 2 - box.y - box.height / 2
    const ahead = x * dx + y * dy
    if (ahead <= 4) continue
    const distance =
      ahead + 2.5 * Math.abs(x * dy + y * dx) - (linked.has(other.key) && dx !== 0 ? 10_000 : 0)
    if (distance < least) {
      least = distance
      best = other
    }
  }
  return best
}
