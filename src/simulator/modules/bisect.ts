/** `_bisect`: places in sorted sequences. As `Modules/_bisectmodule.c`. */
import type { PyObject } from '../heap/object.ts'
import { lend, newRef } from '../heap/reference.ts'
import { defineModule, fn } from '../objects/declare/module.ts'
import { newInt, normalInteger } from '../objects/int.ts'
import { callMethod, callSpecial } from '../objects/protocols/calls.ts'
import { isLess } from '../objects/protocols/comparison.ts'
import { toInteger } from '../objects/protocols/numbers.ts'
import { getItem, lengthOf } from '../objects/protocols/sequences.ts'
import type { VM } from '../objects/vm.ts'

type Side = 'left' | 'right'

/** The number of items, exactly. */
function countOf(vm: VM, a: PyObject): number | bigint {
  const length = lengthOf(vm, a)
  return Number.isSafeInteger(length)
    ? length
    : lend(callSpecial(vm, a, '__len__'), (exact) => toInteger(vm, exact))
}

/** The place for `x` among `a[lo:hi]`: before items equal to it, or after them. */
function place(
  vm: VM,
  side: Side,
  a: PyObject,
  x: PyObject,
  lo: bigint,
  hi: PyObject,
  key: PyObject,
): number | bigint {
  if (lo < 0n) vm.raise('ValueError', 'lo must be non-negative')
  const end = hi === vm.None ? countOf(vm, a) : toInteger(vm, hi)
  const goesRight = (middle: number | bigint): boolean => {
    const item = lend(newInt(vm, middle), (index) => getItem(vm, a, index))
    const keyed = key === vm.None ? item : lend(item, (each) => vm.call(key, [each]))
    return lend(keyed, (each) => (side === 'left' ? isLess(vm, each, x) : !isLess(vm, x, each)))
  }
  return typeof end === 'number' ? halve(Number(lo), end, goesRight) : halveLarge(lo, end, goesRight)
}

function halve(low: number, high: number, goesRight: (middle: number) => boolean): number {
  while (low < high) {
    const middle = Math.floor((low + high) / 2)
    if (goesRight(middle)) low = middle + 1
    else high = middle
  }
  return low
}

function halveLarge(low: bigint, high: bigint, goesRight: (middle: number | bigint) => boolean): bigint {
  while (low < high) {
    const middle = (low + high) >> 1n
    if (goesRight(normalInteger(middle))) low = middle + 1n
    else high = middle
  }
  return low
}

function insert(vm: VM, side: Side, a: PyObject, x: PyObject, lo: bigint, hi: PyObject, key: PyObject): void {
  const keyed = key === vm.None ? newRef(x) : vm.call(key, [x])
  const at = lend(keyed, (each) => place(vm, side, a, each, lo, hi, key))
  lend(newInt(vm, at), (index) => lend(callMethod(vm, a, 'insert', [index, x]), () => {}))
}

export const bisectModule = defineModule('_bisect', 'Places in sorted sequences.', {
  functions: [
    fn(
      'bisect_right(a, x, lo: int = 0, hi=None, *, key=None) -> int',
      'The place after items equal to x.',
      (vm, a, x, lo, hi, key) => place(vm, 'right', a, x, lo, hi, key),
    ),
    fn(
      'bisect_left(a, x, lo: int = 0, hi=None, *, key=None) -> int',
      'The place before items equal to x.',
      (vm, a, x, lo, hi, key) => place(vm, 'left', a, x, lo, hi, key),
    ),
    fn(
      'insort_right(a, x, lo: int = 0, hi=None, *, key=None)',
      'Inserts x after items equal to it.',
      (vm, a, x, lo, hi, key) => insert(vm, 'right', a, x, lo, hi, key),
    ),
    fn(
      'insort_left(a, x, lo: int = 0, hi=None, *, key=None)',
      'Inserts x before items equal to it.',
      (vm, a, x, lo, hi, key) => insert(vm, 'left', a, x, lo, hi, key),
    ),
  ],
})
