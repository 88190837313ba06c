/**
 * Constants made of constants: frozensets, repetition, concatenation, items.
 */
import type { Constant } from '../../bytecode/code.ts'
import { intConstant, strConstant, tupleConstant } from '../constants.ts'

/** Equal in Python: `1`, `1.0` and `True` share it. For members of sets. */
export function equalityKey(value: Constant): string {
  switch (value.type) {
    case 'bool':
      return `n${value.value ? 1 : 0}`
    case 'int':
      return `n${value.value}`
    case 'float':
      return Number.isInteger(value.value) ? `n${BigInt(value.value)}` : `n${value.value}`
    case 'complex':
      return value.imag === 0
        ? equalityKey({ type: 'float', value: value.real })
        : `c${value.real},${value.imag}`
    case 'str':
      return `s${value.value}`
    case 'bytes':
      return `b${value.value.join(',')}`
    case 'tuple':
      return `t${lengths(value.items.map(equalityKey))}`
    case 'frozenset':
      return `f${lengths(value.items.map(equalityKey).sort())}`
    default:
      return value.type
  }
}

const lengths = (keys: readonly string[]): string => keys.map((key) => `${key.length}:${key}`).join('')

/** A frozenset of the items; of equal ones the first stays. */
export function frozensetConstant(items: readonly Constant[]): Constant {
  const members = new Map<string, Constant>()
  for (const item of items) {
    const key = equalityKey(item)
    if (!members.has(key)) members.set(key, item)
  }
  return { type: 'frozenset', items: [...members.values()] }
}

/** The sequence `count` times, or null if the constant is not a sequence. */
export function repeat(value: Constant, count: number): Constant | null {
  const times = Math.max(0, count)
  switch (value.type) {
    case 'str':
      return strConstant(value.value.repeat(times))
    case 'bytes': {
      const bytes = new Uint8Array(value.value.length * times)
      for (let i = 0; i < times; i++) bytes.set(value.value, i * value.value.length)
      return { type: 'bytes', value: bytes }
    }
    case 'tuple':
      return tupleConstant(Array.from({ length: times }, () => value.items).flat())
    default:
      return null
  }
}

/** Two sequences of one type put together, or null. */
export function concatenate(a: Constant, b: Constant): Constant | null {
  if (a.type === 'str' && b.type === 'str') return strConstant(a.value + b.value)
  if (a.type === 'bytes' && b.type === 'bytes')
    return { type: 'bytes', value: Uint8Array.from([...a.value, ...b.value]) }
  if (a.type === 'tuple' && b.type === 'tuple') return tupleConstant([...a.items, ...b.items])
  return null
}

/** The length of a sequence as Python counts it, or null. */
export function lengthOf(value: Constant): number | null {
  switch (value.type) {
    case 'str':
      return [...value.value].length
    case 'bytes':
      return value.value.length
    case 'tuple':
      return value.items.length
    default:
      return null
  }
}

/** `value[index]`, or null if Python would raise. */
export function itemOf(value: Constant, index: Constant): Constant | null {
  const length = lengthOf(value)
  if (length === null || (index.type !== 'int' && index.type !== 'bool')) return null
  const given = Number(index.value)
  const at = given < 0 ? given + length : given
  if (!(at >= 0 && at < length)) return null
  switch (value.type) {
    case 'str':
      return strConstant([...value.value][at] ?? '')
    case 'bytes':
      return intConstant(value.value[at] ?? 0)
    case 'tuple':
      return value.items[at] ?? null
    default:
      return null
  }
}
