/**
 * Python strings as JavaScript strings: positions by code point.
 *
 * A `str` is kept as UTF-16, where a character beyond U+FFFF is a surrogate pair: two *units*. Without
 * pairs, which is nearly always, an index by code point is an index by unit. A surrogate that is not part of
 * a pair is a character of its own, as in Python.
 *
 * Unlike CPython: a high surrogate followed by a low one is always the character the pair stands for.
 */

const PAIR = /[\ud800-\udbff][\udc00-\udfff]/

/** Whether some character takes two units, so that positions by code point and by unit differ. */
export function hasPairs(text: string): boolean {
  return PAIR.test(text)
}

/** `len(text)`. */
export function codePointLength(text: string): number {
  if (!PAIR.test(text)) return text.length
  let count = text.length
  for (let i = 1; i < text.length; i++) {
    if (isLow(text.charCodeAt(i)) && isHigh(text.charCodeAt(i - 1))) {
      count--
      i++
    }
  }
  return count
}

/** How many units precede the code point at `index`; all of them for an index at or after the end. */
export function unitOffset(text: string, index: number): number {
  if (!PAIR.test(text)) return Math.min(index, text.length)
  let unit = 0
  for (let left = index; left > 0 && unit < text.length; left--) unit += unitsAt(text, unit)
  return unit
}

/** How many code points precede the unit at `unit`. */
export function codePointOffset(text: string, unit: number): number {
  return codePointLength(text.slice(0, unit))
}

/** The character at a valid index, as a string. */
export function characterAt(text: string, index: number): string {
  if (!PAIR.test(text)) return text[index]!
  const unit = unitOffset(text, index)
  return text.slice(unit, unit + unitsAt(text, unit))
}

/** `ord(text)`, or null unless the text is one character. */
export function singleCodePoint(text: string): number | null {
  if (text.length === 1) return text.charCodeAt(0)
  return text.length === 2 && unitsAt(text, 0) === 2 ? text.codePointAt(0)! : null
}

/** `chr(point)`. */
export function fromCodePoint(point: number): string {
  return String.fromCodePoint(point)
}

/** `text[start:stop]` with indices already within the text. */
export function substring(text: string, start: number, stop: number): string {
  if (stop <= start) return ''
  if (!PAIR.test(text)) return text.slice(start, stop)
  const from = unitOffset(text, start)
  return text.slice(from, from + unitOffset(text.slice(from), stop - start))
}

/** `count` characters from `start` on, `step` apart (which may be negative), as an extended slice. */
export function sliceText(text: string, start: number, step: number, count: number): string {
  if (count <= 0) return ''
  if (step === 1) return substring(text, start, start + count)
  const characters = PAIR.test(text) ? Array.from(text) : text
  let result = ''
  for (let i = 0, at = start; i < count; i++, at += step) result += characters[at]!
  return result
}

/** The characters of a text, each as a string; iterating a string does the same. */
export function characters(text: string): string[] {
  return PAIR.test(text) ? Array.from(text) : text.split('')
}

/** Whether all characters are ASCII. */
export function isAscii(text: string): boolean {
  for (let i = 0; i < text.length; i++) if (text.charCodeAt(i) > 127) return false
  return true
}

/** The largest code point, which decides how many bytes CPython takes for a character; 0 for ''. */
export function largestCodePoint(text: string): number {
  let largest = 0
  for (let i = 0; i < text.length; i++) {
    const point = text.codePointAt(i)!
    if (point > largest) largest = point
    if (point > 0xffff) i++
  }
  return largest
}

/** How strings compare by code points: negative, 0 or positive. By units, pairs would come before U+E000. */
export function compareText(a: string, b: string): number {
  const length = Math.min(a.length, b.length)
  for (let i = 0; i < length; i++) {
    const x = a.charCodeAt(i)
    const y = b.charCodeAt(i)
    if (x === y) continue
    if (x < 0xd800 || y < 0xd800 || !(hasPairs(a) || hasPairs(b))) return x - y
    const from = i > 0 && isLow(x) && isHigh(a.charCodeAt(i - 1)) ? i - 1 : i
    return a.codePointAt(from)! - b.codePointAt(from)!
  }
  return a.length - b.length
}

export function isHigh(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdbff
}

export function isLow(unit: number): boolean {
  return unit >= 0xdc00 && unit <= 0xdfff
}

function unitsAt(text: string, unit: number): number {
  return isHigh(text.charCodeAt(unit)) && isLow(text.charCodeAt(unit + 1)) ? 2 : 1
}
