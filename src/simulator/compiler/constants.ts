/**
 * Constants and when two are the same.
 *
 * `1`, `1.0` and `True` are equal in Python but different constants, and so are `0.0` and `-0.0`. A *key* is a
 * string that two constants share exactly if one can stand for the other. Code objects are compared field by field:
 * a `finally` body is compiled twice and its functions must not be there twice.
 * As `_PyCode_ConstantKey` in `Objects/codeobject.c`.
 */
import type { CodeData, Constant } from '../bytecode/code.ts'
import type * as ast from '../syntax/ast.ts'

export const NONE: Constant = { type: 'None' }
export const TRUE: Constant = { type: 'bool', value: true }
export const FALSE: Constant = { type: 'bool', value: false }

export const intConstant = (value: number | bigint): Constant => ({ type: 'int', value: BigInt(value) })
export const strConstant = (value: string): Constant => ({ type: 'str', value })
export const tupleConstant = (items: readonly Constant[]): Constant => ({ type: 'tuple', items })
export const codeConstant = (code: CodeData): Constant => ({ type: 'code', code })

/** The value of a Constant node. Folding puts tuples and frozensets there, which the parser never does. */
export function constantOf(node: ast.Constant): Constant {
  return node.value as Constant
}

/** A Constant node that stands where another node stood. */
export function constantNode(value: Constant, position: ast.Position): ast.Constant {
  const { lineno, col_offset, end_lineno, end_col_offset } = position
  return {
    kind: 'Constant',
    value: value as ast.ConstantValue,
    u: null,
    lineno,
    col_offset,
    end_lineno,
    end_col_offset,
  }
}

/** Whether Python takes the constant for true. */
export function isTrue(value: Constant): boolean {
  switch (value.type) {
    case 'None':
      return false
    case 'bool':
      return value.value
    case 'int':
      return value.value !== 0n
    case 'float':
      return value.value !== 0
    case 'complex':
      return value.real !== 0 || value.imag !== 0
    case 'str':
      return value.value !== ''
    case 'bytes':
      return value.value.length > 0
    case 'tuple':
    case 'frozenset':
      return value.items.length > 0
    case 'Ellipsis':
    case 'code':
      return true
  }
}

const floatKey = (value: number): string => (Object.is(value, -0) ? '-0' : String(value))

/** The key of a constant. */
export function constantKey(value: Constant): string {
  switch (value.type) {
    case 'None':
    case 'Ellipsis':
      return value.type
    case 'bool':
      return value.value ? 'True' : 'False'
    case 'int':
      return `i${value.value}`
    case 'float':
      return `f${floatKey(value.value)}`
    case 'complex':
      return `c${floatKey(value.real)},${floatKey(value.imag)}`
    case 'str':
      return `s${value.value}`
    case 'bytes':
      return `b${value.value.join(',')}`
    case 'tuple':
      return `t(${value.items.map(nestedKey).join('')})`
    case 'frozenset':
      return `z(${value.items.map(nestedKey).sort().join('')})`
    case 'code':
      return codeKey(value.code)
  }
}

/** With its length before it, so that keys can be strung together. */
function nestedKey(value: Constant): string {
  const key = constantKey(value)
  return `${key.length}:${key}`
}

function codeKey(code: CodeData): string {
  return [
    'code',
    code.co_name,
    code.co_argcount,
    code.co_posonlyargcount,
    code.co_kwonlyargcount,
    code.co_flags,
    code.co_firstlineno,
    code.co_code,
    code.co_linetable,
    code.co_exceptiontable,
    code.co_localspluskinds,
    JSON.stringify(code.co_names),
    JSON.stringify(code.co_localsplusnames),
    code.co_consts.map(nestedKey).join(''),
  ].join('\0')
}

/** Not equal to itself: two NaNs are one constant only if they are one object. */
function containsNaN(value: Constant): boolean {
  switch (value.type) {
    case 'float':
      return Number.isNaN(value.value)
    case 'complex':
      return Number.isNaN(value.real) || Number.isNaN(value.imag)
    case 'tuple':
    case 'frozenset':
      return value.items.some(containsNaN)
    default:
      return false
  }
}

/** The constants of one code object in the making. */
export class ConstantTable {
  items: Constant[] = []
  readonly #indices = new Map<string, number>()
  /** Code objects by name and line. */
  readonly #codes = new Map<string, { index: number; code: CodeData }[]>()

  /** The index of a constant, which is added if it is not there. */
  add(value: Constant): number {
    if (value.type === 'code') return this.#addCode(value.code)
    if (containsNaN(value)) {
      const index = this.items.indexOf(value)
      return index >= 0 ? index : this.items.push(value) - 1
    }
    const key = constantKey(value)
    let index = this.#indices.get(key)
    if (index === undefined) {
      index = this.items.push(value) - 1
      this.#indices.set(key, index)
    }
    return index
  }
  // The full keys of code objects are long, and seldom needed.
  #addCode(code: CodeData): number {
    const name = `${code.co_name}:${code.co_firstlineno}`
    let alike = this.#codes.get(name)
    if (alike === undefined) this.#codes.set(name, (alike = []))
    else {
      const key = codeKey(code)
      const same = alike.find((other) => codeKey(other.code) === key)
      if (same !== undefined) return same.index
    }
    const index = this.items.push(codeConstant(code)) - 1
    alike.push({ index, code })
    return index
  }
}
