/** MD5, SHA-1, SHA-2 and SHA-3 of whole byte sequences. As RFC 1321, FIPS 180-4 and FIPS 202. */

const rotl = (x: number, n: number): number => (x << n) | (x >>> (32 - n))
const rotr = (x: number, n: number): number => (x >>> n) | (x << (32 - n))

/** The bits of the fraction of `root(n)`, as many as asked for: what the constants of SHA-2 are made of. */
function fractionBits(n: number, degree: 2n | 3n, bits: bigint): bigint {
  const target = BigInt(n) << (degree * bits)
  let low = 0n
  let high = BigInt(n + 1) << bits
  while (high - low > 1n) {
    const middle = (low + high) >> 1n
    if (middle ** degree <= target) low = middle
    else high = middle
  }
  return low & ((1n << bits) - 1n)
}

const primes: readonly number[] = (() => {
  const found: number[] = []
  for (let n = 2; found.length < 80; n++) if (found.every((prime) => n % prime !== 0)) found.push(n)
  return found
})()

/** The message with its padding: a one, zeros, and the length in bits. */
function padded(data: Uint8Array, block: number, lengthBytes: number, isLittle: boolean): DataView {
  const size = Math.ceil((data.length + 1 + lengthBytes) / block) * block
  const bytes = new Uint8Array(size)
  bytes.set(data)
  bytes[data.length] = 0x80
  const view = new DataView(bytes.buffer)
  view.setBigUint64(isLittle ? size - 8 : size - 8, BigInt(data.length) * 8n, isLittle)
  return view
}

const md5Shifts = [
  [7, 12, 17, 22],
  [5, 9, 14, 20],
  [4, 11, 16, 23],
  [6, 10, 15, 21],
] as const
const md5Constants = Array.from({ length: 64 }, (_, i) => Math.floor(Math.abs(Math.sin(i + 1)) * 2 ** 32) | 0)

function md5(data: Uint8Array): Uint8Array {
  const view = padded(data, 64, 8, true)
  let [a0, b0, c0, d0] = [0x67452301, 0xefcdab89 | 0, 0x98badcfe | 0, 0x10325476]
  for (let at = 0; at < view.byteLength; at += 64) {
    let [a, b, c, d] = [a0, b0, c0, d0]
    for (let i = 0; i < 64; i++) {
      const round = i >> 4
      let f: number
      let g: number
      if (round === 0) [f, g] = [(b & c) | (~b & d), i]
      else if (round === 1) [f, g] = [(d & b) | (~d & c), (5 * i + 1) % 16]
      else if (round === 2) [f, g] = [b ^ c ^ d, (3 * i + 5) % 16]
      else [f, g] = [c ^ (b | ~d), (7 * i) % 16]
      const sum = (a + f + md5Constants[i]! + view.getInt32(at + g * 4, true)) | 0
      ;[a, d, c, b] = [d, c, b, (b + rotl(sum, md5Shifts[round]![i % 4]!)) | 0]
    }
    ;[a0, b0, c0, d0] = [(a0 + a) | 0, (b0 + b) | 0, (c0 + c) | 0, (d0 + d) | 0]
  }
  const out = new DataView(new ArrayBuffer(16))
  ;[a0, b0, c0, d0].forEach((word, i) => out.setInt32(i * 4, word, true))
  return new Uint8Array(out.buffer)
}

function sha1(data: Uint8Array): Uint8Array {
  const view = padded(data, 64, 8, false)
  const state = [0x67452301, 0xefcdab89 | 0, 0x98badcfe | 0, 0x10325476, 0xc3d2e1f0 | 0]
  const words = new Int32Array(80)
  for (let at = 0; at < view.byteLength; at += 64) {
    for (let i = 0; i < 16; i++) words[i] = view.getInt32(at + i * 4)
    for (let i = 16; i < 80; i++)
      words[i] = rotl(words[i - 3]! ^ words[i - 8]! ^ words[i - 14]! ^ words[i - 16]!, 1)
    let [a, b, c, d, e] = state as [number, number, number, number, number]
    for (let i = 0; i < 80; i++) {
      const [f, k] =
        i < 20
          ? [(b & c) | (~b & d), 0x5a827999]
          : i < 40
            ? [b ^ c ^ d, 0x6ed9eba1]
            : i < 60
              ? [(b & c) | (b & d) | (c & d), 0x8f1bbcdc]
              : [b ^ c ^ d, 0xca62c1d6]
      const next = (rotl(a, 5) + f + e + k + words[i]!) | 0
      ;[e, d, c, b, a] = [d, c, rotl(b, 30), a, next]
    }
    ;[a, b, c, d, e].forEach((word, i) => {
      state[i] = (state[i]! + word) | 0
    })
  }
  const out = new DataView(new ArrayBuffer(20))
  state.forEach((word, i) => out.setInt32(i * 4, word))
  return new Uint8Array(out.buffer)
}

