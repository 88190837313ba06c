/**
 * The loop for runs that someone follows: as `loop.ts`, and the watcher hears of each instruction before it is
 * executed. It takes every instruction's step from the table; what that loop says again for the sake of speed
 * means the same there.
 */
import { Raise } from '../../objects/raise.ts'
import { Suspend } from '../../objects/suspend.ts'
import { LEFT, type Machine, PAUSED, RECHOOSE } from '../machine.ts'
import { RangeOverflow } from '../recursion.ts'
import { steps } from '../steps.ts'
import { isListening } from '../tracing.ts'
import { unwind } from '../unwind.ts'
import type { Watcher } from '../watcher.ts'

/** As `run` of `loop.ts`. */
export function runStepping(vm: Machine, watcher: Watcher, raised: Raise | null): boolean | null {
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
        watcher.before(frame, at)
        frame.lasti = at
        frame.pc = at + 1
        steps[opcodes[at]!]!(vm, frame, args[at]!)
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
      const failed = frame
      frame = vm.frame!
      vm.signal = 0
      if (thrown instanceof Suspend) {
        // The instruction has had no effect: it is executed again later.
        frame.pc = frame.lasti
        throw thrown
      }
      const raise = thrown instanceof Raise ? thrown : RangeOverflow.toRaise(vm, thrown)
      if (raise === null) throw thrown
      unwind(vm, frame, raise, frame === failed ? failed : null)
      frame = vm.frame!
      if (isListening(vm)) return null
    }
  }
}
