/** Generators, coroutines, asynchronous iteration. As `Python/bytecodes.c`, and the awaiting of `Objects/genobject.c`. */

import { CO_ASYNC_GENERATOR, CO_COROUTINE } from '../../bytecode/code.ts'
import type { PyObject } from '../../heap/object.ts'
import type { Held, Own } from '../../heap/reference.ts'
import { newRef, release } from '../../heap/reference.ts'
import type { Completion, Frame } from '../../objects/activation.ts'
import { noteOrigin } from '../../objects/async-hooks.ts'
import { newException, type PyBaseException, setCause, setContext } from '../../objects/exceptions.ts'
import { isAwaitableGenerator, newGenerator, PyGenerator } from '../../objects/generator.ts'
import { peekYieldFrom, stopValue } from '../../objects/generator-run.ts'
import { callMethod } from '../../objects/protocols/calls.ts'
import { getIter, isIterator } from '../../objects/protocols/iteration.ts'
import { dropRaise, isRaise, Raise } from '../../objects/raise.ts'
import { isInstance, typeName, typeOf } from '../../objects/type.ts'
import { endCall } from '../held-call.ts'
import type { Meanings, Transfers } from '../instruction.ts'
import { LEFT, type Machine, SWITCHED } from '../machine.ts'
import { tellRaised } from '../tracing.ts'

/** Goes on with a waiting generator in the running loop; `value` (stolen) is what its `yield` gives. */
export function resumeInline(
  vm: Machine,
  generator: PyGenerator,
  value: Own,
  completion: Completion | null = null,
): void {
  const frame = beginResume(vm, generator, value)
  frame.isEntry = false
  frame.completion = completion
  vm.enterFrame(frame)
  vm.signal |= SWITCHED
}

/** Marks a generator as running and puts the sent value (stolen) on its stack. */
export function beginResume(vm: Machine, generator: PyGenerator, value: Own): Frame {
  const frame = generator.frame!
  frame.push(value)
  generator.handled.previous = vm.handled
  vm.handled = generator.handled
  generator.state = 'executing'
  return frame
}

/** StopIteration inside a generator, and StopAsyncIteration inside an asynchronous one, become RuntimeError. */
export function stopIterationError(vm: Machine, frame: Frame, value: PyObject): Own {
  const { flags } = frame.code
  let message: string | null = null
  if (isInstance(value, vm.types.StopIteration)) {
    message = 'generator raised StopIteration'
    if ((flags & CO_ASYNC_GENERATOR) !== 0) message = 'async generator raised StopIteration'
    else if ((flags & CO_COROUTINE) !== 0) message = 'coroutine raised StopIteration'
  } else if ((flags & CO_ASYNC_GENERATOR) !== 0 && isInstance(value, vm.types.StopAsyncIteration)) {
    message = 'async generator raised StopAsyncIteration'
  }
  if (message === null) return newRef(value)
  const error = newException(vm, 'RuntimeError', message)
  setCause(error, newRef(value as PyBaseException))
  setContext(error, value as PyBaseException)
  return error
}

/** The iterator that `await object` runs (`_PyCoro_GetAwaitableIter`). */
function getAwaitableIter(vm: Machine, object: PyObject): Own {
  if (isAwaitableGenerator(object)) return newRef(object)
  const slot = typeOf(object).slots.__await__
  if (slot === null)
    return vm.raise('TypeError', `object ${typeName(object)} can't be used in 'await' expression`)
  const iterator = slot(vm, object)
  if (isIterator(iterator) && !isAwaitableGenerator(iterator)) return iterator
  const coroutine = isAwaitableGenerator(iterator)
  const name = typeName(iterator)
  release(iterator)
  return vm.raise(
    'TypeError',
    coroutine ? '__await__() returned a coroutine' : `__await__() returned non-iterator of type '${name}'`,
  )
}

