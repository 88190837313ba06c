// The page's side of a kernel: makes the worker when it is first needed, passes messages, and keeps the promise
// that Stop works. A run that is interrupted gets a moment to answer, as Python does, with KeyboardInterrupt; one
// that does not answer is ended together with its worker, and the next run gets a new one.

import type { FromKernel, Outcome, RunId, StartRequest, ToKernel } from './protocol.ts'

/** The part of `Worker` that is used. */
export interface KernelWorker {
  postMessage(message: ToKernel): void
  terminate(): void
  onmessage: ((event: MessageEvent<FromKernel>) => void) | null
  onerror: ((event: ErrorEvent) => void) | null
}

/** How long an interrupted run may take to end, in milliseconds; a reader sees Stop work within 100. */
export const interruptPatience = 80

/** From here on a timer counts as late, in milliseconds. */
const lateness = 15

/** Makes the worker that runs the simulator. */
export function newKernelWorker(): KernelWorker {
  return new Worker(new URL('./worker.ts', import.meta.url), { type: 'module', name: 'heapbook-kernel' })
}

/** One kernel, as the page sees it: does one run at a time, and each run ends with one 'finished'. */
export class KernelClient {
  readonly #newWorker: () => KernelWorker
  readonly #receive: (message: FromKernel) => void
  #worker: KernelWorker | null = null
  #current: { run: RunId; keepsSession: boolean } | null = null
  #patience: ReturnType<typeof setTimeout> | undefined

  constructor(newWorker: () => KernelWorker, receive: (message: FromKernel) => void) {
    this.#newWorker = newWorker
    this.#receive = receive
  }

  /** Begins to load the simulator, for a run that is likely to come. */
  warm(): void {
    if (this.#worker !== null) return
    const worker = this.#newWorker()
    worker.onmessage = (event) => this.#hear(event.data)
    worker.onerror = (event) => {
      const reason = event.message || 'it could not be loaded'
      this.#discard({ type: 'crashed', message: reason, sessionLost: this.#current?.keepsSession ?? false })
    }
    this.#worker = worker
  }

  start(request: StartRequest): void {
    if (this.#current !== null) throw new Error('a kernel does one run at a time')
    this.#current = { run: request.run, keepsSession: request.mode === 'session' }
    this.warm()
    this.#worker?.postMessage({ type: 'start', request })
  }

  input(run: RunId, line: string): void {
    if (this.#current?.run === run) this.#worker?.postMessage({ type: 'input', run, line })
  }

  interrupt(run: RunId): void {
    const current = this.#current
    if (current?.run !== run || this.#patience !== undefined) return
    this.#worker?.postMessage({ type: 'interrupt', run })
    const kill = () => this.#discard({ type: 'killed', sessionLost: current.keepsSession })
    const due = performance.now() + interruptPatience
    this.#patience = setTimeout(() => {
      // A timer that comes late says that the machine is busy, and the worker has waited for its turn as well.
      if (performance.now() - due < lateness) kill()
      else this.#patience = setTimeout(kill, interruptPatience)
    }, interruptPatience)
  }

  #hear(message: FromKernel): void {
    if (message.run !== this.#current?.run) return
    if (message.type === 'finished') this.#forgetRun()
    this.#receive(message)
  }

  #discard(outcome: Outcome): void {
    const run = this.#current?.run
    this.#worker?.terminate()
    this.#worker = null
    this.#forgetRun()
    if (run !== undefined) this.#receive({ type: 'finished', run, outcome })
  }

  #forgetRun(): void {
    clearTimeout(this.#patience)
    this.#patience = undefined
    this.#current = null
  }
}
