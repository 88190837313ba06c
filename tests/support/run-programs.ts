// The programs without Vitest, for whoever works on the simulator:
//
//     node tests/support/run-programs.ts [--jobs N] [--time SECONDS] [--quiet] [--list] [folder or file …]
//
// Programs run in a pool of child processes; one that exceeds its time (10 s) is ended and counts as failed. Prints each
// failing name with a compact difference (`-` recorded, `+` got), then totals by folder. `--quiet` prints names only,
// `--list` prints the names that pass as well. Exit code 1 if anything failed.

import { type ChildProcess, fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { describeDifference, findPrograms, isDifference, type Program, readExpected } from './programs.ts'

interface Verdict {
  program: Program
  /** '' if the program passes; otherwise what is wrong. */
  problem: string
  milliseconds: number
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
      time: { type: 'string', default: '10' },
      quiet: { type: 'boolean', default: false },
      list: { type: 'boolean', default: false },
    },
  })
  const programs = findPrograms(positionals.length > 0 ? positionals : undefined)
  const limit = Number(values.time) * 1000
  const waiting = [...programs]
  const verdicts: Verdict[] = []
  const report = (verdict: Verdict) => {
    verdicts.push(verdict)
    if (verdict.problem !== '') {
      console.log(`FAIL ${verdict.program.name}`)
      if (!values.quiet) console.log(verdict.problem.replaceAll(/^/gm, '     '))
    } else if (values.list) console.log(`ok   ${verdict.program.name} (${verdict.milliseconds} ms)`)
  }
  const jobs = Math.max(1, Math.min(Number(values.jobs) || 1, programs.length))
  await Promise.all(Array.from({ length: jobs }, () => work(waiting, limit, report)))
  printTotals(verdicts)
  return verdicts.every((verdict) => verdict.problem === '') ? 0 : 1
}

/** Takes programs from the queue until it is empty, with a new child whenever one has been ended. */
async function work(waiting: Program[], limit: number, report: (verdict: Verdict) => void): Promise<void> {
  let child: ChildProcess | null = null
  for (let program = waiting.shift(); program !== undefined; program = waiting.shift()) {
    child ??= await startChild()
    const started = Date.now()
    const problem = await runInChild(child, program, limit)
    if (problem === null || child.exitCode !== null || child.signalCode !== null) {
      child.kill('SIGKILL')
      child = null
    }
    report({
      program,
      problem: problem ?? `no end within ${limit / 1000} s`,
      milliseconds: Date.now() - started,
    })
  }
  child?.kill('SIGKILL')
}

/** A child that is ready; the first one that cannot load the simulator ends the whole run with its message. */
function startChild(): Promise<ChildProcess> {
  const child = fork(thisFile, { execArgv: ['--stack-size=4000', ...process.execArgv] })
  return new Promise((resolve) => {
    child.once('message', () => {
      child.removeAllListeners('exit')
      resolve(child)
    })
    child.once('exit', (code) => {
      console.error('the simulator does not load')
      process.exit(code ?? 1)
    })
  })
}

/** The problem found ('' for none), or null when the time is over. */
function runInChild(child: ChildProcess, program: Program, limit: number): Promise<string | null> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => finish(null), limit)
    const onMessage = (problem: unknown) => finish(String(problem))
    const onExit = (code: number | null, signal: string | null) => finish(`process ended: ${signal ?? code}`)
    const finish = (problem: string | null) => {
      clearTimeout(timer)
      child.off('message', onMessage)
      child.off('exit', onExit)
      resolve(problem)
    }
    child.once('message', onMessage)
    child.once('exit', onExit)
    child.send(program)
  })
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
