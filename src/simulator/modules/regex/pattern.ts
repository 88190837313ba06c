/** `re.Pattern`: a compiled regular expression. As `Modules/_sre/sre.c`. */
import { type HeapType, PyObject, type Visit } from '../../heap/object.ts'
import type { Held, Own } from '../../heap/reference.ts'
import { lend, newRef, release } from '../../heap/reference.ts'
import { tracked } from '../../objects/allocate.ts'
import { newBool } from '../../objects/bool.ts'
import { bytesOf } from '../../objects/buffers.ts'
import { newBytes } from '../../objects/bytes.ts'
import { EQ, NE } from '../../objects/declare/slots.ts'
import { classMethod, defineType, getset, member, methodsOf } from '../../objects/declare/type.ts'
import type { PyDict } from '../../objects/dict.ts'
import { newGenericAlias } from '../../objects/generic-alias.ts'
import { newInt } from '../../objects/int.ts'
import { newCallableIterator } from '../../objects/iterators.ts'
import { newList } from '../../objects/list.ts'
import { newMappingProxy } from '../../objects/mapping-proxy.ts'
import { getAttrNamed } from '../../objects/protocols/attributes.ts'
import { isCallable } from '../../objects/protocols/calls.ts'
import { hashOf, isSame } from '../../objects/protocols/comparison.ts'
import { toRepr } from '../../objects/protocols/text.ts'
import { newStr, PyStr } from '../../objects/str.ts'
import { newTuple } from '../../objects/tuple.ts'
import { typeName } from '../../objects/type.ts'
import type { VM } from '../../objects/vm.ts'
import { expandTemplate, newTemplate } from './expansion.ts'
import { Matcher, type Spans } from './machine.ts'
import { newMatch } from './match.ts'
import { ASCII, DEBUG, DOTALL, IGNORECASE, LOCALE, MULTILINE, UNICODE, VERBOSE } from './nodes.ts'
import type { Program } from './program.ts'
import { getSlice, type Subject, toSubject } from './subject.ts'

export class PyPattern extends PyObject {
  readonly pattern: Held
  readonly groupIndex: Held<PyDict>
  readonly flags: number
  readonly program: Program
  /** Number of groups, with the whole match. */
  readonly groups: number
  readonly names: ReadonlyMap<string, number>
  readonly isText: boolean

  constructor(
    type: HeapType,
    pattern: Own,
    groupIndex: Own<PyDict>,
    flags: number,
    program: Program,
    names: ReadonlyMap<string, number>,
  ) {
    super(type)
    this.pattern = pattern
    this.groupIndex = groupIndex
    this.flags = flags
    this.program = program
    this.groups = program.groups
    this.names = names
    this.isText = pattern instanceof PyStr
  }

  override traverse(visit: Visit): void {
    visit(this.groupIndex, 'groupindex')
    visit(this.pattern, 'pattern')
  }

  override dealloc(): void {
    release(this.pattern)
    release(this.groupIndex)
  }
}

/** A search in a part of a subject. */
interface Range {
  readonly subject: Subject
  readonly start: number
  readonly end: number
}

function toRange(vm: VM, self: PyPattern, string: PyObject, pos: number, endpos: number): Range {
  const subject = toSubject(vm, string, self.isText)
  const end = Math.min(Math.max(endpos, 0), subject.length)
  return { subject, start: Math.min(Math.max(pos, 0), end), end }
}

const matcherOf = (self: PyPattern, { subject, end }: Range): Matcher =>
  new Matcher(self.program, subject.characters, end, () => {})

/** All matches, each not overlapping the one before. */
function* matches(self: PyPattern, range: Range): Generator<Spans> {
  const matcher = matcherOf(self, range)
  let at = range.start
  let wasEmpty = false
  while (at <= range.end) {
    const found = matcher.search(at, wasEmpty)
    if (found === null) return
    yield found
    wasEmpty = found.marks[0] === found.marks[1]
    at = found.marks[1]!
  }
}

type How = 'match' | 'fullmatch' | 'search'

