/**
 * UnicodeEncodeError, UnicodeDecodeError and UnicodeTranslateError: which part of which object could not be
 * converted, and why. As `Objects/exceptions.c`.
 */

import { putField } from '../heap/heap.ts'
import type { PyObject } from '../heap/object.ts'
import { newRef } from '../heap/reference.ts'
import { bytesOf } from './buffers.ts'
import { newBytes, PyBytes } from './bytes.ts'
import { checkPositional } from './declare/arguments.ts'
import type { KwNames } from './declare/slots.ts'
import { defineType, type GetSetSpec, member, type TypeSpec } from './declare/type.ts'
import { field, initBaseException, newBaseException } from './exception-base.ts'
import { PyUnicodeError } from './exceptions.ts'
import { newInt, PyInt } from './int.ts'
import type { ExceptionName } from './names.ts'
import { toIndex } from './protocols/numbers.ts'
import { toText } from './protocols/text.ts'
import { newStr, PyStr } from './str.ts'
import { characters, codePointLength } from './text/code-points.ts'
import { typeName } from './type.ts'
import type { VM } from './vm.ts'

function position(name: 'start' | 'end', doc: string): GetSetSpec<PyUnicodeError> {
  return member<PyUnicodeError>(
    name,
    doc,
    (vm, self) => newInt(vm, self[name]),
    (vm, self, value) => {
      if (value === null) vm.raise('TypeError', "can't delete numeric/char attribute")
      else if (!(value instanceof PyInt)) {
        // The failed conversion's -1 is stored all the same.
        self[name] = -1
        vm.raise('TypeError', 'an integer is required')
      } else self[name] = toIndex(vm, value, 'OverflowError')
    },
  )
}

/** Reads `([encoding,] object, start, end, reason)`. */
function initialise(
  vm: VM,
  self: PyUnicodeError,
  args: readonly PyObject[],
  kwnames: KwNames,
  encodes: boolean,
  ofBytes: boolean,
): void {
  initBaseException(vm, self, args, kwnames)
  const count = encodes ? 5 : 4
  if (args.length !== count)
    vm.raise('TypeError', `function takes exactly ${count} arguments (${args.length} given)`)
  checkPositional(vm, 'function', args.length, count, count)
  const at = encodes ? 1 : 0
  const expectStr = (index: number): PyStr => {
    const value = args[index]!
    if (value instanceof PyStr) return value
    return vm.raise(
      'TypeError',
      `argument ${index + 1} must be str, not ${value === vm.None ? 'None' : typeName(value)}`,
    )
  }
  const encoding = encodes ? expectStr(0) : null
  let object = args[at]!
  if (!ofBytes) object = expectStr(at)
  const start = toIndex(vm, args[at + 1]!, 'OverflowError')
  const end = toIndex(vm, args[at + 2]!, 'OverflowError')
  const reason = expectStr(at + 3)
  if (ofBytes && !(object instanceof PyBytes)) {
    const bytes = bytesOf(object)
    if (bytes === null)
      return vm.raise('TypeError', `a bytes-like object is required, not '${typeName(object)}'`)
    putField(self, 'object', newBytes(vm, bytes.slice()))
  } else putField(self, 'object', newRef(object))
  if (encoding !== null) putField(self, 'encoding', newRef(encoding))
  putField(self, 'reason', newRef(reason))
  self.start = start
  self.end = end
}

/** A character as the messages write it: `\xe9`, `\u1234`, `\U00012345`. */
function escaped(character: string): string {
  const point = character.codePointAt(0)!
  const digits = point.toString(16)
  return point <= 0xff
    ? `\\x${digits.padStart(2, '0')}`
    : point <= 0xffff
      ? `\\u${digits.padStart(4, '0')}`
      : `\\U${digits.padStart(8, '0')}`
}

function encodingText(vm: VM, self: PyUnicodeError): string {
  return `'${self.encoding === null ? '<NULL>' : toText(vm, self.encoding)}' codec can't `
}

/** The text about characters, shared by encoding and translating. */
function describeCharacters(vm: VM, self: PyUnicodeError, verb: string): string {
  const { object, start, end } = self
  const reason = toText(vm, self.reason ?? vm.None)
  if (object instanceof PyStr && start >= 0 && start < codePointLength(object.value) && end === start + 1) {
    return `${verb} character '${escaped(characters(object.value)[start]!)}' in position ${start}: ${reason}`
  }
  return `${verb} characters in position ${start}-${end - 1}: ${reason}`
}

function define(
  name: ExceptionName,
  doc: string,
  encodes: boolean,
  ofBytes: boolean,
  describe: (vm: VM, self: PyUnicodeError) => string,
): TypeSpec {
  return defineType(PyUnicodeError, name, doc, {
    base: 'UnicodeError',
    basicsize: 112,
    subclassable: true,
    slots: {
      __new__: newBaseException,
      __init__: (vm, self, args, kwnames) => initialise(vm, self, args, kwnames, encodes, ofBytes),
      // Made by `__new__` alone it has nothing to say.
      __str__: (vm, self) => newStr(vm, self.object === null ? '' : describe(vm, self)),
    },
    getset: [
      field<PyUnicodeError, 'encoding'>('encoding', 'The encoding.', 'encoding'),
      field<PyUnicodeError, 'object'>('object', 'What was converted.', 'object'),
      position('start', 'Where the trouble begins.'),
      position('end', 'Where it ends.'),
      field<PyUnicodeError, 'reason'>('reason', 'Why it does not work.', 'reason'),
    ],
  })
}

export const unicodeEncodeErrorSpec = define(
  'UnicodeEncodeError',
  'Text cannot be encoded.',
  true,
  false,
  (vm, self) => encodingText(vm, self) + describeCharacters(vm, self, 'encode'),
)

export const unicodeDecodeErrorSpec = define(
  'UnicodeDecodeError',
  'Bytes cannot be decoded.',
  true,
  true,
  (vm, self) => {
    const { object, start, end } = self
    const reason = toText(vm, self.reason ?? vm.None)
    const byte = object instanceof PyBytes && end === start + 1 ? object.value[start] : undefined
    const what =
      byte === undefined
        ? `decode bytes in position ${start}-${end - 1}`
        : `decode byte 0x${byte.toString(16).padStart(2, '0')} in position ${start}`
    return `${encodingText(vm, self)}${what}: ${reason}`
  },
)

export const unicodeTranslateErrorSpec = define(
  'UnicodeTranslateError',
  'Text cannot be translated.',
  false,
  false,
  (vm, self) => describeCharacters(vm, self, "can't translate"),
)
