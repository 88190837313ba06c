// The objects of a snapshot by their ids: asked for by many, made once.

import type { ObjectData, ObjectId, SnapshotData } from '../../kernel/recording/protocol.ts'

/** Snapshots with the same objects share the list of them. */
const maps = new WeakMap<readonly ObjectData[], ReadonlyMap<ObjectId, ObjectData>>()

/** The snapshot's objects by id. */
export function objectsById({ objects }: SnapshotData): ReadonlyMap<ObjectId, ObjectData> {
  let map = maps.get(objects)
  if (map === undefined) {
    map = new Map(objects.map((object) => [object.id, object]))
    maps.set(objects, map)
  }
  return map
}
