/**
 * Notes beside lines: what the last execution of a line did to the counts of the objects that its names refer to.
 *
 * A replay looks at these objects before the line and again when it is over: at the next line of its frame, or when
 * the frame has ended. Only what changed or was bound is noted.
 */
import { opnames } from '../bytecode/opcodes.ts'
import { isImmortal, type PyObject } from '../heap/object.ts'
import type { Frame } from '../objects/activation.ts'
import { PyCell } from '../objects/cell.ts'
import { PyDict } from '../objects/dict.ts'
import { PyFunction } from '../objects/function.ts'
import { PyModule } from '../objects/module.ts'
import { PyType } from '../objects/type.ts'
import type { LineNote, StepsData } from './data.ts'
import { EndOfWatch } from './recording.ts'
import { isPlainValue } from './texts.ts'
import { type Subject, Watch } from './watch.ts'

/** More lines than a reader looks through. */
const MOST_LINES = 500

interface Before {
  readonly name: string
  readonly object: PyObject | null
  readonly refcnt: number
  /** false: a local of the frame, which matters only if it dies with it. */
  readonly isOnLine: boolean
}

interface Visit {
  readonly lineno: number
  readonly begin: number
  /** The instruction before which the line is over. */
  readonly end: number
  frame: Frame | null
  before: readonly Before[]
}

class NoteTaker extends Watch {
  readonly notes = new Map<number, string[]>()
  readonly #begins: Visit[]
  readonly #ends: Visit[]
  readonly #dead = new Set<PyObject>()
  readonly #looked = new Set<PyObject>()

  constructor(subject: Subject, filenames: readonly string[], visits: readonly Visit[]) {
    super(subject, filenames)
    this.#begins = [...visits].sort((a, b) => b.begin - a.begin)
    this.#ends = [...visits].sort((a, b) => b.end - a.end)
  }

