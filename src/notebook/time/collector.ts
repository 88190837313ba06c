// One collection as a story in nine phases, each made of one or more scenes: a sentence, the numbers beside the
// objects, the references it speaks of. Pure: from what the recorder kept of the collection to what a page shows, so
// that it can be played forwards and backwards. CPython does the same work in Python/gc.c; the numbers here are those
// of the very run, not an illustration.
//
// The set that is looked at has more in it than a reader thinks of: the program's functions and classes with all that
// belongs to them, and what Python itself made, the namespace of `__main__` among it. The story tells of the
// program's data one by one (its *actors*), and of the rest in one scene.

import type {
  CandidateData,
  CollectionData,
  ObjectId,
  ObjectKind,
  SnapshotData,
} from '../../kernel/recording/protocol.ts'
import { objectsById } from '../heap/objects-by-id.ts'
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

/** Kinds of objects that a program has besides its data. */
const machinery: ReadonlySet<ObjectKind> = new Set(['function', 'class', 'module', 'code', 'other'])

/**
 * The scenes of a collection, in order; at least one for each phase. The snapshot of its moment, where it is there,
 * tells data from machinery, and says what the variables are called.
 */
export function scenesOf(collection: CollectionData, snapshot: SnapshotData | null = null): Scene[] {
  return new Replay(collection, snapshot).play()
}

class Replay {
  readonly #data: CollectionData
  readonly #objects: ReturnType<typeof objectsById> | null
  readonly #byId: ReadonlyMap<ObjectId, CandidateData>
  /** The candidates that the story tells of one by one. */
  readonly #actors: readonly CandidateData[]
  readonly #isActor: ReadonlySet<ObjectId>
  readonly #copies = new Map<ObjectId, number>()
  readonly #tones = new Map<ObjectId, Tone>()
  readonly #scenes: Scene[] = []

  constructor(data: CollectionData, snapshot: SnapshotData | null) {
    this.#data = data
    this.#objects = snapshot === null ? null : objectsById(snapshot)
    this.#byId = new Map(data.candidates.map((candidate) => [candidate.id, candidate]))
    this.#actors = data.candidates.filter(({ id, name }) => this.#acts(id, name))
    this.#isActor = new Set(this.#actors.map(({ id }) => id))
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

  #acts(id: ObjectId, name: string): boolean {
    // A number in the name: a function or a class has none.
    if (this.#objects === null) return name.includes('#')
    const object = this.#objects.get(id)
    return object !== undefined && !object.inner && !machinery.has(object.kind)
  }

  #show(
    phase: PhaseName,
    sentence: string,
    edges: readonly InsideEdge[] = [],
    cut: readonly InsideEdge[] = [],
  ): void {
    const marks = new Map<ObjectId, CountMark>()
    for (const [id, tone] of this.#tones) {
      const number = this.#copies.get(id) ?? this.#byId.get(id)?.refcnt ?? 0
      marks.set(id, { text: String(number), tone })
    }
    this.#scenes.push({ phase, sentence, marks, edges, cut })
  }

