/**
 * A snapshot: the heap at one moment as plain data. Which objects are shown, how they are called, what holds them.
 *
 * Shown are the objects born since the program's first instruction, and what their references and the variables of
 * the frames lead to in one step. The holders of each add up to its count: where fewer references are found than
 * the count says, an operation in progress has the rest in hand.
 */
import { addressText, GC_TRACKED, isImmortal, type PyObject } from '../heap/object.ts'
import { WeakReference, weakReferencesOf } from '../heap/weakrefs.ts'
import type { Frame } from '../objects/activation.ts'
import { PyCode } from '../objects/code.ts'
import { PyDict } from '../objects/dict.ts'
import { PyInstance } from '../objects/instance.ts'
import { PyList } from '../objects/list.ts'
import { PyModule } from '../objects/module.ts'
import type { PyStr } from '../objects/str.ts'
import { MISSING } from '../objects/tables/dict-table.ts'
import { PyTuple } from '../objects/tuple.ts'
import { PyType, typeOf } from '../objects/type.ts'
import type {
  FieldData,
  FrameData,
  HolderData,
  ObjectData,
  ObjectId,
  SnapshotData,
  VariableData,
} from './data.ts'
import { type Context, describeEdge, type EdgeText } from './edges.ts'
import {
  frameName,
  framesOf,
  isModuleFrame,
  ownNamespace,
  positionOf,
  referencesOf,
  variablesIn,
} from './frames.ts'
import { shortTypeName } from './naming.ts'
import { type Place, type Survey, survey, visitAll } from './survey.ts'
import { isPlainValue, kindOf, textOf } from './texts.ts'
import type { Watch } from './watch.ts'

/** A snapshot shows at most this many objects, and this many references of each. */
export const LIMITS = { objects: 2000, fields: 1000 } as const

interface Shown {
  readonly place: Place
  readonly id: ObjectId
  /** Its references are not shown: it belongs to the library or to the interpreter. */
  readonly isLeaf: boolean
  inner: boolean
  fields: { text: EdgeText; target: PyObject }[]
  holders: HolderData[]
}

/** The state before the instruction that comes next. */
export function takeSnapshot(watch: Watch, step: number, limit: number = LIMITS.objects): SnapshotData {
  return new Snapshot(watch, limit).data(watch.instruction, step)
}

class Snapshot implements Context {
  readonly names
  readonly main
  readonly #watch: Watch
  readonly #survey: Survey
  readonly #limit: number
  readonly #shown = new Map<PyObject, Shown>()
  readonly #generations = new Map<PyObject, number>()
  #omitted = 0

  constructor(watch: Watch, limit: number) {
    this.#watch = watch
    this.#limit = limit
    this.names = watch.names
    this.main = watch.subject.main
    this.#survey = survey(watch.subject, watch.dyingObjects)
    const { collector } = watch.subject.machine.heap
    for (let generation = 0; generation < 3; generation++) {
      for (const object of collector.objects(generation)) this.#generations.set(object, generation)
    }
  }

  ownerOf(dict: PyObject): PyObject | null {
    const owner = this.#survey.owners.get(dict)
    if (owner === undefined) return null
    return dict.refcnt === 1 || owner instanceof PyModule || owner instanceof PyType ? owner : null
  }

  codeOf(tuple: PyObject): PyCode | null {
    return this.#survey.codes.get(tuple) ?? null
  }

  data(instruction: number, step: number): SnapshotData {
    const frames = this.#frames()
    this.#choose()
    this.#readFields()
    this.#addTargets(frames)
    this.#findInner(frames)
    this.#readHolders()
    const objects = [...this.#shown.values()]
      .sort((a, b) => a.id - b.id)
      .map((shown) => this.#objectData(shown))
    return {
      instruction,
      step,
      frames: frames.map(({ data, variables }) => ({
        ...data,
        variables: variables
          .filter(({ referent }) => this.#shown.has(referent))
          .map(({ name, kind, referent }) => ({ name, kind, target: this.names.idOf(referent) })),
      })),
      objects,
      omitted: this.#omitted,
    }
  }

  #frames(): FrameContent[] {
    const { subject } = this.#watch
    const frames = framesOf(subject)
    const found: FrameContent[] = []
    const { main } = this
    if (main !== null && !frames.some((frame) => isModuleFrame(subject, frame))) {
      found.push({
        data: { name: '__main__', lineno: null, code: null, offset: null },
        isOwn: true,
        variables: globalsOf(main),
      })
    }
    frames.forEach((frame, i) => {
      found.push(this.#frame(frame, i === frames.length - 1))
    })
    return found
  }

  #frame(frame: Frame, isInnermost: boolean): FrameContent {
    const { subject } = this.#watch
    const at = positionOf(subject, frame, isInnermost)
    const source = this.#watch.sourceOf(frame)
    const variables: Variable[] = []
    if (isModuleFrame(subject, frame)) variables.push(...globalsOf(frame.globals))
    const namespace = ownNamespace(frame)
    if (namespace !== null) variables.push(...variablesIn(namespace, 'local'))
    for (const { referent, label, kind } of referencesOf(subject, frame, isInnermost)) {
      if (kind !== null) variables.push({ name: label, referent, kind })
    }
    return {
      data: {
        name: frameName(subject, frame),
        lineno: source === null ? null : frame.code.lineAt(at),
        code: source?.index ?? null,
        offset: source === null ? null : frame.instructions.units[at]! * 2,
      },
      isOwn: this.#watch.isOwn(frame),
      variables,
    }
  }

  #show(object: PyObject, isLeaf: boolean): void {
    if (this.#shown.has(object)) return
    const place = this.#survey.places.get(object) ?? { object, found: 0, isLive: true }
    this.#shown.set(object, {
      place,
      id: this.names.idOf(object),
      isLeaf,
      inner: false,
      fields: [],
      holders: [],
    })
  }

