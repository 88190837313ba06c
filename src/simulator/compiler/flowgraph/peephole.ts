/**
 * Optimizing short runs of instructions inside a block: conditions that are known, jumps to jumps, tuples of
 * constants, tests against None. As `optimize_basic_block` in `Python/flowgraph.c`.
 */
import type { Constant } from '../../bytecode/code.ts'
import {
  BUILD_TUPLE,
  COMPARE_OP,
  CONTAINS_OP,
  COPY,
  IS_OP,
  JUMP,
  JUMP_NO_INTERRUPT,
  LOAD_CONST,
  LOAD_FAST,
  LOAD_FAST_LOAD_FAST,
  LOAD_GLOBAL,
  NOP,
  POP_JUMP_IF_FALSE,
  POP_JUMP_IF_NONE,
  POP_JUMP_IF_NOT_NONE,
  POP_JUMP_IF_TRUE,
  POP_TOP,
  PUSH_NULL,
  RETURN_CONST,
  RETURN_VALUE,
  STORE_FAST,
  STORE_FAST_LOAD_FAST,
  STORE_FAST_STORE_FAST,
  SWAP,
  TO_BOOL,
  UNARY_NOT,
  UNPACK_SEQUENCE,
} from '../../bytecode/opcode-numbers.ts'
import { COMPARE_TO_BOOL } from '../../bytecode/operands.ts'
import { type ConstantTable, FALSE, isTrue, TRUE, tupleConstant } from '../constants.ts'
import { hasConst, hasTarget, type Instruction } from '../instructions.ts'
import { type Block, nonEmpty } from './block.ts'
import { applyStaticSwaps, mergeSwaps } from './swaps.ts'

export function optimizeBlock(block: Block, consts: ConstantTable): void {
  const { instructions } = block
  let opcode = 0
  let oparg = 0
  for (let i = 0; i < instructions.length; i++) {
    const instruction = instructions[i] as Instruction
    // A copy of a constant is treated as the constant.
    const isCopyOfConst = opcode === LOAD_CONST && instruction.opcode === COPY && instruction.oparg === 1
    let target: Instruction | undefined
    if (!isCopyOfConst) {
      ;({ opcode, oparg } = instruction)
      if (hasTarget(opcode)) {
        instruction.target = nonEmpty(instruction.target)
        target = instruction.target?.instructions[0]
      }
    }
    const next = instructions[i + 1]
    const nextop = next?.opcode ?? 0
    switch (opcode) {
      case LOAD_CONST:
        if (next !== undefined && optimizeLoadConst(instructions, i, oparg, consts)) i += 1
        break
      case BUILD_TUPLE:
        if (nextop === UNPACK_SEQUENCE && next?.oparg === oparg && oparg >= 1 && oparg <= 3) {
          instruction.set(NOP)
          if (oparg === 1) next.set(NOP)
          else next.opcode = SWAP
        } else if (i >= oparg) foldTuple(instructions, i, oparg, consts)
        break
      case POP_JUMP_IF_NOT_NONE:
      case POP_JUMP_IF_NONE:
      case POP_JUMP_IF_FALSE:
      case POP_JUMP_IF_TRUE:
        if (target?.opcode === JUMP && threadJump(block, instruction, target, opcode)) i -= 1
        break
      case JUMP:
      case JUMP_NO_INTERRUPT:
        if (target?.opcode === JUMP) {
          if (threadJump(block, instruction, target, JUMP)) i -= 1
        } else if (target?.opcode === JUMP_NO_INTERRUPT) {
          if (threadJump(block, instruction, target, opcode)) i -= 1
        }
        break
      case STORE_FAST:
        if (
          nextop === STORE_FAST &&
          next?.oparg === oparg &&
          next.location.lineno === instruction.location.lineno
        ) {
          instruction.set(POP_TOP)
        }
        break
      case SWAP:
        if (oparg === 1) instruction.set(NOP)
        break
      case LOAD_GLOBAL:
        if (nextop === PUSH_NULL && (oparg & 1) === 0) {
          instruction.set(LOAD_GLOBAL, oparg | 1)
          next?.set(NOP)
        }
        break
      case COMPARE_OP:
        if (nextop === TO_BOOL) {
          instruction.set(NOP)
          next?.set(COMPARE_OP, oparg | COMPARE_TO_BOOL)
        }
        break
      case CONTAINS_OP:
      case IS_OP:
        if (nextop === TO_BOOL) {
          instruction.set(NOP)
          next?.set(opcode, oparg)
        }
        break
      case TO_BOOL:
        if (nextop === TO_BOOL) instruction.set(NOP)
        break
      case UNARY_NOT:
        if (nextop === TO_BOOL) {
          instruction.set(NOP)
          next?.set(UNARY_NOT)
        } else if (nextop === UNARY_NOT) {
          instruction.set(NOP)
          next?.set(NOP)
        }
        break
    }
  }
  for (let i = 0; i < instructions.length; i++) {
    if (instructions[i]?.opcode !== SWAP) continue
    i = mergeSwaps(instructions, i)
    applyStaticSwaps(instructions, i)
  }
}

