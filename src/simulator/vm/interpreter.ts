/**
 * `Engine`: the machine itself, one interpreter. It holds the heap, the types, the chain of frames and
 * `sys.modules`, and is what the object layer knows as `vm`. Instructions are in `instructions/`, the loop in
 * `backends/loop.ts`; importing, reports of errors and the end of a program have files of their own. How a host
 * runs programs on it is in `session.ts`. As `PyInterpreterState` and `Python/ceval.c`.
 */

import type { HeapOptions } from '../heap/heap.ts'
import { Heap } from '../heap/heap.ts'
import { GC_TRACKED, type PyObject, type Visit } from '../heap/object.ts'
import type { Held, Own } from '../heap/reference.ts'
import { newRef, release } from '../heap/reference.ts'
import { type Completion, type Frame, firstComplete, type HandledState } from '../objects/activation.ts'
import type { PyBytes } from '../objects/bytes.ts'
import { newCode, type PyCode } from '../objects/code.ts'
import type { KwNames } from '../objects/declare/slots.ts'
import type { TypeSpec } from '../objects/declare/type.ts'
import { newDict, type PyDict } from '../objects/dict.ts'
import {
  newException,
  newExceptionWith,
  newMemoryError,
  newSyntaxError,
  PyBaseException,
  setContext,
} from '../objects/exceptions.ts'
import type { PyFrame } from '../objects/frame.ts'
import { newPyFunction, type PyFunction } from '../objects/function.ts'
import type { PyGenerator } from '../objects/generator.ts'
import type { Host } from '../objects/host.ts'
import type { PyInt } from '../objects/int.ts'
import type { PyList } from '../objects/list.ts'
import type { PyMethod } from '../objects/method.ts'
import type { PyModule } from '../objects/module.ts'
import type { ExceptionName } from '../objects/names.ts'
import { callMethod } from '../objects/protocols/calls.ts'
import { Raise } from '../objects/raise.ts'
import { newStr, type PyStr } from '../objects/str.ts'
import { DEFAULT_MAX_STR_DIGITS } from '../objects/text/int-text.ts'
import type { PyTuple } from '../objects/tuple.ts'
import type { PyType } from '../objects/type.ts'
import { reportUnraisable } from '../objects/unraisable.ts'
import type { ExitCallback, GeneratorResult, ModuleState, Types } from '../objects/vm.ts'
import { runLoop } from './backends/choose.ts'
import { bootImmortals, bootTypes } from './boot.ts'
import { newCodeFrame, newFrame } from './frame.ts'
import { setLine } from './frame-jump.ts'
import { sendGenerator, throwGenerator } from './generator-entry.ts'
import { heapHooks } from './hooks.ts'
import { newImportMeter } from './import-sizes.ts'
import { importName, importPath } from './imports.ts'
import { callNonFunction } from './instructions/calls.ts'
import { type Machine, PAUSED, RECHOOSE } from './machine.ts'
import { makeBuiltinModule, typeFor } from './modules.ts'
import { hasStack, NATIVE_LIMIT, PROBE_EVERY, PROBE_FROM } from './recursion.ts'
import { showWarning } from './report.ts'
import { Roots } from './roots.ts'
import { Scheduler } from './scheduler.ts'
import { nameOfThread } from './thread-names.ts'
import type { ThreadState } from './thread-state.ts'
import type { CompileMode, SourceNode, Toolchain } from './toolchain.ts'
import { isListening, type Tracer } from './tracing.ts'
import type { Watcher } from './watcher.ts'

/** What `inspect/watch.ts` asks of a program; said here because inspection stands beside the machine, not below it. */
interface Subject {
  readonly machine: Engine
  main: PyDict | null
  isAsking: boolean
  eachRoot(visit: Visit): void
}

export interface EngineOptions {
  readonly debug?: boolean
  readonly argv?: readonly string[]
  /** Bytes and number of live objects at which a MemoryError arises; depth of what recurses in the host's own stack. */
  readonly limits?: { readonly heapBytes?: number; readonly heapObjects?: number; readonly nesting?: number }
}

export class Engine implements Machine {
  readonly heap: Heap
  readonly host: Host
  readonly types: Types = {} as Types
  readonly toolchain: Toolchain
  readonly argv: readonly string[]

