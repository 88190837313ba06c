/**
 * `match`. A pattern tests the subject on top of the stack and consumes it. Names it captures are collected on the
 * stack below and stored only when the whole pattern has matched. When a test fails, what the pattern has put on
 * the stack has to go: *fail_pop* is a ladder of labels, the n-th of which drops n values and goes on with the next
 * case. As `compiler_match` and `compiler_pattern_…` in `Python/compile.c`.
 */
import { constantRepr, stringRepr } from '../../bytecode/constant-repr.ts'
import { type Location, NO_LOCATION } from '../../bytecode/locations.ts'
import {
  BINARY_OP,
  BINARY_SUBSCR,
  BUILD_MAP,
  BUILD_TUPLE,
  COPY,
  DELETE_SUBSCR,
  DICT_UPDATE,
  GET_LEN,
  IS_OP,
  JUMP,
  MATCH_CLASS,
  MATCH_KEYS,
  MATCH_MAPPING,
  MATCH_SEQUENCE,
  NOP,
  POP_JUMP_IF_FALSE,
  POP_TOP,
  SWAP,
  TO_BOOL,
  UNPACK_EX,
  UNPACK_SEQUENCE,
} from '../../bytecode/opcode-numbers.ts'
import type {
  Match,
  MatchAs,
  MatchCase,
  MatchClass,
  MatchMapping,
  MatchOr,
  MatchSequence,
  MatchValue,
  Pattern,
  Position,
} from '../../syntax/ast.ts'
import { constantOf, intConstant, NONE, strConstant, tupleConstant } from '../constants.ts'
import { equalityKey } from '../folding/collections.ts'
import type { Label } from '../instructions.ts'
import { compareOp, jumpIf } from './conditions.ts'
import type { Context } from './context.ts'
import { binaryArguments } from './expressions.ts'
import { checkName, nameOp } from './names.ts'

/** What is known while a pattern is compiled. */
interface PatternState {
  /** Captured names, whose values lie on the stack in this order, deepest first. */
  stores: string[]
  /** A pattern that always matches may stand here. */
  allowIrrefutable: boolean
  failPop: Label[]
  /** Values above the captured ones that have to stay. */
  onTop: number
}

const isWildcard = (p: Pattern): boolean => p.kind === 'MatchAs' && p.name === null && p.pattern === null
const isStarWildcard = (p: Pattern): boolean => p.kind === 'MatchStar' && p.name === null

export function match(c: Context, s: Match): void {
  c.expression(s.subject)
  const end = c.newLabel()
  const lastCase = s.cases[s.cases.length - 1] as MatchCase
  // A final `case _` needs no copy of the subject.
  const hasDefault = s.cases.length > 1 && isWildcard(lastCase.pattern)
  const tested = hasDefault ? s.cases.slice(0, -1) : s.cases
  tested.forEach((matchCase, i) => {
    const { pattern, guard, body } = matchCase
    const isLast = i === tested.length - 1
    if (!isLast) c.emit(pattern, COPY, 1)
    const state: PatternState = {
      stores: [],
      // Only the last case, or one with a guard.
      allowIrrefutable: guard !== null || matchCase === lastCase,
      failPop: [],
      onTop: 0,
    }
    compilePattern(c, pattern, state)
    for (const name of state.stores) nameOp(c, pattern, name, 'Store')
    if (guard !== null) {
      ensureFailPop(c, state, 0)
      jumpIf(c, pattern, guard, state.failPop[0] as Label, false)
    }
    if (!isLast) c.emit(pattern, POP_TOP)
    c.statements(body)
    c.jump(NO_LOCATION, JUMP, end)
    // A failure has the line of the pattern, not the last line of the body before.
    emitFailPop(c, pattern, state)
  })
  if (hasDefault) {
    const { pattern, guard, body } = lastCase
    // For the line only.
    c.emit(pattern, NOP)
    if (guard !== null) jumpIf(c, pattern, guard, end, false)
    c.statements(body)
  }
  c.useLabel(end)
}

// ---- Failing ----

