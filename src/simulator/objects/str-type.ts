/**
 * `str`: its methods, operators and iterator. The work on text is done by the pure functions in `text/`.
 * As `Objects/unicodeobject.c`.
 */

import type { HeapType, PyObject, Visit } from '../heap/object.ts'
import { PyObject as Base } from '../heap/object.ts'
import type { Held, Own } from '../heap/reference.ts'
import { lend, newRef, release, releaseMaybe } from '../heap/reference.ts'
import { tracked } from './allocate.ts'
import { argumentDict } from './argument-tuple.ts'
import { newBool } from './bool.ts'
import { bytesOf } from './buffers.ts'
import { newBytes } from './bytes.ts'
import { checkPositional } from './declare/arguments.ts'
import { EQ, GE, GT, type KwNames, LE, LT, NE } from './declare/slots.ts'
import { defineType, methodsOf, packed, rawMethod, staticMethod } from './declare/type.ts'
import { newDict, PyDict, putItem } from './dict.ts'
import { decodeBytes, encodeText } from './encodings.ts'
import { newInt, PyInt } from './int.ts'
import { reduceIterator, sequenceRest, toPosition } from './iterator-state.ts'
import { newList } from './list.ts'
import { toFastArray } from './protocols/iteration.ts'
import { isIndex, toIndex } from './protocols/numbers.ts'
import { getItem } from './protocols/sequences.ts'
import { getStrOf } from './protocols/text.ts'
import { dropRaise, isRaise } from './raise.ts'
import { normalIndex } from './sequence-compare.ts'
import { PySlice, sliceRange } from './slice.ts'
import { newStr, PyStr } from './str.ts'
import { formatWithPercent, formatWithTemplate } from './str-formatting.ts'
import {
  characterAt,
  characters,
  codePointLength,
  compareText,
  fromCodePoint,
  isAscii,
  largestCodePoint,
  sliceText,
  substring,
  unitOffset,
} from './text/code-points.ts'
import { formatTextBySpec } from './text/format-values.ts'
import { quoteText } from './text/repr.ts'
import * as operations from './text/str-operations.ts'
import * as unicode from './text/unicode.ts'
import { capitalize, swapCase, toCasefold, toLower, toTitle, toUpper } from './text/unicode-case.ts'
import { raisingTextErrors } from './text-errors.ts'
import { newTuple, PyTuple } from './tuple.ts'
import { type PyType, typeName, typeOf } from './type.ts'
import type { VM } from './vm.ts'

/** `str(object='', encoding='utf-8', errors='strict')`. */
function makeStr(vm: VM, cls: PyType, args: readonly PyObject[], kwnames: KwNames): Own {
  const count = args.length - (kwnames?.length ?? 0)
  const values: (PyObject | undefined)[] = args.slice(0, count)
  if (kwnames === null) checkPositional(vm, 'str', count, 0, 3)
  else if (args.length > 3)
    return vm.raise('TypeError', `str() takes at most 3 arguments (${args.length} given)`)
  kwnames?.forEach((name, i) => {
    const at = ['object', 'encoding', 'errors'].indexOf(name.value)
    if (at < 0) vm.raise('TypeError', `str() got an unexpected keyword argument '${name.value}'`)
    if (values[at] !== undefined)
      vm.raise('TypeError', `argument for str() given by name ('${name.value}') and position (${at + 1})`)
    values[at] = args[count + i]
  })
  const [object, encoding, errors] = values
  textArgument(vm, encoding, 'encoding', '')
  textArgument(vm, errors, 'errors', '')
  const text = (): Own<PyStr> => {
    if (object === undefined) return newStr(vm, '')
    if (encoding === undefined && errors === undefined) return getStrOf(vm, object)
    if (object instanceof PyStr) return vm.raise('TypeError', 'decoding str is not supported')
    const bytes = bytesOf(object)
    if (bytes === null)
      return vm.raise('TypeError', `decoding to str: need a bytes-like object, ${typeName(object)} found`)
    return newStr(
      vm,
      decodeBytes(
        vm,
        bytes,
        textArgument(vm, encoding, 'encoding', 'utf-8'),
        textArgument(vm, errors, 'errors', 'strict'),
      ),
    )
  }
  const value = text()
  if (cls === vm.types.str) return value
  return lend(value, (shown) => tracked(vm, new PyStr(cls, shown.value)) as unknown as Own)
}

