/**
 * Tidying the graph: unreachable code, jumps to what comes next anyway, and NOPs go. A NOP stays only if it is the
 * one instruction that has a certain line. As the `remove_…` and `inline_…` functions in `Python/flowgraph.c`.
 */
import { COPY, JUMP, LOAD_CONST, NOP, POP_TOP } from '../../bytecode/opcode-numbers.ts'
import { type Instruction, isBlockPush, isJump, isUnconditionalJump } from '../instructions.ts'
import { type Block, nonEmpty, resetVisited } from './block.ts'

/** Blocks that leave the function and are at most this long are copied to where a jump goes to them. */
const MAX_COPY_SIZE = 4

/** Replaces jumps to short exits, or to blocks without lines, by a copy of the target. */
export function inlineSmallOrNoLinenoBlocks(entry: Block): void {
  let changed: boolean
  do {
    changed = false
    for (let block: Block | null = entry; block !== null; block = block.next) {
      if (inlineTarget(block)) changed = true
    }
  } while (changed)
}

function inlineTarget(block: Block): boolean {
  const { last } = block
  if (last === undefined || !isUnconditionalJump(last.opcode) || last.target === null) return false
  const { target } = last
  const smallExit = target.exitsScope && target.instructions.length <= MAX_COPY_SIZE
  const lineless = !target.fallsThrough && target.hasNoLine
  if (!smallExit && !lineless) return false
  const removed = last.opcode
  last.set(NOP)
  last.target = null
  for (const instruction of target.instructions) block.instructions.push(instruction.copy())
  if (lineless) {
    const end = block.last as Instruction
    // Interrupts must still be looked for.
    if (isUnconditionalJump(end.opcode) && removed === JUMP) end.opcode = JUMP
  }
  target.predecessors -= 1
  return true
}

/** Empties blocks that cannot be reached, and counts the predecessors of the others. */
export function removeUnreachable(entry: Block): void {
  for (let block: Block | null = entry; block !== null; block = block.next) {
    block.visited = false
    block.predecessors = 0
  }
  const stack = [entry]
  entry.predecessors = 1
  entry.visited = true
  const reach = (block: Block): void => {
    block.predecessors += 1
    if (block.visited) return
    block.visited = true
    stack.push(block)
  }
  for (let block = stack.pop(); block !== undefined; block = stack.pop()) {
    if (block.next !== null && block.fallsThrough) reach(block.next)
    for (const { opcode, target } of block.instructions) {
      if (target !== null && (isJump(opcode) || isBlockPush(opcode))) reach(target)
    }
  }
  for (let block: Block | null = entry; block !== null; block = block.next) {
    if (block.predecessors > 0) continue
    block.instructions = []
    block.isHandler = false
  }
  resetVisited(entry)
}

/** Removes NOPs nobody would miss; gives how many. */
function removeBlockNops(block: Block): number {
  const { instructions } = block
  let kept = 0
  let previousLine = -1
  for (let i = 0; i < instructions.length; i++) {
    const instruction = instructions[i] as Instruction
    const { lineno } = instruction.location
    if (instruction.opcode === NOP) {
      if (lineno < 0 || lineno === previousLine) continue
      const next = instructions[i + 1]
      if (next !== undefined) {
        if (next.location.lineno === lineno) continue
        if (next.location.lineno < 0) {
          next.location = instruction.location
          continue
        }
      } else if (firstLine(nonEmpty(block.next)) === lineno) continue
    }
    instructions[kept++] = instruction
    previousLine = lineno
  }
  const removed = instructions.length - kept
  instructions.length = kept
  return removed
}

/** The line a block begins with, NOPs that will go left aside. */
function firstLine(block: Block | null): number {
  if (block === null) return -1
  for (const { opcode, location } of block.instructions) {
    if (opcode !== NOP || location.lineno >= 0) return location.lineno
  }
  return -1
}

export function removeRedundantNops(entry: Block): number {
  let removed = 0
  for (let block: Block | null = entry; block !== null; block = block.next) removed += removeBlockNops(block)
  return removed
}

/** Removes values that are pushed and dropped at once, and NOPs. */
export function removeRedundantNopsAndPairs(entry: Block): void {
  let done: boolean
  do {
    done = true
    let previous: Instruction | null = null
    for (let block: Block | null = entry; block !== null; block = block.next) {
      removeBlockNops(block)
      // What was before a jump target need not have run.
      if (block.isTarget) previous = null
      for (const instruction of block.instructions) {
        if (
          instruction.opcode === POP_TOP &&
          previous !== null &&
          (previous.opcode === LOAD_CONST || (previous.opcode === COPY && previous.oparg === 1))
        ) {
          previous.set(NOP)
          instruction.set(NOP)
          done = false
        }
        previous = instruction
      }
      if (block.endsWithJump || !block.fallsThrough) previous = null
    }
  } while (!done)
}

/** Turns jumps to the next instruction into NOPs; gives how many. */
function removeRedundantJumps(entry: Block): number {
  let changes = 0
  for (let block: Block | null = entry; block !== null; block = block.next) {
    const { last } = block
    if (last === undefined || !isUnconditionalJump(last.opcode)) continue
    if (nonEmpty(last.target) !== nonEmpty(block.next)) continue
    last.set(NOP)
    last.target = null
    changes += 1
  }
  return changes
}

export function removeRedundantNopsAndJumps(entry: Block): void {
  while (removeRedundantNops(entry) + removeRedundantJumps(entry) > 0);
}
