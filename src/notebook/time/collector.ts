// One collection as a story in nine phases, each made of one or more scenes: a sentence, the numbers beside the
// objects, the references it speaks of. Pure: from what the recorder kept of the collection to what a page shows, so
// that it can be played forwards and backwards. CPython does the same work in Python/gc.c; the numbers here are those
// of the very run, not an illustration.

import type { CandidateData, CollectionData, ObjectId } from '../../kernel/recording/protocol.ts'
import { enumerateSome } from './reach.ts'

export type PhaseName =
  | 'take'
  | 'copy'
  | 'subtract'
  | 'outside'
  | 'rescue'
  | 'weakrefs'
  | 'finalizers'
  | 'resurrection'
  | 'clear'

/** What a phase is called, in the order of work. */
export const phaseTitles: Readonly<Record<PhaseName, string>> = {
  take: 'Take a set of objects',
  copy: 'Copy the counts',
  subtract: 'Subtract what comes from inside',
  outside: 'What is left comes from outside',
  rescue: 'Rescue what those lead to',
  weakrefs: 'Weak references and callbacks',
  finalizers: 'Run finalizers',
  resurrection: 'Look again',
  clear: 'Break up the rest',
}

export type Tone = 'held' | 'reached' | 'garbage' | 'pending' | 'plain'

/** What a figure shows instead of an object's count. */
export interface CountMark {
  readonly text: string
  readonly tone: Tone
}

export interface InsideEdge {
  readonly from: ObjectId
  readonly label: string
  readonly to: ObjectId
}

export interface Scene {
  readonly phase: PhaseName
  /** What stands between backticks is code. */
  readonly sentence: string
  readonly marks: ReadonlyMap<ObjectId, CountMark>
  /** References to draw heavier, and to draw as cut. */
  readonly edges: readonly InsideEdge[]
  readonly cut: readonly InsideEdge[]
}

/** Above this, references are subtracted an object at a time, and above it again all at once. */
const patience = 24

/** The scenes of a collection, in order; at least one for each phase. */
export function scenesOf(collection: CollectionData): Scene[] {
  return new Replay(collection).play()
}

class Replay {
  readonly #data: CollectionData
  readonly #byId: ReadonlyMap<ObjectId, CandidateData>
  readonly #copies = new Map<ObjectId, number>()
  readonly #tones = new Map<ObjectId, Tone>()
  readonly #scenes: Scene[] = []

  constructor(data: CollectionData) {
    this.#data = data
    this.#byId = new Map(data.candidates.map((candidate) => [candidate.id, candidate]))
  }

  play(): Scene[] {
    this.#take()
    this.#copy()
    this.#subtract()
    this.#outside()
    this.#rescue()
    this.#weakrefs()
    this.#finalizers()
    this.#resurrection()
    this.#clear()
    return this.#scenes
  }

