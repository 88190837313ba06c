/**
 * Running generators from outside: send, throw, close, and the closing of one that dies while it waits.
 * The machine resumes the frame (`vm.sendGenerator`, `vm.throwGenerator`); here is what surrounds that.
 * As `gen_send_ex`, `_gen_throw` and `gen_close` of `Objects/genobject.c`.
 */

import { RESUME } from '../bytecode/opcode-numbers.ts'
import { RESUME_OPARG_DEPTH1_MASK } from '../bytecode/operands.ts'
import type { PyObject } from '../heap/object.ts'
import type { Own } from '../heap/reference.ts'
import { lend, newRef, release } from '../heap/reference.ts'
import { originText } from './async-hooks.ts'
import {
  newExceptionWith,
  PyBaseException,
  type PyStopIteration,
  raiseStopIteration,
  setTraceback,
} from './exceptions.ts'
import { PyGenerator } from './generator.ts'
import { getAttrNamedMaybe } from './protocols/attributes.ts'
import { dropRaise, isRaise, Raise } from './raise.ts'
import { PyTraceback } from './traceback.ts'
import { PyTuple } from './tuple.ts'
import { PyType, typeName } from './type.ts'
import type { GeneratorResult, VM } from './vm.ts'

/** What a suspended generator waits for in `yield from` or `await`; borrowed. */
export function peekYieldFrom(generator: PyGenerator): PyObject | null {
  const { frame } = generator
  if (generator.state !== 'suspended' || !generator.inYieldFrom || frame === null) return null
  return frame.localsplus[frame.sp - 1] ?? null
}

/** Raises StopIteration (StopAsyncIteration for asynchronous generators) with a returned value (stolen). */
function raiseReturned(vm: VM, generator: PyGenerator, value: Own): never {
  if (generator.kind === 'async generator') {
    release(value)
    return vm.raiseException(newExceptionWith(vm, vm.types.StopAsyncIteration, []))
  }
  return lend(value, (borrowed) => raiseStopIteration(vm, borrowed))
}

/** The yielded value; a returned one is raised. */
function yieldedValue(vm: VM, generator: PyGenerator, result: GeneratorResult): Own {
  return result.done ? raiseReturned(vm, generator, result.value) : result.value
}

/** `generator.send(value)`. */
export function sendToGenerator(vm: VM, generator: PyGenerator, value: PyObject): Own {
  return yieldedValue(vm, generator, vm.sendGenerator(generator, value))
}

/** `next(generator)` as the iterator protocol has it: null when it returned None. */
export function nextOfGenerator(vm: VM, generator: PyGenerator): Own | null {
  if (generator.state === 'finished' && !generator.isCoroutine) return null
  const result = vm.sendGenerator(generator, vm.None)
  if (!result.done) return result.value
  if (result.value === vm.None && generator.kind !== 'async generator') {
    release(result.value)
    return null
  }
  return raiseReturned(vm, generator, result.value)
}

/** The exception that `throw(type, value, traceback)` stands for (`PyErr_NormalizeException`). */
export function newThrownException(
  vm: VM,
  type: PyObject,
  value: PyObject | null,
  traceback: PyObject | null,
): Own<PyBaseException> {
  if (traceback !== null && traceback !== vm.None && !(traceback instanceof PyTraceback)) {
    vm.raise('TypeError', 'throw() third argument must be a traceback object')
  }
  let exception: Own<PyBaseException>
  if (type instanceof PyType && type.isSubtype(vm.types.BaseException)) {
    exception = instantiateOrFail(vm, type, value)
  } else if (type instanceof PyBaseException) {
    if (value !== null && value !== vm.None)
      vm.raise('TypeError', 'instance exception may not have a separate value')
    exception = newRef(type)
  } else {
    return vm.raise(
      'TypeError',
      `exceptions must be classes or instances deriving from BaseException, not ${typeName(type)}`,
    )
  }
  if (traceback instanceof PyTraceback) setTraceback(exception, newRef(traceback))
  return exception
}

