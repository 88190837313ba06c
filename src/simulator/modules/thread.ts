/**
 * `_thread`: starting threads, and what they share and do not share. They take turns (`vm/scheduler.ts`). As
 * `Modules/_threadmodule.c`.
 */
import type { PyObject } from '../heap/object.ts'
import type { Held, Own } from '../heap/reference.ts'
import { lend, newRef } from '../heap/reference.ts'
import { defineModule, fn, rawFn } from '../objects/declare/module.ts'
import { PyDict } from '../objects/dict.ts'
import { newFloat } from '../objects/float.ts'
import { newInt } from '../objects/int.ts'
import { callMethod, isCallable } from '../objects/protocols/calls.ts'
import { isTrue } from '../objects/protocols/comparison.ts'
import type { PyStr } from '../objects/str.ts'
import { PyTuple } from '../objects/tuple.ts'
import type { ModuleState, VM } from '../objects/vm.ts'
import type { Engine } from '../vm/interpreter.ts'
import type { Boot } from '../vm/thread-state.ts'
import { bindNamed, refuseKeywords } from './arguments.ts'
import { hookArgsSpec, threadExceptHook } from './thread/except-hook.ts'
import { handleSpec, PyThreadHandle } from './thread/handle.ts'
import { localSpec } from './thread/local.ts'
import { lockSpec, rlockSpec } from './thread/lock.ts'
import { schedulerOf, TIMEOUT_MAX } from './thread/waiting.ts'

const MIN_STACK = 0x8000

const stackSize: ModuleState<{ bytes: number }> = { make: () => ({ bytes: 0 }) }

function checkMayStart(vm: VM): void {
  if (schedulerOf(vm).isStopped)
    vm.raise('PythonFinalizationError', "can't create new thread at interpreter shutdown")
}

/** The call of a thread; function and arguments are held while it runs. */
function newBoot(func: PyObject, args: PyTuple | null, kwargs: PyDict | null): Boot {
  const values: Held[] = args === null ? [] : [...args.items]
  const kwnames: PyStr[] = []
  kwargs?.each((key, value) => {
    kwnames.push(key as unknown as PyStr)
    values.push(value as Held)
  })
  const held: Held[] = [newRef(func)]
  if (args !== null) held.push(newRef(args as PyObject))
  if (kwargs !== null) held.push(newRef(kwargs as PyObject))
  return { func: held[0]!, args: values, kwnames: kwnames.length > 0 ? kwnames : null, held }
}

function startNewThread(vm: VM, args: readonly PyObject[]): Own {
  const [func, values, keywords] = args
  if (args.length < 2 || args.length > 3) {
    const bound = args.length < 2 ? 'at least 2' : 'at most 3'
    return vm.raise('TypeError', `start_new_thread expected ${bound} arguments, got ${args.length}`)
  }
  if (!isCallable(func!)) return vm.raise('TypeError', 'first arg must be callable')
  if (!(values instanceof PyTuple)) return vm.raise('TypeError', '2nd arg must be a tuple')
  if (keywords !== undefined && !(keywords instanceof PyDict))
    return vm.raise('TypeError', 'optional 3rd arg must be a dictionary')
  checkMayStart(vm)
  const scheduler = schedulerOf(vm)
  const ident = scheduler.nextIdent()
  scheduler.start(ident, true, newBoot(func!, values, keywords ?? null))
  return newInt(vm, ident)
}

function newHandle(vm: VM): Own<PyThreadHandle> {
  return new PyThreadHandle(vm.typeFor(handleSpec)) as Own<PyThreadHandle>
}

