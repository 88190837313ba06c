/** Constants, local variables, and the cells that functions share. */

import { CO_FAST_FREE } from '../../bytecode/code.ts'
import type { Own } from '../../heap/reference.ts'
import { newRef, release, releaseMaybe } from '../../heap/reference.ts'
import type { Frame } from '../../objects/activation.ts'
import { newCell, type PyCell } from '../../objects/cell.ts'
import { raiseNameError } from '../../objects/exceptions.ts'
import type { PyStr } from '../../objects/str.ts'
import type { Meanings, Transfers } from '../instruction.ts'
import type { Machine } from '../machine.ts'
import { peekNameIn } from './names.ts'

/** Releases what a local held once the new value is in its place. */
function bind(frame: Frame, index: number, value: Own): void {
  const old = frame.localsplus[index]
  frame.localsplus[index] = value
  releaseMaybe(old)
}

function localName(frame: Frame, index: number): PyStr {
  return frame.code.localsplusnames.items[index] as unknown as PyStr
}

function raiseUnboundLocal(vm: Machine, name: PyStr): never {
  const message = `cannot access local variable '${name.value}' where it is not associated with a value`
  return raiseNameError(vm, name, message, 'UnboundLocalError')
}

/** The value of a cell or free variable is missing. */
export function raiseUnboundDeref(vm: Machine, frame: Frame, index: number): never {
  const name = localName(frame, index)
  if ((frame.code.data.co_localspluskinds[index]! & CO_FAST_FREE) === 0) return raiseUnboundLocal(vm, name)
  return raiseNameError(
    vm,
    name,
    `cannot access free variable '${name.value}' where it is not associated with a value in enclosing scope`,
  )
}

export const locals = {
  NOP() {},
  POP_TOP() {},
  COPY: (_vm, _frame, _oparg, bottom) => newRef(bottom),
  PUSH_NULL() {},
  END_FOR() {},

  LOAD_CONST: (_vm, frame, index) => newRef(frame.code.consts.items[index]!),
  LOAD_FAST: (_vm, frame, index) => newRef(frame.localsplus[index]!),
  LOAD_FAST_CHECK(vm, frame, index) {
    const value = frame.localsplus[index]
    return value == null ? raiseUnboundLocal(vm, localName(frame, index)) : newRef(value)
  },
  LOAD_FAST_AND_CLEAR(_vm, frame, index) {
    const value = frame.localsplus[index]
    frame.localsplus[index] = null
    return value as Own
  },
  STORE_FAST: (_vm, frame, index, value) => bind(frame, index, value),
  DELETE_FAST(vm, frame, index) {
    const value = frame.localsplus[index]
    if (value == null) return raiseUnboundLocal(vm, localName(frame, index))
    frame.localsplus[index] = null
    release(value)
  },

  MAKE_CELL(vm, frame, index) {
    const value = frame.localsplus[index] as Own | null
    frame.localsplus[index] = newCell(vm, value)
  },
  COPY_FREE_VARS(_vm, frame, count) {
    const cells = frame.func!.closure!.items
    const offset = frame.nlocalsplus - count
    for (let i = 0; i < count; i++) frame.localsplus[offset + i] = newRef(cells[i]!)
  },
  LOAD_DEREF(vm, frame, index) {
    const { value } = frame.localsplus[index] as unknown as PyCell
    return value === null ? raiseUnboundDeref(vm, frame, index) : newRef(value)
  },
  STORE_DEREF(_vm, frame, index, value) {
    const cell = frame.localsplus[index] as unknown as PyCell
    const old = cell.value
    cell.value = value
    releaseMaybe(old)
  },
  DELETE_DEREF(vm, frame, index) {
    const cell = frame.localsplus[index] as unknown as PyCell
    const old = cell.value
    if (old === null) return raiseUnboundDeref(vm, frame, index)
    cell.value = null
    release(old)
  },
  LOAD_FROM_DICT_OR_DEREF(vm, frame, index, namespace) {
    const found = peekNameIn(vm, namespace, localName(frame, index))
    if (found !== null) return found
    const { value } = frame.localsplus[index] as unknown as PyCell
    return value === null ? raiseUnboundDeref(vm, frame, index) : newRef(value)
  },
} satisfies Partial<Meanings>

export const localTransfers = {
  LOAD_FAST_LOAD_FAST(_vm, frame, pair) {
    const { localsplus, sp } = frame
    localsplus[sp] = newRef(localsplus[pair >> 4]!)
    localsplus[sp + 1] = newRef(localsplus[pair & 15]!)
    frame.sp = sp + 2
  },
  STORE_FAST_LOAD_FAST(_vm, frame, pair) {
    bind(frame, pair >> 4, frame.pop() as Own)
    frame.push(newRef(frame.localsplus[pair & 15]!))
  },
  SWAP(_vm, frame, depth) {
    const { localsplus, sp } = frame
    const top = localsplus[sp - 1]!
    localsplus[sp - 1] = localsplus[sp - depth]!
    localsplus[sp - depth] = top
  },
  STORE_FAST_STORE_FAST(_vm, frame, pair) {
    const top = frame.pop() as Own
    const next = frame.pop() as Own
    // Both leave the stack before either old value dies.
    const { localsplus } = frame
    const first = localsplus[pair >> 4]
    localsplus[pair >> 4] = top
    releaseMaybe(first)
    const second = localsplus[pair & 15]
    localsplus[pair & 15] = next
    releaseMaybe(second)
  },
} satisfies Partial<Transfers>
