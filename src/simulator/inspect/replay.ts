/** `Replay`: runs a recorded program again and stops to look at given instructions. */
import type { PyObject } from '../heap/object.ts'
import type { Frame } from '../objects/activation.ts'
import type { CountChange, ObjectId } from './data.ts'
import { EndOfWatch } from './recording.ts'
import type { SourceCode } from './source-codes.ts'
import { survey } from './survey.ts'
import { isPlainValue } from './texts.ts'
import { type Subject, Watch } from './watch.ts'

/** Looks at given instructions, then ends the run. */
export class Replay extends Watch {
  readonly #stops: readonly number[]
  readonly #look: (replay: Replay, stop: number) => void
  #next = 0

  /** `stops` in ascending order; `look` is called in the state before each of these instructions. */
  constructor(
    subject: Subject,
    filenames: readonly string[],
    stops: readonly number[],
    look: (replay: Replay, stop: number) => void,
  ) {
    super(subject, filenames)
    this.#stops = stops
    this.#look = look
  }

  protected override atInstruction(): void {
    if (this.instruction < this.#stops[this.#next]!) return
    this.#reach()
  }

  #reach(): void {
    while (this.#next < this.#stops.length && this.#stops[this.#next]! <= this.instruction)
      this.#look(this, this.#stops[this.#next++]!)
    if (this.#next >= this.#stops.length) throw new EndOfWatch('seen')
  }

  override exit(): void {
    if (this.#next < this.#stops.length && this.#stops[this.#next]! <= this.instruction) this.#reach()
    super.exit()
  }

  /** The run is over: what has not been reached is looked at now. */
  end(): void {
    while (this.#next < this.#stops.length) this.#look(this, this.#stops[this.#next++]!)
  }
}

/** Logs the executed instructions of the recorded source. */
export class Tracer extends Watch {
  readonly entries: { instruction: number; code: number; offset: number }[] = []
  readonly #from: number
  readonly #to: number

  constructor(subject: Subject, filenames: readonly string[], from: number, to: number) {
    super(subject, filenames)
    this.#from = from
    this.#to = to
  }

  protected override atInstruction(): void {
    if (this.instruction >= this.#to) throw new EndOfWatch('seen')
  }

  protected override atSource(frame: Frame, at: number, source: SourceCode): void {
    if (!this.isCounting || this.instruction < this.#from || this.instruction >= this.#to) return
    this.entries.push({
      instruction: this.instruction,
      code: source.index,
      offset: frame.instructions.units[at]! * 2,
    })
  }
}

export type RawChange = Omit<CountChange, 'step'>

/**
 * Logs each change of the counts of some objects: their `refcnt` is made a property with a setter, which nobody else
 * pays for.
 */
export class CountLog extends Watch {
  readonly changes: RawChange[] = []
  readonly #from: number
  readonly #to: number
  readonly #only: ObjectId | null
  #isOn = false

  /** Of one object from its birth on, or of all objects of the program. */
  constructor(
    subject: Subject,
    filenames: readonly string[],
    from: number,
    to: number,
    only: ObjectId | null,
  ) {
    super(subject, filenames)
    this.#from = from
    this.#to = to
    this.#only = only
  }

  protected override atInstruction(): void {
    if (this.instruction >= this.#to) throw new EndOfWatch('seen')
    if (!this.#isOn && this.instruction >= this.#from) this.#begin()
  }

  #begin(): void {
    this.#isOn = true
    for (const object of survey(this.subject, this.dyingObjects).objects) {
      const id = this.names.idOf(object)
      if (this.#only === null ? id > 0 && !isPlainValue(object) : id === this.#only)
        this.#follow(object, id, object.refcnt)
    }
  }

  override born(object: PyObject, address: number): void {
    super.born(object, address)
    if (!this.isCounting) return
    const { lastId, lastKin } = this.names
    const isWanted = this.#only === null ? this.#isOn && lastKin !== null : lastId === this.#only
    if (!isWanted || lastId === 0) return
    this.#log(lastId, 0, 1)
    this.#follow(object, lastId, 1)
  }

  #follow(object: PyObject, id: ObjectId, refcnt: number): void {
    let count = refcnt
    Object.defineProperty(object, 'refcnt', {
      configurable: true,
      enumerable: true,
      get: () => count,
      set: (value: number) => {
        if (value !== count) this.#log(id, count, value)
        count = value
      },
    })
  }

  #log(object: ObjectId, from: number, to: number): void {
    if (this.current >= this.#from && this.current < this.#to)
      this.changes.push({ instruction: this.current, object, from, to })
  }
}
