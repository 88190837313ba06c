/**
 * Expressions: each leaves its value on the stack; targets take theirs from it.
 * As `compiler_visit_expr` in `Python/compile.c`.
 */
import { type Location, NO_LOCATION } from '../../bytecode/locations.ts'
import {
  BINARY_OP,
  BINARY_SLICE,
  BINARY_SUBSCR,
  BUILD_CONST_KEY_MAP,
  BUILD_LIST,
  BUILD_MAP,
  BUILD_SET,
  BUILD_SLICE,
  BUILD_STRING,
  CALL,
  CALL_INTRINSIC_1,
  CONVERT_VALUE,
  COPY,
  DELETE_SUBSCR,
  DICT_UPDATE,
  FORMAT_SIMPLE,
  FORMAT_WITH_SPEC,
  GET_AWAITABLE,
  GET_YIELD_FROM_ITER,
  JUMP_NO_INTERRUPT,
  LIST_APPEND,
  LIST_EXTEND,
  MAP_ADD,
  NOP,
  POP_JUMP_IF_FALSE,
  POP_JUMP_IF_TRUE,
  POP_TOP,
  SET_ADD,
  SET_UPDATE,
  STORE_SLICE,
  STORE_SUBSCR,
  SWAP,
  TO_BOOL,
  UNARY_INVERT,
  UNARY_NEGATIVE,
  UNARY_NOT,
  UNPACK_EX,
  UNPACK_SEQUENCE,
} from '../../bytecode/opcode-numbers.ts'
import { INTRINSIC_UNARY_POSITIVE } from '../../bytecode/operands.ts'
import type {
  Attribute,
  BoolOp,
  Compare,
  CompareOperator,
  Dict,
  Expr,
  FormattedValue,
  IfExp,
  JoinedStr,
  Operator,
  Slice,
  Starred,
  Subscript,
} from '../../syntax/ast.ts'
import { constantOf, NONE, strConstant, tupleConstant } from '../constants.ts'
import { yieldFrom, yieldValue } from './awaiting.ts'
import { call, isSuperCall, loadSuperArguments } from './calls.ts'
import { comprehension } from './comprehensions.ts'
import { compareOp, jumpIf } from './conditions.ts'
import { type Context, STACK_USE_GUIDELINE } from './context.ts'
import { areConstant, sequence } from './displays.ts'
import { lambda } from './functions.ts'
import { attributeLocation, attributeOp, checkName, methodOp, nameOp, superAttributeOp } from './names.ts'
import { checkCompare, checkIndex, checkSubscripter } from './warnings.ts'

/** BINARY_OP's argument by operator. */
export const binaryArguments: Record<Operator, number> = {
  Add: 0,
  BitAnd: 1,
  FloorDiv: 2,
  LShift: 3,
  MatMult: 4,
  Mult: 5,
  Mod: 6,
  BitOr: 7,
  Pow: 8,
  RShift: 9,
  Sub: 10,
  Div: 11,
  BitXor: 12,
}

export function expression(c: Context, e: Expr): void {
  switch (e.kind) {
    case 'Name':
      return nameOp(c, e, e.id, e.ctx)
    case 'Constant':
      return c.loadConst(e, constantOf(e))
    case 'Attribute':
      return attribute(c, e)
    case 'Call':
      return call(c, e)
    case 'Subscript':
      return subscript(c, e)
    case 'BinOp':
      c.expression(e.left)
      c.expression(e.right)
      return c.emit(e, BINARY_OP, binaryArguments[e.op])
    case 'BoolOp':
      return boolOp(c, e)
    case 'UnaryOp':
      c.expression(e.operand)
      if (e.op === 'Not') {
        c.emit(e, TO_BOOL)
        return c.emit(e, UNARY_NOT)
      }
      if (e.op === 'UAdd') return c.emit(e, CALL_INTRINSIC_1, INTRINSIC_UNARY_POSITIVE)
      return c.emit(e, e.op === 'USub' ? UNARY_NEGATIVE : UNARY_INVERT)
    case 'Compare':
      return compare(c, e)
    case 'IfExp':
      return ifExp(c, e)
    case 'Tuple':
    case 'List':
      if (e.ctx === 'Store') return unpack(c, e, e.elts)
      if (e.ctx === 'Del') return c.expressions(e.elts)
      return sequence(c, e, e.elts, 0, BUILD_LIST, LIST_APPEND, LIST_EXTEND, e.kind === 'Tuple')
    case 'Set':
      return sequence(c, e, e.elts, 0, BUILD_SET, SET_ADD, SET_UPDATE, false)
    case 'Dict':
      return dict(c, e)
    case 'JoinedStr':
      return joinedStr(c, e)
    case 'FormattedValue':
      return formattedValue(c, e)
    case 'Slice':
      return c.emit(e, BUILD_SLICE, sliceParts(c, e))
    case 'NamedExpr':
      c.expression(e.value)
      c.emit(e, COPY, 1)
      return c.expression(e.target)
    case 'Lambda':
      return lambda(c, e)
    case 'ListComp':
    case 'SetComp':
    case 'DictComp':
    case 'GeneratorExp':
      return comprehension(c, e)
    case 'Starred':
      return starred(c, e)
    case 'Yield':
      if (!c.unit.scope.isFunctionLike) throw c.error("'yield' outside function", e)
      if (e.value === null) c.loadConst(e, NONE)
      else c.expression(e.value)
      return yieldValue(c, e)
    case 'YieldFrom':
      if (!c.unit.scope.isFunctionLike) throw c.error("'yield from' outside function", e)
      if (c.unit.kind === 'async function') throw c.error("'yield from' inside async function", e)
      c.expression(e.value)
      c.emit(e, GET_YIELD_FROM_ITER)
      c.loadConst(e, NONE)
      return yieldFrom(c, e, false)
    case 'Await':
      if (!c.isAwaitingModule && !c.unit.scope.isFunctionLike) throw c.error("'await' outside function", e)
      if (!c.isAsync && c.unit.kind !== 'comprehension') throw c.error("'await' outside async function", e)
      c.expression(e.value)
      c.emit(e, GET_AWAITABLE, 0)
      c.loadConst(e, NONE)
      return yieldFrom(c, e, true)
  }
}

