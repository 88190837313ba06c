/**
 * Lists, tuples and sets, which may contain `*iterable`; argument lists use the same code.
 * As `starunpack_helper` in `Python/compile.c`.
 */
import type { Location } from '../../bytecode/locations.ts'
import { BUILD_TUPLE, CALL_INTRINSIC_1, SET_ADD } from '../../bytecode/opcode-numbers.ts'
import { INTRINSIC_LIST_TO_TUPLE } from '../../bytecode/operands.ts'
import type { Constant, Expr } from '../../syntax/ast.ts'
import { constantOf, tupleConstant } from '../constants.ts'
import { frozensetConstant } from '../folding/collections.ts'
import { type Context, STACK_USE_GUIDELINE } from './context.ts'

export function areConstant(exprs: readonly (Expr | null)[]): exprs is Constant[] {
  return exprs.every((e) => e?.kind === 'Constant')
}

/**
 * Builds a collection of `elts` and the `pushed` values that are on the stack already. The three instructions
 * build it, add one value, and add all of an iterable; a tuple is built as a list and converted where necessary.
 */
export function sequence(
  c: Context,
  location: Location,
  elts: readonly Expr[],
  pushed: number,
  build: number,
  add: number,
  extend: number,
  isTuple: boolean,
): void {
  const count = elts.length
  if (count > 2 && areConstant(elts)) {
    const items = elts.map(constantOf)
    if (isTuple && pushed === 0) return c.loadConst(location, tupleConstant(items))
    c.emit(location, build, pushed)
    c.loadConst(location, add === SET_ADD ? frozensetConstant(items) : tupleConstant(items))
    c.emit(location, extend, 1)
    if (isTuple) c.emit(location, CALL_INTRINSIC_1, INTRINSIC_LIST_TO_TUPLE)
    return
  }
  const big = count + pushed > STACK_USE_GUIDELINE
  if (!big && !elts.some((elt) => elt.kind === 'Starred')) {
    c.expressions(elts)
    return c.emit(location, isTuple ? BUILD_TUPLE : build, count + pushed)
  }
  let built = false
  if (big) {
    c.emit(location, build, pushed)
    built = true
  }
  elts.forEach((elt, i) => {
    if (elt.kind === 'Starred') {
      if (!built) {
        c.emit(location, build, i + pushed)
        built = true
      }
      c.expression(elt.value)
      c.emit(location, extend, 1)
    } else {
      c.expression(elt)
      if (built) c.emit(location, add, 1)
    }
  })
  if (isTuple) c.emit(location, CALL_INTRINSIC_1, INTRINSIC_LIST_TO_TUPLE)
}
