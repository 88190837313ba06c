/**
 * The scopes that are open while the tree is walked, and the notes on names made in them.
 * As `symtable_enter_block` and `symtable_add_def` in `Python/symtable.c`.
 */
import type {
  AsyncFunctionDef,
  ClassDef,
  DictComp,
  FunctionDef,
  GeneratorExp,
  Lambda,
  ListComp,
  Mod,
  Position,
  SetComp,
  TypeAlias,
  TypeParam,
} from '../../syntax/ast.ts'
import type { Reporter } from '../report.ts'
import {
  type BlockType,
  DEF_COMP_ITER,
  DEF_GLOBAL,
  DEF_LOCAL,
  DEF_NONLOCAL,
  DEF_PARAM,
  DEF_TYPE_PARAM,
  Scope,
} from './scope.ts'

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

/** Where an assignment expression inside a comprehension may not bind. */
const namedExprRefusals: Partial<Record<BlockType, string>> = {
  class: 'assignment expression within a comprehension cannot be used in a class body',
  'type parameters':
    'assignment expression within a comprehension cannot be used within the definition of a generic',
  'type alias': 'assignment expression within a comprehension cannot be used in a type alias',
  'type variable': 'assignment expression within a comprehension cannot be used in a TypeVar bound',
}

export class ScopeStack {
  readonly module: Scope
  readonly blocks = new Map<BlockKey, Scope>()
  /** Second blocks of one node: the defaults of type parameters. */
  readonly defaults = new Map<TypeParam, Scope>()
  current: Scope
  /** The name of the class we are in. */
  privateName: string | null = null
  readonly #reporter: Reporter
  readonly #stack: Scope[] = []
  readonly #descriptions = new Map<Scope, string>()

  constructor(key: BlockKey, reporter: Reporter) {
    this.#reporter = reporter
    this.module = new Scope('module', 'top', false, null)
    this.blocks.set(key, this.module)
    this.current = this.module
    this.#stack.push(this.module)
  }

  /** Opens the scope of a node. */
  enter(type: BlockType, name: string, key: BlockKey | null): Scope {
    const outer = this.current
    const mangledNames = type === 'class' ? null : outer.mangledNames
    return this.push(new Scope(type, name, outer.nested || outer.isFunctionLike, mangledNames), key)
  }

  /** Opens a scope that has been made. */
  push(scope: Scope, key: BlockKey | null): Scope {
    const outer = this.current
    // Assignment expressions are refused in iterables of comprehensions, however deep.
    scope.compIterExpr = outer.compIterExpr
    // An annotation that becomes a string must not affect the table.
    if (scope.type !== 'annotation') outer.children.push(scope)
    if (key !== null) this.blocks.set(key, scope)
    this.#stack.push(scope)
    this.current = scope
    return scope
  }

  /** Closes the innermost scope. */
  exit(): void {
    this.#stack.pop()
    this.current = this.#stack[this.#stack.length - 1] ?? this.module
  }

  /** Says what a type variable block is, for error messages: 'a TypeVar bound'. */
  describe(scope: Scope, description: string): void {
    this.#descriptions.set(scope, description)
  }

  // ---- Names ----

  /** The bits noted for a name so far. */
  lookup(name: string, scope = this.current): number {
    return scope.symbol(scope.mangle(this.privateName, name))
  }

  /** Notes an occurrence of a name. */
  define(name: string, flag: number, position: Position, scope = this.current): void {
    if (flag & DEF_TYPE_PARAM) scope.mangledNames?.add(name)
    const mangled = scope.mangle(this.privateName, name)
    let flags = scope.symbol(mangled)
    if (flag & DEF_PARAM && flags & DEF_PARAM) {
      throw this.error(`duplicate argument '${name}' in function definition`, position)
    }
    if (flag & DEF_TYPE_PARAM && flags & DEF_TYPE_PARAM) {
      throw this.error(`duplicate type parameter '${name}'`, position)
    }
    flags |= flag
    if (scope.compIterTarget) {
      if (flags & (DEF_GLOBAL | DEF_NONLOCAL)) {
        throw this.error(
          `comprehension inner loop cannot rebind assignment expression target '${name}'`,
          position,
        )
      }
      flags |= DEF_COMP_ITER
    }
    scope.symbols.set(mangled, flags)
    if (flag & DEF_PARAM) scope.varnames.push(mangled)
    else if (flag & DEF_GLOBAL) {
      this.module.symbols.set(mangled, this.module.symbol(mangled) | flag)
    }
  }

  error(msg: string, position: Position): Error {
    return this.#reporter.error(msg, position)
  }

  /** Remembers where a name was declared. */
  record(name: string, position: Position): void {
    this.current.directives.push({ name: this.current.mangle(this.privateName, name), position })
  }

  /** In a comprehension, `name := value` binds in the innermost function or module around it. */
  bindOutsideComprehension(name: string, position: Position): void {
    for (let at = this.#stack.length - 1; at >= 0; at--) {
      const scope = this.#stack[at] as Scope
      if (scope.comprehension !== null) {
        const flags = this.lookup(name, scope)
        if (flags & DEF_COMP_ITER && flags & (DEF_LOCAL | DEF_GLOBAL)) {
          throw this.error(
            `assignment expression cannot rebind comprehension iteration variable '${name}'`,
            position,
          )
        }
        continue
      }
      if (scope.type === 'function') {
        this.define(name, this.lookup(name, scope) & DEF_GLOBAL ? DEF_GLOBAL : DEF_NONLOCAL, position)
        this.record(name, position)
        return this.define(name, DEF_LOCAL, position, scope)
      }
      if (scope.type === 'module') {
        this.define(name, DEF_GLOBAL, position)
        this.record(name, position)
        return this.define(name, DEF_GLOBAL, position, scope)
      }
      const refusal = namedExprRefusals[scope.type]
      if (refusal !== undefined) throw this.error(refusal, position)
    }
  }

  /** Raises in blocks that must not yield, await or assign. */
  refuseInAnnotation(what: string, e: Position): void {
    const scope = this.current
    let where: string
    if (scope.type === 'annotation') where = 'an annotation'
    else if (scope.type === 'type variable') where = this.#descriptions.get(scope) ?? 'a TypeVar bound'
    else if (scope.type === 'type alias') where = 'a type alias'
    else if (scope.type === 'type parameters') where = 'the definition of a generic'
    else return
    throw this.error(`${what} cannot be used within ${where}`, e)
  }
}
