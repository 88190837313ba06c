/**
 * From specifications to the type objects of one interpreter.
 *
 * Only the type object itself is made at boot: its place in the hierarchy and its slots. Descriptors come
 * when a name is first looked up (`memberMakers`). The table of makers is derived from the specification
 * once and shared by all interpreters. As `PyType_Ready` of `Objects/typeobject.c`.
 */
import type { HeapType } from '../heap/object.ts'
import { immortalize } from '../heap/object.ts'
import type { Held, Own } from '../heap/reference.ts'
import { newRef } from '../heap/reference.ts'
import { packArguments } from './argument-tuple.ts'
import { PyBuiltin } from './builtin-function.ts'
import { makeBinder } from './declare/arguments.ts'
import { slotNames } from './declare/slots.ts'
import { type GetSetSpec, type MethodSpec, packed, rawMethod, type TypeSpec } from './declare/type.ts'
import { newGetSet, PyMethodDescriptor, PyWrapperDescriptor } from './descriptors.ts'
import { newDict } from './dict.ts'
import { linearize } from './mro.ts'
import { unhashable } from './protocols/comparison.ts'
import { wrappersFor } from './slot-table.ts'
import { newStaticMethod } from './static-method.ts'
import { newStr } from './str.ts'
import { type MemberMaker, PyType, typeName } from './type.ts'
import type { VM } from './vm.ts'

const makersOf = new WeakMap<TypeSpec, ReadonlyMap<string, MemberMaker>>()

/** How each member of a built-in type is made, in the order in which `__dict__` shows them. */
function memberMakers(spec: TypeSpec): ReadonlyMap<string, MemberMaker> {
  let makers = makersOf.get(spec)
  if (makers === undefined) {
    makers = makeMemberMakers(spec)
    makersOf.set(spec, makers)
  }
  return makers
}

/** Names of the attributes that a built-in type has in its own namespace. */
export function memberNames(spec: TypeSpec): string[] {
  return [...memberMakers(spec).keys()]
}

function makeMemberMakers(spec: TypeSpec): Map<string, MemberMaker> {
  const makers = new Map<string, MemberMaker>()
  const { body } = spec
  const slots = (body.slots ?? {}) as Record<string, unknown>
  if (slots['__new__'] != null) makers.set('__new__', newWrapper)
  for (const definition of wrappersFor(slots as never)) {
    if (makers.has(definition.name)) continue
    const wrapped = slots[definition.slot]
    makers.set(
      definition.name,
      (vm, type) =>
        new PyWrapperDescriptor(vm.types.wrapper_descriptor, type, definition, wrapped) as unknown as Own,
    )
  }
  for (const method of body.methods ?? []) makers.set(method.name, methodMaker(method))
  for (const attribute of (body.getset ?? []) as readonly GetSetSpec[]) {
    makers.set(attribute.name, (vm, type) => newGetSet(vm, type, attribute))
  }
  for (const [name, make] of Object.entries(body.attributes ?? {})) makers.set(name, (vm) => make(vm))
  if (!makers.has('__doc__')) {
    const { doc } = spec
    makers.set('__doc__', (vm) => (doc === null ? newRef(vm.None) : newStr(vm, doc)))
  }
  const hidesHash =
    slots['__hash__'] === null || (slots['richcompare'] != null && slots['__hash__'] === undefined)
  if (hidesHash) makers.set('__hash__', (vm) => newRef(vm.None))
  return makers
}

function methodMaker(spec: MethodSpec): MemberMaker {
  switch (spec.kind) {
    case 'method':
      return (vm, type) => new PyMethodDescriptor(vm.types.method_descriptor, type, spec) as unknown as Own
    case 'class':
      return (vm, type) =>
        new PyMethodDescriptor(vm.types.classmethod_descriptor, type, spec) as unknown as Own
    case 'static':
      return (vm, type) => {
        const { builtin_function_or_method } = vm.types
        const bind = makeBinder(spec.signature)
        const builtin = new PyBuiltin(builtin_function_or_method, spec, newRef(type), null, bind)
        return newStaticMethod(vm, immortalize(builtin) as unknown as Own)
      }
  }
}

/** The `__new__` that a built-in type shows: checks that it makes what it may (`tp_new_wrapper`). */
const newWrapper: MemberMaker = (vm, type) => {
  const raw = rawMethod(
    '__new__(*args, **kwargs) -> object',
    'Makes a new object.',
    (machine, _self, args, kwnames) => {
      const [cls] = args
      if (cls === undefined || args.length === (kwnames?.length ?? 0)) {
        return machine.raise('TypeError', `${type.name}.__new__(): not enough arguments`)
      }
      if (!(cls instanceof PyType)) {
        return machine.raise(
          'TypeError',
          `${type.name}.__new__(X): X is not a type object (${typeName(cls)})`,
        )
      }
      if (!cls.isSubtype(type)) {
        return machine.raise(
          'TypeError',
          `${type.name}.__new__(${cls.name}): ${cls.name} is not a subtype of ${type.name}`,
        )
      }
      // The nearest built-in base decides: object.__new__(int) would make half an int.
      let base: PyType = cls
      while (base.isHeapType) base = base.base!
      if (base.slots.__new__ !== type.slots.__new__) {
        return machine.raise(
          'TypeError',
          `${type.name}.__new__(${cls.name}) is not safe, use ${base.name}.__new__()`,
        )
      }
      const rest = args.slice(1)
      return packArguments(machine, rest, kwnames, () => type.slots.__new__!(machine, cls, rest, kwnames))
    },
    'static',
  )
  const spec = packed('all', raw)
  const bind = makeBinder(spec.signature)
  const { builtin_function_or_method } = vm.types
  return new PyBuiltin(builtin_function_or_method, spec, newRef(type), null, bind, type) as unknown as Own
}

