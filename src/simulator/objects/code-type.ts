/** `code`: attributes and methods of code objects. As `PyCode_Type` of `Objects/codeobject.c`. */
import { CO_FAST_CELL, CO_FAST_FREE, CO_FAST_LOCAL, type CodeData, namesOfKind } from '../bytecode/code.ts'
import type { Location } from '../bytecode/locations.ts'
import type { PyObject } from '../heap/object.ts'
import { addressText } from '../heap/object.ts'
import type { Own } from '../heap/reference.ts'
import { lend, newRef, release } from '../heap/reference.ts'
import { newBool } from './bool.ts'
import { newBytes, PyBytes } from './bytes.ts'
import { type CodeParts, PyCode } from './code.ts'
import { EQ, NE } from './declare/slots.ts'
import { defineType, getset, member, methodsOf, rawMethod } from './declare/type.ts'
import { newInt } from './int.ts'
import { newList } from './list.ts'
import { hashOf, isEqual } from './protocols/comparison.ts'
import { getIter } from './protocols/iteration.ts'
import { toIndex } from './protocols/numbers.ts'
import { newInterned, newStr, PyStr } from './str.ts'
import { hashText } from './text/hash.ts'
import { newTuple, PyTuple } from './tuple.ts'
import { typeName } from './type.ts'
import type { VM } from './vm.ts'

function newNames(vm: VM, names: readonly string[]): Own<PyTuple> {
  return newTuple(
    vm,
    names.map((name) => newInterned(vm, name)),
  )
}

/** None where the table has nothing. */
function newMaybe(vm: VM, value: number): Own {
  return value < 0 ? newRef(vm.None) : newInt(vm, value)
}

function newIterator(vm: VM, items: Own[]): Own {
  return lend(newList(vm, items), (list) => getIter(vm, list))
}

function newPositions(vm: VM, code: PyCode): Own {
  const items: Own[] = []
  for (const { start, end, location } of code.locations) {
    for (let unit = start; unit < end; unit++) items.push(newPosition(vm, location))
  }
  return newIterator(vm, items)
}

function newPosition(vm: VM, { lineno, end_lineno, col_offset, end_col_offset }: Location): Own {
  return newTuple(
    vm,
    [lineno, end_lineno, col_offset, end_col_offset].map((value) => newMaybe(vm, value)),
  )
}

/** Triples of first byte, end and line; neighbouring ranges with the same line are one. */
function newLines(vm: VM, code: PyCode): Own {
  const ranges: { start: number; end: number; lineno: number }[] = []
  for (const { start, end, location } of code.locations) {
    const last = ranges.at(-1)
    if (last !== undefined && last.lineno === location.lineno) last.end = end
    else ranges.push({ start, end, lineno: location.lineno })
  }
  return newIterator(
    vm,
    ranges.map(({ start, end, lineno }) =>
      newTuple(vm, [newInt(vm, 2 * start), newInt(vm, 2 * end), newMaybe(vm, lineno)]),
    ),
  )
}

type NumberField =
  | 'co_argcount'
  | 'co_posonlyargcount'
  | 'co_kwonlyargcount'
  | 'co_flags'
  | 'co_firstlineno'
  | 'co_stacksize'

const numberFields: ReadonlySet<string> = new Set<NumberField>([
  'co_argcount',
  'co_posonlyargcount',
  'co_kwonlyargcount',
  'co_flags',
  'co_firstlineno',
  'co_stacksize',
])

/** `code.replace(**changes)`. */
function replace(vm: VM, self: PyCode, args: readonly PyObject[], kwnames: readonly PyStr[] | null): Own {
  if (args.length > (kwnames?.length ?? 0)) vm.raise('TypeError', 'replace() takes 0 positional arguments')
  const data: { -readonly [K in keyof CodeData]: CodeData[K] } = { ...self.data }
  const parts: { -readonly [K in keyof CodeParts]: CodeParts[K] } = {
    consts: newRef(self.consts),
    names: newRef(self.names),
    localsplusnames: newRef(self.localsplusnames),
    filename: newRef(self.filename),
    name: newRef(self.name),
    qualname: newRef(self.qualname),
  }
  const putPart = (key: 'consts' | 'names' | 'filename' | 'name' | 'qualname', value: PyObject): void => {
    release(parts[key])
    parts[key] = newRef(value) as never
  }
  kwnames?.forEach((keyword, i) => {
    const key = keyword.value
    const value = args[i]!
    if (numberFields.has(key)) data[key as NumberField] = toIndex(vm, value, 'OverflowError')
    else if (key === 'co_code' || key === 'co_linetable' || key === 'co_exceptiontable') {
      if (!(value instanceof PyBytes))
        vm.raise('TypeError', `replace() argument '${key}' must be bytes, not ${typeName(value)}`)
      data[key] = value.value
    } else if (key === 'co_name' || key === 'co_qualname' || key === 'co_filename') {
      if (!(value instanceof PyStr))
        return vm.raise('TypeError', `replace() argument '${key}' must be str, not ${typeName(value)}`)
      data[key] = value.value
      putPart(key.slice(3) as 'name' | 'qualname' | 'filename', value)
    } else if (key === 'co_consts' || key === 'co_names') {
      if (!(value instanceof PyTuple))
        vm.raise('TypeError', `replace() argument '${key}' must be tuple, not ${typeName(value)}`)
      putPart(key.slice(3) as 'consts' | 'names', value)
    } else if (
      key === 'co_varnames' ||
      key === 'co_freevars' ||
      key === 'co_cellvars' ||
      key === 'co_nlocals'
    ) {
      vm.raise('NotImplementedError', `replacing ${key} is not simulated`)
    } else vm.raise('TypeError', `replace() got an unexpected keyword argument '${key}'`)
    return undefined
  })
  return new PyCode(vm.types.code, data, parts) as Own<PyCode>
}

