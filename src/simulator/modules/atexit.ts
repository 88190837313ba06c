/**
 * The module `atexit`: functions that are called when the program ends, last registered first. The list of
 * them is the interpreter's own. As `Modules/atexitmodule.c`.
 */
import type { PyObject } from '../heap/object.ts'
import type { Own } from '../heap/reference.ts'
import { newRef, release, releaseMaybe } from '../heap/reference.ts'
import { defineModule, fn, rawFn } from '../objects/declare/module.ts'
import type { KwNames } from '../objects/declare/slots.ts'
import { packed } from '../objects/declare/type.ts'
import { newDict, putItem } from '../objects/dict.ts'
import { isCallable } from '../objects/protocols/calls.ts'
import { isSame } from '../objects/protocols/comparison.ts'
import { toRepr } from '../objects/protocols/text.ts'
import { Raise } from '../objects/raise.ts'
import type { PyStr } from '../objects/str.ts'
import { newTuple } from '../objects/tuple.ts'
import type { ExitCallback, VM } from '../objects/vm.ts'

function register(vm: VM, args: readonly PyObject[], kwnames: KwNames): Own {
  const count = args.length - (kwnames?.length ?? 0)
  if (count === 0) return vm.raise('TypeError', 'register() takes at least 1 argument (0 given)')
  const func = args[0]!
  if (!isCallable(func)) return vm.raise('TypeError', 'the first argument must be callable')
  const keywords = kwnames === null || kwnames.length === 0 ? null : newDict(vm)
  kwnames?.forEach((name, i) => putItem(vm, keywords!, name, newRef(args[count + i]!)))
  vm.exitCallbacks.push({
    func: newRef(func),
    args: newTuple(vm, args.slice(1, count).map(newRef)),
    keywords,
  })
  return newRef(func)
}

function drop({ func, args, keywords }: ExitCallback): void {
  release(func)
  release(args)
  releaseMaybe(keywords)
}

/** Takes the callback at that place out of the list; its place stays, empty. */
function remove(callbacks: (ExitCallback | null)[], index: number): void {
  const callback = callbacks[index]
  callbacks[index] = null
  if (callback != null) drop(callback)
}

function clear({ exitCallbacks }: VM): void {
  for (let i = 0; i < exitCallbacks.length; i++) remove(exitCallbacks, i)
  exitCallbacks.length = 0
}

function unregister(vm: VM, func: PyObject): void {
  const callbacks = vm.exitCallbacks
  for (let i = 0; i < callbacks.length; i++) {
    const callback = callbacks[i]
    if (callback != null && isSame(vm, callback.func, func)) remove(callbacks, i)
  }
}

function call(vm: VM, { func, args, keywords }: ExitCallback): void {
  const kept = newRef(func)
  try {
    const values: PyObject[] = [...args.items]
    const names: PyStr[] = []
    keywords?.each((name, value) => {
      names.push(name as PyStr)
      values.push(value)
    })
    release(vm.call(kept, values, names.length === 0 ? null : names))
  } catch (thrown) {
    if (!(thrown instanceof Raise)) throw thrown
    vm.unraisable(thrown, `Exception ignored in atexit callback ${toRepr(vm, kept)}`)
  } finally {
    release(kept)
  }
}

/** Calls all; what they register meanwhile is not called. */
function runExitFunctions(vm: VM): void {
  for (let i = vm.exitCallbacks.length - 1; i >= 0; i--) {
    const callback = vm.exitCallbacks[i]
    if (callback != null) call(vm, callback)
  }
  clear(vm)
}

export const atexitModule = defineModule('atexit', 'Functions that are called when the program ends.', {
  functions: [
    packed(
      'all',
      rawFn(
        'register(func, /, *args, **kwargs) -> object',
        'Has a function called with these arguments at the end.',
        register,
      ),
    ),
    fn('unregister(func, /)', 'Takes a function out of the list.', unregister),
    fn('_clear()', 'Empties the list.', clear),
    fn('_run_exitfuncs()', 'Calls the functions now.', runExitFunctions),
    fn('_ncallbacks() -> ssize_t', 'How many functions are registered.', (vm) => vm.exitCallbacks.length),
  ],
})
