/**
 * What an object refers to, as a reader expects it: in the order in which it was stored, with labels and words, the
 * entries of a dict that only its owner knows as the owner's attributes. References from neighbouring places of a
 * sequence to one and the same object are a *run*, and count as one: `[None] * 1000` takes no more than `[None]`.
 */
import type { EdgeLabel, PyObject } from '../heap/object.ts'
import { PyDict } from '../objects/dict.ts'
import { PyInstance } from '../objects/instance.ts'
import { PyList } from '../objects/list.ts'
import type { PyStr } from '../objects/str.ts'
import { MISSING } from '../objects/tables/dict-table.ts'
import { PyTuple } from '../objects/tuple.ts'
import { type Context, describeEdge, type EdgeText } from './edges.ts'
import { visitAll } from './survey.ts'
import { isPlainValue } from './texts.ts'

export interface Reference {
  /** Of a run: the label of the first. */
  readonly text: EdgeText
  readonly target: PyObject
  readonly count: number
}

export interface References {
  readonly edges: readonly Reference[]
  /** What is not described: what is beyond the limit, and the dicts that are parts. */
  readonly rest: readonly RawReference[]
  /** How many references are not among the edges. */
  readonly more: number
}

export interface RawReference {
  readonly holder: PyObject
  label: EdgeLabel
  readonly target: PyObject
  count: number
}

/** So many times as many references to objects as to values are described. */
const OBJECTS_FIRST = 4

export class ReferenceReader {
  /** The dicts that were read as parts of their owners. */
  readonly partsRead = new Set<PyObject>()
  readonly #context: Context
  readonly #most: number
  readonly #isLeftOut: (target: PyObject) => boolean

  /** Describes at most so many references of an object, and none to what is left out of the picture. */
  constructor(context: Context, most: number, isLeftOut: (target: PyObject) => boolean) {
    this.#context = context
    this.#most = most
    this.#isLeftOut = isLeftOut
  }

  read(holder: PyObject): References {
    const raw: RawReference[] = []
    const rest: RawReference[] = []
    const left = this.#collect(holder, raw, rest)
    const edges: Reference[] = []
    let described = 0
    let more = left
    for (const each of inReadingOrder(holder, raw)) {
      const { target, count, label } = each
      // Objects come before values: a figure must know how they are reached.
      const most = isPlainValue(target) ? this.#most : OBJECTS_FIRST * this.#most
      if (described >= most) {
        rest.push(each)
        // Keys are no references of their own to a reader.
        if (label !== 'key') more += count
        continue
      }
      const text = this.describe(each)
      if (text.role !== 'silent') described++
      edges.push({ text, target, count })
    }
    return { edges, rest, more }
  }

  describe({ holder, label, target, count }: RawReference): EdgeText {
    const text = describeEdge(this.#context, holder, label, target)
    if (count === 1 || this.#context.codeOf(holder) !== null) return text
    return { ...text, words: `an item of \`${this.#context.names.nameOf(holder)}\`` }
  }

  /** Answers how many references were passed over because they lead to what is left out. */
  #collect(holder: PyObject, raw: RawReference[], parts: RawReference[]): number {
    let left = 0
    let last: RawReference | null = null
    visitAll(holder, (target, label) => {
      if (last !== null && last.target === target && typeof label === 'number') {
        if (label === (last.label as number) - 1) {
          last.label = label
          last.count++
          return
        }
        if (label === (last.label as number) + last.count) {
          last.count++
          return
        }
      }
      last = null
      if (label === '__dict__' && target instanceof PyDict && !this.partsRead.has(target)) {
        // The entries of a dict that only its owner knows are the owner's attributes.
        if (this.#context.ownerOf(target) === holder) {
          parts.push({ holder, label, target, count: 1 })
          if (target.embedded) return
          this.partsRead.add(target)
          left += this.#collect(target, raw, parts)
          return
        }
        if (target.embedded && target.refcnt === 1) return
      }
      if (this.#isLeftOut(target)) {
        left++
        return
      }
      const each = { holder, label, target, count: 1 }
      raw.push(each)
      if (typeof label === 'number') last = each
    })
    return left
  }
}

/** The heap's order is that in which references are released; a reader expects that in which they were stored. */
function inReadingOrder(holder: PyObject, raw: RawReference[]): RawReference[] {
  if (holder instanceof PyList || holder instanceof PyTuple) {
    const items: RawReference[] = []
    const others: RawReference[] = []
    for (let i = raw.length - 1; i >= 0; i--) if (typeof raw[i]!.label === 'number') items.push(raw[i]!)
    if (items.length === raw.length) return items
    for (const each of raw) if (typeof each.label !== 'number') others.push(each)
    return [...items, ...others]
  }
  if (!(holder instanceof PyInstance) || holder.values === null) return raw
  const places = new Map<EdgeLabel, number>()
  const { values } = holder
  for (let at = values.next(0); at !== MISSING; at = values.next(at + 1))
    places.set((values.keyAt(at) as PyStr).value, at)
  const place = ({ label }: RawReference): number => places.get(label) ?? Number.MAX_SAFE_INTEGER
  return raw.sort((a, b) => place(a) - place(b))
}
