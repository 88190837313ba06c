// Runs the literate cases beside it: each Python source against the bytecode, the tables beside it, the error and
// the warnings that CPython gives (recorded by tests/support/cpython/record-compiler.ts).
//
// Words after `py`: the mode (`eval` or `single`), and `optimized` for what `-OO` does.

import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import {
  CO_FAST_CELL,
  CO_FAST_FREE,
  CO_FAST_LOCAL,
  type CodeData,
  type Constant,
  namesOfKind,
} from '../../src/simulator/bytecode/code.ts'
import { constantRepr } from '../../src/simulator/bytecode/constant-repr.ts'
import { disassemble } from '../../src/simulator/bytecode/dis.ts'
import { compile } from '../../src/simulator/compiler/compile.ts'
import { parse } from '../../src/simulator/syntax/parser/parser.ts'
import { PySyntaxError, type SyntaxWarning } from '../../src/simulator/syntax/syntax-error.ts'
import { type Case, readCases } from '../support/markdown.ts'

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex')
const tuple = (items: readonly Constant[]): string => constantRepr({ type: 'tuple', items })
const strings = (names: readonly string[]): string => tuple(names.map((value) => ({ type: 'str', value })))

/** As `report` in compiler-cases.py. */
function report(code: CodeData): string[] {
  const counts = [code.co_argcount, code.co_posonlyargcount, code.co_kwonlyargcount].join(', ')
  const kind = (bit: number): string => strings(namesOfKind(code, bit))
  const lines = [
    `${code.co_qualname}, line ${code.co_firstlineno}`,
    `  arguments (${counts}), flags 0x${code.co_flags.toString(16)}, stack ${code.co_stacksize}`,
    `  consts ${tuple(code.co_consts)}`,
    `  names ${strings(code.co_names)}`,
    `  locals ${kind(CO_FAST_LOCAL)}, cells ${kind(CO_FAST_CELL)}, free ${kind(CO_FAST_FREE)}`,
    `  locations ${hex(code.co_linetable)}`,
  ]
  if (code.co_exceptiontable.length > 0) lines.push(`  exceptions ${hex(code.co_exceptiontable)}`)
  for (const constant of code.co_consts) if (constant.type === 'code') lines.push(...report(constant.code))
  return lines
}

function answer({ source: { text, words } }: Case): Record<string, string> {
  const warnings: SyntaxWarning[] = []
  const mode = words.includes('eval') ? 'eval' : words.includes('single') ? 'single' : 'exec'
  const optimize = words.includes('optimized') ? 2 : 0
  const found: Record<string, string> = {}
  try {
    const code = compile(parse(text, mode, '<case>'), '<case>', { optimize, warnings })
    found['dis'] = disassemble(code)
    found['tables'] = report(code)
      .map((line) => `${line}\n`)
      .join('')
  } catch (error) {
    if (!(error instanceof PySyntaxError)) throw error
    const { type, msg, lineno, offset, end_lineno, end_offset } = error
    found['error'] = `${type} ${lineno}:${offset}-${end_lineno}:${end_offset}\n${msg}\n`
  }
  if (warnings.length > 0)
    found['warnings'] = warnings.map(({ lineno, msg }) => `${lineno}: ${msg}\n`).join('')
  return found
}

const folder = new URL('.', import.meta.url)
for (const file of readdirSync(folder).filter((name) => name.endsWith('.md'))) {
  describe(file, () => {
    for (const found of readCases(readFileSync(new URL(file, folder), 'utf8'), file)) {
      test(found.name, () => {
        const expected = Object.fromEntries(found.expected.map(({ kind, text }) => [kind, text]))
        expect(expected, 'the case has not been recorded').not.toEqual({})
        expect(answer(found)).toEqual(expected)
      })
    }
  })
}
