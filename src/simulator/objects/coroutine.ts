/** Coroutines: what `async def` makes, and the iterator that `await` runs. As `PyCoro_Type` of `Objects/genobject.c`. */
import type { HeapType, Visit } from '../heap/object.ts'
import { addressText, PyObject } from '../heap/object.ts'
import type { Held, Own } from '../heap/reference.ts'
import { newRef, release } from '../heap/reference.ts'
import { defineType, getset, methodsOf } from './declare/type.ts'
import { generatorAttributes, generatorMethods, PyGenerator } from './generator.ts'
import {
  closeGenerator,
  finalizeGenerator,
  nextOfGenerator,
  sendToGenerator,
  throwIntoGenerator,
  warnOfThrow,
} from './generator-run.ts'
import { newStr } from './str.ts'

export class PyCoroutine extends PyGenerator {
  override get kind(): string {
    return 'coroutine'
  }

  override get isCoroutine(): boolean {
    return true
  }
}

/** What `coroutine.__await__()` gives. */
export class PyCoroutineWrapper extends PyObject {
  readonly coroutine: Held<PyGenerator>

  constructor(type: HeapType, coroutine: PyGenerator) {
    super(type)
    this.coroutine = newRef(coroutine)
  }

  override traverse(visit: Visit): void {
    visit(this.coroutine, 'coroutine')
  }

  override dealloc(): void {
    release(this.coroutine)
  }
}

export const coroutineSpec = defineType(PyCoroutine, 'coroutine', null, {
  basicsize: 144,
  itemsize: 8,
  container: true,
  hasWeakrefs: true,
  noInstantiation: true,
  slots: {
    __repr__: (vm, self) => newStr(vm, `<coroutine object ${self.qualname.value} at ${addressText(self)}>`),
    __await__(vm, self) {
      const wrapper = new PyCoroutineWrapper(vm.types.coroutine_wrapper, self) as Own<PyCoroutineWrapper>
      vm.heap.collector.track(wrapper)
      return wrapper
    },
    __del__: (vm, self) => finalizeGenerator(vm, self),
  },
  methods: generatorMethods,
  getset: [
    ...generatorAttributes('cr', 'await'),
    getset('cr_origin', 'Where it was made, if that is recorded.', (vm, self) =>
      newRef(self.originOrFinalizer ?? vm.None),
    ),
  ],
})

const method = methodsOf<PyCoroutineWrapper>()

export const coroutineWrapperSpec = defineType(
  PyCoroutineWrapper,
  'coroutine_wrapper',
  'Runs a coroutine as an iterator.',
  {
    basicsize: 24,
    container: true,
    noInstantiation: true,
    slots: {
      __iter__: (_vm, self) => newRef(self),
      __next__: (vm, self) => nextOfGenerator(vm, self.coroutine),
    },
    methods: [
      method('send(self, object: object, /) -> object', 'Goes on with a value.', (vm, self, value) =>
        sendToGenerator(vm, self.coroutine, value),
      ),
      method(
        'throw(self, type: object, value: object = NULL, traceback: object = NULL, /) -> object',
        'Raises an exception where the coroutine waits.',
        (vm, self, type, value, traceback) => {
          warnOfThrow(vm, 'throw', value)
          return throwIntoGenerator(vm, self.coroutine, type, value, traceback)
        },
      ),
      method('close(self, /) -> object', 'Ends the coroutine.', (vm, self) =>
        closeGenerator(vm, self.coroutine),
      ),
    ],
  },
)