/** Calls of `throw` with more than the exception itself are warned of. */
export function warnOfThrow(vm: VM, name: string, value: PyObject | null): void {
  if (value === null) return
  vm.warn(
    'DeprecationWarning',
    `the (type, exc, tb) signature of ${name}() is deprecated, use the single-arg signature instead.`,
  )
}

/** What goes wrong in making the exception is thrown in its place. */
function instantiateOrFail(vm: VM, type: PyType, value: PyObject | null): Own<PyBaseException> {
  try {
    return instantiate(vm, type, value)
  } catch (thrown) {
    if (!(thrown instanceof Raise)) throw thrown
    return thrown.exception as unknown as Own<PyBaseException>
  }
}

function instantiate(vm: VM, type: PyType, value: PyObject | null): Own<PyBaseException> {
  if (value instanceof PyBaseException && value.type === (type as unknown)) return newRef(value)
  if (value instanceof PyBaseException && (value.type as unknown as PyType).isSubtype(type))
    return newRef(value)
  const args = value === null || value === vm.None ? [] : value instanceof PyTuple ? value.items : [value]
  const made = vm.call(type, args)
  if (made instanceof PyBaseException) return made as Own<PyBaseException>
  try {
    return vm.raise(
      'TypeError',
      `calling ${type.name} should have returned an instance of BaseException, not ${typeName(made)}`,
    )
  } finally {
    release(made)
  }
}

/** `generator.throw(…)`: handed on to what it waits for, or raised at its `yield`. */
export function throwIntoGenerator(
  vm: VM,
  generator: PyGenerator,
  type: PyObject,
  value: PyObject | null,
  traceback: PyObject | null,
  closeOnExit = true,
): Own {
  const waitedFor = peekYieldFrom(generator)
  if (waitedFor !== null) {
    const inner = newRef(waitedFor)
    try {
      const handedOn = throwIntoInner(vm, generator, inner, type, value, traceback, closeOnExit)
      if (handedOn !== null) return handedOn
    } catch (thrown) {
      if (!(thrown instanceof Raise)) throw thrown
      // What the inner iterator raises arises here too.
      return yieldedValue(vm, generator, vm.throwGenerator(generator, thrown.exception))
    } finally {
      release(inner)
    }
  }
  const exception = newThrownException(vm, type, value, traceback)
  return yieldedValue(vm, generator, vm.throwGenerator(generator, exception))
}

/** The inner iterator's answer; null where the exception is to be raised in the outer one. */
function throwIntoInner(
  vm: VM,
  generator: PyGenerator,
  inner: Own,
  type: PyObject,
  value: PyObject | null,
  traceback: PyObject | null,
  closeOnExit: boolean,
): Own | null {
  if (closeOnExit && matchesGeneratorExit(vm, type)) {
    whileExecuting(vm, generator, () => closeIterator(vm, inner))
    return null
  }
  if (inner instanceof PyGenerator && inner.kind !== 'async generator') {
    return whileExecuting(vm, generator, () =>
      throwIntoGenerator(vm, inner, type, value, traceback, closeOnExit),
    )
  }
  const method = getAttrNamedMaybe(vm, inner, 'throw')
  if (method === null) return null
  const args = [type, value, traceback].filter((arg) => arg !== null)
  return lend(method, (callable) => whileExecuting(vm, generator, () => vm.call(callable, args)))
}

function matchesGeneratorExit(vm: VM, type: PyObject): boolean {
  const { GeneratorExit } = vm.types
  if (type instanceof PyType) return type.isSubtype(GeneratorExit)
  return type instanceof PyBaseException && (type.type as unknown as PyType).isSubtype(GeneratorExit)
}

/** Runs `body` with the generator marked as running and its frame in the chain, so that tracebacks show it. */
function whileExecuting<T>(vm: VM, generator: PyGenerator, body: () => T): T {
  const { state } = generator
  generator.state = 'executing'
  const unlink = vm.linkFrame(generator.frame!)
  try {
    return body()
  } finally {
    unlink()
    generator.state = state
  }
}

