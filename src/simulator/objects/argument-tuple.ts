/**
 * The tuple of a call's positional arguments.
 *
 * Callables without CPython's vectorcall get their arguments in a tuple, and some keep it: an exception as its
 * `args`, a cache as its key. `packArguments` makes the tuple for the time of a call, `argumentTuple` finds it
 * again. As `_PyObject_MakeTpCall` of `Objects/call.c`.
 */
import type { PyObject } from '../heap/object.ts'
import type { Own } from '../heap/reference.ts'
import { newRef, release } from '../heap/reference.ts'
import type { KwNames } from './declare/slots.ts'
import { newTuple, type PyTuple } from './tuple.ts'
import type { VM } from './vm.ts'

/** The positional ones of `args` in a tuple: the one in which the running call has handed them over, if it is that. */
export function argumentTuple(vm: VM, args: readonly PyObject[], kwnames: KwNames): Own<PyTuple> {
  if (vm.argumentsPacked === args) return newRef(vm.argumentTuple!)
  return newTuple(vm, args.slice(0, args.length - (kwnames?.length ?? 0)).map(newRef))
}

/** Runs a call whose arguments are handed over in `tuple` (borrowed). */
export function withArgumentTuple<T>(vm: VM, tuple: PyTuple, args: readonly PyObject[], call: () => T): T {
  const { argumentTuple: outer, argumentsPacked } = vm
  vm.argumentTuple = tuple
  vm.argumentsPacked = args
  try {
    return call()
  } finally {
    vm.argumentTuple = outer
    vm.argumentsPacked = argumentsPacked
  }
}

/** Runs a call with its positional arguments in a tuple of their own. */
export function packArguments<T>(vm: VM, args: readonly PyObject[], kwnames: KwNames, call: () => T): T {
  const tuple = newTuple(vm, args.slice(0, args.length - (kwnames?.length ?? 0)).map(newRef))
  try {
    return withArgumentTuple(vm, tuple, args, call)
  } finally {
    release(tuple)
  }
}
