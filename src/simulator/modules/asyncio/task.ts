/**
 * `asyncio.Task`: a future that runs a coroutine step by step; the loop calls each step. Between two steps it is a
 * callback of the future that the coroutine waits for, and nothing else needs to hold it. As `Modules/_asynciomodule.c`.
 */
import { takeField } from '../../heap/heap.ts'
import type { PyObject, Visit } from '../../heap/object.ts'
import type { Held, Own } from '../../heap/reference.ts'
import { lend, newRef, release, releaseMaybe } from '../../heap/reference.ts'
import { newBoundBuiltin } from '../../objects/builtin-function.ts'
import { makeBinder } from '../../objects/declare/arguments.ts'
import { methodsOf } from '../../objects/declare/type.ts'
import { newExceptionWith, type PyBaseException } from '../../objects/exceptions.ts'
import { PyGenerator } from '../../objects/generator.ts'
import { stopValue, throwIntoGenerator } from '../../objects/generator-run.ts'
import { getAttrNamed, getAttrNamedMaybe } from '../../objects/protocols/attributes.ts'
import { callMethod } from '../../objects/protocols/calls.ts'
import { isTrue } from '../../objects/protocols/comparison.ts'
import { toRepr } from '../../objects/protocols/text.ts'
import { isRaise, Raise } from '../../objects/raise.ts'
import { addItem, discardItem } from '../../objects/set.ts'
import { newInterned, newStr } from '../../objects/str.ts'
import { isInstance, type PyType, typeOf } from '../../objects/type.ts'
import type { VM } from '../../objects/vm.ts'
import { copyCurrentContext, PyContext, runInContext } from '../contextvars/context.ts'
import {
  addDoneCallback,
  cancelFuture,
  caught,
  finalizeFuture,
  getResult,
  initFuture,
  newCancelledError,
  PyFuture,
  reportToLoop,
  setException,
  setResult,
  unblock,
} from './future.ts'
import { enterTask, leaveTask, peekHelper, register, stateOf, swapCurrentTask } from './state.ts'
import { newStep } from './step.ts'

export class PyTask extends PyFuture {
  waitsFor: Held | null = null
  coroutine: Held | null = null
  name: Held | null = null
  context: Held | null = null
  mustCancel = false
  logDestroyPending = true
  cancelRequests = 0

  override traverse(visit: Visit): void {
    if (this.context !== null) visit(this.context, 'context')
    if (this.coroutine !== null) visit(this.coroutine, '_coro')
    if (this.name !== null) visit(this.name, 'name')
    if (this.waitsFor !== null) visit(this.waitsFor, '_fut_waiter')
    super.traverse(visit)
  }

  override clear(): void {
    super.clear()
    releaseMaybe(takeField(this, 'context'))
    releaseMaybe(takeField(this, 'coroutine'))
    releaseMaybe(takeField(this, 'name'))
    releaseMaybe(takeField(this, 'waitsFor'))
  }
}

function isCoroutine(vm: VM, object: PyObject): boolean {
  if (object.type === (vm.types.coroutine as unknown)) return true
  return lend(vm.call(peekHelper(vm, 'iscoroutine'), [object]), (answer) => isTrue(vm, answer))
}

export interface TaskArguments {
  readonly coro: PyObject
  readonly loop: PyObject | null
  readonly name: PyObject | null
  readonly context: PyObject | null
  readonly eager: boolean
}

