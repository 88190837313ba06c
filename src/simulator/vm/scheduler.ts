/**
 * `Scheduler`: which thread runs. Threads take turns in one loop: one goes on until it waits, ends, or has used up its
 * share of instructions, which stands for CPython's switch interval; those that are ready wait in a queue.
 *
 * A thread that waits is *parked* if nothing lies between the loop and the call that waits: the call throws `Suspend`
 * and is made again later. Otherwise (a sort key that takes a lock) it is *buried* in the stack of JavaScript: the
 * others run inside of its waiting call, in a loop of their own, until it can go on.
 *
 * As `Python/ceval_gil.c` and the waiting of `Python/thread_pthread.h`.
 */
import { newRef, type Own, release } from '../heap/reference.ts'
import type { Frame } from '../objects/activation.ts'
import type { PyFunction } from '../objects/function.ts'
import type { PyMethod } from '../objects/method.ts'
import { toRepr } from '../objects/protocols/text.ts'
import { dropRaise, Raise } from '../objects/raise.ts'
import { Suspend } from '../objects/suspend.ts'
import { isInstance } from '../objects/type.ts'
import { runLoop } from './backends/choose.ts'
import { newFrame } from './frame.ts'
import type { Engine } from './interpreter.ts'
import { NANOSECONDS_PER_INSTRUCTION, ThreadClock } from './thread-clock.ts'
import { deadlockMessage } from './thread-names.ts'
import { type Boot, ThreadState, type Wait, type WaitQueue } from './thread-state.ts'

/** The main thread's number, as `threading.get_ident()`, and how far apart those of others are. */
const MAIN_IDENT = 140_000_000_000_000
const IDENT_STEP = 0x1000

const MOST_FUEL = Number.MAX_SAFE_INTEGER

export interface Request {
  readonly what: string
  readonly queue?: WaitQueue | null
  /** Nanoseconds; null for as long as it takes. */
  readonly timeout?: number | null
  readonly isForInput?: boolean
}

export type Outcome = 'ended' | 'budget' | 'input' | 'sleep'

/** Ends a thread that is buried when the program no longer waits for it. No `Raise`: nothing in the machine catches it. */
class ThreadExit {}

export class Scheduler {
  readonly #engine: Engine
  readonly main: ThreadState
  /** The running thread. */
  current: ThreadState
  /** All that have been started and have not ended, oldest first. */
  readonly threads: Set<ThreadState>
  /** Who waits for any thread to end. */
  readonly endings: WaitQueue = []
  readonly #ready: ThreadState[] = []
  readonly #timed = new Set<ThreadState>()
  #inputWaiter: ThreadState | null = null
  #lastIdent = MAIN_IDENT
  /** Threads no longer run: the interpreter is at its end. */
  isStopped = false

  /** The nesting of the loop in which threads take turns; 0 while there is none. */
  base = 0
  /** Instructions that the host allows, and how many were allotted when the loop was entered. */
  #budget = 0
  #allotted = 0
  /** The main thread has come to its end inside of the waiting call of another one; with what it raised. */
  #mainEnd: { readonly raised: Raise | null; readonly returned: Own | null } | null = null

  readonly clock: ThreadClock

  constructor(engine: Engine) {
    this.#engine = engine
    this.clock = new ThreadClock(engine)
    this.main = new ThreadState(MAIN_IDENT, false, null)
    this.main.hasBegun = true
    this.current = this.main
    this.threads = new Set([this.main])
  }

  // Beginning and end of threads

  nextIdent(): number {
    this.#lastIdent += IDENT_STEP
    return this.#lastIdent
  }

  /** A new thread; steals what is held for its call. It begins when its turn comes. */
  start(ident: number, isDaemon: boolean, boot: Boot): ThreadState {
    const thread = new ThreadState(ident, isDaemon, boot)
    this.threads.add(thread)
    this.#makeReady(thread)
    return thread
  }

