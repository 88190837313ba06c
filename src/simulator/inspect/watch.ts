/**
 * `Watch`: what recording and replaying a program have in common. It counts instructions, knows which code is the
 * program's own and which is a library's, gives births their numbers, and keeps the objects that are dying just now.
 * It is a heap's observer and a machine's watcher at once; subclasses add what they want to know.
 */
import { isSameLocation, type Location } from '../bytecode/locations.ts'
import { IMPORT_NAME, LOAD_BUILD_CLASS } from '../bytecode/opcode-numbers.ts'
import { opnames } from '../bytecode/opcodes.ts'
import type { PyObject, Visit } from '../heap/object.ts'
import type { CallbackFate, HeapObserver } from '../heap/observer.ts'
import type { WeakReference } from '../heap/weakrefs.ts'
import type { Frame } from '../objects/activation.ts'
import type { PyDict } from '../objects/dict.ts'
import type { Instructions } from '../objects/instructions.ts'
import { PyType } from '../objects/type.ts'
import type { VM } from '../objects/vm.ts'
import { Names } from './naming.ts'
import { type SourceCode, SourceCodes } from './source-codes.ts'

/** The machine as inspection sees it. */
export interface Machine extends VM {
  readonly frame: Frame | null
  readonly isFinalizing: boolean
  /** The run pauses at the next safe point. */
  pauseSoon(): void
  /** The innermost frame of each thread that does not run just now, the main one first. */
  readonly parkedThreads: readonly ParkedThread[]
  /** The name of the running thread; null if it is the main one. */
  readonly threadName: string | null
  /** How many loops are running, each called by the one before. */
  readonly nesting: number
  /** What is made just now belongs to the machine, and is none of the program's objects. */
  readonly isHousekeeping: boolean
  /** The list of what is being shown by repr; null before the first. */
  readonly shownList: PyObject | null
  readonly moduleTypes: ReadonlyMap<unknown, PyType>
}

/** A thread that does not run just now. */
export interface ParkedThread {
  /** null for the main one. */
  readonly name: string | null
  readonly frame: Frame
}

/** A program under inspection. */
export interface Subject {
  readonly machine: Machine
  /** What holds objects and is no object, frames left out. */
  eachRoot(visit: Visit): void
  /** The namespace of `__main__`; null once it is gone. */
  main: PyDict | null
  /** The program itself asks, by a call that its innermost frame is executing: what the call holds is left out. */
  isAsking: boolean
}

/** What a code object is to the watch. */
interface Known {
  /** Of one of the user's cells. */
  readonly isOwn: boolean
  /** Of the recorded source. */
  readonly source: SourceCode | null
}

export class Watch implements HeapObserver {
  readonly subject: Subject
  readonly names = new Names()
  readonly codes: SourceCodes
  /** The number of the instruction that comes next. */
  instruction = 0
  /** Whether the instructions count: not while earlier cells run. */
  isCounting = false
  isExiting = false
  /** One more that counts births: the program's own view of its heap, which must not depend on who else looks. */
  also: Watch | null = null
  /** What has reached zero and is being taken apart, outermost first. */
  readonly dyingObjects: PyObject[] = []

  /** The innermost frame at the last instruction, and where that stands in it. */
  protected lastFrame: Frame | null = null
  protected lastAt = 0
  protected known: Known = { isOwn: true, source: null }
  #instructions: Instructions | null = null
  #isImporting = false
  readonly #own: Set<string>
  readonly #filename: string
  readonly #classes = new WeakMap<Instructions, ReadonlySet<number> | null>()
  readonly #knowns = new WeakMap<Instructions, Known>()

  /** `filenames` are those of the user's cells, of which the last is the recorded one. */
  constructor(subject: Subject, filenames: readonly string[]) {
    this.subject = subject
    this.#own = new Set(filenames)
    this.#filename = filenames.at(-1)!
    this.codes = new SourceCodes()
  }

