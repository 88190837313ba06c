/**
 * What every Python value is: a heap object with a count, a type and an address.
 *
 * The base class carries what the heap itself looks after, for built-in and Python classes alike: the
 * count, the links of the collector's lists, the weak references, and the attribute storage that a Python
 * class adds to its instances (`__dict__` and `__slots__`). What a type stores besides is in its subclass,
 * which says in `traverse` what it owns. As `Include/object.h` and `Include/internal/pycore_gc.h`.
 */
import type { Reserve } from './addresses.ts'
import type { Heap } from './heap.ts'
import type { Held, Own } from './reference.ts'
import { releaseMaybe } from './reference.ts'

/** What an edge of the heap is called: an attribute's name, an index, or the key object of a mapping. */
export type EdgeLabel = string | number | PyObject

/** Receives one strong reference found by `traverse`. */
export type Visit = (referent: PyObject, label: EdgeLabel) => void

/** The part of a type object that the heap needs; `PyType` in `objects/type.ts` is the only implementer. */
export interface HeapType extends PyObject {
  readonly heap: Heap
  readonly name: string
  /** Bytes of an instance without its items, as `__basicsize__`. */
  readonly basicsize: number
  /** Freed memory that it keeps for its next instances. */
  readonly reserve: Reserve | null
  /** Made by a `class` statement (or `type()`): its instances own a reference to it. */
  readonly isHeapType: boolean
  /** Instances take part in cycle collection (Py_TPFLAGS_HAVE_GC). */
  readonly isContainer: boolean
  /** Instances have a `__dict__` or `__slots__` storage that this Python class, not its built-in base, added. */
  readonly addsStorage: boolean
  /** Instances can be weakly referenced because of this Python class, not because of its built-in base. */
  readonly addsWeakrefs: boolean
  /** Whether `tp_finalize` is set: `__del__`, or a generator's closing. */
  hasFinalizer(): boolean
  /** `tp_del`, which only extension modules can give a class: runs at death, and forbids clearing a cycle. */
  readonly legacyFinalizer: ((object: PyObject) => void) | null
  /** The attribute name of the `__slots__` member with that index. */
  slotName(index: number): string
  /** Indexes of the `__slots__` members in the order in which they are visited and released: its own, then its base's. */
  readonly memberOrder: readonly number[]
  /** Storage for the `__slots__` members of a new instance. */
  newMembers(): null[] | null
}

/** The count from which an object is immortal (PEP 683); far from both zero and the end of small integers. */
export const IMMORTAL = 0x2000_0000

/** Bytes of the collector's links before an object that it may track. */
export const GC_HEADER = 16

/** Bits of `gcState`. */
export const GC_TRACKED = 1
/** `tp_finalize` has run (it runs once, PEP 442). */
export const GC_FINALIZED = 2
/** A candidate of the running collection. */
export const GC_COLLECTING = 4
/** Found unreachable so far by the running collection. */
export const GC_UNREACHABLE = 8
/** Of a class with `untrackable`. */
export const GC_ATOMIC = 32
/** Its memory is returned: any further use is a bug of the simulator. */
export const FREED = 16

/** A link of a collector's list: an object, or the list's own head. */
export interface GcLink {
  gcPrev: GcLink | null
  gcNext: GcLink | null
}

export abstract class PyObject implements GcLink {
  // `declare`: the constructor makes the fields, not a definition of each before it, which costs as much again.
  declare refcnt: number
  declare type: Held<HeapType>
  /** What `id()` returns. */
  declare address: number
  /** Bytes asked of the allocator for the object itself. */
  declare blockSize: number
  declare gcPrev: GcLink | null
  declare gcNext: GcLink | null
  declare gcRefs: number
  declare gcState: number
  /** Head of the list of weak references to this object, in `weakrefs.ts`; borrowed. */
  declare weakrefs: PyObject | null
  /** The instance dictionary, where there is one by now. */
  declare dict: Held | null
  /** Values of `__slots__` members, by slot index; null for types without. */
  declare members: (Held | null)[] | null

