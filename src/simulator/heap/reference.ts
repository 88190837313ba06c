/**
 * References and their owners, as types.
 *
 * A reference is the object itself; these types exist only at compile time. A parameter `PyObject`
 * borrows, a parameter `Own` steals, a result `Own` is a new reference, a field `Held` is a reference
 * stored in a heap object. Owned becomes borrowed by itself (lending); borrowed becomes owned only
 * through `newRef`, which counts. The C API manual calls these new, borrowed and stolen references.
 */
import type { PyObject } from './object.ts'

declare const held: unique symbol
declare const own: unique symbol

/** A strong reference stored inside a heap object; that object's `clear` or `dealloc` releases it. */
export type Held<T extends PyObject = PyObject> = T & { readonly [held]: true }

/** A strong reference in hand: release it, store it or return it, exactly once. */
export type Own<T extends PyObject = PyObject> = Held<T> & { readonly [own]: true }

/** A further strong reference to `object` (`Py_NewRef`). */
export function newRef<T extends PyObject>(object: T): Own<T> {
  object.refcnt++
  return object as Own<T>
}

/** Gives one strong reference up (`Py_DECREF`); at zero the object dies before this returns. */
export function release(reference: Held): void {
  if (--reference.refcnt === 0) reference.type.heap.dealloc(reference)
}

/** `release` for a field that may be empty (`Py_XDECREF`). */
export function releaseMaybe(reference: Held | null | undefined): void {
  if (reference != null && --reference.refcnt === 0) reference.type.heap.dealloc(reference)
}

/** Releases each, first to last. */
export function releaseAll(references: readonly (Held | null)[]): void {
  for (let i = 0; i < references.length; i++) releaseMaybe(references[i])
}

/** Releases each, last to first, as `list` and `tuple` do when they die. */
export function releaseBackwards(references: readonly (Held | null)[]): void {
  for (let i = references.length - 1; i >= 0; i--) releaseMaybe(references[i])
}

/** Lends an owned reference to `body` and releases it afterwards, also when `body` throws. */
export function lend<T extends PyObject, R>(reference: Own<T>, body: (borrowed: T) => R): R {
  try {
    return body(reference)
  } finally {
    release(reference)
  }
}

/** Takes a reference out of where it was held: the caller clears the place (`takeX` helpers do both). */
export function asOwn<T extends PyObject>(reference: Held<T>): Own<T> {
  return reference as Own<T>
}
