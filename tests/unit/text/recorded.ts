// The tables of cases in this folder: reading them, and turning results into the form in which they are written.
// The environment variable TEXT_CASES names a folder with other, larger tables to run instead.

import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { TextError } from '../../../src/simulator/objects/text/error.ts'

export type Written = string | boolean | null | Written[]
type Case = [name: string, args: Written[], result: Written]

const folder = process.env['TEXT_CASES'] ?? fileURLToPath(new URL('.', import.meta.url))

/** The cases of a table, one a line. */
export function readCases<C>(topic: string): C[] {
  const lines = readFileSync(`${folder}/${topic}.jsonl`, 'utf8').trimEnd().split('\n')
  return lines.map((line) => JSON.parse(line) as C)
}

/** Adds one test for each function named in a table; `functions` says what each name calls. */
export function testRecorded(topic: string, functions: Record<string, (...args: never[]) => unknown>): void {
  const cases = readCases<Case>(topic)
  const names = new Set(cases.map(([name]) => name))
  it.each([...names])('%s', (name) => {
    const call = functions[name] as ((...args: Written[]) => unknown) | undefined
    expect(call, `what ${name} calls`).toBeDefined()
    const wrong: { args: Written[]; expected: Written; got: Written }[] = []
    let count = 0
    for (const [ofCase, args, expected] of cases) {
      if (ofCase !== name) continue
      count++
      const got = attempt(() => call!(...args))
      if (JSON.stringify(got) !== JSON.stringify(expected)) wrong.push({ args, expected, got })
    }
    expect(wrong.slice(0, 8), `${wrong.length} of ${count} cases differ`).toEqual([])
  })
}

function attempt(action: () => unknown): Written {
  try {
    return written(action())
  } catch (error) {
    if (error instanceof TextError) return `!${error.type}: ${error.message}`
    throw error
  }
}

/** A result as the tables have it: numbers as Python writes floats, bigints as ints, bytes in hexadecimal. */
function written(value: unknown): Written {
  if (value === null || typeof value === 'boolean' || typeof value === 'string') return value
  if (typeof value === 'bigint') return value.toString()
  if (typeof value === 'number') return writtenFloat(value)
  if (value instanceof Uint8Array)
    return Array.from(value, (byte) => byte.toString(16).padStart(2, '0')).join('')
  if (Array.isArray(value)) return value.map(written)
  throw new Error(`no written form for ${String(value)}`)
}

/** Independent of the code under test: JavaScript's digits, put into Python's form. */
function writtenFloat(value: number): string {
  if (Number.isNaN(value)) return 'nan'
  if (!Number.isFinite(value)) return value > 0 ? 'inf' : '-inf'
  if (value === 0) return Object.is(value, -0) ? '-0.0' : '0.0'
  const size = Math.abs(value)
  const sign = value < 0 ? '-' : ''
  if (size >= 1e16 || size < 1e-4) {
    return sign + size.toExponential().replace(/e([+-])(\d)$/, 'e$10$2')
  }
  const text = String(size)
  return sign + (text.includes('.') ? text : `${text}.0`)
}

/** A float as the tables write it. */
export function float(text: string): number {
  if (text === 'inf') return Number.POSITIVE_INFINITY
  if (text === '-inf') return Number.NEGATIVE_INFINITY
  return Number(text)
}

/** A plain Python int of no more than 53 bits, for results that are numbers here. */
export function int(value: number): bigint {
  return BigInt(value)
}

export function bytes(hex: string): Uint8Array {
  return Uint8Array.from(hex.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16))
}
