// Edits in localStorage, one entry a cell and version of it: the key has the lesson, the cell and a hash of the
// original code, so that an edit of an earlier version is found but not mistaken for one of this. What another tab
// has stored meanwhile is never overwritten unseen. Every access may throw (private mode, quota): callers are told.

import type { CellData } from './cell-data.ts'
import type { Aside, Earlier, Saved } from './model.ts'

interface Entry extends Saved {
  /** Milliseconds since the epoch. */
  time: number
  /** The reader has chosen between this text and a newer version of the cell. */
  decided: boolean
}

/** What is stored of a cell. */
export interface Stored {
  saved: Saved | null
  earlier: Earlier | null
}

const prefix = 'heapbook'

/** A short name for a text: 53 bits are enough to tell versions of one cell apart. */
export function hashOf(text: string): string {
  let low = 0xdeadbeef
  let high = 0x41c6ce57
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    low = Math.imul(low ^ code, 2654435761)
    high = Math.imul(high ^ code, 1597334677)
  }
  low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909)
  high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909)
  return (4294967296 * (2097151 & high) + (low >>> 0)).toString(36)
}

/** The edits of a page. Methods throw what the browser's storage throws. */
export class EditStore {
  readonly #storage: Storage
  /** What this page has read or written last, by key. */
  readonly #known = new Map<string, string | null>()

  constructor(storage: Storage) {
    this.#storage = storage
  }

  read(data: CellData): Stored {
    const key = keyOf(data)
    const raw = this.#storage.getItem(key)
    this.#known.set(key, raw)
    const entry = parseEntry(raw)
    const older = this.#older(data)
    const latest = older[0]
    return {
      saved: entry === null ? null : { source: entry.source, aside: entry.aside },
      earlier:
        latest === undefined || latest.entry.source === data.source
          ? null
          : { source: latest.entry.source, decided: latest.entry.decided || entry !== null },
    }
  }

  /** Stores what is the reader's of a cell. Returns a text that another tab had stored in its place, if it had. */
  write(data: CellData, saved: Saved | null, time: number): string | null {
    const key = keyOf(data)
    const before = this.#storage.getItem(key)
    const foreign = before !== (this.#known.get(key) ?? null) ? (parseEntry(before)?.source ?? null) : null
    if (saved === null) {
      this.#storage.removeItem(key)
      this.#known.set(key, null)
    } else {
      const raw = JSON.stringify({ ...saved, time, decided: false } satisfies Entry)
      this.#storage.setItem(key, raw)
      this.#known.set(key, raw)
    }
    return foreign === null || foreign === data.source || foreign === saved?.source ? null : foreign
  }

  /** Remembers that the reader has chosen what becomes of the edit of an earlier version. */
  decide(data: CellData): void {
    for (const { key, entry } of this.#older(data)) {
      this.#storage.setItem(key, JSON.stringify({ ...entry, decided: true }))
    }
  }

  /** Entries for other versions of the cell, latest first. */
  #older(data: CellData): { key: string; entry: Entry }[] {
    const own = keyOf(data)
    const family = `${prefix}:${data.lesson}:${data.id}:`
    const found: { key: string; entry: Entry }[] = []
    for (let index = 0; index < this.#storage.length; index++) {
      const key = this.#storage.key(index)
      if (key === null || key === own || !key.startsWith(family)) continue
      const entry = parseEntry(this.#storage.getItem(key))
      if (entry !== null) found.push({ key, entry })
    }
    return found.sort((a, b) => b.entry.time - a.entry.time)
  }
}

function keyOf(data: CellData): string {
  return `${prefix}:${data.lesson}:${data.id}:${hashOf(data.source)}`
}

function parseEntry(raw: string | null): Entry | null {
  if (raw === null) return null
  try {
    const value = JSON.parse(raw) as Partial<Record<keyof Entry, unknown>> | null
    if (value === null || typeof value.source !== 'string') return null
    const aside = Array.isArray(value.aside) ? value.aside.filter(isAside) : []
    return { source: value.source, aside, time: Number(value.time) || 0, decided: value.decided === true }
  } catch {
    return null
  }
}

function isAside(value: unknown): value is Aside {
  return typeof value === 'object' && value !== null && typeof (value as Partial<Aside>).text === 'string'
}
