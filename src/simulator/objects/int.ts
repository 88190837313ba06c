/**
 * `PyInt`: a Python integer of any size, and `bool`, whose two instances are ints of another type. The value
 * is a JS number where that is exact and a bigint beyond. Methods are in `int-type.ts`. As `Objects/longobject.c`.
 */
import type { HeapType } from '../heap/object.ts'
import { PyObject } from '../heap/object.ts'
import type { Own } from '../heap/reference.ts'
import { newRef } from '../heap/reference.ts'
import type { VM } from './vm.ts'

/** An integer: a safe integer as number, else bigint; each value has one representation. */
export type Integer = number | bigint

export class PyInt extends PyObject {
  declare readonly value: Integer

  constructor(type: HeapType, value: Integer) {
    super(type, 24 + 4 * digitCount(value))
    this.value = value
  }

  override get usesTrashcan(): boolean {
    return false
  }
}

/** Digits of 30 bits that CPython stores for a value; at least one. */
export function digitCount(value: Integer): number {
  if (typeof value === 'number') {
    const size = value < 0 ? -value : value
    return size < 0x4000_0000 ? 1 : size < 0x1000_0000_0000_0000 ? 2 : 3
  }
  const bits = (value < 0n ? -value : value).toString(16).length * 4
  return Math.ceil(bits / 30)
}

/** The one representation of a value. */
export function normalInteger(value: bigint): Integer {
  return value >= -9007199254740991n && value <= 9007199254740991n ? Number(value) : value
}

/** An int object; those from -5 to 256 are the immortal ones. A number must be a safe integer. */
export function newInt(vm: VM, value: Integer): Own<PyInt> {
  const normal = typeof value === 'bigint' ? normalInteger(value) : value
  if (normal >= -5 && normal <= 256) return newRef(vm.smallInts[(normal as number) + 5]!)
  return new PyInt(vm.types.int, normal === 0 ? 0 : normal) as Own<PyInt>
}