function textArgument(vm: VM, value: PyObject | undefined, name: string, fallback: string): string {
  if (value === undefined) return fallback
  return value instanceof PyStr
    ? value.value
    : vm.raise('TypeError', `str() argument '${name}' must be str, not ${typeName(value)}`)
}

/** The text of an argument that must be a string. */
function expectText(vm: VM, value: PyObject, what: string): string {
  return value instanceof PyStr
    ? value.value
    : vm.raise('TypeError', `${what} must be str, not ${typeName(value)}`)
}

function separatorText(vm: VM, value: PyObject): string {
  return value instanceof PyStr ? value.value : vm.raise('TypeError', `must be str, not ${typeName(value)}`)
}

function subscript(vm: VM, self: PyStr, key: PyObject): Own {
  const text = self.value
  if (isIndex(key)) {
    const at = normalIndex(toIndex(vm, key, 'IndexError'), codePointLength(text))
    return at < 0 ? vm.raise('IndexError', 'string index out of range') : newStr(vm, characterAt(text, at))
  }
  if (key instanceof PySlice) {
    const { start, step, count } = sliceRange(vm, key, () => codePointLength(text))
    if (count === 0) return newStr(vm, '')
    if (step === 1 && count === codePointLength(text) && typeOf(self) === vm.types.str) return newRef(self)
    return newStr(
      vm,
      step === 1 ? substring(text, start, start + count) : sliceText(text, start, step, count),
    )
  }
  return vm.raise('TypeError', `string indices must be integers, not '${typeName(key)}'`)
}

/** `self.join(iterable)`. */
function join(vm: VM, self: PyStr, iterable: PyObject): Own {
  const items = toFastArray(vm, iterable, 'can only join an iterable')
  try {
    if (items.length === 1 && typeOf(items[0]!) === vm.types.str) return newRef(items[0]!)
    const parts = items.map((item, i) =>
      item instanceof PyStr
        ? item.value
        : vm.raise('TypeError', `sequence item ${i}: expected str instance, ${typeName(item)} found`),
    )
    return newStr(vm, parts.join(self.value))
  } finally {
    for (let i = items.length - 1; i >= 0; i--) release(items[i]!)
  }
}

/** The result of a method that gives the string itself back when nothing changed. */
function changed(vm: VM, self: PyStr, text: string): Own {
  return text === self.value && typeOf(self) === vm.types.str ? newRef(self) : newStr(vm, text)
}

/** Parts of a string; one that is the whole of it is the string itself. */
function partsOf(vm: VM, self: PyStr, parts: readonly string[]): Held[] {
  return parts.map((part) => changed(vm, self, part))
}

function listOf(vm: VM, self: PyStr, parts: readonly string[]): Own {
  return newList(vm, partsOf(vm, self, parts))
}

function tupleOf(vm: VM, self: PyStr, parts: readonly string[]): Own {
  return newTuple(vm, partsOf(vm, self, parts))
}

function fillCharacter(vm: VM, fill: PyObject): string {
  if (!(fill instanceof PyStr))
    return vm.raise('TypeError', `The fill character must be a unicode character, not ${typeName(fill)}`)
  if (codePointLength(fill.value) !== 1)
    return vm.raise('TypeError', 'The fill character must be exactly one character long')
  return fill.value
}

function separator(vm: VM, sep: PyObject): string | null {
  if (sep === vm.None) return null
  const text =
    sep instanceof PyStr ? sep.value : vm.raise('TypeError', `must be str or None, not ${typeName(sep)}`)
  return text === '' ? vm.raise('ValueError', 'empty separator') : text
}

