/** The replacement of `sub` and `expand`: text with references to groups. As `parse_template` of `Lib/re/_parser.py`. */
import { characters } from '../../objects/text/code-points.ts'
import { isIdentifier } from '../../objects/text/unicode.ts'
import { pythonRepr } from './escapes.ts'
import { DIGITS, OCTAL_DIGITS, PatternSource } from './source.ts'

/** Text, or the number of a group. */
export type TemplatePart = string | number

/** An unknown name in `\g<name>`, which is an IndexError. */
export class UnknownGroup {
  readonly message: string

  constructor(name: string) {
    this.message = `unknown group name ${pythonRepr(name)}`
  }
}

const controls: Readonly<Record<string, string>> = {
  a: '\x07',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
  '\\': '\\',
}

/** Reads a template for a pattern with so many groups. Throws `RegexError` or `UnknownGroup`. */
export function parseTemplate(
  text: string,
  isText: boolean,
  groups: number,
  names: ReadonlyMap<string, number>,
): readonly TemplatePart[] {
  const source = new PatternSource(text, isText)
  const parts: TemplatePart[] = []
  let literal = ''
  const addGroup = (index: number, offset: number): void => {
    if (index >= groups) throw source.error(`invalid group reference ${index}`, offset)
    if (literal !== '') parts.push(literal)
    literal = ''
    parts.push(index)
  }
  for (let token = source.get(); token !== null; token = source.get()) {
    if (token[0] !== '\\') {
      literal += token
      continue
    }
    const kind = characters(token)[1]!
    if (kind === 'g') {
      if (!source.match('<')) throw source.error('missing <')
      const name = source.getUntil('>', 'group name')
      const length = characters(name).length + 1
      if (/^[0-9]+$/.test(name)) addGroup(Number(name), length)
      else {
        if (!isIdentifier(name)) throw source.error(`bad character in group name ${pythonRepr(name)}`, length)
        const index = names.get(name)
        if (index === undefined) throw new UnknownGroup(name)
        addGroup(index, length)
      }
    } else if (kind === '0') {
      const digits = token.slice(1) + source.getWhile(2, OCTAL_DIGITS)
      literal += String.fromCharCode(Number.parseInt(digits, 8) & 0xff)
    } else if (DIGITS.test(kind)) {
      let whole = token
      if (source.next !== null && DIGITS.test(source.next)) {
        whole += source.get()
        const octal = OCTAL_DIGITS.test(whole[1]!) && OCTAL_DIGITS.test(whole[2]!)
        if (octal && source.next !== null && OCTAL_DIGITS.test(source.next)) {
          whole += source.get()
          const code = Number.parseInt(whole.slice(1), 8)
          if (code > 0o377)
            throw source.error(`octal escape value ${whole} outside of range 0-0o377`, whole.length)
          literal += String.fromCharCode(code)
          continue
        }
      }
      addGroup(Number(whole.slice(1)), whole.length - 1)
    } else if (controls[kind] !== undefined) literal += controls[kind]
    else {
      if (/^[a-zA-Z]$/.test(kind)) throw source.error(`bad escape ${token}`, token.length)
      literal += token
    }
  }
  if (literal !== '') parts.push(literal)
  return parts
}
