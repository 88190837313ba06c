// tests/cpython/figures.md: for each of CPython's test files how many methods pass here and on CPython. Written by
// `npm run cpython-tests -- --figures`, which replaces the lines of the files that it runs.

import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import type { Reasons } from './expected-tests.ts'
import { coreFiles, type Ending, testFiles } from './test-files.ts'

const path = new URL('../../cpython/figures.md', import.meta.url)

const heading = `# CPython's own tests on the simulator

Written by \`npm run cpython-tests -- --figures\`: methods that pass on CPython 3.13, those of them that pass here, those
that are refused (they need what does not exist here), those that fail, and how many of both are in \`expected.json\`
with the reason.

| file | on CPython | here | refused | failed | listed |
| --- | --: | --: | --: | --: | --: |
`

/** The numbers of a file: passed on CPython, passed here, refused, failed, listed. */
type Figures = readonly number[]

function figuresOf(
  reasons: Reasons,
  native: ReadonlyMap<string, Ending>,
  endings: ReadonlyMap<string, Ending>,
): Figures {
  const passed = [...native].filter(([, { outcome }]) => outcome === 'passed').map(([name]) => name)
  const count = (outcome: string): number =>
    passed.filter((name) => endings.get(name)?.outcome === outcome).length
  const listed = passed.filter((name) => Object.hasOwn(reasons, name)).length
  return [passed.length, count('passed'), count('refused'), count('failed'), listed]
}

function readFigures(): Map<string, Figures> {
  const known = new Map<string, Figures>()
  if (!existsSync(path)) return known
  for (const [, file, numbers] of readFileSync(path, 'utf8').matchAll(/^\| (test_[\w.]+) \| ([\d |]+) \|$/gm))
    known.set(file!, numbers!.split('|').map(Number))
  return known
}

/** Puts the figures of a file that has been run as a whole into the table. */
export function writeFigures(
  file: string,
  reasons: Reasons,
  native: ReadonlyMap<string, Ending>,
  endings: ReadonlyMap<string, Ending>,
): void {
  const known = readFigures()
  known.set(file, figuresOf(reasons, native, endings))
  const line = (name: string, figures: Figures): string => `| ${name} | ${figures.join(' | ')} |\n`
  const sum = (files: readonly string[]): Figures =>
    files
      .flatMap((name) => known.get(name) ?? [])
      .reduce<number[]>((all, number, i) => {
        all[i % 5] = (all[i % 5] ?? 0) + number
        return all
      }, [])
  const files = [
    ...testFiles.filter((name) => known.has(name)),
    ...[...known.keys()].filter((name) => !testFiles.includes(name)).sort(),
  ]
  const rows = files.map((name) => line(name, known.get(name)!)).join('')
  writeFileSync(
    path,
    `${heading}${rows}${line('**the first four**', sum(coreFiles))}${line('**all**', sum(files))}`,
  )
}
