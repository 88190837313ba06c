/**
 * Constants as Python's `repr` writes them: for the disassembler, for annotations as text, and for error messages.
 * As the `repr` of the types in `Objects/`.
 */
import type { CodeData, Constant } from './code.ts'

/** The text of a constant; a code object's may be given by the caller, who knows its address. */
export function constantRepr(value: Constant, codeRepr: (code: CodeData) => string = plainCodeRepr): string {
  const item = (inner: Constant): string => constantRepr(inner, codeRepr)
  switch (value.type) {
    case 'None':
      return 'None'
    case 'Ellipsis':
      return 'Ellipsis'
    case 'bool':
      return value.value ? 'True' : 'False'
    case 'int':
      return value.value.toString()
    case 'float':
      return floatRepr(value.value)
    case 'complex':
      return complexRepr(value.real, value.imag)
    case 'str':
      return stringRepr(value.value)
    case 'bytes':
      return bytesRepr(value.value)
    case 'tuple':
      return `(${value.items.map(item).join(', ')}${value.items.length === 1 ? ',' : ''})`
    case 'frozenset':
      return value.items.length === 0 ? 'frozenset()' : `frozenset({${value.items.map(item).join(', ')}})`
    case 'code':
      return codeRepr(value.code)
  }
}

/** A code object's `repr`, without the address. */
function plainCodeRepr({ co_name, co_filename, co_firstlineno }: CodeData): string {
  return `<code object ${co_name}, file "${co_filename}", line ${co_firstlineno}>`
}

function floatRepr(value: number): string {
  const short = shortFloat(value)
  return /^-?\d+$/.test(short) ? `${short}.0` : short
}

function complexRepr(real: number, imag: number): string {
  const imagText = `${shortFloat(imag)}j`
  if (Object.is(real, 0)) return imagText
  const sign = imag < 0 || Object.is(imag, -0) ? '' : '+'
  return `(${shortFloat(real)}${sign}${imagText})`
}

/** Without a trailing `.0`: as in complex numbers. */
function shortFloat(value: number): string {
  if (Number.isNaN(value)) return 'nan'
  if (!Number.isFinite(value)) return value > 0 ? 'inf' : '-inf'
  if (Object.is(value, -0)) return '-0'
  const [mantissa = '', exponent = '0'] = value.toExponential().split('e')
  const power = Number(exponent)
  if (power < -4 || power >= 16) {
    return `${mantissa}e${power < 0 ? '-' : '+'}${String(Math.abs(power)).padStart(2, '0')}`
  }
  const digits = mantissa.replace('-', '').replace('.', '')
  const sign = value < 0 ? '-' : ''
  if (power < 0) return `${sign}0.${'0'.repeat(-power - 1)}${digits}`
  const whole = digits.slice(0, power + 1).padEnd(power + 1, '0')
  const fraction = digits.slice(power + 1)
  return sign + (fraction === '' ? whole : `${whole}.${fraction}`)
}

const escapes: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\t': '\\t', '\\': '\\\\' }

/** A string as Python's `repr` writes it. */
export function stringRepr(value: string): string {
  const quote = value.includes("'") && !value.includes('"') ? '"' : "'"
  let body = ''
  for (const character of value) {
    const code = character.codePointAt(0) ?? 0
    if (character === quote) body += `\\${quote}`
    else if (escapes[character] !== undefined) body += escapes[character]
    else if (code < 0x7f && code >= 0x20) body += character
    else if (code >= 0xa0 && code !== 0xad && isPrintable(character)) body += character
    else if (code <= 0xff) body += `\\x${code.toString(16).padStart(2, '0')}`
    else if (code <= 0xffff) body += `\\u${code.toString(16).padStart(4, '0')}`
    else body += `\\U${code.toString(16).padStart(8, '0')}`
  }
  return quote + body + quote
}

/** Not a control, format, private, surrogate, unassigned or separator character. */
const isPrintable = (character: string): boolean => !/[\p{C}\p{Z}]/u.test(character)

/** Bytes as Python's `repr` writes them. */
export function bytesRepr(value: Uint8Array): string {
  const characters = Array.from(value, (byte) => String.fromCharCode(byte)).join('')
  const quote = characters.includes("'") && !characters.includes('"') ? '"' : "'"
  let body = ''
  for (const character of characters) {
    const code = character.charCodeAt(0)
    if (character === quote) body += `\\${quote}`
    else if (escapes[character] !== undefined) body += escapes[character]
    else if (code < 0x20 || code >= 0x7f) body += `\\x${code.toString(16).padStart(2, '0')}`
    else body += character
  }
  return `b${quote}${body}${quote}`
}
