/**
 * Asynchronous generators, and the awaitables that their methods give. A value that the generator yields
 * itself comes wrapped, so that it is told apart from what an `await` inside passes on.
 * As `PyAsyncGen_Type` and its kin in `Objects/genobject.c`.
 */
import { takeField } from '../heap/heap.ts'
import type { HeapType, Visit } from '../heap/object.ts'
import { addressText, PyObject } from '../heap/object.ts'
import type { Held, Own } from '../heap/reference.ts'
import { lend, newRef, release, releaseMaybe } from '../heap/reference.ts'
import { callFirstIter } from './async-hooks.ts'
import { classMethod, defineType, type MethodSpec, methodsOf } from './declare/type.ts'
import { newExceptionWith, raiseStopIteration } from './exceptions.ts'
import { generatorAttributes, PyGenerator } from './generator.ts'
import { finalizeGenerator, sendToGenerator, throwIntoGenerator, warnOfThrow } from './generator-run.ts'
import { newGenericAlias } from './generic-alias.ts'
import { toRepr } from './protocols/text.ts'
import { dropRaise, isRaise } from './raise.ts'
import { newStr } from './str.ts'
import type { VM } from './vm.ts'

export class PyAsyncGenerator extends PyGenerator {
  /** An `asend`, `athrow` or `aclose` is under way. */
  runningAsync = false
  /** The hooks have been asked. */
  hooksCalled = false

  override get kind(): string {
    return 'async generator'
  }
}

/** A value yielded by the generator's own `yield`. */
export class PyAsyncValue extends PyObject {
  readonly value: Held

  constructor(type: HeapType, value: Own) {
    super(type)
    this.value = value
  }

  override traverse(visit: Visit): void {
    visit(this.value, 'value')
  }

  override dealloc(): void {
    release(this.value)
  }
}

/** Wraps what an asynchronous generator yields (CALL_INTRINSIC_1). */
export function newAsyncValue(vm: VM, value: PyObject): Own<PyAsyncValue> {
  const made = new PyAsyncValue(vm.types.async_generator_wrapped_value, newRef(value)) as Own<PyAsyncValue>
  vm.heap.collector.track(made)
  return made
}

type AwaitState = 'init' | 'iter' | 'closed'

/** The awaitable of `__anext__` and `asend`, of `athrow` and `aclose`. */
export class PyAsyncStep extends PyObject {
  readonly generator: Held<PyAsyncGenerator>
  /** The value to send; or what to throw; null for `aclose`. */
  args: readonly Held[] | null
  state: AwaitState = 'init'
  readonly sends: boolean

  constructor(type: HeapType, generator: PyAsyncGenerator, args: readonly PyObject[] | null, sends: boolean) {
    super(type)
    this.generator = newRef(generator)
    this.args = args === null ? null : args.map(newRef)
    this.sends = sends
  }

  override traverse(visit: Visit): void {
    visit(this.generator, 'generator')
    this.args?.forEach((arg, i) => visit(arg, i))
  }

  override dealloc(): void {
    release(this.generator)
    const args = takeField(this, 'args')
    args?.forEach(releaseMaybe)
  }
}

function newStep(
  vm: VM,
  generator: PyAsyncGenerator,
  args: readonly PyObject[] | null,
  sends: boolean,
): Own<PyAsyncStep> {
  callFirstIter(vm, generator)
  const type = sends ? vm.types.async_generator_asend : vm.types.async_generator_athrow
  const made = new PyAsyncStep(type, generator, args, sends) as Own<PyAsyncStep>
  vm.heap.collector.track(made)
  return made
}

/** Turns a wrapped value into the StopIteration that ends an await, and notes the end of the generator. */
function unwrap(vm: VM, generator: PyAsyncGenerator, body: () => Own): Own {
  let result: Own
  try {
    result = body()
  } catch (thrown) {
    if (isRaise(thrown, vm.types.StopAsyncIteration) || isRaise(thrown, vm.types.GeneratorExit))
      generator.isClosed = true
    generator.runningAsync = false
    throw thrown
  }
  if (!(result instanceof PyAsyncValue)) return result
  generator.runningAsync = false
  return lend(result, (wrapped) => raiseStopIteration(vm, wrapped.value))
}

