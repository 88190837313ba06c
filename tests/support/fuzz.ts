// Random programs on the simulator, with the audit, and on CPython 3.13 where one is installed:
//
//     npm run fuzz -- --count 1000 [--seed 1] [--size 24] [--jobs 2] [--shrink 5] [--keep folder] [--counts]
//
// Program number n is the same whenever and wherever it is made; `--seed` is the first number. What differs is shown as
// `-` CPython, `+` simulator; the first few of different kinds are then made as small as possible, and written to
// `--keep` if given. With `--counts` programs tell the collector's count after each statement. A program found in this way belongs into tests/programs. Exit code 1 if anything differed.

import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { findPython } from './cpython/python.ts'
import { type Disagreement, signature } from './fuzz/comparison.ts'
import type { Answer, Job, WorkerOptions } from './fuzz/worker.ts'
import { runJobs } from './process-pool.ts'

const { values } = parseArgs({
  options: {
    count: { type: 'string', default: '1000' },
    seed: { type: 'string', default: '1' },
    size: { type: 'string', default: '24' },
    jobs: { type: 'string', default: '2' },
    shrink: { type: 'string', default: '5' },
    keep: { type: 'string' },
    counts: { type: 'boolean', default: false },
  },
})
const count = Number(values.count)
const first = Number(values.seed)
const batch = 25

const python = findPython()
const options: WorkerOptions = { size: Number(values.size), native: python.native, counts: values.counts }
console.log(python.native ? `CPython ${python.version}` : 'No CPython 3.13 is installed: the audit only.')

const pool = {
  module: fileURLToPath(new URL('fuzz/worker.ts', import.meta.url)),
  argument: JSON.stringify(options),
  execArgv: ['--stack-size=3900', '--max-old-space-size=1500'],
  processes: Number(values.jobs),
}

const batches: (Job & { numbers: number[] })[] = []
for (let n = 0; n < count; n += batch)
  batches.push({ numbers: Array.from({ length: Math.min(batch, count - n) }, (_, i) => first + n + i) })
const wrong: { number: number; disagreement: Disagreement }[] = []
function record(found: (typeof wrong)[number]): void {
  wrong.push(found)
  const { number, disagreement } = found
  console.log(`program ${number}: ${disagreement.kind}\n${disagreement.text.replaceAll(/^/gm, '    ')}`)
}
let compared = 0
const began = Date.now()
await runJobs<(typeof batches)[number], Answer>(
  batches,
  { ...pool, seconds: 60 + 10 * batch },
  ({ numbers }, result) => {
    compared += numbers.length
    if (compared % 500 < batch) console.log(`${compared} of ${count}`)
    if ('reason' in result) {
      // One of them: find out which.
      if (numbers.length > 1) {
        compared -= numbers.length
        batches.push(...numbers.map((number) => ({ numbers: [number] })))
      } else record({ number: numbers[0]!, disagreement: { kind: 'crash', text: result.reason } })
    } else if ('found' in result.answer) result.answer.found.forEach(record)
  },
)
const seconds = (Date.now() - began) / 1000
console.log(
  `${compared} programs from number ${first} on, ${wrong.length} with a difference, ${(compared / seconds).toFixed(1)} a second.`,
)

const kinds = new Map(wrong.map((each) => [signature(each.disagreement), each]))
const toShrink = [...kinds.values()].slice(0, Number(values.shrink)).map(({ number }) => ({ shrink: number }))
await runJobs<{ shrink: number }, Answer>(toShrink, { ...pool, seconds: 600 }, ({ shrink }, result) => {
  if ('reason' in result || !('shrunk' in result.answer) || result.answer.shrunk === null) return
  const { source, text, lines } = result.answer.shrunk
  console.log(
    `\nprogram ${shrink}, made smaller (${lines} lines):\n\n${source}\n${text.replaceAll(/^/gm, '    ')}`,
  )
  if (values.keep !== undefined) {
    mkdirSync(values.keep, { recursive: true })
    writeFileSync(join(values.keep, `program_${shrink}.py`), source)
  }
})
process.exitCode = wrong.length === 0 ? 0 : 1
