/**
 * The cycle collector: three generations, and the algorithm that finds what only holds itself.
 *
 * Copy each candidate's count; subtract the references that come from candidates; what stays above zero is
 * held from outside; rescue all that it reaches; the rest is unreachable. Then, in this order: clear weak
 * references and call the callbacks that are not themselves garbage, run finalizers, look again for what
 * they resurrected, clear the rest. As `Python/gc.c` of 3.13; `Modules/gc_weakref.txt` gives the reasons.
 */
import type { Addresses } from './addresses.ts'
import type { HeapHooks } from './heap.ts'
import type { GcLink, PyObject } from './object.ts'
import {
  addressText,
  GC_ATOMIC,
  GC_COLLECTING,
  GC_FINALIZED,
  GC_TRACKED,
  GC_UNREACHABLE,
  isImmortal,
  traverse,
} from './object.ts'
import type { HeapObserver } from './observer.ts'
import type { Own } from './reference.ts'
import { newRef, release } from './reference.ts'
import { WeakReference } from './weakrefs.ts'

/** Bits of `gc.set_debug`. */
export const DEBUG_STATS = 1
export const DEBUG_COLLECTABLE = 2
export const DEBUG_UNCOLLECTABLE = 4
export const DEBUG_SAVEALL = 32

/** Containers of CPython's own start that a full collection looks at: 5,065 of which this heap has some 130. */
const UNSEEN_AT_START = 4930
/** Of what an import makes, the part that collections leave tracked: they untrack many a tuple. */
const TRACKED_SHARE = 0.8

export interface GenerationStats {
  collections: number
  collected: number
  uncollectable: number
}

/** A doubly linked ring of tracked objects; the head is no object. */
class GcList implements GcLink {
  gcPrev: GcLink = this
  gcNext: GcLink = this

  get isEmpty(): boolean {
    return this.gcNext === this
  }

  append(object: PyObject): void {
    const last = this.gcPrev
    last.gcNext = object
    object.gcPrev = last
    object.gcNext = this
    this.gcPrev = object
  }

  /** Moves everything from `other` to the end of this list. */
  merge(other: GcList): void {
    if (other.isEmpty) return
    const last = this.gcPrev
    last.gcNext = other.gcNext
    other.gcNext.gcPrev = last
    this.gcPrev = other.gcPrev
    other.gcPrev.gcNext = this
    other.gcPrev = other
    other.gcNext = other
  }

  /** The objects, in order; safe against removal of the current one only. */
  *objects(): Generator<PyObject> {
    let link = this.gcNext
    while (link !== this) {
      const next = link.gcNext!
      yield link as PyObject
      link = next
    }
  }

  get length(): number {
    let n = 0
    for (let link = this.gcNext; link !== this; link = link.gcNext!) n++
    return n
  }
}

function unlink(object: PyObject): void {
  object.gcPrev!.gcNext = object.gcNext
  object.gcNext!.gcPrev = object.gcPrev
  object.gcPrev = null
  object.gcNext = null
}

function move(object: PyObject, list: GcList): void {
  unlink(object)
  list.append(object)
}

export class Collector {
  /** Whether automatic collection is on (`gc.enable`). */
  enabled = true
  readonly thresholds = [2000, 10, 10]
  readonly counts = [0, 0, 0]
  readonly stats: GenerationStats[] = [0, 1, 2].map(() => ({
    collections: 0,
    collected: 0,
    uncollectable: 0,
  }))
  debug = 0
  /** A collection is due: the eval loop runs it at its next safe point. */
  due = false

  readonly #hooks: HeapHooks
  readonly #addresses: Addresses
  readonly #watched: { readonly observer: HeapObserver | null }
  #isDue = false
  readonly #generations = [new GcList(), new GcList(), new GcList()]
  readonly #permanent = new GcList()
  #longLivedPending = 0
  #longLivedTotal = 0
  /** Of each generation: containers that CPython has made meanwhile and this heap has not. Its library is larger. */
  readonly #unseen: [number, number, number] = [0, 0, 0]
  /** Garbage that CPython has made and this heap has not; the next collection counts it. */
  #unseenGarbage = 0
  #collecting = false
  #holds = 0

