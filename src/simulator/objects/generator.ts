/**
 * `PyGenerator`: a frame that can wait: generators, and with other types coroutines and asynchronous
 * generators. While it waits it owns its frame; while it runs, the frame is in the machine's chain of
 * frames. A waiting one that dies is closed first. As `Objects/genobject.c`.
 */
import { CO_ASYNC_GENERATOR, CO_COROUTINE, CO_ITERABLE_COROUTINE } from '../bytecode/code.ts'
import { takeField } from '../heap/heap.ts'
import type { HeapType, Visit } from '../heap/object.ts'
import { addressText, PyObject } from '../heap/object.ts'
import type { Held, Own } from '../heap/reference.ts'
import { newRef, release, releaseMaybe } from '../heap/reference.ts'
import { type Frame, HandledState } from './activation.ts'
import { newBool } from './bool.ts'
import type { PyCode } from './code.ts'
import {
  classMethod,
  defineType,
  type GetSetSpec,
  getset,
  type MethodSpec,
  methodsOf,
} from './declare/type.ts'
import {
  closeGenerator,
  finalizeGenerator,
  nextOfGenerator,
  peekYieldFrom,
  sendToGenerator,
  throwIntoGenerator,
  warnOfThrow,
} from './generator-run.ts'
import { newGenericAlias } from './generic-alias.ts'
import { newStr, PyStr } from './str.ts'
import type { VM } from './vm.ts'

export type GeneratorState = 'created' | 'suspended' | 'executing' | 'finished'

export class PyGenerator extends PyObject {
  /** Null once its end has come; one closed before it has begun keeps it. */
  frame: Frame | null
  readonly code: Held<PyCode>
  name: Held<PyStr>
  qualname: Held<PyStr>
  state: GeneratorState = 'created'
  /** Suspended in `yield from` or `await`: what it waits for is on top of its stack. */
  inYieldFrom = false
  /** The exception that its own code is handling. */
  readonly handled = new HandledState()
  /** A coroutine's origin, an asynchronous generator's finalizer. */
  originOrFinalizer: Held | null = null
  /** An asynchronous generator that has been closed or has run to its end. */
  isClosed = false

  /** Takes the frame over, with its reference to the code. */
  constructor(type: HeapType, frame: Frame) {
    super(type, type.basicsize + 8 * frame.localsplus.length)
    const func = frame.func!
    this.frame = frame
    this.code = frame.code
    this.name = newRef(func.name)
    this.qualname = newRef(func.qualname)
    frame.owner = 'generator'
    frame.generator = this
  }

  /** `generator`, `coroutine` or `async generator`, for messages. */
  get kind(): string {
    return 'generator'
  }

  get isCoroutine(): boolean {
    return false
  }

  /** The call is over: lets locals, function and namespace go (`gen_clear_frame`). */
  endFrame(): void {
    const { frame } = this
    this.state = 'finished'
    this.inYieldFrom = false
    this.frame = null
    if (frame === null) return
    // A frame object that lives on refers to the caller's.
    frame.clearExceptCode()
    frame.previous = null
    releaseMaybe(takeField(this.handled, 'exception'))
  }

  override traverse(visit: Visit): void {
    visit(this.name, '__name__')
    visit(this.qualname, '__qualname__')
    if (this.frame !== null) this.frame.traverse(visit, this.state !== 'executing')
    if (this.handled.exception !== null) visit(this.handled.exception, 'handled')
  }

  override hidden(visit: Visit): void {
    if (this.frame === null) visit(this.code, 'gi_code')
    if (this.originOrFinalizer !== null) visit(this.originOrFinalizer, 'origin')
  }

  override dealloc(): void {
    releaseMaybe(takeField(this, 'originOrFinalizer'))
    if (this.frame !== null) this.endFrame()
    release(this.code)
    release(this.name)
    release(this.qualname)
  }
}

