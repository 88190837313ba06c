// The fences of a lesson, and the cells they make. A cell is a fence `python cell …` and the fences that follow it
// directly: its recorded `output`, `figure` and, for an exercise, `python check`, `hint`, `python solution`,
// `python wrong`. A figure may also stand elsewhere on the page and say which cell it is of (figure-fence.ts).
// Pure: fences in, cells out; whoever parses the Markdown (the site's plugin, the tests, the recorder) brings the
// fences in the order of the page.
//
// A mistake ends with a LessonError that names file, line, what was found and what is allowed.

import type { CellData, ExerciseData } from '../notebook/cell-data.ts'
import { type FigureData, figureOf, readFigureWords } from './figure-fence.ts'
import { type Fence, LessonError } from './lesson-error.ts'

/** A cell with the fences it was made of. */
export interface Cell<F extends Fence = Fence> {
  data: CellData
  code: F
  /** Null only while it waits to be recorded. */
  output: F | null
  /** All others: check, hints, solution, wrong answers. */
  others: F[]
  /** The figures of its run, under it or elsewhere on the page. */
  figures: { data: FigureData; fence: F }[]
}

export interface ReadOptions {
  /** The recorder reads cells that have no output yet. */
  missingOutput?: 'error' | 'allow'
}

/** What a fence is to the lesson; `listing` is any code that is only shown. */
type Role = 'cell' | 'output' | 'figure' | 'check' | 'hint' | 'solution' | 'wrong' | 'listing'

const pythonRoles = ['cell', 'check', 'solution', 'wrong'] as const

const cellWords = 'after `cell` may stand: program or session, exercise, id=name, raises=ExceptionName'

