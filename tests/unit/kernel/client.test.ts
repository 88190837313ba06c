// The page's side of a kernel: what it does about a worker that answers, is deaf, or dies.

import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { interruptPatience, KernelClient, type KernelWorker } from '../../../src/kernel/client.ts'
import type { FromKernel, RunId, StartRequest, ToKernel } from '../../../src/kernel/protocol.ts'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

/** A worker that keeps what it is sent. */
class Recorder implements KernelWorker {
  readonly sent: ToKernel[] = []
  terminated = false
  onmessage: KernelWorker['onmessage'] = null
  onerror: KernelWorker['onerror'] = null

  postMessage(message: ToKernel) {
    this.sent.push(message)
  }
  terminate() {
    this.terminated = true
  }
  answer(message: FromKernel) {
    this.onmessage?.({ data: message } as MessageEvent<FromKernel>)
  }
}

const first = 1 as RunId
const ended: FromKernel = {
  type: 'finished',
  run: first,
  outcome: { type: 'exited', exitCode: 0, error: null },
}

function mkBench() {
  const workers: Recorder[] = []
  const heard: FromKernel[] = []
  const client = new KernelClient(
    () => {
      const worker = new Recorder()
      workers.push(worker)
      return worker
    },
    (message) => heard.push(message),
  )
  return { workers, heard, client, worker: () => workers.at(-1) as Recorder }
}

function mkRequest(mode: StartRequest['mode'] = 'session', run = first): StartRequest {
  return { run, mode, restart: false, source: '', filename: '', input: [], checks: null }
}

test('the worker is made when it is needed, once', () => {
  const { workers, client } = mkBench()
  expect(workers.length).toBe(0)
  client.warm()
  client.start(mkRequest())
  expect(workers.length).toBe(1)
})

test('an interrupt that is answered keeps the worker', () => {
  const { client, worker, heard } = mkBench()
  client.start(mkRequest())
  client.interrupt(first)
  worker().answer(ended)
  vi.advanceTimersByTime(interruptPatience * 2)
  expect(worker().terminated).toBe(false)
  expect(heard).toEqual([ended])
})

test.each([
  ['session', true],
  ['program', false],
] as const)('an interrupt that is not answered ends the worker: %s', (mode, sessionLost) => {
  const { client, worker, heard, workers } = mkBench()
  client.start(mkRequest(mode))
  client.interrupt(first)
  vi.advanceTimersByTime(interruptPatience)
  expect(worker().terminated).toBe(true)
  expect(heard).toEqual([{ type: 'finished', run: first, outcome: { type: 'killed', sessionLost } }])
  client.start(mkRequest(mode, 2 as RunId))
  expect(workers.length).toBe(2)
})

test('where the page itself is late, the worker gets as long again', () => {
  const { client, worker } = mkBench()
  client.start(mkRequest())
  client.interrupt(first)
  const now = vi.spyOn(performance, 'now').mockReturnValue(performance.now() + interruptPatience * 2)
  vi.advanceTimersByTime(interruptPatience)
  expect(worker().terminated).toBe(false)
  vi.advanceTimersByTime(interruptPatience)
  expect(worker().terminated).toBe(true)
  now.mockRestore()
})

test('Stop takes less than a tenth of a second', () => {
  expect(interruptPatience).toBeLessThan(100)
})

test('a worker that dies ends its run', () => {
  const { client, worker, heard } = mkBench()
  client.start(mkRequest())
  worker().onerror?.({ message: 'out of memory' } as ErrorEvent)
  expect(heard).toMatchObject([{ type: 'finished', outcome: { type: 'crashed', message: 'out of memory' } }])
})

test('what comes after the end of a run is not passed on', () => {
  const { client, worker, heard } = mkBench()
  client.start(mkRequest())
  worker().answer(ended)
  worker().answer({ type: 'output', run: first, chunks: [] })
  expect(heard).toEqual([ended])
})
