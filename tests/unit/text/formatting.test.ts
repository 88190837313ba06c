// The three format languages; cases recorded from CPython.

import { describe, expect } from 'vitest'
import { TextError } from '../../../src/simulator/objects/text/error.ts'
import { reprFloat } from '../../../src/simulator/objects/text/float-repr.ts'
import * as values from '../../../src/simulator/objects/text/format-values.ts'
import {
  type Conversion,
  formatPercent,
  percentCharacter,
  percentFloat,
  percentInt,
  percentText,
  unsupportedConversion,
} from '../../../src/simulator/objects/text/percent-format.ts'
import { escapeNonAscii, quoteText } from '../../../src/simulator/objects/text/repr.ts'
import { formatTemplate } from '../../../src/simulator/objects/text/str-format.ts'
import { float, testRecorded } from './recorded.ts'

describe('format()', () => {
  testRecorded('format', {
    int: (value: string, spec: string) => values.formatIntBySpec(BigInt(value), spec),
    bool: (value: boolean, spec: string) => values.formatIntBySpec(value ? 1n : 0n, spec, 'bool'),
    float: (value: string, spec: string) => values.formatFloatBySpec(float(value), spec),
    complex: ([real, imaginary]: [string, string], spec: string) =>
      values.formatComplexBySpec(float(real), float(imaginary), spec),
    str: (value: string, spec: string) => values.formatTextBySpec(value, spec),
  })
})

type Value = string | bigint | number

/** What the str type does with its values, reduced to the three kinds in the table. */
function convert(value: Value, conversion: Conversion): string {
  const typeName = { string: 'str', bigint: 'int', number: 'float' }[typeof value as 'string']
  const shown = typeof value === 'number' ? reprFloat(value) : String(value)
  const quoted = typeof value === 'string' ? quoteText(value) : shown
  const { code } = conversion
  switch (code) {
    case 's':
      return percentText(shown, conversion)
    case 'r':
      return percentText(quoted, conversion)
    case 'a':
      return percentText(escapeNonAscii(quoted), conversion)
    case 'c':
      if (typeof value === 'string' && Array.from(value).length === 1)
        return percentCharacter(value, conversion)
      if (typeof value !== 'bigint') throw new TextError('TypeError', '%c requires int or char')
      if (value < 0n || value > 0x10ffffn)
        throw new TextError('OverflowError', '%c arg not in range(0x110000)')
      return percentCharacter(String.fromCodePoint(Number(value)), conversion)
    case 'o':
    case 'x':
    case 'X':
      if (typeof value === 'bigint') return percentInt(value, conversion)
      throw new TextError('TypeError', `%${code} format: an integer is required, not ${typeName}`)
    case 'd':
    case 'i':
    case 'u':
      if (typeof value === 'bigint') return percentInt(value, conversion)
      if (typeof value === 'number') return percentInt(BigInt(Math.trunc(value)), conversion)
      throw new TextError('TypeError', `%${code} format: a real number is required, not ${typeName}`)
    case 'e':
    case 'E':
    case 'f':
    case 'F':
    case 'g':
    case 'G':
      if (typeof value !== 'string') return percentFloat(Number(value), conversion)
      throw new TextError('TypeError', 'must be real number, not str')
  }
  throw unsupportedConversion(conversion)
}

const value = (kind: string, text: string): Value =>
  kind === 's' ? text : kind === 'f' ? float(text) : BigInt(text)

describe('%', () => {
  testRecorded('percent', {
    percent: (template: string, kinds: string, written: string[] | [string, string][]) => {
      const isMapping = kinds[0] === 'm'
      const mapping = new Map<string, Value>()
      let rest: Value[] = []
      if (isMapping) {
        for (const [i, [key, text]] of (written as [string, string][]).entries()) {
          mapping.set(key, value(kinds[i + 1]!, text))
        }
      } else rest = (written as string[]).map((text, i) => value(kinds[i]!, text))
      let selected: Value | null = null
      const result = formatPercent<Value>(template, {
        isMapping,
        select(key) {
          selected = mapping.get(key)!
        },
        next() {
          const next = selected ?? rest.shift()
          // Without a key the mapping itself is the value; the table has no such case.
          if (next === undefined) throw new TextError('TypeError', 'not enough arguments for format string')
          selected = null
          return next
        },
        toInt: (given) => (typeof given === 'bigint' ? given : null),
        convert,
      })
      if (rest.length > 0)
        throw new TextError('TypeError', 'not all arguments converted during string formatting')
      return result
    },
  })
})

describe('str.format()', () => {
  testRecorded('template', {
    format: (template: string) => {
      const live = new Map<object, number>()
      const box = (path: string) => {
        const made = { path }
        live.set(made, 1)
        return made
      }
      const names = new Set(['a', 'b'])
      const report = (type: 'IndexError' | 'KeyError', message: string): never => {
        throw new TextError(type as 'IndexError', message)
      }
      try {
        return formatTemplate<{ path: string }>(template, {
          positional: (index) =>
            index < 3
              ? box(`p${index}`)
              : report('IndexError', `Replacement index ${index} out of range for positional args tuple`),
          named: (name) => (names.has(name) ? box(name) : report('KeyError', quoteText(name))),
          attribute: (from, name) => box(`${from.path}.${name}`),
          item: (from, key) => box(`${from.path}[${typeof key === 'string' ? quoteText(key) : key}]`),
          convert: (from, how) => box(`\0${how === 's' ? 'str' : 'repr'} ${from.path}`),
          format: (from, spec) =>
            from.path[0] === '\0'
              ? values.formatTextBySpec(from.path.slice(1), spec)
              : `<${from.path}|${spec}>`,
          release: (given) => live.set(given, live.get(given)! - 1),
        })
      } finally {
        expect(
          [...live.values()].filter((count) => count !== 0),
          'values not released exactly once',
        ).toEqual([])
      }
    },
  })
})
