/**
 * Reports on stderr: uncaught exceptions through `sys.excepthook`, and warnings. As `Python/pythonrun.c`. What
 * nobody can catch is reported in `objects/unraisable.ts`.
 */
import type { PyObject } from '../heap/object.ts'
import type { Own } from '../heap/reference.ts'
import { lend, newRef, release } from '../heap/reference.ts'
import { PyBuiltin } from '../objects/builtin-function.ts'
import type { PyBaseException, PySystemExit } from '../objects/exceptions.ts'
import { newInt, PyInt } from '../objects/int.ts'
import type { ExceptionName } from '../objects/names.ts'
import { callMethod } from '../objects/protocols/calls.ts'
import { toText } from '../objects/protocols/text.ts'
import { dropRaise, Raise } from '../objects/raise.ts'
import { newStr } from '../objects/str.ts'
import { describeException, formatException } from '../objects/traceback-text.ts'
import { isInstance, typeOf } from '../objects/type.ts'
import { countDisplay } from './import-sizes.ts'
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
    return { exitCode: lend(exception, (each) => exitCodeOf(engine, each)), message: '' }
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
    countDisplay(engine)
    writeError(engine, text)
    return { exitCode, message }
  } finally {
    release(exception)
  }
}

/** Calls a replaced hook; the exit code if it raised SystemExit. */
function callExceptHook(
  engine: Engine,
  hook: Own,
  exception: PyBaseException,
  traceback: PyObject,
): number | null {
  try {
    release(engine.call(hook, [typeOf(exception), exception, traceback]))
  } catch (thrown) {
    if (!(thrown instanceof Raise)) throw thrown
    const failure = thrown.exception as unknown as Own<PyBaseException>
    if (isInstance(failure, engine.types.SystemExit)) return lend(failure, (each) => exitCodeOf(engine, each))
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

/** Gives a warning for a place, by default that of the innermost frame. The filters may make an exception of it. */
export function showWarning(
  engine: Engine,
  category: ExceptionName,
  message: string,
  place?: { filename: string; lineno: number } | null,
  source?: PyObject,
): void {
  const module = engine.importModule('_warnings')
  const text = newStr(engine, message)
  const file = place == null ? newRef(engine.None) : newStr(engine, place.filename)
  const line = newInt(engine, place?.lineno ?? 0)
  try {
    const type = engine.types[category]
    if (place == null)
      release(callMethod(engine, module, 'warn', [text, type, engine.smallInts[6]!, source ?? engine.None]))
    else release(callMethod(engine, module, 'warn_explicit', [text, type, file, line]))
  } finally {
    for (const each of [line, file, text, module] as Own[]) release(each)
  }
}
