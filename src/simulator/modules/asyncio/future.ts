/**
 * `asyncio.Future`: a result that is not there yet, and the callbacks that wait for it. Task is a subclass
 * (`task.ts`). The first callback has a place of its own, further ones are in a list. As `Modules/_asynciomodule.c`.
 */
import { takeField } from '../../heap/heap.ts'
import { type HeapType, PyObject, type Visit } from '../../heap/object.ts'
import type { Held, Own } from '../../heap/reference.ts'
import { asOwn, lend, newRef, release, releaseMaybe } from '../../heap/reference.ts'
import { newBool } from '../../objects/bool.ts'
import { newDict } from '../../objects/dict.ts'
import {
  newException,
  newExceptionWith,
  normalizeRaised,
  PyBaseException,
  setCause,
  setContext,
  setTraceback,
} from '../../objects/exceptions.ts'
import { newList, type PyList } from '../../objects/list.ts'
import { visitOwnType } from '../../objects/own-type.ts'
import { getAttrNamed, setAttrNamed } from '../../objects/protocols/attributes.ts'
import { callMethod } from '../../objects/protocols/calls.ts'
import { isSame, isTrue } from '../../objects/protocols/comparison.ts'
import { Raise } from '../../objects/raise.ts'
import { newInterned, newStr } from '../../objects/str.ts'
import type { PyTraceback } from '../../objects/traceback.ts'
import { newTuple, type PyTuple } from '../../objects/tuple.ts'
import { isInstance, PyType, typeName } from '../../objects/type.ts'
import type { VM } from '../../objects/vm.ts'
import { copyCurrentContext } from '../contextvars/context.ts'
import { getEventLoop, peekHelper } from './state.ts'

export type FutureState = 'PENDING' | 'CANCELLED' | 'FINISHED'

export class PyFuture extends PyObject {
  /** Null until `__init__` has run. */
  loop: Held | null = null
  callback0: Held | null = null
  context0: Held | null = null
  callbacks: Held<PyList> | null = null
  exception: Held<PyBaseException> | null = null
  exceptionTraceback: Held | null = null
  result: Held | null = null
  sourceTraceback: Held | null = null
  cancelMessage: Held | null = null
  /** What the coroutine let out when it was cancelled; handed on once. */
  cancelledError: Held<PyBaseException> | null = null
  state: FutureState = 'PENDING'
  logTraceback = false
  blocking = false

  constructor(type: HeapType) {
    super(type)
  }

  override traverse(visit: Visit): void {
    visitOwnType(this, visit)
    for (const [name, value] of this.#fields()) if (value !== null) visit(value, name)
    if (this.dict !== null && !this.type.addsStorage) visit(this.dict, '__dict__')
  }

  #fields(): [string, Held | null][] {
    return [
      ['_loop', this.loop],
      ['callback', this.callback0],
      ['context', this.context0],
      ['_callbacks', this.callbacks],
      ['_exception', this.exception],
      ['traceback', this.exceptionTraceback],
      ['_result', this.result],
      ['_source_traceback', this.sourceTraceback],
      ['_cancel_message', this.cancelMessage],
      ['cancelled', this.cancelledError],
    ]
  }

  /** Lets everything go but `__dict__`. */
  clearFields(): void {
    releaseMaybe(takeField(this, 'loop'))
    releaseMaybe(takeField(this, 'callback0'))
    releaseMaybe(takeField(this, 'context0'))
    releaseMaybe(takeField(this, 'callbacks'))
    releaseMaybe(takeField(this, 'result'))
    releaseMaybe(takeField(this, 'exception'))
    releaseMaybe(takeField(this, 'exceptionTraceback'))
    releaseMaybe(takeField(this, 'sourceTraceback'))
    releaseMaybe(takeField(this, 'cancelMessage'))
    releaseMaybe(takeField(this, 'cancelledError'))
  }

  override clear(): void {
    this.clearFields()
    if (!this.type.addsStorage) releaseMaybe(takeField(this, 'dict'))
  }
}

/** Raises where `__init__` has not run. */
export function ensureAlive(vm: VM, self: PyFuture): PyObject {
  return self.loop ?? vm.raise('RuntimeError', 'Future object is not initialized.')
}

/** The loop's `call_soon(func[, arg], context=context)`. */
export function callSoon(
  vm: VM,
  loop: PyObject,
  func: PyObject,
  arg: PyObject | null,
  context: PyObject,
): void {
  lend(getAttrNamed(vm, loop, 'call_soon'), (callable) => {
    const args = arg === null ? [func, context] : [func, arg, context]
    lend(newInterned(vm, 'context'), (name) => release(vm.call(callable, args, [name])))
  })
}

