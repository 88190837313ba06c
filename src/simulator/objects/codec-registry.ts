/**
 * Encodings and error handlers that a program registers: `codecs.register`, `codecs.register_error`. A search function
 * is asked for an encoding that is not built in and answers with a `CodecInfo`, a tuple of encoder, decoder and more.
 * A handler is given the exception and answers with a replacement and the place to go on. As `Python/codecs.c`.
 */
import type { PyObject, Visit } from '../heap/object.ts'
import { type Held, lend, newRef, type Own, release } from '../heap/reference.ts'
import { newBytes, PyBytes } from './bytes.ts'
import { addNote } from './exceptions.ts'
import { newInt, PyInt } from './int.ts'
import { getAttrNamedMaybe } from './protocols/attributes.ts'
import { callMethod } from './protocols/calls.ts'
import { isTrue } from './protocols/comparison.ts'
import { toIndex } from './protocols/numbers.ts'
import { Raise } from './raise.ts'
import { newStr, PyStr } from './str.ts'
import { type CodecError, type Errors, isBuiltinHandler, type Recovery } from './text/codecs.ts'
import { newTuple, PyTuple } from './tuple.ts'
import type { ModuleState, VM } from './vm.ts'

class CodecRegistry {
  readonly searches: Held[] = []
  readonly handlers = new Map<string, Held>()
  /** What was found, by normal name. */
  readonly found = new Map<string, Held>()

  visitRoots(visit: Visit): void {
    for (const search of this.searches) visit(search, 'search function')
    for (const handler of this.handlers.values()) visit(handler, 'error handler')
    for (const info of this.found.values()) visit(info, 'codec')
  }

  dropRoots(): void {
    const all = [...this.searches.splice(0), ...this.handlers.values(), ...this.found.values()]
    this.handlers.clear()
    this.found.clear()
    for (const each of all) release(each)
  }
}

const registry: ModuleState<CodecRegistry> = { make: () => new CodecRegistry() }

/** Encodings of CPython's that are no encodings of text. */
const otherEncodings: ReadonlySet<string> = new Set(['rot13', 'rot_13', 'hex', 'hex_codec'])

export function registerSearch(vm: VM, search: PyObject): void {
  vm.moduleState(registry).searches.push(newRef(search) as Held)
}

export function unregisterSearch(vm: VM, search: PyObject): void {
  const { searches, found } = vm.moduleState(registry)
  const at = searches.indexOf(search as Held)
  if (at < 0) return
  const gone = [...searches.splice(at, 1), ...found.values()]
  found.clear()
  for (const each of gone) release(each)
}

export function registerHandler(vm: VM, name: string, handler: PyObject): void {
  const { handlers } = vm.moduleState(registry)
  const old = handlers.get(name)
  handlers.set(name, newRef(handler) as Held)
  if (old !== undefined) release(old)
}

/** The registered handler of that name, borrowed. */
export function findHandler(vm: VM, name: string): PyObject | null {
  return vm.moduleState(registry).handlers.get(name) ?? null
}

/** Whether an encoding that is not built in may be known all the same. */
export function mayBeRegistered(vm: VM, name: string): boolean {
  return vm.moduleState(registry).searches.length > 0 || otherEncodings.has(normal(name))
}

const normal = (name: string): string => name.toLowerCase().replace(/[ -]/g, '_')

