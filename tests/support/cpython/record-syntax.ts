// Writes what CPython 3.13 says into the cases of tests/syntax: the tree or the error, and the warnings.
//
// `node tests/support/cpython/record-syntax.ts`

import { spawnSync } from 'node:child_process'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { readCases, writeExpected } from '../markdown.ts'
import { findPython } from './python.ts'

const folder = new URL('../../syntax/', import.meta.url)
const script = fileURLToPath(new URL('syntax-cases.py', import.meta.url))
const [python = '', ...first] = findPython().command

interface Answer {
  tree?: string
  error?: string
  warnings: string
}

for (const file of readdirSync(folder).filter((name) => name.endsWith('.md'))) {
  const path = new URL(file, folder)
  const markdown = readFileSync(path, 'utf8')
  const cases = readCases(markdown, file)
  const questions = cases.map(({ source }) => ({ source: source.text, mode: source.words[0] ?? 'exec' }))
  const run = spawnSync(python, [...first, script], {
    input: JSON.stringify(questions),
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  })
  if (run.status !== 0) throw new Error(`${file}: ${run.stderr || run.error}`)
  const answers = JSON.parse(run.stdout) as Answer[]
  const byName = new Map(cases.map(({ name }, index) => [name, answers[index] as Answer]))
  const recorded = writeExpected(markdown, file, ({ name }) => {
    const { tree, error, warnings } = byName.get(name) as Answer
    const fences: [string, string][] = [error === undefined ? ['tree', tree ?? ''] : ['error', error]]
    if (warnings !== '') fences.push(['warnings', warnings])
    return fences
  })
  writeFileSync(path, recorded)
}
