/**
 * `object`: what every value can do. As the methods of `PyBaseObject_Type` in `Objects/typeobject.c`.
 */
import type { HeapType, PyObject } from '../heap/object.ts'
import { addressText } from '../heap/object.ts'
import type { Held, Own } from '../heap/reference.ts'
import { lend, newRef, release } from '../heap/reference.ts'
import { tracked } from './allocate.ts'
import { newBool } from './bool.ts'
import { PyBytes } from './bytes.ts'
import { EQ, type KwNames, NE } from './declare/slots.ts'
import { classMethod, defineType, getset, methodsOf } from './declare/type.ts'
import { PyDict, unembed } from './dict.ts'
import { getDict, PyInstance } from './instance.ts'
import { newList } from './list.ts'
import { PyMemoryView } from './memoryview.ts'
import { genericGetAttr, genericSetAttr, getAttrNamed, getAttrNamedMaybe } from './protocols/attributes.ts'
import { callMethod } from './protocols/calls.ts'
import { isTrue } from './protocols/comparison.ts'
import { eachItem } from './protocols/iteration.ts'
import { getStrOf, toText } from './protocols/text.ts'
import { newState, reduceObject } from './reduce.ts'
import { newStr, PyStr } from './str.ts'
import { hashPointer } from './text/hash.ts'
import { PyTuple } from './tuple.ts'
import { PyType, typeName, typeOf } from './type.ts'
import { checkSameLayout } from './type-layout.ts'
import { qualifiedName } from './type-object.ts'
import type { VM } from './vm.ts'

function hasExcessArguments(args: readonly PyObject[]): boolean {
  return args.length > 0
}

/** `object.__new__` (`object_new`): complains about arguments that nobody takes. */
function newObject(vm: VM, cls: PyType, args: readonly PyObject[], _kwnames: KwNames): Own {
  const { object } = vm.types
  if (hasExcessArguments(args)) {
    if (cls.slots.__new__ !== object.slots.__new__) {
      return vm.raise('TypeError', 'object.__new__() takes exactly one argument (the type to instantiate)')
    }
    if (cls.slots.__init__ === object.slots.__init__)
      return vm.raise('TypeError', `${cls.name}() takes no arguments`)
  }
  if (cls.isAbstract) return refuseAbstract(vm, cls)
  return tracked(vm, new PyInstance(cls)) as unknown as Own
}

function refuseAbstract(vm: VM, cls: PyType): never {
  const names: string[] = []
  lend(getAttrNamed(vm, cls, '__abstractmethods__'), (methods) =>
    eachItem(vm, methods, (each) => void names.push(toText(vm, each))),
  )
  names.sort()
  const listed = names.map((name) => `'${name}'`).join(', ')
  return vm.raise(
    'TypeError',
    `Can't instantiate abstract class ${cls.name} without an implementation for abstract method${names.length > 1 ? 's' : ''} ${listed}`,
  )
}

function initObject(vm: VM, self: PyObject, args: readonly PyObject[], _kwnames: KwNames): void {
  if (!hasExcessArguments(args)) return
  const { object } = vm.types
  const type = typeOf(self)
  if (type.slots.__init__ !== object.slots.__init__) {
    vm.raise('TypeError', 'object.__init__() takes exactly one argument (the instance to initialize)')
  }
  if (type.slots.__new__ === object.slots.__new__) {
    vm.raise('TypeError', `${type.name}.__init__() takes exactly one argument (the instance to initialize)`)
  }
}

/** `<__main__.Node object at 0x…>`. */
export function defaultRepr(vm: VM, self: PyObject): Own<PyStr> {
  const type = typeOf(self)
  const module = type.isHeapType ? getAttrNamedMaybe(vm, type, '__module__') : null
  let name = qualifiedName(type)
  if (module !== null) {
    if (module instanceof PyStr && module.value !== 'builtins') name = `${module.value}.${type.qualname}`
    else name = type.qualname
    release(module)
  }
  return newStr(vm, `<${name} object at ${addressText(self)}>`)
}

/** `self.__class__ = cls`: allowed between classes whose instances have the same layout. */
function setClass(vm: VM, self: PyObject, value: PyObject | null): void {
  if (value === null) return vm.raise('TypeError', "can't delete __class__ attribute")
  if (!(value instanceof PyType)) {
    return vm.raise('TypeError', `__class__ must be set to a class, not '${typeName(value)}' object`)
  }
  const old = typeOf(self)
  const modules = value.isSubtype(vm.types.module) && old.isSubtype(vm.types.module)
  if (!modules && (value.isImmutable || old.isImmutable)) {
    return vm.raise(
      'TypeError',
      '__class__ assignment only supported for mutable types or ModuleType subclasses',
    )
  }
  checkSameLayout(vm, '__class__', old, value)
  // Names of inline values belong to the old class: an ordinary dict stands on its own.
  if (self instanceof PyInstance && self.hasValues) detachValues(vm, self)
  if (value.isHeapType) newRef(value)
  self.type = value as unknown as Held<HeapType>
  if (old.isHeapType) release(old as Held<PyType>)
}

