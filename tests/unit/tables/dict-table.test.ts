// Dict tables compare the same keys in the same order, and take as many bytes, as CPython's; recorded sequences.

import { describe, expect, it } from 'vitest'
import { DictTable, MISSING } from '../../../src/simulator/objects/tables/dict-table.ts'
import {
  type Hash,
  highHalf,
  joinHalves,
  lowHalf,
  wrapHash,
} from '../../../src/simulator/objects/tables/hash.ts'
import { hashText } from '../../../src/simulator/objects/text/hash.ts'
import { readSequences } from './recorded.ts'

type KeyCase = [name: number, hash: string, same: number]
type Step = [operation: string, argument: unknown, compared: string | null, bytes: number, items: string]
const sequences = readSequences<Step>('dict-probes')

interface Key {
  name: number | string
  hash: Hash
  same: number
}
type Table = DictTable<Key, number>
const mkKey = ([name, hash, same]: KeyCase): Key => ({ name, hash: wrapHash(BigInt(hash)), same })

function play(steps: Step[]) {
  let table: Table = new DictTable()
  let compared: string[] = []
  const equal = (a: Key, b: Key) => {
    if (typeof a.name === 'string' || typeof b.name === 'string') return a.name === b.name
    compared.push(`${a.name}=${b.name}`)
    return a.same === b.same
  }
  const store = (target: Table, key: Key, value: number) => {
    const position = target.findOrInsert(key, key.hash, value, typeof key.name === 'string', equal)
    if (position !== MISSING) target.replaceAt(position, value)
  }
  for (const [operation, argument, ...expected] of steps) {
    compared = []
    const key = operation === 'update' || operation === 'text' ? null : mkKey(argument as KeyCase)
    if (operation === 'set') store(table, key!, key!.name as number)
    if (operation === 'get') table.find(key!, key!.hash, equal)
    if (operation === 'del') {
      // pop() on an empty dict does not even look.
      const position = table.size === 0 ? MISSING : table.find(key!, key!.hash, equal)
      if (position !== MISSING) table.removeAt(position)
    }
    if (operation === 'popitem' && table.size > 0) table.removeLast()
    if (operation === 'clear') table.detach()
    if (operation === 'text') {
      table = new DictTable()
      for (let i = 0; i < (argument as number); i++) {
        store(table, { name: String(i), hash: hashText(String(i)), same: 0 }, i)
      }
    }
    if (operation === 'copy') {
      if (table.size === 0) table = new DictTable()
      else if (table.isDense) table = table.clone()
      else table = merged(new DictTable(), table)
    }
    if (operation === 'update') {
      const other: Table = new DictTable()
      for (const k of (argument as KeyCase[]).map(mkKey)) store(other, k, k.name as number)
      compared = []
      merged(table, other)
    }
    const items: string[] = []
    for (let i = table.next(0); i !== MISSING; i = table.next(i + 1)) {
      items.push(`${table.keyAt(i).name}:${table.valueAt(i)}`)
    }
    const comparisons = expected[0] === null ? null : compared.join(' ')
    expect([operation, comparisons, table.keysBytes, items.join(' ')]).toEqual([operation, ...expected])
  }

  function merged(target: Table, other: Table): Table {
    if (!target.beginMerge(other)) {
      for (let i = other.next(0); i !== MISSING; i = other.next(i + 1)) {
        store(target, other.keyAt(i), other.valueAt(i))
      }
    }
    return target
  }
}

describe('DictTable', () => {
  it.each(sequences.map((steps, i) => [i, steps] as const))('probes as in sequence %i', (_i, steps) => {
    play(steps)
  })

  it('starts a search anew when a comparison rebuilds the table', () => {
    const table = new DictTable<{ name: string }, number>()
    const stored = { name: 'stored' }
    table.insert(stored, 3, 1, false)
    let comparisons = 0
    const position = table.find({ name: 'wanted' }, 3, () => {
      comparisons++
      if (comparisons === 1) for (let i = 0; i < 9; i++) table.insert({ name: `${i}` }, 100 + i, i, false)
      return true
    })
    expect([comparisons, table.keyAt(position)]).toEqual([2, stored])
  })

  it('leaves gaps and walks over them both ways', () => {
    const table = new DictTable<string, number>()
    for (const [i, name] of ['a', 'b', 'c', 'd'].entries()) table.insert(name, i, i, true)
    table.removeAt(0)
    table.removeAt(2)
    expect([table.next(0), table.next(2), table.previous(2), table.size, table.positions]).toEqual([
      1, 3, 1, 2, 4,
    ])
    table.removeLast()
    expect([table.positions, table.previous(9)]).toEqual([3, 1])
  })

  it('keeps its contents apart from those of a clone', () => {
    const table = new DictTable<string, number>()
    table.insert('a', 1, 10, true)
    const copy = table.clone()
    copy.insert('b', 2, 20, true)
    copy.replaceAt(0, 11)
    expect([table.size, table.valueAt(0), copy.size, copy.valueAt(0)]).toEqual([1, 10, 2, 11])
  })

  it('makes room for the entries of a display', () => {
    const table = new DictTable<string, number>()
    table.reserve(6, true)
    // 16 slots of one byte and 10 entries of 16 bytes, after the header.
    expect(table.keysBytes).toBe(32 + 16 + 160)
  })
})

describe('Hash', () => {
  it.each([
    0n,
    1n,
    -2n,
    2n ** 31n,
    -(2n ** 31n),
    2n ** 53n - 1n,
    2n ** 53n,
    -(2n ** 53n),
    1n - 2n ** 53n,
    2n ** 63n - 1n,
    -(2n ** 63n),
  ])('has one representation and two halves: %s', (value) => {
    const hash = wrapHash(value)
    expect(BigInt(hash)).toBe(value)
    expect(joinHalves(highHalf(hash), lowHalf(hash))).toBe(hash)
    expect(BigInt.asIntN(64, (BigInt(highHalf(hash)) << 32n) | BigInt(lowHalf(hash) >>> 0))).toBe(value)
  })
})
