/** From the text of a regular expression to its tree, with CPython's mistakes in its order. As `Lib/re/_parser.py`. */
import { characters } from '../../objects/text/code-points.ts'
import { isIdentifier } from '../../objects/text/unicode.ts'
import { type NameLookup, pythonRepr, readEscape, readSetEscape } from './escapes.ts'
import {
  ASCII,
  DEBUG,
  DOTALL,
  type Greed,
  IGNORECASE,
  LOCALE,
  MULTILINE,
  type Node,
  type ParsedPattern,
  RegexError,
  RegexRefusal,
  type SetItem,
  UNICODE,
  UNLIMITED,
  VERBOSE,
} from './nodes.ts'
import { DIGITS, PatternSource } from './source.ts'

const flagLetters: Readonly<Record<string, number>> = {
  i: IGNORECASE,
  L: LOCALE,
  m: MULTILINE,
  s: DOTALL,
  x: VERBOSE,
  a: ASCII,
  u: UNICODE,
}

const TYPE_FLAGS = ASCII | LOCALE | UNICODE

class GroupState {
  flags: number
  readonly names = new Map<string, number>()
  /** Whether each group is still open; the whole match comes first. */
  readonly open: boolean[] = [false]
  readonly references = new Map<number, number>()
  readonly warnings: string[] = []
  /** Groups from this number on began inside of the lookbehind that is being read. */
  lookbehindGroups: number | null = null

  constructor(flags: number) {
    this.flags = flags
  }

  openGroup(source: PatternSource, name: string | null): number {
    const index = this.open.length
    this.open.push(true)
    if (name !== null) {
      const before = this.names.get(name)
      if (before !== undefined) {
        const length = characters(name).length + 1
        throw source.error(
          `redefinition of group name ${pythonRepr(name)} as group ${index}; was group ${before}`,
          length,
        )
      }
      this.names.set(name, index)
    }
    return index
  }

  isClosed(index: number): boolean {
    return index < this.open.length && !this.open[index]
  }

  checkLookbehind(source: PatternSource, index: number): void {
    if (this.lookbehindGroups === null) return
    if (!this.isClosed(index)) throw source.error('cannot refer to an open group')
    if (index >= this.lookbehindGroups) {
      throw source.error('cannot refer to group defined in the same lookbehind subpattern')
    }
  }
}

interface Reader {
  readonly source: PatternSource
  readonly state: GroupState
  readonly names: NameLookup
}

/** Reads a pattern. Throws `RegexError` or `RegexRefusal`. */
export function parsePattern(text: string, isText: boolean, flags: number, names: NameLookup): ParsedPattern {
  const source = new PatternSource(text, isText)
  const state = new GroupState(flags)
  const reader = { source, state, names }
  const root = readAlternatives(reader, (flags & VERBOSE) !== 0, 0, flags)
  const finalFlags = fixFlags(isText, state.flags)
  if (source.next !== null) throw source.error('unbalanced parenthesis')
  for (const [index, position] of state.references) {
    if (index >= state.open.length) throw new RegexError(`invalid group reference ${index}`, position)
  }
  if (finalFlags & DEBUG) throw new RegexRefusal('NotImplementedError', 're.DEBUG is not simulated')
  return {
    root: finalFlags === flags ? root : reread(text, isText, finalFlags, names),
    flags: finalFlags,
    groups: state.open.length,
    names: state.names,
    warnings: state.warnings,
  }
}

/** Global flags in the pattern hold from its beginning: it is read again with them. */
function reread(text: string, isText: boolean, flags: number, names: NameLookup): Node {
  const reader = { source: new PatternSource(text, isText), state: new GroupState(flags), names }
  return readAlternatives(reader, (flags & VERBOSE) !== 0, 0, flags)
}

function fixFlags(isText: boolean, flags: number): number {
  if (isText) {
    if (flags & LOCALE) throw new RegexRefusal('ValueError', 'cannot use LOCALE flag with a str pattern')
    if ((flags & ASCII) === 0) return flags | UNICODE
    if (flags & UNICODE) throw new RegexRefusal('ValueError', 'ASCII and UNICODE flags are incompatible')
    return flags
  }
  if (flags & UNICODE) throw new RegexRefusal('ValueError', 'cannot use UNICODE flag with a bytes pattern')
  if (flags & LOCALE && flags & ASCII)
    throw new RegexRefusal('ValueError', 'ASCII and LOCALE flags are incompatible')
  return flags
}

