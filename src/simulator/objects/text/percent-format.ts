/**
 * Old-style formatting: `'%-10.3f of %(name)s' % values`.
 *
 * The template is parsed piece by piece while arguments are taken, because an error in the template shows
 * only after the conversions before it have run. What the arguments are, and how an object becomes text or a
 * number, the caller says. As `unicode_format` in `Objects/unicodeobject.c`; `bytes` use it on Latin-1 text.
 */
import { codePointLength, codePointOffset, substring } from './code-points.ts'
import { TextError } from './error.ts'
import { type FloatCode, formatFloat } from './float-repr.ts'
import { repeatFill } from './format-spec.ts'
import { DEFAULT_MAX_STR_DIGITS, intToText } from './int-text.ts'

/** One conversion with all its numbers known. */
export interface Conversion {
  /** The letter after the percent sign's options. */
  code: string
  /** Where the letter stands, in code points, for `unsupportedConversion`. */
  index: number
  /** `-` */
  left: boolean
  /** `+` */
  sign: boolean
  /** ` ` */
  space: boolean
  /** `#` */
  alternate: boolean
  /** `0` */
  zero: boolean
  /** -1 if not given. */
  width: number
  /** -1 if not given. */
  precision: number
}

/**
 * The values of `template % values`: a tuple's items, or one other value, which is given once, or after each
 * `select` the value selected. What `next` returns is lent: it stays valid until the next call.
 */
export interface PercentArguments<V> {
  /** Whether the values are a mapping, so that `%(key)s` is allowed. */
  isMapping: boolean
  /** Looks the key up; its value is the one that `next` gives from now on. */
  select(key: string): void
  /** The next value. Raises TypeError "not enough arguments for format string" if there is none. */
  next(): V
  /** The int for a `*`, or null if the value is not an int ("* wants int"). */
  toInt(value: V): bigint | null
  /** The text of a value, by `percentText`, `percentInt`, … below. */
  convert(value: V, conversion: Conversion): string
}

const LARGEST_SIZE = 0x7fff_ffff_ffff_ffffn
const LARGEST_INT = 0x7fff_ffffn

/**
 * The template with every conversion replaced. The caller then raises TypeError "not all arguments converted
 * during string formatting" if values are left and they are no mapping.
 */
export function formatPercent<V>(template: string, values: PercentArguments<V>): string {
  let result = ''
  let at = 0
  for (;;) {
    const percent = template.indexOf('%', at)
    if (percent < 0) return result + template.slice(at)
    result += template.slice(at, percent)
    if (template[percent + 1] === '%') {
      result += '%'
      at = percent + 2
      continue
    }
    const parsed = readConversion(template, percent + 1, values)
    at = parsed.end
    result += values.convert(values.next(), parsed.conversion)
  }
}

/** The error for a letter that stands for no conversion. */
export function unsupportedConversion(conversion: Conversion): TextError {
  const { code, index } = conversion
  const point = code.codePointAt(0)!
  const shown = point >= 32 && point <= 126 ? code : '?'
  return new TextError(
    'ValueError',
    `unsupported format character '${shown}' (0x${point.toString(16)}) at index ${index}`,
  )
}

/** For the codes s, r, a: the text, cut to the precision and padded to the width. */
export function percentText(text: string, conversion: Conversion): string {
  const { precision, width, left } = conversion
  let length = codePointLength(text)
  let shown = text
  if (precision !== -1 && precision < length) {
    shown = substring(text, 0, precision)
    length = precision
  }
  if (width <= length) return shown
  const padding = repeatFill(' ', width - length)
  return left ? shown + padding : padding + shown
}

/** For the code c: one character, padded. The caller has checked that the value is a character or in range. */
export function percentCharacter(character: string, conversion: Conversion): string {
  return percentText(character, { ...conversion, precision: -1 })
}

/** For the codes d, i, u, o, x, X. */
export function percentInt(
  value: bigint,
  conversion: Conversion,
  maxDigits = DEFAULT_MAX_STR_DIGITS,
): string {
  const { code, precision, alternate } = conversion
  const negative = value < 0n
  const size = negative ? -value : value
  let digits: string
  if (code === 'o') digits = size.toString(8)
  else if (code === 'x' || code === 'X') digits = size.toString(16)
  else digits = intToText(size, maxDigits)
  if (code === 'X') digits = digits.toUpperCase()
  if (precision > digits.length) digits = repeatFill('0', precision - digits.length) + digits
  const prefix = alternate && (code === 'o' || code === 'x' || code === 'X') ? `0${code}` : ''
  return percentNumber(negative, prefix, digits, conversion)
}

