/**
 * A unit: one code object in the making, with its instructions, its tables of constants and names, and the stack
 * of *frame blocks*, the statements around the current one that a `return`, `break` or `continue` has to leave.
 * As `struct compiler_unit` in `Python/compile.c`.
 */
import type { Location } from '../../bytecode/locations.ts'
import type { Stmt } from '../../syntax/ast.ts'
import { ConstantTable } from '../constants.ts'
import { InstructionSequence, type Label } from '../instructions.ts'
import {
  CELL,
  DEF_COMP_CELL,
  DEF_FREE_CLASS,
  FREE,
  SCOPE_MASK,
  SCOPE_OFFSET,
  type Scope,
} from '../symtable/scope.ts'

export type UnitKind =
  | 'module'
  | 'class'
  | 'function'
  | 'async function'
  | 'lambda'
  | 'comprehension'
  | 'type parameters'

/** A statement that control is inside of. */
export type FrameBlock =
  | { readonly kind: 'while loop' | 'for loop'; readonly block: Label; readonly exit: Label }
  | { readonly kind: 'with' | 'async with'; readonly location: Location }
  | { readonly kind: 'finally try'; readonly body: readonly Stmt[] }
  /** The body of an except clause; `name` is its target. */
  | { readonly kind: 'handler cleanup'; readonly name: string | null }
  | {
      readonly kind:
        | 'try except'
        | 'finally end'
        | 'exception handler'
        | 'exception group handler'
        | 'async comprehension'
        | 'stop iteration'
        | 'pop value'
    }

/** Names and their indices, in order of first use. */
export class NameTable {
  readonly indices = new Map<string, number>()

  constructor(names: Iterable<string> = []) {
    for (const name of names) this.add(name)
  }

  add(name: string): number {
    let index = this.indices.get(name)
    if (index === undefined) {
      index = this.indices.size
      this.indices.set(name, index)
    }
    return index
  }

  has(name: string): boolean {
    return this.indices.has(name)
  }

  get names(): string[] {
    return [...this.indices.keys()]
  }

  get size(): number {
    return this.indices.size
  }
}

export class Unit {
  readonly kind: UnitKind
  readonly scope: Scope
  readonly name: string
  qualname: string
  /** The name of the class whose private names are mangled here. */
  privateName: string | null
  readonly firstlineno: number
  argcount = 0
  posonlyargcount = 0
  kwonlyargcount = 0

  readonly consts = new ConstantTable()
  readonly names = new NameTable()
  readonly varnames: NameTable
  readonly cellvars: NameTable
  /** Indices count on from the cells. */
  readonly freevars: NameTable
  /** Names that are fast locals only within an inlined comprehension: true while we are in it. */
  readonly fastHidden = new Map<string, boolean>()
  /** In classes: attributes that methods set on `self`. */
  readonly staticAttributes = new Set<string>()

  readonly sequence = new InstructionSequence()
  readonly frameBlocks: FrameBlock[] = []
  /** How many inlined comprehensions we are in. */
  inlinedComprehensions = 0

  constructor(
    kind: UnitKind,
    scope: Scope,
    name: string,
    qualname: string,
    firstlineno: number,
    privateName: string | null,
  ) {
    this.kind = kind
    this.scope = scope
    this.name = name
    this.qualname = qualname
    this.firstlineno = firstlineno
    this.privateName = privateName
    this.varnames = new NameTable(scope.varnames)
    this.cellvars = new NameTable(select(scope, CELL, DEF_COMP_CELL))
    if (scope.needsClassClosure) this.cellvars.add('__class__')
    if (scope.needsClassdict) this.cellvars.add('__classdict__')
    this.freevars = new NameTable(select(scope, FREE, DEF_FREE_CLASS))
  }

  /** The argument of an instruction on a free variable. */
  freeIndex(name: string): number {
    return this.cellvars.size + this.freevars.add(name)
  }

  /** The name as stored: private names get the class's name. */
  mangle(name: string): string {
    return this.scope.mangle(this.privateName, name)
  }
}

/** Names of a kind, sorted by code points as Python sorts strings. */
function select(scope: Scope, kind: number, flag: number): string[] {
  const names: string[] = []
  for (const [name, flags] of scope.symbols) {
    if (((flags >> SCOPE_OFFSET) & SCOPE_MASK) === kind || flags & flag) names.push(name)
  }
  return names.sort(compareCodePoints)
}

/** Orders strings as Python does. UTF-16 order differs where an astral character meets one above U+E000. */
export function compareCodePoints(a: string, b: string): number {
  const length = Math.min(a.length, b.length)
  for (let at = 0; at < length; at++) {
    if (a.charCodeAt(at) !== b.charCodeAt(at)) return (a.codePointAt(at) ?? 0) - (b.codePointAt(at) ?? 0)
  }
  return a.length - b.length
}