/** Stands in as the type of the first type object while that is being made. */
function seedType(vm: VM): HeapType {
  return {
    heap: vm.heap,
    name: 'type',
    basicsize: 0,
    isHeapType: false,
    isContainer: false,
    refcnt: 1,
    reserve: null,
  } as unknown as HeapType
}

/** One built-in type without its place in the hierarchy. */
function makeType(vm: VM, metatype: HeapType, spec: TypeSpec): PyType {
  const { body } = spec
  const sizes = { basicsize: body.basicsize ?? 16, itemsize: body.itemsize ?? 0 }
  const type = immortalize(new PyType(vm, metatype, spec.name, spec.cls, spec, memberMakers(spec), sizes))
  const dot = spec.name.lastIndexOf('.')
  type.isImmutable = true
  type.moduleName = body.module ?? (dot < 0 ? 'builtins' : spec.name.slice(0, dot))
  type.qualname = body.qualname ?? spec.name.slice(dot + 1)
  return type
}

/** Gives a built-in type its bases and inherits their slots and properties (`inherit_slots`). */
function placeType(vm: VM, type: PyType, base: PyType | null, further: readonly PyType[] = []): void {
  const { body } = type.spec!
  type.base = base as Held<PyType> | null
  type.mro =
    base === null
      ? [type]
      : further.length === 0
        ? [type, ...base.mro]
        : linearize(vm, type, [base, ...further])
  type.namespace = immortalize(newDict(vm))
  const own = (body.slots ?? {}) as Record<string, unknown>
  const slots = type.slots as Record<string, unknown>
  const hidesHash = own['__hash__'] === null || (own['richcompare'] != null && own['__hash__'] === undefined)
  for (const name of slotNames) {
    if (name === '__hash__' && hidesHash) slots[name] = unhashable
    else if (own[name] !== undefined) slots[name] = own[name]
    else slots[name] = base === null ? null : base.slots[name]
  }
  type.noInstantiation = body.noInstantiation ?? false
  if (type.noInstantiation) slots['__new__'] = null
  type.subclassable = body.subclassable ?? false
  type.isContainer = body.container ?? base?.isContainer ?? false
  if (body.reserve !== undefined) {
    const { most, largest = Number.POSITIVE_INFINITY, isLasting = false } = body.reserve
    type.reserve = vm.heap.addresses.newReserve(most, largest, type.isContainer, isLasting)
  }
  type.hasDict = body.hasDict ?? base?.hasDict ?? false
  type.hasWeakrefs = body.hasWeakrefs ?? base?.hasWeakrefs ?? false
  type.patma = body.patma ?? base?.patma ?? null
  if (base !== null) base.subclasses.add(type)
  for (const each of further) each.subclasses.add(type)
}

/**
 * Makes the type objects of an interpreter from the table `name → specification`, bases before what derives
 * from them, and fills `types`, which `vm.types` already refers to.
 */
export function instantiateTypes(
  vm: VM,
  types: Record<string, PyType>,
  table: Readonly<Record<string, TypeSpec>>,
): void {
  const metatype = makeType(vm, seedType(vm), table['type']!)
  metatype.type = metatype as unknown as Held<HeapType>
  types['type'] = metatype
  for (const [name, spec] of Object.entries(table))
    if (name !== 'type') types[name] = makeType(vm, metatype, spec)
  const placed = new Set<string>()
  const place = (name: string): void => {
    if (placed.has(name)) return
    placed.add(name)
    const baseName = name === 'object' ? null : (table[name]!.body.base ?? 'object')
    if (baseName !== null) place(baseName)
    const further = table[name]!.body.furtherBases ?? []
    for (const each of further) place(each)
    placeType(
      vm,
      types[name]!,
      baseName === null ? null : types[baseName]!,
      further.map((each) => types[each]!),
    )
  }
  for (const name of Object.keys(table)) place(name)
}

/** A built-in type made after boot, for a module's own types. Immortal. */
export function instantiateType(vm: VM, spec: TypeSpec, base?: PyType): PyType {
  const type = makeType(vm, vm.types.type, spec)
  placeType(vm, type, base ?? vm.types[spec.body.base ?? 'object'])
  return type
}
