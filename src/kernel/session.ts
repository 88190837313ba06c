// Runs cells on interpreters, in slices. A kernel does one run at a time: begin, then `resume` in slices of some
// milliseconds with a turn of the event loop between two of them, so that an interrupt or a line of input is
// heard; what was printed goes out once a slice. After the last line of a program comes its exit. If checks are asked
// for, the program then runs again, unseen and on what was typed, and the checks look at it after its last line: so
// what they do to its objects does not show in its output. The interpreter of the session cells stays between runs.
//
// Nothing here knows of a worker: clock, timer and the sending of messages are passed in.

import {
  type CheckResult,
  type FromKernel,
  type RunError,
  type RunId,
  type StartRequest,
  type Stream,
  type ToKernel,
  unreachable,
} from './protocol.ts'

/** What an interpreter asks of its surroundings; as `Host` in simulator/index.ts. */
export interface InterpreterHost {
  write(stream: Stream, text: string): void
  readLine(): string | null
  now(): number
  monotonic(): bigint
  entropy(): number
}

/** Where a slice left the interpreter; as `RunState` in simulator/index.ts. */
export type SliceState =
  | { state: 'running' }
  | { state: 'waiting-input' }
  | { state: 'sleeping'; until: bigint }
  | { state: 'finished'; exitCode: number; error: RunError | null }

/** The part of simulator/index.ts' `Interpreter` that a kernel uses. */
export interface KernelInterpreter {
  startProgram(source: string, filename: string): void
  startCell(source: string, filename: string): void
  resume(budget: number): SliceState
  interrupt(): void
  /**
   * To be called between the end of a program and `finalize`. Runs `source` in a fresh namespace that has `main`
   * (the `__main__` module) and `output`, then calls each of its functions whose name begins with `check_`, in
   * the order of definition. A check passes when it returns and fails when it raises: with the message of its
   * AssertionError, or with `Type: message` of any other exception. Leaves no object behind. Does not throw;
   * an exception in `source` itself is one failed result named '<checks>'.
   */
  runChecks(source: string, output: string): CheckResult[]
  finalize(): number
  close(): void
}

/** What a kernel needs of its surroundings. */
export interface KernelPorts {
  newInterpreter(host: InterpreterHost): KernelInterpreter
  send(message: FromKernel): void
  /** Calls back in a later turn of the event loop, after what is waiting there; returns a way to call it off. */
  later(callback: () => void, milliseconds: number): () => void
  /** Seconds since the epoch. */
  now(): number
  /** Nanoseconds, never going back. */
  monotonic(): bigint
  entropy(): number
}

/** How much a run may print before it is ended: what a page can still show and scroll. */
export const outputLimits = { characters: 1_000_000, lines: 20_000 } as const

// Long enough that the turns between slices cost little, short enough that a Stop is heard at once.
const sliceMilliseconds = 8
const smallestBudget = 1_000
const largestBudget = 20_000_000

/** How long a run may go on after it was interrupted for printing too much. */
const graceMilliseconds = 60

/** Thrown through the simulator out of `write`, when a nested run cannot be reached by an interrupt. */
class Flood extends Error {}

interface Run {
  readonly request: StartRequest
  interpreter: KernelInterpreter
  input: string[]
  /** The lines of `input` that the program has taken. */
  taken: string[]
  /** The program runs again, for its checks; how it ended the first time. */
  first: { exitCode: number } | null
  /** What was printed to stdout meanwhile. */
  stdout: string[]
  /** Nanoseconds that the second run did not sleep. */
  skipped: bigint
  pending: { stream: Stream; text: string }[]
  characters: number
  lines: number
  /** Since when it prints too much, in milliseconds; null while it does not. */
  flooded: number | null
  waiting: boolean
  callOff: () => void
}

/** One kernel: takes messages of the page, runs cells, answers. */
export class Session {
  readonly #ports: KernelPorts
  #sessionInterpreter: KernelInterpreter | null = null
  #run: Run | null = null
  #budget = 50_000

  constructor(ports: KernelPorts) {
    this.#ports = ports
  }

