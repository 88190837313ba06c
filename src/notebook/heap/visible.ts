// Which part of a large figure is drawn: what can be seen, and a little around it. What is drawn of a figure costs by
// the box, in time and in memory of the page; of thousands of them a screen has room for a few dozen.

import type { PlacedBox, PlacedEdge, PlacedScene } from './paths.ts'

export interface Area {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** What a pane shows of a drawing. */
export interface Sight {
  readonly area: Area
  /** So small that nothing can be read: boxes are drawn without what is in them. */
  readonly isFar: boolean
}

/** The size at which a text of the figure cannot be read any more, as a part of its own. */
const legible = 0.4

/** Up to so many boxes are drawn wherever they are. */
const fewBoxes = 200

/** What is taken for visible before anyone has looked. */
const firstSight = { width: 2000, height: 1400 } as const

export function isLarge({ boxes }: PlacedScene): boolean {
  return boxes.length > fewBoxes
}

/** Where a reader looks first. */
export function beginningOf({ bounds }: PlacedScene): Sight {
  return { area: { x: bounds.x, y: bounds.y, ...firstSight }, isFar: false }
}

/** What a pane shows of a drawing, with half as much on each side; both as they stand on the screen. */
export function sightOf({ bounds }: PlacedScene, drawing: Area, pane: Area): Sight {
  const scale = Math.max(drawing.width / bounds.width, 0.01)
  const width = pane.width / scale
  const height = pane.height / scale
  const area = {
    x: bounds.x + (pane.x - drawing.x) / scale - width / 2,
    y: bounds.y + (pane.y - drawing.y) / scale - height / 2,
    width: 2 * width,
    height: 2 * height,
  }
  return { area, isFar: scale < legible }
}

/** The boxes in an area and those that must be there, and the edges that begin or end at one of them. */
export function partOf(
  { boxes, edges }: PlacedScene,
  area: Area,
  isNeeded: (box: PlacedBox) => boolean,
): { boxes: readonly PlacedBox[]; edges: readonly PlacedEdge[] } {
  const shown = boxes.filter((box) => isNeeded(box) || overlap(box, area))
  const keys = new Set(shown.map(({ key }) => key))
  return { boxes: shown, edges: edges.filter(({ from, to }) => keys.has(from) || keys.has(to)) }
}

function overlap(a: Area, b: Area): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height
}
