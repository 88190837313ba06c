/**
 * The hash table under `dict`: insertion order, open addressing, the probe sequence of CPython.
 *
 * Entries stand in the order they were inserted; a separate array of slots, whose size is a power of two,
 * maps hashes to entries. A *position* is the place of an entry, counted from 0; deleting leaves a gap. The
 * table moves keys and values in and out and counts no references: whoever calls it retains and releases.
 *
 * `__eq__` of the keys may run arbitrary code, even change this very table; a search notices and starts
 * anew. Which keys are compared, in which order, and when the table grows is as in `Objects/dictobject.c`.
 */
import { type Hash, highHalf, lowHalf } from './hash.ts'

/** Whether a stored key equals the key looked for. May throw, and may change the table. */
export type KeysEqual<K> = (stored: K, key: K) => boolean

/** What searches return for a key that is not there. */
export const MISSING = -1

/** Slots hold a position + 1, or one of these. */
const EMPTY_SLOT = 0
const DELETED_SLOT = -1

/** Fields of one entry in `entries`: hash, key, value. */
const STRIDE = 3

const SMALLEST_SIZE = 8
/** Beyond this many slots, a size known in advance is no longer trusted. */
const LARGEST_PRESIZE = 1 << 17
/** Bytes of CPython's header of the keys object. */
const HEADER_BYTES = 32

/** The keys object: replaced as a whole when the table is rebuilt, which is how searches notice. */
class Keys {
  readonly slots: Int32Array
  readonly mask: number
  /** Hash, key, value, hash, key, value, …; a gap has `undefined` as key and value. */
  readonly entries: unknown[]
  /** How many more entries fit before the table is rebuilt. */
  usable: number
  /** Entries and gaps. */
  count: number
  /** Whether all keys ever inserted are exact `str`; decides about size and about when to rebuild. */
  readonly textOnly: boolean
  /** Above 0: the keys are also a class's, and only so many places for values are the table's own. */
  places = 0

  constructor(size: number, textOnly: boolean) {
    this.slots = new Int32Array(size)
    this.mask = size - 1
    this.entries = []
    this.usable = usableFraction(size)
    this.count = 0
    this.textOnly = textOnly
  }
}

/** The keys of every empty new table; never written to, as nothing fits in. */
const NO_KEYS = new Keys(1, true)

/** A table from keys of type K to values of type V. Neither may be `undefined`. */
export class DictTable<K, V> {
  #keys: Keys = NO_KEYS
  #size = 0

  /** How many keys there are. */
  get size(): number {
    return this.#size
  }

  /** One more than the last position in use. */
  get positions(): number {
    return this.#keys.count
  }

  /** Whether every key inserted since the table was last empty or rebuilt was an exact `str`. */
  get textOnly(): boolean {
    return this.#keys.textOnly
  }

  /** How many slots the table of hashes has; 0 before the first key. */
  get slots(): number {
    return this.#keys === NO_KEYS ? 0 : this.#keys.mask + 1
  }

  /** Bytes of the keys object, or of values apart from it, as `sys.getsizeof(d)` adds to those of the dict itself. */
  get keysBytes(): number {
    const keys = this.#keys
    if (keys === NO_KEYS) return 0
    if (keys.places > 0) return 8 * keys.places
    const size = keys.mask + 1
    const slotBytes = size < 256 ? 1 : size < 65536 ? 2 : 4
    return HEADER_BYTES + size * slotBytes + usableFraction(size) * (keys.textOnly ? 16 : 24)
  }

  /** The position of a key, or MISSING. */
  find(key: K, hash: Hash, equal: KeysEqual<K>): number {
    const keys = this.#keys
    const low = typeof hash === 'number' ? hash | 0 : lowHalf(hash)
    const slot = keys.slots[low & keys.mask]!
    if (slot === EMPTY_SLOT) return MISSING
    // The key itself at the first probe: nearly every look-up of a name ends here.
    if (slot > 0 && keys.entries[slot * STRIDE - 2] === key) return slot - 1
    return this.#search(key, hash, low, equal)
  }

