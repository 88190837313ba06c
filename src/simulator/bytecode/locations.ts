/**
 * The location table: where in the source each instruction comes from, packed into bytes.
 *
 * The table is a run of entries, each for 1 to 8 code units (instructions and their caches). The first byte of an
 * entry has bit 7 set, a four-bit form and the length less one:
 *
 *     0–9    columns below 80 on the same line: second byte holds the low bits and the width
 *     10–12  columns below 128, 0–2 lines further: two bytes of columns
 *     13     a line without columns         14  everything, as variable-length numbers       15  no location
 *
 * Variable-length numbers are groups of six bits, lowest first, bit 6 set on all but the last; signed ones have the
 * sign in bit 0. As `Objects/locations.md` and `Python/assemble.c`.
 */

/** A range of source text; -1 where a part is not known. Lines count from 1, columns from 0 in bytes of UTF-8. */
export interface Location {
  readonly lineno: number
  readonly end_lineno: number
  readonly col_offset: number
  readonly end_col_offset: number
}

/** The location of instructions that come from nowhere in particular. */
export const NO_LOCATION: Location = { lineno: -1, end_lineno: -1, col_offset: -1, end_col_offset: -1 }

export function isSameLocation(a: Location, b: Location): boolean {
  return (
    a === b ||
    (a.lineno === b.lineno &&
      a.end_lineno === b.end_lineno &&
      a.col_offset === b.col_offset &&
      a.end_col_offset === b.end_col_offset)
  )
}

const NO_COLUMNS = 13
const LONG = 14
const NONE = 15

/** Writes a table, one run of code units after another. */
export class LocationWriter {
  readonly #bytes: number[] = []
  #lineno: number

  constructor(firstlineno: number) {
    this.#lineno = firstlineno
  }

  /** Says that the next `units` code units come from `location`. */
  add(location: Location, units: number): void {
    let rest = units
    for (; rest > 8; rest -= 8) this.#entry(location, 8)
    if (rest > 0) this.#entry(location, rest)
  }

  finish(): Uint8Array {
    return Uint8Array.from(this.#bytes)
  }

  #entry(location: Location, units: number): void {
    const { lineno, end_lineno, col_offset: column, end_col_offset: end_column } = location
    if (lineno === -1) {
      this.#first(NONE, units)
      return
    }
    const delta = lineno - this.#lineno
    this.#lineno = lineno
    if (column < 0 || end_column < 0) {
      if (end_lineno === lineno || end_lineno < 0) {
        this.#first(NO_COLUMNS, units)
        this.#signed(delta)
        return
      }
    } else if (end_lineno === lineno) {
      const width = end_column - column
      if (delta === 0 && column < 80 && width >= 0 && width < 16) {
        this.#first(column >> 3, units)
        this.#bytes.push(((column & 7) << 4) | width)
        return
      }
      if (delta >= 0 && delta < 3 && column < 128 && end_column < 128) {
        this.#first(10 + delta, units)
        this.#bytes.push(column, end_column)
        return
      }
    }
    this.#first(LONG, units)
    this.#signed(delta)
    this.#unsigned(end_lineno - lineno)
    this.#unsigned(column + 1)
    this.#unsigned(end_column + 1)
  }

  #first(form: number, units: number): void {
    this.#bytes.push(0x80 | (form << 3) | (units - 1))
  }

  #unsigned(value: number): void {
    let rest = value
    for (; rest >= 0x40; rest >>>= 6) this.#bytes.push(0x40 | (rest & 0x3f))
    this.#bytes.push(rest)
  }

  #signed(value: number): void {
    this.#unsigned(value < 0 ? (-value << 1) | 1 : value << 1)
  }
}

/** An entry of the table: the code units from `start` up to `end` come from `location`. */
export interface LocatedRange {
  readonly start: number
  readonly end: number
  readonly location: Location
}

/** Reads a table entry by entry; `start` and `end` count code units. */
export function decodeLocations(table: Uint8Array, firstlineno: number): LocatedRange[] {
  const ranges: LocatedRange[] = []
  let at = 0
  const byte = (): number => table[at++] ?? 0
  const unsigned = (): number => {
    let value = 0
    for (let shift = 0; ; shift += 6) {
      const next = byte()
      value |= (next & 0x3f) << shift
      if ((next & 0x40) === 0) return value
    }
  }
  const signed = (): number => {
    const value = unsigned()
    return (value & 1) === 1 ? -(value >>> 1) : value >>> 1
  }
  let lineno = firstlineno
  let start = 0
  while (at < table.length) {
    const first = byte()
    const form = (first >> 3) & 15
    const end = start + (first & 7) + 1
    let location = NO_LOCATION
    if (form === LONG) {
      lineno += signed()
      const end_lineno = lineno + unsigned()
      const col_offset = unsigned() - 1
      location = { lineno, end_lineno, col_offset, end_col_offset: unsigned() - 1 }
    } else if (form === NO_COLUMNS) {
      lineno += signed()
      location = { lineno, end_lineno: lineno, col_offset: -1, end_col_offset: -1 }
    } else if (form >= 10 && form < NO_COLUMNS) {
      lineno += form - 10
      const col_offset = byte()
      location = { lineno, end_lineno: lineno, col_offset, end_col_offset: byte() }
    } else if (form < 10) {
      const second = byte()
      const col_offset = (form << 3) | (second >> 4)
      location = { lineno, end_lineno: lineno, col_offset, end_col_offset: col_offset + (second & 15) }
    }
    ranges.push({ start, end, location })
    start = end
  }
  return ranges
}

/** The location of every code unit, instructions and caches alike. */
export function expandLocations(table: Uint8Array, firstlineno: number): Location[] {
  const locations: Location[] = []
  for (const { start, end, location } of decodeLocations(table, firstlineno)) {
    for (let unit = start; unit < end; unit++) locations.push(location)
  }
  return locations
}
