/**
 * `yield`, and the loop behind `yield from` and `await`, which sends values to an iterator and yields what it
 * yields until it ends. As `addop_yield` and `compiler_add_yield_from` in `Python/compile.c`.
 */
import { type Location, NO_LOCATION } from '../../bytecode/locations.ts'
import {
  CALL_INTRINSIC_1,
  CLEANUP_THROW,
  END_SEND,
  JUMP_NO_INTERRUPT,
  POP_BLOCK,
  RESUME,
  SEND,
  SETUP_FINALLY,
  YIELD_VALUE,
} from '../../bytecode/opcode-numbers.ts'
import {
  INTRINSIC_ASYNC_GEN_WRAP,
  RESUME_AFTER_AWAIT,
  RESUME_AFTER_YIELD,
  RESUME_AFTER_YIELD_FROM,
} from '../../bytecode/operands.ts'
import type { Context } from './context.ts'

/** Yields the value on top. */
export function yieldValue(c: Context, location: Location): void {
  const { generator, coroutine } = c.unit.scope
  if (generator && coroutine) c.emit(location, CALL_INTRINSIC_1, INTRINSIC_ASYNC_GEN_WRAP)
  c.emit(location, YIELD_VALUE, 0)
  c.emit(location, RESUME, RESUME_AFTER_YIELD)
}

/** Expects the iterator and the first value to send on the stack, and leaves the result. */
export function yieldFrom(c: Context, location: Location, isAwait: boolean): void {
  const send = c.newLabel()
  const fail = c.newLabel()
  const exit = c.newLabel()
  c.useLabel(send)
  c.jump(location, SEND, exit)
  // YIELD_VALUE raises only if an exception is thrown into the generator: StopIteration is then the result.
  c.jump(location, SETUP_FINALLY, fail)
  c.emit(location, YIELD_VALUE, 1)
  c.emit(NO_LOCATION, POP_BLOCK)
  c.emit(location, RESUME, isAwait ? RESUME_AFTER_AWAIT : RESUME_AFTER_YIELD_FROM)
  c.jump(location, JUMP_NO_INTERRUPT, send)
  c.useLabel(fail)
  c.emit(location, CLEANUP_THROW)
  c.useLabel(exit)
  c.emit(location, END_SEND)
}
