/** Raising, handling, and `with`. */
import type { PyObject } from '../../heap/object.ts'
import type { Held, Own } from '../../heap/reference.ts'
import { lend, newRef, release, releaseMaybe } from '../../heap/reference.ts'
import type { Frame } from '../../objects/activation.ts'
import { newBool } from '../../objects/bool.ts'
import { PyBuiltin } from '../../objects/builtin-function.ts'
import { matchesException, matchGroup } from '../../objects/exception-group.ts'
import {
  isExceptionClass,
  normalizeCause,
  normalizeRaised,
  type PyBaseException,
  setCause,
} from '../../objects/exceptions.ts'
import type { PyFunction } from '../../objects/function.ts'
import { PyInt } from '../../objects/int.ts'
import { PyMethod } from '../../objects/method.ts'
import { getSpecial } from '../../objects/protocols/attributes.ts'
import { Raise } from '../../objects/raise.ts'
import { Suspend } from '../../objects/suspend.ts'
import { PyTuple } from '../../objects/tuple.ts'
import { typeName, typeOf } from '../../objects/type.ts'
import { HeldCall } from '../held-call.ts'
import type { Meanings, Transfers } from '../instruction.ts'
import type { Machine } from '../machine.ts'
import { callNonFunction } from './calls.ts'

function checkExceptType(vm: Machine, type: PyObject): void {
  const ok =
    type instanceof PyTuple
      ? type.items.every((each) => isExceptionClass(vm, each))
      : isExceptionClass(vm, type)
  if (!ok) vm.raise('TypeError', 'catching classes that do not inherit from BaseException is not allowed')
}

function checkGroupType(vm: Machine, type: PyObject): void {
  checkExceptType(vm, type)
  const { BaseExceptionGroup } = vm.types
  const all = type instanceof PyTuple ? type.items : [type]
  if (all.some((each) => isExceptionClass(vm, each) && each.isSubtype(BaseExceptionGroup))) {
    vm.raise('TypeError', 'catching ExceptionGroup with except* is not allowed. Use except instead.')
  }
}

/** `__enter__` and `__exit__` of a context manager, bound. */
function bindManager(vm: Machine, manager: PyObject, prefix: '' | 'a'): { enter: Own; exit: Own } {
  const kind = prefix === 'a' ? 'asynchronous context manager' : 'context manager'
  const complaint = `'${typeName(manager)}' object does not support the ${kind} protocol`
  const enter = getSpecial(vm, manager, `__${prefix}enter__`)
  if (enter === null) return vm.raise('TypeError', complaint)
  try {
    const exit = getSpecial(vm, manager, `__${prefix}exit__`)
    if (exit === null) return vm.raise('TypeError', `${complaint} (missed __${prefix}exit__ method)`)
    return { enter, exit }
  } catch (thrown) {
    release(enter)
    throw thrown
  }
}

/** Binds `__aenter__` and `__aexit__`, lets the manager (stolen) go, then calls `__aenter__`. */
function enterAsync(vm: Machine, manager: Own): readonly Held[] {
  const { enter, exit } = lend(manager, (each) => bindManager(vm, each, 'a'))
  try {
    return [exit, vm.call(enter, [])]
  } catch (thrown) {
    release(exit)
    throw thrown
  } finally {
    release(enter)
  }
}

/**
 * `with`: binds `__enter__` and `__exit__`, lets the manager go and calls `__enter__`: one in Python in the running
 * loop, so that it may wait for other threads.
 */
