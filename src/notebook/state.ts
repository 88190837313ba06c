// `step` takes the notebook of a page from one event to the next: a pure function, so that everything a reader can
// do to cells is a table of events and states. What has to happen outside (messages to a kernel, storing an edit,
// moving the focus) is returned as effects. Status and validity of the cells follow from the rest after each event
// (`refresh`); nothing else sets them.

import type { FromKernel, Outcome, RunId, StartRequest } from '../kernel/protocol.ts'
import { unreachable } from '../kernel/protocol.ts'
import type { CellData } from './cell-data.ts'
import {
  type Active,
  type Aside,
  type CellId,
  type CellState,
  type Earlier,
  findCell,
  isTouched,
  type Mode,
  type NotebookState,
  type Result,
  restingCell,
  type Saved,
  type Status,
  type Validity,
  wasStopped,
} from './model.ts'
import { appendChunks, appendTyped } from './segments.ts'
import { needed, sessionCells, upToDate } from './session-order.ts'

export type NotebookEvent =
  /** A cell has come to life, at `index` in page order; with what storage holds of it. */
  | { type: 'add'; data: CellData; index: number; saved: Saved | null; earlier: Earlier | null }
  | { type: 'remove'; cell: CellId }
  | { type: 'edit'; cell: CellId; source: string }
  | { type: 'run'; cell: CellId; checking: boolean; advance: boolean }
  | { type: 'stop'; cell: CellId }
  | { type: 'reset'; cell: CellId }
  /** Brings back the text last set aside. */
  | { type: 'undo'; cell: CellId }
  | { type: 'use-solution'; cell: CellId }
  | { type: 'choose'; cell: CellId; version: 'mine' | 'new' }
  /** A line for input(), without its end; null is end of file. */
  | { type: 'type-line'; cell: CellId; line: string | null }
  /** Another tab has stored a different text of the same cell. */
  | { type: 'found'; cell: CellId; text: string }
  | { type: 'storage'; working: boolean }
  | { type: 'kernel'; message: FromKernel }

export type Effect =
  | { type: 'start'; request: StartRequest }
  | { type: 'interrupt'; mode: Mode; run: RunId }
  | { type: 'send-line'; mode: Mode; run: RunId; line: string }
  /** `saved` null: nothing of the reader's is left to store. */
  | { type: 'save'; cell: CellState; saved: Saved | null }
  | { type: 'save-decision'; cell: CellState }
  | { type: 'focus'; cell: CellId }

type Step = readonly [NotebookState, readonly Effect[]]

/** How many texts set aside are kept. */
const asideLimit = 20

/** The state after an event, and what is to be done about it. */
export function step(state: NotebookState, event: NotebookEvent): Step {
  const [changed, effects] = react(state, event)
  const [pumped, starts] = pump(changed)
  return [refresh(pumped), [...effects, ...starts]]
}

function react(state: NotebookState, event: NotebookEvent): Step {
  if (event.type === 'kernel') return hear(state, event.message)
  if (event.type === 'storage') return [{ ...state, storing: event.working }, []]
  if (event.type === 'add') return [add(state, event), []]
  const cell = findCell(state, event.cell)
  if (cell === undefined) return [state, []]
  switch (event.type) {
    case 'remove':
      return [remove(state, cell), []]
    case 'edit':
      return edit(state, cell, event.source)
    case 'run':
      return run(state, cell, event.checking, event.advance)
    case 'stop':
      return stop(state, cell)
    case 'reset':
      return reset(state, cell)
    case 'undo':
      return undo(state, cell)
    case 'use-solution':
      return useSolution(state, cell)
    case 'choose':
      return choose(state, cell, event.version)
    case 'type-line':
      return typeLine(state, cell, event.line)
    case 'found':
      return save(withCell(state, setAside(cell, event.text, 'replaced')), cell.id)
    default:
      return unreachable(event)
  }
}

// --- cells come and go ---------------------------------------------------------------------------------------

function add(state: NotebookState, event: Extract<NotebookEvent, { type: 'add' }>): NotebookState {
  const cell: CellState = {
    ...restingCell(event.data),
    source: event.saved?.source ?? event.data.source,
    aside: event.saved?.aside ?? [],
    earlier: event.earlier,
  }
  return { ...state, cells: state.cells.toSpliced(event.index, 0, cell) }
}

