/** `collections.defaultdict`: a dict that makes missing values. As `Modules/_collectionsmodule.c`. */
import type { HeapType, PyObject, Visit } from '../../heap/object.ts'
import type { Held, Own } from '../../heap/reference.ts'
import { lend, newRef, releaseMaybe } from '../../heap/reference.ts'
import { tracked } from '../../objects/allocate.ts'
import type { KwNames } from '../../objects/declare/slots.ts'
import { defineType, member, methodsOf } from '../../objects/declare/type.ts'
import { PyDict, putItem } from '../../objects/dict.ts'
import { dictSpec, mergeDict, updateDict } from '../../objects/dict-type.ts'
import { raiseKeyError } from '../../objects/exceptions.ts'
import { visitOwnType } from '../../objects/own-type.ts'
import { callMethod, isCallable } from '../../objects/protocols/calls.ts'
import { getIter } from '../../objects/protocols/iteration.ts'
import { toRepr } from '../../objects/protocols/text.ts'
import { newStr } from '../../objects/str.ts'
import { newTuple } from '../../objects/tuple.ts'
import { type PyType, shortTypeName, typeOf } from '../../objects/type.ts'
import type { VM } from '../../objects/vm.ts'

export class PyDefaultDict extends PyDict {
  factory: Held | null = null

  constructor(type: HeapType) {
    super(type)
  }

  override traverse(visit: Visit): void {
    visitOwnType(this, visit)
    if (this.factory !== null) visit(this.factory, 'default_factory')
    super.traverse(visit)
  }

  override clear(): void {
    const { factory } = this
    this.factory = null
    releaseMaybe(factory)
    super.clear()
  }

  override dealloc(): void {
    const { factory } = this
    this.factory = null
    releaseMaybe(factory)
    super.dealloc()
  }

  /** A dict of Python's does not lose its factory when it is emptied. */
  emptyItems(): void {
    super.clear()
  }
}

function copy(vm: VM, self: PyDefaultDict): Own<PyDefaultDict> {
  if (typeOf(self).isHeapType) {
    return vm.call(typeOf(self), [self.factory ?? vm.None, self]) as unknown as Own<PyDefaultDict>
  }
  const made = tracked(vm, new PyDefaultDict(typeOf(self)))
  made.factory = self.factory === null ? null : newRef(self.factory)
  mergeDict(vm, made, self)
  return made
}

const method = methodsOf<PyDefaultDict>()

export const defaultDictSpec = defineType(
  PyDefaultDict,
  'collections.defaultdict',
  'A dict that makes missing values with a factory.',
  {
    base: 'dict',
    basicsize: 56,
    module: 'collections',
    subclassable: true,
    container: true,
    slots: {
      __new__: (vm, cls: PyType) => tracked(vm, new PyDefaultDict(cls)) as unknown as Own,
      __init__: (vm, self, args, kwnames) => {
        const count = args.length - (kwnames?.length ?? 0)
        let rest = args
        let factory: PyObject | null = null
        if (count > 0) {
          factory = args[0]!
          if (!isCallable(factory) && factory !== vm.None)
            return vm.raise('TypeError', 'first argument must be callable or None')
          rest = args.slice(1)
        }
        const old = self.factory
        self.factory = factory === null || factory === vm.None ? null : newRef(factory)
        releaseMaybe(old)
        const init = dictSpec.body.slots as {
          __init__: (vm: VM, self: PyDict, args: readonly PyObject[], kwnames: KwNames) => void
        }
        init.__init__(vm, self, rest, kwnames)
      },
      __repr__: (vm, self) => {
        const base = lend(
          vm.types.dict.slots.__repr__!(vm, self),
          (text) => (text as unknown as { value: string }).value,
        )
        const factory = self.factory
        const shown = factory === null ? 'None' : (vm.reprGuard(factory, () => toRepr(vm, factory)) ?? '...')
        return newStr(vm, `${shortTypeName(self)}(${shown}, ${base})`)
      },
      __or__: (vm, left, right) => {
        const self = left instanceof PyDefaultDict ? left : right
        if (!(self instanceof PyDefaultDict) || !(left instanceof PyDict) || !(right instanceof PyDict))
          return newRef(vm.NotImplemented)
        const made = copy(vm, self)
        if (self === left) updateDict(vm, made, right)
        else {
          made.emptyItems()
          updateDict(vm, made, left)
          updateDict(vm, made, right)
        }
        return made
      },
    },
    getset: [
      member(
        'default_factory',
        'What makes missing values.',
        (vm, self) => newRef(self.factory ?? vm.None),
        (vm, self, value) => {
          const old = self.factory
          self.factory = value === null || value === vm.None ? null : newRef(value)
          releaseMaybe(old)
        },
      ),
    ],
    methods: [
      method(
        '__missing__(self, key: object, /) -> object',
        'Makes, stores and returns the value of a missing key.',
        (vm, self, key) => {
          if (self.factory === null) return raiseKeyError(vm, key)
          const value = lend(newRef(self.factory), (factory) => vm.call(factory, []))
          putItem(vm, self, key, newRef(value))
          return value
        },
      ),
      method('clear(self, /)', 'Removes all entries.', (_vm, self) => self.emptyItems()),
      method('copy(self, /) -> object', 'A shallow copy.', copy),
      method('__copy__(self, /) -> object', 'A shallow copy.', copy),
      method('__reduce__(self, /) -> object', 'How to rebuild it.', (vm, self) => {
        const args = self.factory === null ? newTuple(vm, []) : newTuple(vm, [newRef(self.factory)])
        const items = lend(callMethod(vm, self, 'items'), (view) => getIter(vm, view))
        return newTuple(vm, [
          newRef(typeOf(self)) as Held,
          args,
          newRef(vm.None) as Held,
          newRef(vm.None) as Held,
          items,
        ])
      }),
    ],
  },
)