function beforeWith(vm: Machine, frame: Frame): void {
  const at = frame.sp - 1
  const manager = frame.localsplus[at] as Own
  let bound: { enter: Own; exit: Own }
  try {
    bound = bindManager(vm, manager, '')
  } catch (thrown) {
    frame.pop()
    release(manager)
    throw thrown
  }
  const { enter, exit } = bound
  if (enter instanceof PyBuiltin) {
    // A lock: the manager stays in place, so that the instruction can be executed again.
    try {
      vm.suspendable = true
      const result = callNonFunction(vm, enter, [], null)
      frame.localsplus[at] = exit
      frame.push(result)
      release(manager)
    } catch (thrown) {
      release(exit)
      if (!(thrown instanceof Suspend)) {
        frame.pop()
        release(manager)
      }
      throw thrown
    } finally {
      release(enter)
    }
    return
  }
  frame.localsplus[at] = exit
  release(manager)
  const { func, self } = enter instanceof PyMethod ? enter : { func: enter, self: null }
  if (func.type === (vm.types.function as unknown)) {
    const args = self === null ? [] : [newRef(self)]
    vm.enterFunction(newRef(func as unknown as PyFunction), args, null, new HeldCall([enter], false))
    return
  }
  try {
    frame.push(vm.call(enter, []))
  } finally {
    release(enter)
  }
}

export const exceptions = {
  PUSH_EXC_INFO(vm, _frame, _oparg, exception) {
    const previous = vm.handled.exception ?? newRef(vm.None)
    vm.handled.exception = newRef(exception)
    return [previous, exception]
  },
  POP_EXCEPT(vm, _frame, _oparg, exception) {
    const old = vm.handled.exception
    if (exception === vm.None) {
      release(exception)
      vm.handled.exception = null
    } else vm.handled.exception = exception
    releaseMaybe(old)
  },
  CHECK_EXC_MATCH(vm, _frame, _oparg, exception, type) {
    checkExceptType(vm, type)
    return newBool(vm, matchesException(vm, exception, type))
  },
  CHECK_EG_MATCH(vm, _frame, _oparg, exception, type) {
    checkGroupType(vm, type)
    const { match, rest } = matchGroup(vm, exception as PyBaseException, type)
    if (match !== null) {
      // The match is what is being handled from here on.
      const old = vm.handled.exception
      vm.handled.exception = newRef(match)
      releaseMaybe(old)
    }
    return [rest ?? newRef(vm.None), match ?? newRef(vm.None)]
  },
  BEFORE_ASYNC_WITH: (vm, _frame, _oparg, manager) => enterAsync(vm, manager),
  WITH_EXCEPT_START(vm, _frame, _oparg, exit, _lasti, value) {
    const { traceback } = value as PyBaseException
    return vm.call(exit, [typeOf(value), value, traceback ?? vm.None])
  },
} satisfies Partial<Meanings>

/** `raise`: the exception, made or found, with its cause. */
function raise(vm: Machine, value: Own | null, cause: Own | null): never {
  if (value === null) {
    const handled = vm.peekHandledException()
    if (handled === null) return vm.raise('RuntimeError', 'No active exception to reraise')
    // Raised again as it is: no new context.
    throw new Raise(newRef(handled))
  }
  try {
    const exception = normalizeRaised(vm, value)
    if (cause !== null) {
      let made: Own<PyBaseException> | null
      try {
        made = normalizeCause(vm, cause)
      } catch (thrown) {
        release(exception)
        throw thrown
      }
      setCause(exception, made)
    }
    return vm.raiseException(exception)
  } finally {
    release(value)
    if (cause !== null) release(cause)
  }
}

export const exceptionTransfers = {
  BEFORE_WITH: beforeWith,
  RAISE_VARARGS(vm, frame, count) {
    const cause = count === 2 ? (frame.pop() as Own) : null
    const value = count >= 1 ? (frame.pop() as Own) : null
    raise(vm, value, cause)
  },
  RERAISE(_vm, frame, depth) {
    const exception = frame.pop() as Own
    if (depth > 0) {
      const lasti = frame.localsplus[frame.sp - depth]
      if (lasti instanceof PyInt) frame.lasti = frame.instructions.indexOfUnit[Number(lasti.value)]!
    }
    throw new Raise(exception)
  },
} satisfies Partial<Transfers>
