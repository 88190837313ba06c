// Where the boxes of a figure stand: in columns, frames first, each reference leading to the right where that can
// be. The method is the usual one for layered drawings (Sugiyama, Tagawa and Toda 1981): turn around a few edges so
// that no cycle is left (layers.ts), give each box its column, let edges that span columns pass through lanes, order
// the columns so that few edges cross, and at last find heights at which edges are nearly straight. Unlike a general
// library, it knows that an edge begins at a row of a box, and may end anywhere along the side of another.
//
// A layout is made once for the union of several moments, so that nothing moves from one to the next.

import { assignLayers, type Link } from './layers.ts'
import { headHeight, rowHeight } from './measure.ts'
import type { Box, Edge, Scene } from './scene.ts'

export interface Place {
  x: number
  y: number
  column: number
  /** The room it has: the most that its box needs at any of the moments. */
  width: number
  height: number
}

/** Where an edge passes a column: at this height, from the column's left to its right. */
export interface Lane {
  column: number
  y: number
}

export interface Layout {
  places: ReadonlyMap<string, Place>
  /** By `from>to`, columns ascending. */
  lanes: ReadonlyMap<string, readonly Lane[]>
  columns: readonly { x: number; width: number }[]
  /** Where the frames begin. */
  top: number
  /** The part of the plane that it was made for. */
  extent: { width: number; height: number }
}

/** More boxes than these are set in a plain grid, which takes no time. */
const layeredLimit = 150

/** Room between columns; less of it on a narrow page. */
const gaps = { wide: 62, narrow: 36 } as const
export type Gap = keyof typeof gaps

const boxGap = 30
const laneGap = 14
const entry = headHeight / 2

/** The key of all frames together, which are one pile in the first column. */
const pile = 'frames'

interface Node {
  key: string
  width: number
  height: number
  column: number
  y: number
  /** The height at which its edges would be straight. */
  wish: number | null
  isLane: boolean
  /** Its part of the drawing: what no edge connects is laid out by itself. */
  left: Wire[]
  right: Wire[]
}

/** A piece of an edge between neighbouring columns, or of several edges that go together. */
interface Wire {
  from: Node
  to: Node
  /** Height of its ends within the nodes; null: anywhere along the side. */
  start: number | null
  end: number | null
}

interface Union {
  boxes: Map<string, { width: number; height: number; type: string }>
  links: Map<string, Link & { offset: number }>
  /** Where each frame stands in the pile, and its room. */
  frames: Map<string, { top: number; width: number; height: number }>
}

/** Positions for everything in `scenes`. */
export function layOut(scenes: readonly Scene[], gap: Gap = 'wide'): Layout {
  const union = unite(scenes)
  return union.boxes.size > layeredLimit ? gridLayout(union, gaps[gap]) : layeredLayout(union, gaps[gap])
}

function unite(scenes: readonly Scene[]): Union {
  const boxes: Union['boxes'] = new Map()
  const links: Union['links'] = new Map()
  const depths: { width: number; height: number }[] = []
  const frameDepth = new Map<string, number>()
  for (const scene of scenes) {
    let depth = 0
    for (const box of scene.boxes) {
      if (box.kind === 'frame') {
        const slot = (depths[depth] ??= { width: 0, height: 0 })
        slot.width = Math.max(slot.width, box.width)
        slot.height = Math.max(slot.height, box.height)
        frameDepth.set(box.key, depth++)
      } else {
        const known = boxes.get(box.key)
        const width = Math.max(known?.width ?? 0, box.width)
        boxes.set(box.key, { width, height: Math.max(known?.height ?? 0, box.height), type: box.type })
      }
    }
  }
  const tops: number[] = []
  let top = 0
  for (const { height } of depths) {
    tops.push(top)
    top += height + boxGap
  }
  const frames: Union['frames'] = new Map()
  for (const [key, depth] of frameDepth) {
    const { width = 0, height = 0 } = depths[depth] ?? {}
    frames.set(key, { top: tops[depth] ?? 0, width, height })
  }
  const width = Math.max(0, ...depths.map((depth) => depth.width))
  if (depths.length > 0) boxes.set(pile, { width, height: top - boxGap, type: '' })
  for (const scene of scenes)
    for (const edge of scene.edges) {
      if (edge.from === edge.to) continue
      const from = frames.has(edge.from) ? pile : edge.from
      const offset = (frames.get(edge.from)?.top ?? 0) + rowCentre(edge.row)
      const known = links.get(`${from}>${edge.to}`)
      if (known) known.weak &&= edge.weak
      else links.set(`${from}>${edge.to}`, { from, to: edge.to, weak: edge.weak, offset })
    }
  return { boxes, links, frames }
}

