/** Which loop runs: the one place that knows that there are several. */
import type { Raise } from '../../objects/raise.ts'
import type { Machine } from '../machine.ts'
import { isListening } from '../tracing.ts'
import { run } from './loop.ts'
import { runTracing } from './tracing.ts'

/**
 * Runs from the innermost frame on: true when the first frame has returned, false when the run pauses. `raised` is
 * what arises there at once.
 */
export function runLoop(vm: Machine, raised: Raise | null): boolean {
  let arising = raised
  for (;;) {
    const ended = runChosen(vm, arising)
    if (ended !== null) return ended
    // The loop has given way to another one, which goes on where it stands.
    arising = null
  }
}

function runChosen(vm: Machine, raised: Raise | null): boolean | null {
  return vm.watcher !== null || isListening(vm) ? runTracing(vm, raised) : run(vm, raised)
}
