// Sets of ints, floats and tuples come out in CPython's order and sizes after any operations; recorded sequences.

import { describe, expect, it } from 'vitest'
import type { Hash } from '../../../src/simulator/objects/tables/hash.ts'
import { SetTable } from '../../../src/simulator/objects/tables/set-table.ts'
import { hashFloat, hashInt, hashTuple } from '../../../src/simulator/objects/text/hash.ts'
import { readSequences } from './recorded.ts'

type Step = [operation: string, argument: unknown, order: [bytes: number, keys: string]]
const sequences = readSequences<Step>('set-order')

interface Key {
  text: string
  hash: Hash
}

function hashOf(text: string): Hash {
  if (text.startsWith('(')) return hashTuple(text.slice(1, -1).split(',').map(hashOf))
  return text.includes('.') ? hashFloat(Number(text)) : hashInt(BigInt(text))
}
const mkKey = (text: string): Key => ({ text: text.replaceAll(', ', ','), hash: hashOf(text) })
const equal = (a: Key, b: Key) => a.text === b.text

/** A set with references counted as a caller of the table would, to see that they balance. */
class CountedSet {
  table = new SetTable<Key>()
  readonly counts: Map<Key, number>

  constructor(counts: Map<Key, number>) {
    this.counts = counts
  }

  readonly retain = (key: Key) => {
    this.counts.set(key, (this.counts.get(key) ?? 0) + 1)
  }
  readonly release = (key: Key) => {
    this.counts.set(key, this.counts.get(key)! - 1)
  }

  addAll(texts: readonly string[]): this {
    for (const key of texts.map(mkKey)) if (this.table.add(key, key.hash, equal)) this.retain(key)
    return this
  }

  drop() {
    for (let i = this.table.next(0); i >= 0; i = this.table.next(i + 1)) this.release(this.table.keyAt(i))
  }
}

function order(table: SetTable<Key>): [number, string] {
  const keys: string[] = []
  for (let i = table.next(0); i >= 0; i = table.next(i + 1)) keys.push(table.keyAt(i).text)
  return [table.tableBytes, keys.join(' ')]
}

function play(steps: Step[]) {
  const counts = new Map<Key, number>()
  let current = new CountedSet(counts)
  const mkSet = (texts: readonly string[]) => new CountedSet(counts).addAll(texts)
  for (const [operation, argument, expected] of steps) {
    const table = current.table
    const { retain, release } = current
    const values = argument as string[]
    const key = typeof argument === 'string' ? mkKey(argument) : null
    switch (operation) {
      case 'new':
      case 'update':
        current.addAll(values)
        break
      case 'add':
        if (table.add(key!, key!.hash, equal)) retain(key!)
        break
      case 'discard': {
        const removed = table.discard(key!, key!.hash, equal)
        if (removed) release(removed)
        break
      }
      case 'pop': {
        const popped = table.pop()
        expect(popped?.text).toBe(key?.text)
        if (popped) release(popped)
        break
      }
      case 'clear': {
        const old = table.detach()
        for (let i = old.next(0); i >= 0; i = old.next(i + 1)) release(old.keyAt(i))
        break
      }
      case 'relative': {
        const [subset, disjoint, texts] = argument as [boolean, boolean, string[]]
        const other = mkSet(texts)
        expect(table.isSubsetOf(other.table, equal)).toBe(subset)
        expect(table.isDisjointFrom(other.table, equal)).toBe(disjoint)
        other.drop()
        break
      }
      default: {
        const other = operation === 'copy' ? mkSet([]) : mkSet(values)
        const result = operation.startsWith('i') || operation === 'merge' ? current : new CountedSet(counts)
        if (operation === 'copy') result.table.merge(table, equal, retain)
        if (operation === 'merge' || operation === 'ior') table.merge(other.table, equal, retain)
        if (operation === 'and') result.table.addIntersection(table, other.table, equal, retain)
        if (operation === 'or') {
          result.table.merge(table, equal, retain)
          result.table.merge(other.table, equal, retain)
        }
        if (operation === 'sub') result.table.addDifference(table, other.table, equal, retain, release)
        if (operation === 'xor') {
          result.table.merge(other.table, equal, retain)
          result.table.toggleAll(table, equal, retain, release)
        }
        if (operation === 'iand') {
          const common = new CountedSet(counts)
          common.table.addIntersection(table, other.table, equal, retain)
          table.swap(common.table)
          common.drop()
        }
        if (operation === 'isub') table.removeAll(other.table, equal, retain, release)
        if (operation === 'ixor') table.toggleAll(other.table, equal, retain, release)
        other.drop()
        if (result !== current) {
          current.drop()
          current = result
        }
      }
    }
    expect([operation, ...order(current.table)]).toEqual([operation, ...expected])
  }
  current.drop()
  for (const left of counts.values()) expect(left).toBe(0)
}

describe('SetTable', () => {
  it.each(sequences.map((steps, i) => [i, steps] as const))('keeps the order of sequence %i', (_i, steps) => {
    play(steps)
  })

  it('starts a search anew when a comparison changes the table', () => {
    const table = new SetTable<{ name: string }>()
    const [first, second, wanted] = [{ name: 'first' }, { name: 'second' }, { name: 'wanted' }]
    table.add(first, 1, () => false)
    table.add(second, 1, () => false)
    const compared: string[] = []
    const found = table.find(wanted, 1, (stored) => {
      compared.push(stored.name)
      if (compared.length === 1) table.discard(first, 1, () => false)
      return stored === second
    })
    expect(compared).toEqual(['first', 'second'])
    expect(table.keyAt(found)).toBe(second)
  })
})