function closing<T>(step: PyAsyncStep, body: () => T): T {
  try {
    return body()
  } catch (thrown) {
    step.state = 'closed'
    throw thrown
  }
}

const names = (step: PyAsyncStep): string => (step.sends ? '__anext__()/asend()' : 'aclose()/athrow()')
const verb = (step: PyAsyncStep): string => (step.sends ? 'anext' : step.args === null ? 'aclose' : 'athrow')

function begin(vm: VM, step: PyAsyncStep): void {
  if (step.state === 'closed') vm.raise('RuntimeError', `cannot reuse already awaited ${names(step)}`)
  if (step.state === 'init' && step.generator.runningAsync) {
    step.state = 'closed'
    vm.raise('RuntimeError', `${verb(step)}(): asynchronous generator is already running`)
  }
}

function sendStep(vm: VM, step: PyAsyncStep, arg: PyObject): Own {
  begin(vm, step)
  const { generator } = step
  if (!step.sends && generator.state === 'finished') {
    step.state = 'closed'
    return raiseStopIteration(vm, vm.None)
  }
  if (step.sends) {
    const value = step.state === 'init' && arg === vm.None ? step.args![0]! : arg
    step.state = 'iter'
    generator.runningAsync = true
    return closing(step, () => unwrap(vm, generator, () => sendToGenerator(vm, generator, value)))
  }
  if (step.state === 'init') {
    if (generator.isClosed) {
      step.state = 'closed'
      return vm.raiseException(newExceptionWith(vm, vm.types.StopAsyncIteration, []))
    }
    if (arg !== vm.None) vm.raise('RuntimeError', "can't send non-None value to a just-started coroutine")
    step.state = 'iter'
    generator.runningAsync = true
    if (step.args === null) {
      generator.isClosed = true
      return closeResult(vm, step, () =>
        throwIntoGenerator(vm, generator, vm.types.GeneratorExit, null, null, false),
      )
    }
    const [type, value = null, traceback = null] = step.args
    return endOfThrow(vm, step, () =>
      unwrap(vm, generator, () => throwIntoGenerator(vm, generator, type!, value, traceback, false)),
    )
  }
  if (step.args !== null) return unwrap(vm, generator, () => sendToGenerator(vm, generator, arg))
  return closeResult(vm, step, () => sendToGenerator(vm, generator, arg))
}

/** `aclose`: a yield is an error, the end of the generator is success. */
function closeResult(vm: VM, step: PyAsyncStep, body: () => Own): Own {
  const result = endOfThrow(vm, step, body)
  if (!(result instanceof PyAsyncValue)) return result
  release(result)
  step.generator.runningAsync = false
  step.state = 'closed'
  return vm.raise('RuntimeError', 'async generator ignored GeneratorExit')
}

function endOfThrow(vm: VM, step: PyAsyncStep, body: () => Own): Own {
  try {
    return body()
  } catch (thrown) {
    step.generator.runningAsync = false
    step.state = 'closed'
    const ended = isRaise(thrown, vm.types.StopAsyncIteration) || isRaise(thrown, vm.types.GeneratorExit)
    if (!ended || step.args !== null) throw thrown
    dropRaise(thrown)
    return raiseStopIteration(vm, vm.None)
  }
}

function throwStep(
  vm: VM,
  step: PyAsyncStep,
  type: PyObject,
  value: PyObject | null,
  traceback: PyObject | null,
): Own {
  begin(vm, step)
  const { generator } = step
  if (step.state === 'init') {
    step.state = 'iter'
    generator.runningAsync = true
  }
  const body = (): Own => throwIntoGenerator(vm, generator, type, value, traceback)
  if (step.sends || step.args !== null) return closing(step, () => unwrap(vm, generator, body))
  return closeResult(vm, step, body)
}

