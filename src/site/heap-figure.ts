// The figures of the lessons: at build time a cell is run with the recorder, as the page would record it, and the heap
// at the wished moment becomes a scene. One of two files of the site that look behind the notebook, at build time only;
// the other is `reference/reference.ts`.
//
// "After line 12" means: when the line has done its work, and before its frame is left. So after a function's last line
// its variables are still there, and after `return x` the value is on its way.

import type { ObjectId, Recording, SnapshotData } from '../kernel/recording/protocol.ts'
import { Recorder } from '../kernel/recording/recorder.ts'
import { layOut } from '../notebook/heap/layout.ts'
import { type PlacedScene, placeScene } from '../notebook/heap/paths.ts'
import { plainView, sceneOf, type View } from '../notebook/heap/scene.ts'
import type { FigureData } from './figure-fence.ts'
import { LessonError } from './lesson-error.ts'

/** Width of a figure that a telephone shows as it is. */
const narrowPage = 440

/** A figure, ready to be drawn. */
export interface HeapMoment {
  snapshot: SnapshotData
  placed: PlacedScene
  /** The same for a narrow page; null where the wide one will do. */
  narrow: PlacedScene | null
  /** "ring.py, after line 34" */
  when: string
}

/** Runs the figure's cell and takes its moment; a line that is not executed is the author's mistake. */
export function heapMoment(figure: FigureData): HeapMoment {
  const { cell, file, line } = figure
  const { recorder, recording } = recordingOf(figure)
  if (recording.truncated !== null)
    throw new LessonError(file, line, `a figure of "${cell.id}", whose recording stops`, recording.truncated)
  const instruction =
    figure.after === null ? endOf(recorder, recording) : momentAfter(figure, recorder, recording)
  const answer = recorder.look({ type: 'snapshots', instructions: [instruction] })
  const snapshot = answer.type === 'snapshots' ? answer.snapshots[0] : undefined
  if (!snapshot) throw new Error(`${file}:${line}: the recorder gave no snapshot`)
  const view = viewOf(figure, snapshot)
  const scene = sceneOf(snapshot, view)
  if (!scene.boxes.some((box) => box.kind !== 'frame' || box.rows.length > 0)) {
    const allowed = 'choose another moment, or other names after show= and hide='
    throw new LessonError(file, line, 'a figure of nothing', allowed)
  }
  const name = cell.kind === 'program' ? `${cell.id}.py` : cell.id
  const times = figure.time === 1 ? '' : ` for the ${ordinal(figure.time)} time`
  const when = figure.after === null ? `${name}, at the end` : `${name}, after line ${figure.after}${times}`
  const placed = placeScene(scene, layOut([scene]))
  const compact = sceneOf(snapshot, { ...view, compact: true })
  const narrow = placed.bounds.width > narrowPage ? placeScene(compact, layOut([compact], 'narrow')) : null
  return { snapshot, placed, narrow, when }
}

function ordinal(number: number): string {
  const ending =
    number % 100 > 10 && number % 100 < 14 ? 'th' : (['th', 'st', 'nd', 'rd'][number % 10] ?? 'th')
  return `${number}${ending}`
}

interface Recorded {
  recorder: Recorder
  recording: Recording
}

/** One recording serves all figures of a cell. */
const recorded = new Map<string, Recorded>()

function recordingOf({ cell, before }: FigureData): Recorded {
  const key = JSON.stringify([cell.lesson, cell.id, cell.source, before.map((other) => other.source)])
  const known = recorded.get(key)
  if (known) return known
  const recorder = new Recorder()
  const recording = recorder.record({
    mode: cell.kind,
    before: before.map(({ source, id }) => ({ source, filename: id })),
    source: cell.source,
    filename: cell.kind === 'program' ? `${cell.id}.py` : cell.id,
    input: [],
    thresholds: null,
  })
  const result = { recorder, recording }
  recorded.set(key, result)
  return result
}

/** The instruction before which a line has done its work. */
function momentAfter(figure: FigureData, recorder: Recorder, recording: Recording): ObjectId {
  const { steps } = recording
  let times = 0
  const step = steps.lineno.findIndex((lineno) => lineno === figure.after && ++times === figure.time)
  if (step < 0) {
    const found = `after=${figure.after}${figure.time > 1 ? ` time=${figure.time}` : ''}`
    const allowed =
      times === 0
        ? `line ${figure.after} of "${figure.cell.id}" is never executed`
        : `line ${figure.after} of "${figure.cell.id}" is executed ${times} times`
    throw new LessonError(figure.file, figure.line, found, allowed)
  }
  const depth = steps.depth[step] as number
  let next = step + 1
  while (next < steps.depth.length && (steps.depth[next] as number) > depth) next++
  const from = steps.instruction[step] as number
  const to = steps.instruction[next] ?? recording.exit
  const code = steps.code[step] as number
  return beforeReturn(recorder, recording, code, from, to) ?? to
}

/** The end of the cell's own code: the module's return. */
function endOf(recorder: Recorder, recording: Recording): number {
  const { steps, exit } = recording
  const module = steps.depth.indexOf(0)
  const last = steps.depth.lastIndexOf(0)
  const from = steps.instruction[last] ?? 0
  return beforeReturn(recorder, recording, steps.code[module] ?? 0, from, exit) ?? exit
}

/** The instruction by which code `code` returns between `from` and `to`; null if it goes on at `to`. */
function beforeReturn(
  recorder: Recorder,
  recording: Recording,
  code: number,
  from: number,
  to: number,
): number | null {
  const answer = recorder.look({ type: 'trace', from, to })
  const entries = answer.type === 'trace' ? answer.entries : []
  const last = entries.findLast((entry) => entry.code === code)
  const instruction = recording.codes[code]?.instructions.find(({ offset }) => offset === last?.offset)
  return last && instruction?.opname.startsWith('RETURN') ? last.instruction : null
}

function viewOf({ show, hide, open }: FigureData, snapshot: SnapshotData): View {
  return { ...plainView, show, hide, hiddenTypes: new Set(hide), open: named(open, snapshot) }
}

/** What is called by one of `names`: a variable, an attribute, an object, a type. */
function named(names: readonly string[], { frames, objects }: SnapshotData): Set<ObjectId> {
  const found = new Set<ObjectId>()
  for (const frame of frames)
    for (const variable of frame.variables) if (names.includes(variable.name)) found.add(variable.target)
  for (const object of objects) {
    if (names.includes(object.name) || names.includes(object.type) || names.includes(object.text))
      found.add(object.id)
    for (const field of object.fields)
      if (names.includes(field.label.replace(/^\./, ''))) found.add(field.target)
  }
  return found
}
