/**
 * What iterators have in common for copying and pickling: `__reduce__` says how to build the iterator again, and
 * `__setstate__` moves it to a position. As the methods of that name in `Objects/*object.c`.
 */
import type { PyObject } from '../heap/object.ts'
import type { Own } from '../heap/reference.ts'
import { newInt, PyInt } from './int.ts'
import { getAttrNamed } from './protocols/attributes.ts'
import { newTuple } from './tuple.ts'
import type { VM } from './vm.ts'

/**
 * `(iter, (source,), position)`, or another built-in function for `iter`; without a source `(iter, (empty,))`.
 * The function is looked up first, and that may run code: what is left is asked for afterwards.
 */
export function reduceIterator(
  vm: VM,
  builtin: string,
  rest: () => { source: Own; position: Own | null },
): Own {
  const rebuild = getAttrNamed(vm, vm.builtins, builtin)
  const { source, position } = rest()
  const args = newTuple(vm, [source])
  return newTuple(vm, position === null ? [rebuild, args] : [rebuild, args, position])
}

/** The rest of an iterator over a sequence: the sequence and an index, or something empty when it is exhausted. */
export function sequenceRest(
  vm: VM,
  source: Own | null,
  index: () => number,
  empty: () => Own,
): { source: Own; position: Own | null } {
  return source === null ? { source: empty(), position: null } : { source, position: newInt(vm, index()) }
}

/** A position given to `__setstate__`, brought between two bounds; only an int will do. */
export function toPosition(vm: VM, state: PyObject, least: number, most: number): number {
  if (!(state instanceof PyInt)) return vm.raise('TypeError', 'an integer is required')
  const { value } = state
  if (typeof value === 'bigint' && (value > 0x7fff_ffff_ffff_ffffn || value < -0x8000_0000_0000_0000n)) {
    return vm.raise('OverflowError', 'Python int too large to convert to C ssize_t')
  }
  return Math.max(least, Math.min(Number(value), most))
}
