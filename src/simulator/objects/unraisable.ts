/**
 * Exceptions that nobody can catch, as those of `__del__` and of callbacks: "Exception ignored in: …".
 *
 * They go to `sys.unraisablehook`; the default hook writes the object concerned, a plain traceback without
 * carets or causes, and the message. As `_PyErr_WriteUnraisableMsg` of `Python/errors.c` and
 * `PyTraceBack_Print` of `Python/traceback.c`.
 */
import type { PyObject } from '../heap/object.ts'
import type { Held, Own } from '../heap/reference.ts'
import { lend, newRef, release } from '../heap/reference.ts'
import { PyBuiltin } from './builtin-function.ts'
import { defineType, member } from './declare/type.ts'
import { newDict } from './dict.ts'
import { takeException } from './exceptions.ts'
import { newList } from './list.ts'
import { getAttrNamedMaybe } from './protocols/attributes.ts'
import { toRepr, toText } from './protocols/text.ts'
import { dropRaise, Raise } from './raise.ts'
import { newStr, PyStr } from './str.ts'
import { newTraceback, PyTraceback } from './traceback.ts'
import { stackOf, tracebackLimit } from './traceback-capture.ts'
import { collapse } from './traceback-text.ts'
import { newTuple, PyTuple } from './tuple.ts'
import { PyType, typeOf } from './type.ts'
import type { VM } from './vm.ts'

/** What a hook is told; None where there is nothing to tell. All borrowed. */
interface Unraisable {
  readonly type: PyObject
  readonly value: PyObject
  readonly traceback: PyObject
  readonly message: PyObject
  readonly object: PyObject
}

const fieldNames = ['exc_type', 'exc_value', 'exc_traceback', 'err_msg', 'object'] as const

/** The argument of `sys.unraisablehook`: a tuple whose items have names. */
export const unraisableHookArgsSpec = defineType(
  PyTuple,
  'UnraisableHookArgs',
  'What sys.unraisablehook is told.',
  {
    base: 'tuple',
    module: 'sys',
    noInstantiation: true,
    slots: {
      __repr__: (vm, self) =>
        newStr(
          vm,
          `UnraisableHookArgs(${fieldNames.map((name, i) => `${name}=${toRepr(vm, self.items[i]!)}`).join(', ')})`,
        ),
    },
    getset: fieldNames.map((name, i) =>
      member<PyTuple>(name, '', (_vm, self) => newRef(self.items[i] as PyObject)),
    ),
  },
)

/** Reads the argument that a program hands to the default hook. Raises TypeError. */
export function toUnraisable(vm: VM, args: PyObject): Unraisable {
  if (typeOf(args) !== vm.types.UnraisableHookArgs) {
    return vm.raise('TypeError', 'sys.unraisablehook argument type must be UnraisableHookArgs')
  }
  const [type, value, traceback, message, object] = (args as PyTuple).items as readonly PyObject[]
  return { type: type!, value: value!, traceback: traceback!, message: message!, object: object! }
}

/**
 * Reports what was thrown to `sys.unraisablehook` and ends it. `where` is the object concerned, or a sentence to
 * stand in its place.
 */
export function reportUnraisable(vm: VM, thrown: unknown, where: PyObject | string): void {
  if (!(thrown instanceof Raise)) throw thrown
  const exception = takeException(thrown)
  const message = typeof where === 'string' ? newStr(vm, where) : newRef(vm.None)
  const object = typeof where === 'string' ? newRef(vm.None) : newRef(where)
  try {
    if (exception.traceback === null && vm.currentFrame !== null) {
      exception.traceback = newTraceback(vm, null, vm.currentFrame.getFrameObject())
    }
    const report: Unraisable = {
      type: typeOf(exception),
      value: exception,
      traceback: exception.traceback ?? vm.None,
      message,
      object,
    }
    const hook = peekHook(vm)
    if (hook === null) writeUnraisable(vm, report)
    else callHook(vm, hook, report)
  } finally {
    release(object)
    release(message)
    release(exception)
  }
}

