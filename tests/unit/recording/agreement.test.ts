// Looking changes nothing, and what is shown adds up: on programs of all kinds and on every cell of the lessons.

import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { RecordRequest } from '../../../src/kernel/recording/protocol.ts'
import { Recorder } from '../../../src/kernel/recording/recorder.ts'
import { Interpreter } from '../../../src/simulator/index.ts'
import { findLessons, readLesson } from '../../support/lessons.ts'
import { findPrograms } from '../../support/programs.ts'
import { mkHost, mkRequest, positions, runPlain, wrongSums } from './support.ts'

function check(request: RecordRequest, looks = 8): void {
  const recorder = new Recorder()
  const recording = recorder.record(request)
  expect(recording.output.map(({ text }) => text).join('')).toBe(runPlain(request))
  const look = {
    type: 'snapshots',
    instructions: positions(recording.instructions, recording.exit, looks),
  } as const
  const first = recorder.look(look)
  if (first.type !== 'snapshots') throw new Error('no snapshots')
  expect(first.snapshots.map(({ instruction }) => instruction)).toEqual(look.instructions)
  expect(first.snapshots.flatMap(wrongSums)).toEqual([])
  expect(recorder.look(look)).toEqual(first)
}

const lessons = findLessons().map((path) => [basename(path), path] as const)

test.each(lessons)('%s: every cell', (_name, path) => {
  const before: { source: string; filename: string }[] = []
  for (const {
    data: { id, kind, source },
  } of readLesson(path)) {
    if (kind === 'program') check(mkRequest(source, { filename: `${id}.py` }))
    else {
      check(mkRequest(source, { mode: 'session', filename: id, before: [...before] }), 4)
      before.push({ source, filename: id })
    }
  }
})

/** Every so many of the recorded programs, without those that take long. */
function sample(folder: string, every: number): [string, string][] {
  return findPrograms([folder])
    .filter(({ name }) => !/long|deep|million|many|limit/.test(name))
    .filter((_, i) => i % every === 0)
    .map(({ name, path }) => [name, path])
}

const programs = [
  ...sample('heap', 9),
  ...sample('language', 40),
  ...sample('errors', 40),
  ...sample('types', 60),
  ...sample('modules/threading', 1),
]

describe('programs', () => {
  test.each(programs)('%s', (_name, path) => {
    check(mkRequest(readFileSync(path, 'utf8'), { filename: basename(path) }), 5)
  })
})

test.each(programs)('%s: the loop that is followed leaves every count right', (_name, path) => {
  let output = ''
  const python = new Interpreter(
    mkHost((text) => {
      output += text
    }),
    { debug: true },
  )
  let instructions = 0
  python.engine.watcher = {
    before() {
      instructions++
    },
  }
  python.startProgram(readFileSync(path, 'utf8'), basename(path))
  python.runToEnd()
  expect(python.audit()).toEqual([])
  python.finalize()
  expect(python.audit()).toEqual([])
  python.close()
  expect(python.audit()).toEqual([])
  if (!output.includes('SyntaxError') && !output.includes('IndentationError'))
    expect(instructions).toBeGreaterThan(0)
  expect(output).toBe(runPlain(mkRequest(readFileSync(path, 'utf8'), { filename: basename(path) })))
})
