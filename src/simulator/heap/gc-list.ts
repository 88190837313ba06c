/**
 * The lists of the collector's generations: rings through the objects' own links, so that an object changes its list
 * without a search. As `PyGC_Head` in `Include/internal/pycore_gc.h`.
 */
import type { GcLink, PyObject } from './object.ts'

/** A doubly linked ring of tracked objects; the head is no object. */
export class GcList implements GcLink {
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

export function unlink(object: PyObject): void {
  object.gcPrev!.gcNext = object.gcNext
  object.gcNext!.gcPrev = object.gcPrev
  object.gcPrev = null
  object.gcNext = null
}

export function move(object: PyObject, list: GcList): void {
  unlink(object)
  list.append(object)
}
