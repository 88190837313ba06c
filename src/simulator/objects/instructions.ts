/**
 * `co_code` opened for the machine: instructions without caches and EXTENDED_ARG, jumps with their targets.
 * An *index* counts instructions, a *unit* the two-byte units of `co_code`.
 */
import {
  EXTENDED_ARG,
  JUMP_BACKWARD,
  JUMP_BACKWARD_NO_INTERRUPT,
  RESUME,
} from '../bytecode/opcode-numbers.ts'
import { cacheCounts, opcodeOf } from '../bytecode/opcodes.ts'

export interface Instructions {
  readonly opcodes: Uint8Array
  /** Arguments; of jumps, the index they go to. */
  readonly args: Int32Array
  /** The code unit of each instruction. */
  readonly units: Int32Array
  /** The instruction that a code unit belongs to. */
  readonly indexOfUnit: Int32Array
  /** What calls of Python functions have been made by single instructions, see `vm/call-sites.ts`. */
  readonly sites: unknown[]
  /** The first RESUME: before it a frame is not yet complete. */
  readonly firstTraceable: number
}

/** Reads `co_code`. */
export function decodeInstructions(code: Uint8Array): Instructions {
  const unitCount = code.length >> 1
  const opcodes: number[] = []
  const args: number[] = []
  const units: number[] = []
  const indexOfUnit = new Int32Array(unitCount + 1)
  const jumps: number[] = []
  let firstTraceable = -1
  for (let unit = 0; unit < unitCount; unit++) {
    const index = opcodes.length
    indexOfUnit[unit] = index
    let opcode = code[unit * 2]!
    let oparg = code[unit * 2 + 1]!
    while (opcode === EXTENDED_ARG) {
      unit++
      indexOfUnit[unit] = index
      opcode = code[unit * 2]!
      oparg = (oparg << 8) | code[unit * 2 + 1]!
    }
    opcodes.push(opcode)
    units.push(unit)
    const caches = cacheCounts[opcode]!
    if (opcodeOf[opcode]?.operand === 'jump') {
      const backwards = opcode === JUMP_BACKWARD || opcode === JUMP_BACKWARD_NO_INTERRUPT
      const from = unit + 1 + caches
      jumps.push(index)
      oparg = backwards ? from - oparg : from + oparg
    }
    args.push(oparg)
    if (opcode === RESUME && firstTraceable < 0) firstTraceable = index
    for (let i = 0; i < caches; i++) indexOfUnit[++unit] = index
  }
  indexOfUnit[unitCount] = opcodes.length
  const targets = Int32Array.from(args)
  for (const index of jumps) targets[index] = indexOfUnit[args[index]!]!
  return {
    opcodes: Uint8Array.from(opcodes),
    args: targets,
    units: Int32Array.from(units),
    indexOfUnit,
    sites: [],
    firstTraceable: Math.max(firstTraceable, 0),
  }
}