  readonly None: PyObject
  readonly True: PyInt
  readonly False: PyInt
  readonly NotImplemented: PyObject
  readonly Ellipsis: PyObject
  readonly emptyTuple: PyTuple
  readonly smallInts: readonly PyInt[]
  readonly latin1: readonly PyStr[]
  readonly emptyStr: PyStr
  readonly singleBytes: readonly PyBytes[]
  readonly emptyBytes: PyBytes
  readonly interned = new Map<string, PyStr>()

  readonly modules: Own<PyDict>
  builtins!: Own<PyModule>
  sys!: Own<PyModule>
  /** Modules whose code is running, by `import`. */
  readonly initializing = new Set<PyModule>()
  /** Modules without a file of the program, and the names under which they were found. */
  readonly moduleOrigins = new WeakMap<PyModule, { name: string; origin: 'built-in' | 'frozen' }>()
  /** Types that modules brought, by specification; immortal. */
  readonly moduleTypes = new Map<TypeSpec, PyType>()
  defaultImport: Own | null = null
  /** The expression being shown is a cell's last one: nothing keeps its value. */
  inCell = false
  /** Source lines by file name, for tracebacks. */
  readonly sources = new Map<string, readonly string[]>()

  frame: Frame | null = null
  handled: HandledState
  signal = 0
  returned: Own | null = null
  fuel = Number.POSITIVE_INFINITY
  interrupted = false
  suspendable = false
  watcher: Watcher | null = null
  /** The namespace of `__main__`, while the program runs; borrowed. */
  main: PyDict | null = null
  /** What those hold that run programs on the machine. */
  hostRoots: (visit: Visit) => void = () => {}
  #subject: Subject | null = null
  tracer: Tracer
  nesting = 0
  /** What is made just now belongs to the machine, and is none of the program's objects. */
  isHousekeeping = false
  readonly scheduler: Scheduler

  argumentTuple: PyTuple | null = null
  argumentsPacked: readonly PyObject[] | null = null
  argumentDict: PyDict | null = null
  keywordsPacked: readonly PyStr[] | null = null
  readonly importMeter = newImportMeter()
  recursionLimit = 1000
  maxStrDigits = DEFAULT_MAX_STR_DIGITS
  /** `sys.getswitchinterval()`. */
  switchInterval = 0.005
  isFinalizing = false
  /** What CPython leaves to the process's end goes in silence. */
  isTornDown = false
  readonly exitCallbacks: (ExitCallback | null)[] = []
  #depth = 0
  #nativeDepth = 0
  #recovering = false
  recursionWhere = ''
  readonly #nestingLimit: number
  readonly roots = new Roots(this)

  /** Nanoseconds by which sleeping in nested calls has put the clock forward. */
  clockOffset = 0n
  #promptShown = false

  constructor(host: Host, toolchain: Toolchain, options: EngineOptions = {}) {
    this.host = this.#clocked(host)
    this.toolchain = toolchain
    this.argv = options.argv ?? ['']
    const { limits = {} } = options
    this.#nestingLimit = limits.nesting ?? NATIVE_LIMIT
    const heapOptions: { -readonly [K in keyof HeapOptions]: HeapOptions[K] } = {
      debug: options.debug ?? false,
    }
    if (limits.heapBytes !== undefined) heapOptions.limit = limits.heapBytes
    if (limits.heapObjects !== undefined) heapOptions.objectLimit = limits.heapObjects
    this.heap = new Heap(heapHooks(this), heapOptions)
    this.scheduler = new Scheduler(this)
    this.handled = this.thread.handled
    this.tracer = this.thread.tracer
    bootTypes(this)
    const immortals = bootImmortals(this.types)
    this.None = immortals.None
    this.True = immortals.True
    this.False = immortals.False
    this.NotImplemented = immortals.NotImplemented
    this.Ellipsis = immortals.Ellipsis
    this.emptyTuple = immortals.emptyTuple
    this.smallInts = immortals.smallInts
    this.latin1 = immortals.latin1
    this.emptyStr = immortals.emptyStr
    this.singleBytes = immortals.singleBytes
    this.emptyBytes = immortals.emptyBytes
    this.modules = newDict(this)
    this.roots.makeCollectorLists()
    this.sys = makeBuiltinModule(this, 'sys')
    this.builtins = makeBuiltinModule(this, 'builtins')
    this.roots.makeCopies()
    const imported = this.builtins.namespace.getStr('__import__')
    this.defaultImport = imported === null ? null : newRef(imported)
  }

