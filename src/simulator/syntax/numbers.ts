// Number literals: where one ends, what is wrong with it, and its value.
//
// A scan stops at the first character that cannot belong to the literal. A keyword that follows directly (`1if x`)
// is allowed with a warning; any other letter is an error.
// In CPython: the number part of Parser/lexer/lexer.c, and parsenumber in Parser/pegen.c.

import type { ConstantValue } from './ast.ts'

/** What a scan found. On an error, `end` is where the tokenizer stands when it complains. */
export interface NumberScan {
  readonly end: number
  readonly warning: string | null
  readonly error: string | null
  /** For one message that marks a range instead of the place it stands: the offset after the leading zeros. */
  readonly zerosEnd: number
}

const DIGITS = /[0-9]/
const HEXADECIMAL = /[0-9a-fA-F]/
const OCTAL = /[0-7]/
const BINARY = /[01]/
const IDENTIFIER = /[a-zA-Z0-9_]/
const FOLLOWING_KEYWORDS = ['and', 'else', 'for', 'or', 'not']

class NumberError {
  readonly msg: string
  readonly end: number
  readonly zerosEnd: number
  constructor(msg: string, end: number, zerosEnd = -1) {
    this.msg = msg
    this.end = end
    this.zerosEnd = zerosEnd
  }
}

/** Scans the literal that begins at `start`, with a digit or with a point before a digit. */
export function scanNumber(source: string, start: number): NumberScan {
  try {
    return new NumberScanner(source, start).scan()
  } catch (error) {
    if (!(error instanceof NumberError)) throw error
    return { end: error.end, warning: null, error: error.msg, zerosEnd: error.zerosEnd }
  }
}

const PLAIN_NUMBER =
  /0[xX](?:_?[0-9a-fA-F])+|0[oO](?:_?[0-7])+|0[bB](?:_?[01])+|(?:\d(?:_?\d)*)?(?:\.(?:\d(?:_?\d)*)?)?(?:[eE][+-]?\d(?:_?\d)*)?[jJ]?/y

/** Where a number ends that only what follows it makes wrong (`1abc`, `0777`); null if it is wrong in itself. */
export function numberBefore(source: string, start: number): number | null {
  PLAIN_NUMBER.lastIndex = start
  const text = PLAIN_NUMBER.exec(source)![0]
  const end = start + text.length
  const next = source.charAt(end)
  if (/[\d_]/.test(next) || (text === '0' && /[xob]/i.test(next))) return null
  return /e/i.test(next) && /[-+]/.test(source.charAt(end + 1)) ? null : end
}

class NumberScanner {
  readonly source: string
  readonly start: number
  pos: number
  warning: string | null = null

  constructor(source: string, start: number) {
    this.source = source
    this.start = start
    this.pos = start
  }

  scan(): NumberScan {
    if (this.character() === '0') this.afterZero()
    else this.decimal()
    return { end: this.pos, warning: this.warning, error: null, zerosEnd: -1 }
  }

  character(): string {
    return this.source.charAt(this.pos)
  }

  at(pattern: RegExp): boolean {
    return pattern.test(this.character())
  }

  afterZero(): void {
    this.pos++
    const letter = this.character().toLowerCase()
    if (letter === 'x') this.radix(HEXADECIMAL, 'hexadecimal')
    else if (letter === 'o') this.radix(OCTAL, 'octal')
    else if (letter === 'b') this.radix(BINARY, 'binary')
    else this.zeros()
  }

  radix(digits: RegExp, name: string): void {
    this.pos++
    do {
      if (this.character() === '_') this.pos++
      if (!this.at(digits)) {
        this.checkDigit(name)
        throw new NumberError(`invalid ${name} literal`, this.pos)
      }
      while (this.at(digits)) this.pos++
    } while (this.character() === '_')
    this.checkDigit(name)
    this.checkEnd(name)
  }

