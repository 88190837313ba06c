// The page's side of the recorder: questions wait for one another, a new recording ends what nobody wants any more.

import { expect, test } from 'vitest'
import { RecorderClient, type RecorderWorker, Superseded } from '../../../src/kernel/recording/client.ts'
import type { FromRecorder, ToRecorder } from '../../../src/kernel/recording/protocol.ts'
import { Recorder } from '../../../src/kernel/recording/recorder.ts'
import { mkRequest } from './support.ts'

/** A worker in the same thread: answers in a later turn, as worker.ts does. */
class NearWorker implements RecorderWorker {
  readonly sent: ToRecorder[] = []
  terminated = false
  onmessage: RecorderWorker['onmessage'] = null
  onerror: RecorderWorker['onerror'] = null
  readonly #recorder = new Recorder()

  postMessage(message: ToRecorder): void {
    this.sent.push(message)
    setTimeout(() => {
      if (!this.terminated) this.#answer(message)
    })
  }

  #answer(message: ToRecorder): void {
    const { query } = message
    const answer: FromRecorder =
      message.type === 'record'
        ? { type: 'recorded', query, recording: this.#recorder.record(message.request) }
        : { type: 'seen', query, answer: this.#recorder.look(message.look) }
    this.onmessage?.({ data: structuredClone(answer) } as MessageEvent<FromRecorder>)
  }

  terminate(): void {
    this.terminated = true
  }
}

function mkClient() {
  const workers: NearWorker[] = []
  const client = new RecorderClient(() => {
    const worker = new NearWorker()
    workers.push(worker)
    return worker
  })
  return { workers, client }
}

test('a recording and looks at it; what has been seen is not asked for again', async () => {
  const { workers, client } = mkClient()
  const recording = await client.record(mkRequest('a = []\nb = a\n'))
  expect([...recording.steps.lineno]).toEqual([1, 2])
  const at = recording.steps.instruction[1]!
  const [second, first] = await client.snapshots([at, 0])
  expect([second!.instruction, first!.instruction]).toEqual([at, 0])
  expect(client.known(at)).toBe(second)
  const sent = workers[0]!.sent.length
  expect(await client.snapshots([at])).toEqual([second])
  expect(workers[0]!.sent.length).toBe(sent)
  expect((await client.trace(0, recording.instructions)).length).toBe(6)
  expect(workers.length).toBe(1)
})

test('a new recording takes the place of one that is being made', async () => {
  const { workers, client } = mkClient()
  const first = client.record(mkRequest('a = 1\n'))
  const second = client.record(mkRequest('b = 1\nc = 2\n'))
  await expect(first).rejects.toBeInstanceOf(Superseded)
  expect((await second).steps.lineno.length).toBe(2)
  expect(workers.map(({ terminated }) => terminated)).toEqual([true, false])
})

test('after the end of its worker a recording is made again for the next look', async () => {
  const { workers, client } = mkClient()
  const recording = await client.record(mkRequest('class A: pass\na = A()\n'))
  workers[0]!.onerror?.({ message: 'gone' } as ErrorEvent)
  const { id } = recording.lives.find(({ name }) => name === 'A#1')!
  const history = await client.history(id)
  expect(history[0]!.to).toBe(1)
  expect(history.at(-1)!.to).toBe(0)
  expect(workers.length).toBe(2)
  expect((await client.changes(0, recording.instructions)).some(({ object }) => object === id)).toBe(true)
})

test('nothing is answered after dispose', async () => {
  const { client } = mkClient()
  const recording = client.record(mkRequest('a = 1\n'))
  client.dispose()
  await expect(recording).rejects.toBeInstanceOf(Superseded)
})