/** `codecs.lookup(name)`: a `CodecInfo`. */
export function lookUpCodec(vm: VM, name: string): Own<PyTuple> {
  const { searches, found } = vm.moduleState(registry)
  const key = normal(name)
  const known = found.get(key)
  if (known !== undefined) return newRef(known) as unknown as Own<PyTuple>
  const keep = (info: Own): Own<PyTuple> => {
    found.set(key, newRef(info) as Held)
    return info as unknown as Own<PyTuple>
  }
  const builtin = lend(vm.importModule('codecs'), (codecs) =>
    lend(newStr(vm, key), (text) => callMethod(vm, codecs, '_builtin_info', [text])),
  )
  if (builtin !== (vm.None as unknown)) return keep(builtin)
  release(builtin)
  for (const search of [...searches]) {
    const answer = lend(newStr(vm, key), (text) => vm.call(search, [text]))
    if (answer === (vm.None as unknown)) {
      release(answer)
      continue
    }
    if (answer instanceof PyTuple && answer.items.length === 4) return keep(answer)
    release(answer)
    return vm.raise('TypeError', 'codec search functions must return 4-tuples')
  }
  return vm.raise('LookupError', `unknown encoding: ${name}`)
}

/** A codec for `str.encode` and `bytes.decode`: one of text. */
export function lookUpTextCodec(vm: VM, name: string, what: 'encode' | 'decode'): Own<PyTuple> {
  const info = lookUpCodec(vm, name)
  const flag = getAttrNamedMaybe(vm, info, '_is_text_encoding')
  if (flag === null || lend(flag, (value) => isTrue(vm, value))) return info
  release(info)
  return vm.raise(
    'LookupError',
    `'${name}' is not a text encoding; use codecs.${what}() to handle arbitrary codecs`,
  )
}

/** Calls an encoder or decoder; what it raises says which codec it was. */
export function callCodec(
  vm: VM,
  info: PyTuple,
  what: 'encode' | 'decode',
  name: string,
  object: PyObject,
  errors: string | null,
): Own {
  let result: Own
  try {
    const func = info.items[what === 'encode' ? 0 : 1]!
    result =
      errors === null
        ? vm.call(func, [object])
        : lend(newStr(vm, errors), (text) => vm.call(func, [object, text]))
  } catch (thrown) {
    if (thrown instanceof Raise)
      addNote(vm, thrown.exception, `${what === 'encode' ? 'en' : 'de'}coding with '${name}' codec failed`)
    throw thrown
  }
  return lend(result, (pair) => {
    if (pair instanceof PyTuple && pair.items.length === 2) return newRef(pair.items[0]!) as Own
    return vm.raise('TypeError', `${what}r must return a tuple (object, integer)`)
  })
}

/** A handler for the codecs: a registered one by its function, any other by its name. */
export function errorsFor(vm: VM, name: string): Errors {
  const handler = isBuiltinHandler(name) ? null : findHandler(vm, name)
  if (handler === null) return name
  return (error) => askHandler(vm, handler, error)
}

function askHandler(vm: VM, handler: PyObject, error: CodecError): Recovery {
  const answer = lend(newCodecException(vm, error), (exception) => vm.call(handler, [exception]))
  return lend(answer, (pair) => {
    const [replacement, position] = pair instanceof PyTuple && pair.items.length === 2 ? pair.items : []
    const isBytes = replacement instanceof PyBytes && error.kind === 'encode'
    if ((replacement instanceof PyStr || isBytes) && position instanceof PyInt)
      return { replacement: replacement.value, resume: toIndex(vm, position, 'IndexError') }
    const kinds = error.kind === 'encode' ? 'str/bytes' : 'str'
    return vm.raise(
      'TypeError',
      `${error.kind === 'encode' ? 'en' : 'de'}coding error handler must return (${kinds}, int) tuple`,
    )
  })
}

/** The exception that a failure stands for: UnicodeEncodeError or UnicodeDecodeError. */
export function newCodecException(vm: VM, error: CodecError): Own {
  const { kind, encoding, object, start, end, reason } = error
  const type = kind === 'encode' ? vm.types.UnicodeEncodeError : vm.types.UnicodeDecodeError
  const subject = typeof object === 'string' ? newStr(vm, object) : newBytes(vm, object)
  const args = newTuple(vm, [
    newStr(vm, encoding),
    subject,
    newInt(vm, start),
    newInt(vm, end),
    newStr(vm, reason),
  ])
  return lend(args, (tuple) => vm.call(type, tuple.items))
}
