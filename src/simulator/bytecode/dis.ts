/**
 * The disassembler: a code object as rows of data, and as the text CPython's `dis.dis` prints.
 *
 * A *label* marks an offset that a jump or the exception table refers to; labels are numbered in order of offset.
 * Inline caches are skipped; EXTENDED_ARG units have rows of their own, as in CPython. As `Lib/dis.py`.
 */
import type { CodeData } from './code.ts'
import { constantRepr } from './constant-repr.ts'
import { decodeExceptionTable } from './exceptions.ts'
import { expandLocations, type Location, NO_LOCATION } from './locations.ts'
import { EXTENDED_ARG, JUMP_BACKWARD, JUMP_BACKWARD_NO_INTERRUPT } from './opcode-numbers.ts'
import { cacheCounts, HAVE_ARGUMENT, opcodeOf, opnames } from './opcodes.ts'
import {
  binaryOperators,
  COMPARE_TO_BOOL,
  compareOperators,
  conversions,
  functionAttributes,
  intrinsics1,
  intrinsics2,
} from './operands.ts'

/** One row of a disassembly; fields as in `dis.Instruction`. */
export interface DisassembledInstruction {
  readonly opname: string
  readonly opcode: number
  /** Null for instructions that take no argument. */
  readonly arg: number | null
  /** What the argument stands for, as text; '' if there is nothing to say. */
  readonly argrepr: string
  /** In bytes. */
  readonly offset: number
  /** The offset of the first EXTENDED_ARG before the instruction, or its own. */
  readonly start_offset: number
  readonly starts_line: boolean
  /** Null if the instruction has no line. */
  readonly line_number: number | null
  readonly label: number | null
  /** The offset a jump goes to. */
  readonly jump_target: number | null
  readonly positions: Location
}

export interface DisassembleOptions {
  /** Also the code objects among the constants, and those among theirs. Default true. */
  readonly recursive?: boolean
  readonly showOffsets?: boolean
  /** The offset of the instruction to mark by an arrow. */
  readonly lasti?: number
  /** How code objects are shown; the default leaves out the address. */
  readonly codeRepr?: (code: CodeData) => string
}

/** Where lines start: offset and line, null for code without a line. */
export function findLineStarts(code: CodeData): [number, number | null][] {
  const starts: [number, number | null][] = []
  let last: number | null | undefined
  expandLocations(code.co_linetable, code.co_firstlineno).forEach(({ lineno }, unit) => {
    const line = lineno === -1 ? null : lineno
    if (line !== last) starts.push([unit * 2, line])
    last = line
  })
  return starts
}

interface Unpacked {
  readonly offset: number
  readonly start_offset: number
  readonly opcode: number
  readonly arg: number | null
}

/** Splits bytecode into instructions with their whole arguments. */
export function unpackInstructions(code: Uint8Array): Unpacked[] {
  const unpacked: Unpacked[] = []
  let extended = 0
  let start = -1
  for (let offset = 0; offset < code.length; ) {
    const opcode = code[offset] as number
    const arg = opcode > HAVE_ARGUMENT ? (code[offset + 1] as number) | extended : null
    const isPrefix = opcode === EXTENDED_ARG
    extended = isPrefix ? (arg ?? 0) << 8 : 0
    if (start < 0) start = offset
    unpacked.push({ offset, start_offset: isPrefix ? offset : start, opcode, arg })
    if (!isPrefix) start = -1
    offset += 2 + 2 * (cacheCounts[opcode] ?? 0)
  }
  return unpacked
}

function jumpTarget({ opcode, arg, offset }: Unpacked): number | null {
  if (arg === null || opcodeOf[opcode]?.operand !== 'jump') return null
  const backward = opcode === JUMP_BACKWARD || opcode === JUMP_BACKWARD_NO_INTERRUPT
  return offset + 2 + 2 * (cacheCounts[opcode] ?? 0) + 2 * (backward ? -arg : arg)
}

/** The rows of a code object. `withHandlers` gives labels to what the exception table mentions, too. */
export function getInstructions(
  code: CodeData,
  { withHandlers = false, codeRepr }: { withHandlers?: boolean; codeRepr?: (code: CodeData) => string } = {},
): DisassembledInstruction[] {
  const unpacked = unpackInstructions(code.co_code)
  const labels = labelOffsets(code, unpacked, withHandlers)
  const lineStarts = new Map(findLineStarts(code))
  const locations = expandLocations(code.co_linetable, code.co_firstlineno)
  let line_number: number | null = null
  return unpacked.map((instruction) => {
    const { offset, start_offset, opcode, arg } = instruction
    const start = lineStarts.get(offset)
    if (start !== undefined) line_number = start
    const jump_target = jumpTarget(instruction)
    const argrepr =
      jump_target !== null
        ? `to L${labels.get(jump_target)}`
        : arg === null
          ? ''
          : argumentText(code, opcode, arg, codeRepr)
    return {
      opname: opnames[opcode] ?? `<${opcode}>`,
      opcode,
      arg,
      argrepr,
      offset,
      start_offset,
      starts_line: start !== undefined,
      line_number,
      label: labels.get(offset) ?? null,
      jump_target,
      positions: locations[offset / 2] ?? NO_LOCATION,
    }
  })
}

