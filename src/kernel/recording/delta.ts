// Snapshots on the way from the worker to the page: a snapshot is sent as what is different from the one sent before,
// whichever moment that was of. Objects that are the same are the same JavaScript object in every snapshot that has
// them, so what is computed of one can be kept.

import type { FieldData, HolderData, ObjectData, ObjectId, SnapshotData } from '../../simulator/index.ts'

export interface SnapshotDelta extends Omit<SnapshotData, 'objects'> {
  /** Objects that were not there before or were different, in order of id. */
  readonly changed: readonly ObjectData[]
  /** Objects that are there no more. */
  readonly gone: readonly ObjectId[]
}

export class DeltaEncoder {
  #last = new Map<ObjectId, ObjectData>()

  encode({ objects, ...rest }: SnapshotData): SnapshotDelta {
    const changed: ObjectData[] = []
    const now = new Map<ObjectId, ObjectData>()
    for (const object of objects) {
      const before = this.#last.get(object.id)
      const same = before !== undefined && isSameObject(before, object)
      if (!same) changed.push(object)
      now.set(object.id, same ? before : object)
    }
    const gone: ObjectId[] = []
    for (const id of this.#last.keys()) if (!now.has(id)) gone.push(id)
    this.#last = now
    return { ...rest, changed, gone }
  }
}

export class DeltaDecoder {
  #last: readonly ObjectData[] = []

  decode({ changed, gone, ...rest }: SnapshotDelta): SnapshotData {
    if (changed.length > 0 || gone.length > 0) this.#last = merged(this.#last, changed, new Set(gone))
    return { ...rest, objects: this.#last }
  }
}

/** Both are in order of id. */
function merged(
  before: readonly ObjectData[],
  changed: readonly ObjectData[],
  gone: ReadonlySet<ObjectId>,
): ObjectData[] {
  const objects: ObjectData[] = []
  let next = 0
  for (const object of before) {
    while (next < changed.length && changed[next]!.id < object.id) objects.push(changed[next++]!)
    if (next < changed.length && changed[next]!.id === object.id) objects.push(changed[next++]!)
    else if (!gone.has(object.id)) objects.push(object)
  }
  while (next < changed.length) objects.push(changed[next++]!)
  return objects
}

export function isSameObject(a: ObjectData, b: ObjectData): boolean {
  return (
    a.id === b.id &&
    a.refcnt === b.refcnt &&
    a.name === b.name &&
    a.type === b.type &&
    a.kind === b.kind &&
    a.text === b.text &&
    a.state === b.state &&
    a.tracked === b.tracked &&
    a.generation === b.generation &&
    a.inner === b.inner &&
    a.more === b.more &&
    a.address === b.address &&
    a.weak?.referent === b.weak?.referent &&
    a.weak?.hasCallback === b.weak?.hasCallback &&
    isSameList(a.weakrefs, b.weakrefs, (one, other) => one === other) &&
    isSameList(a.fields, b.fields, isSameField) &&
    isSameList(a.holders, b.holders, isSameHolder)
  )
}

function isSameList<T>(a: readonly T[], b: readonly T[], isSame: (one: T, other: T) => boolean): boolean {
  if (a.length !== b.length) return false
  for (let i = 0; i < a.length; i++) if (!isSame(a[i]!, b[i]!)) return false
  return true
}

function isSameField(a: FieldData, b: FieldData): boolean {
  return a.target === b.target && a.label === b.label && a.count === b.count
}

function isSameHolder(a: HolderData, b: HolderData): boolean {
  return a.from === b.from && a.count === b.count && a.label === b.label && a.words === b.words
}
