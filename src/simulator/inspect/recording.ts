/**
 * `RunRecorder`: what is kept of a run: where each line began, the lives of objects and why they ended, what happened
 * to weak references and finalizers, and the collections.
 */
import { CO_OPTIMIZED } from '../bytecode/code.ts'
import { opnames } from '../bytecode/opcodes.ts'
import type { PyObject } from '../heap/object.ts'
import type { CallbackFate } from '../heap/observer.ts'
import type { WeakReference } from '../heap/weakrefs.ts'
import type { Frame } from '../objects/activation.ts'
import { PyDict } from '../objects/dict.ts'
import { PyFunction } from '../objects/function.ts'
import { PyTuple } from '../objects/tuple.ts'
import { PyType } from '../objects/type.ts'
import { CollectionLog } from './collections.ts'
import type {
  CollectionData,
  DeathCause,
  HeapEvent,
  LifeData,
  LineNote,
  ObjectId,
  SnapshotData,
} from './data.ts'
import { NoteLog } from './notes.ts'
import type { SourceCode } from './source-codes.ts'
import { SourceText } from './source-text.ts'
import { StepLog } from './step-log.ts'
import { type Subject, Watch } from './watch.ts'

export interface RecordingLimits {
  readonly instructions: number
  readonly steps: number
  readonly lives: number
  readonly events: number
  readonly collections: number
}

export const RECORDING_LIMITS: RecordingLimits = {
  instructions: 20_000_000,
  steps: 2_000_000,
  lives: 5_000,
  events: 5_000,
  collections: 200,
}

/** Ends a run that has been looked at long enough. No `Raise` and no error: nothing in the machine catches it. */
export class EndOfWatch {
  readonly reason: string

  constructor(reason: string) {
    this.reason = reason
  }
}

/** An instruction of the recorded source; `locals` where it ends its frame. */
interface Where {
  readonly frame: Frame
  readonly at: number
  readonly locals: readonly (PyObject | null)[] | null
}

interface Life {
  readonly id: ObjectId
  name: string
  readonly type: string
  /** Kept even if it lasted no longer than a line. */
  readonly isLasting: boolean
  readonly born: number
  readonly bornStep: number
  died: number | null
  diedStep: number | null
  cause: DeathCause | null
  why: string
}

/** The machine's own: no one asks when these were freed. */
const withoutLives = new Set([
  'cell',
  'frame',
  'traceback',
  'builtin_function_or_method',
  'method-wrapper',
  'wrapper_descriptor',
  'method_descriptor',
  'getset_descriptor',
  'member_descriptor',
  'slice',
  'super',
])

export class RunRecorder extends Watch {
  readonly steps = new StepLog()
  readonly events: HeapEvent[] = []
  readonly collections: CollectionData[] = []
  livesOmitted = 0
  exitAt: number | null = null
  readonly #lives = new Map<ObjectId, Life>()
  readonly #text: SourceText
  readonly #limits: RecordingLimits
  readonly #outputLength: () => number
  readonly #onProgress: (instructions: number) => void
  readonly #log = new CollectionLog(this)
  readonly #notes = new NoteLog()
  readonly #depths = new WeakMap<Frame, number>()
  #depthFrame: Frame | null = null
  #depth = 0
  /** The locals of a frame that is about to return. */
  #returning: { frame: Frame; nesting: number; locals: readonly (PyObject | null)[] } | null = null
  /** For each dying object, how many loops ran and where the program stood. */
  readonly #deaths: { readonly nesting: number; readonly where: Where | null }[] = []
  #isClearing = false
  #isDue = false
  #nextProgress = 1_000_000

  constructor(
    subject: Subject,
    filenames: readonly string[],
    source: string,
    outputLength: () => number,
    onProgress: (instructions: number) => void,
    limits: RecordingLimits = RECORDING_LIMITS,
  ) {
    super(subject, filenames)
    this.#text = new SourceText(source)
    this.#limits = limits
    this.#outputLength = outputLength
    this.#onProgress = onProgress
  }

  get step(): number {
    return Math.max(this.steps.length - 1, 0)
  }

  override exit(): void {
    this.#notes.end(this.subject.main !== null)
    this.exitAt = this.instruction
    super.exit()
  }

