/** The functions of `sys`: about objects, about what is running, and hooks. As `Python/sysmodule.c`. */
import { isImmortal, type PyObject } from '../../heap/object.ts'
import type { Own } from '../../heap/reference.ts'
import { lend, newRef } from '../../heap/reference.ts'
import { firstComplete, type HandledState } from '../../objects/activation.ts'
import { checkPositional } from '../../objects/declare/arguments.ts'
import { fn, rawFn } from '../../objects/declare/module.ts'
import type { KwNames } from '../../objects/declare/slots.ts'
import { packed } from '../../objects/declare/type.ts'
import { newDict, putItem } from '../../objects/dict.ts'
import { newExceptionWith, PyBaseException } from '../../objects/exceptions.ts'
import { newInt } from '../../objects/int.ts'
import { setAttrNamed } from '../../objects/protocols/attributes.ts'
import { callBoundSpecial } from '../../objects/protocols/calls.ts'
import { toDouble, toIndex, toInteger } from '../../objects/protocols/numbers.ts'
import { getRepr } from '../../objects/protocols/text.ts'
import { dropRaise, isRaise } from '../../objects/raise.ts'
import { newInterned, type PyStr } from '../../objects/str.ts'
import { immortalStrings } from '../../objects/tables/immortal-strings.ts'
import { formatException } from '../../objects/traceback-text.ts'
import { newTuple, PyTuple } from '../../objects/tuple.ts'
import { type PyType, typeName, typeOf } from '../../objects/type.ts'
import { toUnraisable, writeUnraisable } from '../../objects/unraisable.ts'
import type { Activation, VM } from '../../objects/vm.ts'
import type { Engine } from '../../vm/interpreter.ts'
import type { ThreadState } from '../../vm/thread-state.ts'
import { bindNamed, refuseKeywords } from '../arguments.ts'

/** What `sys.getrefcount` shows for immortal objects. */
const IMMORTAL_COUNT = 0xffff_ffff

/** Bytes before an object: the collector's links, and the places of a managed `__dict__` and weak references. */
function headerSize(type: PyType): number {
  let builtIn = type
  while (builtIn.isHeapType) builtIn = builtIn.base!
  const managed = (type.hasDict && !builtIn.hasDict) || (type.hasWeakrefs && !builtIn.hasWeakrefs)
  return (type.isContainer ? 16 : 0) + (managed ? 16 : 0)
}

function sizeOf(vm: VM, object: PyObject): bigint {
  const size = callBoundSpecial(vm, object, '__sizeof__', [])
  if (size === null) return vm.raise('TypeError', `Type ${typeName(object)} doesn't define __sizeof__`)
  const bytes = lend(size, (each) => BigInt(toInteger(vm, each)))
  if (bytes < 0n) return vm.raise('ValueError', '__sizeof__() should return >= 0')
  // The types themselves are static: no collector's links stand before them.
  const header = 'isHeapType' in object && !object.isHeapType ? 0 : headerSize(typeOf(object))
  return bytes + BigInt(header)
}

function getsizeof(vm: VM, args: readonly PyObject[], kwnames: KwNames): Own {
  const [object, fallback] = bindNamed(vm, 'getsizeof', args, kwnames, ['object', 'default'], 1)
  try {
    return newInt(vm, sizeOf(vm, object!))
  } catch (thrown) {
    if (fallback === undefined || !isRaise(thrown, vm.types.TypeError)) throw thrown
    dropRaise(thrown)
    return newRef(fallback)
  }
}

function intern(vm: VM, text: PyStr): Own {
  if (typeOf(text) !== vm.types.str) return vm.raise('TypeError', `can't intern ${typeName(text)}`)
  const existing = vm.interned.get(text.value)
  if (existing !== undefined) return newRef(existing)
  if (immortalStrings.has(text.value)) return newInterned(vm, text.value)
  text.interned = vm.interned
  vm.interned.set(text.value, text)
  return newRef(text)
}

function peekFrame(vm: VM, depth: number): Activation | null {
  let frame = vm.currentFrame
  for (let i = 0; i < depth && frame !== null; i++) frame = frame.back
  return frame
}

function frameAt(vm: VM, depth: number): Activation {
  return peekFrame(vm, depth) ?? vm.raise('ValueError', 'call stack is not deep enough')
}

