/**
 * The order of blocks and the direction of jumps: code that only runs after an exception goes to the end, and
 * conditional jumps always lead ahead. As `push_cold_blocks_to_end` and `normalize_jumps` in `Python/flowgraph.c`.
 */
import { NO_LOCATION } from '../../bytecode/locations.ts'
import {
  JUMP,
  JUMP_NO_INTERRUPT,
  POP_JUMP_IF_FALSE,
  POP_JUMP_IF_NONE,
  POP_JUMP_IF_NOT_NONE,
  POP_JUMP_IF_TRUE,
} from '../../bytecode/opcode-numbers.ts'
import { isJump } from '../instructions.ts'
import { Block, resetVisited } from './block.ts'
import { removeRedundantNopsAndJumps } from './simplify.ts'

/** Walks from the given blocks along jumps and to the next block, but not to handlers. */
function walk(start: readonly Block[], mark: (block: Block) => void, enter: (block: Block) => boolean): void {
  const stack = [...start]
  for (const block of stack) block.visited = true
  const reach = (block: Block | null): void => {
    if (block === null || block.visited || !enter(block)) return
    block.visited = true
    stack.push(block)
  }
  for (let block = stack.pop(); block !== undefined; block = stack.pop()) {
    mark(block)
    if (block.fallsThrough) reach(block.next)
    for (const { opcode, target } of block.instructions) if (isJump(opcode)) reach(target)
  }
}

function markColdBlocks(entry: Block): void {
  resetVisited(entry)
  walk(
    [entry],
    (block) => {
      block.warm = true
    },
    () => true,
  )
  resetVisited(entry)
  const handlers: Block[] = []
  for (let block: Block | null = entry; block !== null; block = block.next) {
    if (block.isHandler) handlers.push(block)
  }
  walk(
    handlers,
    (block) => {
      block.cold = true
    },
    (block) => !block.warm,
  )
}

export function pushColdBlocksToEnd(entry: Block): void {
  if (entry.next === null) return
  markColdBlocks(entry)
  // Cold code that goes on into warm code needs a jump there.
  for (let block: Block | null = entry; block !== null; block = block.next) {
    const { next } = block
    if (!block.cold || next === null || !next.warm || !block.fallsThrough) continue
    const jump = new Block(false)
    jump.addJump(JUMP_NO_INTERRUPT, next, NO_LOCATION)
    jump.cold = true
    jump.predecessors = 1
    next.isTarget = true
    block.insertNext(jump)
  }
  const ordered = { warm: [] as Block[], cold: [] as Block[] }
  for (let block: Block | null = entry; block !== null; block = block.next) {
    ordered[block.cold ? 'cold' : 'warm'].push(block)
  }
  const all = [...ordered.warm, ...ordered.cold]
  all.forEach((block, i) => {
    block.next = all[i + 1] ?? null
  })
  if (ordered.cold.length > 0) removeRedundantNopsAndJumps(entry)
}

const opposite: Readonly<Record<number, number>> = {
  [POP_JUMP_IF_NOT_NONE]: POP_JUMP_IF_NONE,
  [POP_JUMP_IF_NONE]: POP_JUMP_IF_NOT_NONE,
  [POP_JUMP_IF_FALSE]: POP_JUMP_IF_TRUE,
  [POP_JUMP_IF_TRUE]: POP_JUMP_IF_FALSE,
}

/** Replaces a conditional jump back by the opposite one over an unconditional jump back. */
export function normalizeJumps(entry: Block): void {
  resetVisited(entry)
  for (let block: Block | null = entry; block !== null; block = block.next) {
    block.visited = true
    const { last, next } = block
    if (!last?.target?.visited || next === null) continue
    const reversed = opposite[last.opcode]
    if (reversed === undefined) continue
    const back = new Block(false)
    back.addJump(JUMP, last.target, last.location)
    back.startDepth = last.target.startDepth
    back.cold = block.cold
    last.opcode = reversed
    last.target = next
    block.insertNext(back)
  }
}
