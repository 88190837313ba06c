// String literals: their values, adjacent literals joined, and f-strings.
//
// An f-string becomes a JoinedStr of Constants and FormattedValues. `{x=}` stands for the text `x=` and the value, and
// so a replacement field can be two values. Text between them is joined into one Constant, empty text is dropped.
// In CPython: Parser/string_parser.c and the end of Parser/action_helpers.c.

import type * as ast from '../ast.ts'
import { decodeBytes, decodeText } from '../escapes.ts'
import * as T from '../tokens.ts'
import { ExpressionErrors } from './errors.ts'

const NOT_ASCII = /[^\x00-\x7f]/
const CONVERSIONS: readonly string[] = ['s', 'r', 'a']

export abstract class Strings extends ExpressionErrors {
  /** One or more literals side by side. */
  strings(): ast.Expr | null {
    if (
      this.at(T.STRING) &&
      this.kinds[this.pos + 1] !== T.STRING &&
      this.kinds[this.pos + 1] !== T.FSTRING_START
    ) {
      return this.string()
    }
    return this.remember('strings', this.adjacentStrings)
  }

  private adjacentStrings(): ast.Expr | null {
    const start = this.pos
    const parts: ast.Expr[] = []
    for (;;) {
      const part = this.at(T.STRING) ? this.string() : this.at(T.FSTRING_START) ? this.formatString() : null
      if (part === null) break
      parts.push(part)
    }
    this.touch()
    return parts.length === 0 ? null : this.concatenate(parts, this.span(start))
  }

  // ---- Plain literals ----

  private string(): ast.Constant {
    const index = this.pos++
    const start = this.tokens.starts[index] as number
    const end = this.tokens.ends[index] as number
    const source = this.source
    let open = start
    while (source.charCodeAt(open) !== 0x22 && source.charCodeAt(open) !== 0x27) open++
    const quote = source.charAt(open)
    const triple = end - open >= 6 && source.startsWith(quote + quote, open + 1)
    const size = triple ? 3 : 1
    const body = source.slice(open + size, end - size)
    const prefix = source.slice(start, open)
    const escapes = body.includes('\\') && !/r/i.test(prefix)
    const value = /b/i.test(prefix) ? this.bytes(index, body, escapes) : this.str(index, body, escapes)
    return { ...this.token(index), kind: 'Constant', value, u: prefix === 'u' ? 'u' : null }
  }

  private str(index: number, body: string, escapes: boolean): ast.ConstantValue {
    return { type: 'str', value: escapes ? this.decode(body, index) : body }
  }

  private bytes(index: number, body: string, escapes: boolean): ast.ConstantValue {
    if (NOT_ASCII.test(body)) {
      this.raiseAt(this.token(index), 'bytes can only contain ASCII literal characters')
    }
    if (!escapes)
      return { type: 'bytes', value: Uint8Array.from(body, (character) => character.charCodeAt(0)) }
    const decoded = decodeBytes(body)
    if (decoded.error !== null) this.raise(decoded.error)
    if (decoded.warning !== null) this.warn(decoded.warning, this.lines[index] as number)
    return { type: 'bytes', value: decoded.value }
  }

  /** Decodes escapes; the token is the one to which a warning belongs. */
  private decode(body: string, index: number): string {
    const decoded = decodeText(body)
    if (decoded.error !== null) this.raise(decoded.error)
    if (decoded.warning !== null) {
      // The tokenizer has warned of braces in an f-string already.
      const brace = this.kinds[index] !== T.STRING && /[{}]'$/.test(decoded.warning)
      if (!brace) this.warn(decoded.warning, this.lines[index] as number)
    }
    return decoded.value
  }

  // ---- f-strings ----

  private formatString(): ast.JoinedStr | null {
    const start = this.pos++
    const parts: ast.Expr[] = []
    for (;;) {
      const part = this.at(T.FSTRING_MIDDLE) ? this.formatText() : this.attempt(this.replacementField)
      if (part === null) break
      if (part.kind === 'JoinedStr') parts.push(...part.values)
      else parts.push(part)
    }
    if (!this.accept(T.FSTRING_END)) return this.backTo(start)
    const raw = /r/i.test(this.text(start))
    const values: ast.Expr[] = []
    for (const part of parts) {
      if (part.kind !== 'Constant' || part.value.type !== 'str') {
        values.push(part)
        continue
      }
      const text = part.value.value
      const value = raw || !text.includes('\\') ? text : this.decode(text, this.pos - 1)
      if (value !== '') values.push({ ...part, value: { type: 'str', value } })
    }
    return { ...this.span(start), kind: 'JoinedStr', values }
  }

