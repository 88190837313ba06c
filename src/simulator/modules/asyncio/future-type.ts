/** The declaration of `_asyncio.Future`, and the iterator that `await future` runs. As `Modules/_asynciomodule.c`. */
import { takeField } from '../../heap/heap.ts'
import { type HeapType, PyObject, type Visit } from '../../heap/object.ts'
import type { Held, Own } from '../../heap/reference.ts'
import { lend, newRef, releaseMaybe } from '../../heap/reference.ts'
import { tracked } from '../../objects/allocate.ts'
import { newBool } from '../../objects/bool.ts'
import {
  classMethod,
  defineType,
  type GetSetSpec,
  getset,
  type MethodSpec,
  methodsOf,
} from '../../objects/declare/type.ts'
import { raiseStopIteration } from '../../objects/exceptions.ts'
import { newThrownException } from '../../objects/generator-run.ts'
import { newGenericAlias } from '../../objects/generic-alias.ts'
import { isTrue } from '../../objects/protocols/comparison.ts'
import { newStr } from '../../objects/str.ts'
import type { VM } from '../../objects/vm.ts'
import {
  callbackList,
  cancelFuture,
  doneCallback,
  ensureAlive,
  exceptionOf,
  finalizeFuture,
  initFuture,
  isBlocking,
  newCancelledError,
  PyFuture,
  removeDoneCallback,
  reprOf,
  resultOf,
  setException,
  setResult,
} from './future.ts'
import { keywordArguments } from './init-arguments.ts'

/** What runs `await future`: yields the future once, then ends with its result. */
class PyFutureIterator extends PyObject {
  future: Held<PyFuture> | null

  constructor(type: HeapType, future: Own<PyFuture>) {
    super(type)
    this.future = future
  }

  override traverse(visit: Visit): void {
    if (this.future !== null) visit(this.future, 'future')
  }

  override dealloc(): void {
    releaseMaybe(takeField(this, 'future'))
  }
}

/** The future, until it is done; then null, or its result or exception raised. */
function nextOfFuture(vm: VM, self: PyFutureIterator): Own | null {
  const { future } = self
  if (future === null) return null
  if (future.state === 'PENDING') {
    if (future.blocking) return vm.raise('RuntimeError', "await wasn't used with future")
    future.blocking = true
    return newRef(future)
  }
  self.future = null
  return lend(future as Own<PyFuture>, (ended) =>
    lend(resultOf(vm, ended), (result) => (result === vm.None ? null : raiseStopIteration(vm, result))),
  )
}

const iteratorMethod = methodsOf<PyFutureIterator>()

export const futureIteratorSpec = defineType(PyFutureIterator, '_asyncio.FutureIter', null, {
  basicsize: 24,
  container: true,
  noInstantiation: true,
  reserve: { most: 255 },
  slots: { __iter__: (_vm, self) => newRef(self), __next__: nextOfFuture },
  methods: [
    iteratorMethod('send(self, value, /) -> object', 'Goes on waiting.', (vm, self) => {
      const result = nextOfFuture(vm, self)
      return result ?? raiseStopIteration(vm, null)
    }),
    iteratorMethod(
      'throw(self, type, value=NULL, traceback=NULL, /) -> object',
      'Ends the waiting with an exception.',
      (vm, self, type, value, traceback) => {
        const exception = newThrownException(vm, type, value, traceback)
        releaseMaybe(takeField(self, 'future'))
        return vm.raiseException(exception)
      },
    ),
    iteratorMethod('close(self, /)', 'Ends the waiting.', (_vm, self) =>
      releaseMaybe(takeField(self, 'future')),
    ),
  ],
})

export function newFutureIterator(vm: VM, self: PyFuture): Own {
  ensureAlive(vm, self)
  return tracked(vm, new PyFutureIterator(vm.typeFor(futureIteratorSpec), newRef(self))) as unknown as Own
}

const method = methodsOf<PyFuture>()

const orNone = (vm: VM, value: PyObject | null): Own => newRef(value ?? vm.None)

