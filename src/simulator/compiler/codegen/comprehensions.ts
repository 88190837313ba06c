/**
 * Comprehensions and generator expressions.
 *
 * A generator expression is a nested function called with its first iterable. A list, set or dict comprehension is
 * usually *inlined*: its variables are saved on the stack, its code runs in place, and they are put back, also if
 * an exception passes. As `compiler_comprehension` in `Python/compile.c`, and PEP 709.
 */
import { type Location, NO_LOCATION } from '../../bytecode/locations.ts'
import {
  BUILD_LIST,
  BUILD_MAP,
  BUILD_SET,
  CALL,
  END_ASYNC_FOR,
  END_FOR,
  FOR_ITER,
  GET_AITER,
  GET_ANEXT,
  GET_AWAITABLE,
  GET_ITER,
  JUMP,
  JUMP_NO_INTERRUPT,
  LIST_APPEND,
  LOAD_FAST,
  LOAD_FAST_AND_CLEAR,
  MAKE_CELL,
  MAP_ADD,
  POP_BLOCK,
  POP_TOP,
  RERAISE,
  RETURN_VALUE,
  SET_ADD,
  SETUP_FINALLY,
  STORE_FAST_MAYBE_NULL,
  SWAP,
} from '../../bytecode/opcode-numbers.ts'
import type * as ast from '../../syntax/ast.ts'
import { NONE } from '../constants.ts'
import type { Label } from '../instructions.ts'
import {
  CELL,
  DEF_LOCAL,
  DEF_NONLOCAL,
  FREE,
  SCOPE_MASK,
  SCOPE_OFFSET,
  type Scope,
} from '../symtable/scope.ts'
import { yieldFrom, yieldValue } from './awaiting.ts'
import { makeClosure } from './closures.ts'
import { jumpIf } from './conditions.ts'
import type { Context } from './context.ts'

type AnyComprehension = ast.ListComp | ast.SetComp | ast.DictComp | ast.GeneratorExp

const names: Record<AnyComprehension['kind'], string> = {
  ListComp: '<listcomp>',
  SetComp: '<setcomp>',
  DictComp: '<dictcomp>',
  GeneratorExp: '<genexpr>',
}

const builders = { ListComp: BUILD_LIST, SetComp: BUILD_SET, DictComp: BUILD_MAP } as const

export function comprehension(c: Context, e: AnyComprehension): void {
  const scope = c.symtable.lookup(e)
  const outerAwaits = c.isAsync || c.unit.kind === 'comprehension'
  const [outermost] = e.generators
  if (outermost === undefined) throw new Error('a comprehension without generators')
  const isGenerator = e.kind === 'GeneratorExp'
  const inlined = scope.compInlined
  let saved: SavedNames | null = null
  if (inlined) {
    iterable(c, outermost)
    saved = saveNames(c, e, scope)
  } else c.enter('comprehension', names[e.kind], scope, e.lineno)

  if (scope.coroutine && !isGenerator && !outerAwaits) {
    throw c.error('asynchronous comprehension outside of an asynchronous function', e)
  }
  if (!isGenerator) {
    c.emit(e, builders[e.kind], 0)
    if (inlined) c.emit(e, SWAP, 2)
  }
  generator(c, e, 0, 0, inlined)

  if (saved !== null) return restoreNames(c, e, saved)
  if (isGenerator) c.wrapInStopIterationHandler()
  else c.emit(e, RETURN_VALUE)
  makeClosure(c, e, c.leave(true), 0)
  iterable(c, outermost)
  c.emit(e, CALL, 0)
  if (scope.coroutine && !isGenerator) {
    c.emit(e, GET_AWAITABLE, 0)
    c.loadConst(e, NONE)
    yieldFrom(c, e, true)
  }
}

function iterable(c: Context, { iter, is_async }: ast.Comprehension): void {
  c.expression(iter)
  c.emit(iter, is_async ? GET_AITER : GET_ITER)
}

