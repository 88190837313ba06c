// Holds an exercise to its word on CPython: the starter fails a check, the solution passes all, and each wrong answer
// fails with a message. (The lessons test does the same on the simulator.)

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { CellData, ExerciseData } from '../../../src/notebook/cell-data.ts'
import { type Python, runPython } from './python.ts'

const driver = fileURLToPath(new URL('exercise.py', import.meta.url))

interface CheckOutcome {
  name: string
  /** Null where the check passed. */
  message: string | null
}

/** What is wrong with the exercise of `data`, one sentence each. */
export async function tryExercise(python: Python, data: CellData, exercise: ExerciseData): Promise<string[]> {
  const folder = mkdtempSync(join(tmpdir(), 'exercise-'))
  writeFileSync(join(folder, 'checks.py'), exercise.checkSource)
  const outcomes = async (source: string): Promise<CheckOutcome[] | null> => {
    writeFileSync(join(folder, `${data.id}.py`), source)
    const { stdout, stderr } = await runPython(python, [driver, `${data.id}.py`, 'checks.py'], {
      cwd: folder,
    })
    if (stdout === '') throw new Error(`the checks of "${data.id}" do not run:\n${stderr}`)
    // What finalizers print at exit comes after the first line.
    return JSON.parse(stdout.split('\n', 1)[0] ?? '')
  }
  const problems: string[] = []
  const mustFail = (what: string, results: CheckOutcome[] | null) => {
    const failed = results?.filter((result) => result.message !== null)
    if (failed?.length === 0) problems.push(`"${data.id}": ${what} passes every check`)
    for (const { name, message } of failed ?? []) {
      if (message === '') problems.push(`"${data.id}": ${name} fails ${what} without a message`)
    }
  }
  try {
    mustFail('the starter', await outcomes(data.source))
    const solved = await outcomes(exercise.solution)
    if (solved === null) problems.push(`"${data.id}": the solution ends with an exception`)
    for (const { name, message } of solved ?? []) {
      if (message !== null) problems.push(`"${data.id}": the solution fails ${name}: ${message}`)
    }
    for (const [index, source] of exercise.wrong.entries()) {
      mustFail(`wrong answer ${index + 1}`, await outcomes(source))
    }
  } finally {
    rmSync(folder, { recursive: true })
  }
  return problems
}
