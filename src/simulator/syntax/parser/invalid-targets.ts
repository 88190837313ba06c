// What keeps an expression from being a target, and what a message calls it.
//
// In CPython: _PyPegen_get_invalid_target and _PyPegen_get_expr_name in Parser/action_helpers.c.

import type * as ast from '../ast.ts'

/** What is being parsed as a target; decides what is allowed and what the message says. */
export type TargetUse = 'assign' | 'delete' | 'for'

/** The part of an expression that cannot be a target, or null. */
export function invalidTarget(node: ast.Expr, use: TargetUse): ast.Expr | null {
  switch (node.kind) {
    case 'List':
    case 'Tuple':
      for (const element of node.elts) {
        const invalid = invalidTarget(element, use)
        if (invalid !== null) return invalid
      }
      return null
    case 'Starred':
      return use === 'delete' ? node : invalidTarget(node.value, use)
    case 'Compare':
      // In `for a in b` the whole was read as a comparison.
      if (use !== 'for') return node
      return node.ops[0] === 'In' ? invalidTarget(node.left, use) : null
    case 'Name':
    case 'Subscript':
    case 'Attribute':
      return null
    default:
      return node
  }
}

const EXPRESSION_NAMES: Readonly<Record<ast.Expr['kind'], string>> = {
  Attribute: 'attribute',
  Subscript: 'subscript',
  Starred: 'starred',
  Name: 'name',
  List: 'list',
  Tuple: 'tuple',
  Lambda: 'lambda',
  Call: 'function call',
  BoolOp: 'expression',
  BinOp: 'expression',
  UnaryOp: 'expression',
  GeneratorExp: 'generator expression',
  Yield: 'yield expression',
  YieldFrom: 'yield expression',
  Await: 'await expression',
  ListComp: 'list comprehension',
  SetComp: 'set comprehension',
  DictComp: 'dict comprehension',
  Dict: 'dict literal',
  Set: 'set display',
  JoinedStr: 'f-string expression',
  FormattedValue: 'f-string expression',
  Constant: 'literal',
  Compare: 'comparison',
  IfExp: 'conditional expression',
  NamedExpr: 'named expression',
  Slice: 'slice',
}

/** What an error message calls an expression. */
export function expressionName(node: ast.Expr): string {
  if (node.kind === 'Constant') {
    const { value } = node
    if (value.type === 'None') return 'None'
    if (value.type === 'Ellipsis') return 'ellipsis'
    if (value.type === 'bool') return value.value ? 'True' : 'False'
  }
  return EXPRESSION_NAMES[node.kind]
}
