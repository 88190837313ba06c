// A scene with its layout, ready to be drawn: each box at its place, each edge a smooth path that leaves its row
// horizontally and arrives horizontally at the side of another box.

import { type Layout, lanesOf, rowCentre } from './layout.ts'
import { headHeight } from './measure.ts'
import type { Box, Edge, Scene } from './scene.ts'

export interface PlacedBox extends Box {
  x: number
  y: number
}

export interface PlacedEdge extends Edge {
  /** The line, without its head. */
  path: string
  /** The head, a small triangle; for a weak edge open. */
  head: string
  /** Where it begins. */
  start: { x: number; y: number }
}

export interface PlacedScene {
  scene: Scene
  boxes: readonly PlacedBox[]
  edges: readonly PlacedEdge[]
  /** Where rows have their dot: at the left side of the box if all their edges leave there. */
  leftRows: ReadonlySet<string>
  /** What of the plane is used. */
  bounds: { x: number; y: number; width: number; height: number }
}

/** Around the boxes: room for badges and for the ring of the focus. */
const margin = { left: 4, right: 14, top: 14, bottom: 8 } as const
const headLength = 8
const loopWidth = 30

interface Route {
  edge: Edge
  from: PlacedBox
  to: PlacedBox
  side: 'right' | 'left' | 'loop'
  start: { x: number; y: number }
  lanes: readonly { left: number; right: number; y: number }[]
  end: { x: number; y: number }
  /** The right side of the column of the left one of the two boxes: an edge bends only beyond it. */
  edgeOfColumn: number
}

/**
 * Draws `scene` at the places of `layout`, which must know its boxes. `steady` leaves the room that the layout
 * was made for, so that the drawing keeps its size from one moment to the next.
 */
export function placeScene(scene: Scene, layout: Layout, steady = false): PlacedScene {
  const boxes = new Map<string, PlacedBox>()
  for (const box of scene.boxes) {
    const place = layout.places.get(box.key)
    if (place) boxes.set(box.key, { ...box, x: place.x, y: place.y })
  }
  const routes: Route[] = []
  for (const edge of scene.edges) {
    const from = boxes.get(edge.from)
    const to = boxes.get(edge.to)
    if (from && to) routes.push(routeOf(edge, from, to, layout))
  }
  spreadEnds(routes)
  const placed = [...boxes.values()]
  const leftRows = new Set(routes.filter((route) => route.side === 'left').map(rowKey))
  const room = steady ? [{ x: 0, y: Math.min(0, layout.top), ...layout.extent }, ...placed] : placed
  return { scene, boxes: placed, edges: routes.map(drawn), leftRows, bounds: boundsOf(room, routes) }
}

type Room = Pick<PlacedBox, 'x' | 'y' | 'width' | 'height'>

function rowKey({ edge }: Route): string {
  return `${edge.from} ${edge.row}`
}

function routeOf(edge: Edge, from: PlacedBox, to: PlacedBox, layout: Layout): Route {
  const columnOf = (box: Box): number => layout.places.get(box.key)?.column ?? 0
  const side =
    from === to || columnOf(from) === columnOf(to) ? 'loop' : columnOf(from) < columnOf(to) ? 'right' : 'left'
  const y = from.y + rowCentre(edge.row)
  const start = { x: side === 'left' ? from.x : from.x + from.width, y }
  const lanes = lanesOf(layout, edge, from).map((lane) => {
    const column = layout.columns[lane.column] ?? { x: 0, width: 0 }
    return { left: column.x - 6, right: column.x + column.width + 6, y: lane.y }
  })
  const end = { x: side === 'right' ? to.x : to.x + to.width, y: to.y + headHeight / 2 }
  const column = layout.columns[columnOf(side === 'left' ? to : from)]
  return { edge, from, to, side, start, lanes, end, edgeOfColumn: column ? column.x + column.width : start.x }
}

