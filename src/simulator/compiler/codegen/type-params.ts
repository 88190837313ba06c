/**
 * Type parameters of generic functions, classes and type aliases (PEP 695, 696), and type aliases themselves.
 * Bounds, defaults and the alias's value are functions, evaluated only when asked for.
 * As `compiler_type_params` and `compiler_typealias` in `Python/compile.c`.
 */

import type { CodeData } from '../../bytecode/code.ts'
import {
  BUILD_TUPLE,
  CALL_INTRINSIC_1,
  CALL_INTRINSIC_2,
  COPY,
  RETURN_VALUE,
  UNPACK_SEQUENCE,
} from '../../bytecode/opcode-numbers.ts'
import {
  INTRINSIC_PARAMSPEC,
  INTRINSIC_SET_TYPEPARAM_DEFAULT,
  INTRINSIC_TYPEVAR,
  INTRINSIC_TYPEVAR_WITH_BOUND,
  INTRINSIC_TYPEVAR_WITH_CONSTRAINTS,
  INTRINSIC_TYPEVARTUPLE,
} from '../../bytecode/operands.ts'
import type { Expr, TypeParam } from '../../syntax/ast.ts'
import { strConstant } from '../constants.ts'
import type { Scope } from '../symtable/scope.ts'
import { makeClosure } from './closures.ts'
import type { Context } from './context.ts'
import { nameOp } from './names.ts'

/** Makes the parameters, binds their names, and pushes a tuple of them. */
export function typeParams(c: Context, params: readonly TypeParam[]): void {
  let seenDefault = false
  for (const param of params) {
    c.loadConst(param, strConstant(param.name))
    if (param.kind === 'TypeVar') {
      const { bound } = param
      if (bound === null) c.emit(param, CALL_INTRINSIC_1, INTRINSIC_TYPEVAR)
      else {
        makeClosure(c, bound, lazyValue(c, param, bound, c.symtable.lookup(param), false), 0)
        const intrinsic =
          bound.kind === 'Tuple' ? INTRINSIC_TYPEVAR_WITH_CONSTRAINTS : INTRINSIC_TYPEVAR_WITH_BOUND
        c.emit(param, CALL_INTRINSIC_2, intrinsic)
      }
    } else {
      const intrinsic = param.kind === 'ParamSpec' ? INTRINSIC_PARAMSPEC : INTRINSIC_TYPEVARTUPLE
      c.emit(param, CALL_INTRINSIC_1, intrinsic)
    }
    if (param.default_value !== null) {
      seenDefault = true
      const scope = c.symtable.lookupDefault(param)
      const allowStarred = param.kind === 'TypeVarTuple'
      makeClosure(c, param.default_value, lazyValue(c, param, param.default_value, scope, allowStarred), 0)
      c.emit(param, CALL_INTRINSIC_2, INTRINSIC_SET_TYPEPARAM_DEFAULT)
    } else if (seenDefault) {
      throw c.error(`non-default type parameter '${param.name}' follows default type parameter`, param)
    }
    c.emit(param, COPY, 1)
    nameOp(c, param, param.name, 'Store')
  }
  c.emit(params[0] as TypeParam, BUILD_TUPLE, params.length)
}

function lazyValue(c: Context, param: TypeParam, value: Expr, scope: Scope, allowStarred: boolean): CodeData {
  c.enter('type parameters', param.name, scope, value.lineno)
  if (allowStarred && value.kind === 'Starred') {
    c.expression(value.value)
    c.emit(value, UNPACK_SEQUENCE, 1)
  } else c.expression(value)
  c.emit(value, RETURN_VALUE)
  return c.leave(true)
}
