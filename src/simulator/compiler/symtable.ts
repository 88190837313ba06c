/**
 * The symbol table: the scopes of a module and what each name in them is.
 *
 * Two passes: builder.ts collects how names occur, analysis.ts decides what they are. A scope is found by the node
 * it belongs to. As `Python/symtable.c`.
 */
import { CO_FUTURE_ANNOTATIONS } from '../bytecode/code.ts'
import type {
  AsyncFunctionDef,
  ClassDef,
  DictComp,
  FunctionDef,
  GeneratorExp,
  Lambda,
  ListComp,
  Mod,
  SetComp,
  TypeAlias,
  TypeParam,
} from '../syntax/ast.ts'
import type { Reporter } from './report.ts'
import { analyze } from './symtable/analysis.ts'
import { Builder } from './symtable/builder.ts'
import type { Scope } from './symtable/scope.ts'

/** Nodes that have a scope: definitions, comprehensions, lists of type parameters, type parameters with a bound. */
export type BlockKey =
  | Mod
  | FunctionDef
  | AsyncFunctionDef
  | ClassDef
  | Lambda
  | ListComp
  | SetComp
  | DictComp
  | GeneratorExp
  | TypeAlias
  | readonly TypeParam[]
  | TypeParam

export class SymbolTable {
  readonly module: Scope
  readonly #blocks: ReadonlyMap<BlockKey, Scope>
  readonly #defaults: ReadonlyMap<TypeParam, Scope>

  constructor(tree: Mod, reporter: Reporter, futureFlags: number) {
    const futureAnnotations = (futureFlags & CO_FUTURE_ANNOTATIONS) !== 0
    const builder = new Builder(tree, reporter, futureAnnotations)
    if (tree.kind === 'Expression') builder.expression(tree.body)
    else builder.statements(tree.body)
    analyze(builder.module, reporter)
    this.module = builder.module
    this.#blocks = builder.blocks
    this.#defaults = builder.defaults
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
