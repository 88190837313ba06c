// What happened between two moments, lives as bars, instructions with their effects, links and requests.

import { expect, test } from 'vitest'
import type { CellData } from '../../../../src/notebook/cell-data.ts'
import { emptyNotebook, restingCell } from '../../../../src/notebook/model.ts'
import { codeRows } from '../../../../src/notebook/time/bytecode.ts'
import { lifeGroups } from '../../../../src/notebook/time/lifetimes.ts'
import { formatLink, parseLink } from '../../../../src/notebook/time/link.ts'
import { requestFor, sameTexts } from '../../../../src/notebook/time/request.ts'
import {
  ghostsBetween,
  happenings,
  outputUpTo,
  passagesOf,
  passageWords,
  printedBefore,
} from '../../../../src/notebook/time/story.ts'
import { timelineOf } from '../../../../src/notebook/time/timeline.ts'
import { heapOf, lifeOf, recordingOf } from './fixtures.ts'

const lines = [
  { instruction: 0, line: 1 },
  { instruction: 10, line: 2, output: 3 },
  { instruction: 20, line: 3, output: 6 },
]
const recording = recordingOf(lines, {
  output: [
    { stream: 'stdout', text: 'ab\n' },
    { stream: 'stdout', text: 'cd\n' },
    { stream: 'stderr', text: 'oh\n' },
  ],
  lives: [lifeOf(1, 2, 12), lifeOf(2, 11, null), lifeOf(3, 11, 95, { cause: 'exit' })],
  events: [{ instruction: 12, step: 1, type: 'weakref-cleared', object: 1, words: 'a weak reference dies' }],
})

test('what happened in a stretch, in order; what is alike in one sentence', () => {
  const { shown, more } = happenings(recording, 10, 20)
  expect(shown.map(({ kind, object, words }) => [kind, object, words])).toEqual([
    ['born', 2, '`Node#2` and `Node#3` are made'],
    ['cleared', 1, 'a weak reference dies'],
    ['freed', 1, '`Node#1`: freed'],
  ])
  expect(more).toBe(0)
  expect(happenings(recording, 10, 20, 2)).toMatchObject({ shown: { length: 2 }, more: 1 })
})

test('ghosts look as they did before', () => {
  const { snapshot } = heapOf([[null, 'x', 'Node#1']])
  expect(ghostsBetween(recording, 10, 20, snapshot).map(({ object }) => object.id)).toEqual([1])
  expect(ghostsBetween(recording, 20, 30, snapshot)).toEqual([])
  expect(ghostsBetween(recording, 10, 20, undefined)).toEqual([])
})

test('the output up to a moment', () => {
  expect(printedBefore(recording, { kind: 'line', step: 1 })).toBe(3)
  expect(printedBefore(recording, { kind: 'end', step: 2 })).toBe(9)
  expect(printedBefore(recording, { kind: 'exit', step: 2 })).toBe(9)
  expect(outputUpTo(recording, 4)).toEqual([{ from: 'stdout', text: 'ab\nc' }])
  expect(outputUpTo(recording, 9)).toEqual([
    { from: 'stdout', text: 'ab\ncd\n' },
    { from: 'stderr', text: 'oh\n' },
  ])
  expect(outputUpTo(recording, 0)).toEqual([])
})

test('a history, a line at a time', () => {
  const changes = [
    { instruction: 11, step: 1, object: 1, from: 1, to: 2 },
    { instruction: 12, step: 1, object: 1, from: 2, to: 1 },
    { instruction: 21, step: 2, object: 1, from: 1, to: 0 },
  ]
  const passages = passagesOf(recording, changes)
  expect(passages.map((passage) => [passage.line, passageWords(passage)])).toEqual([
    [2, '1 → 1, up to 2 in between'],
    [3, '1 → 0: freed'],
  ])
})