function remove(state: NotebookState, cell: CellState): NotebookState {
  return {
    ...state,
    cells: state.cells.filter((other) => other.id !== cell.id),
    queue: state.queue.filter((entry) => entry.cell !== cell.id),
  }
}

// --- text ----------------------------------------------------------------------------------------------------

function edit(state: NotebookState, cell: CellState, source: string): Step {
  if (source === cell.source) return [state, []]
  return save(withCell(state, { ...cell, source, skippedAfter: null }), cell.id)
}

function reset(state: NotebookState, cell: CellState): Step {
  if (!isTouched(cell)) return [state, []]
  const kept = cell.source === cell.data.source ? cell : setAside(cell, cell.source, 'reset')
  // A run under way goes on and shows its output; otherwise the recorded output comes back.
  const result = cell.status.type === 'running' ? cell.result : null
  return save(withCell(state, { ...kept, source: cell.data.source, skippedAfter: null, result }), cell.id)
}

function undo(state: NotebookState, cell: CellState): Step {
  const back = cell.aside.at(-1)
  if (back === undefined) return [state, []]
  const popped = { ...cell, aside: cell.aside.slice(0, -1) }
  const kept = isReaders(cell, cell.source, back.text) ? setAside(popped, cell.source, 'replaced') : popped
  return save(withCell(state, { ...kept, source: back.text, skippedAfter: null }), cell.id)
}

function useSolution(state: NotebookState, cell: CellState): Step {
  const solution = cell.data.exercise?.solution
  if (solution === undefined || solution === cell.source) return [state, []]
  const kept = isReaders(cell, cell.source, null) ? setAside(cell, cell.source, 'solution') : cell
  return save(withCell(state, { ...kept, source: solution, skippedAfter: null }), cell.id)
}

function choose(state: NotebookState, cell: CellState, version: 'mine' | 'new'): Step {
  if (cell.earlier === null) return [state, []]
  const decided = { ...cell, earlier: { ...cell.earlier, decided: true } }
  const mine = cell.earlier.source
  if (version === 'new' || mine === cell.source) {
    const next = withCell(state, decided)
    return [next, [{ type: 'save-decision', cell: decided }]]
  }
  const kept = isReaders(cell, cell.source, mine) ? setAside(decided, cell.source, 'replaced') : decided
  const next = withCell(state, { ...kept, source: mine, skippedAfter: null })
  const [saved, effects] = save(next, cell.id)
  return [saved, [...effects, { type: 'save-decision', cell: decided }]]
}

/** Whether `text` exists nowhere else: not in the lesson, not in what replaces it. */
function isReaders(cell: CellState, text: string, replacement: string | null): boolean {
  return text !== cell.data.source && text !== cell.data.exercise?.solution && text !== replacement
}

function setAside(cell: CellState, text: string, why: Aside['why']): CellState {
  const others = cell.aside.filter((aside) => aside.text !== text)
  return { ...cell, aside: [...others, { text, why }].slice(-asideLimit) }
}

function save(state: NotebookState, id: CellId): Step {
  const cell = findCell(state, id)
  if (cell === undefined) return [state, []]
  const untouched = cell.source === cell.data.source && cell.aside.length === 0
  const saved = untouched ? null : { source: cell.source, aside: cell.aside }
  return [state, [{ type: 'save', cell, saved }]]
}

// --- running -------------------------------------------------------------------------------------------------

function run(state: NotebookState, cell: CellState, checking: boolean, advance: boolean): Step {
  const next = state.cells[state.cells.indexOf(cell) + 1]
  const effects: Effect[] = advance && next !== undefined ? [{ type: 'focus', cell: next.id }] : []
  if (cell.status.type === 'running' || state.queue.some((entry) => entry.cell === cell.id))
    return [state, effects]
  const queued = withCell(state, { ...cell, skippedAfter: null })
  return [{ ...queued, queue: [...state.queue, { cell: cell.id, checking }] }, effects]
}

