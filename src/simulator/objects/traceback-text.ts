/**
 * Exceptions as text: what an uncaught exception prints, and what the module `traceback` gives.
 *
 * An exception is first *captured* with all that it links to, which is when `__str__` runs, and then written:
 * the oldest first, each with its traceback, source lines and carets, its message, notes and, for groups, the
 * exceptions inside. As `TracebackException` of `Lib/traceback.py`, which CPython 3.13 uses for this itself.
 */
import type { PyObject } from '../heap/object.ts'
import { lend, release } from '../heap/reference.ts'
import { PyBaseException, PyExceptionGroup, PyImportError, PyAttributeError, PyNameError, PySyntaxErrorObject } from './exceptions.ts'
import { PyInt } from './int.ts'
import { PyList } from './list.ts'
import { getAttrNamed } from './protocols/attributes.ts'
import { toRepr, toText } from './protocols/text.ts'
import { dropRaise, Raise } from './raise.ts'
import { PyStr } from './str.ts'
import { importHint, suggestName } from './suggestions.ts'
import { markLines } from './text/carets.ts'
import { characters } from './text/code-points.ts'
import type { PyFrame } from './frame.ts'
import type { PyTraceback } from './traceback.ts'
import { PyTuple } from './tuple.ts'
import { isInstance, PyType, typeOf } from './type.ts'
import type { VM } from './vm.ts'

export interface FormatOptions {
  /** How many entries of a traceback are shown: the first ones, or if negative the last; null for `sys.tracebacklimit`. */
  readonly limit?: number | null
  /** Show causes and contexts too. Default true. */
  readonly chain?: boolean
  /** The traceback to show for the exception itself; its own by default. */
  readonly traceback?: PyTraceback | null
}

/** One entry of a traceback or stack, without the objects. Columns are in bytes; null where they are not known. */
export interface StackEntry {
  readonly filename: string
  readonly lineno: number | null
  readonly name: string
  readonly end_lineno: number | null
  readonly col_offset: number | null
  readonly end_col_offset: number | null
}

/** The text that an uncaught exception prints. Runs `__str__` and `__repr__`; what they raise is not passed on. */
export function formatException(vm: VM, exception: PyObject): string {
  return formatExceptionParts(vm, exception, {}, true).join('')
}

/** The same text in the pieces of `traceback.format_exception`. */
export function formatExceptionParts(vm: VM, exception: PyObject, options: FormatOptions = {}, uncaught = false): string[] {
  const captured = capture(vm, exception, options, uncaught)
  return new Writer(vm).exception(captured, options.chain ?? true)
}

/** The message of an exception with its notes, in the pieces of `traceback.format_exception_only`. */
export function formatExceptionOnly(vm: VM, exception: PyObject, showGroup = false): string[] {
  return messageParts(capture(vm, exception, { traceback: null }, false), showGroup, 0)
}

/** Entries as text, in the pieces of `traceback.format_tb`. */
export function formatStack(vm: VM, entries: readonly StackEntry[]): string[] {
  return new Writer(vm).stack(entries)
}

/** One entry as text; `lines` is its source where that is given. */
export function formatEntry(vm: VM, entry: StackEntry, lines: string | null): string {
  return new Writer(vm).entry(entry, lines === null ? null : lines.replace(/\n$/, '').split('\n'))
}

/** The entries of a traceback with their frames, outermost first. */
export function positionsOf(traceback: PyTraceback | null): (StackEntry & { readonly frame: PyFrame })[] {
  const entries: (StackEntry & { readonly frame: PyFrame })[] = []
  for (let at = traceback; at !== null; at = at.next as PyTraceback | null) entries.push({ ...entryOf(at), frame: at.frame })
  return entries
}

/** The entries of a traceback, outermost first. */
export function stackOf(vm: VM, traceback: PyTraceback | null, limit: number | null = null, uncaught = false): StackEntry[] {
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
  const { code } = traceback.frame.frame
  const { lineno, end_lineno, col_offset, end_col_offset } = traceback.location
  const known = (value: number): number | null => (value < 0 ? null : value)
  return {
    filename: code.filename.value,
    name: code.name.value,
    lineno: lineno < 0 ? traceback.lineno : lineno,
    end_lineno: known(end_lineno),
    col_offset: known(col_offset),
    end_col_offset: known(end_col_offset),
  }
}

// Capturing

interface SyntaxPlace {
  readonly filename: string | null
  readonly lineno: string | null
  readonly end_lineno: string | null
  readonly offset: number | null
  readonly end_offset: number | null
  readonly text: string | null
  readonly msg: string | null
}