  private formatText(): ast.Constant {
    const index = this.pos++
    return {
      ...this.token(index),
      kind: 'Constant',
      value: { type: 'str', value: this.text(index) },
      u: null,
    }
  }

  private replacementField(): ast.FormattedValue | ast.JoinedStr | null {
    const start = this.pos
    const field = this.field()
    if (field !== null) return field
    this.backTo(start)
    if (this.diagnosing && this.at(T.LBRACE)) this.invalidReplacementField()
    return null
  }

  private field(): ast.FormattedValue | ast.JoinedStr | null {
    const start = this.pos
    if (!this.accept(T.LBRACE)) return null
    const value = this.annotatedRhs()
    if (value === null) return null
    const debug = this.accept(T.EQUAL)
    // The token after the expression (and its `=`): there the text of `{x=}` ends.
    const terminator = this.pos
    const conversion = this.conversion()
    const format = this.at(T.COLON) ? this.formatSpec() : null
    if (!this.accept(T.RBRACE)) return null

    let code = debug && format === null ? 0x72 : -1
    if (conversion !== null) {
      const name = this.identifier(conversion)
      if (!CONVERSIONS.includes(name)) {
        const msg = `f-string: invalid conversion character '${name}': expected 's', 'r', or 'a'`
        this.raiseAt(this.token(conversion), msg)
      }
      code = name.charCodeAt(0)
    }
    const place = this.span(start)
    const field: ast.FormattedValue = {
      ...place,
      kind: 'FormattedValue',
      value,
      conversion: code,
      format_spec: format,
    }
    if (!debug) return field

    let { end_lineno, end_col_offset } = place
    if (conversion !== null) {
      end_lineno = this.lines[conversion] as number
      end_col_offset = this.cols[conversion] as number
    } else if (format !== null) {
      end_lineno = format.lineno
      end_col_offset = format.col_offset + 1
    }
    const text: ast.Constant = {
      lineno: place.lineno,
      col_offset: place.col_offset + 1,
      end_lineno,
      end_col_offset: end_col_offset - 1,
      kind: 'Constant',
      value: { type: 'str', value: this.debugText(start, terminator) },
      u: null,
    }
    const { lineno, col_offset } = place
    return { lineno, col_offset, end_lineno, end_col_offset, kind: 'JoinedStr', values: [text, field] }
  }

