// The page's side of the recorder: questions wait for one another, a new recording ends what nobody wants any more.

import { expect, test } from 'vitest'
import { RecorderClient, type RecorderWorker, Superseded } from '../../../src/kernel/recording/client.ts'
import type { FromRecorder, SnapshotData, ToRecorder } from '../../../src/kernel/recording/protocol.ts'
import { Recorder } from '../../../src/kernel/recording/recorder.ts'
import { RecorderService } from '../../../src/kernel/recording/service.ts'
import { mkRequest } from './support.ts'

/** A worker in the same thread: hears and takes its turns in later ones, as worker.ts does. */
class NearWorker implements RecorderWorker {
  readonly sent: ToRecorder[] = []
  terminated = false
  onmessage: RecorderWorker['onmessage'] = null
  onerror: RecorderWorker['onerror'] = null
  #isWoken = false
  readonly #service = new RecorderService(
    (message) => this.onmessage?.({ data: structuredClone(message) } as MessageEvent<FromRecorder>),
    () => this.#wake(),
  )

  postMessage(message: ToRecorder): void {
    this.sent.push(message)
    setTimeout(() => {
      if (!this.terminated) this.#service.hear(message)
    })
  }

  #wake(): void {
    if (this.#isWoken) return
    this.#isWoken = true
    setTimeout(() => {
      this.#isWoken = false
      if (!this.terminated) this.#service.turn()
    })
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

test('a recording and looks at it', async () => {
  const { workers, client } = mkClient()
  const recording = await client.record(mkRequest('a = []\nb = a\n'))
  expect([...recording.steps.lineno]).toEqual([1, 2])
  const at = recording.steps.instruction[1]!
  const shown: SnapshotData[] = []
  expect(await client.view([at], [0, at, recording.instructions], (snapshot) => shown.push(snapshot))).toBe(
    true,
  )
  expect(shown.map(({ instruction }) => instruction)).toEqual([at, recording.instructions, 0])
  expect((await client.trace(0, recording.instructions)).length).toBe(6)
  expect(workers.length).toBe(1)
})

test('what comes by differences is what the recorder sees', async () => {
  const { client } = mkClient()
  const source =
    'class A: pass\nkept = []\nfor i in range(40):\n    kept.append(A())\n    if i % 3: kept.pop(0)\n'
  const { instructions } = await client.record(mkRequest(source))
  const recorder = new Recorder()
  recorder.record(mkRequest(source))
  for (const first of [200, 500, 60, 340]) {
    const shown: SnapshotData[] = []
    const others = [first - 20, first + 20, first + 40]
    await client.view([Math.min(first, instructions)], others, (snapshot) => shown.push(snapshot))
    const sorted = shown.sort((a, b) => a.instruction - b.instruction)
    const answer = recorder.look({
      type: 'snapshots',
      instructions: sorted.map(({ instruction }) => instruction),
    })
    expect(answer).toEqual({ type: 'snapshots', snapshots: sorted })
  }
})

test('a view takes the place of the one before, which shows no more', async () => {
  const { client } = mkClient()
  const loop = 'kept = []\nfor i in range(20000):\n    kept.append(i)\n'
  const { instructions } = await client.record(mkRequest(loop))
  const everywhere = Array.from({ length: 60 }, (_, i) => Math.floor((instructions * i) / 60))
  let early = 0
  const first = client.view([0], everywhere, () => {
    early++
    if (early === 3) second = client.view([instructions], [], (snapshot) => late.push(snapshot.instruction))
  })
  const late: number[] = []
  let second: Promise<boolean> | null = null
  expect(await first).toBe(false)
  expect(await second).toBe(true)
  expect(early).toBe(3)
  expect(late).toEqual([instructions])
})

test('looking goes on while questions are answered', async () => {
  const { client } = mkClient()
  const { instructions } = await client.record(
    mkRequest('kept = []\nfor i in range(300):\n    kept.append([i])\n'),
  )
  const shown: number[] = []
  const view = client.view([instructions - 5], [10, 20], (snapshot) => shown.push(snapshot.instruction))
  const [trace, changes] = await Promise.all([client.trace(50, 90), client.changes(50, 90)])
  expect(trace.every(({ instruction }) => instruction >= 50 && instruction < 90)).toBe(true)
  expect(changes.length).toBeGreaterThan(0)
  expect(await view).toBe(true)
  expect(shown).toEqual([instructions - 5, 10, 20])
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
