/**
 * `PyType`: a type object, built-in or made by a `class` statement.
 *
 * It owns its namespace, bases and MRO; instances of a class made in Python own a reference to it. Lookup
 * along the MRO is cached by name and the caches of all subclasses are dropped when a namespace changes
 * (CPython's version tags). A built-in type's members come into its namespace when they are first looked
 * up. As `Objects/typeobject.c`; how a class is made is in `type-new.ts`, its own attributes in
 * `type-object.ts`.
 */
import type { Reserve } from '../heap/addresses.ts'
import type { Heap } from '../heap/heap.ts'
import { takeField } from '../heap/heap.ts'
import type { HeapType, Visit } from '../heap/object.ts'
import { immortalize, PyObject } from '../heap/object.ts'
import type { Held, Own } from '../heap/reference.ts'
import { release, releaseAll, releaseMaybe } from '../heap/reference.ts'
import { emptySlots, type TypeSlots } from './declare/slots.ts'
import type { TypeSpec } from './declare/type.ts'
import type { PyDict } from './dict.ts'
import { SharedKeys } from './shared-keys.ts'
import type { PyTuple } from './tuple.ts'
import type { VM } from './vm.ts'

/** A member of a built-in type that has not been looked up yet. */
export type MemberMaker = (vm: VM, type: PyType) => Own

export class PyType extends PyObject implements HeapType {
  readonly vm: VM
  readonly heap: Heap
  name: string
  qualname: string
  /** For built-in types; a Python class has `__module__` in its namespace. */
  moduleName: string
  /** The class of instances in TypeScript, and the built-in specification of this type itself, if it is one. */
  readonly cls: TypeSpec['cls']
  readonly spec: TypeSpec | null
  base: Held<PyType> | null = null
  /** Made lazily for built-in types (`getBases`). */
  bases: Held<PyTuple> | null = null
  /** Method resolution order, itself first; borrowed (kept alive by `mroTuple`, `base` and `bases`). */
  mro: readonly PyType[] = []
  mroTuple: Held<PyTuple> | null = null
  namespace!: Held<PyDict>
  slots: TypeSlots = emptySlots()
  readonly basicsize: number
  readonly itemsize: number
  reserve: Reserve | null = null

  readonly isHeapType: boolean
  isContainer = false
  subclassable = false
  /** `TypeError: cannot create 'x' instances`. */
  noInstantiation = false
  /** Attributes cannot be assigned (built-in types). */
  isImmutable = false
  /** An abstract base class with abstract methods left: instantiation fails. */
  isAbstract = false
  legacyFinalizer: ((object: PyObject) => void) | null = null
  /** Instances have `__dict__`, by this type or a base. */
  hasDict = false
  hasWeakrefs = false
  addsStorage = false
  addsWeakrefs = false
  /** Instances keep their attributes inline until someone asks for their `__dict__`. */
  hasInlineValues = false
  patma: 'sequence' | 'mapping' | null = null

  /** Names of the `__slots__` members by index, inherited ones first. */
  memberNames: readonly string[] = []
  memberOrder: readonly number[] = []
  /** Attribute names of instances with inline values. */
  readonly sharedKeys = new SharedKeys()
  /** Uncounted, in order of creation. */
  readonly subclasses = new Set<PyType>()
  /** For each base of a Python class, the weak reference by which that knows it in CPython. */
  readonly basesKnow: Held[] = []
  /** The dict in which CPython has those references, of a class with a subclass. */
  subclassesDict: Held | null = null
  /** The tuple of its own `__slots__`. */
  slotsTuple: Held | null = null

  /** Members of a built-in type still to be made; shared by all interpreters, so never changed. */
  readonly #members: ReadonlyMap<string, MemberMaker> | null
  readonly #cache = new Map<string, PyObject | null>()

  constructor(
    vm: VM,
    metatype: HeapType,
    name: string,
    cls: TypeSpec['cls'],
    spec: TypeSpec | null,
    members: ReadonlyMap<string, MemberMaker> | null,
    sizes: { basicsize: number; itemsize: number },
  ) {
    super(metatype, spec === null ? 1696 : 416)
    this.vm = vm
    this.heap = vm.heap
    this.name = name
    this.qualname = name
    this.moduleName = 'builtins'
    this.cls = cls
    this.spec = spec
    this.#members = members
    this.basicsize = sizes.basicsize
    this.itemsize = sizes.itemsize
    this.isHeapType = spec === null
  }

  hasFinalizer(): boolean {
    return this.slots.__del__ !== null
  }

  slotName(index: number): string {
    return this.memberNames[index]!
  }

