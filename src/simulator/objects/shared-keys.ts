/**
 * The attribute names that the instances of one class share (CPython's `ht_cached_keys`).
 *
 * A name gets the next index when the first instance stores it. There is room for 30 names, and for one less with each instance that is made, down to one: a class
 * whose instances are made alike needs no more. As split keys of `Objects/dictobject.c`.
 */
import type { Held } from '../heap/reference.ts'
import { newRef, releaseAll } from '../heap/reference.ts'
import type { PyStr } from './str.ts'

const MOST_NAMES = 30

export class SharedKeys {
  /** By index; each an owned string. */
  readonly names: Held<PyStr>[] = []
  readonly #indexes = new Map<string, number>()
  #room = MOST_NAMES

  /** How many values an instance made now has places for. */
  get capacity(): number {
    return this.names.length + this.#room
  }

  /** The index of a name, added if there is room; -1 if there is none. */
  claim(name: PyStr): number {
    const known = this.#indexes.get(name.value)
    if (known !== undefined) return known
    if (this.#room === 0) return -1
    this.#room--
    this.#indexes.set(name.value, this.names.length)
    return this.names.push(newRef(name)) - 1
  }

  /** An instance is made. */
  shrink(): void {
    if (this.#room > 1) this.#room--
  }

  /** Lets the names go; for the death of the class. */
  release(): void {
    releaseAll(this.names.splice(0))
  }
}

/** Bytes of the inline values of an instance with that many places: values, order of insertion, sizes. */
export function inlineBytes(capacity: number): number {
  return ((capacity + 7) & ~7) + (capacity + 1) * 8
}