/** `Task.__init__`. */
export function initTask(vm: VM, self: PyTask, given: TaskArguments): void {
  initFuture(vm, self, given.loop)
  if (!isCoroutine(vm, given.coro)) {
    self.logDestroyPending = false
    vm.raise('TypeError', `a coroutine was expected, got ${toRepr(vm, given.coro)}`)
  }
  const { context, name } = given
  const old = [self.context, self.coroutine, self.name, takeField(self, 'waitsFor')]
  self.context = context === null || context === vm.None ? copyCurrentContext(vm) : newRef(context)
  self.mustCancel = false
  self.logDestroyPending = true
  self.cancelRequests = 0
  self.coroutine = newRef(given.coro)
  self.name = null
  for (const each of old) releaseMaybe(each)
  if (name === null || name === vm.None) self.name = newStr(vm, `Task-${++stateOf(vm).taskNames}`)
  else setName(vm, self, name)
  if (given.eager) {
    const running = lend(callMethod(vm, self.loop!, 'is_running'), (answer) => isTrue(vm, answer))
    if (running) return startEagerly(vm, self)
  }
  callStepSoon(vm, self, null)
  register(vm, self, 'add')
}

export function setName(vm: VM, self: PyTask, name: PyObject): void {
  const made = typeOf(name) === vm.types.str ? newRef(name) : vm.call(vm.types.str, [name])
  const old = self.name
  self.name = made
  releaseMaybe(old)
}

/** The first step at once, inside of the task that makes this one. */
function startEagerly(vm: VM, self: PyTask): void {
  const { eagerTasks } = stateOf(vm)
  const outer = swapCurrentTask(vm, self.loop!, self)
  try {
    addItem(vm, eagerTasks!, self)
    try {
      const { context } = self
      if (context instanceof PyContext) runInContext(vm, context, () => runStep(vm, self, null))
      else runStep(vm, self, null)
    } finally {
      discardItem(vm, eagerTasks!, self)
    }
  } finally {
    release(swapCurrentTask(vm, self.loop!, outer))
    release(outer)
  }
  if (self.state === 'PENDING') register(vm, self, 'add')
  else releaseMaybe(takeField(self, 'coroutine'))
}

/** Has the loop take the next step; with an exception (borrowed) that is raised in the coroutine. */
function callStepSoon(vm: VM, self: PyTask, exception: PyObject | null): void {
  const { loop, context } = self
  lend(getAttrNamed(vm, loop!, 'call_soon'), (callable) =>
    lend(
      newStep(vm, self, exception, (machine, error) => step(machine, self, error)),
      (made) =>
        lend(newInterned(vm, 'context'), (name) => release(vm.call(callable, [made, context!], [name]))),
    ),
  )
}

/** The next step fails with a RuntimeError. */
function failSoon(vm: VM, self: PyTask, message: string): void {
  lend(newExceptionWith(vm, vm.types.RuntimeError, [newStr(vm, message)]), (error) =>
    callStepSoon(vm, self, error),
  )
}

/** A step of the task as the running one. */
export function step(vm: VM, self: PyTask, exception: PyObject | null): Own {
  const { loop } = self
  if (loop === null) return vm.raise('RuntimeError', 'uninitialized Task object')
  enterTask(vm, loop, self)
  try {
    runStep(vm, self, exception)
  } catch (thrown) {
    leaveTask(vm, loop, self)
    throw thrown
  }
  leaveTask(vm, loop, self)
  return newRef(vm.None)
}

function isCancelledError(vm: VM, object: PyObject): boolean {
  return isInstance(object, peekHelper(vm, 'CancelledError') as PyType)
}

function runStep(vm: VM, self: PyTask, given: PyObject | null): void {
  if (self.state !== 'PENDING') {
    const message = `_step(): already done: ${toRepr(vm, self)} ${toRepr(vm, given ?? vm.None)}`
    const type = peekHelper(vm, 'InvalidStateError') as PyType
    vm.raiseException(newExceptionWith(vm, type, [newStr(vm, message)]))
  }
  let exception: Own | null = given === null ? null : newRef(given)
  if (self.mustCancel) {
    if (exception === null || !isCancelledError(vm, exception)) {
      releaseMaybe(exception)
      exception = newCancelledError(vm, self)
    }
    self.mustCancel = false
  }
  releaseMaybe(takeField(self, 'waitsFor'))
  const { coroutine } = self
  if (coroutine === null) {
    releaseMaybe(exception)
    return vm.raise('RuntimeError', 'uninitialized Task object')
  }
  let ended: { done: boolean; value: Own }
  try {
    ended = resume(vm, coroutine, exception)
  } catch (thrown) {
    releaseMaybe(exception)
    return endByException(vm, self, thrown)
  }
  releaseMaybe(exception)
  if (!ended.done) return lend(ended.value, (yielded) => waitFor(vm, self, yielded))
  lend(ended.value, (value) => {
    if (!self.mustCancel) return setResult(vm, self, value)
    // Cancelled right before the coroutine came to its end.
    self.mustCancel = false
    cancelFuture(vm, self, self.cancelMessage)
    return undefined
  })
}