  /**
   * A new object with one reference, which the creator owns.
   * `size` is what the memory allocator is asked for, in bytes; an instance of a heap type owns its type.
   */
  constructor(type: HeapType, size: number = type.isContainer ? type.basicsize + GC_HEADER : type.basicsize) {
    this.refcnt = 1
    this.type = type as Held<HeapType>
    this.blockSize = size
    if (type.isContainer) {
      this.gcPrev = null
      this.gcNext = null
      this.gcRefs = 0
      this.gcState = 0
      this.weakrefs = null
      this.dict = null
      this.members = type.isHeapType ? type.newMembers() : null
    }
    this.address = type.heap.allocate(this, size)
  }

  /** Visits each strong reference of this class's own fields (not `type`, `dict` or `slots` of a Python class). */
  traverse(_visit: Visit): void {}

  /** Strong references that CPython's `tp_traverse` leaves out, as the names shared by instances of a class. */
  hidden(_visit: Visit): void {}

  /** `tp_clear`: lets go of what may close a cycle; the object stays valid. */
  clear(): void {}

  /** The type's part of `tp_dealloc`: lets go of everything this class's own fields hold. */
  dealloc(): void {
    this.clear()
  }

  /** Lets go of the attributes that a Python class gave its instance: its `__dict__`, or what stands for it. */
  releaseAttributes(): void {
    const { dict } = this
    this.dict = null
    releaseMaybe(dict)
  }

  /** Visits those attributes. */
  traverseAttributes(visit: Visit): void {
    if (this.dict !== null) visit(this.dict, '__dict__')
  }

  /** `tp_clear` of an instance: what its class added, then its own fields (`subtype_clear`). */
  clearAll(): void {
    if (this.type.addsStorage) this.clearStorage()
    this.clear()
  }

  /** Lets go of `__slots__` values and attributes; the instance stays usable. */
  clearStorage(): void {
    const { members } = this
    if (members !== null) {
      for (const i of this.type.memberOrder) {
        const value = members[i]
        if (value != null) {
          members[i] = null
          releaseMaybe(value)
        }
      }
    }
    this.releaseAttributes()
  }

  /**
   * Whether a collection may stop tracking it: tuples always (`full` false), dicts in a full collection only.
   * Asked only of objects with the bit GC_ATOMIC.
   */
  untrackable(_full: boolean): boolean {
    return false
  }

  /** Whether deep chains of this class are cut by the heap's deallocation queue (CPython's trashcan). */
  get usesTrashcan(): boolean {
    return true
  }
}

// Small values (ints, strings …) have no fields of their own for what only containers use: making them is cheaper.
Object.assign(PyObject.prototype, {
  gcPrev: null,
  gcNext: null,
  gcRefs: 0,
  gcState: 0,
  weakrefs: null,
  dict: null,
  members: null,
})

/** `address` as `id()` and default reprs show it, e.g. `0x7f3a5c0010d0`. */
export function addressText(object: PyObject): string {
  return `0x${object.address.toString(16)}`
}

/** Marks an object as immortal: its count no longer matters and it is never deallocated. */
export function immortalize<T extends PyObject>(object: T): Own<T> {
  object.refcnt = IMMORTAL
  return object as Own<T>
}

export function isImmortal(object: PyObject): boolean {
  return object.refcnt >= IMMORTAL >>> 1
}

/**
 * Every strong reference that an object holds, and its name: its own fields, then what its Python class
 * added. The one place that the collector, the audit, `gc.get_referents` and the heap figure rely on.
 */
export function traverse(object: PyObject, visit: Visit): void {
  const { type } = object
  if (type.isHeapType) {
    const { members } = object
    if (members !== null) {
      const { memberOrder } = type
      for (let at = 0; at < memberOrder.length; at++) {
        const value = members[memberOrder[at]!]
        if (value != null) visit(value, type.slotName(memberOrder[at]!))
      }
    }
    if (type.addsStorage) object.traverseAttributes(visit)
    visit(type, '__class__')
  }
  object.traverse(visit)
}
