/** Comparing two sequences item by item: what `list` and `tuple` share. As `list_richcompare` of `Objects/listobject.c`. */
import type { PyObject } from '../heap/object.ts'
import type { Own } from '../heap/reference.ts'
import { newRef, release } from '../heap/reference.ts'
import { newBool } from './bool.ts'
import { type Comparison, EQ, GE, GT, LE, LT, NE } from './declare/slots.ts'
import { compare, isSame } from './protocols/comparison.ts'
import type { VM } from './vm.ts'

/** A sequence as comparison sees it: its items may change while an item's `__eq__` runs. */
interface Items {
  readonly items: readonly PyObject[]
}

/** `left <operator> right` by the first pair of items that differ. */
export function compareSequences(vm: VM, left: Items, right: Items, operator: Comparison): Own {
  if (left.items.length !== right.items.length && (operator === EQ || operator === NE)) {
    return newBool(vm, operator === NE)
  }
  for (let i = 0; i < left.items.length && i < right.items.length; i++) {
    const a = newRef(left.items[i]!)
    const b = newRef(right.items[i]!)
    try {
      if (isSame(vm, a, b)) continue
      if (operator === EQ || operator === NE) return newBool(vm, operator === NE)
      return compare(vm, a, b, operator)
    } finally {
      release(a)
      release(b)
    }
  }
  const difference = left.items.length - right.items.length
  switch (operator) {
    case LT:
      return newBool(vm, difference < 0)
    case LE:
      return newBool(vm, difference <= 0)
    case EQ:
      return newBool(vm, difference === 0)
    case NE:
      return newBool(vm, difference !== 0)
    case GT:
      return newBool(vm, difference > 0)
    case GE:
      return newBool(vm, difference >= 0)
  }
}

/** How many items equal `value`. */
export function countItems(vm: VM, sequence: Items, value: PyObject): number {
  let count = 0
  for (let i = 0; i < sequence.items.length; i++) {
    const item = newRef(sequence.items[i]!)
    try {
      if (isSame(vm, item, value)) count++
    } finally {
      release(item)
    }
  }
  return count
}

/** The index of the first item equal to `value` within the bounds, or -1. */
export function findItem(vm: VM, sequence: Items, value: PyObject, start = 0, stop = Number.MAX_SAFE_INTEGER): number {
  const from = start < 0 ? Math.max(0, start + sequence.items.length) : start
  const to = stop < 0 ? stop + sequence.items.length : stop
  for (let i = from; i < to && i < sequence.items.length; i++) {
    const item = newRef(sequence.items[i]!)
    try {
      if (isSame(vm, item, value)) return i
    } finally {
      release(item)
    }
  }
  return -1
}

/** An index counted from the end where negative; -1 where it is out of range. */
export function normalIndex(index: number, length: number): number {
  const at = index < 0 ? index + length : index
  return at >= 0 && at < length ? at : -1
}
