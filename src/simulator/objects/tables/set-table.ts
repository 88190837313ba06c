/**
 * The hash table under `set` and `frozenset`.
 *
 * Keys stand in the table itself: a few neighbouring slots are tried before the probe sequence jumps. The
 * order of iteration is the order of slots, so sizes, growth and the order in which whole-set operations
 * visit and insert keys decide what Python code sees; all as in `Objects/setobject.c`.
 *
 * The table counts no references. Operations that copy keys from one table to another call `retain` for
 * each key just before it is stored. `__eq__` may run arbitrary code and change the tables.
 */
import { type KeysEqual, MISSING } from './dict-table.ts'
import { type Hash, highHalf, lowHalf } from './hash.ts'

const SMALLEST_SIZE = 8
const LINEAR_PROBES = 9
/** Stands where a key was removed, so that searches go on past it. */
const REMOVED: unique symbol = Symbol('removed')
/** Kept as the hash of a removed key: no value has it. */
const REMOVED_HASH = -1

/** Called with each key that is about to be stored in another table as well. */
export type Retain<K> = (key: K) => void

/** A table of keys of type K, which may not be `undefined`. */
export class SetTable<K> {
  #keys: (K | typeof REMOVED | undefined)[] = emptySlots<K>(SMALLEST_SIZE)
  #hashes: Hash[] = zeroHashes(SMALLEST_SIZE)
  /** Keys and removed keys. */
  #fill = 0
  #size = 0
  /** Where the next `pop` begins to look. */
  #finger = 0
  /** The last removed slot that the latest search passed, or MISSING: a key not found is stored there. */
  #removedSlot = MISSING

  /** How many keys there are. */
  get size(): number {
    return this.#size
  }

  /** Bytes beyond the set object itself, as `sys.getsizeof(s)` adds: 0 while the built-in table suffices. */
  get tableBytes(): number {
    return this.#keys.length === SMALLEST_SIZE ? 0 : this.#keys.length * 16
  }

  /** The position of a key, or MISSING. */
  find(key: K, hash: Hash, equal: KeysEqual<K>): number {
    const position = this.#search(key, hash, equal)
    return this.#keys[position] === undefined ? MISSING : position
  }

  has(key: K, hash: Hash, equal: KeysEqual<K>): boolean {
    // First the search: it may replace the table.
    const position = this.#search(key, hash, equal)
    return this.#keys[position] !== undefined
  }

