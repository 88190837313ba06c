/**
 * Statements. As `compiler_visit_stmt` in `Python/compile.c`.
 */
import { NO_LOCATION } from '../../bytecode/locations.ts'
import {
  BINARY_OP,
  BINARY_SLICE,
  BINARY_SUBSCR,
  CALL,
  CALL_INTRINSIC_1,
  COPY,
  END_ASYNC_FOR,
  END_FOR,
  FOR_ITER,
  GET_AITER,
  GET_ANEXT,
  GET_ITER,
  JUMP,
  JUMP_NO_INTERRUPT,
  LOAD_ASSERTION_ERROR,
  NOP,
  POP_BLOCK,
  POP_TOP,
  RAISE_VARARGS,
  RETURN_VALUE,
  SETUP_FINALLY,
  STORE_SLICE,
  STORE_SUBSCR,
  SWAP,
} from '../../bytecode/opcode-numbers.ts'
import { INTRINSIC_PRINT, NB_INPLACE_OFFSET } from '../../bytecode/operands.ts'
import type {
  Assert,
  Assign,
  AsyncFor,
  AugAssign,
  ExprStmt,
  For,
  If,
  Raise,
  Return,
  Stmt,
  While,
} from '../../syntax/ast.ts'
import { constantOf, NONE } from '../constants.ts'
import { yieldFrom } from './awaiting.ts'
import { annAssign } from './bodies.ts'
import { classDef, typeAlias } from './classes.ts'
import { jumpIf } from './conditions.ts'
import type { Context } from './context.ts'
import { binaryArguments, isPlainSlice, sliceParts } from './expressions.ts'
import { functionDef } from './functions.ts'
import { importFrom, importModules } from './imports.ts'
import { attributeLocation, attributeOp, nameOp } from './names.ts'
import { match } from './patterns.ts'
import { tryStar, tryStatement } from './try.ts'
import { unwindAll, unwindToLoop } from './unwinding.ts'
import { withStatement } from './with.ts'

export function statement(c: Context, s: Stmt): void {
  switch (s.kind) {
    case 'FunctionDef':
    case 'AsyncFunctionDef':
      return functionDef(c, s)
    case 'ClassDef':
      return classDef(c, s)
    case 'TypeAlias':
      return typeAlias(c, s)
    case 'Return':
      return returnStatement(c, s)
    case 'Delete':
      return c.expressions(s.targets)
    case 'Assign':
      return assign(c, s)
    case 'AugAssign':
      return augAssign(c, s)
    case 'AnnAssign':
      return annAssign(c, s)
    case 'For':
      return forLoop(c, s)
    case 'AsyncFor':
      return asyncForLoop(c, s)
    case 'While':
      return whileLoop(c, s)
    case 'If':
      return ifStatement(c, s)
    case 'With':
    case 'AsyncWith':
      return withStatement(c, s)
    case 'Match':
      return match(c, s)
    case 'Raise':
      return raise(c, s)
    case 'Try':
      return tryStatement(c, s)
    case 'TryStar':
      return tryStar(c, s)
    case 'Assert':
      return assert(c, s)
    case 'Import':
      return importModules(c, s)
    case 'ImportFrom':
      return importFrom(c, s)
    case 'Global':
    case 'Nonlocal':
      return
    case 'Expr':
      return expressionStatement(c, s)
    case 'Pass':
      return c.emit(s, NOP)
    case 'Break':
    case 'Continue': {
      // Keeps the line, whatever becomes of the jump.
      c.emit(s, NOP)
      const target = unwindToLoop(c, s, s.kind === 'Break')
      if (target === null) {
        throw c.error(s.kind === 'Break' ? "'break' outside loop" : "'continue' not properly in loop", s)
      }
      return c.jump(target.location, JUMP, target.label)
    }
  }
}

function expressionStatement(c: Context, s: ExprStmt): void {
  const { value } = s
  if (c.settings.interactive && c.outerUnits.length === 0) {
    c.expression(value)
    c.emit(s, CALL_INTRINSIC_1, INTRINSIC_PRINT)
    return c.emit(NO_LOCATION, POP_TOP)
  }
  if (value.kind === 'Constant') return c.emit(s, NOP)
  c.expression(value)
  c.emit(NO_LOCATION, POP_TOP)
}

function returnStatement(c: Context, s: Return): void {
  const { value } = s
  const { scope } = c.unit
  if (!scope.isFunctionLike) throw c.error("'return' outside function", s)
  if (value !== null && scope.coroutine && scope.generator) {
    throw c.error("'return' with value in async generator", s)
  }
  // A constant is loaded after what has to be left has been left.
  const onStack = value !== null && value.kind !== 'Constant'
  if (onStack) c.expression(value)
  else if (value !== null) c.emit(value, NOP)
  if (value === null || value.lineno !== s.lineno) c.emit(s, NOP)
  const location = unwindAll(c, value !== null && !onStack && value.lineno === s.lineno ? value : s, onStack)
  if (value === null) c.loadConst(location, NONE)
  else if (value.kind === 'Constant') c.loadConst(location, constantOf(value))
  c.emit(location, RETURN_VALUE)
}

function assign(c: Context, s: Assign): void {
  c.expression(s.value)
  s.targets.forEach((target, i) => {
    if (i < s.targets.length - 1) c.emit(s, COPY, 1)
    c.expression(target)
  })
}

