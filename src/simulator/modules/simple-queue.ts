/** `_queue`: a queue without limit, whose `get` waits for what another thread puts. As `Modules/_queuemodule.c`. */
import { type HeapType, PyObject, type Visit } from '../heap/object.ts'
import type { Held, Own } from '../heap/reference.ts'
import { lend, newRef, releaseAll } from '../heap/reference.ts'
import { tracked } from '../objects/allocate.ts'
import { defineModule } from '../objects/declare/module.ts'
import { classMethod, defineType, methodsOf } from '../objects/declare/type.ts'
import { newDict } from '../objects/dict.ts'
import { newGenericAlias } from '../objects/generic-alias.ts'
import { visitOwnType } from '../objects/own-type.ts'
import { newStr } from '../objects/str.ts'
import { newTuple } from '../objects/tuple.ts'
import type { PyType } from '../objects/type.ts'
import type { ModuleState, VM } from '../objects/vm.ts'
import type { WaitQueue } from '../vm/thread-state.ts'
import { optionalTimeout, schedulerOf } from './thread/waiting.ts'

class PySimpleQueue extends PyObject {
  items: Held[] = []
  readonly waiters: WaitQueue = []

  constructor(type: HeapType) {
    super(type)
  }

  override traverse(visit: Visit): void {
    visitOwnType(this, visit)
    this.items.forEach((item, i) => visit(item, i))
  }

  override clear(): void {
    const { items } = this
    this.items = []
    releaseAll(items)
  }
}

/** The class `Empty`, once the module has made it. */
class EmptyClass {
  held: Held<PyType> | null = null
}

const emptyClass: ModuleState<EmptyClass> = { make: () => new EmptyClass() }

function raiseEmpty(vm: VM): never {
  const cls = vm.moduleState(emptyClass).held!
  const error = vm.call(cls as unknown as PyObject, [])
  return vm.raiseException(error)
}

function put(vm: VM, self: PySimpleQueue, item: PyObject): void {
  self.items.push(newRef(item))
  if (self.waiters.length > 0) schedulerOf(vm).wakeOne(self.waiters)
}

function get(vm: VM, self: PySimpleQueue, timeout: number | null): Own {
  const item = schedulerOf(vm).waitFor({ what: 'SimpleQueue.get()', queue: self.waiters, timeout }, () =>
    self.items.length > 0 ? (self.items.shift() as Own) : null,
  )
  return item ?? raiseEmpty(vm)
}

function timeoutOf(vm: VM, block: boolean, timeout: PyObject): number | null {
  if (!block) return 0
  const nanoseconds = optionalTimeout(vm, timeout)
  if (nanoseconds !== null && nanoseconds < 0)
    vm.raise('ValueError', "'timeout' must be a non-negative number")
  return nanoseconds
}

const method = methodsOf<PySimpleQueue>()

const simpleQueueSpec = defineType(PySimpleQueue, '_queue.SimpleQueue', 'A queue without limit.', {
  basicsize: 72,
  container: true,
  subclassable: true,
  hasWeakrefs: true,
  slots: {
    __new__: (vm, cls, args) => {
      if (args.length > 0) return vm.raise('TypeError', 'SimpleQueue() takes no arguments')
      return tracked(vm, new PySimpleQueue(cls)) as unknown as Own
    },
  },
  methods: [
    method('put(self, /, item, block: bool = True, timeout=None)', 'Appends an item.', (vm, self, item) =>
      put(vm, self, item),
    ),
    method('put_nowait(self, /, item)', 'Appends an item.', put),
    method(
      'get(self, /, block: bool = True, timeout=None) -> object',
      'Takes the first item, if need be when there is one.',
      (vm, self, block, timeout) => get(vm, self, timeoutOf(vm, block, timeout ?? vm.None)),
    ),
    method(
      'get_nowait(self, /) -> object',
      'Takes the first item; raises Empty if there is none.',
      (vm, self) => get(vm, self, 0),
    ),
    method(
      'empty(self, /) -> bool',
      'Whether there is nothing in it.',
      (_vm, self) => self.items.length === 0,
    ),
    method('qsize(self, /) -> ssize_t', 'The number of items.', (_vm, self) => self.items.length),
    classMethod('__class_getitem__(cls, item, /) -> object', 'See PEP 585.', (vm, cls, item) =>
      newGenericAlias(vm, cls as PyObject, item),
    ),
  ],
})

export const queueNative = defineModule('_queue', 'A simple queue.', {
  types: { SimpleQueue: simpleQueueSpec },
  setUp(vm, module) {
    const namespace = newDict(vm)
    namespace.putStr(vm, '__module__', newStr(vm, '_queue'))
    namespace.putStr(vm, '__doc__', newStr(vm, 'Exception raised when there is nothing in a queue.'))
    const bases = newTuple(vm, [newRef(vm.types.Exception as PyObject)])
    const cls = lend(newStr(vm, 'Empty'), (name) =>
      lend(bases, (tuple) =>
        lend(namespace, (dict) =>
          vm.call(vm.types.type as PyObject, [name, tuple as PyObject, dict as PyObject]),
        ),
      ),
    )
    vm.moduleState(emptyClass).held = cls as unknown as Held<PyType>
    module.namespace.putStr(vm, 'Empty', cls)
  },
})