const sha256Constants = primes.slice(0, 64).map((prime) => Number(fractionBits(prime, 3n, 32n)) | 0)
const sha256Start = primes.slice(0, 8).map((prime) => Number(fractionBits(prime, 2n, 32n)) | 0)
// The second halves of the start of SHA-384, whose words come from the ninth to the sixteenth prime.
const sha224Start = primes.slice(8, 16).map((prime) => Number(fractionBits(prime, 2n, 64n) & 0xffffffffn) | 0)

function sha256(data: Uint8Array, start: readonly number[], size: number): Uint8Array {
  const view = padded(data, 64, 8, false)
  const state = [...start]
  const w = new Int32Array(64)
  for (let at = 0; at < view.byteLength; at += 64) {
    for (let i = 0; i < 16; i++) w[i] = view.getInt32(at + i * 4)
    for (let i = 16; i < 64; i++) {
      const x = w[i - 15]!
      const y = w[i - 2]!
      const s0 = rotr(x, 7) ^ rotr(x, 18) ^ (x >>> 3)
      const s1 = rotr(y, 17) ^ rotr(y, 19) ^ (y >>> 10)
      w[i] = w[i - 16]! + s0 + w[i - 7]! + s1
    }
    let [a, b, c, d, e, f, g, h] = state as [number, number, number, number, number, number, number, number]
    for (let i = 0; i < 64; i++) {
      const s1 = rotr(e, 6) ^ rotr(e, 11) ^ rotr(e, 25)
      const t1 = (h + s1 + ((e & f) ^ (~e & g)) + sha256Constants[i]! + w[i]!) | 0
      const s0 = rotr(a, 2) ^ rotr(a, 13) ^ rotr(a, 22)
      const t2 = (s0 + ((a & b) ^ (a & c) ^ (b & c))) | 0
      ;[h, g, f, e, d, c, b, a] = [g, f, e, (d + t1) | 0, c, b, a, (t1 + t2) | 0]
    }
    ;[a, b, c, d, e, f, g, h].forEach((word, i) => {
      state[i] = (state[i]! + word) | 0
    })
  }
  const out = new DataView(new ArrayBuffer(32))
  state.forEach((word, i) => out.setInt32(i * 4, word))
  return new Uint8Array(out.buffer, 0, size)
}

const mask64 = (1n << 64n) - 1n
const rotr64 = (x: bigint, n: bigint): bigint => (x >> n) | ((x << (64n - n)) & mask64)
const sha512Constants = primes.map((prime) => fractionBits(prime, 3n, 64n))
const sha512Start = primes.slice(0, 8).map((prime) => fractionBits(prime, 2n, 64n))
const sha384Start = primes.slice(8, 16).map((prime) => fractionBits(prime, 2n, 64n))

function sha512(data: Uint8Array, start: readonly bigint[], size: number): Uint8Array {
  const view = padded(data, 128, 16, false)
  const state = [...start]
  const w: bigint[] = new Array(80).fill(0n)
  for (let at = 0; at < view.byteLength; at += 128) {
    for (let i = 0; i < 16; i++) w[i] = view.getBigUint64(at + i * 8)
    for (let i = 16; i < 80; i++) {
      const x = w[i - 15]!
      const y = w[i - 2]!
      const s0 = rotr64(x, 1n) ^ rotr64(x, 8n) ^ (x >> 7n)
      const s1 = rotr64(y, 19n) ^ rotr64(y, 61n) ^ (y >> 6n)
      w[i] = (w[i - 16]! + s0 + w[i - 7]! + s1) & mask64
    }
    let [a, b, c, d, e, f, g, h] = state as [bigint, bigint, bigint, bigint, bigint, bigint, bigint, bigint]
    for (let i = 0; i < 80; i++) {
      const s1 = rotr64(e, 14n) ^ rotr64(e, 18n) ^ rotr64(e, 41n)
      const t1 = h + s1 + ((e & f) ^ (~e & mask64 & g)) + sha512Constants[i]! + w[i]!
      const s0 = rotr64(a, 28n) ^ rotr64(a, 34n) ^ rotr64(a, 39n)
      const t2 = s0 + ((a & b) ^ (a & c) ^ (b & c))
      ;[h, g, f, e, d, c, b, a] = [g, f, e, (d + t1) & mask64, c, b, a, (t1 + t2) & mask64]
    }
    ;[a, b, c, d, e, f, g, h].forEach((word, i) => {
      state[i] = (state[i]! + word) & mask64
    })
  }
  const out = new DataView(new ArrayBuffer(64))
  state.forEach((word, i) => out.setBigUint64(i * 8, word))
  return new Uint8Array(out.buffer, 0, size)
}

