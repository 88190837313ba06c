/**
 * Who watches a heap: told of births, deaths and their order, weak references, finalizers, and of each phase of a
 * collection.
 *
 * An observer takes no references and changes nothing, so that a watched program does what it does unwatched. Each
 * method is called at one place of the heap; without an observer that place compares a field with null.
 */
import type { PyObject } from './object.ts'
import type { WeakReference } from './weakrefs.ts'

/** What becomes of a callback when its weak reference is cleared. */
export type CallbackFate = 'called' | 'skipped' | 'none'

export interface HeapObserver {
  /** From the constructor: the object has its type and nothing else yet. */
  born(object: PyObject, address: number): void
  /** The count has reached zero: what it holds dies between this and `died`. */
  dying(object: PyObject): void
  /** The memory goes back; its type is still known. */
  died(object: PyObject): void
  /** The finalizer of an object whose count had reached zero has kept it alive: it does not die now. */
  resurrected(object: PyObject): void
  /** The finalizer is about to run. */
  finalizing(object: PyObject): void

  /** A weak reference no longer refers to `referent`, which is dying or garbage. */
  weakReferenceCleared(reference: WeakReference, referent: PyObject, callback: CallbackFate): void
  /** A weak reference with a callback dies while its referent lives. */
  weakReferenceDied(reference: WeakReference, referent: PyObject): void
  callbackCalled(reference: WeakReference): void

  /** `due`: a threshold has been passed. `counts` are those before the collection. */
  collectionBegan(generation: number, due: boolean, counts: readonly number[]): void
  /** `gcRefs` of each holds the copy of its count. */
  candidates(objects: Iterable<PyObject>): void
  /** `gcRefs` of each holds what is left when references from candidates are subtracted. */
  subtracted(objects: Iterable<PyObject>): void
  /** One that stood at zero is reached from `by`. */
  rescued(object: PyObject, by: PyObject): void
  unreachable(objects: Iterable<PyObject>): void
  /** After the finalizers: what they have brought back. */
  broughtBack(objects: Iterable<PyObject>): void
  clearing(objects: Iterable<PyObject>): void
  /** `found` is what `gc.collect()` returns. */
  collectionEnded(found: number): void
}
