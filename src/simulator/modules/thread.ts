/**
 * `_thread`: locks of a machine that runs one thread. As `Modules/_threadmodule.c`.
 *
 * A lock keeps count as it should; waiting for one that is held could never end and raises RuntimeError.
 */
import { addressText, type HeapType, PyObject } from '../heap/object.ts'
import type { Own } from '../heap/reference.ts'
import { lend, newRef } from '../heap/reference.ts'
import { defineModule, fn } from '../objects/declare/module.ts'
import { defineType, methodsOf } from '../objects/declare/type.ts'
import { newFloat } from '../objects/float.ts'
import { newInt } from '../objects/int.ts'
import { callMethod } from '../objects/protocols/calls.ts'
import { toIndex } from '../objects/protocols/numbers.ts'
import { newStr } from '../objects/str.ts'
import { newTuple, PyTuple } from '../objects/tuple.ts'
import type { VM } from '../objects/vm.ts'

/** The number of the one thread, as `threading.get_ident()`. */
const IDENT = 140_000_000_000_000

export class PyLock extends PyObject {
  count = 0

  constructor(type: HeapType) {
    super(type)
  }
}

const method = methodsOf<PyLock>()

function checkTimeout(vm: VM, blocking: boolean, timeout: number): void {
  if (!blocking && timeout !== -1) vm.raise('ValueError', "can't specify a timeout for a non-blocking call")
  if (blocking && timeout < 0 && timeout !== -1)
    vm.raise('ValueError', 'timeout value must be a non-negative number')
}

function acquire(vm: VM, self: PyLock, blocking: boolean, timeout: number): boolean {
  checkTimeout(vm, blocking, timeout)
  if (self.count === 0) {
    self.count = 1
    return true
  }
  if (!blocking) return false
  if (timeout >= 0) {
    vm.sleep(BigInt(Math.round(timeout * 1e9)))
    return false
  }
  return vm.raise('RuntimeError', 'this lock is held, and there is no other thread that could release it')
}

function release(vm: VM, self: PyLock): void {
  if (self.count === 0) vm.raise('RuntimeError', 'release unlocked lock')
  self.count = 0
}

const lockSpec = defineType(PyLock, '_thread.lock', 'A lock that one may hold.', {
  basicsize: 24,
  hasWeakrefs: true,
  slots: {
    __new__: (_vm, cls) => new PyLock(cls) as unknown as Own,
    __repr__: (vm, self) =>
      newStr(vm, `<${self.count > 0 ? 'locked' : 'unlocked'} _thread.lock object at ${addressText(self)}>`),
  },
  methods: [
    method(
      'acquire(self, /, blocking: bool = True, timeout: float = -1) -> bool',
      'Takes the lock; says whether that was possible.',
      acquire,
    ),
    method('release(self, /)', 'Gives the lock back.', release),
    method('locked(self, /) -> bool', 'Whether someone holds it.', (_vm, self) => self.count > 0),
    method('__enter__(self, /) -> bool', 'Takes the lock.', (vm, self) => acquire(vm, self, true, -1)),
    method('__exit__(self, /, *exc_info)', 'Gives the lock back.', release),
    method('_at_fork_reinit(self, /)', 'Forgets who holds it.', (_vm, self) => {
      self.count = 0
    }),
  ],
})

function releaseOnce(vm: VM, self: PyLock): void {
  if (self.count === 0) vm.raise('RuntimeError', 'cannot release un-acquired lock')
  self.count--
}

const rlockSpec = defineType(PyLock, '_thread.RLock', 'A lock that its holder may take again.', {
  basicsize: 40,
  subclassable: true,
  hasWeakrefs: true,
  slots: {
    __new__: (_vm, cls) => new PyLock(cls) as unknown as Own,
    __repr__: (vm, self) => {
      const state = self.count > 0 ? 'locked' : 'unlocked'
      return newStr(
        vm,
        `<${state} ${self.type.name} object owner=${self.count > 0 ? IDENT : 0} count=${self.count} at ${addressText(self)}>`,
      )
    },
  },
  methods: [
    method(
      'acquire(self, /, blocking: bool = True, timeout: float = -1) -> bool',
      'Takes the lock once more.',
      (vm, self, blocking, timeout) => {
        checkTimeout(vm, blocking, timeout)
        self.count++
        return true
      },
    ),
    method('release(self, /)', 'Gives the lock back once.', releaseOnce),
    method('__enter__(self, /) -> bool', 'Takes the lock once more.', (_vm, self) => {
      self.count++
      return true
    }),
    method('__exit__(self, /, *exc_info)', 'Gives the lock back once.', releaseOnce),
    method('_is_owned(self, /) -> bool', 'Whether this thread holds it.', (_vm, self) => self.count > 0),
    method(
      '_recursion_count(self, /) -> ssize_t',
      'How often this thread has taken it.',
      (_vm, self) => self.count,
    ),
    method(
      '_release_save(self, /) -> object',
      'Gives it back altogether, with what restores it.',
      (vm, self) => {
        if (self.count === 0) vm.raise('RuntimeError', 'cannot release un-acquired lock')
        const { count } = self
        self.count = 0
        return newTuple(vm, [newInt(vm, count), newInt(vm, IDENT)])
      },
    ),
    method('_acquire_restore(self, state, /)', 'Takes it as often as before.', (vm, self, state) => {
      self.count = state instanceof PyTuple ? toIndex(vm, state.items[0]!, 'OverflowError') : 1
    }),
  ],
})

export const threadModule = defineModule('_thread', 'Locks.', {
  functions: [
    fn('allocate_lock() -> object', 'A new lock.', (vm) =>
      lend(vm.importModule('_thread'), (module) => callMethod(vm, module, 'lock')),
    ),
    fn('get_ident() -> ssize_t', 'The number of the running thread.', () => IDENT),
    fn('get_native_id() -> ssize_t', 'The number that the system gives the thread.', () => 1),
    fn('_count() -> ssize_t', 'The number of other threads.', () => 0),
    fn(
      'stack_size(size: ssize_t = 0, /) -> ssize_t',
      'The size of stacks of new threads: what the system says.',
      () => 0,
    ),
    fn('start_new_thread(function, args, kwargs=NULL, /) -> object', 'Refuses: there is one thread.', (vm) =>
      vm.raise(
        'RuntimeError',
        '_thread.start_new_thread() is not simulated; threading.Thread runs its target when it is started',
      ),
    ),
    fn('interrupt_main(signum: ssize_t = 2, /)', 'Raises KeyboardInterrupt.', (vm) =>
      vm.raise('KeyboardInterrupt', ''),
    ),
  ],
  attributes: {
    TIMEOUT_MAX: (vm) => newFloat(vm, 9223372036),
    error: (vm) => newRef(vm.types.RuntimeError),
  },
  types: { lock: lockSpec, LockType: lockSpec, RLock: rlockSpec },
})
