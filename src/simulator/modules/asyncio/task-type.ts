/** The declaration of `_asyncio.Task`. As `Modules/_asynciomodule.c`. */
import type { Own } from '../../heap/reference.ts'
import { newRef } from '../../heap/reference.ts'
import { tracked } from '../../objects/allocate.ts'
import { newBool } from '../../objects/bool.ts'
import { defineType, getset, methodsOf } from '../../objects/declare/type.ts'
import { isTrue } from '../../objects/protocols/comparison.ts'
import { reprOf } from './future.ts'
import { commonAttributes, commonMethods, newFutureIterator } from './future-type.ts'
import { keywordArguments } from './init-arguments.ts'
import { peekHelper } from './state.ts'
import { cancelTask, finalizeTask, initTask, PyTask, setName, uncancelTask } from './task.ts'

const method = methodsOf<PyTask>()

const options = ['loop', 'name', 'context', 'eager_start'] as const

export const taskSpec = defineType(
  PyTask,
  '_asyncio.Task(coro, *, loop=None, name=None, context=None, eager_start=False)',
  'A future that runs a coroutine.',
  {
    basicsize: 144,
    subclassable: true,
    container: true,
    hasDict: true,
    hasWeakrefs: true,
    slots: {
      __new__: (vm, cls) => tracked(vm, new PyTask(cls)) as unknown as Own,
      __init__: (vm, self, args, kwnames) => {
        const given = keywordArguments(vm, 'Task', ['coro'], options, args, kwnames)
        const { coro, loop, name, context, eager_start: eager } = given
        initTask(vm, self, {
          coro: coro!,
          loop: loop ?? null,
          name: name ?? null,
          context: context ?? null,
          eager: eager !== undefined && isTrue(vm, eager),
        })
      },
      __del__: finalizeTask,
      __repr__: (vm, self) => reprOf(vm, self, '_task_repr'),
      __iter__: newFutureIterator,
      __await__: newFutureIterator,
    },
    getset: [
      ...(commonAttributes as never[]),
      getset(
        '_log_destroy_pending',
        'Whether its early death is reported.',
        (vm, self) => newBool(vm, self.logDestroyPending),
        (vm, self, value) => {
          if (value === null) return vm.raise('AttributeError', 'cannot delete attribute')
          self.logDestroyPending = isTrue(vm, value)
        },
      ),
      getset('_must_cancel', 'The next step raises CancelledError.', (vm, self) =>
        newBool(vm, self.mustCancel),
      ),
      getset('_coro', 'The coroutine.', (vm, self) => newRef(self.coroutine ?? vm.None)),
      getset('_fut_waiter', 'What the coroutine waits for.', (vm, self) => newRef(self.waitsFor ?? vm.None)),
    ],
    methods: [
      ...commonMethods,
      method('set_result(self, result, /) -> object', 'Refuses: the coroutine gives it.', (vm) =>
        vm.raise('RuntimeError', 'Task does not support set_result operation'),
      ),
      method('set_exception(self, exception, /) -> object', 'Refuses: the coroutine raises it.', (vm) =>
        vm.raise('RuntimeError', 'Task does not support set_exception operation'),
      ),
      method('cancel(self, /, msg=None) -> bool', 'Has CancelledError raised in the coroutine.', cancelTask),
      method(
        'cancelling(self, /) -> ssize_t',
        'How often its cancellation was asked for.',
        (_vm, self) => self.cancelRequests,
      ),
      method('uncancel(self, /) -> ssize_t', 'Takes one request back.', (_vm, self) => uncancelTask(self)),
      method(
        'get_stack(self, /, *, limit=None) -> object',
        'The frames where it stands.',
        (vm, self, limit) => vm.call(peekHelper(vm, '_task_get_stack'), [self, limit]),
      ),
      method(
        'print_stack(self, /, *, limit=None, file=None) -> object',
        'Prints where it stands.',
        (vm, self, limit, file) => vm.call(peekHelper(vm, '_task_print_stack'), [self, limit, file]),
      ),
      method('get_name(self, /) -> object', 'Its name.', (vm, self) => newRef(self.name ?? vm.None)),
      method('set_name(self, value, /)', 'Gives it a name.', setName),
      method('get_coro(self, /) -> object', 'Its coroutine.', (vm, self) =>
        newRef(self.coroutine ?? vm.None),
      ),
      method('get_context(self, /) -> object', 'The context of its steps.', (vm, self) =>
        newRef(self.context ?? vm.None),
      ),
    ],
  },
)
