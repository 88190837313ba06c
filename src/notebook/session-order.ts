// The order of session cells. What the session's interpreter has executed is always the first so many of them, each
// once, with the text recorded: so a cell that has run already, or stands below one that was edited since, runs in a
// new interpreter after all cells above it. There is no hidden state.

import type { CellId, CellState, NotebookState } from './model.ts'

/** The session cells, in page order. */
export function sessionCells(state: NotebookState): CellState[] {
  return state.cells.filter((cell) => cell.data.kind === 'session')
}

/** The session cells to run so that `target` has run, in order, and whether in a new interpreter. */
export function needed(
  state: NotebookState,
  target: CellId,
): { cells: readonly CellState[]; restart: boolean } | null {
  const cells = sessionCells(state)
  const index = cells.findIndex((cell) => cell.id === target)
  if (index === -1) return null
  const done = upToDate(state)
  const goesOn = done === state.session.length && done <= index
  return goesOn
    ? { cells: cells.slice(done, index + 1), restart: false }
    : { cells: cells.slice(0, index + 1), restart: true }
}

/** How many session cells the interpreter has executed as they stand on the page now. */
export function upToDate(state: NotebookState): number {
  const cells = sessionCells(state)
  const differs = state.session.findIndex((done, index) => {
    const cell = cells[index]
    return cell === undefined || cell.id !== done.cell || cell.source !== done.source
  })
  return differs === -1 ? state.session.length : differs
}
