/**
 * What `bytes` and `bytearray` have in common. Their bytes are handled as text in which each character is
 * one byte, so that searching and cutting is the work of `text/str-operations.ts`. As `Objects/bytes_methods.c`
 * and `Objects/stringlib`.
 */

import type { PyObject } from '../heap/object.ts'
import type { Held, Own } from '../heap/reference.ts'
import { lend, newRef, release } from '../heap/reference.ts'
import { newBool } from './bool.ts'
import { newViewByMethod } from './buffer-wrapper.ts'
import { bytesOf } from './buffers.ts'
import { PyByteArray } from './bytearray.ts'
import { newBytes } from './bytes.ts'
import { type Comparison, EQ, GE, GT, LE, LT, NE } from './declare/slots.ts'
import { classMethod, type MethodSpec, methodsOf, staticMethod } from './declare/type.ts'
import { decodeBytes } from './encodings.ts'
import { PyInt } from './int.ts'
import { newList, PyList } from './list.ts'
import { eachItem, toFastArray } from './protocols/iteration.ts'
import { isIndex, toIndex, toInteger } from './protocols/numbers.ts'
import { lengthOf } from './protocols/sequences.ts'
import { PyStr } from './str.ts'
import * as operations from './text/str-operations.ts'
import { newTuple, PyTuple } from './tuple.ts'
import { typeName, typeOf } from './type.ts'
import type { VM } from './vm.ts'

/** What counts as white space among bytes. */
const asciiSpace = '\\t\\n\\x0b\\f\\r '

/** Bytes as text of characters up to U+00FF. */
export function latin(bytes: Uint8Array): string {
  let text = ''
  for (let at = 0; at < bytes.length; at += 8192)
    text += String.fromCharCode(...bytes.subarray(at, at + 8192))
  return text
}

/** The bytes of such text. */
export function unlatin(text: string): Uint8Array {
  return Uint8Array.from(text, (character) => character.charCodeAt(0))
}

/** The bytes of a bytes-like argument, as text. Raises TypeError. */
export function textOfBytes(vm: VM, object: PyObject): string {
  const bytes = bytesOf(object)
  if (bytes === null)
    return vm.raise('TypeError', `a bytes-like object is required, not '${typeName(object)}'`)
  return latin(bytes)
}

/** One byte given as int. Raises ValueError when out of range. */
export function toByte(vm: VM, value: PyObject, message: string): number {
  const number = Number(toInteger(vm, value))
  return number >= 0 && number <= 255 ? number : vm.raise('ValueError', message)
}

/** What to search for: bytes, or one byte as int. */
function needle(vm: VM, part: PyObject): string {
  if (part instanceof PyInt || (bytesOf(part) === null && isIndex(part))) {
    return String.fromCharCode(toByte(vm, part, 'byte must be in range(0, 256)'))
  }
  const bytes = bytesOf(part)
  if (bytes === null)
    return vm.raise('TypeError', `argument should be integer or bytes-like object, not '${typeName(part)}'`)
  return latin(bytes)
}

/** `a < b` and the like, on bytes. */
export function compareBytes(vm: VM, a: Uint8Array, other: PyObject, operator: Comparison): Own {
  const b = bytesOf(other)
  if (b === null) return newRef(vm.NotImplemented)
  let order = 0
  for (let i = 0; i < a.length && i < b.length && order === 0; i++) order = a[i]! - b[i]!
  if (order === 0) order = a.length - b.length
  const truths = {
    [LT]: order < 0,
    [LE]: order <= 0,
    [EQ]: order === 0,
    [NE]: order !== 0,
    [GT]: order > 0,
    [GE]: order >= 0,
  }
  return newBool(vm, truths[operator])
}

/** `x in bytes`. */
export function containsBytes(vm: VM, bytes: Uint8Array, item: PyObject): boolean {
  if (item instanceof PyInt || (bytesOf(item) === null && isIndex(item))) {
    return bytes.includes(toByte(vm, item, 'byte must be in range(0, 256)'))
  }
  return latin(bytes).includes(textOfBytes(vm, item))
}

/**
 * The bytes that `bytes(source, encoding, errors)` and `bytearray(…)` are made from: text with an encoding,
 * a size, bytes, or an iterable of ints.
 */
