/** Jumps, loops, and the way out of a frame. */
import type { Held, Own } from '../../heap/reference.ts'
import { newRef, release } from '../../heap/reference.ts'
import type { Completion, Frame } from '../../objects/activation.ts'
import type { PyGenerator } from '../../objects/generator.ts'
import { PyCallableIterator } from '../../objects/iterators.ts'
import type { PyMethod } from '../../objects/method.ts'
import { isSame } from '../../objects/protocols/comparison.ts'
import { getIter } from '../../objects/protocols/iteration.ts'
import { dropRaise, isRaise, type Raise } from '../../objects/raise.ts'
import { typeName, typeOf } from '../../objects/type.ts'
import type { VM } from '../../objects/vm.ts'
import { endCall } from '../held-call.ts'
import type { Meanings, Transfers } from '../instruction.ts'
import { LEFT, type Machine, SWITCHED } from '../machine.ts'
import { tellRaised } from '../tracing.ts'
import { enterCall } from './calls.ts'
import { resumeInline } from './generators.ts'

export const control = {
  POP_JUMP_IF_FALSE: (vm, _frame, _oparg, condition) => condition === vm.False,
  POP_JUMP_IF_TRUE: (vm, _frame, _oparg, condition) => condition === vm.True,
  POP_JUMP_IF_NONE: (vm, _frame, _oparg, value) => value === vm.None,
  POP_JUMP_IF_NOT_NONE: (vm, _frame, _oparg, value) => value !== vm.None,
  GET_ITER: (vm, _frame, _oparg, iterable) => getIter(vm, iterable),
} satisfies Partial<Meanings>

/**
 * The frame's call ends with a value (stolen): the frame goes, then the value reaches the caller. A generator
 * run inline continues its caller behind the loop, resp. behind the `yield from`.
 */
export function returnFrom(vm: Machine, frame: Frame, value: Own): void {
  const { isEntry, completion } = frame
  const wasGenerator = frame.owner === 'generator'
  vm.leaveFrame(frame)
  vm.signal |= SWITCHED
  if (isEntry) {
    vm.returned = value
    vm.signal |= LEFT
    return
  }
  const caller = vm.frame!
  if (wasGenerator && completion === null) caller.pc = caller.instructions.args[caller.lasti]!
  caller.push(completion === null ? value : completion.finish(vm, value))
  endCall(vm, completion)
}

/** The call that an iterator over calls makes for its next item. */
class IteratorCall implements Completion {
  readonly depth = 0
  readonly #iterator: PyCallableIterator
  readonly #frame: Frame
  readonly #target: number

  /** The frame holds the iterator, and goes on at `target` when that is exhausted. */
  constructor(iterator: PyCallableIterator, frame: Frame, target: number) {
    this.#iterator = iterator
    this.#frame = frame
    this.#target = target
  }

  finish(vm: VM, returned: Own): Own {
    const { sentinel } = this.#iterator
    try {
      if (sentinel !== null && !isSame(vm, sentinel, returned)) return returned
    } catch (thrown) {
      release(returned)
      throw thrown
    }
    release(returned)
    return this.#exhaust(vm)
  }

  /** What END_FOR takes off the stack. */
  #exhaust(vm: VM): Own {
    this.#iterator.finish()
    this.#frame.pc = this.#target
    return newRef(vm.None)
  }

  abort(): void {}

  rescue(vm: VM, raised: Raise): Own | null {
    if (!isRaise(raised, vm.types.StopIteration)) return null
    dropRaise(raised)
    return this.#exhaust(vm)
  }

  traverse(): void {}
}

/** `for x in iter(f, end)`: a call of a Python function is made in the running loop. */
function beginIteratorCall(vm: Machine, frame: Frame, iterator: PyCallableIterator, target: number): boolean {
  const { callable, sentinel } = iterator
  if (callable === null || sentinel === null) return false
  const { types } = vm
  const isMethod = callable.type === (types.method as unknown)
  const func = isMethod ? (callable as unknown as PyMethod).func : callable
  if (func.type !== (types.function as unknown)) return false
  enterCall(vm, callable, [], null, new IteratorCall(iterator, frame, target))
  return true
}

export const controlTransfers = {
  JUMP_FORWARD(_vm, frame, target) {
    frame.pc = target
  },
  JUMP_BACKWARD(vm, frame, target) {
    vm.fuel -= frame.pc - target
    if (vm.fuel < 0 || vm.interrupted || vm.heap.collector.due) vm.checkBreaker()
    frame.pc = target
  },
  JUMP_BACKWARD_NO_INTERRUPT(_vm, frame, target) {
    frame.pc = target
  },
  RESUME(vm, _frame, oparg) {
    vm.fuel -= 8
    if ((vm.fuel < 0 || vm.interrupted || vm.heap.collector.due) && (oparg & 3) < 2) vm.checkBreaker()
  },
  FOR_ITER(vm, frame, target) {
    const iterator = frame.localsplus[frame.sp - 1] as Held
    if (
      iterator.type === (vm.types.generator as unknown) &&
      (iterator as unknown as PyGenerator).state !== 'executing'
    ) {
      const generator = iterator as unknown as PyGenerator
      if (generator.state !== 'finished') return resumeInline(vm, generator, newRef(vm.None))
    }
    if (iterator instanceof PyCallableIterator && beginIteratorCall(vm, frame, iterator, target)) return
    vm.suspendable = true
    let item: Own | null
    try {
      const next = typeOf(iterator).slots.__next__
      // The class has lost its `__next__` meanwhile.
      item =
        next === null
          ? vm.raise('TypeError', `'${typeName(iterator)}' object is not iterable`)
          : next(vm, iterator)
    } catch (thrown) {
      if (!isRaise(thrown, vm.types.StopIteration)) throw thrown
      tellRaised(vm, frame, thrown.exception)
      dropRaise(thrown)
      item = null
    }
    if (item !== null) return frame.push(item)
    frame.pop()
    // Behind END_FOR and POP_TOP.
    frame.pc = target + 2
    release(iterator)
  },
  RETURN_VALUE(vm, frame) {
    returnFrom(vm, frame, frame.pop() as Own)
  },
  RETURN_CONST(vm, frame, index) {
    returnFrom(vm, frame, newRef(frame.code.consts.items[index]!))
  },
} satisfies Partial<Transfers>
