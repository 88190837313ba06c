// Jobs in child processes: a test that does not end, or that ends the process, takes no other with it. The child
// is this file too.

import { type ChildProcess, fork } from 'node:child_process'
import { argv } from 'node:process'
import { fileURLToPath } from 'node:url'
import { type Job, type JobEnding, type SimulatorOptions, TestSimulator } from './test-simulator.ts'

export interface PoolOptions extends SimulatorOptions {
  /** Processes at a time. */
  jobs: number
  /** Seconds for a test. */
  seconds: number
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
      ending = { outcome: 'failed', text: `the simulator failed: ${stack}`, audit: [] }
    }
    process.send?.(ending)
  })
  process.send?.('ready')
}

/** Runs all jobs, and tells of each as it ends. */
export async function runJobs(
  jobs: readonly Job[],
  options: PoolOptions,
  tell: (job: Job, ending: JobEnding, seconds: number) => void,
): Promise<void> {
  const waiting = [...jobs]
  const count = Math.max(1, Math.min(options.jobs, jobs.length))
  await Promise.all(Array.from({ length: count }, () => work(waiting, options, tell)))
}

async function work(
  waiting: Job[],
  options: PoolOptions,
  tell: Parameters<typeof runJobs>[2],
): Promise<void> {
  let child: ChildProcess | null = null
  for (let job = waiting.shift(); job !== undefined; job = waiting.shift()) {
    child ??= await startChild(options)
    const began = Date.now()
    const ending = await runInChild(child, job, options.seconds)
    if (typeof ending === 'string') {
      child.kill('SIGKILL')
      child = null
      tell(job, { outcome: 'failed', text: ending, audit: [] }, (Date.now() - began) / 1000)
    } else tell(job, ending, (Date.now() - began) / 1000)
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
