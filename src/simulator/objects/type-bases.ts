/**
 * The order in which a class and its bases are searched, and `__bases__ = …`, which changes it for a class and all
 * that derive from it, or for none of them if one fails. As `mro_internal`, `mro_hierarchy` and `type_set_bases` of
 * `Objects/typeobject.c`.
 */
import type { PyObject } from '../heap/object.ts'
import type { Held, Own } from '../heap/reference.ts'
import { lend, newRef, release, releaseMaybe } from '../heap/reference.ts'
import { linearize } from './mro.ts'
import { callSpecialMaybe } from './protocols/calls.ts'
import { eachItem } from './protocols/iteration.ts'
import { fillSlots } from './slot-table.ts'
import { newTuple, PyTuple } from './tuple.ts'
import { PyType, typeName, typeOf } from './type.ts'
import { bestBase, checkSameLayout, solidBase } from './type-layout.ts'
import type { VM } from './vm.ts'

/** The bases of a class, for the search order. */
export function basesOf(type: PyType): readonly PyType[] {
  return (type.bases?.items ?? (type.base === null ? [] : [type.base])) as unknown as readonly PyType[]
}

/** The order: the metaclass's own `mro()` where it has one, else C3. */
function computeMro(vm: VM, type: PyType): Own<PyTuple> {
  const own = typeOf(type).lookup('mro')
  if (own === null || own === vm.types.type.lookup('mro')) {
    return newTuple(vm, linearize(vm, type, basesOf(type)).map(newRef) as unknown as Held[])
  }
  return lend(callSpecialMaybe(vm, type, 'mro', [])!, (result) => {
    const order: PyType[] = []
    const solid = solidBase(type)
    eachItem(vm, result, (each) => {
      if (!(each instanceof PyType)) vm.raise('TypeError', `mro() returned a non-class ('${typeName(each)}')`)
      else if (!solid.isSubtype(solidBase(each)))
        vm.raise('TypeError', `mro() returned base with unsuitable layout ('${each.name}')`)
      else order.push(each)
    })
    if (order.length === 0) vm.raise('TypeError', 'type MRO must not be empty')
    return newTuple(vm, order.map(newRef) as unknown as Held[])
  })
}

function useMro(type: PyType, tuple: Held<PyTuple> | null): void {
  type.mroTuple = tuple
  type.mro = (tuple?.items ?? []) as unknown as readonly PyType[]
  type.modified()
}

/** Gives a class its order; `mro()` may itself have done that by setting `__bases__`, and then that one stays. */
export function settleMro(vm: VM, type: PyType): void {
  const before = type.mroTuple
  const tuple = computeMro(vm, type)
  if (type.mroTuple !== before) release(tuple)
  else {
    useMro(type, tuple)
    releaseMaybe(before)
  }
}

/** A class whose order has been changed, with both orders. */
interface Reordered {
  readonly type: Own<PyType>
  readonly after: Own<PyTuple>
  readonly before: Held<PyTuple> | null
}

function reorder(vm: VM, type: PyType, done: Reordered[]): void {
  const before = type.mroTuple
  const after = computeMro(vm, type)
  if (type.mroTuple !== before) return release(after)
  useMro(type, newRef(after))
  done.push({ type: newRef(type), after, before })
  for (const subclass of [...type.subclasses]) reorder(vm, subclass, done)
}

function restore(done: readonly Reordered[]): void {
  for (const { type, after, before } of done) {
    if (type.mroTuple === after) {
      useMro(type, before)
      release(after)
    } else releaseMaybe(before)
    release(after)
    release(type)
  }
}

function hasBase(type: PyType, sought: PyType): boolean {
  for (let at: PyType | null = type; at !== null; at = at.base) if (at === sought) return true
  return false
}

function fillAllSlots(type: PyType): void {
  fillSlots(type)
  for (const subclass of type.subclasses) fillAllSlots(subclass)
}

/** `type.__bases__ = value`. */
export function setBases(vm: VM, type: PyType, value: PyObject): void {
  if (!(value instanceof PyTuple)) {
    return vm.raise('TypeError', `can only assign tuple to ${type.name}.__bases__, not ${typeName(value)}`)
  }
  if (value.items.length === 0)
    return vm.raise('TypeError', `can only assign non-empty tuple to ${type.name}.__bases__, not ()`)
  for (const base of value.items as readonly PyObject[]) {
    if (!(base instanceof PyType)) {
      return vm.raise('TypeError', `${type.name}.__bases__ must be tuple of classes, not '${typeName(base)}'`)
    }
    // While a class is being made anew by its `mro()`, only the chain of bases shows that it is below.
    if (base.isSubtype(type) || hasBase(base, type))
      return vm.raise('TypeError', 'a __bases__ item causes an inheritance cycle')
  }
  const base = bestBase(vm, value.items)
  checkSameLayout(vm, '__bases__', type.base!, base)
  const oldBases = type.bases!
  const oldBase = type.base!
  const bases = newRef(value)
  type.bases = bases
  type.base = newRef(base)
  const done: Reordered[] = []
  try {
    reorder(vm, type, done)
  } catch (thrown) {
    restore(done)
    if (type.bases === bases) {
      type.bases = oldBases
      type.base = oldBase
      release(bases)
      release(base as Held<PyType>)
    } else {
      release(oldBases)
      release(oldBase)
    }
    throw thrown
  }
  if (type.bases === bases) {
    for (const old of oldBases.items as unknown as readonly PyType[]) old.subclasses.delete(type)
    for (const each of bases.items as unknown as readonly PyType[]) each.subclasses.add(type)
    fillAllSlots(type)
  }
  for (const { type: each, after, before } of done) {
    release(after)
    releaseMaybe(before)
    release(each)
  }
  release(oldBases)
  release(oldBase)
}