  newMembers(): null[] | null {
    const { length } = this.memberNames
    if (length === 0) return null
    return length === 1 ? [null] : new Array<null>(length).fill(null)
  }

  isSubtype(other: PyType): boolean {
    const { mro } = this
    if (mro[0] === other || mro.includes(other)) return true
    // A class that is still being made has no order yet.
    return mro.length === 0 && (this === other || this.base?.isSubtype(other) === true)
  }

  /** The attribute in this type's own namespace, borrowed. */
  lookupOwn(name: string): PyObject | null {
    return this.namespace.getStr(name) ?? this.#makeMember(name)
  }

  /** The attribute found along the MRO (`_PyType_Lookup`), borrowed; null where there is none. */
  lookup(name: string): PyObject | null {
    const cached = this.#cache.get(name)
    if (cached !== undefined) return cached
    let found: PyObject | null = null
    for (const type of this.mro) {
      found = type.lookupOwn(name)
      if (found !== null) break
    }
    this.#cache.set(name, found)
    return found
  }

  #makeMember(name: string): PyObject | null {
    const make = this.#members?.get(name)
    if (make === undefined) return null
    const value = this.heap.beforehand(() => immortalize(make(this.vm, this)))
    this.heap.collector.untrack(value)
    this.namespace.putStr(this.vm, name, value)
    return value
  }

  /** Puts all members of a built-in type into its namespace, in the order of its declaration. */
  populate(): void {
    const members = this.#members
    if (members === null || this.namespace.size >= members.size) return
    const made = [...members.keys()].map((name) => [name, this.lookupOwn(name) as Own] as const)
    this.namespace.clear()
    for (const [name, value] of made) this.namespace.putStr(this.vm, name, value)
  }

  /** A namespace of this type or a base has changed: forget what was looked up (`PyType_Modified`). */
  modified(): void {
    this.#cache.clear()
    for (const subclass of this.subclasses) subclass.modified()
  }

  override traverse(visit: Visit): void {
    if (!this.isHeapType) return
    visit(this.namespace, '__dict__')
    if (this.mroTuple !== null) visit(this.mroTuple, '__mro__')
    if (this.bases !== null) visit(this.bases, '__bases__')
    if (this.base !== null) visit(this.base, '__base__')
  }

  override hidden(visit: Visit): void {
    for (const key of this.sharedKeys.names) visit(key, key.value)
    for (const reference of this.basesKnow) visit(reference, '__subclasses__')
    if (this.subclassesDict !== null) visit(this.subclassesDict, '__subclasses__')
    if (this.slotsTuple !== null) visit(this.slotsTuple, '__slots__')
  }

  override clear(): void {
    this.modified()
    this.namespace.clear()
    const tuple = this.mroTuple
    this.mroTuple = null
    releaseMaybe(tuple)
  }

  override dealloc(): void {
    this.#leaveBases()
    const { base, namespace, bases, mroTuple, subclassesDict, slotsTuple } = this
    this.subclassesDict = null
    this.slotsTuple = null
    this.base = null
    this.bases = null
    this.mroTuple = null
    releaseMaybe(base)
    release(namespace)
    releaseMaybe(bases)
    releaseMaybe(mroTuple)
    releaseMaybe(subclassesDict)
    releaseMaybe(slotsTuple)
    this.sharedKeys.release()
  }

  /** The bases forget this class; with the last one goes the dict. */
  #leaveBases(): void {
    for (const base of this.mro) base.subclasses.delete(this)
    const references = this.basesKnow.splice(0)
    const bases = (this.bases?.items ?? []) as readonly PyObject[]
    bases.forEach((base, i) => {
      releaseMaybe(references[i])
      if (!(base instanceof PyType)) return
      base.subclasses.delete(this)
      if (base.subclasses.size === 0) releaseMaybe(takeField(base, 'subclassesDict'))
    })
    releaseAll(references.slice(bases.length))
  }
}

/** The type of an object, borrowed. */
export function typeOf(object: PyObject): PyType {
  return object.type as unknown as PyType
}

/** Whether the object is an instance of `type` or a subclass. */
export function isInstance(object: PyObject, type: PyType): boolean {
  const actual = typeOf(object)
  return actual === type || actual.mro.includes(type)
}

/** The name of an object's type without its module, as reprs give it (`_PyType_Name`). */
export function shortTypeName(object: PyObject): string {
  const { name, isHeapType } = object.type
  return isHeapType ? name : name.slice(name.lastIndexOf('.') + 1)
}

/** The name that error messages give an object's type. */
export function typeName(object: PyObject): string {
  return object.type.name
}
