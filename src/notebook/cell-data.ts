// What a lesson says about one of its cells: plain data, made from the lesson's fences at build time
// (src/site/cell-fence.ts), read by the notebook in the page and by the tests.

/** A cell of a lesson. */
export interface CellData {
  /** The lesson's slug. */
  lesson: string
  /** Unique within the lesson; also the file name that tracebacks show. */
  id: string
  /** A program runs alone, as `python3 <id>.py`; the session cells of a lesson share one interpreter. */
  kind: 'program' | 'session'
  source: string
  /** What CPython 3.13 prints for `source`: stdout and stderr as they are written. */
  expected: string
  /** The class name of the uncaught exception that ends the cell, if one is meant to. */
  raises: string | null
  exercise: ExerciseData | null
}

/** What makes a cell an exercise: `source` is then the starter. */
export interface ExerciseData {
  /** The functions of `checkSource` whose names begin with `check_`, in order. */
  checks: { name: string; title: string }[]
  /** Python: each check passes when it returns, and teaches by the message of its AssertionError. */
  checkSource: string
  /** Sentences, to be shown one after the other. */
  hints: string[]
  solution: string
  /** Common wrong answers: each fails at least one check. */
  wrong: string[]
}
