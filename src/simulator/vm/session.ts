/**
 * Running programs and cells on an engine, in slices, from the first line to the end of the interpreter. A host
 * starts something, resumes it until it is finished, and finalizes. As `Modules/main.c` and `Python/pythonrun.c`.
 */
import type { CodeData } from '../bytecode/code.ts'
import { audit as auditHeap, leftovers } from '../heap/audit.ts'
import type { Visit } from '../heap/object.ts'
import type { Own } from '../heap/reference.ts'
import { newRef, release } from '../heap/reference.ts'
import { newCode } from '../objects/code.ts'
import { newDict } from '../objects/dict.ts'
import { newSyntaxError, type PyBaseException, type SyntaxErrorData } from '../objects/exceptions.ts'
import { PyFunction } from '../objects/function.ts'
import type { Host } from '../objects/host.ts'
import { newModule, PyModule } from '../objects/module.ts'
import { Raise } from '../objects/raise.ts'
import { newSlice } from '../objects/slice.ts'
import { newStr } from '../objects/str.ts'
import type { PyTraceback } from '../objects/traceback.ts'
import { isInstance, typeName } from '../objects/type.ts'
import { type CheckResult, runChecks } from './checks.ts'
import { describe } from './describe.ts'
import { finalize, tearDown } from './finalization.ts'
import { Engine, type EngineOptions } from './interpreter.ts'
import { reportUncaught, showWarning } from './report.ts'
import type { Outcome } from './scheduler.ts'
import type { CompileWarning, Toolchain } from './toolchain.ts'

export interface ErrorReport {
  readonly type: string
  readonly message: string
  readonly lineno: number | null
  readonly offset: number | null
  readonly end_lineno: number | null
  readonly end_offset: number | null
}

export type RunState =
  | { readonly state: 'running' }
  | { readonly state: 'waiting-input' }
  | { readonly state: 'sleeping'; readonly until: bigint }
  | { readonly state: 'finished'; readonly exitCode: number; readonly error: ErrorReport | null }

type Finished = Extract<RunState, { state: 'finished' }>

export class Session {
  readonly engine: Engine
  readonly #main: Own<PyModule>
  /** Code still to be run for what was started. */
  #waiting: CodeData[] = []
  #isRunning = false
  #isProgram = false
  /** The program is over, and waits for its threads. */
  #isShutdown = false
  #finished: Finished = { state: 'finished', exitCode: 0, error: null }
  /** What CPython's parser keeps alive while the main program runs. */
  readonly #arena: Own[] = []
  #isFinalized = false
  #isClosed = false

  constructor(host: Host, toolchain: Toolchain, options: EngineOptions = {}) {
    this.engine = new Engine(host, toolchain, options)
    this.#main = this.#makeMain()
    this.engine.main = this.#main.namespace
    this.engine.hostRoots = (visit) => this.#eachRoot(visit)
    // CPython's start has used a slice: its memory is kept for the next one.
    const { None } = this.engine
    release(newSlice(this.engine, newRef(None), newRef(None), newRef(None)))
    this.engine.heap.collector.settle()
  }

