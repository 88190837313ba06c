/**
 * The cycle collector: three generations, and the algorithm that finds what only holds itself.
 *
 * Copy each candidate's count; subtract the references that come from candidates; what stays above zero is
 * held from outside; rescue all that it reaches; the rest is unreachable. Then, in this order: clear weak
 * references and call the callbacks that are not themselves garbage, run finalizers, look again for what
 * they resurrected, clear the rest. The passes are in garbage.ts. As `Python/gc.c` of 3.13; `Modules/gc_weakref.txt`
 * gives the reasons.
 */
import type { Addresses } from './addresses.ts'
import {
  deduceUnreachable,
  finalizeGarbage,
  handleWeakReferences,
  type Surroundings,
  separateLegacy,
  separateResurrected,
} from './garbage.ts'
import { GcList, move, unlink } from './gc-list.ts'
import type { HeapHooks } from './heap.ts'
import type { PyObject } from './object.ts'
import { addressText, GC_COLLECTING, GC_TRACKED, GC_UNREACHABLE } from './object.ts'
import type { HeapObserver } from './observer.ts'
import { newRef, release } from './reference.ts'

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
    const around = this.#surroundings(null)
    deduceUnreachable(around, list, unreachable, [])
    handleWeakReferences(around, unreachable, list)
    finalizeGarbage(around, unreachable)
    const final = new GcList()
    separateResurrected(around, unreachable, final, list)
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

  /** A safe point of CPython's library, at which there are so many containers more for a moment. */
  collectAmong(containers: number): void {
    for (let i = 0; i < containers; i++) this.allocated()
    if (this.due) this.collectDue()
    for (let i = 0; i < containers; i++) this.freed()
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

    const around = this.#surroundings(observer)
    const unreachable = new GcList()
    const atomic: PyObject[] = []
    const reachable =
      deduceUnreachable(around, young, unreachable, atomic) - this.#untrackAtomic(atomic, false)
    const legacy = separateLegacy(unreachable)
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
    let found = handleWeakReferences(around, unreachable, old)
    finalizeGarbage(around, unreachable)
    const final = new GcList()
    separateResurrected(around, unreachable, final, old)
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

  #surroundings(observer: HeapObserver | null): Surroundings {
    return { hooks: this.#hooks, observer, permanent: this.#permanent }
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
