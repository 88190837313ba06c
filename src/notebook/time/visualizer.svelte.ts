// The state of one open panel: the recording, the position in it, the snapshots around the position, what is
// selected, and the answers fetched for it. Everything that can be computed is in the pure modules beside it; this
// is what waits for the recorder. Snapshots come in windows: one request brings those of the neighbourhood, so that
// moving nearby asks nothing. While an answer is under way the panel keeps showing what it has.

import type {
  CollectionData,
  CountChange,
  ObjectId,
  Recording,
  RecordRequest,
  SnapshotData,
  TraceEntry,
} from '../../kernel/recording/protocol.ts'
import { type CountMark, type Scene, scenesOf } from './collector.ts'
import { ghostsBetween, happenings } from './story.ts'
import {
  changesOf,
  type Direction,
  type Granularity,
  type Known,
  kindOf,
  moveChange,
  moveInstruction,
  moveLine,
  type Position,
  parsePosition,
  playDelay,
  positionAt,
  samePosition,
  stopAfter,
  stopAt,
  stopPosition,
  type Timeline,
  timelineOf,
} from './timeline.ts'

/** The recorder, as a panel uses it. */
export interface Recorder {
  record(request: RecordRequest, onprogress?: (instructions: number) => void): Promise<Recording>
  snapshots(instructions: readonly number[]): Promise<readonly SnapshotData[]>
  changes(from: number, to: number): Promise<readonly CountChange[]>
  history(object: ObjectId): Promise<readonly CountChange[]>
  trace(from: number, to: number): Promise<readonly TraceEntry[]>
  dispose(): void
}

/** How many snapshots of line steps one request brings at most, and how long it may take, in milliseconds. */
const windowSize = 80
const windowTime = 900

/** How many stops' figures are laid out together. */
const layoutSize = 32

/** How many instructions around a position are traced at once. */
const traceReach = 3_000

const nothingKnown = { from: 0, to: 0, items: [] }
const start: Position = { instruction: 0, step: 0, change: 0 }

export class Visualizer {
  /** `recording`: a run is being recorded; `failed`: there is none, and `failure` says why. */
  phase = $state<'recording' | 'ready' | 'failed'>('recording')
  failure = $state('')
  /** Instructions recorded so far. */
  progress = $state(0)
  request = $state.raw<RecordRequest | null>(null)
  timeline = $state.raw<Timeline | null>(null)
  position = $state.raw<Position>(start)
  granularity = $state<Granularity>('line')
  playing = $state(false)
  selected = $state<ObjectId | null>(null)
  /** The states known around the position, in order of time. */
  around = $state.raw<readonly SnapshotData[]>([])
  trace = $state.raw<Known<TraceEntry>>(nothingKnown)
  changes = $state.raw<Known<CountChange>>(nothingKnown)
  /** The collection being replayed, and the scene that is shown; null outside a replay. */
  replay = $state.raw<{ collection: number; scene: number } | null>(null)
  /** An answer that did not come. */
  trouble = $state('')

