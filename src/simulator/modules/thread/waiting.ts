/** What the types of `_thread` and `_queue` have in common: times to wait, and access to the scheduler. */
import type { PyObject } from '../../heap/object.ts'
import { PyFloat } from '../../objects/float.ts'
import { toDouble, toIndex } from '../../objects/protocols/numbers.ts'
import type { VM } from '../../objects/vm.ts'
import type { Engine } from '../../vm/interpreter.ts'
import type { Scheduler } from '../../vm/scheduler.ts'

/** The most seconds that may be waited for. */
export const TIMEOUT_MAX = 9223372036

/** The most that can be told in nanoseconds. */
const MOST_SECONDS = 2 ** 63 / 1e9

function checkRange(vm: VM, seconds: number): void {
  if (seconds >= MOST_SECONDS) vm.raise('OverflowError', 'timestamp out of range for platform time_t')
  if (!(seconds <= TIMEOUT_MAX)) vm.raise('OverflowError', 'timeout value is too large')
}

export function schedulerOf(vm: VM): Scheduler {
  return (vm as Engine).scheduler
}

/** Nanoseconds to wait, null for as long as it takes; raises what `acquire` raises. */
export function acquireTimeout(vm: VM, blocking: boolean, timeout: number): number | null {
  if (!blocking) {
    if (timeout !== -1) vm.raise('ValueError', "can't specify a timeout for a non-blocking call")
    return 0
  }
  if (timeout === -1) return null
  if (timeout < 0) vm.raise('ValueError', 'timeout value must be a non-negative number')
  checkRange(vm, timeout)
  return Math.ceil(timeout * 1e9)
}

/** Nanoseconds of an optional number of seconds; null for None. */
export function optionalTimeout(vm: VM, seconds: PyObject): number | null {
  if (seconds === vm.None) return null
  const value = seconds instanceof PyFloat ? toDouble(vm, seconds) : toIndex(vm, seconds, 'OverflowError')
  if (Number.isNaN(value)) vm.raise('ValueError', 'Invalid value NaN (not a number)')
  checkRange(vm, value)
  return Math.ceil(value * 1e9)
}