function augAssign(c: Context, s: AugAssign): void {
  const { target } = s
  switch (target.kind) {
    case 'Name':
      nameOp(c, target, target.id, 'Load')
      break
    case 'Attribute':
      c.expression(target.value)
      c.emit(target, COPY, 1)
      attributeOp(c, attributeLocation(target, target), target.attr, 'Load')
      break
    case 'Subscript':
      c.expression(target.value)
      if (isPlainSlice(target.slice)) {
        sliceParts(c, target.slice)
        for (let i = 0; i < 3; i++) c.emit(target, COPY, 3)
        c.emit(target, BINARY_SLICE)
      } else {
        c.expression(target.slice)
        c.emit(target, COPY, 2)
        c.emit(target, COPY, 2)
        c.emit(target, BINARY_SUBSCR)
      }
      break
  }
  c.expression(s.value)
  c.emit(s, BINARY_OP, binaryArguments[s.op] + NB_INPLACE_OFFSET)
  switch (target.kind) {
    case 'Name':
      return nameOp(c, target, target.id, 'Store')
    case 'Attribute': {
      const location = attributeLocation(target, target)
      c.emit(location, SWAP, 2)
      return attributeOp(c, location, target.attr, 'Store')
    }
    case 'Subscript': {
      const plain = isPlainSlice(target.slice)
      if (plain) c.emit(target, SWAP, 4)
      c.emit(target, SWAP, 3)
      c.emit(target, SWAP, 2)
      return c.emit(target, plain ? STORE_SLICE : STORE_SUBSCR)
    }
  }
}

// ---- Loops and conditions ----

function forLoop(c: Context, s: For): void {
  const start = c.newLabel()
  const cleanup = c.newLabel()
  const end = c.newLabel()
  c.within(s, { kind: 'for loop', block: start, exit: end }, () => {
    c.expression(s.iter)
    c.emit(s.iter, GET_ITER)
    c.useLabel(start)
    c.jump(s.iter, FOR_ITER, cleanup)
    // Keeps the target's line, for tracing a statement over several lines.
    c.emit(s.target, NOP)
    c.expression(s.target)
    c.statements(s.body)
    c.jump(NO_LOCATION, JUMP, start)
    c.useLabel(cleanup)
    c.emit(NO_LOCATION, END_FOR)
    c.emit(NO_LOCATION, POP_TOP)
  })
  c.statements(s.orelse)
  c.useLabel(end)
}

function asyncForLoop(c: Context, s: AsyncFor): void {
  if (!c.isAsync) throw c.error("'async for' outside async function", s)
  const start = c.newLabel()
  const except = c.newLabel()
  const end = c.newLabel()
  c.expression(s.iter)
  c.emit(s.iter, GET_AITER)
  c.useLabel(start)
  c.within(s, { kind: 'for loop', block: start, exit: end }, () => {
    // Guards the awaiting of the next value only.
    c.jump(s, SETUP_FINALLY, except)
    c.emit(s, GET_ANEXT)
    c.loadConst(s, NONE)
    yieldFrom(c, s, true)
    c.emit(s, POP_BLOCK)
    c.expression(s.target)
    c.statements(s.body)
    c.jump(NO_LOCATION, JUMP, start)
  })
  c.useLabel(except)
  c.emit(s.iter, END_ASYNC_FOR)
  c.statements(s.orelse)
  c.useLabel(end)
}

function whileLoop(c: Context, s: While): void {
  const loop = c.newLabel()
  const body = c.newLabel()
  const end = c.newLabel()
  const anchor = c.newLabel()
  c.useLabel(loop)
  c.within(s, { kind: 'while loop', block: loop, exit: end }, () => {
    jumpIf(c, s, s.test, anchor, false)
    c.useLabel(body)
    c.statements(s.body)
    // The condition is there twice, which saves a jump a round.
    jumpIf(c, s, s.test, body, true)
  })
  c.useLabel(anchor)
  c.statements(s.orelse)
  c.useLabel(end)
}

function ifStatement(c: Context, s: If): void {
  const end = c.newLabel()
  const orelse = s.orelse.length > 0 ? c.newLabel() : end
  jumpIf(c, s, s.test, orelse, false)
  c.statements(s.body)
  if (s.orelse.length > 0) {
    c.jump(NO_LOCATION, JUMP_NO_INTERRUPT, end)
    c.useLabel(orelse)
    c.statements(s.orelse)
  }
  c.useLabel(end)
}

// ---- Raising ----

function raise(c: Context, s: Raise): void {
  let count = 0
  for (const part of [s.exc, s.cause]) {
    if (part === null) continue
    c.expression(part)
    count += 1
  }
  c.emit(s, RAISE_VARARGS, count)
}

function assert(c: Context, s: Assert): void {
  const { test } = s
  const constant = test.kind === 'Constant' ? constantOf(test) : null
  const items = test.kind === 'Tuple' ? test.elts : constant?.type === 'tuple' ? constant.items : []
  if (items.length > 0) c.warn('assertion is always true, perhaps remove parentheses?', s)
  if (c.settings.optimize > 0) return
  const end = c.newLabel()
  jumpIf(c, s, test, end, true)
  c.emit(s, LOAD_ASSERTION_ERROR)
  if (s.msg !== null) {
    c.expression(s.msg)
    c.emit(s, CALL, 0)
  }
  c.emit(test, RAISE_VARARGS, 1)
  c.useLabel(end)
}
