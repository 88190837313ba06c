// What a cell printed against what CPython was recorded to print, line by line: a longest common subsequence, with
// lines that replace one another paired so that the place of the difference can be shown. Addresses are equal or
// different, never a value: the first one in either text is the first in the other.

/** One line of a comparison; `mark` is where two paired lines differ, as start and end in `text`. */
export type ComparedLine =
  | { kind: 'same'; text: string }
  | { kind: 'printed'; text: string; mark: readonly [number, number] | null }
  | { kind: 'recorded'; text: string; mark: readonly [number, number] | null }

export interface Comparison {
  readonly same: boolean
  /** Lines printed that were not recorded, and the other way round. */
  readonly added: number
  readonly missing: number
  readonly lines: readonly ComparedLine[]
}

// Above this many pairs of differing lines the middle of the texts is taken as wholly different.
const pairLimit = 4_000_000

/**
 * Numbers the addresses of a text in the order in which they appear. An address is a hexadecimal number after "at ",
 * as in a default repr, or one of at least nine digits, as `hex(id(x))` gives.
 */
export function normaliseAddresses(text: string): string {
  const names = new Map<string, string>()
  return text.replace(/(?<=\bat )0x[0-9a-fA-F]+|\b0x[0-9a-fA-F]{9,}\b/g, (address) => {
    const key = address.toLowerCase()
    const name = names.get(key) ?? `0xADDR${names.size + 1}`
    names.set(key, name)
    return name
  })
}

/** Compares what was printed with what was recorded. */
export function compareOutput(printed: string, recorded: string): Comparison {
  const left = splitLines(normaliseAddresses(printed))
  const right = splitLines(normaliseAddresses(recorded))
  const lines = pairUp(differences(left, right))
  return {
    same: lines.every((line) => line.kind === 'same'),
    added: lines.filter((line) => line.kind === 'printed').length,
    missing: lines.filter((line) => line.kind === 'recorded').length,
    lines,
  }
}

function splitLines(text: string): string[] {
  const lines = text.split('\n')
  // The recorded text of a fence ends without the last line's end; an empty last line is no difference.
  while (lines.at(-1) === '') lines.pop()
  return lines
}

type Plain = { kind: ComparedLine['kind']; text: string }

function differences(left: readonly string[], right: readonly string[]): Plain[] {
  let start = 0
  while (start < left.length && start < right.length && left[start] === right[start]) start++
  let end = 0
  while (end < left.length - start && end < right.length - start && left.at(-1 - end) === right.at(-1 - end))
    end++
  const same = (text: string): Plain => ({ kind: 'same', text })
  return [
    ...left.slice(0, start).map(same),
    ...middle(left.slice(start, left.length - end), right.slice(start, right.length - end)),
    ...left.slice(left.length - end).map(same),
  ]
}

function middle(left: readonly string[], right: readonly string[]): Plain[] {
  const printed = (text: string): Plain => ({ kind: 'printed', text })
  const recorded = (text: string): Plain => ({ kind: 'recorded', text })
  if (left.length * right.length > pairLimit) return [...right.map(recorded), ...left.map(printed)]
  // longest[i][j]: the length of the longest common subsequence of left from i and right from j.
  const width = right.length + 1
  const longest = new Uint32Array((left.length + 1) * width)
  const at = (i: number, j: number) => longest[i * width + j] ?? 0
  for (let i = left.length - 1; i >= 0; i--) {
    for (let j = right.length - 1; j >= 0; j--) {
      longest[i * width + j] =
        left[i] === right[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1))
    }
  }
  const result: Plain[] = []
  let i = 0
  let j = 0
  while (i < left.length || j < right.length) {
    const mine = left[i]
    const theirs = right[j]
    if (mine !== undefined && mine === theirs) {
      result.push({ kind: 'same', text: mine })
      i++
      j++
    } else if (theirs !== undefined && (mine === undefined || at(i, j + 1) >= at(i + 1, j))) {
      result.push(recorded(theirs))
      j++
    } else if (mine !== undefined) {
      result.push(printed(mine))
      i++
    }
  }
  return result
}

/** Puts recorded and printed lines that stand in each other's place side by side, and marks where they differ. */
function pairUp(plain: readonly Plain[]): ComparedLine[] {
  const result: ComparedLine[] = []
  let at = 0
  while (at < plain.length) {
    const line = plain[at]
    if (line === undefined || line.kind === 'same') {
      if (line !== undefined) result.push({ kind: 'same', text: line.text })
      at++
      continue
    }
    let end = at
    while (end < plain.length && plain[end]?.kind !== 'same') end++
    const hunk = plain.slice(at, end)
    const recorded = hunk.filter((entry) => entry.kind === 'recorded').map((entry) => entry.text)
    const printed = hunk.filter((entry) => entry.kind === 'printed').map((entry) => entry.text)
    for (let row = 0; row < Math.max(recorded.length, printed.length); row++) {
      const theirs = recorded[row]
      const mine = printed[row]
      const marks = theirs !== undefined && mine !== undefined ? differingParts(theirs, mine) : null
      if (theirs !== undefined) result.push({ kind: 'recorded', text: theirs, mark: marks?.[0] ?? null })
      if (mine !== undefined) result.push({ kind: 'printed', text: mine, mark: marks?.[1] ?? null })
    }
    at = end
  }
  return result
}

function differingParts(a: string, b: string): [[number, number], [number, number]] | null {
  const shorter = Math.min(a.length, b.length)
  let start = 0
  while (start < shorter && a[start] === b[start]) start++
  let end = 0
  while (end < shorter - start && a.at(-1 - end) === b.at(-1 - end)) end++
  // Lines that share nearly nothing are different lines, not a changed one.
  if (start + end < Math.max(a.length, b.length) / 3) return null
  return [
    [start, a.length - end],
    [start, b.length - end],
  ]
}
