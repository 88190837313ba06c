// The words of a fence `figure`: which moment of a cell's run it draws, and how much of the heap. The fence's text is
// the caption. Whether the line is ever executed is known only when the cell runs (heap-figure.ts).

import type { CellData } from '../notebook/cell-data.ts'
import { type Fence, LessonError } from './lesson-error.ts'

/** A figure of a lesson: a cell and a moment of its run. */
export interface FigureData {
  cell: CellData
  /** For a session cell: the session's cells before it, in order. */
  before: readonly CellData[]
  /** The line after which, null: the end of the cell, before the interpreter exits. */
  after: number | null
  /** When the line has run for the how-manieth time, from 1. */
  time: number
  /** Only what these variables, types or objects lead to; null: all. */
  show: readonly string[] | null
  /** Variables, types and objects left out. */
  hide: readonly string[]
  /** What gets a box although it would stand in a row, or be folded. */
  open: readonly string[]
  caption: string
  /** File and line, for a complaint. */
  file: string
  line: number
}

/** What the words of a fence say, without the cell. */
export interface FigureWords extends Omit<FigureData, 'cell' | 'before'> {
  /** The id of the cell; null: the one that it stands under. */
  of: string | null
}

const allowed =
  'after `figure` may stand: after=LINE or end, time=N, of=cell-id, show=name,…, hide=name,…, open=name,…'

/** Reads the words and the caption of a figure's fence. */
export function readFigureWords(fence: Fence, file: string): FigureWords {
  const fail = (found: string, rule = allowed): never => {
    throw new LessonError(file, fence.line, found, rule)
  }
  const result: FigureWords = {
    of: null,
    after: null,
    time: 1,
    show: null,
    hide: [],
    open: [],
    caption: fence.text.trim().replace(/\s+/g, ' '),
    file,
    line: fence.line,
  }
  const seen = new Set<string>()
  for (const word of (fence.meta ?? '').split(/\s+/).filter(Boolean)) {
    const [name = '', value] = word.split(/=(.*)/s)
    const topic = name === 'end' ? 'after' : name
    if (seen.has(topic)) fail(`"${word}", but ${topic === 'after' ? 'the moment' : topic} is already given`)
    seen.add(topic)
    if (name === 'end' && value === undefined) continue
    if (value === undefined || value === '') fail(`"${word}"`)
    else if (name === 'after' || name === 'time') {
      if (!/^[1-9]\d*$/.test(value)) fail(`"${word}"`, `${name} takes a number from 1`)
      result[name] = Number(value)
    } else if (name === 'of') result.of = value
    else if (name === 'show' || name === 'hide' || name === 'open')
      result[name] = value.split(',').filter(Boolean)
    else fail(`"${word}"`)
  }
  if (!seen.has('after')) fail('a `figure` without a moment', 'write after=LINE, a line of the cell, or end')
  if (seen.has('time') && result.after === null) fail('time=… with end', 'time belongs to after=LINE')
  if (result.caption === '') fail('a `figure` without a caption', 'its text is the caption')
  return result
}

/** The figure that `words` ask for, of `cell`. */
export function figureOf(words: FigureWords, cell: CellData, before: readonly CellData[]): FigureData {
  const { of, ...figure } = words
  const lines = cell.source.split('\n')
  const text = words.after === null ? '' : lines[words.after - 1]?.trim()
  if (text === undefined || (words.after !== null && (text === '' || text.startsWith('#')))) {
    const found = `after=${words.after}, but ${text === undefined ? `"${cell.id}" has ${lines.length} lines` : `line ${words.after} of "${of ?? cell.id}" does nothing`}`
    throw new LessonError(words.file, words.line, found, 'it takes a line of the cell that is executed')
  }
  return { ...figure, cell, before: cell.kind === 'session' ? before : [] }
}
