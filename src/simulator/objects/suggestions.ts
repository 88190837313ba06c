/**
 * "Did you mean …?": the names among which the one that was probably meant is looked for, for names,
 * attributes and imports. As `_compute_suggestion_error` of `Lib/traceback.py`.
 */
import type { PyObject } from '../heap/object.ts'
import { lend, releaseAll } from '../heap/reference.ts'
import type { PyDict } from './dict.ts'
import { PyAttributeError, PyImportError } from './exceptions.ts'
import { getFrameLocals } from './frame-locals.ts'
import { hasAttr, withName } from './protocols/attributes.ts'
import { callBoundSpecial } from './protocols/calls.ts'
import { toArray } from './protocols/iteration.ts'
import { getItem } from './protocols/sequences.ts'
import { dropRaise, Raise, unlessRaised } from './raise.ts'
import { isStdlibModule } from './stdlib-names.ts'
import { newInterned, PyStr } from './str.ts'
import { compareText } from './text/code-points.ts'
import { closestName } from './text/suggestions.ts'
import type { PyTraceback } from './traceback.ts'
import type { VM } from './vm.ts'

/** The name that was probably meant, or null. Runs `__dir__`; what fails gives no suggestion. */
export function suggestName(
  vm: VM,
  exception: PyObject,
  traceback: PyTraceback | null,
  wrong: string,
): string | null {
  try {
    if (exception instanceof PyAttributeError)
      return closestName(wrong, attributeNames(vm, exception.obj ?? vm.None, traceback, wrong))
    if (exception instanceof PyImportError) return closestName(wrong, moduleNames(vm, exception, wrong))
    if (traceback === null) return null
    const self = localSelf(vm, traceback)
    if (self !== null && lend(newInterned(vm, wrong), (name) => hasAttr(vm, self, name)))
      return `self.${wrong}`
    return closestName(wrong, visibleNames(vm, traceback))
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
  return lend(getFrameLocals(vm, innermost(traceback).frame), (locals) =>
    withName(vm, 'self', (key) => {
      const found = unlessRaised(vm.types.KeyError, () => getItem(vm, locals, key))
      // The frame keeps it.
      return found === null ? null : lend(found, (value) => value as PyObject)
    }),
  )
}

/** `dir(object)`. */
function dirOf(vm: VM, object: PyObject): string[] {
  return lend(callBoundSpecial(vm, object, '__dir__', [])!, (names) => strings(vm, names)).sort(compareText)
}

function strings(vm: VM, iterable: PyObject): string[] {
  const items = toArray(vm, iterable)
  try {
    return items.flatMap((item) => (item instanceof PyStr ? [item.value] : []))
  } finally {
    releaseAll(items)
  }
}

function attributeNames(vm: VM, object: PyObject, traceback: PyTraceback | null, wrong: string): string[] {
  const names = dirOf(vm, object)
  // Private names are suggested only to those who look for one, and inside of the object's own methods.
  const isInside = wrong.startsWith('_') || (traceback !== null && localSelf(vm, traceback) === object)
  return isInside ? names : names.filter((name) => !name.startsWith('_'))
}

function moduleNames(vm: VM, error: PyImportError, wrong: string): string[] {
  const { name } = error
  if (!(name instanceof PyStr)) return []
  const names = lend(vm.importModule(name.value.split('.')[0]!), (module) => dirOf(vm, module))
  return wrong.startsWith('_') ? names : names.filter((each) => !each.startsWith('_'))
}

/** The names that the innermost frame sees: local, global, built in. */
function visibleNames(vm: VM, traceback: PyTraceback): string[] {
  const { frame } = innermost(traceback)
  const locals = lend(getFrameLocals(vm, frame), (each) => strings(vm, each))
  const namesIn = (dict: PyDict): string[] => strings(vm, dict)
  return [...locals, ...namesIn(frame.frame.globals), ...namesIn(frame.frame.builtins)]
}
