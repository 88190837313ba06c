/** Items of a `memoryview`: bytes as values and values as bytes, by the view's format; and whether two views are equal. As `Objects/memoryobject.c`. */
import type { PyObject } from '../heap/object.ts'
import type { Held, Own } from '../heap/reference.ts'
import { newBool } from './bool.ts'
import { newBytes, PyBytes } from './bytes.ts'
import { newFloat } from './float.ts'
import { newInt } from './int.ts'
import { newList } from './list.ts'
import type { PyMemoryView } from './memoryview.ts'
import { isTrue } from './protocols/comparison.ts'
import { isIndex, toBigInt, toDouble } from './protocols/numbers.ts'
import { dropRaise, isRaise } from './raise.ts'
import {
  nativeFormats,
  type PackFormat,
  packFloat,
  packRange,
  packWhole,
  unpackFloat,
  unpackWhole,
} from './text/packed-numbers.ts'
import type { VM } from './vm.ts'

/** What a format with the sizes of the machine stands for, if it is one letter, after an `@` or not. */
export function nativeFormat(format: string): PackFormat | null {
  const letter = format.startsWith('@') ? format.slice(1) : format
  if (letter === 'x' || letter === 's' || letter === 'p') return null
  return nativeFormats[letter] ?? null
}

/** The format of a view's items; those that cannot be read or written raise NotImplementedError. */
export function itemFormat(vm: VM, view: PyMemoryView): PackFormat {
  const { format } = view.layout
  return nativeFormat(format) ?? vm.raise('NotImplementedError', `memoryview: format ${format} not supported`)
}

/** The item that begins at a place. */
export function newItem(vm: VM, bytes: Uint8Array, place: number, format: PackFormat): Own {
  switch (format.kind) {
    case 'c':
      return newBytes(vm, bytes.slice(place, place + 1))
    case '?':
      return newBool(vm, bytes[place] !== 0)
    case 'f':
      return newFloat(vm, unpackFloat(bytes, place, format.size, true))
    default:
      return newInt(vm, unpackWhole(bytes, place, format, true))
  }
}

/** The value as bytes, written where `place` says once the value is known: finding it out may run code. */
export function putItem(vm: VM, view: PyMemoryView, place: () => number, value: PyObject): void {
  const entry = itemFormat(vm, view)
  const format = view.layout.format.replace('@', '')
  const invalidType = (): never => vm.raise('TypeError', `memoryview: invalid type for format '${format}'`)
  const invalidValue = (): never => vm.raise('ValueError', `memoryview: invalid value for format '${format}'`)
  if (entry.kind === 'c') {
    if (!(value instanceof PyBytes)) return invalidType()
    if (value.value.length !== 1) return invalidValue()
    view.bytes[place()] = value.value[0]!
  } else if (entry.kind === '?') {
    const truth = isTrue(vm, value) ? 1 : 0
    view.bytes[place()] = truth
  } else if (entry.kind === 'f') {
    let number: number
    try {
      number = toDouble(vm, value)
    } catch (thrown) {
      if (!isRaise(thrown, vm.types.TypeError)) throw thrown
      dropRaise(thrown)
      return invalidType()
    }
    packFloat(view.bytes, place(), entry.size, true, number)
  } else {
    if (!isIndex(value)) return invalidType()
    const number = toBigInt(vm, value)
    const [least, most] = packRange(entry)
    if (number < least || number > most) return invalidValue()
    packWhole(view.bytes, place(), entry.size, true, number)
  }
}

/** All items as lists of lists; of no dimension, the item. */
export function newNestedList(vm: VM, view: PyMemoryView): Own {
  const format = itemFormat(vm, view)
  const { bytes } = view
  const { offset, shape, strides } = view.layout
  const build = (place: number, dimension: number): Own => {
    const size = shape[dimension]
    if (size === undefined) return newItem(vm, bytes, place, format)
    const items: Held[] = []
    for (let i = 0; i < size; i++) items.push(build(place + i * strides[dimension]!, dimension + 1))
    return newList(vm, items)
  }
  return build(offset, 0)
}

/** An item for comparison: a number, or one byte as text where it is a bytes object. */
function plainItem(bytes: Uint8Array, place: number, format: PackFormat): number | bigint | string {
  switch (format.kind) {
    case 'c':
      return String.fromCharCode(bytes[place]!)
    case '?':
      return bytes[place] === 0 ? 0 : 1
    case 'f':
      return unpackFloat(bytes, place, format.size, true)
    default:
      return unpackWhole(bytes, place, format, true)
  }
}

/** Whether two views have the same shape and equal items, whatever their formats. */
export function isEqualView(left: PyMemoryView, right: PyMemoryView): boolean {
  const [a, b] = [left.layout, right.layout]
  if (a.shape.length !== b.shape.length) return false
  for (let i = 0; i < a.shape.length; i++) {
    if (a.shape[i] !== b.shape[i]) return false
    if (a.shape[i] === 0) break
  }
  const [ours, theirs] = [nativeFormat(a.format), nativeFormat(b.format)]
  if (ours === null || theirs === null) return false
  if (ours === theirs && ours.kind !== 'f' && ours.kind !== '?') {
    const [mine, yours] = [left.toBytes(), right.toBytes()]
    return mine.every((byte, i) => byte === yours[i])
  }
  const places = right.places()
  return left.places().every((place, i) => {
    const [x, y] = [plainItem(left.bytes, place, ours), plainItem(right.bytes, places[i]!, theirs)]
    // biome-ignore lint/suspicious/noDoubleEquals: numbers and bigints of the same value are equal
    return typeof x === 'string' || typeof y === 'string' ? x === y : x == y
  })
}
