// Recorded programs: which files under tests/programs are programs, and the one text form in which a run is
// compared. A program is `name.py` with `name.out` beside it; the `.out` is what CPython 3.13 answered.
//
// Form of an answer: stdout; then, if stderr is not empty, the line `--- stderr ---` and stderr; then, if the exit
// code is not 0, the line `--- exit N ---`. A stream that ends without a newline is followed by the line
// `--- no newline ---`, so that markers always begin a line. Addresses are numbered in order of appearance, because
// only their being equal or different can be compared.
//
// Files whose name begins with `_`, and whole folders with an `__init__.py`, are modules that programs import.

import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { basename, dirname, join, relative, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { normaliseAddresses } from '../../src/notebook/compare.ts'

/** The folder that holds all recorded programs. */
export const programsFolder: string = fileURLToPath(new URL('../programs', import.meta.url))

/** One recorded program. */
export interface Program {
  /** Path below `programsFolder` without `.py`, with forward slashes: `heap/cycles/two_nodes`. */
  name: string
  /** Absolute path of the `.py` file. */
  path: string
  /** Absolute path of the `.out` file, which may not exist yet. */
  outPath: string
}

/** Whether the program is kept because the simulator does not do what CPython does; its first line says why. */
export function isDifference(program: Program): boolean {
  return program.name.startsWith('differences/')
}

/** What a run left: the two streams, the exit code, and the path that was run (as tracebacks show it). */
export interface ProgramResult {
  stdout: string
  stderr: string
  exitCode: number
  filename: string
}

/** All programs below the given files or folders (default: every one), sorted by name. */
export function findPrograms(places: readonly string[] = [programsFolder]): Program[] {
  const found = new Map<string, Program>()
  for (const place of places) {
    for (const path of pythonFiles(locate(place))) {
      const name = relative(programsFolder, path).replaceAll('\\', '/').replace(/\.py$/, '')
      found.set(name, { name, path, outPath: path.replace(/\.py$/, '.out') })
    }
  }
  return [...found.values()].sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0))
}

/** The recorded answer, or null where none is recorded. */
export function readExpected(program: Program): string | null {
  return existsSync(program.outPath) ? readFileSync(program.outPath, 'utf8') : null
}

/**
 * The text form of a run: markers, file names without their folder (the standard library's begin with
 * `/lib/python3.13/`), numbered addresses.
 */
export function formatResult(result: ProgramResult): string {
  let text = closeLine(result.stdout)
  if (result.stderr !== '') text += `--- stderr ---\n${closeLine(result.stderr)}`
  if (result.exitCode !== 0) text += `--- exit ${result.exitCode} ---\n`
  const folder = dirname(result.filename)
  if (folder !== '.' && folder !== '/') text = text.replaceAll(`${folder}/`, '')
  text = text.replace(/(?<=["'(])\/[^"'()\n]*(?=\/lib\/python3\.\d+\/)/g, '')
  return normaliseAddresses(text)
}

/** A compact difference: the lines around the first deviation, `-` recorded and `+` got; '' if equal. */
export function describeDifference(expected: string, actual: string, context = 2, most = 8): string {
  if (expected === actual) return ''
  const want = expected.split('\n')
  const got = actual.split('\n')
  let start = 0
  while (start < want.length && start < got.length && want[start] === got[start]) start++
  let tail = 0
  const longest = Math.min(want.length, got.length) - start
  while (tail < longest && want[want.length - 1 - tail] === got[got.length - 1 - tail]) tail++
  const lines: string[] = [`@ line ${start + 1}`]
  for (let i = Math.max(0, start - context); i < start; i++) lines.push(`  ${want[i]}`)
  lines.push(...shorten(want.slice(start, want.length - tail), '- ', most))
  lines.push(...shorten(got.slice(start, got.length - tail), '+ ', most))
  return lines.join('\n')
}

function shorten(lines: readonly string[], mark: string, most: number): string[] {
  const shown = lines.slice(0, most).map((line) => mark + line)
  if (lines.length > most) shown.push(`${mark}… ${lines.length - most} more`)
  return shown
}

function closeLine(text: string): string {
  return text === '' || text.endsWith('\n') ? text : `${text}\n--- no newline ---\n`
}

/** A place as given on a command line: relative to the working directory, or to the programs' folder. */
function locate(place: string): string {
  const choices = [resolve(place), join(programsFolder, place), join(programsFolder, `${place}.py`)]
  const path = choices.find((choice) => existsSync(choice))
  if (path === undefined) throw new Error(`no program or folder ${place}`)
  return path
}

function pythonFiles(place: string): string[] {
  if (statSync(place).isFile()) return [place.replace(/\.out$/, '.py')]
  const entries = readdirSync(place, { withFileTypes: true })
  if (entries.some((entry) => entry.name === '__init__.py')) return []
  return entries.flatMap((entry) => {
    const path = join(place, entry.name)
    if (entry.isDirectory()) return entry.name === '__pycache__' ? [] : pythonFiles(path)
    return entry.name.endsWith('.py') && !basename(path).startsWith('_') ? [path] : []
  })
}
