// Moving through a recorded run, and naming the places in it.

import { describe, expect, test } from 'vitest'
import type { CountChange, TraceEntry } from '../../../../src/kernel/recording/protocol.ts'
import {
  findLine,
  formatPosition,
  formatScene,
  type Known,
  kindOf,
  lineAt,
  marksOf,
  moveChange,
  moveInstruction,
  moveLine,
  parsePosition,
  parseScene,
  playDelay,
  positionAt,
  positionWords,
  stopAfter,
  stopAt,
  stopPosition,
  timelineOf,
} from '../../../../src/notebook/time/timeline.ts'
import { lifeOf, recordingOf } from './fixtures.ts'

// def f():        1
//     x = 1       2
// f()             3
// and a finalizer's line 5 during the exit.
const lines = [
  { instruction: 1, line: 1 },
  { instruction: 5, line: 3 },
  { instruction: 9, line: 2, depth: 1 },
  { instruction: 20, line: 4 },
  { instruction: 95, line: 5, depth: 1 },
]
const timeline = timelineOf(recordingOf(lines))
const at = (instruction: number, change = 0) => positionAt(timeline, instruction, change)

test('the stops are the lines, the exit and the end', () => {
  expect([...timeline.stops]).toEqual([1, 5, 9, 20, 90, 95, 100])
  expect(timeline.exitStop).toBe(4)
  const kinds = [...timeline.stops].map((_, stop) => kindOf(timeline, stopPosition(timeline, stop)))
  expect(kinds).toEqual(['line', 'line', 'line', 'line', 'exit', 'line', 'end'])
})

test('a session cell has an end and no exit', () => {
  const session = timelineOf(recordingOf(lines.slice(0, 2), { exit: 30, instructions: 30 }))
  expect([...session.stops]).toEqual([1, 5, 30])
  expect(session.exitStop).toBeNull()
  expect(kindOf(session, stopPosition(session, 2))).toBe('end')
})

test('an empty program has an end', () => {
  const empty = timelineOf(recordingOf([], { exit: 0, instructions: 0 }))
  expect([...empty.stops]).toEqual([0])
  expect(positionWords(empty, stopPosition(empty, 0))).toBe('the end')
  expect(moveLine(empty, stopPosition(empty, 0), 1, false)).toBeNull()
  expect(findLine(empty, 1, stopPosition(empty, 0), 1)).toBeNull()
})

test('an instruction is within a step, and shows at the stop after it', () => {
  expect(at(12)).toEqual({ instruction: 12, step: 2, change: 0 })
  expect(stopAt(timeline, 12)).toBe(2)
  expect(stopAfter(timeline, 12)).toBe(3)
  expect(stopAfter(timeline, 9)).toBe(3)
  expect(stopAfter(timeline, 99)).toBe(6)
  expect(at(1000)).toEqual({ instruction: 100, step: 4, change: 0 })
  expect(at(-3)).toEqual({ instruction: 0, step: 0, change: 0 })
})

test('line by line, there and back', () => {
  const there = []
  for (let place = at(1); ; ) {
    const next = moveLine(timeline, place, 1, false)
    if (next === null) break
    there.push(next.instruction)
    place = next
  }
  expect(there).toEqual([5, 9, 20, 90, 95, 100])
  expect(moveLine(timeline, at(100), -1, false)?.instruction).toBe(95)
  expect(moveLine(timeline, at(1), -1, false)).toBeNull()
  // From within a line, back is its beginning.
  expect(moveLine(timeline, at(12), -1, false)?.instruction).toBe(9)
  expect(moveLine(timeline, at(9, 1), -1, false)?.instruction).toBe(9)
})

test('over a call, there and back', () => {
  expect(moveLine(timeline, at(5), 1, true)?.instruction).toBe(20)
  expect(moveLine(timeline, at(20), -1, true)?.instruction).toBe(5)
  expect(moveLine(timeline, at(9), 1, true)?.instruction).toBe(20)
})

const trace: Known<TraceEntry> = {
  from: 1,
  to: 20,
  items: [1, 2, 5, 6, 9, 10].map((instruction) => ({ instruction, step: 0, code: 0, offset: 0 })),
}

test('instruction by instruction, as far as is known', () => {
  expect(moveInstruction(timeline, at(2), 1, trace)).toMatchObject({ instruction: 5, step: 1 })
  expect(moveInstruction(timeline, at(10), 1, trace)).toMatchObject({ instruction: 20 })
  expect(moveInstruction(timeline, at(20), 1, trace)).toBe('unknown')
  expect(moveInstruction(timeline, at(9), -1, trace)).toMatchObject({ instruction: 6 })
  expect(moveInstruction(timeline, at(1), -1, trace)).toBeNull()
  expect(moveInstruction(timeline, at(6, 2), -1, trace)).toEqual(at(6))
  expect(moveInstruction(timeline, at(5), -1, { ...trace, from: 5, items: trace.items.slice(2) })).toBe(
    'unknown',
  )
})

