/**
 * Upper, lower and title case, by Unicode's full mappings.
 *
 * The engine maps to upper and lower case, character by character; the context rule for the final sigma,
 * titlecase and case folding, which JavaScript lacks, are added here. As `Objects/unicodeobject.c` and the
 * mappings of Unicode 15.1.
 */
import { hasLaterCharacters, isLowerCharacter, isUpperCharacter } from './unicode.ts'

const ASCII = /^[\0-\x7f]*$/
const CASED = /[\p{Cased}\u0295]/u
const CASE_IGNORABLE = /\p{Case_Ignorable}/u
const SIGMA = 'Σ'

export function toUpper(text: string): string {
  return ASCII.test(text) ? text.toUpperCase() : mapEach(text, upperOf)
}

export function toLower(text: string): string {
  if (ASCII.test(text)) return text.toLowerCase()
  return text.includes(SIGMA) ? lowerWithSigma(text) : mapEach(text, lowerOf)
}

export function toCasefold(text: string): string {
  return ASCII.test(text) ? text.toLowerCase() : mapEach(text, foldOf)
}

export function swapCase(text: string): string {
  const characters = Array.from(text)
  let result = ''
  for (let i = 0; i < characters.length; i++) {
    const character = characters[i]!
    if (isUpperCharacter(character)) result += lowerAt(characters, i)
    else result += isLowerCharacter(character) ? upperOf(character) : character
  }
  return result
}

/** As `str.capitalize`: the first character in titlecase, the others in lowercase. */
export function capitalize(text: string): string {
  const characters = Array.from(text)
  return characters.map((character, i) => (i === 0 ? titleOf(character) : lowerAt(characters, i))).join('')
}

/** As `str.title`: each run of cased characters begins in titlecase. */
export function toTitle(text: string): string {
  const characters = Array.from(text)
  let inWord = false
  let result = ''
  for (let i = 0; i < characters.length; i++) {
    const character = characters[i]!
    result += inWord ? lowerAt(characters, i) : titleOf(character)
    inWord = isCased(character)
  }
  return result
}

function isCased(character: string): boolean {
  return CASED.test(character) && !hasLaterCharacters(character)
}

function mapEach(text: string, map: (character: string) => string): string {
  let result = ''
  for (const character of text) result += map(character)
  return result
}

/** The mapped character, or the character itself where a later Unicode has added the mapping. */
function known(character: string, mapped: string): string {
  return mapped !== character && (hasLaterCharacters(mapped) || hasLaterCharacters(character))
    ? character
    : mapped
}

function upperOf(character: string): string {
  return known(character, character.toUpperCase())
}

function lowerOf(character: string): string {
  return known(character, character.toLowerCase())
}

function lowerAt(characters: readonly string[], i: number): string {
  const character = characters[i]!
  return character === SIGMA ? lowerSigma(characters, i) : lowerOf(character)
}

function lowerWithSigma(text: string): string {
  const characters = Array.from(text)
  return characters.map((_, i) => lowerAt(characters, i)).join('')
}

/** A capital sigma at the end of a word, not alone, becomes a final one. */
function lowerSigma(characters: readonly string[], i: number): string {
  let before = i - 1
  while (before >= 0 && CASE_IGNORABLE.test(characters[before]!)) before--
  if (before < 0 || !isCased(characters[before]!)) return 'σ'
  let after = i + 1
  while (after < characters.length && CASE_IGNORABLE.test(characters[after]!)) after++
  return after < characters.length && isCased(characters[after]!) ? 'σ' : 'ς'
}

function foldOf(character: string): string {
  const point = character.codePointAt(0)!
  // Cherokee folds to upper case, as its lower case was added later; the dotless i folds to itself.
  if ((point >= 0x13a0 && point <= 0x13fd) || (point >= 0xab70 && point <= 0xabbf)) return upperOf(character)
  if (point === 0x131) return character
  return mapEach(mapEach(lowerOf(character), upperOf), lowerOf)
}

const CAPITAL_IOTA = '\u0399'
const IOTA_BELOW = '\u0345'

function titleOf(character: string): string {
  const point = character.codePointAt(0)!
  const upper = upperOf(character)
  // The digraphs DŽ, LJ, NJ, DZ: the titlecase form stands between the upper and the lower one.
  if (point >= 0x1c4 && point <= 0x1cc)
    return String.fromCharCode(0x1c5 + Math.floor((point - 0x1c4) / 3) * 3)
  if (point >= 0x1f1 && point <= 0x1f3) return '\u01f2'
  // Georgian has capitals for whole words in capitals only.
  if (point >= 0x10d0 && point <= 0x10ff) return character
  if (point === 0x149) return upper
  if (point >= 0x1f80 && point <= 0x1faf) return String.fromCharCode(point | 8)
  if (point >= 0x1fb0 && point <= 0x1fff) {
    if (point === 0x1fbc || point === 0x1fcc || point === 0x1ffc) return character
    // ᾳ ῃ ῳ have titlecase forms; accented ones keep the iota below.
    if (upper.length > 1 && upper.endsWith(CAPITAL_IOTA)) {
      return (point & 15) === 3 ? String.fromCharCode(point + 9) : upper.slice(0, -1) + IOTA_BELOW
    }
  }
  if (upper.length <= 1) return upper
  const [first = '', ...rest] = upper
  return first + rest.map(lowerOf).join('')
}
