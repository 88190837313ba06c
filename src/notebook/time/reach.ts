// Who keeps an object alive, and what would go if one reference were cut: questions about one snapshot, answered
// without running anything. A *root* is a reference from outside the snapshot's objects: a variable of a frame, the
// machine's stack, a module, a class. A path runs from a root over strong references; the search goes backwards from
// the object, breadth first, so the first paths found are the shortest.

import type { HolderData, ObjectId, SnapshotData } from '../../kernel/recording/protocol.ts'
import { objectsById } from '../heap/objects-by-id.ts'

/** One strong reference: from an object, or from a root. */
export interface Edge {
  /** null: a root, which `words` names. */
  readonly from: ObjectId | null
  readonly label: string
  readonly to: ObjectId
  /** Who holds, in words. */
  readonly words: string
}

/** From a root to the object, in this order. */
export type Path = readonly Edge[]

/** The shortest strong paths from roots to an object, each from another root; none if it is an island's. */
export function pathsTo(snapshot: SnapshotData, target: ObjectId, limit = 3): Path[] {
  const objects = objectsById(snapshot)
  const onward = new Map<ObjectId, Edge | null>([[target, null]])
  const found: Path[] = []
  let front: ObjectId[] = [target]
  while (front.length > 0 && found.length < limit) {
    const next: ObjectId[] = []
    for (const id of front) {
      for (const holder of objects.get(id)?.holders ?? []) {
        const edge = edgeOf(holder, id)
        if (edge.from === null) {
          if (found.length < limit) found.push(pathFrom(edge, onward))
        } else if (objects.has(edge.from) && !onward.has(edge.from)) {
          onward.set(edge.from, edge)
          next.push(edge.from)
        }
      }
    }
    front = next
  }
  return found
}

function edgeOf({ from, label, words }: HolderData, to: ObjectId): Edge {
  return { from, label, to, words }
}

function pathFrom(root: Edge, onward: ReadonlyMap<ObjectId, Edge | null>): Path {
  const path = [root]
  let edge = onward.get(root.to) ?? null
  while (edge !== null) {
    path.push(edge)
    edge = onward.get(edge.to) ?? null
  }
  return path
}

/** A path as one line: "global `cache` → `dict#1` → `['a']` → `Report#1`". */
export function pathWords(snapshot: SnapshotData, path: Path): string {
  const objects = objectsById(snapshot)
  const name = (id: ObjectId) => `\`${objects.get(id)?.name ?? '?'}\``
  return path
    .map(({ from, label, words, to }) => `${from === null ? words : `\`${label}\``} → ${name(to)}`)
    .join(' → ')
}

/** The shortest way from an object back to itself; null if there is none. */
export function cycleThrough(snapshot: SnapshotData, id: ObjectId): Path | null {
  const objects = objectsById(snapshot)
  const onward = new Map<ObjectId, Edge>()
  let front: ObjectId[] = [id]
  while (front.length > 0) {
    const next: ObjectId[] = []
    for (const at of front) {
      for (const holder of objects.get(at)?.holders ?? []) {
        const edge = edgeOf(holder, at)
        if (edge.from === null || !objects.has(edge.from)) continue
        if (edge.from === id) {
          const path = [edge]
          for (let to = edge.to; to !== id; ) {
            const following = onward.get(to)
            if (following === undefined) break
            path.push(following)
            to = following.to
          }
          return path
        }
        if (onward.has(edge.from)) continue
        onward.set(edge.from, edge)
        next.push(edge.from)
      }
    }
    front = next
  }
  return null
}

/** Why an object lives, or that it lives only by its own group: one sentence. */
export function aliveWords(snapshot: SnapshotData, id: ObjectId): string {
  const object = objectsById(snapshot).get(id)
  if (object === undefined) return 'It is not alive at this moment.'
  if (object.refcnt === null) return `\`${object.name}\` is immortal: nothing ever frees it.`
  const paths = pathsTo(snapshot, id)
  if (paths.length > 0) {
    const how = paths.length === 1 ? 'One chain of strong references keeps' : 'Strong references keep'
    return `${how} \`${object.name}\` alive:`
  }
  const cycle = cycleThrough(snapshot, id)
  if (cycle === null) {
    return `No variable leads to \`${object.name}\`. It hangs on a group of objects that only hold each other: the collector will find them.`
  }
  const members = [...new Set(cycle.map(({ to }) => to))]
  const names = members.map((member) => `\`${objectsById(snapshot).get(member)?.name ?? '?'}\``)
  const group = members.length === 1 ? `${names[0]} holds itself` : `${enumerate(names)} hold each other`
  return `${group}, and nothing outside holds them: their counts never reach zero by themselves. The collector will find them.`
}

/** What cutting references would bring about. */
export interface Cut {
  /** Freed at once, by their counts, in order. */
  readonly freed: readonly ObjectId[]
  /** Not freed, but no root leads to them any more: they wait for the collector. */
  readonly waiting: readonly ObjectId[]
  /** Weak references that would be dead: their referents are freed. */
  readonly weak: readonly ObjectId[]
}

