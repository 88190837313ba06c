// Jobs in child processes: one that does not end, or that ends its process, takes no other with it. A child says
// 'ready' when it has loaded, then answers each job with one message; it goes when it is disconnected.

import { type ChildProcess, fork } from 'node:child_process'

/** The child's answer, or in words why there is none. */
export type Result<Answer> = { answer: Answer } | { reason: string }

export interface ProcessPool {
  /** Path of the child's file. */
  module: string
  /** Its first argument. */
  argument?: string
  execArgv: readonly string[]
  /** Children at a time. */
  processes: number
  /** Seconds for a job. */
  seconds: number
}

/** Works jobs off, first to last, and tells of each as it ends; `tell` may add jobs. */
export async function runJobs<Job extends object, Answer>(
  waiting: Job[],
  pool: ProcessPool,
  tell: (job: Job, result: Result<Answer>, seconds: number) => void,
): Promise<void> {
  const count = Math.max(1, Math.min(pool.processes, waiting.length))
  await Promise.all(Array.from({ length: count }, () => work(waiting, pool, tell)))
}

async function work<Job extends object, Answer>(
  waiting: Job[],
  pool: ProcessPool,
  tell: (job: Job, result: Result<Answer>, seconds: number) => void,
): Promise<void> {
  let child: ChildProcess | null = null
  for (let job = waiting.shift(); job !== undefined; job = waiting.shift()) {
    child ??= await startChild(pool)
    const began = Date.now()
    const result: Result<Answer> = await ask(child, job, pool.seconds)
    if ('reason' in result) {
      child.kill('SIGKILL')
      child = null
    }
    tell(job, result, (Date.now() - began) / 1000)
  }
  child?.disconnect()
}

function startChild({ module, argument, execArgv }: ProcessPool): Promise<ChildProcess> {
  const args = argument === undefined ? [] : [argument]
  const child = fork(module, args, { execArgv: [...execArgv, ...process.execArgv] })
  return new Promise((resolve, reject) => {
    child.once('message', () => {
      child.removeAllListeners('exit')
      resolve(child)
    })
    child.once('exit', (code) => reject(new Error(`the simulator does not load (${code})`)))
  })
}

function ask<Answer>(child: ChildProcess, job: object, seconds: number): Promise<Result<Answer>> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => finish({ reason: `no end within ${seconds} s` }), seconds * 1000)
    const onMessage = (answer: unknown) => finish({ answer: answer as Answer })
    const onExit = (code: number | null, signal: string | null) =>
      finish({ reason: `the process ended: ${signal ?? code}` })
    const finish = (result: Result<Answer>) => {
      clearTimeout(timer)
      child.off('message', onMessage)
      child.off('exit', onExit)
      resolve(result)
    }
    child.once('message', onMessage)
    child.once('exit', onExit)
    child.send(job)
  })
}
