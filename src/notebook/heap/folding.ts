// Which objects of a snapshot get a box of their own. Small values stand in the rows of their holders; functions,
// classes and modules are named there, unless they keep something that is drawn; the inside of a library's container
// is folded; where there are too many objects, those of one type become a group.

import type {
  FieldData,
  ObjectData,
  ObjectId,
  ObjectKind,
  SnapshotData,
  VariableData,
} from '../../kernel/recording/protocol.ts'
import { objectsById } from './objects-by-id.ts'
import type { View } from './scene.ts'

export interface Drawn {
  byId: ReadonlyMap<ObjectId, ObjectData>
  /** Objects with a box each, in order of id. */
  objects: readonly ObjectData[]
  /** Objects that share a box, by type. */
  groups: ReadonlyMap<string, readonly ObjectData[]>
  variables: ReadonlySet<VariableData>
  /** Objects that would be drawn and are not, by the reader's wish. */
  left: number
  /** The key of the box that shows an object, or null. */
  boxOf(id: ObjectId): string | null
}

/** Numbers, short texts, None: they stand in a row. */
export function isValue(object: ObjectData): boolean {
  return object.kind === 'value' || object.kind === 'text'
}

/** What a program consists of rather than works on. */
export function isDefinition(object: ObjectData): boolean {
  return (
    object.kind === 'function' ||
    object.kind === 'class' ||
    object.kind === 'module' ||
    object.kind === 'code'
  )
}

/** The labels of a field that stands for a run of places; at most `most` of them. */
export function placesOf({ label, count = 1 }: FieldData, most: number): string[] {
  if (count === 1) return [label]
  const first = Number(label.slice(1, -1))
  return Array.from({ length: Math.min(count, most) }, (_, index) => `[${first + index}]`)
}

/** How many references an object has, its class left out. */
export function referenceCount({ fields, more }: ObjectData): number {
  return fields.reduce((sum, { label, count = 1 }) => (label === '__class__' ? sum : sum + count), more)
}

/** A tuple of values that one object holds, and no variable: it stands in a row as a value does. */
export function isPlainTuple(object: ObjectData, byId: ReadonlyMap<ObjectId, ObjectData>): boolean {
  if (object.type !== 'tuple' || referenceCount(object) > 3 || object.holders.length !== 1) return false
  if (object.holders[0]?.from === null) return false
  return object.fields.every(({ target }) => {
    const item = byId.get(target)
    return item !== undefined && isValue(item)
  })
}

/** What a class is made of: the tuple of its bases, its descriptors; `gc.get_objects()` hands them out. */
function isPartOfClass({ holders }: ObjectData, byId: ReadonlyMap<ObjectId, ObjectData>): boolean {
  return holders.some(({ from, label }) => {
    const holder = from === null ? undefined : byId.get(from)
    return holder?.kind === 'class' && isMachinery({ label }, holder)
  })
}

