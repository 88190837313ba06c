// Writes what CPython 3.13 says into the cases of tests/compiler: the bytecode or the error, and the warnings.
//
// `node tests/support/cpython/record-compiler.ts`

import { spawnSync } from 'node:child_process'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { readCases, writeExpected } from '../markdown.ts'
import { findPython } from './python.ts'

const folder = new URL('../../compiler/', import.meta.url)
const script = fileURLToPath(new URL('compiler-cases.py', import.meta.url))
const [python = '', ...first] = findPython().command

type Answer = Partial<Record<'dis' | 'tables' | 'error' | 'warnings', string>>

for (const file of readdirSync(folder).filter((name) => name.endsWith('.md'))) {
  const path = new URL(file, folder)
  const markdown = readFileSync(path, 'utf8')
  const cases = readCases(markdown, file)
  const questions = cases.map(({ source: { text, words } }) => ({
    source: text,
    mode: words.find((word) => word === 'eval' || word === 'single') ?? 'exec',
    optimize: words.includes('optimized') ? 2 : 0,
  }))
  const run = spawnSync(python, [...first, script], {
    input: JSON.stringify(questions),
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  })
  if (run.status !== 0) throw new Error(`${file}: ${run.stderr || run.error}`)
  const answers = JSON.parse(run.stdout) as Answer[]
  const byName = new Map(cases.map(({ name }, index) => [name, answers[index] as Answer]))
  const recorded = writeExpected(markdown, file, ({ name }) =>
    Object.entries(byName.get(name) as Answer).filter(([, text]) => text !== ''),
  )
  writeFileSync(path, recorded)
}