/** For the codes e, f, g and their capitals. */
export function percentFloat(value: number, conversion: Conversion): string {
  const { code, precision, alternate } = conversion
  const text = formatFloat(value, code as FloatCode, precision === -1 ? 6 : precision, { alternate })
  const negative = text[0] === '-'
  return percentNumber(negative, '', negative ? text.slice(1) : text, conversion)
}

function percentNumber(negative: boolean, prefix: string, digits: string, conversion: Conversion): string {
  const sign = negative ? '-' : conversion.sign ? '+' : conversion.space ? ' ' : ''
  const missing = conversion.width - sign.length - prefix.length - digits.length
  if (conversion.left) return sign + prefix + digits + repeatFill(' ', missing)
  if (conversion.zero) return sign + prefix + repeatFill('0', missing) + digits
  return repeatFill(' ', missing) + sign + prefix + digits
}

/** Reads what stands between the percent sign and the letter, taking values for `(key)` and `*`. */
function readConversion<V>(
  template: string,
  start: number,
  values: PercentArguments<V>,
): { conversion: Conversion; end: number } {
  let at = start
  if (template[at] === '(') {
    if (!values.isMapping) throw new TextError('TypeError', 'format requires a mapping')
    const close = closingParenthesis(template, at)
    values.select(template.slice(at + 1, close))
    at = close + 1
  }
  const conversion: Conversion = {
    code: '',
    index: 0,
    left: false,
    sign: false,
    space: false,
    alternate: false,
    zero: false,
    width: -1,
    precision: -1,
  }
  flags: for (; ; at++) {
    switch (template[at]) {
      case '-':
        conversion.left = true
        break
      case '+':
        conversion.sign = true
        break
      case ' ':
        conversion.space = true
        break
      case '#':
        conversion.alternate = true
        break
      case '0':
        conversion.zero = true
        break
      default:
        break flags
    }
  }
  const star = (bits: number, cType: string) => {
    const value = values.toInt(values.next())
    if (value === null) throw new TextError('TypeError', '* wants int')
    if (BigInt.asIntN(bits, value) === value) return Number(value)
    throw new TextError('OverflowError', `Python int too large to convert to C ${cType}`)
  }
  if (template[at] === '*') {
    conversion.width = star(64, 'ssize_t')
    if (conversion.width < 0) {
      conversion.left = true
      conversion.width = -conversion.width
    }
    at++
  } else {
    const number = readDigits(template, at, LARGEST_SIZE, 'width too big')
    conversion.width = number.value
    at = number.end
  }
  if (template[at] === '.') {
    at++
    if (template[at] === '*') {
      conversion.precision = Math.max(star(32, 'int'), 0)
      at++
    } else {
      const number = readDigits(template, at, LARGEST_INT, 'precision too big')
      conversion.precision = Math.max(number.value, 0)
      at = number.end
    }
  }
  // A length as in C is accepted and means nothing.
  if (at < template.length && 'hlL'.includes(template[at]!)) at++
  if (at >= template.length) throw new TextError('ValueError', 'incomplete format')
  conversion.code = String.fromCodePoint(template.codePointAt(at)!)
  conversion.index = codePointOffset(template, at)
  return { conversion, end: at + conversion.code.length }
}

function closingParenthesis(template: string, open: number): number {
  let depth = 0
  for (let i = open; i < template.length; i++) {
    if (template[i] === '(') depth++
    else if (template[i] === ')' && --depth === 0) return i
  }
  throw new TextError('ValueError', 'incomplete format key')
}

function readDigits(
  text: string,
  start: number,
  largest: bigint,
  message: string,
): { value: number; end: number } {
  let end = start
  while (end < text.length && text.charCodeAt(end) >= 48 && text.charCodeAt(end) <= 57) end++
  if (end === start) return { value: -1, end }
  const value = BigInt(text.slice(start, end))
  if (value > largest) throw new TextError('ValueError', message)
  return { value: Number(value), end }
}
