/** `_tokenize`: the tokens of a text. As `Python/Python-tokenize.c`, which reads a line at a time. */
import type { Own } from '../heap/reference.ts'
import { newRef } from '../heap/reference.ts'
import { defineModule, fn } from '../objects/declare/module.ts'
import { newInt } from '../objects/int.ts'
import { newList } from '../objects/list.ts'
import { newStr } from '../objects/str.ts'
import { newTuple } from '../objects/tuple.ts'
import type { VM } from '../objects/vm.ts'
import type { Engine } from '../vm/interpreter.ts'

function newPlace(vm: VM, [line, column]: readonly [number, number]): Own {
  return newTuple(vm, [newInt(vm, line), newInt(vm, column)])
}

export const tokenizeModule = defineModule('_tokenize', 'Tokens of source text.', {
  functions: [
    fn(
      '_list(source: str, /) -> object',
      'The tokens as tuples; and the name, message, line, offset and text of the error that ends them, or None.',
      (vm, source) => {
        const { tokens, error } = (vm as Engine).toolchain.listTokens(source)
        const rows = tokens.map(({ type, text, start, end, line }) =>
          newTuple(vm, [
            newInt(vm, type),
            newStr(vm, text),
            newPlace(vm, start),
            newPlace(vm, end),
            newStr(vm, line),
          ]),
        )
        const end =
          error === null
            ? newRef(vm.None)
            : newTuple(vm, [
                newStr(vm, error.type),
                newStr(vm, error.msg),
                newInt(vm, error.lineno!),
                newInt(vm, error.offset!),
                newStr(vm, error.text!),
              ])
        return newTuple(vm, [newList(vm, rows), end])
      },
    ),
  ],
})
