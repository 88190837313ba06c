/** `_json`: reading and writing JSON. As `Modules/_json.c`. */

import type { PyObject } from '../heap/object.ts'
import type { Held } from '../heap/reference.ts'
import { defineModule, fn } from '../objects/declare/module.ts'
import { newInt } from '../objects/int.ts'
import { newStr, PyStr } from '../objects/str.ts'
import { codePointOffset, unitOffset } from '../objects/text/code-points.ts'
import { newTuple } from '../objects/tuple.ts'
import { typeName } from '../objects/type.ts'
import type { VM } from '../objects/vm.ts'
import { encodeJson, quoted } from './json/encode.ts'
import { scannerSpec, scanString } from './json/scan.ts'

function textOf(vm: VM, object: PyObject): string {
  return object instanceof PyStr
    ? object.value
    : vm.raise('TypeError', `first argument must be a string, not ${typeName(object)}`)
}

export const jsonModule = defineModule('_json', 'JSON.', {
  functions: [
    fn('encode_basestring(string, /) -> str', 'Text in quotes.', (vm, text) =>
      quoted(textOf(vm, text), false),
    ),
    fn('encode_basestring_ascii(string, /) -> str', 'Text in quotes, in ASCII only.', (vm, text) =>
      quoted(textOf(vm, text), true),
    ),
    fn(
      'scanstring(string, end: ssize_t, strict: bool = True, /) -> object',
      'The text that begins after a quote, and where it ends.',
      (vm, string, end, strict) => {
        const text = textOf(vm, string)
        const { value, next } = scanString(vm, string as PyStr, unitOffset(text, end), strict)
        return newTuple(vm, [newStr(vm, value) as Held, newInt(vm, codePointOffset(text, next)) as Held])
      },
    ),
    fn(
      'encode(obj, encoder, /) -> str',
      'An object as JSON, as an encoder with its options writes it.',
      (vm, object, encoder) => encodeJson(vm, object, encoder),
    ),
  ],
  types: { Scanner: scannerSpec, make_scanner: scannerSpec },
})
