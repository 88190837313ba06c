/** `re.Match`: what a pattern matched. As `Modules/_sre/sre.c`. */
import { type HeapType, PyObject, type Visit } from '../../heap/object.ts'
import type { Held, Own } from '../../heap/reference.ts'
import { lend, newRef, release } from '../../heap/reference.ts'
import { tracked } from '../../objects/allocate.ts'
import { classMethod, defineType, getset, member, methodsOf, rawMethod } from '../../objects/declare/type.ts'
import { newDict, putItem } from '../../objects/dict.ts'
import { newGenericAlias } from '../../objects/generic-alias.ts'
import { newInt } from '../../objects/int.ts'
import { isIndex, toIndex } from '../../objects/protocols/numbers.ts'
import { toRepr } from '../../objects/protocols/text.ts'
import { newStr, PyStr } from '../../objects/str.ts'
import { newTuple } from '../../objects/tuple.ts'
import type { VM } from '../../objects/vm.ts'
import { expandTemplate, newTemplate } from './expansion.ts'
import type { Spans } from './machine.ts'
import type { PyPattern } from './pattern.ts'
import { getSlice } from './subject.ts'

export class PyMatch extends PyObject {
  readonly pattern: Held<PyPattern>
  readonly string: Held
  readonly marks: Int32Array
  readonly lastIndex: number
  readonly pos: number
  readonly endpos: number

  constructor(
    type: HeapType,
    pattern: Own<PyPattern>,
    string: Own,
    spans: Spans,
    pos: number,
    endpos: number,
  ) {
    super(type)
    this.pattern = pattern
    this.string = string
    this.marks = spans.marks
    this.lastIndex = spans.lastIndex
    this.pos = pos
    this.endpos = endpos
  }

  override traverse(visit: Visit): void {
    visit(this.string, 'string')
    visit(this.pattern, 're')
  }

  override dealloc(): void {
    release(this.string)
    release(this.pattern)
  }
}

export function newMatch(
  vm: VM,
  pattern: PyPattern,
  string: PyObject,
  spans: Spans,
  pos: number,
  endpos: number,
): Own {
  return tracked(
    vm,
    new PyMatch(vm.typeFor(matchSpec), newRef(pattern), newRef(string), spans, pos, endpos),
  ) as unknown as Own
}

/** The number of a group given by number or name. */
function toGroup(vm: VM, self: PyMatch, group: PyObject): number {
  let index: number | undefined
  if (group instanceof PyStr) index = self.pattern.names.get(group.value)
  else if (isIndex(group)) index = toIndex(vm, group, 'IndexError')
  if (index === undefined || index < 0 || index >= self.pattern.groups)
    return vm.raise('IndexError', 'no such group')
  return index
}

function getGroup(vm: VM, self: PyMatch, index: number, otherwise: PyObject): Own {
  const start = self.marks[2 * index]!
  return start < 0 ? newRef(otherwise) : getSlice(vm, self.string, start, self.marks[2 * index + 1]!)
}

function spanOf(vm: VM, self: PyMatch, index: number): Own {
  return newTuple(vm, [
    newInt(vm, self.marks[2 * index]!),
    newInt(vm, self.marks[2 * index + 1]!),
  ] as Held[]) as unknown as Own
}

const method = methodsOf<PyMatch>()
const zero = (vm: VM, group: PyObject | null): PyObject => group ?? vm.smallInts[5]!

export const matchSpec = defineType(PyMatch, 're.Match', 'What a regular expression matched.', {
  basicsize: 80,
  container: true,
  noInstantiation: true,
  slots: {
    __repr__: (vm, self) => {
      const text = lend(getGroup(vm, self, 0, vm.None), (whole) => toRepr(vm, whole))
      return newStr(
        vm,
        `<re.Match object; span=(${self.marks[0]}, ${self.marks[1]}), match=${text.slice(0, 50)}>`,
      ) as unknown as Own
    },
    __getitem__: (vm, self, group) => getGroup(vm, self, toGroup(vm, self, group), vm.None),
  },
  methods: [
    rawMethod<PyMatch>(
      'group(self, *groups) -> object',
      'What groups matched.',
      (vm, self, args, kwnames) => {
        if (kwnames !== null && kwnames.length > 0)
          vm.raise('TypeError', 'Match.group() takes no keyword arguments')
        if (args.length === 0) return getGroup(vm, self, 0, vm.None)
        if (args.length === 1) return getGroup(vm, self, toGroup(vm, self, args[0]!), vm.None)
        const indices = args.map((arg) => toGroup(vm, self, arg))
        return newTuple(
          vm,
          indices.map((index) => getGroup(vm, self, index, vm.None)),
        ) as unknown as Own
      },
    ),
    method('groups(self, /, default=None) -> object', 'What all groups matched.', (vm, self, otherwise) =>
      newTuple(
        vm,
        Array.from({ length: self.pattern.groups - 1 }, (_, i) => getGroup(vm, self, i + 1, otherwise)),
      ),
    ),
    method(
      'groupdict(self, /, default=None) -> object',
      'What the groups with names matched, by name.',
      (vm, self, otherwise) => {
        const result = newDict(vm)
        for (const [name, index] of self.pattern.names) {
          lend(newStr(vm, name), (key) => putItem(vm, result, key, getGroup(vm, self, index, otherwise)))
        }
        return result as unknown as Own
      },
    ),
    method(
      'start(self, group=NULL, /) -> ssize_t',
      'Where a group begins.',
      (vm, self, group) => self.marks[2 * toGroup(vm, self, zero(vm, group))]!,
    ),
    method(
      'end(self, group=NULL, /) -> ssize_t',
      'Where a group ends.',
      (vm, self, group) => self.marks[2 * toGroup(vm, self, zero(vm, group)) + 1]!,
    ),
    method('span(self, group=NULL, /) -> object', 'Where a group begins and ends.', (vm, self, group) =>
      spanOf(vm, self, toGroup(vm, self, zero(vm, group))),
    ),
    method(
      'expand(self, /, template) -> object',
      'A template with its groups filled in.',
      (vm, self, template) =>
        expandTemplate(vm, newTemplate(vm, self.pattern, template), self.string, self.marks),
    ),
    method('__copy__(self, /) -> object', 'Itself.', (_vm, self) => newRef(self)),
    method('__deepcopy__(self, memo, /) -> object', 'Itself.', (_vm, self) => newRef(self)),
    classMethod('__class_getitem__(cls, item, /) -> object', 'The type with a parameter.', newGenericAlias),
  ],
  getset: [
    member('string', 'What was searched.', (_vm, self) => newRef(self.string)),
    member('re', 'The pattern.', (_vm, self) => newRef(self.pattern)),
    member('pos', 'Where the search began.', (vm, self) => newInt(vm, self.pos)),
    member('endpos', 'Where it had to end.', (vm, self) => newInt(vm, self.endpos)),
    getset('lastindex', 'The group that was closed last.', (vm, self) =>
      self.lastIndex < 0 ? newRef(vm.None) : newInt(vm, self.lastIndex),
    ),
    getset('lastgroup', 'Its name.', (vm, self) => {
      for (const [name, index] of self.pattern.names) if (index === self.lastIndex) return newStr(vm, name)
      return newRef(vm.None)
    }),
    getset('regs', 'Where all groups begin and end.', (vm, self) =>
      newTuple(
        vm,
        Array.from({ length: self.pattern.groups }, (_, i) => spanOf(vm, self, i)),
      ),
    ),
  ],
})
