/**
 * An exception with all that it links to, captured as plain data: where it has been, its text, notes and hints.
 *
 * This is when `__str__` and `__repr__` run, and what they raise is passed over. `traceback-text.ts` writes it.
 * As `TracebackException.__init__` of `Lib/traceback.py`.
 */
import type { PyObject } from '../heap/object.ts'
import { lend, release } from '../heap/reference.ts'
import {
  PyAttributeError,
  PyBaseException,
  PyExceptionGroup,
  PyImportError,
  PyNameError,
  PySyntaxErrorObject,
} from './exceptions.ts'
import type { PyFrame } from './frame.ts'
import { PyInt } from './int.ts'
import { PyList } from './list.ts'
import { getAttrNamed } from './protocols/attributes.ts'
import { toRepr, toText } from './protocols/text.ts'
import { dropRaise, Raise } from './raise.ts'
import { PyStr } from './str.ts'
import { importHint, suggestName } from './suggestions.ts'
import type { PyTraceback } from './traceback.ts'
import { PyTuple } from './tuple.ts'
import { isInstance, type PyType, typeOf } from './type.ts'
import type { VM } from './vm.ts'

/** One entry of a traceback or stack, without the objects. Columns are in bytes; null where they are not known. */
export interface StackEntry {
  readonly filename: string
  readonly lineno: number | null
  readonly name: string
  readonly end_lineno: number | null
  readonly col_offset: number | null
  readonly end_col_offset: number | null
  /** The file of the module in whose namespace the code runs: `linecache` takes lines from it for a file it does not find. */
  readonly module: string | null
}

/** The entries of a traceback with their frames, outermost first. */
export function positionsOf(traceback: PyTraceback | null): (StackEntry & { readonly frame: PyFrame })[] {
  const entries: (StackEntry & { readonly frame: PyFrame })[] = []
  for (let at = traceback; at !== null; at = at.next as PyTraceback | null)
    entries.push({ ...entryOf(at), frame: at.frame })
  return entries
}

/** The entries of a traceback, outermost first. */
export function stackOf(
  vm: VM,
  traceback: PyTraceback | null,
  limit: number | null = null,
  uncaught = false,
): StackEntry[] {
  const entries: StackEntry[] = []
  for (let at = traceback; at !== null; at = at.next as PyTraceback | null) entries.push(entryOf(at))
  return limitEntries(vm, entries, limit, uncaught)
}

function limitEntries(vm: VM, entries: StackEntry[], limit: number | null, uncaught: boolean): StackEntry[] {
  if (limit !== null) return limit >= 0 ? entries.slice(0, limit) : entries.slice(limit)
  const general = tracebackLimit(vm)
  if (general === null) return entries
  return uncaught ? entries.slice(Math.max(0, entries.length - general)) : entries.slice(0, general)
}

/** `sys.tracebacklimit`, not below zero; null where it is not set. */
export function tracebackLimit(vm: VM): number | null {
  const limit = vm.sys.namespace.getStr('tracebacklimit')
  return limit instanceof PyInt ? Math.max(0, Number(limit.value)) : null
}

function entryOf(traceback: PyTraceback): StackEntry {
  const { code, globals } = traceback.frame.frame
  const file = globals.getStr('__file__')
  const { lineno, end_lineno, col_offset, end_col_offset } = traceback.location
  const known = (value: number): number | null => (value < 0 ? null : value)
  return {
    filename: code.filename.value,
    name: code.name.value,
    module: file instanceof PyStr ? file.value : null,
    lineno: lineno < 0 ? traceback.lineno : lineno,
    end_lineno: known(end_lineno),
    col_offset: known(col_offset),
    end_col_offset: known(end_col_offset),
  }
}

export interface FormatOptions {
  /** How many entries of a traceback are shown: the first ones, or if negative the last; null for `sys.tracebacklimit`. */
  readonly limit?: number | null
  /** Show causes and contexts too. Default true. */
  readonly chain?: boolean
  /** The traceback to show for the exception itself; its own by default. */
  readonly traceback?: PyTraceback | null
}

export interface SyntaxPlace {
  readonly filename: string | null
  readonly lineno: string | null
  readonly end_lineno: string | null
  readonly offset: number | null
  readonly end_offset: number | null
  readonly text: string | null
  readonly msg: string | null
}

export interface Captured {
  readonly stack: readonly StackEntry[]
  /** With the module, where that is no everyday one. */
  readonly typeName: string
  readonly text: string
  readonly notes: readonly string[]
  readonly syntax: SyntaxPlace | null
  readonly suppressContext: boolean
  cause: Captured | null
  context: Captured | null
  exceptions: readonly Captured[] | null
}

/** `body`'s text, or else what says that it failed. */
function safely(body: () => string, what: string): string {
  try {
    return body()
  } catch (thrown) {
    if (!(thrown instanceof Raise)) throw thrown
    dropRaise(thrown)
    return `<${what} failed>`
  }
}

/** `str(object)`, or `<exception str() failed>`. */
function safeText(vm: VM, object: PyObject, what: string): string {
  return safely(() => toText(vm, object), `${what} str()`)
}

function safeRepr(vm: VM, object: PyObject, what: string): string {
  return safely(() => toRepr(vm, object), `${what} repr()`)
}