function depthOf(vm: VM): number {
  let depth = 0
  for (let frame = vm.currentFrame; frame !== null; frame = frame.back) depth++
  return depth
}

function setRecursionLimit(vm: VM, limit: number): void {
  if (limit < 1) vm.raise('ValueError', 'recursion limit must be greater or equal than 1')
  const depth = depthOf(vm)
  if (depth >= limit) {
    vm.raise(
      'RecursionError',
      `cannot set the recursion limit to ${limit} at the recursion depth ${depth}: the limit is too low`,
    )
  }
  vm.recursionLimit = limit
}

function exit(vm: VM, args: readonly PyObject[], kwnames: KwNames): Own {
  refuseKeywords(vm, 'sys.exit', kwnames)
  checkPositional(vm, 'exit', args.length, 0, 1)
  const status = args[0] ?? vm.None
  const values =
    status === vm.None ? [] : status instanceof PyTuple ? status.items.map(newRef) : [newRef(status)]
  return vm.raiseException(newExceptionWith(vm, vm.types.SystemExit, values))
}

function excInfo(vm: VM): Own {
  const handled = vm.peekHandledException()
  if (!(handled instanceof PyBaseException))
    return newTuple(vm, [newRef(vm.None), newRef(vm.None), newRef(vm.None)])
  const traceback: PyObject = handled.traceback ?? vm.None
  return newTuple(vm, [newRef(typeOf(handled)), newRef(handled), newRef(traceback)])
}

/** What an expression statement does at a prompt: shows the value and keeps it as `_`. */
function displayHook(vm: VM, value: PyObject): void {
  if (value === vm.None) return
  setAttrNamed(vm, vm.builtins, '_', vm.None)
  lend(getRepr(vm, value), (text) => vm.write('stdout', text.value))
  vm.write('stdout', '\n')
  setAttrNamed(vm, vm.builtins, '_', value)
}

function excepthook(vm: VM, _type: PyObject, value: PyObject, traceback: PyObject): void {
  if (!(value instanceof PyBaseException)) {
    vm.write(
      'stderr',
      `TypeError: print_exception(): Exception expected for value, ${typeName(value)} found\n`,
    )
    return
  }
  if (value.traceback === null && traceback !== vm.None) setAttrNamed(vm, value, '__traceback__', traceback)
  vm.write('stderr', formatException(vm, value))
}

/** Something of each thread that has a frame, by its number, the latest thread first. */
function ofThreads(vm: VM, value: (thread: ThreadState, frame: Activation) => Own): Own {
  const engine = vm as Engine
  const found = newDict(vm)
  for (const thread of [...engine.scheduler.threads].reverse()) {
    const frame = firstComplete(engine.frameOf(thread))
    if (frame !== null) lend(newInt(vm, thread.ident), (key) => putItem(vm, found, key, value(thread, frame)))
  }
  return found
}

function handledBy(engine: Engine, thread: ThreadState): PyObject {
  let level: HandledState | null = thread === engine.thread ? engine.handled : thread.handled
  while (level !== null && level.exception === null) level = level.previous
  return level?.exception ?? engine.None
}

