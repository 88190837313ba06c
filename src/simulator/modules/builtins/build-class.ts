/**
 * `__build_class__`: what the `class` statement calls.
 *
 * It finds the metaclass, asks it for a namespace (`__prepare__`), runs the class body in that, and calls the
 * metaclass. Afterwards the cell behind `__class__`, which the body returns, must hold the new class.
 * As `builtin___build_class__` of `Python/bltinmodule.c`.
 */
import type { PyObject } from '../../heap/object.ts'
import type { Held, Own } from '../../heap/reference.ts'
import { lend, newRef, release, releaseAll } from '../../heap/reference.ts'
import { PyCell } from '../../objects/cell.ts'
import { rawFn } from '../../objects/declare/module.ts'
import type { KwNames } from '../../objects/declare/slots.ts'
import { packed } from '../../objects/declare/type.ts'
import { newDict } from '../../objects/dict.ts'
import { PyFunction } from '../../objects/function.ts'
import { getAttrNamedMaybe } from '../../objects/protocols/attributes.ts'
import { setItem } from '../../objects/protocols/sequences.ts'
import { toRepr } from '../../objects/protocols/text.ts'
import { newInterned, PyStr } from '../../objects/str.ts'
import { newTuple, PyTuple } from '../../objects/tuple.ts'
import { PyType, typeName, typeOf } from '../../objects/type.ts'
import { calculateMetaclass } from '../../objects/type-new.ts'
import type { VM } from '../../objects/vm.ts'
import type { Machine } from '../../vm/machine.ts'

/** The bases with `__mro_entries__` asked where they are no types; the same tuple where nothing changed. */
export function resolveBases(vm: VM, original: PyTuple): Own<PyTuple> {
  let resolved: Held[] | null = null
  const { items } = original
  try {
    for (let i = 0; i < items.length; i++) {
      const base: PyObject = items[i]!
      const method = base instanceof PyType ? null : getAttrNamedMaybe(vm, base, '__mro_entries__')
      if (method === null) {
        resolved?.push(newRef(base))
        continue
      }
      const entries = lend(method, (each) => vm.call(each, [original]))
      if (!(entries instanceof PyTuple)) {
        release(entries)
        return vm.raise('TypeError', '__mro_entries__ must return a tuple')
      }
      resolved ??= items.slice(0, i).map(newRef)
      resolved.push(...entries.items.map(newRef))
      release(entries)
    }
  } catch (thrown) {
    if (resolved !== null) releaseAll(resolved)
    throw thrown
  }
  return resolved === null ? newRef(original) : newTuple(vm, resolved)
}

function isMapping(object: PyObject): boolean {
  return typeOf(object).slots.__getitem__ !== null
}

/** `metaclass.__prepare__(name, bases, **keywords)`, else an empty dict. */
function prepareNamespace(
  vm: VM,
  metaclass: PyObject,
  name: PyStr,
  bases: PyTuple,
  keywords: readonly PyObject[],
  kwnames: KwNames,
): Own {
  const prepare = getAttrNamedMaybe(vm, metaclass, '__prepare__')
  if (prepare === null) return newDict(vm)
  const namespace = lend(prepare, (each) => vm.call(each, [name, bases, ...keywords], kwnames))
  if (isMapping(namespace)) return namespace
  const shown = metaclass instanceof PyType ? metaclass.name : '<metaclass>'
  const given = typeName(namespace)
  release(namespace)
  return vm.raise('TypeError', `${shown}.__prepare__() must return a mapping, not ${given}`)
}

/** The class body's `__class__` cell must hold what the metaclass has made. */
function checkCell(vm: VM, cell: PyObject, cls: PyObject, name: PyStr): void {
  if (!(cell instanceof PyCell) || !(cls instanceof PyType)) return
  const held: PyObject | null = cell.value
  if (held === cls) return
  if (held === null) {
    vm.raise(
      'RuntimeError',
      `__class__ not set defining ${toRepr(vm, name)} as ${toRepr(vm, cls)}. Was __classcell__ propagated to type.__new__?`,
    )
  }
  vm.raise(
    'TypeError',
    `__class__ set to ${toRepr(vm, held)} defining ${toRepr(vm, name)} as ${toRepr(vm, cls)}`,
  )
}

function buildClass(vm: VM, args: readonly PyObject[], kwnames: KwNames): Own {
  const count = args.length - (kwnames?.length ?? 0)
  if (count < 2) return vm.raise('TypeError', '__build_class__: not enough arguments')
  const [func, name] = args
  if (!(func instanceof PyFunction)) return vm.raise('TypeError', '__build_class__: func must be a function')
  if (!(name instanceof PyStr)) return vm.raise('TypeError', '__build_class__: name is not a string')
  const original = newTuple(vm, args.slice(2, count).map(newRef))
  return lend(original, () =>
    lend(resolveBases(vm, original), (bases) =>
      makeClass(vm, func, name, original, bases, args.slice(count), kwnames),
    ),
  )
}

function makeClass(
  vm: VM,
  func: PyFunction,
  name: PyStr,
  original: PyTuple,
  bases: PyTuple,
  values: readonly PyObject[],
  kwnames: KwNames,
): Own {
  const at = kwnames === null ? -1 : kwnames.findIndex((each) => each.value === 'metaclass')
  const names = at < 0 ? kwnames : kwnames!.filter((_, i) => i !== at)
  const keywords = at < 0 ? values : values.filter((_, i) => i !== at)
  const given = at >= 0 ? values[at]! : bases.items.length === 0 ? vm.types.type : typeOf(bases.items[0]!)
  const metaclass = given instanceof PyType ? calculateMetaclass(vm, given, bases.items) : given
  const kept = newRef(metaclass)
  const passed = names !== null && names.length === 0 ? null : names
  try {
    return lend(prepareNamespace(vm, metaclass, name, bases, keywords, passed), (namespace) =>
      lend((vm as Machine).runBody(func, namespace), (cell) => {
        if (bases !== original) {
          lend(newInterned(vm, '__orig_bases__'), (key) => setItem(vm, namespace, key, original))
        }
        const cls = vm.call(metaclass, [name, bases, namespace, ...keywords], passed)
        try {
          checkCell(vm, cell, cls, name)
          return cls
        } catch (thrown) {
          release(cls)
          throw thrown
        }
      }),
    )
  } finally {
    release(kept)
  }
}

export const buildClassFunction = packed(
  'none',
  rawFn(
    '__build_class__(func, name, /, *bases, **kwds) -> object',
    'Makes a class; used by the class statement.',
    buildClass,
  ),
)