// ---- Loops ----

/** The loop of one `for` and all that is in it; `depth` is the number of loops around it. */
function generator(c: Context, e: AnyComprehension, index: number, depth: number, onStack: boolean): void {
  const { is_async } = e.generators[index] as ast.Comprehension
  if (is_async) asyncGenerator(c, e, index, depth, onStack)
  else syncGenerator(c, e, index, depth, onStack)
}

function syncGenerator(
  c: Context,
  e: AnyComprehension,
  index: number,
  depth: number,
  onStack: boolean,
): void {
  const { target, iter } = e.generators[index] as ast.Comprehension
  const start = c.newLabel()
  const ifCleanup = c.newLabel()
  const anchor = c.newLabel()
  let loop = true
  if (!onStack) {
    if (index === 0) firstArgument(c, e)
    else {
      // `for y in [f(x)]` is an assignment.
      const only = (iter.kind === 'List' || iter.kind === 'Tuple') && iter.elts.length === 1 && iter.elts[0]
      if (only && only.kind !== 'Starred') {
        c.expression(only)
        loop = false
      } else {
        c.expression(iter)
        c.emit(iter, GET_ITER)
      }
    }
  }
  let inner = depth
  if (loop) {
    inner += 1
    c.useLabel(start)
    c.jump(iter, FOR_ITER, anchor)
  }
  c.expression(target)
  const elementLocation = element(c, e, index, inner, ifCleanup)
  c.useLabel(ifCleanup)
  if (!loop) return
  c.jump(elementLocation, JUMP, start)
  c.useLabel(anchor)
  c.emit(NO_LOCATION, END_FOR)
  c.emit(NO_LOCATION, POP_TOP)
}

function asyncGenerator(
  c: Context,
  e: AnyComprehension,
  index: number,
  depth: number,
  onStack: boolean,
): void {
  const { target, iter } = e.generators[index] as ast.Comprehension
  const start = c.newLabel()
  const except = c.newLabel()
  const ifCleanup = c.newLabel()
  if (!onStack) {
    if (index === 0) firstArgument(c, e)
    else {
      c.expression(iter)
      c.emit(iter, GET_AITER)
    }
  }
  c.useLabel(start)
  c.within(e, { kind: 'async comprehension' }, () => {
    c.jump(e, SETUP_FINALLY, except)
    c.emit(e, GET_ANEXT)
    c.loadConst(e, NONE)
    yieldFrom(c, e, true)
    c.emit(e, POP_BLOCK)
    c.expression(target)
    const elementLocation = element(c, e, index, depth + 1, ifCleanup)
    c.useLabel(ifCleanup)
    c.jump(elementLocation, JUMP, start)
  })
  c.useLabel(except)
  c.emit(e, END_ASYNC_FOR)
}

/** The first iterable comes in as the argument `.0`. */
function firstArgument(c: Context, e: Location): void {
  c.unit.argcount = 1
  c.emit(e, LOAD_FAST, 0)
}

/** Conditions, then either the next loop or what is done with an element; gives the element's location. */
function element(c: Context, e: AnyComprehension, index: number, depth: number, ifCleanup: Label): Location {
  const { ifs } = e.generators[index] as ast.Comprehension
  for (const condition of ifs) jumpIf(c, e, condition, ifCleanup, false)
  const innermost = index + 1 === e.generators.length
  if (!innermost) generator(c, e, index + 1, depth, false)

  if (e.kind === 'DictComp') {
    if (!innermost) return e.key
    c.expression(e.key)
    c.expression(e.value)
    const location = {
      lineno: e.key.lineno,
      end_lineno: e.value.end_lineno,
      col_offset: e.key.col_offset,
      end_col_offset: e.value.end_col_offset,
    }
    c.emit(location, MAP_ADD, depth + 1)
    return location
  }
  if (innermost) {
    c.expression(e.elt)
    if (e.kind === 'GeneratorExp') {
      yieldValue(c, e.elt)
      c.emit(e.elt, POP_TOP)
    } else c.emit(e.elt, e.kind === 'ListComp' ? LIST_APPEND : SET_ADD, depth + 1)
  }
  return e.elt
}