function scheduleCallbacks(vm: VM, self: PyFuture): void {
  const loop = self.loop!
  try {
    if (self.callback0 !== null) {
      try {
        callSoon(vm, loop, self.callback0, self, self.context0!)
      } finally {
        releaseMaybe(takeField(self, 'callback0'))
        releaseMaybe(takeField(self, 'context0'))
      }
    }
    const { callbacks } = self
    if (callbacks === null) return
    for (let i = 0; i < callbacks.items.length; i++) {
      const [callback, context] = (callbacks.items[i] as unknown as PyTuple).items
      callSoon(vm, loop, callback!, self, context!)
    }
  } finally {
    releaseMaybe(takeField(self, 'callbacks'))
  }
}

/** `future_init`: everything as at the beginning. */
export function initFuture(vm: VM, self: PyFuture, loop: PyObject | null): void {
  self.clearFields()
  self.state = 'PENDING'
  self.logTraceback = false
  self.blocking = false
  const held = loop === null || loop === vm.None ? getEventLoop(vm) : newRef(loop)
  self.loop = held
  const debug = lend(callMethod(vm, held, 'get_debug'), (value) => isTrue(vm, value))
  if (debug) self.sourceTraceback = vm.call(peekHelper(vm, 'extract_stack'), [])
}

function invalidState(vm: VM, message: string): never {
  const type = peekHelper(vm, 'InvalidStateError') as PyType
  return vm.raiseException(newExceptionWith(vm, type, [newStr(vm, message)]))
}

/** `set_result`. */
export function setResult(vm: VM, self: PyFuture, result: PyObject): void {
  ensureAlive(vm, self)
  if (self.state !== 'PENDING') invalidState(vm, 'invalid state')
  self.result = newRef(result)
  self.state = 'FINISHED'
  scheduleCallbacks(vm, self)
}

/** `set_exception`, of a class or an instance. */
export function setException(vm: VM, self: PyFuture, given: PyObject): void {
  ensureAlive(vm, self)
  if (self.state !== 'PENDING') invalidState(vm, 'invalid state')
  let exception: Own<PyBaseException>
  if (given instanceof PyType && given.isSubtype(vm.types.BaseException)) {
    exception = normalizeRaised(vm, given)
    if ((self.state as FutureState) !== 'PENDING') {
      release(exception)
      invalidState(vm, 'invalid state')
    }
  } else if (given instanceof PyBaseException) exception = newRef(given)
  else return vm.raise('TypeError', 'invalid exception object')
  if (isInstance(exception, vm.types.StopIteration)) {
    const error = newException(
      vm,
      'RuntimeError',
      'StopIteration interacts badly with generators and cannot be raised into a Future',
    )
    setContext(error, exception)
    setCause(error, exception)
    exception = error
  }
  self.exception = exception
  self.exceptionTraceback = exception.traceback === null ? null : newRef(exception.traceback)
  self.state = 'FINISHED'
  scheduleCallbacks(vm, self)
  self.logTraceback = true
}

/** The CancelledError that waiting for a cancelled future raises. */
export function newCancelledError(vm: VM, self: PyFuture): Own<PyBaseException> {
  const kept = takeField(self, 'cancelledError')
  if (kept !== null) return asOwn(kept) as Own<PyBaseException>
  const type = peekHelper(vm, 'CancelledError') as PyType
  const message = self.cancelMessage
  const args = message === null || message === vm.None ? [] : [newRef(message)]
  return newExceptionWith(vm, type, args)
}

/** The result, or the exception that stands for it thrown (`future_get_result`). */
export function getResult(vm: VM, self: PyFuture): Own {
  if (self.state === 'CANCELLED') return vm.raiseException(newCancelledError(vm, self))
  if (self.state !== 'FINISHED') return invalidState(vm, 'Result is not set.')
  self.logTraceback = false
  const { exception } = self
  if (exception === null) return newRef(self.result!)
  const traceback = takeField(self, 'exceptionTraceback')
  setTraceback(exception, traceback === null ? null : (asOwn(traceback) as Own<PyTraceback>))
  return vm.raiseException(newRef(exception))
}

export function addDoneCallback(vm: VM, self: PyFuture, func: PyObject, context: PyObject): void {
  if (self.loop === null) vm.raise('RuntimeError', 'uninitialized Future object')
  if (self.state !== 'PENDING') return callSoon(vm, self.loop!, func, self, context)
  if (self.callbacks === null && self.callback0 === null) {
    self.callback0 = newRef(func)
    self.context0 = newRef(context)
    return
  }
  const pair = newTuple(vm, [newRef(func), newRef(context)])
  if (self.callbacks === null) self.callbacks = newList(vm, [pair])
  else {
    self.callbacks.items.push(pair)
    self.callbacks.resized(self.callbacks.items.length - 1)
  }
}

