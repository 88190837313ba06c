/**
 * Second pass of the symbol table: decides what each name is, walking down with the names that are bound outside
 * and up with those that are still free.
 *
 * A list, set or dict comprehension is *inlined*: its names become names of the scope around it, unless that is an
 * annotation scope in a class. As `symtable_analyze` in `Python/symtable.c`.
 */
import type { Position } from '../../syntax/ast.ts'
import type { Reporter } from '../report.ts'
import {
  CELL,
  DEF_BOUND,
  DEF_COMP_CELL,
  DEF_FREE_CLASS,
  DEF_GLOBAL,
  DEF_NONLOCAL,
  DEF_PARAM,
  DEF_TYPE_PARAM,
  FREE,
  GLOBAL_EXPLICIT,
  GLOBAL_IMPLICIT,
  LOCAL,
  SCOPE_MASK,
  SCOPE_OFFSET,
  type Scope,
} from './scope.ts'

/** What a block knows of its surroundings. Each block gets its own copy. */
interface Surroundings {
  /** Names bound in functions around; null in a module. */
  readonly bound: Set<string> | null
  /** Names declared or known to be global around. */
  readonly global: Set<string>
  readonly typeParams: Set<string>
  /** The class whose names can be seen from here. */
  readonly classScope: Scope | null
}

export function analyze(module: Scope, reporter: Reporter): void {
  new Analysis(reporter).block(module, {
    bound: null,
    global: new Set(),
    typeParams: new Set(),
    classScope: null,
  })
}

const nowhere: Position = { lineno: 0, col_offset: -1, end_lineno: 0, end_col_offset: -1 }

class Analysis {
  readonly #reporter: Reporter

  constructor(reporter: Reporter) {
    this.#reporter = reporter
  }

  /** Analyses a block and those in it; gives the names that are free in it. */
  block(scope: Scope, around: Surroundings): Set<string> {
    const local = new Set<string>()
    const scopes = new Map<string, number>()
    const free = new Set<string>()
    const freeInside = new Set<string>()
    const inlinedCells = new Set<string>()
    const isClass = scope.type === 'class'

    // What a class binds is not visible in its methods, so these sets are filled before its names are looked at.
    const globalInside = isClass ? new Set(around.global) : null
    const boundInside = isClass ? new Set(around.bound) : null

    for (const [name, flags] of scope.symbols) this.#name(scope, scopes, name, flags, local, free, around)

    const inside = {
      bound: boundInside ?? new Set(around.bound),
      global: globalInside ?? new Set(around.global),
      typeParams: around.typeParams,
    }
    if (isClass) inside.bound.add('__class__').add('__classdict__')
    else if (scope.isFunctionLike) for (const name of local) inside.bound.add(name)

    for (const child of scope.children) {
      const childFree = this.block(child, {
        bound: new Set(inside.bound),
        global: new Set(inside.global),
        typeParams: new Set(inside.typeParams),
        classScope: !child.canSeeClassScope ? null : isClass ? scope : around.classScope,
      })
      if (child.comprehension !== null && child.comprehension !== 'GeneratorExp' && !scope.canSeeClassScope) {
        this.#inline(scope, child, scopes, childFree, inlinedCells)
        child.compInlined = true
      }
      for (const name of childFree) freeInside.add(name)
      if (child.free || child.childFree) scope.childFree = true
    }
    if (scope.children.some((child) => child.compInlined)) {
      scope.children = scope.children.flatMap((child) => (child.compInlined ? child.children : [child]))
    }

    if (scope.isFunctionLike) makeCells(scopes, freeInside, inlinedCells)
    else if (isClass) {
      scope.needsClassClosure = freeInside.delete('__class__')
      scope.needsClassdict = freeInside.delete('__classdict__')
    }
    const seesClass = isClass || scope.canSeeClassScope
    updateSymbols(scope.symbols, scopes, around.bound, freeInside, inlinedCells, seesClass)
    for (const name of freeInside) free.add(name)
    return free
  }

