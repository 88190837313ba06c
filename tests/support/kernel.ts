// The kernel of the page (src/kernel/session.ts) without a page and without waiting: messages are answered at once,
// time is virtual, and every interpreter is held to the heap's promises, the counts right before its exit and
// nothing left after its close.

import type { CheckResult, FromKernel, Outcome, RunError, RunId } from '../../src/kernel/protocol.ts'
import { Session } from '../../src/kernel/session.ts'
import { type Host, Interpreter } from '../../src/simulator/index.ts'

/** What a run came to. */
export interface KernelRun {
  /** Both streams as they were written. */
  output: string
  /** The uncaught exception, if one ended it. */
  error: RunError | null
  /** What the checks said; null when none ran. */
  checks: CheckResult[] | null
  /** Broken promises of the heap. */
  heap: string[]
}

/** What to run: a program with its checks, or a session cell. */
export interface KernelRequest {
  mode: 'program' | 'session'
  source: string
  filename: string
  checks?: string
}

// A run of a lesson takes a few slices; one that takes this many does not end.
const mostSlices = 100_000

export class TestKernel {
  readonly #session: Session
  readonly #waiting: (() => void)[] = []
  #heap: string[] = []
  #messages: FromKernel[] = []
  #nanoseconds = 0n
  #runs = 0

  constructor() {
    const heap = (when: string, problems: readonly string[]) =>
      this.#heap.push(...problems.map((line) => `${when}: ${line}`))

    class AuditedInterpreter extends Interpreter {
      override finalize(): number {
        heap('before exit', this.audit())
        return super.finalize()
      }

      override close(): void {
        super.close()
        heap('after close', this.audit())
      }
    }

    this.#session = new Session({
      newInterpreter: (host: Host) => new AuditedInterpreter(host, { debug: true }),
      send: (message) => this.#messages.push(message),
      later: (callback, milliseconds) => this.#later(callback, milliseconds),
      now: () => 1_700_000_000 + Number(this.#nanoseconds) / 1e9,
      monotonic: () => {
        this.#nanoseconds += 1000n
        return this.#nanoseconds
      },
      entropy: () => 0x9e3779b9,
    })
  }

  /** Runs to the end; input() finds the end of its file. */
  run({ mode, source, filename, checks }: KernelRequest): KernelRun {
    const run = ++this.#runs as RunId
    this.#messages = []
    this.#heap = []
    const request = { run, mode, restart: false, source, filename, input: [], checks: checks ?? null }
    this.#session.handle({ type: 'start', request })
    for (let slices = 0; ; slices++) {
      const last = this.#messages.at(-1)
      if (last?.type === 'finished') return this.#result(last.outcome)
      if (last?.type === 'activity' && last.activity === 'waiting-input') {
        this.#session.handle({ type: 'input', run, line: '' })
      }
      const next = this.#waiting.shift()
      if (!next || slices > mostSlices) throw new Error(`${filename} does not end`)
      next()
    }
  }

  #later(callback: () => void, milliseconds: number): () => void {
    const turn = () => {
      this.#nanoseconds += BigInt(Math.ceil(milliseconds * 1e6))
      callback()
    }
    this.#waiting.push(turn)
    return () => {
      const at = this.#waiting.indexOf(turn)
      if (at >= 0) this.#waiting.splice(at, 1)
    }
  }

  #result(outcome: Outcome): KernelRun {
    if (outcome.type !== 'exited') throw new Error(`the run ended otherwise: ${JSON.stringify(outcome)}`)
    const chunks = this.#messages.flatMap((message) => (message.type === 'output' ? message.chunks : []))
    const checked = this.#messages.find((message) => message.type === 'checked')
    return {
      output: chunks.map((chunk) => chunk.text).join(''),
      error: outcome.error,
      checks: checked?.results ?? null,
      heap: this.#heap,
    }
  }
}
