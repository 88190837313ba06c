/**
 * The heap and a recorded run as plain data for people: what the page draws, and what crosses from a kernel to it.
 *
 * An *instruction* is the number of a bytecode instruction since the first one of the recorded program, whichever
 * frame or module it belongs to; a state is always that before the instruction of that number. A *step* is the
 * index of a line step: the moments at which a line of the recorded source begins. An object is *of the program* if
 * it was born after its first instruction; what exists before has ids below zero and no number in its name.
 */

/** Order of birth: 1, 2, 3 … for objects of the program, negative for those that were there before or imported. */
export type ObjectId = number

/** How a figure draws it. `value`: a number, a short text, None: stands inside its holder. */
export type ObjectKind =
  | 'instance'
  | 'sequence'
  | 'mapping'
  | 'set'
  | 'value'
  | 'text'
  | 'function'
  | 'method'
  | 'class'
  | 'module'
  | 'weakref'
  | 'cell'
  | 'frame'
  | 'generator'
  | 'iterator'
  | 'exception'
  | 'traceback'
  | 'code'
  | 'other'

/** `island`: alive, and nothing outside its group holds the group; `live`: reachable from a root. */
export type ObjectState = 'live' | 'island'

/** One strong reference that an object holds. */
export interface FieldData {
  /** As the program would write it: `.next`, `[0]`, `['key']`, `{…}` for a set's element, `__class__`. */
  label: string
  target: ObjectId
  /** Of so many neighbouring places of a sequence with the same object in them, of which `label` is the first. */
  count?: number
}

/** One who holds a strong reference; the holders of an object add up to its count. */
export interface HolderData {
  /** The object that holds it, if it is one of the snapshot's. */
  from: ObjectId | null
  label: string
  /** In words: "local `n1` in `test2`", "attribute `next` of `Node#2`", "the value stack of `test2`". */
  words: string
  /** How many references of that kind: 1, or more where several are alike. */
  count: number
}

export interface WeakData {
  /** null: the reference is dead. */
  referent: ObjectId | null
  hasCallback: boolean
}

export interface ObjectData {
  id: ObjectId
  /** `Node#1`: the class and the order of birth within it; the same for everyone who runs the program. */
  name: string
  type: string
  kind: ObjectKind
  /** `repr` of a value or text, shortened to 40 characters; '' for others. Never runs Python code. */
  text: string
  /** null: immortal. */
  refcnt: number | null
  state: ObjectState
  /** On one of the collector's lists; of which generation (0, 1, 2), null for the permanent one. */
  tracked: boolean
  generation: number | null
  /** The inside of a library's container or a class's machinery: folded unless asked for. */
  inner: boolean
  fields: readonly FieldData[]
  /** References that are not among the fields because there are too many. */
  more: number
  holders: readonly HolderData[]
  /** For `weakref.ref` and proxies. */
  weak: WeakData | null
  /** Weak references to it, in the order in which callbacks would be called. */
  weakrefs: readonly ObjectId[]
  /** As `id()` shows it. */
  address: string
}

export interface VariableData {
  name: string
  target: ObjectId
  /** `stack`: a value that an instruction has pushed and none has taken yet. */
  kind: 'local' | 'global' | 'cell' | 'stack'
}

export interface FrameData {
  /** `__main__` for the module, else the function's qualified name. */
  name: string
  /** Of the recorded source; null in library code. */
  lineno: number | null
  /**
   * Index into `Recording.codes`, and byte offset of the instruction that comes next, of a caller the one that it is
   * executing; null in library code.
   */
  code: number | null
  offset: number | null
  variables: readonly VariableData[]
}

/** The heap at one moment, as far as it concerns the program. */
export interface SnapshotData {
  instruction: number
  step: number
  /** `__main__` first, the running frame last. */
  frames: readonly FrameData[]
  /** In order of id. */
  objects: readonly ObjectData[]
  /** Objects left out because there are more than the limit. */
  omitted: number
}

/** One count going up or down by one, by one instruction. */
export interface CountChange {
  instruction: number
  step: number
  object: ObjectId
  /** The count before and after; `to` is 0 at death. */
  from: number
  to: number
}

