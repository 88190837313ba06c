/**
 * The clock of threads. Time is counted in instructions, so that a program does the same every time: while something
 * runs the clock goes forward by what CPython would take for as many, and when all wait by as long as they sleep.
 */
import type { Engine } from './interpreter.ts'

/** About what CPython takes for an instruction. */
export const NANOSECONDS_PER_INSTRUCTION = 15

/** How much slower this machine is than CPython, roughly. */
const PACE = 64n

export class ThreadClock {
  readonly #engine: Engine
  /** Nanoseconds. */
  now = 0
  /** When the sleep that has paused the run is over, by the host's clock. */
  wakeAt: bigint | null = null
  #idleFrom = 0n
  /** Nanoseconds slept so far, and what `pace` began with. */
  #slept = 0n
  #paceStart: bigint | null = null

  constructor(engine: Engine) {
    this.#engine = engine
  }

  executed(instructions: number): void {
    this.now += instructions * NANOSECONDS_PER_INSTRUCTION
  }

  #nanosecondsTo(moment: number): bigint {
    return BigInt(Math.max(Math.ceil(moment - this.now), 0))
  }

  /** Sleeps at once: the clocks are put forward. */
  skipTo(moment: number): void {
    const nanoseconds = this.#nanosecondsTo(moment)
    this.#engine.clockOffset += nanoseconds
    this.#slept += nanoseconds
    this.now = moment
  }

  /** Sleeps by the host's clock: false while that is not over. */
  sleepUntil(moment: number): boolean {
    const { host, interrupted } = this.#engine
    const now = host.monotonic()
    if (this.wakeAt === null) {
      this.#idleFrom = now
      this.wakeAt = now + this.#nanosecondsTo(moment)
    }
    if (now < this.wakeAt && !interrupted) return false
    const isOver = now >= this.wakeAt
    this.#end(now)
    if (isOver) this.now = Math.max(this.now, moment)
    return true
  }

  /** Someone goes on: a sleep is over before its time. */
  endSleep(): void {
    if (this.wakeAt !== null) this.#end(this.#engine.host.monotonic())
  }

  #end(now: bigint): void {
    const slept = (now < this.wakeAt! ? now : this.wakeAt!) - this.#idleFrom
    this.#slept += slept
    this.now += Number(slept)
    this.wakeAt = null
  }

  /**
   * A clock by which sleeping takes its time, and everything else a small part of it: about what it takes in CPython.
   * So what an event loop has to do in a few milliseconds comes in the same order as there.
   */
  get pace(): bigint {
    const now = this.#engine.host.monotonic()
    this.#paceStart ??= now - this.#slept
    return this.#paceStart + this.#slept + (now - this.#paceStart - this.#slept) / PACE
  }
}
