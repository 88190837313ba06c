/**
 * The passes of a collection: what is unreachable, what its weak references and finalizers do, what they bring back.
 * As `Python/gc.c`, from `deduce_unreachable` to `handle_resurrected_objects`.
 */
import { GcList, move } from './gc-list.ts'
import type { HeapHooks } from './heap.ts'
import type { PyObject } from './object.ts'
import {
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

/** Whom a collection tells what it does, and where it puts immortal objects that it meets. */
export interface Surroundings {
  readonly hooks: HeapHooks
  readonly observer: HeapObserver | null
  readonly permanent: GcList
}

/** Takes out objects with a legacy finalizer and what they hold: it is unknown in which order they could die. */
export function separateLegacy(unreachable: GcList): GcList {
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

/**
 * Leaves in `base` what is reachable from outside it and moves the rest to `unreachable`. Returns how many
 * objects stay; those of them that might be untracked are put into `atomic`, in the order of the list.
 */
export function deduceUnreachable(
  { observer, permanent }: Surroundings,
  base: GcList,
  unreachable: GcList,
  atomic: PyObject[] | null,
): number {
  for (let link = base.gcNext; link !== base; ) {
    const object = link as PyObject
    link = link.gcNext!
    if (isImmortal(object)) {
      move(object, permanent)
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
export function handleWeakReferences(
  { hooks, observer }: Surroundings,
  unreachable: GcList,
  old: GcList,
): number {
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
    hooks.callback(reference, reference.callback!)
    if (reference.refcnt === 1) freed++
    else if ((reference.gcState & GC_TRACKED) !== 0) move(reference, old)
    release(reference)
  }
  return freed
}

/** Calls `tp_finalize` on each unreachable object that has not been finalized before. */
export function finalizeGarbage({ hooks, observer }: Surroundings, unreachable: GcList): void {
  const seen = new GcList()
  while (!unreachable.isEmpty) {
    const object = unreachable.gcNext as PyObject
    move(object, seen)
    if ((object.gcState & GC_FINALIZED) !== 0 || !object.type.hasFinalizer()) continue
    object.gcState |= GC_FINALIZED
    const kept = newRef(object)
    observer?.finalizing(object)
    hooks.finalize(object)
    release(kept)
  }
  unreachable.merge(seen)
}

/** Moves what is still unreachable to `final` and what finalizers brought back to `old`. */
export function separateResurrected(
  around: Surroundings,
  unreachable: GcList,
  final: GcList,
  old: GcList,
): void {
  deduceUnreachable({ ...around, observer: null }, unreachable, final, null)
  around.observer?.broughtBack(unreachable.objects())
  old.merge(unreachable)
}