/** The height, within its box, at which an edge leaves from row `row`. */
export function rowCentre(row: number): number {
  return headHeight + rowHeight * row + rowHeight / 2
}

function layeredLayout(union: Union, columnGap: number): Layout {
  const columnOf = assignLayers([...union.boxes.keys()], [...union.links.values()], pile)
  const nodes = new Map<string, Node>()
  for (const [key, { width, height }] of union.boxes) {
    nodes.set(key, {
      key,
      width,
      height,
      column: columnOf.get(key) ?? 1,
      y: 0,
      wish: null,
      isLane: false,
      left: [],
      right: [],
    })
  }
  const chains = new Map<string, Node[]>()
  for (const link of union.links.values()) chains.set(`${link.from}>${link.to}`, connect(link, nodes))
  const parts = partsOf([...nodes.values()])
  const columns = columnsOf(parts.flat(), columnGap)
  let floor = 0
  for (const part of parts) {
    arrange(part)
    // Parts stand below one another; one that no frame leads to does not go below the frames as well.
    const beside = part.every((node) => node.key !== pile)
    const top = Math.min(...part.map((node) => node.y))
    const shift = floor - (part.some((node) => node.key === pile) ? Math.min(0, top) : top)
    for (const node of part) node.y += shift
    const bottoms = part.filter((node) => beside || node.key !== pile).map((node) => node.y + node.height)
    floor = Math.max(0, ...bottoms) + boxGap * 1.4
  }
  return finished(union, nodes, chains, columns)
}

function finished(
  union: Union,
  nodes: ReadonlyMap<string, Node>,
  chains: ReadonlyMap<string, readonly Node[]>,
  columns: Layout['columns'],
): Layout {
  const places = new Map<string, Place>()
  for (const node of nodes.values()) {
    if (node.key === pile) continue
    const box = union.boxes.get(node.key)
    if (!box) continue
    const { column } = node
    const { width, height } = box
    places.set(node.key, { x: columns[column]?.x ?? 0, y: Math.round(node.y), column, width, height })
  }
  const base = Math.round(nodes.get(pile)?.y ?? 0)
  for (const [key, { top, width, height }] of union.frames)
    places.set(key, { x: 0, y: base + top, column: 0, width, height })
  const lanes = new Map<string, Lane[]>()
  for (const [key, chain] of chains)
    if (chain.length > 0) {
      const list = chain.map((node) => ({ column: node.column, y: Math.round(node.y) }))
      lanes.set(key, list)
    }
  return { places, lanes, columns, top: base, extent: extentOf(places) }
}

/** Puts lanes where a link crosses columns, and wires between neighbours; answers the lanes, columns ascending. */
function connect(link: Link & { offset: number }, nodes: Map<string, Node>): Node[] {
  const source = nodes.get(link.from) as Node
  const target = nodes.get(link.to) as Node
  const forward = source.column < target.column
  const [first, last] = forward ? [source, target] : [target, source]
  const chain: Node[] = []
  let previous = first
  for (let column = first.column + 1; column <= last.column; column++) {
    let next = last
    if (column < last.column) {
      const key = `${link.from}>${link.to}@${column}`
      next = { key, width: 0, height: 0, column, y: 0, wish: null, isLane: true, left: [], right: [] }
      nodes.set(key, next)
      chain.push(next)
    }
    const start = previous.isLane ? 0 : forward ? link.offset : null
    const end = next.isLane ? 0 : forward ? null : link.offset
    const wire = { from: previous, to: next, start, end }
    previous.right.push(wire)
    next.left.push(wire)
    previous = next
  }
  return chain
}

/** Groups of nodes that wires connect; the frames' first, then by first appearance. */
function partsOf(nodes: readonly Node[]): Node[][] {
  const parts: Node[][] = []
  const seen = new Set<Node>()
  for (const start of [...nodes].sort((a, b) => Number(b.key === pile) - Number(a.key === pile))) {
    if (seen.has(start)) continue
    const part: Node[] = []
    const visit = [start]
    seen.add(start)
    for (let node = visit.pop(); node; node = visit.pop()) {
      part.push(node)
      const others = [...node.right.map((wire) => wire.to), ...node.left.map((wire) => wire.from)]
      for (const other of others.reverse())
        if (!seen.has(other)) {
          seen.add(other)
          visit.push(other)
        }
    }
    parts.push(part)
  }
  return parts
}

