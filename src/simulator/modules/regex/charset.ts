/** Which characters a set, a category or a letter without case stands for. As the character tests of `Modules/_sre/sre.c`. */
import { decimalValue, isAlphanumeric, isSpace } from '../../objects/text/unicode.ts'
import { ASCII, type CategoryName, IGNORECASE, type SetItem, UNICODE } from './nodes.ts'

export type CharacterTest = (code: number) => boolean

const isAsciiDigit: CharacterTest = (code) => code >= 48 && code <= 57
const isAsciiSpace: CharacterTest = (code) => code === 32 || (code >= 9 && code <= 13)
const isAsciiWord: CharacterTest = (code) =>
  (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 48 && code <= 57) || code === 95

/** ASCII is decided at once, the rest by the tables. */
const isUnicodeDigit: CharacterTest = (code) => (code < 128 ? isAsciiDigit(code) : decimalValue(code) >= 0)
const isUnicodeSpace: CharacterTest = (code) =>
  code < 128 ? isAsciiSpace(code) || (code >= 28 && code <= 31) : isSpace(String.fromCodePoint(code))
const isUnicodeWord: CharacterTest = (code) =>
  code < 128 ? isAsciiWord(code) : isAlphanumeric(String.fromCodePoint(code))

export function isWordCharacter(flags: number): CharacterTest {
  return flags & UNICODE && (flags & ASCII) === 0 ? isUnicodeWord : isAsciiWord
}

function categoryTest(name: CategoryName, flags: number): CharacterTest {
  const unicode = (flags & UNICODE) !== 0 && (flags & ASCII) === 0
  switch (name) {
    case 'digit':
    case 'not-digit': {
      const test = unicode ? isUnicodeDigit : isAsciiDigit
      return name === 'digit' ? test : (code) => !test(code)
    }
    case 'space':
    case 'not-space': {
      const test = unicode ? isUnicodeSpace : isAsciiSpace
      return name === 'space' ? test : (code) => !test(code)
    }
    default: {
      const test = unicode ? isUnicodeWord : isAsciiWord
      return name === 'word' ? test : (code) => !test(code)
    }
  }
}

/** Lower-case letters that have the same upper case, in groups. */
const relatives: readonly (readonly number[])[] = [
  [0x69, 0x131],
  [0x73, 0x17f],
  [0xb5, 0x3bc],
  [0x345, 0x3b9, 0x1fbe],
  [0x390, 0x1fd3],
  [0x3b0, 0x1fe3],
  [0x3b2, 0x3d0],
  [0x3b5, 0x3f5],
  [0x3b8, 0x3d1],
  [0x3ba, 0x3f0],
  [0x3c0, 0x3d6],
  [0x3c1, 0x3f1],
  [0x3c2, 0x3c3],
  [0x3c6, 0x3d5],
  [0x432, 0x1c80],
  [0x434, 0x1c81],
  [0x43e, 0x1c82],
  [0x441, 0x1c83],
  [0x442, 0x1c84, 0x1c85],
  [0x44a, 0x1c86],
  [0x463, 0x1c87],
  [0xa64b, 0x1c88],
  [0x1e61, 0x1e9b],
  [0xfb05, 0xfb06],
]

/** Upper-case letters that share their lower case with another one, by that lower case. */
const furtherUppers: ReadonlyMap<number, number> = new Map([
  [0x69, 0x130],
  [0x6b, 0x212a],
  [0xdf, 0x1e9e],
  [0xe5, 0x212b],
  [0x3b8, 0x3f4],
  [0x3c9, 0x2126],
])

const firstRelative: ReadonlyMap<number, number> = new Map(
  relatives.flatMap((group) => group.map((code) => [code, group[0]!] as const)),
)

function simpleLower(code: number): number {
  const lower = String.fromCodePoint(code).toLowerCase()
  const first = lower.codePointAt(0)!
  // U+0130 becomes two characters; its own lower case is i.
  return lower.length === (first > 0xffff ? 2 : 1) || code === 0x130 ? first : code
}

/** What stands for a character and its other cases. */
export function foldCase(code: number, flags: number): number {
  if (code < 128) return code >= 65 && code <= 90 ? code + 32 : code
  if ((flags & UNICODE) === 0 || flags & ASCII) return code
  const lower = simpleLower(code)
  return firstRelative.get(lower) ?? lower
}

/** All characters that fold to the same one, as far as they matter to a set. */
function casesOf(code: number, flags: number): number[] {
  const folded = foldCase(code, flags)
  if ((flags & UNICODE) === 0 || flags & ASCII)
    return folded >= 97 && folded <= 122 ? [folded, folded - 32] : [code]
  const found = new Set([code])
  for (const each of relatives.find((group) => group.includes(folded)) ?? [folded]) {
    found.add(each)
    const upper = String.fromCodePoint(each).toUpperCase()
    const first = upper.codePointAt(0)!
    if (upper.length === (first > 0xffff ? 2 : 1)) found.add(first)
    const further = furtherUppers.get(each)
    if (further !== undefined) found.add(further)
  }
  return [...found]
}

function plainTest(items: readonly SetItem[], flags: number): CharacterTest {
  const chars = new Set<number>()
  const ranges: (readonly [number, number])[] = []
  const tests: CharacterTest[] = []
  for (const item of items) {
    if (item.kind === 'char') chars.add(item.code)
    else if (item.kind === 'range') ranges.push([item.low, item.high])
    else tests.push(categoryTest(item.name, flags))
  }
  return (code) =>
    chars.has(code) ||
    ranges.some(([low, high]) => code >= low && code <= high) ||
    tests.some((test) => test(code))
}

/** The test for a set, remembered for ASCII. */
export function setTest(items: readonly SetItem[], negated: boolean, flags: number): CharacterTest {
  const plain = plainTest(items, flags)
  const folded = flags & IGNORECASE ? (code: number) => casesOf(code, flags).some(plain) : plain
  const known = new Uint8Array(128)
  for (let code = 0; code < 128; code++) known[code] = folded(code) !== negated ? 1 : 0
  return (code) => (code < 128 ? known[code] === 1 : folded(code) !== negated)
}

/** The test for a single character. */
export function charTest(code: number, flags: number): CharacterTest {
  if ((flags & IGNORECASE) === 0) return (other) => other === code
  const folded = foldCase(code, flags)
  return (other) => other === code || foldCase(other, flags) === folded
}