/** What would become of the heap without one reference, or with it as often as its holder has it. */
export function cutEdge(snapshot: SnapshotData, edge: Edge): Cut {
  const objects = objectsById(snapshot)
  const counts = new Map<ObjectId, number | null>(snapshot.objects.map(({ id, refcnt }) => [id, refcnt]))
  const freed: ObjectId[] = []
  const dead = new Set<ObjectId>()
  const release = (id: ObjectId) => {
    const count = counts.get(id)
    if (count === undefined || count === null || dead.has(id)) return
    counts.set(id, count - 1)
    if (count > 1) return
    dead.add(id)
    freed.push(id)
    for (const { target, count = 1 } of objects.get(id)?.fields ?? [])
      for (let i = 0; i < count; i++) release(target)
  }
  release(edge.to)
  const before = reachable(snapshot, null, new Set())
  const after = reachable(snapshot, edge, dead)
  const waiting = snapshot.objects
    .filter(({ id, refcnt }) => refcnt !== null && before.has(id) && !after.has(id) && !dead.has(id))
    .map(({ id }) => id)
  const weak = snapshot.objects
    .filter(({ id, weak }) => weak?.referent != null && dead.has(weak.referent) && !dead.has(id))
    .map(({ id }) => id)
  return { freed, waiting, weak }
}

/** What roots lead to without `cut`, where what is dead leads nowhere. */
function reachable(snapshot: SnapshotData, cut: Edge | null, dead: ReadonlySet<ObjectId>): Set<ObjectId> {
  const objects = objectsById(snapshot)
  const reached = new Set<ObjectId>()
  const waiting: ObjectId[] = []
  const isCut = (from: ObjectId | null, label: string, to: ObjectId) =>
    cut !== null && cut.from === from && cut.label === label && cut.to === to
  const reach = (id: ObjectId) => {
    if (reached.has(id) || dead.has(id) || !objects.has(id)) return
    reached.add(id)
    waiting.push(id)
  }
  for (const { id, holders } of snapshot.objects) {
    const held = holders.some((holder) => {
      if (holder.from !== null && objects.has(holder.from)) return false
      // One of several alike is cut: the others stay.
      return holder.count > 1 || !isCut(holder.from, holder.label, id)
    })
    if (held) reach(id)
  }
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    let spared = false
    for (const { label, target, count = 1 } of objects.get(id)?.fields ?? []) {
      if (!spared && count === 1 && isCut(id, label, target)) {
        spared = true
        continue
      }
      reach(target)
    }
  }
  return reached
}

/** What a cut would do, in one or two sentences. */
export function cutWords(snapshot: SnapshotData, edge: Edge): string {
  const objects = objectsById(snapshot)
  const names = (ids: readonly ObjectId[]) =>
    enumerateSome(ids.map((id) => `\`${objects.get(id)?.name ?? '?'}\``))
  const { freed, waiting, weak } = cutEdge(snapshot, edge)
  const sentences: string[] = []
  const target = objects.get(edge.to)
  if (freed.length > 0)
    sentences.push(
      `${names(freed)} would be freed at once, by ${freed.length === 1 ? 'its count' : 'their counts'}.`,
    )
  else if (target?.refcnt != null) {
    sentences.push(
      `Nothing would be freed at once: the count of \`${target.name}\` would go from ${target.refcnt} to ${target.refcnt - 1}.`,
    )
  } else sentences.push('Nothing would be freed.')
  if (waiting.length > 0) {
    sentences.push(`${names(waiting)} would be out of reach and wait for the collector.`)
  }
  if (weak.length > 0) {
    sentences.push(
      `${weak.length === 1 ? 'One weak reference' : `${weak.length} weak references`} would be dead.`,
    )
  }
  return sentences.join(' ')
}

/** "a", "a and b", "a, b and c". */
export function enumerate(words: readonly string[]): string {
  if (words.length < 2) return words[0] ?? ''
  return `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`
}

/** The same, with no more than `limit` of them by name. */
export function enumerateSome(words: readonly string[], limit = 6): string {
  if (words.length <= limit) return enumerate(words)
  return `${words.slice(0, limit - 1).join(', ')} and ${words.length - limit + 1} more`
}

/** An edge as a figure names it: by the object or the frame it leaves; null for a root that a figure does not draw. */
export function drawnEdge(
  snapshot: SnapshotData,
  { from, label, to, words }: Edge,
): { from: ObjectId | string; label: string; to: ObjectId } | null {
  if (from !== null) return { from, label, to }
  const frame = snapshot.frames.find(({ name, variables }) =>
    variables.some(
      (variable) =>
        variable.target === to &&
        variable.name === label &&
        (variable.kind === 'global' || words.includes(`\`${name}\``)),
    ),
  )
  return frame === undefined ? null : { from: frame.name, label, to }
}
