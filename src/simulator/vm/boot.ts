/** What every interpreter begins with: types, singletons, small ints, single characters. */

import { immortalize, type PyObject } from '../heap/object.ts'
import { PyBytes } from '../objects/bytes.ts'
import { builtinTypes } from '../objects/index.ts'
import { instantiateTypes } from '../objects/instantiate.ts'
import { PyInt } from '../objects/int.ts'
import { PySingleton } from '../objects/singletons.ts'
import { PyStr } from '../objects/str.ts'
import { PyTuple } from '../objects/tuple.ts'
import type { PyType } from '../objects/type.ts'
import type { Types, VM } from '../objects/vm.ts'

export interface Immortals {
  readonly None: PyObject
  readonly True: PyInt
  readonly False: PyInt
  readonly NotImplemented: PyObject
  readonly Ellipsis: PyObject
  readonly emptyTuple: PyTuple
  readonly smallInts: readonly PyInt[]
  readonly latin1: readonly PyStr[]
  readonly emptyStr: PyStr
  readonly singleBytes: readonly PyBytes[]
  readonly emptyBytes: PyBytes
}

/** Makes the types, in the record that `vm.types` already is. */
export function bootTypes(vm: VM): void {
  instantiateTypes(vm, vm.types as unknown as Record<string, PyType>, builtinTypes)
}

export function bootImmortals(types: Types): Immortals {
  const smallInts: PyInt[] = []
  for (let value = -5; value <= 256; value++) smallInts.push(immortalize(new PyInt(types.int, value)))
  const latin1: PyStr[] = []
  for (let code = 0; code < 256; code++)
    latin1.push(immortalize(new PyStr(types.str, String.fromCharCode(code))))
  return {
    None: immortalize(new PySingleton(types.NoneType)),
    True: immortalize(new PyInt(types.bool, 1)),
    False: immortalize(new PyInt(types.bool, 0)),
    NotImplemented: immortalize(new PySingleton(types.NotImplementedType)),
    Ellipsis: immortalize(new PySingleton(types.ellipsis)),
    emptyTuple: immortalize(new PyTuple(types.tuple, [])),
    smallInts,
    latin1,
    emptyStr: immortalize(new PyStr(types.str, '')),
    singleBytes: Array.from({ length: 256 }, (_, byte) =>
      immortalize(new PyBytes(types.bytes, Uint8Array.of(byte))),
    ),
    emptyBytes: immortalize(new PyBytes(types.bytes, new Uint8Array())),
  }
}
