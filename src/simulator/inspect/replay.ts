/**
 * `Replay`: runs a recorded program again and stops to look at given instructions. Between two looks it can be paused
 * and gone on with: it asks the machine to pause at its next safe point, and sees what it has to see until then.
 */
import type { PyObject } from '../heap/object.ts'
import type { Frame } from '../objects/activation.ts'
import type { CountChange, ObjectId } from './data.ts'
import { EndOfWatch } from './recording.ts'
import type { SourceCode } from './source-codes.ts'
import { survey } from './survey.ts'
import { isPlainValue } from './texts.ts'
import { type Subject, Watch } from './watch.ts'

/** Looks in the state before instruction `stop`; false when it has been enough for now. */
export type LookAt = (replay: Replay, stop: number) => boolean

/** A replay that finds no safe point within so many instructions is given up. */
const PATIENCE = 50_000

export class Replay extends Watch {
  /** Where executed instructions of the recorded source are noted, while they are. */
  trace: { instruction: number; code: number; offset: number }[] | null = null
  /** It was to pause and could not. */
  hasGivenUp = false
  #counts: CountLog | null = null
  #stops: readonly number[] = []
  #look: LookAt = () => false
  #next = 0
  #due = Number.POSITIVE_INFINITY
  #giveUpAt = Number.POSITIVE_INFINITY

  /** What to look at next: `stops` in ascending order, none of them before the instruction that comes next. */
  expect(stops: readonly number[], look: LookAt): void {
    this.#stops = stops
    this.#look = look
    this.#next = 0
    this.#giveUpAt = Number.POSITIVE_INFINITY
    this.#due = stops[0] ?? Number.POSITIVE_INFINITY
  }

  /** What it was to look at and has not reached. */
  get left(): readonly number[] {
    return this.#stops.slice(this.#next)
  }

  protected override atInstruction(): void {
    if (this.instruction >= this.#due) this.#reach()
  }

  #reach(): void {
    if (this.instruction >= this.#giveUpAt) {
      this.hasGivenUp = true
      throw new EndOfWatch('there is no safe point')
    }
    let goesOn = true
    while (this.#next < this.#stops.length && this.#stops[this.#next]! <= this.instruction)
      goesOn = this.#look(this, this.#stops[this.#next++]!)
    const next = this.#stops[this.#next] ?? Number.POSITIVE_INFINITY
    if (this.isExiting) {
      // The interpreter's exit cannot be paused.
      if (next === Number.POSITIVE_INFINITY) throw new EndOfWatch('seen')
    } else if (
      this.#giveUpAt === Number.POSITIVE_INFINITY &&
      (!goesOn || next === Number.POSITIVE_INFINITY)
    ) {
      this.subject.machine.pauseSoon()
      this.#giveUpAt = this.instruction + PATIENCE
    }
    this.#due = Math.min(next, this.#giveUpAt)
  }

  protected override atSource(frame: Frame, at: number, source: SourceCode): void {
    if (this.trace === null || !this.isCounting) return
    const offset = frame.instructions.units[at]! * 2
    this.trace.push({ instruction: this.instruction, code: source.index, offset })
  }

  override exit(): void {
    if (this.#stops[this.#next]! <= this.instruction) this.#reach()
    this.#giveUpAt = Number.POSITIVE_INFINITY
    this.#due = this.#stops[this.#next] ?? Number.POSITIVE_INFINITY
    super.exit()
  }

  /** The run is over: what has not been reached is looked at now. */
  end(): void {
    while (this.#next < this.#stops.length) this.#look(this, this.#stops[this.#next++]!)
  }

  /** From now on the changes of counts of all objects of the program are noted. What is followed stays slow. */
  followCounts(): readonly RawChange[] {
    this.#counts = new CountLog(() => this.current)
    for (const object of survey(this.subject, this.dyingObjects).objects) {
      const id = this.names.idOf(object)
      if (id > 0 && !isPlainValue(object)) this.#counts.follow(object, id, object.refcnt)
    }
    return this.#counts.changes
  }

  override born(object: PyObject, address: number): void {
    super.born(object, address)
    const { lastId, lastKin } = this.names
    if (this.#counts !== null && lastKin !== null && lastId !== 0) this.#counts.born(object, lastId)
  }
}

/** Notes every change of one object's count, from its birth on. */
export class History extends Watch {
  readonly #only: ObjectId
  readonly #log = new CountLog(() => this.current)

  constructor(subject: Subject, filenames: readonly string[], only: ObjectId) {
    super(subject, filenames)
    this.#only = only
  }

  get changes(): readonly RawChange[] {
    return this.#log.changes
  }

  protected override atInstruction(): void {
    if (this.instruction > 0) return
    // Of what an earlier cell of the session has made.
    for (const object of survey(this.subject, this.dyingObjects).objects)
      if (this.names.idOf(object) === this.#only) this.#log.follow(object, this.#only, object.refcnt)
  }

  override born(object: PyObject, address: number): void {
    super.born(object, address)
    if (this.isCounting && this.names.lastId === this.#only && this.#only !== 0)
      this.#log.born(object, this.#only)
  }
}

export type RawChange = Omit<CountChange, 'step'>

/** Changes of counts: the `refcnt` of what is followed is made a property with a setter, for which nobody else pays. */
class CountLog {
  readonly changes: RawChange[] = []
  readonly #instruction: () => number

  /** `instruction` tells which instruction is being executed. */
  constructor(instruction: () => number) {
    this.#instruction = instruction
  }

  born(object: PyObject, id: ObjectId): void {
    this.#add(id, 0, 1)
    this.follow(object, id, 1)
  }

  follow(object: PyObject, id: ObjectId, refcnt: number): void {
    let count = refcnt
    Object.defineProperty(object, 'refcnt', {
      configurable: true,
      enumerable: true,
      get: () => count,
      set: (value: number) => {
        if (value !== count) this.#add(id, count, value)
        count = value
      },
    })
  }

  #add(object: ObjectId, from: number, to: number): void {
    this.changes.push({ instruction: this.#instruction(), object, from, to })
  }
}
