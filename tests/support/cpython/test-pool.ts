// Tests in a pool of child processes; the child is this file too. Several methods share an interpreter; those that do not pass there are run again, each in an
// interpreter of its own, and that counts.

import { argv } from 'node:process'
import { fileURLToPath } from 'node:url'
import { runJobs } from '../process-pool.ts'
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
  const pool = {
    module: thisFile,
    argument: JSON.stringify(options),
    execArgv: ['--stack-size=3900', '--max-old-space-size=1500'],
    processes: options.jobs,
    seconds: options.seconds,
  }
  await runJobs<Job, JobEnding>(waiting, pool, (job, result, seconds) => {
    const answer = 'answer' in result ? result.answer : { endings: [], text: result.reason, audit: [] }
    const endings = new Map(answer.endings)
    for (const name of job.names) {
      const ending = endings.get(name)
      const isUnloaded = ending?.text.startsWith('the file cannot be imported') ?? false
      if (job.names.length > 1 && ending?.outcome !== 'passed' && !isUnloaded)
        waiting.push({ ...job, names: [name] })
      else
        tell(
          name,
          ending ?? { outcome: 'failed', text: answer.text },
          seconds / job.names.length,
          answer.audit,
        )
    }
  })
}