const change = (instruction: number, from: number, to: number): CountChange => ({
  instruction,
  step: 0,
  object: 1,
  from,
  to,
})
const changes: Known<CountChange> = {
  from: 0,
  to: 50,
  items: [change(5, 1, 2), change(5, 2, 1), change(9, 1, 0)],
}

test('count by count, there and back', () => {
  const first = moveChange(timeline, at(1), 1, changes)
  expect(first).toEqual(at(5, 1))
  expect(moveChange(timeline, at(5, 1), 1, changes)).toEqual(at(5, 2))
  expect(moveChange(timeline, at(5, 2), 1, changes)).toEqual(at(9, 1))
  expect(moveChange(timeline, at(9, 1), 1, changes)).toBe('unknown')
  expect(moveChange(timeline, at(9, 1), 1, { ...changes, to: 100 })).toEqual(at(100))
  expect(moveChange(timeline, at(100), 1, { ...changes, to: 100 })).toBeNull()
  expect(moveChange(timeline, at(9, 1), -1, changes)).toEqual(at(5, 2))
  expect(moveChange(timeline, at(5, 2), -1, changes)).toEqual(at(5, 1))
  expect(moveChange(timeline, at(5, 1), -1, changes)).toEqual(at(1))
  expect(moveChange(timeline, at(1), -1, changes)).toBeNull()
  expect(moveChange(timeline, at(5, 1), -1, { ...changes, from: 3 })).toBe('unknown')
})

test('a line is found around the run', () => {
  expect(findLine(timeline, 2, at(20), 1)?.instruction).toBe(9)
  expect(findLine(timeline, 2, at(20), -1)?.instruction).toBe(9)
  expect(findLine(timeline, 4, at(20), 1)?.instruction).toBe(20)
  expect(findLine(timeline, 77, at(1), 1)).toBeNull()
})

describe('in words and in links', () => {
  test.each([
    [at(9), 'line 2 · step 3 of 5', '3'],
    [at(12), 'line 2 · step 3 of 5 · instruction 12', 'i12'],
    [at(9, 1), 'line 2 · step 3 of 5 · instruction 9, count change 1', 'i9.1'],
    [at(90), 'the program has ended, the interpreter exits', 'exit'],
    [at(92), 'during the exit · instruction 92', 'i92'],
    [at(95), 'line 5 · step 5 of 5', '5'],
    [at(100), 'the end', 'end'],
  ])('%j', (position, words, link) => {
    expect(positionWords(timeline, position)).toBe(words)
    expect(formatPosition(timeline, position)).toBe(link)
    expect(parsePosition(timeline, link)).toEqual(position)
  })

  test('a scene of a collection', () => {
    expect(formatScene({ collection: 1, scene: 4 })).toBe('c2.5')
    expect(parseScene('c2.5')).toEqual({ collection: 1, scene: 4 })
    for (const text of ['', 'c', 'c2', 'c0.1', 'c1.0', '2.5', 'i2.5', 'c2.5.1'])
      expect(parseScene(text)).toBeNull()
    expect(parsePosition(timeline, 'c2.5')).toBeNull()
  })

  test('what a link cannot mean', () => {
    for (const text of ['', 'x', '3.1', 'i', '-2', '1e5', 'i5.'])
      expect(parsePosition(timeline, text)).toBeNull()
    expect(parsePosition(timeline, '900')).toEqual(at(95))
    expect(parsePosition(timeline, 'i900')).toEqual(at(100))
    expect(parsePosition(timeline, '0')).toEqual(at(1))
  })

  test('the line of a moment', () => {
    expect(lineAt(timeline, at(12))).toBe(2)
    expect(lineAt(timeline, at(90))).toBeNull()
    expect(lineAt(timeline, at(92))).toBeNull()
    expect(lineAt(timeline, at(97))).toBe(5)
  })
})

test('marks stand where one first sees what has happened', () => {
  const marked = timelineOf(
    recordingOf(lines, {
      lives: [lifeOf(1, 6, 10), lifeOf(2, 6, 11), lifeOf(3, 6, null)],
      events: [
        { instruction: 10, step: 2, type: 'callback-called', object: 1, words: 'called' },
        { instruction: 10, step: 2, type: 'weakref-cleared', object: 1, words: 'cleared' },
      ],
    }),
  )
  expect(marksOf(marked)).toEqual([
    { stop: 3, kind: 'death', words: 'Node#1 freed; Node#2 freed' },
    { stop: 3, kind: 'callback', words: 'called' },
  ])
})

test('playing takes neither all day nor no time', () => {
  expect(playDelay(timeline)).toBe(900)
  const long = Array.from({ length: 5000 }, (_, index) => ({ instruction: index, line: 1 }))
  expect(playDelay(timelineOf(recordingOf(long, { exit: 6000, instructions: 6000 })))).toBe(120)
})