  /** The host, with a clock that nested sleeps put forward. */
  #clocked(host: Host): Host {
    const clocked: Host = {
      write: (stream, text) => host.write(stream, text),
      readLine: () => host.readLine(),
      now: () => host.now() + Number(this.clockOffset) / 1e9,
      monotonic: () => host.monotonic() + this.clockOffset,
      entropy: () => host.entropy(),
    }
    const { findModule } = host
    if (findModule !== undefined) clocked.findModule = (name) => findModule.call(host, name)
    return clocked
  }

  // Calls

  call(callable: PyObject, args: readonly PyObject[], kwnames: KwNames = null): Own {
    if (callable.type === (this.types.function as unknown)) return this.callFunction(callable, args, kwnames)
    if (callable.type === (this.types.method as unknown)) {
      const { func, self } = callable as PyMethod
      if (func.type === (this.types.function as unknown))
        return this.callFunction(func, [self!, ...args], kwnames)
    }
    this.suspendable = false
    return callNonFunction(this, callable, args, kwnames)
  }

  callFunction(func: PyObject, args: readonly PyObject[], kwnames: KwNames): Own {
    const frame = newFrame(this, newRef(func as PyFunction), args.map(newRef), kwnames)
    return this.runEntry(frame)
  }

  runCode(code: PyCode, globals: PyDict, locals: PyObject | null): Own {
    const func = newPyFunction(this, code, globals)
    return this.runEntry(newCodeFrame(this, func, newRef(locals ?? globals)))
  }

  runBody(func: PyFunction, namespace: PyObject): Own {
    const frame = newCodeFrame(this, newRef(func), newRef(namespace))
    return this.runEntry(frame)
  }

  /** Runs a frame in a loop of its own until it ends; `raised` arises where it stands. */
  runEntry(frame: Frame, raised: Raise | null = null): Own {
    const outer = this.frame
    frame.isEntry = true
    try {
      this.enterRecursion('')
    } catch (thrown) {
      frame.previous = outer
      this.#depth++
      this.#abandon(frame)
      throw thrown
    }
    this.#nativeDepth++
    try {
      this.enterFrame(frame)
      return this.#loop(raised)
    } catch (thrown) {
      // Where the stack of JavaScript has ended nobody has left these frames.
      while (this.frame !== outer) this.#abandon(this.frame!)
      throw thrown
    } finally {
      this.#nativeDepth -= 2
    }
  }

  #abandon(frame: Frame): void {
    const { completion } = frame
    this.leaveFrame(frame)
    completion?.abort()
  }

  /** Runs a loop within another one, from the innermost frame until that ends. */
  #loop(raised: Raise | null): Own {
    const { signal, returned } = this
    const listening = isListening(this)
    this.signal = 0
    this.nesting++
    try {
      // Only the outermost loop pauses.
      runLoop(this, raised)
      return this.returned!
    } finally {
      this.nesting--
      // Who set a trace function in there has set it for the loops outside too.
      this.signal = isListening(this) === listening ? signal : signal | RECHOOSE
      this.returned = returned
    }
  }

  enterFunction(
    func: Own<PyFunction>,
    args: Own[],
    kwnames: readonly PyObject[] | null,
    completion: Completion | null = null,
  ): Frame {
    let frame: Frame
    try {
      frame = newFrame(this, func, args, kwnames)
    } catch (thrown) {
      completion?.abort()
      throw thrown
    }
    frame.completion = completion
    this.enterFrame(frame)
    this.signal |= 1
    return frame
  }

  enterFrame(frame: Frame): void {
    frame.previous = this.frame
    this.frame = frame
    this.#depth += frame.completion === null ? 1 : 1 + frame.completion.depth
    if (this.#depth > this.recursionLimit && !this.#recovering) this.#tooDeep(frame)
  }

  #tooDeep(frame: Frame): never {
    this.#abandon(frame)
    return this.#recursionError('')
  }

  #recursionError(where: string): never {
    // While the error is made, a little more is allowed.
    this.#recovering = true
    try {
      return this.raise('RecursionError', `maximum recursion depth exceeded${where}`)
    } finally {
      this.#recovering = false
    }
  }

  leaveFrame(frame: Frame): void {
    if (frame.completion !== null) {
      this.#depth -= frame.completion.depth
      // A traceback may keep the frame: what was to be done with its result is the caller's affair.
      frame.completion = null
    }
    this.#depth--
    this.frame = frame.previous
    if (frame.owner === 'call') {
      frame.clearExceptCode()
      release(frame.code)
      return
    }
    const { generator } = frame
    if (generator === null || generator.state !== 'executing') {
      // It waits, or has just been made: it keeps its frame.
      frame.previous = null
      return
    }
    this.handled = generator.handled.previous!
    generator.handled.previous = null
    generator.endFrame()
  }

  linkFrame(frame: Frame): () => void {
    const previous = this.frame
    frame.previous = previous
    this.frame = frame
    return () => {
      frame.previous = null
      this.frame = previous
    }
  }

  // Generators

  sendGenerator(generator: PyGenerator, value: PyObject): GeneratorResult {
    return sendGenerator(this, generator, value)
  }

  throwGenerator(generator: PyGenerator, exception: Own): GeneratorResult {
    return throwGenerator(this, generator, exception)
  }

  setLine(frame: PyFrame, value: PyObject): void {
    setLine(this, frame, value)
  }

  // Exceptions

  raise(type: ExceptionName, message: string): never {
    return this.raiseException(newException(this, type, message))
  }

  raiseException(exception: Own): never {
    const handled = this.peekHandledException()
    if (handled !== null && exception instanceof PyBaseException)
      setContext(exception, handled as PyBaseException)
    throw new Raise(exception)
  }

  /** The limit of memory is reached. */
  raiseMemoryError(): never {
    throw new Raise(newMemoryError(this))
  }

  peekHandledException(): PyObject | null {
    for (let level: HandledState | null = this.handled; level !== null; level = level.previous) {
      if (level.exception !== null) return level.exception
    }
    return null
  }

  unraisable(thrown: unknown, where: PyObject | string): void {
    reportUnraisable(this, thrown, where)
  }

  warn(category: ExceptionName, message: string, source?: PyObject): void {
    // At exit `warnings`, which would tell where the source was made, is no longer imported.
    showWarning(this, category, message, null, this.isFinalizing ? undefined : source)
  }

  // Recursion

  get currentFrame(): Frame | null {
    return firstComplete(this.frame)
  }

  enterRecursion(where: string): void {
    this.recursionWhere = where
    const depth = ++this.#nativeDepth
    if (depth <= PROBE_FROM || this.#recovering) return
    if (depth > this.#nestingLimit || (depth % PROBE_EVERY < 2 && !hasStack())) {
      this.#nativeDepth--
      this.#recursionError(where)
    }
  }

  leaveRecursion(): void {
    this.#nativeDepth--
  }

  reprGuard<T>(object: PyObject, body: () => T): T | null {
    const { shown } = this.thread
    if (shown.has(object)) return null
    shown.add(object)
    this.isHousekeeping = true
    const { items } = this.thread.shownList(this)
    this.isHousekeeping = false
    items.push(newRef(object))
    try {
      return body()
    } finally {
      shown.delete(object)
      release(items.splice(items.lastIndexOf(object as Held), 1)[0]!)
    }
  }

  collectorList(name: 'callbacks' | 'garbage'): PyList {
    return this.roots.collectorList(name)
  }

  get shownList(): PyObject | null {
    return this.thread.peekShownList()
  }

  // Safe points and waiting

  checkBreaker(): void {
    const { base, main } = this.scheduler
    const mayPause = this.nesting === base
    if (this.interrupted) {
      if (this.thread === main) {
        this.interrupted = false
        this.#promptShown = false
        this.raiseException(newExceptionWith(this, this.types.KeyboardInterrupt, []))
      }
      // The main thread is the one to hear of it.
      if (mayPause) this.signal |= PAUSED
    }
    if (this.heap.collector.due) this.heap.collector.collectDue()
    if (this.fuel < 0 && mayPause) this.signal |= PAUSED
  }

  readLine(prompt: string): string {
    const { scheduler, suspendable } = this
    if (!this.#promptShown && prompt !== '') this.write('stdout', prompt)
    this.suspendable = suspendable
    const { mayPark } = scheduler
    this.#promptShown = mayPark
    const line = scheduler.waitFor({ what: 'input()', isForInput: true }, () => {
      const given = this.host.readLine()
      if (given !== null || mayPark) return given
      return this.raise(
        'RuntimeError',
        'input() has to wait, which it can only do when the program itself calls it',
      )
    })
    this.#promptShown = false
    return line!
  }

  sleep(nanoseconds: bigint): void {
    this.scheduler.waitFor({ what: 'time.sleep()', timeout: Number(nanoseconds) }, () => null)
  }

  // Threads

  get thread(): ThreadState {
    return this.scheduler.current
  }

  threadState<T>(key: ModuleState<T>): T {
    return this.thread.stateOf(key)
  }

  /** Puts away what belongs to the running thread, and takes up what belongs to another. */
  exchange(left: ThreadState, entered: ThreadState): void {
    left.frame = this.frame
    left.handled = this.handled
    left.depth = this.#depth
    this.frame = entered.frame
    this.handled = entered.handled
    this.#depth = entered.depth
    this.tracer = entered.tracer
  }

  /** The innermost frame of a thread. */
  frameOf(thread: ThreadState): Frame | null {
    return thread === this.thread ? this.frame : thread.frame
  }

  pauseSoon(): void {
    this.scheduler.pauseSoon()
  }

  get parkedThreads(): { readonly name: string | null; readonly frame: Frame }[] {
    const { threads, current, main } = this.scheduler
    const parked: { name: string | null; frame: Frame }[] = []
    for (const thread of threads) {
      const { frame } = thread
      if (thread === current || frame === null) continue
      parked.push({ name: thread === main ? null : nameOfThread(this, thread), frame })
    }
    return parked
  }

  get threadName(): string | null {
    return this.thread === this.scheduler.main ? null : nameOfThread(this, this.thread)
  }

  /** The running thread's frames end where they stand. */
  abandonFrames(): void {
    while (this.frame !== null) this.#abandon(this.frame)
  }

  // Modules and code

  importModule(name: string): Own {
    return importPath(this, name)
  }

  importName(name: string, globals: PyObject | null, fromlist: PyObject | null, level: number): Own {
    return importName(this, name, globals, fromlist, level)
  }

  moduleState<T>(key: ModuleState<T>): T {
    return this.roots.moduleStates.of(key)
  }

  typeFor(spec: TypeSpec, base?: PyType): PyType {
    return typeFor(this, spec, base)
  }

  moduleOrigin(module: PyModule): { name: string; origin: 'built-in' | 'frozen' } | null {
    return this.moduleOrigins.get(module) ?? null
  }

  compile(source: string, filename: string, mode: CompileMode, flags: number, optimize: number): Own<PyCode> {
    const { code, error, warnings } = this.toolchain.compile(source, filename, mode, flags, optimize)
    for (const { msg, lineno } of warnings) showWarning(this, 'SyntaxWarning', msg, { filename, lineno })
    if (error !== null) return this.raiseException(newSyntaxError(this, error))
    return newCode(this, code)
  }

  parseStatements(source: string): readonly SourceNode[] | null {
    return this.toolchain.parseStatements(source)
  }

  sourceLine(filename: string, lineno: number): string | null {
    return this.sources.get(filename)?.[lineno - 1] ?? null
  }

  write(stream: 'stdout' | 'stderr', text: string): void {
    const file = this.sys.namespace.getStr(stream)
    if (file === null || file === this.None) return
    const written = newStr(this, text)
    try {
      release(callMethod(this, file, 'write', [written]))
    } finally {
      release(written)
    }
  }

  // The host's side

  /** Begins code in a namespace, to be run by the scheduler. */
  beginCode(code: PyCode, globals: PyDict): void {
    const frame = newCodeFrame(this, newPyFunction(this, code, globals), newRef(globals))
    frame.isEntry = true
    this.enterFrame(frame)
  }

  /** Begins a call of a Python function without arguments, to be run by the scheduler. */
  beginCall(func: PyFunction): void {
    const frame = newFrame(this, newRef(func), [], null)
    frame.isEntry = true
    this.enterFrame(frame)
  }

  /** The program as inspection sees it. */
  get subject(): Subject {
    this.#subject ??= {
      machine: this,
      main: this.main,
      isAsking: false,
      eachRoot: (visit) => this.roots.eachOwn(visit),
    }
    return this.#subject
  }

  /** Whether the collector watches an object; for the tests. */
  isTracked(object: PyObject): boolean {
    return (object.gcState & GC_TRACKED) !== 0
  }
}
