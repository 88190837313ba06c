// The world of a recorded run, made of nothing but the request: a clock that goes forward by a microsecond when it is
// read, sleep that is over at once, the given lines of input, a fixed seed. So a run can be repeated exactly.

import { EndOfWatch, type Host, Interpreter, type Subject, type Watch } from '../../simulator/index.ts'
import type { RecordRequest } from './protocol.ts'

/** As a run in `worker.ts` has. */
const limits = { heapBytes: 256 * 2 ** 20, heapObjects: 3_000_000 } as const

const mostOutput = 1_000_000

/** When every recorded program begins, in seconds since the epoch. */
const beginning = 1_760_000_000

type Chunk = { stream: 'stdout' | 'stderr'; text: string }

export class RecordedWorld implements Host {
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

export interface Prepared<W> {
  readonly python: Interpreter
  readonly watch: W
  readonly world: RecordedWorld
}

/** An interpreter with a watch, in which a request's source is about to run: what came before it has run. */
export function prepare<W extends Watch>(
  request: RecordRequest,
  make: (subject: Subject, world: RecordedWorld) => W,
): Prepared<W> {
  const world = new RecordedWorld(request.input)
  const python = new Interpreter(world, { limits })
  const { engine } = python
  const watch = make(engine.subject, world)
  const { thresholds } = request
  if (thresholds !== null) engine.heap.collector.thresholds.splice(0, 3, ...thresholds)
  engine.heap.observer = watch
  engine.watcher = watch
  for (const { source, filename } of request.mode === 'session' ? request.before : []) {
    python.startCell(source, filename)
    python.runToEnd()
  }
  world.isHeard = true
  if (request.mode === 'program') python.startProgram(request.source, request.filename)
  else python.startCell(request.source, request.filename)
  watch.isCounting = true
  return { python, watch, world }
}

/** The files of a request that a reader has written, the recorded one last. */
export function filenamesOf({ mode, before, filename }: RecordRequest): string[] {
  return [...(mode === 'session' ? before.map((cell) => cell.filename) : []), filename]
}
