/** Pieces of the recorded source: what stands where an instruction comes from, for sentences. */

import type { Frame } from '../objects/activation.ts'
import { column, type SourceCode } from './source-codes.ts'
import { shorten } from './texts.ts'

const LONGEST = 40

export class SourceText {
  readonly lines: readonly string[]
  readonly #segments = new Map<number, string>()

  constructor(source: string) {
    this.lines = source.split(/\r\n|\r|\n/)
  }

  /** The line without its indentation and comment-free end; ''. */
  line(lineno: number): string {
    return shorten((this.lines[lineno - 1] ?? '').trim(), LONGEST)
  }

  /** The source of an instruction, its first line if it has several. */
  segment(code: SourceCode, frame: Frame, at: number): string {
    const key = code.index * 65536 + at
    const known = this.#segments.get(key)
    if (known !== undefined) return known
    const { lineno, end_lineno, col_offset, end_col_offset } = frame.code.locationAt(at)
    const line = this.lines[lineno - 1] ?? ''
    const start = column(this.lines, lineno, col_offset) ?? 0
    const end =
      end_lineno === lineno ? (column(this.lines, lineno, end_col_offset) ?? line.length) : line.length
    const text = shorten(`${line.slice(start, end).trim()}${end_lineno > lineno ? ' …' : ''}`, LONGEST)
    this.#segments.set(key, text)
    return text
  }
}
