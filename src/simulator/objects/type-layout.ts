/**
 * The layout of instances: which base a class takes it from, and when two classes agree in it, so that one can
 * stand in for the other in `__class__ = …` and `__bases__ = …`. As `best_base` and `compatible_for_assignment` of
 * `Objects/typeobject.c`.
 */
import type { PyObject } from '../heap/object.ts'
import { PyType } from './type.ts'
import type { VM } from './vm.ts'

/** What decides the layout of instances: the nearest type with a TypeScript class or slots of its own. */
export function solidBase(type: PyType): PyType {
  let solid = type
  for (;;) {
    const { base } = solid
    if (base === null) return solid
    const extends_ = solid.cls !== base.cls || solid.memberNames.length > base.memberNames.length
    if (extends_) return solid
    solid = base
  }
}

/** The base whose layout the class takes (`best_base`). */
export function bestBase(vm: VM, bases: readonly PyObject[]): PyType {
  let winner: PyType | null = null
  let best: PyType | null = null
  for (const base of bases) {
    if (!(base instanceof PyType)) return vm.raise('TypeError', 'bases must be types')
    if (!base.subclassable) return vm.raise('TypeError', `type '${base.name}' is not an acceptable base type`)
    const candidate = solidBase(base)
    if (winner === null || best === null) {
      winner = candidate
      best = base
    } else if (winner.isSubtype(candidate)) continue
    else if (candidate.isSubtype(winner)) {
      winner = candidate
      best = base
    } else return vm.raise('TypeError', 'multiple bases have instance lay-out conflict')
  }
  return best!
}

/** Whether instances of a class are laid out as those of its base. */
function addsNothing(type: PyType): boolean {
  const { base } = type
  return (
    base !== null &&
    type.cls === base.cls &&
    type.memberNames.length === base.memberNames.length &&
    type.hasDict === base.hasDict &&
    type.hasWeakrefs === base.hasWeakrefs &&
    type.isContainer === base.isContainer
  )
}

function highestAlike(type: PyType): PyType {
  let highest = type
  while (addsNothing(highest)) highest = highest.base!
  return highest
}

/** Whether two classes with the same base add the same to it. */
function addSame(a: PyType, b: PyType): boolean {
  return (
    a.cls === b.cls &&
    a.hasDict === b.hasDict &&
    a.hasWeakrefs === b.hasWeakrefs &&
    a.memberNames.join() === b.memberNames.join()
  )
}

/** Raises TypeError unless instances of `before` may become instances of `after`. */
export function checkSameLayout(vm: VM, attribute: string, before: PyType, after: PyType): void {
  if (before.isContainer !== after.isContainer) {
    vm.raise(
      'TypeError',
      `${attribute} assignment: '${after.name}' deallocator differs from '${before.name}'`,
    )
  }
  const oldest = highestAlike(before)
  const newest = highestAlike(after)
  if (newest === oldest || (newest.base === oldest.base && addSame(newest, oldest))) return
  vm.raise(
    'TypeError',
    `${attribute} assignment: '${after.name}' object layout differs from '${before.name}'`,
  )
}
