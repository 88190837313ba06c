/**
 * The symbol table: the scopes of a module and what each name in them is.
 *
 * Two passes: builder.ts collects how names occur, analysis.ts decides what they are. A scope is found by the node
 * it belongs to. As `Python/symtable.c`.
 */
import { CO_FUTURE_ANNOTATIONS } from '../bytecode/code.ts'
import type { Mod, TypeParam } from '../syntax/ast.ts'
import type { Reporter } from './report.ts'
import { analyze } from './symtable/analysis.ts'
import { Builder } from './symtable/builder.ts'
import type { Scope } from './symtable/scope.ts'
import { type BlockKey, ScopeStack } from './symtable/scope-stack.ts'

export class SymbolTable {
  readonly module: Scope
  readonly #blocks: ReadonlyMap<BlockKey, Scope>
  readonly #defaults: ReadonlyMap<TypeParam, Scope>

  constructor(tree: Mod, reporter: Reporter, futureFlags: number) {
    const futureAnnotations = (futureFlags & CO_FUTURE_ANNOTATIONS) !== 0
    const scopes = new ScopeStack(tree, reporter)
    const builder = new Builder(scopes, futureAnnotations)
    if (tree.kind === 'Expression') builder.expression(tree.body)
    else builder.statements(tree.body)
    analyze(scopes.module, reporter)
    this.module = scopes.module
    this.#blocks = scopes.blocks
    this.#defaults = scopes.defaults
  }

  /** The scope of a node. */
  lookup(key: BlockKey): Scope {
    const scope = this.#blocks.get(key)
    if (scope === undefined) throw new Error('a node without a scope')
    return scope
  }

  /** The scope of a type parameter's default. */
  lookupDefault(param: TypeParam): Scope {
    const scope = this.#defaults.get(param)
    if (scope === undefined) throw new Error('a type parameter without a default')
    return scope
  }
}
