/**
 * The exception table: which handler guards which instructions, packed into bytes.
 *
 * An entry says: if one of the code units from `start` up to `end` raises, cut the stack to `depth`, push the
 * position too if `lasti`, push the exception, and go on at `target`. Entries lie in order and do not overlap.
 * Each is four numbers: start, length, target, and depth with lasti in bit 0; a number is groups of six bits,
 * highest first, bit 6 set on all but the last; bit 7 marks the first byte of an entry.
 * As `Objects/exception_handling_notes.txt`.
 */

/** One guarded range; `start`, `end` and `target` count code units. */
export interface ExceptionEntry {
  readonly start: number
  readonly end: number
  readonly target: number
  readonly depth: number
  readonly lasti: boolean
}

export function encodeExceptionTable(entries: readonly ExceptionEntry[]): Uint8Array {
  const bytes: number[] = []
  const number = (value: number, mark: number): void => {
    let begin = mark
    for (let shift = 24; shift > 0; shift -= 6) {
      if (value >= 1 << shift) {
        bytes.push(((value >> shift) & 0x3f) | 0x40 | begin)
        begin = 0
      }
    }
    bytes.push((value & 0x3f) | begin)
  }
  for (const { start, end, target, depth, lasti } of entries) {
    number(start, 0x80)
    number(end - start, 0)
    number(target, 0)
    number((depth << 1) | (lasti ? 1 : 0), 0)
  }
  return Uint8Array.from(bytes)
}

export function decodeExceptionTable(table: Uint8Array): ExceptionEntry[] {
  const entries: ExceptionEntry[] = []
  let at = 0
  const number = (): number => {
    let byte = table[at++] ?? 0
    let value = byte & 0x3f
    while ((byte & 0x40) !== 0) {
      byte = table[at++] ?? 0
      value = (value << 6) | (byte & 0x3f)
    }
    return value
  }
  while (at < table.length) {
    const start = number()
    const end = start + number()
    const target = number()
    const last = number()
    entries.push({ start, end, target, depth: last >> 1, lasti: (last & 1) === 1 })
  }
  return entries
}

/** The entry that guards a code unit, by binary search; null if none does. */
export function findHandler(entries: readonly ExceptionEntry[], unit: number): ExceptionEntry | null {
  let low = 0
  let high = entries.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((entries[middle] as ExceptionEntry).start <= unit) low = middle + 1
    else high = middle
  }
  const entry = entries[low - 1]
  return entry !== undefined && unit < entry.end ? entry : null
}
