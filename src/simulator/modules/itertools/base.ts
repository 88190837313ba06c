/**
 * What the iterators of `itertools` have in common: references that are visited and released in a fixed order,
 * and a result tuple that is used again while nobody else holds it. As `Modules/itertoolsmodule.c`.
 */
import type { HeapType, Visit } from '../../heap/object.ts'
import { PyObject } from '../../heap/object.ts'
import type { Held, Own } from '../../heap/reference.ts'
import { newRef, release, releaseMaybe } from '../../heap/reference.ts'
import { tracked } from '../../objects/allocate.ts'
import type { Slots } from '../../objects/declare/slots.ts'
import { classMethod, defineType, type MethodSpec, type TypeSpec } from '../../objects/declare/type.ts'
import { newGenericAlias } from '../../objects/generic-alias.ts'
import { visitOwnType } from '../../objects/own-type.ts'
import { PyTuple } from '../../objects/tuple.ts'
import type { PyType } from '../../objects/type.ts'
import type { VM } from '../../objects/vm.ts'

export abstract class PyTool extends PyObject {
  /** The object's own references, by field name, in the order of C's `tp_traverse`. */
  abstract readonly owned: readonly string[]

  constructor(type: HeapType) {
    super(type)
  }

  #field(name: string): Held | readonly Held[] | null {
    return (this as unknown as Record<string, Held | readonly Held[] | null>)[name]!
  }

  override traverse(visit: Visit): void {
    visitOwnType(this, visit)
    for (const name of this.owned) {
      const value = this.#field(name)
      if (value === null) continue
      if (value instanceof PyObject) visit(value, name)
      else (value as readonly (Held | null)[]).forEach((item, i) => item !== null && visit(item, i))
    }
  }

  override clear(): void {
    for (const name of this.owned) this.drop(name)
  }

  /** Empties a field. */
  drop(name: string): void {
    const value = this.#field(name)
    const self = this as unknown as Record<string, unknown>
    if (value === null) return
    if (value instanceof PyObject) {
      self[name] = null
      release(value as Held)
    } else {
      self[name] = []
      for (const item of value as readonly (Held | null)[]) releaseMaybe(item)
    }
  }
}

/** A finished iterator object, tracked. */
export function made(vm: VM, tool: PyTool): Own {
  return tracked(vm, tool) as unknown as Own
}

/** The name that messages give the function: that of the built-in class. */
export function toolName(cls: PyType): string {
  let type = cls
  while (type.isHeapType) type = type.base!
  return type.qualname
}

const makeGeneric = classMethod(
  '__class_getitem__(cls, object, /) -> object',
  'A parametrized form for annotations.',
  (vm, cls, item) => newGenericAlias(vm, cls, item),
)

export interface ToolBody<S extends PyTool> {
  readonly basicsize: number
  readonly make: NonNullable<Slots<S>['__new__']> | null
  readonly next: (vm: VM, self: S) => Own | null
  readonly methods?: readonly MethodSpec[]
  readonly slots?: { [K in keyof Slots<S>]?: Slots<S>[K] }
  readonly subclassable?: boolean
}

/** A type of iterators in `itertools`. */
export function defineTool<S extends PyTool>(
  // biome-ignore lint/suspicious/noExplicitAny: see TypeSpec.cls
  cls: abstract new (...args: any[]) => S,
  signature: string,
  doc: string,
  body: ToolBody<S>,
): TypeSpec {
  return defineType<S>(cls, signature, doc, {
    basicsize: body.basicsize,
    container: true,
    subclassable: body.subclassable ?? true,
    noInstantiation: body.make === null,
    slots: {
      ...(body.make === null ? {} : { __new__: body.make }),
      __iter__: (_vm, self) => newRef(self),
      __next__: body.next,
      ...body.slots,
    },
    methods: [...(body.methods ?? []), makeGeneric],
  })
}

/**
 * The tuple to put the next result into: the last one if only the iterator holds it, else a copy. The old
 * items stay in it until they are replaced.
 */
export function reusable(vm: VM, last: Held<PyTuple>): Own<PyTuple> {
  if (last.refcnt === 1) {
    vm.heap.collector.track(last)
    return newRef(last)
  }
  const copy = new PyTuple(vm.types.tuple, last.items.map(newRef)) as Own<PyTuple>
  vm.heap.collector.track(copy)
  return copy
}

/** Replaces an item of a tuple that nobody else has seen, and releases the old one. */
export function replaceItem(tuple: PyTuple, index: number, item: Own): void {
  const items = tuple.items as Held[]
  const old = items[index]!
  items[index] = item
  release(old)
}
