/** What `anext(iterator, default)` gives: an awaitable with the default in place of the end. As `Objects/iterobject.c`. */
import { type HeapType, PyObject, type Visit } from '../../heap/object.ts'
import type { Held, Own } from '../../heap/reference.ts'
import { lend, newRef, release } from '../../heap/reference.ts'
import { tracked } from '../../objects/allocate.ts'
import { defineType, methodsOf } from '../../objects/declare/type.ts'
import { raiseStopIteration } from '../../objects/exceptions.ts'
import { isAwaitableGenerator } from '../../objects/generator.ts'
import { callMethod } from '../../objects/protocols/calls.ts'
import { dropRaise, isRaise } from '../../objects/raise.ts'
import { typeName, typeOf } from '../../objects/type.ts'
import type { VM } from '../../objects/vm.ts'

class PyAnextAwaitable extends PyObject {
  readonly wrapped: Held
  readonly default: Held

  constructor(type: HeapType, wrapped: Own, fallback: Own) {
    super(type)
    this.wrapped = wrapped
    this.default = fallback
  }

  override traverse(visit: Visit): void {
    visit(this.wrapped, 'wrapped')
    visit(this.default, 'default')
  }

  override dealloc(): void {
    release(this.wrapped)
    release(this.default)
  }
}

/** Runs a step on the iterator that awaits the wrapped awaitable; its end gives the default. */
function withIterator(vm: VM, self: PyAnextAwaitable, body: (iterator: PyObject) => Own | null): Own | null {
  const { wrapped } = self
  const slot = typeOf(wrapped).slots.__await__
  if (slot === null && !isAwaitableGenerator(wrapped))
    return vm.raise('TypeError', `object ${typeName(wrapped)} can't be used in 'await' expression`)
  try {
    return lend(slot === null ? newRef(wrapped) : slot(vm, wrapped), body)
  } catch (thrown) {
    if (!isRaise(thrown, vm.types.StopAsyncIteration)) throw thrown
    dropRaise(thrown)
    return raiseStopIteration(vm, self.default)
  }
}

function next(vm: VM, self: PyAnextAwaitable): Own | null {
  return withIterator(vm, self, (iterator) => {
    const slot = typeOf(iterator).slots.__next__
    if (slot !== null) return slot(vm, iterator)
    return vm.raise('TypeError', `__await__() returned non-iterator of type '${typeName(iterator)}'`)
  })
}

const orStop = (vm: VM, result: Own | null): Own => result ?? raiseStopIteration(vm, null)

const method = methodsOf<PyAnextAwaitable>()

const anextAwaitableSpec = defineType(PyAnextAwaitable, 'anext_awaitable', null, {
  basicsize: 32,
  container: true,
  noInstantiation: true,
  slots: {
    __iter__: (_vm, self) => newRef(self),
    __await__: (_vm, self) => newRef(self),
    __next__: next,
  },
  methods: [
    method('send(self, value, /) -> object', 'Goes on.', (vm, self, value) =>
      orStop(
        vm,
        withIterator(vm, self, (iterator) => callMethod(vm, iterator, 'send', [value])),
      ),
    ),
    method(
      'throw(self, type, value=NULL, traceback=NULL, /) -> object',
      'Raises an exception where it waits.',
      (vm, self, type, value, traceback) => {
        const args = [type, value, traceback].filter((arg) => arg !== null)
        return orStop(
          vm,
          withIterator(vm, self, (iterator) => callMethod(vm, iterator, 'throw', args)),
        )
      },
    ),
    method('close(self, /) -> object', 'Ends it.', (vm, self) =>
      orStop(
        vm,
        withIterator(vm, self, (iterator) => callMethod(vm, iterator, 'close')),
      ),
    ),
  ],
})

/** Takes the awaitable over. */
export function newAnextAwaitable(vm: VM, wrapped: Own, fallback: PyObject): Own {
  const made = new PyAnextAwaitable(vm.typeFor(anextAwaitableSpec), wrapped, newRef(fallback))
  return tracked(vm, made) as unknown as Own
}