function closeStep(vm: VM, step: PyAsyncStep): void {
  if (step.state === 'closed') return
  try {
    release(throwStep(vm, step, vm.types.GeneratorExit, null, null))
  } catch (thrown) {
    const { StopIteration, StopAsyncIteration, GeneratorExit } = vm.types
    if (
      !isRaise(thrown, StopIteration) &&
      !isRaise(thrown, StopAsyncIteration) &&
      !isRaise(thrown, GeneratorExit)
    )
      throw thrown
    return dropRaise(thrown)
  }
  vm.raise('RuntimeError', 'coroutine ignored GeneratorExit')
}

function warnUnawaited(vm: VM, step: PyAsyncStep): void {
  if (step.state !== 'init') return
  const method = step.sends ? 'asend' : verb(step)
  vm.warn(
    'RuntimeWarning',
    `coroutine method '${method}' of ${toRepr(vm, step.generator.qualname)} was never awaited`,
  )
}

const method = methodsOf<PyAsyncGenerator>()

export const asyncGeneratorSpec = defineType(PyAsyncGenerator, 'async_generator', null, {
  basicsize: 144,
  itemsize: 8,
  container: true,
  hasWeakrefs: true,
  noInstantiation: true,
  slots: {
    __repr__: (vm, self) =>
      newStr(vm, `<async_generator object ${self.qualname.value} at ${addressText(self)}>`),
    __aiter__: (_vm, self) => newRef(self),
    __anext__: (vm, self) => newStep(vm, self, [vm.None], true),
    __del__: (vm, self) => finalizeGenerator(vm, self),
  },
  methods: [
    method(
      'asend(self, object: object, /) -> object',
      'An awaitable that sends a value.',
      (vm, self, value) => newStep(vm, self, [value], true),
    ),
    method(
      'athrow(self, type: object, value: object = NULL, traceback: object = NULL, /) -> object',
      'An awaitable that raises an exception in it.',
      (vm, self, type, value, traceback) => {
        warnOfThrow(vm, 'athrow', value)
        return newStep(
          vm,
          self,
          [type, value, traceback].filter((arg) => arg !== null),
          false,
        )
      },
    ),
    method('aclose(self, /) -> object', 'An awaitable that ends it.', (vm, self) =>
      newStep(vm, self, null, false),
    ),
    classMethod('__class_getitem__(cls, object: object, /) -> object', 'A generic alias.', (vm, cls, item) =>
      newGenericAlias(vm, cls, item),
    ),
  ],
  getset: generatorAttributes('ag', 'await') as never,
})

const step = methodsOf<PyAsyncStep>()

const stepMethods: readonly MethodSpec[] = [
  step('send(self, object: object, /) -> object', 'Goes on with a value.', sendStep),
  step(
    'throw(self, type: object, value: object = NULL, traceback: object = NULL, /) -> object',
    'Raises an exception in the generator.',
    (vm, self, type, value, traceback) => {
      warnOfThrow(vm, 'throw', value)
      return throwStep(vm, self, type, value, traceback)
    },
  ),
  step('close(self, /)', 'Ends the awaitable.', closeStep),
]

function defineStep(name: string) {
  return defineType(PyAsyncStep, name, null, {
    basicsize: 40,
    container: true,
    noInstantiation: true,
    slots: {
      __iter__: (_vm, self) => newRef(self),
      __await__: (_vm, self) => newRef(self),
      __next__: (vm, self) => sendStep(vm, self, vm.None),
      __del__: (vm, self) => warnUnawaited(vm, self),
    },
    methods: stepMethods,
  })
}

export const asyncGeneratorAsendSpec = defineStep('async_generator_asend')
export const asyncGeneratorAthrowSpec = defineStep('async_generator_athrow')

export const asyncValueSpec = defineType(PyAsyncValue, 'async_generator_wrapped_value', null, {
  basicsize: 24,
  container: true,
  noInstantiation: true,
})