export const threadModule = defineModule('_thread', 'Threads, and locks.', {
  functions: [
    fn('allocate_lock() -> object', 'A new lock.', (vm) =>
      lend(vm.importModule('_thread'), (module) => callMethod(vm, module, 'lock')),
    ),
    fn('allocate() -> object', 'An old name of allocate_lock.', (vm) =>
      lend(vm.importModule('_thread'), (module) => callMethod(vm, module, 'lock')),
    ),
    fn('get_ident() -> ssize_t', 'The number of the running thread.', (vm) => schedulerOf(vm).current.ident),
    fn('get_native_id() -> ssize_t', 'The number that the system gives the thread.', (vm) =>
      Math.round((schedulerOf(vm).current.ident - schedulerOf(vm).main.ident) / 0x1000 + 1),
    ),
    fn(
      '_get_main_thread_ident() -> ssize_t',
      'The number of the main thread.',
      (vm) => schedulerOf(vm).main.ident,
    ),
    fn('_is_main_interpreter() -> bool', 'True: there is one interpreter.', () => true),
    fn('daemon_threads_allowed() -> bool', 'Whether threads may be daemonic.', () => true),
    fn(
      '_count() -> ssize_t',
      'The number of threads but the main one.',
      (vm) => schedulerOf(vm).threads.size - 1,
    ),
    fn(
      'stack_size(size: ssize_t = 0, /) -> ssize_t',
      'The size of stacks of new threads, and what it becomes: nothing depends on it here.',
      (vm, size) => {
        if (size < 0) vm.raise('ValueError', 'size must be 0 or a positive value')
        if (size > 0 && size < MIN_STACK) vm.raise('ValueError', `size not valid: ${size} bytes`)
        const state = vm.moduleState(stackSize)
        const { bytes } = state
        state.bytes = size
        return bytes
      },
    ),
    rawFn(
      'start_new_thread(function, args, kwargs=NULL, /) -> object',
      'Starts a thread that nobody waits for.',
      (vm, args, kwnames) => {
        refuseKeywords(vm, 'start_new_thread', kwnames)
        return startNewThread(vm, args)
      },
    ),
    rawFn(
      'start_new(function, args, kwargs=NULL, /) -> object',
      'An old name of start_new_thread.',
      (vm, args, kwnames) => {
        refuseKeywords(vm, 'start_new', kwnames)
        return startNewThread(vm, args)
      },
    ),
    rawFn(
      'start_joinable_thread(function, handle=None, daemon=True) -> object',
      'Starts a thread that can be waited for.',
      (vm, args, kwnames) => {
        const names = ['function', 'handle', 'daemon']
        const [func, given, daemon] = bindNamed(vm, 'start_joinable_thread', args, kwnames, names, 1)
        if (!isCallable(func!)) return vm.raise('TypeError', 'thread function must be callable')
        if (given !== undefined && given !== vm.None && !(given instanceof PyThreadHandle))
          return vm.raise('TypeError', "'handle' must be a _ThreadHandle")
        const old = given instanceof PyThreadHandle ? given : null
        if (old !== null && old.state !== 'new') return vm.raise('RuntimeError', 'thread already started')
        checkMayStart(vm)
        const handle = old === null ? newHandle(vm) : newRef(old)
        const scheduler = schedulerOf(vm)
        const isDaemon = daemon === undefined || isTrue(vm, daemon)
        const thread = scheduler.start(scheduler.nextIdent(), isDaemon, newBoot(func!, null, null))
        handle.attach(vm, thread)
        return handle
      },
    ),
    fn('_make_thread_handle(ident: ssize_t, /) -> object', 'A handle of a thread that runs.', (vm, ident) => {
      const handle = newHandle(vm)
      handle.ident = ident
      handle.state = 'running'
      return handle
    }),
    fn('_shutdown()', 'Waits until all threads but daemonic ones have ended.', (vm) => {
      const scheduler = schedulerOf(vm)
      scheduler.waitFor({ what: "the program's end", queue: scheduler.endings }, () =>
        scheduler.hasOthers ? null : true,
      )
    }),
    fn('_excepthook(args, /)', 'Prints the exception that has ended a thread.', threadExceptHook),
    fn('exit()', 'Ends the thread: raises SystemExit.', (vm) => vm.raise('SystemExit', '')),
    fn('exit_thread()', 'An old name of exit.', (vm) => vm.raise('SystemExit', '')),
    fn(
      'interrupt_main(signum: ssize_t = 2, /)',
      'Makes KeyboardInterrupt arise in the main thread.',
      (vm, signum) => {
        if (signum < 1 || signum > 64) vm.raise('ValueError', 'signal number out of range')
        ;(vm as Engine).interrupted = true
      },
    ),
  ],
  attributes: {
    TIMEOUT_MAX: (vm) => newFloat(vm, TIMEOUT_MAX),
    error: (vm) => newRef(vm.types.RuntimeError),
  },
  types: {
    lock: lockSpec,
    LockType: lockSpec,
    RLock: rlockSpec,
    _local: localSpec,
    _ThreadHandle: handleSpec,
    _ExceptHookArgs: hookArgsSpec,
  },
})
