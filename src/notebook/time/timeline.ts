// Where one is in a recorded run, and how one moves. A *position* is a moment: the state before an instruction, or,
// among the changes of counts that one instruction makes, just after one of them. A *stop* is a position of the
// slider: the beginning of each line, then (for a program) the moment where the interpreter begins to exit, then the
// end. Everything here is a pure function of the recording; what lies between stops (instructions, changes) is not
// part of it and is handed in as the window that happens to be known.

import type { CountChange, Recording, TraceEntry } from '../../kernel/recording/protocol.ts'

/** What one key press moves by. */
export type Granularity = 'line' | 'instruction' | 'count'

export interface Position {
  /** The state is that before this instruction … */
  readonly instruction: number
  /** … which belongs to this line step. */
  readonly step: number
  /** … and of the changes of counts that it makes, so many have happened. */
  readonly change: number
}

export type Direction = 1 | -1

/** The stops of a recording. */
export interface Timeline {
  readonly recording: Recording
  /** The instruction of each stop, ascending. */
  readonly stops: Uint32Array
  /** The index of the stop where the interpreter begins to exit; null where there is none. */
  readonly exitStop: number | null
}

/** Instructions that are known around a position: `from` included, `to` not. */
export interface Known<Item> {
  readonly from: number
  readonly to: number
  readonly items: readonly Item[]
}

export function timelineOf(recording: Recording): Timeline {
  const { steps, exit, instructions } = recording
  const begun = steps.instruction
  const linesBeforeExit = firstAtLeast(begun, exit)
  const hasExit = exit < instructions && begun[linesBeforeExit] !== exit
  const last = begun.at(-1) ?? -1
  const hasEnd = last < instructions
  const stops = new Uint32Array(begun.length + Number(hasExit) + Number(hasEnd))
  stops.set(begun.subarray(0, linesBeforeExit))
  if (hasExit) stops[linesBeforeExit] = exit
  stops.set(begun.subarray(linesBeforeExit), linesBeforeExit + Number(hasExit))
  if (hasEnd) stops[stops.length - 1] = instructions
  return { recording, stops, exitStop: hasExit ? linesBeforeExit : null }
}

/** The index of the first element that is at least `value`; the length when there is none. */
export function firstAtLeast(ascending: ArrayLike<number>, value: number): number {
  let low = 0
  let high = ascending.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((ascending[middle] as number) < value) low = middle + 1
    else high = middle
  }
  return low
}

/** The last stop at or before an instruction. */
export function stopAt({ stops }: Timeline, instruction: number): number {
  return Math.max(0, firstAtLeast(stops, instruction + 1) - 1)
}

/** The stop that first shows what an instruction has done. */
export function stopAfter({ stops }: Timeline, instruction: number): number {
  return Math.min(stops.length - 1, firstAtLeast(stops, instruction + 1))
}

/** The position before an instruction, kept within the recording. */
export function positionAt({ recording }: Timeline, instruction: number, change = 0): Position {
  const kept = Math.min(Math.max(0, instruction), recording.instructions)
  const step = Math.max(0, firstAtLeast(recording.steps.instruction, kept + 1) - 1)
  return { instruction: kept, step, change: kept === instruction ? change : 0 }
}

/** The position of a stop, kept within the timeline. */
export function stopPosition(timeline: Timeline, stop: number): Position {
  const kept = Math.min(Math.max(0, stop), timeline.stops.length - 1)
  return positionAt(timeline, timeline.stops[kept] ?? 0)
}

export function samePosition(a: Position, b: Position): boolean {
  return a.instruction === b.instruction && a.change === b.change
}

/** What a position is: the beginning of a line, within one, the beginning of the exit, or the end. */
export function kindOf(timeline: Timeline, position: Position): 'line' | 'within' | 'exit' | 'end' {
  const { stops, exitStop, recording } = timeline
  const stop = stopAt(timeline, position.instruction)
  if (stops[stop] !== position.instruction || position.change > 0) return 'within'
  if (stop === exitStop) return 'exit'
  return recording.steps.instruction[position.step] === position.instruction ? 'line' : 'end'
}

