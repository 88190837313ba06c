// The wire between the page and a kernel, the web worker in which Python runs: every message either side may
// send, as closed unions of plain data. A *run* is one execution of one cell. Both sides end their switch with
// `unreachable`, so a message added here does not compile until both have an answer to it. No object of the
// simulator crosses the wire.
//
// A page has two kernels at most: one runs programs, each in an interpreter of its own, the other keeps the
// interpreter that the session cells share. So a program that has to be ended by force never costs the session.

declare const brand: unique symbol

/** A string or number that is not to be mixed up with others of its type. */
export type Branded<Base, Name extends string> = Base & { readonly [brand]: Name }

export type RunId = Branded<number, 'RunId'>

export type Stream = 'stdout' | 'stderr'

/** A piece of what a program wrote. */
export interface OutputChunk {
  stream: Stream
  text: string
}

/** What to run, and how. */
export interface StartRequest {
  run: RunId
  /** A program has its own interpreter, from start to exit; a session cell goes on where the last one stopped. */
  mode: 'program' | 'session'
  /** For a session cell: begin a new interpreter first. */
  restart: boolean
  source: string
  /** Shown in tracebacks. */
  filename: string
  /** Lines for input() that are known beforehand, each with its '\n'. */
  input: string[]
  /** Source of the checks; programs only. They look at a second run, after its last line and before its exit. */
  checks: string | null
}

export type ToKernel =
  | { type: 'start'; request: StartRequest }
  /** A line for input(), with its '\n'; '' means end of file. */
  | { type: 'input'; run: RunId; line: string }
  /** KeyboardInterrupt at the next safe point. */
  | { type: 'interrupt'; run: RunId }

/** The uncaught exception that ended a run. A syntax error says where it stands, for the editor. */
export interface RunError {
  type: string
  message: string
  /** Lines from 1, offsets in characters from 1. */
  lineno: number | null
  offset: number | null
  end_lineno: number | null
  end_offset: number | null
}

/** What one check_ function said. */
export interface CheckResult {
  name: string
  /** Its docstring. */
  title: string
  passed: boolean
  /** Why it did not pass, in words for the learner; '' when it passed. */
  message: string
}

/** How a run ended. */
export type Outcome =
  | { type: 'exited'; exitCode: number; error: RunError | null }
  /** Ended because it printed more than a page can show. */
  | { type: 'flooded'; limit: string; sessionLost: boolean }
  /** The simulator itself failed: a defect of ours, not of the program. */
  | { type: 'crashed'; message: string; sessionLost: boolean }
  /** Ended by force, with its kernel, because it did not answer an interrupt. */
  | { type: 'killed'; sessionLost: boolean }

export type Activity = 'computing' | 'waiting-input'

export type FromKernel =
  | { type: 'output'; run: RunId; chunks: OutputChunk[] }
  | { type: 'activity'; run: RunId; activity: Activity }
  | { type: 'checked'; run: RunId; results: CheckResult[] }
  /** The last message of a run. */
  | { type: 'finished'; run: RunId; outcome: Outcome }

/** The end of a switch over a closed union: does not compile while a member is left over. */
export function unreachable(value: never): never {
  throw new Error(`not a member of the union: ${JSON.stringify(value)}`)
}
