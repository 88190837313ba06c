/**
 * The heap: allocation, death, and the list of what lives.
 *
 * An object dies the moment its count reaches zero: finalizer, weak references and their callbacks, what
 * its class added (`__slots__`, `__dict__`), then its own fields. Death is depth first, as in C; below a
 * nesting of 50 the rest waits in a queue, so a chain of any length dies without deep recursion (CPython's
 * trashcan). As `Objects/object.c`, and `subtype_dealloc` in `Objects/typeobject.c`.
 */
import { Addresses } from './addresses.ts'
import { Collector } from './collector.ts'
import type { PyObject } from './object.ts'
import { FREED, GC_FINALIZED } from './object.ts'
import type { HeapObserver } from './observer.ts'
import type { Held, Own } from './reference.ts'
import { newRef, release } from './reference.ts'
import type { WeakReference } from './weakrefs.ts'
import { clearWeakReferences } from './weakrefs.ts'

/** What the heap asks of the machine above it. None of these may throw: they report errors themselves. */
export interface HeapHooks {
  /** Runs the type's `tp_finalize` on the object. */
  finalize(object: PyObject): void
  /** Calls a weak reference's callback with the dead reference. */
  callback(reference: WeakReference, callback: PyObject): void
  /** A tuple that owns what is in the array, to which more may be added, up to that number of places. */
  gather(items: Held[], places: number): Own
  /** `gc.callbacks`, before and after a collection. */
  collecting(phase: 'start' | 'stop', generation: number, collected: number, uncollectable: number): void
  /** A line of `gc.set_debug` output. */
  report(line: string): void
  /** An unreachable object to be kept in `gc.garbage`: one that cannot be cleared, or any (`gc.DEBUG_SAVEALL`). */
  saveGarbage(object: PyObject): void
  /** The limit of memory is reached: throws MemoryError. */
  outOfMemory(): never
}

/** From this nesting of deaths on, objects wait in the queue (`_PyTrash_UNWIND_LEVEL`). */
const TRASHCAN_DEPTH = 50

/** Addresses of what is made `beforehand`. */
const FIRST_EARLY = 0x7f39_0000_0000

/** Who notes where memory is taken: `tracemalloc`. */
export interface AllocationTracer {
  /** From the constructor: the object has its type and nothing else yet. */
  allocated(object: PyObject, size: number): void
  freed(object: PyObject): void
}

export interface HeapOptions {
  /** Keep the set of live objects and check every use of a freed one: for tests. */
  readonly debug?: boolean
  /** Bytes of live objects at which MemoryError is raised. */
  readonly limit?: number
  /** Number of live objects at which MemoryError is raised. */
  readonly objectLimit?: number
}

export class Heap {
  readonly addresses = new Addresses()
  /** Where `beforehand` has its memory from. */
  readonly #early = new Addresses(FIRST_EARLY)
  readonly collector: Collector
  readonly debug: boolean
  /**
   * Containers that the collector does not watch although they may hold themselves, as in CPython; borrowed. It leaks
   * them, here `clearStrays` ends them.
   */
  readonly strays = new Set<PyObject>()
  /** All live objects, in order of creation; only in debug mode. */
  readonly live: Set<PyObject> | null
  /** Who watches; null for nobody. */
  observer: HeapObserver | null = null
  tracer: AllocationTracer | null = null
  readonly #hooks: HeapHooks
  #limit: number
  readonly #objectLimit: number
  #isUnlimited = false
  #bytes = 0
  #blocks = 0
  #nesting = 0
  #isApart = false
  #isBeforehand = false
  #deferred: PyObject[] = []

  constructor(hooks: HeapHooks, options: HeapOptions = {}) {
    this.#hooks = hooks
    this.debug = options.debug ?? false
    this.live = this.debug ? new Set() : null
    this.#limit = options.limit ?? Number.POSITIVE_INFINITY
    this.#objectLimit = options.objectLimit ?? Number.POSITIVE_INFINITY
    this.collector = new Collector(hooks, this.addresses, this)
  }

  /** Bytes of all live objects. */
  get bytes(): number {
    return this.#bytes
  }

  /** Number of live objects. */
  get blocks(): number {
    return this.#blocks
  }