export function removeDoneCallback(vm: VM, self: PyFuture, func: PyObject): number {
  ensureAlive(vm, self)
  let count = 0
  if (self.callback0 !== null && isSame(vm, self.callback0, func)) {
    releaseMaybe(takeField(self, 'callback0'))
    releaseMaybe(takeField(self, 'context0'))
    count = 1
  }
  const { callbacks } = self
  if (callbacks === null) return count
  const kept: Held[] = []
  const removed: Held[] = []
  for (const pair of [...callbacks.items])
    (isSame(vm, (pair as unknown as PyTuple).items[0]!, func) ? removed : kept).push(pair)
  if (kept.length === 0) releaseMaybe(takeField(self, 'callbacks'))
  else if (removed.length > 0) {
    const before = callbacks.items.length
    callbacks.items.splice(0, before, ...kept)
    callbacks.resized(before)
    for (const pair of removed) release(pair)
  }
  return count + removed.length
}

/** `future_cancel`; says whether it was still pending. */
export function cancelFuture(vm: VM, self: PyFuture, message: PyObject | null): boolean {
  self.logTraceback = false
  if (self.state !== 'PENDING') return false
  self.state = 'CANCELLED'
  const old = self.cancelMessage
  self.cancelMessage = message === null ? null : newRef(message)
  releaseMaybe(old)
  scheduleCallbacks(vm, self)
  return true
}

/** Tells the loop's exception handler; `parts` are borrowed. */
export function reportToLoop(vm: VM, self: PyFuture, message: string, parts: Record<string, PyObject>): void {
  const context = newDict(vm)
  try {
    context.putStr(vm, 'message', newStr(vm, message))
    for (const [key, value] of Object.entries(parts)) context.putStr(vm, key, newRef(value))
    if (self.sourceTraceback !== null) context.putStr(vm, 'source_traceback', newRef(self.sourceTraceback))
    const handler = getAttrNamed(vm, self.loop!, 'call_exception_handler')
    try {
      release(vm.call(handler, [context]))
    } catch (thrown) {
      vm.unraisable(thrown, handler)
    } finally {
      release(handler)
    }
  } catch (thrown) {
    vm.unraisable(thrown, self)
  } finally {
    release(context)
  }
}

/** The name of the type without its module. */
function shortName(self: PyFuture): string {
  const name = typeName(self)
  return name.slice(name.lastIndexOf('.') + 1)
}

/** An exception that nobody has asked for is reported when its future dies. */
export function finalizeFuture(vm: VM, self: PyFuture): void {
  if (!self.logTraceback || self.exception === null || self.loop === null) return
  self.logTraceback = false
  reportToLoop(vm, self, `${shortName(self)} exception was never retrieved`, {
    exception: self.exception,
    future: self,
  })
}

export function reprOf(vm: VM, self: PyFuture, helper: '_future_repr' | '_task_repr'): Own {
  return vm.call(peekHelper(vm, helper), [self])
}

/** `_callbacks`: pairs of callback and context, or None. */
export function callbackList(vm: VM, self: PyFuture): Own {
  ensureAlive(vm, self)
  if (self.callback0 === null) return newRef(self.callbacks ?? vm.None)
  const rest = self.callbacks?.items.map(newRef) ?? []
  const first = newTuple(vm, [newRef(self.callback0), newRef(self.context0!)])
  return newList(vm, [first, ...rest])
}

export function exceptionOf(vm: VM, self: PyFuture): Own {
  if (self.loop === null) invalidState(vm, 'Future object is not initialized.')
  if (self.state === 'CANCELLED') return vm.raiseException(newCancelledError(vm, self))
  if (self.state !== 'FINISHED') return invalidState(vm, 'Exception is not set.')
  if (self.exception === null) return newRef(vm.None)
  self.logTraceback = false
  return newRef(self.exception)
}

export function resultOf(vm: VM, self: PyFuture): Own {
  if (self.loop === null) invalidState(vm, 'Future object is not initialized.')
  return getResult(vm, self)
}

export function doneCallback(vm: VM, self: PyFuture, func: PyObject, context: PyObject | null): void {
  if (context !== null) addDoneCallback(vm, self, func, context)
  else lend(copyCurrentContext(vm), (copied) => addDoneCallback(vm, self, func, copied))
}

export function isBlocking(vm: VM, self: PyFuture): Own {
  return newBool(vm, self.loop !== null && self.blocking)
}

/** `fut._asyncio_future_blocking = False` on something that is like a future. */
export function unblock(vm: VM, future: PyObject): void {
  setAttrNamed(vm, future, '_asyncio_future_blocking', vm.False)
}

/** A caught exception, with its traceback, taken over. */
export function caught(vm: VM, thrown: unknown): Own<PyBaseException> {
  if (!(thrown instanceof Raise) || !isInstance(thrown.exception, vm.types.BaseException)) throw thrown
  return thrown.exception as unknown as Own<PyBaseException>
}