/** What Future and Task both have. */
export const commonMethods: readonly MethodSpec[] = [
  method('result(self, /) -> object', 'The result; raises the exception if that is how it ended.', resultOf),
  method('exception(self, /) -> object', 'The exception, or None.', exceptionOf),
  method(
    'add_done_callback(self, fn, /, *, context=NULL)',
    'Has the loop call something when it is done.',
    doneCallback,
  ),
  method(
    'remove_done_callback(self, fn, /) -> ssize_t',
    'Takes a callback back; says how often it was there.',
    removeDoneCallback,
  ),
  method(
    'cancelled(self, /) -> bool',
    'Whether it was cancelled.',
    (_vm, self) => self.loop !== null && self.state === 'CANCELLED',
  ),
  method(
    'done(self, /) -> bool',
    'Whether it has a result or an exception, or was cancelled.',
    (_vm, self) => self.loop !== null && self.state !== 'PENDING',
  ),
  method('_make_cancelled_error(self, /) -> object', 'What awaiting it raises.', (vm, self) =>
    newCancelledError(vm, self),
  ),
  classMethod('__class_getitem__(cls, object, /) -> object', 'For annotations.', (vm, cls, item) =>
    newGenericAlias(vm, cls, item),
  ),
]

export const commonAttributes: readonly GetSetSpec<PyFuture>[] = [
  getset<PyFuture>('_state', 'PENDING, CANCELLED or FINISHED.', (vm, self) => newStr(vm, self.state)),
  getset<PyFuture>(
    '_asyncio_future_blocking',
    'A task has met it in an await.',
    (vm, self) => isBlocking(vm, self),
    (vm, self, value) => {
      ensureAlive(vm, self)
      if (value === null) return vm.raise('AttributeError', 'cannot delete attribute')
      self.blocking = isTrue(vm, value)
    },
  ),
  getset<PyFuture>('_loop', 'The loop.', (vm, self) => orNone(vm, self.loop)),
  getset<PyFuture>('_callbacks', 'Who is to be called.', callbackList),
  getset<PyFuture>('_result', 'The result.', (vm, self) => orNone(vm, self.result)),
  getset<PyFuture>('_exception', 'The exception.', (vm, self) => orNone(vm, self.exception)),
  getset<PyFuture>(
    '_log_traceback',
    'Its exception is still to be retrieved.',
    (vm, self) => newBool(vm, self.logTraceback),
    (vm, self, value) => {
      if (value === null) return vm.raise('AttributeError', 'cannot delete attribute')
      if (isTrue(vm, value)) return vm.raise('ValueError', '_log_traceback can only be set to False')
      self.logTraceback = false
    },
  ),
  getset<PyFuture>('_source_traceback', 'Where it was made.', (vm, self) => orNone(vm, self.sourceTraceback)),
  getset<PyFuture>(
    '_cancel_message',
    'What cancel() was told.',
    (vm, self) => orNone(vm, self.cancelMessage),
    (vm, self, value) => {
      if (value === null) return vm.raise('AttributeError', 'cannot delete attribute')
      const old = self.cancelMessage
      self.cancelMessage = newRef(value)
      releaseMaybe(old)
    },
  ),
]

export const futureSpec = defineType(
  PyFuture,
  '_asyncio.Future(*, loop=<unrepresentable>)',
  'A result that is not there yet.',
  {
    basicsize: 104,
    subclassable: true,
    container: true,
    hasDict: true,
    hasWeakrefs: true,
    slots: {
      __new__: (vm, cls) => tracked(vm, new PyFuture(cls)) as unknown as Own,
      __init__: (vm, self, args, kwnames) => {
        const { loop } = keywordArguments(vm, 'Future', [], ['loop'], args, kwnames)
        initFuture(vm, self, loop ?? null)
      },
      __del__: finalizeFuture,
      __repr__: (vm, self) => reprOf(vm, self, '_future_repr'),
      __iter__: newFutureIterator,
      __await__: newFutureIterator,
    },
    getset: [...commonAttributes],
    methods: [
      ...commonMethods,
      method('set_result(self, result, /)', 'Ends the waiting with a result.', setResult),
      method('set_exception(self, exception, /)', 'Ends the waiting with an exception.', setException),
      method('cancel(self, /, msg=None) -> bool', 'Ends the waiting without either.', (vm, self, msg) => {
        ensureAlive(vm, self)
        return cancelFuture(vm, self, msg)
      }),
      method('get_loop(self, /) -> object', 'The loop.', (vm, self) => newRef(ensureAlive(vm, self))),
    ],
  },
)