  #name(
    scope: Scope,
    scopes: Map<string, number>,
    name: string,
    flags: number,
    local: Set<string>,
    free: Set<string>,
    { bound, global, typeParams, classScope }: Surroundings,
  ): void {
    if (flags & DEF_GLOBAL) {
      if (flags & DEF_NONLOCAL) throw this.#error(scope, name, `name '${name}' is nonlocal and global`)
      scopes.set(name, GLOBAL_EXPLICIT)
      global.add(name)
      bound?.delete(name)
    } else if (flags & DEF_NONLOCAL) {
      if (bound === null) throw this.#error(scope, name, 'nonlocal declaration not allowed at module level')
      if (!bound.has(name)) throw this.#error(scope, name, `no binding for nonlocal '${name}' found`)
      if (typeParams.has(name)) {
        throw this.#error(scope, name, `nonlocal binding not allowed for type parameter '${name}'`)
      }
      scopes.set(name, FREE)
      scope.free = true
      free.add(name)
    } else if (flags & DEF_BOUND) {
      scopes.set(name, LOCAL)
      local.add(name)
      global.delete(name)
      if (flags & DEF_TYPE_PARAM) typeParams.add(name)
      else typeParams.delete(name)
    } else {
      // A name the class binds is looked up in the class first and then as a global, even if a function around
      // binds it too.
      const inClass = classScope?.symbol(name) ?? 0
      if (inClass & DEF_GLOBAL) scopes.set(name, GLOBAL_EXPLICIT)
      else if (inClass & DEF_BOUND && !(inClass & DEF_NONLOCAL)) scopes.set(name, GLOBAL_IMPLICIT)
      else if (bound?.has(name) === true) {
        scopes.set(name, FREE)
        scope.free = true
        free.add(name)
      } else {
        if (!global.has(name) && scope.nested) scope.free = true
        scopes.set(name, GLOBAL_IMPLICIT)
      }
    }
  }

  /** Merges a comprehension's names into the scope around it. */
  #inline(
    scope: Scope,
    comprehension: Scope,
    scopes: Map<string, number>,
    comprehensionFree: Set<string>,
    inlinedCells: Set<string>,
  ): void {
    let removeClassCell = false
    for (const [name, flags] of comprehension.symbols) {
      // The iterable it is called with.
      if (flags & DEF_PARAM) continue
      let kind = (flags >> SCOPE_OFFSET) & SCOPE_MASK
      const occurrence = flags & ((1 << SCOPE_OFFSET) - 1)
      if (kind === CELL || occurrence & DEF_COMP_CELL) inlinedCells.add(name)
      // Directly in a class there is no class yet that the name could mean.
      if (kind === FREE && scope.type === 'class' && name === '__class__') {
        kind = GLOBAL_IMPLICIT
        comprehensionFree.delete(name)
        removeClassCell = true
      }
      const existing = scope.symbols.get(name)
      if (existing === undefined) {
        scope.symbols.set(name, occurrence)
        scopes.set(name, kind)
      } else if (
        existing & DEF_BOUND &&
        scope.type !== 'class' &&
        !comprehension.children.some((child) => child.scopeOf(name) === FREE)
      ) {
        // Free in the comprehension and local around it: once inlined, simply local.
        comprehensionFree.delete(name)
      }
    }
    comprehension.free = comprehensionFree.size > 0
    if (removeClassCell) comprehension.symbols.delete('__class__')
  }

  #error(scope: Scope, name: string, msg: string): Error {
    const directive = scope.directives.find((entry) => entry.name === name)
    return this.#reporter.error(msg, directive?.position ?? nowhere)
  }
}

/** Locals that are free further in become cells. */
function makeCells(scopes: Map<string, number>, free: Set<string>, inlinedCells: Set<string>): void {
  for (const [name, scope] of scopes) {
    if (scope !== LOCAL || !(free.has(name) || inlinedCells.has(name))) continue
    scopes.set(name, CELL)
    free.delete(name)
  }
}

/** Records the result in the symbols, and passes on names that are free further in. */
function updateSymbols(
  symbols: Map<string, number>,
  scopes: ReadonlyMap<string, number>,
  bound: ReadonlySet<string> | null,
  free: ReadonlySet<string>,
  inlinedCells: ReadonlySet<string>,
  seesClass: boolean,
): void {
  for (const [name, flags] of symbols) {
    const cell = inlinedCells.has(name) ? DEF_COMP_CELL : 0
    symbols.set(name, flags | cell | ((scopes.get(name) ?? 0) << SCOPE_OFFSET))
  }
  for (const name of free) {
    const flags = symbols.get(name)
    if (flags !== undefined) {
      // A method's free variable that has the name of something in the class.
      if (seesClass) symbols.set(name, flags | DEF_FREE_CLASS)
    } else if (bound === null || bound.has(name)) symbols.set(name, FREE << SCOPE_OFFSET)
  }
}
