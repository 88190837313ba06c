// Records a cell by running it with a watch, and answers questions about the recording by running it again, as far as
// it takes: replays are kept standing at several moments of the run (shelf.ts). Nothing here knows of a worker: static
// figures are made with it in Node.

import {
  EndOfWatch,
  History,
  RECORDING_LIMITS,
  type Recording,
  type RecordingLimits,
  type Replay,
  RunRecorder,
  reasonsToLive,
  type SnapshotData,
  stepAt,
  takeSnapshot,
} from '../../simulator/index.ts'
import { unreachable } from '../protocol.ts'
import type { Answer, CountChange, Look, RecordRequest, TraceEntry } from './protocol.ts'
import { SHELF_LIMITS, Shelf, type ShelfLimits } from './shelf.ts'
import { Walk } from './walk.ts'
import { filenamesOf, prepare } from './world.ts'

/** How long snapshots are taken without a pause once those that were asked for first are there, in milliseconds. */
const sliceTime = 25

interface Made {
  readonly request: RecordRequest
  readonly recording: Recording
  readonly shelf: Shelf
}

/** Holds one recording at a time. */
export class Recorder {
  readonly #limits: RecordingLimits
  readonly #shelfLimits: ShelfLimits
  #made: Made | null = null

  constructor(recordingLimits: RecordingLimits = RECORDING_LIMITS, shelfLimits: ShelfLimits = SHELF_LIMITS) {
    this.#limits = recordingLimits
    this.#shelfLimits = shelfLimits
  }

  record(request: RecordRequest, onProgress: (instructions: number) => void = () => {}): Recording {
    this.#made = null
    const { python, watch, world } = prepare(
      request,
      (subject, host) =>
        new RunRecorder(
          subject,
          filenamesOf(request),
          request.source,
          () => host.length,
          onProgress,
          this.#limits,
        ),
    )
    let last: SnapshotData | null = null
    let stopped: string | null = null
    try {
      python.runToEnd()
      if (request.mode === 'program') {
        watch.exit()
        python.finalize()
      }
      last = takeSnapshot(watch, 0)
    } catch (thrown) {
      if (!(thrown instanceof EndOfWatch)) throw thrown
      stopped = thrown.reason
    }
    const instructions = watch.instruction
    const moment = stopped === null ? 'at the end' : 'where the recording stops'
    const alive = last === null ? () => `alive ${moment}` : reasonsToLive(last, moment)
    const recording: Recording = {
      steps: watch.steps.data(),
      codes: watch.codes.listings(request.source),
      output: world.output,
      instructions,
      exit: watch.exitAt ?? instructions,
      truncated: stopped,
      lives: watch.lives(alive),
      livesOmitted: watch.livesOmitted,
      events: watch.events,
      collections: watch.collections,
      notes: watch.notes(),
    }
    const shelf = new Shelf(instructions, () => new Walk(request), this.#shelfLimits)
    this.#made = { request, recording, shelf }
    return recording
  }

  get #current(): Made {
    if (this.#made === null) throw new Error('nothing has been recorded')
    return this.#made
  }

  /** The walks that stand ready for the recording made last. */
  get shelf(): Shelf {
    return this.#current.shelf
  }

  /** About the recording made last. */
  look(look: Look): Answer {
    switch (look.type) {
      case 'snapshots':
        return { type: 'snapshots', snapshots: this.#snapshots(look.instructions) }
      case 'changes':
        return { type: 'changes', changes: this.#changes(look.from, look.to) }
      case 'history':
        return { type: 'history', changes: this.#history(look.object) }
      case 'trace':
        return { type: 'trace', entries: this.#trace(look.from, look.to) }
      default:
        return unreachable(look)
    }
  }

  #snapshots(instructions: readonly number[]): SnapshotData[] {
    const snapshots: SnapshotData[] = []
    const views = this.view(instructions, [], (snapshot) => snapshots.push(snapshot))
    while (!views.next().done);
    return snapshots
  }

  /**
   * Shows the states before the instructions `first`, then those of `others` as they are met; each list ascending. A
   * turn of the generator takes little time once the first are shown. Who wants no more of it just lets it go.
   */
  *view(
    first: readonly number[],
    others: readonly number[],
    show: (snapshot: SnapshotData) => void,
  ): Generator<void, void, void> {
    const { recording, shelf } = this.#current
    const { steps, instructions } = recording
    const kept = (stops: readonly number[]): number[] => stops.map((stop) => Math.min(stop, instructions))
    const urgent = kept(first)
    const from = urgent[0] ?? -1
    const last = urgent.at(-1) ?? -1
    const onward = kept(others).filter((stop) => stop > from)
    const back = kept(others).filter((stop) => stop < from)
    let until = Number.POSITIVE_INFINITY
    const look = (replay: Replay, stop: number): boolean => {
      show({ ...takeSnapshot(replay, stepAt(steps, stop)), instruction: stop })
      const now = performance.now()
      if (until === Number.POSITIVE_INFINITY && stop >= last) until = now + sliceTime
      return now < until
    }
    for (const group of [[...urgent, ...onward].sort((a, b) => a - b), back]) {
      let stops: readonly number[] = group
      while (stops.length > 0) {
        const walk = shelf.take(stops[0]!)
        try {
          // What a walk passes on its way to a safe point, another one has to look at.
          while (stops.length > 0 && !walk.isOver && walk.at <= stops[0]!) {
            stops = walk.visit(stops, look)
            yield
            until = performance.now() + sliceTime
          }
        } finally {
          shelf.put(walk)
        }
      }
    }
  }

  #changes(from: number, to: number): CountChange[] {
    const { recording, shelf } = this.#current
    let changes: readonly Omit<CountChange, 'step'>[] = []
    // What has been followed stays slow: this walk is not put back.
    shelf.take(from).visit([from, Math.min(to, recording.instructions)], (replay, stop) => {
      if (stop === from) changes = replay.followCounts()
      return true
    })
    return this.#withSteps(changes.filter(({ instruction }) => instruction >= from && instruction < to))
  }

  #history(object: number): CountChange[] {
    const { request } = this.#current
    const { python, watch } = prepare(
      request,
      (subject) => new History(subject, filenamesOf(request), object),
    )
    try {
      python.runToEnd()
      if (request.mode === 'program') {
        watch.exit()
        python.finalize()
      }
    } catch (thrown) {
      if (!(thrown instanceof EndOfWatch)) throw thrown
    }
    return this.#withSteps(watch.changes)
  }

  #trace(from: number, to: number): TraceEntry[] {
    const { recording, shelf } = this.#current
    const walk = shelf.take(from)
    const entries: Omit<TraceEntry, 'step'>[] = []
    walk.replay.trace = entries
    walk.visit([Math.min(to, recording.instructions)], () => true)
    walk.replay.trace = null
    shelf.put(walk)
    return this.#withSteps(entries.filter(({ instruction }) => instruction >= from && instruction < to))
  }

  #withSteps<T extends { instruction: number }>(entries: readonly T[]): (T & { step: number })[] {
    const { steps } = this.#current.recording
    return entries.map((entry) => ({ ...entry, step: stepAt(steps, entry.instruction) }))
  }
}