export type DeathCause = 'count' | 'collector' | 'exit'

/** An object of the program from birth to death; numbers, short texts and the machine's own objects have none. */
export interface LifeData {
  id: ObjectId
  name: string
  type: string
  born: number
  bornStep: number
  /** null while it is alive at the end of the recording. */
  died: number | null
  diedStep: number | null
  cause: DeathCause | null
  /** One sentence: "freed at line 9 when `del b` took its count from 1 to 0". */
  why: string
}

/** Something that happened to a weak reference or a finalizer, or did not happen. */
export interface HeapEvent {
  instruction: number
  step: number
  type:
    | 'callback-called'
    | 'callback-skipped'
    | 'weakref-cleared'
    | 'finalizer'
    | 'resurrected'
    | 'collection'
  object: ObjectId
  /** One sentence. */
  words: string
}

export interface CandidateData {
  id: ObjectId
  name: string
  refcnt: number
  /** What is left of the count when references from other candidates are subtracted. */
  outside: number
}

/** One collection, phase by phase; only candidates of the program are named. */
export interface CollectionData {
  instruction: number
  step: number
  generation: number
  trigger: 'threshold' | 'gc.collect()' | 'exit'
  thresholds: readonly [number, number, number]
  counts: readonly [number, number, number]
  candidates: readonly CandidateData[]
  /** Candidates that are not of the program. */
  otherCandidates: number
  /** References from candidate to candidate: each is subtracted once. */
  inside: readonly { from: ObjectId; to: ObjectId; label: string }[]
  /** Candidates whose count stays above zero. */
  heldFromOutside: readonly ObjectId[]
  /** Candidates at zero that one held from outside reaches, in the order of rescue. */
  rescued: readonly { id: ObjectId; by: ObjectId }[]
  unreachable: readonly ObjectId[]
  weakrefs: readonly { reference: ObjectId; referent: ObjectId; callback: 'called' | 'skipped' | 'none' }[]
  finalized: readonly ObjectId[]
  resurrected: readonly ObjectId[]
  cleared: readonly ObjectId[]
  /** What `gc.collect()` returns. */
  found: number
}

/** What a line did to the counts of the objects that its names refer to, when it was last executed. */
export interface LineNote {
  lineno: number
  /** `n1 → 2`, `freed n1`: short, in the order of the names on the line. */
  notes: readonly string[]
}

export interface InstructionData {
  offset: number
  opname: string
  argrepr: string
  lineno: number | null
  /** Columns in characters, from 0; null where the table gives none. */
  column: number | null
  endColumn: number | null
  endLineno: number | null
  isJumpTarget: boolean
}

/** A code object of the recorded source. */
export interface CodeData {
  /** `<module>` or the function's qualified name. */
  name: string
  firstLineno: number
  instructions: readonly InstructionData[]
}

/** The line steps, one entry each in every array. */
export interface StepsData {
  instruction: Uint32Array
  lineno: Uint32Array
  /** Nesting of frames of the recorded source, 0 for the module. */
  depth: Uint16Array
  /** Index into `codes`. */
  code: Uint16Array
  /** Characters of output written before it. */
  output: Uint32Array
}

export interface Recording {
  steps: StepsData
  codes: readonly CodeData[]
  output: readonly { stream: 'stdout' | 'stderr'; text: string }[]
  /** Instructions in all, exit included: the state before the instruction of this number is that after everything. */
  instructions: number
  /**
   * The interpreter's exit, which counts as an instruction; those that `__del__` executes then come after it. Equal to
   * `instructions` where there is none: in a session, or where the recording was cut.
   */
  exit: number
  /** The run went on where the recording stops. */
  truncated: string | null
  lives: readonly LifeData[]
  livesOmitted: number
  events: readonly HeapEvent[]
  collections: readonly CollectionData[]
  notes: readonly LineNote[]
}

/** An instruction of the recorded source that has been executed. */
export interface TraceEntry {
  instruction: number
  step: number
  code: number
  offset: number
}
