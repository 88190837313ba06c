/**
 * A frame of execution: locals, stack and position of one call. It is no heap object; what Python sees of it
 * is a `PyFrame` made at first use, which takes over the frame's references when the call ends.
 * As `_PyInterpreterFrame` of `Include/internal/pycore_frame.h`, and `Python/frame.c`.
 */
import type { Visit } from '../heap/object.ts'
import type { Held, Own } from '../heap/reference.ts'
import { newRef, release, releaseMaybe } from '../heap/reference.ts'
import type { PyCode } from './code.ts'
import type { PyDict } from './dict.ts'
import { PyFrame } from './frame.ts'
import type { PyFunction } from './function.ts'
import type { PyGenerator } from './generator.ts'
import type { Instructions } from './instructions.ts'
import type { Raise } from './raise.ts'
import type { PyStr } from './str.ts'
import type { Activation, VM } from './vm.ts'

/** What remains to be done by a caller written in TypeScript when a frame it has pushed returns. */
export interface Completion {
  /** The call's result, given what the frame returned (stolen). May raise. */
  finish(vm: VM, returned: Own): Own
  /** The frame has ended by an exception. */
  abort(): void
  /** The same, and what the call gives all the same where the exception (then stolen) ends there; else null. */
  rescue?(vm: VM, raised: Raise): Own | null
  /** The frame is a generator's, which has yielded: what is left to be done then. */
  yielded?(): void
  traverse(visit: Visit): void
  /** How many levels of recursion it stands for. */
  readonly depth: number
  /** Whether the calling instruction ends with a safe point, as one does that calls native code. */
  readonly endsSafely?: boolean
}

/** Who releases the frame's references: the call, a generator, or the frame object that outlives both. */
export type FrameOwner = 'call' | 'generator' | 'frame-object'

export class Frame implements Activation {
  declare readonly vm: VM
  declare readonly code: Held<PyCode>
  declare readonly instructions: Instructions
  declare func: Held<PyFunction> | null
  /** Borrowed from the function. */
  declare readonly globals: PyDict
  declare readonly builtins: PyDict
  /** The local namespace of a module or class body. */
  declare locals: Held | null
  /** Fast locals, cells, free variables, then the stack. */
  declare readonly localsplus: (Held | null)[]
  /** How much of `localsplus` is in use. */
  declare sp: number
  /** The instruction that comes next, and the one being executed. */
  pc = 0
  lasti = -1
  previous: Frame | null = null
  frameObject: Held<PyFrame> | null = null
  owner: FrameOwner = 'call'
  /** Borrowed. */
  generator: PyGenerator | null = null
  /** Its result leaves the loop that runs it. */
  isEntry = false
  completion: Completion | null = null

  /** Steals `func` and `locals`; the locals still have to be filled in. */
  constructor(vm: VM, func: Own<PyFunction>, locals: Own | null) {
    const code = func.code
    this.vm = vm
    this.code = newRef(code)
    this.instructions = code.instructions
    this.func = func
    this.globals = func.globals
    this.builtins = func.builtins
    this.locals = locals
    const size = code.nlocalsplus + code.stacksize
    const localsplus: (Held | null)[] = new Array(size)
    for (let i = 0; i < size; i++) localsplus[i] = null
    this.localsplus = localsplus
    this.sp = code.nlocalsplus
  }

  get nlocalsplus(): number {
    return this.code.nlocalsplus
  }

  /** The next outer frame that has begun; those about to begin are not seen. */
  get back(): Frame | null {
    return firstComplete(this.previous)
  }

  get isComplete(): boolean {
    return this.owner === 'generator' || this.lasti >= this.instructions.firstTraceable
  }

  get lineno(): number {
    return this.code.lineAt(this.lasti) ?? 0
  }

  push(value: Held | null): void {
    this.localsplus[this.sp++] = value
  }

  pop(): Held | null {
    const value = this.localsplus[--this.sp]!
    this.localsplus[this.sp] = null
    return value
  }

  getFrameObject(): Own<PyFrame> {
    return newRef(this.peekFrameObject())
  }

  peekFrameObject(): PyFrame {
    // Tracked only from the moment it outlives its call.
    this.frameObject ??= new PyFrame(this.vm.types.frame, this) as Own<PyFrame>
    return this.frameObject
  }

  /** The call is over: lets everything go but the code, or leaves it to the frame object (`_PyFrame_ClearExceptCode`). */
  clearExceptCode(): void {
    const object = this.frameObject
    if (object !== null) {
      this.frameObject = null
      if (object.refcnt > 1) {
        this.#giveTo(object)
        release(object)
        return
      }
      release(object)
    }
    this.clearLocals()
    const { func } = this
    this.func = null
    releaseMaybe(func)
  }

  #giveTo(object: PyFrame): void {
    newRef(this.code)
    this.owner = 'frame-object'
    this.generator = null
    if (this.lasti < this.instructions.firstTraceable) this.lasti = this.instructions.firstTraceable
    const previous = firstComplete(this.previous)
    this.previous = null
    if (previous !== null) object.back = previous.getFrameObject()
    this.vm.heap.collector.track(object)
  }

  /** Lets locals and stack go, in the order of their places, then the namespace. */
  clearLocals(): void {
    const { localsplus, sp } = this
    this.sp = 0
    for (let i = 0; i < sp; i++) {
      const value = localsplus[i]
      if (value != null) {
        localsplus[i] = null
        release(value)
      }
    }
    const { locals } = this
    this.locals = null
    releaseMaybe(locals)
  }

  /** `withLocals` false: the frame is running, so that its locals and stack belong to the roots. */
  traverse(visit: Visit, withLocals = true): void {
    if (this.frameObject !== null) visit(this.frameObject, 'frame')
    if (this.locals !== null) visit(this.locals, 'f_locals')
    if (this.func !== null) visit(this.func, 'f_func')
    visit(this.code, 'f_code')
    if (withLocals) this.traverseLocals(visit)
  }

  traverseLocals(visit: Visit): void {
    const { localsplus, sp } = this
    const names = this.code.localsplusnames.items
    for (let i = 0; i < sp; i++) {
      const value = localsplus[i]
      if (value != null)
        visit(value, i < names.length ? (names[i] as unknown as PyStr).value : `stack[${i - names.length}]`)
    }
    this.completion?.traverse(visit)
  }
}

/** The frame itself or the nearest outer one that has passed its first RESUME. */
export function firstComplete(frame: Frame | null): Frame | null {
  let found = frame
  while (found !== null && !found.isComplete) found = found.previous
  return found
}

/** A level of exception handling: the thread's own, or that of a running generator (`_PyErr_StackItem`). */
export class HandledState {
  /** The exception being handled; null for none. */
  exception: Held | null = null
  previous: HandledState | null = null
}