function readAlternatives(reader: Reader, verbose: boolean, depth: number, flags: number): Node {
  const options: Node[] = []
  for (;;) {
    options.push(readSequence(reader, verbose, depth + 1, depth === 0 && options.length === 0, flags))
    if (!reader.source.match('|')) break
    if (depth === 0) verbose = (reader.state.flags & VERBOSE) !== 0
  }
  return options.length === 1 ? options[0]! : { kind: 'branch', options }
}

function readSequence(reader: Reader, verbose: boolean, depth: number, first: boolean, flags: number): Node {
  const { source, state } = reader
  const items: Node[] = []
  for (;;) {
    const token = source.next
    if (token === null || token === '|' || token === ')') return { kind: 'sequence', items }
    source.get()
    if (verbose) {
      if (/^[ \t\n\r\v\f]$/.test(token)) continue
      if (token === '#') {
        for (let each = source.get(); each !== null && each !== '\n'; ) each = source.get()
        continue
      }
    }
    if (token[0] === '\\') items.push(readEscaped(reader, token, flags))
    else if (token === '[') items.push(readSet(reader, flags))
    else if (token === '.') items.push({ kind: 'any', flags })
    else if (token === '^')
      items.push({ kind: 'at', position: flags & MULTILINE ? 'line-start' : 'start', flags })
    else if (token === '$')
      items.push({ kind: 'at', position: flags & MULTILINE ? 'line-end' : 'end', flags })
    else if (token === '*' || token === '+' || token === '?' || token === '{')
      readRepeat(reader, token, items, flags)
    else if (token === '(') {
      const start = source.tell() - 1
      const group = readGroup(reader, start, verbose, depth, flags, first && items.length === 0)
      if (group === 'global flags') {
        flags |= state.flags & ~TYPE_FLAGS
        verbose = (state.flags & VERBOSE) !== 0
      } else if (group !== null) items.push(group)
    } else items.push({ kind: 'char', code: token.codePointAt(0)!, flags })
  }
}

function readEscaped({ source, state, names }: Reader, token: string, flags: number): Node {
  const escape = readEscape(source, token, names)
  switch (escape.kind) {
    case 'char':
      return { kind: 'char', code: escape.code, flags }
    case 'category':
      return { kind: 'set', items: [escape], negated: false, flags }
    case 'at':
      return { kind: 'at', position: escape.position, flags }
    case 'group': {
      const { index, text } = escape
      if (index >= state.open.length) throw source.error(`invalid group reference ${index}`, text.length - 1)
      if (!state.isClosed(index)) throw source.error('cannot refer to an open group', text.length)
      state.checkLookbehind(source, index)
      return { kind: 'backreference', index, flags }
    }
  }
}

/** What a doubled character in a set may mean one day. */
const setOperations: Readonly<Record<string, string>> = {
  '-': 'difference',
  '&': 'intersection',
  '~': 'symmetric difference',
  '|': 'union',
}

function readSet(reader: Reader, flags: number): Node {
  const { source, state, names } = reader
  const here = source.tell() - 1
  const items: SetItem[] = []
  const negated = source.match('^')
  if (source.next === '[') state.warnings.push(`Possible nested set at position ${source.tell()}`)
  const itemOf = (token: string): SetItem =>
    token[0] === '\\' ? readSetEscape(source, token, names) : { kind: 'char', code: token.codePointAt(0)! }
  let isFirst = true
  for (;;) {
    const token = source.get()
    if (token === null) throw source.error('unterminated character set', source.tell() - here)
    if (token === ']' && !isFirst) break
    isFirst = false
    const operation = setOperations[token]
    if (operation !== undefined && items.length > 0 && source.next === token) {
      state.warnings.push(`Possible set ${operation} at position ${source.tell() - 1}`)
    }
    const item = itemOf(token)
    if (!source.match('-')) {
      items.push(item)
      continue
    }
    const second = source.get()
    if (second === null) throw source.error('unterminated character set', source.tell() - here)
    if (second === ']') {
      items.push(item, { kind: 'char', code: 45 })
      break
    }
    if (second === '-') state.warnings.push(`Possible set difference at position ${source.tell() - 2}`)
    const end = itemOf(second)
    const bad = () =>
      source.error(
        `bad character range ${token}-${second}`,
        characters(token).length + 1 + characters(second).length,
      )
    if (item.kind !== 'char' || end.kind !== 'char' || end.code < item.code) throw bad()
    items.push({ kind: 'range', low: item.code, high: end.code })
  }
  return { kind: 'set', items, negated, flags }
}

