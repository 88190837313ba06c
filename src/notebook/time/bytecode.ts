// The instructions of a code object with what their last execution did to counts, for the bytecode view. Pure: from
// the executed instructions and the changes that are known around a position.

import type {
  CodeData,
  CountChange,
  InstructionData,
  ObjectId,
  TraceEntry,
} from '../../kernel/recording/protocol.ts'
import type { Known } from './timeline.ts'

/** One change of a count beside an instruction: "n1 1 → 2". */
export interface Effect {
  readonly object: ObjectId
  readonly from: number
  readonly to: number
}

export interface CodeRow {
  readonly instruction: InstructionData
  /** The first of its line: the line's number is written beside it. */
  readonly opensLine: boolean
  readonly current: boolean
  /** Executions are known around here: whether one is over (`past`) or all are still to come. */
  readonly when: 'past' | 'future' | null
  /** Where in the run the execution is that is spoken of. */
  readonly at: number | null
  readonly effects: readonly Effect[]
  /** There are more than are listed. */
  readonly more: number
}

const effectLimit = 4

/** The rows of a code object as seen from `instruction`, which is before the instruction at `offset`. */
export function codeRows(
  code: CodeData,
  index: number,
  instruction: number,
  offset: number | null,
  trace: Known<TraceEntry>,
  changes: Known<CountChange>,
): CodeRow[] {
  const executions = executionsOf(index, instruction, trace)
  let line: number | null = null
  return code.instructions.map((item) => {
    const opensLine = item.lineno !== null && item.lineno !== line
    if (item.lineno !== null) line = item.lineno
    const execution = executions.get(item.offset)
    const all =
      execution === undefined
        ? []
        : netEffects(
            changes.items.filter(
              (change) => change.instruction >= execution.from && change.instruction < execution.to,
            ),
          )
    return {
      instruction: item,
      opensLine,
      current: item.offset === offset,
      when: execution === undefined ? null : execution.from < instruction ? 'past' : 'future',
      at: execution?.from ?? null,
      effects: all.slice(0, effectLimit),
      more: Math.max(0, all.length - effectLimit),
    }
  })
}

/** For each offset of a code object its last execution before `instruction`, else the first one after. */
function executionsOf(index: number, instruction: number, trace: Known<TraceEntry>) {
  const found = new Map<number, { from: number; to: number }>()
  for (const [at, entry] of trace.items.entries()) {
    if (entry.code !== index) continue
    const known = found.get(entry.offset)
    if (entry.instruction >= instruction && known !== undefined) continue
    found.set(entry.offset, { from: entry.instruction, to: trace.items[at + 1]?.instruction ?? trace.to })
  }
  return found
}

/** What is left of changes when those of one object are put together; what comes to nothing is left out. */
function netEffects(changes: readonly CountChange[]): Effect[] {
  const net = new Map<ObjectId, Effect>()
  for (const { object, from, to } of changes) {
    net.set(object, { object, from: net.get(object)?.from ?? from, to })
  }
  return [...net.values()].filter(({ from, to }) => from !== to)
}
