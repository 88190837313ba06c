// What lies between the stops of a run, as far as it is known: the executed instructions, and the changes of counts
// that they make. A window around the position is asked for when someone steps that finely.

import type { CountChange, TraceEntry } from '../../kernel/recording/protocol.ts'
import { type Direction, type Known, type Position, stopAt, type Timeline } from './timeline.ts'

/** The part of the recorder that is asked. */
export interface FineRecorder {
  changes(from: number, to: number): Promise<readonly CountChange[]>
  trace(from: number, to: number): Promise<readonly TraceEntry[]>
}

/** How many instructions around a position are traced at once. */
export const traceReach = 3_000

const nothingKnown = { from: 0, to: 0, items: [] }

export class FineSteps {
  trace = $state.raw<Known<TraceEntry>>(nothingKnown)
  changes = $state.raw<Known<CountChange>>(nothingKnown)
  readonly #recorder: FineRecorder
  readonly #timeline: Timeline
  #tracing: Promise<void> | null = null

  constructor(recorder: FineRecorder, timeline: Timeline) {
    this.#recorder = recorder
    this.#timeline = timeline
  }

  /** Sees to it that the instructions and changes around a position are known. Answers whether it had to ask. */
  async knowAround({ instruction }: Position): Promise<boolean> {
    while (this.#tracing !== null) await this.#tracing
    const { stops, recording } = this.#timeline
    const { from, to } = this.trace
    if (to > from && instruction >= from && (instruction < to || to === recording.instructions)) return false
    const here = stopAt(this.#timeline, instruction)
    const first = Math.max(stops[Math.max(0, here - 8)] ?? 0, instruction - traceReach)
    const last = Math.min(
      stops[Math.min(stops.length - 1, here + 12)] ?? instruction,
      instruction + traceReach,
    )
    const end = Math.min(recording.instructions, Math.max(last, instruction + 200))
    await this.#ask(Math.max(0, first), end, (trace, changes) => {
      this.trace = trace
      this.changes = changes
    })
    return true
  }

  /** Makes more known in a direction. Answers false where there is nothing more. */
  async extend(direction: Direction, reach: number): Promise<boolean> {
    const all = this.#timeline.recording.instructions
    const { from, to } = this.trace
    if (direction === 1) {
      if (to >= all) return false
      await this.#ask(to, Math.min(all, to + reach), (trace, changes) => {
        this.trace = { from, to: trace.to, items: [...this.trace.items, ...trace.items] }
        this.changes = { from, to: trace.to, items: [...this.changes.items, ...changes.items] }
      })
      return this.trace.to > to
    }
    if (from <= 0) return false
    await this.#ask(Math.max(0, from - reach), from, (trace, changes) => {
      this.trace = { from: trace.from, to, items: [...trace.items, ...this.trace.items] }
      this.changes = { from: trace.from, to, items: [...changes.items, ...this.changes.items] }
    })
    return this.trace.from < from
  }

  async #ask(
    from: number,
    to: number,
    take: (trace: Known<TraceEntry>, changes: Known<CountChange>) => void,
  ): Promise<void> {
    const asked = Promise.all([this.#recorder.trace(from, to), this.#recorder.changes(from, to)])
    const work = asked.then(([entries, changes]) =>
      take({ from, to, items: entries }, { from, to, items: changes }),
    )
    this.#tracing = work.catch(() => {})
    try {
      await work
    } finally {
      this.#tracing = null
    }
  }
}