function columnsOf(nodes: readonly Node[], columnGap: number): { x: number; width: number }[] {
  const columns: { x: number; width: number }[] = []
  for (const node of nodes) {
    while (columns.length <= node.column) columns.push({ x: 0, width: 0 })
    const column = columns[node.column] as { x: number; width: number }
    column.width = Math.max(column.width, node.width)
  }
  let x = 0
  for (const column of columns) {
    column.x = x
    if (column.width > 0) x += column.width + columnGap
  }
  return columns
}

/** Orders the columns of a part and finds the heights of its nodes. */
function arrange(part: readonly Node[]): void {
  const columns: Node[][] = []
  for (const node of part) (columns[node.column] ??= []).push(node)
  const filled = columns.filter((column) => column !== undefined)
  const backwards = [...filled].reverse()
  for (const column of filled) pack(column)
  let best = Number.POSITIVE_INFINITY
  let order: Node[][] = []
  for (let round = 0; round < 12; round++) {
    const toRight = round % 2 === 0
    for (const column of toRight ? filled : backwards) {
      findWishes(column, toRight ? 1 : 0.15, toRight ? 0.15 : 1)
      column.sort((a, b) => (a.wish ?? a.y) - (b.wish ?? b.y))
      pack(column)
    }
    const cost = crossings(filled)
    if (cost < best) {
      best = cost
      order = filled.map((column) => [...column])
    }
  }
  for (let round = 0; round < 10; round++) {
    const toRight = round % 2 === 1
    const list = toRight ? order : [...order].reverse()
    for (const column of list) {
      findWishes(column, 2, toRight ? 0.4 : 1)
      pack(column)
    }
  }
  for (const column of order) {
    findWishes(column, 1, 0)
    pack(column)
  }
}

/** How much a neighbour matters: lanes are kept straight, and boxes in line with boxes rather than with lanes. */
function pull(neighbour: Node, node: Node): number {
  if (node.isLane) return neighbour.isLane ? 6 : 1
  return neighbour.isLane ? 0.2 : 1
}

/** The height at which each node of a column would have its edges straight; null if it has none. */
function findWishes(column: readonly Node[], left: number, right: number): void {
  for (const node of column) {
    node.wish = null
    if (node.key === pile) continue
    let sum = 0
    let weight = 0
    for (const wire of node.left) {
      const by = left * pull(wire.from, node)
      sum += heightAfter(wire) * by
      weight += by
    }
    for (const wire of node.right) {
      const by = right * pull(wire.to, node)
      sum += heightBefore(wire) * by
      weight += by
    }
    if (weight > 0) node.wish = sum / weight
  }
}

/** Where the right end of a wire should stand, its left end given. */
function heightAfter({ from, to, start, end }: Wire): number {
  const port = from.y + (start ?? entry)
  if (to.isLane) return port
  if (end !== null) return from.isLane ? port - end : from.y
  if (from.isLane || from.key === pile) return port - entry
  // Two boxes side by side stand in line, if the edge can be straight all the same.
  return Math.min(Math.max(from.y, port - to.height + 12), port - 12)
}

/** Where the left end of a wire should stand, its right end given. */
function heightBefore({ from, to, start, end }: Wire): number {
  if (from.isLane) return to.isLane ? to.y : to.y + (end ?? entry)
  return to.isLane ? to.y - (start ?? entry) : to.y
}

/**
 * Gives the nodes of a column, in their order, heights as near as possible to what they wish and far enough apart:
 * neighbours that would overlap are moved together, to the mean of their wishes.
 */
function pack(column: readonly Node[]): void {
  /** Neighbours from `first` on, up to the next block. */
  interface Block {
    sum: number
    weight: number
    first: number
  }
  const blocks: Block[] = []
  const offsets: number[] = []
  let offset = 0
  for (const [index, node] of column.entries()) {
    const previous = column[index - 1]
    if (previous !== undefined) offset += previous.height + gapBetween(previous, node)
    offsets.push(offset)
    // The pile of frames is where it is.
    const weight = node.key === pile ? 1e6 : node.isLane ? 0.6 : 1
    const target = node.key === pile ? 0 : (node.wish ?? node.y)
    const block = { sum: (target - offset) * weight, weight, first: index }
    for (let above = blocks.at(-1); above && mean(above) > mean(block); above = blocks.at(-1)) {
      blocks.pop()
      block.sum += above.sum
      block.weight += above.weight
      block.first = above.first
    }
    blocks.push(block)
  }
  for (const [index, block] of blocks.entries()) {
    const height = mean(block)
    const end = blocks[index + 1]?.first ?? column.length
    for (let at = block.first; at < end; at++) (column[at] as Node).y = height + (offsets[at] as number)
  }
}