function readRepeat({ source }: Reader, token: string, items: Node[], flags: number): void {
  const here = source.tell()
  let min = 0
  let max = UNLIMITED
  if (token === '?') max = 1
  else if (token === '+') min = 1
  else if (token === '{') {
    const literal = () => items.push({ kind: 'char', code: 123, flags })
    if (source.next === '}') {
      literal()
      return
    }
    const low = source.getWhile(Number.MAX_SAFE_INTEGER, DIGITS)
    const high = source.match(',') ? source.getWhile(Number.MAX_SAFE_INTEGER, DIGITS) : low
    if (!source.match('}')) {
      literal()
      source.seek(here)
      return
    }
    if (low !== '') min = toCount(low)
    if (high !== '') {
      max = toCount(high)
      if (max < min) throw source.error('min repeat greater than max repeat', source.tell() - here)
    }
  }
  const last = items.at(-1)
  if (last === undefined || last.kind === 'at')
    throw source.error('nothing to repeat', source.tell() - here + token.length)
  if (last.kind === 'repeat') throw source.error('multiple repeat', source.tell() - here + token.length)
  const greed: Greed = source.match('?') ? 'lazy' : source.match('+') ? 'possessive' : 'greedy'
  items[items.length - 1] = { kind: 'repeat', min, max, greed, body: last }
}

function toCount(digits: string): number {
  const count = Number(digits)
  if (count >= UNLIMITED) throw new RegexRefusal('OverflowError', 'the repetition number is too large')
  return count
}

/** What follows `(`: a node, null for a comment, or the news that flags of the whole pattern were set. */
function readGroup(
  reader: Reader,
  start: number,
  verbose: boolean,
  depth: number,
  flags: number,
  first: boolean,
): Node | null | 'global flags' {
  const { source } = reader
  const close = (): void => {
    if (!source.match(')')) throw source.error('missing ), unterminated subpattern', source.tell() - start)
  }
  if (!source.match('?')) return readCapture(reader, null, close, verbose, depth, flags)
  const kind = source.get()
  if (kind === null) throw source.error('unexpected end of pattern')
  switch (kind) {
    case 'P':
      return readNamed(reader, close, verbose, depth, flags)
    case ':':
      return closed(readAlternatives(reader, verbose, depth, flags), close)
    case '#':
      for (;;) {
        if (source.next === null) throw source.error('missing ), unterminated comment', source.tell() - start)
        if (source.get() === ')') return null
      }
    case '=':
    case '!':
    case '<':
      return readLook(reader, kind, close, verbose, depth, flags)
    case '(':
      return readConditional(reader, close, verbose, depth, flags)
    case '>': {
      const body = readAlternatives(reader, verbose, depth, flags)
      close()
      return { kind: 'atomic', body }
    }
    default: {
      if (flagLetters[kind] === undefined && kind !== '-') {
        throw source.error(`unknown extension ?${kind}`, characters(kind).length + 1)
      }
      const change = readFlags(reader, kind)
      if (change === null) {
        if (!first)
          throw source.error('global flags not at the start of the expression', source.tell() - start)
        return 'global flags'
      }
      const inner = (flags & ~(change.add & TYPE_FLAGS ? TYPE_FLAGS : 0) & ~change.remove) | change.add
      const innerVerbose = (verbose || (change.add & VERBOSE) !== 0) && (change.remove & VERBOSE) === 0
      return closed(readAlternatives(reader, innerVerbose, depth, inner), close)
    }
  }
}

/** A group without number is a node of its own, so that `(?:ab)*` repeats all of it. */
function closed(body: Node, close: () => void): Node {
  close()
  return { kind: 'group', index: null, body }
}

function readCapture(
  reader: Reader,
  name: string | null,
  close: () => void,
  verbose: boolean,
  depth: number,
  flags: number,
): Node {
  const { source, state } = reader
  const index = state.openGroup(source, name)
  const body = readAlternatives(reader, verbose, depth, flags)
  close()
  state.open[index] = false
  return { kind: 'group', index, body }
}

function checkName(source: PatternSource, name: string, offset: number): void {
  const valid = source.isText ? isIdentifier(name) : /^[A-Za-z_][A-Za-z_0-9]*$/.test(name)
  if (!valid)
    throw source.error(
      `bad character in group name ${pythonRepr(name, source.isText)}`,
      characters(name).length + offset,
    )
}

