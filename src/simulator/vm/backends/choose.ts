/** Which loop runs: the one place that knows that there are several. */
import type { Raise } from '../../objects/raise.ts'
import type { Machine } from '../machine.ts'
import { run } from './loop.ts'
import { runStepping } from './stepping.ts'

/**
 * Runs from the innermost frame on: true when the first frame has returned, false when the run pauses. `raised` is
 * what arises there at once.
 */
export function runLoop(vm: Machine, raised: Raise | null): boolean {
  const { watcher } = vm
  return watcher === null ? run(vm, raised) : runStepping(vm, watcher, raised)
}
