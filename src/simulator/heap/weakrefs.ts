/**
 * Weak references as the heap knows them: a list per object, and what happens to it at death.
 *
 * The list of an object begins with the reference that has no callback, then the proxy that has none,
 * then all others, newest first; so walking it calls callbacks newest first.
 * As `Objects/weakrefobject.c`.
 */
import type { HeapType, Visit } from './object.ts'
import { PyObject } from './object.ts'
import type { Held, Own } from './reference.ts'
import { asOwn, newRef, release, releaseMaybe } from './reference.ts'

/** Base of `weakref.ref` and the proxies. */
export abstract class WeakReference extends PyObject {
  /** Borrowed; null once cleared. */
  referent: PyObject | null = null
  callback: Held | null = null
  wrPrev: WeakReference | null = null
  wrNext: WeakReference | null = null

  /** Makes the reference and puts it into the referent's list at its proper place. */
  constructor(type: HeapType, referent: PyObject, callback: Own | null, place: 'ref' | 'proxy' | 'other') {
    super(type)
    this.callback = callback
    this.#enter(referent, place)
  }

  #enter(referent: PyObject, place: 'ref' | 'proxy' | 'other'): void {
    this.referent = referent
    let before: WeakReference | null = null
    if (place !== 'ref') {
      // After the callback-free reference, and (unless this is the proxy itself) the callback-free proxy.
      const { ref, proxy } = basicReferences(referent)
      before = place === 'proxy' ? ref : (proxy ?? ref)
    }
    const next = before === null ? (referent.weakrefs as WeakReference | null) : before.wrNext
    this.wrPrev = before
    this.wrNext = next
    if (before === null) referent.weakrefs = this
    else before.wrNext = this
    if (next !== null) next.wrPrev = this
  }

  /** Takes it out of its referent's list; the callback stays (`_PyWeakref_ClearRef`). */
  clearReferent(): void {
    const { referent, wrPrev, wrNext } = this
    if (referent === null) return
    if (wrPrev === null) referent.weakrefs = wrNext
    else wrPrev.wrNext = wrNext
    if (wrNext !== null) wrNext.wrPrev = wrPrev
    this.referent = null
    this.wrPrev = null
    this.wrNext = null
  }

  /** The callback, moved out. */
  takeCallback(): Own | null {
    const { callback } = this
    this.callback = null
    return callback === null ? null : asOwn(callback)
  }

  override traverse(visit: Visit): void {
    if (this.callback !== null) visit(this.callback, '__callback__')
  }

  override clear(): void {
    if (this.callback !== null && this.referent !== null)
      this.type.heap.observer?.weakReferenceDied(this, this.referent)
    this.clearReferent()
    releaseMaybe(this.takeCallback())
  }

  /** Whether this is the shared proxy without a callback, resp. the shared reference. */
  abstract readonly isProxy: boolean
  /** Exactly the built-in class, so that it may be shared. */
  abstract readonly isExact: boolean
}

/** The shareable references of an object: the exact `ref` and the proxy that have no callback. */
export function basicReferences(object: PyObject): {
  ref: WeakReference | null
  proxy: WeakReference | null
} {
  let head = object.weakrefs as WeakReference | null
  let ref: WeakReference | null = null
  let proxy: WeakReference | null = null
  if (head !== null && head.callback === null) {
    if (!head.isProxy && head.isExact) {
      ref = head
      head = head.wrNext
    }
    if (head !== null && head.callback === null && head.isProxy) proxy = head
  }
  return { ref, proxy }
}

/** All weak references to `object`, in list order; borrowed. */
export function weakReferencesOf(object: PyObject): WeakReference[] {
  const found: WeakReference[] = []
  for (let w = object.weakrefs as WeakReference | null; w !== null; w = w.wrNext) found.push(w)
  return found
}

/**
 * Clears every weak reference of a dying object, then calls their callbacks (`PyObject_ClearWeakRefs`).
 * All are dead before the first callback runs. `gather` makes an object that owns the items added to its array, for
 * which it has that many places.
 */
export function clearWeakReferences(
  object: PyObject,
  gather: (items: Held[], places: number) => Own,
  call: (reference: WeakReference, callback: PyObject) => void,
): void {
  const { observer } = object.type.heap
  const clearFirst = (): [WeakReference, Own | null] => {
    const reference = object.weakrefs as WeakReference
    const callback = reference.takeCallback()
    reference.clearReferent()
    observer?.weakReferenceCleared(
      reference,
      object,
      callback === null ? 'none' : reference.refcnt > 0 ? 'called' : 'skipped',
    )
    return [reference, callback]
  }
  const { ref, proxy } = basicReferences(object)
  if (ref !== null) clearFirst()
  if (proxy !== null) clearFirst()
  if (object.weakrefs === null) return
  const items: Held[] = []
  const gathered = gather(items, 2 * weakReferencesOf(object).length)
  const calls: [WeakReference, PyObject][] = []
  while (object.weakrefs !== null) {
    const [reference, callback] = clearFirst()
    // A reference that is itself dying no longer calls.
    if (reference.refcnt > 0) {
      items.push(newRef(reference))
      if (callback === null) continue
      items.push(callback)
      calls.push([reference, callback])
    } else releaseMaybe(callback)
  }
  for (const [reference, callback] of calls) call(reference, callback)
  release(gathered)
}
