/** The module `_sre`: compiled regular expressions. As `Modules/_sre/sre.c` with what `Lib/re/_compiler.py` does. */
import type { PyObject } from '../heap/object.ts'
import type { Own } from '../heap/reference.ts'
import { newRef } from '../heap/reference.ts'
import { tracked } from '../objects/allocate.ts'
import { bytesOf } from '../objects/buffers.ts'
import { defineModule, fn } from '../objects/declare/module.ts'
import { newDict } from '../objects/dict.ts'
import { characterNamed } from '../objects/encodings.ts'
import { newInt } from '../objects/int.ts'
import { newList } from '../objects/list.ts'
import { newStr, PyStr } from '../objects/str.ts'
import { newTuple } from '../objects/tuple.ts'
import type { VM } from '../objects/vm.ts'
import { raiseRegexError } from './regex/errors.ts'
import { matchSpec } from './regex/match.ts'
import { parsePattern } from './regex/parser.ts'
import { PyPattern, patternSpec } from './regex/pattern.ts'
import { compileProgram } from './regex/program.ts'

function compile(vm: VM, pattern: PyObject, flags: number): Own {
  const isText = pattern instanceof PyStr
  const bytes = isText ? null : bytesOf(pattern)
  if (!isText && bytes === null)
    return vm.raise('TypeError', 'first argument must be string or compiled pattern')
  const text = isText ? pattern.value : Array.from(bytes!, (byte) => String.fromCharCode(byte)).join('')
  try {
    const parsed = parsePattern(text, isText, flags, (name) => characterNamed(vm, name))
    const program = compileProgram(parsed.root, parsed.groups)
    const groupIndex = newDict(vm)
    for (const [name, index] of parsed.names) groupIndex.putStr(vm, name, newInt(vm, index) as unknown as Own)
    const type = vm.typeFor(patternSpec)
    const made = tracked(
      vm,
      new PyPattern(type, newRef(pattern), groupIndex, parsed.flags, program, parsed.names),
    )
    const warnings = newList(
      vm,
      parsed.warnings.map((text) => newStr(vm, text)),
    )
    return newTuple(vm, [made, warnings]) as unknown as Own
  } catch (thrown) {
    return raiseRegexError(vm, thrown, pattern)
  }
}

export const regexModule = defineModule('_sre', 'Compiled regular expressions.', {
  functions: [
    fn(
      'compile(pattern, flags: ssize_t, /) -> object',
      'A compiled regular expression, and warnings about its text.',
      compile,
    ),
  ],
  types: { Pattern: patternSpec, Match: matchSpec },
})
