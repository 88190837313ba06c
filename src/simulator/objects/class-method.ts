/** `classmethod`: a function in a class that gets the class as first argument. As `Objects/funcobject.c`. */
import type { Own } from '../heap/reference.ts'
import { newRef, releaseMaybe } from '../heap/reference.ts'
import { tracked } from './allocate.ts'
import { checkPositional } from './declare/arguments.ts'
import { defineType } from './declare/type.ts'
import { newMethod } from './method.ts'
import { toRepr } from './protocols/text.ts'
import { copyIdentity, PyWrappedCallable, wrapperAttributes } from './static-method.ts'
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
      __new__: (vm, cls) => tracked(vm, new PyWrappedCallable(cls, newRef(vm.None))) as unknown as Own,
      __init__: (vm, self, args, kwnames) => {
        if (kwnames !== null && kwnames.length > 0)
          vm.raise('TypeError', 'classmethod() takes no keyword arguments')
        checkPositional(vm, 'classmethod', args.length, 1, 1)
        const old = self.callable
        self.callable = newRef(args[0]!)
        releaseMaybe(old)
        copyIdentity(vm, self, args[0]!)
      },
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
