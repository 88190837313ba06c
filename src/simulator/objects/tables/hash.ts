/**
 * Hash values: what `hash(x)` gives, as the tables keep them.
 *
 * A hash is a signed 64-bit integer. Nearly all are small, so the representation is a JavaScript number
 * where that is exact and a bigint elsewhere. Each value has one representation, so `===` compares hashes.
 * Tables read a hash as two 32-bit halves of its two's complement. As `Py_hash_t` in `Include/pyport.h`.
 */

/** A signed 64-bit hash: a number if it is a safe integer, else a bigint. -1 is never the hash of a value. */
export type Hash = number | bigint

/** The lower 32 bits of a hash, as a signed 32-bit number. */
export function lowHalf(hash: Hash): number {
  return typeof hash === 'number' ? hash | 0 : Number(BigInt.asIntN(32, hash))
}

/** The upper 32 bits of a hash, as a signed 32-bit number. */
export function highHalf(hash: Hash): number {
  if (typeof hash === 'bigint') return Number(BigInt.asIntN(32, hash >> 32n))
  return hash === (hash | 0) ? hash >> 31 : Math.floor(hash / 0x1_0000_0000) | 0
}

/** The hash with the given halves, each taken modulo 2**32. */
export function joinHalves(high: number, low: number): Hash {
  const upper = high | 0
  const lower = low >>> 0
  if (upper > -0x20_0000 && upper < 0x20_0000) return upper * 0x1_0000_0000 + lower
  if (upper === -0x20_0000 && lower !== 0) return upper * 0x1_0000_0000 + lower
  return (BigInt(upper) << 32n) | BigInt(lower)
}

/** An integer taken modulo 2**64 as a hash; -1, which stands for an error in C, becomes -2. */
export function wrapHash(value: bigint): Hash {
  const signed = BigInt.asIntN(64, value)
  if (signed === -1n) return -2
  return signed > -0x20_0000_0000_0000n && signed < 0x20_0000_0000_0000n ? Number(signed) : signed
}
