// Targets: what can stand left of `=`, after `for`, after `as`, after `del`.
//
// Every target is also an expression, and so it is read as one and then changed: the names, attributes and subscripts
// in it get the context Store or Del. What has any other part is no target.
// In CPython: the rules from `star_targets` to `del_t_atom` in Grammar/python.gram.

import type * as ast from '../ast.ts'
import * as T from '../tokens.ts'
import { Expressions } from './expressions.ts'

export abstract class Targets extends Expressions {
  /** `a, *b`: after `for`. */
  starTargets(): ast.Expr | null {
    const start = this.pos
    const first = this.starTarget()
    if (first === null || !this.at(T.COMMA)) return first
    this.pos++
    const elts = [first, ...this.gather(this.starTarget, true)]
    return { ...this.span(start), kind: 'Tuple', elts, ctx: 'Store' }
  }

  starTarget(): ast.Expr | null {
    const start = this.pos
    if (!this.accept(T.STAR)) return this.target('Store')
    this.touch()
    const value = this.at(T.STAR) ? null : this.target('Store')
    if (value === null) return this.backTo(start)
    return { ...this.span(start), kind: 'Starred', value, ctx: 'Store' }
  }

  deleteTargets(): ast.Expr[] | null {
    const targets = this.gather(this.deleteTarget, true)
    return targets.length === 0 ? null : targets
  }

  private deleteTarget(): ast.Expr | null {
    return this.target('Del')
  }

  private target(ctx: 'Store' | 'Del'): ast.Expr | null {
    const start = this.pos
    const node = this.primary()
    if (node !== null && isTarget(node, ctx)) return withContext(node, ctx)
    if (node !== null) this.touch()
    this.backTo(start)
    if (node === null || !this.at(T.NAME)) return null
    // `f` in `f(x)`: the name alone is a target, but what follows it then is not expected.
    this.pos++
    return { ...this.nameNode(start), ctx }
  }
}

/** Whether an expression can be a target. */
export function isTarget(node: ast.Expr, ctx: 'Store' | 'Del'): boolean {
  switch (node.kind) {
    case 'Name':
    case 'Attribute':
    case 'Subscript':
      return true
    case 'Tuple':
    case 'List':
      return node.elts.every((element) => isTarget(element, ctx))
    case 'Starred':
      return ctx === 'Store' && node.value.kind !== 'Starred' && isTarget(node.value, ctx)
    default:
      return false
  }
}

/** Makes an expression for which `isTarget` holds a target. */
export function withContext(node: ast.Expr, ctx: 'Store' | 'Del'): ast.Expr {
  switch (node.kind) {
    case 'Tuple':
    case 'List':
      return { ...node, elts: node.elts.map((element) => withContext(element, ctx)), ctx }
    case 'Starred':
      return { ...node, value: withContext(node.value, ctx), ctx }
    case 'Name':
    case 'Attribute':
    case 'Subscript':
      return { ...node, ctx }
    default:
      return node
  }
}
