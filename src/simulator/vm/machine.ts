/**
 * The machine as its own parts see it: the `VM` of the object layer, and what instructions, the loop and the
 * unwinder change while they run. Implemented by `Interpreter`.
 */
import type { PyObject } from '../heap/object.ts'
import type { Own } from '../heap/reference.ts'
import type { Completion, Frame, HandledState } from '../objects/activation.ts'
import type { PyFunction } from '../objects/function.ts'
import type { PyStr } from '../objects/str.ts'
import type { VM } from '../objects/vm.ts'
import type { Tracer } from './tracing.ts'
import type { Watcher } from './watcher.ts'

/** Bits of `signal`: what the loop must look at after the instruction. */
/** Another frame is the innermost one now. */
export const SWITCHED = 1
/** The loop's first frame has ended: its result is in `returned`. */
export const LEFT = 2
/** Stop here; the run goes on later. */
export const PAUSED = 4
/** Another loop is to go on: a trace function has been set, or is no longer. */
export const RECHOOSE = 8

export interface Machine extends VM {
  /** The innermost frame. */
  frame: Frame | null
  /** What exceptions are being handled, innermost level first. */
  handled: HandledState
  signal: number
  /** The result of a loop's first frame. */
  returned: Own | null
  /** About how many instructions are left until the run has to pause. */
  fuel: number
  /** A safe point has something to do: an interrupt, or a pause. */
  interrupted: boolean
  /** The builtin being called may pause the run, because no TypeScript lies between it and its CALL. */
  suspendable: boolean
  /** What the innermost recursion through TypeScript was doing, as RecursionError says it. */
  readonly recursionWhere: string
  /** Who follows the run, null for nobody: asked for when a loop begins. */
  readonly watcher: Watcher | null
  /** Trace and profile functions. */
  readonly tracer: Tracer
  /** How many loops are running, each called by the one before. */
  readonly nesting: number
  /** `__import__` as the interpreter made it: calls of it need no look-up. */
  readonly defaultImport: PyObject | null

  /** Makes a frame for a call and begins it: steals the function and the arguments. Raises what binding raises. */
  enterFunction(
    func: Own<PyFunction>,
    args: Own[],
    kwnames: readonly PyStr[] | null,
    completion?: Completion | null,
  ): Frame
  /** Puts a frame on top of the chain. RecursionError when there are too many. */
  enterFrame(frame: Frame): void
  /** Takes the innermost frame off and lets its references go; it may live on in a generator's hands. */
  leaveFrame(frame: Frame): void
  /** A safe point: due collection, interrupt, pause. */
  checkBreaker(): void
  /** Runs a function's body with a namespace of its own as locals: a class body. */
  runBody(func: PyFunction, namespace: PyObject): Own
}
