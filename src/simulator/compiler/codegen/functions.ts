/**
 * Functions and lambdas: their defaults, annotations and closure are made where they are defined.
 *
 * A function with type parameters is defined in a function of its own, which is called at once with the defaults.
 * As `compiler_function` and `compiler_lambda` in `Python/compile.c`.
 */
import { CO_FUTURE_ANNOTATIONS, type CodeData } from '../../bytecode/code.ts'
import type { Location } from '../../bytecode/locations.ts'
import {
  BUILD_CONST_KEY_MAP,
  BUILD_TUPLE,
  CALL,
  CALL_INTRINSIC_2,
  LOAD_FAST,
  PUSH_NULL,
  RETURN_VALUE,
  SWAP,
  UNPACK_SEQUENCE,
} from '../../bytecode/opcode-numbers.ts'
import {
  INTRINSIC_SET_FUNCTION_TYPE_PARAMS,
  MAKE_FUNCTION_ANNOTATIONS,
  MAKE_FUNCTION_DEFAULTS,
  MAKE_FUNCTION_KWDEFAULTS,
} from '../../bytecode/operands.ts'
import type {
  Arg,
  Arguments,
  AsyncFunctionDef,
  Expr,
  FunctionDef,
  Lambda,
  Position,
} from '../../syntax/ast.ts'
import { NONE, strConstant, tupleConstant } from '../constants.ts'
import { cleanDocstring, docstringOf } from '../docstring.ts'
import { unparse } from '../unparse.ts'
import { makeClosure } from './closures.ts'
import type { Context } from './context.ts'
import { checkName, nameOp } from './names.ts'
import { typeParams } from './type-params.ts'

export function decorators(c: Context, list: readonly Expr[]): void {
  c.expressions(list)
}

/** Calls the decorators on the stack, innermost first. */
export function applyDecorators(c: Context, list: readonly Expr[]): void {
  for (let at = list.length - 1; at >= 0; at--) c.emit(list[at] as Expr, CALL, 0)
}

/** The first line of a definition is that of its first decorator. */
export const firstLine = (s: Position & { decorator_list: Expr[] }): number =>
  s.decorator_list[0]?.lineno ?? s.lineno

export function functionDef(c: Context, s: FunctionDef | AsyncFunctionDef): void {
  checkParameters(c, s.args)
  decorators(c, s.decorator_list)
  const firstlineno = firstLine(s)
  let flags = defaults(c, s, s.args)
  const generic = s.type_params.length > 0
  let passed = 0
  if (generic) {
    if (flags & MAKE_FUNCTION_DEFAULTS) passed += 1
    if (flags & MAKE_FUNCTION_KWDEFAULTS) passed += 1
    if (passed === 2) c.emit(s, SWAP, 2)
    const scope = c.symtable.lookup(s.type_params)
    c.enter('type parameters', `<generic parameters of ${s.name}>`, scope, firstlineno)
    c.unit.argcount = passed
    typeParams(c, s.type_params)
    for (let i = 0; i < passed; i++) c.emit(s, LOAD_FAST, i)
  }
  if (annotations(c, s, s.args, s.returns)) flags |= MAKE_FUNCTION_ANNOTATIONS
  makeClosure(c, s, functionBody(c, s, firstlineno), flags)
  if (generic) {
    c.emit(s, SWAP, 2)
    c.emit(s, CALL_INTRINSIC_2, INTRINSIC_SET_FUNCTION_TYPE_PARAMS)
    makeClosure(c, s, c.leave(false), 0)
    if (passed > 0) {
      c.emit(s, SWAP, passed + 1)
      c.emit(s, CALL, passed - 1)
    } else {
      c.emit(s, PUSH_NULL)
      c.emit(s, CALL, 0)
    }
  }
  applyDecorators(c, s.decorator_list)
  nameOp(c, s, s.name, 'Store')
}

