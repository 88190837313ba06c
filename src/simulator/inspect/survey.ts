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

export interface Place {
  readonly object: PyObject
  /** References found. */
  found: number
  isLive: boolean
}

export interface Survey {
  readonly places: ReadonlyMap<PyObject, Place>
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
  const places = new Map<PyObject, Place>()
  const owners = new Map<PyObject, PyObject>()
  const codes = new Map<PyObject, PyCode>()
  const queue: PyObject[] = []
  let isLive = true
  const enter = (object: PyObject): Place => {
    const place = { object, found: 0, isLive }
    places.set(object, place)
    queue.push(object)
    return place
  }
  let holder: PyObject | null = null
  const visit: Visit = (referent, label) => {
    if (isImmortal(referent) && isPlainValue(referent)) return
    // What is being taken apart may still name what has died.
    if (referent.refcnt <= 0 && !isImmortal(referent)) return
    const place = places.get(referent) ?? enter(referent)
    place.found++
    if (label === '__dict__' && referent instanceof PyDict) owners.set(referent, holder!)
    else if (holder instanceof PyCode && referent instanceof PyTuple) codes.set(referent, holder)
  }
  const drain = (): void => {
    for (let i = 0; i < queue.length; i++) {
      holder = queue[i]!
      visitAll(holder, visit)
    }
    holder = null
    queue.length = 0
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
    if (!places.has(type)) enter(type)
  }
  for (const object of dying) if (!places.has(object)) enter(object)
  drain()
  isLive = false
  const { collector } = machine.heap
  for (const object of [...collector.permanentObjects(), ...collector.objects()]) {
    if (places.has(object)) continue
    enter(object)
    drain()
  }
  markHeldElsewhere(places)
  return { places, owners, codes, roots }
}

/** What is held by nothing that was found is held by an operation in progress: it and what it reaches is alive. */
function markHeldElsewhere(places: ReadonlyMap<PyObject, Place>): void {
  const waiting: Place[] = []
  for (const place of places.values()) {
    if (!place.isLive && !isImmortal(place.object) && place.object.refcnt > place.found) waiting.push(place)
  }
  for (let place = waiting.pop(); place !== undefined; place = waiting.pop()) {
    if (place.isLive) continue
    place.isLive = true
    visitAll(place.object, (referent) => {
      const reached = places.get(referent)
      if (reached !== undefined && !reached.isLive) waiting.push(reached)
    })
  }
}
