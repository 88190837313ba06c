/**
 * What kind of characters a string has: `isalpha`, `isdigit`, `isidentifier`, `isprintable` and their like.
 *
 * The engine's regular expressions know the Unicode categories and properties; `unicode-tables.ts` holds
 * what they lack, and the code points that CPython 3.13's Unicode 15.1 does not know yet. As
 * `Objects/unicodectype.c`.
 */
import {
  ASSIGNED_LATER,
  DECIMAL_ZEROS,
  DIGITS_BESIDE_DECIMALS,
  NUMERIC_IDEOGRAPHS,
} from './unicode-tables.ts'

/** The inside of a regular expression's character class for a table of `unicode-tables.ts`. */
function classOf(table: string): string {
  return table
    .split(' ')
    .map((range) =>
      range
        .split('-')
        .map((point) => `\\u{${point}}`)
        .join('-'),
    )
    .join('')
}

const LATER = classOf(ASSIGNED_LATER)
const SPACES = '\\t-\\r\\x1c-\\x20\\x85\\xa0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000'

/** A regular expression for strings that consist only of such characters, all known to Unicode 15.1. */
const all = (inside: string, quantifier = '+') =>
  new RegExp(`^(?:(?![${LATER}])[${inside}])${quantifier}$`, 'u')

const ALPHA = all('\\p{L}')
const DECIMAL = all('\\p{Nd}')
const DIGIT = all(`\\p{Nd}${classOf(DIGITS_BESIDE_DECIMALS)}`)
const NUMERIC = all(`\\p{N}${classOf(NUMERIC_IDEOGRAPHS)}`)
const ALPHANUMERIC = all(`\\p{L}\\p{N}${classOf(NUMERIC_IDEOGRAPHS)}`)
const PRINTABLE = new RegExp(`^(?:(?![${LATER}])[^\\p{C}\\p{Z}]| )*$`, 'u')
const IDENTIFIER = new RegExp(`^(?![${LATER}])[\\p{XIDS}_](?:(?![${LATER}])\\p{XIDC})*$`, 'u')
const SPACE = new RegExp(`^[${SPACES}]+$`)
/** Later versions of Unicode no longer call U+0295 lowercase. */
const LOWER = new RegExp(`(?![${LATER}])[\\p{Lowercase}\\u0295]`, 'u')
const UPPER_OR_TITLE = new RegExp(`(?![${LATER}])[\\p{Uppercase}\\p{Lt}]`, 'u')
const LOWER_OR_TITLE = new RegExp(`(?![${LATER}])[\\p{Lowercase}\\u0295\\p{Lt}]`, 'u')
const UPPER = new RegExp(`(?![${LATER}])\\p{Uppercase}`, 'u')
const IS_LATER = new RegExp(`[${LATER}]`, 'u')

const ASCII_PRINTABLE = /^[ -~]*$/

export function isAlpha(text: string): boolean {
  return ALPHA.test(text)
}

export function isDecimal(text: string): boolean {
  return DECIMAL.test(text)
}

export function isDigit(text: string): boolean {
  return DIGIT.test(text)
}

export function isNumeric(text: string): boolean {
  return NUMERIC.test(text)
}

export function isAlphanumeric(text: string): boolean {
  return ALPHANUMERIC.test(text)
}

export function isSpace(text: string): boolean {
  return SPACE.test(text)
}

/** As `str.isprintable`: true for ''. */
export function isPrintable(text: string): boolean {
  return ASCII_PRINTABLE.test(text) || PRINTABLE.test(text)
}

export function isIdentifier(text: string): boolean {
  return IDENTIFIER.test(text)
}

/** As `str.islower`: some lowercase character, and none in uppercase or titlecase. */
export function isLower(text: string): boolean {
  return LOWER.test(text) && !UPPER_OR_TITLE.test(text)
}

/** As `str.isupper`: some uppercase character, and none in lowercase or titlecase. */
export function isUpper(text: string): boolean {
  return UPPER.test(text) && !LOWER_OR_TITLE.test(text)
}

/** As `str.istitle`: words begin with an uppercase or titlecase character and go on in lowercase. */
export function isTitle(text: string): boolean {
  let inWord = false
  let found = false
  for (const character of text) {
    const raised = UPPER_OR_TITLE.test(character)
    const cased = raised || LOWER.test(character)
    if (cased) {
      if (raised === inWord) return false
      found = true
    }
    inWord = cased
  }
  return found
}

/** Whether a character is in uppercase. */
export function isUpperCharacter(character: string): boolean {
  return UPPER.test(character)
}

/** Whether a character is in lowercase. */
export function isLowerCharacter(character: string): boolean {
  return LOWER.test(character)
}

/** Whether the text has a code point that CPython 3.13's Unicode does not know. */
export function hasLaterCharacters(text: string): boolean {
  return IS_LATER.test(text)
}

const ZEROS: readonly number[] = DECIMAL_ZEROS.split(' ').map((point) => Number.parseInt(point, 16))

/** The value of a decimal digit of any script, or -1. */
export function decimalValue(point: number): number {
  if (point < 128) return point >= 48 && point <= 57 ? point - 48 : -1
  let low = 0
  let high = ZEROS.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (ZEROS[middle]! <= point) low = middle + 1
    else high = middle
  }
  const value = low === 0 ? -1 : point - ZEROS[low - 1]!
  return value < 10 ? value : -1
}

const NOT_ASCII = /[^\0-\x7f]/

/**
 * The text as `int()`, `float()` and `complex()` read it: other scripts' decimal digits and spaces become
 * ASCII ones. At anything else that is not ASCII the text ends with a '?', which no number has.
 */
export function toAsciiNumber(text: string): string {
  if (!NOT_ASCII.test(text)) return text
  let result = ''
  for (const character of text) {
    const point = character.codePointAt(0)!
    if (point < 127) result += character
    else if (isSpace(character)) result += ' '
    else {
      const value = decimalValue(point)
      if (value < 0) return `${result}?`
      result += String(value)
    }
  }
  return result
}