/** `startswith` and `endswith`: one affix or a tuple of them. */
function hasAffix(
  vm: VM,
  self: PyStr,
  affix: PyObject,
  start: number,
  stop: number,
  name: string,
  test: typeof operations.startsWith,
): boolean {
  if (affix instanceof PyStr) return test(self.value, affix.value, start, stop)
  if (!(affix instanceof PyTuple)) {
    return vm.raise('TypeError', `${name} first arg must be str or a tuple of str, not ${typeName(affix)}`)
  }
  return affix.items.some((each) =>
    each instanceof PyStr
      ? test(self.value, each.value, start, stop)
      : vm.raise('TypeError', `tuple for ${name} must only contain str, not ${typeName(each)}`),
  )
}

function stripCharacters(vm: VM, name: string, chars: PyObject): string | null {
  if (chars === vm.None) return null
  return chars instanceof PyStr ? chars.value : vm.raise('TypeError', `${name} arg must be None or str`)
}

/** `str.maketrans`. */
function makeTranslation(vm: VM, x: PyObject, y: PyObject | null, z: PyObject | null): Own {
  const table = newDict(vm)
  const put = (key: string, value: Own): void =>
    lend(newInt(vm, key.codePointAt(0)!), (code) => putItem(vm, table, code, value))
  if (y === null) {
    if (!(x instanceof PyDict))
      return vm.raise('TypeError', 'if you give only one argument to maketrans it must be a dict')
    x.each((key, value) => {
      if (key instanceof PyInt) putItem(vm, table, key, newRef(value))
      else if (key instanceof PyStr) {
        if (codePointLength(key.value) !== 1)
          vm.raise('ValueError', 'string keys in translate table must be of length 1')
        put(key.value, newRef(value))
      } else vm.raise('TypeError', 'keys in translate table must be strings or integers')
    })
    return table
  }
  if (!(y instanceof PyStr))
    return vm.raise('TypeError', `maketrans() argument 2 must be str, not ${typeName(y)}`)
  if (!(x instanceof PyStr)) {
    return vm.raise('TypeError', 'first maketrans argument must be a string if there is a second argument')
  }
  const from = characters(x.value)
  const to = characters(y.value)
  if (from.length !== to.length)
    return vm.raise('ValueError', 'the first two maketrans arguments must have equal length')
  from.forEach((key, i) => put(key, newInt(vm, to[i]!.codePointAt(0)!)))
  if (z !== null)
    for (const key of characters(expectText(vm, z, 'maketrans() argument 3'))) put(key, newRef(vm.None))
  return table
}

function translate(vm: VM, self: PyStr, table: PyObject): Own {
  return newStr(
    vm,
    operations.translateText(self.value, (point) => {
      let found: Own
      try {
        found = lend(newInt(vm, point), (key) => getItem(vm, table, key))
      } catch (thrown) {
        if (!isRaise(thrown, vm.types.LookupError)) throw thrown
        dropRaise(thrown)
        return fromCodePoint(point)
      }
      return lend(found, (value) => {
        if (value === vm.None) return ''
        if (value instanceof PyStr) return value.value
        if (value instanceof PyInt) {
          const code = Number(value.value)
          if (code >= 0 && code <= 0x10ffff) return fromCodePoint(code)
          return vm.raise('ValueError', 'character mapping must be in range(0x110000)')
        }
        return vm.raise('TypeError', 'character mapping must return integer, None or str')
      })
    }),
  )
}

const method = methodsOf<PyStr>()

function predicate(name: string, doc: string, test: (text: string) => boolean) {
  return method(`${name as 'isalpha'}(self, /) -> bool`, doc, (_vm, self) => test(self.value))
}

function conversion(name: string, doc: string, convert: (text: string) => string) {
  return method(`${name as 'lower'}(self, /) -> object`, doc, (vm, self) => newStr(vm, convert(self.value)))
}

