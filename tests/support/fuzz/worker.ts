// The process that compares programs: takes a job, answers with what it found. Started by `fuzz.ts` with the stack
// that the simulator needs.

import { argv } from 'node:process'
import fc from 'fast-check'
import { findPython } from '../cpython/python.ts'
import { Comparer, type Disagreement, signature } from './comparison.ts'
import { makeProgram, type Plan, planArbitrary, planOf, withCounts } from './program.ts'
import { countLines, reduceTree, renderProgram, type Statement } from './tree.ts'

/** Programs to compare, or one to make small. */
export type Job = { numbers: number[] } | { shrink: number }

/** What came of a job. */
export type Answer =
  | { found: { number: number; disagreement: Disagreement }[] }
  | { shrunk: { source: string; text: string; lines: number } | null }

/** The size of programs, and whether CPython is asked. */
export interface WorkerOptions {
  size: number
  native: boolean
  /** Whether programs tell the collector's count after each statement. */
  counts: boolean
}

const options = JSON.parse(argv[2]!) as WorkerOptions
const comparer = new Comparer(options.native ? findPython() : null)

function programOf(plan: Plan): Statement[] {
  const program = makeProgram(plan)
  return options.counts ? withCounts(program) : program
}

async function compareAll(numbers: readonly number[]): Promise<Answer> {
  const found: { number: number; disagreement: Disagreement }[] = []
  // CPython runs the next ones while the simulator is busy with this one.
  const inFlight = new Set<Promise<void>>()
  for (const number of numbers) {
    const task: Promise<void> = comparer
      .compare(renderProgram(programOf(planOf(number, options.size))))
      .then((disagreement) => {
        if (disagreement !== null) found.push({ number, disagreement })
        inFlight.delete(task)
      })
    inFlight.add(task)
    if (inFlight.size >= 3) await Promise.race(inFlight)
    // Answers of the launcher are read between two programs.
    await new Promise((resolve) => setImmediate(resolve))
  }
  await Promise.all(inFlight)
  return { found }
}

async function shrink(number: number): Promise<Answer> {
  const original = await comparer.compare(renderProgram(programOf(planOf(number, options.size))))
  if (original === null) return { shrunk: null }
  const wanted = signature(original)
  const isAlike = (other: Disagreement | null) => other !== null && signature(other) === wanted
  const isWrong = async (program: readonly Statement[]) =>
    isAlike(await comparer.compare(renderProgram(program)))
  const checked = await fc.check(
    fc.asyncProperty(planArbitrary(options.size), async (plan: Plan) => !(await isWrong(programOf(plan)))),
    { seed: number, numRuns: 1, interruptAfterTimeLimit: 30_000 },
  )
  const plan = checked.counterexample?.[0] ?? planOf(number, options.size)
  const tree = await reduceTree(programOf(plan), isWrong)
  const source = renderProgram(tree)
  const disagreement = await comparer.compare(source)
  return { shrunk: { source, text: disagreement?.text ?? '', lines: countLines(tree) } }
}

process.on('message', async (job: Job) => {
  process.send?.('numbers' in job ? await compareAll(job.numbers) : await shrink(job.shrink))
})
process.on('disconnect', () => {
  comparer.close()
  process.exit()
})
process.send?.('ready')