function readNamed(reader: Reader, close: () => void, verbose: boolean, depth: number, flags: number): Node {
  const { source, state } = reader
  if (source.match('<')) {
    const name = source.getUntil('>', 'group name')
    checkName(source, name, 1)
    return readCapture(reader, name, close, verbose, depth, flags)
  }
  if (source.match('=')) {
    const name = source.getUntil(')', 'group name')
    checkName(source, name, 1)
    const index = state.names.get(name)
    const length = characters(name).length + 1
    if (index === undefined) throw source.error(`unknown group name ${pythonRepr(name)}`, length)
    if (!state.isClosed(index)) throw source.error('cannot refer to an open group', length)
    state.checkLookbehind(source, index)
    return { kind: 'backreference', index, flags }
  }
  const other = source.get()
  if (other === null) throw source.error('unexpected end of pattern')
  throw source.error(`unknown extension ?P${other}`, characters(other).length + 2)
}

function readLook(
  reader: Reader,
  kind: string,
  close: () => void,
  verbose: boolean,
  depth: number,
  flags: number,
): Node {
  const { source, state } = reader
  const behind = kind === '<'
  let sign: string | null = kind
  const outer = state.lookbehindGroups
  if (behind) {
    sign = source.get()
    if (sign === null) throw source.error('unexpected end of pattern')
    if (sign !== '=' && sign !== '!')
      throw source.error(`unknown extension ?<${sign}`, characters(sign).length + 2)
    if (outer === null) state.lookbehindGroups = state.open.length
  }
  const body = readAlternatives(reader, verbose, depth, flags)
  if (behind && outer === null) state.lookbehindGroups = null
  close()
  const negated = sign === '!'
  if (negated && body.kind === 'sequence' && body.items.length === 0) return { kind: 'failure' }
  return { kind: 'look', behind, negated, body }
}

function readConditional(
  reader: Reader,
  close: () => void,
  verbose: boolean,
  depth: number,
  flags: number,
): Node {
  const { source, state } = reader
  const name = source.getUntil(')', 'group name')
  const length = characters(name).length + 1
  let index: number
  if (/^[0-9]+$/.test(name)) {
    index = Number(name)
    if (index === 0) throw source.error('bad group number', length)
    if (index >= 0x3fff_ffff) throw source.error(`invalid group reference ${index}`, length)
    if (!state.references.has(index)) state.references.set(index, source.tell() - length)
  } else {
    checkName(source, name, 1)
    const found = state.names.get(name)
    if (found === undefined) throw source.error(`unknown group name ${pythonRepr(name)}`, length)
    index = found
  }
  state.checkLookbehind(source, index)
  const yes = readSequence(reader, verbose, depth + 1, false, flags)
  let no: Node | null = null
  if (source.match('|')) {
    no = readSequence(reader, verbose, depth + 1, false, flags)
    if (source.next === '|') throw source.error('conditional backref with more than two branches')
  }
  close()
  return { kind: 'conditional', index, yes, no }
}

/** Flags after `(?`: those of a group, or null after setting those of the whole pattern. */
function readFlags({ source, state }: Reader, letter: string): { add: number; remove: number } | null {
  let add = 0
  let remove = 0
  let token: string | null = letter
  const isLetter = (text: string): boolean => /^\p{L}$/u.test(text)
  if (token !== '-') {
    for (;;) {
      const flag = flagLetters[token]!
      if (source.isText && token === 'L')
        throw source.error("bad inline flags: cannot use 'L' flag with a str pattern")
      if (!source.isText && token === 'u')
        throw source.error("bad inline flags: cannot use 'u' flag with a bytes pattern")
      add |= flag
      if (flag & TYPE_FLAGS && (add & TYPE_FLAGS) !== flag) {
        throw source.error("bad inline flags: flags 'a', 'u' and 'L' are incompatible")
      }
      token = source.get()
      if (token === null) throw source.error('missing -, : or )')
      if (token === ')' || token === '-' || token === ':') break
      if (flagLetters[token] === undefined) {
        throw source.error(isLetter(token) ? 'unknown flag' : 'missing -, : or )', characters(token).length)
      }
    }
  }
  if (token === ')') {
    state.flags |= add
    return null
  }
  if (token === '-') {
    token = source.get()
    if (token === null) throw source.error('missing flag')
    if (flagLetters[token] === undefined)
      throw source.error(isLetter(token) ? 'unknown flag' : 'missing flag', characters(token).length)
    for (;;) {
      const flag = flagLetters[token]!
      if (flag & TYPE_FLAGS) throw source.error("bad inline flags: cannot turn off flags 'a', 'u' and 'L'")
      remove |= flag
      token = source.get()
      if (token === null) throw source.error('missing :')
      if (token === ':') break
      if (flagLetters[token] === undefined)
        throw source.error(isLetter(token) ? 'unknown flag' : 'missing :', characters(token).length)
    }
  }
  if (add & remove) throw source.error('bad inline flags: flag turned on and off', 1)
  return { add, remove }
}
