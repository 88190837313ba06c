/**
 * The hash functions of the built-in types.
 *
 * Numbers that compare equal have equal hashes: the value modulo the prime 2**61 - 1, with the sign kept
 * (`Python/pyhash.c`). Tuples mix the hashes of their items as xxHash does (`Objects/tupleobject.c`),
 * frozensets without regard to order (`Objects/setobject.c`). All these are CPython's exact values.
 *
 * Unlike CPython: the hash of text and bytes is not randomised, and is a number of 30 bits, which is quick
 * to make and to compare. As in CPython, ASCII text and the bytes that encode it have the same hash.
 */
import { type Hash, highHalf, joinHalves, lowHalf, wrapHash } from '../tables/hash.ts'

const PRIME_BITS = 61
const PRIME = (1n << 61n) - 1n
const LARGEST_SAFE = Number.MAX_SAFE_INTEGER

/** `hash(None)`. */
export const HASH_OF_NONE: Hash = 0xfca86420
/** `hash(inf)`; that of -inf is its negative. */
const HASH_OF_INFINITY = 314159
const IMAGINARY_FACTOR = 1000003n

/** The hash of an int (and of a bool). A number must be a safe integer. */
export function hashInt(value: number | bigint): Hash {
  if (typeof value === 'number') return value === -1 ? -2 : value
  if (value > -0x20_0000_0000_0000n && value < 0x20_0000_0000_0000n) {
    return value === -1n ? -2 : Number(value)
  }
  // The remainder has the sign of the value, as the hash has.
  return wrapHash(value % PRIME)
}

/** The hash of a float. A NaN is hashed by its address instead: see `hashPointer`. */
export function hashFloat(value: number): Hash {
  if (Number.isInteger(value)) {
    if (value >= -LARGEST_SAFE && value <= LARGEST_SAFE) return value === -1 ? -2 : value === 0 ? 0 : value
    return wrapHash(BigInt(value) % PRIME)
  }
  if (!Number.isFinite(value)) return value > 0 ? HASH_OF_INFINITY : value < 0 ? -HASH_OF_INFINITY : 0
  // value = mantissa * 2**-shift with an integer mantissa. Multiplying by a power of two modulo the prime is
  // a rotation of 61 bits.
  let mantissa = Math.abs(value)
  let shift = 0
  while (!Number.isInteger(mantissa)) {
    // 2**30 times a subnormal stays exact, and more would overflow nothing either.
    mantissa *= 0x4000_0000
    shift += 30
  }
  const left = BigInt((PRIME_BITS - (shift % PRIME_BITS)) % PRIME_BITS)
  const residue = BigInt(mantissa) % PRIME
  const rotated = ((residue << left) & PRIME) | (residue >> (BigInt(PRIME_BITS) - left))
  return wrapHash(value < 0 ? -rotated : rotated)
}

/** The hash of a complex, from the hashes of its parts. */
export function hashComplex(real: Hash, imaginary: Hash): Hash {
  if (imaginary === 0) return real
  return wrapHash(BigInt(real) + IMAGINARY_FACTOR * BigInt(imaginary))
}

/** The hash of an object that is equal only to itself, from what `id()` gives. */
export function hashPointer(address: number): Hash {
  const rest = address % 16
  if (rest === 0) return address / 16
  return wrapHash((BigInt(address) >> 4n) | (BigInt(rest) << 60n))
}

/** What a Python class's `__hash__` returned, as a hash: only integers beyond 64 bits are reduced. */
export function hashFromMethod(value: number | bigint): Hash {
  if (typeof value === 'number') return value === -1 ? -2 : value
  return BigInt.asIntN(64, value) === value ? wrapHash(value) : hashInt(value)
}

/** Combines two hashes by exclusive or, as bound methods, generic aliases and others do. */
export function xorHashes(a: Hash, b: Hash): Hash {
  const mixed = joinHalves(highHalf(a) ^ highHalf(b), lowHalf(a) ^ lowHalf(b))
  return mixed === -1 ? -2 : mixed
}

/** The hash of a string, by UTF-16 units. */
export function hashText(text: string): Hash {
  let mix = 0x811c9dc5
  for (let i = 0; i < text.length; i++) mix = Math.imul(mix ^ text.charCodeAt(i), 0x01000193)
  return text.length === 0 ? 0 : finishText(mix)
}

/** The hash of a `bytes` object. */
export function hashBytes(bytes: Uint8Array): Hash {
  let mix = 0x811c9dc5
  for (let i = 0; i < bytes.length; i++) mix = Math.imul(mix ^ bytes[i]!, 0x01000193)
  return bytes.length === 0 ? 0 : finishText(mix)
}

