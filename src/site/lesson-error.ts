// What the readers of a lesson's fences share: a fence, and the complaint about a mistake in one.

/** A fenced code block of a lesson. */
export interface Fence {
  /** The first word after the backticks, e.g. `python`. */
  lang: string | null
  /** What follows it on that line. */
  meta: string | null
  /** The lines between, without the last newline. */
  text: string
  /** The line of the opening backticks, from 1. */
  line: number
  /** Whether nothing stands between this fence and the one before. */
  adjacent: boolean
}

/** A mistake in a lesson's fences. */
export class LessonError extends Error {
  readonly line: number

  constructor(file: string, line: number, found: string, allowed: string) {
    super(`${file}:${line}: found ${found}; ${allowed}`)
    this.name = 'LessonError'
    this.line = line
  }
}