function mean({ sum, weight }: { sum: number; weight: number }): number {
  return sum / weight
}

function gapBetween(above: Node, below: Node): number {
  if (above.isLane && below.isLane) return laneGap
  return above.isLane || below.isLane ? laneGap + 6 : boxGap
}

/** How many wires cross, and a little for how steep they are. */
function crossings(columns: readonly (readonly Node[])[]): number {
  let cost = 0
  for (const column of columns) {
    const ends: (readonly [number, number])[] = []
    for (const node of column)
      for (const { from, to, start, end } of node.right)
        ends.push([from.y + (start ?? entry), to.y + (end ?? entry)])
    for (const [a, b] of ends) cost += Math.abs(a - b) / 2000
    // From top to bottom at the left: two cross if they stand the other way round at the right.
    ends.sort(([a, b], [c, d]) => a - c || b - d)
    cost += inversions(ends.map(([, right]) => right))
  }
  return cost
}

/** How many pairs stand in the wrong order; leaves the numbers sorted. */
function inversions(numbers: number[]): number {
  let count = 0
  for (let width = 1; width < numbers.length; width *= 2) {
    const before = [...numbers]
    for (let first = 0; first < numbers.length; first += 2 * width) {
      const middle = Math.min(first + width, numbers.length)
      const end = Math.min(first + 2 * width, numbers.length)
      let low = first
      let high = middle
      for (let at = first; at < end; at++) {
        if (low < middle && (high >= end || (before[low] as number) <= (before[high] as number)))
          numbers[at] = before[low++] as number
        else {
          numbers[at] = before[high++] as number
          count += middle - low
        }
      }
    }
  }
  return count
}

/** Columns by distance from the frames, each as many times as it takes, objects of one type together. */
function gridLayout(union: Union, columnGap: number): Layout {
  const columnOf = assignLayers([...union.boxes.keys()], [...union.links.values()], pile, 'distance')
  const byColumn: { key: string; width: number; height: number; type: string }[][] = []
  for (const [key, box] of union.boxes) (byColumn[columnOf.get(key) ?? 1] ??= []).push({ key, ...box })
  const area = [...union.boxes.values()].reduce(
    (sum, box) => sum + (box.width + columnGap) * (box.height + boxGap),
    0,
  )
  const tallest = Math.max(union.boxes.get(pile)?.height ?? 0, Math.sqrt(area) * 0.8)
  const places = new Map<string, Place>()
  const columns: { x: number; width: number }[] = []
  let x = 0
  for (const boxes of byColumn) {
    if (!boxes) continue
    boxes.sort((a, b) => (a.type < b.type ? -1 : a.type > b.type ? 1 : 0))
    let y = 0
    let width = 0
    const next = (): void => {
      columns.push({ x, width })
      x += width + columnGap
      y = 0
      width = 0
    }
    for (const box of boxes) {
      if (y > 0 && y + box.height > tallest) next()
      places.set(box.key, { x, y, column: columns.length, width: box.width, height: box.height })
      y += box.height + boxGap
      width = Math.max(width, box.width)
    }
    next()
  }
  const base = places.get(pile)
  places.delete(pile)
  for (const [key, { top, width, height }] of union.frames)
    places.set(key, { x: base?.x ?? 0, y: top, column: 0, width, height })
  return { places, lanes: new Map(), columns, top: 0, extent: extentOf(places) }
}

function extentOf(places: ReadonlyMap<string, Place>): Layout['extent'] {
  const all = [...places.values()]
  return {
    width: Math.max(0, ...all.map(({ x, width }) => x + width)),
    height: Math.max(0, ...all.map(({ y, height }) => y + height)),
  }
}

/** The lanes of an edge, in the order in which it passes them. */
export function lanesOf(layout: Layout, edge: Edge, from: Box): readonly Lane[] {
  const source = from.kind === 'frame' ? pile : edge.from
  const lanes = layout.lanes.get(`${source}>${edge.to}`) ?? []
  const start = layout.places.get(edge.from)
  const end = layout.places.get(edge.to)
  return start && end && start.column > end.column ? [...lanes].reverse() : lanes
}
