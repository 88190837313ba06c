/** `_thread._ThreadHandle`: by which a thread is started and waited for. As `Modules/_threadmodule.c`. */
import { type HeapType, PyObject } from '../../heap/object.ts'
import type { Own } from '../../heap/reference.ts'
import { defineType, getset, methodsOf } from '../../objects/declare/type.ts'
import { newInt } from '../../objects/int.ts'
import { newStr } from '../../objects/str.ts'
import type { VM } from '../../objects/vm.ts'
import type { ThreadState, WaitQueue } from '../../vm/thread-state.ts'
import { optionalTimeout, schedulerOf } from './waiting.ts'

export class PyThreadHandle extends PyObject {
  ident = 0
  state: 'new' | 'running' | 'done' = 'new'
  readonly waiters: WaitQueue = []

  constructor(type: HeapType) {
    super(type)
  }

  /** The thread that it stands for has been started. */
  attach(vm: VM, thread: ThreadState): void {
    this.ident = thread.ident
    this.state = 'running'
    thread.onEnd = () => this.finish(vm)
  }

  finish(vm: VM): void {
    this.state = 'done'
    schedulerOf(vm).wakeAll(this.waiters)
  }
}

function join(vm: VM, self: PyThreadHandle, timeout: number | null): void {
  if (self.state === 'new') vm.raise('RuntimeError', 'thread not started')
  const scheduler = schedulerOf(vm)
  if (self.state === 'running' && self.ident === scheduler.current.ident)
    vm.raise('RuntimeError', 'Cannot join current thread')
  scheduler.waitFor({ what: 'join()', queue: self.waiters, timeout }, () =>
    self.state === 'done' ? true : null,
  )
}

const method = methodsOf<PyThreadHandle>()

export const handleSpec = defineType(PyThreadHandle, '_thread._ThreadHandle', 'Stands for a thread.', {
  basicsize: 24,
  slots: {
    __new__: (_vm, cls) => new PyThreadHandle(cls) as unknown as Own,
    __repr__: (vm, self) => newStr(vm, `<_ThreadHandle object: ident=${self.ident}>`),
  },
  methods: [
    method('join(self, timeout=None, /)', 'Waits until the thread has ended.', (vm, self, timeout) => {
      const nanoseconds = timeout === null ? null : optionalTimeout(vm, timeout)
      join(vm, self, nanoseconds !== null && nanoseconds < 0 ? null : nanoseconds)
    }),
    method('is_done(self, /) -> bool', 'Whether the thread has ended.', (_vm, self) => self.state === 'done'),
    method('_set_done(self, /)', 'Says that the thread has ended.', (vm, self) => {
      if (self.state === 'new') vm.raise('RuntimeError', 'thread not started')
      self.finish(vm)
    }),
  ],
  getset: [getset('ident', '', (vm, self) => newInt(vm, self.ident))],
})