  #makeMain(): Own<PyModule> {
    const { engine } = this
    const main = newModule(engine, '__main__', null)
    main.namespace.putStr(engine, '__annotations__', newDict(engine))
    main.namespace.putStr(engine, '__builtins__', newRef(engine.builtins))
    engine.modules.putStr(engine, '__main__', newRef(main))
    return main
  }

  /** Begins a program as `python3 filename` would run it, in `__main__`. */
  startProgram(source: string, filename: string): void {
    const { engine } = this
    this.#begin()
    this.#isProgram = true
    const { namespace } = this.#main
    namespace.putStr(engine, '__file__', newStr(engine, filename))
    namespace.putStr(engine, '__cached__', newRef(engine.None))
    const { code, error, warnings } = engine.toolchain.compile(source, filename, 'exec', 0, 0)
    this.#rememberSource(source, filename, warnings)
    if (error === null) this.#waiting = [code]
    else this.#failToCompile(error)
  }

  /** Begins one cell of a notebook in the same `__main__`; the value of a last expression is shown. */
  startCell(source: string, filename: string): void {
    this.#begin()
    this.#isProgram = false
    const { parts, error, warnings } = this.engine.toolchain.compileCell(source, filename)
    this.#rememberSource(source, filename, warnings)
    if (error === null) this.#waiting = [...parts]
    else this.#failToCompile(error)
  }

  #begin(): void {
    if (this.#isRunning) throw new Error('something is still running')
    if (this.#isFinalized) throw new Error('the interpreter has been finalized')
    this.#finished = { state: 'finished', exitCode: 0, error: null }
    this.#waiting = []
  }

  #rememberSource(source: string, filename: string, warnings: readonly CompileWarning[]): void {
    this.engine.sources.set(filename, source.split(/\r\n|\r|\n/))
    for (const { msg, lineno } of warnings)
      showWarning(this.engine, 'SyntaxWarning', msg, { filename, lineno })
  }

  #failToCompile(error: SyntaxErrorData): void {
    const { exitCode } = reportUncaught(this.engine, newSyntaxError(this.engine, error))
    const { type, msg, lineno, offset, end_lineno, end_offset } = error
    this.#finished = {
      state: 'finished',
      exitCode,
      error: { type, message: msg, lineno, offset, end_lineno, end_offset },
    }
  }

  /** Runs at most about `budget` instructions. */
  resume(budget: number): RunState {
    const { engine } = this
    const { scheduler } = engine
    let left = budget
    for (;;) {
      if (!this.#isRunning) {
        scheduler.enterMain()
        const code = this.#waiting.shift()
        if (code === undefined) {
          if (!this.#isProgram) return this.#runRest(left)
          if (!this.#beginShutdown()) return this.#finished
        } else {
          const object = newCode(engine, code, this.#isProgram ? this.#arena : null)
          engine.beginCode(object, this.#main.namespace)
          release(object)
          engine.inCell = !this.#isProgram
        }
        this.#isRunning = true
      }
      const state = this.#slice(left)
      left = scheduler.budget
      if (state !== null) return state
      if (left < 0 && this.#waiting.length > 0) return { state: 'running' }
    }
  }

  /** Null when the code has come to its end, well or not. */
  #slice(budget: number): RunState | null {
    const { engine } = this
    try {
      const outcome = engine.scheduler.run(budget)
      if (outcome !== 'ended') return this.#paused(outcome)
      this.#isRunning = false
      this.#freeArena()
      release(engine.returned!)
      engine.returned = null
    } catch (thrown) {
      if (!(thrown instanceof Raise)) throw thrown
      this.#isRunning = false
      this.#waiting = []
      this.#freeArena()
      if (this.#isShutdown) engine.unraisable(thrown, engine.modules.getStr('threading') ?? engine.None)
      else this.#endByException(thrown.exception as unknown as Own<PyBaseException>)
    }
    if (this.#waiting.length === 0 && this.#isProgram) this.#forgetFile()
    return null
  }

  #paused(outcome: Exclude<Outcome, 'ended'>): RunState {
    if (outcome === 'budget') return { state: 'running' }
    if (outcome === 'input') return { state: 'waiting-input' }
    return { state: 'sleeping', until: this.engine.scheduler.clock.wakeAt! }
  }

  /** A program ends when its threads have: `threading._shutdown()` waits for them. False if there are none. */
  #beginShutdown(): boolean {
    const { engine } = this
    if (this.#isShutdown || !engine.scheduler.hasOthers) return false
    this.#isShutdown = true
    const module = engine.modules.getStr('threading')
    const func = module instanceof PyModule ? module.namespace.getStr('_shutdown') : null
    if (!(func instanceof PyFunction)) return false
    engine.beginCall(func)
    return true
  }

  /** After a cell its threads go on as long as they can by themselves. */
  #runRest(budget: number): RunState {
    const { engine } = this
    const outcome = engine.scheduler.runRest(budget)
    if (outcome !== 'ended') return this.#paused(outcome)
    engine.interrupted = false
    return this.#finished
  }

  /** The parser's own references to the program's constants go with the end of its code. */
  #freeArena(): void {
    for (const constant of this.#arena.splice(0)) release(constant)
  }

  #forgetFile(): void {
    this.#main.namespace.removeStr('__file__')
    this.#main.namespace.removeStr('__cached__')
  }

  #endByException(exception: Own<PyBaseException>): void {
    const { engine } = this
    // `sys.excepthook` runs in one go: there is nothing left that could be resumed.
    engine.fuel = Number.POSITIVE_INFINITY
    const isExit = isInstance(exception, engine.types.SystemExit)
    const type = typeName(exception)
    const lineno = this.#lastLine(exception)
    const { exitCode, message } = reportUncaught(engine, exception)
    const error = isExit ? null : { type, message, lineno, offset: null, end_lineno: null, end_offset: null }
    this.#finished = { state: 'finished', exitCode, error }
  }

  /** The last line of the program itself that the exception passed. */
  #lastLine(exception: PyBaseException): number | null {
    let lineno: number | null = null
    for (
      let at = exception.traceback as PyTraceback | null;
      at !== null;
      at = at.next as PyTraceback | null
    ) {
      if (at.frame.frame.globals === this.#main.namespace) lineno = at.lineno
    }
    return lineno
  }

  /** Resumes until finished; sleeping passes at once, in virtual time. */
  runToEnd(): { exitCode: number; error: ErrorReport | null } {
    for (;;) {
      const run = this.runOn(Number.POSITIVE_INFINITY)
      if (run.state === 'finished') return { exitCode: run.exitCode, error: run.error }
    }
  }

  /** As `resume`, but sleeping passes at once, in virtual time. */
  runOn(budget: number): Extract<RunState, { state: 'running' | 'finished' }> {
    const { engine } = this
    for (let left = budget; ; left = engine.scheduler.budget) {
      const run = this.resume(left)
      if (run.state === 'running' || run.state === 'finished') return run
      if (run.state === 'waiting-input') throw new Error('the program waits for input')
      const wait = run.until - engine.host.monotonic()
      if (wait > 0n) engine.clockOffset += wait
    }
  }

  /** Where the run stands: the line that comes next, in the innermost Python frame; null before and after. */
  position(): { filename: string; lineno: number } | null {
    const frame = this.engine.currentFrame
    return frame === null ? null : { filename: frame.code.filename.value, lineno: frame.lineno }
  }

  /** Makes KeyboardInterrupt arise at the next safe point. */
  interrupt(): void {
    this.engine.interrupted = true
  }

  runChecks(source: string, output: string): CheckResult[] {
    this.engine.fuel = Number.POSITIVE_INFINITY
    return runChecks(this.engine, source, output)
  }

  /** Ends the program as CPython does. Returns the exit code. */
  finalize(): number {
    if (!this.#isFinalized) {
      this.#isFinalized = true
      const { engine } = this
      engine.fuel = Number.POSITIVE_INFINITY
      engine.interrupted = false
      this.#abandon()
      release(this.#main)
      engine.heap.unlimited(() => finalize(engine))
    }
    return this.#finished.exitCode
  }

  /** Code that has been started and not finished ends where it stands. */
  #abandon(): void {
    const { engine } = this
    this.#waiting = []
    this.#freeArena()
    engine.scheduler.enterMain()
    engine.abandonFrames()
    this.#isRunning = false
  }

  /** Finalizes if that is still to be done, then releases everything. */
  close(): void {
    if (this.#isClosed) return
    this.finalize()
    this.#isClosed = true
    tearDown(this.engine)
  }

  /** Disagreements of counts and references; after `close`, what is left. Only in debug mode. */
  audit(): string[] {
    const { engine } = this
    const show = (object: Parameters<typeof describe>[0]): string => describe(object)
    if (this.#isClosed) return leftovers(engine.heap, show)
    return auditHeap(engine.heap, (visit) => engine.roots.each(visit), show)
  }

  #eachRoot(visit: Visit): void {
    this.#arena.forEach((constant, i) => visit(constant, `arena[${i}]`))
    if (!this.#isFinalized) visit(this.#main, '__main__')
  }
}