/** The line that a position is at; null at the exit and at the end. */
export function lineAt(timeline: Timeline, position: Position): number | null {
  const kind = kindOf(timeline, position)
  if (kind === 'exit' || kind === 'end') return null
  // Between the beginning of the exit and the next line, the last line is over.
  const { exitStop, stops, recording } = timeline
  const exit = exitStop === null ? null : (stops[exitStop] ?? null)
  const begun = recording.steps.instruction[position.step] ?? 0
  if (exit !== null && position.instruction > exit && begun < exit) return null
  return recording.steps.lineno[position.step] ?? null
}

// --- moving --------------------------------------------------------------------------------------------------

/** The next or previous stop; with `over`, past what the line calls. null where there is none. */
export function moveLine(
  timeline: Timeline,
  from: Position,
  direction: Direction,
  over: boolean,
): Position | null {
  const { stops, recording } = timeline
  const here = stopAt(timeline, from.instruction)
  const within = stops[here] !== from.instruction || from.change > 0
  let stop = direction === 1 ? here + 1 : within ? here : here - 1
  if (over) {
    const depth = depthAt(recording, from.step)
    while (stop >= 0 && stop < stops.length) {
      const position = stopPosition(timeline, stop)
      if (kindOf(timeline, position) !== 'line' || depthAt(recording, position.step) <= depth) break
      stop += direction
    }
  }
  return stop < 0 || stop >= stops.length ? null : stopPosition(timeline, stop)
}

function depthAt({ steps }: Recording, step: number): number {
  return steps.depth[step] ?? 0
}

/** The next or previous executed instruction of the source, as far as `known` tells; `unknown` where it ends. */
export function moveInstruction(
  timeline: Timeline,
  from: Position,
  direction: Direction,
  known: Known<TraceEntry>,
): Position | null | 'unknown' {
  const stop = moveLine(timeline, from, direction, false)
  if (direction === 1) {
    const entry = known.items.find(({ instruction }) => instruction > from.instruction)
    const target = nearest(entry?.instruction, stop?.instruction, Math.min)
    if (entry === undefined && target !== null && target > known.to) return 'unknown'
    return target === null ? null : positionAt(timeline, target)
  }
  if (from.change > 0) return positionAt(timeline, from.instruction)
  const entry = known.items.findLast(({ instruction }) => instruction < from.instruction)
  const target = nearest(entry?.instruction, stop?.instruction, Math.max)
  if (entry === undefined && target !== null && target < known.from) return 'unknown'
  return target === null ? null : positionAt(timeline, target)
}

function nearest(
  a: number | undefined,
  b: number | undefined,
  choose: (a: number, b: number) => number,
): number | null {
  if (a === undefined) return b ?? null
  return b === undefined ? a : choose(a, b)
}

/** The next or previous change of a count, as far as `known` tells; null before the first and at the end. */
export function moveChange(
  timeline: Timeline,
  from: Position,
  direction: Direction,
  known: Known<CountChange>,
): Position | null | 'unknown' {
  const { instructions } = timeline.recording
  if (direction === 1) {
    if (from.change < changesOf(known, from.instruction).length) {
      return { ...from, change: from.change + 1 }
    }
    const next = known.items.find(({ instruction }) => instruction > from.instruction)
    if (next !== undefined) return positionAt(timeline, next.instruction, 1)
    if (known.to < instructions) return 'unknown'
    return from.instruction < instructions ? positionAt(timeline, instructions) : null
  }
  if (from.change > 1) return { ...from, change: from.change - 1 }
  const before = known.items.findLast(({ instruction }) => instruction < from.instruction)
  if (before !== undefined) {
    return positionAt(timeline, before.instruction, changesOf(known, before.instruction).length)
  }
  if (known.from > 0) return 'unknown'
  const start = stopPosition(timeline, 0)
  return samePosition(start, from) ? null : start
}

/** The changes that one instruction makes, in order. */
export function changesOf(known: Known<CountChange>, instruction: number): readonly CountChange[] {
  return known.items.filter((change) => change.instruction === instruction)
}

/** The first step after `from` (before it, backwards) that begins `line`, all around the run; null if none does. */
export function findLine(
  timeline: Timeline,
  line: number,
  from: Position,
  direction: Direction,
): Position | null {
  const { steps } = timeline.recording
  const count = steps.lineno.length
  for (let distance = 1; distance <= count; distance++) {
    const step = (from.step + direction * distance + count * 2) % count
    if (steps.lineno[step] === line) return positionAt(timeline, steps.instruction[step] ?? 0)
  }
  return null
}

