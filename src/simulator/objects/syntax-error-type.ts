/**
 * `SyntaxError` as a Python type: the message, and in the second argument the place. How it is displayed is in
 * `traceback-text.ts`. As `SyntaxError_init` and `SyntaxError_str` of `Objects/exceptions.c`.
 */

import { putField } from '../heap/heap.ts'
import type { PyObject } from '../heap/object.ts'
import type { Held } from '../heap/reference.ts'
import { newRef, releaseAll } from '../heap/reference.ts'
import type { KwNames } from './declare/slots.ts'
import { defineType } from './declare/type.ts'
import { field, initBaseException } from './exception-base.ts'
import { PySyntaxErrorObject } from './exceptions.ts'
import type { PyInt } from './int.ts'
import { toArray } from './protocols/iteration.ts'
import { toText } from './protocols/text.ts'
import { newStr, PyStr } from './str.ts'
import { typeOf } from './type.ts'
import type { VM } from './vm.ts'

const places = ['filename', 'lineno', 'offset', 'text', 'end_lineno', 'end_offset'] as const

export function initSyntaxError(
  vm: VM,
  self: PySyntaxErrorObject,
  args: readonly PyObject[],
  kwnames: KwNames,
): void {
  initBaseException(vm, self, args, kwnames)
  if (args.length >= 1) putField(self, 'msg', newRef(args[0]!))
  if (args.length !== 2) return
  const info = toArray(vm, args[1]!)
  try {
    if (info.length < 4) vm.raise('TypeError', `function takes at least 4 arguments (${info.length} given)`)
    if (info.length > 6) vm.raise('TypeError', `function takes at most 6 arguments (${info.length} given)`)
    places.forEach((name, i) =>
      putField(self, name, i < info.length ? (newRef(info[i] as PyObject) as Held) : null),
    )
    if (info.length === 5) vm.raise('TypeError', 'end_offset must be provided when end_lineno is provided')
  } finally {
    releaseAll(info)
  }
}

export const syntaxErrorSpec = defineType(PySyntaxErrorObject, 'SyntaxError', 'The text is not Python.', {
  base: 'Exception',
  basicsize: 136,
  subclassable: true,
  slots: {
    __init__: initSyntaxError,
    __str__(vm, self) {
      const message = toText(vm, self.msg ?? vm.None)
      const file =
        self.filename instanceof PyStr
          ? self.filename.value.slice(self.filename.value.lastIndexOf('/') + 1)
          : null
      const line =
        self.lineno !== null && typeOf(self.lineno) === vm.types.int
          ? (self.lineno as unknown as PyInt).value
          : null
      const places = [...(file === null ? [] : [file]), ...(line === null ? [] : [`line ${line}`])]
      return newStr(vm, places.length === 0 ? message : `${message} (${places.join(', ')})`)
    },
  },
  getset: [
    field<PySyntaxErrorObject, 'msg'>('msg', 'The message.', 'msg'),
    field<PySyntaxErrorObject, 'filename'>('filename', 'The file.', 'filename'),
    field<PySyntaxErrorObject, 'lineno'>('lineno', 'The line.', 'lineno'),
    field<PySyntaxErrorObject, 'offset'>('offset', 'The column, from 1.', 'offset'),
    field<PySyntaxErrorObject, 'text'>('text', 'The text of the line.', 'text'),
    field<PySyntaxErrorObject, 'end_lineno'>('end_lineno', 'The last line.', 'end_lineno'),
    field<PySyntaxErrorObject, 'end_offset'>('end_offset', 'The column after the last.', 'end_offset'),
    field<PySyntaxErrorObject, 'print_file_and_line'>(
      'print_file_and_line',
      'Whether file and line are shown.',
      'print_file_and_line',
    ),
  ],
})