function detachValues(vm: VM, self: PyInstance): void {
  const dict = getDict(vm, self)
  unembed(dict)
  self.values = null
  release(dict)
}

const method = methodsOf<PyObject>()

/** Names for `dir(instance)`: its own, then its class's. */
function namesOf(vm: VM, self: PyObject): Own {
  const names = new Set<string>()
  const own = getAttrNamedMaybe(vm, self, '__dict__')
  if (own !== null) {
    lend(
      own,
      (dict) => dict instanceof PyDict && dict.each((key) => key instanceof PyStr && names.add(key.value)),
    )
  }
  const cls = getAttrNamedMaybe(vm, self, '__class__')
  if (cls !== null) {
    lend(cls, (type) => {
      if (!(type instanceof PyType)) return
      for (const each of type.mro) {
        each.populate()
        each.namespace.each((key) => key instanceof PyStr && names.add(key.value))
      }
    })
  }
  return newList(
    vm,
    [...names].map((name) => newStr(vm, name)),
  )
}

/** Bytes of an object: its fixed part, and its items where they are stored in it. */
function sizeOf(self: PyObject): number {
  const { basicsize, itemsize } = typeOf(self)
  if (self instanceof PyTuple) return basicsize + itemsize * self.items.length
  // Shape, strides and suboffsets of each dimension.
  if (self instanceof PyMemoryView) return basicsize + 3 * itemsize * self.layout.shape.length
  return self instanceof PyBytes ? basicsize + itemsize * self.value.length : basicsize
}

export const objectSpec = defineType(PyInstance as never, 'object()', 'The base of all classes.', {
  basicsize: 16,
  subclassable: true,
  slots: {
    __new__: newObject,
    __init__: initObject,
    __repr__: defaultRepr,
    __str__: (vm, self) => {
      const slot = typeOf(self).slots.__repr__
      return slot === null ? defaultRepr(vm, self) : slot(vm, self)
    },
    __hash__: (_vm, self: PyObject) => hashPointer(self.address),
    __getattribute__: genericGetAttr,
    __setattr__: genericSetAttr,
    richcompare: (vm: VM, self: PyObject, other: PyObject, operator) => {
      if (operator === EQ) return self === other ? newBool(vm, true) : newRef(vm.NotImplemented)
      if (operator !== NE || typeOf(self).slots.richcompare === null) return newRef(vm.NotImplemented)
      // `!=` is the opposite of what `==` says.
      const equal = typeOf(self).slots.richcompare!(vm, self, other, EQ)
      if (equal === vm.NotImplemented) return equal
      return lend(equal, (truth) => newBool(vm, !isTrue(vm, truth)))
    },
  },
  getset: [getset('__class__', 'The class of the object.', (_vm, self) => newRef(typeOf(self)), setClass)],
  methods: [
    method('__dir__(self, /) -> object', 'Names of the attributes.', namesOf),
    method(
      '__format__(self, format_spec: str_object, /) -> object',
      'str(self), which takes no format specification.',
      (vm, self, spec) => {
        if (spec.value !== '')
          vm.raise('TypeError', `unsupported format string passed to ${typeName(self)}.__format__`)
        return getStrOf(vm, self)
      },
    ),
    method('__sizeof__(self, /) -> ssize_t', 'Bytes of the object itself.', (_vm, self) => sizeOf(self)),
    method('__getstate__(self, /) -> object', 'The state that copy and pickle store.', newState),
    method('__reduce__(self, /) -> object', 'How to rebuild the object.', (vm, self) =>
      reduceObject(vm, self, 0),
    ),
    method(
      '__reduce_ex__(self, protocol: ssize_t, /) -> object',
      'How to rebuild the object.',
      (vm, self, protocol) => {
        const own = typeOf(self).lookup('__reduce__')
        if (own !== null && own !== vm.types.object.lookup('__reduce__'))
          return callMethod(vm, self, '__reduce__')
        return reduceObject(vm, self, protocol)
      },
    ),
    classMethod(
      '__subclasshook__(cls, object, /) -> object',
      'Says whether a class counts as a subclass: undecided here.',
      (vm) => newRef(vm.NotImplemented),
    ),
    classMethod('__init_subclass__(cls, /)', 'Called when the class is subclassed.', () => {}),
  ],
})
