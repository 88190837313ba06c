// The tables bytecode is made of: the list of instructions, and the packed tables of locations and exceptions in
// both directions.

import { describe, expect, test } from 'vitest'
import { parseEffect, popped, pushed } from '../../src/simulator/bytecode/effects.ts'
import {
  decodeExceptionTable,
  encodeExceptionTable,
  findHandler,
} from '../../src/simulator/bytecode/exceptions.ts'
import {
  decodeLocations,
  expandLocations,
  type Location,
  LocationWriter,
  NO_LOCATION,
} from '../../src/simulator/bytecode/locations.ts'
import * as numbers from '../../src/simulator/bytecode/opcode-numbers.ts'
import { codeUnits, opcodes, pseudoOpcodes, unusedOpcodes } from '../../src/simulator/bytecode/opcodes.ts'

describe('instructions', () => {
  test('every number belongs to one entry, under its name', () => {
    const entries = Object.entries({ ...opcodes, ...pseudoOpcodes }).map(([name, { code }]) => [name, code])
    const named = Object.fromEntries([...entries, ...Object.entries({ ...codeUnits, ...unusedOpcodes })])
    expect(named).toEqual({ ...numbers })
  })

  test('every effect can be read, and every instruction is documented', () => {
    for (const { effect, doc } of Object.values({ ...opcodes, ...pseudoOpcodes })) {
      expect(() => parseEffect(effect)).not.toThrow()
      expect(doc).toMatch(/\.$/)
    }
  })

  test('an effect may depend on the argument', () => {
    const change = (code: number, oparg: number): number => pushed(code, oparg) - popped(code, oparg)
    expect(change(numbers.CALL, 3)).toBe(-4)
    expect(change(numbers.LOAD_GLOBAL, 1)).toBe(2)
    expect(change(numbers.UNPACK_EX, 2 + (3 << 8))).toBe(5)
    expect(change(numbers.BUILD_SLICE, 3)).toBe(-2)
    expect(change(numbers.CALL_FUNCTION_EX, 1)).toBe(-3)
    expect(popped(numbers.SWAP, 4)).toBe(4)
  })

  test('an effect that makes no sense is refused', () => {
    expect(() => parseEffect('value -- res')).toThrow('malformed stack effect')
    expect(() => parseEffect('(a b -- c)')).toThrow('malformed stack slot')
    expect(() => parseEffect('(a[oparg*3] -- c)')).toThrow('unknown size')
  })
})

describe('locations', () => {
  const at = (lineno: number, end_lineno: number, col_offset: number, end_col_offset: number): Location => ({
    lineno,
    end_lineno,
    col_offset,
    end_col_offset,
  })
  const write = (first: number, ranges: readonly [Location, number][]): Uint8Array => {
    const writer = new LocationWriter(first)
    for (const [location, units] of ranges) writer.add(location, units)
    return writer.finish()
  }

  test.each<[string, Location, number]>([
    ['nothing', NO_LOCATION, 1],
    ['short: two bytes', at(10, 10, 79, 94), 2],
    ['one line, columns in bytes', at(12, 12, 3, 127), 3],
    ['one line, but backwards', at(9, 9, 3, 5), 5],
    ['a line without columns', at(300, 300, -1, -1), 3],
    ['several lines', at(10, 5000, 200, 300), 9],
    ['a range that seems to end before it begins', at(10, 10, 20, 4), 3],
  ])('%s', (_, location, size) => {
    const table = write(10, [[location, 1]])
    expect(table.length).toBe(size)
    expect(decodeLocations(table, 10)).toEqual([{ start: 0, end: 1, location }])
  })

  test('more than eight code units take several entries', () => {
    const table = write(1, [[at(2, 2, 0, 1), 20]])
    expect(decodeLocations(table, 1).map(({ start, end }) => [start, end])).toEqual([
      [0, 8],
      [8, 16],
      [16, 20],
    ])
    expect(expandLocations(table, 1)).toEqual(new Array(20).fill(at(2, 2, 0, 1)))
  })

  test('lines are counted from the one before, also over an entry without one', () => {
    const ranges: [Location, number][] = [
      [at(5, 5, 0, 1), 1],
      [NO_LOCATION, 2],
      [at(6, 6, 0, 1), 1],
      [at(2, 2, 0, 1), 1],
    ]
    const table = write(5, ranges)
    expect(decodeLocations(table, 5).map(({ location }) => location)).toEqual(
      ranges.map(([location]) => location),
    )
  })
})

describe('exception table', () => {
  const entries = [
    { start: 0, end: 10, target: 100, depth: 0, lasti: false },
    { start: 12, end: 70, target: 5000, depth: 3, lasti: true },
    { start: 70, end: 400000, target: 400001, depth: 40, lasti: false },
  ]

  test('what is written can be read', () => {
    expect(decodeExceptionTable(encodeExceptionTable(entries))).toEqual(entries)
  })

  test('only the first byte of an entry is marked', () => {
    const marked = [...encodeExceptionTable(entries)].filter((byte) => byte >= 0x80)
    expect(marked.length).toBe(entries.length)
  })

  test.each([
    [0, 100],
    [9, 100],
    [10, null],
    [12, 5000],
    [69, 5000],
    [70, 400001],
    [400000, null],
  ])('the handler of unit %i', (unit, target) => {
    expect(findHandler(entries, unit)?.target ?? null).toBe(target)
  })

  test('an empty table has no handlers', () => {
    expect(findHandler(decodeExceptionTable(new Uint8Array()), 0)).toBeNull()
  })
})