function starred(c: Context, e: Starred): never {
  throw c.error(
    e.ctx === 'Store'
      ? 'starred assignment target must be in a list or tuple'
      : "can't use starred expression here",
    e,
  )
}

function boolOp(c: Context, e: BoolOp): void {
  const end = c.newLabel()
  const jump = e.op === 'And' ? POP_JUMP_IF_FALSE : POP_JUMP_IF_TRUE
  const last = e.values.length - 1
  e.values.forEach((value, i) => {
    c.expression(value)
    if (i === last) return
    c.emit(e, COPY, 1)
    c.emit(e, TO_BOOL)
    c.jump(e, jump, end)
    c.emit(e, POP_TOP)
  })
  c.useLabel(end)
}

function compare(c: Context, e: Compare): void {
  checkCompare(c, e)
  c.expression(e.left)
  const last = e.ops.length - 1
  const cleanup = last > 0 ? c.newLabel() : -1
  e.comparators.forEach((comparator, i) => {
    c.expression(comparator)
    if (i < last) {
      c.emit(e, SWAP, 2)
      c.emit(e, COPY, 2)
    }
    compareOp(c, e, e.ops[i] as CompareOperator)
    if (i === last) return
    c.emit(e, COPY, 1)
    c.emit(e, TO_BOOL)
    c.jump(e, POP_JUMP_IF_FALSE, cleanup)
    c.emit(e, POP_TOP)
  })
  if (last === 0) return
  const end = c.newLabel()
  c.jump(NO_LOCATION, JUMP_NO_INTERRUPT, end)
  c.useLabel(cleanup)
  c.emit(e, SWAP, 2)
  c.emit(e, POP_TOP)
  c.useLabel(end)
}

function ifExp(c: Context, e: IfExp): void {
  const end = c.newLabel()
  const orelse = c.newLabel()
  jumpIf(c, e, e.test, orelse, false)
  c.expression(e.body)
  c.jump(NO_LOCATION, JUMP_NO_INTERRUPT, end)
  c.useLabel(orelse)
  c.expression(e.orelse)
  c.useLabel(end)
}

// ---- Attributes and items ----

function attribute(c: Context, e: Attribute): void {
  noteStaticAttribute(c, e)
  if (e.ctx === 'Load' && isSuperCall(c, e.value, e.attr)) {
    loadSuperArguments(c, e.value)
    superAttributeOp(c, e, e.attr, false, e.value.args.length > 0)
    return c.emit(attributeLocation(e, e), NOP)
  }
  c.expression(e.value)
  checkName(c, e, e.attr, e.ctx)
  attributeOp(c, attributeLocation(e, e), e.attr, e.ctx)
}

/** Attributes set on `self` are listed in the class's `__static_attributes__`. */
function noteStaticAttribute(c: Context, e: Attribute): void {
  if (e.ctx !== 'Store' || e.value.kind !== 'Name' || e.value.id !== 'self') return
  const units = c.outerUnits
  for (let at = units.length - 1; at >= 0; at--) {
    const unit = units[at]
    if (unit?.kind === 'class') {
      unit.staticAttributes.add(e.attr)
      return
    }
  }
}

/** `a[b:c]`, which needs no slice object. */
export function isPlainSlice(e: Expr): e is Slice {
  return e.kind === 'Slice' && e.step === null
}

