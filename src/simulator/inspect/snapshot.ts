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
import { PyModule } from '../objects/module.ts'
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
import { type Context, describeEdge } from './edges.ts'
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
import { type Reference, ReferenceReader, type References } from './references.ts'
import { type Survey, survey, visitAll } from './survey.ts'
import { isPlainValue, kindOf, textOf } from './texts.ts'
import type { Watch } from './watch.ts'

/** A snapshot shows at most this many objects, and this many references of each. */
export const LIMITS = { objects: 2500, fields: 1000 } as const

interface Shown {
  readonly object: PyObject
  readonly id: ObjectId
  /** Its number in the survey; -1 for a small immortal value. */
  readonly number: number
  /** Its references are not shown: it belongs to the library or to the interpreter. */
  readonly isLeaf: boolean
  inner: boolean
  /** Met by the search for what is inner, as the inside of something. */
  inside: boolean
  references: References
  readonly holders: HolderData[]
  /** Those of them that are no objects of the snapshot, by their words. */
  outside: Map<string, HolderData> | null
}

const noReferences: References = { edges: [], rest: [], more: 0 }

/** The state before the instruction that comes next. */
export function takeSnapshot(watch: Watch, step: number, limit: number = LIMITS.objects): SnapshotData {
  return new Snapshot(watch, limit).data(watch.instruction, step)
}

class Snapshot implements Context {
  readonly names
  readonly main
  readonly shownList
  readonly #watch: Watch
  readonly #survey: Survey
  readonly #limit: number
  readonly #shown: Shown[] = []
  /** By the number of an object in the survey. */
  readonly #byNumber: (Shown | undefined)[]
  readonly #values = new Map<PyObject, Shown>()
  readonly #dying: ReadonlySet<PyObject>
  #omitted = 0

