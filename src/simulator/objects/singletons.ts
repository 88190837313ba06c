/** `None`, `NotImplemented` and `Ellipsis`. As `Objects/object.c` and `Objects/sliceobject.c`. */
import { PyObject } from '../heap/object.ts'
import { newRef } from '../heap/reference.ts'
import { newBool } from './bool.ts'
import { type Comparison, EQ, NE, type SlotName } from './declare/slots.ts'
import { defineType, methodsOf, type TypeSpec } from './declare/type.ts'
import { newStr } from './str.ts'
import { HASH_OF_NONE } from './text/hash.ts'
import type { VM } from './vm.ts'

/** An object without content, of which there is one. */
export class PySingleton extends PyObject {}

const method = methodsOf<PySingleton>()

function defineSingleton(
  typeName: string,
  shown: string,
  doc: string,
  pick: (vm: VM) => PyObject,
  slots: { [K in SlotName]?: never } | object = {},
  isReducible = true,
): TypeSpec {
  return defineType(PySingleton, `${typeName}()`, doc, {
    basicsize: 16,
    slots: {
      __new__: (vm, cls, args) => {
        if (args.length > 0)
          vm.raise('TypeError', `${cls.name === 'ellipsis' ? 'EllipsisType' : cls.name} takes no arguments`)
        return newRef(pick(vm))
      },
      __repr__: (vm) => newStr(vm, shown),
      ...slots,
    },
    methods: isReducible
      ? [method('__reduce__(self, /) -> str', 'The name under which it can be found again.', () => shown)]
      : [],
  })
}

export const noneSpec = defineSingleton(
  'NoneType',
  'None',
  'The type of None.',
  (vm) => vm.None,
  {
    __bool__: () => false,
    __hash__: () => HASH_OF_NONE,
    richcompare: (vm: VM, self: PyObject, other: PyObject, operator: Comparison) =>
      (operator === EQ || operator === NE) && self === other
        ? newBool(vm, operator === EQ)
        : newRef(vm.NotImplemented),
  },
  false,
)

export const notImplementedSpec = defineSingleton(
  'NotImplementedType',
  'NotImplemented',
  'The type of NotImplemented.',
  (vm) => vm.NotImplemented,
  {
    __bool__: (vm: VM) => {
      vm.warn('DeprecationWarning', 'NotImplemented should not be used in a boolean context')
      return true
    },
  },
)

export const ellipsisSpec = defineSingleton(
  'ellipsis',
  'Ellipsis',
  'The type of Ellipsis.',
  (vm) => vm.Ellipsis,
)