  /** Objects of the program, oldest first. */
  #choose(): void {
    const candidates: [ObjectId, PyObject][] = []
    for (const { object } of this.#survey.places.values()) {
      if (isPlainValue(object) || object instanceof PyCode) continue
      if (object instanceof PyType && !object.isHeapType) continue
      if (object instanceof PyDict && (object === this.main || this.ownerOf(object) !== null)) continue
      const id = this.names.idOf(object)
      if (id > 0) candidates.push([id, object])
    }
    candidates.sort(([a], [b]) => a - b)
    // What library code made for itself gives way first.
    if (candidates.length > this.#limit) {
      const own = candidates.filter(([, object]) => !this.names.isFromLibrary(object))
      const kept = own.slice(0, this.#limit)
      this.#omitted = candidates.length - kept.length
      for (const [, object] of kept) this.#show(object, false)
      return
    }
    for (const [, object] of candidates) this.#show(object, false)
  }

  #readFields(): void {
    for (const shown of this.#shown.values()) {
      if (shown.isLeaf) continue
      this.#readInto(shown, shown.place.object)
      inReadingOrder(shown.place.object, shown.fields)
      if (shown.fields.length > LIMITS.fields) shown.fields.length = LIMITS.fields
    }
  }

  #readInto(shown: Shown, holder: PyObject): void {
    visitAll(holder, (target, label) => {
      if (label === '__dict__' && target instanceof PyDict) {
        // The entries of a dict that only its owner knows are the owner's attributes.
        if (this.ownerOf(target) === holder)
          return target.embedded ? undefined : this.#readInto(shown, target)
        if (target.embedded && target.refcnt === 1) return
      }
      const text = describeEdge(this, holder, label, target)
      if (text.role !== 'silent') shown.fields.push({ text, target })
    })
  }

  /** Values and library objects at which something shown points. */
  #addTargets(frames: readonly FrameContent[]): void {
    const room = (): boolean => this.#shown.size < 2 * this.#limit
    const add = (target: PyObject): void => {
      if (this.#shown.has(target)) return
      if (this.#omitted > 0 && !isPlainValue(target) && this.names.idOf(target) > 0) return
      if (room()) this.#show(target, true)
    }
    for (const { variables } of frames) for (const { referent } of variables) add(referent)
    for (const shown of [...this.#shown.values()]) for (const { target } of shown.fields) add(target)
  }

  /** Inner is what can be reached from the program's own variables only through the inside of something. */
  #findInner(frames: readonly FrameContent[]): void {
    const reached = new Set<PyObject>()
    const waiting: PyObject[] = []
    const reach = (object: PyObject): void => {
      if (reached.has(object) || !this.#shown.has(object)) return
      reached.add(object)
      waiting.push(object)
    }
    const inside = new Set<PyObject>()
    const drain = (): void => {
      for (let object = waiting.pop(); object !== undefined; object = waiting.pop()) {
        const isLibrary = isLibraryInstance(this, object)
        for (const { text, target } of this.#shown.get(object)!.fields) {
          const isInside = isLibrary && this.names.isFromLibrary(target)
          if (text.role === 'inner' || isInside) inside.add(target)
          else reach(target)
        }
      }
    }
    for (const { isOwn, variables } of frames)
      if (isOwn) for (const { referent } of variables) reach(referent)
    drain()
    for (const { place } of this.#shown.values()) {
      if (this.names.isFromLibrary(place.object) || inside.has(place.object)) continue
      reach(place.object)
      drain()
    }
    for (const shown of this.#shown.values()) shown.inner = !reached.has(shown.place.object)
  }

  #readHolders(): void {
    const alike = new Map<PyObject, Map<string, HolderData>>()
    const note = (
      referent: PyObject,
      from: ObjectId | null,
      label: string,
      words: string,
      count = 1,
    ): void => {
      const shown = this.#shown.get(referent)
      if (shown === undefined || isImmortal(referent)) return
      let known = alike.get(referent)
      if (known === undefined) {
        known = new Map()
        alike.set(referent, known)
      }
      const key = `${from} ${label} ${words}`
      const same = known.get(key)
      if (same === undefined) known.set(key, { from, label, words, count })
      else known.set(key, { ...same, count: same.count + count })
    }
    for (const { referent, label, words } of this.#survey.roots) note(referent, null, label, words)
    for (const { object: holder } of this.#survey.places.values()) {
      visitAll(holder, (referent, label) => {
        if (!this.#shown.has(referent) || isImmortal(referent)) return
        const { from, label: text, words } = describeEdge(this, holder, label, referent)
        note(referent, from !== null && this.#shown.has(from) ? this.names.idOf(from) : null, text, words)
      })
    }
    const { dyingObjects } = this.#watch
    for (const { place } of this.#shown.values()) {
      const { object, found } = place
      const rest = object.refcnt - found
      if (isImmortal(object) || rest <= 0 || this.#watch.subject.isAsking) continue
      const words = dyingObjects.includes(object)
        ? 'the heap, while it runs the finalizer'
        : 'the operation in progress'
      note(object, null, '', words, rest)
    }
    for (const [object, known] of alike) this.#shown.get(object)!.holders = [...known.values()]
  }

  #objectData({ place, id, inner, fields, holders }: Shown): ObjectData {
    const { object, isLive } = place
    const isTracked = (object.gcState & GC_TRACKED) !== 0
    return {
      id,
      name: isPlainValue(object) ? textOf(object) : this.names.nameOf(object),
      type: shortTypeName(object.type),
      kind: kindOf(object),
      text: textOf(object),
      refcnt: isImmortal(object) ? null : object.refcnt,
      state: isLive ? 'live' : 'island',
      tracked: isTracked,
      generation: isTracked ? (this.#generations.get(object) ?? null) : null,
      inner,
      fields: this.#fieldData(fields),
      holders,
      weak: object instanceof WeakReference ? this.#weak(object) : null,
      weakrefs: weakReferencesOf(object)
        .filter((reference) => this.#shown.has(reference))
        .map((reference) => this.names.idOf(reference)),
      address: addressText(object),
    }
  }

  #fieldData(fields: Shown['fields']): FieldData[] {
    return fields
      .filter(({ target }) => this.#shown.has(target))
      .map(({ text, target }) => ({ label: text.label, target: this.names.idOf(target) }))
  }

  #weak({ referent, callback }: WeakReference): ObjectData['weak'] {
    const isShown = referent !== null && this.#shown.has(referent)
    return { referent: isShown ? this.names.idOf(referent) : null, hasCallback: callback !== null }
  }
}

/** The heap's order is that in which references are released; a reader expects that in which they were stored. */
function inReadingOrder(holder: PyObject, fields: Shown['fields']): void {
  if (holder instanceof PyList || holder instanceof PyTuple) {
    const isItem = ({ text }: Shown['fields'][number]): boolean => text.label.startsWith('[')
    const items = fields.filter(isItem).reverse()
    const others = fields.filter((field) => !isItem(field))
    fields.splice(0, fields.length, ...items, ...others)
  }
  if (!(holder instanceof PyInstance) || holder.values === null) return
  const places = new Map<string, number>()
  const { values } = holder
  for (let at = values.next(0); at !== MISSING; at = values.next(at + 1))
    places.set(`.${(values.keyAt(at) as PyStr).value}`, at)
  const place = ({ text }: Shown['fields'][number]): number =>
    places.get(text.label) ?? Number.MAX_SAFE_INTEGER
  fields.sort((a, b) => place(a) - place(b))
}

interface Variable {
  readonly name: string
  readonly referent: PyObject
  readonly kind: VariableData['kind']
}

interface FrameContent {
  readonly data: Omit<FrameData, 'variables'>
  readonly isOwn: boolean
  readonly variables: readonly Variable[]
}

/** The global variables without those that every module has. */
function globalsOf(main: PyDict): Variable[] {
  return variablesIn(main, 'global').filter(({ name }) => !machinery.has(name))
}

const machinery = new Set([
  '__name__',
  '__doc__',
  '__package__',
  '__loader__',
  '__spec__',
  '__annotations__',
  '__builtins__',
  '__file__',
  '__cached__',
])

/** An instance of a class that a library's Python code defines. */
function isLibraryInstance({ names }: Snapshot, object: PyObject): boolean {
  const type = typeOf(object)
  return type.isHeapType && (names.idOf(type) < 0 || names.isFromLibrary(type))
}
