// Snapshots made by hand, for tests of what is drawn of one: who refers to whom is given, counts and holders follow.

import type {
  ObjectData,
  ObjectId,
  ObjectKind,
  SnapshotData,
} from '../../../../src/kernel/recording/protocol.ts'

interface Given {
  type: string
  kind?: ObjectKind
  text?: string
  inner?: boolean
  island?: boolean
  /** Label to number of the target, or to the text of a value. */
  fields?: Record<string, number | string>
  weak?: number | null
  callback?: boolean
}

/** A snapshot of one or more frames, the last of them running: names to numbers of objects or texts of values. */
export function snapshotOf(
  frames: Record<string, Record<string, number | string>>,
  given: Record<number, Given>,
): SnapshotData {
  const values = new Map<string, ObjectId>()
  const target = (to: number | string): ObjectId => {
    if (typeof to === 'number') return to
    const id = values.get(to) ?? -1 - values.size
    values.set(to, id)
    return id
  }
  const births = new Map<string, number>()
  const frameData = Object.entries(frames).map(([name, variables], index) => ({
    name,
    lineno: index + 1,
    code: 0,
    offset: 0,
    variables: Object.entries(variables).map(([variable, to]) => ({
      name: variable,
      target: target(to),
      kind: index === 0 ? ('global' as const) : ('local' as const),
    })),
  }))
  const objects: ObjectData[] = Object.entries(given).map(([id, object]) => {
    const birth = (births.get(object.type) ?? 0) + 1
    births.set(object.type, birth)
    const fields = Object.entries(object.fields ?? {}).map(([label, to]) => ({ label, target: target(to) }))
    return {
      id: Number(id),
      name:
        object.kind === 'function' || object.kind === 'class'
          ? (object.text ?? '')
          : `${object.type}#${birth}`,
      type: object.type,
      kind: object.kind ?? 'instance',
      text: object.kind === 'value' || object.kind === 'text' ? (object.text ?? '') : '',
      refcnt: 0,
      state: object.island ? 'island' : 'live',
      tracked: true,
      generation: 0,
      inner: object.inner ?? false,
      more: 0,
      fields,
      holders: [],
      weak:
        object.weak === undefined ? null : { referent: object.weak, hasCallback: object.callback ?? false },
      weakrefs: [],
      address: `0x7f${id.padStart(6, '0')}`,
    }
  })
  for (const [text, id] of values)
    objects.push({
      ...(objects[0] as ObjectData),
      id,
      name: text,
      type: /^'/.test(text) ? 'str' : 'int',
      kind: /^'/.test(text) ? 'text' : 'value',
      text,
      refcnt: null,
      state: 'live',
      inner: false,
      fields: [],
      holders: [],
      weak: null,
    })
  const all = new Map(objects.map((object) => [object.id, object]))
  const hold = (id: ObjectId, from: ObjectId | null, label: string, words: string): void => {
    const object = all.get(id)
    if (!object || object.refcnt === null) return
    object.refcnt++
    object.holders = [...object.holders, { from, label, words, count: 1 }]
  }
  for (const frame of frameData)
    for (const { name, target: to, kind } of frame.variables)
      hold(to, null, name, `${kind} \`${name}\` in \`${frame.name}\``)
  for (const object of objects)
    for (const { label, target: to } of object.fields)
      hold(to, object.id, label, `attribute \`${label.slice(1)}\` of \`${object.name}\``)
  return {
    instruction: 0,
    step: 0,
    frames: frameData,
    objects: objects.sort((a, b) => a.id - b.id),
    omitted: 0,
  }
}

/** Two nodes that refer to each other, inside the function that made them. */
export function twoNodes(): SnapshotData {
  return snapshotOf(
    { __main__: {}, test2: { n1: 1, n2: 2 } },
    {
      1: { type: 'Node', fields: { '.name': "'n1'", '.next': 2 } },
      2: { type: 'Node', fields: { '.name': "'n2'", '.next': 1 } },
    },
  )
}

/** The same two, when the function has returned. */
export function lostNodes(): SnapshotData {
  return snapshotOf(
    { __main__: {} },
    {
      1: { type: 'Node', island: true, fields: { '.name': "'n1'", '.next': 2 } },
      2: { type: 'Node', island: true, fields: { '.name': "'n2'", '.next': 1 } },
    },
  )
}

/** A little of everything: containers, weak references alive and dead, a callback, an island, a folded inside. */
export function menagerie(): SnapshotData {
  return snapshotOf(
    {
      __main__: { cache: 1, latest: 3, watcher: 6, gone: 7, numbers: 8, people: 9, registry: 12 },
      visit: { person: 10, self: 10, depth: '3' },
    },
    {
      1: { type: 'dict', kind: 'mapping', fields: { "['a']": 2, "['b']": 3 } },
      2: { type: 'Report', fields: { '.title': "'spring'", '.number': '1', '.rows': 8 } },
      3: { type: 'Report', fields: { '.title': "'autumn'", '.number': '2', '.rows': 5 } },
      4: { type: 'function', kind: 'function', text: 'on_end' },
      5: { type: 'list', kind: 'sequence', fields: {} },
      6: { type: 'ref', kind: 'weakref', weak: 3, callback: true, fields: { __callback__: 4 } },
      7: { type: 'ref', kind: 'weakref', weak: null },
      8: { type: 'list', kind: 'sequence', fields: { '[0]': '1', '[1]': '20', '[2]': '300', '[3]': '4' } },
      9: { type: 'list', kind: 'sequence', fields: { '[0]': 10, '[1]': 11 } },
      10: { type: 'Person', fields: { '.name': "'Ann'", '.friend': 11, '.me': 10 } },
      11: { type: 'Person', fields: { '.name': "'Bob'", '.friend': 10 } },
      12: { type: 'WeakValueDictionary', fields: { '.data': 13 } },
      13: { type: 'dict', kind: 'mapping', inner: true, fields: { "['ann']": 14, "['r']": 15 } },
      14: { type: 'KeyedRef', kind: 'weakref', inner: true, weak: 10, callback: true },
      15: { type: 'KeyedRef', kind: 'weakref', inner: true, weak: 3, callback: true },
      16: { type: 'Node', island: true, fields: { '.next': 17 } },
      17: { type: 'Node', island: true, fields: { '.next': 16, '.report': 2 } },
    },
  )
}
