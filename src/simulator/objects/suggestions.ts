/**
 * "Did you mean …?": the known name closest to one that was not found.
 *
 * Close means few changes: an edit distance with two points for an insertion, deletion or substitution and one
 * for a change of case, of which a third of the characters may be affected. As
 * `_compute_suggestion_error` of `Lib/traceback.py` and `Python/suggestions.c`.
 */
import type { PyObject } from '../heap/object.ts'
import { lend, releaseAll } from '../heap/reference.ts'
import type { PyDict } from './dict.ts'
import { PyAttributeError, PyImportError } from './exceptions.ts'
import { getFrameLocals } from './frame-locals.ts'
import { callSpecial } from './protocols/calls.ts'
import { hasAttr, withName } from './protocols/attributes.ts'
import { toArray } from './protocols/iteration.ts'
import { getItem } from './protocols/sequences.ts'
import { dropRaise, Raise, unlessRaised } from './raise.ts'
import { isStdlibModule } from './stdlib-names.ts'
import { newInterned, PyStr } from './str.ts'
import { compareText } from './text/code-points.ts'
import type { PyTraceback } from './traceback.ts'
import type { VM } from './vm.ts'

const MAX_CANDIDATES = 750
const MAX_LENGTH = 40
const MOVE_COST = 2
const CASE_COST = 1

/** The name that was probably meant, or null. Runs `__dir__`; what fails gives no suggestion. */
export function suggestName(vm: VM, exception: PyObject, traceback: PyTraceback | null, wrong: string): string | null {
  try {
    if (exception instanceof PyAttributeError) return closest(attributeNames(vm, exception.obj ?? vm.None, traceback, wrong), wrong)
    if (exception instanceof PyImportError) return closest(moduleNames(vm, exception, wrong), wrong)
    if (traceback === null) return null
    const self = localSelf(vm, traceback)
    if (self !== null && lend(newInterned(vm, wrong), name => hasAttr(vm, self, name))) return `self.${wrong}`
    return closest(visibleNames(vm, traceback), wrong)
  } catch (thrown) {
    if (!(thrown instanceof Raise)) throw thrown
    dropRaise(thrown)
    return null
  }
}

/** " Or did you forget to import 'x'?" for the name of a standard module, else ''. */
export function importHint(name: string, afterSuggestion: boolean): string {
  if (!isStdlibModule(name)) return ''
  return `${afterSuggestion ? ' Or did' : '. Did'} you forget to import '${name}'?`
}

function innermost(traceback: PyTraceback): PyTraceback {
  let at = traceback
  while (at.next !== null) at = at.next
  return at
}

/** What is called `self` in the innermost frame; borrowed from it. */
function localSelf(vm: VM, traceback: PyTraceback): PyObject | null {
  return lend(getFrameLocals(vm, innermost(traceback).frame), locals =>
    withName(vm, 'self', key => {
      const found = unlessRaised(vm.types.KeyError, () => getItem(vm, locals, key))
      // The frame keeps it.
      return found === null ? null : lend(found, value => value as PyObject)
    }),
  )
}

/** `dir(object)`. */
function dirOf(vm: VM, object: PyObject): string[] {
  return lend(callSpecial(vm, object, '__dir__'), names => strings(vm, names)).sort(compareText)
}

function strings(vm: VM, iterable: PyObject): string[] {
  const items = toArray(vm, iterable)
  try {
    return items.flatMap(item => (item instanceof PyStr ? [item.value] : []))
  } finally {
    releaseAll(items)
  }
}

function attributeNames(vm: VM, object: PyObject, traceback: PyTraceback | null, wrong: string): string[] {
  const names = dirOf(vm, object)
  // Private names are suggested only to those who look for one, and inside of the object's own methods.
  const isInside = wrong.startsWith('_') || (traceback !== null && localSelf(vm, traceback) === object)
  return isInside ? names : names.filter(name => !name.startsWith('_'))
}