function ensureFailPop(c: Context, state: PatternState, pops: number): void {
  while (state.failPop.length <= pops) state.failPop.push(c.newLabel())
}

/** Jumps to where all that the pattern has on the stack is dropped. */
function jumpToFailPop(c: Context, location: Location, state: PatternState, opcode: number): void {
  const pops = state.onTop + state.stores.length
  ensureFailPop(c, state, pops)
  c.jump(location, opcode, state.failPop[pops] as Label)
}

function emitFailPop(c: Context, location: Location, state: PatternState): void {
  for (let pops = state.failPop.length - 1; pops >= 0; pops--) {
    c.useLabel(state.failPop[pops] as Label)
    if (pops > 0) c.emit(location, POP_TOP)
  }
  state.failPop = []
}

// ---- Capturing ----

/** Moves the top down by `count` places. */
function rotate(c: Context, location: Location, count: number): void {
  for (let depth = count; depth > 1; depth--) c.emit(location, SWAP, depth)
}

function storeName(c: Context, position: Position, name: string | null, state: PatternState): void {
  if (name === null) return c.emit(position, POP_TOP)
  checkName(c, position, name, 'Store')
  if (state.stores.includes(name)) throw duplicate(c, position, name)
  // Below the values that have to stay on top.
  rotate(c, position, state.onTop + state.stores.length + 1)
  state.stores.push(name)
}

const duplicate = (c: Context, position: Position, name: string): Error =>
  c.error(`multiple assignments to name ${stringRepr(name)} in pattern`, position)

// ---- Patterns ----

function compilePattern(c: Context, p: Pattern, state: PatternState): void {
  switch (p.kind) {
    case 'MatchValue':
      return matchValue(c, p, state)
    case 'MatchSingleton':
      c.loadConst(p, p.value)
      compareOp(c, p, 'Is')
      return jumpToFailPop(c, p, state, POP_JUMP_IF_FALSE)
    case 'MatchSequence':
      return matchSequence(c, p, state)
    case 'MatchMapping':
      return matchMapping(c, p, state)
    case 'MatchClass':
      return matchClass(c, p, state)
    case 'MatchStar':
      return storeName(c, p, p.name, state)
    case 'MatchAs':
      return matchAs(c, p, state)
    case 'MatchOr':
      return matchOr(c, p, state)
  }
}

/** A pattern inside another, where one that always matches does no harm. */
function subpattern(c: Context, p: Pattern, state: PatternState): void {
  const { allowIrrefutable } = state
  state.allowIrrefutable = true
  compilePattern(c, p, state)
  state.allowIrrefutable = allowIrrefutable
}

function matchValue(c: Context, p: MatchValue, state: PatternState): void {
  if (p.value.kind !== 'Constant' && p.value.kind !== 'Attribute') {
    throw c.error('patterns may only match literals and attribute lookups', p)
  }
  c.expression(p.value)
  compareOp(c, p, 'Eq')
  c.emit(p, TO_BOOL)
  jumpToFailPop(c, p, state, POP_JUMP_IF_FALSE)
}

function matchAs(c: Context, p: MatchAs, state: PatternState): void {
  if (p.pattern === null) {
    if (!state.allowIrrefutable) {
      throw c.error(
        p.name !== null
          ? `name capture ${stringRepr(p.name)} makes remaining patterns unreachable`
          : 'wildcard makes remaining patterns unreachable',
        p,
      )
    }
    return storeName(c, p, p.name, state)
  }
  // Keeps the subject, to capture it if the pattern matches.
  state.onTop += 1
  c.emit(p, COPY, 1)
  compilePattern(c, p.pattern, state)
  state.onTop -= 1
  storeName(c, p, p.name, state)
}

// ---- Sequences ----

