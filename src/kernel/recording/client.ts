// The page's side of the recorder: questions as promises. The worker does one thing at a time and hears nothing while it
// does; what is asked meanwhile waits here. A new recording ends a worker that is busy with something else. Snapshots
// that have been seen are kept, most recent last.

import type {
  Answer,
  CountChange,
  FromRecorder,
  Look,
  ObjectId,
  Recording,
  RecordRequest,
  SnapshotData,
  ToRecorder,
  TraceEntry,
} from './protocol.ts'

/** The part of `Worker` that is used. */
export interface RecorderWorker {
  postMessage(message: ToRecorder): void
  terminate(): void
  onmessage: ((event: MessageEvent<FromRecorder>) => void) | null
  onerror: ((event: ErrorEvent) => void) | null
}

/** What the promise of a question is broken with when another recording has taken its place. */
export class Superseded extends Error {
  override readonly name = 'Superseded'
}

/** Snapshots kept; one of a small program takes some kilobytes. */
const mostSnapshots = 600

/** Makes the worker that records. */
export function newRecorderWorker(): RecorderWorker {
  return new Worker(new URL('./worker.ts', import.meta.url), { type: 'module', name: 'heapbook-recorder' })
}

interface Question {
  readonly message: ToRecorder
  readonly onprogress: (instructions: number) => void
  resolve(answer: Extract<FromRecorder, { type: 'recorded' | 'seen' }>): void
  reject(error: Error): void
}

export class RecorderClient {
  readonly #newWorker: () => RecorderWorker
  #worker: RecorderWorker | null = null
  /** The first one has been sent. */
  #questions: Question[] = []
  #lastQuery = 0
  #request: RecordRequest | null = null
  #recording: Recording | null = null
  /** The worker has the recording that looks are about. */
  #isKnown = false
  readonly #snapshots = new Map<number, SnapshotData>()

  constructor(newWorker: () => RecorderWorker) {
    this.#newWorker = newWorker
  }

  /** Records a run. Whatever was asked before is given up. Rejects with the reason in words if that is impossible. */
  async record(
    request: RecordRequest,
    onprogress: (instructions: number) => void = () => {},
  ): Promise<Recording> {
    this.#giveUp(new Superseded('another recording was asked for'))
    this.#snapshots.clear()
    this.#request = request
    this.#recording = null
    this.#isKnown = false
    const answer = await this.#ask((query) => ({ type: 'record', query, request }), onprogress)
    if (answer.type !== 'recorded') throw new Error('the recorder has answered something else')
    this.#recording = answer.recording
    this.#isKnown = true
    return answer.recording
  }

  /** The states before these instructions, in the order asked for. */
  async snapshots(instructions: readonly number[]): Promise<SnapshotData[]> {
    const missing = [...new Set(instructions)].filter((at) => !this.#snapshots.has(at)).sort((a, b) => a - b)
    const fresh = new Map<number, SnapshotData>()
    if (missing.length > 0) {
      const answer = await this.#look({ type: 'snapshots', instructions: missing })
      if (answer.type === 'snapshots') {
        // One that is asked for beyond the end is that of the end.
        missing.forEach((at, i) => {
          const snapshot = answer.snapshots[i]
          if (snapshot !== undefined) fresh.set(at, snapshot)
        })
      }
    }
    const found = instructions.map((at) => {
      const snapshot = fresh.get(at) ?? this.#snapshots.get(at)
      if (snapshot === undefined) throw new Error(`there is no snapshot at instruction ${at}`)
      return snapshot
    })
    instructions.forEach((at, i) => this.#keep(at, found[i]!))
    return found
  }

  /** A snapshot that is there already. */
  known(instruction: number): SnapshotData | null {
    return this.#snapshots.get(instruction) ?? null
  }

  #keep(at: number, snapshot: SnapshotData): void {
    this.#snapshots.delete(at)
    this.#snapshots.set(at, snapshot)
    for (const oldest of this.#snapshots.keys()) {
      if (this.#snapshots.size <= mostSnapshots) break
      this.#snapshots.delete(oldest)
    }
  }

  /** Every change of a count of an object of the program, from instruction `from` to before `to`. */
  async changes(from: number, to: number): Promise<readonly CountChange[]> {
    const answer = await this.#look({ type: 'changes', from, to })
    return answer.type === 'changes' ? answer.changes : []
  }

  /** Every change of one object's count. */
  async history(object: ObjectId): Promise<readonly CountChange[]> {
    const answer = await this.#look({ type: 'history', object })
    return answer.type === 'history' ? answer.changes : []
  }

  /** The executed instructions of the recorded source, from instruction `from` to before `to`. */
  async trace(from: number, to: number): Promise<readonly TraceEntry[]> {
    const answer = await this.#look({ type: 'trace', from, to })
    return answer.type === 'trace' ? answer.entries : []
  }

  /** Ends the worker; every open promise is rejected. */
  dispose(): void {
    this.#giveUp(new Superseded('the recorder has been put away'))
    this.#endWorker()
    this.#snapshots.clear()
  }

  async #look(look: Look): Promise<Answer> {
    if (this.#recording === null || this.#request === null) throw new Error('nothing has been recorded')
    if (!this.#isKnown) {
      // A new worker has to make the recording first; it is the same one.
      this.#isKnown = true
      const request = this.#request
      void this.#ask(
        (query) => ({ type: 'record', query, request }),
        () => {},
      ).catch(() => {})
    }
    const answer = await this.#ask(
      (query) => ({ type: 'look', query, look }),
      () => {},
    )
    if (answer.type !== 'seen') throw new Error('the recorder has answered something else')
    return answer.answer
  }

  #ask(
    make: (query: number) => ToRecorder,
    onprogress: Question['onprogress'],
  ): Promise<Extract<FromRecorder, { type: 'recorded' | 'seen' }>> {
    const message = make(++this.#lastQuery)
    return new Promise((resolve, reject) => {
      this.#questions.push({ message, onprogress, resolve, reject })
      if (this.#questions.length === 1) this.#send()
    })
  }

  #send(): void {
    const question = this.#questions[0]
    if (question === undefined) return
    this.#worker ??= this.#startWorker()
    this.#worker.postMessage(question.message)
  }

  #startWorker(): RecorderWorker {
    const worker = this.#newWorker()
    worker.onmessage = (event) => this.#hear(event.data)
    worker.onerror = (event) => {
      this.#endWorker()
      this.#giveUp(new Error(event.message || 'the recorder could not be loaded'))
    }
    return worker
  }

  #endWorker(): void {
    this.#worker?.terminate()
    this.#worker = null
    this.#isKnown = false
  }

  #hear(message: FromRecorder): void {
    const question = this.#questions[0]
    if (question === undefined || question.message.query !== message.query) return
    if (message.type === 'progress') return question.onprogress(message.instructions)
    this.#questions.shift()
    if (message.type === 'failed') question.reject(new Error(message.message))
    else question.resolve(message)
    this.#send()
  }

  /** A worker that is busy with what nobody wants any more is ended. */
  #giveUp(error: Error): void {
    const given = this.#questions
    this.#questions = []
    if (given.length > 0) this.#endWorker()
    for (const question of given) question.reject(error)
  }
}
