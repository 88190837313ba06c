// The heap at one moment in plain words: the figure for those who would rather read, or have it read to them.

import type {
  FieldData,
  HolderData,
  ObjectData,
  ObjectId,
  SnapshotData,
} from '../../kernel/recording/protocol.ts'
import { isDefinition, isValue } from './folding.ts'
import { objectsById } from './objects-by-id.ts'

/** What the text and the table list: the objects of the program, small values and definitions left out. */
export function listedObjects(snapshot: SnapshotData): ObjectData[] {
  return snapshot.objects.filter(
    (object) => object.id > 0 && !object.inner && !isValue(object) && !isDefinition(object),
  )
}

/** The name or the value of an object, as a sentence uses it. */
export function nameOf(id: ObjectId, byId: ReadonlyMap<ObjectId, ObjectData>): string {
  const object = byId.get(id)
  if (!object) return 'an object that is not listed'
  return isValue(object) ? object.text : object.name
}

/** "local `n1` in `test2`", or "3 × an item of `list#1`". */
export function holderWords({ words, count }: HolderData): string {
  return count === 1 ? words : `${count} × ${words}`
}

/** The count and what it is made of: "2 = global `a` in `__main__` + attribute `next` of `Node#2`". */
export function countWords(object: ObjectData): string {
  if (object.refcnt === null) return 'immortal: not counted'
  if (object.holders.length === 0) return String(object.refcnt)
  return `${object.refcnt} = ${object.holders.map(holderWords).join(' + ')}`
}

/** Do the holders add up to the count? */
export function holdersAddUp(object: ObjectData): boolean {
  if (object.refcnt === null) return true
  return object.holders.reduce((sum, holder) => sum + holder.count, 0) === object.refcnt
}

/** `[3]`, or of a run `[3] … [8]`. */
export function fieldLabel({ label, count = 1 }: FieldData): string {
  return count === 1 ? label : `${label} … [${Number(label.slice(1, -1)) + count - 1}]`
}

/** Where a weak reference leads, or that it leads nowhere. */
export function weakWords(object: ObjectData, byId: ReadonlyMap<ObjectId, ObjectData>): string {
  if (!object.weak) return ''
  const { referent, hasCallback } = object.weak
  const to = referent === null ? 'dead' : `refers weakly to ${nameOf(referent, byId)}`
  return hasCallback ? `${to}, with a callback` : to
}

/** The whole snapshot as text. */
export function heapText(snapshot: SnapshotData): string {
  const byId = objectsById(snapshot)
  const lines: string[] = []
  for (const frame of snapshot.frames) {
    lines.push(frame.lineno === null ? frame.name : `${frame.name}, line ${frame.lineno}`)
    for (const variable of frame.variables) {
      const target = byId.get(variable.target)
      if (/^__.*__$/.test(variable.name) || (target && isDefinition(target))) continue
      const name = variable.kind === 'stack' ? 'on the stack' : variable.name
      lines.push(`    ${name} = ${nameOf(variable.target, byId)}`)
    }
  }
  for (const object of listedObjects(snapshot)) {
    lines.push('', `${object.name}${object.state === 'island' ? ' (held only by its own group)' : ''}`)
    lines.push(`    count ${plain(countWords(object))}`)
    if (object.weak) lines.push(`    ${weakWords(object, byId)}`)
    for (const field of object.fields)
      if (field.label !== '__class__') lines.push(`    ${fieldLabel(field)} = ${nameOf(field.target, byId)}`)
    if (object.more > 0) lines.push(`    and ${object.more} more`)
    for (const id of object.weakrefs) lines.push(`    weakly referred to by ${nameOf(id, byId)}`)
  }
  if (snapshot.omitted > 0) lines.push('', `${snapshot.omitted} further objects are not listed.`)
  return lines.join('\n')
}

function plain(words: string): string {
  return words.replaceAll('`', '')
}