/** Goes on with the coroutine, or raises an exception in it (`PyIter_Send`, `coro.throw`). */
function resume(vm: VM, coroutine: PyObject, exception: PyObject | null): { done: boolean; value: Own } {
  const isPlain = coroutine instanceof PyGenerator && coroutine.kind !== 'async generator'
  if (exception === null && isPlain) return vm.sendGenerator(coroutine, vm.None)
  try {
    if (exception !== null) {
      const value = isPlain
        ? throwIntoGenerator(vm, coroutine, exception, null, null)
        : callMethod(vm, coroutine, 'throw', [exception])
      return { done: false, value }
    }
    const next = typeOf(coroutine).slots.__next__
    const value = next === null ? callMethod(vm, coroutine, 'send', [vm.None]) : next(vm, coroutine)
    return value === null ? { done: true, value: newRef(vm.None) } : { done: false, value }
  } catch (thrown) {
    if (!isRaise(thrown, vm.types.StopIteration)) throw thrown
    return { done: true, value: stopValue(vm, thrown) }
  }
}

function endByException(vm: VM, self: PyTask, thrown: unknown): void {
  const exception = caught(vm, thrown)
  if (isCancelledError(vm, exception)) {
    const old = self.cancelledError
    self.cancelledError = exception as Held<PyBaseException>
    releaseMaybe(old)
    cancelFuture(vm, self, null)
    return
  }
  try {
    setException(vm, self, exception)
  } catch (failure) {
    release(exception)
    throw failure
  }
  const { KeyboardInterrupt, SystemExit } = vm.types
  if (isInstance(exception, KeyboardInterrupt) || isInstance(exception, SystemExit))
    throw new Raise(exception)
  release(exception)
}

/** What the coroutine has yielded: a future that it waits for, or None to go on in the next round. */
function waitFor(vm: VM, self: PyTask, yielded: PyObject): void {
  if (yielded === self) return failSoon(vm, self, `Task cannot await on itself: ${toRepr(vm, self)}`)
  if (yielded instanceof PyFuture && !typeOf(yielded).isHeapType) {
    if (yielded.loop !== self.loop) return differentLoop(vm, self, yielded)
    if (!yielded.blocking) return notAwaited(vm, self, yielded)
    yielded.blocking = false
    lend(newWakeup(vm, self), (wakeup) => addDoneCallback(vm, yielded, wakeup, self.context!))
    return beginWaiting(vm, self, yielded)
  }
  if (yielded === vm.None) return callStepSoon(vm, self, null)
  const blocking = getAttrNamedMaybe(vm, yielded, '_asyncio_future_blocking')
  if (blocking === null || blocking === vm.None) {
    releaseMaybe(blocking)
    const message = isInstance(yielded, vm.types.generator)
      ? `yield was used instead of yield from for generator in task ${toRepr(vm, self)} with ${toRepr(vm, yielded)}`
      : `Task got bad yield: ${toRepr(vm, yielded)}`
    return failSoon(vm, self, message)
  }
  const isBlocking = lend(blocking, (value) => isTrue(vm, value))
  const sameLoop = lend(getLoopOf(vm, yielded), (loop) => loop === self.loop)
  if (!sameLoop) return differentLoop(vm, self, yielded)
  if (!isBlocking) return notAwaited(vm, self, yielded)
  unblock(vm, yielded)
  lend(newWakeup(vm, self), (wakeup) =>
    lend(getAttrNamed(vm, yielded, 'add_done_callback'), (add) =>
      lend(newInterned(vm, 'context'), (name) => release(vm.call(add, [wakeup, self.context!], [name]))),
    ),
  )
  beginWaiting(vm, self, yielded)
}