  /** Stores a key unless an equal one is there; true if it was stored (and is now the table's). */
  add(key: K, hash: Hash, equal: KeysEqual<K>): boolean {
    const position = this.#search(key, hash, equal)
    if (this.#keys[position] !== undefined) return false
    this.#store(position, key, hash)
    return true
  }

  /** Removes a key and returns the stored one for the caller to release, or `undefined` if it was not there. */
  discard(key: K, hash: Hash, equal: KeysEqual<K>): K | undefined {
    const position = this.#search(key, hash, equal)
    return this.#keys[position] === undefined ? undefined : this.#removeAt(position)
  }

  /** Removes and returns some key, `undefined` if there is none: the first one at or after the last pop's place. */
  pop(): K | undefined {
    if (this.#size === 0) return undefined
    const mask = this.#keys.length - 1
    let position = this.#finger & mask
    while (!isKey(this.#keys[position])) position = position === mask ? 0 : position + 1
    this.#finger = position + 1
    return this.#removeAt(position)
  }

  /** The first position in use at or after `position`, or MISSING. */
  next(position: number): number {
    const keys = this.#keys
    for (let i = position; i < keys.length; i++) if (isKey(keys[i])) return i
    return MISSING
  }

  /** The key at a position in use. */
  keyAt(position: number): K {
    return this.#keys[position] as K
  }

  hashAt(position: number): Hash {
    return this.#hashes[position]!
  }

  /** Empties this table; what was in it is in the table returned, for the caller to release in order. */
  detach(): SetTable<K> {
    const old = new SetTable<K>()
    this.swap(old)
    return old
  }

  /** Exchanges the contents with another table's, as the in-place operators do with their result. */
  swap(other: SetTable<K>): void {
    const [keys, hashes, fill, size] = [this.#keys, this.#hashes, this.#fill, this.#size]
    this.#keys = other.#keys
    this.#hashes = other.#hashes
    this.#fill = other.#fill
    this.#size = other.#size
    other.#keys = keys
    other.#hashes = hashes
    other.#fill = fill
    other.#size = size
  }

  /** Makes room for the keys of a dict or a set of that size, which the caller then adds. */
  reserve(expected: number): void {
    if ((this.#fill + expected) * 5 >= (this.#keys.length - 1) * 3) this.#resize((this.#size + expected) * 2)
  }

  /** Adds all keys of another set: `update`, `|=`, and, into an empty table, `copy` and `set(s)`. */
  merge(other: SetTable<K>, equal: KeysEqual<K>, retain: Retain<K>): void {
    if (other === this || other.#size === 0) return
    this.reserve(other.#size)
    const clean = other.#fill === other.#size
    if (this.#fill === 0 && this.#keys.length === other.#keys.length && clean) {
      this.#keys = other.#keys.slice()
      this.#hashes = other.#hashes.slice()
      this.#fill = other.#fill
      this.#size = other.#size
      for (const key of this.#keys) if (isKey(key)) retain(key as K)
      return
    }
    if (this.#fill === 0) {
      for (let i = other.next(0); i !== MISSING; i = other.next(i + 1)) {
        const key = other.keyAt(i)
        retain(key)
        this.#insertClean(key, other.hashAt(i))
      }
      return
    }
    for (let i = other.next(0); i !== MISSING; i = other.next(i + 1)) {
      this.#addRetained(other.keyAt(i), other.hashAt(i), equal, retain)
    }
  }

  /** Adds to this table, which is new, the keys that both sets have: `a & b`, `a.intersection(b)`. */
  addIntersection(a: SetTable<K>, b: SetTable<K>, equal: KeysEqual<K>, retain: Retain<K>): void {
    if (a === b) {
      this.merge(a, equal, retain)
      return
    }
    const [searched, visited] = b.#size > a.#size ? [b, a] : [a, b]
    for (let i = visited.next(0); i !== MISSING; i = visited.next(i + 1)) {
      const key = visited.keyAt(i)
      const hash = visited.hashAt(i)
      if (searched.has(key, hash, equal)) this.#addRetained(key, hash, equal, retain)
    }
  }

  /** Whether `a - b` copies `a` and removes, rather than adding what `b` lacks; `otherSize` is `len(b)`. */
  differenceCopies(otherSize: number): boolean {
    return this.#size >> 2 > otherSize
  }

  /**
   * Adds to this table, which is new, the keys of `a` that `b` lacks: `a - b`. `release` gets keys that were
   * retained before and are removed again.
   */
  addDifference(
    a: SetTable<K>,
    b: SetTable<K>,
    equal: KeysEqual<K>,
    retain: Retain<K>,
    release: (key: K) => void,
  ): void {
    if (a.differenceCopies(b.#size)) {
      this.merge(a, equal, retain)
      this.removeAll(b, equal, retain, release)
      return
    }
    for (let i = a.next(0); i !== MISSING; i = a.next(i + 1)) {
      const key = a.keyAt(i)
      const hash = a.hashAt(i)
      if (!b.has(key, hash, equal)) this.#addRetained(key, hash, equal, retain)
    }
  }

  /** Removes all keys that the other set has: `-=`, `difference_update`. The other is not this table. */
  removeAll(other: SetTable<K>, equal: KeysEqual<K>, retain: Retain<K>, release: (key: K) => void): void {
    let removed = other
    let temporary: SetTable<K> | null = null
    try {
      // Against a far larger set only the common keys are worth a search.
      if (other.#size >> 3 > this.#size) {
        removed = temporary = new SetTable<K>()
        temporary.addIntersection(this, other, equal, retain)
      }
      for (let i = removed.next(0); i !== MISSING; i = removed.next(i + 1)) {
        const key = this.discard(removed.keyAt(i), removed.hashAt(i), equal)
        if (key !== undefined) release(key)
      }
    } finally {
      if (temporary !== null) {
        for (let i = temporary.next(0); i !== MISSING; i = temporary.next(i + 1)) release(temporary.keyAt(i))
      }
    }
    this.compact()
  }

  /** After a difference: rebuilds the table if removed keys take more than a quarter of it. */
  compact(): void {
    if (this.#fill - this.#size > (this.#keys.length - 1) / 4) this.#resize(this.#grownSize())
  }

  /** Removes the keys that the other set has too and adds its others: `^=`. The other is not this table. */
  toggleAll(other: SetTable<K>, equal: KeysEqual<K>, retain: Retain<K>, release: (key: K) => void): void {
    for (let i = other.next(0); i !== MISSING; i = other.next(i + 1)) {
      const key = other.keyAt(i)
      const hash = other.hashAt(i)
      const removed = this.discard(key, hash, equal)
      if (removed !== undefined) release(removed)
      else this.#addRetained(key, hash, equal, retain)
    }
  }

  /** Whether the other set has every key of this one. */
  isSubsetOf(other: SetTable<K>, equal: KeysEqual<K>): boolean {
    if (this.#size > other.#size) return false
    for (let i = this.next(0); i !== MISSING; i = this.next(i + 1)) {
      if (!other.has(this.keyAt(i), this.hashAt(i), equal)) return false
    }
    return true
  }

  /** Whether no key is in both sets; the smaller one is walked. */
  isDisjointFrom(other: SetTable<K>, equal: KeysEqual<K>): boolean {
    const [searched, visited] = other.#size > this.#size ? [other, this] : [this, other]
    for (let i = visited.next(0); i !== MISSING; i = visited.next(i + 1)) {
      if (searched.has(visited.keyAt(i), visited.hashAt(i), equal)) return false
    }
    return true
  }

  /** The hashes of all keys, in order of iteration. */
  *hashes(): Generator<Hash> {
    for (let i = this.next(0); i !== MISSING; i = this.next(i + 1)) yield this.hashAt(i)
  }

  #addRetained(key: K, hash: Hash, equal: KeysEqual<K>, retain: Retain<K>): void {
    const position = this.#search(key, hash, equal)
    if (this.#keys[position] !== undefined) return
    retain(key)
    this.#store(position, key, hash)
  }

  /** The slot of an equal key, or the unused slot at which the search ended. */
  #search(key: K, hash: Hash, equal: KeysEqual<K>): number {
    const start = lowHalf(hash)
    for (;;) {
      const keys = this.#keys
      const hashes = this.#hashes
      const mask = keys.length - 1
      let slot = start & mask
      let low = start
      let high = 0
      let first = true
      let removed = MISSING
      search: for (;;) {
        const last = slot + LINEAR_PROBES <= mask ? slot + LINEAR_PROBES : slot
        for (let i = slot; i <= last; i++) {
          const stored = keys[i]
          if (stored === undefined) {
            this.#removedSlot = removed
            return i
          }
          if (stored === key) return i
          if (hashes[i] === hash) {
            const same = equal(stored as K, key)
            // The comparison changed the table under the search: start anew.
            if (this.#keys !== keys || keys[i] !== stored) break search
            if (same) return i
          } else if (stored === REMOVED) removed = i
        }
        if (first) {
          high = highHalf(hash)
          first = false
        }
        low = (low >>> 5) | (high << 27)
        high >>>= 5
        slot = (slot * 5 + 1 + low) & mask
      }
    }
  }

  /** Stores a key for which a search has just ended at `unused`. */
  #store(unused: number, key: K, hash: Hash): void {
    const reused = this.#removedSlot
    const position = reused === MISSING ? unused : reused
    this.#keys[position] = key
    this.#hashes[position] = hash
    this.#size++
    if (reused !== MISSING) return
    this.#fill++
    if (this.#fill * 5 >= (this.#keys.length - 1) * 3) this.#resize(this.#grownSize())
  }

  #removeAt(position: number): K {
    const key = this.#keys[position] as K
    this.#keys[position] = REMOVED
    this.#hashes[position] = REMOVED_HASH
    this.#size--
    return key
  }

  /** Stores a key into a table known to have neither it nor removed slots. */
  #insertClean(key: K, hash: Hash): void {
    const keys = this.#keys
    const mask = keys.length - 1
    let low = lowHalf(hash)
    let high = highHalf(hash)
    let slot = low & mask
    for (;;) {
      const last = slot + LINEAR_PROBES <= mask ? slot + LINEAR_PROBES : slot
      for (let i = slot; i <= last; i++) {
        if (keys[i] !== undefined) continue
        keys[i] = key
        this.#hashes[i] = hash
        this.#fill++
        this.#size++
        return
      }
      low = (low >>> 5) | (high << 27)
      high >>>= 5
      slot = (slot * 5 + 1 + low) & mask
    }
  }

  #grownSize(): number {
    return this.#size > 50000 ? this.#size * 2 : this.#size * 4
  }

  /** Rebuilds the table, in order, with more slots than `wanted`. */
  #resize(wanted: number): void {
    let size = SMALLEST_SIZE
    while (size <= wanted) size *= 2
    const keys = this.#keys
    if (size === SMALLEST_SIZE && keys.length === SMALLEST_SIZE && this.#fill === this.#size) return
    const hashes = this.#hashes
    this.#keys = emptySlots<K>(size)
    this.#hashes = zeroHashes(size)
    this.#fill = 0
    this.#size = 0
    for (let i = 0; i < keys.length; i++) {
      const key = keys[i]
      if (isKey(key)) this.#insertClean(key as K, hashes[i]!)
    }
  }
}

function isKey(key: unknown): boolean {
  return key !== undefined && key !== REMOVED
}

function emptySlots<K>(size: number): (K | typeof REMOVED | undefined)[] {
  return new Array<K | typeof REMOVED | undefined>(size).fill(undefined)
}

function zeroHashes(size: number): Hash[] {
  return new Array<Hash>(size).fill(0)
}