function matchSequence(c: Context, p: MatchSequence, state: PatternState): void {
  const { patterns } = p
  const star = patterns.findIndex((pattern) => pattern.kind === 'MatchStar')
  if (patterns.some((pattern, i) => i > star && pattern.kind === 'MatchStar')) {
    throw c.error('multiple starred names in sequence pattern', p)
  }
  state.onTop += 1
  c.emit(p, MATCH_SEQUENCE)
  jumpToFailPop(c, p, state, POP_JUMP_IF_FALSE)
  if (star < 0 || patterns.length > 1) {
    c.emit(p, GET_LEN)
    c.loadConst(p, intConstant(star < 0 ? patterns.length : patterns.length - 1))
    compareOp(c, p, star < 0 ? 'Eq' : 'GtE')
    jumpToFailPop(c, p, state, POP_JUMP_IF_FALSE)
  }
  state.onTop -= 1
  if (patterns.every((pattern) => isWildcard(pattern) || isStarWildcard(pattern))) c.emit(p, POP_TOP)
  else if (star >= 0 && isStarWildcard(patterns[star] as Pattern)) {
    matchBySubscript(c, p, patterns, star, state)
  } else matchByUnpacking(c, p, patterns, star, state)
}

function matchByUnpacking(
  c: Context,
  p: Position,
  patterns: readonly Pattern[],
  star: number,
  state: PatternState,
): void {
  const count = patterns.length
  if (star < 0) c.emit(p, UNPACK_SEQUENCE, count)
  else {
    const after = count - star - 1
    if (star >= 1 << 8 || after >= 1 << 23) {
      throw c.error('too many expressions in star-unpacking sequence pattern', p)
    }
    c.emit(p, UNPACK_EX, star + (after << 8))
  }
  state.onTop += count
  for (const pattern of patterns) {
    state.onTop -= 1
    subpattern(c, pattern, state)
  }
}

/** `[first, *_, last]`: the rest is of no interest, so items are fetched one by one. */
function matchBySubscript(
  c: Context,
  p: Position,
  patterns: readonly Pattern[],
  star: number,
  state: PatternState,
): void {
  state.onTop += 1
  patterns.forEach((pattern, i) => {
    if (i === star || isWildcard(pattern)) return
    c.emit(p, COPY, 1)
    if (i < star) c.loadConst(p, intConstant(i))
    else {
      // The subject may not know negative indices.
      c.emit(p, GET_LEN)
      c.loadConst(p, intConstant(patterns.length - i))
      c.emit(p, BINARY_OP, binaryArguments.Sub)
    }
    c.emit(p, BINARY_SUBSCR)
    subpattern(c, pattern, state)
  })
  state.onTop -= 1
  c.emit(p, POP_TOP)
}

// ---- Mappings and classes ----

function matchMapping(c: Context, p: MatchMapping, state: PatternState): void {
  const { keys, patterns, rest } = p
  const count = keys.length
  state.onTop += 1
  c.emit(p, MATCH_MAPPING)
  jumpToFailPop(c, p, state, POP_JUMP_IF_FALSE)
  if (count === 0 && rest === null) {
    state.onTop -= 1
    return c.emit(p, POP_TOP)
  }
  if (count > 0) {
    c.emit(p, GET_LEN)
    c.loadConst(p, intConstant(count))
    compareOp(c, p, 'GtE')
    jumpToFailPop(c, p, state, POP_JUMP_IF_FALSE)
  }
  mappingKeys(c, p)
  c.emit(p, BUILD_TUPLE, count)
  c.emit(p, MATCH_KEYS)
  // The tuple of keys, and that of values or None.
  state.onTop += 2
  notNone(c, p, state)
  c.emit(p, UNPACK_SEQUENCE, count)
  state.onTop += count - 1
  for (const pattern of patterns) {
    state.onTop -= 1
    subpattern(c, pattern, state)
  }
  state.onTop -= 2
  if (rest === null) {
    c.emit(p, POP_TOP)
    c.emit(p, POP_TOP)
    return
  }
  // A copy of the subject without the keys.
  c.emit(p, BUILD_MAP, 0)
  c.emit(p, SWAP, 3)
  c.emit(p, DICT_UPDATE, 2)
  c.emit(p, UNPACK_SEQUENCE, count)
  for (let left = count; left > 0; left--) {
    c.emit(p, COPY, 1 + left)
    c.emit(p, SWAP, 2)
    c.emit(p, DELETE_SUBSCR)
  }
  storeName(c, p, rest, state)
}

