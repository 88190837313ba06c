/**
 * The generator under `random.Random`: MT19937 with CPython's seeding.
 *
 * Only the core is here, as in `Modules/_randommodule.c`; distributions, `shuffle`, `sample` and the like are
 * Python code over `random` and `getrandbits`.
 */
import { intFromBytes } from './int-arithmetic.ts'
import { sha512 } from './sha512.ts'

const SIZE = 624
const SHIFT = 397

export class MersenneTwister {
  readonly #words = new Uint32Array(SIZE)
  #index = SIZE + 1

  /** Seeds with an int; its sign does not matter. */
  seed(value: bigint): void {
    let rest = value < 0n ? -value : value
    const key: number[] = []
    do {
      key.push(Number(rest & 0xffff_ffffn))
      rest >>= 32n
    } while (rest > 0n)
    this.#seedByArray(key)
  }

  /** A float in [0, 1) with 53 random bits. */
  random(): number {
    const high = this.#next() >>> 5
    const low = this.#next() >>> 6
    return (high * 0x400_0000 + low) / 0x20_0000_0000_0000
  }

  /** An int of that many random bits; 0 for 0. */
  getrandbits(count: number): bigint {
    if (count <= 32) return count === 0 ? 0n : BigInt(this.#next() >>> (32 - count))
    let result = 0n
    for (let place = 0; place < count; place += 32) {
      const word = this.#next()
      const kept = count - place < 32 ? word >>> (32 - (count - place)) : word
      result |= BigInt(kept) << BigInt(place)
    }
    return result
  }

  /** The 624 words and the index, as in `getstate()`. */
  getState(): number[] {
    return [...this.#words, this.#index]
  }

  /** Takes what `getState` gave: 625 numbers. */
  setState(state: readonly number[]): void {
    for (let i = 0; i < SIZE; i++) this.#words[i] = state[i]!
    this.#index = state[SIZE]!
  }

  #seedByNumber(seed: number): void {
    const words = this.#words
    words[0] = seed
    for (let i = 1; i < SIZE; i++) {
      const last = words[i - 1]!
      words[i] = Math.imul(1812433253, last ^ (last >>> 30)) + i
    }
    this.#index = SIZE
  }

  #seedByArray(key: readonly number[]): void {
    this.#seedByNumber(19650218)
    const words = this.#words
    let i = 1
    let j = 0
    const advance = () => {
      i++
      if (i < SIZE) return
      words[0] = words[SIZE - 1]!
      i = 1
    }
    const mixed = (factor: number) => Math.imul(words[i - 1]! ^ (words[i - 1]! >>> 30), factor)
    for (let k = Math.max(SIZE, key.length); k > 0; k--) {
      words[i] = (words[i]! ^ mixed(1664525)) + key[j]! + j
      advance()
      j = j + 1 < key.length ? j + 1 : 0
    }
    for (let k = SIZE - 1; k > 0; k--) {
      words[i] = (words[i]! ^ mixed(1566083941)) - i
      advance()
    }
    words[0] = 0x8000_0000
  }

  /** The next 32 random bits. */
  #next(): number {
    if (this.#index >= SIZE) this.#regenerate()
    let word = this.#words[this.#index++]!
    word ^= word >>> 11
    word ^= (word << 7) & 0x9d2c_5680
    word ^= (word << 15) & 0xefc6_0000
    return (word ^ (word >>> 18)) >>> 0
  }

  #regenerate(): void {
    const words = this.#words
    for (let i = 0; i < SIZE; i++) {
      const mixed = (words[i]! & 0x8000_0000) | (words[(i + 1) % SIZE]! & 0x7fff_ffff)
      words[i] = words[(i + SHIFT) % SIZE]! ^ (mixed >>> 1) ^ (mixed & 1 ? 0x9908_b0df : 0)
    }
    this.#index = 0
  }
}

/** The int that `random.seed(text)` (version 2) seeds with: the text's UTF-8 or the bytes, and their SHA-512. */
export function seedFromBytes(bytes: Uint8Array): bigint {
  const digest = sha512(bytes)
  const all = new Uint8Array(bytes.length + digest.length)
  all.set(bytes)
  all.set(digest, bytes.length)
  return intFromBytes(all, 'big', false)
}