  protected override atInstruction(): void {
    if (this.instruction < this.#nextProgress) return
    this.#nextProgress += 1_000_000
    this.#onProgress(this.instruction)
    if (this.instruction >= this.#limits.instructions) {
      const most = this.#limits.instructions.toLocaleString('en')
      throw new EndOfWatch(`the recording stops after ${most} instructions`)
    }
  }

  protected override atSource(frame: Frame, at: number, source: SourceCode): void {
    let line = source.starts[at]!
    // A loop comes back to its line.
    if (line === 0 && at <= frame.lasti) line = frame.code.lineAt(at) ?? 0
    if (line > 0) {
      if (frame !== this.#depthFrame) this.#enterDepth(frame)
      this.#notes.step(frame, line, this.#depth)
      this.steps.add(this.instruction, line, this.#depth, source.index, this.#outputLength())
      if (this.steps.length >= this.#limits.steps) {
        const most = this.#limits.steps.toLocaleString('en')
        throw new EndOfWatch(`the recording stops after ${most} steps`)
      }
    }
    if (isReturn[frame.instructions.opcodes[at]!] === 1) {
      this.#returning = {
        frame,
        nesting: this.subject.machine.nesting,
        locals: frame.localsplus.slice(0, frame.nlocalsplus),
      }
    } else this.#returning = null
  }

  #enterDepth(frame: Frame): void {
    this.#depthFrame = frame
    this.#depth = this.#depthOf(frame)
  }

  #depthOf(frame: Frame): number {
    const known = frame.owner === 'call' ? this.#depths.get(frame) : undefined
    if (known !== undefined) return known
    let outer = frame.previous
    while (outer !== null && this.sourceOf(outer) === null) outer = outer.previous
    const depth = outer === null ? 0 : this.#depthOf(outer) + 1
    this.#depths.set(frame, depth)
    return depth
  }

  // Lives