test('lives as bars on the scale of the stops', () => {
  const [group, ...others] = lifeGroups(timelineOf(recording), 2)
  expect(others).toEqual([])
  expect(group).toMatchObject({ type: 'Node', more: 1, ends: { count: 1, alive: 1, exit: 1, collector: 0 } })
  // Stops: three lines, exit, end.
  expect(group?.bars.map(({ left, right, end }) => [left, right, end])).toEqual([
    [0, 0.5, 'count'],
    [0.25, 1, 'alive'],
  ])
})

test('instructions with what their last execution did', () => {
  const instruction = (offset: number, lineno: number) => ({
    offset,
    opname: 'NOP',
    argrepr: '',
    lineno,
    column: null,
    endColumn: null,
    endLineno: null,
    isJumpTarget: false,
  })
  const code = {
    name: 'f',
    firstLineno: 1,
    instructions: [instruction(0, 1), instruction(2, 1), instruction(4, 2)],
  }
  // A loop over the first two instructions.
  const trace = {
    from: 0,
    to: 40,
    items: [
      { instruction: 10, step: 0, code: 0, offset: 0 },
      { instruction: 11, step: 0, code: 0, offset: 2 },
      { instruction: 12, step: 0, code: 0, offset: 0 },
      { instruction: 13, step: 0, code: 0, offset: 2 },
      { instruction: 14, step: 0, code: 0, offset: 4 },
    ],
  }
  const changes = {
    from: 0,
    to: 40,
    items: [
      { instruction: 10, step: 0, object: 1, from: 1, to: 2 },
      { instruction: 12, step: 0, object: 1, from: 4, to: 5 },
      { instruction: 12, step: 0, object: 1, from: 5, to: 6 },
      { instruction: 13, step: 0, object: 1, from: 6, to: 5 },
      { instruction: 13, step: 0, object: 1, from: 5, to: 6 },
    ],
  }
  const rows = codeRows(code, 0, 13, 2, trace, changes)
  expect(
    rows.map(({ current, opensLine, when, at, effects }) => ({ current, opensLine, when, at, effects })),
  ).toEqual([
    { current: false, opensLine: true, when: 'past', at: 12, effects: [{ object: 1, from: 4, to: 6 }] },
    { current: true, opensLine: false, when: 'past', at: 11, effects: [] },
    { current: false, opensLine: true, when: 'future', at: 14, effects: [] },
  ])
})

test('links', () => {
  expect(parseLink(formatLink('two-nodes', 'i12.3'))).toEqual({ cell: 'two-nodes', position: 'i12.3' })
  expect(parseLink('#ring@')).toEqual({ cell: 'ring', position: '' })
  expect(parseLink('#ring')).toBeNull()
  expect(parseLink('#a@b@c')).toBeNull()
})

function cellOf(id: string, kind: CellData['kind'], source: string) {
  return restingCell({ lesson: 'l', id, kind, source, expected: '', raises: null, exercise: null })
}

test('a session cell is recorded with those above it', () => {
  const [first, program, second] = [
    cellOf('a', 'session', '1'),
    cellOf('p', 'program', '2'),
    cellOf('b', 'session', '3'),
  ]
  const edited = { ...first, source: '1 + 1' }
  const notebook = { ...emptyNotebook, cells: [edited, program, second] }
  const page = requestFor(notebook, second, 'page', null)
  expect(page).toMatchObject({ mode: 'session', filename: 'b', before: [{ source: '1 + 1', filename: 'a' }] })
  expect(requestFor(notebook, program, 'page', null)).toMatchObject({ before: [], filename: 'p.py' })
  const lesson = requestFor(notebook, second, 'lesson', [10, 10, 10])
  expect(lesson).toMatchObject({ before: [{ source: '1' }], thresholds: [10, 10, 10] })
  expect(sameTexts(page, lesson)).toBe(false)
  expect(sameTexts(page, { ...page, thresholds: [10, 10, 10] })).toBe(true)
})
