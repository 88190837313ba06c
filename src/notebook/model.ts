// What a notebook is: its cells, what each shows, what is running and waiting, what the session has executed. Plain
// immutable data; how it changes is said in state.ts.
//
// A cell's *status* says what it is doing, its *validity* what the output shown is worth.

import type { Activity, Branded, CheckResult, Outcome, RunId } from '../kernel/protocol.ts'
import type { CellData } from './cell-data.ts'
import type { Segment } from './segments.ts'

export type CellId = Branded<string, 'CellId'>

export type Mode = CellData['kind']

/** `fresh`: not run; `evaluated`: the output belongs to the code; `stale`: it no longer does; `aborted`: stopped. */
export type Validity = 'fresh' | 'evaluated' | 'stale' | 'aborted'

export type Status =
  | { type: 'ready' }
  | { type: 'queued' }
  | { type: 'running'; activity: Activity; stopping: boolean; checking: boolean }

/** What the last run of a cell has shown so far. */
export interface Result {
  /** The code that ran. */
  source: string
  segments: readonly Segment[]
  /** Lines typed for input(), each with its '\n'. */
  typed: readonly string[]
  /** null until it has ended. */
  outcome: Outcome | null
  /** Whether it was to be checked; `checks` stays null when it did not get that far. */
  checking: boolean
  checks: readonly CheckResult[] | null
}

/** A text that a button has taken out of the editor, to be had back. */
export interface Aside {
  text: string
  why: 'reset' | 'solution' | 'replaced'
}

/** What storage holds of a cell. */
export interface Saved {
  source: string
  aside: readonly Aside[]
}

/** An edit of an earlier version of the cell, made before the lesson was changed. */
export interface Earlier {
  source: string
  /** The reader has chosen; the text stays within reach. */
  decided: boolean
}

export interface CellState {
  readonly id: CellId
  readonly data: CellData
  readonly source: string
  readonly status: Status
  readonly validity: Validity
  readonly result: Result | null
  /** The id of the cell above whose failure kept this one from running. */
  readonly skippedAfter: CellId | null
  /** Latest last. */
  readonly aside: readonly Aside[]
  readonly earlier: Earlier | null
}

/** The one run that a kernel is doing. */
export interface Active {
  readonly run: RunId
  readonly cell: CellId
  readonly checking: boolean
  readonly activity: Activity
  readonly stopping: boolean
}

export interface NotebookState {
  /** In page order. */
  readonly cells: readonly CellState[]
  /** What the reader asked to run, in the order asked. */
  readonly queue: readonly { readonly cell: CellId; readonly checking: boolean }[]
  readonly active: { readonly program: Active | null; readonly session: Active | null }
  /** What the session's interpreter has executed: cells and texts, in order. */
  readonly session: readonly { readonly cell: CellId; readonly source: string }[]
  readonly nextRun: number
  /** Edits can be stored in this browser. */
  readonly storing: boolean
}

export const emptyNotebook: NotebookState = {
  cells: [],
  queue: [],
  active: { program: null, session: null },
  session: [],
  nextRun: 1,
  storing: true,
}

export function cellIdOf(data: CellData): CellId {
  return data.id as CellId
}

/** A cell as the lesson has it, before a notebook knows of it. */
export function restingCell(data: CellData): CellState {
  return {
    id: cellIdOf(data),
    data,
    source: data.source,
    status: { type: 'ready' },
    validity: 'fresh',
    result: null,
    skippedAfter: null,
    aside: [],
    earlier: null,
  }
}

export function findCell(state: NotebookState, id: CellId): CellState | undefined {
  return state.cells.find((cell) => cell.id === id)
}

/** Whether Reset has anything to do. */
export function isTouched(cell: CellState): boolean {
  return cell.source !== cell.data.source || cell.result !== null
}

/** Whether a run was ended from outside rather than by itself. */
export function wasStopped(outcome: Outcome): boolean {
  return outcome.type !== 'exited' || outcome.error?.type === 'KeyboardInterrupt'
}