  before(frame: Frame, at: number): void {
    if (frame.instructions !== this.#instructions) this.#enter(frame)
    this.lastFrame = frame
    this.lastAt = at
    const { source } = this.known
    if (source !== null) {
      this.#isImporting = frame.instructions.opcodes[at] === IMPORT_NAME
      this.atSource(frame, at, source)
    } else if (this.known.isOwn) this.#isImporting = frame.instructions.opcodes[at] === IMPORT_NAME
    if (this.isCounting) {
      this.atInstruction(frame, at)
      this.instruction++
    }
  }

  #enter(frame: Frame): void {
    const { instructions } = frame
    this.#instructions = instructions
    let known = this.#knowns.get(instructions)
    if (known === undefined) {
      const filename = frame.code.filename.value
      const isSource = this.isCounting && filename === this.#filename
      known = { isOwn: this.#own.has(filename), source: isSource ? this.codes.of(frame.code) : null }
      this.#knowns.set(instructions, known)
    }
    this.known = known
  }

  /** The recorded code that a frame runs; null for other code. */
  sourceOf(frame: Frame): SourceCode | null {
    return this.#knowns.get(frame.instructions)?.source ?? null
  }

  /** Whether the user wrote what a frame runs. */
  isOwn(frame: Frame): boolean {
    return this.#own.has(frame.code.filename.value)
  }

  /** The instruction that is being executed. */
  get current(): number {
    return Math.max(this.instruction - 1, 0)
  }

  /** The program is over: what follows is the interpreter's exit, which counts as an instruction of its own. */
  exit(): void {
    this.isExiting = true
    this.instruction++
  }

  /** Before an instruction of the recorded source. */
  protected atSource(_frame: Frame, _at: number, _source: SourceCode): void {}

  /** Before any counted instruction, `this.instruction`. */
  protected atInstruction(_frame: Frame, _at: number): void {}

  born(object: PyObject, address: number): void {
    // Between pieces of the program, and at exit, what is born without a frame is the interpreter's own.
    const { frame, isHousekeeping } = this.subject.machine
    const counts = !this.#isImporting && frame !== null && !isHousekeeping
    this.names.born(object, address, counts, !this.known.isOwn, !this.isPartOfClass(object))
    this.also?.born(object, address)
  }

  /** The tuples, the dict and the descriptors that the making of a class makes besides: no one counts them. */
  protected isPartOfClass({ type }: PyObject): boolean {
    if (type.isHeapType || !classParts.has(type.name)) return false
    const { frame } = this.subject.machine
    if (frame === null) return false
    let making = this.#classes.get(frame.instructions)
    if (making === undefined) {
      making = callsThatMakeClasses(frame)
      this.#classes.set(frame.instructions, making)
    }
    return making?.has(frame.lasti) === true
  }

  dying(object: PyObject): void {
    this.also?.dying(object)
    this.dyingObjects.push(object)
  }

  died(object: PyObject): void {
    this.also?.died(object)
    this.dyingObjects.pop()
    if (object instanceof PyType) this.names.forgetType(object)
    else if (object === this.subject.main) this.subject.main = null
  }

  resurrected(object: PyObject): void {
    this.also?.resurrected(object)
    this.dyingObjects.pop()
  }

  finalizing(_object: PyObject): void {}
  weakReferenceCleared(_reference: WeakReference, _referent: PyObject, _callback: CallbackFate): void {}
  weakReferenceDied(_reference: WeakReference, _referent: PyObject): void {}
  callbackCalled(_reference: WeakReference): void {}
  collectionBegan(_generation: number, _due: boolean, _counts: readonly number[]): void {}
  candidates(_objects: Iterable<PyObject>): void {}
  subtracted(_objects: Iterable<PyObject>): void {}
  rescued(_object: PyObject, _by: PyObject): void {}
  unreachable(_objects: Iterable<PyObject>): void {}
  broughtBack(_objects: Iterable<PyObject>): void {}
  clearing(_objects: Iterable<PyObject>): void {}
  collectionEnded(_found: number): void {}
}

const classParts: ReadonlySet<string> = new Set([
  'tuple',
  'dict',
  'getset_descriptor',
  'member_descriptor',
  'weakref.ReferenceType',
])

/** The instructions that call `__build_class__`: those that come from the same piece of source as its loading. */
function callsThatMakeClasses({ code, instructions }: Frame): ReadonlySet<number> | null {
  const { opcodes } = instructions
  if (!opcodes.includes(LOAD_BUILD_CLASS)) return null
  const loads: Location[] = []
  const calls = new Set<number>()
  opcodes.forEach((opcode, at) => {
    if (opcode === LOAD_BUILD_CLASS) loads.push(code.locationAt(at))
    else if (opnames[opcode]?.startsWith('CALL') === true) {
      const location = code.locationAt(at)
      if (loads.some((load) => isSameLocation(load, location))) calls.add(at)
    }
  })
  return calls
}
