// Writes the output fences of one lesson: what CPython prints for each cell. A program cell runs in a process of
// its own, `python <id>.py`; the session cells run in one process, in the order of the page (session.py). The text
// of a fence that differs only in addresses stays as it is. Exercises are held to their word on the way.

import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Cell } from '../../../src/site/cell-fence.ts'
import type { PlacedFence } from '../../../src/site/cell-plugin.ts'
import { isSameOutput, readLesson } from '../lessons.ts'
import { type Python, runPython } from './python.ts'
import { tryExercise } from './try-exercise.ts'

const sessionDriver = fileURLToPath(new URL('session.py', import.meta.url))

/** Records the lesson at `path`. */
export async function recordLesson(python: Python, path: string): Promise<'changed' | 'unchanged'> {
  const cells = readLesson(path, { missingOutput: 'allow' })
  const runs = await runCells(python, cells)
  for (const [index, cell] of cells.entries()) checkEnd(cell, runs[index] as CellRun, basename(path))
  await checkExercises(python, cells, basename(path))
  const before = readFileSync(path, 'utf8')
  const after = rewritten(before, cells, runs)
  if (after === before) return 'unchanged'
  writeFileSync(path, after)
  return 'changed'
}

/** What a cell printed, and whether an uncaught exception ended it. */
interface CellRun {
  output: string
  raised: boolean
}

async function runCells(python: Python, cells: readonly Cell[]): Promise<CellRun[]> {
  const folder = mkdtempSync(join(tmpdir(), 'lesson-'))
  try {
    const session = await runSession(
      python,
      cells.filter((cell) => cell.data.kind === 'session'),
      folder,
    )
    const runs: CellRun[] = []
    for (const { data } of cells) {
      if (data.kind === 'session') runs.push(session.shift() as CellRun)
      else {
        writeFileSync(join(folder, `${data.id}.py`), data.source)
        const run = await runPython(python, ['-u', `${data.id}.py`], { cwd: folder, merged: true })
        runs.push({ output: run.stdout, raised: run.exitCode !== 0 })
      }
    }
    return runs
  } finally {
    rmSync(folder, { recursive: true })
  }
}

async function runSession(python: Python, cells: readonly Cell[], cwd: string): Promise<CellRun[]> {
  if (cells.length === 0) return []
  for (const { data } of cells) writeFileSync(join(cwd, `${data.id}.cell`), data.source)
  const args = ['-u', sessionDriver, ...cells.map((cell) => cell.data.id)]
  const run = await runPython(python, args, { cwd, merged: true })
  // After the last separator comes what the end of the session prints, which belongs to no cell.
  const parts = run.stdout.split('\x1e').slice(0, -1)
  if (parts.length !== cells.length) throw new Error(`the session ended early:\n${run.stdout}`)
  return parts.map((part) => ({ output: part.replace('\x1d', ''), raised: part.includes('\x1d') }))
}

/** A cell ends as its fence says: with the exception after `raises`, or with none. */
function checkEnd({ data, code }: Cell, { output, raised }: CellRun, file: string): void {
  const fail = (message: string): never => {
    throw new Error(`${file}:${code.line}: the cell "${data.id}" ${message}\n${output}`)
  }
  if (data.raises === null && raised)
    fail('ends with an exception; write raises=… after its `cell`, or mend it:')
  if (data.raises === null || data.raises === 'SystemExit') return
  if (!raised) fail(`does not end with ${data.raises}:`)
  if (!new RegExp(`^(\\w+\\.)*${data.raises}(:|$)`, 'm').test(output))
    fail(`ends, but not with ${data.raises}:`)
}

async function checkExercises(python: Python, cells: readonly Cell[], file: string): Promise<void> {
  const problems: string[] = []
  for (const { data } of cells) {
    if (data.exercise) problems.push(...(await tryExercise(python, data, data.exercise)))
  }
  if (problems.length > 0) throw new Error([`${file}: exercises`, ...problems].join('\n  '))
}

/** The lesson's text with what `runs` printed in its output fences. */
function rewritten(text: string, cells: readonly Cell<PlacedFence>[], runs: readonly CellRun[]): string {
  const lines = text.split('\n')
  for (const [index, cell] of [...cells.entries()].reverse()) {
    const output = runs[index]?.output ?? ''
    if (cell.output && isSameOutput(cell.data.expected, output)) continue
    const { start, end } = (cell.output ?? cell.code).node.position ?? {}
    if (!start || !end) throw new Error('the Markdown parser gave a fence no position')
    const indent = (lines[start.line - 1] ?? '').slice(0, start.column - 1).replace(/[^>\s]/g, ' ')
    const ticks = output
      .match(/^`{3,}/gm)
      ?.reduce((longest, run) => (run.length > longest.length ? run : longest), '``')
    const fence = '`'.repeat(Math.max(3, (ticks?.length ?? 0) + 1))
    const body = output === '' ? [] : output.replace(/\n$/, '').split('\n')
    const block = [`${fence}output`, ...body, fence].map((line) =>
      line === '' ? indent.trimEnd() : indent + line,
    )
    if (cell.output) lines.splice(start.line - 1, end.line - start.line + 1, ...block)
    else lines.splice(end.line, 0, ...block)
  }
  return lines.join('\n')
}
