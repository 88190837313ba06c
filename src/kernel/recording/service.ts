// What the recorder's worker does, without the worker. Questions are answered as they come. Snapshots are shown in
// turns, between which the next question is heard: a new view takes the place of the one before. When nothing is to be
// shown, turns go into having replays stand ready. A question that nobody waits for any more is not called off; the
// page ends the worker.

import { DeltaEncoder } from './delta.ts'
import type { FromRecorder, ToRecorder } from './protocol.ts'
import { Recorder } from './recorder.ts'

/** Instructions between two looks at what has come from the page: some milliseconds. */
const turnInstructions = 12_000

export class RecorderService {
  readonly #recorder = new Recorder()
  readonly #send: (message: FromRecorder) => void
  readonly #wake: () => void
  #encoder = new DeltaEncoder()
  #view: { readonly query: number; readonly turns: Generator<void, void, void> } | null = null
  #isRecorded = false

  /** `wake` sees to it that `turn` is called soon, after what has come meanwhile has been heard. */
  constructor(send: (message: FromRecorder) => void, wake: () => void) {
    this.#send = send
    this.#wake = wake
  }

  hear(message: ToRecorder): void {
    this.#answering(message.query, () => this.#answer(message))
    if (this.#isRecorded) this.#wake()
  }

  #answer(message: ToRecorder): void {
    const { query } = message
    switch (message.type) {
      case 'record': {
        this.#endView()
        this.#isRecorded = false
        this.#encoder = new DeltaEncoder()
        const recording = this.#recorder.record(message.request, (instructions) =>
          this.#send({ type: 'progress', query, instructions }),
        )
        this.#isRecorded = true
        return this.#send({ type: 'recorded', query, recording })
      }
      case 'look':
        return this.#send({ type: 'seen', query, answer: this.#recorder.look(message.look) })
      case 'view': {
        this.#endView()
        const turns = this.#recorder.view(message.first, message.others, (snapshot) =>
          this.#send({ type: 'snapshot', query, delta: this.#encoder.encode(snapshot) }),
        )
        this.#view = { query, turns }
        return this.#showOn()
      }
    }
  }

  /** Does a small piece of what there is to do. */
  turn(): void {
    if (this.#view !== null) this.#answering(this.#view.query, () => this.#showOn())
    else if (!this.#recorder.shelf.tend(turnInstructions)) return
    this.#wake()
  }

  #showOn(): void {
    if (this.#view === null) return
    const { query, turns } = this.#view
    if (turns.next().done !== true) return
    this.#view = null
    this.#send({ type: 'viewed', query })
  }

  #endView(): void {
    this.#view?.turns.return()
    this.#view = null
  }

  #answering(query: number, body: () => void): void {
    try {
      body()
    } catch (error) {
      if (this.#view?.query === query) this.#view = null
      const message = error instanceof Error ? `${error.name}: ${error.message}` : String(error)
      this.#send({ type: 'failed', query, message })
    }
  }
}
