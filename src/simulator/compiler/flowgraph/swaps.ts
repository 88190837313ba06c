/**
 * SWAPs: a run of them is replaced by the shortest one with the same effect, and a SWAP before stores is dropped by
 * exchanging the stores instead. As `swaptimize` and `apply_static_swaps` in `Python/flowgraph.c`.
 */
import { NOP, POP_TOP, STORE_FAST, STORE_FAST_MAYBE_NULL, SWAP } from '../../bytecode/opcode-numbers.ts'
import type { Instruction } from '../instructions.ts'

const DONE = -1

/** Shortens the run of SWAPs and NOPs that begins at `start`; gives the index of its last instruction. */
export function mergeSwaps(instructions: readonly Instruction[], start: number): number {
  let depth = instructions[start]?.oparg ?? 0
  let length = 1
  let several = false
  for (; start + length < instructions.length; length++) {
    const { opcode, oparg } = instructions[start + length] as Instruction
    if (opcode === SWAP) {
      depth = Math.max(depth, oparg)
      several = true
    } else if (opcode !== NOP) break
  }
  if (!several) return start
  // The effect of the run on a stack whose top is element 0.
  const stack = Array.from({ length: depth }, (_, i) => i)
  const run = instructions.slice(start, start + length)
  for (const { opcode, oparg } of run) {
    if (opcode !== SWAP) continue
    const top = stack[0] as number
    stack[0] = stack[oparg - 1] as number
    stack[oparg - 1] = top
  }
  // Each cycle of the permutation is undone by swaps with the top; in reverse order they make it. So the run is
  // filled from its end.
  let at = length - 1
  for (let i = 0; i < depth; i++) {
    if (stack[i] === DONE || stack[i] === i) continue
    let j = i
    while (true) {
      if (j > 0) run[at--]?.set(SWAP, j + 1)
      const next = stack[j] as number
      if (next === DONE) break
      stack[j] = DONE
      j = next
    }
  }
  for (; at >= 0; at--) run[at]?.set(NOP)
  return start + length - 1
}

const isStore = (opcode: number): boolean => opcode === STORE_FAST || opcode === STORE_FAST_MAYBE_NULL
/** Takes the top off the stack and can neither jump nor raise. */
const isSwappable = (opcode: number): boolean => isStore(opcode) || opcode === POP_TOP
const storesTo = ({ opcode, oparg }: Instruction): number => (isStore(opcode) ? oparg : -1)

/** The next instruction that may be exchanged, on the given line if that is known; -1 if there is none. */
function nextSwappable(instructions: readonly Instruction[], start: number, lineno: number): number {
  for (let i = start + 1; i < instructions.length; i++) {
    const { opcode, location } = instructions[i] as Instruction
    // Across lines a tracer would see the difference.
    if (lineno >= 0 && location.lineno !== lineno) return -1
    if (opcode === NOP) continue
    return isSwappable(opcode) ? i : -1
  }
  return -1
}

/** Goes back from `start` over SWAPs and applies them to the instructions that follow. */
export function applyStaticSwaps(instructions: Instruction[], start: number): void {
  for (let i = start; i >= 0; i--) {
    const swap = instructions[i] as Instruction
    if (swap.opcode !== SWAP) {
      if (swap.opcode === NOP || isSwappable(swap.opcode)) continue
      return
    }
    const j = nextSwappable(instructions, i, -1)
    if (j < 0) return
    const first = instructions[j] as Instruction
    let k = j
    for (let count = swap.oparg - 1; count > 0; count--) {
      k = nextSwappable(instructions, k, first.location.lineno)
      if (k < 0) return
    }
    const second = instructions[k] as Instruction
    // Two stores to one variable must keep their order, also with those between them.
    const [to1, to2] = [storesTo(first), storesTo(second)]
    if (to1 >= 0 || to2 >= 0) {
      if (to1 === to2) return
      for (let between = j + 1; between < k; between++) {
        const to = storesTo(instructions[between] as Instruction)
        if (to >= 0 && (to === to1 || to === to2)) return
      }
    }
    swap.set(NOP)
    instructions[j] = second
    instructions[k] = first
  }
}
