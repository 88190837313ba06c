// The states known around a position. What a position shows is asked for first, with the state one step before; then
// its neighbourhood, so that moving nearby asks nothing: a window that moves on when its edge comes near, and is the
// smaller the more objects there are.

import type { SnapshotData, TraceEntry } from '../../kernel/recording/protocol.ts'
import { type Granularity, moveLine, type Position, stopAt, type Timeline } from './timeline.ts'

/**
 * The stops of a window: so many at most and at least, and about so many objects in all of them together. With fewer
 * than `slow`, a single state takes its time.
 */
const sizes = { most: 80, least: 6, slow: 16, objects: 24_000 } as const

export interface Wanted {
  /** Ascending; without them nothing can be shown. */
  readonly first: readonly number[]
  /** Ascending; can come later. */
  readonly others: readonly number[]
}

export class Surroundings {
  readonly #snapshots = new Map<number, SnapshotData>()

  has(instruction: number): boolean {
    return this.#snapshots.has(instruction)
  }

  add(snapshot: SnapshotData): void {
    this.#snapshots.set(snapshot.instruction, snapshot)
  }

  /** In order of time. */
  all(): readonly SnapshotData[] {
    return [...this.#snapshots.values()].sort((a, b) => a.instruction - b.instruction)
  }

  /** How many stops a window has. */
  get size(): number {
    let objects = 1
    for (const snapshot of this.#snapshots.values()) objects = Math.max(objects, snapshot.objects.length)
    return Math.min(sizes.most, Math.max(sizes.least, Math.floor(sizes.objects / objects)))
  }

  /** What is not known and should be, at a position. */
  wanted(
    timeline: Timeline,
    position: Position,
    granularity: Granularity,
    trace: readonly TraceEntry[],
  ): Wanted {
    const unknown = (instructions: Iterable<number>): number[] =>
      [...new Set(instructions)].filter((instruction) => !this.has(instruction)).sort((a, b) => a - b)
    const before = moveLine(timeline, position, -1, false)?.instruction ?? position.instruction
    const shown = shownAt(timeline, position)
    // Of a large heap the state before can wait: it only tells what has died.
    const first = unknown(this.size < sizes.slow ? shown : [before, ...shown])
    const near = [...this.#window(timeline, position, granularity, trace), before]
    const others = unknown(near).filter((instruction) => !first.includes(instruction))
    const edge = others.length >= near.length / 3 || timeline.stops.length <= near.length
    return { first, others: first.length > 0 || edge ? others : [] }
  }

  /** The instructions whose states belong together around a position. */
  #window(
    timeline: Timeline,
    { instruction }: Position,
    granularity: Granularity,
    trace: readonly TraceEntry[],
  ): number[] {
    const { stops } = timeline
    const { size } = this
    const here = stopAt(timeline, instruction)
    const wanted = new Set<number>()
    const first = stops.length <= size ? 0 : Math.max(0, here - Math.floor(size / 3))
    for (const stop of stops.subarray(first, first + size)) wanted.add(stop)
    if (granularity !== 'line') {
      const at = trace.findIndex((entry) => entry.instruction >= instruction)
      const reach = Math.ceil(size / 4)
      for (const entry of trace.slice(Math.max(0, at - reach), at + reach)) wanted.add(entry.instruction)
    }
    return [...wanted]
  }

  /** Forgets what is farthest from a position, where there is too much. */
  forgetFar({ instruction }: Position): void {
    const most = this.size * 4
    if (this.#snapshots.size <= most) return
    const far = [...this.#snapshots.keys()].sort(
      (a, b) => Math.abs(b - instruction) - Math.abs(a - instruction),
    )
    for (const each of far.slice(0, this.#snapshots.size - most)) this.#snapshots.delete(each)
  }
}

/** The instructions whose states a position shows, ascending. */
export function shownAt({ recording }: Timeline, { instruction, change }: Position): number[] {
  return change === 0 ? [instruction] : [instruction, Math.min(instruction + 1, recording.instructions)]
}
