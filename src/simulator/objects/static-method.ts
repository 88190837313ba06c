/** `staticmethod`: a function in a class that gets neither instance nor class. As `Objects/funcobject.c`. */
import type { HeapType, Visit } from '../heap/object.ts'
import { PyObject } from '../heap/object.ts'
import type { Held, Own } from '../heap/reference.ts'
import { newRef, release, releaseMaybe } from '../heap/reference.ts'
import { tracked } from './allocate.ts'
import { checkPositional } from './declare/arguments.ts'
import type { KwNames } from './declare/slots.ts'
import { defineType, getset, member } from './declare/type.ts'
import { getDict, putAttribute } from './instance.ts'
import { getAttrNamedMaybe } from './protocols/attributes.ts'
import { isTrue } from './protocols/comparison.ts'
import { toRepr } from './protocols/text.ts'
import { newInterned, newStr } from './str.ts'
import type { PyType } from './type.ts'
import type { VM } from './vm.ts'

/** What `classmethod` and `staticmethod` have in common: the callable they wrap. */
export class PyWrappedCallable extends PyObject {
  callable: Held | null

  constructor(type: HeapType, callable: Own | null) {
    super(type)
    this.callable = callable
  }

  override traverse(visit: Visit): void {
    if (this.callable !== null) visit(this.callable, '__func__')
    if (this.dict !== null && !this.type.addsStorage) visit(this.dict, '__dict__')
  }

  override clear(): void {
    const { callable, dict } = this
    this.callable = null
    if (!this.type.addsStorage) this.dict = null
    releaseMaybe(callable)
    if (!this.type.addsStorage) releaseMaybe(dict)
  }
}

/** Making either wrapper, from one callable. */
export function wrapperConstruction(name: 'classmethod' | 'staticmethod') {
  return {
    __new__: (vm: VM, cls: PyType): Own =>
      tracked(vm, new PyWrappedCallable(cls, newRef(vm.None))) as unknown as Own,
    __init__: (vm: VM, self: PyWrappedCallable, args: readonly PyObject[], kwnames: KwNames): void => {
      if (kwnames !== null && kwnames.length > 0)
        vm.raise('TypeError', `${name}() takes no keyword arguments`)
      checkPositional(vm, name, args.length, 1, 1)
      const old = self.callable
      self.callable = newRef(args[0]!)
      releaseMaybe(old)
      copyIdentity(vm, self, args[0]!)
    },
  }
}

/** Copies what `functools.wraps` would: name, documentation and annotations of the wrapped callable. */
function copyIdentity(vm: VM, wrapper: PyWrappedCallable, callable: PyObject): void {
  for (const name of ['__module__', '__name__', '__qualname__', '__doc__', '__annotations__']) {
    const value = getAttrNamedMaybe(vm, callable, name)
    if (value === null) continue
    const key = newInterned(vm, name)
    putAttribute(vm, wrapper, key, value)
    release(key)
  }
}

/** Attributes of both wrappers. */
export const wrapperAttributes = [
  member<PyWrappedCallable>('__func__', 'What it wraps.', (vm, self) => newRef(self.callable ?? vm.None)),
  member<PyWrappedCallable>('__wrapped__', 'What it wraps.', (vm, self) => newRef(self.callable ?? vm.None)),
  getset<PyWrappedCallable>('__isabstractmethod__', 'Whether it wraps an abstract method.', (vm, self) => {
    const flag = self.callable === null ? null : getAttrNamedMaybe(vm, self.callable, '__isabstractmethod__')
    if (flag === null) return newRef(vm.False)
    const truth = isTrue(vm, flag)
    release(flag)
    return newRef(truth ? vm.True : vm.False)
  }),
  getset<PyWrappedCallable>('__dict__', 'Attributes.', (vm, self) => getDict(vm, self)),
]

/** `staticmethod(callable)` made by the machine. */
export function newStaticMethod(vm: VM, callable: Own): Own<PyWrappedCallable> {
  return tracked(vm, new PyWrappedCallable(vm.types.staticmethod, callable))
}

export const staticMethodSpec = defineType(
  PyWrappedCallable,
  'staticmethod(function, /)',
  'A method without a first argument.',
  {
    basicsize: 32,
    subclassable: true,
    container: true,
    hasDict: true,
    slots: {
      ...wrapperConstruction('staticmethod'),
      __get__: (vm, self) =>
        self.callable === null
          ? vm.raise('RuntimeError', 'uninitialized staticmethod object')
          : newRef(self.callable),
      __call__: (vm, self, args, kwnames) => vm.call(self.callable!, args, kwnames),
      __repr__: (vm, self) =>
        newStr(vm, `<staticmethod(${self.callable === null ? '' : toRepr(vm, self.callable)})>`),
    },
    getset: wrapperAttributes,
  },
)
