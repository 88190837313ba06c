/**
 * Type variables in parametrized types: which there are, and what `alias[int]` puts in their place. What a variable
 * accepts it says itself, by `__typing_subst__` and `__typing_prepare_subst__`; an argument that has variables of its
 * own is subscribed in turn. As `_Py_make_parameters` and `_Py_subs_parameters` of `Objects/genericaliasobject.c`.
 */
import type { PyObject } from '../heap/object.ts'
import type { Held, Own } from '../heap/reference.ts'
import { lend, newRef, release, releaseAll } from '../heap/reference.ts'
import { getAttrNamedMaybe } from './protocols/attributes.ts'
import { isTrue } from './protocols/comparison.ts'
import { getItem } from './protocols/sequences.ts'
import { toRepr } from './protocols/text.ts'
import { newTuple, PyTuple } from './tuple.ts'
import { PyType, typeOf } from './type.ts'
import type { VM } from './vm.ts'

function has(vm: VM, object: PyObject, name: string): boolean {
  const found = getAttrNamedMaybe(vm, object, name)
  if (found !== null) release(found)
  return found !== null
}

/** The type variables in arguments of a parametrized type, each once, as a tuple. */
export function parametersOf(vm: VM, args: readonly PyObject[]): Own<PyTuple> {
  const found: Own[] = []
  const add = (variable: PyObject): void => {
    if (!found.includes(variable as Own)) found.push(newRef(variable))
  }
  for (const arg of args) {
    // The `__parameters__` of a bare class are no matter of this one.
    if (arg instanceof PyType) continue
    if (has(vm, arg, '__typing_subst__')) {
      add(arg)
      continue
    }
    const inner = getAttrNamedMaybe(vm, arg, '__parameters__')
    if (inner === null) continue
    if (inner instanceof PyTuple) for (const each of inner.items as readonly PyObject[]) add(each)
    release(inner)
  }
  return newTuple(vm, found as unknown as Held[])
}

/** The given arguments, with `*tuple[int, str]` as the two that it stands for. */
function unpackArguments(vm: VM, item: PyObject): Own<PyTuple> {
  const given: readonly PyObject[] = item instanceof PyTuple ? item.items : [item]
  const flat: Own[] = []
  for (const each of given) {
    const inner =
      each instanceof PyType ? null : getAttrNamedMaybe(vm, each, '__typing_unpacked_tuple_args__')
    const isOpen = inner instanceof PyTuple && inner.items.at(-1) === (vm.Ellipsis as unknown)
    if (inner instanceof PyTuple && !isOpen) flat.push(...inner.items.map(newRef))
    else flat.push(newRef(each))
    if (inner !== null) release(inner)
  }
  return newTuple(vm, flat as unknown as Held[])
}

/** The arguments as the variables want them. */
function prepareArguments(vm: VM, self: PyObject, parameters: PyTuple, item: PyObject): Own<PyTuple> {
  let prepared: Own = unpackArguments(vm, item)
  for (const parameter of parameters.items as readonly PyObject[]) {
    const prepare = getAttrNamedMaybe(vm, parameter, '__typing_prepare_subst__')
    if (prepare === null) continue
    const before = prepared
    prepared = lend(prepare, (func) => lend(before, (args) => vm.call(func, [self, args])))
  }
  return prepared instanceof PyTuple ? (prepared as Own<PyTuple>) : newTuple(vm, [prepared as Held])
}

/** An argument that has variables of its own, with what stands for those. */
function substituteInside(
  vm: VM,
  arg: PyObject,
  parameters: readonly PyObject[],
  values: readonly PyObject[],
): Own {
  const inner = getAttrNamedMaybe(vm, arg, '__parameters__')
  if (!(inner instanceof PyTuple) || inner.items.length === 0) {
    if (inner !== null) release(inner)
    return newRef(arg)
  }
  const items: Own[] = []
  for (const variable of inner.items as readonly PyObject[]) {
    const at = parameters.indexOf(variable)
    const value = at < 0 ? variable : values[at]!
    // Only a TypeVarTuple can be iterated over, and stands for several.
    if (at >= 0 && value instanceof PyTuple && typeOf(variable).slots.__iter__ !== null)
      items.push(...value.items.map(newRef))
    else items.push(newRef(value))
  }
  release(inner)
  return lend(newTuple(vm, items as unknown as Held[]), (tuple) => getItem(vm, arg, tuple))
}

/** The arguments of `self[item]`, where `self` has these arguments and variables. */
export function substitute(
  vm: VM,
  self: PyObject,
  args: readonly PyObject[],
  parameters: PyTuple,
  item: PyObject,
): Own<PyTuple> {
  const variables = parameters.items as readonly PyObject[]
  if (variables.length === 0) return vm.raise('TypeError', `${toRepr(vm, self)} is not a generic class`)
  const prepared = prepareArguments(vm, self, parameters, item)
  const result: Own[] = []
  try {
    const values = prepared.items as readonly PyObject[]
    if (values.length !== variables.length) {
      const many = values.length > variables.length ? 'many' : 'few'
      return vm.raise(
        'TypeError',
        `Too ${many} arguments for ${toRepr(vm, self)}; actual ${values.length}, expected ${variables.length}`,
      )
    }
    for (const arg of args) {
      if (arg instanceof PyType) {
        result.push(newRef(arg))
        continue
      }
      const flag = getAttrNamedMaybe(vm, arg, '__typing_is_unpacked_typevartuple__')
      const isUnpacked = flag !== null && lend(flag, (value) => isTrue(vm, value))
      const subst = getAttrNamedMaybe(vm, arg, '__typing_subst__')
      const made =
        subst === null
          ? substituteInside(vm, arg, variables, values)
          : lend(subst, (func) => vm.call(func, [values[variables.indexOf(arg)]!]))
      if (isUnpacked && made instanceof PyTuple) {
        result.push(...made.items.map(newRef))
        release(made)
      } else result.push(made)
    }
    return newTuple(vm, result.splice(0) as unknown as Held[])
  } finally {
    releaseAll(result)
    release(prepared)
  }
}