  readonly snapshot = $derived(this.#snapshotFor(this.position))
  /** What is shown is not yet what the position says. */
  readonly waiting = $derived(
    this.timeline !== null &&
      this.trouble === '' &&
      !this.around.some(({ instruction }) => instruction === this.position.instruction),
  )
  /** The states laid out together with the one that is shown; the same array as long as they are the same. */
  readonly neighbours: readonly SnapshotData[] = $derived(this.#neighbours())
  /** The collections that the program's objects took part in. */
  readonly collections: readonly CollectionData[] = $derived(
    this.timeline?.recording.collections.filter(({ candidates }) => candidates.length > 0) ?? [],
  )
  readonly scenes: readonly Scene[] = $derived(this.#scenes())
  readonly scene: Scene | null = $derived(this.scenes[this.replay?.scene ?? 0] ?? null)
  /** From where to where the last movement of the position's kind went: what the panel speaks of. */
  readonly stretch = $derived(this.#stretch())
  readonly happened = $derived(
    this.timeline === null
      ? { shown: [], more: 0 }
      : happenings(this.timeline.recording, this.stretch.from, this.stretch.to, 12),
  )
  readonly ghosts = $derived(this.#ghosts())
  readonly marks: ReadonlyMap<ObjectId, CountMark> | undefined = $derived(this.#marks())
  /** The change of a count that the position stands behind. */
  readonly change: CountChange | null = $derived(
    this.position.change === 0
      ? null
      : (changesOf(this.changes, this.position.instruction)[this.position.change - 1] ?? null),
  )

  readonly #newRecorder: () => Recorder
  #recorder: Recorder | null = null
  #run = 0
  #snapshots = new Map<number, SnapshotData>()
  #fetching = false
  /** What a snapshot costs here, in milliseconds, as far as requests have shown. */
  #cost: { sample: { count: number; time: number } | null; each: number | null } = {
    sample: null,
    each: null,
  }
  #laidOut: { key: string; around: readonly SnapshotData[]; snapshots: readonly SnapshotData[] } | null = null
  #tracing: Promise<void> | null = null
  #histories = new Map<ObjectId, Promise<readonly CountChange[]>>()
  #timer: ReturnType<typeof setTimeout> | undefined

  constructor(newRecorder: () => Recorder) {
    this.#newRecorder = newRecorder
  }

  // --- recording ---------------------------------------------------------------------------------------------

  /** Records a run and goes to a position of it: as a link names it, or the beginning. */
  async record(request: RecordRequest, at: string | null): Promise<void> {
    this.pause()
    const run = ++this.#run
    this.phase = 'recording'
    this.progress = 0
    this.failure = ''
    this.trouble = ''
    this.request = request
    this.replay = null
    this.#recorder ??= this.#newRecorder()
    try {
      const recording = await this.#recorder.record(request, (instructions) => {
        if (run === this.#run) this.progress = instructions
      })
      if (run === this.#run) this.#take(recording, at)
    } catch (error) {
      if (run === this.#run) this.#fail(messageOf(error))
    }
  }

  #take(recording: Recording, at: string | null) {
    const timeline = timelineOf(recording)
    this.timeline = timeline
    this.#snapshots = new Map()
    this.#histories = new Map()
    this.#cost = { sample: null, each: null }
    this.#laidOut = null
    this.around = []
    this.trace = nothingKnown
    this.changes = nothingKnown
    if (!recording.lives.some(({ id }) => id === this.selected)) this.selected = null
    this.phase = 'ready'
    this.go((at === null ? null : parsePosition(timeline, at)) ?? stopPosition(timeline, 0))
  }

  #fail(message: string) {
    this.phase = 'failed'
    this.failure = message
    this.timeline = null
    this.#recorder?.dispose()
    this.#recorder = null
  }

  /** Gives up a recording that takes too long. */
  cancel() {
    this.#run++
    this.#fail('The recording was stopped.')
  }

  close() {
    this.#run++
    clearTimeout(this.#timer)
    this.#recorder?.dispose()
    this.#recorder = null
  }

  // --- moving ------------------------------------------------------------------------------------------------

  go(position: Position) {
    this.position = position
    void this.#fetchSnapshots()
    if (this.granularity !== 'line' || position.change > 0) void this.knowAround()
  }

  /** Goes to a moment by hand: what played stops, a replay ends. */
  jump(instruction: number, change = 0) {
    if (this.timeline === null) return
    this.pause()
    this.replay = null
    this.go(positionAt(this.timeline, instruction, change))
  }

  /** Goes to where one first sees what an instruction has done. */
  jumpAfter(instruction: number) {
    if (this.timeline === null) return
    this.jump(this.timeline.stops[stopAfter(this.timeline, instruction)] ?? instruction)
  }

  jumpToStop(stop: number) {
    if (this.timeline !== null) this.jump(stopPosition(this.timeline, stop).instruction)
  }

  /** Goes on or back by one of the granularity; `large`: past calls, or by the next larger one. */
  async move(direction: Direction, large = false): Promise<boolean> {
    const { timeline } = this
    if (timeline === null) return false
    this.replay = null
    if (this.granularity === 'line' || (large && this.granularity === 'instruction')) {
      const next = moveLine(timeline, this.position, direction, large && this.granularity === 'line')
      if (next === null) return false
      this.go(next)
      return true
    }
    return this.#moveFinely(timeline, direction, large ? 'instruction' : this.granularity)
  }

  async #moveFinely(timeline: Timeline, direction: Direction, granularity: Granularity): Promise<boolean> {
    await this.knowAround()
    for (let reach = traceReach; timeline === this.timeline; reach *= 2) {
      const next =
        granularity === 'instruction'
          ? moveInstruction(timeline, this.position, direction, this.trace)
          : moveChange(timeline, this.position, direction, this.changes)
      if (next === null) return false
      if (next !== 'unknown') {
        this.go(next)
        return true
      }
      if (!(await this.#extend(direction, reach))) return false
    }
    return false
  }

  play() {
    const { timeline } = this
    if (timeline === null) return
    if (kindOf(timeline, this.position) === 'end') this.go(stopPosition(timeline, 0))
    this.playing = true
    this.#playOn(playDelay(timeline))
  }

  #playOn(delay: number) {
    clearTimeout(this.#timer)
    this.#timer = setTimeout(async () => {
      if (!this.playing) return
      if (!this.waiting && !(await this.move(1))) return this.pause()
      if (this.playing) this.#playOn(delay)
    }, delay)
  }

  pause() {
    this.playing = false
    clearTimeout(this.#timer)
  }

  // --- the collector's replay ----------------------------------------------------------------------------------

  /** Shows a collection from its first scene, at its moment. */
  showCollection(index: number) {
    const collection = this.collections[index]
    if (collection === undefined || this.timeline === null) return
    this.pause()
    this.go(positionAt(this.timeline, collection.instruction))
    this.replay = { collection: index, scene: 0 }
  }

  showScene(scene: number) {
    if (this.replay === null) return
    this.replay = { ...this.replay, scene: Math.min(Math.max(0, scene), this.scenes.length - 1) }
  }

  endReplay() {
    this.replay = null
  }

  #scenes(): readonly Scene[] {
    const collection = this.collections[this.replay?.collection ?? -1]
    if (collection === undefined) return []
    const snapshot = this.around.find(({ instruction }) => instruction === collection.instruction)
    return scenesOf(collection, snapshot ?? null)
  }

  #neighbours(): readonly SnapshotData[] {
    const { timeline, around } = this
    if (timeline === null || this.replay !== null) return []
    const { stops } = timeline
    const few = stops.length <= layoutSize * 1.5
    const chunk = few ? 0 : Math.floor(stopAt(timeline, this.position.instruction) / layoutSize)
    const key = `${chunk} ${this.granularity}`
    if (this.#laidOut?.key === key && this.#laidOut.around === around) return this.#laidOut.snapshots
    const first = few ? 0 : (stops[Math.max(0, chunk * layoutSize - 4)] ?? 0)
    const last = few
      ? Number.POSITIVE_INFINITY
      : (stops[(chunk + 1) * layoutSize + 3] ?? Number.POSITIVE_INFINITY)
    const snapshots = around.filter(({ instruction }) => instruction >= first && instruction <= last)
    this.#laidOut = { key, around, snapshots }
    return snapshots
  }

  // --- what is shown -------------------------------------------------------------------------------------------

  /** The state to show at a position: its own; if it is not known yet, the nearest one that is. */
  #snapshotFor(position: Position): SnapshotData | null {
    const find = (instruction: number) => this.around.find((snapshot) => snapshot.instruction === instruction)
    const own = find(position.instruction)
    if (own === undefined) return nearestSnapshot(this.around, position.instruction)
    const change = this.change
    if (change === null || own.objects.some(({ id }) => id === change.object)) return own
    // What an instruction has just made is in the state after it.
    return find(position.instruction + 1) ?? own
  }

  #stretch(): { from: number; to: number } {
    const { timeline, position } = this
    if (timeline === null) return { from: 0, to: 0 }
    if (position.change > 0) return { from: position.instruction, to: position.instruction + 1 }
    const before = moveLine(timeline, position, -1, false)
    if (this.granularity === 'line' || before === null) {
      return { from: before?.instruction ?? 0, to: position.instruction }
    }
    const entry = this.trace.items.findLast(({ instruction }) => instruction < position.instruction)
    return { from: Math.max(entry?.instruction ?? 0, before.instruction), to: position.instruction }
  }

  #ghosts() {
    if (this.timeline === null || this.replay !== null || this.position.change > 0) return []
    const { from, to } = this.stretch
    const before = this.around.findLast(({ instruction }) => instruction <= from)
    return ghostsBetween(this.timeline.recording, from, to, before)
  }

  #marks(): ReadonlyMap<ObjectId, CountMark> | undefined {
    if (this.scene !== null) return this.scene.marks
    if (this.position.change === 0) return undefined
    const marks = new Map<ObjectId, CountMark>()
    const changes = changesOf(this.changes, this.position.instruction).slice(0, this.position.change)
    for (const [index, { object, from, to }] of changes.entries()) {
      const isLast = index === changes.length - 1
      const tone = !isLast ? 'plain' : to === 0 ? 'garbage' : to > from ? 'held' : 'pending'
      marks.set(object, { text: String(to), tone })
    }
    return marks
  }

