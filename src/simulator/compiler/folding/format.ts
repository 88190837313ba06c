/**
 * `'%s: %r' % (a, b)` becomes an f-string, as long as only `%s`, `%r` and `%a` with width and precision occur.
 * As `optimize_format` in `Python/ast_opt.c`.
 */
import type { BinOp, Expr, FormattedValue, JoinedStr, Position } from '../../syntax/ast.ts'
import { constantNode, strConstant } from '../constants.ts'

const nowhere: Position = { lineno: -1, col_offset: -1, end_lineno: -1, end_col_offset: -1 }

/** Flags; a width and a precision of at most two digits; the conversion. */
const specifier = /%([-+ #0]*)(\d{0,2})(\.\d{0,2})?([sra])/y

/** The f-string for `format % values`, or null if it cannot be one. */
export function foldFormat(node: BinOp, format: string, values: readonly Expr[]): JoinedStr | null {
  const parts: Expr[] = []
  let used = 0
  let at = 0
  while (true) {
    const end = literalEnd(format, at)
    if (end > at) {
      const literal = format.slice(at, end).replaceAll('%%', '%')
      parts.push(constantNode(strConstant(literal), nowhere))
    }
    if (end >= format.length) break
    specifier.lastIndex = end
    const match = specifier.exec(format)
    const value = values[used]
    if (match === null || value === undefined) return null
    parts.push(formatted(value, match[1] ?? '', match[2] ?? '', match[3], match[4] ?? 's'))
    used += 1
    at = specifier.lastIndex
  }
  if (used < values.length) return null
  const { lineno, col_offset, end_lineno, end_col_offset } = node
  return { kind: 'JoinedStr', values: parts, lineno, col_offset, end_lineno, end_col_offset }
}

/** Where the text before the next conversion ends; `%%` is text. */
function literalEnd(format: string, start: number): number {
  let at = start
  while (at < format.length) {
    if (format[at] !== '%') at += 1
    else if (format[at + 1] === '%') at += 2
    else break
  }
  return at
}

function formatted(
  value: Expr,
  flags: string,
  width: string,
  precision: string | undefined,
  conversion: string,
): FormattedValue {
  let spec = ''
  if (!flags.includes('-') && Number(width) > 0) spec += '>'
  if (width !== '') spec += Number(width)
  if (precision !== undefined) spec += `.${Number(precision.slice(1))}`
  const { lineno, col_offset, end_lineno, end_col_offset } = value
  return {
    kind: 'FormattedValue',
    value,
    conversion: conversion.charCodeAt(0),
    // A constant here, where the parser has a JoinedStr; code generation takes either.
    format_spec: spec === '' ? null : (constantNode(strConstant(spec), nowhere) as unknown as JoinedStr),
    lineno,
    col_offset,
    end_lineno,
    end_col_offset,
  }
}