  override born(object: PyObject, address: number): void {
    super.born(object, address)
    const { names } = this
    const kin = names.lastKin
    if (kin === null || !this.known.isOwn || withoutLives.has(kin.name)) return
    if (!kin.isHeapType && kin.name.endsWith('iterator')) return
    if (this.#lives.size >= this.#limits.lives) {
      this.livesOmitted++
      return
    }
    this.#lives.set(names.births, {
      id: names.births,
      name: `${kin.name}#${kin.count}`,
      type: kin.name,
      isLasting: kin.isHeapType,
      born: this.current,
      bornStep: this.step,
      died: null,
      diedStep: null,
      cause: null,
      why: '',
    })
  }

  override dying(object: PyObject): void {
    const { nesting } = this.subject.machine
    const above = this.#deaths.at(-1)
    // What a finalizer or a callback lets go of does not die with the object that is being taken apart.
    const isWithin = above !== undefined && above.nesting === nesting
    const parent = isWithin ? this.dyingObjects.at(-1) : undefined
    this.#deaths.push({ nesting, where: isWithin ? above.where : this.#where() })
    super.dying(object)
    if (!object.type.isContainer) return
    const life = this.#lives.get(this.names.idOf(object))
    if (life === undefined) return
    if (this.#isMachinery(object, parent)) {
      this.#lives.delete(life.id)
      return
    }
    life.name = this.names.nameOf(object)
    life.cause = this.isExiting ? 'exit' : this.#isClearing ? 'collector' : 'count'
    life.why = this.#whyDying(object, parent)
  }

  override resurrected(object: PyObject): void {
    super.resurrected(object)
    this.#deaths.pop()
    const life = this.#lives.get(this.names.idOf(object))
    if (life !== undefined) {
      life.cause = null
      life.why = ''
    }
    this.#event(
      'resurrected',
      object,
      `\`${this.names.nameOf(object)}\` was brought back by its finalizer${this.#place()}`,
    )
  }

  override died(object: PyObject): void {
    super.died(object)
    this.#deaths.pop()
    if (!object.type.isContainer) return
    const id = this.names.idOf(object)
    const life = this.#lives.get(id)
    if (life === undefined) return
    if (!life.isLasting && life.bornStep === this.step && !this.isExiting) {
      this.#lives.delete(id)
      return
    }
    life.died = this.current
    life.diedStep = this.step
  }

  /** Where the recorded source stands: in the frame that returns just now, or the innermost one. */
  #where(): Where | null {
    const returning = this.#returning
    if (
      returning !== null &&
      returning.frame === this.lastFrame &&
      returning.nesting === this.subject.machine.nesting
    )
      return { frame: returning.frame, at: this.lastAt, locals: returning.locals }
    for (let { frame } = this.subject.machine; frame !== null; frame = frame.previous) {
      if (this.sourceOf(frame) !== null) return { frame, at: frame.lasti, locals: null }
    }
    return null
  }

  /** ` at line 9`; where a death is being told of, that of the death. */
  #place(where = this.#deaths.at(-1)?.where ?? this.#where()): string {
    if (this.isExiting) return ' at exit'
    if (where === null) return this.subject.machine.frame === null ? ' after the last line' : ''
    const line = where.frame.code.lineAt(where.at)
    return line === null ? '' : ` at line ${line}`
  }

  #whyDying(object: PyObject, parent: PyObject | undefined): string {
    const place = this.#place()
    const above = this.#namedParent(parent)
    if (above !== null) return `freed${place} with \`${above}\`, which held the last reference`
    if (this.#isClearing) {
      const by = `freed${this.isExiting ? ' at exit' : ''} by the collector (generation ${this.#log.generation})`
      if (this.isExiting) return by
      return this.#isDue
        ? `${by}${place}, because a threshold had been passed`
        : `${by}${place}: \`${this.#segment()}\``
    }
    if (this.isExiting) return 'freed at exit, when the interpreter let go of what held it'
    return this.subject.machine.frame === null ? `freed${place}` : `freed${place} ${this.#when(object)}`
  }

  /** What the machine makes for itself: bodies of classes as functions, arguments as tuples, the insides of classes. */
  #isMachinery(object: PyObject, parent: PyObject | undefined): boolean {
    if (object instanceof PyFunction) return (object.code.flags & CO_OPTIMIZED) === 0
    if (parent instanceof PyType) return !object.type.isHeapType
    const locals = this.#deaths.at(-1)?.where?.locals
    return object instanceof PyTuple && locals != null && !locals.includes(object)
  }

  #namedParent(parent: PyObject | undefined): string | null {
    if (parent === undefined) return null
    let at = this.dyingObjects.length - 2
    // A dict dies as part of what it belongs to.
    while (at > 0 && this.dyingObjects[at] instanceof PyDict) at--
    const named = this.dyingObjects[at]!
    return this.names.idOf(named) > 0 ? this.names.nameOf(named) : null
  }

  #segment(): string {
    const where = this.#deaths.at(-1)?.where ?? this.#where()
    const code = where === null ? null : this.sourceOf(where.frame)
    return where === null || code === null ? '' : this.#text.segment(code, where.frame, where.at)
  }

  #when(object: PyObject): string {
    const where = this.#deaths.at(-1)?.where ?? null
    if (where === null) return 'when its count went from 1 to 0'
    const { frame, at, locals } = where
    if (locals !== null) {
      const name = frame.code.data.co_localsplusnames[locals.indexOf(object)]
      const func = frame.code.qualname.value
      if (name !== undefined) return `when \`${func}\` returned: its local \`${name}\` was the last reference`
      return `when \`${func}\` returned, which took its count from 1 to 0`
    }
    const opname = opnames[frame.instructions.opcodes[at]!] ?? ''
    const segment = this.#segment()
    const line = frame.code.lineAt(at)
    const text = opname.startsWith('DELETE_')
      ? `del ${segment}`
      : opname.startsWith('STORE_') && line !== null
        ? this.#text.line(line)
        : segment
    return `when \`${text}\` took its count from 1 to 0`
  }

  /** What lines did to counts, as far as the run has come. */
  notes(): LineNote[] {
    this.#notes.end(this.subject.main !== null)
    return this.#notes.notes()
  }

  /** The lives in order of birth. `alive` says of an object why it is still there. */
  lives(alive: (id: ObjectId) => string): LifeData[] {
    return [...this.#lives.values()].map(({ isLasting: _, ...life }) =>
      life.died === null ? { ...life, cause: null, why: alive(life.id) } : life,
    )
  }

  // Events

  #event(type: HeapEvent['type'], object: PyObject, words: string): void {
    if (this.events.length >= this.#limits.events) return
    this.events.push({
      instruction: this.current,
      step: this.step,
      type,
      object: this.names.idOf(object),
      words,
    })
  }

  #concerns(object: PyObject): boolean {
    return this.names.idOf(object) > 0 && !this.names.isFromLibrary(object)
  }

  override finalizing(object: PyObject): void {
    this.#log.finalizing(object)
    if (!this.#concerns(object) || !object.type.isHeapType) return
    this.#event(
      'finalizer',
      object,
      `\`__del__\` of \`${this.names.nameOf(object)}\` is called${this.#place()}`,
    )
  }

  override weakReferenceCleared(reference: WeakReference, referent: PyObject, callback: CallbackFate): void {
    if (this.#log.isRunning && !this.#isClearing)
      this.#log.weakReferenceCleared(reference, referent, callback)
    if (!this.#concerns(reference)) return
    const name = this.names.nameOf(reference)
    const target = this.names.nameOf(referent)
    const reason = this.#log.isRunning && !this.#isClearing ? 'is garbage' : 'dies'
    this.#event(
      'weakref-cleared',
      reference,
      `\`${name}\` is cleared${this.#place()}, because \`${target}\` ${reason}`,
    )
    if (callback !== 'skipped') return
    const why =
      reference.refcnt > 0 ? 'the weak reference is garbage itself' : 'the weak reference is dying too'
    this.#event(
      'callback-skipped',
      reference,
      `the callback of \`${name}\` is skipped${this.#place()}: ${why}`,
    )
  }

  override weakReferenceDied(reference: WeakReference, referent: PyObject): void {
    if (!this.#concerns(reference)) return
    const name = this.names.nameOf(reference)
    const target = this.names.nameOf(referent)
    this.#event(
      'callback-skipped',
      reference,
      `the callback of \`${name}\` will not be called: the weak reference died first${this.#place()}, before \`${target}\``,
    )
  }

  override callbackCalled(reference: WeakReference): void {
    if (!this.#concerns(reference)) return
    this.#event(
      'callback-called',
      reference,
      `the callback of \`${this.names.nameOf(reference)}\` is called${this.#place()}`,
    )
  }

  // Collections

  override collectionBegan(generation: number, due: boolean, counts: readonly number[]): void {
    this.#isDue = due
    const { thresholds } = this.subject.machine.heap.collector
    const trigger = this.isExiting ? 'exit' : due ? 'threshold' : 'gc.collect()'
    this.#log.begin(generation, trigger, thresholds, counts, this.step)
  }

  override subtracted(objects: Iterable<PyObject>): void {
    this.#log.subtracted(objects)
  }

  override rescued(object: PyObject, by: PyObject): void {
    this.#log.rescued(object, by)
  }

  override unreachable(objects: Iterable<PyObject>): void {
    this.#log.unreachable(objects)
  }

  override broughtBack(objects: Iterable<PyObject>): void {
    this.#log.broughtBack(objects)
  }

  override clearing(objects: Iterable<PyObject>): void {
    this.#isClearing = true
    this.#log.clearing(objects)
  }

  override collectionEnded(found: number): void {
    this.#isClearing = false
    this.#isDue = false
    const data = this.#log.end(found)
    if (data === null || this.collections.length >= this.#limits.collections) return
    this.collections.push(data)
    if (this.events.length >= this.#limits.events) return
    const what =
      found === 0 ? 'nothing is unreachable' : `${found} unreachable object${found === 1 ? '' : 's'}`
    this.events.push({
      instruction: data.instruction,
      step: data.step,
      type: 'collection',
      object: 0,
      words: `collection of generation ${data.generation} (${data.trigger})${this.#place()}: ${what}`,
    })
  }
}

const isReturn: Uint8Array = Uint8Array.from({ length: 256 }, (_, opcode) =>
  opnames[opcode] === 'RETURN_VALUE' || opnames[opcode] === 'RETURN_CONST' ? 1 : 0,
)

/** Why each object of a snapshot is alive, in one sentence. */
export function reasonsToLive(snapshot: SnapshotData, moment: string): (id: ObjectId) => string {
  const byId = new Map(snapshot.objects.map((object) => [object.id, object]))
  return (id) => {
    const object = byId.get(id)
    if (object === undefined) return `alive ${moment}`
    if (object.state === 'island')
      return `alive ${moment}: only what it holds itself leads back to it, so the collector will find it`
    const words = object.holders.slice(0, 2).map((holder) => holder.words)
    const more = object.holders.length > 2 ? ` and ${object.holders.length - 2} more` : ''
    return words.length === 0 ? `alive ${moment}` : `alive ${moment}: held by ${words.join(' and ')}${more}`
  }
}