  // --- what is asked -------------------------------------------------------------------------------------------

  async #fetchSnapshots(): Promise<void> {
    if (this.#fetching) return
    this.#fetching = true
    const run = this.#run
    try {
      while (run === this.#run && this.#recorder !== null && this.timeline !== null) {
        const missing = this.#missing(this.timeline)
        if (missing.length === 0) break
        const began = performance.now()
        const snapshots = await this.#recorder.snapshots(missing)
        if (run !== this.#run) return
        this.#learn(missing.length, performance.now() - began)
        for (const snapshot of snapshots) this.#snapshots.set(snapshot.instruction, snapshot)
        if (snapshots.length === 0) break
        this.#forgetFar()
        this.trouble = ''
      }
    } catch (error) {
      if (run === this.#run) this.trouble = messageOf(error)
    } finally {
      this.#fetching = false
    }
  }

  /** What to ask for next, ascending: at first only what is looked at, then as many around it as time allows. */
  #missing(timeline: Timeline): number[] {
    const unknown = (instructions: readonly number[]) =>
      instructions.filter((instruction) => !this.#snapshots.has(instruction))
    const urgent = unknown(this.#shown(timeline))
    const before = unknown([
      moveLine(timeline, this.position, -1, false)?.instruction ?? this.position.instruction,
    ])
    const both = [...new Set([...urgent, ...before])].sort((a, b) => a - b)
    const { sample, each } = this.#cost
    if (sample === null) return both
    const first = sample.time < windowTime / 2 ? 16 : 4
    const size = each === null ? first : Math.min(windowSize, Math.max(4, Math.floor(windowTime / each)))
    const wanted = unknown(this.#window(timeline, size))
    // Where a window takes long, what is looked at does not wait for it.
    if (each !== null && each * size > windowTime / 3 && both.length > 0)
      return urgent.length > 0 ? urgent : before
    // Nearby there is enough: the window moves on when its edge comes near.
    const enough = each !== null && wanted.length < size / 3 && timeline.stops.length > size
    if (both.length === 0 && enough) return []
    return [...new Set([...both, ...wanted])].sort((a, b) => a - b)
  }

  /** Two requests of different size tell what running to the place costs and what a snapshot does. */
  #learn(count: number, time: number) {
    const { sample, each } = this.#cost
    // The latest small one: running to a place takes longer the later it is.
    if (sample === null || count <= 3) this.#cost = { sample: { count, time }, each }
    else if (count > sample.count) {
      this.#cost = { sample, each: Math.max(1, (time - sample.time) / (count - sample.count)) }
    }
  }

  /** The instructions whose states the position shows, ascending. */
  #shown(timeline: Timeline): number[] {
    const { instruction, change } = this.position
    return change === 0
      ? [instruction]
      : [instruction, Math.min(instruction + 1, timeline.recording.instructions)]
  }

  /** The instructions whose states belong together around the position. */
  #window(timeline: Timeline, size: number): number[] {
    const { stops } = timeline
    const { instruction } = this.position
    const here = stopAt(timeline, instruction)
    const wanted = new Set<number>()
    const first = stops.length <= size ? 0 : Math.max(0, here - Math.floor(size / 3))
    for (const stop of stops.subarray(first, first + size)) wanted.add(stop)
    if (this.granularity !== 'line') {
      const at = this.trace.items.findIndex((entry) => entry.instruction >= instruction)
      const reach = Math.ceil(size / 4)
      for (const entry of this.trace.items.slice(Math.max(0, at - reach), at + reach))
        wanted.add(entry.instruction)
    }
    return [...wanted]
  }

  #forgetFar() {
    if (this.timeline === null) return
    if (this.#snapshots.size > windowSize * 4) {
      const keep = new Set([...this.#shown(this.timeline), ...this.#window(this.timeline, windowSize)])
      for (const instruction of this.#snapshots.keys())
        if (!keep.has(instruction)) this.#snapshots.delete(instruction)
    }
    this.around = [...this.#snapshots.values()].sort((a, b) => a.instruction - b.instruction)
  }

  /** Sees to it that the instructions and changes around the position are known. */
  async knowAround(): Promise<void> {
    while (this.#tracing !== null) await this.#tracing
    const { timeline, position } = this
    if (timeline === null || this.#recorder === null) return
    const { instruction } = position
    const { from, to } = this.trace
    if (to > from && instruction >= from && (instruction < to || to === timeline.recording.instructions))
      return
    const here = stopAt(timeline, instruction)
    const first = Math.max(timeline.stops[Math.max(0, here - 8)] ?? 0, instruction - traceReach)
    const last = Math.min(
      timeline.stops[Math.min(timeline.stops.length - 1, here + 12)] ?? instruction,
      instruction + traceReach,
    )
    const end = Math.min(timeline.recording.instructions, Math.max(last, instruction + 200))
    await this.#traceFrom(Math.max(0, first), end, (trace, changes) => {
      this.trace = trace
      this.changes = changes
    })
    if (this.granularity !== 'line') void this.#fetchSnapshots()
  }

  /** Makes more known in a direction. Answers false where there is nothing more. */
  async #extend(direction: Direction, reach: number): Promise<boolean> {
    const all = this.timeline?.recording.instructions ?? 0
    const { from, to } = this.trace
    if (direction === 1) {
      if (to >= all) return false
      await this.#traceFrom(to, Math.min(all, to + reach), (trace, changes) => {
        this.trace = { from, to: trace.to, items: [...this.trace.items, ...trace.items] }
        this.changes = { from, to: trace.to, items: [...this.changes.items, ...changes.items] }
      })
      return this.trace.to > to
    }
    if (from <= 0) return false
    await this.#traceFrom(Math.max(0, from - reach), from, (trace, changes) => {
      this.trace = { from: trace.from, to, items: [...trace.items, ...this.trace.items] }
      this.changes = { from: trace.from, to, items: [...changes.items, ...this.changes.items] }
    })
    return this.trace.from < from
  }

  async #traceFrom(
    from: number,
    to: number,
    take: (trace: Known<TraceEntry>, changes: Known<CountChange>) => void,
  ): Promise<void> {
    const recorder = this.#recorder
    const run = this.#run
    if (recorder === null) return
    const work = async () => {
      try {
        const [entries, changes] = await Promise.all([recorder.trace(from, to), recorder.changes(from, to)])
        if (run === this.#run) take({ from, to, items: entries }, { from, to, items: changes })
      } catch (error) {
        if (run === this.#run) this.trouble = messageOf(error)
      }
    }
    this.#tracing = work()
    await this.#tracing
    this.#tracing = null
  }

  /** Every change of one object's count. */
  history(object: ObjectId): Promise<readonly CountChange[]> {
    const known = this.#histories.get(object)
    if (known !== undefined) return known
    const asked = this.#recorder?.history(object) ?? Promise.resolve([])
    this.#histories.set(object, asked)
    return asked
  }

  /** Goes to a change of a count: the moment just after it, by counts. */
  async jumpToChange(change: CountChange): Promise<void> {
    if (this.timeline === null) return
    this.granularity = 'count'
    this.jump(change.instruction)
    await this.knowAround()
    const index = changesOf(this.changes, change.instruction).findIndex(
      ({ object, from, to }) => object === change.object && from === change.from && to === change.to,
    )
    const position = positionAt(this.timeline, change.instruction, index + 1)
    if (!samePosition(position, this.position)) this.go(position)
  }
}

function nearestSnapshot(around: readonly SnapshotData[], instruction: number): SnapshotData | null {
  return around.findLast((snapshot) => snapshot.instruction <= instruction) ?? around[0] ?? null
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
