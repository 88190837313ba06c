// tests/cpython/expected.json: for each of CPython's test files the methods that pass on CPython and not on the
// simulator, each with the reason.

import { readFileSync } from 'node:fs'
import type { Ending } from './test-files.ts'

/** Reasons by name of the method. */
export type Reasons = Readonly<Record<string, string>>

const path = new URL('../../cpython/expected.json', import.meta.url)

export function readExpected(): Readonly<Record<string, Reasons>> {
  return JSON.parse(readFileSync(path, 'utf8')) as Record<string, Reasons>
}

export interface Problem {
  name: string
  words: string
}

/** What differs from the list: methods that do not pass and are not in it, and methods that pass and are. */
export function unexpected(
  reasons: Reasons,
  native: ReadonlyMap<string, Ending>,
  endings: ReadonlyMap<string, Ending>,
): Problem[] {
  const problems: Problem[] = []
  for (const [name, { outcome, text }] of endings) {
    if (native.get(name)?.outcome !== 'passed') continue
    const isListed = Object.hasOwn(reasons, name)
    if (outcome === 'passed' && isListed) problems.push({ name, words: 'passes, and is in the list' })
    if (outcome !== 'passed' && !isListed) problems.push({ name, words: `${outcome}: ${lastLine(text)}` })
  }
  return problems
}

/** The line of a traceback that says what it is about. */
function lastLine(text: string): string {
  const lines = text.split('\n').filter((line) => /^\S/.test(line) && !line.startsWith('Traceback'))
  return (
    lines.find((line) => /^[\w.]+(Error|Exception|Warning|Interrupt|Exit)?:/.test(line)) ??
    lines.at(-1) ??
    text
  )
}
