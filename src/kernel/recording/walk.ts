// A *walk*: an interpreter that replays a recorded run and can stand still in it. It goes forward only; between two
// slices of instructions, at a safe point of the outermost loop, it is paused and costs nothing but memory. Whoever
// looks at a late moment goes on with a walk that stands shortly before it.

import { EndOfWatch, type Interpreter, type LookAt, Replay } from '../../simulator/index.ts'
import type { RecordRequest } from './protocol.ts'
import { filenamesOf, prepare } from './world.ts'

export class Walk {
  readonly replay: Replay
  /** It cannot be gone on with: the run is over, or it was ended within. */
  isOver = false
  readonly #python: Interpreter
  readonly #isProgram: boolean
  #isAtExit = false

  /** At the beginning of a run. */
  constructor(request: RecordRequest) {
    const { python, watch } = prepare(request, (subject) => new Replay(subject, filenamesOf(request)))
    this.replay = watch
    this.#python = python
    this.#isProgram = request.mode === 'program'
  }

  /** The instruction that comes next. */
  get at(): number {
    return this.replay.instruction
  }

  /** About how much memory it takes, in bytes: an interpreter, and some objects of ours for each of the program's. */
  get weight(): number {
    return 3_000_000 + 3 * this.#python.engine.heap.bytes
  }

  /**
   * Looks at `stops`, ascending and none of them past; pauses when all have been seen or `look` has had enough. Answers
   * those that are left.
   */
  visit(stops: readonly number[], look: LookAt): readonly number[] {
    this.replay.expect(stops, look)
    this.#go(Number.POSITIVE_INFINITY)
    return this.replay.left
  }

  /** Goes on towards an instruction, by about `budget` of them; true when it is there, or cannot get there. */
  advance(to: number, budget: number): boolean {
    this.replay.expect([to], () => false)
    this.#go(budget)
    return this.isOver || this.#isAtExit || this.at >= to
  }

  #go(budget: number): void {
    const { replay } = this
    try {
      if (!this.#isAtExit) {
        this.#isAtExit = this.#python.runOn(budget).state === 'finished'
        if (!this.#isAtExit) return
      }
      if (replay.left.length === 0 || budget !== Number.POSITIVE_INFINITY) return
      if (this.#isProgram) {
        this.isOver = true
        replay.exit()
        this.#python.finalize()
      }
    } catch (thrown) {
      this.isOver = true
      if (!(thrown instanceof EndOfWatch)) throw thrown
      if (replay.hasGivenUp) return
    }
    replay.end()
  }
}