  constructor(hooks: HeapHooks, addresses: Addresses, watched: { readonly observer: HeapObserver | null }) {
    this.#hooks = hooks
    this.#addresses = addresses
    this.#watched = watched
  }

  /** A container was allocated. */
  allocated(): void {
    const young = ++this.counts[0]!
    const threshold = this.thresholds[0]!
    if (young > threshold && this.enabled && threshold !== 0 && !this.#collecting && this.#holds === 0)
      this.due = true
  }

  /** No automatic collection until `letGo`. */
  hold(): void {
    this.#holds++
  }

  letGo(): void {
    this.#holds--
  }

  /**
   * Runs `body`, the import of modules whose originals leave other objects on CPython's heap. What it makes is not
   * counted, and its garbage goes at once; the caller accounts for the originals with `accountFor`.
   */
  apart(body: () => void): void {
    const before = new GcList()
    before.merge(this.#generations[0]!)
    const count = this.counts[0]!
    this.hold()
    try {
      body()
    } finally {
      this.letGo()
      this.counts[0] = count
    }
    const made = this.#generations[0]!
    const wasCollecting = this.#collecting
    this.#collecting = true
    try {
      this.#discard(made)
    } finally {
      this.#collecting = wasCollecting
      this.counts[0] = count
      this.#unseen[0] -= made.length
      before.merge(made)
      made.merge(before)
    }
  }

  #discard(list: GcList): void {
    const unreachable = new GcList()
    this.#deduceUnreachable(list, unreachable, [], null)
    this.#handleWeakReferences(unreachable, list, null)
    this.#finalizeGarbage(unreachable, null)
    const final = new GcList()
    this.#separateResurrected(unreachable, final, list, null)
    this.#deleteGarbage(final, list)
  }

  /** CPython has made `containers` by now (fewer than none: they have died), of which `garbage` are in dead cycles. */
  accountFor(containers: number, garbage: number): void {
    this.#unseenGarbage += garbage
    let left = containers
    while (this.counts[0]! + left > this.thresholds[0]! && this.thresholds[0] !== 0) {
      if (!this.enabled || this.#collecting || this.#holds > 0) break
      const step = this.thresholds[0]! + 1 - this.counts[0]!
      left -= step
      this.#unseen[0] += step * TRACKED_SHARE
      this.counts[0] = this.thresholds[0]! + 1
      this.collectDue()
      if (this.counts[0] !== 0) break
    }
    this.#unseen[0] += left * TRACKED_SHARE
    this.counts[0] = Math.max(0, this.counts[0]! + left)
  }

  /** A container was freed. */
  freed(): void {
    if (this.counts[0]! > 0) this.counts[0]!--
  }

  /** Puts an object on the youngest generation's list, if it is on none (`PyObject_GC_Track`). */
  track(object: PyObject): void {
    if ((object.gcState & GC_TRACKED) !== 0) return
    object.gcState |= GC_TRACKED
    this.#generations[0]!.append(object)
  }

  /** Takes an object off its list (`PyObject_GC_UnTrack`). */
  untrack(object: PyObject): void {
    if ((object.gcState & GC_TRACKED) === 0) return
    object.gcState &= ~(GC_TRACKED | GC_COLLECTING | GC_UNREACHABLE)
    unlink(object)
  }

  /** Tracked objects of one generation, or of all, youngest first; in list order. */
  objects(generation?: number): PyObject[] {
    const lists = generation === undefined ? this.#generations : [this.#generations[generation]!]
    return lists.flatMap((list) => [...list.objects()])
  }

  /**
   * Shows every tracked object with its generation, null for the permanent one, which comes first. Nothing may be
   * tracked or untracked meanwhile.
   */
  each(visit: (object: PyObject, generation: number | null) => void): void {
    const walk = (list: GcList, generation: number | null): void => {
      for (let link = list.gcNext; link !== list; link = link.gcNext!) visit(link as PyObject, generation)
    }
    walk(this.#permanent, null)
    this.#generations.forEach(walk)
  }

  get freezeCount(): number {
    return this.#permanent.length
  }

  freeze(): void {
    for (let i = 0; i < 3; i++) {
      this.#permanent.merge(this.#generations[i]!)
      this.counts[i] = 0
    }
  }

  unfreeze(): void {
    this.#generations[2]!.merge(this.#permanent)
  }

  /**
   * The interpreter has started: what exists has survived young collections, and the counters are those that
   * CPython 3.13 shows a program at its first line.
   */
  settle(): void {
    this.#generations[1]!.merge(this.#generations[0]!)
    this.counts.splice(0, 3, 20, 3, 0)
    this.stats[0] = { collections: 3, collected: 24, uncollectable: 0 }
    this.#unseen[1] = UNSEEN_AT_START
  }

  /** The automatic collection that became due: of the oldest generation over its threshold. */
  collectDue(): void {
    this.due = false
    if (!this.enabled || this.#collecting || this.#holds > 0) return
    for (let i = 2; i >= 0; i--) {
      if (this.counts[i]! <= this.thresholds[i]!) continue
      // A full collection waits until a quarter of the long-lived objects is new (3.13's linear-time rule).
      if (i === 2 && this.#longLivedPending < this.#longLivedTotal / 4) continue
      this.#isDue = true
      this.collect(i)
      return
    }
  }

  /**
   * Collects one generation and all younger ones. Returns the number of unreachable objects found, as
   * `gc.collect()` does; 0 when a collection is already running. `quietly` leaves `gc.callbacks` out.
   */
  collect(generation: number, quietly = false): number {
    if (this.#collecting) return 0
    this.#collecting = true
    try {
      if (!quietly) this.#hooks.collecting('start', generation, 0, 0)
      const { observer } = this.#watched
      observer?.collectionBegan(generation, this.#isDue, this.counts)
      const [found, uncollectable] = this.#collect(generation, observer)
      observer?.collectionEnded(found + uncollectable)
      const stats = this.stats[generation]!
      stats.collections++
      stats.collected += found
      stats.uncollectable += uncollectable
      if (!quietly) this.#hooks.collecting('stop', generation, found, uncollectable)
      return found + uncollectable
    } finally {
      this.#collecting = false
      this.#isDue = false
    }
  }

  /** How many objects were found that can be collected, and how many that cannot. */
  #collect(generation: number, observer: HeapObserver | null): [found: number, uncollectable: number] {
    if (generation + 1 < 3) this.counts[generation + 1]!++
    for (let i = 0; i <= generation; i++) this.counts[i] = 0
    const young = this.#generations[generation]!
    for (let i = 0; i < generation; i++) young.merge(this.#generations[i]!)
    const old = this.#generations[Math.min(generation + 1, 2)]!
    if ((this.debug & DEBUG_STATS) !== 0) this.#reportStart(generation)

    const unreachable = new GcList()
    const atomic: PyObject[] = []
    const reachable =
      this.#deduceUnreachable(young, unreachable, atomic, observer) - this.#untrackAtomic(atomic, false)
    const legacy = this.#separateLegacy(unreachable)
    if (young !== old) {
      if (generation === 1) this.#longLivedPending += reachable + this.#unseen[0] + this.#unseen[1]
      old.merge(young)
    } else {
      this.#longLivedPending = 0
      this.#longLivedTotal = reachable - this.#untrackAtomic(atomic, true)
      for (const unseen of this.#unseen) this.#longLivedTotal += unseen
    }
    for (let i = 0; i <= generation; i++) {
      const unseen = this.#unseen[i]!
      this.#unseen[i] = 0
      this.#unseen[Math.min(generation + 1, 2)]! += unseen
    }
    if ((this.debug & DEBUG_COLLECTABLE) !== 0) {
      for (const object of unreachable.objects()) {
        this.#hooks.report(`gc: collectable <${object.type.name} ${addressText(object)}>`)
      }
    }
    observer?.unreachable(unreachable.objects())
    let found = this.#handleWeakReferences(unreachable, old, observer)
    this.#finalizeGarbage(unreachable, observer)
    const final = new GcList()
    this.#separateResurrected(unreachable, final, old, observer)
    observer?.clearing(final.objects())
    const count = final.length + this.#unseenGarbage
    this.#unseenGarbage = 0
    found += count
    this.#deleteGarbage(final, old)
    const uncollectable = this.#keepLegacy(legacy, old)
    if (generation === 2) this.#addresses.emptyReserves(() => this.freed())
    if ((this.debug & DEBUG_STATS) !== 0) {
      const all = count + uncollectable
      this.#hooks.report(`gc: done, ${all} unreachable, ${uncollectable} uncollectable, 0.0000s elapsed`)
    }
    return [found, uncollectable]
  }

  /** Takes out objects with a legacy finalizer and what they hold: it is unknown in which order they could die. */
  #separateLegacy(unreachable: GcList): GcList {
    const legacy = new GcList()
    for (const object of unreachable.objects()) {
      if (object.type.legacyFinalizer === null) continue
      object.gcState &= ~GC_COLLECTING
      move(object, legacy)
    }
    const take = (referent: PyObject): void => {
      if ((referent.gcState & GC_COLLECTING) === 0) return
      referent.gcState &= ~GC_COLLECTING
      move(referent, legacy)
    }
    for (let link = legacy.gcNext; link !== legacy; link = link.gcNext!) traverse(link as PyObject, take)
    return legacy
  }

  /** Puts those with a legacy finalizer into `gc.garbage`; how many objects cannot be collected. */
  #keepLegacy(legacy: GcList, old: GcList): number {
    let count = 0
    for (const object of legacy.objects()) {
      count++
      if ((this.debug & DEBUG_UNCOLLECTABLE) !== 0)
        this.#hooks.report(`gc: uncollectable <${object.type.name} ${addressText(object)}>`)
      if ((this.debug & DEBUG_SAVEALL) !== 0 || object.type.legacyFinalizer !== null)
        this.#hooks.saveGarbage(object)
    }
    old.merge(legacy)
    return count
  }

  #reportStart(generation: number): void {
    this.#hooks.report(`gc: collecting generation ${generation}...`)
    const sizes = this.#generations.map((list) => ` ${list.length}`).join('')
    this.#hooks.report(`gc: objects in each generation:${sizes}`)
    this.#hooks.report(`gc: objects in permanent generation: ${this.#permanent.length}`)
  }

  /** Stops watching what cannot be in a cycle: tuples, and in a full collection dicts. Returns how many those are. */
  #untrackAtomic(candidates: readonly PyObject[], full: boolean): number {
    let count = 0
    for (const object of candidates) {
      if ((object.gcState & GC_TRACKED) === 0 || !object.untrackable(full)) continue
      this.untrack(object)
      count++
    }
    return count
  }

  /**
   * Leaves in `base` what is reachable from outside it and moves the rest to `unreachable`. Returns how many
   * objects stay; those of them that might be untracked are put into `atomic`, in the order of the list.
   */
  #deduceUnreachable(
    base: GcList,
    unreachable: GcList,
    atomic: PyObject[] | null,
    observer: HeapObserver | null,
  ): number {
    for (let link = base.gcNext; link !== base; ) {
      const object = link as PyObject
      link = link.gcNext!
      if (isImmortal(object)) {
        move(object, this.#permanent)
        continue
      }
      object.gcRefs = object.refcnt
      object.gcState = (object.gcState & ~GC_UNREACHABLE) | GC_COLLECTING
    }
    observer?.candidates(base.objects())
    const subtract = (referent: PyObject): void => {
      if ((referent.gcState & GC_COLLECTING) !== 0) referent.gcRefs--
    }
    for (let link = base.gcNext; link !== base; link = link.gcNext!) traverse(link as PyObject, subtract)
    observer?.subtracted(base.objects())

    let scanned = base.gcNext
    const rescue = (referent: PyObject): void => {
      if ((referent.gcState & GC_COLLECTING) === 0) return
      if (observer !== null && referent.gcRefs === 0) observer.rescued(referent, scanned as PyObject)
      if ((referent.gcState & GC_UNREACHABLE) !== 0) {
        // Thought unreachable, but a reachable object holds it: back to the end of the list, to be scanned.
        referent.gcState &= ~GC_UNREACHABLE
        move(referent, base)
        referent.gcRefs = 1
      } else if (referent.gcRefs === 0) referent.gcRefs = 1
    }
    let count = 0
    let link = base.gcNext
    while (link !== base) {
      const object = link as PyObject
      if (object.gcRefs > 0) {
        scanned = object
        traverse(object, rescue)
        object.gcState &= ~GC_COLLECTING
        count++
        if (atomic !== null && (object.gcState & GC_ATOMIC) !== 0) atomic.push(object)
        link = object.gcNext!
      } else {
        link = object.gcNext!
        object.gcState |= GC_UNREACHABLE
        move(object, unreachable)
      }
    }
    // What is left keeps GC_COLLECTING, the mark of garbage, until it is dealt with.
    for (let rest = unreachable.gcNext; rest !== unreachable; rest = rest.gcNext!)
      (rest as PyObject).gcState &= ~GC_UNREACHABLE
    return count
  }

  /** Clears all weak references to garbage; calls the callbacks of those references that are not garbage. */
  #handleWeakReferences(unreachable: GcList, old: GcList, observer: HeapObserver | null): number {
    const toCall: Own<WeakReference>[] = []
    for (const object of unreachable.objects()) {
      if (object instanceof WeakReference) {
        const { referent } = object
        object.clearReferent()
        if (observer !== null && referent !== null)
          observer.weakReferenceCleared(object, referent, object.callback === null ? 'none' : 'skipped')
      }
      while (object.weakrefs !== null) {
        const reference = object.weakrefs as WeakReference
        reference.clearReferent()
        const isGarbage = (reference.gcState & GC_COLLECTING) !== 0
        observer?.weakReferenceCleared(
          reference,
          object,
          reference.callback === null ? 'none' : isGarbage ? 'skipped' : 'called',
        )
        if (reference.callback === null) continue
        if (isGarbage) continue
        toCall.push(newRef(reference))
      }
    }
    let freed = 0
    for (const reference of toCall) {
      observer?.callbackCalled(reference)
      this.#hooks.callback(reference, reference.callback!)
      if (reference.refcnt === 1) freed++
      else if ((reference.gcState & GC_TRACKED) !== 0) move(reference, old)
      release(reference)
    }
    return freed
  }

  /** Calls `tp_finalize` on each unreachable object that has not been finalized before. */
  #finalizeGarbage(unreachable: GcList, observer: HeapObserver | null): void {
    const seen = new GcList()
    while (!unreachable.isEmpty) {
      const object = unreachable.gcNext as PyObject
      move(object, seen)
      if ((object.gcState & GC_FINALIZED) !== 0 || !object.type.hasFinalizer()) continue
      object.gcState |= GC_FINALIZED
      const kept = newRef(object)
      observer?.finalizing(object)
      this.#hooks.finalize(object)
      release(kept)
    }
    unreachable.merge(seen)
  }

  /** Moves what is still unreachable to `final` and what finalizers brought back to `old`. */
  #separateResurrected(unreachable: GcList, final: GcList, old: GcList, observer: HeapObserver | null): void {
    this.#deduceUnreachable(unreachable, final, null, null)
    observer?.broughtBack(unreachable.objects())
    old.merge(unreachable)
  }

  #deleteGarbage(garbage: GcList, old: GcList): void {
    while (!garbage.isEmpty) {
      const object = garbage.gcNext as PyObject
      if ((this.debug & DEBUG_SAVEALL) !== 0) this.#hooks.saveGarbage(object)
      else {
        const kept = newRef(object)
        object.clearAll()
        release(kept)
      }
      if (garbage.gcNext === object) {
        // Still alive: it may die later, when what holds it is cleared.
        object.gcState &= ~GC_COLLECTING
        move(object, old)
      }
    }
  }
}