/** The slug of a lesson's file: `0-why-objects-stay.mdx` → `why-objects-stay`. */
export function lessonSlug(file: string): string {
  return file
    .replace(/^.*\//, '')
    .replace(/\.mdx$/, '')
    .replace(/^\d+-/, '')
}

/** The cells of the lesson `file`, whose fences are given in the order of the page. */
export function readCells<F extends Fence>(
  fences: readonly F[],
  file: string,
  options: ReadOptions = {},
): Cell<F>[] {
  const cells: Cell<F>[] = []
  const lines = new Map<string, number>()
  const figures: { fence: F; under: Cell<F> | null }[] = []
  for (let at = 0; at < fences.length; ) {
    const fence = fences[at] as F
    const role = roleOf(fence, file)
    let end = at + 1
    if (role === 'cell') {
      while (end < fences.length && fences[end]?.adjacent && belongsToCell(roleOf(fences[end] as F, file)))
        end++
      const cell = readCell(fences.slice(at, end), cells.length + 1, file, options)
      const earlier = lines.get(cell.data.id)
      if (earlier !== undefined) {
        const found = `a second cell with the id "${cell.data.id}" (the first is on line ${earlier})`
        throw new LessonError(file, fence.line, found, 'each cell of a lesson needs an id of its own')
      }
      lines.set(cell.data.id, fence.line)
      cells.push(cell)
      for (const other of fences.slice(at + 1, end))
        if (other.lang === 'figure') figures.push({ fence: other, under: cell })
    } else if (role === 'figure') figures.push({ fence, under: null })
    else if (role !== 'listing') {
      const found = `\`${wordsOf(fence)}\` that follows no cell`
      throw new LessonError(file, fence.line, found, 'it must stand directly under its `python cell` fence')
    }
    at = end
  }
  for (const { fence, under } of figures) addFigure(fence, under, cells, file)
  return cells
}

function addFigure<F extends Fence>(
  fence: F,
  under: Cell<F> | null,
  cells: readonly Cell<F>[],
  file: string,
): void {
  const words = readFigureWords(fence, file)
  const cell = words.of === null ? under : cells.find(({ data }) => data.id === words.of)
  if (!cell) {
    const found =
      words.of === null ? 'a `figure` that follows no cell' : `of=${words.of}, which is no cell of the page`
    throw new LessonError(file, fence.line, found, 'it must stand under a cell, or name one by of=cell-id')
  }
  const before = cells.slice(0, cells.indexOf(cell)).filter(({ data }) => data.kind === 'session')
  const data = figureOf(
    words,
    cell.data,
    before.map((other) => other.data),
  )
  cell.figures.push({ data, fence })
}

function belongsToCell(role: Role): boolean {
  return role !== 'cell' && role !== 'listing'
}

function wordsOf(fence: Fence): string {
  return [fence.lang, fence.meta].filter(Boolean).join(' ')
}

function roleOf(fence: Fence, file: string): Role {
  const [first, ...rest] = (fence.meta ?? '').split(/\s+/).filter(Boolean)
  const bare = (role: Role): Role => {
    const extra = role === first ? rest[0] : first
    if (extra === undefined) return role
    throw new LessonError(file, fence.line, `"${extra}" after \`${role}\``, 'no word may follow it')
  }
  if (fence.lang === 'output' || fence.lang === 'hint') return bare(fence.lang)
  if (fence.lang === 'figure') return 'figure'
  if (fence.lang !== 'python' || first === undefined) return 'listing'
  const role = pythonRoles.find((word) => word === first)
  if (role === undefined) {
    const allowed = `after \`python\` may stand: ${pythonRoles.join(', ')}, or nothing for code that is only shown`
    throw new LessonError(file, fence.line, `"${first}"`, allowed)
  }
  return role === 'cell' ? role : bare(role)
}

interface CellWords {
  kind: 'program' | 'session'
  exercise: boolean
  id: string | null
  raises: string | null
}

function readWords(code: Fence, file: string): CellWords {
  const fail = (found: string, allowed = cellWords): never => {
    throw new LessonError(file, code.line, found, allowed)
  }
  const words = (code.meta ?? '').split(/\s+/).filter(Boolean).slice(1)
  const seen = new Set<string>()
  const result: CellWords = { kind: 'program', exercise: false, id: null, raises: null }
  for (const word of words) {
    const [name = '', value] = word.split(/=(.*)/s)
    const topic = name === 'program' || name === 'session' ? 'program or session' : name
    if (seen.has(topic)) fail(`"${word}", but ${topic} is already given`)
    seen.add(topic)
    if (value === undefined && (name === 'program' || name === 'session')) result.kind = name
    else if (value === undefined && name === 'exercise') result.exercise = true
    else if (name === 'id' && value !== undefined) {
      if (!/^[a-z][a-z0-9_-]*$/.test(value))
        fail(`the id "${value}"`, 'an id is lower-case letters, digits, - and _')
      result.id = value
    } else if (name === 'raises' && value !== undefined) {
      if (!/^[A-Za-z_]\w*$/.test(value)) fail(`raises="${value}"`, 'it names the class of one exception')
      result.raises = value
    } else fail(`"${word}"`)
  }
  if (result.exercise && result.kind === 'session')
    fail('"session" with "exercise"', 'an exercise is a program')
  return result
}

function readCell<F extends Fence>(
  fences: readonly F[],
  position: number,
  file: string,
  options: ReadOptions,
): Cell<F> {
  const [code, ...rest] = fences as [F, ...F[]]
  const words = readWords(code, file)
  const byRole = (role: Role) => rest.filter((fence) => roleOf(fence, file) === role)
  const [output, secondOutput] = byRole('output')
  if (secondOutput) throw new LessonError(file, secondOutput.line, 'a second `output`', 'a cell has one')
  if (!output && options.missingOutput !== 'allow') {
    const allowed = 'an `output` fence must follow it: `npm run record` writes it'
    throw new LessonError(file, code.line, 'a cell without its output', allowed)
  }
  const others = rest.filter((fence) => fence !== output && fence.lang !== 'figure')
  if (!words.exercise && others[0]) {
    const found = `\`${wordsOf(others[0])}\` under a cell that is no exercise`
    throw new LessonError(file, others[0].line, found, 'write `exercise` after its `cell`, or take this away')
  }
  const data: CellData = {
    lesson: lessonSlug(file),
    id: words.id ?? `cell-${position}`,
    kind: words.kind,
    source: code.text,
    expected: output?.text ? `${output.text}\n` : '',
    raises: words.raises,
    exercise: words.exercise ? readExercise(code, byRole, file) : null,
  }
  return { data, code, output: output ?? null, others, figures: [] }
}

function readExercise(code: Fence, byRole: (role: Role) => Fence[], file: string): ExerciseData {
  const single = (role: 'check' | 'solution'): Fence => {
    const [fence, second] = byRole(role)
    const allowed = `an exercise has one \`python ${role}\` fence`
    if (!fence) throw new LessonError(file, code.line, `an exercise without a ${role}`, allowed)
    if (second) throw new LessonError(file, second.line, `a second ${role}`, allowed)
    return fence
  }
  const check = single('check')
  return {
    checks: readChecks(check, file),
    checkSource: check.text,
    hints: byRole('hint').map((fence) => fence.text.trim()),
    solution: single('solution').text,
    wrong: byRole('wrong').map((fence) => fence.text),
  }
}

/** The checks of a check fence: its functions `check_…`, each titled by its docstring. */
function readChecks(check: Fence, file: string): ExerciseData['checks'] {
  const checks: ExerciseData['checks'] = []
  const lines = check.text.split('\n')
  for (const [index, line] of lines.entries()) {
    const name = /^def\s+(check_\w+)/.exec(line)?.[1]
    if (name === undefined) continue
    const at = check.line + 1 + index
    if (!/^def\s+\w+\(\)\s*:\s*$/.test(line)) {
      throw new LessonError(
        file,
        at,
        `\`${line.trim()}\``,
        `a check is written \`def ${name}():\` on a line of its own`,
      )
    }
    const title = /^\s+("""|'''|"|')(.+?)\1\s*$/.exec(lines[index + 1] ?? '')?.[2]
    if (title === undefined) {
      throw new LessonError(file, at, `${name} without a title`, 'its first line is a docstring of one line')
    }
    if (checks.some((other) => other.name === name)) {
      throw new LessonError(file, at, `a second ${name}`, 'each check needs a name of its own')
    }
    checks.push({ name, title })
  }
  if (checks.length > 0) return checks
  throw new LessonError(
    file,
    check.line,
    'a check fence without a check',
    'it needs a function `def check_…():`',
  )
}