function getLoopOf(vm: VM, future: PyObject): Own {
  const getLoop = getAttrNamedMaybe(vm, future, 'get_loop')
  return getLoop === null
    ? getAttrNamed(vm, future, '_loop')
    : lend(getLoop, (callable) => vm.call(callable, []))
}

function beginWaiting(vm: VM, self: PyTask, future: PyObject): void {
  const old = self.waitsFor
  self.waitsFor = newRef(future)
  releaseMaybe(old)
  if (self.mustCancel && cancelWaited(vm, self, self.cancelMessage)) self.mustCancel = false
}

/** Cancels what the task waits for; says whether that was possible. */
function cancelWaited(vm: VM, self: PyTask, message: PyObject | null): boolean {
  return lend(newRef(self.waitsFor!), (future) =>
    lend(getAttrNamed(vm, future, 'cancel'), (cancel) =>
      lend(newInterned(vm, 'msg'), (name) =>
        lend(vm.call(cancel, [message ?? vm.None], [name]), (answer) => isTrue(vm, answer)),
      ),
    ),
  )
}

function differentLoop(vm: VM, self: PyTask, yielded: PyObject): void {
  failSoon(
    vm,
    self,
    `Task ${toRepr(vm, self)} got Future ${toRepr(vm, yielded)} attached to a different loop`,
  )
}

function notAwaited(vm: VM, self: PyTask, yielded: PyObject): void {
  failSoon(
    vm,
    self,
    `yield was used instead of yield from in task ${toRepr(vm, self)} with ${toRepr(vm, yielded)}`,
  )
}

const wakeupSpec = methodsOf<PyTask>()(
  'task_wakeup(self, future, /) -> object',
  'Goes on when a future is done.',
  (vm, self, future) => wakeup(vm, self, future),
)
const wakeupBinder = makeBinder(wakeupSpec.signature)

function newWakeup(vm: VM, self: PyTask): Own {
  return newBoundBuiltin(vm, wakeupSpec, self, wakeupBinder)
}

function wakeup(vm: VM, self: PyTask, future: PyObject): Own {
  const failure = failureOf(vm, future)
  return failure === null ? step(vm, self, null) : lend(failure, (raised) => step(vm, self, raised))
}

/** The exception that a future ended with; null where it has a result. */
function failureOf(vm: VM, future: PyObject): Own<PyBaseException> | null {
  try {
    const isOurs = future instanceof PyFuture && !typeOf(future).isHeapType
    release(isOurs ? getResult(vm, future) : callMethod(vm, future, 'result'))
    return null
  } catch (thrown) {
    return caught(vm, thrown)
  }
}

/** `Task.cancel`. */
export function cancelTask(vm: VM, self: PyTask, message: PyObject): boolean {
  self.logTraceback = false
  if (self.state !== 'PENDING') return false
  self.cancelRequests++
  if (self.waitsFor !== null && cancelWaited(vm, self, message)) return true
  self.mustCancel = true
  const old = self.cancelMessage
  self.cancelMessage = newRef(message)
  releaseMaybe(old)
  return true
}

/** `Task.uncancel`: how many requests are left. */
export function uncancelTask(self: PyTask): number {
  if (self.cancelRequests > 0 && --self.cancelRequests === 0) self.mustCancel = false
  return self.cancelRequests
}

/** A task that dies before its coroutine has ended is reported. */
export function finalizeTask(vm: VM, self: PyTask): void {
  if (self.state === 'PENDING' && self.logDestroyPending && self.loop !== null)
    reportToLoop(vm, self, 'Task was destroyed but it is pending!', { task: self })
  finalizeFuture(vm, self)
}
