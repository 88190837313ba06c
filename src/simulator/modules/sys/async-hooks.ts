/** `sys.set_asyncgen_hooks` and its opposite. As `Python/sysmodule.c`. */
import type { PyObject } from '../../heap/object.ts'
import { newRef, releaseMaybe } from '../../heap/reference.ts'
import { asyncHooks } from '../../objects/async-hooks.ts'
import { fn, rawFn } from '../../objects/declare/module.ts'
import { isCallable } from '../../objects/protocols/calls.ts'
import { typeName } from '../../objects/type.ts'
import type { VM } from '../../objects/vm.ts'
import { bindNamed } from '../arguments.ts'
import { defineStructSequence, newStructSequence } from '../struct-sequence.ts'

const hooksSpec = defineStructSequence('sys', 'asyncgen_hooks', 'Hooks of asynchronous generators.', [
  'firstiter',
  'finalizer',
])

/** None is no hook, an argument that was not given leaves the one there is. */
function setHook(vm: VM, name: 'firstiter' | 'finalizer', hook: PyObject | undefined): void {
  if (hook === undefined) return
  const hooks = vm.moduleState(asyncHooks)
  const old = hooks[name]
  hooks[name] = hook === vm.None ? null : newRef(hook)
  releaseMaybe(old)
}

function checkHook(vm: VM, name: string, hook: PyObject | undefined): void {
  if (hook === undefined || hook === vm.None || isCallable(hook)) return
  vm.raise('TypeError', `callable ${name} expected, got ${typeName(hook)}`)
}

export const asyncHookFunctions = [
  fn(
    'get_coroutine_origin_tracking_depth() -> ssize_t',
    'How many frames a new coroutine notes down.',
    (vm) => vm.moduleState(asyncHooks).originDepth,
  ),
  fn(
    'set_coroutine_origin_tracking_depth(depth: ssize_t)',
    'Sets how many frames a new coroutine notes down.',
    (vm, depth) => {
      if (depth < 0) vm.raise('ValueError', 'depth must be >= 0')
      vm.moduleState(asyncHooks).originDepth = depth
    },
  ),
  fn('get_asyncgen_hooks() -> object', 'The hooks of asynchronous generators.', (vm) => {
    const { firstiter, finalizer } = vm.moduleState(asyncHooks)
    return newStructSequence(vm, vm.typeFor(hooksSpec), [
      newRef(firstiter ?? vm.None),
      newRef(finalizer ?? vm.None),
    ])
  }),
  rawFn(
    'set_asyncgen_hooks(firstiter=None, finalizer=None) -> object',
    'Sets what is called when an asynchronous generator begins, and when one dies early.',
    (vm, args, kwnames) => {
      const names = ['firstiter', 'finalizer'] as const
      const [firstiter, finalizer] = bindNamed(vm, 'set_asyncgen_hooks', args, kwnames, [...names], 0)
      checkHook(vm, 'finalizer', finalizer)
      checkHook(vm, 'firstiter', firstiter)
      setHook(vm, 'finalizer', finalizer)
      setHook(vm, 'firstiter', firstiter)
      return newRef(vm.None)
    },
  ),
]