function strip(name: string, doc: string, left: boolean, right: boolean) {
  return method(`${name as 'strip'}(self, chars: object = None, /) -> object`, doc, (vm, self, chars) =>
    changed(vm, self, operations.stripText(self.value, stripCharacters(vm, name, chars), left, right)),
  )
}

export const strSpec = defineType(PyStr, 'str', 'Text: an immutable sequence of Unicode characters.', {
  vectorcall: true,
  basicsize: 64,
  subclassable: true,
  slots: {
    __new__: makeStr,
    __repr__: (vm, self) => newStr(vm, quoteText(self.value)),
    __str__: (vm, self) => (typeOf(self) === vm.types.str ? newRef(self) : newStr(vm, self.value)),
    __hash__: (_vm, self) => self.hash,
    richcompare: (vm, self, other, operator) => {
      if (!(other instanceof PyStr)) return newRef(vm.NotImplemented)
      if (operator === EQ) return newBool(vm, self.value === other.value)
      if (operator === NE) return newBool(vm, self.value !== other.value)
      const order = compareText(self.value, other.value)
      const truths = { [LT]: order < 0, [LE]: order <= 0, [GT]: order > 0, [GE]: order >= 0 }
      return newBool(vm, truths[operator])
    },
    __iter__: (vm, self) => newStrIterator(vm, self),
    __len__: (_vm, self) => codePointLength(self.value),
    __getitem__: subscript,
    __contains__: (vm, self, part) =>
      part instanceof PyStr
        ? operations.containsText(self.value, part.value)
        : vm.raise('TypeError', `'in <string>' requires string as left operand, not ${typeName(part)}`),
    concat: (vm, self, other) => {
      if (!(other instanceof PyStr))
        return vm.raise('TypeError', `can only concatenate str (not "${typeName(other)}") to str`)
      if (other.value === '' && typeOf(self) === vm.types.str) return newRef(self)
      if (self.value === '' && typeOf(other) === vm.types.str) return newRef(other)
      if (self.value.length + other.value.length > 0x1fff_ffe0) return vm.raise('MemoryError', '')
      return newStr(vm, self.value + other.value)
    },
    repeat: (vm, self, times) => {
      if (times === 1 && typeOf(self) === vm.types.str) return newRef(self)
      if (self.value.length * times > 0x1000_0000) return vm.raise('MemoryError', '')
      return newStr(vm, times <= 0 ? '' : self.value.repeat(times))
    },
    __mod__: (vm, left, right) =>
      left instanceof PyStr ? formatWithPercent(vm, left, right) : newRef(vm.NotImplemented),
  },
  methods: [
    method(
      "encode(self, /, encoding: str = 'utf-8', errors: str = 'strict') -> object",
      'The bytes of the text in an encoding.',
      (vm, self, encoding, errors) => newBytes(vm, encodeText(vm, self, encoding, errors)),
    ),
    method(
      'replace(self, old: str, new: str, /, count: ssize_t = -1) -> object',
      'A copy with one text replaced by another.',
      (vm, self, old, replacement, count) =>
        changed(vm, self, operations.replaceText(self.value, old, replacement, count)),
    ),
    method(
      'split(self, /, sep: object = None, maxsplit: ssize_t = -1) -> object',
      'The parts between separators.',
      (vm, self, sep, most) => {
        const by = separator(vm, sep)
        return listOf(
          vm,
          self,
          by === null ? operations.splitSpace(self.value, most) : operations.splitText(self.value, by, most),
        )
      },
    ),
    method(
      'rsplit(self, /, sep: object = None, maxsplit: ssize_t = -1) -> object',
      'The parts between separators, cut from the end.',
      (vm, self, sep, most) => {
        const by = separator(vm, sep)
        return listOf(
          vm,
          self,
          by === null
            ? operations.splitSpaceRight(self.value, most)
            : operations.splitTextRight(self.value, by, most),
        )
      },
    ),
    method('join(self, iterable: object, /) -> object', 'Strings joined by this one.', join),
    conversion('capitalize', 'First character upper case, the rest lower.', capitalize),
    conversion('casefold', 'A form for comparison without case.', toCasefold),
    conversion('title', 'Each word with an upper case letter first.', toTitle),
    conversion('lower', 'Lower case.', toLower),
    conversion('upper', 'Upper case.', toUpper),
    conversion('swapcase', 'Upper and lower case exchanged.', swapCase),
    method(
      "center(self, width: ssize_t, fillchar: object = '', /) -> object",
      'Centred in a width.',
      (vm, self, width, fill) =>
        changed(
          vm,
          self,
          operations.centerText(self.value, width, fill === vm.emptyStr ? ' ' : fillCharacter(vm, fill)),
        ),
    ),
    method(
      "ljust(self, width: ssize_t, fillchar: object = '', /) -> object",
      'Left in a width.',
      (vm, self, width, fill) => changed(vm, self, self.value + padding(vm, self, width, fill)),
    ),
    method(
      "rjust(self, width: ssize_t, fillchar: object = '', /) -> object",
      'Right in a width.',
      (vm, self, width, fill) => changed(vm, self, padding(vm, self, width, fill) + self.value),
    ),
    method(
      'zfill(self, width: ssize_t, /) -> object',
      'Zeros after the sign, to a width.',
      (vm, self, width) => changed(vm, self, operations.fillZeros(self.value, width)),
    ),
    method('expandtabs(self, /, tabsize: ssize_t = 8) -> object', 'Tabs as spaces.', (vm, self, size) =>
      typeOf(self) === vm.types.str && !self.value.includes('\t')
        ? newRef(self)
        : newStr(vm, operations.expandTabs(self.value, size)),
    ),
    method(
      'count(self, sub: str, start: slice_index = 0, end: slice_index = sys.maxsize, /) -> ssize_t',
      'How often a text occurs, without overlap.',
      (_vm, self, part, start, stop) => operations.countText(self.value, part, start, stop),
    ),
    method(
      'find(self, sub: str, start: slice_index = 0, end: slice_index = sys.maxsize, /) -> ssize_t',
      'Where a text occurs first, or -1.',
      (_vm, self, part, start, stop) => operations.findText(self.value, part, start, stop),
    ),
    method(
      'rfind(self, sub: str, start: slice_index = 0, end: slice_index = sys.maxsize, /) -> ssize_t',
      'Where a text occurs last, or -1.',
      (_vm, self, part, start, stop) => operations.findLastText(self.value, part, start, stop),
    ),
    method(
      'index(self, sub: str, start: slice_index = 0, end: slice_index = sys.maxsize, /) -> ssize_t',
      'Where a text occurs first.',
      (vm, self, part, start, stop) => found(vm, operations.findText(self.value, part, start, stop)),
    ),
    method(
      'rindex(self, sub: str, start: slice_index = 0, end: slice_index = sys.maxsize, /) -> ssize_t',
      'Where a text occurs last.',
      (vm, self, part, start, stop) => found(vm, operations.findLastText(self.value, part, start, stop)),
    ),
    method(
      'partition(self, sep: object, /) -> object',
      'The text before, at and after a separator.',
      (vm, self, sep) =>
        tupleOf(vm, self, operations.partition(self.value, notEmpty(vm, separatorText(vm, sep)))),
    ),
    method(
      'rpartition(self, sep: object, /) -> object',
      'The text before, at and after the last separator.',
      (vm, self, sep) =>
        tupleOf(vm, self, operations.partitionRight(self.value, notEmpty(vm, separatorText(vm, sep)))),
    ),
    method('splitlines(self, /, keepends: bool = False) -> object', 'The lines.', (vm, self, keep) =>
      listOf(vm, self, operations.splitLines(self.value, keep)),
    ),
    strip('strip', 'Without surrounding whitespace, or characters.', true, true),
    strip('lstrip', 'Without leading whitespace, or characters.', true, false),
    strip('rstrip', 'Without trailing whitespace, or characters.', false, true),
    method(
      'startswith(self, prefix: object, start: slice_index = 0, end: slice_index = sys.maxsize, /) -> bool',
      'Whether it begins so.',
      (vm, self, prefix, start, stop) =>
        hasAffix(vm, self, prefix, start, stop, 'startswith', operations.startsWith),
    ),
    method(
      'endswith(self, suffix: object, start: slice_index = 0, end: slice_index = sys.maxsize, /) -> bool',
      'Whether it ends so.',
      (vm, self, suffix, start, stop) =>
        hasAffix(vm, self, suffix, start, stop, 'endswith', operations.endsWith),
    ),
    method('removeprefix(self, prefix: str, /) -> object', 'Without a prefix.', (vm, self, prefix) =>
      changed(vm, self, self.value.startsWith(prefix) ? self.value.slice(prefix.length) : self.value),
    ),
    method('removesuffix(self, suffix: str, /) -> object', 'Without a suffix.', (vm, self, suffix) =>
      changed(
        vm,
        self,
        suffix !== '' && self.value.endsWith(suffix) ? self.value.slice(0, -suffix.length) : self.value,
      ),
    ),
    predicate('isascii', 'Whether all characters are ASCII.', isAscii),
    predicate('islower', 'Whether all cased characters are lower case.', unicode.isLower),
    predicate('isupper', 'Whether all cased characters are upper case.', unicode.isUpper),
    predicate('istitle', 'Whether it is in title case.', unicode.isTitle),
    predicate('isspace', 'Whether all characters are whitespace.', unicode.isSpace),
    predicate('isdecimal', 'Whether all characters are decimal digits.', unicode.isDecimal),
    predicate('isdigit', 'Whether all characters are digits.', unicode.isDigit),
    predicate('isnumeric', 'Whether all characters are numeric.', unicode.isNumeric),
    predicate('isalpha', 'Whether all characters are letters.', unicode.isAlpha),
    predicate('isalnum', 'Whether all characters are letters or numbers.', unicode.isAlphanumeric),
    predicate('isidentifier', 'Whether it could be a name.', unicode.isIdentifier),
    predicate('isprintable', 'Whether all characters are printable.', unicode.isPrintable),
    method('translate(self, table: object, /) -> object', 'Each character by a table.', translate),
    staticMethod(
      'maketrans(x: object, y: object = NULL, z: object = NULL, /) -> object',
      'A table for translate.',
      makeTranslation,
    ),
    packed(
      'all',
      rawMethod<PyStr>(
        'format(self, /, *args, **kwargs) -> object',
        'The template with its fields filled in.',
        (vm, self, args, kwnames) => {
          if (kwnames === null || kwnames.length === 0) return formatWithTemplate(vm, self.value, args, null)
          const count = args.length - kwnames.length
          return lend(argumentDict(vm, args, kwnames), (mapping) =>
            formatWithTemplate(vm, self.value, args.slice(0, count), mapping),
          )
        },
      ),
    ),
    method(
      'format_map(self, mapping: object, /) -> object',
      'The template with fields from a mapping.',
      (vm, self, mapping) => formatWithTemplate(vm, self.value, null, mapping),
    ),
    method(
      '__format__(self, format_spec: str, /) -> object',
      'The text by a format specification.',
      (vm, self, spec) =>
        spec === ''
          ? typeOf(self) === vm.types.str
            ? newRef(self)
            : getStrOf(vm, self)
          : newStr(
              vm,
              raisingTextErrors(vm, () => formatTextBySpec(self.value, spec)),
            ),
    ),
    method('__getnewargs__(self, /) -> object', 'The arguments that rebuild it.', (vm, self) =>
      newTuple(vm, [newStr(vm, self.value)]),
    ),
    method('__sizeof__(self, /) -> ssize_t', 'Bytes of the string.', (vm, self) =>
      typeOf(self) === vm.types.str ? sizeOfText(self.value) : sizeOfOwnText(self.value),
    ),
  ],
})

