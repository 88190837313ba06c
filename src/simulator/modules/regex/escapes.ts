/** What a backslash means in a pattern, outside and inside of a set. As `_escape` and `_class_escape` of `Lib/re/_parser.py`. */
import { characters } from '../../objects/text/code-points.ts'
import type { CategoryName, Position, SetItem } from './nodes.ts'
import { DIGITS, HEX_DIGITS, OCTAL_DIGITS, type PatternSource } from './source.ts'

/** Finds a character by its Unicode name; null for none. */
export type NameLookup = (name: string) => number | null

const controls: Readonly<Record<string, number>> = {
  a: 7,
  b: 8,
  f: 12,
  n: 10,
  r: 13,
  t: 9,
  v: 11,
  '\\': 92,
}

export const categories: Readonly<Record<string, CategoryName>> = {
  d: 'digit',
  D: 'not-digit',
  s: 'space',
  S: 'not-space',
  w: 'word',
  W: 'not-word',
}

export const positions: Readonly<Record<string, Position>> = {
  A: 'start',
  Z: 'last',
  b: 'boundary',
  B: 'no-boundary',
}

const letter = /^[a-zA-Z]$/

/** `\xhh`, `\uhhhh`, `\Uhhhhhhhh` and `\N{name}`; null for anything else. */
function byNumberOrName(source: PatternSource, escape: string, names: NameLookup): number | null {
  const kind = escape[1]!
  const length = kind === 'x' ? 2 : kind === 'u' && source.isText ? 4 : kind === 'U' && source.isText ? 8 : 0
  if (length > 0) {
    const whole = escape + source.getWhile(length, HEX_DIGITS)
    if (whole.length !== length + 2) throw source.error(`incomplete escape ${whole}`, whole.length)
    const code = Number.parseInt(whole.slice(2), 16)
    if (code > 0x10_ffff) throw source.error(`bad escape ${whole}`, whole.length)
    return code
  }
  if (kind !== 'N' || !source.isText) return null
  if (!source.match('{')) throw source.error('missing {')
  const name = source.getUntil('}', 'character name')
  const code = names(name)
  if (code === null) throw source.error(`undefined character name ${pythonRepr(name)}`, name.length + 4)
  return code
}

/** The repr of a name in a pattern; of one of bytes only ASCII is shown as it is. */
export function pythonRepr(text: string, isText = true): string {
  const quote = text.includes("'") && !text.includes('"') ? '"' : "'"
  const shown = text.replaceAll('\\', '\\\\').replaceAll(quote, `\\${quote}`).replaceAll('\n', '\\n')
  return (
    quote +
    (isText ? shown : shown.replace(/[^ -~]/g, (unit) => `\\x${unit.charCodeAt(0).toString(16)}`)) +
    quote
  )
}

function octal(source: PatternSource, escape: string): number {
  const code = Number.parseInt(escape.slice(1), 8)
  if (code > 0o377) throw source.error(`octal escape value ${escape} outside of range 0-0o377`, escape.length)
  return code
}

/** A backslash inside of `[…]`. */
export function readSetEscape(source: PatternSource, escape: string, names: NameLookup): SetItem {
  const kind = characters(escape)[1]!
  const control = controls[kind]
  if (control !== undefined) return { kind: 'char', code: control }
  const category = categories[kind]
  if (category !== undefined) return { kind: 'category', name: category }
  const code = byNumberOrName(source, escape, names)
  if (code !== null) return { kind: 'char', code }
  if (OCTAL_DIGITS.test(kind))
    return { kind: 'char', code: octal(source, escape + source.getWhile(2, OCTAL_DIGITS)) }
  if (DIGITS.test(kind) || letter.test(kind)) throw source.error(`bad escape ${escape}`, escape.length)
  return { kind: 'char', code: kind.codePointAt(0)! }
}

/** What a backslash outside of a set is: a character, a category, a position or a reference to a group. */
export type Escape =
  | { readonly kind: 'char'; readonly code: number }
  | { readonly kind: 'category'; readonly name: CategoryName }
  | { readonly kind: 'at'; readonly position: Position }
  | { readonly kind: 'group'; readonly index: number; readonly text: string }

export function readEscape(source: PatternSource, escape: string, names: NameLookup): Escape {
  const kind = characters(escape)[1]!
  const position = positions[kind]
  if (position !== undefined) return { kind: 'at', position }
  const category = categories[kind]
  if (category !== undefined) return { kind: 'category', name: category }
  const control = controls[kind]
  if (control !== undefined) return { kind: 'char', code: control }
  const code = byNumberOrName(source, escape, names)
  if (code !== null) return { kind: 'char', code }
  if (kind === '0') {
    return { kind: 'char', code: Number.parseInt((escape + source.getWhile(2, OCTAL_DIGITS)).slice(1), 8) }
  }
  if (DIGITS.test(kind)) {
    let text = escape
    if (source.next !== null && DIGITS.test(source.next)) {
      text += source.get()
      const isOctal = OCTAL_DIGITS.test(text[1]!) && OCTAL_DIGITS.test(text[2]!)
      if (isOctal && source.next !== null && OCTAL_DIGITS.test(source.next)) {
        text += source.get()
        return { kind: 'char', code: octal(source, text) }
      }
    }
    return { kind: 'group', index: Number(text.slice(1)), text }
  }
  if (letter.test(kind)) throw source.error(`bad escape ${escape}`, escape.length)
  return { kind: 'char', code: kind.codePointAt(0)! }
}
