/** Type parameters of generic functions and classes, and type aliases: they come from the `typing` module. */
import type { PyObject } from '../heap/object.ts'
import type { Own } from '../heap/reference.ts'
import { lend, newRef, release } from '../heap/reference.ts'
import { getAttrNamed, setAttrNamed } from '../objects/protocols/attributes.ts'
import { getItem } from '../objects/protocols/sequences.ts'
import { newInterned, type PyStr } from '../objects/str.ts'
import { PyTuple } from '../objects/tuple.ts'
import type { VM } from '../objects/vm.ts'

/** Calls a class of `typing`. */
function callTyping(vm: VM, name: string, args: readonly PyObject[], keywords: Readonly<Record<string, PyObject>> = {}): Own {
  const kwnames: Own<PyStr>[] = Object.keys(keywords).map(key => newInterned(vm, key))
  try {
    return lend(vm.importModule('typing'), typing =>
      lend(getAttrNamed(vm, typing, name), cls => vm.call(cls, [...args, ...Object.values(keywords)], kwnames)),
    )
  } finally {
    kwnames.forEach(release)
  }
}

/** `evaluateBound` and `evaluateConstraints` are functions, called at once here. */
export function newTypeVar(vm: VM, name: PyObject, evaluateBound: PyObject | null, evaluateConstraints: PyObject | null): Own {
  if (evaluateBound !== null) {
    return lend(vm.call(evaluateBound, []), bound => callTyping(vm, 'TypeVar', [name], { bound, infer_variance: vm.True }))
  }
  if (evaluateConstraints !== null) {
    return lend(vm.call(evaluateConstraints, []), constraints =>
      callTyping(vm, 'TypeVar', [name, ...(constraints instanceof PyTuple ? constraints.items : [constraints])], {
        infer_variance: vm.True,
      }),
    )
  }
  return callTyping(vm, 'TypeVar', [name], { infer_variance: vm.True })
}

export function newParamSpec(vm: VM, name: PyObject): Own {
  return callTyping(vm, 'ParamSpec', [name], { infer_variance: vm.True })
}

export function newTypeVarTuple(vm: VM, name: PyObject): Own {
  return callTyping(vm, 'TypeVarTuple', [name])
}

/** `Generic[params]`, the base that `class C[T]` adds. */
export function subscriptGeneric(vm: VM, params: PyObject): Own {
  return lend(vm.importModule('typing'), typing =>
    lend(getAttrNamed(vm, typing, 'Generic'), generic => getItem(vm, generic, params)),
  )
}

/** `type Name[params] = value`, from a tuple of name, parameters and a function that gives the value. */
export function newTypeAlias(vm: VM, parts: PyTuple): Own {
  const [name, params, evaluate] = parts.items as unknown as [PyObject, PyObject, PyObject]
  const keywords = params === vm.None ? {} : { type_params: params }
  return lend(vm.call(evaluate, []), value => callTyping(vm, 'TypeAliasType', [name, value], keywords))
}

export function setTypeParamDefault(vm: VM, param: PyObject, evaluate: PyObject): Own {
  lend(vm.call(evaluate, []), value => setAttrNamed(vm, param, '__default__', value))
  return newRef(param)
}
