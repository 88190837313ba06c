/**
 * The format mini-language: what stands after the colon in `f'{x:>10.3f}'`.
 *
 * A specification is `[[fill]align][sign][z][#][0][width][grouping][.precision][type]`; which parts a type
 * accepts is in `format-values.ts`. Texts of errors as in `Python/formatter_unicode.c`.
 */
import { codePointLength } from './code-points.ts'
import { FormatError, TextError } from './error.ts'
import { decimalValue } from './unicode.ts'

export type Align = '<' | '>' | '=' | '^'

export interface FormatSpec {
  /** One character. */
  fill: string
  align: Align
  sign: '' | '+' | '-' | ' '
  /** `z`: a result of -0 loses its sign. */
  noNegativeZero: boolean
  /** `#` */
  alternate: boolean
  /** -1 if not given. */
  width: number
  grouping: '' | ',' | '_'
  /** -1 if not given. */
  precision: number
  /** The presentation type, '' if neither given nor by default. */
  type: string
}

/** The largest `Py_ssize_t`: no width or precision is larger. */
const LARGEST_SIZE = 0x7fff_ffff_ffff_ffffn
/** Longer strings than JavaScript's do not exist; asking for one is a MemoryError. */
const LONGEST_TEXT = 0x1fff_ffe8

const PARTS = /^(?:([\s\S])([<>=^])|([<>=^]))?([ +-])?(z)?(#)?/u

/**
 * Parses a specification. `defaultType` and `defaultAlign` are the type's own; `typeName` is the name of the
 * object's type, for the texts of errors.
 */
export function parseFormatSpec(
  text: string,
  defaultType: string,
  defaultAlign: '<' | '>',
  typeName: string,
): FormatSpec {
  const parts = PARTS.exec(text)!
  let fill = parts[1] ?? ' '
  let align = (parts[2] ?? parts[3] ?? defaultAlign) as Align
  let at = parts[0].length
  if (parts[1] === undefined && text[at] === '0') {
    fill = '0'
    if (parts[3] === undefined && defaultAlign === '>') align = '='
    at++
  }
  const width = readNumber(text, at)
  at = width.end
  let grouping: FormatSpec['grouping'] = ''
  if (text[at] === ',') {
    grouping = ','
    at++
  }
  if (text[at] === '_') {
    if (grouping !== '') throw new FormatError("Cannot specify both ',' and '_'.")
    grouping = '_'
    at++
  }
  if (text[at] === ',' && grouping === '_') throw new FormatError("Cannot specify both ',' and '_'.")
  let precision = -1
  if (text[at] === '.') {
    const number = readNumber(text, at + 1)
    if (number.value === -1) throw new FormatError('Format specifier missing precision')
    precision = number.value
    at = number.end
  }
  const rest = text.slice(at)
  if (codePointLength(rest) > 1) {
    throw new FormatError(`Invalid format specifier '${text}' for object of type '${typeName}'`)
  }
  const type = rest === '' ? defaultType : rest
  if (grouping !== '' && !groupingAllowed(grouping, type)) {
    throw new FormatError(`Cannot specify '${grouping}' with '${shownType(type)}'.`)
  }
  return {
    fill,
    align,
    sign: (parts[4] ?? '') as FormatSpec['sign'],
    noNegativeZero: parts[5] !== undefined,
    alternate: parts[6] !== undefined,
    width: width.value,
    grouping,
    precision,
    type,
  }
}

/** The error for a presentation type that the object's type does not have. */
export function unknownFormatCode(type: string, typeName: string): FormatError {
  return new FormatError(`Unknown format code '${shownType(type)}' for object of type '${typeName}'`)
}

/** Pads a text of `length` characters to a width. '=' pads as '>' does. */
export function pad(text: string, length: number, width: number, fill: string, align: Align): string {
  const missing = width - length
  if (missing <= 0) return text
  if (align === '<') return text + repeatFill(fill, missing)
  if (align === '^') {
    const left = Math.floor(missing / 2)
    return repeatFill(fill, left) + text + repeatFill(fill, missing - left)
  }
  return repeatFill(fill, missing) + text
}

/** The fill character that many times; a MemoryError where no string is that long. */
export function repeatFill(fill: string, count: number): string {
  if (count <= 0) return ''
  if (count * fill.length > LONGEST_TEXT) throw new TextError('MemoryError', '')
  return fill.repeat(count)
}

/** A decimal number at an index, digits of any script; -1 if there is none. */
function readNumber(text: string, start: number): { value: number; end: number } {
  let end = start
  let value = 0n
  while (end < text.length) {
    const point = text.codePointAt(end)!
    const digit = decimalValue(point)
    if (digit < 0) break
    value = value * 10n + BigInt(digit)
    if (value > LARGEST_SIZE) throw new FormatError('Too many decimal digits in format string')
    end += point > 0xffff ? 2 : 1
  }
  return { value: end === start ? -1 : Number(value), end }
}

function groupingAllowed(grouping: ',' | '_', type: string): boolean {
  if (type === '') return true
  return (grouping === '_' ? 'defgEG%FboxX' : 'defgEG%F').includes(type)
}

/** A printable ASCII character as it is, any other by its number. */
function shownType(type: string): string {
  const point = type.codePointAt(0)!
  return point > 32 && point < 128 ? type : `\\x${point.toString(16)}`
}
