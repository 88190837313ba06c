/** `_thread.lock` and `_thread.RLock`. As `Modules/_threadmodule.c`. */
import { addressText, type HeapType, PyObject } from '../../heap/object.ts'
import type { Own } from '../../heap/reference.ts'
import { defineType, methodsOf } from '../../objects/declare/type.ts'
import { newInt } from '../../objects/int.ts'
import { toIndex } from '../../objects/protocols/numbers.ts'
import { newStr } from '../../objects/str.ts'
import { newTuple, PyTuple } from '../../objects/tuple.ts'
import type { VM } from '../../objects/vm.ts'
import type { WaitQueue } from '../../vm/thread-state.ts'
import { acquireTimeout, schedulerOf } from './waiting.ts'

export class PyLock extends PyObject {
  isHeld = false
  readonly waiters: WaitQueue = []

  constructor(type: HeapType) {
    super(type)
  }
}

/** Takes the lock, if need be after others; false if the time is over before. */
export function acquireLock(vm: VM, lock: PyLock, timeout: number | null, what = 'lock.acquire()'): boolean {
  if (!lock.isHeld) {
    lock.isHeld = true
    // It may have been waited for.
    schedulerOf(vm).current.wait = null
    return true
  }
  const taken = schedulerOf(vm).waitFor({ what, queue: lock.waiters, timeout }, () => {
    if (lock.isHeld) return null
    lock.isHeld = true
    return true
  })
  return taken === true
}

export function releaseLock(vm: VM, lock: PyLock): void {
  if (!lock.isHeld) vm.raise('RuntimeError', 'release unlocked lock')
  lock.isHeld = false
  if (lock.waiters.length > 0) schedulerOf(vm).wakeOne(lock.waiters)
}

const method = methodsOf<PyLock>()

function acquire(vm: VM, self: PyLock, blocking: boolean, timeout: number): boolean {
  return acquireLock(vm, self, acquireTimeout(vm, blocking, timeout))
}

export const lockSpec = defineType(PyLock, '_thread.lock', 'A lock that one may hold.', {
  basicsize: 24,
  hasWeakrefs: true,
  slots: {
    __new__: (vm, cls, args) => {
      if (args.length > 0) return vm.raise('TypeError', `lock expected 0 arguments, got ${args.length}`)
      return new PyLock(cls) as unknown as Own
    },
    __repr__: (vm, self) =>
      newStr(vm, `<${self.isHeld ? 'locked' : 'unlocked'} _thread.lock object at ${addressText(self)}>`),
  },
  methods: [
    method(
      'acquire(self, /, blocking: bool = True, timeout: float = -1) -> bool',
      'Takes the lock; says whether that was possible.',
      acquire,
    ),
    method(
      'acquire_lock(self, /, blocking: bool = True, timeout: float = -1) -> bool',
      'An old name of acquire.',
      acquire,
    ),
    method('release(self, /)', 'Gives the lock back.', releaseLock),
    method('release_lock(self, /)', 'An old name of release.', releaseLock),
    method('locked(self, /) -> bool', 'Whether someone holds it.', (_vm, self) => self.isHeld),
    method('locked_lock(self, /) -> bool', 'An old name of locked.', (_vm, self) => self.isHeld),
    method('__enter__(self, /) -> bool', 'Takes the lock.', (vm, self) =>
      acquireLock(vm, self, null, 'lock.__enter__()'),
    ),
    method('__exit__(self, /, *exc_info)', 'Gives the lock back.', releaseLock),
    method('_at_fork_reinit(self, /)', 'Forgets who holds it.', (_vm, self) => {
      self.isHeld = false
    }),
  ],
})

/** A lock that its holder may take again. */
class PyRLock extends PyObject {
  /** The number of the thread that holds it, 0 for none. */
  owner = 0
  count = 0
  readonly waiters: WaitQueue = []

  constructor(type: HeapType) {
    super(type)
  }
}

const rmethod = methodsOf<PyRLock>()

function acquireAgain(vm: VM, self: PyRLock, count: number, timeout: number | null): boolean {
  const scheduler = schedulerOf(vm)
  const { ident } = scheduler.current
  const take = (): true | null => {
    if (self.owner !== ident && self.count > 0) return null
    self.owner = ident
    self.count += count
    return true
  }
  return scheduler.waitFor({ what: 'RLock.acquire()', queue: self.waiters, timeout }, take) === true
}

function checkOwner(vm: VM, self: PyRLock): void {
  if (self.count === 0 || self.owner !== schedulerOf(vm).current.ident)
    vm.raise('RuntimeError', 'cannot release un-acquired lock')
}

function releaseAgain(vm: VM, self: PyRLock, count: number): void {
  self.count -= count
  if (self.count > 0) return
  self.owner = 0
  if (self.waiters.length > 0) schedulerOf(vm).wakeOne(self.waiters)
}

export const rlockSpec = defineType(PyRLock, '_thread.RLock', 'A lock that its holder may take again.', {
  basicsize: 40,
  subclassable: true,
  hasWeakrefs: true,
  slots: {
    __new__: (_vm, cls) => new PyRLock(cls) as unknown as Own,
    __repr__: (vm, self) => {
      const state = self.count > 0 ? 'locked' : 'unlocked'
      return newStr(
        vm,
        `<${state} ${self.type.name} object owner=${self.owner} count=${self.count} at ${addressText(self)}>`,
      )
    },
  },
  methods: [
    rmethod(
      'acquire(self, /, blocking: bool = True, timeout: float = -1) -> bool',
      'Takes the lock once more.',
      (vm, self, blocking, timeout) => acquireAgain(vm, self, 1, acquireTimeout(vm, blocking, timeout)),
    ),
    rmethod('release(self, /)', 'Gives the lock back once.', (vm, self) => {
      checkOwner(vm, self)
      releaseAgain(vm, self, 1)
    }),
    rmethod('__enter__(self, /) -> bool', 'Takes the lock once more.', (vm, self) =>
      acquireAgain(vm, self, 1, null),
    ),
    rmethod('__exit__(self, /, *exc_info)', 'Gives the lock back once.', (vm, self) => {
      checkOwner(vm, self)
      releaseAgain(vm, self, 1)
    }),
    rmethod(
      '_is_owned(self, /) -> bool',
      'Whether this thread holds it.',
      (vm, self) => self.count > 0 && self.owner === schedulerOf(vm).current.ident,
    ),
    rmethod('_recursion_count(self, /) -> ssize_t', 'How often this thread has taken it.', (vm, self) =>
      self.owner === schedulerOf(vm).current.ident ? self.count : 0,
    ),
    rmethod(
      '_release_save(self, /) -> object',
      'Gives it back altogether, with what restores it.',
      (vm, self) => {
        if (self.count === 0) vm.raise('RuntimeError', 'cannot release un-acquired lock')
        const { count, owner } = self
        releaseAgain(vm, self, count)
        return newTuple(vm, [newInt(vm, count), newInt(vm, owner)])
      },
    ),
    rmethod('_acquire_restore(self, state, /)', 'Takes it as often as before.', (vm, self, state) => {
      const count = state instanceof PyTuple ? toIndex(vm, state.items[0]!, 'OverflowError') : 1
      acquireAgain(vm, self, count, null)
    }),
    rmethod('_at_fork_reinit(self, /)', 'Forgets who holds it.', (_vm, self) => {
      self.owner = 0
      self.count = 0
    }),
  ],
})