  /** The source of an expression with its `=`, without comments. */
  private debugText(brace: number, terminator: number): string {
    const text = this.source.slice(this.tokens.ends[brace], this.tokens.starts[terminator])
    // CPython, too, takes every `#` for a comment, even in a string.
    return text.includes('#') ? text.replace(/#[^\n]*/g, '') : text
  }

  /** Returns the token of the conversion's name. */
  private conversion(): number | null {
    const mark = this.pos
    if (!this.accept(T.EXCLAMATION)) return null
    if (!this.accept(T.NAME)) return this.backTo(mark)
    const sign = this.token(mark)
    const name = this.token(mark + 1)
    if (sign.lineno !== name.lineno || sign.end_col_offset !== name.col_offset) {
      this.raiseRange(sign, name, 'f-string: conversion type must come right after the exclamanation mark')
    }
    return mark + 1
  }

  private formatSpec(): ast.JoinedStr {
    const start = this.pos++
    const parts = this.formatSpecParts()
    const values = parts.filter((part) => !isEmptyText(part))
    const place = this.span(start)
    const [only] = values
    if (values.length === 0 || (values.length === 1 && only?.kind === 'Constant')) {
      return { ...place, kind: 'JoinedStr', values }
    }
    return this.concatenate(values, place) as ast.JoinedStr
  }

  private formatSpecParts(): ast.Expr[] {
    const parts: ast.Expr[] = []
    for (;;) {
      const part = this.at(T.FSTRING_MIDDLE) ? this.formatSpecText() : this.attempt(this.replacementField)
      if (part === null) return parts
      parts.push(part)
    }
  }

  private formatSpecText(): ast.Constant {
    const node = this.formatText()
    const value = this.decode(this.text(this.pos - 1), this.pos - 1)
    return { ...node, value: { type: 'str', value } }
  }

  private invalidReplacementField(): void {
    const mark = this.pos++
    for (const [kind, sign] of FIELD_SIGNS) {
      if (this.at(kind)) {
        this.raiseAt(this.token(this.pos), `f-string: valid expression required before '${sign}'`)
      }
    }
    if (this.annotatedRhs() === null) {
      this.backTo(mark + 1)
      this.raiseNext("f-string: expecting a valid expression after '{'")
    }
    if (!this.at(T.EQUAL) && !this.at(T.EXCLAMATION) && !this.at(T.COLON) && !this.at(T.RBRACE)) {
      this.raiseNext("f-string: expecting '=', or '!', or ':', or '}'")
    }
    if (this.accept(T.EQUAL) && !this.at(T.EXCLAMATION) && !this.at(T.COLON) && !this.at(T.RBRACE)) {
      this.raiseNext("f-string: expecting '!', or ':', or '}'")
    }
    if (this.accept(T.EXCLAMATION)) {
      if (this.at(T.COLON) || this.at(T.RBRACE)) this.raiseNext('f-string: missing conversion character')
      if (!this.accept(T.NAME)) this.raiseNext('f-string: invalid conversion character')
    }
    if (!this.at(T.COLON) && !this.at(T.RBRACE)) this.raiseNext("f-string: expecting ':' or '}'")
    if (this.accept(T.COLON)) {
      this.formatSpecParts()
      if (!this.at(T.RBRACE)) this.raiseNext("f-string: expecting '}', or format specs")
    }
    this.backTo(mark)
  }

  // ---- Joining ----

  private concatenate(parts: ast.Expr[], place: ast.Position): ast.Expr {
    const flat: ast.Expr[] = []
    let formatted = false
    let text = false
    let bytes = false
    for (const part of parts) {
      if (part.kind === 'JoinedStr') {
        formatted = true
        flat.push(...part.values)
      } else {
        if (part.kind !== 'Constant') formatted = true
        else if (part.value.type === 'bytes') bytes = true
        else text = true
        flat.push(part)
      }
    }
    if (bytes && (text || formatted)) this.raise('cannot mix bytes and nonbytes literals')
    if (bytes) return { ...(flat[0] as ast.Constant), ...place, value: joinBytes(flat) }
    if (!formatted && flat.length === 1) return flat[0] as ast.Expr

    const values: ast.Expr[] = []
    let joined: ast.Constant | null = null
    for (const part of flat) {
      if (part.kind !== 'Constant' || part.value.type !== 'str') {
        joined = null
        values.push(part)
      } else if (joined !== null && joined.value.type === 'str') {
        joined.value.value += part.value.value
        joined.end_lineno = part.end_lineno
        joined.end_col_offset = part.end_col_offset
      } else {
        joined = { ...part, value: { type: 'str', value: part.value.value } }
        values.push(joined)
      }
    }
    if (!formatted) return values[0] as ast.Expr
    return { ...place, kind: 'JoinedStr', values: values.filter((value) => !isEmptyText(value)) }
  }
}

const FIELD_SIGNS: readonly (readonly [number, string])[] = [
  [T.EQUAL, '='],
  [T.EXCLAMATION, '!'],
  [T.COLON, ':'],
  [T.RBRACE, '}'],
]

function isEmptyText(node: ast.Expr): boolean {
  return node.kind === 'Constant' && node.value.type === 'str' && node.value.value === ''
}

function joinBytes(parts: ast.Expr[]): ast.ConstantValue {
  const value: number[] = []
  for (const part of parts) {
    if (part.kind === 'Constant' && part.value.type === 'bytes') value.push(...part.value.value)
  }
  return { type: 'bytes', value: Uint8Array.from(value) }
}