function padding(vm: VM, self: PyStr, width: number, fill: PyObject): string {
  const character = fill === vm.emptyStr ? ' ' : fillCharacter(vm, fill)
  return character.repeat(Math.max(0, width - codePointLength(self.value)))
}

function found(vm: VM, at: number): number {
  return at < 0 ? vm.raise('ValueError', 'substring not found') : at
}

function notEmpty(vm: VM, text: string): string {
  return text === '' ? vm.raise('ValueError', 'empty separator') : text
}

/** Bytes of an instance of a subclass, which keeps its text apart. */
function sizeOfOwnText(text: string): number {
  const largest = largestCodePoint(text)
  return 64 + (largest < 0x100 ? 1 : largest < 0x10000 ? 2 : 4) * (codePointLength(text) + 1)
}

/** Bytes as PEP 393 stores text: one, two or four a character after a header. */
export function sizeOfText(text: string): number {
  const length = codePointLength(text)
  if (isAscii(text)) return 40 + length + 1
  const largest = largestCodePoint(text)
  // A single Latin-1 character is made once for all, and its UTF-8 form with it.
  if (length === 1 && largest < 0x100) return 61
  // The shared one-character strings keep their UTF-8 form.
  const cached = length === 1 && largest < 0x100 ? 3 : 0
  const width = largest < 0x100 ? 1 : largest < 0x10000 ? 2 : 4
  return 56 + width * (length + 1) + cached
}

