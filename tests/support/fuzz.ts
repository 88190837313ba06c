// Random programs on the simulator, with the audit, and on CPython 3.13 where one is installed:
//
//     npm run fuzz -- --count 1000 [--seed 1] [--size 24] [--jobs 2] [--shrink 5] [--keep folder]
//
// Program number n is the same whenever and wherever it is made; `--seed` is the first number. What differs is shown as
// `-` CPython, `+` simulator; the first few of different kinds are then made as small as possible, and written to
// `--keep` if given. A program found in this way belongs into tests/programs. Exit code 1 if anything differed.

import { type ChildProcess, fork } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { findPython } from './cpython/python.ts'
import { type Disagreement, signature } from './fuzz/comparison.ts'
import type { Answer, Job, WorkerOptions } from './fuzz/worker.ts'

const { values } = parseArgs({
  options: {
    count: { type: 'string', default: '1000' },
    seed: { type: 'string', default: '1' },
    size: { type: 'string', default: '24' },
    jobs: { type: 'string', default: '2' },
    shrink: { type: 'string', default: '5' },
    keep: { type: 'string' },
  },
})
const count = Number(values.count)
const first = Number(values.seed)
const batch = 25

const python = findPython()
const options: WorkerOptions = { size: Number(values.size), native: python.native }
console.log(python.native ? `CPython ${python.version}` : 'No CPython 3.13 is installed: the audit only.')

function startWorker(): Promise<ChildProcess> {
  const child = fork(fileURLToPath(new URL('fuzz/worker.ts', import.meta.url)), [JSON.stringify(options)], {
    execArgv: ['--stack-size=3900', '--max-old-space-size=1500', ...process.execArgv],
  })
  return new Promise((resolve, reject) => {
    child.once('message', () => resolve(child))
    child.once('exit', (code) => reject(new Error(`the worker does not start (${code})`)))
  })
}

/** The answer, or null when the process ended or took too long. */
function ask(child: ChildProcess, job: Job, seconds: number): Promise<Answer | null> {
  return new Promise((resolve) => {
    const finish = (answer: Answer | null) => {
      clearTimeout(timer)
      child.off('message', onMessage)
      child.off('exit', onExit)
      if (answer === null) child.kill('SIGKILL')
      resolve(answer)
    }
    const timer = setTimeout(() => finish(null), seconds * 1000)
    const onMessage = (answer: unknown) => finish(answer as Answer)
    const onExit = () => finish(null)
    child.on('message', onMessage)
    child.on('exit', onExit)
    child.send(job)
  })
}

/** Works off jobs; a process that fails is replaced, and its job given to `failed`. */
async function work<T>(
  jobs: T[],
  toJob: (item: T) => Job,
  seconds: number,
  done: (item: T, answer: Answer | null) => void,
): Promise<void> {
  let child: ChildProcess | null = null
  for (let item = jobs.shift(); item !== undefined; item = jobs.shift()) {
    child ??= await startWorker()
    const answer: Answer | null = await ask(child, toJob(item), seconds)
    if (answer === null) child = null
    done(item, answer)
  }
  child?.disconnect()
}

const batches: number[][] = []
for (let n = 0; n < count; n += batch)
  batches.push(Array.from({ length: Math.min(batch, count - n) }, (_, i) => first + n + i))
const wrong: { number: number; disagreement: Disagreement }[] = []
let compared = 0
const began = Date.now()
const workers = Number(values.jobs)
await Promise.all(
  Array.from({ length: workers }, () =>
    work(
      batches,
      (numbers) => ({ numbers }),
      60 + 10 * batch,
      (numbers, answer) => {
        compared += numbers.length
        if (compared % 500 < batch) console.log(`${compared} of ${count}`)
        if (answer === null) {
          // One of them: find out which.
          if (numbers.length > 1) {
            compared -= numbers.length
            batches.push(...numbers.map((number) => [number]))
          } else
            wrong.push({
              number: numbers[0]!,
              disagreement: { kind: 'crash', text: 'the process ended, or took too long' },
            })
        } else if ('found' in answer) {
          wrong.push(...answer.found)
          for (const { number, disagreement } of answer.found)
            console.log(
              `program ${number}: ${disagreement.kind}\n${disagreement.text.replaceAll(/^/gm, '    ')}`,
            )
        }
      },
    ),
  ),
)
const seconds = (Date.now() - began) / 1000
console.log(
  `${compared} programs from number ${first} on, ${wrong.length} with a difference, ${(compared / seconds).toFixed(1)} a second.`,
)

const kinds = new Map(wrong.map((each) => [signature(each.disagreement), each]))
const toShrink = [...kinds.values()].slice(0, Number(values.shrink))
await Promise.all(
  Array.from({ length: workers }, () =>
    work(
      toShrink,
      ({ number }) => ({ shrink: number }),
      600,
      ({ number }, answer) => {
        if (answer === null || !('shrunk' in answer) || answer.shrunk === null) return
        const { source, text, lines } = answer.shrunk
        console.log(
          `\nprogram ${number}, made smaller (${lines} lines):\n\n${source}\n${text.replaceAll(/^/gm, '    ')}`,
        )
        if (values.keep !== undefined) {
          mkdirSync(values.keep, { recursive: true })
          writeFileSync(join(values.keep, `program_${number}.py`), source)
        }
      },
    ),
  ),
)
process.exitCode = wrong.length === 0 ? 0 : 1
