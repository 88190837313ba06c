// Writes src/simulator/objects/text/unicode-tables.ts: where CPython 3.13's Unicode database (15.1) says more than
// a JavaScript engine's regular expressions, or less, because the engine knows a later Unicode.
// `node tests/support/cpython/record-unicode.ts`, with a Node whose Unicode is the newest there is.

import { execFileSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const python = process.env['PYTHON'] ?? 'python3.13'
const target = fileURLToPath(
  new URL('../../../src/simulator/objects/text/unicode-tables.ts', import.meta.url),
)

const program = `
import json, sys, unicodedata
every = [chr(c) for c in range(0x110000)]
print(json.dumps({
    'version': unicodedata.unidata_version,
    'unassigned': [ord(c) for c in every if unicodedata.category(c) == 'Cn'],
    'digits': [ord(c) for c in every if c.isdigit() and not c.isdecimal()],
    'numeric': [ord(c) for c in every if c.isnumeric() and unicodedata.category(c)[0] != 'N'],
    'zeros': [ord(c) for c in every if unicodedata.decimal(c, -1) == 0],
}))
`
const answer = execFileSync(python, ['-c', program], { encoding: 'utf8', maxBuffer: 1 << 28 })
const facts = JSON.parse(answer) as Record<'unassigned' | 'digits' | 'numeric' | 'zeros', number[]> & {
  version: string
}

const later = facts.unassigned.filter((point) => /^\P{Cn}$/u.test(String.fromCodePoint(point)))

/** `start` or `start-end` in hexadecimal, in lines that fit the page. */
function ranges(points: readonly number[]): string {
  const found: [number, number][] = []
  for (const point of points) {
    const last = found.at(-1)
    if (last !== undefined && last[1] === point - 1) last[1] = point
    else found.push([point, point])
  }
  const words = found.map(([a, b]) => (a === b ? a.toString(16) : `${a.toString(16)}-${b.toString(16)}`))
  const lines: string[] = []
  for (const word of words) {
    const last = lines.at(-1)
    if (last === undefined || last.length + word.length > 96) lines.push(word)
    else lines[lines.length - 1] = `${last} ${word}`
  }
  return lines.map((line, i) => `  '${line}${i < lines.length - 1 ? ' ' : ''}'`).join(' +\n')
}

const constant = (name: string, comment: string, points: readonly number[]) =>
  `/** ${comment} */\nexport const ${name}: string =\n${ranges(points)}\n`

writeFileSync(
  target,
  `/**
 * Facts of Unicode ${facts.version}, CPython 3.13's, that regular expressions do not have or have from a later version.
 *
 * Written by \`tests/support/cpython/record-unicode.ts\`. Each table is a list of code points and ranges in
 * hexadecimal.
 */

${constant('ASSIGNED_LATER', `Code points that are unassigned in ${facts.version} but known to newer engines.`, later)}
${constant('DIGITS_BESIDE_DECIMALS', 'What `isdigit` accepts and `isdecimal` does not: superscripts, circled digits and the like.', facts.digits)}
${constant('NUMERIC_IDEOGRAPHS', 'Ideographs that `isnumeric` accepts, whose category is not a number.', facts.numeric)}
${constant('DECIMAL_ZEROS', 'The zero of each run of ten decimal digits.', facts.zeros)}`,
)