  /**
   * The position of a key that is already there, whose value is left alone; or MISSING, after inserting the
   * key and the value. `isText` says whether the key is an exact `str`.
   */
  findOrInsert(key: K, hash: Hash, value: V, isText: boolean, equal: KeysEqual<K>): number {
    const keys = this.#keys
    if (keys === NO_KEYS) {
      this.#keys = new Keys(SMALLEST_SIZE, isText)
    } else {
      // The first key of another type rebuilds the table even if the key turns out to be there.
      if (!isText && keys.textOnly) this.#rebuild(this.#grownSize(), false)
      const position = this.find(key, hash, equal)
      if (position !== MISSING) return position
    }
    this.insert(key, hash, value, isText)
    return MISSING
  }

  /** Inserts a key that is known not to be there. */
  insert(key: K, hash: Hash, value: V, isText: boolean): void {
    let keys = this.#keys
    if (keys.usable <= 0 || (!isText && keys.textOnly)) {
      this.#rebuild(this.#grownSize(), isText)
      keys = this.#keys
    }
    const { slots, mask } = keys
    let low = lowHalf(hash)
    let slot = low & mask
    if (slots[slot]! > 0) {
      let high = highHalf(hash)
      do {
        low = (low >>> 5) | (high << 27)
        high >>>= 5
        slot = (slot * 5 + low + 1) & mask
      } while (slots[slot]! > 0)
    }
    keys.entries.push(hash, key, value)
    slots[slot] = ++keys.count
    keys.usable--
    this.#size++
  }

  /** The key at a position, or `undefined` in a gap. */
  keyAt(position: number): K {
    return this.#keys.entries[position * STRIDE + 1] as K
  }

  /** The value at a position, or `undefined` in a gap. */
  valueAt(position: number): V {
    return this.#keys.entries[position * STRIDE + 2] as V
  }

  hashAt(position: number): Hash {
    return this.#keys.entries[position * STRIDE] as Hash
  }

  /** Puts another value at a position in use and returns the one that was there. */
  replaceAt(position: number, value: V): V {
    const { entries } = this.#keys
    const at = position * STRIDE + 2
    const old = entries[at] as V
    entries[at] = value
    return old
  }

  /** Deletes the entry at a position in use, leaving a gap. The caller has read what it has to release. */
  removeAt(position: number): void {
    const keys = this.#keys
    const { slots, entries, mask } = keys
    const at = position * STRIDE
    const hash = entries[at] as Hash
    let low = lowHalf(hash)
    let high = highHalf(hash)
    let slot = low & mask
    while (slots[slot] !== position + 1) {
      low = (low >>> 5) | (high << 27)
      high >>>= 5
      slot = (slot * 5 + low + 1) & mask
    }
    slots[slot] = DELETED_SLOT
    entries[at + 1] = undefined
    entries[at + 2] = undefined
    this.#size--
  }

