/** Checks of an exercise: functions that look at the program's `__main__` after its last line. */
import type { Own } from '../heap/reference.ts'
import { lend, newRef, release } from '../heap/reference.ts'
import { newCode } from '../objects/code.ts'
import { newDict, type PyDict } from '../objects/dict.ts'
import { newSyntaxError } from '../objects/exceptions.ts'
import { PyFunction } from '../objects/function.ts'
import { toText } from '../objects/protocols/text.ts'
import { dropRaise, Raise } from '../objects/raise.ts'
import { newStr, PyStr } from '../objects/str.ts'
import { isInstance, typeName } from '../objects/type.ts'
import type { Engine } from './interpreter.ts'

export interface CheckResult {
  readonly name: string
  readonly title: string
  readonly passed: boolean
  readonly message: string
}

const filename = '<checks>'

/** Runs the source in a namespace of its own, then its `check_` functions in the order of definition. */
export function runChecks(engine: Engine, source: string, output: string): CheckResult[] {
  const namespace = newDict(engine)
  try {
    const main = engine.modules.getStr('__main__')
    namespace.putStr(engine, '__name__', newStr(engine, '__checks__'))
    namespace.putStr(engine, '__builtins__', newRef(engine.builtins))
    namespace.putStr(engine, 'main', newRef(main ?? engine.None))
    namespace.putStr(engine, 'output', newStr(engine, output))
    const problem = messageOf(engine, () => execute(engine, source, namespace))
    if (problem !== null) return [{ name: filename, title: filename, passed: false, message: problem }]
    return checksIn(namespace).map((check) => runCheck(engine, check))
  } finally {
    // The functions and their namespace hold each other.
    namespace.clear()
    release(namespace)
  }
}

function execute(engine: Engine, source: string, namespace: PyDict): void {
  const { code, error } = engine.toolchain.compile(source, filename, 'exec', 0, 0)
  engine.sources.set(filename, source.split(/\r\n|\r|\n/))
  if (error !== null) return engine.raiseException(newSyntaxError(engine, error))
  lend(newCode(engine, code), (each) => release(engine.runCode(each, namespace, null)))
}

function checksIn(namespace: PyDict): Own<PyFunction>[] {
  const found: Own<PyFunction>[] = []
  namespace.each((key, value) => {
    if (key instanceof PyStr && key.value.startsWith('check_') && value instanceof PyFunction)
      found.push(newRef(value))
  })
  return found
}

function runCheck(engine: Engine, check: Own<PyFunction>): CheckResult {
  const name = check.name.value
  const title = check.doc instanceof PyStr ? check.doc.value.trim().split('\n')[0]! : name
  const message = messageOf(engine, () => release(engine.call(check, [])))
  release(check)
  return { name, title, passed: message === null, message: message ?? '' }
}

/** What `body` raises, as a sentence; null if it returns. */
function messageOf(engine: Engine, body: () => void): string | null {
  try {
    body()
    return null
  } catch (thrown) {
    if (!(thrown instanceof Raise)) throw thrown
    const text = safeText(engine, thrown)
    const isAssertion = isInstance(thrown.exception, engine.types.AssertionError)
    const message = isAssertion ? text : `${typeName(thrown.exception)}: ${text}`
    dropRaise(thrown)
    return message
  }
}

function safeText(engine: Engine, thrown: Raise): string {
  try {
    return toText(engine, thrown.exception)
  } catch (failure) {
    if (!(failure instanceof Raise)) throw failure
    dropRaise(failure)
    return ''
  }
}