  #show(
    phase: PhaseName,
    sentence: string,
    edges: readonly InsideEdge[] = [],
    cut: readonly InsideEdge[] = [],
  ) {
    const marks = new Map<ObjectId, CountMark>()
    for (const [id, tone] of this.#tones) {
      const number = this.#copies.get(id) ?? this.#byId.get(id)?.refcnt ?? 0
      marks.set(id, { text: String(number), tone })
    }
    this.#scenes.push({ phase, sentence, marks, edges, cut })
  }

  #name(id: ObjectId): string {
    const name = this.#byId.get(id)?.name
    return name === undefined ? 'an object' : `\`${name}\``
  }

  #names(ids: readonly ObjectId[]): string {
    return enumerateSome(ids.map((id) => this.#name(id)))
  }

  #setTones(ids: readonly ObjectId[], tone: Tone) {
    for (const id of ids) if (this.#byId.has(id)) this.#tones.set(id, tone)
  }

  #take() {
    const { candidates, otherCandidates, generation } = this.#data
    this.#setTones(
      candidates.map(({ id }) => id),
      'plain',
    )
    const whose =
      candidates.length === 0
        ? 'none of this program'
        : `${count(candidates.length, 'object')} of this program`
    const others = otherCandidates > 0 ? `, and ${number(otherCandidates)} that Python itself made` : ''
    const ages = [
      'the youngest generation: what was made since the last collection',
      'the generations 0 and 1: what is young, and what has lived through one collection',
      'all generations: every object that can hold others',
    ]
    this.#show(
      'take',
      `${reason(this.#data)} It takes ${ages[generation] ?? 'a set of objects'}. Here these are ${whose}${others}. The question for each: does anything from outside the set still use it?`,
    )
  }

  #copy() {
    for (const { id, refcnt } of this.#data.candidates) this.#copies.set(id, refcnt)
    this.#setTones([...this.#copies.keys()], 'pending')
    const [first] = this.#data.candidates
    const example =
      first === undefined
        ? ''
        : ` The copy of ${this.#name(first.id)} is ${first.refcnt}, as ${count(first.refcnt, 'reference')} ${first.refcnt === 1 ? 'leads' : 'lead'} to it.`
    this.#show(
      'copy',
      `Beside every object of the set it writes a copy of its count: how many references lead to it.${example} From now on it changes the copies only.`,
    )
  }

  #subtract() {
    const { inside } = this.#data
    if (inside.length === 0) {
      this.#show(
        'subtract',
        'No object of the set refers to another one of the set, so there is nothing to subtract.',
      )
      return
    }
    if (inside.length <= patience) {
      for (const edge of inside) {
        const before = this.#copies.get(edge.to) ?? 0
        this.#take1(edge)
        this.#show('subtract', this.#subtraction(edge, before), [edge])
      }
      return
    }
    const groups = Map.groupBy(inside, ({ from }) => from)
    if (groups.size <= patience) {
      for (const [from, edges] of groups) {
        for (const edge of edges) this.#take1(edge)
        this.#show(
          'subtract',
          `${this.#name(from)} refers to ${count(edges.length, 'object')} of the set: one is taken off the copy of each, as these references come from inside.`,
          edges,
        )
      }
      return
    }
    for (const edge of inside) this.#take1(edge)
    this.#show(
      'subtract',
      `There are ${number(inside.length)} references from one object of the set to another. For each, one is taken off the copy of the object it leads to: these references come from inside.`,
    )
  }

  #take1(edge: InsideEdge) {
    const left = (this.#copies.get(edge.to) ?? 0) - 1
    this.#copies.set(edge.to, left)
    if (this.#tones.has(edge.to)) this.#tones.set(edge.to, left > 0 ? 'pending' : 'garbage')
  }

  #subtraction(edge: InsideEdge, before: number): string {
    const to = edge.from === edge.to ? 'itself' : this.#name(edge.to)
    const arithmetic = `${before} − 1 = ${before - 1}`
    return `${this.#name(edge.from)} refers to ${to} by \`${edge.label}\`. Both are in the set, so this reference comes from inside: one is taken off the copy of ${this.#name(edge.to)}. ${arithmetic}.`
  }

  #outside() {
    const { heldFromOutside, candidates } = this.#data
    // From here on the numbers are the collector's own, whatever way they were counted down.
    for (const { id, outside } of candidates) this.#copies.set(id, outside)
    const held = new Set(heldFromOutside)
    this.#setTones(heldFromOutside, 'held')
    const zero = candidates.filter(({ id }) => !held.has(id)).map(({ id }) => id)
    this.#setTones(zero, 'garbage')
    const kept =
      heldFromOutside.length === 0
        ? 'No copy is above zero: nothing outside the set refers to any of these objects.'
        : `${this.#names(heldFromOutside)} ${heldFromOutside.length === 1 ? 'is' : 'are'} above zero: something outside the set, a variable for instance, refers to ${heldFromOutside.length === 1 ? 'it' : 'them'}. So ${heldFromOutside.length === 1 ? 'it is' : 'they are'} in use.`
    const rest =
      zero.length === 0
        ? ''
        : ` ${this.#names(zero)} ${zero.length === 1 ? 'is' : 'are'} at zero: suspected, for now.`
    this.#show(
      'outside',
      `All references from inside have been taken off. What is left of a copy comes from outside. ${kept}${rest}`,
    )
  }

  #rescue() {
    const { rescued, unreachable, heldFromOutside, inside } = this.#data
    for (const { id, by } of rescued.slice(0, patience)) {
      this.#setTones([id], 'reached')
      const edge = inside.find(({ from, to }) => from === by && to === id)
      const how = edge === undefined ? '' : ` by \`${edge.label}\``
      this.#show(
        'rescue',
        `${this.#name(by)} is in use, and it leads to ${this.#name(id)}${how}. So ${this.#name(id)} can be reached as well, though its copy is zero: it is rescued.`,
        edge === undefined ? [] : [edge],
      )
    }
    const rest = rescued.slice(patience)
    this.#setTones(
      rest.map(({ id }) => id),
      'reached',
    )
    this.#setTones(unreachable, 'garbage')
    const begin =
      heldFromOutside.length === 0
        ? 'There is nobody to rescue from: nothing in the set is held from outside.'
        : rescued.length === 0
          ? 'What is held from outside leads to none of the suspects: nothing is rescued.'
          : rest.length > 0
            ? `In the same way ${count(rest.length, 'more object')} ${rest.length === 1 ? 'is' : 'are'} rescued.`
            : 'Nothing more can be reached.'
    const end =
      unreachable.length === 0
        ? 'No suspect is left: everything of this program is in use.'
        : `${this.#names(unreachable)} ${unreachable.length === 1 ? 'is' : 'are'} left over: no way leads there from outside. That is garbage.`
    this.#show('rescue', `${begin} ${end}`, this.#among(unreachable))
  }

  /** The references between some of the candidates. */
  #among(ids: readonly ObjectId[]): InsideEdge[] {
    const members = new Set(ids)
    return this.#data.inside.filter(({ from, to }) => members.has(from) && members.has(to))
  }

  #weakrefs() {
    const { weakrefs, unreachable } = this.#data
    if (unreachable.length === 0)
      return this.#show('weakrefs', 'There is no garbage, so no weak reference is cleared.')
    if (weakrefs.length === 0) {
      return this.#show(
        'weakrefs',
        'No weak reference leads to the garbage. If one did, it would be made dead now, before any other code runs.',
      )
    }
    const referents = [...new Set(weakrefs.map(({ referent }) => referent))]
    const called = weakrefs.filter(({ callback }) => callback === 'called').length
    const skipped = weakrefs.filter(({ callback }) => callback === 'skipped').length
    const parts = [
      `${capital(count(weakrefs.length, 'weak reference'))} to ${this.#names(referents)} ${weakrefs.length === 1 ? 'is' : 'are'} made dead, before any other code can ask for the object.`,
    ]
    if (called > 0) parts.push(`${capital(count(called, 'callback'))} ${called === 1 ? 'is' : 'are'} called.`)
    if (skipped > 0) {
      parts.push(
        `${capital(count(skipped, 'callback'))} ${skipped === 1 ? 'is' : 'are'} not called: the weak reference belongs to the garbage itself, and what is garbage is told nothing.`,
      )
    }
    this.#show('weakrefs', parts.join(' '))
  }

  #finalizers() {
    const { finalized, unreachable } = this.#data
    if (unreachable.length === 0)
      return this.#show('finalizers', 'There is no garbage, so no finalizer runs.')
    if (finalized.length === 0) {
      return this.#show(
        'finalizers',
        'None of the garbage has a finalizer (`__del__`) that still has to run.',
      )
    }
    this.#show(
      'finalizers',
      `The finalizer of ${this.#names(finalized)} runs now, while ${finalized.length === 1 ? 'the object is' : 'all of them are'} still whole. Each runs once in an object's life.`,
    )
  }

  #resurrection() {
    const { resurrected, unreachable, finalized } = this.#data
    this.#setTones(resurrected, 'held')
    if (unreachable.length === 0) return this.#show('resurrection', 'There is no garbage to look at again.')
    if (resurrected.length > 0) {
      return this.#show(
        'resurrection',
        `A finalizer may have stored its object somewhere. So the whole calculation is done again for the garbage, and ${this.#names(resurrected)} ${resurrected.length === 1 ? 'is' : 'are'} held from outside now: brought back, and kept.`,
      )
    }
    this.#show(
      'resurrection',
      finalized.length === 0
        ? 'A finalizer could have stored an object somewhere. As none ran, the garbage is what it was.'
        : 'A finalizer may have stored its object somewhere. So the whole calculation is done again for the garbage. Nothing was brought back.',
    )
  }

  #clear() {
    const { cleared, trigger, found } = this.#data
    if (cleared.length === 0) {
      this.#show(
        'clear',
        `Nothing is cleared. What has lived through this collection moves on to an older generation, which is looked at less often.${returned(trigger, found)}`,
      )
      return
    }
    for (const id of cleared) this.#copies.set(id, 0)
    this.#setTones(cleared, 'garbage')
    this.#show(
      'clear',
      `The references that ${this.#names(cleared)} ${cleared.length === 1 ? 'holds' : 'hold'} are taken away. With that the counts fall to zero by themselves, and ordinary counting frees ${cleared.length === 1 ? 'it' : 'them'}.${returned(trigger, found)}`,
      [],
      this.#among(cleared),
    )
  }
}

