/**
 * Classes and type aliases. A class body is a function called by `__build_class__`; what the body binds becomes
 * the class's namespace. As `compiler_class` and `compiler_typealias` in `Python/compile.c`.
 */
import type { CodeData } from '../../bytecode/code.ts'
import { NO_LOCATION } from '../../bytecode/locations.ts'
import {
  BUILD_TUPLE,
  CALL,
  CALL_INTRINSIC_1,
  COPY,
  LOAD_BUILD_CLASS,
  LOAD_CLOSURE,
  LOAD_LOCALS,
  PUSH_NULL,
  RETURN_VALUE,
  STORE_DEREF,
} from '../../bytecode/opcode-numbers.ts'
import { INTRINSIC_SUBSCRIPT_GENERIC, INTRINSIC_TYPEALIAS } from '../../bytecode/operands.ts'
import type { ClassDef, Name, TypeAlias } from '../../syntax/ast.ts'
import { intConstant, NONE, strConstant, tupleConstant } from '../constants.ts'
import { body } from './bodies.ts'
import { callArguments } from './calls.ts'
import { makeClosure } from './closures.ts'
import type { Context } from './context.ts'
import { applyDecorators, decorators, firstLine } from './functions.ts'
import { nameOp } from './names.ts'
import { typeParams } from './type-params.ts'
import { compareCodePoints } from './unit.ts'

export function classDef(c: Context, s: ClassDef): void {
  decorators(c, s.decorator_list)
  const firstlineno = firstLine(s)
  const generic = s.type_params.length > 0
  if (generic) {
    const scope = c.symtable.lookup(s.type_params)
    c.enter('type parameters', `<generic parameters of ${s.name}>`, scope, firstlineno, s.name)
    typeParams(c, s.type_params)
    nameOp(c, s, '.type_params', 'Store')
  }
  const code = classBody(c, s, firstlineno)
  c.emit(s, LOAD_BUILD_CLASS)
  c.emit(s, PUSH_NULL)
  makeClosure(c, s, code, 0)
  c.loadConst(s, strConstant(s.name))
  if (generic) {
    nameOp(c, s, '.type_params', 'Load')
    c.emit(s, CALL_INTRINSIC_1, INTRINSIC_SUBSCRIPT_GENERIC)
    nameOp(c, s, '.generic_base', 'Store')
    const { lineno, col_offset, end_lineno, end_col_offset } = s
    const position = { lineno, col_offset, end_lineno, end_col_offset }
    const base: Name = { kind: 'Name', id: '.generic_base', ctx: 'Load', ...position }
    callArguments(c, s, 2, [...s.bases, base], s.keywords)
    callGeneric(c, s)
  } else callArguments(c, s, 2, s.bases, s.keywords)
  applyDecorators(c, s.decorator_list)
  nameOp(c, s, s.name, 'Store')
}

/** Ends the scope of type parameters, and calls it. */
function callGeneric(c: Context, s: ClassDef | TypeAlias): void {
  makeClosure(c, s, c.leave(false), 0)
  c.emit(s, PUSH_NULL)
  c.emit(s, CALL, 0)
}

function classBody(c: Context, s: ClassDef, firstlineno: number): CodeData {
  c.enter('class', s.name, c.symtable.lookup(s), firstlineno, s.name)
  const { unit } = c
  const start = { lineno: firstlineno, end_lineno: firstlineno, col_offset: 0, end_col_offset: 0 }
  nameOp(c, start, '__name__', 'Load')
  nameOp(c, start, '__module__', 'Store')
  c.loadConst(start, strConstant(unit.qualname))
  nameOp(c, start, '__qualname__', 'Store')
  c.loadConst(start, intConstant(firstlineno))
  nameOp(c, start, '__firstlineno__', 'Store')
  if (s.type_params.length > 0) {
    nameOp(c, start, '.type_params', 'Load')
    nameOp(c, start, '__type_params__', 'Store')
  }
  if (unit.scope.needsClassdict) {
    c.emit(start, LOAD_LOCALS)
    c.emit(start, STORE_DEREF, unit.cellvars.add('__classdict__'))
  }
  body(c, start, s.body)

  // Unlike CPython: sorted, where CPython 3.13 has the order of a set of strings, which differs from run to run.
  const attributes = [...unit.staticAttributes].sort(compareCodePoints)
  c.loadConst(NO_LOCATION, tupleConstant(attributes.map(strConstant)))
  nameOp(c, NO_LOCATION, '__static_attributes__', 'Store')
  if (unit.scope.needsClassdict) {
    c.emit(NO_LOCATION, LOAD_CLOSURE, unit.cellvars.add('__classdict__'))
    nameOp(c, NO_LOCATION, '__classdictcell__', 'Store')
  }
  if (unit.scope.needsClassClosure) {
    // The body returns the cell, for `__build_class__` to fill.
    c.emit(NO_LOCATION, LOAD_CLOSURE, unit.cellvars.add('__class__'))
    c.emit(NO_LOCATION, COPY, 1)
    nameOp(c, NO_LOCATION, '__classcell__', 'Store')
  } else c.loadConst(NO_LOCATION, NONE)
  c.emit(NO_LOCATION, RETURN_VALUE)
  return c.leave(true)
}

export function typeAlias(c: Context, s: TypeAlias): void {
  const name = s.name.id
  const generic = s.type_params.length > 0
  if (generic) {
    const scope = c.symtable.lookup(s.type_params)
    c.enter('type parameters', `<generic parameters of ${name}>`, scope, s.lineno)
    c.loadConst(s, strConstant(name))
    typeParams(c, s.type_params)
  } else {
    c.loadConst(s, strConstant(name))
    c.loadConst(s, NONE)
  }
  c.enter('function', name, c.symtable.lookup(s), s.lineno)
  // A string in first place would be a docstring.
  c.unit.consts.add(NONE)
  c.expression(s.value)
  c.emit(s, RETURN_VALUE)
  makeClosure(c, s, c.leave(false), 0)
  c.emit(s, BUILD_TUPLE, 3)
  c.emit(s, CALL_INTRINSIC_1, INTRINSIC_TYPEALIAS)
  if (generic) callGeneric(c, s)
  nameOp(c, s, name, 'Store')
}
