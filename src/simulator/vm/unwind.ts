/**
 * What happens to an exception: a traceback entry for each frame it passes, a search of the frame's handlers,
 * and if there is none the end of the frame and the same for its caller. As `exception_unwind` of `Python/ceval.c`.
 */
import { CLEANUP_THROW, END_ASYNC_FOR, RAISE_VARARGS, RERAISE } from '../bytecode/opcode-numbers.ts'
import type { Own } from '../heap/reference.ts'
import { asOwn, release } from '../heap/reference.ts'
import type { Frame } from '../objects/activation.ts'
import { PyBaseException } from '../objects/exceptions.ts'
import { newInt } from '../objects/int.ts'
import { Raise } from '../objects/raise.ts'
import { Suspend } from '../objects/suspend.ts'
import { newTraceback, type PyTraceback } from '../objects/traceback.ts'
import type { VM } from '../objects/vm.ts'
import type { Machine } from './machine.ts'
import { RangeOverflow } from './recursion.ts'
import { releaseInputs } from './steps.ts'
import { tellRaised, tellUnwinding } from './tracing.ts'

/** Instructions that pass an exception on which has been in the frame already. */
const raisesAgain: ReadonlySet<number> = new Set([RERAISE, CLEANUP_THROW, END_ASYNC_FOR])

/** Notes on the exception that it has passed the frame. */
function addTraceback(vm: VM, exception: Own, frame: Frame): void {
  if (!(exception instanceof PyBaseException)) return
  const old = exception.traceback
  exception.traceback = null
  const next = old === null ? null : (asOwn(old) as Own<PyTraceback>)
  exception.traceback = newTraceback(vm, next, frame.getFrameObject())
}

/**
 * Brings the machine to the handler of an exception. `failed` is the frame whose instruction raised it, null
 * where it comes out of a frame that has ended or is thrown into one that waited. Throws when it leaves the
 * frame that the running loop began with.
 */
export function unwind(vm: Machine, start: Frame, raise: Raise, failed: Frame | null): void {
  // Tracebacks and frame objects are made also when memory has run out.
  vm.heap.unlimited(() => findHandler(vm, start, raise, failed))
}

/**
 * What a loop does about what was thrown while it ran `failed`: an exception is brought to its handler, after which
 * `vm.frame` goes on. Anything else is thrown again.
 */
export function recover(vm: Machine, failed: Frame, thrown: unknown): void {
  const frame = vm.frame!
  vm.signal = 0
  if (thrown instanceof Suspend) {
    // The instruction has had no effect: it is executed again later.
    frame.pc = frame.lasti
    throw thrown
  }
  const raise = thrown instanceof Raise ? thrown : RangeOverflow.toRaise(vm, thrown)
  if (raise === null) throw thrown
  // Where the frame is still the one whose instruction failed, that instruction's inputs go first.
  unwind(vm, frame, raise, frame === failed ? failed : null)
}

function findHandler(vm: Machine, start: Frame, raise: Raise, failed: Frame | null): void {
  let arising = raise
  const { exception } = raise
  let frame = start
  let isNew = true
  if (failed !== null) {
    const { opcodes, args } = frame.instructions
    const at = frame.pc - 1
    // Raised again by `raise` alone it has been here already.
    const isAgain = opcodes[at] === RAISE_VARARGS && args[at] === 0 && exception === vm.peekHandledException()
    isNew = !raisesAgain.has(opcodes[at]!) && !isAgain
    releaseInputs(frame, opcodes[at]!, args[at]!)
  }
  for (;;) {
    if (isNew && frame.isComplete) {
      addTraceback(vm, arising.exception, frame)
      arising = listened(arising, () => tellRaised(vm, frame, arising.exception))
    }
    if (enterHandler(vm, frame, arising.exception)) return
    arising = listened(arising, () => tellUnwinding(vm, frame))
    const { isEntry, completion } = frame
    vm.leaveFrame(frame)
    const rescued = completion?.rescue?.(vm, arising) ?? null
    if (rescued !== null) return vm.frame!.push(rescued)
    completion?.abort()
    if (isEntry) throw arising
    frame = vm.frame!
    isNew = true
  }
}

/** What goes on after a listener was told: the exception, or what the listener has raised in its place. */
function listened(arising: Raise, tell: () => void): Raise {
  try {
    tell()
    return arising
  } catch (thrown) {
    if (!(thrown instanceof Raise)) throw thrown
    release(arising.exception)
    return thrown
  }
}

function enterHandler(vm: Machine, frame: Frame, exception: Own): boolean {
  const { instructions, nlocalsplus } = frame
  // Not `lasti`: RERAISE may have changed that.
  const unit = instructions.units[frame.pc - 1]
  const handler = unit === undefined ? null : frame.code.handlerAt(unit)
  cutStack(frame, nlocalsplus + (handler === null ? 0 : handler.depth))
  if (handler === null) return false
  if (handler.lasti) frame.push(newInt(vm, instructions.units[frame.lasti]!))
  frame.push(exception)
  frame.pc = instructions.indexOfUnit[handler.target]!
  return true
}

/** Drops the stack down to a depth, last pushed first. */
function cutStack(frame: Frame, depth: number): void {
  while (frame.sp > depth) {
    const value = frame.pop()
    if (value !== null) release(value)
  }
}
