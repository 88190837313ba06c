// Runs the literate cases beside it: each Python source against the tree, the error and the warnings that CPython
// gives for it (recorded by tests/support/cpython/record-syntax.ts).

import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { dump } from '../../src/simulator/syntax/dump.ts'
import { parse } from '../../src/simulator/syntax/parser/parser.ts'
import { PySyntaxError, type SyntaxWarning } from '../../src/simulator/syntax/syntax-error.ts'
import { type Case, readCases } from '../support/markdown.ts'

type Answer = Record<string, string>

function answer({ source }: Case): Answer {
  const mode = source.words[0] ?? 'exec'
  if (mode !== 'exec' && mode !== 'eval' && mode !== 'single') throw new Error(`unknown mode "${mode}"`)
  try {
    const tree = parse(source.text, mode, '<case>')
    return withWarnings({ tree: dump(tree) }, tree.warnings)
  } catch (error) {
    if (!(error instanceof PySyntaxError)) throw error
    const { type, msg, lineno, offset, end_lineno, end_offset } = error
    const text = `${type} ${lineno}:${offset}-${end_lineno}:${end_offset}\n${msg}\n`
    return withWarnings({ error: text }, error.warnings)
  }
}

function withWarnings(found: Answer, warnings: readonly SyntaxWarning[]): Answer {
  if (warnings.length === 0) return found
  return { ...found, warnings: warnings.map(({ lineno, msg }) => `${lineno}: ${msg}\n`).join('') }
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
