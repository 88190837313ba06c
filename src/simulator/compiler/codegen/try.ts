/**
 * `try` in its three forms. Code that runs when an exception passes comes as a handler: PUSH_EXC_INFO makes the
 * exception the current one, POP_EXCEPT undoes that, and a SETUP_CLEANUP around it undoes it too if the handler
 * itself raises. As `compiler_try_finally`, `compiler_try_except` and `compiler_try_star_except` in
 * `Python/compile.c`.
 */
import { type Location, NO_LOCATION } from '../../bytecode/locations.ts'
import {
  BUILD_LIST,
  CALL_INTRINSIC_2,
  CHECK_EG_MATCH,
  CHECK_EXC_MATCH,
  COPY,
  JUMP_NO_INTERRUPT,
  LIST_APPEND,
  NOP,
  POP_BLOCK,
  POP_EXCEPT,
  POP_JUMP_IF_FALSE,
  POP_JUMP_IF_NONE,
  POP_JUMP_IF_NOT_NONE,
  POP_TOP,
  PUSH_EXC_INFO,
  RERAISE,
  SETUP_CLEANUP,
  SETUP_FINALLY,
  SWAP,
} from '../../bytecode/opcode-numbers.ts'
import { INTRINSIC_PREP_RERAISE_STAR } from '../../bytecode/operands.ts'
import type { ExceptHandler, Try, TryFields, TryStar } from '../../syntax/ast.ts'
import type { Label } from '../instructions.ts'
import type { Context } from './context.ts'
import { nameOp } from './names.ts'
import { unbind } from './unwinding.ts'

export function tryStatement(c: Context, s: Try): void {
  if (s.finalbody.length > 0) tryFinally(c, s, s.handlers.length > 0 ? () => tryExcept(c, s) : null)
  else tryExcept(c, s)
}

export function tryStar(c: Context, s: TryStar): void {
  if (s.finalbody.length > 0) tryFinally(c, s, () => tryStarExcept(c, s))
  else tryStarExcept(c, s)
}

/** Raises again what a handler was for, when the handler itself raised. */
export function popExceptAndReraise(c: Context, location: Location): void {
  c.emit(location, COPY, 3)
  c.emit(location, POP_EXCEPT)
  c.emit(location, RERAISE, 1)
}

function tryFinally(c: Context, s: TryFields, guarded: (() => void) | null): void {
  const end = c.newLabel()
  const exit = c.newLabel()
  const cleanup = c.newLabel()
  c.jump(s, SETUP_FINALLY, end)
  c.within(s, { kind: 'finally try', body: s.finalbody }, () => {
    if (guarded !== null) guarded()
    else c.statements(s.body)
    c.emit(NO_LOCATION, POP_BLOCK)
  })
  c.statements(s.finalbody)
  c.jump(NO_LOCATION, JUMP_NO_INTERRUPT, exit)

  c.useLabel(end)
  c.within(s, { kind: 'finally end' }, () => {
    c.jump(NO_LOCATION, SETUP_CLEANUP, cleanup)
    c.emit(NO_LOCATION, PUSH_EXC_INFO)
    c.statements(s.finalbody)
  })
  c.emit(NO_LOCATION, RERAISE, 0)
  c.useLabel(cleanup)
  popExceptAndReraise(c, NO_LOCATION)
  c.useLabel(exit)
}

// ---- except ----

function tryExcept(c: Context, s: TryFields): void {
  const except = c.newLabel()
  const end = c.newLabel()
  const cleanup = c.newLabel()
  c.jump(s, SETUP_FINALLY, except)
  c.within(s, { kind: 'try except' }, () => c.statements(s.body))
  c.emit(NO_LOCATION, POP_BLOCK)
  c.statements(s.orelse)
  c.jump(NO_LOCATION, JUMP_NO_INTERRUPT, end)

  c.useLabel(except)
  c.jump(NO_LOCATION, SETUP_CLEANUP, cleanup)
  c.emit(NO_LOCATION, PUSH_EXC_INFO)
  c.within(s, { kind: 'exception handler' }, () => {
    s.handlers.forEach((handler, i) => {
      if (handler.type === null && i < s.handlers.length - 1) {
        throw c.error("default 'except:' must be last", handler)
      }
      const next = c.newLabel()
      if (handler.type !== null) {
        c.expression(handler.type)
        c.emit(handler, CHECK_EXC_MATCH)
        c.jump(handler, POP_JUMP_IF_FALSE, next)
      }
      exceptClause(c, handler, end)
      c.useLabel(next)
    })
  })
  c.emit(NO_LOCATION, RERAISE, 0)
  c.useLabel(cleanup)
  popExceptAndReraise(c, NO_LOCATION)
  c.useLabel(end)
}