/** Label numbers by offset. */
function labelOffsets(
  code: CodeData,
  unpacked: readonly Unpacked[],
  withHandlers: boolean,
): Map<number, number> {
  const offsets = new Set<number>()
  for (const instruction of unpacked) {
    const target = jumpTarget(instruction)
    if (target !== null) offsets.add(target)
  }
  if (withHandlers) {
    for (const { start, end, target } of decodeExceptionTable(code.co_exceptiontable)) {
      for (const unit of [start, end, target]) offsets.add(unit * 2)
    }
  }
  return new Map([...offsets].sort((a, b) => a - b).map((offset, i) => [offset, i + 1]))
}

function argumentText(
  code: CodeData,
  opcode: number,
  arg: number,
  codeRepr: ((code: CodeData) => string) | undefined,
): string {
  const local = (index: number): string => code.co_localsplusnames[index] ?? ''
  const name = (index: number): string => code.co_names[index] ?? ''
  switch (opcodeOf[opcode]?.operand) {
    case 'const': {
      const value = code.co_consts[arg]
      return value === undefined ? '' : constantRepr(value, codeRepr)
    }
    case 'name':
      return name(arg)
    case 'global':
      return name(arg >> 1) + (arg & 1 ? ' + NULL' : '')
    case 'attribute':
      return name(arg >> 1) + (arg & 1 ? ' + NULL|self' : '')
    case 'super-attribute':
      return name(arg >> 2) + (arg & 1 ? ' + NULL|self' : '')
    case 'locals':
      return `${local(arg >> 4)}, ${local(arg & 15)}`
    case 'local':
    case 'free':
      return local(arg)
    case 'compare': {
      const operator = compareOperators[arg >> 5] ?? ''
      return arg & COMPARE_TO_BOOL ? `bool(${operator})` : operator
    }
    case 'convert':
      return conversions[arg] ?? ''
    case 'function-attribute':
      return functionAttributes.filter((_, bit) => arg & (1 << bit)).join(', ')
    case 'operator':
      return binaryOperators[arg]?.[1] ?? ''
    case 'intrinsic-1':
      return intrinsics1[arg] ?? ''
    case 'intrinsic-2':
      return intrinsics2[arg] ?? ''
    default:
      return ''
  }
}

// ---- Text ----

const OPNAME_WIDTH = 20
const OPARG_WIDTH = 5
const NO_LINENO = '  --'

/** The text `dis.dis` prints for a code object, line ends included. */
export function disassemble(code: CodeData, options: DisassembleOptions = {}): string {
  const { recursive = true, codeRepr } = options
  let text = disassembleOne(code, options)
  if (!recursive) return text
  for (const constant of code.co_consts) {
    if (constant.type !== 'code') continue
    const shown = constantRepr(constant, codeRepr)
    text += `\nDisassembly of ${shown}:\n${disassemble(constant.code, options)}`
  }
  return text
}

function disassembleOne(
  code: CodeData,
  { showOffsets = false, lasti = -1, codeRepr }: DisassembleOptions,
): string {
  const rows = getInstructions(code, codeRepr ? { withHandlers: true, codeRepr } : { withHandlers: true })
  const entries = decodeExceptionTable(code.co_exceptiontable)
  const labels = labelOffsets(code, unpackInstructions(code.co_code), true)
  const labelWidth = 4 + String(labels.size).length
  const linenoWidth = lineNumberWidth(code)
  const offsetWidth = showOffsets ? String(Math.max(code.co_code.length - 2, 9999)).length : 0
  let text = ''
  for (const row of rows) {
    if (linenoWidth > 0 && row.starts_line && row.offset > 0) text += '\n'
    const fields: string[] = []
    if (linenoWidth > 0) {
      const lineno = row.starts_line ? String(row.line_number ?? NO_LINENO) : ''
      fields.push(lineno.padStart(linenoWidth))
    }
    fields.push((row.label === null ? '' : `L${row.label}:`).padStart(labelWidth))
    if (offsetWidth > 0) fields.push(`${String(row.offset).padStart(offsetWidth)}  `)
    const isCurrent = row.offset <= lasti && lasti <= row.offset + 2 * (cacheCounts[row.opcode] ?? 0)
    fields.push(isCurrent ? '-->' : '   ')
    fields.push(row.opname.padEnd(OPNAME_WIDTH))
    if (row.arg !== null) {
      // A long name may use the space of the argument.
      const excess = Math.max(0, row.opname.length - OPNAME_WIDTH)
      fields.push(String(row.arg).padStart(OPARG_WIDTH - excess))
      if (row.argrepr !== '') fields.push(`(${row.argrepr})`)
    }
    text += `${fields.join(' ').trimEnd()}\n`
  }
  if (entries.length === 0) return text
  text += 'ExceptionTable:\n'
  const label = (unit: number): string => `L${labels.get(unit * 2)}`
  for (const { start, end, target, depth, lasti: keepsLasti } of entries) {
    const suffix = keepsLasti ? ' lasti' : ''
    text += `  ${label(start)} to ${label(end)} -> ${label(target)} [${depth}]${suffix}\n`
  }
  return text
}

/** 0 if the code has no lines at all. */
function lineNumberWidth(code: CodeData): number {
  const lines = findLineStarts(code).map(([, line]) => line)
  // A line number of 0 counts as none here.
  const known = lines.filter((line) => line !== null && line !== 0) as number[]
  if (known.length === 0) return 0
  const width = Math.max(3, String(Math.max(...known)).length)
  return lines.includes(null) ? Math.max(width, NO_LINENO.length) : width
}