function find(vm: VM, self: PyPattern, how: How, string: PyObject, pos: number, endpos: number): Own {
  const range = toRange(vm, self, string, pos, endpos)
  const matcher = matcherOf(self, range)
  const found =
    how === 'search'
      ? matcher.search(range.start)
      : matcher.matchAt(range.start, how === 'match' ? 'anywhere' : 'end')
  return found === null ? newRef(vm.None) : newMatch(vm, self, string, found, range.start, range.end)
}

function findAll(vm: VM, self: PyPattern, string: PyObject, pos: number, endpos: number): Own {
  const range = toRange(vm, self, string, pos, endpos)
  const items: Held[] = []
  const empty = (): Own => getSlice(vm, string, 0, 0)
  for (const { marks } of matches(self, range)) {
    const part = (group: number): Own => {
      const start = marks[2 * group]!
      return start < 0 ? empty() : getSlice(vm, string, start, marks[2 * group + 1]!)
    }
    if (self.groups === 1) items.push(part(0))
    else if (self.groups === 2) items.push(part(1))
    else
      items.push(
        newTuple(
          vm,
          Array.from({ length: self.groups - 1 }, (_, i) => part(i + 1)),
        ) as Held,
      )
  }
  return newList(vm, items) as unknown as Own
}

function split(vm: VM, self: PyPattern, string: PyObject, maxsplit: number): Own {
  const range = toRange(vm, self, string, 0, Number.MAX_SAFE_INTEGER)
  const items: Held[] = []
  let last = 0
  let count = 0
  for (const { marks } of matches(self, range)) {
    if (maxsplit > 0 && count >= maxsplit) break
    items.push(getSlice(vm, string, last, marks[0]!))
    for (let group = 1; group < self.groups; group++) {
      const start = marks[2 * group]!
      items.push(start < 0 ? newRef(vm.None) : getSlice(vm, string, start, marks[2 * group + 1]!))
    }
    last = marks[1]!
    count++
  }
  items.push(getSlice(vm, string, last, range.subject.length))
  return newList(vm, items) as unknown as Own
}

/** The text or bytes of several parts. */
function join(vm: VM, isText: boolean, parts: readonly Held[]): Own {
  if (isText)
    return newStr(vm, parts.map((part) => (part as unknown as PyStr).value).join('')) as unknown as Own
  const all = parts.map((part) => bytesOf(part) ?? new Uint8Array(0))
  const result = new Uint8Array(all.reduce((sum, each) => sum + each.length, 0))
  let at = 0
  for (const each of all) {
    result.set(each, at)
    at += each.length
  }
  return newBytes(vm, result) as unknown as Own
}

/** What `sub` and `subn` give: the new text, and how often something was replaced. */
function substitute(
  vm: VM,
  self: PyPattern,
  repl: PyObject,
  string: PyObject,
  count: number,
): { text: Own; times: number } {
  const range = toRange(vm, self, string, 0, Number.MAX_SAFE_INTEGER)
  const template = isCallable(repl) ? null : newTemplate(vm, self, repl)
  const parts: Held[] = []
  let last = 0
  let times = 0
  try {
    for (const found of matches(self, range)) {
      if (count > 0 && times >= count) break
      const start = found.marks[0]!
      if (last < start) parts.push(getSlice(vm, string, last, start))
      last = found.marks[1]!
      times++
      const replacement =
        template === null
          ? lend(newMatch(vm, self, string, found, range.start, range.end), (match) => vm.call(repl, [match]))
          : expandTemplate(vm, template, string, found.marks)
      if (replacement === vm.None) {
        release(replacement)
        continue
      }
      parts.push(replacement)
      const fits = self.isText ? replacement instanceof PyStr : bytesOf(replacement) !== null
      if (!fits) {
        const [item, expected] = self.isText
          ? ['sequence item', 'str instance']
          : ['sequence item', 'a bytes-like object']
        vm.raise(
          'TypeError',
          `${item} ${parts.length - 1}: expected ${expected}, ${typeName(replacement)} found`,
        )
      }
    }
    if (last < range.subject.length) parts.push(getSlice(vm, string, last, range.subject.length))
    return {
      text: parts.length === 1 && times === 0 ? newRef(parts[0]!) : join(vm, self.isText, parts),
      times,
    }
  } finally {
    parts.forEach(release)
  }
}

