/** `types.UnionType`: `int | str`. As `Objects/unionobject.c`. */
import type { HeapType, PyObject, Visit } from '../heap/object.ts'
import { PyObject as Base } from '../heap/object.ts'
import type { Held, Own } from '../heap/reference.ts'
import { lend, newRef, release } from '../heap/reference.ts'
import { tracked } from './allocate.ts'
import { newBool } from './bool.ts'
import { EQ, NE } from './declare/slots.ts'
import { defineType, getset, member } from './declare/type.ts'
import { annotationText, PyGenericAlias } from './generic-alias.ts'
import { parametersOf, substitute } from './generic-substitution.ts'
import { hashOf, isSame } from './protocols/comparison.ts'
import { binary } from './protocols/numbers.ts'
import { newStr } from './str.ts'
import { hashFrozenset } from './text/hash.ts'
import { newTuple, type PyTuple } from './tuple.ts'
import { PyType } from './type.ts'
import { PyTypeAlias } from './type-alias.ts'
import type { VM } from './vm.ts'

export class PyUnion extends Base {
  readonly args: Held<PyTuple>

  constructor(type: HeapType, args: Own<PyTuple>) {
    super(type)
    this.args = args
  }

  override traverse(visit: Visit): void {
    visit(this.args, '__args__')
  }

  override dealloc(): void {
    release(this.args)
  }
}

function isUnionable(vm: VM, object: PyObject): boolean {
  return (
    object === vm.None ||
    object instanceof PyType ||
    object instanceof PyGenericAlias ||
    object instanceof PyUnion ||
    object instanceof PyTypeAlias
  )
}

/** `left | right` of types; NotImplemented where one side is no type. Equal members are merged. */
export function newUnion(vm: VM, left: PyObject, right: PyObject): Own {
  if (!isUnionable(vm, left) || !isUnionable(vm, right)) return newRef(vm.NotImplemented)
  const members: PyObject[] = []
  const add = (object: PyObject): void => {
    if (object instanceof PyUnion) for (const item of object.args.items) add(item)
    else {
      const type = object === vm.None ? vm.types.NoneType : object
      if (!members.some((each) => isSame(vm, each, type))) members.push(type)
    }
  }
  add(left)
  add(right)
  if (members.length === 1) return newRef(members[0]!)
  return tracked(
    vm,
    new PyUnion(vm.types.UnionType, newTuple(vm, members.map(newRef) as unknown as Held[])),
  ) as unknown as Own
}

export const unionSpec = defineType(PyUnion, 'types.UnionType', 'Several types, any of which may be meant.', {
  basicsize: 32,
  module: 'types',
  container: true,
  noInstantiation: true,
  slots: {
    __repr__: (vm, self) => newStr(vm, self.args.items.map((item) => annotationText(vm, item)).join(' | ')),
    __hash__: (vm, self) =>
      hashFrozenset(
        self.args.items.map((item) => hashOf(vm, item)),
        self.args.items.length,
      ),
    richcompare: (vm, self, other, operator) => {
      if ((operator !== EQ && operator !== NE) || !(other instanceof PyUnion))
        return newRef(vm.NotImplemented)
      const mine = self.args.items as readonly PyObject[]
      const theirs = other.args.items as readonly PyObject[]
      const same =
        mine.length === theirs.length && mine.every((item) => theirs.some((each) => isSame(vm, item, each)))
      return newBool(vm, same === (operator === EQ))
    },
    __or__: (vm, left, right) => newUnion(vm, left, right),
    __getitem__: (vm, self, item) =>
      lend(parametersOf(vm, self.args.items), (parameters) =>
        lend(substitute(vm, self, self.args.items, parameters, item), (args) => {
          let made = newRef(args.items[0]! as PyObject)
          for (const each of args.items.slice(1))
            made = lend(made, (left) => binary(vm, left, each, '__or__', '|'))
          return made
        }),
      ),
  },
  getset: [
    member('__args__', 'The types.', (_vm, self) => newRef(self.args)),
    getset('__parameters__', 'The type variables in it.', (vm, self) => parametersOf(vm, self.args.items)),
  ],
})
