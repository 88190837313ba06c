/**
 * What the built-in types may ask of the machine.
 *
 * Types call back into Python (a sort key, `__eq__`, `__del__`) only through this interface, which
 * `vm/interpreter.ts` implements. Every implementation takes it first, as CPython's take `tstate`.
 */
import type { Heap } from '../heap/heap.ts'
import type { PyObject, Visit } from '../heap/object.ts'
import type { Held, Own } from '../heap/reference.ts'
import type { Frame } from './activation.ts'
import type { PyBytes } from './bytes.ts'
import type { PyCode } from './code.ts'
import type { KwNames } from './declare/slots.ts'
import type { TypeSpec } from './declare/type.ts'
import type { PyDict } from './dict.ts'
import type { PyFrame } from './frame.ts'
import type { PyGenerator } from './generator.ts'
import type { Host } from './host.ts'
import type { PyInt } from './int.ts'
import type { PyList } from './list.ts'
import type { PyModule } from './module.ts'
import type { ExceptionName, TypeName } from './names.ts'
import type { PyStr } from './str.ts'
import type { SourceNode } from './text/carets.ts'
import type { PyTuple } from './tuple.ts'
import type { PyType } from './type.ts'

/** The type objects of one interpreter, by their names in `names.ts`. */
export type Types = { readonly [K in TypeName]: PyType }

/** The running frame, as far as built-ins look at it (`super()`, `locals()`, `sys._getframe`). */
export interface Activation {
  readonly code: PyCode
  readonly globals: PyDict
  readonly builtins: PyDict
  /** Fast locals, cells and free variables, then the stack; borrowed. */
  readonly localsplus: (Held | null)[]
  /** Number of locals, cells and free variables. */
  readonly nlocalsplus: number
  readonly back: Activation | null
  /** The current line. */
  readonly lineno: number
  /** The frame object, made at first use. */
  getFrameObject(): Own<PyFrame>
}

export interface VM {
  readonly heap: Heap
  readonly host: Host
  readonly types: Types

  // Immortal singletons; borrowed.
  readonly None: PyObject
  readonly True: PyInt
  readonly False: PyInt
  readonly NotImplemented: PyObject
  readonly Ellipsis: PyObject
  readonly emptyTuple: PyTuple
  /** Ints from -5 to 256, at `value + 5`. */
  readonly smallInts: readonly PyInt[]
  /** Strings of one character up to U+00FF, by code; and the empty string. */
  readonly latin1: readonly PyStr[]
  readonly emptyStr: PyStr
  /** Bytes objects of one byte, by value; and the empty one. */
  readonly singleBytes: readonly PyBytes[]
  readonly emptyBytes: PyBytes
  /** Interned strings, by value: uncounted, a dying string takes itself out. */
  readonly interned: Map<string, PyStr>

  /** `sys.modules`. */
  readonly modules: PyDict
  readonly builtins: PyModule
  /** The module `sys`, also when `sys.modules` no longer has it. */
  readonly sys: PyModule

  /** Calls anything callable; the last `kwnames.length` of `args` are keyword values (`PyObject_Vectorcall`). */
  call(callable: PyObject, args: readonly PyObject[], kwnames?: KwNames): Own
  /** Calls a Python function's code with arguments as `call` has them: the `__call__` slot of functions. */
  callFunction(func: PyObject, args: readonly PyObject[], kwnames: KwNames): Own
  /** Runs code as `exec` does; null as `locals` means a module's: the globals. */
  runCode(code: PyCode, globals: PyDict, locals: PyObject | null): Own
  /** Compiles source text to a code object. Raises SyntaxError. */
  compile(
    source: string,
    filename: string,
    mode: 'exec' | 'eval' | 'single',
    flags: number,
    optimize: number,
  ): Own<PyCode>
  /** Resumes a generator or coroutine with a value; the yielded value, or null when it returned (its value is then in `returned`). */
  sendGenerator(generator: PyGenerator, value: PyObject): GeneratorResult
  /** Resumes it by raising `exception` (stolen) where it waits. */
  throwGenerator(generator: PyGenerator, exception: Own): GeneratorResult
  /** Puts the frame of a generator that hands something on into the chain of frames; call the result to undo it. */
  linkFrame(frame: Frame): () => void

  /** `frame.f_lineno = value`: a traced frame goes on elsewhere. */
  setLine(frame: PyFrame, value: PyObject): void