export class PyStrIterator extends Base {
  /** Null when exhausted. */
  text: Held<PyStr> | null
  /** In code units. */
  offset = 0

  constructor(type: HeapType, text: Own<PyStr>) {
    super(type)
    this.text = text
  }

  override traverse(visit: Visit): void {
    if (this.text !== null) visit(this.text, 'text')
  }

  override dealloc(): void {
    const { text } = this
    this.text = null
    releaseMaybe(text)
  }
}

function newStrIterator(vm: VM, text: PyStr): Own {
  const type = isAscii(text.value) ? vm.types.str_ascii_iterator : vm.types.str_iterator
  return tracked(vm, new PyStrIterator(type, newRef(text))) as unknown as Own
}

const iteratorMethod = methodsOf<PyStrIterator>()

function defineStrIterator(name: string) {
  return defineType(PyStrIterator, name, null, {
    basicsize: 32,
    container: true,
    noInstantiation: true,
    slots: {
      __iter__: (_vm, self) => newRef(self),
      __next__: (vm, self) => {
        const { text } = self
        if (text === null) return null
        const point = text.value.codePointAt(self.offset)
        if (point === undefined) {
          self.text = null
          release(text)
          return null
        }
        const character = fromCodePoint(point)
        self.offset += character.length
        return newStr(vm, character)
      },
    },
    methods: [
      iteratorMethod('__length_hint__(self, /) -> ssize_t', 'How many characters are left.', (_vm, self) =>
        self.text === null ? 0 : codePointLength(self.text.value.slice(self.offset)),
      ),
      iteratorMethod('__reduce__(self, /) -> object', 'How to rebuild it.', (vm, self) =>
        reduceIterator(vm, 'iter', () => {
          const index = () => codePointLength(self.text!.value.slice(0, self.offset))
          return sequenceRest(vm, self.text === null ? null : newRef(self.text), index, () => newStr(vm, ''))
        }),
      ),
      iteratorMethod('__setstate__(self, object: object, /)', 'Sets the position.', (vm, self, state) => {
        const value = self.text?.value ?? ''
        const index = toPosition(vm, state, 0, codePointLength(value))
        self.offset = unitOffset(value, index)
      }),
    ],
  })
}

export const strIteratorSpecs = {
  str_iterator: defineStrIterator('str_iterator'),
  str_ascii_iterator: defineStrIterator('str_ascii_iterator'),
}