/** Finds one match after the other: what `finditer` calls. */
class PyScanner extends PyObject {
  readonly pattern: Held<PyPattern>
  readonly string: Held
  readonly range: Range
  at: number | null
  wasEmpty = false

  constructor(type: HeapType, pattern: Own<PyPattern>, string: Own, range: Range) {
    super(type)
    this.pattern = pattern
    this.string = string
    this.range = range
    this.at = range.start
  }

  override traverse(visit: Visit): void {
    visit(this.pattern, 'pattern')
    visit(this.string, 'string')
  }

  override dealloc(): void {
    release(this.pattern)
    release(this.string)
  }
}

function scan(vm: VM, self: PyScanner, how: 'match' | 'search'): Own {
  if (self.at === null) return newRef(vm.None)
  const matcher = matcherOf(self.pattern, self.range)
  const found =
    how === 'search'
      ? matcher.search(self.at, self.wasEmpty)
      : matcher.matchAt(self.at, 'anywhere', self.wasEmpty)
  if (found === null) {
    self.at = null
    return newRef(vm.None)
  }
  self.wasEmpty = found.marks[0] === found.marks[1]
  self.at = found.marks[1]!
  return newMatch(vm, self.pattern, self.string, found, self.range.start, self.range.end)
}

const scannerSpec = defineType(PyScanner, '_sre.SRE_Scanner', 'Finds one match after the other.', {
  container: true,
  noInstantiation: true,
  methods: [
    methodsOf<PyScanner>()(
      'match(self, /) -> object',
      'The match at the place where the last one ended.',
      (vm, self) => scan(vm, self, 'match'),
    ),
    methodsOf<PyScanner>()('search(self, /) -> object', 'The next match.', (vm, self) =>
      scan(vm, self, 'search'),
    ),
  ],
  getset: [member('pattern', 'The pattern.', (_vm, self) => newRef(self.pattern))],
})

function newScanner(vm: VM, self: PyPattern, string: PyObject, pos: number, endpos: number): Own {
  const range = toRange(vm, self, string, pos, endpos)
  return tracked(
    vm,
    new PyScanner(vm.typeFor(scannerSpec), newRef(self), newRef(string), range),
  ) as unknown as Own
}

const flagNames: readonly (readonly [number, string])[] = [
  [IGNORECASE, 're.IGNORECASE'],
  [LOCALE, 're.LOCALE'],
  [MULTILINE, 're.MULTILINE'],
  [DOTALL, 're.DOTALL'],
  [UNICODE, 're.UNICODE'],
  [VERBOSE, 're.VERBOSE'],
  [DEBUG, 're.DEBUG'],
  [ASCII, 're.ASCII'],
]

function repr(vm: VM, self: PyPattern): Own {
  // What goes without saying is not shown.
  const flags =
    self.isText && (self.flags & (LOCALE | UNICODE | ASCII)) === UNICODE ? self.flags & ~UNICODE : self.flags
  const shown = flagNames.filter(([flag]) => flags & flag).map(([, name]) => name)
  const rest = flags & ~flagNames.reduce((sum, [flag]) => sum | flag, 0)
  if (rest !== 0) shown.push(`0x${rest.toString(16)}`)
  const text = toRepr(vm, self.pattern).slice(0, 200)
  return newStr(vm, `re.compile(${text}${shown.length > 0 ? `, ${shown.join('|')}` : ''})`) as unknown as Own
}

const method = methodsOf<PyPattern>()
const end = 'endpos: ssize_t = sys.maxsize'

