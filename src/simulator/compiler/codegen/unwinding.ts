/**
 * Leaving statements: what `return`, `break` and `continue` do on their way out of loops, handlers, `with` and
 * `finally`. A `finally` body is compiled anew at every such place.
 * As `compiler_unwind_fblock_stack` in `Python/compile.c`.
 */
import { type Location, NO_LOCATION } from '../../bytecode/locations.ts'
import { CALL, GET_AWAITABLE, POP_BLOCK, POP_EXCEPT, POP_TOP, SWAP } from '../../bytecode/opcode-numbers.ts'
import { NONE } from '../constants.ts'
import type { Label } from '../instructions.ts'
import { yieldFrom } from './awaiting.ts'
import type { Context } from './context.ts'
import { nameOp } from './names.ts'
import type { FrameBlock } from './unit.ts'

/** Leaves all statements; `onStack` says that a result is on top of the stack. Gives the location to go on with. */
export function unwindAll(c: Context, location: Location, onStack: boolean): Location {
  return unwind(c, location, onStack, () => false).location
}

/** Leaves statements up to and, for `break`, including the innermost loop; null if there is none. */
export function unwindToLoop(
  c: Context,
  location: Location,
  isBreak: boolean,
): { label: Label; location: Location } | null {
  const isLoop = (block: FrameBlock): boolean => block.kind === 'while loop' || block.kind === 'for loop'
  const { location: after, found } = unwind(c, location, false, isLoop)
  if (found === null || !('block' in found)) return null
  if (!isBreak) return { label: found.block, location: after }
  return { label: found.exit, location: leave(c, after, found, false) }
}

function unwind(
  c: Context,
  location: Location,
  onStack: boolean,
  stopAt: (block: FrameBlock) => boolean,
): { location: Location; found: FrameBlock | null } {
  const { frameBlocks } = c.unit
  const left: FrameBlock[] = []
  let at = location
  let found: FrameBlock | null = null
  for (let top = frameBlocks.pop(); top !== undefined; top = frameBlocks.pop()) {
    left.push(top)
    if (top.kind === 'exception group handler') {
      throw c.error("'break', 'continue' and 'return' cannot appear in an except* block", at)
    }
    if (stopAt(top)) {
      found = top
      break
    }
    // While a block is being left, the statement is no longer in it.
    at = leave(c, at, top, onStack)
  }
  frameBlocks.push(...left.reverse())
  return { location: at, found }
}

/** Emits what leaving one block takes. Code behind a cleanup that is code of its own has no location. */
function leave(c: Context, location: Location, block: FrameBlock, onStack: boolean): Location {
  const keepTop = (): void => {
    if (onStack) c.emit(location, SWAP, 2)
  }
  switch (block.kind) {
    case 'while loop':
    case 'exception handler':
    case 'exception group handler':
    case 'async comprehension':
    case 'stop iteration':
      return location
    case 'for loop':
    case 'pop value':
      keepTop()
      c.emit(location, POP_TOP)
      return location
    case 'try except':
      c.emit(location, POP_BLOCK)
      return location
    case 'finally try': {
      c.emit(location, POP_BLOCK)
      const { body } = block
      if (onStack) c.within(location, { kind: 'pop value' }, () => c.statements(body))
      else c.statements(body)
      return NO_LOCATION
    }
    case 'finally end':
      keepTop()
      c.emit(location, POP_TOP)
      keepTop()
      c.emit(location, POP_BLOCK)
      c.emit(location, POP_EXCEPT)
      return location
    case 'with':
    case 'async with': {
      const at = block.location
      c.emit(at, POP_BLOCK)
      if (onStack) c.emit(at, SWAP, 2)
      exitWithNones(c, at, block.kind === 'async with')
      c.emit(at, POP_TOP)
      return NO_LOCATION
    }
    case 'handler cleanup':
      if (block.name !== null) c.emit(location, POP_BLOCK)
      keepTop()
      c.emit(location, POP_BLOCK)
      c.emit(location, POP_EXCEPT)
      if (block.name !== null) unbind(c, location, block.name)
      return location
  }
}

/** `name = None; del name`, which works also if the handler has deleted it. */
export function unbind(c: Context, location: Location, name: string): void {
  c.loadConst(location, NONE)
  nameOp(c, location, name, 'Store')
  nameOp(c, location, name, 'Del')
}

/** Calls the `__exit__` on the stack with three times None, and awaits the result if it is `__aexit__`. */
export function exitWithNones(c: Context, location: Location, isAsync: boolean): void {
  for (let i = 0; i < 3; i++) c.loadConst(location, NONE)
  c.emit(location, CALL, 2)
  if (isAsync) {
    c.emit(location, GET_AWAITABLE, 2)
    c.loadConst(location, NONE)
    yieldFrom(c, location, true)
  }
}