interface Captured {
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
export function safeText(vm: VM, object: PyObject, what: string): string {
  return safely(() => toText(vm, object), `${what} str()`)
}

function safeRepr(vm: VM, object: PyObject, what: string): string {
  return safely(() => toRepr(vm, object), `${what} repr()`)
}

/** An exception with its causes, contexts and members, each once; loops are cut. */
function capture(vm: VM, exception: PyObject, options: FormatOptions, uncaught: boolean): Captured {
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
    const members = from instanceof PyExceptionGroup ? (from.exceptions!.items as readonly PyObject[] as readonly PyBaseException[]) : null
    captured.exceptions = members?.map(each => one(each, each.traceback)) ?? null
    if (captured.cause !== null) pending.push([captured.cause, cause!])
    if (captured.context !== null) pending.push([captured.context, context!])
    members?.forEach((each, i) => pending.push([captured.exceptions![i]!, each]))
  }
  return root
}

function captureOne(vm: VM, exception: PyObject, traceback: PyTraceback | null, limit: number | null, uncaught: boolean): Captured {
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
    return lend(getAttrNamed(vm, object, name), value => (value instanceof PyStr ? value.value : null))
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
        return (notes.items as readonly PyObject[]).flatMap(note => safeText(vm, note, 'note').split('\n'))
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
    const suggestion = exception.nameFrom instanceof PyStr ? suggestName(vm, exception, traceback, exception.nameFrom.value) : null
    return suggestion === null ? '' : `. Did you mean: '${suggestion}'?`
  }
  if (!(exception instanceof PyNameError || exception instanceof PyAttributeError) || !(exception.name instanceof PyStr)) return ''
  const { value: name } = exception.name
  const suggestion = suggestName(vm, exception, traceback, name)
  const hint = suggestion === null ? '' : `. Did you mean: '${suggestion}'?`
  return exception instanceof PyNameError ? hint + importHint(name, suggestion !== null) : hint
}

function syntaxPlace(vm: VM, error: PySyntaxErrorObject): SyntaxPlace {
  const shown = (value: PyObject | null): string | null => (value === null || value === vm.None ? null : safeText(vm, value, 'exception'))
  const number = (value: PyObject | null): number | null => (value instanceof PyInt ? Number(value.value) : null)
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

// Writing

const causeMessage = '\nThe above exception was the direct cause of the following exception:\n\n'
const contextMessage = '\nDuring handling of the above exception, another exception occurred:\n\n'

/** Repetitions of one line that are shown before they are only counted. */
const REPETITIONS_SHOWN = 3
const GROUP_WIDTH = 15
const GROUP_DEPTH = 10

/** Writes captured exceptions; keeps how deep it is in the tree of groups. */
class Writer {
  readonly #vm: VM
  readonly #lines = new Map<string, string>()
  #depth = 0
  /** The frame around the innermost group's members still has to be closed. */
  #needsClose = false

  constructor(vm: VM) {
    this.#vm = vm
  }

  exception(exception: Captured, chain: boolean): string[] {
    const output: [string | null, Captured][] = []
    for (let at: Captured | null = exception; at !== null; ) {
      const hasContext: boolean = at.cause === null && at.context !== null && !at.suppressContext
      const linked: Captured | null = !chain ? null : at.cause ?? (hasContext ? at.context : null)
      output.push([linked === null ? null : hasContext ? contextMessage : causeMessage, at])
      at = linked
    }
    const parts: string[] = []
    for (const [message, each] of output.reverse()) {
      if (message !== null) this.#emit(parts, [message])
      if (each.exceptions !== null) this.#group(parts, each, each.exceptions, chain)
      else {
        if (each.stack.length > 0) {
          this.#emit(parts, ['Traceback (most recent call last):\n'])
          this.#emit(parts, this.stack(each.stack))
        }
        this.#emit(parts, messageParts(each, false, 0))
      }
    }
    return parts
  }

  get #indent(): string {
    return '  '.repeat(this.#depth)
  }

  /** Adds pieces of text, inside of groups with a margin. */
  #emit(parts: string[], texts: readonly string[], margin = '|'): void {
    const prefix = this.#depth === 0 ? '' : `${this.#indent}${margin} `
    for (const text of texts) parts.push(prefix === '' ? text : text.replace(/[^\n]*\n|[^\n]+$/g, line => prefix + line))
  }

  #group(parts: string[], group: Captured, members: readonly Captured[], chain: boolean): void {
    if (this.#depth > GROUP_DEPTH) {
      this.#emit(parts, [`... (max_group_depth is ${GROUP_DEPTH})\n`])
      return
    }
    const isOutermost = this.#depth === 0
    if (isOutermost) this.#depth++
    if (group.stack.length > 0) {
      this.#emit(parts, ['Exception Group Traceback (most recent call last):\n'], isOutermost ? '+' : '|')
      this.#emit(parts, this.stack(group.stack))
    }
    this.#emit(parts, messageParts(group, false, 0))
    const count = Math.min(members.length, GROUP_WIDTH + 1)
    this.#needsClose = false
    for (let i = 0; i < count; i++) {
      const isLast = i === count - 1
      if (isLast) this.#needsClose = true
      const isCut = i >= GROUP_WIDTH
      parts.push(`${this.#indent}${i === 0 ? '+-' : '  '}+---------------- ${isCut ? '...' : i + 1} ----------------\n`)
      this.#depth++
      if (isCut) {
        const rest = members.length - GROUP_WIDTH
        this.#emit(parts, [`and ${rest} more exception${rest > 1 ? 's' : ''}\n`])
      } else parts.push(...this.exception(members[i]!, chain))
      if (isLast && this.#needsClose) {
        parts.push(`${this.#indent}+------------------------------------\n`)
        this.#needsClose = false
      }
      this.#depth--
    }
    if (isOutermost) this.#depth = 0
  }

  stack(entries: readonly StackEntry[]): string[] {
    return collapse(entries, entry => this.#entry(entry))
  }

  entry(entry: StackEntry, lines: readonly string[] | null): string {
    return `  File "${entry.filename}", line ${entry.lineno ?? 'None'}, in ${entry.name}\n${this.#source(entry, lines)}`
  }

  #entry(entry: StackEntry): string {
    const key = [entry.filename, entry.lineno, entry.name, entry.end_lineno, entry.col_offset, entry.end_col_offset].join('\n')
    let text = this.#lines.get(key)
    if (text === undefined) {
      text = this.entry(entry, null)
      this.#lines.set(key, text)
    }
    return text
  }

  /** The source lines of an entry with their marks, or ''. */
  #source({ filename, lineno, end_lineno, col_offset: start, end_col_offset: end }: StackEntry, given: readonly string[] | null): string {
    const vm = this.#vm
    const lines = given?.slice() ?? []
    if (given === null && lineno !== null) {
      for (let at = lineno; at <= (end_lineno ?? lineno); at++) lines.push((vm.sourceLine(filename, at) ?? '').trimEnd())
    }
    if (lines.every(line => line.trim() === '')) return ''
    const shown = start === null || end === null ? [lines[0]!.trim()] : markLines({ lines, start, end }, source => vm.parseStatements(source))
    return shown.map(line => `    ${line}\n`).join('')
  }
}

