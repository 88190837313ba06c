// Where the references of an object lead in a figure: its *exits*. What is folded has no box, so an exit may lie some
// objects further on: one looks through the inside of a container, and names the exit by the place on the way that
// says most, a key or an index. What of the exits becomes a row or an edge is for scene.ts to say.

import type { FieldData, ObjectData, ObjectId } from '../../kernel/recording/protocol.ts'
import { type Drawn, isDefinition, isMachinery, isValue, placesOf } from './folding.ts'

export interface Exit {
  /** As the snapshot says it: `.next`, `[0]`, `['key']`; `{…}` where a library's container does not say. */
  label: string
  target: ObjectData
  weak: boolean
  callback: boolean
  /** How many more there are after it that are alike, in the places that follow. */
  more: number
}

/**
 * The exits of an object, in the order of its fields; those of a sequence by index. An object to which a field refers
 * from many places has one exit for each of the first `most`. `open`: folded things that get a box all the same.
 */
export function exitsOf(object: ObjectData, drawn: Drawn, open: ReadonlySet<ObjectId>, most: number): Exit[] {
  const exits = foundExits(object, drawn, most)
  const hasBox = ({ target }: Exit): boolean => drawn.boxOf(target.id) !== null
  // A function's or class's box is there for what it keeps.
  if (isDefinition(object) || object.kind === 'other') return exits.filter(hasBox)
  if (object.kind === 'sequence') exits.sort((a, b) => indexOf(a.label) - indexOf(b.label))
  // What a library's container is made of says nothing, but for what it leads to.
  if (!isLibraryContainer(object) || object.fields.some(({ target }) => open.has(target))) return exits
  return exits.filter(hasBox).map((exit) => (isPlace(exit.label) ? exit : { ...exit, label: '{…}' }))
}

function foundExits(object: ObjectData, drawn: Drawn, most: number): Exit[] {
  const exits: Exit[] = []
  const seen = new Set<ObjectId>([object.id])
  const add = (field: FieldData, path: string, target: ObjectData): void => {
    const places = field.label === path ? placesOf(field, most) : [path]
    const left = (field.count ?? 1) - places.length
    for (const [index, label] of places.entries()) {
      const more = index === places.length - 1 ? left : 0
      exits.push({ label, target, weak: false, callback: false, more })
    }
  }
  const visit = (holder: ObjectData, label: string): void => {
    const { weak } = holder
    const referent = weak?.referent == null ? undefined : drawn.byId.get(weak.referent)
    if (weak && referent && (holder === object || drawn.boxOf(referent.id) !== null)) {
      const { hasCallback } = weak
      exits.push({ label: label || 'referent', target: referent, weak: true, callback: hasCallback, more: 0 })
    }
    for (const field of holder.fields) {
      if (isMachinery(field, holder)) continue
      const target = drawn.byId.get(field.target)
      if (!target) continue
      const path = isPlace(field.label) ? field.label : label || field.label
      if (drawn.boxOf(target.id) !== null) add(field, path, target)
      else if (target.inner && !isValue(target) && !isDefinition(target)) {
        if (seen.has(target.id)) continue
        seen.add(target.id)
        visit(target, path)
      } else if (holder === object && !target.inner) add(field, path, target)
    }
  }
  visit(object, '')
  return exits
}

function indexOf(label: string): number {
  return Number(/^\[(\d+)\]$/.exec(label)?.[1] ?? -1)
}

const libraryContainers = new Set(
  'WeakValueDictionary WeakKeyDictionary WeakSet WeakMethod KeyedRef finalize'.split(' '),
)

function isLibraryContainer({ type }: ObjectData): boolean {
  return libraryContainers.has(type.replace(/^.*\./, ''))
}

/** A key or an index, which says more than the attributes on the way to it. */
function isPlace(label: string): boolean {
  return label.startsWith('[') || label.startsWith('{')
}
