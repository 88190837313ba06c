/**
 * SHA-512, which `random.seed` applies to text. As FIPS 180-4; for short inputs, so simply with bigints.
 */

const MASK = (1n << 64n) - 1n

/** The first 64 bits of the fractions of roots of the first primes: square roots, and cube roots. */
function rootFractions(count: number, root: 2n | 3n): bigint[] {
  const fractions: bigint[] = []
  for (let candidate = 2n; fractions.length < count; candidate++) {
    let isPrime = true
    for (let d = 2n; d * d <= candidate; d++) if (candidate % d === 0n) isPrime = false
    if (isPrime) fractions.push(integerRoot(candidate << (64n * root), root) & MASK)
  }
  return fractions
}

/** The integer part of a root, bit by bit. */
function integerRoot(value: bigint, root: 2n | 3n): bigint {
  let result = 0n
  for (let bit = 1n << 72n; bit > 0n; bit >>= 1n) {
    const next = result | bit
    if (next ** root <= value) result = next
  }
  return result
}

/** The digest, 64 bytes. */
export function sha512(message: Uint8Array): Uint8Array {
  const constants = rootFractions(80, 3n)
  const state = rootFractions(8, 2n)
  const length = message.length
  const padded = new Uint8Array(Math.ceil((length + 17) / 128) * 128)
  padded.set(message)
  padded[length] = 0x80
  new DataView(padded.buffer).setBigUint64(padded.length - 8, BigInt(length) * 8n)
  for (let start = 0; start < padded.length; start += 128) mixBlock(state, constants, padded, start)
  const digest = new DataView(new ArrayBuffer(64))
  state.forEach((word, i) => {
    digest.setBigUint64(8 * i, word)
  })
  return new Uint8Array(digest.buffer)
}

function mixBlock(state: bigint[], constants: readonly bigint[], bytes: Uint8Array, start: number): void {
  const block = new DataView(bytes.buffer, start, 128)
  const schedule: bigint[] = []
  for (let i = 0; i < 80; i++) {
    if (i < 16) {
      schedule.push(block.getBigUint64(8 * i))
      continue
    }
    const early = schedule[i - 15]!
    const late = schedule[i - 2]!
    const small0 = rotate(early, 1n) ^ rotate(early, 8n) ^ (early >> 7n)
    const small1 = rotate(late, 19n) ^ rotate(late, 61n) ^ (late >> 6n)
    schedule.push((schedule[i - 16]! + small0 + schedule[i - 7]! + small1) & MASK)
  }
  let [a, b, c, d, e, f, g, h] = state as [bigint, bigint, bigint, bigint, bigint, bigint, bigint, bigint]
  for (let i = 0; i < 80; i++) {
    const large1 = rotate(e, 14n) ^ rotate(e, 18n) ^ rotate(e, 41n)
    const choice = (e & f) ^ (~e & MASK & g)
    const first = h + large1 + choice + constants[i]! + schedule[i]!
    const large0 = rotate(a, 28n) ^ rotate(a, 34n) ^ rotate(a, 39n)
    const majority = (a & b) ^ (a & c) ^ (b & c)
    ;[h, g, f, e, d, c, b, a] = [g, f, e, (d + first) & MASK, c, b, a, (first + large0 + majority) & MASK]
  }
  for (const [i, word] of [a, b, c, d, e, f, g, h].entries()) state[i] = (state[i]! + word) & MASK
}

function rotate(word: bigint, by: bigint): bigint {
  return (word >> by) | ((word << (64n - by)) & MASK)
}