function moduleNames(vm: VM, error: PyImportError, wrong: string): string[] {
  const { name } = error
  if (!(name instanceof PyStr)) return []
  const names = lend(vm.importModule(name.value.split('.')[0]!), module => dirOf(vm, module))
  return wrong.startsWith('_') ? names : names.filter(each => !each.startsWith('_'))
}

/** The names that the innermost frame sees: local, global, built in. */
function visibleNames(vm: VM, traceback: PyTraceback): string[] {
  const { frame } = innermost(traceback)
  const locals = lend(getFrameLocals(vm, frame), each => strings(vm, each))
  const namesIn = (dict: PyDict): string[] => strings(vm, dict)
  return [...locals, ...namesIn(frame.frame.globals), ...namesIn(frame.frame.builtins)]
}

/** The candidate with the fewest changes, the first of several; null where none is close. */
export function closest(candidates: readonly string[], wrong: string): string | null {
  if (candidates.length >= MAX_CANDIDATES) return null
  const sought = utf8(wrong)
  let best = Number.MAX_SAFE_INTEGER
  let found: string | null = null
  for (const candidate of candidates) {
    if (candidate === wrong) continue
    const bytes = utf8(candidate)
    const allowed = Math.floor(((sought.length + bytes.length + 3) * MOVE_COST) / 6)
    const limit = Math.min(allowed, best - 1)
    const distance = editDistance(sought, bytes, limit)
    if (distance <= limit) {
      best = distance
      found = candidate
    }
  }
  return found
}

/** The UTF-8 form, a character for each byte: distances are counted in bytes. */
function utf8(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: all of ASCII
  return text.replace(/[^\0-\x7f]/gu, character => {
    const point = character.codePointAt(0)!
    const count = point < 0x800 ? 2 : point < 0x10000 ? 3 : 4
    const codes = Array.from({ length: count }, (_, i) => 0x80 | ((point >> (6 * (count - 1 - i))) & 0x3f))
    codes[0] = (0xf00 >> count) & 0xff | (point >> (6 * (count - 1)))
    return String.fromCharCode(...codes)
  })
}

function substitutionCost(a: string, b: string): number {
  if (a === b) return 0
  return /[A-Za-z]/.test(a) && a.toLowerCase() === b.toLowerCase() ? CASE_COST : MOVE_COST
}

/** The points of turning one text of bytes into the other; more than `limit` where that is all that matters. */
function editDistance(from: string, to: string, limit: number): number {
  if (from === to) return 0
  let start = 0
  while (start < from.length && start < to.length && from[start] === to[start]) start++
  let fromEnd = from.length
  let toEnd = to.length
  while (fromEnd > start && toEnd > start && from[fromEnd - 1] === to[toEnd - 1]) {
    fromEnd--
    toEnd--
  }
  let a = from.slice(start, fromEnd)
  let b = to.slice(start, toEnd)
  if (a.length === 0 || b.length === 0) return (a.length + b.length) * MOVE_COST
  if (a.length > MAX_LENGTH || b.length > MAX_LENGTH) return limit + 1
  if (b.length < a.length) [a, b] = [b, a]
  if ((b.length - a.length) * MOVE_COST > limit) return limit + 1
  // One row of the table of distances between beginnings, overwritten for each character of `b`.
  const row = Array.from(a, (_, i) => (i + 1) * MOVE_COST)
  let result = 0
  for (let j = 0; j < b.length; j++) {
    let diagonal = j * MOVE_COST
    result = diagonal
    let least = Number.MAX_SAFE_INTEGER
    for (let i = 0; i < a.length; i++) {
      const substituted = diagonal + substitutionCost(b[j]!, a[i]!)
      diagonal = row[i]!
      result = Math.min(Math.min(result, diagonal) + MOVE_COST, substituted)
      row[i] = result
      least = Math.min(least, result)
    }
    if (least > limit) return limit + 1
  }
  return result
}
