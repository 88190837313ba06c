/**
 * SyntaxWarnings about expressions that are legal but surely a mistake.
 * As `check_compare`, `check_caller`, `check_subscripter` and `check_index` in `Python/compile.c`.
 */
import type { Constant } from '../../bytecode/code.ts'
import type { Compare, Expr } from '../../syntax/ast.ts'
import { constantOf } from '../constants.ts'
import type { Context } from './context.ts'

const constantTypes: Record<Constant['type'], string> = {
  None: 'NoneType',
  Ellipsis: 'ellipsis',
  bool: 'bool',
  int: 'int',
  float: 'float',
  complex: 'complex',
  str: 'str',
  bytes: 'bytes',
  tuple: 'tuple',
  frozenset: 'frozenset',
  code: 'code',
}

/** The name of the type an expression certainly has; null if that cannot be told. */
function inferType(e: Expr): string | null {
  switch (e.kind) {
    case 'Tuple':
      return 'tuple'
    case 'List':
    case 'ListComp':
      return 'list'
    case 'Dict':
    case 'DictComp':
      return 'dict'
    case 'Set':
    case 'SetComp':
      return 'set'
    case 'GeneratorExp':
      return 'generator'
    case 'Lambda':
      return 'function'
    case 'JoinedStr':
    case 'FormattedValue':
      return 'str'
    case 'Constant':
      return constantTypes[constantOf(e).type]
    default:
      return null
  }
}

/** Whether `is` with this value makes sense. */
function isIdentifiable(e: Expr): boolean {
  if (e.kind !== 'Constant') return true
  const { type } = e.value
  return type === 'None' || type === 'bool' || type === 'Ellipsis'
}

export function checkCompare(c: Context, e: Compare): void {
  let left = e.left
  e.ops.forEach((op, i) => {
    const right = e.comparators[i] as Expr
    if ((op === 'Is' || op === 'IsNot') && !(isIdentifiable(left) && isIdentifiable(right))) {
      const literal = isIdentifiable(left) ? right : left
      const [is, equals] = op === 'Is' ? ['is', '=='] : ['is not', '!=']
      c.warn(`"${is}" with '${inferType(literal)}' literal. Did you mean "${equals}"?`, e)
    }
    left = right
  })
}

export function checkCaller(c: Context, func: Expr): void {
  switch (func.kind) {
    case 'Constant':
    case 'Tuple':
    case 'List':
    case 'ListComp':
    case 'Dict':
    case 'DictComp':
    case 'Set':
    case 'SetComp':
    case 'GeneratorExp':
    case 'JoinedStr':
    case 'FormattedValue':
      c.warn(`'${inferType(func)}' object is not callable; perhaps you missed a comma?`, func)
  }
}

export function checkSubscripter(c: Context, value: Expr): void {
  switch (value.kind) {
    case 'Constant': {
      const { type } = constantOf(value)
      if (type === 'str' || type === 'bytes' || type === 'tuple') return
      break
    }
    case 'Set':
    case 'SetComp':
    case 'GeneratorExp':
    case 'Lambda':
      break
    default:
      return
  }
  c.warn(`'${inferType(value)}' object is not subscriptable; perhaps you missed a comma?`, value)
}

export function checkIndex(c: Context, value: Expr, index: Expr): void {
  const indexType = inferType(index)
  if (indexType === null || indexType === 'int' || indexType === 'bool' || index.kind === 'Slice') return
  switch (value.kind) {
    case 'Constant': {
      const { type } = constantOf(value)
      if (type !== 'str' && type !== 'bytes' && type !== 'tuple') return
      break
    }
    case 'Tuple':
    case 'List':
    case 'ListComp':
    case 'JoinedStr':
    case 'FormattedValue':
      break
    default:
      return
  }
  c.warn(
    `${inferType(value)} indices must be integers or slices, not ${indexType}; perhaps you missed a comma?`,
    value,
  )
}
