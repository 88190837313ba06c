// What a cell says about itself in one sentence: what it is doing, or what its output is worth beside the output
// recorded from CPython. Also where a syntax error stands, for the editor's mark. Pure functions of a cell.

import type { Outcome } from '../kernel/protocol.ts'
import { unreachable } from '../kernel/protocol.ts'
import { type Comparison, compareOutput } from './compare.ts'
import { type CellState, wasStopped } from './model.ts'
import { printedText } from './segments.ts'

export interface Verdict {
  /** `good` and `bad` have a sign beside their colour; `busy` moves; `plain` is neither. */
  tone: 'plain' | 'good' | 'bad' | 'warn' | 'busy'
  text: string
}

/** A syntax error: lines from 1, columns in characters from 1, the end exclusive. */
export interface Problem {
  line: number
  column: number
  endLine: number
  endColumn: number
  text: string
}

/** How the output of the last run compares with the recorded one; null when there is nothing to compare. */
export function comparisonOf(cell: CellState): Comparison | null {
  const { result } = cell
  if (result?.outcome?.type !== 'exited' || wasStopped(result.outcome)) return null
  // It was recorded without anyone typing.
  if (result.typed.length > 0) return null
  // The recorded output is the starter's: it says nothing about an answer.
  if (cell.data.exercise !== null && result.source !== cell.data.source) return null
  return compareOutput(printedText(result.segments), cell.data.expected)
}

/** The sentence under a cell. */
export function verdictOf(cell: CellState, comparison: Comparison | null): Verdict {
  const { status } = cell
  switch (status.type) {
    case 'queued':
      return { tone: 'busy', text: 'Waiting for its turn.' }
    case 'running':
      if (status.stopping) return { tone: 'busy', text: 'Stopping …' }
      if (status.activity === 'waiting-input') return { tone: 'busy', text: 'Waiting for a line of input.' }
      return { tone: 'busy', text: 'Running …' }
    case 'ready':
      return restingVerdict(cell, comparison)
    default:
      return unreachable(status)
  }
}

function restingVerdict(cell: CellState, comparison: Comparison | null): Verdict {
  const { result } = cell
  const edited = cell.source !== cell.data.source
  if (cell.skippedAfter !== null) {
    return {
      tone: 'warn',
      text: `Not run, because “${cell.skippedAfter}” above it did not end as it should.`,
    }
  }
  if (result === null || result.outcome === null) {
    return edited
      ? { tone: 'plain', text: 'Output of the original code. Run yours to see what it prints.' }
      : { tone: 'plain', text: 'Recorded from CPython 3.13.' }
  }
  if (result.source !== cell.source) {
    return { tone: 'warn', text: 'Out of date: the code was changed after this run.' }
  }
  if (cell.validity === 'stale') {
    return { tone: 'warn', text: 'Out of date: the session has changed above this cell.' }
  }
  return outcomeVerdict(cell, result.outcome, comparison)
}

function outcomeVerdict(cell: CellState, outcome: Outcome, comparison: Comparison | null): Verdict {
  switch (outcome.type) {
    case 'killed':
      return {
        tone: 'warn',
        text: outcome.sessionLost
          ? 'Stopped by force. The session was restarted: the cells above run again before the next one.'
          : 'Stopped by force, because it did not react to the interrupt.',
      }
    case 'flooded':
      return {
        tone: 'warn',
        text: `Stopped after ${outcome.limit} of output.${restarted(outcome.sessionLost)}`,
      }
    case 'crashed':
      return {
        tone: 'bad',
        text: `The simulator failed (${outcome.message}); your program is not at fault.${restarted(outcome.sessionLost)}`,
      }
    case 'exited':
      return exitVerdict(cell, outcome, comparison)
    default:
      return unreachable(outcome)
  }
}

function restarted(sessionLost: boolean): string {
  return sessionLost ? ' The session was restarted.' : ''
}

function exitVerdict(
  cell: CellState,
  outcome: Extract<Outcome, { type: 'exited' }>,
  comparison: Comparison | null,
): Verdict {
  if (wasStopped(outcome)) {
    return { tone: 'warn', text: cell.data.kind === 'session' ? 'Stopped; the session goes on.' : 'Stopped.' }
  }
  const checks = cell.result?.checks ?? null
  if (checks !== null) {
    const passed = checks.filter((check) => check.passed).length
    if (passed === checks.length)
      return {
        tone: 'good',
        text: checks.length === 1 ? 'The check passed.' : `All ${passed} checks passed.`,
      }
    return { tone: 'bad', text: `${passed} of ${checks.length} checks passed.` }
  }
  const edited = cell.result?.source !== cell.data.source
  const { error } = outcome
  if (error !== null && error.type !== cell.data.raises) {
    return { tone: edited ? 'warn' : 'bad', text: `Ended with ${error.type}.` }
  }
  const code = outcome.exitCode !== 0 && error === null ? ` Exit code ${outcome.exitCode}.` : ''
  if (comparison === null)
    return {
      tone: 'plain',
      text: `Finished.${code}${cell.data.exercise ? ' Check tells whether it is right.' : ''}`,
    }
  return { ...comparedVerdict(comparison, edited, code) }
}

function comparedVerdict(comparison: Comparison, edited: boolean, code: string): Verdict {
  if (comparison.same) {
    return edited
      ? { tone: 'good', text: `Changed, and still prints what the original prints.${code}` }
      : { tone: 'good', text: `Same as CPython’s recorded output.${code}` }
  }
  const { added, missing } = comparison
  const count = Math.max(added, missing)
  const lines = `${count} ${count === 1 ? 'line' : 'lines'}`
  return edited
    ? {
        tone: 'plain',
        text: `Prints something else than the original: ${lines} differ${count === 1 ? 's' : ''}.${code}`,
      }
    : {
        tone: 'bad',
        text: `Not the same as CPython’s recorded output: ${lines} differ${count === 1 ? 's' : ''}.${code}`,
      }
}

const syntaxErrors: ReadonlySet<string> = new Set(['SyntaxError', 'IndentationError', 'TabError'])

/** Where the last run found a syntax error in the code that still stands there. */
export function problemOf(cell: CellState): Problem | null {
  const { result } = cell
  if (result?.outcome?.type !== 'exited' || result.source !== cell.source) return null
  const { error } = result.outcome
  if (error === null || !syntaxErrors.has(error.type) || error.lineno === null) return null
  const line = Math.max(1, Math.min(error.lineno, cell.source.split('\n').length))
  const width = cell.source.split('\n')[line - 1]?.length ?? 0
  const column = Math.max(1, Math.min(error.offset ?? 1, width + 1))
  const endLine = error.end_lineno !== null && error.end_lineno >= line ? error.end_lineno : line
  const end = error.end_offset ?? 0
  const endColumn = endLine > line ? Math.max(1, end) : Math.max(column + 1, end)
  return { line, column, endLine, endColumn, text: `${error.type}: ${error.message}` }
}
