// The programs without Vitest, for whoever works on the simulator:
//
//     node tests/support/run-programs.ts [--jobs N] [--time SECONDS] [--quiet] [--list] [folder or file …]
//
// Programs run in a pool of child processes; one that exceeds its time (30 s) is ended and counts as failed. Prints each
// failing name with a compact difference (`-` recorded, `+` got), then totals by folder. `--quiet` prints names only,
// `--list` prints the names that pass as well. Exit code 1 if anything failed.

import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { runJobs } from './process-pool.ts'
import { describeDifference, findPrograms, isDifference, type Program, readExpected } from './programs.ts'

interface Verdict {
  program: Program
  /** '' if the program passes; otherwise what is wrong. */
  problem: string
}

const thisFile = fileURLToPath(import.meta.url)

if (process.send !== undefined) await serve()
else process.exitCode = await main()

/** The child: runs the programs it is sent, one at a time. */
async function serve(): Promise<void> {
  const { runProgram } = await import('./test.ts')
  process.on('message', (program: Program) => {
    let problem: string
    try {
      const expected = readExpected(program)
      const run = runProgram(program)
      problem = expected === null ? 'no .out is recorded' : describeDifference(expected, run.actual)
      if (isDifference(program)) problem = problem === '' ? 'agrees with CPython by now' : ''
      if (run.heap.length > 0)
        problem = [problem, ...run.heap.slice(0, 8)].filter((part) => part !== '').join('\n')
    } catch (error) {
      problem = `simulator failed: ${describeFailure(error)}`
    }
    process.send?.(problem)
  })
  process.send?.('ready')
}

function describeFailure(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  return (error.stack ?? error.message).split('\n').slice(0, 6).join('\n')
}

async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      jobs: { type: 'string', default: '2' },
      time: { type: 'string', default: '30' },
      quiet: { type: 'boolean', default: false },
      list: { type: 'boolean', default: false },
    },
  })
  const programs = findPrograms(positionals.length > 0 ? positionals : undefined)
  const pool = {
    module: thisFile,
    execArgv: ['--stack-size=4000'],
    processes: Number(values.jobs) || 1,
    seconds: Number(values.time),
  }
  const verdicts: Verdict[] = []
  await runJobs<Program, string>(programs, pool, (program, result, seconds) => {
    const problem = 'answer' in result ? result.answer : result.reason
    verdicts.push({ program, problem })
    if (problem !== '') {
      console.log(`FAIL ${program.name}`)
      if (!values.quiet) console.log(problem.replaceAll(/^/gm, '     '))
    } else if (values.list) console.log(`ok   ${program.name} (${Math.round(seconds * 1000)} ms)`)
  })
  printTotals(verdicts)
  return verdicts.every((verdict) => verdict.problem === '') ? 0 : 1
}

function printTotals(verdicts: readonly Verdict[]): void {
  const folders = new Map<string, { passed: number; all: number }>()
  for (const { program, problem } of verdicts) {
    const folder = program.name.split('/').slice(0, -1).join('/')
    const total = folders.get(folder) ?? { passed: 0, all: 0 }
    total.all++
    if (problem === '') total.passed++
    folders.set(folder, total)
  }
  for (const [folder, { passed, all }] of [...folders].sort()) console.log(`${folder}: ${passed}/${all}`)
  const passed = verdicts.filter((verdict) => verdict.problem === '').length
  console.log(`${passed} passed, ${verdicts.length - passed} failed`)
}
