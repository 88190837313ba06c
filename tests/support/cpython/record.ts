// Writes what CPython 3.13 answers into the repository: the `.out` files of tests/programs and the output fences
// of the lessons. Nothing else writes expectations; tests only compare.
//
//     npm run record                                   everything
//     npm run record tests/programs/heap content/lessons/2-cycles.mdx
//
// Prints what changed. Ends with an error where an answer cannot be recorded: a program that depends on the hash
// seed, a cell that raises what its fence does not announce.

import { writeFileSync } from 'node:fs'
import { basename, dirname, relative, resolve } from 'node:path'
import { argv } from 'node:process'
import { findLessons } from '../lessons.ts'
import { findPrograms, formatResult, type Program, programsFolder, readExpected } from '../programs.ts'
import { findPython, type Python, runPython } from './python.ts'
import { recordLesson } from './record-lesson.ts'

/** What recording one file came to. */
type Recording = 'changed' | 'unchanged'

async function answer(python: Python, program: Program, hashSeed: number): Promise<string> {
  const cwd = dirname(program.path)
  const filename = basename(program.path)
  return formatResult({ ...(await runPython(python, [filename], { cwd, hashSeed })), filename })
}

async function recordProgram(python: Python, program: Program): Promise<Recording> {
  const text = await answer(python, program, 0)
  if (python.native && (await answer(python, program, 1)) !== text) {
    throw new Error('prints something else in the second run: order of a set, a time, a random number?')
  }
  if (text === readExpected(program)) return 'unchanged'
  writeFileSync(program.outPath, text)
  return 'changed'
}

/** Runs `jobs`, two at a time; tells what changed and what failed, and whether all went well. */
async function recordAll(jobs: { name: string; record: () => Promise<Recording> }[]): Promise<boolean> {
  const waiting = [...jobs]
  const count = { changed: 0, unchanged: 0, failed: 0 }
  const work = async () => {
    for (let job = waiting.shift(); job !== undefined; job = waiting.shift()) {
      try {
        const recording = await job.record()
        count[recording]++
        if (recording === 'changed') console.log(`recorded  ${job.name}`)
      } catch (error) {
        count.failed++
        console.error(`FAILED    ${job.name}: ${error instanceof Error ? error.message : String(error)}`)
      }
    }
  }
  await Promise.all([work(), work()])
  console.log(`${count.changed} recorded, ${count.unchanged} unchanged, ${count.failed} failed.`)
  return count.failed === 0
}

const python = findPython()
console.log(`CPython ${python.version}`)
if (!python.native) {
  console.log(
    'No CPython 3.13 is installed (python3.13, pyenv, uv), so its WebAssembly build answers: sizes of objects and\n' +
      'some counts differ from those of a 64-bit machine, and finalizers that run at exit may stay silent.\n' +
      'Look at the difference before you commit it.',
  )
}
const places = argv.slice(2).map((place) => resolve(place))
const isProgramPlace = (place: string) => !relative(programsFolder, place).startsWith('..')
const programs =
  places.length === 0
    ? findPrograms()
    : places.some(isProgramPlace)
      ? findPrograms(places.filter(isProgramPlace))
      : []
const lessons = findLessons(
  places.length === 0 ? undefined : places.filter((place) => !isProgramPlace(place)),
)
const done = await recordAll([
  ...programs.map((program) => ({ name: program.name, record: () => recordProgram(python, program) })),
  ...lessons.map((lesson) => ({ name: basename(lesson), record: () => recordLesson(python, lesson) })),
])
process.exitCode = done ? 0 : 1
