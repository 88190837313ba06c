/**
 * The tuple of a call's positional arguments, and the dict of those with keywords.
 *
 * Callables without CPython's vectorcall get their arguments in a tuple, and some keep it: an exception as its
 * `args`, a cache as its key. `packArguments` makes the tuple for the time of a call, `argumentTuple` finds it
 * again; keyword arguments are in a dict likewise. As `_PyObject_MakeTpCall` of `Objects/call.c`.
 */
import type { PyObject } from '../heap/object.ts'
import type { Own } from '../heap/reference.ts'
import { newRef, release } from '../heap/reference.ts'
import type { KwNames } from './declare/slots.ts'
import { newDict, type PyDict, putItem } from './dict.ts'
import type { PyStr } from './str.ts'
import { newTuple, type PyTuple } from './tuple.ts'
import type { VM } from './vm.ts'

/** The positional ones of `args` in a tuple: the one in which the running call has handed them over, if it is that. */
export function argumentTuple(vm: VM, args: readonly PyObject[], kwnames: KwNames): Own<PyTuple> {
  if (vm.argumentsPacked === args) return newRef(vm.argumentTuple!)
  return newTuple(vm, args.slice(0, args.length - (kwnames?.length ?? 0)).map(newRef))
}

/** The keyword arguments in a dict: the one in which the running call has handed them over, if it is that. */
export function argumentDict(vm: VM, args: readonly PyObject[], kwnames: readonly PyStr[]): Own<PyDict> {
  return vm.argumentDict !== null && vm.keywordsPacked === kwnames
    ? newRef(vm.argumentDict)
    : keywordDict(vm, args, kwnames)
}

/** Keyword arguments as a new dict (`_PyStack_AsDict`). */
function keywordDict(vm: VM, args: readonly PyObject[], kwnames: readonly PyStr[]): Own<PyDict> {
  const dict = newDict(vm)
  const first = args.length - kwnames.length
  kwnames.forEach((name, i) => putItem(vm, dict, name, newRef(args[first + i]!)))
  return dict
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

/** Runs a call with its positional arguments, from `first` on, in a tuple of their own. */
export function packArguments<T>(
  vm: VM,
  args: readonly PyObject[],
  kwnames: KwNames,
  call: () => T,
  first = 0,
): T {
  const tuple = newTuple(vm, args.slice(first, args.length - (kwnames?.length ?? 0)).map(newRef))
  try {
    return withArgumentTuple(vm, tuple, args, call)
  } finally {
    release(tuple)
  }
}

/** Runs a call with its keyword arguments in a dict of their own. */
export function packKeywords<T>(vm: VM, args: readonly PyObject[], kwnames: KwNames, call: () => T): T {
  if (kwnames === null || kwnames.length === 0) return call()
  const { argumentDict: outer, keywordsPacked } = vm
  const dict = keywordDict(vm, args, kwnames)
  vm.argumentDict = dict
  vm.keywordsPacked = kwnames
  try {
    return call()
  } finally {
    vm.argumentDict = outer
    vm.keywordsPacked = keywordsPacked
    release(dict)
  }
}
