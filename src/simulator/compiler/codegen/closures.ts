/**
 * Making a function of a code object: `MAKE_FUNCTION`, the cells of its closure, and its attributes.
 * As `compiler_make_closure` in `Python/compile.c`.
 */
import { CO_FAST_FREE, type CodeData, namesOfKind } from '../../bytecode/code.ts'
import type { Location } from '../../bytecode/locations.ts'
import {
  BUILD_TUPLE,
  LOAD_CLOSURE,
  MAKE_FUNCTION,
  SET_FUNCTION_ATTRIBUTE,
} from '../../bytecode/opcode-numbers.ts'
import {
  MAKE_FUNCTION_ANNOTATIONS,
  MAKE_FUNCTION_CLOSURE,
  MAKE_FUNCTION_DEFAULTS,
  MAKE_FUNCTION_KWDEFAULTS,
} from '../../bytecode/operands.ts'
import { codeConstant } from '../constants.ts'
import { CELL } from '../symtable/scope.ts'
import type { Context } from './context.ts'
import { referenceKind } from './names.ts'

/** Pushes a function made of a code object; its attributes are on the stack already, the closure is added here. */
export function makeClosure(c: Context, location: Location, code: CodeData, attributes: number): void {
  const { unit } = c
  const free = namesOfKind(code, CO_FAST_FREE)
  let flags = attributes
  if (free.length > 0) {
    for (const name of free) {
      const isCell = referenceKind(c, name) === CELL
      c.emit(location, LOAD_CLOSURE, isCell ? unit.cellvars.add(name) : unit.freeIndex(name))
    }
    flags |= MAKE_FUNCTION_CLOSURE
    c.emit(location, BUILD_TUPLE, free.length)
  }
  c.loadConst(location, codeConstant(code))
  c.emit(location, MAKE_FUNCTION)
  for (const attribute of [
    MAKE_FUNCTION_CLOSURE,
    MAKE_FUNCTION_ANNOTATIONS,
    MAKE_FUNCTION_KWDEFAULTS,
    MAKE_FUNCTION_DEFAULTS,
  ]) {
    if (flags & attribute) c.emit(location, SET_FUNCTION_ATTRIBUTE, attribute)
  }
}
