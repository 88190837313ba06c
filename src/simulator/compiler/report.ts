/**
 * How the compiler speaks to whoever called it: errors end the compilation, warnings are collected.
 *
 * Columns are given as CPython's compiler gives them, in bytes of UTF-8 counted from 1.
 * As `compiler_error` and `compiler_warn` in `Python/compile.c`.
 */
import type { Position } from '../syntax/ast.ts'
import { PySyntaxError, type SyntaxWarning } from '../syntax/syntax-error.ts'

export class Reporter {
  readonly filename: string
  readonly #source: string | undefined
  readonly #warnings: SyntaxWarning[] | undefined

  constructor(filename: string, source: string | undefined, warnings: SyntaxWarning[] | undefined) {
    this.filename = filename
    this.#source = source
    this.#warnings = warnings
  }

  /** The exception for an error at a place; the caller throws it. */
  error(msg: string, { lineno, col_offset, end_lineno, end_col_offset }: Position): PySyntaxError {
    return new PySyntaxError(
      'SyntaxError',
      msg,
      this.filename,
      { lineno, offset: col_offset + 1, end_lineno, end_offset: end_col_offset + 1 },
      this.#line(lineno),
    )
  }

  /** The exception for a tree that is nested too deeply. */
  tooDeep(): PySyntaxError {
    const place = { lineno: 0, offset: 0, end_lineno: 0, end_offset: 0 }
    const msg = 'maximum recursion depth exceeded during compilation'
    return new PySyntaxError('RecursionError', msg, this.filename, place, null)
  }

  warn(msg: string, { lineno }: Position): void {
    this.#warnings?.push({ msg, lineno })
  }

  #line(lineno: number): string | null {
    if (this.#source === undefined || lineno < 1) return null
    const lines = this.#source.split('\n')
    const line = lines[lineno - 1]
    return line === undefined ? null : lineno === lines.length ? line : `${line}\n`
  }
}