  /** Deletes the last entry as `popitem` does: its position, and gaps after it, are given up for reuse. */
  removeLast(): void {
    const position = this.previous(this.#keys.count - 1)
    this.removeAt(position)
    this.#keys.count = position
    this.#keys.entries.length = position * STRIDE
  }

  /** The first position in use at or after `position`, or MISSING. */
  next(position: number): number {
    const { entries, count } = this.#keys
    for (let i = position; i < count; i++) if (entries[i * STRIDE + 1] !== undefined) return i
    return MISSING
  }

  /** The last position in use at or before `position`, or MISSING. */
  previous(position: number): number {
    const { entries, count } = this.#keys
    for (let i = Math.min(position, count - 1); i >= 0; i--)
      if (entries[i * STRIDE + 1] !== undefined) return i
    return MISSING
  }

  /** Empties this table; what was in it is in the table returned, for the caller to release in order. */
  detach(): DictTable<K, V> {
    const old = new DictTable<K, V>()
    old.#keys = this.#keys
    old.#size = this.#size
    this.#keys = NO_KEYS
    this.#size = 0
    return old
  }

  /**
   * For an empty table: makes room for that many keys, as a display `{…}` or `dict.fromkeys` does.
   * `textOnly` says whether all of them are exact `str`.
   */
  reserve(expected: number, textOnly: boolean): void {
    if (expected <= usableFraction(SMALLEST_SIZE)) return
    const size = expected > usableFraction(LARGEST_PRESIZE) ? LARGEST_PRESIZE : estimatedSize(expected)
    this.#keys = new Keys(size, textOnly)
  }

  /**
   * Whether `d.copy()` duplicates the table by `clone` (at least two thirds of the positions are in use);
   * otherwise the entries are merged into a new table.
   */
  get isDense(): boolean {
    return this.#size >= Math.floor((this.#keys.count * 2) / 3)
  }

  /** An equal table, with the same gaps and sizes. The caller retains every key and value. */
  clone(): DictTable<K, V> {
    const copy = new DictTable<K, V>()
    copy.#adopt(this)
    return copy
  }

  /**
   * The first step of merging another table (`update`, `|`, `dict(d)`, `**d`). True: this table was empty
   * and is now a clone of the other; the caller retains every key and value and is done. False: there is
   * room, and the caller stores the entries one by one.
   */
  beginMerge(other: DictTable<K, V>): boolean {
    if (other.#size === 0 || other === this) return false
    const source = other.#keys
    const sourceSize = source.mask + 1
    if (
      this.#size === 0 &&
      other.#size === source.count &&
      (sourceSize === SMALLEST_SIZE || usableFraction(sourceSize / 2) < other.#size)
    ) {
      this.#adopt(other)
      return true
    }
    if (usableFraction(this.#keys.mask + 1) < other.#size)
      this.#rebuild(estimatedSize(this.#size + other.#size), source.textOnly)
    return false
  }

  #adopt(other: DictTable<K, V>): void {
    this.#keys = other.#keys
    this.#size = other.#size
    const source = other.#keys
    if (source === NO_KEYS) return
    const keys = new Keys(source.mask + 1, source.textOnly)
    keys.slots.set(source.slots)
    for (const field of source.entries) keys.entries.push(field)
    keys.usable = source.usable
    keys.count = source.count
    this.#keys = keys
  }

  #search(key: K, hash: Hash, start: number, equal: KeysEqual<K>): number {
    for (;;) {
      const keys = this.#keys
      const { slots, entries, mask } = keys
      let slot = start & mask
      let low = start
      let high = highHalf(hash)
      for (;;) {
        const entry = slots[slot]!
        if (entry === EMPTY_SLOT) return MISSING
        if (entry > 0) {
          const at = entry * STRIDE - 2
          const stored = entries[at] as K
          if (stored === key) return entry - 1
          if (entries[at - 1] === hash) {
            const same = equal(stored, key)
            // The comparison changed the table under the search: start anew.
            if (this.#keys !== keys || entries[at] !== stored) break
            if (same) return entry - 1
          }
        }
        low = (low >>> 5) | (high << 27)
        high >>>= 5
        slot = (slot * 5 + low + 1) & mask
      }
    }
  }

  /** Makes room as for one key more than there is room for. */
  grow(): void {
    if (this.#keys !== NO_KEYS) this.#rebuild(this.#grownSize(), this.#keys.textOnly)
  }

  /** The table leaves an instance, with its places for values; the keys stay the class's until it is rebuilt. */
  leaveInstance(places: number): void {
    if (this.#keys === NO_KEYS) this.#keys = new Keys(SMALLEST_SIZE, true)
    this.#keys.places = places
  }

  #grownSize(): number {
    return sizeFor(this.#size * 3)
  }

  /** Moves all entries, without gaps, to a new keys object of at least that size. */
  #rebuild(size: number, textOnly: boolean): void {
    const old = this.#keys
    const keys = new Keys(size, textOnly && old.textOnly)
    const { slots, mask, entries } = keys
    for (let position = 0; position < old.count; position++) {
      const from = position * STRIDE
      if (old.entries[from + 1] === undefined) continue
      const hash = old.entries[from] as Hash
      entries.push(hash, old.entries[from + 1], old.entries[from + 2])
      let low = lowHalf(hash)
      let high = highHalf(hash)
      let slot = low & mask
      while (slots[slot] !== EMPTY_SLOT) {
        low = (low >>> 5) | (high << 27)
        high >>>= 5
        slot = (slot * 5 + low + 1) & mask
      }
      slots[slot] = ++keys.count
    }
    keys.usable -= keys.count
    this.#keys = keys
  }
}

function usableFraction(size: number): number {
  return Math.floor((size * 2) / 3)
}

/** The size in which so many slots are wanted. CPython's bit trick: 8 lies below 9, but 16 already asks for 32. */
function sizeFor(slots: number): number {
  return 1 << (32 - Math.clz32(((slots | SMALLEST_SIZE) - 1) | (SMALLEST_SIZE - 1)))
}

/** The size for a table that is expected to hold that many keys. */
function estimatedSize(expected: number): number {
  return sizeFor(Math.floor((expected * 3 + 1) / 2))
}