  /** Gives a new object its address; called by its constructor only. */
  allocate(object: PyObject, size: number): number {
    const type = object.type
    if (this.#bytes + size > this.#limit || this.#blocks >= this.#objectLimit) this.#exceed()
    this.#bytes += size
    this.#blocks++
    if (type.isHeapType) type.refcnt++
    if (this.live !== null) this.live.add(object)
    if (this.#isBeforehand) return this.#early.take(size)
    if (this.tracer !== null) this.tracer.allocated(object, size)
    const kept = type.reserve === null || this.#isApart ? undefined : type.reserve.take(size)
    if (kept === undefined && type.isContainer) this.collector.allocated()
    const address = kept ?? this.addresses.take(size)
    if (this.observer !== null) this.observer.born(object, address)
    return address
  }

  /** Makes an object whose memory does not come from its type's reserve: what `list()` and `dict()` make. */
  apart<T extends PyObject>(make: () => T): T {
    this.#isApart = true
    try {
      return make()
    } finally {
      this.#isApart = false
    }
  }

  /**
   * Makes an object that CPython has made when it started: nobody counts it, and it takes no memory in which the
   * program's next object would lie. It must be immortal.
   */
  beforehand<T extends PyObject>(make: () => T): T {
    const before = this.#isBeforehand
    this.#isBeforehand = true
    try {
      return make()
    } finally {
      this.#isBeforehand = before
    }
  }

  /** Gives an object a block of another size (`PyObject_GC_Resize`). */
  resize(object: PyObject, size: number): void {
    const { address, blockSize } = object
    this.charge(size - blockSize)
    object.address = this.addresses.take(size)
    this.addresses.give(address, blockSize)
    object.blockSize = size
  }

  /** From now on nothing can be allocated. */
  exhaust(): void {
    this.#limit = 0
  }

  /** For the end of the interpreter. */
  clearStrays(): void {
    for (const stray of this.strays) {
      const kept = newRef(stray)
      stray.clearAll()
      release(kept)
    }
  }

  /** Accounts for `bytes` more (or fewer) held by a growing container, such as a list's items. */
  charge(bytes: number): void {
    if (bytes > 0 && this.#bytes + bytes > this.#limit) this.#exceed()
    this.#bytes += bytes
  }

  #exceed(): void {
    if (!this.#isUnlimited) this.#hooks.outOfMemory()
  }

  /** Runs `body` where the limit does not count: for what has to be made although memory has run out. */
  unlimited<T>(body: () => T): T {
    const before = this.#isUnlimited
    this.#isUnlimited = true
    try {
      return body()
    } finally {
      this.#isUnlimited = before
    }
  }

  /** The count reached zero (`_Py_Dealloc`). Called by `release`. */
  dealloc(object: PyObject): void {
    if (this.debug) this.#checkDeath(object)
    if (!object.usesTrashcan) return this.#destroy(object)
    if (this.#nesting >= TRASHCAN_DEPTH) {
      this.collector.untrack(object)
      this.#deferred.push(object)
      return
    }
    this.#nesting++
    try {
      this.#destroy(object)
    } finally {
      this.#nesting--
    }
    if (this.#nesting === 0 && this.#deferred.length > 0) this.#destroyDeferred()
  }

  #destroyDeferred(): void {
    // Last deposited, first destroyed, as CPython's chain. Nesting stays above zero meanwhile, so that
    // only this loop takes from the queue.
    this.#nesting++
    try {
      while (this.#deferred.length > 0) this.#destroy(this.#deferred.pop()!)
    } finally {
      this.#nesting--
    }
  }

  #destroy(object: PyObject): void {
    const type = object.type
    this.observer?.dying(object)
    this.collector.untrack(object)
    if (!type.isHeapType) {
      // As the built-in types' own tp_dealloc: weak references first, then a generator's closing.
      if (object.weakrefs !== null) this.#clearWeakReferences(object)
      if (type.hasFinalizer() && !this.#finalizeDying(object)) return
      object.dealloc()
      return this.#free(object)
    }
    const finalizer = type.hasFinalizer()
    if (finalizer && !this.#finalizeDying(object)) return
    if (type.addsWeakrefs && object.weakrefs !== null) {
      this.#clearWeakReferences(object)
    }
    if (type.legacyFinalizer !== null && !this.#finalizeLegacy(object, type.legacyFinalizer)) return
    if (type.addsWeakrefs) {
      // Made by a callback or finalizer meanwhile: they die silently.
      while (object.weakrefs !== null) (object.weakrefs as WeakReference).clearReferent()
    }
    if (type.addsStorage) object.clearStorage()
    if (object.weakrefs !== null) this.#clearWeakReferences(object)
    object.dealloc()
    const owned = object.type
    this.#free(object)
    release(owned)
  }

  #clearWeakReferences(object: PyObject): void {
    clearWeakReferences(object, this.#hooks.gather, (reference, callback) => {
      this.observer?.callbackCalled(reference)
      this.#hooks.callback(reference, callback)
    })
  }

  /** `PyObject_CallFinalizerFromDealloc`: false when the finalizer has resurrected the object. */
  #finalizeDying(object: PyObject): boolean {
    const container = object.type.isContainer
    if (container && (object.gcState & GC_FINALIZED) !== 0) return true
    object.refcnt = 1
    if (container) this.collector.track(object)
    this.observer?.finalizing(object)
    this.#hooks.finalize(object)
    // Only now: `gc.is_finalized` is false inside (`PyObject_CallFinalizer`).
    if (container) object.gcState |= GC_FINALIZED
    if (--object.refcnt > 0) {
      this.observer?.resurrected(object)
      return false
    }
    this.collector.untrack(object)
    return true
  }

  /** `tp_del`: false when it has resurrected the object. */
  #finalizeLegacy(object: PyObject, finalizer: (object: PyObject) => void): boolean {
    object.refcnt = 1
    if (object.type.isContainer) this.collector.track(object)
    finalizer(object)
    if (--object.refcnt > 0) return false
    this.collector.untrack(object)
    return true
  }

  #free(object: PyObject): void {
    this.observer?.died(object)
    this.#bytes -= object.blockSize
    if (this.tracer !== null) this.tracer.freed(object)
    this.#blocks--
    const { address, blockSize } = object
    if (object.type.reserve?.give(address, blockSize) !== true) {
      this.addresses.give(address, blockSize)
      if (object.type.isContainer) this.collector.freed()
    }
    if (this.live !== null) {
      this.live.delete(object)
      object.gcState |= FREED
    }
  }

  #checkDeath(object: PyObject): void {
    if ((object.gcState & FREED) !== 0)
      throw new Error(`heap: ${object.type.name} object released after its death`)
    if (object.refcnt < 0) throw new Error(`heap: negative count of a ${object.type.name} object`)
  }
}

/** Empties a field and returns what it held (`Py_CLEAR` in two steps: the field is empty before anything dies). */
export function takeField<O, K extends keyof O>(owner: O, key: K): O[K] {
  const value = owner[key]
  owner[key] = null as O[K]
  return value
}

/** Stores an owned reference into a field and then releases what was there (`Py_XSETREF`). */
export function putField<O, K extends keyof O>(owner: O, key: K, value: O[K] & (Held | null)): void {
  const old = owner[key] as Held | null
  owner[key] = value
  if (old !== null) release(old)
}
