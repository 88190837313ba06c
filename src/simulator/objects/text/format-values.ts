/**
 * `format(value, spec)` for int, float, complex and str.
 *
 * Numbers are composed of sign, prefix, digits (which grouping and zero padding apply to) and a remainder
 * from the point on. As `Python/formatter_unicode.c`. An empty specification is `str(value)`, which the types
 * do themselves; the functions here take it as well, for exact values.
 */
import { isNegative } from './binary-float.ts'
import { codePointLength, substring } from './code-points.ts'
import { FormatError, TextError } from './error.ts'
import { type FloatCode, formatFloat } from './float-repr.ts'
import { type FormatSpec, pad, parseFormatSpec, repeatFill, unknownFormatCode } from './format-spec.ts'
import { intToFloat } from './int-arithmetic.ts'
import { DEFAULT_MAX_STR_DIGITS, intToText } from './int-text.ts'

const RADIX: Readonly<Record<string, number>> = { b: 2, o: 8, x: 16, X: 16 }
const LARGEST_INT = 0x7fff_ffff

/** A number in parts, before it is padded. */
interface NumberParts {
  negative: boolean
  /** `0x` and the like. */
  prefix: string
  /** Digits before the point; '' for inf and nan. */
  digits: string
  /** The rest: point, decimals, exponent, percent sign; or a whole text without digits. */
  remainder: string
}

/** `format(value, spec)` for an int or bool; `typeName` is for the texts of errors. */
export function formatIntBySpec(
  value: bigint,
  text: string,
  typeName = 'int',
  maxDigits = DEFAULT_MAX_STR_DIGITS,
): string {
  if (text === '') return intToText(value, maxDigits)
  const spec = parseFormatSpec(text, 'd', '>', typeName)
  if ('eEfFgG%'.includes(spec.type)) return formatAsFloat(intToFloat(value), spec)
  if (!'bcdnoxX'.includes(spec.type)) throw unknownFormatCode(spec.type, typeName)
  if (spec.precision !== -1) throw new FormatError('Precision not allowed in integer format specifier')
  if (spec.noNegativeZero) {
    throw new FormatError('Negative zero coercion (z) not allowed in integer format specifier')
  }
  if (spec.type === 'c') return formatCharacter(value, spec)
  const negative = value < 0n
  const size = negative ? -value : value
  const radix = RADIX[spec.type]
  let digits = radix === undefined ? intToText(size, maxDigits) : size.toString(radix)
  let prefix = radix !== undefined && spec.alternate ? `0${spec.type}` : ''
  if (spec.type === 'X') {
    digits = digits.toUpperCase()
    prefix = prefix.toUpperCase()
  }
  return compose({ negative, prefix, digits, remainder: '' }, spec)
}

/** `format(value, spec)` for a float. */
export function formatFloatBySpec(value: number, text: string, typeName = 'float'): string {
  const spec = parseFormatSpec(text, '', '>', typeName)
  if (!'eEfFgGn%'.includes(spec.type)) throw unknownFormatCode(spec.type, typeName)
  return formatAsFloat(value, spec)
}

/** `format(value, spec)` for a complex. */
export function formatComplexBySpec(
  real: number,
  imaginary: number,
  text: string,
  typeName = 'complex',
): string {
  const spec = parseFormatSpec(text, '', '>', typeName)
  if (!'eEfFgGn'.includes(spec.type)) throw unknownFormatCode(spec.type, typeName)
  if (spec.fill === '0') throw new FormatError('Zero padding is not allowed in complex format specifier')
  if (spec.align === '=') {
    throw new FormatError("'=' alignment flag is not allowed in complex format specifier")
  }
  const plain = spec.type === ''
  const inner: FormatSpec = { ...spec, width: -1, align: '<' }
  const options = { alternate: spec.alternate, noNegativeZero: spec.noNegativeZero }
  const part = (value: number, sign: FormatSpec['sign']) => {
    const [code, precision] = codeAndPrecision(spec, 0)
    return compose(split(formatFloat(value, code, precision, options)), { ...inner, sign })
  }
  const onlyImaginary = plain && real === 0 && !isNegative(real)
  let result = onlyImaginary ? part(imaginary, spec.sign) : part(real, spec.sign) + part(imaginary, '+')
  result += 'j'
  if (plain && !onlyImaginary) result = `(${result})`
  return pad(result, result.length, spec.width, spec.fill, spec.align)
}

