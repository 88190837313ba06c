/** `_string`: how format templates are taken apart. As `Objects/stringlib/unicode_format.h`. */
import type { PyObject } from '../heap/object.ts'
import type { Held, Own } from '../heap/reference.ts'
import { lend, newRef } from '../heap/reference.ts'
import { newBool } from '../objects/bool.ts'
import { defineModule, fn } from '../objects/declare/module.ts'
import { newInt } from '../objects/int.ts'
import { newList } from '../objects/list.ts'
import { getIter } from '../objects/protocols/iteration.ts'
import { newStr } from '../objects/str.ts'
import { FormatError } from '../objects/text/error.ts'
import { fieldSteps, parseTemplate, splitFieldName } from '../objects/text/str-format.ts'
import { newTuple } from '../objects/tuple.ts'
import type { VM } from '../objects/vm.ts'

/** Runs a reader of templates, whose mistakes are ValueErrors. */
function reading<T>(vm: VM, body: () => T): T {
  try {
    return body()
  } catch (thrown) {
    if (thrown instanceof FormatError) return vm.raise('ValueError', thrown.message)
    throw thrown
  }
}

/** An iterator over the items. */
function iterate(vm: VM, items: Held[]): Own {
  return lend(newList(vm, items), (list) => getIter(vm, list))
}

export const stringModule = defineModule('_string', 'Parts of format templates.', {
  functions: [
    fn(
      'formatter_parser(text: str, /) -> object',
      'Literal text, field name, specification and conversion, one after the other.',
      (vm, text) =>
        iterate(
          vm,
          reading(vm, () => [...parseTemplate(text)]).map(({ literal, field }) => {
            const none = (): Held => newRef(vm.None)
            const rest =
              field === null
                ? [none(), none(), none()]
                : [
                    newStr(vm, field.name),
                    newStr(vm, field.spec),
                    field.conversion === '' ? none() : newStr(vm, field.conversion),
                  ]
            return newTuple(vm, [newStr(vm, literal) as Held, ...(rest as Held[])]) as Held
          }),
        ),
    ),
    fn(
      'formatter_field_name_split(text: str, /) -> object',
      'The first part of a field name, and the steps from there.',
      (vm, text) => {
        const { first, rest } = splitFieldName(text, null)
        const steps = reading(vm, () => [...fieldSteps(rest)]).map((step) => {
          const value: PyObject =
            step.kind === 'index'
              ? newInt(vm, step.index)
              : newStr(vm, step.kind === 'attribute' ? step.name : step.key)
          return newTuple(vm, [newBool(vm, step.kind === 'attribute') as Held, value as Held]) as Held
        })
        const head = typeof first === 'string' ? newStr(vm, first) : newInt(vm, first)
        return newTuple(vm, [head as unknown as Held, iterate(vm, steps)])
      },
    ),
  ],
})