/** Edges that arrive at the same side of a box arrive beside each other, in the order in which they come. */
function spreadEnds(routes: readonly Route[]): void {
  const groups = new Map<string, Route[]>()
  for (const route of routes) {
    if (route.side === 'loop') continue
    const key = `${route.edge.to} ${route.side === 'right' ? 'left' : 'right'}`
    const group = groups.get(key) ?? []
    groups.set(key, group)
    group.push(route)
  }
  for (const [key, group] of groups) {
    const box = (group[0] as Route).to
    // Edges that leave at this side have their rows; what arrives keeps out of their way.
    const side = key.endsWith('left') ? 'left' : 'right'
    const leaving = routes.filter(
      (route) => route.from === box && (route.side === 'left' ? 'left' : 'right') === side,
    )
    const rows = leaving.map((route) => route.start.y)
    const comes = (route: Route): number => route.lanes.at(-1)?.y ?? route.start.y
    if (rows.length === 0) spread(group, box.y + 9, box.y + box.height - 9, comes)
    else if (side === 'left') spread(group, box.y + 9, Math.min(...rows) - 10, comes)
    else {
      const above = group.filter((route) => comes(route) < box.y + headHeight)
      const below = group.filter((route) => comes(route) >= box.y + headHeight)
      spread(above, box.y + headHeight / 2, Math.min(...rows) - 10, comes)
      spread(below, Math.max(...rows) + 9, box.y + box.height - 6, comes)
    }
  }
}

/** Gives edges that arrive at one side heights from `low` to `high`, each as near to where it comes from as can be. */
function spread(group: Route[], low: number, high: number, comes: (route: Route) => number): void {
  const room = Math.max(0, high - low)
  group.sort((a, b) => comes(a) - comes(b))
  const step = group.length > 1 ? Math.min(10, room / (group.length - 1)) : 0
  let least = low
  for (const [index, route] of group.entries()) {
    const most = low + room - step * (group.length - 1 - index)
    route.end.y = Math.max(least, Math.min(most, comes(route)))
    least = route.end.y + step
  }
}

function drawn(route: Route): PlacedEdge {
  const { edge, side, start, end, lanes, edgeOfColumn } = route
  const towards = side === 'right' ? 1 : -1
  const tip = { x: end.x - towards, y: end.y }
  const base = { x: tip.x - towards * headLength, y: end.y }
  let path = `M${start.x} ${round(start.y)}`
  if (side === 'loop') {
    const reach = Math.max(start.x, base.x) + loopWidth * 1.4
    path += `C${reach} ${round(start.y)} ${reach} ${round(end.y)} ${base.x} ${round(end.y)}`
  } else {
    let at = start
    if (side === 'right' && edgeOfColumn > start.x) {
      at = { x: edgeOfColumn, y: start.y }
      path += `H${at.x}`
    }
    for (const lane of lanes) {
      const [enter, leave] = side === 'right' ? [lane.left, lane.right] : [lane.right, lane.left]
      path += curve(at, { x: enter, y: lane.y })
      path += `H${leave}`
      at = { x: leave, y: lane.y }
    }
    if (side === 'left' && edgeOfColumn > base.x) {
      path += curve(at, { x: edgeOfColumn, y: base.y })
      path += `H${base.x}`
    } else path += curve(at, base)
  }
  const half = edge.weak ? 4 : 3.75
  const head = edge.weak
    ? `M${base.x} ${round(end.y - half)}L${tip.x} ${round(end.y)}L${base.x} ${round(end.y + half)}M${base.x} ${round(end.y)}H${tip.x}`
    : `M${base.x} ${round(end.y - half)}L${tip.x} ${round(end.y)}L${base.x} ${round(end.y + half)}Z`
  return { ...edge, path, head, start }
}

function curve(from: { x: number; y: number }, to: { x: number; y: number }): string {
  if (Math.abs(from.y - to.y) < 0.5) return `H${to.x}`
  const bend = (to.x - from.x) * 0.5
  return `C${round(from.x + bend)} ${round(from.y)} ${round(to.x - bend)} ${round(to.y)} ${to.x} ${round(to.y)}`
}

function round(value: number): number {
  return Math.round(value * 10) / 10
}

function boundsOf(boxes: readonly Room[], routes: readonly Route[]): PlacedScene['bounds'] {
  if (boxes.length === 0) return { x: 0, y: 0, width: 1, height: 1 }
  const loops = routes.filter((route) => route.side === 'loop')
  const left = Math.min(...boxes.map((box) => box.x))
  const right = Math.max(
    ...boxes.map((box) => box.x + box.width),
    ...loops.map((route) => Math.max(route.start.x, route.end.x) + loopWidth),
  )
  const top = Math.min(
    ...boxes.map((box) => box.y),
    ...routes.flatMap((route) => route.lanes.map((lane) => lane.y)),
  )
  const bottom = Math.max(
    ...boxes.map((box) => box.y + box.height),
    ...routes.flatMap((route) => route.lanes.map((lane) => lane.y)),
  )
  return {
    x: left - margin.left,
    y: top - margin.top,
    width: right - left + margin.left + margin.right,
    height: bottom - top + margin.top + margin.bottom,
  }
}
