/**
 * `str.format`: templates with replacement fields such as `{0.name[key]!r:>{width}}`.
 *
 * The template is parsed field by field while values are fetched and formatted, because an error in it shows
 * only after the fields before it. `parseTemplate` and `splitFieldName` also serve `string.Formatter`. As
 * `Objects/stringlib/unicode_format.h`.
 */
import { FormatError } from './error.ts'
import { decimalValue } from './unicode.ts'

/** Literal text and the field after it; `field` is null after an escaped brace and at the end. */
export interface TemplatePiece {
  literal: string
  field: TemplateField | null
}

export interface TemplateField {
  name: string
  spec: string
  /** The character after `!`, or ''. */
  conversion: string
  /** Whether the specification has fields itself. */
  nested: boolean
}

/** A position; a bigint beyond the safe integers. */
export type Index = number | bigint

/** A step from a value to a part of it. */
export type FieldStep =
  | { kind: 'attribute'; name: string }
  | { kind: 'item'; key: string }
  | { kind: 'index'; index: Index }

/** Numbering of fields: automatic for `{}`, manual for `{0}`, never both in one template. */
export interface Numbering {
  mode: 'unset' | 'automatic' | 'manual'
  next: number
}

export function newNumbering(): Numbering {
  return { mode: 'unset', next: 0 }
}

/** Where `formatTemplate` gets values. Each V returned is handed back exactly once, to `release`. */
export interface TemplateArguments<V> {
  /** Raises IndexError "Replacement index N out of range for positional args tuple". */
  positional(index: Index): V
  /** Raises KeyError. */
  named(name: string): V
  attribute(value: V, name: string): V
  item(value: V, key: string | Index): V
  /** `repr`, `str` or `ascii` of the value. */
  convert(value: V, conversion: 'r' | 's' | 'a'): V
  /** `format(value, spec)` */
  format(value: V, spec: string): string
  release(value: V): void
}

const DEEPEST = 2
const LARGEST_SIZE = 0x7fff_ffff_ffff_ffffn

/** `template.format(…)`. */
export function formatTemplate<V>(template: string, values: TemplateArguments<V>): string {
  return formatLevel(template, values, newNumbering(), DEEPEST)
}

function formatLevel<V>(
  template: string,
  values: TemplateArguments<V>,
  numbering: Numbering,
  depth: number,
): string {
  if (depth === 0) throw new FormatError('Max string recursion exceeded')
  let result = ''
  for (const { literal, field } of parseTemplate(template)) {
    result += literal
    if (field !== null) result += formatField(field, values, numbering, depth)
  }
  return result
}

function formatField<V>(
  field: TemplateField,
  values: TemplateArguments<V>,
  numbering: Numbering,
  depth: number,
): string {
  const { first, rest } = splitFieldName(field.name, numbering)
  let value = typeof first === 'string' ? values.named(first) : values.positional(first)
  try {
    const advance = (next: V) => {
      const old = value
      value = next
      values.release(old)
    }
    for (const step of fieldSteps(rest)) {
      if (step.kind === 'attribute') advance(values.attribute(value, step.name))
      else advance(values.item(value, step.kind === 'index' ? step.index : step.key))
    }
    if (field.conversion !== '') advance(values.convert(value, checkConversion(field.conversion)))
    const spec = field.nested ? formatLevel(field.spec, values, numbering, depth - 1) : field.spec
    return values.format(value, spec)
  } finally {
    values.release(value)
  }
}

function checkConversion(conversion: string): 'r' | 's' | 'a' {
  if (conversion === 'r' || conversion === 's' || conversion === 'a') return conversion
  const point = conversion.codePointAt(0)!
  const shown = point > 32 && point < 127 ? conversion : `\\x${point.toString(16)}`
  throw new FormatError(`Unknown conversion specifier ${shown}`)
}

/** The pieces of a template, one by one; throws FormatError where the template goes wrong. */
export function* parseTemplate(template: string): Generator<TemplatePiece> {
  let at = 0
  while (at < template.length) {
    const start = at
    while (at < template.length && template[at] !== '{' && template[at] !== '}') at++
    if (at === template.length) {
      yield { literal: template.slice(start), field: null }
      return
    }
    const brace = template[at]!
    const doubled = template[at + 1] === brace
    if (brace === '}' && !doubled) throw new FormatError("Single '}' encountered in format string")
    if (at + 1 === template.length) throw new FormatError("Single '{' encountered in format string")
    if (doubled) {
      yield { literal: template.slice(start, at + 1), field: null }
      at += 2
      continue
    }
    const parsed = parseField(template, at + 1)
    yield { literal: template.slice(start, at), field: parsed.field }
    at = parsed.end
  }
}

