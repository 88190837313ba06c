/**
 * A survey of the whole heap: every object, how many references to it exist, and whether a root reaches it. All that
 * a snapshot says is read from it, so that what it says adds up as the audit does.
 */
import { isImmortal, type PyObject, traverse, type Visit } from '../heap/object.ts'
import { PyCode } from '../objects/code.ts'
import { PyDict } from '../objects/dict.ts'
import { PyTuple } from '../objects/tuple.ts'
import { type FrameReference, framesOf, referencesOf } from './frames.ts'
import { isPlainValue } from './texts.ts'
import type { Subject } from './watch.ts'

/** Where blocks of small objects begin, as in heap/addresses.ts; what was made before lies below, large blocks above. */
const FIRST = 0x7f3a_5c00_0000
const FIRST_EARLY = 0x7f39_0000_0000
const END = 0x7f3b_0000_0000
const GRANULE = 16

/**
 * Numbers for objects, 0, 1, 2 … in the order in which they were found. A table by address, because an address belongs
 * to one living object: many times faster than a map, and a snapshot asks for the number of each reference's end.
 */
class Numbering {
  readonly objects: PyObject[] = []
  /** Number + 1, by address; 0 where none is known. */
  #small = new Int32Array(1 << 16)
  #early = new Int32Array(1 << 12)
  readonly #others = new Map<PyObject, number>()

  /** -1 for one that was not found. */
  of(object: PyObject): number {
    const { address } = object
    let number = 0
    if (address < END) {
      if (address >= FIRST) number = this.#small[(address - FIRST) / GRANULE] ?? 0
      else if (address >= FIRST_EARLY) number = this.#early[(address - FIRST_EARLY) / GRANULE] ?? 0
    }
    if (number > 0 && this.objects[number - 1] === object) return number - 1
    return this.#others.size === 0 ? -1 : (this.#others.get(object) ?? -1)
  }

  add(object: PyObject): number {
    const { address } = object
    const number = this.objects.push(object)
    if (address >= FIRST && address < END) {
      const slot = (address - FIRST) / GRANULE
      if (slot >= this.#small.length) this.#small = grown(this.#small, slot)
      if (this.#small[slot] === 0) this.#small[slot] = number
      else this.#others.set(object, number - 1)
    } else if (address >= FIRST_EARLY && address < FIRST) {
      const slot = (address - FIRST_EARLY) / GRANULE
      if (slot >= this.#early.length) this.#early = grown(this.#early, slot)
      if (this.#early[slot] === 0) this.#early[slot] = number
      else this.#others.set(object, number - 1)
    } else this.#others.set(object, number - 1)
    return number - 1
  }
}

function grown(table: Int32Array<ArrayBuffer>, slot: number): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(2 ** Math.ceil(Math.log2(slot + 2)))
  larger.set(table)
  return larger
}

export interface Survey {
  /** Every object, in the order in which it was found; what follows is by the number of an object in it. */
  readonly objects: readonly PyObject[]
  /** References found. */
  readonly found: readonly number[]
  readonly isLive: readonly boolean[]
  /** Of the collector; null for the permanent one, and where it is not tracked. */
  readonly generations: readonly (number | null)[]
  /** The number of an object; -1 for small immortal values, which are not looked at. */
  numberOf(object: PyObject): number
  /** For the dict of an instance, class or module: whose it is. */
  readonly owners: ReadonlyMap<PyObject, PyObject>
  /** For the constants and names of a code object: whose they are. */
  readonly codes: ReadonlyMap<PyObject, PyCode>
  /** What holds objects and is none: frames, tables of the interpreter. */
  readonly roots: readonly FrameReference[]
}

const rootWords: Readonly<Record<string, string>> = {
  'sys.modules': 'the interpreter',
  sys: 'the interpreter',
  builtins: 'the interpreter',
  __import__: 'the interpreter',
  atexit: "the table of `atexit`'s callbacks",
  handled: 'the exception being handled',
  thread: 'a running thread',
  returned: 'the value being returned',
  __main__: 'the interpreter',
}

/** Every reference that an object holds, those that the collector does not see included. */
export function visitAll(object: PyObject, visit: Visit): void {
  traverse(object, visit)
  object.hidden(visit)
}

/** Looks at everything. `dying` are the objects that are being taken apart: no longer counted, but still holding. */
export function survey(subject: Subject, dying: readonly PyObject[]): Survey {
  const { machine } = subject
  const numbers = new Numbering()
  const { objects } = numbers
  const found: number[] = []
  const isLive: boolean[] = []
  const generations: (number | null)[] = []
  const owners = new Map<PyObject, PyObject>()
  const codes = new Map<PyObject, PyCode>()
  let alive = true
  const enter = (object: PyObject): number => {
    found.push(0)
    isLive.push(alive)
    generations.push(null)
    return numbers.add(object)
  }
  let holder: PyObject | null = null
  const visit: Visit = (referent, label) => {
    if (isImmortal(referent) && isPlainValue(referent)) return
    // What is being taken apart may still name what has died.
    if (referent.refcnt <= 0 && !isImmortal(referent)) return
    let number = numbers.of(referent)
    if (number < 0) number = enter(referent)
    found[number]!++
    if (label === '__dict__' && referent instanceof PyDict) owners.set(referent, holder!)
    else if (holder instanceof PyCode && referent instanceof PyTuple) codes.set(referent, holder)
  }
  let next = 0
  const drain = (): void => {
    while (next < objects.length) {
      holder = objects[next++]!
      visitAll(holder, visit)
    }
    holder = null
  }
  const roots: FrameReference[] = []
  subject.eachRoot((referent, label) => {
    const words = rootWords[String(label)] ?? 'the interpreter: a constant of the source text'
    roots.push({ referent, label: String(label), words, kind: null })
  })
  const frames = framesOf(subject)
  frames.forEach((frame, i) => roots.push(...referencesOf(subject, frame, i === frames.length - 1)))
  for (const { referent } of roots) visit(referent, '')
  for (const type of [...Object.values(machine.types), ...machine.moduleTypes.values()]) {
    if (numbers.of(type) < 0) enter(type)
  }
  for (const object of dying) if (numbers.of(object) < 0) enter(object)
  drain()
  alive = false
  machine.heap.collector.each((object, generation) => {
    let number = numbers.of(object)
    if (number < 0) {
      number = enter(object)
      drain()
    }
    generations[number] = generation
  })
  const seen = {
    objects,
    found,
    isLive,
    generations,
    owners,
    codes,
    roots,
    numberOf: (object: PyObject) => numbers.of(object),
  }
  markHeldElsewhere(seen, isLive)
  return seen
}

/** What is held by nothing that was found is held by an operation in progress: it and what it reaches is alive. */
function markHeldElsewhere({ objects, found, numberOf }: Survey, isLive: boolean[]): void {
  const waiting: number[] = []
  objects.forEach((object, i) => {
    if (!isLive[i] && !isImmortal(object) && object.refcnt > found[i]!) waiting.push(i)
  })
  for (let number = waiting.pop(); number !== undefined; number = waiting.pop()) {
    if (isLive[number]) continue
    isLive[number] = true
    visitAll(objects[number]!, (referent) => {
      const reached = numberOf(referent)
      if (reached >= 0 && !isLive[reached]) waiting.push(reached)
    })
  }
}
