/**
 * Searching, cutting and padding text: the plain-text work behind the methods of `str`.
 *
 * Positions are code points, as Python has them. On text without surrogate pairs they are JavaScript's own.
 * As `Objects/stringlib`.
 */
import {
  codePointLength,
  codePointOffset,
  hasPairs,
  isHigh,
  isLow,
  substring,
  unitOffset,
} from './code-points.ts'
import { repeatFill } from './format-spec.ts'

const SPACE = '[\\t-\\r\\x1c-\\x20\\x85\\xa0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000]'
const LEADING_SPACE = new RegExp(`^${SPACE}+`)
const SPACES = new RegExp(`${SPACE}+`, 'g')
const IS_SPACE = new RegExp(SPACE)
const LINE_END = /\r\n|[\n-\r\x1c-\x1e\x85\u2028\u2029]/g

/** Start and stop of a search as Python clips them: negative ones count from the end. */
export function clipRange(start: number, stop: number, length: number): [start: number, stop: number] {
  const to = stop > length ? length : stop < 0 ? Math.max(stop + length, 0) : stop
  const from = start < 0 ? Math.max(start + length, 0) : start
  return [from, to]
}

/** `text.find(part, start, stop)`, or -1. */
export function findText(text: string, part: string, start = 0, stop = Number.MAX_SAFE_INTEGER): number {
  return search(text, part, start, stop, nextIndex)
}

/** `text.rfind(part, start, stop)`, or -1. */
export function findLastText(text: string, part: string, start = 0, stop = Number.MAX_SAFE_INTEGER): number {
  return search(text, part, start, stop, lastIndex)
}

/** `text.count(part, start, stop)`: without overlaps; '' is found between all characters. */
export function countText(text: string, part: string, start = 0, stop = Number.MAX_SAFE_INTEGER): number {
  const length = codePointLength(text)
  const [from, to] = clipRange(start, stop, length)
  if (to - from < 0) return 0
  if (part === '') return to - from + 1
  const range = from === 0 && to === length ? text : substring(text, from, to)
  let count = 0
  for (let at = nextIndex(range, part, 0); at >= 0; at = nextIndex(range, part, at + part.length)) count++
  return count
}

/** `text.startswith(prefix, start, stop)` for one prefix. */
export function startsWith(text: string, prefix: string, start = 0, stop = Number.MAX_SAFE_INTEGER): boolean {
  const range = rangeOf(text, start, stop)
  return range?.startsWith(prefix) === true && isAligned(range, 0, prefix.length)
}

/** `text.endswith(suffix, start, stop)` for one suffix. */
export function endsWith(text: string, suffix: string, start = 0, stop = Number.MAX_SAFE_INTEGER): boolean {
  const range = rangeOf(text, start, stop)
  return range?.endsWith(suffix) === true && isAligned(range, range.length - suffix.length, range.length)
}

/** `part in text`. */
export function containsText(text: string, part: string): boolean {
  return nextIndex(text, part, 0) >= 0
}

/** `text.replace(old, replacement, count)`; a negative count means all. */
export function replaceText(text: string, old: string, replacement: string, count = -1): string {
  let left = count < 0 ? Number.MAX_SAFE_INTEGER : count
  if (left === 0) return text
  let result = ''
  if (old === '') {
    for (const character of text) {
      if (left-- <= 0) result += character
      else result += replacement + character
    }
    return left > 0 ? result + replacement : result
  }
  let from = 0
  for (let at = nextIndex(text, old, 0); at >= 0 && left > 0; at = nextIndex(text, old, from)) {
    result += text.slice(from, at) + replacement
    from = at + old.length
    left--
  }
  return from === 0 ? text : result + text.slice(from)
}

/** `text.split(separator, most)` for a separator that is not ''; a negative `most` means all. */
export function splitText(text: string, separator: string, most = -1): string[] {
  if (most < 0 && !needsAlignment(separator)) return text.split(separator)
  const parts: string[] = []
  let from = 0
  while (most < 0 || parts.length < most) {
    const at = nextIndex(text, separator, from)
    if (at < 0) break
    parts.push(text.slice(from, at))
    from = at + separator.length
  }
  parts.push(text.slice(from))
  return parts
}

/** `text.rsplit(separator, most)` for a separator that is not ''. */
export function splitTextRight(text: string, separator: string, most = -1): string[] {
  const parts: string[] = []
  let to = text.length
  while (most < 0 || parts.length < most) {
    const at = lastIndex(text.slice(0, to), separator, 0)
    if (at < 0) break
    parts.push(text.slice(at + separator.length, to))
    to = at
  }
  parts.push(text.slice(0, to))
  return parts.reverse()
}

/**
 * `text.split(None, most)`: at runs of whitespace, none at the ends. `space` names the characters of a set of a
 * pattern; without it those of Unicode.
 */
export function splitSpace(text: string, most = -1, space: string | null = null): string[] {
  const leading = space === null ? LEADING_SPACE : new RegExp(`^[${space}]+`)
  const spaces = space === null ? SPACES : new RegExp(`[${space}]+`, 'g')
  const rest = text.replace(leading, '')
  const parts: string[] = []
  let from = 0
  for (const match of rest.matchAll(spaces)) {
    if (most >= 0 && parts.length >= most) break
    parts.push(rest.slice(from, match.index))
    from = match.index + match[0].length
  }
  if (from < rest.length) parts.push(rest.slice(from))
  return parts
}