export const generators = {
  GET_YIELD_FROM_ITER(vm, frame, _oparg, iterable) {
    if (iterable instanceof PyGenerator && iterable.isCoroutine) {
      if ((frame.code.flags & (CO_COROUTINE | 0x100)) === 0) {
        return vm.raise('TypeError', "cannot 'yield from' a coroutine object in a non-coroutine generator")
      }
      return newRef(iterable)
    }
    return iterable.type === (vm.types.generator as unknown) ? newRef(iterable) : getIter(vm, iterable)
  },
  END_SEND: (_vm, _frame, _oparg, _receiver, value) => value,
  CLEANUP_THROW(vm, _frame, _oparg, _iterator, _sent, exception) {
    if (isInstance(exception, vm.types.StopIteration))
      return [newRef(vm.None), stopValue(vm, new Raise(newRef(exception)))]
    throw new Raise(newRef(exception))
  },
  GET_AWAITABLE(vm, _frame, where, iterable) {
    let iterator: Own
    try {
      iterator = getAwaitableIter(vm, iterable)
    } catch (thrown) {
      const method = where === 1 ? '__aenter__' : where === 2 ? '__aexit__' : null
      if (
        method === null ||
        typeOf(iterable).slots.__await__ !== null ||
        !isRaise(thrown, vm.types.TypeError)
      )
        throw thrown
      dropRaise(thrown)
      return vm.raise(
        'TypeError',
        `'async with' received an object from ${method} that does not implement __await__: ${typeName(iterable)}`,
      )
    }
    if (iterator instanceof PyGenerator && iterator.isCoroutine && peekYieldFrom(iterator) !== null) {
      release(iterator)
      return vm.raise('RuntimeError', 'coroutine is being awaited already')
    }
    return iterator
  },
  GET_AITER(vm, _frame, _oparg, object) {
    const slot = typeOf(object).slots.__aiter__
    if (slot === null) {
      return vm.raise(
        'TypeError',
        `'async for' requires an object with __aiter__ method, got ${typeName(object)}`,
      )
    }
    const iterator = slot(vm, object)
    if (typeOf(iterator).slots.__anext__ !== null) return iterator
    const name = typeName(iterator)
    release(iterator)
    return vm.raise(
      'TypeError',
      `'async for' received an object from __aiter__ that does not implement __anext__: ${name}`,
    )
  },
  GET_ANEXT(vm, _frame, _oparg, iterator) {
    const slot = typeOf(iterator).slots.__anext__
    if (slot === null) {
      return vm.raise(
        'TypeError',
        `'async for' requires an iterator with __anext__ method, got ${typeName(iterator)}`,
      )
    }
    const next = slot(vm, iterator)
    if (typeOf(iterator) === vm.types.async_generator) return next
    try {
      return getAwaitableIter(vm, next)
    } catch (thrown) {
      if (!(thrown instanceof Raise)) throw thrown
      const error = newException(
        vm,
        'TypeError',
        `'async for' received an invalid object from __anext__: ${typeName(next)}`,
      )
      setContext(error, thrown.exception as unknown as PyBaseException)
      setCause(error, thrown.exception as unknown as Own<PyBaseException>)
      throw new Raise(error)
    } finally {
      release(next)
    }
  },
  END_ASYNC_FOR(vm, _frame, _oparg, _awaitable, exception) {
    if (!isInstance(exception, vm.types.StopAsyncIteration)) throw new Raise(newRef(exception))
  },
} satisfies Partial<Meanings>

export const generatorTransfers = {
  RETURN_GENERATOR(vm, frame) {
    const generator = newGenerator(vm, frame)
    const { completion } = frame
    vm.leaveFrame(frame)
    if (generator.isCoroutine) noteOrigin(vm, generator, vm.currentFrame)
    vm.signal |= SWITCHED
    frame.lasti = frame.pc - 1
    if (frame.isEntry) {
      vm.returned = generator
      vm.signal |= LEFT
      return
    }
    vm.frame!.push(completion === null ? generator : completion.finish(vm, generator))
    endCall(vm, completion)
  },
  YIELD_VALUE(vm, frame, oparg) {
    const value = frame.pop() as Own
    const generator = frame.generator!
    generator.state = 'suspended'
    generator.inYieldFrom = oparg === 1
    // What is seen of a waiting frame is the RESUME it will go on with.
    frame.lasti = frame.pc
    vm.handled = generator.handled.previous!
    generator.handled.previous = null
    const { completion, isEntry } = frame
    vm.leaveFrame(frame)
    vm.signal |= SWITCHED
    if (isEntry) {
      vm.returned = value
      vm.signal |= LEFT
    } else vm.frame!.push(value)
    if (completion === null) return
    // Nobody else may hold the generator: then it ends here.
    completion.yielded?.()
    endCall(vm, completion)
  },
  SEND(vm, frame, target) {
    const { localsplus } = frame
    const receiver = localsplus[frame.sp - 2] as Held
    const { types } = vm
    const isPlain =
      receiver.type === (types.generator as unknown) || receiver.type === (types.coroutine as unknown)
    if (isPlain) {
      const generator = receiver as unknown as PyGenerator
      if (generator.state === 'created' || generator.state === 'suspended') {
        const sent = localsplus[frame.sp - 1] as Own
        if (generator.state === 'created' && sent !== vm.None) {
          return vm.raise('TypeError', `can't send non-None value to a just-started ${generator.kind}`)
        }
        frame.pop()
        return resumeInline(vm, generator, sent)
      }
    }
    const value = localsplus[frame.sp - 1] as Held
    let result: Own | null
    let ended = false
    try {
      const next = typeOf(receiver).slots.__next__
      result =
        value === vm.None && next !== null ? next(vm, receiver) : callMethod(vm, receiver, 'send', [value])
      ended = result === null
    } catch (thrown) {
      if (!isRaise(thrown, types.StopIteration)) throw thrown
      tellRaised(vm, frame, thrown.exception)
      result = stopValue(vm, thrown)
      ended = true
    }
    localsplus[frame.sp - 1] = result ?? newRef(vm.None)
    if (ended) frame.pc = target
    release(value)
  },
} satisfies Partial<Transfers>