/** The round constants of Keccak, from its linear feedback shift register. */
const keccakRounds: readonly bigint[] = (() => {
  let register = 1
  const nextBit = (): boolean => {
    const bit = (register & 1) !== 0
    register = (register & 0x80) !== 0 ? ((register << 1) ^ 0x171) & 0xff : register << 1
    return bit
  }
  return Array.from({ length: 24 }, () => {
    let constant = 0n
    for (let j = 0; j < 7; j++) if (nextBit()) constant |= 1n << (2n ** BigInt(j) - 1n)
    return constant
  })
})()

function keccak(lanes: bigint[]): void {
  const rotl64 = (x: bigint, n: number): bigint => (n === 0 ? x : rotr64(x, 64n - BigInt(n)))
  for (const constant of keccakRounds) {
    const columns = [0, 1, 2, 3, 4].map(
      (x) => lanes[x]! ^ lanes[x + 5]! ^ lanes[x + 10]! ^ lanes[x + 15]! ^ lanes[x + 20]!,
    )
    for (let x = 0; x < 5; x++) {
      const mixed = columns[(x + 4) % 5]! ^ rotl64(columns[(x + 1) % 5]!, 1)
      for (let y = 0; y < 25; y += 5) lanes[x + y]! ^= mixed
    }
    let [x, y] = [1, 0]
    let moved = lanes[1]!
    for (let t = 0; t < 24; t++) {
      ;[x, y] = [y, (2 * x + 3 * y) % 5]
      const kept = lanes[x + 5 * y]!
      lanes[x + 5 * y] = rotl64(moved, (((t + 1) * (t + 2)) / 2) % 64)
      moved = kept
    }
    for (let row = 0; row < 25; row += 5) {
      const old = lanes.slice(row, row + 5)
      for (let i = 0; i < 5; i++) lanes[row + i] = old[i]! ^ (~old[(i + 1) % 5]! & mask64 & old[(i + 2) % 5]!)
    }
    lanes[0]! ^= constant
  }
}

function sha3(data: Uint8Array, rate: number, suffix: number, size: number): Uint8Array {
  const bytes = new Uint8Array(Math.ceil((data.length + 1) / rate) * rate)
  bytes.set(data)
  bytes[data.length]! ^= suffix
  bytes[bytes.length - 1]! ^= 0x80
  const view = new DataView(bytes.buffer)
  const lanes: bigint[] = new Array(25).fill(0n)
  for (let at = 0; at < bytes.length; at += rate) {
    for (let i = 0; i < rate / 8; i++) lanes[i]! ^= view.getBigUint64(at + i * 8, true)
    keccak(lanes)
  }
  const out = new Uint8Array(Math.ceil(size / rate) * rate)
  const outView = new DataView(out.buffer)
  for (let at = 0; at < size; at += rate) {
    if (at > 0) keccak(lanes)
    for (let i = 0; i < rate / 8; i++) outView.setBigUint64(at + i * 8, lanes[i]!, true)
  }
  return out.subarray(0, size)
}

export interface Algorithm {
  readonly digestSize: number
  readonly blockSize: number
  /** `size` counts only where the caller chooses it. */
  readonly digest: (data: Uint8Array, size: number) => Uint8Array
}

const fixed = (
  digestSize: number,
  blockSize: number,
  digest: (data: Uint8Array) => Uint8Array,
): Algorithm => ({ digestSize, blockSize, digest })

/** The algorithms by name; a digest size of 0 means that the caller chooses it. */
export const algorithms: Readonly<Record<string, Algorithm>> = {
  md5: fixed(16, 64, md5),
  sha1: fixed(20, 64, sha1),
  sha224: fixed(28, 64, (data) => sha256(data, sha224Start, 28)),
  sha256: fixed(32, 64, (data) => sha256(data, sha256Start, 32)),
  sha384: fixed(48, 128, (data) => sha512(data, sha384Start, 48)),
  sha512: fixed(64, 128, (data) => sha512(data, sha512Start, 64)),
  sha3_224: fixed(28, 144, (data) => sha3(data, 144, 6, 28)),
  sha3_256: fixed(32, 136, (data) => sha3(data, 136, 6, 32)),
  sha3_384: fixed(48, 104, (data) => sha3(data, 104, 6, 48)),
  sha3_512: fixed(64, 72, (data) => sha3(data, 72, 6, 64)),
  shake_128: { digestSize: 0, blockSize: 168, digest: (data, size) => sha3(data, 168, 0x1f, size) },
  shake_256: { digestSize: 0, blockSize: 136, digest: (data, size) => sha3(data, 136, 0x1f, size) },
}
