// Replays that stand still and go on: what they see is what a replay from the beginning sees. Snapshots sent as what is
// different from the one before: put together they are what was sent.

import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { describe, expect, test } from 'vitest'
import { DeltaDecoder, DeltaEncoder } from '../../../src/kernel/recording/delta.ts'
import type { RecordRequest, SnapshotData } from '../../../src/kernel/recording/protocol.ts'
import { Recorder } from '../../../src/kernel/recording/recorder.ts'
import { Shelf } from '../../../src/kernel/recording/shelf.ts'
import { Walk } from '../../../src/kernel/recording/walk.ts'
import { RECORDING_LIMITS, takeSnapshot } from '../../../src/simulator/index.ts'
import { makeProgram, planOf } from '../../support/fuzz/program.ts'
import { renderProgram } from '../../support/fuzz/tree.ts'
import { findPrograms } from '../../support/programs.ts'
import { mkRequest, wrongSums } from './support.ts'

/** A state as a replay from the beginning sees it. */
function fromBeginning(request: RecordRequest, instruction: number): SnapshotData {
  let seen: SnapshotData | null = null
  new Walk(request).visit([instruction], (replay, stop) => {
    seen = { ...takeSnapshot(replay, 0), instruction: stop }
    return true
  })
  if (seen === null) throw new Error(`nothing was seen at ${instruction}`)
  return seen
}

/** Numbers that look random and are always the same. */
function mkRandom(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
}

function seen(recorder: Recorder, instructions: readonly number[]): readonly SnapshotData[] {
  const answer = recorder.look({ type: 'snapshots', instructions })
  if (answer.type !== 'snapshots') throw new Error('no snapshots')
  return answer.snapshots
}

/** Jumps about in a run with a shelf of many walks; each state is that of a replay from the beginning. */
function check(request: RecordRequest, jumps: number): void {
  const recorder = new Recorder(RECORDING_LIMITS, { spacing: 60, places: 7, memory: 300_000_000 })
  const { instructions } = recorder.record(request)
  const random = mkRandom(instructions)
  const encoder = new DeltaEncoder()
  const decoder = new DeltaDecoder()
  for (let jump = 0; jump < jumps; jump++) {
    for (let turn = 0; turn < 400 && recorder.shelf.tend(50); turn++);
    const at = random(instructions + 1)
    const [snapshot] = seen(recorder, [at])
    expect({ ...snapshot, step: 0 }).toEqual(fromBeginning(request, at))
    expect(wrongSums(snapshot!)).toEqual([])
    const delta = structuredClone(encoder.encode(snapshot!))
    expect(decoder.decode(delta)).toEqual(snapshot)
  }
}

const nested = `import weakref
class Node:
    def __init__(self, n):
        self.n = n
    def __del__(self):
        last.append([self.n])
    def __lt__(self, other):
        return [self.n] < [other.n]
last = []
def sizes(count):
    for i in range(count):
        yield Node(i)
kept = sorted((Node(i * 7 % 50) for i in range(50)), key=lambda node: [node.n])
for node in sizes(40):
    kept.append(weakref.ref(node, lambda ref: last.append(ref)))
    kept.sort(key=id)
import time
time.sleep(1)
print(len(last), input())
`

test('states within sorts, finalizers and generators', () => {
  check(mkRequest(nested, { input: ['something\n'] }), 12)
})

const programs = ['heap', 'language'].flatMap((folder) =>
  findPrograms([folder])
    .filter(({ name }) => !/long|deep|million|many|limit/.test(name))
    .filter((_, i) => i % 29 === 3),
)

describe('recorded programs', () => {
  test.each(programs.map(({ name, path }) => [name, path]))('%s', (_name, path) => {
    check(mkRequest(readFileSync(path!, 'utf8'), { filename: basename(path!) }), 4)
  })
})

test.each(Array.from({ length: 24 }, (_, n) => 9000 + n))('random program %i', (number) => {
  check(mkRequest(renderProgram(makeProgram(planOf(number, 20)))), 4)
})

test('a session cell after those before it', () => {
  check(
    mkRequest('b = [a] * 3\nfor i in range(60):\n    b.append([i])\nprint(len(b))\n', {
      mode: 'session',
      filename: 'two',
      before: [{ source: 'a = [1]\n', filename: 'one' }],
    }),
    6,
  )
})

const long = 'kept = []\nfor i in range(3000):\n    kept.append([i])\n    if i % 3:\n        kept.pop()\n'

test('walks stand at evenly spaced moments, and come back to them', () => {
  const recorder = new Recorder(RECORDING_LIMITS, { spacing: 1, places: 6, memory: 300_000_000 })
  const { instructions } = recorder.record(mkRequest(long))
  while (recorder.shelf.tend(500));
  const places = Array.from({ length: 6 }, (_, i) => Math.floor((i * instructions) / 6))
  const near = (): boolean =>
    places.every((place) =>
      recorder.shelf.standing.some((at) => at >= place && at < place + instructions / 18),
    )
  expect(near()).toBe(true)
  seen(recorder, [Math.floor(instructions * 0.6)])
  seen(recorder, [Math.floor(instructions * 0.9)])
  expect(near()).toBe(false)
  while (recorder.shelf.tend(500));
  expect(near()).toBe(true)
})

test('walks stay within their bound of memory', () => {
  const request = mkRequest(long)
  const one = new Walk(request).weight
  const shelf = new Shelf(60_000, () => new Walk(request), { spacing: 1, places: 8, memory: 3.5 * one })
  while (shelf.tend(1000)) expect(shelf.weight).toBeLessThan(4.5 * one)
  expect(shelf.standing.length).toBeGreaterThan(0)
  expect(shelf.standing.length).toBeLessThan(4)
})

test('what can be paused nowhere near a place does not keep the shelf busy', () => {
  const source = 'x = sorted(range(3000), key=lambda n: -n)\n'
  const recorder = new Recorder(RECORDING_LIMITS, { spacing: 1, places: 5, memory: 300_000_000 })
  const { instructions } = recorder.record(mkRequest(source))
  let turns = 0
  while (recorder.shelf.tend(500)) expect(++turns).toBeLessThan(100)
  const at = Math.floor(instructions / 2)
  expect({ ...seen(recorder, [at])[0], step: 0 }).toEqual(fromBeginning(mkRequest(source), at))
})

test('first what is looked at, then what comes after it, then what is before', () => {
  const recorder = new Recorder()
  recorder.record(mkRequest(long))
  const shown: number[] = []
  const turns = recorder.view([5000], [4000, 4500, 5000, 5200, 6000], (snapshot) =>
    shown.push(snapshot.instruction),
  )
  for (; !turns.next().done; );
  expect(shown).toEqual([5000, 5200, 6000, 4000, 4500])
})

test('an object that is the same is sent once', () => {
  const recorder = new Recorder()
  recorder.record(mkRequest('class A: pass\na, b = A(), A()\nc = [a]\nd = 1\ne = 2\n'))
  const [first, second] = seen(recorder, [38, 40])
  const encoder = new DeltaEncoder()
  expect(encoder.encode(first!).changed.length).toBe(first!.objects.length)
  const { changed, gone } = encoder.encode(structuredClone(first!))
  expect([changed, gone]).toEqual([[], []])
  expect(encoder.encode(second!).changed.length).toBeLessThan(4)
})
