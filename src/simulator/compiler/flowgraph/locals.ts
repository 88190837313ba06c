/**
 * Which loads of locals need a check: a variable that may be unbound is loaded by LOAD_FAST_CHECK.
 *
 * Which variables may be unbound flows along the edges of the graph, those to exception handlers included. It is
 * followed for the first 64 variables; others are looked at block by block.
 * As `add_checks_for_loads_of_uninitialized_variables` in `Python/flowgraph.c`.
 */
import {
  DELETE_FAST,
  LOAD_FAST,
  LOAD_FAST_AND_CLEAR,
  LOAD_FAST_CHECK,
  STORE_FAST,
  STORE_FAST_MAYBE_NULL,
} from '../../bytecode/opcode-numbers.ts'
import { isJump } from '../instructions.ts'
import { type Block, resetVisited } from './block.ts'

const TRACKED = 64

export function checkLoads(entry: Block, nlocals: number, nparams: number): void {
  if (nlocals === 0) return
  if (nlocals > TRACKED) checkUntracked(entry)
  resetVisited(entry)
  const stack: Block[] = []
  // At the start, all but the parameters are unbound.
  let low = 0
  let high = 0
  for (let i = nparams; i < Math.min(nlocals, TRACKED); i++) {
    if (i < 32) low |= 1 << i
    else high |= 1 << (i - 32)
  }
  push(entry, low, high, stack)
  // A DELETE_FAST may be anywhere, so each block is looked at once.
  for (let block: Block | null = entry; block !== null; block = block.next) scan(block, stack)
  for (let block = stack.pop(); block !== undefined; block = stack.pop()) {
    block.visited = false
    scan(block, stack)
  }
}

/** Puts a block on the stack if what is known of it changes; `visited` says that it is there. */
function push(block: Block, low: number, high: number, stack: Block[]): void {
  const [newLow, newHigh] = [block.unsafeLow | low, block.unsafeHigh | high]
  if (newLow === block.unsafeLow && newHigh === block.unsafeHigh) return
  block.unsafeLow = newLow
  block.unsafeHigh = newHigh
  if (block.visited) return
  block.visited = true
  stack.push(block)
}

function scan(block: Block, stack: Block[]): void {
  let low = block.unsafeLow
  let high = block.unsafeHigh
  for (const instruction of block.instructions) {
    if (instruction.handler !== null) push(instruction.handler, low, high, stack)
    const { opcode, oparg } = instruction
    if (oparg >= TRACKED) continue
    const lowBit = oparg < 32 ? 1 << oparg : 0
    const highBit = oparg < 32 ? 0 : 1 << (oparg - 32)
    switch (opcode) {
      case DELETE_FAST:
      case LOAD_FAST_AND_CLEAR:
      case STORE_FAST_MAYBE_NULL:
        low |= lowBit
        high |= highBit
        break
      case LOAD_FAST:
        if ((low & lowBit) !== 0 || (high & highBit) !== 0) instruction.opcode = LOAD_FAST_CHECK
        low &= ~lowBit
        high &= ~highBit
        break
      case STORE_FAST:
      case LOAD_FAST_CHECK:
        low &= ~lowBit
        high &= ~highBit
        break
    }
  }
  if (block.next !== null && block.fallsThrough) push(block.next, low, high, stack)
  const { last } = block
  if (last?.target && isJump(last.opcode)) push(last.target, low, high, stack)
}

/** Variables beyond the tracked ones are safe only behind a load or store in the same block. */
function checkUntracked(entry: Block): void {
  const safe = new Set<number>()
  for (let block: Block | null = entry; block !== null; block = block.next) {
    safe.clear()
    for (const instruction of block.instructions) {
      const { opcode, oparg } = instruction
      if (oparg < TRACKED) continue
      switch (opcode) {
        case DELETE_FAST:
        case LOAD_FAST_AND_CLEAR:
        case STORE_FAST_MAYBE_NULL:
          safe.delete(oparg)
          break
        case STORE_FAST:
          safe.add(oparg)
          break
        case LOAD_FAST:
          if (!safe.has(oparg)) instruction.opcode = LOAD_FAST_CHECK
          safe.add(oparg)
          break
      }
    }
  }
}
