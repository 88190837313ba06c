// What a cell says about itself after a run.

import { expect, test } from 'vitest'
import type { Outcome, RunError } from '../../../src/kernel/protocol.ts'
import { type CellState, type Result, restingCell } from '../../../src/notebook/model.ts'
import { comparisonOf, problemOf, verdictOf } from '../../../src/notebook/verdict.ts'

const data = {
  lesson: 'lesson',
  id: 'cell',
  kind: 'program' as const,
  source: 'original',
  expected: 'a\nb',
  raises: null,
  exercise: null,
}

function mkError(type: string, place: Partial<RunError> = {}): RunError {
  return { type, message: 'no', lineno: null, offset: null, end_lineno: null, end_offset: null, ...place }
}

function exited(error: RunError | null = null, exitCode = error ? 1 : 0): Outcome {
  return { type: 'exited', exitCode, error }
}

function mkCell(printed: string, outcome: Outcome, change: Partial<CellState & Result> = {}): CellState {
  const source = change.source ?? 'original'
  const result: Result = {
    source,
    segments: [{ from: 'stdout', text: printed }],
    typed: change.typed ?? [],
    outcome,
    checking: false,
    checks: change.checks ?? null,
  }
  return { ...restingCell(change.data ?? data), source, validity: change.validity ?? 'evaluated', result }
}

const check = (passed: boolean) => ({ name: 'check_x', title: 'X', passed, message: '' })
const exercise = { ...data, exercise: { checks: [], checkSource: '', hints: [], solution: '', wrong: [] } }

test.each<[string, CellState, string]>([
  ['fresh', restingCell(data), 'plain: Recorded from CPython 3.13.'],
  ['the same', mkCell('a\nb\n', exited()), 'good: Same as CPython’s recorded output.'],
  [
    'different',
    mkCell('a\nc\n', exited()),
    'bad: Not the same as CPython’s recorded output: 1 line differs.',
  ],
  [
    'changed, the same',
    mkCell('a\nb\n', exited(), { source: 'x' }),
    'good: Changed, and still prints what the original prints.',
  ],
  [
    'changed, different',
    mkCell('', exited(), { source: 'x' }),
    'plain: Prints something else than the original: 2 lines differ.',
  ],
  [
    'its own exit code',
    mkCell('a\nb\n', exited(null, 3)),
    'good: Same as CPython’s recorded output. Exit code 3.',
  ],
  [
    'an exception',
    mkCell('a\n', exited(mkError('NameError')), { source: 'x' }),
    'warn: Ended with NameError.',
  ],
  [
    'an exception that is meant',
    mkCell('a\nb', exited(mkError('ValueError')), { data: { ...data, raises: 'ValueError' } }),
    'good: Same as CPython’s recorded output.',
  ],
  ['typed to', mkCell('Name: ', exited(), { typed: ['Ada\n'] }), 'plain: Finished.'],
  ['stopped', mkCell('a', exited(mkError('KeyboardInterrupt'))), 'warn: Stopped.'],
  [
    'killed',
    mkCell('a', { type: 'killed', sessionLost: false }),
    'warn: Stopped by force, because it did not react to the interrupt.',
  ],
  [
    'flooded',
    mkCell('a', { type: 'flooded', limit: '20,000 lines', sessionLost: false }),
    'warn: Stopped after 20,000 lines of output.',
  ],
  [
    'an answer',
    mkCell('x', exited(), { data: exercise, source: 'x' }),
    'plain: Finished. Check tells whether it is right.',
  ],
  [
    'checks passed',
    mkCell('x', exited(), { data: exercise, source: 'x', checks: [check(true), check(true)] }),
    'good: All 2 checks passed.',
  ],
  [
    'checks failed',
    mkCell('x', exited(), { data: exercise, source: 'x', checks: [check(true), check(false)] }),
    'bad: 1 of 2 checks passed.',
  ],
])('%s', (_, cell, expected) => {
  const verdict = verdictOf(cell, comparisonOf(cell))
  expect(`${verdict.tone}: ${verdict.text}`).toBe(expected)
})

test.each<[string, RunError, unknown]>([
  [
    'with its extent',
    mkError('SyntaxError', { lineno: 2, offset: 3, end_lineno: 2, end_offset: 5 }),
    { line: 2, column: 3, endLine: 2, endColumn: 5 },
  ],
  [
    'with its place only',
    mkError('IndentationError', { lineno: 1, offset: 2 }),
    { line: 1, column: 2, endLine: 1, endColumn: 3 },
  ],
  [
    'after the last line',
    mkError('SyntaxError', { lineno: 9, offset: 1 }),
    { line: 2, column: 1, endLine: 2, endColumn: 2 },
  ],
  [
    'over lines',
    mkError('SyntaxError', { lineno: 1, offset: 1, end_lineno: 2, end_offset: 4 }),
    { line: 1, column: 1, endLine: 2, endColumn: 4 },
  ],
  ['none', mkError('ValueError', { lineno: 1, offset: 1 }), null],
])('syntax error: %s', (_, error, expected) => {
  const problem = problemOf(mkCell('', exited(error), { source: 'abc def\n(xyz' }))
  if (expected === null) expect(problem).toBeNull()
  else expect(problem).toMatchObject(expected as object)
})

test('a syntax error is forgotten once the code has changed', () => {
  const cell = mkCell('', exited(mkError('SyntaxError', { lineno: 1, offset: 1 })), { source: 'x' })
  expect(problemOf({ ...cell, source: 'y' })).toBeNull()
})
