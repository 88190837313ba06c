// Records a cell by running it with a watch, and answers questions about the recording by running it again. The
// world of a recorded run is made of nothing but the request: a clock that goes forward by a microsecond when it is
// read, sleep that is over at once, the given lines of input, a fixed seed. Nothing here knows of a worker: static
// figures are made with it in Node.

import {
  CountLog,
  EndOfWatch,
  type Host,
  Interpreter,
  RECORDING_LIMITS,
  type Recording,
  type RecordingLimits,
  Replay,
  RunRecorder,
  reasonsToLive,
  type SnapshotData,
  type Subject,
  stepAt,
  Tracer,
  takeSnapshot,
  type Watch,
} from '../../simulator/index.ts'
import { unreachable } from '../protocol.ts'
import type { Answer, Look, RecordRequest } from './protocol.ts'

/** As a run in `worker.ts` has. */
const limits = { heapBytes: 256 * 2 ** 20, heapObjects: 3_000_000 } as const

const mostOutput = 1_000_000

/** When every recorded program begins, in seconds since the epoch. */
const beginning = 1_760_000_000

type Chunk = { stream: 'stdout' | 'stderr'; text: string }

/** The world of one run. */
class RecordedWorld implements Host {
  readonly output: Chunk[] = []
  length = 0
  isHeard = false
  readonly #input: string[]
  #readings = 0
  #seed = 0x2545_f491

  constructor(input: readonly string[]) {
    this.#input = [...input]
  }

  write(stream: 'stdout' | 'stderr', text: string): void {
    if (!this.isHeard || text === '') return
    this.length += text.length
    const last = this.output.at(-1)
    if (last?.stream === stream) last.text += text
    else this.output.push({ stream, text })
    if (this.length > mostOutput)
      throw new EndOfWatch(
        `the recording stops after ${mostOutput.toLocaleString('en')} characters of output`,
      )
  }

  readLine(): string {
    return this.isHeard ? (this.#input.shift() ?? '') : ''
  }

  now(): number {
    return beginning + ++this.#readings / 1e6
  }

  monotonic(): bigint {
    return BigInt(++this.#readings) * 1000n
  }

  entropy(): number {
    // Marsaglia's xorshift.
    this.#seed ^= this.#seed << 13
    this.#seed ^= this.#seed >>> 17
    this.#seed ^= this.#seed << 5
    return this.#seed >>> 0
  }
}

interface Run<W> {
  readonly watch: W
  readonly world: RecordedWorld
  /** Why it was ended before its end; null if it was not. */
  readonly stopped: string | null
}

/** Runs a request under a watch. `atEnd` is called when nothing has stopped it, before the interpreter is left. */
function run<W extends Watch>(
  request: RecordRequest,
  make: (subject: Subject, world: RecordedWorld) => W,
  atEnd: (watch: W) => void = () => {},
): Run<W> {
  const world = new RecordedWorld(request.input)
  const python = new Interpreter(world, { limits })
  const { engine } = python
  const watch = make(python.engine.subject, world)
  const { thresholds } = request
  if (thresholds !== null) engine.heap.collector.thresholds.splice(0, 3, ...thresholds)
  engine.heap.observer = watch
  engine.watcher = watch
  try {
    for (const { source, filename } of request.mode === 'session' ? request.before : []) {
      python.startCell(source, filename)
      python.runToEnd()
    }
    world.isHeard = true
    if (request.mode === 'program') python.startProgram(request.source, request.filename)
    else python.startCell(request.source, request.filename)
    watch.isCounting = true
    python.runToEnd()
    if (request.mode === 'program') {
      watch.exit()
      python.finalize()
    }
    atEnd(watch)
    return { watch, world, stopped: null }
  } catch (thrown) {
    if (thrown instanceof EndOfWatch) return { watch, world, stopped: thrown.reason }
    throw thrown
  } finally {
    // The interpreter is left to JavaScript's collector.
    engine.heap.observer = null
    engine.watcher = null
  }
}

function filenamesOf({ mode, before, filename }: RecordRequest): string[] {
  return [...(mode === 'session' ? before.map((cell) => cell.filename) : []), filename]
}

/** Holds one recording at a time. */
export class Recorder {
  readonly #limits: RecordingLimits
  #request: RecordRequest | null = null
  #recording: Recording | null = null

  constructor(recordingLimits: RecordingLimits = RECORDING_LIMITS) {
    this.#limits = recordingLimits
  }

  record(request: RecordRequest, onProgress: (instructions: number) => void = () => {}): Recording {
    const filenames = filenamesOf(request)
    let last: SnapshotData | null = null
    const keepLast = (watch: Watch): void => {
      last = takeSnapshot(watch, 0)
    }
    const { watch, world, stopped } = run(
      request,
      (subject, host) =>
        new RunRecorder(subject, filenames, request.source, () => host.length, onProgress, this.#limits),
      keepLast,
    )
    const steps = watch.steps.data()
    const instructions = watch.instruction
    const exit = watch.exitAt ?? instructions
    const moment = stopped === null ? 'at the end' : 'where the recording stops'
    const alive = last === null ? () => `alive ${moment}` : reasonsToLive(last, moment)
    const recording: Recording = {
      steps,
      codes: watch.codes.listings(request.source),
      output: world.output,
      instructions,
      exit,
      truncated: stopped,
      lives: watch.lives(alive),
      livesOmitted: watch.livesOmitted,
      events: watch.events,
      collections: watch.collections,
      notes: watch.notes(),
    }
    this.#request = request
    this.#recording = recording
    return recording
  }

  /** About the recording made last. */
  look(look: Look): Answer {
    const request = this.#request
    const recording = this.#recording
    if (request === null || recording === null) throw new Error('nothing has been recorded')
    const { steps } = recording
    const filenames = filenamesOf(request)
    const withStep = <T extends { instruction: number }>(entry: T): T & { step: number } => ({
      ...entry,
      step: stepAt(steps, entry.instruction),
    })
    switch (look.type) {
      case 'snapshots': {
        const snapshots: SnapshotData[] = []
        const see = (replay: Replay, stop: number): void => {
          snapshots.push({ ...takeSnapshot(replay, stepAt(steps, stop)), instruction: stop })
        }
        const most = recording.instructions
        const stops = look.instructions.map((stop) => Math.min(stop, most))
        run(
          request,
          (subject) => new Replay(subject, filenames, stops, see),
          (replay) => replay.end(),
        )
        return { type: 'snapshots', snapshots }
      }
      case 'changes': {
        const { watch } = run(
          request,
          (subject) => new CountLog(subject, filenames, look.from, look.to, null),
        )
        return { type: 'changes', changes: watch.changes.map(withStep) }
      }
      case 'history': {
        const { watch } = run(
          request,
          (subject) => new CountLog(subject, filenames, 0, recording.instructions + 1, look.object),
        )
        return { type: 'history', changes: watch.changes.map(withStep) }
      }
      case 'trace': {
        const { watch } = run(request, (subject) => new Tracer(subject, filenames, look.from, look.to))
        return { type: 'trace', entries: watch.entries.map(withStep) }
      }
      default:
        return unreachable(look)
    }
  }
}