/** Spreads the last characters over all bits, so that tables of similar names have few collisions. */
function finishText(mix: number): number {
  let h = mix ^ (mix >>> 16)
  h = Math.imul(h, 0x85ebca6b)
  h ^= h >>> 13
  h = Math.imul(h, 0xc2b2ae35)
  return (h ^ (h >>> 16)) >>> 2
}

// Primes of xxHash, as 32-bit halves.
const XX1_HIGH = 0x9e3779b1
const XX1_LOW = 0x85ebca87
const XX2_HIGH = 0xc2b2ae3d
const XX2_LOW = 0x27d4eb4f
const XX5_HIGH = 0x27d4eb2f
const XX5_LOW = 0x165667c5

/** The hash of a tuple, from the hashes of its items. */
export function hashTuple(items: readonly Hash[]): Hash {
  return mixItems(items, true)
}

/** The hash of a slice, from the hashes of start, stop and step. */
export function hashSlice(start: Hash, stop: Hash, step: Hash): Hash {
  return mixItems([start, stop, step], false)
}

/** The hash of a range, from its length, start and step: equal ranges have the same items, so the same hash. */
export function hashRange(length: number | bigint, start: number | bigint, step: number | bigint): Hash {
  const isEmpty = length === 0 || length === 0n
  const isSingle = length === 1 || length === 1n
  return hashTuple([
    hashInt(length),
    isEmpty ? HASH_OF_NONE : hashInt(start),
    isEmpty || isSingle ? HASH_OF_NONE : hashInt(step),
  ])
}

/** Mixes hashes in order with 64-bit arithmetic, kept in halves: `acc = rotate(acc + lane * XX2, 31) * XX1`. */
function mixItems(items: readonly Hash[], withLength: boolean): Hash {
  let high = XX5_HIGH | 0
  let low = XX5_LOW | 0
  for (let i = 0; i < items.length; i++) {
    const laneHigh = highHalf(items[i]!)
    const laneLow = lowHalf(items[i]!)
    // acc += lane * XX2
    const productLow = Math.imul(laneLow, XX2_LOW)
    const productHigh =
      upperProduct(laneLow, XX2_LOW) + Math.imul(laneHigh, XX2_LOW) + Math.imul(laneLow, XX2_HIGH)
    const sum = (low >>> 0) + (productLow >>> 0)
    const sumHigh = (high + productHigh + (sum > 0xffff_ffff ? 1 : 0)) | 0
    const sumLow = sum | 0
    // acc = rotate left by 31
    const turnedHigh = (sumHigh << 31) | (sumLow >>> 1)
    const turnedLow = (sumLow << 31) | (sumHigh >>> 1)
    // acc *= XX1
    low = Math.imul(turnedLow, XX1_LOW)
    high =
      (upperProduct(turnedLow, XX1_LOW) + Math.imul(turnedHigh, XX1_LOW) + Math.imul(turnedLow, XX1_HIGH)) | 0
  }
  if (withLength) {
    const sum = (low >>> 0) + ((items.length ^ XX5_LOW ^ 3527539) >>> 0)
    high = (high + XX5_HIGH + (sum > 0xffff_ffff ? 1 : 0)) | 0
    low = sum | 0
  }
  return high === -1 && low === -1 ? 1546275796 : joinHalves(high, low)
}

/** The upper 32 bits of the product of two numbers taken as unsigned 32-bit integers. */
function upperProduct(a: number, b: number): number {
  const aLow = a & 0xffff
  const aHigh = a >>> 16
  const bLow = b & 0xffff
  const bHigh = b >>> 16
  const middle = aHigh * bLow + ((aLow * bLow) >>> 16)
  return (
    (aHigh * bHigh +
      Math.floor(middle / 0x10000) +
      Math.floor(((middle % 0x10000) + aLow * bHigh) / 0x10000)) |
    0
  )
}

const ALL_BITS = (1n << 64n) - 1n

/** The hash of a frozenset, from the hashes of its items in any order and their number. */
export function hashFrozenset(items: Iterable<Hash>, count: number): Hash {
  let mix = 0n
  for (const item of items) mix ^= spread(BigInt.asUintN(64, BigInt(item)))
  mix ^= (BigInt(count + 1) * 1927868237n) & ALL_BITS
  mix ^= (mix >> 11n) ^ (mix >> 25n)
  mix = (mix * 69069n + 907133923n) & ALL_BITS
  return mix === ALL_BITS ? 590923713 : wrapHash(mix)
}

/** Moves nearby hashes apart, so that exclusive or does not cancel them. */
function spread(hash: bigint): bigint {
  return ((hash ^ 89869747n ^ (hash << 16n)) * 3644798167n) & ALL_BITS
}
