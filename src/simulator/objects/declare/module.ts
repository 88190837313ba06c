/**
 * Declaring a module written in TypeScript: its functions, constants and types.
 *
 * As with types, a specification is plain data; `instantiateModule` in `../module.ts` makes the module
 * object of one interpreter from it. A module written in Python is its source text with a name.
 */

import type { PyObject } from '../../heap/object.ts'
import type { Own } from '../../heap/reference.ts'
import type { PyModule } from '../module.ts'
import type { VM } from '../vm.ts'
import type { Implementation } from './signature.ts'
import { parseSignature } from './signature.ts'
import type { KwNames } from './slots.ts'
import type { MethodSpec, RawImplementation, TypeSpec } from './type.ts'
import { makeMethod, packing } from './type.ts'

export interface ModuleSpec {
  readonly name: string
  readonly doc: string | null
  readonly functions: readonly MethodSpec[]
  /** Other attributes, each made when the module is. */
  readonly attributes: { readonly [name: string]: (vm: VM) => Own }
  /** Types that belong to the module, by attribute name; made with it, or already made at boot. */
  readonly types: { readonly [name: string]: TypeSpec }
  /** Runs last, for what the tables cannot say. */
  readonly setUp: ((vm: VM, module: PyModule) => void) | null
}

export function defineModule(
  name: string,
  doc: string | null,
  parts: Partial<Omit<ModuleSpec, 'name' | 'doc'>>,
): ModuleSpec {
  return { name, doc, functions: [], attributes: {}, types: {}, setUp: null, ...parts }
}

/** A function of a module, e.g. `fn('sqrt(x: float, /) -> float', '…', (vm, x) => Math.sqrt(x))`. */
export function fn<const T extends string>(
  signature: T,
  doc: string,
  implementation: Implementation<null, T>,
): MethodSpec {
  return makeMethod('static', signature, doc, implementation as never)
}

/** A function that takes its arguments as they come (`max`, `print`'s kin). */
export function rawFn(
  signature: string,
  doc: string,
  implementation: (vm: VM, args: readonly PyObject[], kwnames: KwNames) => Own,
): MethodSpec {
  const parsed = parseSignature(signature, false)
  const raw: RawImplementation = (vm, _self, args, kwnames) => implementation(vm, args, kwnames)
  return {
    kind: 'static',
    name: parsed.name,
    signature: parsed,
    doc,
    implementation: () => null,
    raw,
    packs: packing(parsed),
  }
}