  constructor(watch: Watch, limit: number) {
    this.#watch = watch
    this.#limit = limit
    this.names = watch.names
    this.main = watch.subject.main
    this.shownList = watch.subject.machine.shownList
    this.#dying = new Set(watch.dyingObjects)
    this.#survey = survey(watch.subject, watch.dyingObjects)
    this.#byNumber = new Array(this.#survey.objects.length)
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
    const reader = new ReferenceReader(this, LIMITS.fields, (target) => this.#isLeftOut(target))
    for (const shown of this.#shown) shown.references = reader.read(shown.object)
    this.#addTargets(frames)
    this.#findInner(frames)
    this.#readHolders(reader)
    const objects = this.#shown.sort((a, b) => a.id - b.id).map((shown) => this.#objectData(shown))
    return {
      instruction,
      step,
      frames: frames.map(({ data, variables }) => ({
        ...data,
        variables: variables
          .filter(({ referent }) => this.#find(referent) !== undefined)
          .map(({ name, kind, referent }) => ({ name, kind, target: this.names.idOf(referent) })),
      })),
      objects,
      omitted: this.#omitted,
    }
  }

  #find(object: PyObject): Shown | undefined {
    const number = this.#survey.numberOf(object)
    return number >= 0 ? this.#byNumber[number] : this.#values.get(object)
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
    const number = this.#survey.numberOf(object)
    const shown: Shown = {
      object,
      id: this.names.idOf(object),
      number,
      isLeaf,
      inner: true,
      inside: false,
      references: noReferences,
      holders: [],
      outside: null,
    }
    if (number >= 0) this.#byNumber[number] = shown
    else this.#values.set(object, shown)
    this.#shown.push(shown)
  }

  /** Objects of the program, oldest first. */
  #choose(): void {
    const { objects } = this.#survey
    // Identity and number in one, so that they are sorted as numbers: fast, where there are many.
    const candidates = new Float64Array(objects.length)
    let count = 0
    for (let number = 0; number < objects.length; number++) {
      const object = objects[number]!
      const id = this.names.idOf(object)
      if (id <= 0 || isPlainValue(object) || object instanceof PyCode) continue
      if (object instanceof PyType && !object.isHeapType) continue
      if (object instanceof PyDict && (object === this.main || this.ownerOf(object) !== null)) continue
      candidates[count++] = id * NUMBERS + number
    }
    const sorted = candidates.subarray(0, count).sort()
    const isTooMany = sorted.length > this.#limit
    for (const candidate of sorted) {
      if (this.#shown.length >= this.#limit) break
      const object = objects[candidate % NUMBERS]!
      // What library code made for itself gives way first.
      if (!isTooMany || !this.names.isFromLibrary(object)) this.#show(object, false)
    }
    this.#omitted = sorted.length - this.#shown.length
  }

  /** Of the program, and not shown because there are too many. */
  #isLeftOut(object: PyObject): boolean {
    return (
      this.#omitted > 0 &&
      this.#find(object) === undefined &&
      !isPlainValue(object) &&
      this.names.idOf(object) > 0
    )
  }

  /** Values and library objects at which something shown points. */
  #addTargets(frames: readonly FrameContent[]): void {
    const most = 2 * this.#limit
    const add = (target: PyObject): void => {
      if (this.#shown.length < most && this.#find(target) === undefined && !this.#isLeftOut(target))
        this.#show(target, true)
    }
    for (const { variables } of frames) for (const { referent } of variables) add(referent)
    for (const { references } of [...this.#shown])
      for (const { text, target } of references.edges) if (text.role !== 'silent') add(target)
  }

  /** Inner is what can be reached from the program's own variables only through the inside of something. */
  #findInner(frames: readonly FrameContent[]): void {
    const waiting: Shown[] = []
    const reach = (shown: Shown | undefined): void => {
      if (shown === undefined || !shown.inner) return
      shown.inner = false
      waiting.push(shown)
    }
    const drain = (): void => {
      for (let shown = waiting.pop(); shown !== undefined; shown = waiting.pop()) {
        const isLibrary = isLibraryInstance(this, shown.object)
        for (const { text, target } of shown.references.edges) {
          if (text.role === 'silent') continue
          const other = this.#find(target)
          if (other === undefined || !other.inner) continue
          if (text.role === 'inner' || (isLibrary && this.names.isFromLibrary(target))) other.inside = true
          else reach(other)
        }
      }
    }
    for (const { isOwn, variables } of frames)
      if (isOwn) for (const { referent } of variables) reach(this.#find(referent))
    drain()
    for (const shown of this.#shown) {
      if (!shown.inner || shown.inside || this.names.isFromLibrary(shown.object)) continue
      reach(shown)
      drain()
    }
  }

  #readHolders(reader: ReferenceReader): void {
    const { objects, found, roots } = this.#survey
    const wanted = (referent: PyObject): Shown | undefined =>
      isImmortal(referent) ? undefined : this.#find(referent)
    for (const { referent, label, words } of roots) {
      const shown = wanted(referent)
      if (shown !== undefined) note(shown, null, label, words, 1)
    }
    const noteEdge = ({ text, target, count }: Reference): void => {
      const shown = wanted(target)
      if (shown === undefined) return
      const isShown = text.from !== null && this.#find(text.from) !== undefined
      note(shown, isShown ? this.names.idOf(text.from!) : null, text.label, text.words, count)
    }
    objects.forEach((holder, number) => {
      const shown = this.#byNumber[number]
      if (shown !== undefined && !shown.isLeaf) {
        for (const edge of shown.references.edges) noteEdge(edge)
        for (const each of shown.references.rest)
          if (wanted(each.target) !== undefined)
            noteEdge({ text: reader.describe(each), target: each.target, count: each.count })
      } else if (!reader.partsRead.has(holder)) {
        visitAll(holder, (target, label) => {
          if (wanted(target) !== undefined)
            noteEdge({ text: describeEdge(this, holder, label, target), target, count: 1 })
        })
      }
    })
    if (this.#watch.subject.isAsking) return
    for (const shown of this.#shown) {
      const { object, number } = shown
      const rest = object.refcnt - (number < 0 ? 0 : found[number]!)
      if (rest <= 0 || isImmortal(object)) continue
      const words = this.#dying.has(object)
        ? 'the heap, while it runs the finalizer'
        : 'the operation in progress'
      note(shown, null, '', words, rest)
    }
  }

  #objectData(shown: Shown): ObjectData {
    const { object, id, number, inner, holders, references } = shown
    const isTracked = (object.gcState & GC_TRACKED) !== 0
    const text = textOf(object)
    return {
      id,
      name: isPlainValue(object) ? text : this.names.nameOf(object),
      type: shortTypeName(object.type),
      kind: kindOf(object),
      text,
      refcnt: isImmortal(object) ? null : object.refcnt,
      state: number < 0 || this.#survey.isLive[number] ? 'live' : 'island',
      tracked: isTracked,
      generation: isTracked && number >= 0 ? this.#survey.generations[number]! : null,
      inner,
      fields: this.#fieldData(references),
      more: references.more,
      holders,
      weak: object instanceof WeakReference ? this.#weak(object) : null,
      weakrefs: this.#weakrefs(object),
      address: addressText(object),
    }
  }

  #fieldData({ edges }: References): FieldData[] {
    const fields: FieldData[] = []
    for (const { text, target, count } of edges) {
      if (text.role === 'silent' || this.#find(target) === undefined) continue
      const field = { label: text.label, target: this.names.idOf(target) }
      fields.push(count === 1 ? field : { ...field, count })
    }
    return fields
  }

  #weak({ referent, callback }: WeakReference): ObjectData['weak'] {
    const isShown = referent !== null && this.#find(referent) !== undefined
    return { referent: isShown ? this.names.idOf(referent) : null, hasCallback: callback !== null }
  }

  #weakrefs(object: PyObject): readonly ObjectId[] {
    if (object.weakrefs === null) return noIds
    return weakReferencesOf(object)
      .filter((reference) => this.#find(reference) !== undefined)
      .map((reference) => this.names.idOf(reference))
  }
}

/** More than there can be objects in a heap. */
const NUMBERS = 2 ** 23

const noIds: readonly ObjectId[] = []

/** Notes one holder, or as many as are alike; an object's references come one after the other. */
function note(shown: Shown, from: ObjectId | null, label: string, words: string, count: number): void {
  const { holders } = shown
  if (from === null) {
    shown.outside ??= new Map()
    const key = `${label} ${words}`
    const same = shown.outside.get(key)
    const holder = { from, label, words, count: count + (same?.count ?? 0) }
    shown.outside.set(key, holder)
    if (same === undefined) holders.push(holder)
    else holders[holders.indexOf(same)] = holder
    return
  }
  for (let i = holders.length - 1; i >= 0 && holders[i]!.from === from; i--) {
    const same = holders[i]!
    if (same.label !== label || same.words !== words) continue
    holders[i] = { from, label, words, count: same.count + count }
    return
  }
  holders.push({ from, label, words, count })
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
