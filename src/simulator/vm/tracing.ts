/**
 * `sys.settrace` and `sys.setprofile`: who listens, and the calls of what listens. Events arise in the loop that is
 * chosen while someone does (`backends/tracing.ts`), and where exceptions pass (`unwind.ts`); while a function is told
 * of an event nothing is traced. As `Python/legacy_tracing.c` and `Python/sysmodule.c`.
 */
import type { PyObject, Visit } from '../heap/object.ts'
import { type Held, lend, newRef, type Own, release, releaseMaybe } from '../heap/reference.ts'
import type { Frame } from '../objects/activation.ts'
import { PyBuiltin } from '../objects/builtin-function.ts'
import { PyMethodDescriptor } from '../objects/descriptors.ts'
import { newExceptionWith, PyBaseException } from '../objects/exceptions.ts'
import { PyGenerator } from '../objects/generator.ts'
import { newInterned } from '../objects/str.ts'
import { newTuple } from '../objects/tuple.ts'
import { typeOf } from '../objects/type.ts'
import type { Machine } from './machine.ts'

export type TraceEvent = 'call' | 'line' | 'return' | 'exception' | 'opcode'
export type ProfileEvent = 'call' | 'return' | 'c_call' | 'c_return' | 'c_exception'

export class Tracer {
  trace: Held | null = null
  profile: Held | null = null
  /** A function is being told of an event. */
  busy = false
  /** The event that a trace function is being told of: `f_lineno` may be set at some. */
  event: TraceEvent | null = null
  /** Events arise for instructions too, in frames that ask for them. */
  opcodes = false

  get isOn(): boolean {
    return this.trace !== null || this.profile !== null
  }

  visitRoots(visit: Visit): void {
    if (this.trace !== null) visit(this.trace, 'trace')
    if (this.profile !== null) visit(this.profile, 'profile')
  }

  set(which: 'trace' | 'profile', func: PyObject | null): void {
    const old = this[which]
    this[which] = func === null ? null : newRef(func)
    releaseMaybe(old)
  }
}

/** Whether events are to be told now. */
export function isListening(vm: Machine): boolean {
  return vm.tracer.isOn && !vm.tracer.busy
}

function callListener(vm: Machine, func: PyObject, frame: Frame, event: string, arg: PyObject): Own {
  const { tracer } = vm
  tracer.busy = true
  try {
    return lend(frame.getFrameObject(), (object) =>
      lend(newInterned(vm, event), (name) => vm.call(func, [object, name, arg])),
    )
  } finally {
    tracer.busy = false
  }
}

/** Tells the trace function of the frame; of a call, the one that was set for all. */
export function tellTrace(vm: Machine, frame: Frame, event: TraceEvent, arg: PyObject): void {
  const { tracer } = vm
  const func = event === 'call' ? tracer.trace : frame.frameObject === null ? null : frame.frameObject.trace
  if (tracer.trace === null || func === null) return
  const outer = tracer.event
  tracer.event = event
  let result: Own
  try {
    result = lend(newRef(func), (callable) => callListener(vm, callable, frame, event, arg))
  } catch (thrown) {
    // A trace function that fails is set no longer.
    tracer.set('trace', null)
    const object = frame.peekFrameObject()
    const old = object.trace
    object.trace = null
    releaseMaybe(old)
    throw thrown
  } finally {
    tracer.event = outer
  }
  if (result === vm.None) return release(result)
  const object = frame.peekFrameObject()
  const old = object.trace
  object.trace = result
  releaseMaybe(old)
}

function tellProfile(vm: Machine, frame: Frame, event: ProfileEvent, arg: PyObject): void {
  const { tracer } = vm
  if (tracer.profile === null) return
  try {
    lend(newRef(tracer.profile), (func) => release(callListener(vm, func, frame, event, arg)))
  } catch (thrown) {
    tracer.set('profile', null)
    throw thrown
  }
}

/** Both are told of calls and returns. */
export function tellBoth(vm: Machine, frame: Frame, event: 'call' | 'return', arg: PyObject): void {
  tellTrace(vm, frame, event, arg)
  if (vm.tracer.isOn) tellProfile(vm, frame, event, arg)
}

/** An exception arises in a frame, or passes it. */
export function tellRaised(vm: Machine, frame: Frame, exception: PyObject): void {
  if (!isListening(vm) || vm.tracer.trace === null) return
  if (frame.frameObject === null || frame.frameObject.trace === null) return
  const traceback = exception instanceof PyBaseException ? exception.traceback : null
  const arg = newTuple(vm, [
    newRef(typeOf(exception)) as Held,
    newRef(exception),
    newRef(traceback ?? vm.None),
  ])
  lend(arg, (triple) => tellTrace(vm, frame, 'exception', triple))
}

/** A frame ends by an exception. */
export function tellUnwinding(vm: Machine, frame: Frame): void {
  if (isListening(vm)) tellBoth(vm, frame, 'return', vm.None)
}

/** What a profile function is told of a call; null where the callee is nothing built in. */
export function newBuiltinCallee(vm: Machine, callable: PyObject, self: PyObject | null): Own | null {
  if (callable instanceof PyBuiltin) return newRef(callable)
  if (!(callable instanceof PyMethodDescriptor) || self === null) return null
  const get = typeOf(callable).slots.__get__
  if (get === null) return null
  const bound = get(vm, callable, self, typeOf(self))
  if (bound instanceof PyBuiltin) return bound as unknown as Own
  release(bound)
  return null
}

/** Tells the profile function of a call of something built in. */
export function tellBuiltin(
  vm: Machine,
  frame: Frame,
  event: 'c_call' | 'c_return' | 'c_exception',
  callee: PyObject,
): void {
  if (isListening(vm)) tellProfile(vm, frame, event, callee)
}

/** A generator or coroutine that was awaited has ended: as if it had raised StopIteration. */
export function tellStopped(vm: Machine, frame: Frame, receiver: PyObject, value: PyObject): void {
  if (!(receiver instanceof PyGenerator) || receiver.kind === 'async generator') return
  const { StopIteration } = vm.types
  lend(newExceptionWith(vm, StopIteration, [newRef(value)]), (error) => tellRaised(vm, frame, error))
}
