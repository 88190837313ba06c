/**
 * Conditional jumps: `if`, `while`, `assert` and the like jump straight out of `and`, `or`, `not` and chains of
 * comparisons, without making the value. As `compiler_jump_if` in `Python/compile.c`.
 */
import { type Location, NO_LOCATION } from '../../bytecode/locations.ts'
import {
  COMPARE_OP,
  CONTAINS_OP,
  COPY,
  IS_OP,
  JUMP_NO_INTERRUPT,
  POP_JUMP_IF_FALSE,
  POP_JUMP_IF_TRUE,
  POP_TOP,
  SWAP,
  TO_BOOL,
} from '../../bytecode/opcode-numbers.ts'
import type { Compare, CompareOperator, Expr } from '../../syntax/ast.ts'
import type { Label } from '../instructions.ts'
import type { Context } from './context.ts'
import { checkCompare } from './warnings.ts'

const LESS = 2
const GREATER = 4
const EQUALS = 8
const UNORDERED = 1

/** The argument of COMPARE_OP: the operator, and in the low bits the outcomes for which it holds. */
const compareArguments: Partial<Record<CompareOperator, number>> = {
  Lt: (0 << 5) | LESS,
  LtE: (1 << 5) | LESS | EQUALS,
  Eq: (2 << 5) | EQUALS,
  NotEq: (3 << 5) | LESS | GREATER | UNORDERED,
  Gt: (4 << 5) | GREATER,
  GtE: (5 << 5) | GREATER | EQUALS,
}

export function compareOp(c: Context, location: Location, op: CompareOperator): void {
  const argument = compareArguments[op]
  if (argument !== undefined) c.emit(location, COMPARE_OP, argument)
  else if (op === 'Is' || op === 'IsNot') c.emit(location, IS_OP, op === 'IsNot' ? 1 : 0)
  else c.emit(location, CONTAINS_OP, op === 'NotIn' ? 1 : 0)
}

/** Jumps to `target` if the truth of `e` is `when`, else goes on. */
export function jumpIf(c: Context, location: Location, e: Expr, target: Label, when: boolean): void {
  switch (e.kind) {
    case 'UnaryOp':
      if (e.op === 'Not') return jumpIf(c, location, e.operand, target, !when)
      break
    case 'BoolOp': {
      const isOr = e.op === 'Or'
      const shortcut = isOr === when ? target : c.newLabel()
      const last = e.values.length - 1
      e.values.forEach((value, i) => {
        if (i < last) jumpIf(c, location, value, shortcut, isOr)
        else jumpIf(c, location, value, target, when)
      })
      if (shortcut !== target) c.useLabel(shortcut)
      return
    }
    case 'IfExp': {
      const end = c.newLabel()
      const orelse = c.newLabel()
      jumpIf(c, location, e.test, orelse, false)
      jumpIf(c, location, e.body, target, when)
      c.jump(NO_LOCATION, JUMP_NO_INTERRUPT, end)
      c.useLabel(orelse)
      jumpIf(c, location, e.orelse, target, when)
      c.useLabel(end)
      return
    }
    case 'Compare':
      if (e.ops.length > 1) return jumpIfChain(c, e, target, when)
      break
  }
  c.expression(e)
  c.emit(e, TO_BOOL)
  c.jump(e, when ? POP_JUMP_IF_TRUE : POP_JUMP_IF_FALSE, target)
}

function jumpIfChain(c: Context, e: Compare, target: Label, when: boolean): void {
  checkCompare(c, e)
  const cleanup = c.newLabel()
  const last = e.ops.length - 1
  c.expression(e.left)
  e.comparators.forEach((comparator, i) => {
    c.expression(comparator)
    if (i < last) {
      c.emit(e, SWAP, 2)
      c.emit(e, COPY, 2)
    }
    compareOp(c, e, e.ops[i] as CompareOperator)
    c.emit(e, TO_BOOL)
    if (i < last) c.jump(e, POP_JUMP_IF_FALSE, cleanup)
  })
  c.jump(e, when ? POP_JUMP_IF_TRUE : POP_JUMP_IF_FALSE, target)
  const end = c.newLabel()
  c.jump(NO_LOCATION, JUMP_NO_INTERRUPT, end)
  c.useLabel(cleanup)
  c.emit(e, POP_TOP)
  if (!when) c.jump(NO_LOCATION, JUMP_NO_INTERRUPT, target)
  c.useLabel(end)
}