  #name(id: ObjectId): string {
    const name = this.#byId.get(id)?.name ?? this.#objects?.get(id)?.name
    return name === undefined ? 'an object' : `\`${name}\``
  }

  /** Actors by name, the others as a number. */
  #names(ids: readonly ObjectId[]): string {
    const actors = ids.filter((id) => this.#isActor.has(id)).map((id) => this.#name(id))
    const others = ids.length - actors.length
    if (actors.length === 0)
      return others === 0 ? 'nothing' : count(others, 'object of the program’s classes and functions')
    return enumerateSome(others === 0 ? actors : [...actors, count(others, 'other')], 7)
  }

  #setTones(ids: readonly ObjectId[], tone: Tone) {
    for (const id of ids) if (this.#byId.has(id)) this.#tones.set(id, tone)
  }

  #take() {
    const { candidates, otherCandidates, generation } = this.#data
    this.#setTones([...this.#byId.keys()], 'plain')
    const rest = candidates.length - this.#actors.length
    const whose = [
      this.#actors.length === 0
        ? 'no data of this program'
        : `${count(this.#actors.length, 'object')} of this program`,
      ...(rest > 0 ? [`${number(rest)} that belong to its classes and functions`] : []),
      ...(otherCandidates > 0 ? [`${number(otherCandidates)} that Python itself made`] : []),
    ]
    const ages = [
      'the youngest generation: what was made since the last collection',
      'the generations 0 and 1: what is young, and what has lived through one collection',
      'all generations: every object that can hold others',
    ]
    this.#show(
      'take',
      `${reason(this.#data)} It takes ${ages[generation] ?? 'a set of objects'}. Here these are ${enumerateSome(whose)}. The question for each: does anything from outside the set still use it?`,
    )
  }

  #copy() {
    for (const { id, refcnt } of this.#data.candidates) this.#copies.set(id, refcnt)
    this.#setTones([...this.#copies.keys()], 'pending')
    const [first] = this.#actors
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
    const told = this.#data.inside.filter(({ from, to }) => this.#isActor.has(from) && this.#isActor.has(to))
    const scenesBefore = this.#scenes.length
    const groups = Map.groupBy(told, ({ from }) => from)
    if (told.length <= patience) {
      for (const edge of told) {
        const before = this.#copies.get(edge.to) ?? 0
        this.#takeOff(edge)
        this.#show('subtract', this.#subtraction(edge, before), [edge])
      }
    } else if (groups.size <= patience) {
      for (const [from, edges] of groups) {
        for (const edge of edges) this.#takeOff(edge)
        this.#show(
          'subtract',
          `${this.#name(from)} refers to ${count(edges.length, 'object')} of the set: one is taken off the copy of each, as these references come from inside.`,
          edges,
        )
      }
    } else {
      for (const edge of told) this.#takeOff(edge)
      this.#show(
        'subtract',
        `There are ${number(told.length)} references from one object of the set to another. For each, one is taken off the copy of the object it leads to: these references come from inside.`,
      )
    }
    this.#subtractRest(this.#scenes.length > scenesBefore)
  }

  /** What classes, functions and Python's own objects refer to. */
  #subtractRest(toldSome: boolean) {
    const changed = this.#actors.filter(({ id, outside }) => this.#copies.get(id) !== outside)
    for (const { id, outside } of this.#data.candidates) this.#copies.set(id, outside)
    for (const { id, outside } of this.#data.candidates)
      if (this.#tones.has(id)) this.#tones.set(id, outside > 0 ? 'pending' : 'garbage')
    if (changed.length > 0) {
      const roots = changed.map(({ id }) => this.#root(id)).filter((words) => words !== null)
      const example =
        roots.length > 0 ? `, and so does the namespace of the module: ${enumerateSome(roots, 4)}` : ''
      const results = changed.map(({ id, outside }) => `${this.#name(id)} to ${outside}`)
      this.#show(
        'subtract',
        `What Python itself made is in the set as well, and refers to some of these objects${example}. Those references come from inside too. The copies come down: ${enumerateSome(results)}.`,
      )
    } else if (!toldSome) {
      this.#show(
        'subtract',
        'None of these objects refers to another one of the set, so there is nothing to subtract.',
      )
    }
  }

  #takeOff(edge: InsideEdge) {
    const left = (this.#copies.get(edge.to) ?? 0) - 1
    this.#copies.set(edge.to, left)
    if (this.#tones.has(edge.to)) this.#tones.set(edge.to, left > 0 ? 'pending' : 'garbage')
  }

  #subtraction(edge: InsideEdge, before: number): string {
    const to = edge.from === edge.to ? 'itself' : this.#name(edge.to)
    const arithmetic = `${before} − 1 = ${before - 1}`
    return `${this.#name(edge.from)} refers to ${to} by \`${edge.label}\`. Both are in the set, so this reference comes from inside: one is taken off the copy of ${this.#name(edge.to)}. ${arithmetic}.`
  }

  /** The variable that holds an object, in words. */
  #root(id: ObjectId): string | null {
    return this.#objects?.get(id)?.holders.find(({ from }) => from === null)?.words ?? null
  }

  #outside() {
    const held = new Set(this.#data.heldFromOutside)
    const kept = this.#actors.filter(({ id }) => held.has(id)).map(({ id }) => id)
    const zero = this.#actors.filter(({ id }) => !held.has(id)).map(({ id }) => id)
    this.#setTones(this.#data.heldFromOutside, 'held')
    this.#setTones(zero, 'garbage')
    const byPython = this.#data.rescued.some(({ id, by }) => this.#isActor.has(id) && !this.#isActor.has(by))
    const above =
      kept.length > 0
        ? `${this.#names(kept)} ${kept.length === 1 ? 'is' : 'are'} above zero: something outside the set, a running function’s variable for instance, refers to ${kept.length === 1 ? 'it' : 'them'}. So ${kept.length === 1 ? 'it is' : 'they are'} in use.`
        : byPython
          ? 'None of these objects is above zero. But some of what Python itself made is: the module with its namespace is in use as long as the program runs.'
          : 'No copy is above zero: nothing outside the set refers to any of these objects.'
    const rest =
      zero.length === 0
        ? ''
        : ` ${this.#names(zero)} ${zero.length === 1 ? 'is' : 'are'} at zero: suspected, for now.`
    this.#show(
      'outside',
      `All references from inside have been taken off. What is left of a copy comes from outside. ${above}${rest}`,
    )
  }

  #rescue() {
    const { rescued, unreachable, heldFromOutside } = this.#data
    const told = rescued.filter(({ id }) => this.#isActor.has(id))
    this.#setTones(
      rescued.filter(({ id }) => !this.#isActor.has(id)).map(({ id }) => id),
      'reached',
    )
    for (const { id, by } of told.slice(0, patience)) {
      this.#setTones([id], 'reached')
      this.#rescueOne(id, by)
    }
    const rest = told.slice(patience)
    this.#setTones(
      rest.map(({ id }) => id),
      'reached',
    )
    this.#setTones(unreachable, 'garbage')
    const begin =
      told.length === 0
        ? heldFromOutside.length === 0
          ? 'There is nobody to rescue from.'
          : 'What is held from outside leads to none of the suspects: nothing is rescued.'
        : rest.length > 0
          ? `In the same way ${count(rest.length, 'more object')} ${rest.length === 1 ? 'is' : 'are'} rescued.`
          : 'Nothing more can be reached.'
    const end =
      unreachable.length === 0
        ? 'No suspect is left: everything of this program is in use.'
        : `${this.#names(unreachable)} ${unreachable.length === 1 ? 'is' : 'are'} left over: no way leads there from outside. That is garbage.`
    this.#show('rescue', `${begin} ${end}`, this.#among(unreachable))
  }

  #rescueOne(id: ObjectId, by: ObjectId) {
    const edge = this.#data.inside.find(({ from, to }) => from === by && to === id)
    const so = `So ${this.#name(id)} can be reached as well, though its copy is zero: it is rescued.`
    if (this.#isActor.has(by)) {
      const how = edge === undefined ? '' : ` by \`${edge.label}\``
      this.#show(
        'rescue',
        `${this.#name(by)} is in use, and it leads to ${this.#name(id)}${how}. ${so}`,
        edge ? [edge] : [],
      )
      return
    }
    const root = this.#root(id)
    const who =
      root === null
        ? 'Something of Python’s own that is in use'
        : `The namespace of the module is in use, and it`
    const what = root === null ? this.#name(id) : `${this.#name(id)}: ${root}`
    this.#show('rescue', `${who} leads to ${what}. ${so}`)
  }

  /** The references between some of the actors. */
  #among(ids: readonly ObjectId[]): InsideEdge[] {
    const members = new Set(ids)
    return this.#data.inside.filter(
      ({ from, to }) =>
        members.has(from) && members.has(to) && this.#isActor.has(from) && this.#isActor.has(to),
    )
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