  handle(message: ToKernel): void {
    switch (message.type) {
      case 'start':
        return this.#start(message.request)
      case 'input':
        return this.#withRun(message.run, (run) => {
          run.input.push(message.line)
          if (run.waiting) this.#resumeSoon(run)
        })
      case 'interrupt':
        return this.#withRun(message.run, (run) => {
          run.interpreter.interrupt()
          this.#resumeSoon(run)
        })
      default:
        unreachable(message)
    }
  }

  #withRun(id: RunId, action: (run: Run) => void): void {
    // A message may cross with the end of its run; then it has come too late and means nothing.
    if (this.#run !== null && this.#run.request.run === id) action(this.#run)
  }

  #start(request: StartRequest): void {
    if (this.#run !== null) throw new Error('a kernel does one run at a time')
    if (request.mode === 'session' && request.restart) this.#dropSession()
    try {
      const run = this.#newRun(request)
      this.#run = run
      if (request.mode === 'program') run.interpreter.startProgram(request.source, request.filename)
      else run.interpreter.startCell(request.source, request.filename)
      this.#resumeSoon(run)
    } catch (error) {
      this.#crash(request, error)
    }
  }

  #newRun(request: StartRequest): Run {
    return {
      request,
      interpreter: this.#interpreterFor(request),
      input: [...request.input],
      taken: [],
      first: null,
      stdout: [],
      skipped: 0n,
      pending: [],
      characters: 0,
      lines: 0,
      flooded: null,
      waiting: false,
      callOff: () => {},
    }
  }

  #interpreterFor(request: StartRequest): KernelInterpreter {
    // The host speaks for whichever run is on, because the session's interpreter outlives its runs.
    const host: InterpreterHost = {
      write: (stream, text) => {
        if (this.#run !== null) this.#write(this.#run, stream, text)
      },
      readLine: () => this.#readLine(),
      now: () => this.#ports.now() + Number(this.#run?.skipped ?? 0n) / 1e9,
      monotonic: () => this.#ports.monotonic() + (this.#run?.skipped ?? 0n),
      entropy: () => this.#ports.entropy(),
    }
    if (request.mode === 'program') return this.#ports.newInterpreter(host)
    this.#sessionInterpreter ??= this.#ports.newInterpreter(host)
    return this.#sessionInterpreter
  }

  #readLine(): string | null {
    const line = this.#run?.input.shift() ?? null
    if (line !== null) this.#run?.taken.push(line)
    return line
  }

  #milliseconds(): number {
    return Number(this.#ports.monotonic() / 1000n) / 1000
  }

  #resumeSoon(run: Run, milliseconds = 0): void {
    run.callOff()
    run.callOff = this.#ports.later(() => this.#slice(run), milliseconds)
  }

  #slice(run: Run): void {
    if (this.#run !== run) return
    try {
      if (run.waiting) {
        run.waiting = false
        this.#ports.send({ type: 'activity', run: run.request.run, activity: 'computing' })
      }
      const before = this.#milliseconds()
      const state = run.interpreter.resume(this.#budget)
      if (state.state === 'running') this.#adaptBudget(this.#milliseconds() - before)
      this.#flush(run)
      this.#afterSlice(run, state)
    } catch (error) {
      this.#flush(run)
      if (error instanceof Flood) this.#endFlooded(run, true)
      else this.#crash(run.request, error)
    }
  }

  #adaptBudget(took: number): void {
    const factor = Math.min(4, Math.max(0.25, sliceMilliseconds / Math.max(took, 0.1)))
    this.#budget = Math.round(Math.min(largestBudget, Math.max(smallestBudget, this.#budget * factor)))
  }

  #afterSlice(run: Run, state: SliceState): void {
    if (run.flooded !== null && state.state !== 'finished') {
      if (this.#milliseconds() - run.flooded > graceMilliseconds) return this.#endFlooded(run, true)
      // Only now: at the limit itself the run might be at its end, and an interrupt nobody took would hit the next.
      run.interpreter.interrupt()
      return this.#resumeSoon(run)
    }
    switch (state.state) {
      case 'running':
        return this.#resumeSoon(run)
      case 'waiting-input':
        if (run.input.length > 0) return this.#resumeSoon(run)
        run.waiting = true
        return this.#ports.send({ type: 'activity', run: run.request.run, activity: 'waiting-input' })
      case 'sleeping': {
        const nanoseconds = state.until - this.#ports.monotonic() - run.skipped
        if (run.first !== null) {
          // Its sleep has been waited for once.
          if (nanoseconds > 0n) run.skipped += nanoseconds
          return this.#resumeSoon(run)
        }
        const left = Number(nanoseconds / 1000n) / 1000
        // A timer holds at most 2^31 ms; a longer sleep is resumed early and goes on sleeping.
        return this.#resumeSoon(run, Math.min(Math.max(left, 0), 2 ** 31 - 1))
      }
      case 'finished':
        return this.#afterLastLine(run, state.exitCode, state.error)
      default:
        unreachable(state)
    }
  }

  #afterLastLine(run: Run, exitCode: number, error: RunError | null): void {
    if (run.flooded !== null) return this.#endFlooded(run, false)
    if (run.request.mode === 'session') return this.#end(run, { type: 'exited', exitCode, error })
    if (run.first !== null) return this.#check(run, run.first.exitCode, error)
    const code = run.interpreter.finalize()
    this.#flush(run)
    run.interpreter.close()
    if (run.flooded !== null) return this.#endFlooded(run, false)
    // What an exception stopped has not reached its last line, so there is nothing to judge yet.
    if (run.request.checks === null || error !== null) {
      return this.#end(run, { type: 'exited', exitCode: error === null ? code : exitCode, error })
    }
    run.first = { exitCode: code }
    run.interpreter = this.#interpreterFor(run.request)
    run.input = run.taken
    run.interpreter.startProgram(run.request.source, run.request.filename)
    this.#resumeSoon(run)
  }

  /** The second run of a program is over: its checks, if it got as far again, and its end. */
  #check(run: Run, exitCode: number, error: RunError | null): void {
    if (error === null) {
      const results = run.interpreter.runChecks(run.request.checks ?? '', run.stdout.join(''))
      this.#ports.send({ type: 'checked', run: run.request.run, results })
    }
    run.interpreter.finalize()
    run.interpreter.close()
    const stopped = error?.type === 'KeyboardInterrupt' ? error : null
    this.#end(run, { type: 'exited', exitCode, error: stopped })
  }

  #write(run: Run, stream: Stream, all: string): void {
    if (run.first !== null) {
      if (stream === 'stdout') run.stdout.push(all)
      return
    }
    if (run.flooded !== null) {
      const since = this.#milliseconds() - run.flooded
      if (since > graceMilliseconds) throw new Flood()
      // The slice goes on for long: a nested run, which still may hear an interrupt.
      if (since > graceMilliseconds / 2) run.interpreter.interrupt()
      return
    }
    if (all === '') return
    const text = this.#cut(run, all)
    run.characters += text.length
    run.lines += countLines(text)
    const last = run.pending.at(-1)
    if (last?.stream === stream) last.text += text
    else run.pending.push({ stream, text })
    if (text.length < all.length) run.flooded = this.#milliseconds()
  }

  /** The part of `text` that may still be shown. */
  #cut(run: Run, text: string): string {
    const room = text.slice(0, outputLimits.characters - run.characters)
    const linesLeft = outputLimits.lines - run.lines
    let end = -1
    for (let line = 0; line < linesLeft; line++) {
      end = room.indexOf('\n', end + 1)
      if (end === -1) return room
    }
    return room.slice(0, end + 1)
  }

  #flush(run: Run): void {
    if (run.pending.length === 0) return
    const chunks = run.pending
    run.pending = []
    this.#ports.send({ type: 'output', run: run.request.run, chunks })
  }

  #endFlooded(run: Run, unresponsive: boolean): void {
    const limit =
      run.lines >= outputLimits.lines
        ? `${outputLimits.lines.toLocaleString('en')} lines`
        : `${outputLimits.characters.toLocaleString('en')} characters`
    const sessionLost = unresponsive && run.request.mode === 'session'
    if (sessionLost) this.#sessionInterpreter = null
    this.#end(run, { type: 'flooded', limit, sessionLost })
  }

  #crash(request: StartRequest, error: unknown): void {
    const message = error instanceof Error ? `${error.name}: ${error.message}` : String(error)
    const sessionLost = request.mode === 'session'
    // Its state cannot be trusted any more; it is left to JavaScript's collector without being closed.
    if (sessionLost) this.#sessionInterpreter = null
    if (this.#run !== null) this.#run.callOff()
    this.#run = null
    this.#ports.send({
      type: 'finished',
      run: request.run,
      outcome: { type: 'crashed', message, sessionLost },
    })
  }

  #end(run: Run, outcome: Extract<FromKernel, { type: 'finished' }>['outcome']): void {
    run.callOff()
    this.#run = null
    this.#ports.send({ type: 'finished', run: run.request.run, outcome })
  }

  #dropSession(): void {
    const interpreter = this.#sessionInterpreter
    this.#sessionInterpreter = null
    // Closed with no run on: what `__del__` prints now has no cell to appear in.
    try {
      interpreter?.close()
    } catch {
      // A session that cannot even be closed is left to JavaScript's collector.
    }
  }
}

function countLines(text: string): number {
  let count = 0
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) count++
  return count
}