// ---- Inlining ----

interface SavedNames {
  /** Variables whose outer values lie on the stack, first deepest. */
  readonly pushed: string[]
  /** What the outer scope says of names that differ in the comprehension. */
  readonly symbols: Map<string, number>
  /** Names made fast locals for the comprehension only. */
  readonly fastHidden: string[]
  readonly cleanup: Label
}

/** Makes the comprehension's names those of the unit, and moves values they hide to the stack. */
function saveNames(c: Context, e: AnyComprehension, comprehension: Scope): SavedNames {
  const { unit } = c
  const { scope } = unit
  const inClassBody = scope.type === 'class' && unit.inlinedComprehensions === 0
  unit.inlinedComprehensions += 1
  const pushed: string[] = []
  const symbols = new Map<string, number>()
  const fastHidden: string[] = []
  for (const [name, flags] of comprehension.symbols) {
    const kind = (flags >> SCOPE_OFFSET) & SCOPE_MASK
    const outerKind = scope.scopeOf(name)
    if ((kind !== outerKind && kind !== FREE && !(kind === CELL && outerKind === FREE)) || inClassBody) {
      symbols.set(name, scope.symbol(name))
      scope.symbols.set(name, flags)
    }
    // Names the comprehension binds, but not those an assignment expression binds further out. In a class body
    // all names, as the comprehension must not see the class's.
    if (!((flags & DEF_LOCAL) !== 0 && (flags & DEF_NONLOCAL) === 0) && !inClassBody) continue
    if (!scope.isFunctionLike && unit.fastHidden.get(name) !== true) {
      unit.fastHidden.set(name, true)
      fastHidden.push(name)
    }
    // For a cell this pushes the cell itself; the comprehension gets its own.
    c.emit(e, LOAD_FAST_AND_CLEAR, unit.varnames.add(name))
    if (kind === CELL) {
      c.emit(e, MAKE_CELL, outerKind === FREE ? unit.freeIndex(name) : unit.cellvars.add(name))
    }
    pushed.push(name)
  }
  const cleanup = c.newLabel()
  if (pushed.length > 0) {
    // The iterator goes on top.
    c.emit(e, SWAP, pushed.length + 1)
    c.jump(e, SETUP_FINALLY, cleanup)
  }
  return { pushed, symbols, fastHidden, cleanup }
}

function restoreNames(c: Context, e: AnyComprehension, saved: SavedNames): void {
  const { unit } = c
  unit.inlinedComprehensions -= 1
  if (saved.pushed.length > 0) {
    const end = c.newLabel()
    c.emit(NO_LOCATION, POP_BLOCK)
    c.jump(NO_LOCATION, JUMP_NO_INTERRUPT, end)
    c.useLabel(saved.cleanup)
    // Below the exception lies the unfinished result.
    c.emit(NO_LOCATION, SWAP, 2)
    c.emit(NO_LOCATION, POP_TOP)
    restoreValues(c, e, saved.pushed)
    c.emit(NO_LOCATION, RERAISE, 0)
    c.useLabel(end)
    restoreValues(c, e, saved.pushed)
  }
  for (const [name, flags] of saved.symbols) unit.scope.symbols.set(name, flags)
  for (const name of saved.fastHidden) unit.fastHidden.set(name, false)
}

function restoreValues(c: Context, e: AnyComprehension, pushed: readonly string[]): void {
  c.emit(e, SWAP, pushed.length + 1)
  for (let at = pushed.length - 1; at >= 0; at--) {
    c.emit(e, STORE_FAST_MAYBE_NULL, c.unit.varnames.add(pushed[at] as string))
  }
}