/** Entries as text, where repetitions of one line beyond the third are only counted. */
export function collapse(entries: readonly StackEntry[], show: (entry: StackEntry) => string): string[] {
  const parts: string[] = []
  let last: StackEntry | null = null
  let count = 0
  const endRun = (): void => {
    const more = count - REPETITIONS_SHOWN
    if (more > 0) parts.push(`  [Previous line repeated ${more} more time${more > 1 ? 's' : ''}]\n`)
  }
  for (const entry of entries) {
    const repeats = last !== null && last.filename === entry.filename && last.lineno === entry.lineno && last.name === entry.name
    if (!repeats || entry.lineno === null) {
      endRun()
      last = entry
      count = 0
    }
    if (++count <= REPETITIONS_SHOWN) parts.push(show(entry))
  }
  endRun()
  return parts
}

/** Message and notes; of a group, on demand, also those of its members. */
function messageParts(exception: Captured, showGroup: boolean, depth: number): string[] {
  const indent = '   '.repeat(depth)
  const line = exception.text === '' ? exception.typeName : `${exception.typeName}: ${exception.text}`
  const lines =
    exception.syntax !== null
      ? syntaxLines(exception.typeName, exception.syntax)
      : depth > 0
        ? line.split('\n').map(each => `${each}\n`)
        : [`${line}\n`]
  const parts = [...lines, ...exception.notes.map(note => `${note}\n`)].map(each => indent + each)
  if (showGroup) for (const each of exception.exceptions ?? []) parts.push(...messageParts(each, true, depth + 1))
  return parts
}

/** File, line, source and caret of a syntax error, then its message. */
function syntaxLines(typeName: string, place: SyntaxPlace): string[] {
  const lines: string[] = []
  if (place.lineno !== null) lines.push(`  File "${place.filename || '<string>'}", line ${place.lineno}\n`)
  if (place.text !== null) lines.push(...sourceOfSyntaxError(place, place.text))
  const suffix = place.lineno === null && place.filename !== null ? ` (${place.filename})` : ''
  lines.push(`${typeName}: ${place.msg || '<no detail available>'}${suffix}\n`)
  return lines
}

function sourceOfSyntaxError({ lineno, end_lineno, offset: givenOffset, end_offset: givenEnd }: SyntaxPlace, text: string): string[] {
  const whole = characters(text.replace(/\n+$/, ''))
  const shown = characters(whole.join('').replace(/^[ \n\f]+/, ''))
  const spaces = whole.length - shown.length
  const lines = [`    ${shown.join('')}\n`]
  if (givenOffset === null) return lines
  const length = characters(text).length
  let offset = givenOffset
  let end = lineno === end_lineno ? (givenEnd === null || givenEnd === 0 ? offset : givenEnd) : whole.length + 1
  if (length > 0 && offset > length) offset = whole.length + 1
  if (length > 0 && end > length) end = whole.length + 1
  if (offset >= end || end < 0) end = offset + 1
  const column = offset - 1 - spaces
  if (column >= 0) {
    // Tabs stay, so that the caret stands under its character.
    const before = shown.slice(0, column).map(each => (each.trim() === '' ? each : ' '))
    lines.push(`    ${before.join('')}${'^'.repeat(end - 1 - spaces - column)}\n`)
  }
  return lines
}