function functionBody(c: Context, s: FunctionDef | AsyncFunctionDef, firstlineno: number): CodeData {
  const kind = s.kind === 'AsyncFunctionDef' ? 'async function' : 'function'
  const scope = c.symtable.lookup(s)
  c.enter(kind, s.name, scope, firstlineno)
  const docstring = docstringOf(s.body)
  const hasDocstring = docstring !== null && c.settings.optimize < 2
  c.unit.consts.add(hasDocstring ? strConstant(cleanDocstring(docstring)) : NONE)
  countArguments(c, s.args)
  const body = docstring === null ? s.body : s.body.slice(1)
  if (scope.coroutine || scope.generator) {
    c.within(s, { kind: 'stop iteration' }, () => {
      c.statements(body)
      c.wrapInStopIterationHandler()
    })
  } else c.statements(body)
  return c.leave(true)
}

function countArguments(c: Context, args: Arguments): void {
  c.unit.argcount = args.args.length
  c.unit.posonlyargcount = args.posonlyargs.length
  c.unit.kwonlyargcount = args.kwonlyargs.length
}

export function lambda(c: Context, e: Lambda): void {
  checkParameters(c, e.args)
  const flags = defaults(c, e, e.args)
  c.enter('lambda', '<lambda>', c.symtable.lookup(e), e.lineno)
  // A string in first place would be a docstring.
  c.unit.consts.add(NONE)
  countArguments(c, e.args)
  c.expression(e.body)
  let code: CodeData
  if (c.unit.scope.generator) code = c.leave(false)
  else {
    c.emit(e.body, RETURN_VALUE)
    code = c.leave(true)
  }
  makeClosure(c, e, code, flags)
}

function checkParameters(c: Context, args: Arguments): void {
  const check = (arg: Arg | null): void => {
    if (arg !== null) checkName(c, arg, arg.arg, 'Store')
  }
  args.args.forEach(check)
  args.posonlyargs.forEach(check)
  args.kwonlyargs.forEach(check)
  check(args.vararg)
  check(args.kwarg)
}

/** Pushes a tuple of defaults and a dict of keyword defaults, as far as there are any; tells which. */
function defaults(c: Context, location: Location, args: Arguments): number {
  let flags = 0
  if (args.defaults.length > 0) {
    c.expressions(args.defaults)
    c.emit(location, BUILD_TUPLE, args.defaults.length)
    flags |= MAKE_FUNCTION_DEFAULTS
  }
  const keys: string[] = []
  args.kwonlyargs.forEach((arg, i) => {
    const value = args.kw_defaults[i] ?? null
    if (value === null) return
    keys.push(c.unit.mangle(arg.arg))
    c.expression(value)
  })
  if (keys.length > 0) {
    c.loadConst(location, tupleConstant(keys.map(strConstant)))
    c.emit(location, BUILD_CONST_KEY_MAP, keys.length)
    flags |= MAKE_FUNCTION_KWDEFAULTS
  }
  return flags
}

/** Pushes a tuple of names and annotations in turn; false if there are none. */
function annotations(c: Context, location: Location, args: Arguments, returns: Expr | null): boolean {
  let count = 0
  const one = (name: string, value: Expr | null): void => {
    if (value === null) return
    c.loadConst(location, strConstant(c.unit.mangle(name)))
    if (c.settings.future.flags & CO_FUTURE_ANNOTATIONS) annotationText(c, value)
    else if (value.kind === 'Starred') {
      // `*args: *Ts`
      c.expression(value.value)
      c.emit(location, UNPACK_SEQUENCE, 1)
    } else c.expression(value)
    count += 2
  }
  const parameter = (arg: Arg | null): void => {
    if (arg !== null) one(arg.arg, arg.annotation)
  }
  args.args.forEach(parameter)
  args.posonlyargs.forEach(parameter)
  parameter(args.vararg)
  args.kwonlyargs.forEach(parameter)
  parameter(args.kwarg)
  one('return', returns)
  if (count > 0) c.emit(location, BUILD_TUPLE, count)
  return count > 0
}

/** An annotation as a string, under `from __future__ import annotations`. */
export function annotationText(c: Context, annotation: Expr): void {
  c.loadConst(annotation, strConstant(unparse(annotation)))
}