export const sysFunctions = [
  fn(
    'getrefcount(object, /) -> object',
    'The number of references to an object, that of this call among them.',
    (vm, object) => newInt(vm, isImmortal(object) ? IMMORTAL_COUNT : object.refcnt),
  ),
  packed(
    'all',
    rawFn(
      'getsizeof(object, default=None) -> object',
      'The size of an object in bytes, without what it refers to.',
      getsizeof,
    ),
  ),
  fn('intern(string: str_object, /) -> object', 'The one string of that value that is shared.', intern),
  fn(
    '_is_interned(string: str_object, /) -> bool',
    'Whether a string is the shared one of its value.',
    (vm, text) => vm.interned.get(text.value) === text || text === vm.emptyStr || vm.latin1.includes(text),
  ),
  fn('getrecursionlimit() -> ssize_t', 'How deep calls may nest.', (vm) => vm.recursionLimit),
  fn('setrecursionlimit(limit: ssize_t, /)', 'Sets how deep calls may nest.', setRecursionLimit),
  fn('getdefaultencoding() -> str', 'The encoding of text.', () => 'utf-8'),
  fn('getfilesystemencoding() -> str', 'The encoding of file names.', () => 'utf-8'),
  fn('getfilesystemencodeerrors() -> str', 'How errors in file names are handled.', () => 'surrogateescape'),
  fn('getallocatedblocks() -> ssize_t', 'How many blocks of memory are in use.', (vm) => vm.heap.blocks),
  fn(
    'getunicodeinternedsize(*, _only_immortal: bool = False) -> ssize_t',
    'How many strings are interned.',
    (vm) => vm.interned.size,
  ),
  fn('_clear_type_cache()', 'Nothing is to be cleared: does nothing.', () => {}),
  fn('_clear_internal_caches()', 'Nothing is to be cleared: does nothing.', () => {}),
  fn('_is_gil_enabled() -> bool', 'Whether one thread runs at a time: yes.', () => true),
  fn('is_finalizing() -> bool', 'Whether the interpreter is ending.', (vm) => (vm as Engine).isFinalizing),

  rawFn('exit(status=None, /) -> object', 'Ends the program by raising SystemExit.', exit),
  fn('exc_info() -> object', 'Type, value and traceback of the exception being handled.', excInfo),
  fn('exception() -> object', 'The exception being handled.', (vm) =>
    newRef(vm.peekHandledException() ?? vm.None),
  ),
  fn('displayhook(object, /)', 'Shows the value of an expression and keeps it as builtins._.', displayHook),
  fn('excepthook(exctype, value, traceback, /)', 'Shows an uncaught exception.', excepthook),
  fn('unraisablehook(unraisable, /)', 'Shows an exception that cannot be raised.', (vm, args) =>
    writeUnraisable(vm, toUnraisable(vm, args)),
  ),
  rawFn('breakpointhook(*args, **kws) -> object', 'There is no debugger here: raises RuntimeError.', (vm) =>
    vm.raise('RuntimeError', 'breakpoint(): there is no debugger in this simulator'),
  ),

  rawFn('_getframe(depth=0, /) -> object', 'A frame of the call stack.', (vm, args, kwnames) => {
    refuseKeywords(vm, '_getframe', kwnames)
    checkPositional(vm, '_getframe', args.length, 0, 1)
    return frameAt(vm, args.length === 0 ? 0 : toIndex(vm, args[0]!, 'OverflowError')).getFrameObject()
  }),
  fn(
    '_getframemodulename(depth: ssize_t = 0) -> object',
    'The module of a frame of the call stack.',
    (vm, depth) => newRef(peekFrame(vm, depth)?.globals.getStr('__name__') ?? vm.None),
  ),
  fn('_current_frames() -> object', 'The running frame of each thread.', (vm) =>
    ofThreads(vm, (_thread, frame) => frame.getFrameObject()),
  ),
  fn('_current_exceptions() -> object', 'The handled exception of each thread.', (vm) =>
    ofThreads(vm, (thread) => newRef(handledBy(vm as Engine, thread))),
  ),
  fn('audit(event: str, *args)', 'Reports an event to the hooks for it: there are none.', () => {}),
  fn('addaudithook(hook)', 'Adds a hook for events; none are reported here.', () => {}),

  fn(
    'getswitchinterval() -> float',
    'How long a thread runs before another does.',
    (vm) => (vm as Engine).switchInterval,
  ),
  fn('setswitchinterval(interval, /)', 'Sets how long a thread runs before another does.', (vm, interval) => {
    const seconds = toDouble(vm, interval)
    if (seconds <= 0) vm.raise('ValueError', 'switch interval must be strictly positive')
    ;(vm as Engine).switchInterval = seconds
  }),
  fn(
    'get_int_max_str_digits() -> ssize_t',
    'How many digits an int may have as text.',
    (vm) => vm.maxStrDigits,
  ),
  fn(
    'set_int_max_str_digits(maxdigits: ssize_t)',
    'Sets how many digits an int may have as text; 0 is no limit.',
    (vm, digits) => {
      if (digits !== 0 && digits < 640) vm.raise('ValueError', 'maxdigits must be 0 or larger than 640')
      vm.maxStrDigits = digits
    },
  ),
]
