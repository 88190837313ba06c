// What recording costs: `node tests/support/bench-recording.ts [lesson …]`. For each program of the lessons, and for one
// of 100,000 line steps, the time of a run, of a recording, and of looking at its end.

import type { RecordRequest } from '../../src/kernel/recording/protocol.ts'
import { Recorder } from '../../src/kernel/recording/recorder.ts'
import { Interpreter } from '../../src/simulator/index.ts'
import { findLessons, readLesson } from './lessons.ts'
import { longProgram } from './long-program.ts'

function runPlain({ mode, before, source }: RecordRequest): void {
  const host = { write() {}, readLine: () => '', now: () => 0, monotonic: () => 0n, entropy: () => 1 }
  const python = new Interpreter(host)
  for (const cell of before) {
    python.startCell(cell.source, cell.filename)
    python.runToEnd()
  }
  if (mode === 'program') python.startProgram(source, 'program.py')
  else python.startCell(source, 'program.py')
  python.runToEnd()
  if (mode === 'program') python.finalize()
}

/** The shortest of a few times, in milliseconds of the processor: the machine may have other things to do. */
function best(times: number, body: () => void): number {
  let least = Number.POSITIVE_INFINITY
  for (let i = 0; i < times; i++) {
    const start = process.cpuUsage()
    body()
    const { user, system } = process.cpuUsage(start)
    least = Math.min(least, (user + system) / 1000)
  }
  return least
}

function measure(
  name: string,
  source: string,
  times: number,
  mode: RecordRequest['mode'] = 'program',
  before: RecordRequest['before'] = [],
): number {
  const recorder = new Recorder()
  const request: RecordRequest = { mode, before, source, filename: 'program.py', input: [], thresholds: null }
  const plain = best(times, () => runPlain(request))
  let recording = recorder.record(request)
  const recorded = best(times, () => {
    recording = recorder.record(request)
  })
  const end = recording.instructions
  const seek = best(times, () => recorder.look({ type: 'snapshots', instructions: [end - 1] }))
  const ratio = recorded / plain
  const steps = recording.steps.lineno.length
  console.log(
    `${name.padEnd(28)} ${String(steps).padStart(7)} steps  run ${plain.toFixed(1)} ms  recorded ${recorded.toFixed(1)} ms` +
      `  ratio ${ratio.toFixed(2)}  look at the end ${seek.toFixed(1)} ms`,
  )
  return ratio
}

const lessons = process.argv.slice(2)
const ratios: number[] = []
for (const path of findLessons(lessons.length > 0 ? lessons : undefined)) {
  const before: { source: string; filename: string }[] = []
  for (const {
    data: { id, kind, source },
  } of readLesson(path)) {
    ratios.push(measure(id, source, 5, kind, kind === 'session' ? [...before] : []))
    if (kind === 'session') before.push({ source, filename: id })
  }
}
const mean = Math.exp(ratios.reduce((sum, ratio) => sum + Math.log(ratio), 0) / Math.max(ratios.length, 1))
console.log(`geometric mean of the ratios: ${mean.toFixed(2)}`)
const before = process.memoryUsage().heapUsed + process.memoryUsage().arrayBuffers
measure('100,000 steps', longProgram, 2)
const after = process.memoryUsage().heapUsed + process.memoryUsage().arrayBuffers
console.log(`memory: ${((after - before) / 2 ** 20).toFixed(0)} MB more than before`)
