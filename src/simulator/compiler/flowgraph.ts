/**
 * The flow graph of a code object and what is done with it: optimize, order the blocks, find the stack's size.
 * The passes are in `flowgraph/`; this is their order, which matters: it decides which constants exist, in which
 * order, and which lines instructions have. As `_PyCfg_OptimizeCodeUnit` and
 * `_PyCfg_OptimizedCfgToInstructionSequence` in `Python/flowgraph.c`.
 */
import type { Constant } from '../bytecode/code.ts'
import { popped, pushed } from '../bytecode/effects.ts'
import {
  LOAD_CLOSURE,
  LOAD_FAST,
  NOP,
  STORE_FAST,
  STORE_FAST_MAYBE_NULL,
} from '../bytecode/opcode-numbers.ts'
import type { Unit } from './codegen/unit.ts'
import type { ConstantTable } from './constants.ts'
import { type Block, resetVisited } from './flowgraph/block.ts'
import { buildGraph, labelExceptionTargets } from './flowgraph/build.ts'
import { type FastLocals, prepareFastLocals } from './flowgraph/cells.ts'
import { normalizeJumps, pushColdBlocksToEnd } from './flowgraph/layout.ts'
import { resolveLineNumbers } from './flowgraph/lines.ts'
import { checkLoads } from './flowgraph/locals.ts'
import { insertSuperinstructions, optimizeBlock } from './flowgraph/peephole.ts'
import {
  inlineSmallOrNoLinenoBlocks,
  removeRedundantNops,
  removeRedundantNopsAndJumps,
  removeRedundantNopsAndPairs,
  removeUnreachable,
} from './flowgraph/simplify.ts'
import { fallsThrough, hasConst, hasTarget, isBlockPush } from './instructions.ts'

export interface OptimizedCode {
  /** The first block; the instructions are those of bytecode, but for the direction of jumps. */
  readonly entry: Block
  readonly consts: readonly Constant[]
  readonly stackDepth: number
  readonly fastLocals: FastLocals
}

export function optimize(unit: Unit, flags: number): OptimizedCode {
  const entry = buildGraph(unit.sequence)
  labelExceptionTargets(entry)

  inlineSmallOrNoLinenoBlocks(entry)
  removeUnreachable(entry)
  resolveLineNumbers(entry)
  for (let block: Block | null = entry; block !== null; block = block.next) optimizeBlock(block, unit.consts)
  removeRedundantNopsAndPairs(entry)
  removeUnreachable(entry)
  removeRedundantNopsAndJumps(entry)
  const consts = removeUnusedConstants(entry, unit.consts)
  checkLoads(entry, unit.varnames.size, unit.scope.varnames.length)
  insertSuperinstructions(entry)
  removeRedundantNops(entry)
  pushColdBlocksToEnd(entry)
  resolveLineNumbers(entry)

  const stackDepth = measureStack(entry)
  const fastLocals = prepareFastLocals(unit, entry, flags)
  convertPseudoInstructions(entry)
  normalizeJumps(entry)
  return { entry, consts, stackDepth, fastLocals }
}

/** Keeps the constants that are used, and the first, which may be the docstring. */
function removeUnusedConstants(entry: Block, { items }: ConstantTable): readonly Constant[] {
  const used = new Set([0])
  for (let block: Block | null = entry; block !== null; block = block.next) {
    for (const { opcode, oparg } of block.instructions) if (hasConst(opcode)) used.add(oparg)
  }
  if (used.size >= items.length) return items
  const kept: Constant[] = []
  const indices = items.map((item, index) => (used.has(index) ? kept.push(item) - 1 : -1))
  for (let block: Block | null = entry; block !== null; block = block.next) {
    for (const instruction of block.instructions) {
      if (hasConst(instruction.opcode)) instruction.oparg = indices[instruction.oparg] as number
    }
  }
  return kept
}

/** The largest depth of the stack; each block learns the depth at its start. */
function measureStack(entry: Block): number {
  for (let block: Block | null = entry; block !== null; block = block.next) block.startDepth = -1
  const stack: Block[] = []
  const push = (block: Block, depth: number): void => {
    if (block.startDepth >= depth) return
    block.startDepth = depth
    stack.push(block)
  }
  let deepest = 0
  push(entry, 0)
  for (let block = stack.pop(); block !== undefined; block = stack.pop()) {
    let depth = block.startDepth
    let goesOn = true
    for (const { opcode, oparg, target } of block.instructions) {
      const effect = pushed(opcode, oparg) - popped(opcode, oparg)
      const after = depth + (isBlockPush(opcode) ? 0 : effect)
      deepest = Math.max(deepest, after)
      if (target !== null && hasTarget(opcode)) {
        deepest = Math.max(deepest, depth + effect)
        push(target, depth + effect)
      }
      depth = after
      goesOn = fallsThrough(opcode)
      if (!goesOn) break
    }
    if (goesOn && block.next !== null) push(block.next, depth)
  }
  resetVisited(entry)
  return deepest
}

/** Nothing is left of SETUP but what the handlers of instructions say. */
function convertPseudoInstructions(entry: Block): void {
  for (let block: Block | null = entry; block !== null; block = block.next) {
    for (const instruction of block.instructions) {
      const { opcode } = instruction
      if (isBlockPush(opcode)) {
        instruction.set(NOP)
        instruction.target = null
      } else if (opcode === LOAD_CLOSURE) instruction.opcode = LOAD_FAST
      else if (opcode === STORE_FAST_MAYBE_NULL) instruction.opcode = STORE_FAST
    }
  }
  removeRedundantNopsAndJumps(entry)
}
