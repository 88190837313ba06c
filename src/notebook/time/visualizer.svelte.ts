// The state of one open panel: the recording, the position in it, the snapshots around the position, what is
// selected, and the answers fetched for it. Everything that can be computed is in the pure modules beside it; this
// is what waits for the recorder. While an answer is under way the panel keeps showing what it has.

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
import { type FineRecorder, FineSteps, traceReach } from './fine-steps.svelte.ts'
import { ghostsBetween, happenings } from './story.ts'
import { Surroundings } from './surroundings.ts'
import {
  changesOf,
  type Direction,
  formatPosition,
  formatScene,
  type Granularity,
  type Known,
  kindOf,
  moveChange,
  moveInstruction,
  moveLine,
  type Position,
  parsePosition,
  parseScene,
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
export interface Recorder extends FineRecorder {
  record(request: RecordRequest, onprogress?: (instructions: number) => void): Promise<Recording>
  view(
    first: readonly number[],
    others: readonly number[],
    show: (snapshot: SnapshotData) => void,
  ): Promise<boolean>
  history(object: ObjectId): Promise<readonly CountChange[]>
  dispose(): void
}

/** How long neighbours are gathered before they are shown together, in milliseconds. */
const gatherTime = 120

/** How many stops' figures are laid out together. */
const layoutSize = 32

const nothingKnown = { from: 0, to: 0, items: [] }
const noGhosts: ReturnType<typeof ghostsBetween> = []
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
  /** Instructions and changes of counts around the position. */
  fine = $state.raw<FineSteps | null>(null)
  readonly trace: Known<TraceEntry> = $derived(this.fine?.trace ?? nothingKnown)
  readonly changes: Known<CountChange> = $derived(this.fine?.changes ?? nothingKnown)
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
  /** Which of them is shown. A link may name one that there is not. */
  readonly sceneIndex = $derived(Math.min(this.replay?.scene ?? 0, Math.max(0, this.scenes.length - 1)))
  readonly scene: Scene | null = $derived(this.scenes[this.sceneIndex] ?? null)
  /** What is shown, as a link has it: a position, or a scene of a collection's replay. */
  readonly place: string | null = $derived(
    this.timeline === null
      ? null
      : this.replay === null
        ? formatPosition(this.timeline, this.position)
        : formatScene({ ...this.replay, scene: this.sceneIndex }),
  )
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
  #surroundings = new Surroundings()
  /** What is being viewed for, so that the same is not asked for again. */
  #viewing = ''
  #gathering: ReturnType<typeof setTimeout> | undefined
  #laidOut: { key: string; around: readonly SnapshotData[]; snapshots: readonly SnapshotData[] } | null = null
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
    this.#surroundings = new Surroundings()
    this.#viewing = ''
    this.#histories = new Map()
    this.#laidOut = null
    this.around = []
    this.fine = this.#recorder === null ? null : new FineSteps(this.#recorder, timeline)
    if (!recording.lives.some(({ id }) => id === this.selected)) this.selected = null
    this.phase = 'ready'
    const scene = at === null ? null : parseScene(at)
    if (scene !== null && this.collections[scene.collection] !== undefined)
      return this.showCollection(scene.collection, scene.scene)
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
    clearTimeout(this.#gathering)
    this.#recorder?.dispose()
    this.#recorder = null
  }

  // --- moving ------------------------------------------------------------------------------------------------

  go(position: Position) {
    this.position = position
    this.#look()
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
      if (!(await this.#fineWork((fine) => fine.extend(direction, reach)))) return false
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

  /** Shows a collection from a scene on, at its moment. */
  showCollection(index: number, scene = 0) {
    const collection = this.collections[index]
    if (collection === undefined || this.timeline === null) return
    this.pause()
    this.go(positionAt(this.timeline, collection.instruction))
    this.replay = { collection: index, scene }
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
    if (this.timeline === null || this.replay !== null || this.position.change > 0) return noGhosts
    const { from, to } = this.stretch
    const before = this.around.findLast(({ instruction }) => instruction <= from)
    const ghosts = ghostsBetween(this.timeline.recording, from, to, before)
    return ghosts.length === 0 ? noGhosts : ghosts
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

  /** Asks for the states around the position that are not known. */
  #look(known = '') {
    const { timeline, position } = this
    if (timeline === null || this.#recorder === null) return
    const wanted = this.#surroundings.wanted(timeline, position, this.granularity, this.trace.items)
    const { first, others } = wanted
    const key = `${first} ${others}`
    if (key === ' ' || key === this.#viewing || key === known) return
    this.#viewing = key
    const run = this.#run
    const recorder = this.#recorder
    const surroundings = this.#surroundings
    const show = (snapshot: SnapshotData) => {
      surroundings.add(snapshot)
      if (first.at(-1) === snapshot.instruction) this.#publish()
      else this.#gathering ??= setTimeout(() => this.#publish(), gatherTime)
    }
    recorder
      .view(first, others, show)
      .then((complete) => {
        if (run !== this.#run || !complete) return
        this.#viewing = ''
        this.trouble = ''
        this.#publish()
        // How large the window may be is known now.
        this.#look(key)
      })
      .catch((error: unknown) => {
        if (run === this.#run) this.trouble = messageOf(error)
      })
  }

  #publish() {
    clearTimeout(this.#gathering)
    this.#gathering = undefined
    this.#surroundings.forgetFar(this.position)
    this.around = this.#surroundings.all()
  }

  /** Sees to it that the instructions and changes around the position are known. */
  async knowAround(): Promise<void> {
    const asked = await this.#fineWork((fine) => fine.knowAround(this.position))
    if (asked && this.granularity !== 'line') this.#look()
  }

  async #fineWork(work: (fine: FineSteps) => Promise<boolean>): Promise<boolean> {
    const { fine } = this
    const run = this.#run
    if (fine === null) return false
    try {
      return await work(fine)
    } catch (error) {
      if (run === this.#run) this.trouble = messageOf(error)
      return false
    }
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
