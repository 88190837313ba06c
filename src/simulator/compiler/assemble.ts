/**
 * The last step: instructions become bytes, with the tables of locations and exceptions beside them.
 *
 * Arguments above 255 take EXTENDED_ARG units before the instruction, which makes code longer, which may make jump
 * distances need more of them: sizes are computed again until they agree. As `Python/assemble.c`.
 */
import {
  CO_ASYNC_GENERATOR,
  CO_COROUTINE,
  CO_GENERATOR,
  CO_NESTED,
  CO_NEWLOCALS,
  CO_OPTIMIZED,
  CO_VARARGS,
  CO_VARKEYWORDS,
  type CodeData,
} from '../bytecode/code.ts'
import { type ExceptionEntry, encodeExceptionTable } from '../bytecode/exceptions.ts'
import { isSameLocation, type Location, LocationWriter, NO_LOCATION } from '../bytecode/locations.ts'
import {
  EXTENDED_ARG,
  JUMP,
  JUMP_BACKWARD,
  JUMP_BACKWARD_NO_INTERRUPT,
  JUMP_FORWARD,
  JUMP_NO_INTERRUPT,
} from '../bytecode/opcode-numbers.ts'
import { cacheCounts } from '../bytecode/opcodes.ts'
import type { Unit } from './codegen/unit.ts'
import type { Block } from './flowgraph/block.ts'
import { optimize } from './flowgraph.ts'
import { type Instruction, isJump, isTerminator, NEXT_LOCATION } from './instructions.ts'
import type { Scope } from './symtable/scope.ts'

export function assemble(unit: Unit, moreFlags: number, filename: string): CodeData {
  const flags = scopeFlags(unit.scope) | moreFlags
  const { entry, consts, stackDepth, fastLocals } = optimize(unit, flags)
  const instructions: Instruction[] = []
  for (let block: Block | null = entry; block !== null; block = block.next) {
    block.index = instructions.length
    for (const instruction of block.instructions) instructions.push(instruction)
  }
  directJumps(instructions)
  const offsets = resolveJumps(instructions)
  const code = new Uint8Array((offsets[instructions.length] as number) * 2)
  instructions.forEach((instruction, i) => {
    write(code, (offsets[i] as number) * 2, instruction)
  })
  return {
    co_name: unit.name,
    co_qualname: unit.qualname,
    co_filename: filename,
    co_firstlineno: unit.firstlineno,
    co_argcount: unit.posonlyargcount + unit.argcount,
    co_posonlyargcount: unit.posonlyargcount,
    co_kwonlyargcount: unit.kwonlyargcount,
    co_flags: flags,
    co_stacksize: Math.max(1, stackDepth),
    co_consts: consts,
    co_names: unit.names.names,
    co_localsplusnames: fastLocals.names,
    co_localspluskinds: fastLocals.kinds,
    co_code: code,
    co_linetable: locationTable(instructions, offsets, unit.firstlineno),
    co_exceptiontable: exceptionTable(instructions, offsets),
  }
}

function scopeFlags(scope: Scope): number {
  if (!scope.isFunctionLike) return 0
  let flags = CO_NEWLOCALS | CO_OPTIMIZED
  if (scope.nested) flags |= CO_NESTED
  if (scope.generator) flags |= scope.coroutine ? CO_ASYNC_GENERATOR : CO_GENERATOR
  else if (scope.coroutine) flags |= CO_COROUTINE
  if (scope.varargs) flags |= CO_VARARGS
  if (scope.varkeywords) flags |= CO_VARKEYWORDS
  return flags
}

// ---- Code ----

/** The code units an instruction takes. */
function size(opcode: number, oparg: number): number {
  const extensions = oparg > 0xff ? (oparg > 0xffff ? (oparg > 0xffffff ? 3 : 2) : 1) : 0
  return extensions + 1 + (cacheCounts[opcode] ?? 0)
}

function directJumps(instructions: readonly Instruction[]): void {
  instructions.forEach((instruction, i) => {
    const forward = (instruction.target?.index ?? 0) > i
    if (instruction.opcode === JUMP) instruction.opcode = forward ? JUMP_FORWARD : JUMP_BACKWARD
    else if (instruction.opcode === JUMP_NO_INTERRUPT) {
      instruction.opcode = forward ? JUMP_FORWARD : JUMP_BACKWARD_NO_INTERRUPT
    }
  })
}

/** Fills in jump distances; gives the offset of each instruction, and of the end. */
function resolveJumps(instructions: readonly Instruction[]): number[] {
  const offsets: number[] = new Array(instructions.length + 1).fill(0)
  // Sizes are first guessed from the targets' indices. Where two solutions agree with themselves, the guess decides.
  for (const instruction of instructions) {
    if (instruction.target !== null && isJump(instruction.opcode))
      instruction.oparg = instruction.target.index
  }
  let changed: boolean
  do {
    let offset = 0
    instructions.forEach(({ opcode, oparg }, i) => {
      offsets[i] = offset
      offset += size(opcode, oparg)
    })
    offsets[instructions.length] = offset
    changed = false
    instructions.forEach((instruction, i) => {
      const { opcode, oparg, target } = instruction
      if (target === null || !isJump(opcode)) return
      const before = size(opcode, oparg)
      const end = (offsets[i] as number) + before
      instruction.oparg = Math.abs((offsets[target.index] as number) - end)
      if (size(opcode, instruction.oparg) !== before) changed = true
    })
  } while (changed)
  return offsets
}

function write(code: Uint8Array, start: number, { opcode, oparg }: Instruction): void {
  let at = start
  for (let shift = 24; shift > 0; shift -= 8) {
    if (oparg < 2 ** shift) continue
    code[at++] = EXTENDED_ARG
    code[at++] = (oparg >>> shift) & 0xff
  }
  code[at++] = opcode
  code[at] = oparg & 0xff
}

// ---- Tables ----

function locationTable(
  instructions: readonly Instruction[],
  offsets: readonly number[],
  firstlineno: number,
): Uint8Array {
  for (let i = instructions.length - 1; i >= 0; i--) {
    const instruction = instructions[i] as Instruction
    if (!isSameLocation(instruction.location, NEXT_LOCATION)) continue
    const next = instructions[i + 1]
    instruction.location = isTerminator(instruction.opcode) || !next ? NO_LOCATION : next.location
  }
  const writer = new LocationWriter(firstlineno)
  let location: Location = NO_LOCATION
  let start = 0
  instructions.forEach((instruction, i) => {
    if (isSameLocation(location, instruction.location)) return
    const offset = offsets[i] as number
    writer.add(location, offset - start)
    location = instruction.location
    start = offset
  })
  writer.add(location, (offsets[instructions.length] as number) - start)
  return writer.finish()
}

function exceptionTable(instructions: readonly Instruction[], offsets: readonly number[]): Uint8Array {
  const entries: ExceptionEntry[] = []
  let handler: Block | null = null
  let start = 0
  const close = (end: number): void => {
    if (handler === null) return
    const lasti = handler.preserveLasti
    const depth = handler.startDepth - (lasti ? 2 : 1)
    entries.push({ start, end, target: offsets[handler.index] as number, depth, lasti })
  }
  instructions.forEach((instruction, i) => {
    if (instruction.handler === handler) return
    const offset = offsets[i] as number
    close(offset)
    handler = instruction.handler
    start = offset
  })
  close(offsets[instructions.length] as number)
  return encodeExceptionTable(entries)
}