/** How long each step stays while playing, in milliseconds: long enough to look, and no run takes all day. */
export function playDelay({ stops }: Timeline): number {
  return Math.round(Math.min(900, Math.max(120, 60_000 / Math.max(1, stops.length))))
}

// --- words and links -----------------------------------------------------------------------------------------

/** "line 9 · step 34 of 120". */
export function positionWords(timeline: Timeline, position: Position): string {
  const { recording } = timeline
  const line = lineAt(timeline, position)
  const count = recording.steps.lineno.length.toLocaleString('en')
  const step = `step ${(position.step + 1).toLocaleString('en')} of ${count}`
  switch (kindOf(timeline, position)) {
    case 'exit':
      return 'the program has ended, the interpreter exits'
    case 'end':
      return recording.truncated === null ? 'the end' : 'the end of the recording'
    case 'line':
      return `line ${line} · ${step}`
    case 'within': {
      const change = position.change > 0 ? `, count change ${position.change}` : ''
      const where = line === null ? 'during the exit' : `line ${line} · ${step}`
      return `${where} · instruction ${position.instruction.toLocaleString('en')}${change}`
    }
  }
}

/** A position as a link has it: `34` is step 34, `i512` an instruction, `i512.2` its second change. */
export function formatPosition(timeline: Timeline, position: Position): string {
  const kind = kindOf(timeline, position)
  if (kind === 'exit' || kind === 'end') return kind
  if (kind === 'line') return String(position.step + 1)
  return `i${position.instruction}${position.change > 0 ? `.${position.change}` : ''}`
}

/** The position that a link names, kept within the recording; null if it names none. */
export function parsePosition(timeline: Timeline, text: string): Position | null {
  const { recording, stops, exitStop } = timeline
  if (text === 'end') return stopPosition(timeline, stops.length - 1)
  if (text === 'exit') return stopPosition(timeline, exitStop ?? stops.length - 1)
  const match = /^(i?)(\d{1,9})(?:\.(\d{1,6}))?$/.exec(text)
  if (match === null || (match[1] === '' && match[3] !== undefined)) return null
  const number = Number(match[2])
  if (match[1] === 'i') return positionAt(timeline, number, Number(match[3] ?? 0))
  const step = Math.min(Math.max(1, number), Math.max(1, recording.steps.instruction.length)) - 1
  return positionAt(timeline, recording.steps.instruction[step] ?? 0)
}

/** A scene of the replay of a collection as a link has it: `c2.5` is the fifth scene of the second collection. */
export function formatScene({ collection, scene }: { collection: number; scene: number }): string {
  return `c${collection + 1}.${scene + 1}`
}

/** The scene that a link names, counted from 0; null if it names none. */
export function parseScene(text: string): { collection: number; scene: number } | null {
  const match = /^c([1-9]\d{0,3})\.([1-9]\d{0,3})$/.exec(text)
  return match === null ? null : { collection: Number(match[1]) - 1, scene: Number(match[2]) - 1 }
}

// --- marks on the slider ---------------------------------------------------------------------------------------

export type MarkKind = 'death' | 'collection' | 'callback'

/** Something worth going to, at the stop that first shows it. */
export interface Mark {
  readonly stop: number
  readonly kind: MarkKind
  readonly words: string
}

/** The moments to mark, in order: collections, callbacks and deaths; a stop with several of one kind has one mark. */
export function marksOf(timeline: Timeline): Mark[] {
  const { lives, collections, events } = timeline.recording
  const marks = new Map<string, Mark>()
  const add = (instruction: number, kind: MarkKind, words: string) => {
    const stop = stopAfter(timeline, instruction)
    const key = `${stop} ${kind}`
    const mark = marks.get(key)
    marks.set(key, { stop, kind, words: mark === undefined ? words : `${mark.words}; ${words}` })
  }
  for (const { died, name } of lives) if (died !== null) add(died, 'death', `${name} freed`)
  for (const { instruction, generation } of collections)
    add(instruction, 'collection', `collection of generation ${generation}`)
  for (const { instruction, type, words } of events)
    if (type === 'callback-called' || type === 'callback-skipped') add(instruction, 'callback', words)
  return [...marks.values()].sort((a, b) => a.stop - b.stop)
}
