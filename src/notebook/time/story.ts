// What happened, in order and in words: what is born, dies and is called between two positions, what had been
// printed, how one object's count went. Pure functions of a recording; the sentences about causes are the recorder's.

import type {
  CountChange,
  LifeData,
  ObjectData,
  ObjectId,
  Recording,
  SnapshotData,
} from '../../kernel/recording/protocol.ts'
import type { Segment } from '../segments.ts'
import { enumerateSome } from './reach.ts'

/** One thing that happened. */
export interface Happening {
  readonly instruction: number
  readonly kind:
    | 'born'
    | 'freed'
    | 'callback'
    | 'skipped'
    | 'cleared'
    | 'finalizer'
    | 'resurrected'
    | 'collection'
  readonly object: ObjectId | null
  readonly words: string
}

const kinds = {
  'callback-called': 'callback',
  'callback-skipped': 'skipped',
  'weakref-cleared': 'cleared',
  finalizer: 'finalizer',
  resurrected: 'resurrected',
  collection: 'collection',
} as const

/** What happened from instruction `from` to before `to`, in order; at most `limit`, and how many more there are. */
export function happenings(
  { lives, events }: Recording,
  from: number,
  to: number,
  limit = Number.POSITIVE_INFINITY,
): { shown: Happening[]; more: number } {
  const within = (instruction: number | null): instruction is number =>
    instruction !== null && instruction >= from && instruction < to
  const all: Happening[] = alike(
    lives.filter(({ born }) => within(born)),
    ({ type }) => type,
  ).map((group) => {
    const [{ born, id }] = group
    return {
      instruction: born,
      kind: 'born',
      object: id,
      words: `${namesOf(group)} ${group.length === 1 ? 'is' : 'are'} made`,
    }
  })
  for (const event of events) {
    if (!within(event.instruction)) continue
    all.push({
      instruction: event.instruction,
      kind: kinds[event.type],
      object: event.object,
      words: event.words,
    })
  }
  const died = lives.filter((life) => within(life.died))
  for (const group of alike(died, ({ why }) => why)) {
    const [{ died: instruction, id, why }] = group
    all.push({ instruction: instruction ?? 0, kind: 'freed', object: id, words: `${namesOf(group)}: ${why}` })
  }
  all.sort((a, b) => a.instruction - b.instruction)
  return { shown: all.slice(0, limit), more: Math.max(0, all.length - limit) }
}

/** Lives with one and the same key, in the order of the first of each. */
function alike(
  lives: readonly LifeData[],
  keyOf: (life: LifeData) => string,
): readonly [LifeData, ...LifeData[]][] {
  return [...Map.groupBy(lives, keyOf).values()] as [LifeData, ...LifeData[]][]
}

function namesOf(lives: readonly LifeData[]): string {
  return enumerateSome(
    lives.map(({ name }) => `\`${name}\``),
    4,
  )
}

/** What died from instruction `from` to before `to`, as it looked in `before`: the ghosts of a figure. */
export function ghostsBetween(
  { lives }: Recording,
  from: number,
  to: number,
  before: SnapshotData | undefined,
): { object: ObjectData; why: string }[] {
  if (before === undefined) return []
  const died = new Map<ObjectId, LifeData>()
  for (const life of lives)
    if (life.died !== null && life.died >= from && life.died < to) died.set(life.id, life)
  if (died.size === 0) return []
  return before.objects.flatMap((object) => {
    const life = died.get(object.id)
    return life === undefined ? [] : [{ object, why: life.why }]
  })
}

/** How many characters had been printed before a step, at the beginning of the exit, or at the end. */
export function printedBefore(
  { steps, output, exit }: Recording,
  place: { kind: 'line' | 'within' | 'exit' | 'end'; step: number },
): number {
  const all = output.reduce((sum, { text }) => sum + text.length, 0)
  if (place.kind === 'end') return all
  if (place.kind !== 'exit') return steps.output[place.step] ?? all
  const next = steps.instruction.findIndex((instruction) => instruction >= exit)
  return steps.output[next] ?? all
}

/** The first so many characters of the output. */
export function outputUpTo({ output }: Recording, characters: number): Segment[] {
  const segments: Segment[] = []
  let left = characters
  for (const { stream, text } of output) {
    if (left <= 0) break
    const shown = text.slice(0, left)
    left -= text.length
    const last = segments.at(-1)
    if (last?.from === stream) segments[segments.length - 1] = { from: stream, text: last.text + shown }
    else segments.push({ from: stream, text: shown })
  }
  return segments
}

/** The changes of one object's count during one line step. */
export interface CountPassage {
  readonly step: number
  readonly line: number | null
  readonly from: number
  readonly to: number
  /** The highest count meanwhile. */
  readonly peak: number
  readonly changes: readonly CountChange[]
}

/** A history, a line step at a time. */
export function passagesOf({ steps }: Recording, history: readonly CountChange[]): CountPassage[] {
  const passages: CountPassage[] = []
  for (const change of history) {
    const last = passages.at(-1)
    if (last?.step === change.step) {
      passages[passages.length - 1] = {
        ...last,
        to: change.to,
        peak: Math.max(last.peak, change.to),
        changes: [...last.changes, change],
      }
    } else {
      const { step, from, to } = change
      const line = steps.lineno[step] ?? null
      passages.push({ step, line, from, to, peak: Math.max(from, to), changes: [change] })
    }
  }
  return passages
}

/** "1 → 2", "1 → 1, up to 3 in between", "1 → 0: freed". */
export function passageWords({ from, to, peak }: CountPassage): string {
  const between = peak > Math.max(from, to) ? `, up to ${peak} in between` : ''
  return `${from} → ${to}${to === 0 ? ': freed' : between}`
}
