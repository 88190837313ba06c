/**
 * The audit: every reference count equals the strong references that exist.
 *
 * References are found by `traverse` and `hidden` over all live objects, and among the roots that the machine
 * names. An object whose count is higher has been leaked, one whose count is lower has been released too often;
 * both are found before anything breaks. Immortal objects are not counted. Needs a heap in debug mode.
 */
import type { Heap } from './heap.ts'
import { isImmortal, type PyObject, traverse, type Visit } from './object.ts'

/** Disagreements as text, `refcnt 3, 2 found: …`; at most the first hundred. */
export function audit(
  heap: Heap,
  eachRoot: (visit: Visit) => void,
  describe: (object: PyObject) => string,
): string[] {
  const { live } = heap
  if (live === null) throw new Error('the audit needs a heap in debug mode')
  const found = new Map<PyObject, number>()
  const count: Visit = (referent) => void found.set(referent, (found.get(referent) ?? 0) + 1)
  for (const object of live) visitAll(object, count)
  eachRoot(count)
  const problems: string[] = []
  for (const object of live) {
    const references = found.get(object) ?? 0
    if (isImmortal(object) || object.refcnt === references) continue
    problems.push(`refcnt ${object.refcnt}, ${references} found: ${describe(object)}`)
    if (problems.length === 100) return problems
  }
  for (const referent of found.keys()) {
    if (!live.has(referent)) problems.push(`referred to after its death: ${describe(referent)}`)
  }
  return problems
}

function visitAll(object: PyObject, visit: Visit): void {
  traverse(object, visit)
  object.hidden(visit)
}

/** Live objects that no immortal object holds, directly or not: what a closed interpreter must not have. */
export function leftovers(heap: Heap, describe: (object: PyObject) => string): string[] {
  const { live } = heap
  if (live === null) return []
  const held = new Set<PyObject>()
  const waiting: PyObject[] = []
  const reach = (object: PyObject): void => {
    if (held.has(object)) return
    held.add(object)
    waiting.push(object)
  }
  for (const object of live) if (isImmortal(object)) reach(object)
  for (let object = waiting.pop(); object !== undefined; object = waiting.pop()) visitAll(object, reach)
  const left = [...live].filter((object) => !held.has(object))
  const found = new Map<PyObject, number>()
  for (const object of live)
    visitAll(object, (referent) => void found.set(referent, (found.get(referent) ?? 0) + 1))
  const references = (object: PyObject): number => found.get(object) ?? 0
  // First those that something unknown holds, then what they keep alive.
  left.sort((a, b) => Number(b.refcnt !== references(b)) - Number(a.refcnt !== references(a)))
  return left.slice(0, 100).map((object) => {
    const kept = object.refcnt === references(object) ? '' : `, ${references(object)} found`
    return `left (refcnt ${object.refcnt}${kept}): ${describe(object)}`
  })
}
