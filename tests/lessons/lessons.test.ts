// Every lesson keeps its word: each cell prints on the simulator what CPython printed, each exercise's starter fails,
// its solution passes, and each of its wrong answers fails with a sentence for the learner. The cells are the
// site's own (src/site/cell-fence.ts), and they run in the page's own kernel.

import { basename } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { CellData } from '../../src/notebook/cell-data.ts'
import { type KernelRun, TestKernel } from '../support/kernel.ts'
import { findLessons, isSameOutput, readLesson } from '../support/lessons.ts'
import { describeDifference } from '../support/programs.ts'

function runProgram(data: CellData, source = data.source): KernelRun {
  const request = { mode: 'program', source, filename: `${data.id}.py` } as const
  const checks = data.exercise?.checkSource
  return new TestKernel().run(checks === undefined ? request : { ...request, checks })
}

/** Runs the session cells of a lesson, once and in order, when the first of them is asked for. */
function sessionOf(cells: readonly CellData[]): (id: string) => KernelRun {
  let runs: Map<string, KernelRun> | null = null
  return (id) => {
    if (runs === null) {
      const kernel = new TestKernel()
      const session = cells.filter((data) => data.kind === 'session')
      runs = new Map(
        session.map((data) => [
          data.id,
          kernel.run({ mode: 'session', source: data.source, filename: data.id }),
        ]),
      )
    }
    return runs.get(id) as KernelRun
  }
}

function expectRecorded(data: CellData, run: KernelRun): void {
  if (!isSameOutput(data.expected, run.output)) expect.fail(describeDifference(data.expected, run.output))
  expect(run.error?.type ?? null).toBe(data.raises)
  expect(run.heap).toEqual([])
}

/** The checks that a program did not pass; they must have run, each under its title. */
function failedChecks(data: CellData, source: string): string[] {
  const run = runProgram(data, source)
  expect(run.error).toBeNull()
  const results = run.checks ?? []
  expect(results.map(({ name, title }) => ({ name, title }))).toEqual(data.exercise?.checks)
  for (const result of results) if (!result.passed) expect(result.message.trim()).not.toBe('')
  expect(run.heap).toEqual([])
  return results.filter((result) => !result.passed).map((result) => `${result.name}: ${result.message}`)
}

for (const lesson of findLessons()) {
  describe(basename(lesson), () => {
    const cells = readLesson(lesson).map((cell) => cell.data)
    const sessionRun = sessionOf(cells)

    for (const data of cells) {
      test(`${data.id} prints what CPython printed`, () => {
        expectRecorded(data, data.kind === 'session' ? sessionRun(data.id) : runProgram(data))
      })
      const exercise = data.exercise
      if (!exercise) continue
      test(`${data.id}: the starter fails`, () => {
        // A starter that ends with an exception is not judged, and so has not passed.
        if (data.raises === null) expect(failedChecks(data, data.source)).not.toEqual([])
      })
      test(`${data.id}: the solution passes`, () => {
        expect(failedChecks(data, exercise.solution)).toEqual([])
      })
      test.each(exercise.wrong.map((source, index) => ({ number: index + 1, source })))(
        `${data.id}: wrong answer $number fails`,
        ({ source }) => {
          expect(failedChecks(data, source)).not.toEqual([])
        },
      )
    }
  })
}
