/** `template % values` and `template.format(…)`: the languages are parsed in `text/`, the values come from here. */
import type { PyObject } from '../heap/object.ts'
import type { Own } from '../heap/reference.ts'
import { lend, newRef, release } from '../heap/reference.ts'
import { PyByteArray } from './bytearray.ts'
import { newBytes, PyBytes } from './bytes.ts'
import { unlatin } from './bytes-methods.ts'
import { PyDict } from './dict.ts'
import { raiseKeyError } from './exceptions.ts'
import { newInt, PyInt } from './int.ts'
import { getAttrNamed } from './protocols/attributes.ts'
import { toDouble, toInteger } from './protocols/numbers.ts'
import { getItem } from './protocols/sequences.ts'
import { getAscii, getFormat, getRepr, getStrOf, toRepr, toText } from './protocols/text.ts'
import { newStr, PyStr } from './str.ts'
import { codePointLength } from './text/code-points.ts'
import {
  type Conversion,
  formatPercent,
  percentCharacter,
  percentFloat,
  percentInt,
  percentText,
  unsupportedConversion,
} from './text/percent-format.ts'
import { escapeNonAscii } from './text/repr.ts'
import { formatTemplate, type Index } from './text/str-format.ts'
import { raisingTextErrors } from './text-errors.ts'
import { PyTuple } from './tuple.ts'
import { typeName, typeOf } from './type.ts'
import type { VM } from './vm.ts'

/** One value by a conversion of `%` formatting. */
export function convertPercent(vm: VM, value: PyObject, conversion: Conversion): string {
  const { code } = conversion
  switch (code) {
    case 's':
      return percentText(toText(vm, value), conversion)
    case 'r':
      return percentText(toRepr(vm, value), conversion)
    case 'a':
      return percentText(escapeNonAscii(toRepr(vm, value)), conversion)
    case 'c':
      return percentCharacter(characterFor(vm, value), conversion)
    case 'd':
    case 'i':
    case 'u':
    case 'o':
    case 'x':
    case 'X':
      return percentInt(integerFor(vm, value, code), conversion, vm.maxStrDigits)
    case 'e':
    case 'E':
    case 'f':
    case 'F':
    case 'g':
    case 'G':
      return percentFloat(toDouble(vm, value), conversion)
    default:
      throw unsupportedConversion(conversion)
  }
}

function characterFor(vm: VM, value: PyObject): string {
  if (value instanceof PyStr) {
    if (codePointLength(value.value) !== 1) vm.raise('TypeError', '%c requires int or char')
    return value.value
  }
  if (typeOf(value).slots.__index__ === null) return vm.raise('TypeError', '%c requires int or char')
  const point = Number(toInteger(vm, value))
  if (!(point >= 0 && point <= 0x10ffff)) return vm.raise('OverflowError', '%c arg not in range(0x110000)')
  return String.fromCodePoint(point)
}

/** The integer of a number: `%d` truncates floats, `%x` and `%o` want integers. */
function integerFor(vm: VM, value: PyObject, code: string): bigint {
  if (value instanceof PyInt) return BigInt(value.value)
  const { slots } = typeOf(value)
  if ('oxX'.includes(code)) {
    if (slots.__index__ === null)
      return vm.raise('TypeError', `%${code} format: an integer is required, not ${typeName(value)}`)
    return BigInt(toInteger(vm, value))
  }
  if (slots.__index__ === null && slots.__float__ === null && slots.__int__ === null) {
    return vm.raise('TypeError', `%${code} format: a real number is required, not ${typeName(value)}`)
  }
  return lend(vm.call(vm.types.int, [value]), (int) => BigInt((int as unknown as PyInt).value))
}

/** How one value is shown; `bytes` templates show bytes-like objects as they are. */
type Convert = (vm: VM, value: PyObject, conversion: Conversion) => string

/** `template % values`. */
export function formatWithPercent(
  vm: VM,
  template: PyStr,
  values: PyObject,
  convert: Convert = convertPercent,
  kind: 'string' | 'bytes' = 'string',
): Own {
  const items = values instanceof PyTuple ? values.items : null
  // Text cannot be a mapping of values; for templates of bytes, bytes cannot.
  const isText = kind === 'bytes' ? values instanceof PyBytes || values instanceof PyByteArray : false
  const isMapping =
    typeOf(values).slots.__getitem__ !== null && items === null && !isText && !(values instanceof PyStr)
  let index = 0
  let selected: Own | null = null
  let useSelected = false
  try {
    const text = raisingTextErrors(vm, () =>
      formatPercent<PyObject>(template.value, {
        isMapping,
        select(key) {
          const name = kind === 'bytes' ? newBytes(vm, unlatin(key)) : newStr(vm, key)
          const found = lend(name, (each) => getItem(vm, values, each))
          if (selected !== null) release(selected)
          selected = found
          useSelected = true
        },
        next() {
          if (useSelected) return selected!
          const value = items === null ? (index === 0 ? values : undefined) : items[index]
          index++
          return value ?? vm.raise('TypeError', 'not enough arguments for format string')
        },
        toInt: (value) => (value instanceof PyInt ? BigInt(value.value) : null),
        convert: (value, conversion) => convert(vm, value, conversion),
      }),
    )
    const rest = items === null ? !isMapping && index === 0 : index < items.length
    if (rest && !useSelected) vm.raise('TypeError', `not all arguments converted during ${kind} formatting`)
    return newStr(vm, text)
  } finally {
    if (selected !== null) release(selected)
  }
}

/** `template.format(*args, **kwargs)`; `mapping` gives the named values. Without `args` it is `format_map`. */
export function formatWithTemplate(
  vm: VM,
  template: string,
  args: readonly PyObject[] | null,
  mapping: PyObject | null,
): Own<PyStr> {
  const text = raisingTextErrors(vm, () =>
    formatTemplate<Own>(template, {
      positional(index: Index) {
        if (args === null) return vm.raise('ValueError', 'Format string contains positional fields')
        const value = args[Number(index)]
        if (value === undefined)
          return vm.raise('IndexError', `Replacement index ${index} out of range for positional args tuple`)
        return newRef(value)
      },
      named: (name) =>
        lend(newStr(vm, name), (key) => {
          if (mapping === null) return raiseKeyError(vm, key)
          if (mapping instanceof PyDict && typeOf(mapping) === vm.types.dict) {
            const found = mapping.getStr(name)
            return found === null ? raiseKeyError(vm, key) : newRef(found)
          }
          return getItem(vm, mapping, key)
        }),
      attribute: (value, name) => getAttrNamed(vm, value, name),
      item: (value, key) =>
        lend(typeof key === 'string' ? (newStr(vm, key) as Own) : newInt(vm, key), (at) =>
          getItem(vm, value, at),
        ),
      convert: (value, conversion) =>
        conversion === 'r'
          ? getRepr(vm, value)
          : conversion === 's'
            ? getStrOf(vm, value)
            : getAscii(vm, value),
      format: (value, spec) =>
        lend(newStr(vm, spec), (key) => lend(getFormat(vm, value, key), (shown) => shown.value)),
      release,
    }),
  )
  return newStr(vm, text)
}
