/**
 * Notes beside lines: what the last execution of a line did to the counts of the objects that its names refer to.
 *
 * The objects are looked at when the line begins and again when it is over: at the next line of its frame, or when that
 * has ended. Only what changed or was bound is noted, and only the last execution is kept.
 */
import { opnames } from '../bytecode/opcodes.ts'
import { isImmortal, type PyObject } from '../heap/object.ts'
import type { Frame } from '../objects/activation.ts'
import { PyCell } from '../objects/cell.ts'
import type { PyCode } from '../objects/code.ts'
import { PyDict } from '../objects/dict.ts'
import { PyFunction } from '../objects/function.ts'
import { PyModule } from '../objects/module.ts'
import type { PyStr } from '../objects/str.ts'
import { MISSING } from '../objects/tables/dict-table.ts'
import { PyType } from '../objects/type.ts'
import type { LineNote } from './data.ts'
import { isPlainValue } from './texts.ts'

/** A name that matters to a line. */
interface NameUse {
  readonly name: string
  /** Its place among the fast locals; -1 for one in a namespace. */
  readonly index: number
  readonly key: PyStr | null
  /** false: a local of the frame, which matters only if it dies with it. */
  readonly isOnLine: boolean
}

interface Visit {
  readonly lineno: number
  readonly depth: number
  readonly frame: Frame
  readonly uses: readonly NameUse[]
  readonly before: (PyObject | null)[]
  readonly countsBefore: number[]
  after: (PyObject | null)[]
  countsAfter: number[]
  /** Of the objects before. */
  countsLeft: number[]
}

export class NoteLog {
  readonly #open: Visit[] = []
  readonly #last = new Map<number, Visit>()
  readonly #uses = new Map<PyCode, Map<number, readonly NameUse[]>>()

  /** A line begins in a frame of that depth. */
  step(frame: Frame, lineno: number, depth: number): void {
    const open = this.#open
    for (let last = open.at(-1); last !== undefined && last.depth >= depth; last = open.at(-1)) {
      open.pop()
      this.#close(last, last.frame === frame)
    }
    const uses = this.#usesOf(frame.code, lineno)
    const before = uses.map((use) => valueOf(frame, use))
    open.push({
      lineno,
      depth,
      frame,
      uses,
      before,
      countsBefore: before.map(countOf),
      after: before,
      countsAfter: [],
      countsLeft: [],
    })
  }

  /** The program is over; `isThere` says whether the names of its module still are. */
  end(isThere: boolean): void {
    for (let last = this.#open.pop(); last !== undefined; last = this.#open.pop())
      this.#close(last, last.depth === 0 && isThere)
  }

  #close(visit: Visit, isThere: boolean): void {
    if (isThere) visit.after = visit.uses.map((use) => valueOf(visit.frame, use))
    visit.countsAfter = visit.after.map(countOf)
    visit.countsLeft = visit.before.map(countOf)
    this.#last.set(visit.lineno, visit)
  }

  notes(): LineNote[] {
    return [...this.#last]
      .sort(([a], [b]) => a - b)
      .map(([lineno, visit]) => ({ lineno, notes: textsOf(visit) }))
      .filter(({ notes }) => notes.length > 0)
  }

  #usesOf(code: PyCode, lineno: number): readonly NameUse[] {
    let lines = this.#uses.get(code)
    if (lines === undefined) {
      lines = new Map()
      this.#uses.set(code, lines)
    }
    const known = lines.get(lineno)
    if (known !== undefined) return known
    const uses = namesOnLine(code, lineno)
    lines.set(lineno, uses)
    return uses
  }
}

function countOf(object: PyObject | null): number {
  return object === null ? 0 : object.refcnt
}

function textsOf({ uses, before, countsBefore, after, countsAfter, countsLeft }: Visit): string[] {
  const found: string[] = []
  uses.forEach(({ name, isOnLine }, i) => {
    const old = before[i]!
    const now = after[i]!
    // A dead object has no references.
    const isFreed = old !== null && countsLeft[i] === 0
    if (isFreed && isOfInterest(old)) found.push(`freed ${name}`)
    if (!isOnLine) return
    if (now === null || !isOfInterest(now)) {
      // The name means nothing any more, or a number: what it meant has lost a reference.
      const isChanged = countsLeft[i] !== countsBefore[i]
      if (old !== null && !isFreed && isChanged && isOfInterest(old))
        found.push(`${name}: ${countsBefore[i]} → ${countsLeft[i]}`)
    } else if (countsAfter[i] === 0) return
    else if (now !== old) found.push(`${name} → ${countsAfter[i]}`)
    else if (countsAfter[i] !== countsBefore[i] && !(now instanceof PyType || now instanceof PyFunction))
      found.push(`${name}: ${countsBefore[i]} → ${countsAfter[i]}`)
  })
  return found
}

function isOfInterest(object: PyObject): boolean {
  return !isImmortal(object) && !isPlainValue(object) && !(object instanceof PyModule)
}

const NAME = /^(LOAD|STORE|DELETE)_(NAME|GLOBAL|FAST|DEREF|FAST_CHECK|FAST_AND_CLEAR)$/
const TWO_NAMES = /^(LOAD_FAST_LOAD_FAST|STORE_FAST_LOAD_FAST|STORE_FAST_STORE_FAST)$/

/** The names that the instructions of a line load, store or delete, in order; where it returns, all locals. */
function namesOnLine(code: PyCode, lineno: number): NameUse[] {
  const { opcodes, args } = code.instructions
  const locals = code.data.co_localsplusnames
  const found = new Map<string, NameUse>()
  const add = (name: string | undefined, index: number, key: PyStr | null, isOnLine = true): void => {
    if (name !== undefined && !found.has(name)) found.set(name, { name, index, key, isOnLine })
  }
  let returns = false
  for (let at = 0; at < opcodes.length; at++) {
    if (code.lineAt(at) !== lineno) continue
    const opname = opnames[opcodes[at]!] ?? ''
    const arg = args[at]!
    returns ||= opname.startsWith('RETURN_')
    if (TWO_NAMES.test(opname)) {
      add(locals[arg >> 4], arg >> 4, null)
      add(locals[arg & 15], arg & 15, null)
    } else if (NAME.test(opname)) {
      const index = opname === 'LOAD_GLOBAL' ? arg >> 1 : arg
      const isNamed = opname.endsWith('_NAME') || opname.endsWith('_GLOBAL')
      const key = isNamed ? (code.names.items[index] as unknown as PyStr) : null
      if (key !== null) add(key.value, -1, key)
      else add(locals[index], index, null)
    }
  }
  if (returns) locals.forEach((name, index) => add(name, index, null, false))
  return [...found.values()]
}

/** What a name refers to in a frame; null where it is not bound. Runs no Python. */
function valueOf(frame: Frame, { index, key }: NameUse): PyObject | null {
  if (key === null) {
    const value = frame.localsplus[index] ?? null
    return value instanceof PyCell ? value.value : value
  }
  const { locals, globals } = frame
  const local = locals instanceof PyDict && locals !== globals ? inDict(locals, key) : null
  return local ?? inDict(globals, key)
}

const sameName = (stored: PyObject, name: PyObject): boolean =>
  stored === name || (stored as PyStr).value === (name as PyStr).value

function inDict({ table }: PyDict, key: PyStr): PyObject | null {
  const at = table.find(key, key.hash, sameName)
  return at === MISSING ? null : table.valueAt(at)
}