/** Pushes the bounds of a slice, and the step if there is one. */
export function sliceParts(c: Context, e: Slice): 2 | 3 {
  if (e.lower === null) c.loadConst(e, NONE)
  else c.expression(e.lower)
  if (e.upper === null) c.loadConst(e, NONE)
  else c.expression(e.upper)
  if (e.step === null) return 2
  c.expression(e.step)
  return 3
}

function subscript(c: Context, e: Subscript): void {
  if (e.ctx === 'Load') {
    checkSubscripter(c, e.value)
    checkIndex(c, e.value, e.slice)
  }
  c.expression(e.value)
  if (isPlainSlice(e.slice) && e.ctx !== 'Del') {
    sliceParts(c, e.slice)
    return c.emit(e, e.ctx === 'Load' ? BINARY_SLICE : STORE_SLICE)
  }
  c.expression(e.slice)
  c.emit(e, e.ctx === 'Load' ? BINARY_SUBSCR : e.ctx === 'Store' ? STORE_SUBSCR : DELETE_SUBSCR)
}

// ---- Displays and strings ----

/** Unpacks the value on top into targets. */
function unpack(c: Context, location: Location & Expr, elts: readonly Expr[]): void {
  const star = elts.findIndex((elt) => elt.kind === 'Starred')
  if (star < 0) c.emit(location, UNPACK_SEQUENCE, elts.length)
  else {
    const after = elts.length - star - 1
    if (star >= 1 << 8 || after >= 1 << 23) {
      throw c.error('too many expressions in star-unpacking assignment', location)
    }
    if (elts.some((elt, i) => i > star && elt.kind === 'Starred')) {
      throw c.error('multiple starred expressions in assignment', location)
    }
    c.emit(location, UNPACK_EX, star + (after << 8))
  }
  for (const elt of elts) c.expression(elt.kind === 'Starred' ? elt.value : elt)
}

function dict(c: Context, e: Dict): void {
  // Runs of plain items are made into dicts, which are merged one after another.
  let have = false
  let pending = 0
  const merge = (): void => {
    if (have) c.emit(e, DICT_UPDATE, 1)
    have = true
    pending = 0
  }
  e.keys.forEach((key, i) => {
    if (key === null) {
      if (pending > 0) {
        subdict(c, e, i - pending, i)
        merge()
      }
      if (!have) {
        c.emit(e, BUILD_MAP, 0)
        have = true
      }
      c.expression(e.values[i] as Expr)
      c.emit(e, DICT_UPDATE, 1)
    } else if (pending * 2 > STACK_USE_GUIDELINE) {
      subdict(c, e, i - pending, i + 1)
      merge()
    } else pending += 1
  })
  if (pending > 0) {
    subdict(c, e, e.keys.length - pending, e.keys.length)
    merge()
  }
  if (!have) c.emit(e, BUILD_MAP, 0)
}

function subdict(c: Context, e: Dict, begin: number, end: number): void {
  const keys = e.keys.slice(begin, end) as Expr[]
  const values = e.values.slice(begin, end)
  const big = keys.length * 2 > STACK_USE_GUIDELINE
  if (keys.length > 1 && !big && areConstant(keys)) {
    c.expressions(values)
    c.loadConst(e, tupleConstant(keys.map(constantOf)))
    return c.emit(e, BUILD_CONST_KEY_MAP, keys.length)
  }
  if (big) c.emit(e, BUILD_MAP, 0)
  keys.forEach((key, i) => {
    c.expression(key)
    c.expression(values[i] as Expr)
    if (big) c.emit(e, MAP_ADD, 1)
  })
  if (!big) c.emit(e, BUILD_MAP, keys.length)
}

function joinedStr(c: Context, e: JoinedStr): void {
  const count = e.values.length
  if (count > STACK_USE_GUIDELINE) {
    c.loadConst(e, strConstant(''))
    methodOp(c, e, 'join')
    c.emit(e, BUILD_LIST, 0)
    for (const value of e.values) {
      c.expression(value)
      c.emit(e, LIST_APPEND, 1)
    }
    return c.emit(e, CALL, 1)
  }
  c.expressions(e.values)
  if (count > 1) c.emit(e, BUILD_STRING, count)
  else if (count === 0) c.loadConst(e, strConstant(''))
}

const conversionArguments: Readonly<Record<number, number>> = { 115: 1, 114: 2, 97: 3 }

function formattedValue(c: Context, e: FormattedValue): void {
  c.expression(e.value)
  if (e.conversion !== -1) {
    const argument = conversionArguments[e.conversion]
    if (argument === undefined) throw c.error(`Unrecognized conversion character ${e.conversion}`, e)
    c.emit(e, CONVERT_VALUE, argument)
  }
  if (e.format_spec === null) c.emit(e, FORMAT_SIMPLE)
  else {
    c.expression(e.format_spec)
    c.emit(e, FORMAT_WITH_SPEC)
  }
}
