/** Follows collections, phase by phase, for `CollectionData`. */
import { type PyObject, traverse } from '../heap/object.ts'
import type { CallbackFate } from '../heap/observer.ts'
import type { WeakReference } from '../heap/weakrefs.ts'
import type { CandidateData, CollectionData, ObjectId } from './data.ts'
import { describeEdge } from './edges.ts'
import type { Watch } from './watch.ts'

/** Candidates named in one collection. */
const MOST_CANDIDATES = 2000

type Draft = { -readonly [K in keyof CollectionData]: CollectionData[K] }

export class CollectionLog {
  readonly #watch: Watch
  #draft: Draft | null = null
  #phase: 'counting' | 'rescue' | 'later' = 'later'
  readonly #ids = new Map<PyObject, ObjectId>()
  #rescued: { id: ObjectId; by: ObjectId }[] = []

  constructor(watch: Watch) {
    this.#watch = watch
  }

  begin(
    generation: number,
    trigger: CollectionData['trigger'],
    thresholds: readonly number[],
    counts: readonly number[],
    step: number,
  ): void {
    this.#phase = 'counting'
    this.#ids.clear()
    this.#rescued = []
    this.#draft = {
      instruction: this.#watch.current,
      step,
      generation,
      trigger,
      thresholds: [thresholds[0]!, thresholds[1]!, thresholds[2]!],
      counts: [counts[0]!, counts[1]!, counts[2]!],
      candidates: [],
      otherCandidates: 0,
      inside: [],
      heldFromOutside: [],
      rescued: this.#rescued,
      unreachable: [],
      weakrefs: [],
      finalized: [],
      resurrected: [],
      cleared: [],
      found: 0,
    }
  }

  get isRunning(): boolean {
    return this.#draft !== null
  }

  get generation(): number {
    return this.#draft?.generation ?? 0
  }

  subtracted(objects: Iterable<PyObject>): void {
    const draft = this.#draft
    if (draft === null || this.#phase !== 'counting') return
    const { names } = this.#watch
    const candidates: CandidateData[] = []
    const chosen: PyObject[] = []
    for (const object of objects) {
      const id = names.idOf(object)
      if (id <= 0 || names.isFromLibrary(object) || candidates.length >= MOST_CANDIDATES) {
        draft.otherCandidates++
        continue
      }
      this.#ids.set(object, id)
      chosen.push(object)
      candidates.push({ id, name: names.nameOf(object), refcnt: object.refcnt, outside: object.gcRefs })
    }
    draft.candidates = candidates
    draft.heldFromOutside = candidates.filter(({ outside }) => outside > 0).map(({ id }) => id)
    draft.inside = chosen.flatMap((object) => this.#inside(object))
    this.#phase = 'rescue'
  }

  #inside(holder: PyObject): CollectionData['inside'][number][] {
    const { names, subject } = this.#watch
    const from = this.#ids.get(holder)!
    const found: CollectionData['inside'][number][] = []
    const context = { names, main: subject.main, shownList: null, ownerOf: () => null, codeOf: () => null }
    traverse(holder, (target, label) => {
      const to = this.#ids.get(target)
      if (to === undefined) return
      const text = describeEdge(context, holder, label, target).label
      found.push({ from, to, label: text })
    })
    return found
  }

  rescued(object: PyObject, by: PyObject): void {
    const id = this.#ids.get(object)
    if (this.#draft === null || this.#phase !== 'rescue' || id === undefined) return
    const rescuer = this.#ids.get(by) ?? this.#watch.names.idOf(by)
    this.#rescued.push({ id, by: rescuer })
  }

  unreachable(objects: Iterable<PyObject>): void {
    if (this.#draft === null) return
    this.#draft.unreachable = this.#named(objects)
    this.#phase = 'later'
  }

  weakReferenceCleared(reference: WeakReference, referent: PyObject, callback: CallbackFate): void {
    const draft = this.#draft
    if (draft === null) return
    const { names } = this.#watch
    draft.weakrefs = [
      ...draft.weakrefs,
      { reference: names.idOf(reference), referent: names.idOf(referent), callback },
    ]
  }

  finalizing(object: PyObject): void {
    if (this.#draft !== null && this.#ids.has(object))
      this.#draft.finalized = [...this.#draft.finalized, this.#ids.get(object)!]
  }

  broughtBack(objects: Iterable<PyObject>): void {
    if (this.#draft !== null) this.#draft.resurrected = this.#named(objects)
  }

  clearing(objects: Iterable<PyObject>): void {
    if (this.#draft !== null) this.#draft.cleared = this.#named(objects)
  }

  end(found: number): CollectionData | null {
    const draft = this.#draft
    this.#draft = null
    if (draft === null) return null
    draft.found = found
    this.#ids.clear()
    return draft
  }

  #named(objects: Iterable<PyObject>): ObjectId[] {
    const found: ObjectId[] = []
    for (const object of objects) {
      const id = this.#ids.get(object)
      if (id !== undefined) found.push(id)
    }
    return found
  }
}