export function bytesFrom(vm: VM, source: PyObject, what: string): Uint8Array {
  const given = bytesOf(source)
  if (given !== null) return given.slice()
  const view = source instanceof PyStr ? null : newViewByMethod(vm, source)
  if (view !== null) return lend(view, (each) => each.toBytes().slice())
  if (source instanceof PyStr) {
    return vm.raise(
      'TypeError',
      what === 'bytes' ? 'string argument without an encoding' : "expected iterable of integers; got: 'str'",
    )
  }
  if (isIndex(source)) {
    const count = toIndex(vm, source, 'OverflowError')
    if (count < 0) return vm.raise('ValueError', 'negative count')
    if (count > 0x2000_0000) return vm.raise('MemoryError', '')
    return new Uint8Array(count)
  }
  const { slots } = source.type as unknown as { slots: { __iter__: unknown; __getitem__: unknown } }
  if (slots.__iter__ === null && slots.__getitem__ === null) {
    return vm.raise('TypeError', `cannot convert '${typeName(source)}' object to ${what}`)
  }
  const bytes: number[] = []
  eachByte(vm, source, what, (byte) => bytes.push(byte))
  return Uint8Array.from(bytes)
}

/** Tells each of the ints of an iterable as a byte; what it asks of them may change a list that is being read. */
export function eachByte(vm: VM, source: PyObject, what: string, tell: (byte: number) => void): void {
  const outOfRange = what === 'bytes' ? 'bytes must be in range(0, 256)' : 'byte must be in range(0, 256)'
  const tellOne = (item: PyObject): void =>
    tell(
      isIndex(item)
        ? toByte(vm, item, outOfRange)
        : vm.raise('TypeError', `'${typeName(item)}' object cannot be interpreted as an integer`),
    )
  if (source instanceof PyList && typeOf(source) === vm.types.list) {
    for (let i = 0; i < source.items.length; i++) lend(newRef(source.items[i]!), tellOne)
  } else eachItem(vm, source, tellOne, true)
}

/** `bytes.hex(sep, bytes_per_sep)`. */
export function hexText(vm: VM, bytes: Uint8Array, sep: PyObject | null, group: number): string {
  const digits = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0'))
  if (sep === null) return digits.join('')
  if (lengthOf(vm, sep) !== 1) return vm.raise('ValueError', 'sep must be length 1.')
  if (!(sep instanceof PyStr) && bytesOf(sep) === null)
    return vm.raise('TypeError', 'sep must be str or bytes.')
  const by = sep instanceof PyStr ? sep.value : textOfBytes(vm, sep)
  if (by > '\x7f') return vm.raise('ValueError', 'sep must be ASCII.')
  if (group === 0) return digits.join('')
  const groups: string[] = []
  const size = Math.abs(group)
  if (group > 0)
    for (let end = digits.length; end > 0; end -= size)
      groups.unshift(digits.slice(Math.max(0, end - size), end).join(''))
  else for (let at = 0; at < digits.length; at += size) groups.push(digits.slice(at, at + size).join(''))
  return groups.join(by)
}

/** Bytes several times over. */
export function repeatBytes(vm: VM, bytes: Uint8Array, times: number): Uint8Array {
  const count = Math.max(0, times)
  if (bytes.length * count > 0x1000_0000) return vm.raise('MemoryError', '')
  const made = new Uint8Array(bytes.length * count)
  for (let i = 0; i < count && bytes.length > 0; i++) made.set(bytes, i * bytes.length)
  return made
}

/** One row of bytes after another. */
export function joinBytes(first: Uint8Array, second: Uint8Array): Uint8Array {
  const made = new Uint8Array(first.length + second.length)
  made.set(first)
  made.set(second, first.length)
  return made
}