/** Closes an iterator that is being waited for (`gen_close_iter`). */
function closeIterator(vm: VM, iterator: PyObject): void {
  if (iterator instanceof PyGenerator && iterator.kind !== 'async generator')
    return release(closeGenerator(vm, iterator))
  let method: Own | null
  try {
    method = getAttrNamedMaybe(vm, iterator, 'close')
  } catch (thrown) {
    return vm.unraisable(thrown, iterator)
  }
  if (method !== null) lend(method, (callable) => release(vm.call(callable, [])))
}

/** `generator.close()`: the value it returned, or None. */
export function closeGenerator(vm: VM, generator: PyGenerator): Own {
  if (generator.state === 'created') {
    // Its arguments stay until it dies.
    generator.state = 'finished'
    return newRef(vm.None)
  }
  if (generator.state === 'finished') return newRef(vm.None)
  const exception =
    closeInner(vm, generator) ??
    (generator.state === 'suspended' && waitsOutsideTry(generator) ? null : exitException(vm))
  if (exception === null) {
    generator.state = 'finished'
    generator.inYieldFrom = false
    generator.frame!.clearLocals()
    return newRef(vm.None)
  }
  let result: GeneratorResult
  try {
    result = vm.throwGenerator(generator, exception)
  } catch (thrown) {
    if (!isRaise(thrown, vm.types.GeneratorExit)) {
      if (!isRaise(thrown, vm.types.StopIteration)) throw thrown
      return stopValue(vm, thrown)
    }
    dropRaise(thrown)
    return newRef(vm.None)
  }
  if (result.done) return result.value
  release(result.value)
  return vm.raise('RuntimeError', `${generator.kind} ignored GeneratorExit`)
}

function exitException(vm: VM): Own<PyBaseException> {
  return newExceptionWith(vm, vm.types.GeneratorExit, [])
}

/** Closes what the generator waits for; what that raises goes on in the generator itself. */
function closeInner(vm: VM, generator: PyGenerator): Own | null {
  const waitedFor = peekYieldFrom(generator)
  if (waitedFor === null) return null
  const inner = newRef(waitedFor)
  try {
    whileExecuting(vm, generator, () => closeIterator(vm, inner))
    return null
  } catch (thrown) {
    if (!isRaise(thrown, vm.types.BaseException)) throw thrown
    return thrown.exception
  } finally {
    release(inner)
  }
}

/** No `try` surrounds the `yield`, so that raising GeneratorExit there would have no effect. */
function waitsOutsideTry(generator: PyGenerator): boolean {
  const frame = generator.frame!
  const { opcodes, args } = frame.instructions
  return opcodes[frame.pc] === RESUME && (args[frame.pc]! & RESUME_OPARG_DEPTH1_MASK) !== 0
}

/** The value of a caught StopIteration, which is then over. */
export function stopValue(vm: VM, thrown: Raise): Own {
  const { exception } = thrown
  const value = (exception as unknown as PyStopIteration).value ?? vm.None
  const kept = newRef(value)
  release(exception)
  return kept
}

/** `tp_finalize`: closes a generator that dies while it waits, warns of a coroutine that never ran. */
export function finalizeGenerator(vm: VM, generator: PyGenerator): void {
  if (generator.state === 'finished') return
  const { originOrFinalizer: finalizer } = generator
  if (generator.kind === 'async generator' && finalizer !== null && !generator.isClosed) {
    try {
      release(vm.call(finalizer, [generator]))
    } catch (thrown) {
      vm.unraisable(thrown, generator)
    }
    return
  }
  if (generator.isCoroutine && generator.state === 'created') {
    try {
      vm.warn(
        'RuntimeWarning',
        `coroutine '${generator.qualname.value}' was never awaited${originText(vm, generator)}`,
        generator,
      )
    } catch (thrown) {
      vm.unraisable(thrown, generator)
    }
    return
  }
  try {
    release(closeGenerator(vm, generator))
  } catch (thrown) {
    vm.unraisable(thrown, generator)
  }
}