  /** Whether a thread but the main one lives for which the program's end waits. */
  get hasOthers(): boolean {
    for (const thread of this.threads) if (thread !== this.main && !thread.isDaemon) return true
    return false
  }

  #end(thread: ThreadState): void {
    // Its last objects die while it is still the running one.
    thread.dropOwn()
    thread.hasEnded = true
    this.threads.delete(thread)
    thread.onEnd()
    this.wakeAll(this.endings)
  }

  // Waiting

  /**
   * Waits until `attempt` gives something: that, or null when the time is over. The attempt is made again whenever the
   * thread is woken. While the thread is parked the whole call that waits is made again: nothing may have happened
   * before.
   */
  waitFor<T>(request: Request, attempt: () => T | null): T | null {
    const { timeout = null } = request
    const thread = this.current
    let isParked = false
    try {
      for (;;) {
        const result = attempt()
        if (result !== null) return result
        if (timeout === 0 && request.queue !== undefined) return null
        const state = this.#pause(thread, request)
        if (state === 'parked') {
          isParked = true
          throw new Suspend()
        }
        if (state === 'expired') return attempt()
      }
    } finally {
      if (!isParked) thread.wait = null
    }
  }

  /** The thread waits; 'parked' if the call has to be left. */
  #pause(thread: ThreadState, request: Request): 'woken' | 'expired' | 'parked' {
    const before = thread.wait
    if (before !== null && before.state !== 'woken') return this.#checkEnd(thread, before)
    const { what, queue = null, timeout = null, isForInput = false } = request
    let deadline: number | null = null
    // Woken in vain it waits for the rest of its time.
    if (before !== null) deadline = before.deadline
    else if (timeout !== null) deadline = this.#now() + timeout
    const wait: Wait = { what, queue, deadline, isForInput, state: 'waiting', message: '' }
    thread.wait = wait
    queue?.push(thread)
    if (deadline !== null) this.#timed.add(thread)
    if (isForInput) this.#inputWaiter = thread
    if (timeout === 0) this.#finishWait(thread, 'expired')
    if (this.mayPark) return 'parked'
    this.#runOthers(thread, wait)
    if (this.#mainEnd !== null && thread.isDaemon) throw new ThreadExit()
    return this.#checkEnd(thread, wait)
  }

  #checkEnd(thread: ThreadState, wait: Wait): 'woken' | 'expired' {
    switch (wait.state) {
      case 'failed':
        return this.#engine.raise('RuntimeError', wait.message)
      case 'interrupted':
        thread.wait = null
        this.#engine.checkBreaker()
        return 'woken'
      case 'expired':
        return 'expired'
      default:
        return 'woken'
    }
  }

  /** The call that wants to wait is the innermost thing of its loop. */
  get mayPark(): boolean {
    const { nesting, suspendable } = this.#engine
    return nesting === this.base && suspendable
  }

  #finishWait(thread: ThreadState, state: Exclude<Wait['state'], 'waiting'>, message = ''): void {
    const { wait } = thread
    if (wait === null || wait.state !== 'waiting') return
    wait.state = state
    wait.message = message
    if (wait.queue !== null) remove(wait.queue, thread)
    this.#timed.delete(thread)
    if (this.#inputWaiter === thread) this.#inputWaiter = null
    this.#makeReady(thread)
  }

  /** Lets the thread go on that has waited longest. */
  wakeOne(queue: WaitQueue): void {
    const thread = queue[0]
    if (thread !== undefined) this.#finishWait(thread, 'woken')
  }

  wakeAll(queue: WaitQueue): void {
    for (const thread of [...queue]) this.#finishWait(thread, 'woken')
  }

  #makeReady(thread: ThreadState): void {
    // From now on someone else wants to run: the running thread has its whole share still before it.
    if (this.#ready.length === 0) {
      this.#settle()
      this.current.quantum = this.#share
      this.#allot()
    }
    this.#ready.push(thread)
  }

  // Time

  get #share(): number {
    return Math.max(Math.round((this.#engine.switchInterval * 1e9) / NANOSECONDS_PER_INSTRUCTION), 1)
  }

  /** Accounts for what has been executed since fuel was allotted. */
  #settle(): void {
    const used = this.#allotted - this.#engine.fuel
    if (!Number.isFinite(used) || used <= 0) return
    this.#budget -= used
    this.current.quantum -= used
    this.clock.executed(used)
    this.#allotted = this.#engine.fuel
  }

  #allot(): void {
    const { current } = this
    const budget = this.base === 1 ? this.#budget : MOST_FUEL
    // Alone it goes on as long as the host allows.
    const isShared = this.#ready.length > 0 || this.#timed.size > 0
    const quantum = isShared ? Math.max(current.quantum, 0) : MOST_FUEL
    this.#allotted = Math.min(budget, quantum, MOST_FUEL)
    this.#engine.fuel = this.#allotted
  }

  /** The host wants the run to pause at the next safe point. */
  pauseSoon(): void {
    this.#settle()
    this.#budget = -1
    this.#allotted = -1
    this.#engine.fuel = -1
  }

  #now(): number {
    this.#settle()
    return this.clock.now
  }

  /** Those whose time is over go on, in the order of their times. */
  #expire(): void {
    if (this.#timed.size === 0) return
    const now = this.#now()
    const due = [...this.#timed].filter(({ wait }) => wait!.deadline! <= now)
    due.sort((a, b) => a.wait!.deadline! - b.wait!.deadline!)
    for (const thread of due) this.#finishWait(thread, 'expired')
  }

  get #earliest(): number | null {
    let earliest: number | null = null
    for (const { wait } of this.#timed) {
      if (earliest === null || wait!.deadline! < earliest) earliest = wait!.deadline!
    }
    return earliest
  }

  // Taking turns

  /** What is left of the host's budget. */
  get budget(): number {
    return this.#budget
  }

  /**
   * Runs threads from outside until the main one has come to the end of its code ('ended'), or the run pauses. What
   * the main thread raises is thrown.
   */
  run(budget: number): Outcome {
    this.#budget = budget
    if (this.#inputWaiter !== null) this.#finishWait(this.#inputWaiter, 'woken')
    return this.#outermost(() => {
      for (;;) {
        this.#hearInterrupt()
        const next = this.#next()
        if (next === null) {
          const idle = this.#idle()
          if (idle !== null) return idle
          continue
        }
        this.#switchTo(next)
        if (this.#turn() === 'left' && next === this.main) return 'ended'
        if (this.#mainEnd !== null) return this.#leaveMain()
        if (this.#budget < 0) return 'budget'
      }
    })
  }

  /** The main code is over: other threads go on until they have ended or wait for what only more code could do. */
  runRest(budget: number): Outcome {
    this.#budget = budget
    const outcome = this.#outermost(() => {
      for (;;) {
        if (this.#engine.interrupted || !this.#isRestGoing()) return 'ended'
        const next = this.#next()
        if (next === null) {
          const earliest = this.#earliest
          if (earliest === null) return 'ended'
          if (!this.clock.sleepUntil(earliest)) return 'sleep'
          this.#expire()
          continue
        }
        this.#switchTo(next)
        this.#turn()
        if (this.#budget < 0) return 'budget'
      }
    })
    if (outcome === 'ended') this.#backTo(this.main)
    return outcome
  }

  /** Whether a thread that matters for the program's end runs, or will by itself. */
  #isRestGoing(): boolean {
    for (const thread of this.threads) {
      if (thread === this.main || thread.isDaemon) continue
      if (thread.wait?.state !== 'waiting' || thread.wait.deadline !== null) return true
    }
    return false
  }

  #outermost(body: () => Outcome): Outcome {
    this.base = 1
    try {
      return body()
    } finally {
      this.base = 0
    }
  }

  /** The main thread's code has ended inside of another thread's call. */
  #leaveMain(): 'ended' {
    const { raised, returned } = this.#mainEnd!
    this.#mainEnd = null
    this.#backTo(this.main)
    if (raised !== null) throw raised
    this.#engine.returned = returned
    return 'ended'
  }

  /** What comes next is the main thread's. */
  enterMain(): void {
    this.#backTo(this.main)
    // A call in which it waited is made no more.
    if (this.#engine.frame === null) this.main.wait = null
  }

  /** A thread has its turn again out of order. */
  #backTo(thread: ThreadState): void {
    if (this.current === thread) return
    if (this.#isGoing(this.current)) this.#ready.push(this.current)
    this.#switchTo(thread)
  }

  /** Runs other threads inside of a call that waits. */
  #runOthers(thread: ThreadState, wait: Wait): void {
    const engine = this.#engine
    const { signal, returned, argumentTuple, argumentsPacked } = engine
    const outerBase = this.base
    thread.isBuried = true
    engine.nesting++
    this.base = engine.nesting
    try {
      while (wait.state === 'waiting' || (!this.isStopped && this.#ready.includes(thread))) {
        this.#hearInterrupt()
        const next = this.#next(thread)
        if (next === thread || (this.#mainEnd !== null && thread.isDaemon)) break
        if (next === null) {
          this.#idleWithin(thread)
          continue
        }
        this.#switchTo(next)
        this.#turnWithin(next)
      }
    } finally {
      this.#backTo(thread)
      remove(this.#ready, thread)
      if (wait.queue !== null) remove(wait.queue, thread)
      this.#timed.delete(thread)
      engine.nesting--
      this.base = outerBase
      this.#settle()
      this.#allot()
      engine.signal = signal
      engine.returned = returned
      engine.argumentTuple = argumentTuple
      engine.argumentsPacked = argumentsPacked
      thread.isBuried = false
    }
  }

  #turnWithin(thread: ThreadState): void {
    const engine = this.#engine
    if (thread !== this.main) {
      this.#turn()
      return
    }
    try {
      if (this.#turn() === 'left') this.#mainEnd = { raised: null, returned: engine.returned }
    } catch (thrown) {
      if (!(thrown instanceof Raise)) throw thrown
      this.#mainEnd = { raised: thrown, returned: null }
    }
  }

  /** The main thread hears of an interrupt even while it waits. */
  #hearInterrupt(): void {
    const { main } = this
    if (!this.#engine.interrupted || main.wait?.state !== 'waiting') return
    this.#finishWait(main, 'interrupted')
    remove(this.#ready, main)
    this.#ready.unshift(main)
  }

  /** The thread whose turn it is; null if all wait. Those that are buried cannot run, but for `buried`. */
  #next(buried: ThreadState | null = null): ThreadState | null {
    this.#expire()
    const { current } = this
    const isGoing = this.#isGoing(current)
    const wantsMain = this.#engine.interrupted && current !== this.main
    if (isGoing && current.quantum >= 0 && !wantsMain) return current
    const at = this.isStopped ? -1 : this.#ready.findIndex((each) => !each.isBuried || each === buried)
    if (at < 0) {
      if (!isGoing) return null
      current.quantum = this.#share
      return current
    }
    const next = this.#ready.splice(at, 1)[0]!
    if (isGoing) this.#ready.push(current)
    return next
  }

  /** Whether the running thread can go on; the main one has to have code to run. */
  #isGoing(current: ThreadState): boolean {
    if (current.hasEnded || current.wait?.state === 'waiting' || this.#ready.includes(current)) return false
    return current !== this.main || this.#engine.frame !== null
  }

  /** All wait: null if someone goes on. */
  #idle(): Outcome | null {
    const earliest = this.#earliest
    if (earliest !== null) {
      if (!this.clock.sleepUntil(earliest)) return 'sleep'
      this.#expire()
      return null
    }
    if (this.#inputWaiter !== null) return 'input'
    this.#finishWait(this.main, 'failed', deadlockMessage(this.#engine))
    return null
  }

  #idleWithin(thread: ThreadState): void {
    const earliest = this.isStopped ? (thread.wait?.deadline ?? null) : this.#earliest
    if (earliest === null) return this.#finishWait(thread, 'failed', deadlockMessage(this.#engine))
    this.clock.skipTo(earliest)
    this.#expire()
  }

  #switchTo(thread: ThreadState): void {
    this.clock.endSleep()
    if (thread === this.current) return this.#allot()
    this.#settle()
    this.#engine.exchange(this.current, thread)
    this.current = thread
    thread.quantum = this.#share
    this.#allot()
  }

  /** The current thread runs until it leaves its first frame, waits or pauses. */
  #turn(): 'left' | 'paused' {
    const engine = this.#engine
    const thread = this.current
    this.#allot()
    engine.nesting = this.base
    engine.signal = 0
    try {
      if (thread === this.main) return runLoop(engine, null) ? 'left' : 'paused'
      return this.#turnOf(thread)
    } catch (thrown) {
      if (thrown instanceof Suspend) return 'paused'
      throw thrown
    } finally {
      engine.nesting = this.base === 1 ? 0 : this.base
      this.#settle()
    }
  }

  #turnOf(thread: ThreadState): 'left' | 'paused' {
    const engine = this.#engine
    const { boot } = thread
    try {
      let result: Own
      if (!thread.hasBegun) {
        thread.hasBegun = true
        const frame = this.#firstFrame(boot!)
        if (frame === null) result = engine.call(boot!.func, boot!.args, boot!.kwnames)
        else {
          frame.isEntry = true
          engine.enterFrame(frame)
          if (!runLoop(engine, null)) return 'paused'
          result = this.#takeReturned()
        }
      } else {
        if (!runLoop(engine, null)) return 'paused'
        result = this.#takeReturned()
      }
      release(result)
    } catch (thrown) {
      if (thrown instanceof Raise) {
        if (isInstance(thrown.exception, engine.types.SystemExit)) dropRaise(thrown)
        else engine.unraisable(thrown, `Exception ignored in thread started by ${toRepr(engine, boot!.func)}`)
      } else if (!(thrown instanceof ThreadExit)) throw thrown
    }
    this.#end(thread)
    return 'left'
  }

  #takeReturned(): Own {
    const engine = this.#engine
    const { returned } = engine
    engine.returned = null
    return returned!
  }

  /** The frame of a call of a Python function or method of one; null for other callables. */
  #firstFrame({ func, args, kwnames }: Boot): Frame | null {
    const engine = this.#engine
    const { types } = engine
    if (func.type === (types.function as unknown))
      return newFrame(engine, newRef(func as unknown as PyFunction), args.map(newRef), kwnames)
    if (func.type !== (types.method as unknown)) return null
    const method = func as unknown as PyMethod
    if (method.func.type !== (types.function as unknown)) return null
    return newFrame(
      engine,
      newRef(method.func as unknown as PyFunction),
      [method.self!, ...args].map(newRef),
      kwnames,
    )
  }

  /** The interpreter is left: what threads still hold goes. */
  dropAll(): void {
    this.isStopped = true
    for (const thread of [...this.threads]) {
      if (thread === this.main) continue
      this.#switchTo(thread)
      this.#engine.abandonFrames()
      this.threads.delete(thread)
      thread.dropOwn()
      thread.hasEnded = true
      this.#switchTo(this.main)
    }
  }
}

function remove(list: ThreadState[], thread: ThreadState): void {
  const at = list.indexOf(thread)
  if (at >= 0) list.splice(at, 1)
}
