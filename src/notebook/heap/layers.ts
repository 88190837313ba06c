// Which column each box stands in: as far from the frames as its longest chain of references, with the references
// that close a cycle turned around for the purpose. Weak references are turned around before strong ones are.

export interface Link {
  from: string
  to: string
  weak: boolean
}

/**
 * The column of each of `keys`; `root`, if it is among them, has column 0 to itself. `distance` takes the shortest
 * chain instead of the longest, which is quick and knows no cycles.
 */
export function assignLayers(
  keys: readonly string[],
  links: readonly Link[],
  root: string,
  by: 'chains' | 'distance' = 'chains',
): Map<string, number> {
  const ordered = [...keys].sort((a, b) => Number(b === root) - Number(a === root))
  return by === 'chains' ? byChains(ordered, links, root) : byDistance(ordered, links, root)
}

function byChains(keys: readonly string[], links: readonly Link[], root: string): Map<string, number> {
  const next = acyclic(keys, links)
  const order = topological(keys, next)
  const column = new Map<string, number>()
  const before = new Map<string, string[]>()
  for (const [from, targets] of next)
    for (const to of targets) before.set(to, [...(before.get(to) ?? []), from])
  for (const key of order) {
    const least = key === root ? 0 : 1
    const above = (before.get(key) ?? []).map((from) => (column.get(from) as number) + 1)
    column.set(key, Math.max(least, ...above))
  }
  // What nothing drawn refers to stands next to what it refers to.
  for (const key of [...order].reverse()) {
    const targets = next.get(key) ?? []
    if (key === root || targets.length === 0 || (before.get(key)?.length ?? 0) > 0) continue
    column.set(key, Math.max(1, Math.min(...targets.map((to) => column.get(to) as number)) - 1))
  }
  return column
}

/** The links with as many turned around as it takes, so that none of them closes a cycle. */
function acyclic(keys: readonly string[], links: readonly Link[]): Map<string, string[]> {
  const strong = new Map<string, string[]>()
  for (const key of keys) strong.set(key, [])
  for (const link of links) if (!link.weak) strong.get(link.from)?.push(link.to)
  const next = new Map<string, string[]>()
  for (const key of keys) next.set(key, [])
  const state = new Map<string, 'open' | 'done'>()
  for (const start of keys) {
    if (state.has(start)) continue
    const path: { key: string; at: number }[] = [{ key: start, at: 0 }]
    state.set(start, 'open')
    for (let top = path.at(-1); top; top = path.at(-1)) {
      const to = strong.get(top.key)?.[top.at++]
      if (to === undefined) {
        state.set(top.key, 'done')
        path.pop()
      } else if (state.get(to) === 'open') next.get(to)?.push(top.key)
      else {
        next.get(top.key)?.push(to)
        if (!state.has(to)) {
          state.set(to, 'open')
          path.push({ key: to, at: 0 })
        }
      }
    }
  }
  for (const { from, to, weak } of links) {
    if (!weak) continue
    if (reaches(next, to, from)) next.get(to)?.push(from)
    else next.get(from)?.push(to)
  }
  return next
}

function reaches(next: ReadonlyMap<string, readonly string[]>, from: string, to: string): boolean {
  const seen = new Set([from])
  const visit = [from]
  for (let key = visit.pop(); key !== undefined; key = visit.pop()) {
    if (key === to) return true
    for (const other of next.get(key) ?? [])
      if (!seen.has(other)) {
        seen.add(other)
        visit.push(other)
      }
  }
  return false
}

function topological(keys: readonly string[], next: ReadonlyMap<string, readonly string[]>): string[] {
  const waiting = new Map<string, number>()
  for (const key of keys) for (const to of next.get(key) ?? []) waiting.set(to, (waiting.get(to) ?? 0) + 1)
  const queue = keys.filter((key) => !waiting.get(key))
  for (const key of queue)
    for (const to of next.get(key) ?? []) {
      const left = (waiting.get(to) as number) - 1
      waiting.set(to, left)
      if (left === 0) queue.push(to)
    }
  return queue
}

function byDistance(keys: readonly string[], links: readonly Link[], root: string): Map<string, number> {
  const next = new Map<string, string[]>()
  for (const { from, to } of links) next.set(from, [...(next.get(from) ?? []), to])
  const column = new Map<string, number>()
  for (const start of keys) {
    if (column.has(start)) continue
    column.set(start, start === root ? 0 : 1)
    const queue = [start]
    for (const key of queue)
      for (const to of next.get(key) ?? [])
        if (!column.has(to)) {
          column.set(to, (column.get(key) as number) + 1)
          queue.push(to)
        }
  }
  return column
}
