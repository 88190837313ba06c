/**
 * `_traceback`: what the Python part of the module `traceback` asks of the machine: the same texts that an
 * uncaught exception prints, and source lines.
 */
import type { PyObject } from '../heap/object.ts'
import type { Held, Own } from '../heap/reference.ts'
import { newRef } from '../heap/reference.ts'
import { defineModule, fn } from '../objects/declare/module.ts'
import { newInt } from '../objects/int.ts'
import { newList } from '../objects/list.ts'
import { toIndex } from '../objects/protocols/numbers.ts'
import { newStr, PyStr } from '../objects/str.ts'
import { PyTraceback } from '../objects/traceback.ts'
import { positionsOf } from '../objects/traceback-capture.ts'
import {
  describeAlone,
  formatEntry,
  formatExceptionOnly,
  formatExceptionParts,
} from '../objects/traceback-text.ts'
import { newTuple } from '../objects/tuple.ts'
import { typeName } from '../objects/type.ts'
import type { VM } from '../objects/vm.ts'

function newTexts(vm: VM, texts: readonly string[]): Own {
  return newList(
    vm,
    texts.map((text) => newStr(vm, text) as Held),
  )
}

const numberOrNull = (vm: VM, value: PyObject): number | null =>
  value === vm.None ? null : toIndex(vm, value, 'OverflowError')

const orNone = (vm: VM, value: number | null): Own => (value === null ? newRef(vm.None) : newInt(vm, value))

function toTraceback(vm: VM, value: PyObject): PyTraceback | null {
  if (value === vm.None) return null
  if (value instanceof PyTraceback) return value
  return vm.raise('AttributeError', `'${typeName(value)}' object has no attribute 'tb_frame'`)
}

export const tracebackNativeSpec = defineModule('_traceback', 'Exceptions as text.', {
  functions: [
    fn(
      'format_exception(exc, tb, limit, chain: bool, /) -> object',
      'An exception with its traceback.',
      (vm, exception, traceback, limit, chain) =>
        newTexts(
          vm,
          formatExceptionParts(vm, exception, {
            traceback: toTraceback(vm, traceback),
            limit: numberOrNull(vm, limit),
            chain,
          }),
        ),
    ),
    fn(
      'format_exception_only(exc, show_group: bool, /) -> object',
      'An exception without its traceback.',
      (vm, exception, showGroup) => newTexts(vm, formatExceptionOnly(vm, exception, showGroup)),
    ),
    fn(
      'describe(exc, tb, /) -> object',
      'The text of an exception, and the pieces of its message and notes.',
      (vm, exception, traceback) => {
        const known = traceback instanceof PyTraceback ? traceback : null
        const { text, parts } = describeAlone(vm, exception, known)
        return newTuple(vm, [newStr(vm, text), newTexts(vm, parts)])
      },
    ),
    fn(
      'positions(tb, /) -> object',
      'Frames of a traceback with line, last line and columns.',
      (vm, traceback) =>
        newList(
          vm,
          positionsOf(toTraceback(vm, traceback)).map(
            ({ frame, lineno, end_lineno, col_offset, end_col_offset }) =>
              newTuple(vm, [
                newRef(frame),
                orNone(vm, lineno),
                orNone(vm, end_lineno),
                orNone(vm, col_offset),
                orNone(vm, end_col_offset),
              ]) as Held,
          ),
        ),
    ),
    fn(
      'format_entry(filename: str, lineno, name: str, end_lineno, colno, end_colno, lines, /) -> str',
      'One entry of a traceback with its source, which may be given.',
      (vm, filename, lineno, name, end_lineno, colno, end_colno, lines) =>
        formatEntry(
          vm,
          {
            filename,
            name,
            module: null,
            lineno: numberOrNull(vm, lineno),
            end_lineno: numberOrNull(vm, end_lineno),
            col_offset: numberOrNull(vm, colno),
            end_col_offset: numberOrNull(vm, end_colno),
          },
          lines instanceof PyStr ? lines.value : null,
        ),
    ),
    fn(
      'source_line(filename: str, lineno: ssize_t, /) -> object',
      'A line of a file that was compiled, or None.',
      (vm, filename, lineno) => {
        const line = vm.sourceLine(filename, lineno)
        return line === null ? newRef(vm.None) : newStr(vm, line)
      },
    ),
  ],
})