/** Which objects of `snapshot` are drawn. */
export function drawnObjects(snapshot: SnapshotData, view: View): Drawn {
  const byId = objectsById(snapshot)
  const keeps = keepers(snapshot, byId)
  const reached = reachable(snapshot, byId, keeps)
  const wanted = new Set<ObjectId>()
  let hidden = 0
  for (const object of snapshot.objects) {
    const isHidden = view.hiddenTypes.has(object.type) || view.hide.includes(object.name)
    if (isHidden) {
      if (reached.has(object.id) && object.id > 0 && !object.inner && !isDefinition(object)) hidden++
    } else if (view.open.has(object.id)) wanted.add(object.id)
    else if (object.inner || isValue(object) || object.id < 0 || !reached.has(object.id)) continue
    else if (isPlainTuple(object, byId) || isPartOfClass(object, byId)) continue
    else if (!isDefinition(object) || keeps.has(object.id)) wanted.add(object.id)
  }
  // What is pulled out of an opened container is wanted as well.
  let variables = new Set<VariableData>()
  for (const frame of snapshot.frames)
    for (const variable of frame.variables) {
      if (/^__.*__$/.test(variable.name) || view.hide.includes(variable.name)) continue
      const target = byId.get(variable.target)
      if (target && (isDefinition(target) || view.hiddenTypes.has(target.type)) && !wanted.has(target.id))
        continue
      if (target && isDefinition(target) && variable.name === target.name && !view.open.has(target.id)) {
        if (!keeps.has(target.id)) continue
      }
      variables.add(variable)
    }
  const all = wanted.size
  const shown = view.show === null ? wanted : ledToBy(view.show, variables, wanted, byId)
  if (view.show !== null)
    variables = new Set([...variables].filter((variable) => view.show?.includes(variable.name)))
  const near = view.focus === null ? shown : neighbourhood(view.focus, shown, snapshot, byId)
  const objects = snapshot.objects.filter((object) => near.has(object.id))
  if (view.focus !== null) variables = new Set([...variables].filter((variable) => near.has(variable.target)))
  const groups = groupsOf(objects, variables, view)
  const keys = new Map<ObjectId, string>()
  for (const object of objects) keys.set(object.id, `o${object.id}`)
  for (const [type, members] of groups) for (const member of members) keys.set(member.id, `g:${type}`)
  return {
    byId,
    objects: objects.filter((object) => keys.get(object.id)?.startsWith('o')),
    groups,
    variables,
    left: view.show === null ? all - objects.length + hidden : 0,
    boxOf: (id) => keys.get(id) ?? null,
  }
}

const machinery = new Set(
  `__globals__ __builtins__ __code__ __name__ __qualname__ __module__ __doc__ __type_params__ __annotations__
  __class__ __mro__ __bases__ __subclasses__ __base__`.split(/\s+/),
)

/** References that every object of its kind has, and that say nothing. */
export function isMachinery({ label }: Pick<FieldData, 'label'>, holder: ObjectData): boolean {
  if (label === '__class__') return true
  if (!label.startsWith('__') && !label.startsWith('.__')) return false
  if (holder.kind === 'instance' || holder.kind === 'module') return false
  const name = label.replace(/^\./, '')
  return machinery.has(name) || (holder.kind === 'class' && /^__.*__$/.test(name))
}

/** Functions and classes that keep an object worth drawing: by a closure, a default, an attribute. */
function keepers(snapshot: SnapshotData, byId: ReadonlyMap<ObjectId, ObjectData>): Set<ObjectId> {
  const answers = new Map<ObjectId, boolean>()
  const isKept = (id: ObjectId): boolean => {
    const known = answers.get(id)
    if (known !== undefined) return known
    answers.set(id, false)
    const object = byId.get(id)
    const answer = object !== undefined && object.id > 0 && !isValue(object) && isWorth(object)
    answers.set(id, answer)
    return answer
  }
  const isWorth = (object: ObjectData): boolean => {
    if (object.kind === 'module' || object.kind === 'code') return false
    if (!object.inner && plainlyWorth.has(object.kind)) return true
    return object.fields.some((field) => !isMachinery(field, object) && isKept(field.target))
  }
  const result = new Set<ObjectId>()
  for (const object of snapshot.objects)
    if (isDefinition(object) && !object.inner && isKept(object.id)) result.add(object.id)
  return result
}

/** Kinds of objects that are worth a box by themselves, and not only for what they hold. */
const plainlyWorth: ReadonlySet<ObjectKind> = new Set([
  'instance',
  'weakref',
  'generator',
  'exception',
  'traceback',
  'frame',
  'method',
])

/** What something other than a definition's machinery leads to, and all islands. */
function reachable(
  snapshot: SnapshotData,
  byId: ReadonlyMap<ObjectId, ObjectData>,
  keeps: ReadonlySet<ObjectId>,
): Set<ObjectId> {
  const found = new Set<ObjectId>()
  const queue: ObjectData[] = []
  const reach = (object: ObjectData | undefined): void => {
    if (!object || found.has(object.id) || isValue(object)) return
    if (isDefinition(object) && !keeps.has(object.id)) return
    found.add(object.id)
    queue.push(object)
  }
  for (const frame of snapshot.frames) for (const { target } of frame.variables) reach(byId.get(target))
  for (const object of snapshot.objects)
    if (object.state === 'island' || keeps.has(object.id) || object.holders.some(({ from }) => from === null))
      reach(object)
  for (let object = queue.pop(); object; object = queue.pop()) {
    for (const field of object.fields) if (!isMachinery(field, object)) reach(byId.get(field.target))
    if (object.weak?.referent != null) reach(byId.get(object.weak.referent))
  }
  return found
}

