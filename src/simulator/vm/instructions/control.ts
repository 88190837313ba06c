/** Jumps, loops, and the way out of a frame. */
import type { Held, Own } from '../../heap/reference.ts'
import { newRef, release } from '../../heap/reference.ts'
import type { Frame } from '../../objects/activation.ts'
import type { PyGenerator } from '../../objects/generator.ts'
import { getIter } from '../../objects/protocols/iteration.ts'
import { dropRaise, isRaise } from '../../objects/raise.ts'
import { typeName, typeOf } from '../../objects/type.ts'
import type { Meanings, Transfers } from '../instruction.ts'
import { LEFT, type Machine, SWITCHED } from '../machine.ts'
import { tellRaised } from '../tracing.ts'
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
  if (wasGenerator) caller.pc = caller.instructions.args[caller.lasti]!
  caller.push(completion === null ? value : completion.finish(vm, value))
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
