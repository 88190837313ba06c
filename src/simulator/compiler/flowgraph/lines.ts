/**
 * Line numbers for instructions that have none of their own. Whatever can be the last instruction of a frame must
 * have a line: blocks that leave the function are copied until each has one predecessor, whose line it takes.
 * As `resolve_line_numbers` in `Python/flowgraph.c`, for PEP 626.
 */
import { NO_LOCATION } from '../../bytecode/locations.ts'
import {
  CALL,
  CALL_FUNCTION_EX,
  CALL_KW,
  JUMP,
  JUMP_BACKWARD,
  RESUME,
} from '../../bytecode/opcode-numbers.ts'
import { isJump } from '../instructions.ts'
import { Block, nonEmpty } from './block.ts'

export function resolveLineNumbers(entry: Block): void {
  duplicateExits(entry)
  propagate(entry)
}

/** Interrupts are looked for in these; they may raise too. */
const evalBreakers = new Set([CALL, CALL_FUNCTION_EX, CALL_KW, JUMP, JUMP_BACKWARD, RESUME])

function needsLine(block: Block | null): block is Block {
  return (
    block !== null &&
    (block.exitsScope || block.instructions.some(({ opcode }) => evalBreakers.has(opcode))) &&
    block.hasNoLine
  )
}

function duplicateExits(entry: Block): void {
  for (let block: Block | null = entry; block !== null; block = block.next) {
    const { last } = block
    if (last === undefined || !isJump(last.opcode)) continue
    const target = nonEmpty(last.target)
    if (!needsLine(target) || target.predecessors <= 1) continue
    const copy = new Block(true)
    copy.instructions = target.instructions.map((instruction) => instruction.copy())
    const [first] = copy.instructions
    if (first !== undefined) first.location = last.location
    last.target = copy
    target.predecessors -= 1
    copy.predecessors = 1
    target.insertNext(copy)
  }
  // Those that are left can only be reached by falling into them.
  for (let block: Block | null = entry; block !== null; block = block.next) {
    const { last, next } = block
    if (last === undefined || next === null || !block.fallsThrough || !needsLine(next)) continue
    const [first] = next.instructions
    if (first !== undefined) first.location = last.location
  }
}

/** An instruction without a line takes that before it, in its block or in the only block that leads to it. */
function propagate(entry: Block): void {
  for (let block: Block | null = entry; block !== null; block = block.next) {
    const { last, next } = block
    if (last === undefined) continue
    let location = NO_LOCATION
    for (const instruction of block.instructions) {
      if (instruction.location.lineno === NO_LOCATION.lineno) instruction.location = location
      else location = instruction.location
    }
    const inherit = (to: Block | null): void => {
      const first = to?.predecessors === 1 ? to.instructions[0] : undefined
      if (first?.location.lineno === NO_LOCATION.lineno) first.location = location
    }
    if (block.fallsThrough) inherit(next)
    if (isJump(last.opcode)) inherit(last.target)
  }
}
