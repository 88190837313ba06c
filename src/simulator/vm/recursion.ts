/**
 * Limits of recursion. Python frames are limited by `sys.setrecursionlimit`; what recurses through TypeScript
 * (repr, comparison, a sort key that sorts …) by a fixed number, as CPython's C stack. Should the stack of
 * JavaScript end before that, its error becomes RecursionError too.
 */
import type { Raise } from '../objects/raise.ts'
import { isRaise, Raise as RaiseClass } from '../objects/raise.ts'
import type { Machine } from './machine.ts'

/** As `Py_C_RECURSION_LIMIT` on 64-bit Linux. */
export const NATIVE_LIMIT = 10_000

export const RangeOverflow = {
  /** RecursionError for an overflow of the JavaScript stack; null for anything else. */
  toRaise(vm: Machine, thrown: unknown): Raise | null {
    if (!(thrown instanceof RangeError) || !thrown.message.includes('call stack')) return null
    try {
      return vm.raise('RecursionError', `maximum recursion depth exceeded${vm.recursionWhere}`)
    } catch (raised) {
      if (isRaise(raised, vm.types.BaseException)) return raised
      if (raised instanceof RaiseClass) return raised
      throw raised
    }
  },
}