  protected override atInstruction(frame: Frame): void {
    this.#finish(frame)
    const next = this.#begins.at(-1)
    if (next !== undefined && next.begin === this.instruction) {
      this.#begins.pop()
      next.frame = frame
      next.before = this.#lookAt(frame, next.lineno)
    }
    if (this.#ends.length === 0) throw new EndOfWatch('seen')
  }

  override exit(): void {
    this.#finish(null)
    super.exit()
  }

  end(): void {
    while (this.#ends.length > 0) this.#note(this.#ends.pop()!, null)
  }

  override died(object: PyObject): void {
    super.died(object)
    if (this.#looked.has(object)) this.#dead.add(object)
  }

  #finish(frame: Frame | null): void {
    for (
      let done = this.#ends.at(-1);
      done !== undefined && done.end <= this.instruction;
      done = this.#ends.at(-1)
    ) {
      this.#ends.pop()
      this.#note(done, frame)
    }
  }

  #lookAt(frame: Frame, lineno: number): Before[] {
    const onLine = namesOnLine(frame, lineno)
    const locals = frame.code.data.co_localsplusnames.filter((name) => !onLine.includes(name))
    return [...onLine, ...locals].map((name, i) => {
      const object = valueOf(frame, name)
      if (object !== null) this.#looked.add(object)
      return { name, object, refcnt: object?.refcnt ?? 0, isOnLine: i < onLine.length }
    })
  }

  #note({ lineno, frame, before }: Visit, running: Frame | null): void {
    if (frame === null) return
    // At exit the module's names are still there.
    const isThere = running === null ? frame.locals !== null : isRunning(running, frame)
    const found: string[] = []
    for (const { name, object, refcnt, isOnLine } of before) {
      const after = isThere ? valueOf(frame, name) : object
      if (object !== null && this.#dead.has(object)) {
        if (isOfInterest(object)) found.push(`freed ${name}`)
      }
      const isLeft = after === null || !isOfInterest(after)
      if (isOnLine && isLeft && object !== null && !this.#dead.has(object)) {
        // The name means nothing any more, or a number: what it meant has lost a reference.
        if (isOfInterest(object) && object.refcnt !== refcnt)
          found.push(`${name}: ${refcnt} → ${object.refcnt}`)
      }
      if (!isOnLine || after === null || this.#dead.has(after) || !isOfInterest(after)) continue
      if (after !== object) found.push(`${name} → ${after.refcnt}`)
      else if (after.refcnt !== refcnt && !(after instanceof PyType || after instanceof PyFunction))
        found.push(`${name}: ${refcnt} → ${after.refcnt}`)
    }
    if (found.length > 0) this.notes.set(lineno, found)
  }
}

function isOfInterest(object: PyObject): boolean {
  return !isImmortal(object) && !isPlainValue(object) && !(object instanceof PyModule)
}

function isRunning(innermost: Frame, frame: Frame): boolean {
  for (let at: Frame | null = innermost; at !== null; at = at.previous) if (at === frame) return true
  return false
}

const NAME = /^(LOAD|STORE|DELETE)_(NAME|GLOBAL|FAST|DEREF|FAST_CHECK|FAST_AND_CLEAR)$/
const TWO_NAMES = /^(LOAD_FAST_LOAD_FAST|STORE_FAST_LOAD_FAST|STORE_FAST_STORE_FAST)$/

/** The names that the instructions of a line load, store or delete, in order. */
function namesOnLine(frame: Frame, lineno: number): string[] {
  const { opcodes, args } = frame.instructions
  const { data } = frame.code
  const names = new Set<string>()
  for (let at = 0; at < opcodes.length; at++) {
    if (frame.code.lineAt(at) !== lineno) continue
    const opname = opnames[opcodes[at]!] ?? ''
    const arg = args[at]!
    if (TWO_NAMES.test(opname)) {
      names.add(data.co_localsplusnames[arg >> 4]!)
      names.add(data.co_localsplusnames[arg & 15]!)
    } else if (NAME.test(opname)) {
      const isGlobalLoad = opname === 'LOAD_GLOBAL'
      const isNamed = opname.endsWith('_NAME') || opname.endsWith('_GLOBAL')
      const name = isNamed ? data.co_names[isGlobalLoad ? arg >> 1 : arg] : data.co_localsplusnames[arg]
      if (name !== undefined) names.add(name)
    }
  }
  return [...names]
}

/** What a name refers to in a frame; null where it is not bound. Runs no Python. */
function valueOf(frame: Frame, name: string): PyObject | null {
  const index = frame.code.data.co_localsplusnames.indexOf(name)
  if (index >= 0) {
    const value = frame.localsplus[index] ?? null
    return value instanceof PyCell ? value.value : value
  }
  const { locals, globals } = frame
  const local = locals instanceof PyDict ? (locals as PyDict).getStr(name) : null
  return local ?? globals.getStr(name)
}

/**
 * The notes of a recording with these steps. `replay` runs the program again under the watch that it makes.
 */
export function takeLineNotes(
  steps: StepsData,
  end: number,
  filenames: readonly string[],
  replay: <W extends Watch & { end(): void }>(make: (subject: Subject) => W) => W,
): LineNote[] {
  const visits = lastVisits(steps, end)
  if (visits.length === 0) return []
  const { notes } = replay((subject) => new NoteTaker(subject, filenames, visits))
  return [...notes].sort(([a], [b]) => a - b).map(([lineno, texts]) => ({ lineno, notes: texts }))
}

function lastVisits({ instruction, lineno, depth }: StepsData, end: number): Visit[] {
  const last = new Map<number, number>()
  for (let step = lineno.length - 1; step >= 0 && last.size < MOST_LINES; step--) {
    if (!last.has(lineno[step]!)) last.set(lineno[step]!, step)
  }
  return [...last].map(([line, step]) => {
    let next = step + 1
    while (next < depth.length && depth[next]! > depth[step]!) next++
    return {
      lineno: line,
      begin: instruction[step]!,
      end: next < depth.length ? instruction[next]! : end,
      frame: null,
      before: [],
    }
  })
}