export const patternSpec = defineType(PyPattern, 're.Pattern', 'A compiled regular expression.', {
  basicsize: 88,
  container: true,
  hasWeakrefs: true,
  noInstantiation: true,
  slots: {
    __repr__: repr,
    __hash__: (vm, self) => hashOf(vm, self.pattern),
    richcompare: (vm, self, other, operator) => {
      if ((operator !== EQ && operator !== NE) || !(other instanceof PyPattern))
        return newRef(vm.NotImplemented)
      const same =
        self === other ||
        (self.flags === other.flags &&
          self.isText === other.isText &&
          isSame(vm, self.pattern, other.pattern))
      return newBool(vm, same === (operator === EQ))
    },
  },
  methods: [
    method(
      `match(self, /, string, pos: ssize_t = 0, ${end}) -> object`,
      'A match at the beginning, or None.',
      (vm, self, string, pos, endpos) => find(vm, self, 'match', string, pos, endpos as number),
    ),
    method(
      `fullmatch(self, /, string, pos: ssize_t = 0, ${end}) -> object`,
      'A match of everything, or None.',
      (vm, self, string, pos, endpos) => find(vm, self, 'fullmatch', string, pos, endpos as number),
    ),
    method(
      `search(self, /, string, pos: ssize_t = 0, ${end}) -> object`,
      'The first match, or None.',
      (vm, self, string, pos, endpos) => find(vm, self, 'search', string, pos, endpos as number),
    ),
    method(
      `findall(self, /, string, pos: ssize_t = 0, ${end}) -> object`,
      'What all matches matched.',
      (vm, self, string, pos, endpos) => findAll(vm, self, string, pos, endpos as number),
    ),
    method(
      `finditer(self, /, string, pos: ssize_t = 0, ${end}) -> object`,
      'An iterator of all matches.',
      (vm, self, string, pos, endpos) =>
        lend(newScanner(vm, self, string, pos, endpos as number), (scanner) =>
          lend(
            getAttrNamed(vm, scanner, 'search'),
            (search) => newCallableIterator(vm, search, vm.None) as unknown as Own,
          ),
        ),
    ),
    method(
      `scanner(self, /, string, pos: ssize_t = 0, ${end}) -> object`,
      'What finds one match after the other.',
      (vm, self, string, pos, endpos) => newScanner(vm, self, string, pos, endpos as number),
    ),
    method('split(self, /, string, maxsplit: ssize_t = 0) -> object', 'The parts between matches.', split),
    method(
      'sub(self, /, repl, string, count: ssize_t = 0) -> object',
      'The text with matches replaced.',
      (vm, self, repl, string, count) => substitute(vm, self, repl, string, count).text,
    ),
    method(
      'subn(self, /, repl, string, count: ssize_t = 0) -> object',
      'That text, and how often something was replaced.',
      (vm, self, repl, string, count) => {
        const { text, times } = substitute(vm, self, repl, string, count)
        return newTuple(vm, [text, newInt(vm, times)])
      },
    ),
    method('__copy__(self, /) -> object', 'Itself.', (_vm, self) => newRef(self)),
    method('__deepcopy__(self, memo, /) -> object', 'Itself.', (_vm, self) => newRef(self)),
    method('__reduce__(self, /) -> object', 'How to rebuild it.', (vm, self) =>
      lend(vm.importModule('re'), (re) =>
        newTuple(vm, [
          getAttrNamed(vm, re, '_compile') as Held,
          newTuple(vm, [newRef(self.pattern), newInt(vm, self.flags)]) as Held,
        ]),
      ),
    ),
    classMethod('__class_getitem__(cls, item, /) -> object', 'The type with a parameter.', newGenericAlias),
  ],
  getset: [
    member('pattern', 'The text of the pattern.', (_vm, self) => newRef(self.pattern)),
    member('flags', 'The flags.', (vm, self) => newInt(vm, self.flags)),
    member('groups', 'The number of groups.', (vm, self) => newInt(vm, self.groups - 1)),
    getset(
      'groupindex',
      'Numbers of groups by their names.',
      (vm, self) => newMappingProxy(vm, newRef(self.groupIndex)) as unknown as Own,
    ),
  ],
})