/** The hook that the program has set; null for the default one. */
function peekHook(vm: VM): PyObject | null {
  const hook = vm.sys.namespace.getStr('unraisablehook')
  if (hook === null || hook === vm.None || (hook instanceof PyBuiltin && hook.name === 'unraisablehook'))
    return null
  return hook
}

function callHook(vm: VM, hook: PyObject, report: Unraisable): void {
  const { type, value, traceback, message, object } = report
  const items: Held[] = [type, value, traceback, message, object].map(newRef)
  const args = new PyTuple(vm.types.UnraisableHookArgs, items) as Own<PyTuple>
  vm.heap.collector.track(args)
  const kept = newRef(hook)
  try {
    release(vm.call(kept, [args]))
  } catch (thrown) {
    if (!(thrown instanceof Raise)) throw thrown
    const failure = takeException(thrown)
    lend(newStr(vm, 'Exception ignored in sys.unraisablehook'), (text) =>
      writeUnraisable(vm, {
        type: typeOf(failure),
        value: failure,
        traceback: failure.traceback ?? vm.None,
        message: text,
        object: kept,
      }),
    )
    release(failure)
  } finally {
    release(kept)
    release(args)
  }
}

/** What the default hook does: writes the report to `sys.stderr`, piece by piece. */
export function writeUnraisable(vm: VM, { type, value, traceback, message, object }: Unraisable): void {
  const emit = (text: string): void => vm.write('stderr', text)
  if (object !== vm.None) {
    emit(message === vm.None ? 'Exception ignored in: ' : `${toText(vm, message)}: `)
    emit(`${attempt(() => toRepr(vm, object)) ?? '<object repr() failed>'}\n`)
  } else if (message !== vm.None) emit(`${toText(vm, message)}:\n`)
  if (traceback instanceof PyTraceback) {
    for (const part of plainTraceback(vm, traceback)) emit(part)
    openSource(vm)
  }
  if (!(type instanceof PyType)) return
  emit(plainTypeName(vm, type))
  if (value !== vm.None) emit(`: ${attempt(() => toText(vm, value)) ?? '<exception str() failed>'}`)
  emit('\n')
}

/** The file, its buffer, the stream, its decoder and what those hold. */
const OPENED = 6

/**
 * For the source lines CPython opens the file, which takes containers for a moment: its reserves are fuller then. The
 * text is decoded by Python code, so a collection that is due takes place there.
 */
function openSource(vm: VM): void {
  const tuple = (places: number): Own =>
    newTuple(
      vm,
      Array.from({ length: places }, () => newRef(vm.None)),
    )
  const made: Own[] = [newDict(vm), newList(vm, []), tuple(1), tuple(2), tuple(2), tuple(4)]
  vm.heap.collector.collectAmong(OPENED)
  made.forEach(release)
}

/** `body`'s text; null where it raises. */
function attempt(body: () => string): string | null {
  try {
    return body()
  } catch (thrown) {
    if (!(thrown instanceof Raise)) throw thrown
    dropRaise(thrown)
    return null
  }
}

function plainTypeName(vm: VM, type: PyType): string {
  const module = getAttrNamedMaybe(vm, type, '__module__')
  if (module === null) return `<unknown>.${type.qualname}`
  return lend(module, (name) => {
    if (!(name instanceof PyStr)) return `<unknown>.${type.qualname}`
    return name.value === 'builtins' || name.value === '__main__'
      ? type.qualname
      : `${name.value}.${type.qualname}`
  })
}

/** A traceback with source lines but without carets, as the machine itself prints it. */
function plainTraceback(vm: VM, traceback: PyTraceback): string[] {
  const limit = tracebackLimit(vm) ?? 1000
  if (limit <= 0) return []
  const entries = stackOf(vm, traceback, -limit)
  const parts = collapse(entries, ({ filename, lineno, name }) => {
    const line = lineno === null ? null : vm.sourceLine(filename, lineno)
    const source = line === null ? '' : `    ${line.replace(/^[ \t\f]+/, '')}\n`
    return `  File "${filename}", line ${lineno ?? -1}, in ${name}\n${source}`
  })
  return ['Traceback (most recent call last):\n', ...parts]
}