  /** Raises a built-in exception with a message; its `__context__` is the exception being handled. */
  raise(type: ExceptionName, message: string): never
  /** Raises an exception object made elsewhere (`PyErr_SetObject` with an instance). */
  raiseException(exception: Own): never
  /** The exception being handled, as `sys.exception()`; borrowed. */
  peekHandledException(): PyObject | null
  /** Reports an exception that cannot be raised (`sys.unraisablehook`): "Exception ignored in: …". Ends it. */
  unraisable(thrown: unknown, where: PyObject | string): void

  /** The innermost running Python frame. */
  readonly currentFrame: Activation | null
  /** Guards a recursion through TypeScript (repr, comparison, `__getattr__` …): RecursionError when too deep. */
  enterRecursion(where: string): void
  leaveRecursion(): void
  /** `gc.callbacks` or `gc.garbage`, borrowed: the machine's own, whatever the module's names are bound to. */
  collectorList(name: 'callbacks' | 'garbage'): PyList
  /** Runs `__repr__` of a container once at a time: null when `object` is being shown already. */
  reprGuard<T>(object: PyObject, body: () => T): T | null

  /** The tuple in which the latest call hands over its positional arguments, and the array it stands for; borrowed. */
  argumentTuple: PyTuple | null
  argumentsPacked: readonly PyObject[] | null
  /** The dict of its keyword arguments, and the names it stands for; borrowed. */
  argumentDict: PyDict | null
  keywordsPacked: readonly PyStr[] | null

  /** `sys.getrecursionlimit()`. */
  recursionLimit: number
  /** `sys.get_int_max_str_digits()`. */
  maxStrDigits: number

  /** What `atexit` has to call, first registered first; unregistered ones leave an empty place. */
  readonly exitCallbacks: (ExitCallback | null)[]

  /** `import name`: the module named by the whole dotted path. */
  importModule(name: string): Own
  /** `__import__(name, globals, locals, fromlist, level)`: the first package of the path, or with `fromlist` the last. */
  importName(name: string, globals: PyObject | null, fromlist: PyObject | null, level: number): Own
  /** The type object of a type that belongs to a module; made when it is first asked for. */
  typeFor(spec: TypeSpec, base?: PyType): PyType
  /** What a module keeps for this interpreter beside heap objects; made when it is first asked for. */
  moduleState<T>(key: ModuleState<T>): T
  /** The same for the running thread: what holds references is dropped when it ends. */
  threadState<T>(key: ModuleState<T>): T
  /** Where a module without a file of the program comes from, as its repr says. */
  moduleOrigin(module: PyModule): { readonly name: string; readonly origin: 'built-in' | 'frozen' } | null
  /** Writes to `sys.stdout` or `sys.stderr` as they are now (a program may have replaced them). */
  write(stream: 'stdout' | 'stderr', text: string): void
  /**
   * Writes the prompt to stdout and gives one line of input with its newline, '' at the end of input. While none
   * has arrived the run pauses and the call is made again later: nothing may have happened before this is called.
   */
  readLine(prompt: string): string
  /** The thread sleeps; the call is made again when the time has come, with the same demand as `readLine`. */
  sleep(nanoseconds: bigint): void
  /** Gives a warning for the place of the innermost frame, about `source`. Raises where the filters make it an exception. */
  warn(category: ExceptionName, message: string, source?: PyObject): void
  /** A line of a file that was compiled, without its newline; null where it is not known. */
  sourceLine(filename: string, lineno: number): string | null
  /**
   * The statements of a source text as the parser's nodes (`ast.ts`), null where it is not valid: for the carets of
   * tracebacks.
   */
  parseStatements(source: string): readonly SourceNode[] | null
}

/** Names and makes the state of a module; what holds references is a `RootedState`. */
export interface ModuleState<T> {
  readonly make: () => T
}

/** State that holds references: it shows them to the audit, and lets them go with the interpreter. */
export interface RootedState {
  visitRoots(visit: Visit): void
  dropRoots(): void
}

/** A call to be made when the program ends. */
export interface ExitCallback {
  readonly func: Held
  readonly args: Held<PyTuple>
  readonly keywords: Held<PyDict> | null
}

/** What a resumed generator did. */
export type GeneratorResult =
  | { readonly done: false; readonly value: Own }
  | { readonly done: true; readonly value: Own }
