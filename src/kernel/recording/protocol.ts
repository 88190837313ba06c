// The wire between the page and the recorder, a worker of its own in which a cell is run again to be looked at. A
// recording keeps where each line began and what became of the objects; a state of the heap is not kept but made
// again by running to it, which is exact because the recorded program has no clock, no input and no randomness but
// what the request gives it. Plain data only; both sides end their switch with `unreachable`.

import type { CountChange, ObjectId, Recording, SnapshotData, TraceEntry } from '../../simulator/index.ts'
import type { SnapshotDelta } from './delta.ts'

export type {
  CandidateData,
  CodeData,
  CollectionData,
  CountChange,
  DeathCause,
  FieldData,
  FrameData,
  HeapEvent,
  HolderData,
  InstructionData,
  LifeData,
  LineNote,
  ObjectData,
  ObjectId,
  ObjectKind,
  ObjectState,
  Recording,
  SnapshotData,
  StepsData,
  TraceEntry,
  VariableData,
  WeakData,
} from '../../simulator/index.ts'

/** What to run, and with which world around it. */
export interface RecordRequest {
  mode: 'program' | 'session'
  /** For a session cell: what the session executed before it, in order. */
  before: readonly { source: string; filename: string }[]
  source: string
  filename: string
  /** Lines for input(), each with its '\n'; after them comes end of file. */
  input: readonly string[]
  /** Set before the first line; null leaves CPython's (2000, 10, 10). */
  thresholds: readonly [number, number, number] | null
}

/** What can be asked of a recording. */
export type Look =
  /** The states before these instructions, in ascending order. */
  | { type: 'snapshots'; instructions: readonly number[] }
  /** Every change of a count of an object of the program, from instruction `from` to before `to`. */
  | { type: 'changes'; from: number; to: number }
  /** Every change of one object's count. */
  | { type: 'history'; object: ObjectId }
  /** The executed instructions of the recorded source, from instruction `from` to before `to`. */
  | { type: 'trace'; from: number; to: number }

export type Answer =
  | { type: 'snapshots'; snapshots: readonly SnapshotData[] }
  | { type: 'changes'; changes: readonly CountChange[] }
  | { type: 'history'; changes: readonly CountChange[] }
  | { type: 'trace'; entries: readonly TraceEntry[] }

export type ToRecorder =
  | { type: 'record'; query: number; request: RecordRequest }
  /** About the recording made last. */
  | { type: 'look'; query: number; look: Look }
  /**
   * The states before the instructions `first`, then those of `others`, each list ascending. They come one by one, and
   * no more of them once something else is to be viewed.
   */
  | { type: 'view'; query: number; first: readonly number[]; others: readonly number[] }

export type FromRecorder =
  | { type: 'progress'; query: number; instructions: number }
  | { type: 'recorded'; query: number; recording: Recording }
  | { type: 'seen'; query: number; answer: Answer }
  /** As what is different from the snapshot sent before. */
  | { type: 'snapshot'; query: number; delta: SnapshotDelta }
  /** A view is complete. */
  | { type: 'viewed'; query: number }
  /** A syntax error in the source, or a defect of ours; in words. */
  | { type: 'failed'; query: number; message: string }