/** `text.rsplit(None, most)`. */
export function splitSpaceRight(text: string, most = -1, space: string | null = null): string[] {
  const isSpace = space === null ? IS_SPACE : new RegExp(`[${space}]`)
  const parts: string[] = []
  let to = text.length
  for (;;) {
    while (to > 0 && isSpace.test(text[to - 1]!)) to--
    if (to === 0) break
    if (most >= 0 && parts.length >= most) {
      parts.push(text.slice(0, to))
      break
    }
    let from = to
    while (from > 0 && !isSpace.test(text[from - 1]!)) from--
    parts.push(text.slice(from, to))
    to = from
  }
  return parts.reverse()
}

/** `text.splitlines(keepends)`. */
export function splitLines(text: string, keepEnds: boolean): string[] {
  const lines: string[] = []
  let from = 0
  for (const match of text.matchAll(LINE_END)) {
    const end = match.index + match[0].length
    lines.push(text.slice(from, keepEnds ? end : match.index))
    from = end
  }
  if (from < text.length) lines.push(text.slice(from))
  return lines
}

/** `text.partition(separator)` for a separator that is not ''. */
export function partition(
  text: string,
  separator: string,
): [before: string, separator: string, after: string] {
  const at = nextIndex(text, separator, 0)
  return at < 0 ? [text, '', ''] : [text.slice(0, at), separator, text.slice(at + separator.length)]
}

/** `text.rpartition(separator)` for a separator that is not ''. */
export function partitionRight(
  text: string,
  separator: string,
): [before: string, separator: string, after: string] {
  const at = lastIndex(text, separator, 0)
  return at < 0 ? ['', '', text] : [text.slice(0, at), separator, text.slice(at + separator.length)]
}

/** `strip`, `lstrip` and `rstrip`; null for whitespace. */
export function stripText(text: string, characters: string | null, left: boolean, right: boolean): string {
  if (characters === null || (!hasPairs(characters) && !hasPairs(text))) {
    const drops =
      characters === null
        ? (i: number) => IS_SPACE.test(text[i]!)
        : (i: number) => characters.includes(text[i]!)
    let from = 0
    let to = text.length
    if (left) while (from < to && drops(from)) from++
    if (right) while (to > from && drops(to - 1)) to--
    return text.slice(from, to)
  }
  const dropped = new Set(characters)
  const kept = Array.from(text)
  let from = 0
  let to = kept.length
  if (left) while (from < to && dropped.has(kept[from]!)) from++
  if (right) while (to > from && dropped.has(kept[to - 1]!)) to--
  return kept.slice(from, to).join('')
}

/** `text.expandtabs(size)`. */
export function expandTabs(text: string, size: number): string {
  let result = ''
  let column = 0
  for (const character of text) {
    if (character === '\t') {
      if (size <= 0) continue
      const spaces = size - (column % size)
      result += repeatFill(' ', spaces)
      column += spaces
    } else {
      result += character
      column = character === '\n' || character === '\r' ? 0 : column + 1
    }
  }
  return result
}

/** `text.center(width, fill)`: an odd space goes left in an odd width. */
export function centerText(text: string, width: number, fill: string): string {
  const missing = width - codePointLength(text)
  if (missing <= 0) return text
  const left = Math.floor(missing / 2) + (missing & width & 1)
  return repeatFill(fill, left) + text + repeatFill(fill, missing - left)
}

/** `text.zfill(width)`: zeros after a sign. */
export function fillZeros(text: string, width: number): string {
  const missing = width - codePointLength(text)
  if (missing <= 0) return text
  const sign = text[0] === '+' || text[0] === '-' ? text[0] : ''
  return sign + repeatFill('0', missing) + text.slice(sign.length)
}

/** `text.translate`: each character replaced by what `map` gives for its code point; null leaves it alone. */
export function translateText(text: string, map: (point: number) => string | null): string {
  let result = ''
  for (const character of text) result += map(character.codePointAt(0)!) ?? character
  return result
}

type Search = (text: string, part: string, from: number) => number

function search(text: string, part: string, start: number, stop: number, by: Search): number {
  const length = codePointLength(text)
  const [from, to] = clipRange(start, stop, length)
  if (to - from < 0) return -1
  if (part === '') return by === nextIndex ? from : to
  const range = to === length ? text : substring(text, 0, to)
  const at = by(range, part, unitOffset(range, from))
  return at < 0 ? -1 : codePointOffset(range, at)
}

/** The range as text, or null if it is out of bounds. */
function rangeOf(text: string, start: number, stop: number): string | null {
  if (start === 0 && stop === Number.MAX_SAFE_INTEGER) return text
  const length = codePointLength(text)
  const [from, to] = clipRange(start, stop, length)
  return to - from < 0 ? null : substring(text, from, to)
}

/** A part that begins or ends with half a pair must not be found within a pair. */
function needsAlignment(part: string): boolean {
  return part !== '' && (isLow(part.charCodeAt(0)) || isHigh(part.charCodeAt(part.length - 1)))
}

function isAligned(text: string, from: number, to: number): boolean {
  const splits = (at: number) => at > 0 && isLow(text.charCodeAt(at)) && isHigh(text.charCodeAt(at - 1))
  return !splits(from) && !splits(to)
}

/** Where a part begins, by unit, at or after `from`. */
function nextIndex(text: string, part: string, from: number): number {
  let at = text.indexOf(part, from)
  if (at < 0 || !needsAlignment(part)) return at
  while (at >= 0 && !isAligned(text, at, at + part.length)) at = text.indexOf(part, at + 1)
  return at
}

/** Where the last such part begins, by unit, if that is at or after `from`. */
function lastIndex(text: string, part: string, from: number): number {
  let at = text.lastIndexOf(part)
  if (needsAlignment(part)) {
    while (at >= from && !isAligned(text, at, at + part.length))
      at = at === 0 ? -1 : text.lastIndexOf(part, at - 1)
  }
  return at < from ? -1 : at
}