/** `format(text, spec)` for a str. */
export function formatTextBySpec(value: string, text: string, typeName = 'str'): string {
  if (text === '') return value
  const spec = parseFormatSpec(text, 's', '<', typeName)
  if (spec.type !== 's') throw unknownFormatCode(spec.type, typeName)
  const refuse = (what: string) => new FormatError(`${what} not allowed in string format specifier`)
  if (spec.sign !== '') throw refuse(spec.sign === ' ' ? 'Space' : 'Sign')
  if (spec.noNegativeZero) throw refuse('Negative zero coercion (z)')
  if (spec.alternate) throw refuse('Alternate form (#)')
  if (spec.align === '=') throw refuse("'=' alignment")
  let length = codePointLength(value)
  let shown = value
  if (spec.precision !== -1 && length > spec.precision) {
    shown = substring(value, 0, spec.precision)
    length = spec.precision
  }
  return pad(shown, length, spec.width, spec.fill, spec.align)
}

function formatCharacter(value: bigint, spec: FormatSpec): string {
  if (spec.sign !== '') throw new FormatError("Sign not allowed with integer format specifier 'c'")
  if (spec.alternate)
    throw new FormatError("Alternate form (#) not allowed with integer format specifier 'c'")
  if (BigInt.asIntN(64, value) !== value) {
    throw new TextError('OverflowError', 'Python int too large to convert to C long')
  }
  if (value < 0n || value > 0x10ffffn) throw new TextError('OverflowError', '%c arg not in range(0x110000)')
  return pad(String.fromCodePoint(Number(value)), 1, spec.width, spec.fill, spec.align)
}

/** The code for the layout of digits, and the precision; `omitted` is the precision of `repr`, when that is meant. */
function codeAndPrecision(spec: FormatSpec, omitted: number): [code: FloatCode, precision: number] {
  if (spec.precision > LARGEST_INT) throw new FormatError('precision too big')
  if (spec.type === '') return spec.precision === -1 ? ['r', omitted] : ['g', spec.precision]
  const precision = spec.precision === -1 ? 6 : spec.precision
  if (spec.type === '%') return ['f', precision]
  return [(spec.type === 'n' ? 'g' : spec.type) as FloatCode, precision]
}

function formatAsFloat(value: number, spec: FormatSpec): string {
  const [code, precision] = codeAndPrecision(spec, 0)
  const text = formatFloat(spec.type === '%' ? value * 100 : value, code, precision, {
    alternate: spec.alternate,
    addPointZero: spec.type === '',
    noNegativeZero: spec.noNegativeZero,
  })
  return compose(split(spec.type === '%' ? `${text}%` : text), spec)
}

/** A float's text in parts. */
function split(text: string): NumberParts {
  const negative = text[0] === '-'
  const from = negative ? 1 : 0
  let to = from
  while (to < text.length && text.charCodeAt(to) >= 48 && text.charCodeAt(to) <= 57) to++
  return { negative, prefix: '', digits: text.slice(from, to), remainder: text.slice(to) }
}

function compose(parts: NumberParts, spec: FormatSpec): string {
  const sign = parts.negative ? '-' : spec.sign === '-' ? '' : spec.sign
  const outside = sign.length + parts.prefix.length + parts.remainder.length
  const zeroFilled = spec.fill === '0' && spec.align === '='
  const digits = parts.digits === '' ? '' : group(parts.digits, zeroFilled ? spec.width - outside : 0, spec)
  const missing = spec.width - outside - digits.length
  if (spec.align === '=') {
    return sign + parts.prefix + repeatFill(spec.fill, missing) + digits + parts.remainder
  }
  const text = sign + parts.prefix + digits + parts.remainder
  return pad(text, text.length, spec.width, spec.fill, spec.align)
}

/** Inserts separators, and zeros in front (separated as well) up to a width. */
function group(digits: string, width: number, spec: FormatSpec): string {
  if (spec.grouping === '') return repeatFill('0', width - digits.length) + digits
  const size = 'boxX'.includes(spec.type) && spec.type !== '' ? 4 : 3
  const groups: string[] = []
  let rest = digits.length
  let wanted = width
  for (;;) {
    const length = Math.min(size, Math.max(rest, wanted, 1))
    groups.push(digits.slice(Math.max(rest - length, 0), rest).padStart(length, '0'))
    rest = Math.max(rest - length, 0)
    wanted -= length
    if (rest <= 0 && wanted <= 0) break
    wanted--
  }
  return groups.reverse().join(spec.grouping)
}
