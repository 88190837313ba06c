// What a look at a moment of a recorded run costs: `node --expose-gc tests/support/bench-looking.ts`. For programs of
// small and large heaps: a replay from the beginning, a jump with walks that stand ready (its mean, and the ratio of
// the two), a snapshot alone; what is sent of the next moment's snapshot as a part of the whole; and the memory that
// the walks take.

import { DeltaEncoder } from '../../src/kernel/recording/delta.ts'
import type { RecordRequest, SnapshotData } from '../../src/kernel/recording/protocol.ts'
import { Recorder } from '../../src/kernel/recording/recorder.ts'
import { Walk } from '../../src/kernel/recording/walk.ts'
import { takeSnapshot } from '../../src/simulator/index.ts'
import { findLessons, readLesson } from './lessons.ts'
import { longProgram } from './long-program.ts'

const cells = new Map(
  findLessons()
    .flatMap((path) => readLesson(path))
    .map(({ data }) => [data.id, data.source]),
)
const programs: readonly (readonly [string, string])[] = [
  ['two-nodes', cells.get('two-nodes')!],
  ['service', cells.get('service')!],
  ['cost', cells.get('cost')!],
  ['100,000 steps', longProgram],
]

/** Milliseconds of the processor: the machine may have other things to do. */
function timed(body: () => void): number {
  const start = process.cpuUsage()
  body()
  const { user, system } = process.cpuUsage(start)
  return (user + system) / 1000
}

/** Bytes in use after JavaScript's collector has run. */
function memory(): number {
  globalThis.gc?.()
  const { heapUsed, arrayBuffers } = process.memoryUsage()
  return heapUsed + arrayBuffers
}

function look(recorder: Recorder, instructions: readonly number[]): readonly SnapshotData[] {
  const answer = recorder.look({ type: 'snapshots', instructions })
  return answer.type === 'snapshots' ? answer.snapshots : []
}

for (const [name, source] of programs) {
  const request: RecordRequest = {
    mode: 'program',
    before: [],
    source,
    filename: 'program.py',
    input: [],
    thresholds: null,
  }
  const recorder = new Recorder()
  const { instructions, steps } = recorder.record(request)
  const last = [instructions - 1]
  const fromBeginning = timed(() => {
    new Walk(request).visit(last, (replay) => takeSnapshot(replay, 0).step === 0)
  })
  let snapshot = Number.POSITIVE_INFINITY
  new Walk(request).visit(last, (replay) => {
    for (let i = 0; i < 5; i++)
      snapshot = Math.min(
        snapshot,
        timed(() => void takeSnapshot(replay, 0)),
      )
    return true
  })
  const before = memory()
  const tending = timed(() => {
    while (recorder.shelf.tend(12_000));
  })
  const walks = recorder.shelf.standing.length
  const megabytes = (memory() - before) / 2 ** 20
  const jumps: number[] = []
  for (let i = 0; i < 24; i++) {
    const stop = steps.instruction[Math.floor((steps.instruction.length * ((i * 7) % 24)) / 24)]!
    jumps.push(timed(() => look(recorder, [stop])))
    while (recorder.shelf.tend(12_000));
  }
  const mean = jumps.reduce((sum, time) => sum + time, 0) / jumps.length
  const encoder = new DeltaEncoder()
  const at = Math.floor(steps.instruction.length * 0.8)
  const [one, next] = look(recorder, [steps.instruction[at]!, steps.instruction[at + 1]!])
  const whole = JSON.stringify(encoder.encode(one!)).length
  const part = JSON.stringify(encoder.encode(next!)).length
  console.log(
    `${name.padEnd(14)} ${String(one!.objects.length).padStart(5)} objects  from the beginning ${fromBeginning.toFixed(0)} ms` +
      `  jump ${mean.toFixed(1)} ms, at most ${Math.max(...jumps).toFixed(0)} (1 : ${(fromBeginning / mean).toFixed(1)})` +
      `  snapshot ${snapshot.toFixed(1)} ms  sent ${(whole / 1000).toFixed(0)} KB, of the next ${(part / 1000).toFixed(1)} KB` +
      `  ${walks} walks ${megabytes.toFixed(1)} MB (${(recorder.shelf.weight / 2 ** 20).toFixed(1)} by estimate), made in ${tending.toFixed(0)} ms`,
  )
}
