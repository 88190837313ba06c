/**
 * Limits of recursion. Python frames are limited by `sys.setrecursionlimit`; what recurses through TypeScript
 * (repr, comparison, a sort key that sorts …) by a fixed number, as CPython's C stack. Should the stack of
 * JavaScript end before that, its error becomes RecursionError too. It could arise between any two steps, as
 * between taking two references of which both are to be given back; so every few levels the machine looks whether
 * there is room for some more, and raises the error itself where there is not.
 */
import type { Raise } from '../objects/raise.ts'
import { isRaise, Raise as RaiseClass } from '../objects/raise.ts'
import type { Machine } from './machine.ts'

/** As `Py_C_RECURSION_LIMIT` on 64-bit Linux. */
export const NATIVE_LIMIT = 10_000

/** The first depth at which the room is looked at, and the number of levels from one look to the next. */
export const PROBE_FROM = 60
export const PROBE_EVERY = 8

/** 80 KB of arguments: more than that many levels take. */
const filler: readonly number[] = new Array<number>(10_240).fill(0)

function nothing(): void {}

/** Whether the stack of JavaScript has room for some levels more. */
export function hasStack(): boolean {
  try {
    nothing.apply(null, filler as unknown as [])
    return true
  } catch {
    return false
  }
}

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
