/** `_bisect`: places in sorted sequences. As `Modules/_bisectmodule.c`. */
import type { PyObject } from '../heap/object.ts'
import { lend, newRef } from '../heap/reference.ts'
import { defineModule, fn } from '../objects/declare/module.ts'
import { newInt } from '../objects/int.ts'
import { callMethod } from '../objects/protocols/calls.ts'
import { isLess } from '../objects/protocols/comparison.ts'
import { toIndex } from '../objects/protocols/numbers.ts'
import { getItem, lengthOf } from '../objects/protocols/sequences.ts'
import type { VM } from '../objects/vm.ts'

type Side = 'left' | 'right'

/** The place for `x` among `a[lo:hi]`: before items equal to it, or after them. */
function place(
  vm: VM,
  side: Side,
  a: PyObject,
  x: PyObject,
  lo: number,
  hi: PyObject,
  key: PyObject,
): number {
  if (lo < 0) vm.raise('ValueError', 'lo must be non-negative')
  let end = hi === vm.None ? lengthOf(vm, a) : toIndex(vm, hi, 'OverflowError')
  while (lo < end) {
    const middle = Math.floor((lo + end) / 2)
    const item = lend(newInt(vm, middle), (index) => getItem(vm, a, index))
    const keyed = key === vm.None ? item : lend(item, (each) => vm.call(key, [each]))
    const goesRight = lend(keyed, (each) => (side === 'left' ? isLess(vm, each, x) : !isLess(vm, x, each)))
    if (goesRight) lo = middle + 1
    else end = middle
  }
  return lo
}

function insert(vm: VM, side: Side, a: PyObject, x: PyObject, lo: number, hi: PyObject, key: PyObject): void {
  const keyed = key === vm.None ? newRef(x) : vm.call(key, [x])
  const at = lend(keyed, (each) => place(vm, side, a, each, lo, hi, key))
  lend(newInt(vm, at), (index) => lend(callMethod(vm, a, 'insert', [index, x]), () => {}))
}

export const bisectModule = defineModule('_bisect', 'Places in sorted sequences.', {
  functions: [
    fn(
      'bisect_right(a, x, lo: ssize_t = 0, hi=None, *, key=None) -> ssize_t',
      'The place after items equal to x.',
      (vm, a, x, lo, hi, key) => place(vm, 'right', a, x, lo, hi, key),
    ),
    fn(
      'bisect_left(a, x, lo: ssize_t = 0, hi=None, *, key=None) -> ssize_t',
      'The place before items equal to x.',
      (vm, a, x, lo, hi, key) => place(vm, 'left', a, x, lo, hi, key),
    ),
    fn(
      'insort_right(a, x, lo: ssize_t = 0, hi=None, *, key=None)',
      'Inserts x after items equal to it.',
      (vm, a, x, lo, hi, key) => insert(vm, 'right', a, x, lo, hi, key),
    ),
    fn(
      'insort_left(a, x, lo: ssize_t = 0, hi=None, *, key=None)',
      'Inserts x before items equal to it.',
      (vm, a, x, lo, hi, key) => insert(vm, 'left', a, x, lo, hi, key),
    ),
  ],
})
