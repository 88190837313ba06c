/**
 * From the list of instructions to the graph, and marking what exceptions do in it: each instruction learns its
 * handler, which is all that SETUP and POP_BLOCK instructions are for.
 * As `_PyCfg_FromInstructionSequence` and `label_exception_targets` in `Python/flowgraph.c`.
 */
import {
  NOP,
  POP_BLOCK,
  RESUME,
  SETUP_CLEANUP,
  SETUP_WITH,
  YIELD_VALUE,
} from '../../bytecode/opcode-numbers.ts'
import { RESUME_AT_FUNC_START, RESUME_OPARG_DEPTH1_MASK } from '../../bytecode/operands.ts'
import { hasTarget, type InstructionSequence, isBlockPush, isJump, isTerminator } from '../instructions.ts'
import { Block } from './block.ts'

export function buildGraph({ instructions, positions }: InstructionSequence): Block {
  const targets = new Set<number>()
  for (const { opcode, oparg } of instructions) {
    if (hasTarget(opcode)) targets.add(positions[oparg] as number)
  }
  const blockAt = new Map<number, Block>()
  const entry = new Block(false)
  let block = entry
  let terminated = false
  instructions.forEach((instruction, index) => {
    const isTarget = targets.has(index)
    if (isTarget && block.instructions.length === 0 && !block.isTarget) block.isTarget = true
    else if (isTarget || terminated) {
      const next = new Block(isTarget)
      block.next = next
      block = next
    }
    if (isTarget) blockAt.set(index, block)
    block.instructions.push(instruction)
    terminated = isTerminator(instruction.opcode)
  })
  for (const instruction of instructions) {
    if (!hasTarget(instruction.opcode)) continue
    instruction.target = blockAt.get(positions[instruction.oparg] as number) ?? null
  }
  return entry
}

/** Handlers in force, innermost last. */
type HandlerStack = Block[]

export function labelExceptionTargets(entry: Block): void {
  for (let block: Block | null = entry; block !== null; block = block.next) {
    for (const { opcode, target } of block.instructions) {
      if (isBlockPush(opcode) && target !== null) target.isHandler = true
    }
  }

  const todo: [Block, HandlerStack][] = [[entry, []]]
  entry.visited = true
  const visit = (block: Block | null, handlers: HandlerStack): void => {
    if (block === null || block.visited) return
    block.visited = true
    todo.push([block, handlers])
  }
  for (let top = todo.pop(); top !== undefined; top = todo.pop()) {
    const [block, handlers] = top
    let handler = handlers[handlers.length - 1] ?? null
    let yieldDepth = -1
    for (const instruction of block.instructions) {
      const { opcode, target } = instruction
      if (isBlockPush(opcode) && target !== null) {
        visit(target, handlers.slice())
        if (opcode === SETUP_WITH || opcode === SETUP_CLEANUP) target.preserveLasti = true
        handlers.push(target)
        handler = target
      } else if (opcode === POP_BLOCK) {
        instruction.set(NOP)
        handlers.pop()
        handler = handlers[handlers.length - 1] ?? null
      } else {
        instruction.handler = handler
        if (isJump(opcode)) visit(target, block.fallsThrough ? handlers.slice() : handlers)
        else if (opcode === YIELD_VALUE) yieldDepth = handlers.length
        else if (opcode === RESUME && instruction.oparg !== RESUME_AT_FUNC_START) {
          if (yieldDepth === 1) instruction.oparg |= RESUME_OPARG_DEPTH1_MASK
          yieldDepth = -1
        }
      }
    }
    if (block.fallsThrough) visit(block.next, handlers)
  }
  for (let block: Block | null = entry; block !== null; block = block.next) block.visited = false
}
