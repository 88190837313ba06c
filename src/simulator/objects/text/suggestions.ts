/**
 * The known name closest to one that was not found.
 *
 * Close means few changes: an edit distance with two points for an insertion, deletion or substitution and one
 * for a change of case, of which a third of the characters may be affected. As `Python/suggestions.c`.
 */

const MAX_CANDIDATES = 750
const MAX_LENGTH = 40
const MOVE_COST = 2
const CASE_COST = 1

/** The candidate with the fewest changes, the first of several; null where none is close. */
export function closestName(wrong: string, candidates: readonly string[]): string | null {
  if (candidates.length >= MAX_CANDIDATES) return null
  const sought = utf8(wrong)
  let best = Number.MAX_SAFE_INTEGER
  let found: string | null = null
  for (const candidate of candidates) {
    if (candidate === wrong) continue
    const bytes = utf8(candidate)
    const allowed = Math.floor(((sought.length + bytes.length + 3) * MOVE_COST) / 6)
    const limit = Math.min(allowed, best - 1)
    const distance = editDistance(sought, bytes, limit)
    if (distance <= limit) {
      best = distance
      found = candidate
    }
  }
  return found
}

/** The UTF-8 form, a character for each byte: distances are counted in bytes. */
function utf8(text: string): string {
  return text.replace(/[^\0-\x7f]/gu, (character) => {
    const point = character.codePointAt(0)!
    const count = point < 0x800 ? 2 : point < 0x10000 ? 3 : 4
    const codes = Array.from({ length: count }, (_, i) => 0x80 | ((point >> (6 * (count - 1 - i))) & 0x3f))
    codes[0] = ((0xf00 >> count) & 0xff) | (point >> (6 * (count - 1)))
    return String.fromCharCode(...codes)
  })
}

function substitutionCost(a: string, b: string): number {
  if (a === b) return 0
  return /[A-Za-z]/.test(a) && a.toLowerCase() === b.toLowerCase() ? CASE_COST : MOVE_COST
}

/** The points of turning one text of bytes into the other; more than `limit` where that is all that matters. */
function editDistance(from: string, to: string, limit: number): number {
  if (from === to) return 0
  let start = 0
  while (start < from.length && start < to.length && from[start] === to[start]) start++
  let fromEnd = from.length
  let toEnd = to.length
  while (fromEnd > start && toEnd > start && from[fromEnd - 1] === to[toEnd - 1]) {
    fromEnd--
    toEnd--
  }
  let a = from.slice(start, fromEnd)
  let b = to.slice(start, toEnd)
  if (a.length === 0 || b.length === 0) return (a.length + b.length) * MOVE_COST
  if (a.length > MAX_LENGTH || b.length > MAX_LENGTH) return limit + 1
  if (b.length < a.length) [a, b] = [b, a]
  if ((b.length - a.length) * MOVE_COST > limit) return limit + 1
  // One row of the table of distances between beginnings, overwritten for each character of `b`.
  const row = Array.from(a, (_, i) => (i + 1) * MOVE_COST)
  let result = 0
  for (let j = 0; j < b.length; j++) {
    let diagonal = j * MOVE_COST
    result = diagonal
    let least = Number.MAX_SAFE_INTEGER
    for (let i = 0; i < a.length; i++) {
      const substituted = diagonal + substitutionCost(b[j]!, a[i]!)
      diagonal = row[i]!
      result = Math.min(Math.min(result, diagonal) + MOVE_COST, substituted)
      row[i] = result
      least = Math.min(least, result)
    }
    if (least > limit) return limit + 1
  }
  return result
}