function stop(state: NotebookState, cell: CellState): Step {
  const active = state.active[cell.data.kind]
  if (active?.cell === cell.id) {
    const stopping = withActive(state, cell.data.kind, { ...active, stopping: true })
    return [stopping, [{ type: 'interrupt', mode: cell.data.kind, run: active.run }]]
  }
  if (cell.status.type !== 'queued') return [state, []]
  // A cell that waits because one below wants it run first takes that one out of the queue with it.
  const from = cell.data.kind === 'session' ? sessionCells(state).indexOf(cell) : -1
  const queue = state.queue.filter((entry) => {
    if (entry.cell === cell.id) return false
    return (
      cell.data.kind === 'program' || sessionCells(state).findIndex((other) => other.id === entry.cell) < from
    )
  })
  return [{ ...state, queue }, []]
}

function typeLine(state: NotebookState, cell: CellState, line: string | null): Step {
  const active = state.active[cell.data.kind]
  if (active?.cell !== cell.id || active.activity !== 'waiting-input' || cell.result === null)
    return [state, []]
  const text = line === null ? '' : `${line}\n`
  const result: Result = {
    ...cell.result,
    typed: [...cell.result.typed, text],
    segments: appendTyped(cell.result.segments, text),
  }
  const answered = withActive(state, cell.data.kind, { ...active, activity: 'computing' })
  return [
    withCell(answered, { ...cell, result }),
    [{ type: 'send-line', mode: cell.data.kind, run: active.run, line: text }],
  ]
}

function hear(state: NotebookState, message: FromKernel): Step {
  const mode = modeOfRun(state, message.run)
  const active = mode === null ? null : state.active[mode]
  const cell = active === null ? undefined : findCell(state, active.cell)
  if (mode === null || active === null || cell?.result == null) return [state, []]
  const { result } = cell
  switch (message.type) {
    case 'output':
      return [
        withResult(state, cell, { ...result, segments: appendChunks(result.segments, message.chunks) }),
        [],
      ]
    case 'activity':
      return [withActive(state, mode, { ...active, activity: message.activity }), []]
    case 'checked':
      return [withResult(state, cell, { ...result, checks: message.results }), []]
    case 'finished':
      return [finish(state, mode, cell, { ...result, outcome: message.outcome }), []]
    default:
      return unreachable(message)
  }
}

function finish(state: NotebookState, mode: Mode, cell: CellState, result: Result): NotebookState {
  const ended = withActive(withResult(state, cell, result), mode, null)
  const { outcome } = result
  if (mode === 'program' || outcome === null) return ended
  const lost = outcome.type !== 'exited' && outcome.sessionLost
  const session = lost ? [] : [...state.session, { cell: cell.id, source: result.source }]
  const advanced = { ...ended, session }
  return endedAsMeant(cell, outcome) ? advanced : skipBelow(advanced, cell)
}

function endedAsMeant(cell: CellState, outcome: Outcome): boolean {
  if (outcome.type !== 'exited') return false
  return outcome.error === null || outcome.error.type === cell.data.raises
}

/** Takes the session cells that wait below a failed one out of the queue: they would run on half a state. */
function skipBelow(state: NotebookState, failed: CellState): NotebookState {
  const skipped = new Set<CellId>()
  for (const entry of state.queue) {
    for (const cell of needed(state, entry.cell)?.cells ?? []) skipped.add(cell.id)
  }
  const from = state.cells.findIndex((cell) => cell.id === failed.id)
  return {
    ...state,
    queue: state.queue.filter((entry) => findCell(state, entry.cell)?.data.kind === 'program'),
    cells: state.cells.map((cell, index) =>
      index > from && skipped.has(cell.id) ? { ...cell, skippedAfter: failed.id } : cell,
    ),
  }
}

/** Starts what can start: one run a kernel. */
function pump(state: NotebookState): Step {
  const [afterProgram, program] = pumpProgram(state)
  const [afterSession, session] = pumpSession(afterProgram)
  return [afterSession, [...program, ...session]]
}

function pumpProgram(state: NotebookState): Step {
  if (state.active.program !== null) return [state, []]
  const entry = state.queue.find((queued) => findCell(state, queued.cell)?.data.kind === 'program')
  const cell = entry === undefined ? undefined : findCell(state, entry.cell)
  if (entry === undefined || cell === undefined) return [state, []]
  const dequeued = { ...state, queue: state.queue.filter((other) => other !== entry) }
  return start(dequeued, cell, entry.checking, false, [])
}

