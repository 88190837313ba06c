/**
 * A basic block: instructions that run one after another; only the last may jump. Blocks form a list in the order
 * of the code, and a graph by their jumps and by falling through to the next one.
 * As `struct _PyCfgBasicblock` in `Python/flowgraph.c`.
 */

import type { Location } from '../../bytecode/locations.ts'
import { fallsThrough, Instruction, isJump, isScopeExit } from '../instructions.ts'

export class Block {
  instructions: Instruction[] = []
  next: Block | null = null
  /** Something jumps here, or did. */
  isTarget: boolean
  /** Stack depth at its start, -1 while unknown. */
  startDepth = -1
  /** How many blocks go on here. */
  predecessors = 0
  /** Scratch for walks over the graph. */
  visited = false
  isHandler = false
  /** As a handler: the position of the raising instruction is kept. */
  preserveLasti = false
  /** Reached without an exception. */
  warm = false
  /** Reached by exceptions only. */
  cold = false
  /** Locals that may be unbound at its start: bits 0–31 and 32–63. */
  unsafeLow = 0
  unsafeHigh = 0
  /** Index of its first instruction, when assembling. */
  index = 0

  constructor(isTarget: boolean) {
    this.isTarget = isTarget
  }

  get last(): Instruction | undefined {
    return this.instructions[this.instructions.length - 1]
  }

  get fallsThrough(): boolean {
    const { last } = this
    return last === undefined || fallsThrough(last.opcode)
  }

  get exitsScope(): boolean {
    const { last } = this
    return last !== undefined && isScopeExit(last.opcode)
  }

  get endsWithJump(): boolean {
    const { last } = this
    return last !== undefined && isJump(last.opcode)
  }

  get hasNoLine(): boolean {
    return this.instructions.every((instruction) => instruction.location.lineno < 0)
  }

  addJump(opcode: number, target: Block, location: Location): void {
    const jump = new Instruction(opcode, 0, location)
    jump.target = target
    this.instructions.push(jump)
  }

  /** Puts a block behind this one. */
  insertNext(block: Block): void {
    block.next = this.next
    this.next = block
  }
}

/** The block itself, or the first behind it that has instructions. */
export function nonEmpty(block: Block | null): Block | null {
  let at = block
  while (at !== null && at.instructions.length === 0) at = at.next
  return at
}

/** Forgets which blocks have been visited. */
export function resetVisited(entry: Block): void {
  for (let block: Block | null = entry; block !== null; block = block.next) block.visited = false
}