function mappingKeys(c: Context, p: MatchMapping): void {
  const seen = new Set<string>()
  for (const key of p.keys) {
    if (key.kind === 'Constant') {
      const value = constantOf(key)
      const id = equalityKey(value)
      if (seen.has(id)) throw c.error(`mapping pattern checks duplicate key (${constantRepr(value)})`, p)
      seen.add(id)
    } else if (key.kind !== 'Attribute') {
      throw c.error('mapping pattern keys may only match literals and attribute lookups', p)
    }
    c.expression(key)
  }
}

/** Fails if the top is None, and keeps it. */
function notNone(c: Context, location: Location, state: PatternState): void {
  c.emit(location, COPY, 1)
  c.loadConst(location, NONE)
  c.emit(location, IS_OP, 1)
  jumpToFailPop(c, location, state, POP_JUMP_IF_FALSE)
}

function matchClass(c: Context, p: MatchClass, state: PatternState): void {
  p.kwd_attrs.forEach((attr, i) => {
    const position = p.kwd_patterns[i] as Pattern
    checkName(c, position, attr, 'Store')
    const again = p.kwd_attrs.indexOf(attr, i + 1)
    if (again >= 0) {
      const msg = `attribute name repeated in class pattern: ${attr}`
      throw c.error(msg, p.kwd_patterns[again] as Pattern)
    }
  })
  const patterns = [...p.patterns, ...p.kwd_patterns]
  c.expression(p.cls)
  c.loadConst(p, tupleConstant(p.kwd_attrs.map(strConstant)))
  c.emit(p, MATCH_CLASS, p.patterns.length)
  // A tuple of attributes, or None.
  state.onTop += 1
  notNone(c, p, state)
  c.emit(p, UNPACK_SEQUENCE, patterns.length)
  state.onTop += patterns.length - 1
  for (const pattern of patterns) {
    state.onTop -= 1
    if (isWildcard(pattern)) c.emit(p, POP_TOP)
    else subpattern(c, pattern, state)
  }
}

// ---- Alternatives ----

function matchOr(c: Context, p: MatchOr, state: PatternState): void {
  const end = c.newLabel()
  // The names of the first alternative, in whose order the others have to put theirs.
  let control: readonly string[] = []
  p.patterns.forEach((alternative, i) => {
    const inner: PatternState = {
      stores: [],
      // Only the last one.
      allowIrrefutable: i === p.patterns.length - 1 && state.allowIrrefutable,
      failPop: [],
      onTop: 0,
    }
    c.emit(alternative, COPY, 1)
    compilePattern(c, alternative, inner)
    if (i === 0) control = inner.stores
    else if (inner.stores.length !== control.length) throw different(c, p)
    else reorder(c, alternative, p, inner.stores, control)
    c.jump(alternative, JUMP, end)
    emitFailPop(c, alternative, inner)
  })
  // None has matched.
  c.emit(p, POP_TOP)
  jumpToFailPop(c, p, state, JUMP)
  c.useLabel(end)
  // The captured values lie on top of the subject's copy; they go where captured values belong.
  const depth = control.length + 1 + state.onTop + state.stores.length
  for (const name of control) {
    rotate(c, p, depth)
    if (state.stores.includes(name)) throw duplicate(c, p, name)
    state.stores.push(name)
  }
  c.emit(p, POP_TOP)
}

const different = (c: Context, p: Position): Error => c.error('alternative patterns bind different names', p)

/** Brings captured values into the order of `control`. */
function reorder(
  c: Context,
  location: Location,
  p: Position,
  stores: string[],
  control: readonly string[],
): void {
  for (let wanted = control.length - 1; wanted >= 0; wanted--) {
    const found = stores.indexOf(control[wanted] as string)
    if (found < 0) throw different(c, p)
    if (found === wanted) continue
    const rotated = stores.splice(0, found + 1)
    stores.splice(wanted - found, 0, ...rotated)
    for (let i = 0; i <= found; i++) rotate(c, location, wanted + 1)
  }
}
