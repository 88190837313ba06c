// Tests in child processes: a test that does not end, or that ends the process, takes no other with it. The child
// is this file too. Several methods share an interpreter; those that do not pass there are run again, each in an
// interpreter of its own, and that counts.

import { type ChildProcess, fork } from 'node:child_process'
import { argv } from 'node:process'
import { fileURLToPath } from 'node:url'
import type { Ending } from './test-files.ts'
import { type Job, type JobEnding, type SimulatorOptions, TestSimulator } from './test-simulator.ts'

export interface PoolOptions extends SimulatorOptions {
  /** Processes at a time. */
  jobs: number
  /** Seconds for a test. */
  seconds: number
  /** How many methods share an interpreter at first. */
  together: number
}

const thisFile = fileURLToPath(import.meta.url)

if (process.send !== undefined && argv[1] === thisFile) serve()

function serve(): void {
  const simulator = new TestSimulator(JSON.parse(argv[2] ?? '{}') as SimulatorOptions)
  process.on('message', (job: Job) => {
    let ending: JobEnding
    try {
      ending = simulator.run(job)
    } catch (error) {
      const stack = error instanceof Error ? (error.stack ?? error.message) : String(error)
      ending = { endings: [], text: `the simulator failed: ${stack}`, audit: [] }
    }
    process.send?.(ending)
  })
  process.send?.('ready')
}

/** Is told how each method ended, after how many seconds, and what the audit found. */
export type Tell = (name: string, ending: Ending, seconds: number, audit: readonly string[]) => void

/** Runs methods of a file. */
export async function runTests(
  file: string,
  names: readonly string[],
  options: PoolOptions,
  tell: Tell,
): Promise<void> {
  const together = options.audit ? 1 : Math.min(options.together, Math.ceil(names.length / options.jobs))
  const waiting: Job[] = []
  for (let i = 0; i < names.length; i += together) waiting.push({ file, names: names.slice(i, i + together) })
  const count = Math.max(1, Math.min(options.jobs, waiting.length))
  await Promise.all(Array.from({ length: count }, () => work(waiting, options, tell)))
}

async function work(waiting: Job[], options: PoolOptions, tell: Tell): Promise<void> {
  let child: ChildProcess | null = null
  for (let job = waiting.shift(); job !== undefined; job = waiting.shift()) {
    child ??= await startChild(options)
    const began = Date.now()
    const result = await runInChild(child, job, options.seconds)
    const seconds = (Date.now() - began) / 1000
    if (typeof result === 'string') {
      child.kill('SIGKILL')
      child = null
    }
    const endings = new Map(typeof result === 'string' ? [] : result.endings)
    const audit = typeof result === 'string' ? [] : result.audit
    for (const name of job.names) {
      const ending = endings.get(name)
      const isUnloaded = ending?.text.startsWith('the file cannot be imported') ?? false
      if (job.names.length > 1 && ending?.outcome !== 'passed' && !isUnloaded)
        waiting.push({ ...job, names: [name] })
      else {
        const text = typeof result === 'string' ? result : result.text
        tell(name, ending ?? { outcome: 'failed', text }, seconds / job.names.length, audit)
      }
    }
  }
  child?.kill('SIGKILL')
}

function startChild(options: PoolOptions): Promise<ChildProcess> {
  const execArgv = ['--stack-size=3900', '--max-old-space-size=1500', ...process.execArgv]
  const child = fork(thisFile, [JSON.stringify(options)], { execArgv })
  return new Promise((resolve, reject) => {
    child.once('message', () => resolve(child))
    child.once('exit', (code) => reject(new Error(`the simulator does not load (${code})`)))
  })
}

/** How the job ended, or in words why it did not. */
function runInChild(child: ChildProcess, job: Job, seconds: number): Promise<JobEnding | string> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => finish(`no end within ${seconds} s`), seconds * 1000)
    const onMessage = (ending: unknown) => finish(ending as JobEnding)
    const onExit = (code: number | null, signal: string | null) =>
      finish(`the process ended: ${signal ?? code}`)
    const finish = (ending: JobEnding | string) => {
      clearTimeout(timer)
      child.off('message', onMessage)
      child.off('exit', onExit)
      resolve(ending)
    }
    child.once('message', onMessage)
    child.once('exit', onExit)
    child.send(job)
  })
}
