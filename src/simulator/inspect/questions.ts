/**
 * What a program may ask about its own heap while it runs: who holds an object, by which path it is alive, what it
 * looks like with its neighbours. The call that asks is left out of the answer: what it has on the stack, and what
 * it holds itself.
 */
import type { EdgeLabel, PyObject } from '../heap/object.ts'
import { isImmortal } from '../heap/object.ts'
import { PyDict } from '../objects/dict.ts'
import { PyModule } from '../objects/module.ts'
import { PyType } from '../objects/type.ts'
import type { ObjectData, SnapshotData } from './data.ts'
import { type Context, describeEdge } from './edges.ts'
import { takeSnapshot } from './snapshot.ts'
import { type Survey, survey, visitAll } from './survey.ts'
import { isPlainValue, textOf } from './texts.ts'
import type { Watch } from './watch.ts'

/** Runs `body` while the program asks. */
function asking<T>({ subject }: Watch, body: () => T): T {
  subject.isAsking = true
  try {
    return body()
  } finally {
    subject.isAsking = false
  }
}

function contextOf({ names, subject }: Watch, { owners, codes }: Survey): Context {
  return {
    names,
    main: subject.main,
    shownList: subject.machine.shownList,
    codeOf: (tuple) => codes.get(tuple) ?? null,
    ownerOf(dict) {
      const owner = owners.get(dict)
      if (owner === undefined) return null
      return dict.refcnt === 1 || owner instanceof PyModule || owner instanceof PyType ? owner : null
    },
  }
}

/** The holders of an object in words, one for each reference; null for an immortal object, which nobody counts. */
export function holdersOf(watch: Watch, object: PyObject): string[] | null {
  if (isImmortal(object)) return null
  return asking(watch, () => {
    const seen = survey(watch.subject, watch.dyingObjects)
    const context = contextOf(watch, seen)
    const found: string[] = []
    for (const { referent, words } of seen.roots) if (referent === object) found.push(words)
    for (const holder of seen.objects) {
      visitAll(holder, (referent, label) => {
        if (referent === object) found.push(describeEdge(context, holder, label, referent).words)
      })
    }
    return found
  })
}

/** The living instances of exactly that class, in order of birth. */
export function instancesOf(watch: Watch, type: PyObject): PyObject[] {
  return asking(watch, () => {
    const { names } = watch
    const found: PyObject[] = []
    for (const object of survey(watch.subject, watch.dyingObjects).objects) {
      if ((object.type as PyObject) === type && !watch.dyingObjects.includes(object)) found.push(object)
    }
    const order = (object: PyObject): number => Math.max(names.idOf(object), 0)
    return found.sort((a, b) => order(a) - order(b))
  })
}

interface Step {
  readonly from: PyObject | null
  readonly words: string | null
  readonly label: EdgeLabel
}

/** The shortest way from a root to the object in words, outermost first; [] where there is none. */
export function pathTo(watch: Watch, object: PyObject): string[] {
  return asking(watch, () => {
    const seen = survey(watch.subject, watch.dyingObjects)
    const context = contextOf(watch, seen)
    const steps = new Map<PyObject, Step>()
    let level: PyObject[] = []
    const reach = (referent: PyObject, step: Step): void => {
      if (steps.has(referent)) return
      steps.set(referent, step)
      level.push(referent)
    }
    const { main } = watch.subject
    // Variables first: a reader looks there, and the same objects are reached through the interpreter's tables too.
    for (const { referent, words, kind } of seen.roots)
      if (kind !== null) reach(referent, { from: null, words, label: '' })
    if (main !== null)
      visitAll(main, (referent, label) => reach(referent, { from: main, words: null, label }))
    for (const { referent, words, kind } of seen.roots)
      if (kind === null && referent !== main) reach(referent, { from: null, words, label: '' })
    while (level.length > 0 && !steps.has(object)) {
      const current = level
      level = []
      for (const holder of current)
        visitAll(holder, (referent, label) => reach(referent, { from: holder, words: null, label }))
    }
    return wordsOfPath(context, steps, object, main)
  })
}

function wordsOfPath(
  context: Context,
  steps: ReadonlyMap<PyObject, Step>,
  object: PyObject,
  main: PyDict | null,
): string[] {
  const path: string[] = []
  for (let at: PyObject | null = object; at !== null; ) {
    const step: Step | undefined = steps.get(at)
    if (step === undefined) return path
    const { from } = step
    if (from === null) path.unshift(step.words!)
    else {
      const owner = context.ownerOf(at)
      // A dict that is part of its owner is passed over: its entries are the owner's attributes.
      if (!(at instanceof PyDict && owner === from))
        path.unshift(describeEdge(context, from, step.label, at).words)
    }
    at = from === main ? null : from
  }
  return path
}

const MOST_SHOWN = 40

/** The objects with their counts, what they refer to and who holds them, as lines of text. */
export function describeObjects(watch: Watch, objects: readonly PyObject[]): string {
  return asking(watch, () => {
    const snapshot = takeSnapshot(watch, 0)
    const wanted = objects.length === 0 ? null : new Set(objects.map((object) => watch.names.idOf(object)))
    const shown = snapshot.objects.filter((object) =>
      wanted === null ? isOfProgram(object) : wanted.has(object.id),
    )
    const lines = shown.slice(0, MOST_SHOWN).flatMap((object) => block(snapshot, object))
    if (shown.length > MOST_SHOWN) lines.push(`… and ${shown.length - MOST_SHOWN} more`)
    const texts = objects.filter(isPlainValue).map((object) => `${textOf(object)}: a value`)
    return [...texts.filter(() => shown.length < objects.length), ...lines].join('\n')
  })
}

/** What a program is asked to show as a whole leaves out. */
const unshown: ReadonlySet<string> = new Set([
  'value',
  'text',
  'function',
  'class',
  'frame',
  'module',
  'other',
])

function isOfProgram({ id, kind, inner }: ObjectData): boolean {
  return id > 0 && !inner && !unshown.has(kind)
}

function block(snapshot: SnapshotData, object: ObjectData): string[] {
  const named = new Map(snapshot.objects.map(({ id, name }) => [id, name]))
  const count = object.holders.reduce((sum, holder) => sum + holder.count, 0)
  const title = object.refcnt === null ? 'immortal' : `count ${count}`
  const state = object.state === 'island' ? ', an island' : ''
  const lines = [`${object.name}  ${title}${state}`]
  for (const { label, target, count: places = 1 } of object.fields) {
    const place = places === 1 ? label : `${label} … [${Number(label.slice(1, -1)) + places - 1}]`
    if (label !== '__class__') lines.push(`    ${place} → ${named.get(target)}`)
  }
  if (object.more > 0) lines.push(`    and ${object.more} more`)
  if (object.weak !== null) {
    const to = object.weak.referent === null ? 'nothing any more' : named.get(object.weak.referent)
    lines.push(`    weakly ⇢ ${to}${object.weak.hasCallback ? ', with a callback' : ''}`)
  }
  for (const { words, count: times } of object.holders)
    lines.push(`    held by ${words.replaceAll('`', '')}${times > 1 ? ` (${times} times)` : ''}`)
  return lines
}
