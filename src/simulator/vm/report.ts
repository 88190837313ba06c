/**
 * Reports on stderr: uncaught exceptions through `sys.excepthook`, and warnings. As `Python/pythonrun.c`. What
 * nobody can catch is reported in `objects/unraisable.ts`.
 */
import type { PyObject } from '../heap/object.ts'
import type { Own } from '../heap/reference.ts'
import { lend, newRef, release } from '../heap/reference.ts'
import { PyBuiltin } from '../objects/builtin-function.ts'
import type { PyBaseException, PySystemExit } from '../objects/exceptions.ts'
import { PyInt } from '../objects/int.ts'
import { PyModule } from '../objects/module.ts'
import type { ExceptionName } from '../objects/names.ts'
import { callMethod } from '../objects/protocols/calls.ts'
import { toText } from '../objects/protocols/text.ts'
import { dropRaise, Raise } from '../objects/raise.ts'
import { newStr } from '../objects/str.ts'
import { describeException, formatException } from '../objects/traceback-text.ts'
import { isInstance, type PyType, typeOf } from '../objects/type.ts'
import { formatWarning } from '../objects/warning-text.ts'
import type { Engine } from './interpreter.ts'

/** What `sys` has under a name, borrowed. */
export function peekSys(engine: Engine, name: string): PyObject | null {
  return engine.sys.namespace.getStr(name)
}

/** Writes to `sys.stderr`; what fails there is passed over. */
export function writeError(engine: Engine, text: string): void {
  try {
    engine.write('stderr', text)
  } catch (thrown) {
    if (!(thrown instanceof Raise)) throw thrown
    dropRaise(thrown)
  }
}

/** The exit code that SystemExit asks for; a message goes to stderr. */
export function exitCodeOf(engine: Engine, exception: PyBaseException): number {
  const code = (exception as unknown as PySystemExit).code ?? engine.None
  if (code === engine.None) return 0
  if (code instanceof PyInt) return Number(BigInt.asUintN(8, BigInt(code.value)))
  let text: string
  try {
    text = toText(engine, code)
  } catch (thrown) {
    if (!(thrown instanceof Raise)) throw thrown
    dropRaise(thrown)
    text = ''
  }
  writeError(engine, `${text}\n`)
  return 1
}

/** What became of an uncaught exception; the message is '' where a hook of the program's has shown it. */
export interface Reported {
  readonly exitCode: number
  readonly message: string
}

/**
 * An uncaught exception (stolen): kept as `sys.last_exc` and shown through `sys.excepthook` (`PyErr_Print`).
 * Memory may have run out: the limit does not count meanwhile.
 */
export function reportUncaught(engine: Engine, exception: Own<PyBaseException>): Reported {
  return engine.heap.unlimited(() => report(engine, exception))
}

function report(engine: Engine, exception: Own<PyBaseException>): Reported {
  if (isInstance(exception, engine.types.SystemExit)) {
    return { exitCode: lend(exception, each => exitCodeOf(engine, each)), message: '' }
  }
  const { namespace } = engine.sys
  const traceback: PyObject = exception.traceback ?? engine.None
  namespace.putStr(engine, 'last_exc', newRef(exception))
  namespace.putStr(engine, 'last_type', newRef(typeOf(exception)))
  namespace.putStr(engine, 'last_value', newRef(exception))
  namespace.putStr(engine, 'last_traceback', newRef(traceback))
  const exitCode = isInstance(exception, engine.types.KeyboardInterrupt) ? 130 : 1
  try {
    const hook = peekSys(engine, 'excepthook')
    const isMissing = hook === null || hook === engine.None
    if (!isMissing && !(hook instanceof PyBuiltin)) {
      return { exitCode: callExceptHook(engine, newRef(hook), exception, traceback) ?? exitCode, message: '' }
    }
    if (isMissing) writeError(engine, 'sys.excepthook is missing\n')
    const { text, message } = describeException(engine, exception)
    writeError(engine, text)
    return { exitCode, message }
  } finally {
    release(exception)
  }
}

/** Calls a replaced hook; the exit code if it raised SystemExit. */
function callExceptHook(engine: Engine, hook: Own, exception: PyBaseException, traceback: PyObject): number | null {
  try {
    release(engine.call(hook, [typeOf(exception), exception, traceback]))
  } catch (thrown) {
    if (!(thrown instanceof Raise)) throw thrown
    const failure = thrown.exception as unknown as Own<PyBaseException>
    if (isInstance(failure, engine.types.SystemExit)) return lend(failure, each => exitCodeOf(engine, each))
    writeError(engine, 'Error in sys.excepthook:\n')
    writeError(engine, formatException(engine, failure))
    writeError(engine, '\nOriginal exception was:\n')
    writeError(engine, formatException(engine, exception))
    release(failure)
  } finally {
    release(hook)
  }
  return null
}

/** Shows a warning at a place, by default that of the innermost frame, through the `warnings` module if imported. */
export function showWarning(
  engine: Engine, category: ExceptionName, message: string, place?: { filename: string; lineno: number },
): void {
  const frame = engine.currentFrame
  const filename = place?.filename ?? frame?.code.filename.value ?? 'sys'
  const lineno = place?.lineno ?? frame?.lineno ?? 1
  const module = engine.modules.getStr('warnings')
  if (module instanceof PyModule && place === undefined && warnThrough(engine, module, engine.types[category], message)) return
  writeError(engine, formatWarning(engine, { filename, lineno, category, message }))
  if (message.endsWith('was never awaited')) {
    writeError(engine, `${category}: Enable tracemalloc to get the object allocation traceback\n`)
  }
}

function warnThrough(engine: Engine, module: PyModule, category: PyType, message: string): boolean {
  if (module.namespace.getStr('warn') === null) return false
  const text = newStr(engine, message)
  try {
    release(callMethod(engine, module, 'warn', [text, category]))
  } catch (thrown) {
    engine.unraisable(thrown, text)
  } finally {
    release(text)
  }
  return true
}