/** An exception with its causes, contexts and members, each once; loops are cut. */
export function capture(vm: VM, exception: PyObject, options: FormatOptions, uncaught: boolean): Captured {
  const seen = new Set<PyObject>()
  const limit = options.limit ?? null
  const one = (each: PyObject, traceback: PyTraceback | null): Captured => {
    seen.add(each)
    return captureOne(vm, each, traceback, limit, uncaught)
  }
  const given = options.traceback
  const own = exception instanceof PyBaseException ? exception.traceback : null
  const root = one(exception, given === undefined ? own : given)
  const pending: [Captured, PyObject][] = [[root, exception]]
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    const [captured, from] = next
    if (!(from instanceof PyBaseException)) continue
    const cause = from.cause as PyBaseException | null
    const context = from.context as PyBaseException | null
    if (cause !== null && !seen.has(cause)) captured.cause = one(cause, cause.traceback)
    if (captured.cause === null && !from.suppressContext && context !== null && !seen.has(context)) {
      captured.context = one(context, context.traceback)
    }
    const members =
      from instanceof PyExceptionGroup
        ? (from.exceptions!.items as readonly PyObject[] as readonly PyBaseException[])
        : null
    captured.exceptions = members?.map((each) => one(each, each.traceback)) ?? null
    if (captured.cause !== null) pending.push([captured.cause, cause!])
    if (captured.context !== null) pending.push([captured.context, context!])
    members?.forEach((each, i) => pending.push([captured.exceptions![i]!, each]))
  }
  return root
}

/** An exception without those that it links to. */
export function captureOne(
  vm: VM,
  exception: PyObject,
  traceback: PyTraceback | null,
  limit: number | null,
  uncaught: boolean,
): Captured {
  const stack = stackOf(vm, traceback, limit, uncaught)
  const text = safeText(vm, exception, 'exception')
  const notes = notesOf(vm, exception)
  return {
    stack,
    typeName: shownTypeName(vm, typeOf(exception)),
    text: text + hintOf(vm, exception, traceback),
    notes,
    syntax: exception instanceof PySyntaxErrorObject ? syntaxPlace(vm, exception) : null,
    suppressContext: exception instanceof PyBaseException && exception.suppressContext,
    cause: null,
    context: null,
    exceptions: null,
  }
}

/** `pkg.mod.Name`; without the module for built-ins and for what the program itself defines. */
function shownTypeName(vm: VM, type: PyType): string {
  const module = safelyGet(vm, type, '__module__')
  if (module === 'builtins' || module === '__main__') return type.qualname
  return `${module ?? '<unknown>'}.${type.qualname}`
}

/** A string attribute; null where it is none. */
function safelyGet(vm: VM, object: PyObject, name: string): string | null {
  try {
    return lend(getAttrNamed(vm, object, name), (value) => (value instanceof PyStr ? value.value : null))
  } catch (thrown) {
    if (!(thrown instanceof Raise)) throw thrown
    dropRaise(thrown)
    return null
  }
}

/** The lines of `__notes__`. */
function notesOf(vm: VM, exception: PyObject): string[] {
  try {
    const notes = getAttrNamed(vm, exception, '__notes__')
    try {
      if (notes instanceof PyList || notes instanceof PyTuple) {
        return (notes.items as readonly PyObject[]).flatMap((note) => safeText(vm, note, 'note').split('\n'))
      }
      return notes === vm.None ? [] : [safeRepr(vm, notes, '__notes__')]
    } finally {
      release(notes)
    }
  } catch (thrown) {
    if (!(thrown instanceof Raise)) throw thrown
    try {
      if (isInstance(thrown.exception, vm.types.AttributeError)) return []
      return `Ignored error getting __notes__: ${safeRepr(vm, thrown.exception, '__notes__')}`.split('\n')
    } finally {
      dropRaise(thrown)
    }
  }
}

/** ". Did you mean: 'x'?" and the like, or ''. */
function hintOf(vm: VM, exception: PyObject, traceback: PyTraceback | null): string {
  if (exception instanceof PyImportError) {
    const suggestion =
      exception.nameFrom instanceof PyStr
        ? suggestName(vm, exception, traceback, exception.nameFrom.value)
        : null
    return suggestion === null ? '' : `. Did you mean: '${suggestion}'?`
  }
  if (
    !(exception instanceof PyNameError || exception instanceof PyAttributeError) ||
    !(exception.name instanceof PyStr)
  )
    return ''
  const { value: name } = exception.name
  const suggestion = suggestName(vm, exception, traceback, name)
  const hint = suggestion === null ? '' : `. Did you mean: '${suggestion}'?`
  return exception instanceof PyNameError ? hint + importHint(name, suggestion !== null) : hint
}

function syntaxPlace(vm: VM, error: PySyntaxErrorObject): SyntaxPlace {
  const shown = (value: PyObject | null): string | null =>
    value === null || value === vm.None ? null : safeText(vm, value, 'exception')
  const number = (value: PyObject | null): number | null =>
    value instanceof PyInt ? Number(value.value) : null
  return {
    filename: shown(error.filename),
    lineno: shown(error.lineno),
    end_lineno: shown(error.end_lineno),
    offset: number(error.offset),
    end_offset: number(error.end_offset),
    text: error.text instanceof PyStr ? error.text.value : null,
    msg: shown(error.msg),
  }
}
