/** Formats of `struct`, read once, and the packing and unpacking by them. As `Modules/_struct.c`. */
import type { PyObject } from '../../heap/object.ts'
import type { Own } from '../../heap/reference.ts'
import { lend } from '../../heap/reference.ts'
import { newBool } from '../../objects/bool.ts'
import { PyByteArray } from '../../objects/bytearray.ts'
import { newBytes, PyBytes } from '../../objects/bytes.ts'
import { newExceptionWith } from '../../objects/exceptions.ts'
import { newFloat } from '../../objects/float.ts'
import { newInt } from '../../objects/int.ts'
import { getAttrNamed } from '../../objects/protocols/attributes.ts'
import { isTrue } from '../../objects/protocols/comparison.ts'
import { isIndex, toBigInt, toDouble } from '../../objects/protocols/numbers.ts'
import { dropRaise, isRaise } from '../../objects/raise.ts'
import { newStr } from '../../objects/str.ts'
import {
  nativeFormats,
  type PackFormat,
  packFloat,
  packRange,
  packWhole,
  standardFormats,
  unpackFloat,
  unpackWhole,
} from '../../objects/text/packed-numbers.ts'
import { newTuple } from '../../objects/tuple.ts'
import type { PyType } from '../../objects/type.ts'
import type { VM } from '../../objects/vm.ts'

/** One value, or run of padding, at its place. */
interface Field {
  readonly letter: string
  readonly format: PackFormat
  readonly offset: number
  /** Bytes of the whole field; differs from the format's for `s`, `p` and `x`. */
  readonly size: number
}

export interface Layout {
  readonly fields: readonly Field[]
  /** How many values there are. */
  readonly count: number
  readonly size: number
  readonly little: boolean
}

/** Raises `struct.error`. */
export function structError(vm: VM, message: string): never {
  const type = lend(vm.importModule('struct'), (module) => getAttrNamed(vm, module, 'error'))
  return lend(type, (cls) =>
    vm.raiseException(newExceptionWith(vm, cls as unknown as PyType, [newStr(vm, message)])),
  )
}

/** Reads a format. */
export function readLayout(vm: VM, format: string): Layout {
  const order = '@=<>!'.includes(format[0] ?? ' ') ? format[0]! : ''
  const native = order === '' || order === '@'
  const letters = native ? nativeFormats : standardFormats
  const fields: Field[] = []
  let offset = 0
  for (let i = order.length; i < format.length; ) {
    if (/\s/.test(format[i]!)) {
      i++
      continue
    }
    const digits = /^\d*/.exec(format.slice(i))![0]
    i += digits.length
    const letter = format[i++]
    if (letter === undefined) return structError(vm, 'repeat count given without format specifier')
    if (letter === '\0') return structError(vm, 'embedded null character')
    const entry = letters[letter]
    if (entry === undefined) return structError(vm, 'bad char in struct format')
    const repeat = digits === '' ? 1 : Number(digits)
    if (!Number.isSafeInteger(offset + repeat * entry.size))
      return structError(vm, 'total struct size too long')
    const isWhole = entry.kind === 's' || entry.kind === 'p' || entry.kind === 'x'
    if (native && !isWhole) offset = Math.ceil(offset / entry.size) * entry.size
    if (isWhole) {
      fields.push({ letter, format: entry, offset, size: repeat })
      offset += repeat
      continue
    }
    for (let n = 0; n < repeat; n++, offset += entry.size)
      fields.push({ letter, format: entry, offset, size: entry.size })
  }
  const values = fields.filter((field) => field.format.kind !== 'x')
  return {
    fields: values,
    count: values.length,
    size: offset,
    little: order === '' || order === '@' || order === '=' || order === '<',
  }
}

function wholeValue(vm: VM, { letter, format }: Field, value: PyObject): bigint {
  if (!isIndex(value)) return structError(vm, 'required argument is not an integer')
  const number = toBigInt(vm, value)
  const [least, most] = packRange(format)
  if (number >= least && number <= most) return number
  return structError(
    vm,
    letter === 'P' ? 'int too large to convert' : `'${letter}' format requires ${least} <= number <= ${most}`,
  )
}

function floatValue(vm: VM, value: PyObject): number {
  try {
    return toDouble(vm, value)
  } catch (thrown) {
    if (!isRaise(thrown, vm.types.TypeError)) throw thrown
    dropRaise(thrown)
    return structError(vm, 'required argument is not a float')
  }
}

function contents(object: PyObject): Uint8Array | null {
  return object instanceof PyBytes ? object.value : object instanceof PyByteArray ? object.bytes : null
}

function packField(
  vm: VM,
  bytes: Uint8Array,
  base: number,
  little: boolean,
  field: Field,
  value: PyObject,
): void {
  const { letter, format, size } = field
  const at = base + field.offset
  switch (format.kind) {
    case 'c':
      if (!(value instanceof PyBytes) || value.value.length !== 1)
        return structError(vm, 'char format requires a bytes object of length 1')
      bytes[at] = value.value[0]!
      return
    case 's':
    case 'p': {
      const given = contents(value)
      if (given === null) return structError(vm, `argument for '${letter}' must be a bytes object`)
      if (size === 0) return
      const kept = given.subarray(0, format.kind === 's' ? size : size - 1)
      if (format.kind === 'p') bytes[at] = Math.min(kept.length, 255)
      bytes.set(kept, format.kind === 's' ? at : at + 1)
      return
    }
    case '?':
      bytes[at] = isTrue(vm, value) ? 1 : 0
      return
    case 'f':
      if (!packFloat(bytes, at, size, little, floatValue(vm, value)))
        vm.raise('OverflowError', `float too large to pack with ${letter} format`)
      return
    default:
      packWhole(bytes, at, size, little, wholeValue(vm, field, value))
  }
}

/** Packs values into bytes; there are as many as the layout has. */
export function packInto(
  vm: VM,
  layout: Layout,
  bytes: Uint8Array,
  at: number,
  values: readonly PyObject[],
): void {
  bytes.fill(0, at, at + layout.size)
  layout.fields.forEach((field, i) => packField(vm, bytes, at, layout.little, field, values[i]!))
}

function newField(vm: VM, bytes: Uint8Array, base: number, little: boolean, field: Field): Own {
  const { format, size } = field
  const at = base + field.offset
  switch (format.kind) {
    case 'c':
    case 's':
      return newBytes(vm, bytes.slice(at, at + size))
    case 'p': {
      const length = Math.min(bytes[at] ?? 0, Math.max(size - 1, 0))
      return newBytes(vm, bytes.slice(at + 1, at + 1 + length))
    }
    case '?':
      return newBool(vm, bytes[at] !== 0)
    case 'f':
      return newFloat(vm, unpackFloat(bytes, at, size, little))
    default:
      return newInt(vm, unpackWhole(bytes, at, format, little))
  }
}

/** The values that lie in the bytes from `at` on, as a tuple. */
export function newUnpacked(vm: VM, layout: Layout, bytes: Uint8Array, at: number): Own {
  return newTuple(
    vm,
    layout.fields.map((field) => newField(vm, bytes, at, layout.little, field)),
  )
}
