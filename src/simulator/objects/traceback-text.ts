/**
 * Exceptions as text: what an uncaught exception prints, and what the module `traceback` gives.
 *
 * The oldest of linked exceptions comes first; each is written with its traceback, source lines and carets, its
 * message and notes, and for groups with the exceptions inside. As `Lib/traceback.py`, which CPython 3.13 uses
 * for this itself.
 */
import type { PyObject } from '../heap/object.ts'
import { markLines } from './text/carets.ts'
import { characters } from './text/code-points.ts'
import type { PyTraceback } from './traceback.ts'
import {
  type Captured,
  capture,
  captureOne,
  type FormatOptions,
  type StackEntry,
  type SyntaxPlace,
} from './traceback-capture.ts'
import type { VM } from './vm.ts'

/** The text that an uncaught exception prints. Runs `__str__` and `__repr__`; what they raise is not passed on. */
export function formatException(vm: VM, exception: PyObject): string {
  return describeException(vm, exception).text
}

/** The same text, and the message in it. */
export function describeException(
  vm: VM,
  exception: PyObject,
): { readonly text: string; readonly message: string } {
  const captured = capture(vm, exception, {}, true)
  return { text: new Writer(vm).exception(captured, true).join(''), message: captured.text }
}

/** The same text in the pieces of `traceback.format_exception`. */
export function formatExceptionParts(
  vm: VM,
  exception: PyObject,
  options: FormatOptions = {},
  uncaught = false,
): string[] {
  const captured = capture(vm, exception, options, uncaught)
  return new Writer(vm).exception(captured, options.chain ?? true)
}

/** The message of an exception with its notes, in the pieces of `traceback.format_exception_only`. */
export function formatExceptionOnly(vm: VM, exception: PyObject, showGroup = false): string[] {
  return messageParts(capture(vm, exception, { traceback: null }, false), showGroup, 0)
}

/** The text of an exception with its hint, and the pieces of its message and notes. `__str__` runs once. */
export function describeAlone(
  vm: VM,
  exception: PyObject,
  traceback: PyTraceback | null,
): { readonly text: string; readonly parts: string[] } {
  const captured = captureOne(vm, exception, traceback, 0, false)
  return { text: captured.text, parts: messageParts(captured, false, 0) }
}

/** One entry as text; `lines` is its source where that is given. */
export function formatEntry(vm: VM, entry: StackEntry, lines: string | null): string {
  return new Writer(vm).entry(entry, lines === null ? null : lines.replace(/\n$/, '').split('\n'))
}

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
      const linked: Captured | null = !chain ? null : (at.cause ?? (hasContext ? at.context : null))
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
    for (const text of texts)
      parts.push(prefix === '' ? text : text.replace(/[^\n]*\n|[^\n]+$/g, (line) => prefix + line))
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
      parts.push(
        `${this.#indent}${i === 0 ? '+-' : '  '}+---------------- ${isCut ? '...' : i + 1} ----------------\n`,
      )
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
    return collapse(entries, (entry) => this.#entry(entry))
  }

  entry(entry: StackEntry, lines: readonly string[] | null): string {
    return `  File "${entry.filename}", line ${entry.lineno ?? 'None'}, in ${entry.name}\n${this.#source(entry, lines)}`
  }

  #entry(entry: StackEntry): string {
    const key = [
      entry.filename,
      entry.lineno,
      entry.name,
      entry.end_lineno,
      entry.col_offset,
      entry.end_col_offset,
    ].join('\n')
    let text = this.#lines.get(key)
    if (text === undefined) {
      text = this.entry(entry, null)
      this.#lines.set(key, text)
    }
    return text
  }

  /** The source lines of an entry with their marks, or ''. */
  #source(entry: StackEntry, given: readonly string[] | null): string {
    const vm = this.#vm
    const { lineno, end_lineno, col_offset: start, end_col_offset: end } = entry
    const lines = given?.slice() ?? []
    if (given === null && lineno !== null) {
      for (let at = lineno; at <= (end_lineno ?? lineno); at++) lines.push(this.#line(entry, at).trimEnd())
    }
    if (lines.every((line) => line.trim() === '')) return ''
    const shown =
      start === null || end === null
        ? [lines[0]!.trim()]
        : markLines({ lines, start, end }, (source) => vm.parseStatements(source))
    return shown.map((line) => `    ${line}\n`).join('')
  }

  #line({ filename, module }: StackEntry, lineno: number): string {
    const line = this.#vm.sourceLine(filename, lineno)
    if (line !== null) return line
    const isFile = !(filename.startsWith('<') && filename.endsWith('>'))
    return (isFile && module !== null ? this.#vm.sourceLine(module, lineno) : null) ?? ''
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
    const repeats =
      last !== null &&
      last.filename === entry.filename &&
      last.lineno === entry.lineno &&
      last.name === entry.name
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
        ? line.split('\n').map((each) => `${each}\n`)
        : [`${line}\n`]
  const parts = [...lines, ...exception.notes.map((note) => `${note}\n`)].map((each) => indent + each)
  if (showGroup)
    for (const each of exception.exceptions ?? []) parts.push(...messageParts(each, true, depth + 1))
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

function sourceOfSyntaxError(
  { lineno, end_lineno, offset: givenOffset, end_offset: givenEnd }: SyntaxPlace,
  text: string,
): string[] {
  const whole = characters(text.replace(/\n+$/, ''))
  const shown = characters(whole.join('').replace(/^[ \n\f]+/, ''))
  const spaces = whole.length - shown.length
  const lines = [`    ${shown.join('')}\n`]
  if (givenOffset === null) return lines
  const length = characters(text).length
  let offset = givenOffset
  let end =
    lineno === end_lineno ? (givenEnd === null || givenEnd === 0 ? offset : givenEnd) : whole.length + 1
  if (length > 0 && offset > length) offset = whole.length + 1
  if (length > 0 && end > length) end = whole.length + 1
  if (offset >= end || end < 0) end = offset + 1
  const column = offset - 1 - spaces
  if (column >= 0) {
    // Tabs stay, so that the caret stands under its character.
    const before = shown.slice(0, column).map((each) => (each.trim() === '' ? each : ' '))
    lines.push(`    ${before.join('')}${'^'.repeat(end - 1 - spaces - column)}\n`)
  }
  return lines
}