function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, i) => byte === b[i])
}

function isSameCode(vm: VM, a: PyCode, b: PyCode): boolean {
  if (a === b) return true
  const [x, y] = [a.data, b.data]
  return (
    x.co_name === y.co_name &&
    x.co_argcount === y.co_argcount &&
    x.co_posonlyargcount === y.co_posonlyargcount &&
    x.co_kwonlyargcount === y.co_kwonlyargcount &&
    x.co_flags === y.co_flags &&
    x.co_firstlineno === y.co_firstlineno &&
    sameBytes(x.co_code, y.co_code) &&
    isEqual(vm, a.consts, b.consts) &&
    isEqual(vm, a.names, b.names) &&
    isEqual(vm, a.localsplusnames, b.localsplusnames) &&
    sameBytes(x.co_linetable, y.co_linetable) &&
    sameBytes(x.co_exceptiontable, y.co_exceptiontable)
  )
}

const method = methodsOf<PyCode>()
const number = (name: NumberField, doc: string) =>
  member<PyCode>(name, doc, (vm, self) => newInt(vm, self.data[name]))
const bytes = (name: 'co_linetable' | 'co_exceptiontable', doc: string) =>
  member<PyCode>(name, doc, (vm, self) => newBytes(vm, self.data[name]))
const kind = (name: string, bit: number, doc: string) =>
  getset<PyCode>(name, doc, (vm, self) => newNames(vm, namesOfKind(self.data, bit)))

export const codeSpec = defineType(
  PyCode,
  'code',
  'Compiled Python code: instructions and what they refer to.',
  {
    basicsize: 200,
    itemsize: 2,
    hasWeakrefs: true,
    noInstantiation: true,
    slots: {
      __repr__: (vm, self) =>
        newStr(
          vm,
          `<code object ${self.name.value} at ${addressText(self)}, file "${self.filename.value}", line ${self.data.co_firstlineno}>`,
        ),
      __hash__: (vm, self) => {
        hashOf(vm, self.consts)
        return hashText(`${self.data.co_name}:${self.data.co_firstlineno}:${self.data.co_code.length}`)
      },
      richcompare(vm, self, other, operator) {
        if ((operator !== EQ && operator !== NE) || !(other instanceof PyCode))
          return newRef(vm.NotImplemented)
        return newBool(vm, isSameCode(vm, self, other) === (operator === EQ))
      },
    },
    getset: [
      number('co_argcount', 'How many positional parameters there are.'),
      number('co_posonlyargcount', 'How many of them are positional-only.'),
      number('co_kwonlyargcount', 'How many keyword-only parameters there are.'),
      number('co_stacksize', 'How much stack it needs.'),
      number('co_flags', 'Flags, see `inspect`.'),
      number('co_firstlineno', 'The line it begins at.'),
      getset('co_nlocals', 'How many local variables there are.', (vm, self) =>
        newInt(vm, namesOfKind(self.data, CO_FAST_LOCAL).length),
      ),
      member('co_names', 'Names of globals and attributes.', (_vm, self) => newRef(self.names)),
      member('co_consts', 'The constants.', (_vm, self) => newRef(self.consts)),
      member('co_filename', 'The file it was compiled from.', (_vm, self) => newRef(self.filename)),
      member('co_name', 'Its name.', (_vm, self) => newRef(self.name)),
      member('co_qualname', 'Its name with those around it.', (_vm, self) => newRef(self.qualname)),
      bytes('co_linetable', 'Where instructions come from, packed.'),
      bytes('co_exceptiontable', 'Which handlers guard which instructions, packed.'),
      getset('co_code', 'The instructions.', (vm, self) => newBytes(vm, self.data.co_code)),
      getset('_co_code_adaptive', 'The instructions.', (vm, self) => newBytes(vm, self.data.co_code)),
      kind('co_varnames', CO_FAST_LOCAL, 'Names of local variables.'),
      kind('co_cellvars', CO_FAST_CELL, 'Names of local variables shared with nested functions.'),
      kind('co_freevars', CO_FAST_FREE, 'Names of variables of functions around it.'),
    ],
    methods: [
      method('co_lines(self, /) -> object', 'Triples of start, end and line.', newLines),
      method(
        'co_positions(self, /) -> object',
        'Line, end line, column and end column of each code unit.',
        newPositions,
      ),
      rawMethod<PyCode>('replace(self, /, **changes)', 'A copy with some attributes changed.', replace),
      rawMethod<PyCode>('__replace__(self, /, **changes)', 'A copy with some attributes changed.', replace),
      method(
        '_varname_from_oparg(self, /, oparg: ssize_t) -> object',
        'The name of a fast local.',
        (vm, self, index) => {
          const name = self.localsplusnames.items[index]
          return name === undefined ? vm.raise('IndexError', 'tuple index out of range') : newRef(name)
        },
      ),
    ],
  },
)
