/** Type codes of `array`: how large an item is, and the way in and out of bytes, with the errors of each. As the table `descriptors` of `Modules/arraymodule.c`. */
import type { PyObject } from '../../heap/object.ts'
import type { Own } from '../../heap/reference.ts'
import { newFloat } from '../../objects/float.ts'
import { newInt } from '../../objects/int.ts'
import { toBigInt, toDouble } from '../../objects/protocols/numbers.ts'
import { newStr, PyStr } from '../../objects/str.ts'
import {
  nativeFormats,
  packFloat,
  packRange,
  packWhole,
  unpackFloat,
  unpackWhole,
} from '../../objects/text/packed-numbers.ts'
import type { VM } from '../../objects/vm.ts'

export interface TypeCode {
  readonly letter: string
  readonly size: number
  /** The number of its format in pickles. */
  readonly machineFormat: number
  readonly isText: boolean
  newItem(vm: VM, bytes: Uint8Array, at: number): Own
  /** The bytes of a value, as they are to be written. */
  toBytes(vm: VM, value: PyObject): Uint8Array
}

/** C's types by their names in messages, and what they hold. */
const signedTypes = {
  char: ['signed char', 1],
  short: ['signed short integer', 2],
  int: ['signed integer', 4],
} as const

function checkRange(vm: VM, name: string, value: bigint, least: bigint, most: bigint): void {
  if (value < least) vm.raise('OverflowError', `${name} is less than minimum`)
  if (value > most) vm.raise('OverflowError', `${name} is greater than maximum`)
}

/** A value as C's `long`, then as ever smaller types. */
function toSigned(vm: VM, value: PyObject, ...steps: readonly (keyof typeof signedTypes)[]): bigint {
  const number = toBigInt(vm, value)
  if (BigInt.asIntN(64, number) !== number)
    vm.raise('OverflowError', 'Python int too large to convert to C long')
  for (const step of steps) {
    const [name, size] = signedTypes[step]
    checkRange(vm, name, number, ...packRange({ kind: 'i', size }))
  }
  return number
}

function toUnsignedLong(vm: VM, value: PyObject): bigint {
  const number = toBigInt(vm, value)
  if (number < 0n) vm.raise('OverflowError', "can't convert negative value to unsigned int")
  if (BigInt.asUintN(64, number) !== number)
    vm.raise('OverflowError', 'Python int too large to convert to C unsigned long')
  return number
}

const wholes: Readonly<Record<string, (vm: VM, value: PyObject) => bigint>> = {
  b: (vm, value) => toSigned(vm, value, 'short', 'char'),
  B: (vm, value) => {
    const number = toSigned(vm, value)
    checkRange(vm, 'unsigned byte integer', number, 0n, 255n)
    return number
  },
  h: (vm, value) => toSigned(vm, value, 'short'),
  H: (vm, value) => {
    const number = toSigned(vm, value, 'int')
    checkRange(vm, 'unsigned short', number, 0n, 0xffffn)
    return number
  },
  i: (vm, value) => toSigned(vm, value, 'int'),
  I: (vm, value) => {
    const number = toUnsignedLong(vm, value)
    if (number > 0xffff_ffffn) vm.raise('OverflowError', 'unsigned int is greater than maximum')
    return number
  },
  l: (vm, value) => toSigned(vm, value),
  L: toUnsignedLong,
  q: (vm, value) => {
    const number = toBigInt(vm, value)
    if (BigInt.asIntN(64, number) !== number) vm.raise('OverflowError', 'int too big to convert')
    return number
  },
  Q: (vm, value) => {
    const number = toBigInt(vm, value)
    if (number < 0n) vm.raise('OverflowError', "can't convert negative int to unsigned")
    if (BigInt.asUintN(64, number) !== number) vm.raise('OverflowError', 'int too big to convert')
    return number
  },
}

function wholeCode(letter: string, machineFormat: number): TypeCode {
  const format = nativeFormats[letter]!
  const convert = wholes[letter]!
  return {
    letter,
    size: format.size,
    machineFormat,
    isText: false,
    newItem: (vm, bytes, at) => newInt(vm, unpackWhole(bytes, at, format, true)),
    toBytes: (vm, value) => {
      const bytes = new Uint8Array(format.size)
      packWhole(bytes, 0, format.size, true, convert(vm, value))
      return bytes
    },
  }
}

function floatCode(letter: string, size: 4 | 8, machineFormat: number): TypeCode {
  return {
    letter,
    size,
    machineFormat,
    isText: false,
    newItem: (vm, bytes, at) => newFloat(vm, unpackFloat(bytes, at, size, true)),
    toBytes: (vm, value) => {
      const bytes = new Uint8Array(size)
      const number = toDouble(vm, value)
      // What is too large for four bytes is infinite, as C has it.
      packFloat(bytes, 0, size, true, size === 4 ? Math.fround(number) : number)
      return bytes
    },
  }
}

function textCode(letter: string): TypeCode {
  return {
    letter,
    size: 4,
    machineFormat: UTF32,
    isText: true,
    newItem: (vm, bytes, at) => newStr(vm, textOf(vm, bytes.subarray(at, at + 4))),
    toBytes: (vm, value) => {
      const bytes = value instanceof PyStr ? bytesOfText(value.value) : null
      return bytes?.length === 4 ? bytes : vm.raise('TypeError', 'array item must be unicode character')
    },
  }
}

/** Characters of four bytes each, as text. */
export function textOf(vm: VM, bytes: Uint8Array): string {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length)
  let text = ''
  for (let at = 0; at + 4 <= bytes.length; at += 4) {
    const point = view.getUint32(at, true)
    if (point > 0x10ffff) {
      const shown = point.toString(16)
      vm.raise('ValueError', `character U+${shown} is not in range [U+0000; U+10ffff]`)
    }
    text += String.fromCodePoint(point)
  }
  return text
}

export function bytesOfText(text: string): Uint8Array {
  const points = Array.from(text, (each) => each.codePointAt(0)!)
  const bytes = new Uint8Array(points.length * 4)
  const view = new DataView(bytes.buffer)
  points.forEach((point, i) => {
    view.setUint32(i * 4, point, true)
  })
  return bytes
}

const UTF32 = 20

/** In the order in which `typecodes` names them. */
export const typeCodes: readonly TypeCode[] = [
  wholeCode('b', 1),
  wholeCode('B', 0),
  textCode('u'),
  textCode('w'),
  wholeCode('h', 4),
  wholeCode('H', 2),
  wholeCode('i', 8),
  wholeCode('I', 6),
  wholeCode('l', 12),
  wholeCode('L', 10),
  wholeCode('q', 12),
  wholeCode('Q', 10),
  floatCode('f', 4, 14),
  floatCode('d', 8, 16),
]

/** What the numbers of formats in pickles mean: kind, size, and whether the first byte is the lowest. */
export const machineFormats: readonly {
  readonly kind: 'i' | 'u' | 'f' | 'text'
  readonly size: number
  readonly little: boolean
}[] = [
  { kind: 'u', size: 1, little: true },
  { kind: 'i', size: 1, little: true },
  ...(
    [
      ['u', 2],
      ['i', 2],
      ['u', 4],
      ['i', 4],
      ['u', 8],
      ['i', 8],
      ['f', 4],
      ['f', 8],
      ['text', 2],
      ['text', 4],
    ] as const
  ).flatMap(([kind, size]) => [
    { kind, size, little: true },
    { kind, size, little: false },
  ]),
]
