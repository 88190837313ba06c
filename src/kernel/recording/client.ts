// The page's side of the recorder: questions as promises. The worker does one thing at a time and hears nothing while it
// does; what is asked meanwhile waits here. A new recording ends a worker that is busy with something else. Snapshots
// come one by one, for as long as nobody wants to view something else.

import { DeltaDecoder } from './delta.ts'
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

/** What is being viewed. */
interface View {
  readonly query: number
  readonly first: readonly number[]
  readonly others: readonly number[]
  readonly show: (snapshot: SnapshotData) => void
  isSent: boolean
  resolve(isComplete: boolean): void
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
  #view: View | null = null
  #decoder = new DeltaDecoder()

  constructor(newWorker: () => RecorderWorker) {
    this.#newWorker = newWorker
  }

  /** Records a run. Whatever was asked before is given up. Rejects with the reason in words if that is impossible. */
  async record(
    request: RecordRequest,
    onprogress: (instructions: number) => void = () => {},
  ): Promise<Recording> {
    this.#giveUp(new Superseded('another recording was asked for'))
    this.#request = request
    this.#recording = null
    this.#isKnown = false
    const answer = await this.#ask((query) => ({ type: 'record', query, request }), onprogress)
    if (answer.type !== 'recorded') throw new Error('the recorder has answered something else')
    this.#recording = answer.recording
    this.#isKnown = true
    return answer.recording
  }

  /**
   * Shows the states before the instructions `first`, then those of `others`, each list ascending. Answers whether all
   * have been shown: not where something else is viewed, or recorded, before.
   */
  view(
    first: readonly number[],
    others: readonly number[],
    show: (snapshot: SnapshotData) => void,
  ): Promise<boolean> {
    this.#view?.resolve(false)
    return new Promise((resolve, reject) => {
      this.#makeKnown()
      this.#view = { query: ++this.#lastQuery, first, others, show, isSent: false, resolve, reject }
      if (this.#questions[0]?.message.type !== 'record') this.#sendView()
    })
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
  }

  async #look(look: Look): Promise<Answer> {
    this.#makeKnown()
    const answer = await this.#ask(
      (query) => ({ type: 'look', query, look }),
      () => {},
    )
    if (answer.type !== 'seen') throw new Error('the recorder has answered something else')
    return answer.answer
  }

  /** A new worker has to make the recording first; it is the same one. */
  #makeKnown(): void {
    if (this.#recording === null || this.#request === null) throw new Error('nothing has been recorded')
    if (this.#isKnown) return
    this.#isKnown = true
    const request = this.#request
    void this.#ask(
      (query) => ({ type: 'record', query, request }),
      () => {},
    ).catch(() => {})
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
    if (question?.message.type !== 'record') this.#sendView()
    if (question === undefined) return
    this.#worker ??= this.#startWorker()
    this.#worker.postMessage(question.message)
  }

  /** A view does not wait for its turn, but for a recording that is being made. */
  #sendView(): void {
    const view = this.#view
    if (view === null || view.isSent) return
    view.isSent = true
    const { query, first, others } = view
    this.#worker ??= this.#startWorker()
    this.#worker.postMessage({ type: 'view', query, first, others })
  }

  #startWorker(): RecorderWorker {
    const worker = this.#newWorker()
    this.#decoder = new DeltaDecoder()
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
    if (message.type === 'snapshot') {
      // One that comes too late is still what the next one builds upon.
      const snapshot = this.#decoder.decode(message.delta)
      if (this.#view?.query === message.query) this.#view.show(snapshot)
      return
    }
    if (this.#view?.query === message.query) {
      const view = this.#view
      this.#view = null
      if (message.type === 'failed') view.reject(new Error(message.message))
      else view.resolve(true)
      return
    }
    const question = this.#questions[0]
    if (question === undefined || question.message.query !== message.query || message.type === 'viewed')
      return
    if (message.type === 'recorded') this.#decoder = new DeltaDecoder()
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
    this.#view?.resolve(false)
    this.#view = null
    if (given.length > 0) this.#endWorker()
    for (const question of given) question.reject(error)
  }
}