/** The methods, for a type that gives its bytes and makes others of its kind. */
export function bytesMethods<S extends PyObject>(
  bytesIn: (self: S) => Uint8Array,
  make: (vm: VM, bytes: Uint8Array) => Own,
): readonly MethodSpec[] {
  const method = methodsOf<PyObject>()
  const text = (self: PyObject): string => latin(bytesIn(self as S))
  const result = (vm: VM, value: string): Own => make(vm, unlatin(value))
  const list = (vm: VM, parts: readonly string[]): Own =>
    newList(
      vm,
      parts.map((part) => result(vm, part)),
    )
  const triple = (vm: VM, parts: readonly string[]): Own =>
    newTuple(
      vm,
      parts.map((part) => result(vm, part)),
    )
  const separator = (vm: VM, sep: PyObject): string | null => {
    if (sep === vm.None) return null
    const by = textOfBytes(vm, sep)
    return by === '' ? vm.raise('ValueError', 'empty separator') : by
  }
  const notEmpty = (vm: VM, sep: PyObject): string => {
    const by = textOfBytes(vm, sep)
    return by === '' ? vm.raise('ValueError', 'empty separator') : by
  }
  const affix = (
    vm: VM,
    self: PyObject,
    part: PyObject,
    start: number,
    stop: number,
    name: string,
    test: typeof operations.startsWith,
  ): boolean => {
    if (part instanceof PyTuple)
      return part.items.some((each) => test(text(self), textOfBytes(vm, each), start, stop))
    if (bytesOf(part) === null) {
      return vm.raise(
        'TypeError',
        `${name} first arg must be bytes or a tuple of bytes, not ${typeName(part)}`,
      )
    }
    return test(text(self), textOfBytes(vm, part), start, stop)
  }
  const fill = (vm: VM, value: PyObject, name: string): string => {
    const bytes = bytesOf(value)
    if (bytes === null || bytes.length !== 1) {
      return vm.raise(
        'TypeError',
        `${name}() argument 2 must be a byte string of length 1, not ${typeName(value)}`,
      )
    }
    return latin(bytes)
  }
  const fillOr = (vm: VM, value: PyObject | null, name: string): string =>
    value === null ? ' ' : fill(vm, value, name)
  const padding = (self: PyObject, width: number, character: string): string =>
    character.repeat(Math.max(0, width - bytesIn(self as S).length))
  const strip = (name: 'strip', left: boolean, right: boolean): MethodSpec =>
    method(
      `${name}(self, bytes: object = None, /) -> object`,
      'Without surrounding bytes.',
      (vm, self, characters) => {
        const doomed = characters === vm.None ? ' \t\n\r\x0b\f' : textOfBytes(vm, characters)
        return result(vm, operations.stripText(text(self), doomed, left, right))
      },
    )
  const ascii = (name: 'isalpha', test: RegExp): MethodSpec =>
    method(`${name}(self, /) -> bool`, 'Tests its ASCII characters.', (_vm, self) => test.test(text(self)))
  const convert = (name: 'lower', change: (value: string) => string): MethodSpec =>
    method(`${name}(self, /) -> object`, 'A copy with its ASCII letters changed.', (vm, self) =>
      result(vm, change(text(self))),
    )
  const lower = (value: string): string => value.replace(/[A-Z]+/g, (letters) => letters.toLowerCase())
  const upper = (value: string): string => value.replace(/[a-z]+/g, (letters) => letters.toUpperCase())

  return [
    method(
      "decode(self, /, encoding: str = 'utf-8', errors: str = 'strict') -> str",
      'The text that the bytes encode.',
      (vm, self, encoding, errors) => decodeBytes(vm, bytesIn(self as S), encoding, errors),
    ),
    method(
      'hex(self, /, sep: object = NULL, bytes_per_sep: ssize_t = 1) -> str',
      'Two hexadecimal digits a byte.',
      (vm, self, sep, group) => hexText(vm, bytesIn(self as S), sep, group),
    ),
    classMethod(
      'fromhex(cls, string: str, /) -> object',
      'Bytes from hexadecimal digits.',
      (vm, cls, string) => {
        const bytes: number[] = []
        for (let at = 0; at < string.length; ) {
          if (/[\t-\r ]/.test(string[at]!)) {
            at++
            continue
          }
          const pair = string.slice(at, at + 2)
          if (!/^[0-9a-fA-F]{2}$/.test(pair)) {
            const wrong = /^[0-9a-fA-F]/.test(pair) ? at + 1 : at
            return vm.raise(
              'ValueError',
              `non-hexadecimal number found in fromhex() arg at position ${wrong}`,
            )
          }
          bytes.push(Number.parseInt(pair, 16))
          at += 2
        }
        return lend(newBytes(vm, Uint8Array.from(bytes)), (made) =>
          (cls as PyObject) === vm.types.bytes ? newRef(made) : vm.call(cls, [made]),
        )
      },
    ),
    method(
      'count(self, sub: object, start: slice_index = 0, end: slice_index = sys.maxsize, /) -> ssize_t',
      'How often bytes occur.',
      (vm, self, part, start, stop) => operations.countText(text(self), needle(vm, part), start, stop),
    ),
    method(
      'find(self, sub: object, start: slice_index = 0, end: slice_index = sys.maxsize, /) -> ssize_t',
      'Where bytes occur first, or -1.',
      (vm, self, part, start, stop) => operations.findText(text(self), needle(vm, part), start, stop),
    ),
    method(
      'rfind(self, sub: object, start: slice_index = 0, end: slice_index = sys.maxsize, /) -> ssize_t',
      'Where bytes occur last, or -1.',
      (vm, self, part, start, stop) => operations.findLastText(text(self), needle(vm, part), start, stop),
    ),
    method(
      'index(self, sub: object, start: slice_index = 0, end: slice_index = sys.maxsize, /) -> ssize_t',
      'Where bytes occur first.',
      (vm, self, part, start, stop) => {
        const at = operations.findText(text(self), needle(vm, part), start, stop)
        return at < 0 ? vm.raise('ValueError', 'subsection not found') : at
      },
    ),
    method(
      'rindex(self, sub: object, start: slice_index = 0, end: slice_index = sys.maxsize, /) -> ssize_t',
      'Where bytes occur last.',
      (vm, self, part, start, stop) => {
        const at = operations.findLastText(text(self), needle(vm, part), start, stop)
        return at < 0 ? vm.raise('ValueError', 'subsection not found') : at
      },
    ),
    method(
      'replace(self, old: object, new: object, count: ssize_t = -1, /) -> object',
      'A copy with bytes replaced by others.',
      (vm, self, old, replacement, count) =>
        result(
          vm,
          operations.replaceText(text(self), textOfBytes(vm, old), textOfBytes(vm, replacement), count),
        ),
    ),
    method(
      'split(self, /, sep: object = None, maxsplit: ssize_t = -1) -> object',
      'The parts between separators.',
      (vm, self, sep, most) => {
        const by = separator(vm, sep)
        return list(
          vm,
          by === null
            ? operations.splitSpace(text(self), most, asciiSpace)
            : operations.splitText(text(self), by, most),
        )
      },
    ),
    method(
      'rsplit(self, /, sep: object = None, maxsplit: ssize_t = -1) -> object',
      'The parts between separators, cut from the end.',
      (vm, self, sep, most) => {
        const by = separator(vm, sep)
        return list(
          vm,
          by === null
            ? operations.splitSpaceRight(text(self), most, asciiSpace)
            : operations.splitTextRight(text(self), by, most),
        )
      },
    ),
    method(
      'join(self, iterable_of_bytes: object, /) -> object',
      'Bytes joined by these.',
      (vm, self, iterable) => {
        // The separator may not change its size until the end.
        if (self instanceof PyByteArray) self.exports++
        let items: readonly Held[] = []
        try {
          items = toFastArray(vm, iterable, 'can only join an iterable')
          const parts = items.map((item, i) => {
            const bytes = bytesOf(item)
            return bytes === null
              ? vm.raise(
                  'TypeError',
                  `sequence item ${i}: expected a bytes-like object, ${typeName(item)} found`,
                )
              : latin(bytes)
          })
          return result(vm, parts.join(text(self)))
        } finally {
          for (const item of items) release(item)
          if (self instanceof PyByteArray) self.exports--
        }
      },
    ),
    method(
      'partition(self, sep: object, /) -> object',
      'The bytes before, at and after a separator.',
      (vm, self, sep) => triple(vm, operations.partition(text(self), notEmpty(vm, sep))),
    ),
    method(
      'rpartition(self, sep: object, /) -> object',
      'The bytes before, at and after the last separator.',
      (vm, self, sep) => triple(vm, operations.partitionRight(text(self), notEmpty(vm, sep))),
    ),
    method('splitlines(self, /, keepends: bool = False) -> object', 'The lines.', (vm, self, keep) =>
      list(
        vm,
        text(self)
          .match(/[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+$/g)
          ?.map((line) => (keep ? line : line.replace(/[\r\n]+$/, ''))) ?? [],
      ),
    ),
    strip('strip', true, true),
    strip('lstrip' as 'strip', true, false),
    strip('rstrip' as 'strip', false, true),
    method(
      'startswith(self, prefix: object, start: slice_index = 0, end: slice_index = sys.maxsize, /) -> bool',
      'Whether it begins so.',
      (vm, self, prefix, start, stop) =>
        affix(vm, self, prefix, start, stop, 'startswith', operations.startsWith),
    ),
    method(
      'endswith(self, suffix: object, start: slice_index = 0, end: slice_index = sys.maxsize, /) -> bool',
      'Whether it ends so.',
      (vm, self, suffix, start, stop) =>
        affix(vm, self, suffix, start, stop, 'endswith', operations.endsWith),
    ),
    method('removeprefix(self, prefix: object, /) -> object', 'Without a prefix.', (vm, self, prefix) => {
      const start = textOfBytes(vm, prefix)
      return result(vm, text(self).startsWith(start) ? text(self).slice(start.length) : text(self))
    }),
    method('removesuffix(self, suffix: object, /) -> object', 'Without a suffix.', (vm, self, suffix) => {
      const end = textOfBytes(vm, suffix)
      return result(
        vm,
        end !== '' && text(self).endsWith(end) ? text(self).slice(0, -end.length) : text(self),
      )
    }),
    method(
      'center(self, width: ssize_t, fillchar: object = NULL, /) -> object',
      'Centred in a width.',
      (vm, self, width, character) =>
        result(vm, operations.centerText(text(self), width, fillOr(vm, character, 'center'))),
    ),
    method(
      'ljust(self, width: ssize_t, fillchar: object = NULL, /) -> object',
      'Left in a width.',
      (vm, self, width, character) =>
        result(vm, text(self) + padding(self, width, fillOr(vm, character, 'ljust'))),
    ),
    method(
      'rjust(self, width: ssize_t, fillchar: object = NULL, /) -> object',
      'Right in a width.',
      (vm, self, width, character) =>
        result(vm, padding(self, width, fillOr(vm, character, 'rjust')) + text(self)),
    ),
    method(
      'zfill(self, width: ssize_t, /) -> object',
      'Zeros after the sign, to a width.',
      (vm, self, width) => result(vm, operations.fillZeros(text(self), width)),
    ),
    method('expandtabs(self, /, tabsize: ssize_t = 8) -> object', 'Tabs as spaces.', (vm, self, size) =>
      result(vm, operations.expandTabs(text(self), size)),
    ),
    method(
      'translate(self, table: object, /, delete: object = NULL) -> object',
      'Each byte by a table of 256.',
      (vm, self, table, doomed) => {
        const map = table === vm.None ? null : textOfBytes(vm, table)
        if (map !== null && map.length !== 256)
          return vm.raise('ValueError', 'translation table must be 256 characters long')
        const removed = doomed === null ? '' : textOfBytes(vm, doomed)
        const kept = [...text(self)].filter((character) => !removed.includes(character))
        return result(vm, kept.map((character) => map?.[character.charCodeAt(0)] ?? character).join(''))
      },
    ),
    staticMethod(
      'maketrans(frm: object, to: object, /) -> object',
      'A table for translate.',
      (vm, from, to) => {
        const [keys, values] = [textOfBytes(vm, from), textOfBytes(vm, to)]
        if (keys.length !== values.length)
          return vm.raise('ValueError', 'maketrans arguments must have same length')
        const table = Uint8Array.from({ length: 256 }, (_, i) => i)
        for (let i = 0; i < keys.length; i++) table[keys.charCodeAt(i)] = values.charCodeAt(i)
        return newBytes(vm, table)
      },
    ),
    convert('lower', lower),
    convert('upper' as 'lower', upper),
    convert('capitalize' as 'lower', (value) => upper(value.slice(0, 1)) + lower(value.slice(1))),
    convert('swapcase' as 'lower', (value) =>
      value.replace(/[a-zA-Z]/g, (letter) => (letter < 'a' ? letter.toLowerCase() : letter.toUpperCase())),
    ),
    convert('title' as 'lower', (value) =>
      value.replace(/[a-zA-Z]+/g, (word) => upper(word[0]!) + lower(word.slice(1))),
    ),
    ascii('isalpha', /^[a-zA-Z]+$/),
    ascii('isalnum' as 'isalpha', /^[a-zA-Z0-9]+$/),
    ascii('isdigit' as 'isalpha', /^[0-9]+$/),
    ascii('isspace' as 'isalpha', /^[ \t\n\r\v\f]+$/),
    ascii('isascii' as 'isalpha', /^[\0-\x7f]*$/),
    ascii('islower' as 'isalpha', /^[^A-Z]*[a-z][^A-Z]*$/),
    ascii('isupper' as 'isalpha', /^[^a-z]*[A-Z][^a-z]*$/),
    ascii('istitle' as 'isalpha', /^[^a-zA-Z]*[A-Z][a-z]*(?:[^a-zA-Z]+[A-Z][a-z]*)*[^a-zA-Z]*$/),
  ]
}