function pumpSession(state: NotebookState): Step {
  if (state.active.session !== null) return [state, []]
  const entry = state.queue.find((queued) => findCell(state, queued.cell)?.data.kind === 'session')
  const plan = entry === undefined ? null : needed(state, entry.cell)
  const cell = plan?.cells[0]
  if (entry === undefined || plan === null || cell === undefined) return [state, []]
  const isTarget = cell.id === entry.cell
  const dequeued = isTarget ? { ...state, queue: state.queue.filter((other) => other !== entry) } : state
  const begun = plan.restart ? { ...dequeued, session: [] } : dequeued
  // A cell that runs again only for one below it is not to ask its reader again.
  const input = !isTarget && cell.result?.source === cell.source ? [...cell.result.typed] : []
  return start(begun, cell, false, plan.restart, input)
}

function start(
  state: NotebookState,
  cell: CellState,
  checking: boolean,
  restart: boolean,
  input: string[],
): Step {
  const runId = state.nextRun as RunId
  const mode = cell.data.kind
  const checks = checking ? (cell.data.exercise?.checkSource ?? null) : null
  const request: StartRequest = {
    run: runId,
    mode,
    restart,
    source: cell.source,
    filename: mode === 'program' ? `${cell.id}.py` : cell.id,
    input,
    checks,
  }
  const result: Result = {
    source: cell.source,
    segments: [],
    typed: input,
    outcome: null,
    checking: checks !== null,
    checks: null,
  }
  const active: Active = {
    run: runId,
    cell: cell.id,
    checking: result.checking,
    activity: 'computing',
    stopping: false,
  }
  const started = withActive(withCell(state, { ...cell, result, skippedAfter: null }), mode, active)
  return [{ ...started, nextRun: state.nextRun + 1 }, [{ type: 'start', request }]]
}

// --- what follows from the rest ------------------------------------------------------------------------------

function refresh(state: NotebookState): NotebookState {
  const waiting = new Set<CellId>()
  for (const entry of state.queue) {
    waiting.add(entry.cell)
    for (const cell of needed(state, entry.cell)?.cells ?? []) waiting.add(cell.id)
  }
  const done = upToDate(state)
  const valid = new Set(state.session.slice(0, done).map((entry) => entry.cell))
  const cells = state.cells.map((cell) => {
    const status = statusOf(state, cell, waiting)
    const validity = validityOf(cell, valid)
    const same = validity === cell.validity && sameStatus(status, cell.status)
    return same ? cell : { ...cell, status, validity }
  })
  return { ...state, cells }
}

function statusOf(state: NotebookState, cell: CellState, waiting: ReadonlySet<CellId>): Status {
  const active = state.active[cell.data.kind]
  if (active?.cell === cell.id) {
    return {
      type: 'running',
      activity: active.activity,
      stopping: active.stopping,
      checking: active.checking,
    }
  }
  return waiting.has(cell.id) ? { type: 'queued' } : { type: 'ready' }
}

function sameStatus(a: Status, b: Status): boolean {
  if (a.type !== 'running' || b.type !== 'running') return a.type === b.type
  return a.activity === b.activity && a.stopping === b.stopping && a.checking === b.checking
}

function validityOf(cell: CellState, valid: ReadonlySet<CellId>): Validity {
  if (cell.skippedAfter !== null) return 'aborted'
  const outcome = cell.result?.outcome ?? null
  if (cell.result === null || outcome === null) return 'fresh'
  if (cell.result.source !== cell.source) return 'stale'
  if (wasStopped(outcome)) return 'aborted'
  return cell.data.kind === 'program' || valid.has(cell.id) ? 'evaluated' : 'stale'
}

// --- small changes -------------------------------------------------------------------------------------------

function modeOfRun(state: NotebookState, run: RunId): Mode | null {
  if (state.active.program?.run === run) return 'program'
  return state.active.session?.run === run ? 'session' : null
}

function withCell(state: NotebookState, cell: CellState): NotebookState {
  return { ...state, cells: state.cells.map((other) => (other.id === cell.id ? cell : other)) }
}

function withResult(state: NotebookState, cell: CellState, result: Result): NotebookState {
  return withCell(state, { ...cell, result })
}

function withActive(state: NotebookState, mode: Mode, active: Active | null): NotebookState {
  return { ...state, active: { ...state.active, [mode]: active } }
}
