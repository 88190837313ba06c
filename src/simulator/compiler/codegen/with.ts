/**
 * `with` and `async with`. As `compiler_with` and `compiler_async_with` in `Python/compile.c`.
 */
import { NO_LOCATION } from '../../bytecode/locations.ts'
import {
  BEFORE_ASYNC_WITH,
  BEFORE_WITH,
  GET_AWAITABLE,
  JUMP,
  JUMP_NO_INTERRUPT,
  POP_BLOCK,
  POP_EXCEPT,
  POP_JUMP_IF_TRUE,
  POP_TOP,
  PUSH_EXC_INFO,
  RERAISE,
  SETUP_CLEANUP,
  SETUP_WITH,
  TO_BOOL,
  WITH_EXCEPT_START,
} from '../../bytecode/opcode-numbers.ts'
import type { AsyncWith, With, WithItem } from '../../syntax/ast.ts'
import { NONE } from '../constants.ts'
import type { Label } from '../instructions.ts'
import { yieldFrom } from './awaiting.ts'
import type { Context } from './context.ts'
import { popExceptAndReraise } from './try.ts'
import { exitWithNones } from './unwinding.ts'

export function withStatement(c: Context, s: With | AsyncWith): void {
  if (s.kind === 'AsyncWith' && !c.isAsync) {
    throw c.error("'async with' outside async function", s)
  }
  item(c, s, 0)
}

/** One context manager; the next ones are nested in it. */
function item(c: Context, s: With | AsyncWith, index: number): void {
  const isAsync = s.kind === 'AsyncWith'
  const { context_expr: manager, optional_vars: target } = s.items[index] as WithItem
  const final = c.newLabel()
  const exit = c.newLabel()
  const cleanup = c.newLabel()
  const awaitTop = (what: number): void => {
    c.emit(manager, GET_AWAITABLE, what)
    c.loadConst(manager, NONE)
    yieldFrom(c, manager, true)
  }

  c.expression(manager)
  c.emit(manager, isAsync ? BEFORE_ASYNC_WITH : BEFORE_WITH)
  if (isAsync) awaitTop(1)
  c.jump(manager, SETUP_WITH, final)
  c.within(manager, { kind: isAsync ? 'async with' : 'with', location: manager }, () => {
    if (target !== null) c.expression(target)
    else c.emit(manager, POP_TOP)
    if (index + 1 === s.items.length) c.statements(s.body)
    else item(c, s, index + 1)
    c.emit(isAsync ? manager : NO_LOCATION, POP_BLOCK)
  })
  exitWithNones(c, manager, isAsync)
  c.emit(manager, POP_TOP)
  c.jump(manager, JUMP, exit)

  c.useLabel(final)
  c.jump(manager, SETUP_CLEANUP, cleanup)
  c.emit(manager, PUSH_EXC_INFO)
  c.emit(manager, WITH_EXCEPT_START)
  if (isAsync) awaitTop(2)
  exceptionalExit(c, cleanup)
  c.useLabel(exit)
}

/** Raises the exception again unless `__exit__` gave a true value. */
function exceptionalExit(c: Context, cleanup: Label): void {
  const suppress = c.newLabel()
  const exit = c.newLabel()
  c.emit(NO_LOCATION, TO_BOOL)
  c.jump(NO_LOCATION, POP_JUMP_IF_TRUE, suppress)
  c.emit(NO_LOCATION, RERAISE, 2)
  c.useLabel(suppress)
  c.emit(NO_LOCATION, POP_TOP)
  c.emit(NO_LOCATION, POP_BLOCK)
  c.emit(NO_LOCATION, POP_EXCEPT)
  c.emit(NO_LOCATION, POP_TOP)
  c.emit(NO_LOCATION, POP_TOP)
  c.jump(NO_LOCATION, JUMP_NO_INTERRUPT, exit)
  c.useLabel(cleanup)
  popExceptAndReraise(c, NO_LOCATION)
  c.useLabel(exit)
}