function returned(trigger: CollectionData['trigger'], found: number): string {
  return trigger === 'gc.collect()' ? ` \`gc.collect()\` returns ${number(found)}.` : ''
}

function reason({ trigger, generation, thresholds, counts }: CollectionData): string {
  switch (trigger) {
    case 'gc.collect()':
      return 'The program calls `gc.collect()`, so the collector runs.'
    case 'exit':
      return 'The program has ended, and Python collects once more before it leaves.'
    case 'threshold': {
      const [made, once, twice] = counts
      if (generation === 0) {
        return `Since the last collection ${number(made)} more objects were made than freed, above the threshold of ${number(thresholds[0])}: the collector runs by itself.`
      }
      const passed = generation === 1 ? once : twice
      return `The youngest objects are above their threshold, and the generation below was collected ${number(passed)} times (threshold ${number(thresholds[generation === 1 ? 1 : 2])}): the collector runs by itself, and looks further.`
    }
  }
}

function number(value: number): string {
  return value.toLocaleString('en')
}

function count(value: number, noun: string): string {
  const words = [
    'no',
    'one',
    'two',
    'three',
    'four',
    'five',
    'six',
    'seven',
    'eight',
    'nine',
    'ten',
    'eleven',
    'twelve',
  ]
  return `${words[value] ?? number(value)} ${noun}${value === 1 ? '' : 's'}`
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}

/** The phases in order, each with the index of its first scene. */
export function phasesOf(scenes: readonly Scene[]): { phase: PhaseName; first: number; count: number }[] {
  const phases: { phase: PhaseName; first: number; count: number }[] = []
  for (const [index, { phase }] of scenes.entries()) {
    const last = phases.at(-1)
    if (last?.phase === phase) last.count++
    else phases.push({ phase, first: index, count: 1 })
  }
  return phases
}
