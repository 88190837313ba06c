/** Type parameters of generic functions and classes, and type aliases. */
import type { PyObject } from '../heap/object.ts'
import type { Held, Own } from '../heap/reference.ts'
import { lend, newRef } from '../heap/reference.ts'
import { getAttrNamed } from '../objects/protocols/attributes.ts'
import { getItem } from '../objects/protocols/sequences.ts'
import type { PyStr } from '../objects/str.ts'
import { newTuple, PyTuple } from '../objects/tuple.ts'
import { typeOf } from '../objects/type.ts'
import { newTypeAlias as newAlias, typeAliasSpec } from '../objects/type-alias.ts'
import {
  newTypeVariable,
  PyTypeVariable,
  paramSpecSpec,
  setDefaultEvaluator,
  typeVarSpec,
  typeVarTupleSpec,
} from '../objects/type-variable.ts'
import type { VM } from '../objects/vm.ts'
import type { Engine } from './interpreter.ts'
import { typeFor } from './modules.ts'

/** `evaluateBound` and `evaluateConstraints` are functions, called when someone asks. */
export function newTypeVar(
  vm: VM,
  name: PyObject,
  evaluateBound: PyObject | null,
  evaluateConstraints: PyObject | null,
): Own {
  const parts = { evaluateBound, evaluateConstraints, inferVariance: true }
  return newTypeVariable(vm, typeFor(vm as Engine, typeVarSpec), name as PyStr, parts) as unknown as Own
}

export function newParamSpec(vm: VM, name: PyObject): Own {
  return newTypeVariable(vm, typeFor(vm as Engine, paramSpecSpec), name as PyStr, {
    inferVariance: true,
  }) as unknown as Own
}

export function newTypeVarTuple(vm: VM, name: PyObject): Own {
  return newTypeVariable(vm, typeFor(vm as Engine, typeVarTupleSpec), name as PyStr, {}) as unknown as Own
}

/** `Generic[params]`, the base that `class C[T]` adds. */
export function subscriptGeneric(vm: VM, params: PyObject): Own {
  return lend(vm.importModule('typing'), (typing) => {
    const items = (params as PyTuple).items.map((item): Own => {
      if (!(item instanceof PyTypeVariable) || typeOf(item).spec !== typeVarTupleSpec) return newRef(item)
      return lend(getAttrNamed(vm, typing, 'Unpack'), (unpack) => getItem(vm, unpack, item))
    })
    return lend(newTuple(vm, items as Held[]), (unpacked) =>
      lend(getAttrNamed(vm, typing, 'Generic'), (generic) =>
        lend(getAttrNamed(vm, typing, '_GenericAlias'), (alias) => vm.call(alias, [generic, unpacked])),
      ),
    )
  })
}

/** `type Name[params] = value`, from a tuple of name, parameters and a function that gives the value. */
export function newTypeAlias(vm: VM, parts: PyTuple): Own {
  const [name, params, evaluate] = parts.items as unknown as [PyStr, PyObject, PyObject]
  const typeParams = params instanceof PyTuple ? params : null
  return newAlias(vm, typeFor(vm as Engine, typeAliasSpec), name, { typeParams, evaluate }) as unknown as Own
}

export function setTypeParamDefault(_vm: VM, param: PyObject, evaluate: PyObject): Own {
  setDefaultEvaluator(param as PyTypeVariable, evaluate)
  return newRef(param)
}
