/**
 * Names and attributes: which instruction loads, stores or deletes a name depends on what the symbol table says
 * it is. As `compiler_nameop` in `Python/compile.c`.
 */
import type { Location } from '../../bytecode/locations.ts'
import {
  DELETE_ATTR,
  DELETE_DEREF,
  DELETE_FAST,
  DELETE_GLOBAL,
  DELETE_NAME,
  LOAD_ATTR,
  LOAD_DEREF,
  LOAD_FAST,
  LOAD_FROM_DICT_OR_DEREF,
  LOAD_FROM_DICT_OR_GLOBALS,
  LOAD_GLOBAL,
  LOAD_LOCALS,
  LOAD_NAME,
  LOAD_SUPER_ATTR,
  STORE_ATTR,
  STORE_DEREF,
  STORE_FAST,
  STORE_GLOBAL,
  STORE_NAME,
} from '../../bytecode/opcode-numbers.ts'
import type { Attribute, ExprContext, Position } from '../../syntax/ast.ts'
import { CELL, FREE, GLOBAL_EXPLICIT, GLOBAL_IMPLICIT, LOCAL } from '../symtable/scope.ts'
import type { Context } from './context.ts'

/** `__debug__` cannot be bound. */
export function checkName(c: Context, position: Position, name: string, ctx: ExprContext): void {
  if (name !== '__debug__' || ctx === 'Load') return
  throw c.error(ctx === 'Store' ? 'cannot assign to __debug__' : 'cannot delete __debug__', position)
}

const choose = (ctx: ExprContext, load: number, store: number, del: number): number =>
  ctx === 'Load' ? load : ctx === 'Store' ? store : del

/** Loads, stores or deletes a name. */
export function nameOp(c: Context, location: Location, name: string, ctx: ExprContext): void {
  checkName(c, location, name, ctx)
  const { unit } = c
  const { scope } = unit
  const mangled = unit.mangle(name)
  const inClassBody = scope.type === 'class'
  const inInlined = unit.inlinedComprehensions > 0
  const kind = scope.scopeOf(mangled)
  switch (kind) {
    case FREE:
    case CELL: {
      const oparg = kind === FREE ? unit.freeIndex(mangled) : unit.cellvars.add(mangled)
      if (ctx !== 'Load') return c.emit(location, ctx === 'Store' ? STORE_DEREF : DELETE_DEREF, oparg)
      if (inClassBody && !inInlined) {
        c.emit(location, LOAD_LOCALS)
        return c.emit(location, LOAD_FROM_DICT_OR_DEREF, oparg)
      }
      if (scope.canSeeClassScope) {
        c.emit(location, LOAD_DEREF, unit.freeIndex('__classdict__'))
        return c.emit(location, LOAD_FROM_DICT_OR_DEREF, oparg)
      }
      return c.emit(location, LOAD_DEREF, oparg)
    }
    case LOCAL:
      if (scope.isFunctionLike || unit.fastHidden.get(mangled) === true) {
        const opcode = choose(ctx, LOAD_FAST, STORE_FAST, DELETE_FAST)
        return c.emit(location, opcode, unit.varnames.add(mangled))
      }
      break
    case GLOBAL_IMPLICIT:
      if (scope.isFunctionLike) return globalOp(c, location, mangled, ctx, scope.canSeeClassScope)
      break
    case GLOBAL_EXPLICIT:
      return globalOp(c, location, mangled, ctx, false)
  }
  const index = unit.names.add(mangled)
  // Within an inlined comprehension the class's namespace is not visible.
  if (ctx === 'Load' && inClassBody && inInlined) return c.emit(location, LOAD_GLOBAL, index << 1)
  c.emit(location, choose(ctx, LOAD_NAME, STORE_NAME, DELETE_NAME), index)
}

function globalOp(
  c: Context,
  location: Location,
  mangled: string,
  ctx: ExprContext,
  throughClass: boolean,
): void {
  const { unit } = c
  if (ctx !== 'Load') {
    return c.emit(location, ctx === 'Store' ? STORE_GLOBAL : DELETE_GLOBAL, unit.names.add(mangled))
  }
  if (throughClass) {
    c.emit(location, LOAD_DEREF, unit.freeIndex('__classdict__'))
    return c.emit(location, LOAD_FROM_DICT_OR_GLOBALS, unit.names.add(mangled))
  }
  c.emit(location, LOAD_GLOBAL, unit.names.add(mangled) << 1)
}

/** An instruction on an entry of `co_names`, mangled. */
export function namedOp(c: Context, location: Location, opcode: number, name: string): void {
  c.emit(location, opcode, c.unit.names.add(c.unit.mangle(name)))
}

/** Loads, stores or deletes an attribute of the value on top. */
export function attributeOp(c: Context, location: Location, name: string, ctx: ExprContext): void {
  const index = c.unit.names.add(c.unit.mangle(name))
  if (ctx === 'Load') c.emit(location, LOAD_ATTR, index << 1)
  else c.emit(location, ctx === 'Store' ? STORE_ATTR : DELETE_ATTR, index)
}

/** Loads a method and the object it is called on. */
export function methodOp(c: Context, location: Location, name: string): void {
  c.emit(location, LOAD_ATTR, (c.unit.names.add(c.unit.mangle(name)) << 1) | 1)
}

/** Loads an attribute of `super`; the flags are those of LOAD_SUPER_ATTR. */
export function superAttributeOp(
  c: Context,
  location: Location,
  name: string,
  isMethod: boolean,
  hasArguments: boolean,
): void {
  const flags = (isMethod ? 1 : 0) | (hasArguments ? 2 : 0)
  c.emit(location, LOAD_SUPER_ATTR, (c.unit.names.add(c.unit.mangle(name)) << 2) | flags)
}

/** The kind of a variable in a closure: CELL or FREE. */
export function referenceKind(c: Context, name: string): number {
  const { kind, scope } = c.unit
  if (kind === 'class' && (name === '__class__' || name === '__classdict__')) return CELL
  return scope.scopeOf(name)
}

/** The location of what is done with an attribute: where a chain goes over several lines, it begins at the name. */
export function attributeLocation(location: Location, attribute: Attribute): Location {
  const { end_lineno, end_col_offset, attr } = attribute
  if (location.lineno === end_lineno) return location
  const length = [...attr].length
  const known = length <= end_col_offset
  return {
    lineno: end_lineno,
    end_lineno: location.end_lineno,
    col_offset: known ? end_col_offset - length : -1,
    end_col_offset: known ? location.end_col_offset : -1,
  }
}
