/**
 * The stable merge sort of `list.sort` and `sorted`, with CPython 3.13's sequence of comparisons.
 *
 * The list is cut into ascending *runs*: natural ones, extended by binary insertion to a minimum length.
 * Runs are merged in an order that keeps merges balanced ("powersort"); while one side keeps winning, a merge
 * *gallops*: it searches by doubling steps. Only `<` is asked. Python code sees which items are compared and
 * in which order, hence all thresholds are those of `Objects/listobject.c`.
 */

/** Whether `a < b`. May throw; the lists are then some permutation of what they were. */
export type LessThan<K> = (a: K, b: K) => boolean

const MIN_GALLOP = 7
const MAX_MINRUN = 64

/**
 * Sorts `keys` in place, and `values` along with them if given. With `reverse` the order is descending, and
 * equal items still keep their order.
 */
export function timsort<K, V>(
  keys: K[],
  lessThan: LessThan<K>,
  values: V[] | null = null,
  reverse = false,
): void {
  if (keys.length < 2) return
  if (reverse) {
    keys.reverse()
    values?.reverse()
  }
  try {
    new MergeSort(keys, values, lessThan).sort()
  } finally {
    if (reverse) {
      keys.reverse()
      values?.reverse()
    }
  }
}

/** A sorted part of the list; `power` is its depth in the tree of merges, known once the next run is. */
interface Run {
  start: number
  length: number
  power: number
}

class MergeSort<K, V> {
  readonly #keys: K[]
  readonly #values: V[] | null
  readonly #less: LessThan<K>
  /** Runs not merged yet, in order. */
  readonly #runs: Run[] = []
  /** How many wins in a row start galloping; adapts to the data. */
  #minGallop = MIN_GALLOP

  constructor(keys: K[], values: V[] | null, lessThan: LessThan<K>) {
    this.#keys = keys
    this.#values = values
    this.#less = lessThan
  }

