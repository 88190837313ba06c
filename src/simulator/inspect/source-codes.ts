/** The code objects of the recorded source: which they are, where their lines begin, and their listings. */

import type { CodeData as Bytecode } from '../bytecode/code.ts'
import { getInstructions } from '../bytecode/dis.ts'
import type { PyCode } from '../objects/code.ts'
import type { CodeData, InstructionData } from './data.ts'

export interface SourceCode {
  /** Index into `Recording.codes`. */
  readonly index: number
  /** For each instruction: the line that begins there, 0 for none. */
  readonly starts: Int32Array
  readonly data: Bytecode
}

export class SourceCodes {
  readonly all: SourceCode[] = []
  readonly #known = new Map<Bytecode, SourceCode>()
  readonly #objects = new Map<Bytecode, PyCode>()

  /** A code object that runs; what is nested in it becomes known with it. */
  of(code: PyCode): SourceCode {
    const known = this.#known.get(code.data) ?? this.#add(code.data)
    if (known.starts.length === 0 || !this.#objects.has(code.data)) {
      this.#objects.set(code.data, code)
      const ready = { ...known, starts: lineStarts(code) }
      this.all[known.index] = ready
      this.#known.set(code.data, ready)
      return ready
    }
    return known
  }

  #add(data: Bytecode): SourceCode {
    const made: SourceCode = { index: this.all.length, starts: new Int32Array(0), data }
    this.all.push(made)
    this.#known.set(data, made)
    for (const constant of data.co_consts) {
      if (constant.type === 'code' && !this.#known.has(constant.code)) this.#add(constant.code)
    }
    return made
  }

  /** All of them as data, in order. */
  listings(source: string): CodeData[] {
    const lines = source.split(/\r\n|\r|\n/)
    return this.all.map(({ data }) => ({
      name: data.co_qualname,
      firstLineno: data.co_firstlineno,
      instructions: listing(data, lines),
    }))
  }
}

/**
 * A line begins where an instruction's line differs from that of the one before in the code. What is before RESUME
 * (and it) belongs to the call.
 */
function lineStarts(code: PyCode): Int32Array {
  const { instructions } = code
  const starts = new Int32Array(instructions.opcodes.length)
  let last = 0
  for (let at = instructions.firstTraceable + 1; at < starts.length; at++) {
    const line = code.lineAt(at) ?? 0
    if (line !== last && line > 0) starts[at] = line
    last = line
  }
  return starts
}

function listing(data: Bytecode, lines: readonly string[]): InstructionData[] {
  return getInstructions(data, { withHandlers: true }).map((row) => {
    const { lineno, end_lineno, col_offset, end_col_offset } = row.positions
    const endLineno = end_lineno > 0 ? end_lineno : null
    return {
      offset: row.offset,
      opname: row.opname,
      argrepr: row.argrepr === '' && row.arg !== null ? String(row.arg) : row.argrepr,
      lineno: lineno > 0 ? lineno : null,
      column: column(lines, lineno, col_offset),
      endColumn: column(lines, end_lineno, end_col_offset),
      endLineno,
      isJumpTarget: row.label !== null,
    }
  })
}

/** A column in characters, for one in bytes of UTF-8. */
export function column(lines: readonly string[], lineno: number, bytes: number): number | null {
  const text = lines[lineno - 1]
  if (bytes < 0 || text === undefined) return null
  let left = bytes
  let at = 0
  while (left > 0 && at < text.length) {
    const point = text.codePointAt(at)!
    left -= point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4
    at += point < 0x10000 ? 1 : 2
  }
  return at
}