/** A constant and what is done with it. True if the next instruction is done with, too. */
function optimizeLoadConst(
  instructions: readonly Instruction[],
  i: number,
  oparg: number,
  consts: ConstantTable,
): boolean {
  const instruction = instructions[i] as Instruction
  const next = instructions[i + 1] as Instruction
  const value = consts.items[oparg] as Constant
  switch (next.opcode) {
    case POP_JUMP_IF_FALSE:
    case POP_JUMP_IF_TRUE:
      instruction.set(NOP)
      if (isTrue(value) === (next.opcode === POP_JUMP_IF_TRUE)) next.opcode = JUMP
      else {
        next.set(NOP)
        next.target = null
      }
      return false
    case IS_OP:
      if (value.type === 'None') compareWithNone(instructions, i)
      return false
    case RETURN_VALUE:
      instruction.set(NOP)
      next.set(RETURN_CONST, oparg)
      return true
    case TO_BOOL:
      instruction.set(NOP)
      next.set(LOAD_CONST, consts.add(isTrue(value) ? TRUE : FALSE))
      return false
    default:
      return false
  }
}

/** `x is None` or `x is not None` and a jump become one jump. */
function compareWithNone(instructions: readonly Instruction[], i: number): void {
  const is = instructions[i + 1] as Instruction
  let jump = instructions[i + 2]
  if (jump?.opcode === TO_BOOL) {
    jump.set(NOP)
    jump = instructions[i + 3]
  }
  if (jump?.opcode !== POP_JUMP_IF_FALSE && jump?.opcode !== POP_JUMP_IF_TRUE) return
  const inverted = (is.oparg === 1) !== (jump.opcode === POP_JUMP_IF_FALSE)
  instructions[i]?.set(NOP)
  is.set(NOP)
  jump.opcode = inverted ? POP_JUMP_IF_NOT_NONE : POP_JUMP_IF_NONE
}

/** Replaces constants and the BUILD_TUPLE behind them by the tuple. */
function foldTuple(
  instructions: readonly Instruction[],
  i: number,
  count: number,
  consts: ConstantTable,
): void {
  const loads = instructions.slice(i - count, i)
  if (!loads.every((load) => hasConst(load.opcode))) return
  const items = loads.map((load) => consts.items[load.oparg] as Constant)
  for (const load of loads) load.set(NOP)
  instructions[i]?.set(LOAD_CONST, consts.add(tupleConstant(items)))
}

/** Lets a jump to a jump go straight to where that goes; the line of the first stays by a NOP. */
function threadJump(block: Block, jump: Instruction, target: Instruction, opcode: number): boolean {
  if (jump.target === target.target || target.target === null) return false
  jump.set(NOP)
  jump.target = null
  block.addJump(opcode, target.target, target.location)
  return true
}

// ---- Two instructions in one ----

/** Joins neighbouring loads and stores of locals, if both indices fit into half a byte. */
export function insertSuperinstructions(entry: Block): void {
  for (let block: Block | null = entry; block !== null; block = block.next) {
    const { instructions } = block
    for (let i = 0; i + 1 < instructions.length; i++) {
      const first = instructions[i] as Instruction
      const second = instructions[i + 1] as Instruction
      const joined = superinstruction(first.opcode, second.opcode)
      if (joined === 0 || first.oparg >= 16 || second.oparg >= 16) continue
      const [line1, line2] = [first.location.lineno, second.location.lineno]
      if (line1 >= 0 && line2 >= 0 && line1 !== line2) continue
      first.set(joined, (first.oparg << 4) | second.oparg)
      second.set(NOP)
    }
  }
}

function superinstruction(first: number, second: number): number {
  if (first === LOAD_FAST) return second === LOAD_FAST ? LOAD_FAST_LOAD_FAST : 0
  if (first !== STORE_FAST) return 0
  return second === LOAD_FAST ? STORE_FAST_LOAD_FAST : second === STORE_FAST ? STORE_FAST_STORE_FAST : 0
}
