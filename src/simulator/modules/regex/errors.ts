/** Mistakes in patterns as Python exceptions. */
import type { PyObject } from '../../heap/object.ts'
import { lend, newRef } from '../../heap/reference.ts'
import { newInt } from '../../objects/int.ts'
import { getAttrNamed } from '../../objects/protocols/attributes.ts'
import { newStr } from '../../objects/str.ts'
import type { VM } from '../../objects/vm.ts'
import { RegexError, RegexRefusal } from './nodes.ts'

/** Raises `re.PatternError` for a mistake in `pattern`; anything else is thrown on. */
export function raiseRegexError(vm: VM, thrown: unknown, pattern: PyObject): never {
  if (thrown instanceof RegexRefusal) return vm.raise(thrown.type, thrown.message)
  if (!(thrown instanceof RegexError)) throw thrown
  const { message, position } = thrown
  const exception = lend(vm.importModule('re'), (re) =>
    lend(getAttrNamed(vm, re, 'PatternError'), (cls) =>
      lend(newStr(vm, message), (text) => {
        const where = position === null ? newRef(vm.None) : newInt(vm, position)
        return lend(where, (at) => vm.call(cls, position === null ? [text] : [text, pattern, at]))
      }),
    ),
  )
  return vm.raiseException(exception)
}
