/**
 * The table-driven loop: looks an instruction up, takes its step, and looks at the machine's signal.
 *
 * All Python frames that call each other run in one loop; a loop is entered anew only where TypeScript calls
 * Python. It ends when its first frame has returned (true), when that frame raises (throws), or when the run
 * pauses (false).
 */
import {
  LOAD_CONST,
  LOAD_FAST,
  POP_JUMP_IF_FALSE,
  POP_JUMP_IF_TRUE,
  STORE_FAST,
} from '../../bytecode/opcode-numbers.ts'
import type { Raise } from '../../objects/raise.ts'
import { LEFT, type Machine, PAUSED, RECHOOSE } from '../machine.ts'
import { steps } from '../steps.ts'
import { isListening } from '../tracing.ts'
import { recover, unwind } from '../unwind.ts'

/** Runs from the innermost frame on. `raised` is what arises there at once: an exception thrown into a generator. */
export function run(vm: Machine, raised: Raise | null): boolean | null {
  let frame = vm.frame!
  if (raised !== null) {
    unwind(vm, frame, raised, null)
    frame = vm.frame!
  }
  for (;;) {
    try {
      let { opcodes, args } = frame.instructions
      for (;;) {
        const at = frame.pc
        const opcode = opcodes[at]!
        frame.lasti = at
        frame.pc = at + 1
        // The commonest instructions that can neither raise nor call, said again for the sake of speed.
        switch (opcode) {
          case LOAD_FAST: {
            const value = frame.localsplus[args[at]!]!
            value.refcnt++
            frame.localsplus[frame.sp++] = value
            continue
          }
          case LOAD_CONST: {
            const value = frame.code.consts.items[args[at]!]!
            value.refcnt++
            frame.localsplus[frame.sp++] = value
            continue
          }
          case STORE_FAST: {
            const { localsplus } = frame
            const top = --frame.sp
            const value = localsplus[top]!
            localsplus[top] = null
            const index = args[at]!
            const old = localsplus[index]
            localsplus[index] = value
            if (old != null && --old.refcnt === 0) old.type.heap.dealloc(old)
            continue
          }
          case POP_JUMP_IF_FALSE: {
            const { localsplus } = frame
            const top = --frame.sp
            const value = localsplus[top]!
            localsplus[top] = null
            if (value === (vm.False as unknown)) frame.pc = args[at]!
            value.refcnt--
            continue
          }
          case POP_JUMP_IF_TRUE: {
            const { localsplus } = frame
            const top = --frame.sp
            const value = localsplus[top]!
            localsplus[top] = null
            if (value === (vm.True as unknown)) frame.pc = args[at]!
            value.refcnt--
            continue
          }
        }
        steps[opcode]!(vm, frame, args[at]!)
        if (vm.signal !== 0) {
          const { signal } = vm
          vm.signal = 0
          if ((signal & LEFT) !== 0) return true
          if ((signal & PAUSED) !== 0) return false
          if ((signal & RECHOOSE) !== 0) return null
          frame = vm.frame!
          ;({ opcodes, args } = frame.instructions)
        }
      }
    } catch (thrown) {
      recover(vm, frame, thrown)
      frame = vm.frame!
      if (isListening(vm)) return null
    }
  }
}
