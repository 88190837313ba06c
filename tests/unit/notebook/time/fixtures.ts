// Small recordings and heaps made by hand.

import type {
  CollectionData,
  FieldData,
  HolderData,
  LifeData,
  ObjectData,
  ObjectId,
  Recording,
  SnapshotData,
} from '../../../../src/kernel/recording/protocol.ts'

/** A recording of lines that begin at the given instructions. */
export function recordingOf(
  lines: readonly { instruction: number; line: number; depth?: number; output?: number }[],
  more: Partial<Recording> = {},
): Recording {
  return {
    steps: {
      instruction: Uint32Array.from(lines, ({ instruction }) => instruction),
      lineno: Uint32Array.from(lines, ({ line }) => line),
      depth: Uint16Array.from(lines, ({ depth }) => depth ?? 0),
      code: new Uint16Array(lines.length),
      output: Uint32Array.from(lines, ({ output }) => output ?? 0),
    },
    codes: [],
    output: [],
    instructions: 100,
    exit: 90,
    truncated: null,
    lives: [],
    livesOmitted: 0,
    events: [],
    collections: [],
    notes: [],
    ...more,
  }
}

export function lifeOf(
  id: ObjectId,
  born: number,
  died: number | null,
  more: Partial<LifeData> = {},
): LifeData {
  const name = `Node#${id}`
  const cause = died === null ? null : 'count'
  return { id, name, type: 'Node', born, bornStep: 0, died, diedStep: null, cause, why: 'freed', ...more }
}

/** A heap from edges: `a.next -> b` as ['a', '.next', 'b'], a root as [null, 'global `x`', 'a']. */
export function heapOf(edges: readonly (readonly [string | null, string, string])[]): {
  snapshot: SnapshotData
  id: (name: string) => ObjectId
} {
  const names = [...new Set(edges.flatMap(([from, , to]) => (from === null ? [to] : [from, to])))]
  const id = (name: string): ObjectId => names.indexOf(name) + 1
  const objects = names.map((name): ObjectData => {
    const fields: FieldData[] = edges
      .filter(([from]) => from === name)
      .map(([, label, to]) => ({ label, target: id(to) }))
    const holders: HolderData[] = edges
      .filter(([, , to]) => to === name)
      .map(([from, label]) =>
        from === null
          ? { from: null, label, words: label, count: 1 }
          : { from: id(from), label, words: `attribute of \`${from}\``, count: 1 },
      )
    return {
      id: id(name),
      name,
      type: 'Node',
      kind: 'instance',
      text: '',
      refcnt: holders.length,
      state: 'live',
      tracked: true,
      generation: 0,
      inner: false,
      more: 0,
      fields,
      holders,
      weak: null,
      weakrefs: [],
      address: '0x7f0000000000',
    }
  })
  return { snapshot: { instruction: 0, step: 0, frames: [], objects, omitted: 0 }, id }
}

/** A collection of a ring of two, and of a chain of two whose head is held from outside. */
export function ringAndChain(more: Partial<CollectionData> = {}): CollectionData {
  return {
    instruction: 50,
    step: 2,
    generation: 2,
    trigger: 'gc.collect()',
    thresholds: [2000, 10, 10],
    counts: [5, 0, 0],
    candidates: [
      { id: 1, name: 'Node#1', refcnt: 1, outside: 0 },
      { id: 2, name: 'Node#2', refcnt: 1, outside: 0 },
      { id: 3, name: 'Node#3', refcnt: 1, outside: 1 },
      { id: 4, name: 'Node#4', refcnt: 1, outside: 0 },
    ],
    otherCandidates: 1200,
    inside: [
      { from: 1, to: 2, label: '.next' },
      { from: 2, to: 1, label: '.next' },
      { from: 3, to: 4, label: '.next' },
    ],
    heldFromOutside: [3],
    rescued: [{ id: 4, by: 3 }],
    unreachable: [1, 2],
    weakrefs: [],
    finalized: [1, 2],
    resurrected: [],
    cleared: [1, 2],
    found: 2,
    ...more,
  }
}
