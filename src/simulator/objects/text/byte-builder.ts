/**
 * Bytes under construction, and code points put into them as UTF-8, UTF-16 and UTF-32.
 */

/** A growing array of bytes. */
export class ByteBuilder {
  #bytes: Uint8Array
  #length = 0

  constructor(expected: number) {
    this.#bytes = new Uint8Array(expected + 16)
  }

  add(...values: number[]): void {
    if (this.#length + values.length > this.#bytes.length) {
      const grown = new Uint8Array((this.#length + values.length) * 2)
      grown.set(this.#bytes)
      this.#bytes = grown
    }
    for (const value of values) this.#bytes[this.#length++] = value
  }

  bytes(): Uint8Array {
    return this.#bytes.slice(0, this.#length)
  }
}

/** Adds a code point as UTF-8; false for a surrogate, which UTF-8 does not have. */
export function putUtf8(point: number, out: ByteBuilder): boolean {
  if (point < 0x80) out.add(point)
  else if (point < 0x800) out.add(0xc0 | (point >> 6), 0x80 | (point & 0x3f))
  else if (point >= 0xd800 && point <= 0xdfff) return false
  else putLongUtf8(point, out)
  return true
}

/** Adds a code point beyond U+07FF as UTF-8, surrogate or not. */
export function putLongUtf8(point: number, out: ByteBuilder): void {
  if (point < 0x10000) out.add(0xe0 | (point >> 12), 0x80 | ((point >> 6) & 0x3f), 0x80 | (point & 0x3f))
  else {
    out.add(
      0xf0 | (point >> 18),
      0x80 | ((point >> 12) & 0x3f),
      0x80 | ((point >> 6) & 0x3f),
      0x80 | (point & 0x3f),
    )
  }
}

/** Adds a code point as UTF-32 (`wide`) or UTF-16; false for a surrogate. */
export function putWide(point: number, wide: boolean, big: boolean, out: ByteBuilder): boolean {
  if (point >= 0xd800 && point <= 0xdfff) return false
  putWideUnchecked(point, wide, big, out)
  return true
}

/** Adds a code point as UTF-32 (`wide`) or UTF-16, surrogate or not. */
export function putWideUnchecked(point: number, wide: boolean, big: boolean, out: ByteBuilder): void {
  if (wide) {
    const bytes = [point >>> 24, (point >> 16) & 255, (point >> 8) & 255, point & 255]
    out.add(...(big ? bytes : bytes.reverse()))
    return
  }
  for (const character of point > 0xffff ? String.fromCodePoint(point).split('') : [point]) {
    const unit = typeof character === 'number' ? character : character.charCodeAt(0)
    if (big) out.add(unit >> 8, unit & 255)
    else out.add(unit & 255, unit >> 8)
  }
}
