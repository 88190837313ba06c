/** `collections._tuplegetter`: the attribute of a named tuple for one of its items. As `Modules/_collectionsmodule.c`. */
import { type HeapType, PyObject, type Visit } from '../../heap/object.ts'
import type { Held, Own } from '../../heap/reference.ts'
import { newRef, release, releaseMaybe } from '../../heap/reference.ts'
import { tracked } from '../../objects/allocate.ts'
import { checkPositional } from '../../objects/declare/arguments.ts'
import { defineType, member, methodsOf } from '../../objects/declare/type.ts'
import { newInt } from '../../objects/int.ts'
import { visitOwnType } from '../../objects/own-type.ts'
import { toIndex } from '../../objects/protocols/numbers.ts'
import { toRepr } from '../../objects/protocols/text.ts'
import { newStr } from '../../objects/str.ts'
import { newTuple, PyTuple } from '../../objects/tuple.ts'
import { typeName, typeOf } from '../../objects/type.ts'

class PyTupleGetter extends PyObject {
  readonly index: number
  doc: Held | null

  constructor(type: HeapType, index: number, doc: Own) {
    super(type)
    this.index = index
    this.doc = doc
  }

  override traverse(visit: Visit): void {
    visitOwnType(this, visit)
    if (this.doc !== null) visit(this.doc, '__doc__')
  }

  override clear(): void {
    const { doc } = this
    this.doc = null
    releaseMaybe(doc)
  }
}

const method = methodsOf<PyTupleGetter>()

export const tupleGetterSpec = defineType(
  PyTupleGetter,
  'collections._tuplegetter',
  'An item of a named tuple.',
  {
    basicsize: 32,
    container: true,
    slots: {
      __new__: (vm, cls, args) => {
        checkPositional(vm, '_tuplegetter', args.length, 2, 2)
        return tracked(
          vm,
          new PyTupleGetter(cls, toIndex(vm, args[0]!, 'OverflowError'), newRef(args[1]!)),
        ) as unknown as Own
      },
      __repr__: (vm, self) => newStr(vm, `_tuplegetter(${self.index}, ${toRepr(vm, self.doc ?? vm.None)})`),
      __get__: (vm, self, instance) => {
        if (instance === null) return newRef(self) as unknown as Own
        if (!(instance instanceof PyTuple)) {
          if (instance === vm.None) return newRef(self) as unknown as Own
          return vm.raise(
            'TypeError',
            `descriptor for index '${self.index}' for tuple subclasses doesn't apply to '${typeName(instance)}' object`,
          )
        }
        const item = instance.items[self.index]
        return item === undefined ? vm.raise('IndexError', 'tuple index out of range') : newRef(item)
      },
      __set__: (vm, _self, _instance, value) =>
        vm.raise('AttributeError', `can't ${value === null ? 'delete' : 'set'} attribute`),
    },
    getset: [
      member(
        '__doc__',
        'The documentation.',
        (vm, self) => newRef(self.doc ?? vm.None),
        (_vm, self, value) => {
          const old = self.doc
          self.doc = value === null ? null : newRef(value)
          if (old !== null) release(old)
        },
      ),
    ],
    methods: [
      method('__reduce__(self, /) -> object', 'How to rebuild it.', (vm, self) =>
        newTuple(vm, [
          newRef(typeOf(self)) as never,
          newTuple(vm, [newInt(vm, self.index), newRef(self.doc ?? vm.None)]) as never,
        ]),
      ),
    ],
  },
)
