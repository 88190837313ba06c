/** Raising, handling, and `with`. */
import type { PyObject } from '../../heap/object.ts'
import type { Held, Own } from '../../heap/reference.ts'
import { newRef, release, releaseMaybe } from '../../heap/reference.ts'
import { newBool } from '../../objects/bool.ts'
import { matchesException, matchGroup } from '../../objects/exception-group.ts'
import {
  isExceptionClass,
  normalizeCause,
  normalizeRaised,
  type PyBaseException,
  setCause,
} from '../../objects/exceptions.ts'
import { PyInt } from '../../objects/int.ts'
import { getSpecial } from '../../objects/protocols/attributes.ts'
import { Raise } from '../../objects/raise.ts'
import { PyTuple } from '../../objects/tuple.ts'
import { typeName, typeOf } from '../../objects/type.ts'
import type { Meanings, Transfers } from '../instruction.ts'
import type { Machine } from '../machine.ts'

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

/** Binds `__enter__` and `__exit__`, lets the manager (stolen) go, then calls `__enter__` (BEFORE_WITH). */
function enterContext(vm: Machine, manager: Own, prefix: '' | 'a'): readonly Held[] {
  const kind = prefix === 'a' ? 'asynchronous context manager' : 'context manager'
  const complaint = `'${typeName(manager)}' object does not support the ${kind} protocol`
  let enter: Own | null = null
  let exit: Own | null = null
  try {
    enter = getSpecial(vm, manager, `__${prefix}enter__`)
    if (enter === null) vm.raise('TypeError', complaint)
    exit = getSpecial(vm, manager, `__${prefix}exit__`)
    if (exit === null) vm.raise('TypeError', `${complaint} (missed __${prefix}exit__ method)`)
  } catch (thrown) {
    releaseMaybe(enter)
    release(manager)
    throw thrown
  }
  release(manager)
  try {
    return [exit, vm.call(enter, [])]
  } catch (thrown) {
    release(exit)
    throw thrown
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
  BEFORE_WITH: (vm, _frame, _oparg, manager) => enterContext(vm, manager, ''),
  BEFORE_ASYNC_WITH: (vm, _frame, _oparg, manager) => enterContext(vm, manager, 'a'),
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
