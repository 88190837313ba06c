/**
 * Instructions while they are not bytes yet: objects in a list, with labels for jump targets.
 *
 * A label is a number; where it stands becomes known when it is used. Until the flow graph is built, the argument
 * of a jump is a label. As `Python/instruction_sequence.c`.
 */
import type { Location } from '../bytecode/locations.ts'
import {
  POP_BLOCK,
  RAISE_VARARGS,
  RERAISE,
  RETURN_CONST,
  RETURN_VALUE,
  SETUP_CLEANUP,
  SETUP_FINALLY,
  SETUP_WITH,
} from '../bytecode/opcode-numbers.ts'
import { opcodeOf } from '../bytecode/opcodes.ts'
import type { Block } from './flowgraph/block.ts'

/** The location of an instruction that shares that of the one behind it; settled when assembling. */
export const NEXT_LOCATION: Location = { lineno: -2, end_lineno: -2, col_offset: -2, end_col_offset: -2 }

export class Instruction {
  opcode: number
  oparg: number
  location: Location
  /** Where a jump or SETUP goes; in the flow graph. */
  target: Block | null = null
  /** The handler that guards the instruction; in the flow graph. */
  handler: Block | null = null

  constructor(opcode: number, oparg: number, location: Location) {
    this.opcode = opcode
    this.oparg = oparg
    this.location = location
  }

  /** Becomes another instruction at the same place. */
  set(opcode: number, oparg = 0): void {
    this.opcode = opcode
    this.oparg = oparg
  }

  copy(): Instruction {
    const copy = new Instruction(this.opcode, this.oparg, this.location)
    copy.target = this.target
    copy.handler = this.handler
    return copy
  }
}

export type Label = number

export class InstructionSequence {
  readonly instructions: Instruction[] = []
  /** The index of the instruction behind each label. */
  readonly positions: number[] = []

  newLabel(): Label {
    return this.positions.push(-1) - 1
  }

  /** The label stands before the next instruction. */
  use(label: Label): void {
    this.positions[label] = this.instructions.length
  }

  add(opcode: number, oparg: number, location: Location): void {
    this.instructions.push(new Instruction(opcode, oparg, location))
  }

  /** Puts an instruction before all others. */
  prepend(opcode: number, oparg: number, location: Location): void {
    this.instructions.unshift(new Instruction(opcode, oparg, location))
    this.positions.forEach((position, label) => {
      if (position >= 0) this.positions[label] = position + 1
    })
  }
}

const UNCONDITIONAL = 1
const CONDITIONAL = 2
const BLOCK_PUSH = 4
const SCOPE_EXIT = 8
const CONSTANT = 16

const traits = Uint8Array.from(opcodeOf, (entry, opcode) => {
  if (opcode === SETUP_FINALLY || opcode === SETUP_WITH || opcode === SETUP_CLEANUP) return BLOCK_PUSH
  if (opcode === RETURN_VALUE || opcode === RAISE_VARARGS || opcode === RERAISE) return SCOPE_EXIT
  if (opcode === RETURN_CONST) return SCOPE_EXIT | CONSTANT
  if (entry === undefined || opcode === POP_BLOCK) return 0
  if (entry.operand === 'const') return CONSTANT
  return entry.flow === 'jump' ? UNCONDITIONAL : entry.flow === 'branch' ? CONDITIONAL : 0
})

const has = (opcode: number, bits: number): boolean => ((traits[opcode] ?? 0) & bits) !== 0

export const isJump = (opcode: number): boolean => has(opcode, UNCONDITIONAL | CONDITIONAL)
export const isUnconditionalJump = (opcode: number): boolean => has(opcode, UNCONDITIONAL)
export const isBlockPush = (opcode: number): boolean => has(opcode, BLOCK_PUSH)
export const isScopeExit = (opcode: number): boolean => has(opcode, SCOPE_EXIT)
export const hasTarget = (opcode: number): boolean => has(opcode, UNCONDITIONAL | CONDITIONAL | BLOCK_PUSH)
export const hasConst = (opcode: number): boolean => has(opcode, CONSTANT)
/** Must be the last of its block. */
export const isTerminator = (opcode: number): boolean => has(opcode, UNCONDITIONAL | CONDITIONAL | SCOPE_EXIT)
/** Control may go on behind it. */
export const fallsThrough = (opcode: number): boolean => !has(opcode, UNCONDITIONAL | SCOPE_EXIT)