  sort(): void {
    const total = this.#keys.length
    const minrun = minimumRun(total)
    for (let start = 0; start < total; ) {
      const left = total - start
      let length = this.#countRun(start, left)
      if (length < minrun) {
        const forced = Math.min(left, minrun)
        this.#insertBinary(start, forced, length)
        length = forced
      }
      this.#mergeBefore(length)
      this.#runs.push({ start, length, power: 0 })
      start += length
    }
    while (this.#runs.length > 1) {
      let at = this.#runs.length - 2
      if (at > 0 && this.#runs[at - 1]!.length < this.#runs[at + 1]!.length) at--
      this.#mergeAt(at)
    }
  }

  /** Sorts `length` items by binary insertion, of which the first `sorted` are in order. */
  #insertBinary(start: number, length: number, sorted: number): void {
    const keys = this.#keys
    const values = this.#values
    for (let at = start + Math.max(sorted, 1); at < start + length; at++) {
      const pivot = keys[at]!
      let left = start
      let right = at
      do {
        const middle = (left + right) >> 1
        if (this.#less(pivot, keys[middle]!)) right = middle
        else left = middle + 1
      } while (left < right)
      for (let i = at; i > left; i--) keys[i] = keys[i - 1]!
      keys[left] = pivot
      if (values !== null) {
        const value = values[at]!
        for (let i = at; i > left; i--) values[i] = values[i - 1]!
        values[left] = value
      }
    }
  }

  /** The length of the run at `start`, at most `limit`; a descending one is turned round. */
  #countRun(start: number, limit: number): number {
    const keys = this.#keys
    const nextSmaller = (n: number) => this.#less(keys[start + n]!, keys[start + n - 1]!)
    let n = 1
    while (n < limit && !nextSmaller(n)) n++
    if (n === limit) return n
    // An ascent that ends here; if all its items are equal, it may as well begin a descent.
    if (n > 1) {
      if (this.#less(keys[start]!, keys[start + n - 1]!)) return n
      this.#reverse(start, n)
    }
    n++
    // Within a descent, equal neighbours are turned round now, as the whole will be at the end.
    let equal = 0
    const turnEqual = () => {
      if (equal > 0) this.#reverse(start + n - equal - 1, equal + 1)
      equal = 0
    }
    for (; n < limit; n++) {
      if (nextSmaller(n)) turnEqual()
      else if (this.#less(keys[start + n - 1]!, keys[start + n]!)) break
      else equal++
    }
    turnEqual()
    this.#reverse(start, n)
    while (n < limit && !nextSmaller(n)) n++
    return n
  }

  #reverse(start: number, length: number): void {
    reverseRange(this.#keys, start, length)
    if (this.#values !== null) reverseRange(this.#values, start, length)
  }

  /** Before a run of that length is pushed: merges the runs that lie deeper in the tree of merges. */
  #mergeBefore(length: number): void {
    const runs = this.#runs
    const last = runs.at(-1)
    if (last === undefined) return
    const power = powerOf(last.start, last.length, length, this.#keys.length)
    while (runs.length > 1 && runs.at(-2)!.power > power) this.#mergeAt(runs.length - 2)
    runs.at(-1)!.power = power
  }

  /** Merges the pending runs `at` and `at + 1`. */
  #mergeAt(at: number): void {
    const first = this.#runs[at]!
    const second = this.#runs[at + 1]!
    let { start: a, length: na } = first
    let { start: b, length: nb } = second
    first.length = na + nb
    this.#runs.splice(at + 1, 1)
    const keys = this.#keys
    // What is in place at both ends needs no merging.
    const skipped = this.#gallopRight(keys[b]!, keys, a, na, 0)
    a += skipped
    na -= skipped
    if (na === 0) return
    nb = this.#gallopLeft(keys[a + na - 1]!, keys, b, nb, nb - 1)
    if (nb === 0) return
    if (na <= nb) this.#mergeLow(a, na, b, nb)
    else this.#mergeHigh(a, na, b, nb)
  }

  /** Where `key` belongs among `n` sorted items from `base` on, before any equal ones; the search starts at `hint`. */
  #gallopLeft(key: K, items: K[], base: number, n: number, hint: number): number {
    let last = 0
    let offset = 1
    if (this.#less(items[base + hint]!, key)) {
      const most = n - hint
      while (offset < most && this.#less(items[base + hint + offset]!, key)) {
        last = offset
        offset = offset * 2 + 1
      }
      if (offset > most) offset = most
      last += hint
      offset += hint
    } else {
      const most = hint + 1
      while (offset < most && !this.#less(items[base + hint - offset]!, key)) {
        last = offset
        offset = offset * 2 + 1
      }
      if (offset > most) offset = most
      const swapped = last
      last = hint - offset
      offset = hint - swapped
    }
    last++
    while (last < offset) {
      const middle = last + ((offset - last) >> 1)
      if (this.#less(items[base + middle]!, key)) last = middle + 1
      else offset = middle
    }
    return offset
  }

  /** As `#gallopLeft`, but after any equal items. */
  #gallopRight(key: K, items: K[], base: number, n: number, hint: number): number {
    let last = 0
    let offset = 1
    if (this.#less(key, items[base + hint]!)) {
      const most = hint + 1
      while (offset < most && this.#less(key, items[base + hint - offset]!)) {
        last = offset
        offset = offset * 2 + 1
      }
      if (offset > most) offset = most
      const swapped = last
      last = hint - offset
      offset = hint - swapped
    } else {
      const most = n - hint
      while (offset < most && !this.#less(key, items[base + hint + offset]!)) {
        last = offset
        offset = offset * 2 + 1
      }
      if (offset > most) offset = most
      last += hint
      offset += hint
    }
    last++
    while (last < offset) {
      const middle = last + ((offset - last) >> 1)
      if (this.#less(key, items[base + middle]!)) offset = middle
      else last = middle + 1
    }
    return offset
  }

  /** Merges two neighbours from the left, the first of which is copied out. The last of all belongs to the first. */
  #mergeLow(start: number, lengthA: number, startB: number, lengthB: number): void {
    const keys = this.#keys
    const values = this.#values
    const less = this.#less
    const outKeys = keys.slice(start, start + lengthA)
    const outValues = values === null ? null : values.slice(start, start + lengthA)
    let [a, na, b, nb, to] = [0, lengthA, startB, lengthB, start]
    const takeA = (count: number) => {
      moveRange(outKeys, a, keys, to, count)
      if (values !== null) moveRange(outValues!, a, values, to, count)
      a += count
      na -= count
      to += count
    }
    const takeB = (count: number) => {
      moveRange(keys, b, keys, to, count)
      if (values !== null) moveRange(values, b, values, to, count)
      b += count
      nb -= count
      to += count
    }
    let minGallop = this.#minGallop
    try {
      takeB(1)
      if (nb === 0) return
      if (na === 1) return takeB(nb)
      for (;;) {
        let winsA = 0
        let winsB = 0
        for (;;) {
          if (less(keys[b]!, outKeys[a]!)) {
            takeB(1)
            winsB++
            winsA = 0
            if (nb === 0) return
            if (winsB >= minGallop) break
          } else {
            takeA(1)
            winsA++
            winsB = 0
            if (na === 1) return takeB(nb)
            if (winsA >= minGallop) break
          }
        }
        minGallop++
        do {
          if (minGallop > 1) minGallop--
          this.#minGallop = minGallop
          winsA = this.#gallopRight(keys[b]!, outKeys, a, na, 0)
          if (winsA > 0) {
            takeA(winsA)
            if (na === 1) return takeB(nb)
            // Only an inconsistent comparison can get here.
            if (na === 0) return
          }
          takeB(1)
          if (nb === 0) return
          winsB = this.#gallopLeft(outKeys[a]!, keys, b, nb, 0)
          if (winsB > 0) {
            takeB(winsB)
            if (nb === 0) return
          }
          takeA(1)
          if (na === 1) return takeB(nb)
        } while (winsA >= MIN_GALLOP || winsB >= MIN_GALLOP)
        minGallop++
        this.#minGallop = minGallop
      }
    } finally {
      takeA(na)
    }
  }

  /** Merges two neighbours from the right, the second of which is copied out. The first of all belongs to the second. */
  #mergeHigh(startA: number, lengthA: number, startB: number, lengthB: number): void {
    const keys = this.#keys
    const values = this.#values
    const less = this.#less
    const outKeys = keys.slice(startB, startB + lengthB)
    const outValues = values === null ? null : values.slice(startB, startB + lengthB)
    let [na, nb, to] = [lengthA, lengthB, startB + lengthB]
    // Taken from the ends: of A at startA + na, of B at nb in the copy; `to` is one past the place to fill.
    const takeA = (count: number) => {
      na -= count
      to -= count
      moveRange(keys, startA + na, keys, to, count)
      if (values !== null) moveRange(values, startA + na, values, to, count)
    }
    const takeB = (count: number) => {
      nb -= count
      to -= count
      moveRange(outKeys, nb, keys, to, count)
      if (values !== null) moveRange(outValues!, nb, values, to, count)
    }
    let minGallop = this.#minGallop
    try {
      takeA(1)
      if (na === 0) return
      if (nb === 1) return takeA(na)
      for (;;) {
        let winsA = 0
        let winsB = 0
        for (;;) {
          if (less(outKeys[nb - 1]!, keys[startA + na - 1]!)) {
            takeA(1)
            winsA++
            winsB = 0
            if (na === 0) return
            if (winsA >= minGallop) break
          } else {
            takeB(1)
            winsB++
            winsA = 0
            if (nb === 1) return takeA(na)
            if (winsB >= minGallop) break
          }
        }
        minGallop++
        do {
          if (minGallop > 1) minGallop--
          this.#minGallop = minGallop
          winsA = na - this.#gallopRight(outKeys[nb - 1]!, keys, startA, na, na - 1)
          if (winsA > 0) {
            takeA(winsA)
            if (na === 0) return
          }
          takeB(1)
          if (nb === 1) return takeA(na)
          winsB = nb - this.#gallopLeft(keys[startA + na - 1]!, outKeys, 0, nb, nb - 1)
          if (winsB > 0) {
            takeB(winsB)
            if (nb === 1) return takeA(na)
            // Only an inconsistent comparison can get here.
            if (nb === 0) return
          }
          takeA(1)
          if (na === 0) return
        } while (winsA >= MIN_GALLOP || winsB >= MIN_GALLOP)
        minGallop++
        this.#minGallop = minGallop
      }
    } finally {
      takeB(nb)
    }
  }
}

/** Between 32 and 64, so that the list has a power of two of such runs, or a little fewer. */
function minimumRun(total: number): number {
  let length = total
  let rest = 0
  while (length >= MAX_MINRUN) {
    rest |= length & 1
    length >>= 1
  }
  return length + rest
}

/** In which binary digit the midpoints of two neighbouring runs, as fractions of the list, first differ. */
function powerOf(start: number, length: number, nextLength: number, total: number): number {
  let a = 2 * start + length
  let b = a + length + nextLength
  for (let power = 1; ; power++) {
    if (a >= total) {
      a -= total
      b -= total
    } else if (b >= total) return power
    a *= 2
    b *= 2
  }
}

function reverseRange<T>(items: T[], start: number, length: number): void {
  for (let i = start, j = start + length - 1; i < j; i++, j--) {
    const item = items[i]!
    items[i] = items[j]!
    items[j] = item
  }
}

/** Copies items, in whichever direction is safe where the ranges overlap. */
function moveRange<T>(from: T[], start: number, to: T[], target: number, count: number): void {
  if (from === to && target > start) for (let i = count - 1; i >= 0; i--) to[target + i] = from[start + i]!
  else for (let i = 0; i < count; i++) to[target + i] = from[start + i]!
}
