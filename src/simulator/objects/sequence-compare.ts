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

/** Lends two items, which a list holds on to meanwhile; a tuple cannot lose them. */
function withPair<T>(a: PyObject, b: PyObject, hold: boolean, body: () => T): T {
  if (!hold) return body()
  const first = newRef(a)
  const second = newRef(b)
  try {
    return body()
  } finally {
    release(first)
    release(second)
  }
}

/** `left <operator> right` by the first pair of items that differ. */
export function compareSequences(
  vm: VM,
  left: Items,
  right: Items,
  operator: Comparison,
  hold: boolean,
): Own {
  if (left.items.length !== right.items.length && (operator === EQ || operator === NE)) {
    return newBool(vm, operator === NE)
  }
  for (let i = 0; i < left.items.length && i < right.items.length; i++) {
    const a = left.items[i]!
    const b = right.items[i]!
    if (withPair(a, b, hold, () => isSame(vm, a, b))) continue
    // The comparison may have made one of them shorter.
    if (i >= left.items.length || i >= right.items.length) break
    if (operator === EQ || operator === NE) return newBool(vm, operator === NE)
    return withPair(left.items[i]!, right.items[i]!, hold, () =>
      compare(vm, left.items[i]!, right.items[i]!, operator),
    )
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

/** Whether an item equals `value`; `hold` as in `withPair`. */
function isMatch(vm: VM, item: PyObject, value: PyObject, hold: boolean): boolean {
  if (!hold) return isSame(vm, item, value)
  const kept = newRef(item)
  try {
    return isSame(vm, kept, value)
  } finally {
    release(kept)
  }
}

/** How many items equal `value`; `hold` says that the items may be lost meanwhile. */
export function countItems(vm: VM, sequence: Items, value: PyObject, hold: boolean): number {
  let count = 0
  for (let i = 0; i < sequence.items.length; i++) if (isMatch(vm, sequence.items[i]!, value, hold)) count++
  return count
}

/** The index of the first item equal to `value` within the bounds, or -1; `hold` as for `countItems`. */
export function findItem(
  vm: VM,
  sequence: Items,
  value: PyObject,
  hold: boolean,
  start = 0,
  stop = Number.MAX_SAFE_INTEGER,
): number {
  const from = start < 0 ? Math.max(0, start + sequence.items.length) : start
  const to = stop < 0 ? stop + sequence.items.length : stop
  for (let i = from; i < to && i < sequence.items.length; i++) {
    if (isMatch(vm, sequence.items[i]!, value, hold)) return i
  }
  return -1
}

/** An index counted from the end where negative; -1 where it is out of range. */
export function normalIndex(index: number, length: number): number {
  const at = index < 0 ? index + length : index
  return at >= 0 && at < length ? at : -1
}