/** A generator, coroutine or asynchronous generator for a frame that has just begun; takes the frame over. */
export function newGenerator(vm: VM, frame: Frame): Own<PyGenerator> {
  const { types } = vm
  const { flags } = frame.code
  const type =
    (flags & CO_COROUTINE) !== 0
      ? types.coroutine
      : (flags & CO_ASYNC_GENERATOR) !== 0
        ? types.async_generator
        : types.generator
  const cls = type.cls as unknown as new (type: HeapType, frame: Frame) => PyGenerator
  const made = new cls(type, frame) as Own<PyGenerator>
  vm.heap.collector.track(made)
  return made
}

/** Whether `await` accepts it: a coroutine, or a generator marked by `types.coroutine`. */
export function isAwaitableGenerator(object: PyObject): boolean {
  return (
    object instanceof PyGenerator && (object.isCoroutine || (object.code.flags & CO_ITERABLE_COROUTINE) !== 0)
  )
}

/** Attributes that all three kinds have, under the names that begin with `gi_`, `cr_` or `ag_`. */
export function generatorAttributes(prefix: string, awaited: string): GetSetSpec<PyGenerator>[] {
  const nameAttribute = (attribute: '__name__' | '__qualname__', field: 'name' | 'qualname') =>
    getset<PyGenerator>(
      attribute,
      'Its name.',
      (_vm, self) => newRef(self[field]),
      (vm, self, value) => {
        if (!(value instanceof PyStr))
          return vm.raise('TypeError', `${attribute} must be set to a string object`)
        const old = self[field]
        self[field] = newRef(value)
        release(old)
      },
    )
  return [
    nameAttribute('__name__', 'name'),
    nameAttribute('__qualname__', 'qualname'),
    getset(`${prefix}_${awaited}`, 'What it waits for in `yield from` or `await`.', (vm, self) =>
      newRef(peekYieldFrom(self) ?? vm.None),
    ),
    getset(`${prefix}_running`, 'Whether it runs right now.', (vm, self) =>
      newBool(vm, self.state === 'executing'),
    ),
    getset(`${prefix}_frame`, 'Its frame; None once it has finished.', (vm, self) =>
      self.frame === null || self.state === 'finished' ? newRef(vm.None) : self.frame.getFrameObject(),
    ),
    getset(`${prefix}_suspended`, 'Whether it waits at a `yield`.', (vm, self) =>
      newBool(vm, self.state === 'suspended'),
    ),
    getset(`${prefix}_code`, 'Its code object.', (_vm, self) => newRef(self.code)),
  ]
}

const method = methodsOf<PyGenerator>()

/** send, throw, close. */
export const generatorMethods: readonly MethodSpec[] = [
  method(
    'send(self, object: object, /) -> object',
    'Goes on with a value as the result of the `yield` it waits at.',
    (vm, self, value) => sendToGenerator(vm, self, value),
  ),
  method(
    'throw(self, type: object, value: object = NULL, traceback: object = NULL, /) -> object',
    'Raises an exception at the `yield` it waits at.',
    (vm, self, type, value, traceback) => {
      warnOfThrow(vm, 'throw', value)
      return throwIntoGenerator(vm, self, type, value, traceback)
    },
  ),
  method(
    'close(self, /) -> object',
    'Raises GeneratorExit at the `yield` it waits at, to end it.',
    (vm, self) => closeGenerator(vm, self),
  ),
  method(
    '__sizeof__(self, /) -> ssize_t',
    'Bytes of the generator and its frame.',
    (_vm, self) => self.blockSize,
  ),
  classMethod('__class_getitem__(cls, object: object, /) -> object', 'A generic alias.', (vm, cls, item) =>
    newGenericAlias(vm, cls, item),
  ),
]

export const generatorSpec = defineType(PyGenerator, 'generator', null, {
  basicsize: 144,
  itemsize: 8,
  container: true,
  hasWeakrefs: true,
  noInstantiation: true,
  slots: {
    __repr__: (vm, self) => newStr(vm, `<generator object ${self.qualname.value} at ${addressText(self)}>`),
    __iter__: (_vm, self) => newRef(self),
    __next__: (vm, self) => nextOfGenerator(vm, self),
    __del__: (vm, self) => finalizeGenerator(vm, self),
  },
  methods: generatorMethods,
  getset: generatorAttributes('gi', 'yieldfrom'),
})
