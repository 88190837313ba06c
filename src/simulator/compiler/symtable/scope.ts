/**
 * A scope: one entry of the symbol table, for a module, class, function, comprehension, type alias or the like.
 *
 * `symbols` maps each name used or bound in the block to bits: in the low ones how it occurs (DEF_…, USE), from
 * SCOPE_OFFSET on what it turned out to be: LOCAL, GLOBAL_EXPLICIT, GLOBAL_IMPLICIT, FREE or CELL. The order of the
 * names is that of their first occurrence. As `struct _symtable_entry` in `Include/internal/pycore_symtable.h`.
 */
import type { Position } from '../../syntax/ast.ts'
import { mangle } from '../mangling.ts'

/** By a `global` statement. */
export const DEF_GLOBAL = 1
/** By an assignment. */
export const DEF_LOCAL = 2
/** As a parameter. */
export const DEF_PARAM = 4
/** By a `nonlocal` statement. */
export const DEF_NONLOCAL = 8
export const USE = 16
/** Free in a method, and bound in the class as well. */
export const DEF_FREE_CLASS = 64
export const DEF_IMPORT = 128
export const DEF_ANNOT = 256
/** As the target of a comprehension's `for`. */
export const DEF_COMP_ITER = 512
export const DEF_TYPE_PARAM = 1024
/** A cell of an inlined comprehension. */
export const DEF_COMP_CELL = 2048
export const DEF_BOUND = DEF_LOCAL | DEF_PARAM | DEF_IMPORT

export const SCOPE_OFFSET = 12
export const SCOPE_MASK = 15

export const LOCAL = 1
export const GLOBAL_EXPLICIT = 2
export const GLOBAL_IMPLICIT = 3
export const FREE = 4
export const CELL = 5

export type BlockType =
  | 'module'
  | 'class'
  | 'function'
  /** An annotation under `from __future__ import annotations`, which is checked but not run. */
  | 'annotation'
  | 'type alias'
  | 'type parameters'
  /** The bound or default of one type parameter. */
  | 'type variable'

export type ComprehensionKind = 'ListComp' | 'SetComp' | 'DictComp' | 'GeneratorExp'

/** A `global` or `nonlocal` statement, for error messages. */
export interface Directive {
  readonly name: string
  readonly position: Position
}

export class Scope {
  readonly type: BlockType
  readonly name: string
  readonly symbols = new Map<string, number>()
  /** Parameters, in order. */
  readonly varnames: string[] = []
  children: Scope[] = []
  readonly directives: Directive[] = []
  /** If not null, the only names that are mangled here: in the type parameters of a class. */
  readonly mangledNames: Set<string> | null
  /** Within a function. */
  readonly nested: boolean

  free = false
  childFree = false
  generator = false
  coroutine = false
  varargs = false
  varkeywords = false
  /** In classes: a method needs the cell `__class__`. */
  needsClassClosure = false
  /** In classes: an annotation scope needs the cell `__classdict__`. */
  needsClassdict = false
  /** May look names up in the class around it. */
  canSeeClassScope = false

  comprehension: ComprehensionKind | null = null
  /** The comprehension's code is part of the scope around it. */
  compInlined = false
  /** While the target of a comprehension's `for` is visited. */
  compIterTarget = false
  /** How deep we are in iterables of comprehensions. */
  compIterExpr = 0

  constructor(type: BlockType, name: string, nested: boolean, mangledNames: Set<string> | null) {
    this.type = type
    this.name = name
    this.nested = nested
    this.mangledNames = mangledNames
  }

  /** Its variables live in fast locals. */
  get isFunctionLike(): boolean {
    return this.type !== 'module' && this.type !== 'class' && this.type !== 'annotation'
  }

  /** All bits of a name, 0 if it does not occur. */
  symbol(name: string): number {
    return this.symbols.get(name) ?? 0
  }

  /** LOCAL … CELL, 0 if the name does not occur. */
  scopeOf(name: string): number {
    return (this.symbol(name) >> SCOPE_OFFSET) & SCOPE_MASK
  }

  /** The name as stored, within the class called `privateName`. */
  mangle(privateName: string | null, name: string): string {
    return this.mangledNames !== null && !this.mangledNames.has(name) ? name : mangle(privateName, name)
  }
}
