/**
 * Cells and free variables find their places in the fast locals, behind the local variables. A parameter that is
 * also a cell keeps its place, so the cells behind it move up. And what a frame does first is put in front: copying
 * the closure, making cells, turning into a generator. As `prepare_localsplus` in `Python/flowgraph.c`.
 */
import {
  CO_ASYNC_GENERATOR,
  CO_COROUTINE,
  CO_FAST_CELL,
  CO_FAST_FREE,
  CO_FAST_HIDDEN,
  CO_FAST_LOCAL,
  CO_GENERATOR,
} from '../../bytecode/code.ts'
import { NO_LOCATION } from '../../bytecode/locations.ts'
import {
  COPY_FREE_VARS,
  DELETE_DEREF,
  LOAD_CLOSURE,
  LOAD_DEREF,
  LOAD_FROM_DICT_OR_DEREF,
  MAKE_CELL,
  POP_TOP,
  RETURN_GENERATOR,
  STORE_DEREF,
} from '../../bytecode/opcode-numbers.ts'
import type { Unit } from '../codegen/unit.ts'
import { Instruction } from '../instructions.ts'
import type { Block } from './block.ts'

const onCells = new Set([
  MAKE_CELL,
  LOAD_CLOSURE,
  LOAD_DEREF,
  STORE_DEREF,
  DELETE_DEREF,
  LOAD_FROM_DICT_OR_DEREF,
])

export interface FastLocals {
  readonly names: string[]
  readonly kinds: Uint8Array
}

/** Lays out the fast locals, and puts the final indices into the instructions. */
export function prepareFastLocals(unit: Unit, entry: Block, flags: number): FastLocals {
  const names: string[] = []
  const kinds: number[] = []
  for (const name of unit.varnames.indices.keys()) {
    const hidden = unit.fastHidden.has(name) ? CO_FAST_HIDDEN : 0
    const cell = unit.cellvars.has(name) ? CO_FAST_CELL : 0
    names.push(name)
    kinds.push(CO_FAST_LOCAL | hidden | cell)
  }
  /** Where each cell and free variable is. */
  const places: number[] = []
  const add = (name: string, kind: number): void => {
    places.push(names.push(name) - 1)
    kinds.push(kind)
  }
  const cellPlaces: number[] = []
  for (const name of unit.cellvars.indices.keys()) {
    const local = unit.varnames.indices.get(name)
    if (local === undefined) add(name, CO_FAST_CELL)
    else places.push(local)
    cellPlaces.push(places[places.length - 1] as number)
  }
  for (const name of unit.freevars.indices.keys()) add(name, CO_FAST_FREE)

  for (let block: Block | null = entry; block !== null; block = block.next) {
    for (const instruction of block.instructions) {
      if (onCells.has(instruction.opcode)) instruction.oparg = places[instruction.oparg] as number
    }
  }
  entry.instructions.unshift(...prefix(unit, flags, cellPlaces))
  return { names, kinds: Uint8Array.from(kinds) }
}

function prefix(unit: Unit, flags: number, cellPlaces: readonly number[]): Instruction[] {
  const instructions: Instruction[] = []
  if (unit.freevars.size > 0) {
    instructions.push(new Instruction(COPY_FREE_VARS, unit.freevars.size, NO_LOCATION))
  }
  for (const place of [...cellPlaces].sort((a, b) => a - b)) {
    instructions.push(new Instruction(MAKE_CELL, place, NO_LOCATION))
  }
  if (flags & (CO_GENERATOR | CO_COROUTINE | CO_ASYNC_GENERATOR)) {
    const lineno = unit.firstlineno
    const location = { lineno, end_lineno: lineno, col_offset: -1, end_col_offset: -1 }
    instructions.push(new Instruction(RETURN_GENERATOR, 0, location), new Instruction(POP_TOP, 0, location))
  }
  return instructions
}