/** What variables, types or objects named in `names` lead to. */
function ledToBy(
  names: readonly string[],
  variables: ReadonlySet<VariableData>,
  wanted: ReadonlySet<ObjectId>,
  byId: ReadonlyMap<ObjectId, ObjectData>,
): Set<ObjectId> {
  const found = new Set<ObjectId>()
  const result = new Set<ObjectId>()
  const queue: ObjectId[] = []
  const reach = (id: ObjectId): void => {
    if (found.has(id)) return
    found.add(id)
    queue.push(id)
  }
  for (const variable of variables) if (names.includes(variable.name)) reach(variable.target)
  for (const id of wanted) {
    const object = byId.get(id)
    if (object && (names.includes(object.type) || names.includes(object.name))) reach(id)
  }
  for (let id = queue.shift(); id !== undefined; id = queue.shift()) {
    const object = byId.get(id)
    if (!object) continue
    if (wanted.has(id)) result.add(id)
    else if (isDefinition(object) || isValue(object)) continue
    for (const field of object.fields) if (!isMachinery(field, object)) reach(field.target)
    if (object.weak?.referent != null) reach(object.weak.referent)
  }
  return result
}

/** The object and what is at most two references away from it, in either direction. */
function neighbourhood(
  centre: ObjectId,
  shown: ReadonlySet<ObjectId>,
  snapshot: SnapshotData,
  byId: ReadonlyMap<ObjectId, ObjectData>,
): Set<ObjectId> {
  const linked = new Map<ObjectId, Set<ObjectId>>()
  const link = (from: ObjectId, to: ObjectId): void => {
    for (const [one, other] of [
      [from, to],
      [to, from],
    ] as const) {
      const set = linked.get(one) ?? new Set()
      linked.set(one, set.add(other))
    }
  }
  for (const object of snapshot.objects) {
    if (isDefinition(object) || isValue(object)) continue
    for (const { target, label } of object.fields) {
      const other = byId.get(target)
      if (label !== '__class__' && other && !isValue(other) && !isDefinition(other)) link(object.id, target)
    }
    if (object.weak?.referent != null) link(object.id, object.weak.referent)
  }
  const near = new Set([centre])
  let border: ObjectId[] = [centre]
  for (let distance = 0; distance < 2; distance++) {
    const next: ObjectId[] = []
    for (const id of border)
      for (const other of linked.get(id) ?? []) {
        if (near.has(other)) continue
        near.add(other)
        // What is folded is no distance.
        if (shown.has(other)) next.push(other)
        else border.push(other)
      }
    border = next
  }
  return new Set([...near].filter((id) => shown.has(id) || id === centre))
}

/** Types whose objects become one box each, the most numerous first, until few enough are left. */
function groupsOf(
  objects: readonly ObjectData[],
  variables: ReadonlySet<VariableData>,
  view: View,
): Map<string, ObjectData[]> {
  const groups = new Map<string, ObjectData[]>()
  if (objects.length <= view.limit) return groups
  const named = new Set([...variables].map((variable) => variable.target))
  const byType = new Map<string, ObjectData[]>()
  for (const object of objects) {
    if (named.has(object.id) || object.id === view.focus || view.openTypes.has(object.type)) continue
    const members = byType.get(object.type) ?? []
    byType.set(object.type, members)
    members.push(object)
  }
  let left = objects.length
  for (const [type, members] of [...byType].sort((a, b) => b[1].length - a[1].length)) {
    if (left <= view.limit || members.length < 3) break
    groups.set(type, members)
    left -= members.length - 1
  }
  return groups
}
