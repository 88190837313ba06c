// What to record for a cell of the notebook, and whether a recording is still about the text on the page. Pure.

import type { RecordRequest } from '../../kernel/recording/protocol.ts'
import type { CellState, NotebookState } from '../model.ts'
import { sessionCells } from '../session-order.ts'

/** Whose text to record: the one in the editor, or the lesson's. */
export type Version = 'page' | 'lesson'

/** The run of a cell as it would be recorded now; a session cell goes with those above it. */
export function requestFor(
  notebook: NotebookState,
  cell: CellState,
  version: Version,
  thresholds: RecordRequest['thresholds'],
): RecordRequest {
  const sourceOf = ({ source, data }: CellState) => (version === 'page' ? source : data.source)
  const mode = cell.data.kind
  const cells = mode === 'session' ? sessionCells(notebook) : []
  const above = cells.slice(
    0,
    Math.max(
      0,
      cells.findIndex(({ id }) => id === cell.id),
    ),
  )
  const source = sourceOf(cell)
  return {
    mode,
    before: above.map((other) => ({ source: sourceOf(other), filename: other.id })),
    source,
    filename: mode === 'program' ? `${cell.id}.py` : cell.id,
    // What was typed into it last is typed again.
    input: cell.result?.source === source ? cell.result.typed : [],
    thresholds,
  }
}

/** Whether two requests are about the same texts. */
export function sameTexts(a: RecordRequest, b: RecordRequest): boolean {
  return (
    a.source === b.source &&
    a.before.length === b.before.length &&
    a.before.every(({ source }, index) => source === b.before[index]?.source)
  )
}
