// The lives of a run as bars: from birth to death on the scale of the timeline's stops, coloured by who freed the
// object. Many objects are grouped by type, and of each group the first ones shown. Pure.

import type { DeathCause, LifeData, ObjectId, Recording } from '../../kernel/recording/protocol.ts'
import { stopAfter, stopAt, type Timeline } from './timeline.ts'

/** Who ended a life; `alive`: nobody within the recording. */
export type End = DeathCause | 'alive'

export interface LifeBar {
  readonly id: ObjectId
  readonly name: string
  readonly end: End
  /** On the scale of the stops: 0 to 1. */
  readonly left: number
  readonly right: number
  readonly born: number
  readonly died: number | null
  readonly words: string
}

export interface LifeGroup {
  readonly type: string
  readonly bars: readonly LifeBar[]
  /** How many more of the type there are than bars. */
  readonly more: number
  /** How many ended how. */
  readonly ends: Readonly<Record<End, number>>
}

/** What each colour means. */
export const endWords: Readonly<Record<End, string>> = {
  count: 'freed by its count',
  collector: 'freed by the collector',
  exit: 'freed at exit',
  alive: 'alive to the end',
}

/** Python's own containers: they come after the program's objects. */
const containers: ReadonlySet<string> = new Set([
  'dict',
  'list',
  'tuple',
  'set',
  'frozenset',
  'deque',
  'bytearray',
])

/** What a program is made of rather than what it makes. */
const definitions: ReadonlySet<string> = new Set([
  'function',
  'type',
  'module',
  'property',
  'staticmethod',
  'classmethod',
  'ABCMeta',
  'EnumType',
])

/** Functions, classes and the like: of interest only to whoever asks. */
export function isDefinitions({ type }: LifeGroup): boolean {
  return definitions.has(type)
}

function rankOf(type: string): number {
  return definitions.has(type) ? 2 : containers.has(type) ? 1 : 0
}

/** All lives, grouped by type: the program's own first, then containers, then definitions; up to `limit` bars each. */
export function lifeGroups(timeline: Timeline, limit: number): LifeGroup[] {
  const { recording } = timeline
  const groups = Map.groupBy(recording.lives, ({ type }) => type)
  const ordered = [...groups].sort(([a], [b]) => rankOf(a) - rankOf(b))
  return ordered.map(([type, lives]) => {
    const ends = { count: 0, collector: 0, exit: 0, alive: 0 }
    for (const { cause } of lives) ends[cause ?? 'alive']++
    return {
      type,
      bars: lives.slice(0, limit).map((life) => barOf(timeline, life)),
      more: Math.max(0, lives.length - limit),
      ends,
    }
  })
}

function barOf(timeline: Timeline, life: LifeData): LifeBar {
  const last = Math.max(1, timeline.stops.length - 1)
  const born = stopAt(timeline, life.born)
  const died = life.died === null ? last : stopAfter(timeline, life.died)
  return {
    id: life.id,
    name: life.name,
    end: life.cause ?? 'alive',
    left: born / last,
    right: Math.max(died, born) / last,
    born: life.born,
    died: life.died,
    words: lifeWords(timeline.recording, life),
  }
}

/** "made at line 5; freed at line 9 when …". */
export function lifeWords({ steps }: Recording, life: LifeData): string {
  const made = `made at line ${steps.lineno[life.bornStep] ?? '?'}`
  if (life.died === null) return `${made}; alive to the end`
  return `${made}; ${life.why}`
}