function exceptClause(c: Context, handler: ExceptHandler, end: Label): void {
  const { name } = handler
  if (name === null) {
    c.emit(handler, POP_TOP)
    c.within(handler, { kind: 'handler cleanup', name }, () => {
      c.statements(handler.body)
    })
    c.emit(NO_LOCATION, POP_BLOCK)
    c.emit(NO_LOCATION, POP_EXCEPT)
    return c.jump(NO_LOCATION, JUMP_NO_INTERRUPT, end)
  }
  const cleanup = c.newLabel()
  nameOp(c, handler, name, 'Store')
  // The name is unbound at the end, also if the clause raises.
  c.jump(handler, SETUP_CLEANUP, cleanup)
  c.within(handler, { kind: 'handler cleanup', name }, () => c.statements(handler.body))
  c.emit(NO_LOCATION, POP_BLOCK)
  c.emit(NO_LOCATION, POP_BLOCK)
  c.emit(NO_LOCATION, POP_EXCEPT)
  unbind(c, NO_LOCATION, name)
  c.jump(NO_LOCATION, JUMP_NO_INTERRUPT, end)
  c.useLabel(cleanup)
  unbind(c, NO_LOCATION, name)
  c.emit(NO_LOCATION, RERAISE, 1)
}

// ---- except* ----

/**
 * While clauses run, the stack holds the original exception, a list of what the clauses raised, and the part of
 * the group that no clause has taken yet. The helper at the end makes the exception to raise of the first two.
 */
function tryStarExcept(c: Context, s: TryFields): void {
  const except = c.newLabel()
  const orelse = c.newLabel()
  const end = c.newLabel()
  const cleanup = c.newLabel()
  const reraiseStar = c.newLabel()
  const reraise = c.newLabel()
  c.jump(s, SETUP_FINALLY, except)
  c.within(s, { kind: 'try except' }, () => c.statements(s.body))
  c.emit(NO_LOCATION, POP_BLOCK)
  c.jump(NO_LOCATION, JUMP_NO_INTERRUPT, orelse)

  c.useLabel(except)
  c.jump(NO_LOCATION, SETUP_CLEANUP, cleanup)
  c.emit(NO_LOCATION, PUSH_EXC_INFO)
  c.within(s, { kind: 'exception group handler' }, () => {
    s.handlers.forEach((handler, i) => {
      if (i === 0) {
        c.emit(handler, BUILD_LIST, 0)
        c.emit(handler, COPY, 2)
      }
      exceptStarClause(c, handler)
      if (i === s.handlers.length - 1) {
        // What is left of the group.
        c.emit(NO_LOCATION, LIST_APPEND, 1)
        c.jump(NO_LOCATION, JUMP_NO_INTERRUPT, reraiseStar)
      }
    })
  })
  c.useLabel(reraiseStar)
  c.emit(NO_LOCATION, CALL_INTRINSIC_2, INTRINSIC_PREP_RERAISE_STAR)
  c.emit(NO_LOCATION, COPY, 1)
  c.jump(NO_LOCATION, POP_JUMP_IF_NOT_NONE, reraise)
  c.emit(NO_LOCATION, POP_TOP)
  c.emit(NO_LOCATION, POP_BLOCK)
  c.emit(NO_LOCATION, POP_EXCEPT)
  c.jump(NO_LOCATION, JUMP_NO_INTERRUPT, end)
  c.useLabel(reraise)
  c.emit(NO_LOCATION, POP_BLOCK)
  c.emit(NO_LOCATION, SWAP, 2)
  c.emit(NO_LOCATION, POP_EXCEPT)
  c.emit(NO_LOCATION, RERAISE, 0)
  c.useLabel(cleanup)
  popExceptAndReraise(c, NO_LOCATION)
  c.useLabel(orelse)
  c.statements(s.orelse)
  c.useLabel(end)
}

function exceptStarClause(c: Context, handler: ExceptHandler): void {
  const { name } = handler
  const next = c.newLabel()
  const nextWithError = c.newLabel()
  const noMatch = c.newLabel()
  const cleanup = c.newLabel()
  if (handler.type !== null) {
    c.expression(handler.type)
    c.emit(handler, CHECK_EG_MATCH)
    c.emit(handler, COPY, 1)
    c.jump(handler, POP_JUMP_IF_NONE, noMatch)
  }
  if (name !== null) nameOp(c, handler, name, 'Store')
  else c.emit(handler, POP_TOP)
  c.jump(handler, SETUP_CLEANUP, cleanup)
  c.within(handler, { kind: 'handler cleanup', name }, () => c.statements(handler.body))
  c.emit(NO_LOCATION, POP_BLOCK)
  if (name !== null) unbind(c, NO_LOCATION, name)
  c.jump(NO_LOCATION, JUMP_NO_INTERRUPT, next)
  c.useLabel(cleanup)
  if (name !== null) unbind(c, NO_LOCATION, name)
  // The exception goes to the list; below it lies the position.
  c.emit(NO_LOCATION, LIST_APPEND, 3)
  c.emit(NO_LOCATION, POP_TOP)
  c.jump(NO_LOCATION, JUMP_NO_INTERRUPT, nextWithError)
  c.useLabel(next)
  // Holds the location that propagates to here.
  c.emit(NO_LOCATION, NOP)
  c.jump(NO_LOCATION, JUMP_NO_INTERRUPT, nextWithError)
  c.useLabel(noMatch)
  c.emit(handler, POP_TOP)
  c.useLabel(nextWithError)
}
