/**
 * Numbers as bytes, by the letters of `struct`: how many bytes a letter stands for, and the way in and out.
 * As the tables of `Modules/_struct.c`; half precision as `PyFloat_Pack2`.
 */

/** `x` padding, `c` one byte, `s` and `p` bytes, `?` a bool, `i` signed, `u` unsigned, `f` a float. */
export type PackKind = 'x' | 'c' | 's' | 'p' | '?' | 'i' | 'u' | 'f'

export interface PackFormat {
  readonly kind: PackKind
  readonly size: number
}

const whole = (size: number): { i: PackFormat; u: PackFormat } => ({
  i: { kind: 'i', size },
  u: { kind: 'u', size },
})

const common = {
  x: { kind: 'x', size: 1 },
  c: { kind: 'c', size: 1 },
  b: whole(1).i,
  B: whole(1).u,
  s: { kind: 's', size: 1 },
  p: { kind: 'p', size: 1 },
  '?': { kind: '?', size: 1 },
  h: whole(2).i,
  H: whole(2).u,
  i: whole(4).i,
  I: whole(4).u,
  q: whole(8).i,
  Q: whole(8).u,
  e: { kind: 'f', size: 2 },
  f: { kind: 'f', size: 4 },
  d: { kind: 'f', size: 8 },
} as const satisfies Record<string, PackFormat>

/** Letters with the sizes of the machine, and with standard sizes. */
export const nativeFormats: Readonly<Record<string, PackFormat>> = {
  ...common,
  l: whole(8).i,
  L: whole(8).u,
  n: whole(8).i,
  N: whole(8).u,
  P: whole(8).u,
}
export const standardFormats: Readonly<Record<string, PackFormat>> = {
  ...common,
  l: whole(4).i,
  L: whole(4).u,
}

/** The smallest and the largest number that fits. */
export function packRange({ kind, size }: PackFormat): readonly [bigint, bigint] {
  const bits = BigInt(size * 8)
  return kind === 'u' ? [0n, (1n << bits) - 1n] : [-(1n << (bits - 1n)), (1n << (bits - 1n)) - 1n]
}

/** Writes a number that fits. */
export function packWhole(bytes: Uint8Array, at: number, size: number, little: boolean, value: bigint): void {
  let rest = BigInt.asUintN(size * 8, value)
  for (let i = 0; i < size; i++) {
    bytes[little ? at + i : at + size - 1 - i] = Number(rest & 0xffn)
    rest >>= 8n
  }
}

export function unpackWhole(
  bytes: Uint8Array,
  at: number,
  { kind, size }: PackFormat,
  little: boolean,
): bigint {
  let value = 0n
  for (let i = 0; i < size; i++) value = (value << 8n) | BigInt(bytes[little ? at + size - 1 - i : at + i]!)
  return kind === 'i' ? BigInt.asIntN(size * 8, value) : value
}

/** The bits of a number in half precision, rounded to even; null where it is too large. */
function halfBits(value: number): number | null {
  const sign = value < 0 || Object.is(value, -0) ? 0x8000 : 0
  if (Number.isNaN(value)) return 0x7e00
  const magnitude = Math.abs(value)
  if (magnitude === Number.POSITIVE_INFINITY) return sign | 0x7c00
  if (magnitude === 0) return sign
  let exponent = Math.max(Math.floor(Math.log2(magnitude)), -14)
  if (magnitude < 2 ** exponent && exponent > -14) exponent--
  const scaled = magnitude / 2 ** (exponent - 10)
  let mantissa = Math.floor(scaled)
  const rest = scaled - mantissa
  if (rest > 0.5 || (rest === 0.5 && mantissa % 2 === 1)) mantissa++
  if (mantissa === 2048) {
    mantissa = 1024
    exponent++
  }
  if (exponent > 15) return null
  return mantissa < 1024 ? sign | mantissa : sign | ((exponent + 15) << 10) | (mantissa - 1024)
}

function fromHalf(bits: number): number {
  const sign = (bits & 0x8000) !== 0 ? -1 : 1
  const exponent = (bits >> 10) & 31
  const mantissa = bits & 1023
  if (exponent === 31) return mantissa === 0 ? sign * Number.POSITIVE_INFINITY : Number.NaN
  return sign * (exponent === 0 ? mantissa * 2 ** -24 : (mantissa + 1024) * 2 ** (exponent - 25))
}

/** False where the number is too large for the format. */
export function packFloat(
  bytes: Uint8Array,
  at: number,
  size: number,
  little: boolean,
  value: number,
): boolean {
  const view = new DataView(bytes.buffer, bytes.byteOffset + at, size)
  if (size === 8) view.setFloat64(0, value, little)
  else if (size === 4) {
    if (Number.isFinite(value) && !Number.isFinite(Math.fround(value))) return false
    view.setFloat32(0, value, little)
  } else {
    const bits = halfBits(value)
    if (bits === null) return false
    view.setUint16(0, bits, little)
  }
  return true
}

export function unpackFloat(bytes: Uint8Array, at: number, size: number, little: boolean): number {
  const view = new DataView(bytes.buffer, bytes.byteOffset + at, size)
  if (size === 8) return view.getFloat64(0, little)
  return size === 4 ? view.getFloat32(0, little) : fromHalf(view.getUint16(0, little))
}
