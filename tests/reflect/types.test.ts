// Walks the table of built-in types and compares it with what CPython 3.13 has (api.json, recorded by api.py):
// no attribute is missing but those in absent.json, none is too many, and each signature is CPython's.

import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { slotNames } from '../../src/simulator/objects/declare/slots.ts'
import type { GetSetSpec, TypeSpec } from '../../src/simulator/objects/declare/type.ts'
import { builtinTypes } from '../../src/simulator/objects/index.ts'
import { memberNames } from '../../src/simulator/objects/instantiate.ts'

type Api = Record<string, Record<string, string | null>>

const read = (name: string): unknown => JSON.parse(readFileSync(new URL(name, import.meta.url), 'utf8'))
const api = read('api.json') as Api
/** Attributes that are not simulated, by type. */
const absent = read('absent.json') as Record<string, string[]>

/** Attributes of the interpreter's own making, which need no entry in a table. */
const everywhere = new Set([
  '__doc__',
  '__module__',
  '__getattribute__',
  '__hash__',
  '__static_attributes__',
  '__firstlineno__',
])

const cases = Object.entries(builtinTypes).filter(([name]) => api[name] !== undefined)

describe.each(cases)('%s', (name, spec: TypeSpec) => {
  const recorded = api[name]!
  const ours = memberNames(spec)

  test('has what CPython has', () => {
    const missing = Object.keys(recorded).filter((each) => !everywhere.has(each) && !ours.includes(each))
    expect(missing).toEqual(absent[name] ?? [])
  })

  test('has nothing else', () => {
    expect(ours.filter((each) => !everywhere.has(each) && recorded[each] === undefined)).toEqual([])
  })

  test('has the same signatures', () => {
    const differing: string[] = []
    for (const method of spec.body.methods ?? []) {
      const theirs = recorded[method.name]
      if (theirs != null && method.raw === null && plain(theirs) !== plain(method.signature.text)) {
        differing.push(`${method.name}: ${method.signature.text}, CPython ${theirs}`)
      }
    }
    expect(differing).toEqual([])
  })
})

/** Without defaults and the brackets of optional parts, which differ in how they are written. */
function plain(signature: string): string {
  return signature.replaceAll(/=[^,)]*(?:\(\))?/g, '').replaceAll(/[[\]]/g, '')
}

test('every declared slot is one that the machine knows', () => {
  const known: ReadonlySet<string> = new Set(slotNames)
  for (const [name, spec] of Object.entries(builtinTypes)) {
    expect(
      Object.keys(spec.body.slots ?? {}).filter((slot) => !known.has(slot)),
      name,
    ).toEqual([])
  }
})

test('every attribute is declared once', () => {
  for (const [name, spec] of Object.entries(builtinTypes)) {
    const declared = [
      ...(spec.body.methods ?? []).map((method) => method.name),
      ...((spec.body.getset ?? []) as readonly GetSetSpec[]).map((attribute) => attribute.name),
    ]
    expect(
      declared.filter((each, i) => declared.indexOf(each) !== i),
      name,
    ).toEqual([])
  }
})
