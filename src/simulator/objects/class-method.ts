/** `classmethod`: a function in a class that gets the class as first argument. As `Objects/funcobject.c`. */
import type { Own } from '../heap/reference.ts'
import { tracked } from './allocate.ts'
import { defineType } from './declare/type.ts'
import { newMethod } from './method.ts'
import { toRepr } from './protocols/text.ts'
import { PyWrappedCallable, wrapperAttributes, wrapperConstruction } from './static-method.ts'
import { newStr } from './str.ts'
import { typeOf } from './type.ts'
import type { VM } from './vm.ts'

/** `classmethod(callable)` made by the machine. */
export function newClassMethod(vm: VM, callable: Own): Own<PyWrappedCallable> {
  return tracked(vm, new PyWrappedCallable(vm.types.classmethod, callable))
}

export const classMethodSpec = defineType(
  PyWrappedCallable,
  'classmethod(function, /)',
  'A method whose first argument is the class.',
  {
    basicsize: 32,
    subclassable: true,
    container: true,
    hasDict: true,
    slots: {
      ...wrapperConstruction('classmethod'),
      __get__: (vm, self, instance, owner) => {
        if (self.callable === null) return vm.raise('RuntimeError', 'uninitialized classmethod object')
        return newMethod(vm, self.callable, owner ?? typeOf(instance!))
      },
      __repr__: (vm, self) =>
        newStr(vm, `<classmethod(${self.callable === null ? '' : toRepr(vm, self.callable)})>`),
    },
    getset: wrapperAttributes,
  },
)