/** The field whose name begins at an index; `end` is after its closing brace. */
function parseField(template: string, start: number): { field: TemplateField; end: number } {
  let at = start
  let stop = ''
  while (at < template.length && stop === '') {
    const character = template[at++]!
    if (character === '{') throw new FormatError("unexpected '{' in field name")
    if (character === '[') {
      while (at < template.length && template[at] !== ']') at++
    } else if (character === '}' || character === ':' || character === '!') stop = character
  }
  if (stop === '') throw new FormatError("expected '}' before end of string")
  const field: TemplateField = {
    name: template.slice(start, at - 1),
    spec: '',
    conversion: '',
    nested: false,
  }
  if (stop === '}') return { field, end: at }
  if (stop === '!') {
    if (at >= template.length) {
      throw new FormatError('end of string while looking for conversion specifier')
    }
    field.conversion = String.fromCodePoint(template.codePointAt(at)!)
    at += field.conversion.length
    if (at < template.length) {
      const next = template[at++]
      if (next === '}') return { field, end: at }
      if (next !== ':') throw new FormatError("expected ':' after conversion specifier")
    }
  }
  const from = at
  for (let depth = 1; at < template.length; at++) {
    if (template[at] === '{') {
      field.nested = true
      depth++
    } else if (template[at] === '}' && --depth === 0) {
      field.spec = template.slice(from, at)
      return { field, end: at + 1 }
    }
  }
  throw new FormatError("unmatched '{' in format spec")
}

/**
 * The first part of a field's name, a position or a keyword, and the rest for `fieldSteps`. With a numbering,
 * an empty first part becomes the next position; without, it stays ''.
 */
export function splitFieldName(
  name: string,
  numbering: Numbering | null,
): { first: string | Index; rest: string } {
  let end = 0
  while (end < name.length && name[end] !== '.' && name[end] !== '[') end++
  const first = name.slice(0, end)
  const rest = name.slice(end)
  const index = readIndex(first)
  if (numbering === null || (index === -1 && first !== ''))
    return { first: index === -1 ? first : index, rest }
  const wanted = first === '' ? 'automatic' : 'manual'
  if (numbering.mode === 'unset') numbering.mode = wanted
  if (numbering.mode !== wanted) {
    throw new FormatError(
      wanted === 'automatic'
        ? 'cannot switch from manual field specification to automatic field numbering'
        : 'cannot switch from automatic field numbering to manual field specification',
    )
  }
  return { first: first === '' ? numbering.next++ : index, rest }
}

/** The steps after a field's first part, one by one. */
export function* fieldSteps(rest: string): Generator<FieldStep> {
  let at = 0
  while (at < rest.length) {
    const mark = rest[at++]
    if (mark === '.') {
      const start = at
      while (at < rest.length && rest[at] !== '.' && rest[at] !== '[') at++
      const name = rest.slice(start, at)
      if (name === '') throw new FormatError('Empty attribute in format string')
      yield { kind: 'attribute', name }
    } else if (mark === '[') {
      const close = rest.indexOf(']', at)
      if (close < 0) throw new FormatError("Missing ']' in format string")
      const key = rest.slice(at, close)
      at = close + 1
      const index = readIndex(key)
      if (key === '') throw new FormatError('Empty attribute in format string')
      yield index === -1 ? { kind: 'item', key } : { kind: 'index', index }
    } else {
      throw new FormatError("Only '.' or '[' may follow ']' in format field specifier")
    }
  }
}

/** The number that a text of decimal digits spells, or -1. */
function readIndex(text: string): Index {
  let value = 0n
  for (const character of text) {
    const digit = decimalValue(character.codePointAt(0)!)
    if (digit < 0) return -1
    value = value * 10n + BigInt(digit)
    if (value > LARGEST_SIZE) throw new FormatError('Too many decimal digits in format string')
  }
  if (text === '') return -1
  return value > Number.MAX_SAFE_INTEGER ? value : Number(value)
}