  /** A digit that the base does not have. */
  checkDigit(name: string): void {
    if (!this.at(DIGITS)) return
    throw new NumberError(`invalid digit '${this.character()}' in ${name} literal`, this.pos + 1)
  }

  /** Zero, written with any number of zeros, or a float or complex number that begins so. */
  zeros(): void {
    for (;;) {
      if (this.character() === '_') {
        this.pos++
        if (!this.at(DIGITS)) throw new NumberError('invalid decimal literal', this.pos)
      }
      if (this.character() !== '0') break
      this.pos++
    }
    const zerosEnd = this.pos + 1
    const nonzero = this.at(DIGITS)
    if (nonzero) this.digits()
    const next = this.character().toLowerCase()
    if (next === '.' || next === 'e' || next === 'j') {
      this.afterDigits()
    } else if (nonzero) {
      throw new NumberError(
        'leading zeros in decimal integer literals are not permitted; use an 0o prefix for octal integers',
        this.pos,
        zerosEnd,
      )
    } else {
      this.checkEnd('decimal')
    }
  }

  decimal(): void {
    if (this.character() !== '.') this.digits()
    this.afterDigits()
  }

  afterDigits(): void {
    if (this.character() === '.') {
      this.pos++
      if (this.at(DIGITS)) this.digits()
    }
    if (this.character().toLowerCase() === 'e' && !this.exponent()) return
    if (this.character().toLowerCase() === 'j') {
      this.pos++
      this.checkEnd('imaginary')
    } else {
      this.checkEnd('decimal')
    }
  }

  /** Returns false when the `e` begins a keyword instead. */
  exponent(): boolean {
    const mark = this.pos
    this.pos++
    const sign = this.character()
    if (sign === '+' || sign === '-') {
      this.pos++
      if (!this.at(DIGITS)) throw new NumberError('invalid decimal literal', this.pos)
    } else if (!this.at(DIGITS)) {
      this.pos = mark
      this.checkEnd('decimal')
      return false
    }
    this.digits()
    return true
  }

  digits(): void {
    for (;;) {
      while (this.at(DIGITS)) this.pos++
      if (this.character() !== '_') return
      this.pos++
      if (!this.at(DIGITS)) throw new NumberError('invalid decimal literal', this.pos)
    }
  }

  checkEnd(name: string): void {
    if (!this.at(IDENTIFIER)) return
    if (!this.atKeyword()) throw new NumberError(`invalid ${name} literal`, this.pos)
    this.warning = `invalid ${name} literal`
  }

  atKeyword(): boolean {
    const next = this.source.charAt(this.pos + 1)
    if (this.character() === 'i' && (next === 'f' || next === 'n' || next === 's')) return true
    for (const keyword of FOLLOWING_KEYWORDS) {
      if (this.source.startsWith(keyword, this.pos)) {
        const after = this.source.charAt(this.pos + keyword.length)
        return !(IDENTIFIER.test(after) || after.charCodeAt(0) >= 128)
      }
    }
    return false
  }
}

/** The most digits CPython converts from decimal. */
export const MAX_DECIMAL_DIGITS = 4300

/** The value of a literal that was scanned without error; null when it has more digits than may be converted. */
export function numberValue(literal: string): ConstantValue | null {
  const text = literal.includes('_') ? literal.replaceAll('_', '') : literal
  const second = text.charCodeAt(1) | 0x20
  if (text.charCodeAt(0) === 0x30 && (second === 0x78 || second === 0x6f || second === 0x62)) {
    return { type: 'int', value: BigInt(text.toLowerCase()) }
  }
  const last = text.charCodeAt(text.length - 1) | 0x20
  if (last === 0x6a) return { type: 'complex', real: 0, imag: Number(text.slice(0, -1)) }
  if (/[.eE]/.test(text)) return { type: 'float', value: Number(text) }
  if (text.length > MAX_DECIMAL_DIGITS) return null
  return { type: 'int', value: BigInt(text) }
}
