/**
 * `type`: what every class can do. As the methods and attributes of `PyType_Type` in `Objects/typeobject.c`.
 */
import type { PyObject } from '../heap/object.ts'
import type { Held, Own } from '../heap/reference.ts'
import { lend, newRef, release } from '../heap/reference.ts'
import type { KwNames } from './declare/slots.ts'
import { defineType, getset, methodsOf, rawMethod } from './declare/type.ts'
import { newDict, PyDict, putItem } from './dict.ts'
import { raiseAttributeError } from './exceptions.ts'
import { newInt } from './int.ts'
import { newList } from './list.ts'
import { newMappingProxy } from './mapping-proxy.ts'
import { linearize } from './mro.ts'
import { getAttrNamedMaybe } from './protocols/attributes.ts'
import { updateSlots } from './slot-table.ts'
import { isExactStr, newInterned, newStr, PyStr } from './str.ts'
import { newTuple, PyTuple } from './tuple.ts'
import { PyType, typeName, typeOf } from './type.ts'
import { basesOf, setBases } from './type-bases.ts'
import { flagsOf } from './type-flags.ts'
import { checkUtf8, newType, setAbstractMethods } from './type-new.ts'
import { newUnion } from './union.ts'
import type { VM } from './vm.ts'

/** `cls(*args, **kwargs)`: `__new__`, then `__init__` if that gave an instance of the class (`type_call`). */
export function callType(vm: VM, cls: PyType, args: readonly PyObject[], kwnames: KwNames): Own {
  if (cls === vm.types.type) {
    const count = args.length - (kwnames?.length ?? 0)
    if (count === 1 && args.length === 1) return newRef(typeOf(args[0]!))
    if (count === 1) return vm.raise('TypeError', 'type() takes no keyword arguments')
    if (count !== 3) return vm.raise('TypeError', 'type() takes 1 or 3 arguments')
  }
  const maker = cls.slots.__new__
  if (maker === null) return vm.raise('TypeError', `cannot create '${qualifiedName(cls)}' instances`)
  const made = maker(vm, cls, args, kwnames)
  const type = typeOf(made)
  const init = type.slots.__init__
  if (init === null || !type.isSubtype(cls)) return made
  try {
    init(vm, made, args, kwnames)
  } catch (thrown) {
    release(made)
    throw thrown
  }
  return made
}

/** `tp_name`: with the module for built-in types outside builtins. */
export function qualifiedName(type: PyType): string {
  return type.isHeapType || type.moduleName === 'builtins' || type.name.includes('.')
    ? type.name
    : `${type.moduleName}.${type.name}`
}

/** The qualified name, after the module if that is neither `builtins` nor the program (`_PyType_GetFullyQualifiedName`). */
export function fullName(type: PyType): string {
  if (!type.isHeapType) return qualifiedName(type)
  const module = type.namespace.getStr('__module__')
  const isShown = module instanceof PyStr && module.value !== 'builtins' && module.value !== '__main__'
  return isShown ? `${module.value}.${type.qualname}` : type.qualname
}

/** Attribute look-up on a class: the metaclass's data descriptors, the class's MRO, the metaclass (`type_getattro`). */
function getTypeAttr(vm: VM, type: PyType, name: PyStr): Own {
  return (
    findTypeAttr(vm, type, name) ??
    raiseAttributeError(vm, type, name, `type object '${type.name}' has no attribute '${name.value}'`)
  )
}

/** The same, with null for an attribute that is not there. */
export function findTypeAttr(vm: VM, type: PyType, name: PyStr): Own | null {
  const meta = typeOf(type)
  const onMeta = meta.lookup(name.value)
  const metaGet = onMeta === null ? null : typeOf(onMeta).slots.__get__
  if (onMeta !== null && metaGet !== null && typeOf(onMeta).slots.__set__ !== null) {
    return lend(newRef(onMeta), (descriptor) => metaGet(vm, descriptor, type, meta))
  }
  const found = type.lookup(name.value)
  if (found !== null) {
    const get = typeOf(found).slots.__get__
    if (get === null) return newRef(found)
    return lend(newRef(found), (descriptor) => get(vm, descriptor, null, type))
  }
  if (onMeta !== null && metaGet !== null)
    return lend(newRef(onMeta), (descriptor) => metaGet(vm, descriptor, type, meta))
  return onMeta === null ? null : newRef(onMeta)
}

function setTypeAttr(vm: VM, type: PyType, name: PyStr, value: PyObject | null): void {
  if (type.isImmutable) {
    vm.raise('TypeError', `cannot set '${name.value}' attribute of immutable type '${qualifiedName(type)}'`)
  }
  // What the old value does as it dies already sees the new one.
  type.modified()
  const onMeta = typeOf(type).lookup(name.value)
  const set = onMeta === null ? null : typeOf(onMeta).slots.__set__
  if (onMeta !== null && set !== null) set(vm, onMeta, type, value)
  else if (value !== null) putItem(vm, type.namespace, name, newRef(value))
  else if (!type.namespace.removeStr(name.value)) {
    raiseAttributeError(vm, type, name, `type object '${type.name}' has no attribute '${name.value}'`)
  }
  type.modified()
  if (name.value.startsWith('__') && name.value.endsWith('__')) updateSlots(type, name.value)
}

function reprOfType(vm: VM, type: PyType): Own {
  const module = type.isHeapType ? type.namespace.getStr('__module__') : null
  const moduleName = type.isHeapType ? (module instanceof PyStr ? module.value : null) : type.moduleName
  const name = moduleName === null || moduleName === 'builtins' ? type.name : `${moduleName}.${type.qualname}`
  return newStr(vm, `<class '${moduleName === null ? type.name : name}'>`)
}

function getBases(vm: VM, type: PyType): Own {
  if (type.bases !== null) return newRef(type.bases)
  const further = type.spec?.body.furtherBases?.map((name) => newRef(vm.types[name]) as unknown as Held) ?? []
  return newTuple(vm, type.base === null ? [] : [newRef(type.base) as unknown as Held, ...further])
}

function getMro(vm: VM, type: PyType): Own {
  if (type.mroTuple !== null) return newRef(type.mroTuple)
  // A class that is still being made has none.
  if (type.isHeapType) return newRef(vm.None)
  return newTuple(vm, type.mro.map(newRef) as unknown as Held[])
}

/** Refuses to change what a built-in type has, and to delete what every class has (`check_set_special_type_attr`). */
function checkSpecial(vm: VM, type: PyType, name: string, value: PyObject | null): asserts value is PyObject {
  if (type.isImmutable)
    vm.raise('TypeError', `cannot set '${name}' attribute of immutable type '${qualifiedName(type)}'`)
  if (value === null)
    vm.raise('TypeError', `cannot delete '${name}' attribute of immutable type '${type.name}'`)
}

function textAttribute(name: '__name__' | '__qualname__', field: 'name' | 'qualname') {
  return getset<PyType>(
    name,
    `The ${field} of the class.`,
    (vm, self) =>
      newStr(vm, self.isHeapType ? self[field] : self[field].slice(self[field].lastIndexOf('.') + 1)),
    (vm, self, value) => {
      checkSpecial(vm, self, name, value)
      if (!(value instanceof PyStr)) {
        vm.raise('TypeError', `can only assign string to ${self.name}.${name}, not '${typeName(value)}'`)
      } else if (field === 'name' && value.value.includes('\0'))
        vm.raise('ValueError', 'type name must not contain null characters')
      else {
        if (field === 'name') checkUtf8(vm, value)
        self[field] = value.value
      }
    },
  )
}

/** A class attribute kept in the namespace: `__module__`, `__doc__`, `__annotations__`. */
function setInNamespace(vm: VM, self: PyType, name: string, value: PyObject | null): void {
  if (self.isImmutable)
    vm.raise('TypeError', `cannot set '${name}' attribute of immutable type '${self.name}'`)
  if (value !== null) self.namespace.putStr(vm, name, newRef(value))
  else if (!self.namespace.removeStr(name)) vm.raise('AttributeError', name)
  self.modified()
}

/** As `setInNamespace`, for what cannot be deleted. */
function setAlways(name: string) {
  return (vm: VM, self: PyType, value: PyObject | null): void => {
    checkSpecial(vm, self, name, value)
    setInNamespace(vm, self, name, value)
  }
}

const method = methodsOf<PyType>()

export const typeSpec = defineType(
  PyType,
  'type(object, bases=<unrepresentable>, dict=<unrepresentable>)',
  'The type of an object, or a new class.',
  {
    vectorcall: true,
    basicsize: 928,
    itemsize: 40,
    subclassable: true,
    container: true,
    hasDict: true,
    hasWeakrefs: true,
    slots: {
      __call__: callType,
      __getattribute__: (vm, self, name) => getTypeAttr(vm, self, name),
      __setattr__: (vm, self, name, value) => setTypeAttr(vm, self, name, value),
      __repr__: reprOfType,
      __or__: (vm, left, right) => newUnion(vm, left, right),
      __new__: (vm, metatype, args, kwnames) => {
        const positional = args.slice(0, args.length - (kwnames?.length ?? 0))
        if (positional.length !== 3)
          return vm.raise(
            'TypeError',
            `type.__new__() takes exactly 3 arguments (${positional.length} given)`,
          )
        const [name, bases, namespace] = positional
        if (!(name instanceof PyStr))
          return vm.raise('TypeError', `type.__new__() argument 1 must be str, not ${typeName(name!)}`)
        if (!(bases instanceof PyTuple))
          return vm.raise('TypeError', `type.__new__() argument 2 must be tuple, not ${typeName(bases!)}`)
        if (!(namespace instanceof PyDict))
          return vm.raise('TypeError', `type.__new__() argument 3 must be dict, not ${typeName(namespace!)}`)
        return newType(vm, metatype, name, bases, namespace, args, kwnames)
      },
      __init__: (vm, _self, args, kwnames) => {
        const positional = args.length - (kwnames?.length ?? 0)
        if (positional === 1 && args.length > 1)
          vm.raise('TypeError', 'type.__init__() takes no keyword arguments')
        if (positional !== 1 && positional !== 3)
          vm.raise('TypeError', 'type.__init__() takes 1 or 3 arguments')
      },
    },
    getset: [
      textAttribute('__name__', 'name'),
      textAttribute('__qualname__', 'qualname'),
      getset('__bases__', 'The base classes.', getBases, (vm, self, value) => {
        checkSpecial(vm, self, '__bases__', value)
        setBases(vm, self, value)
      }),
      getset('__base__', 'The base that decides the layout.', (vm, self) => newRef(self.base ?? vm.None)),
      getset('__mro__', 'The method resolution order.', getMro),
      getset('__basicsize__', 'Size of an instance in bytes.', (vm, self) => newInt(vm, self.basicsize)),
      getset('__itemsize__', 'Size of an item in bytes.', (vm, self) => newInt(vm, self.itemsize)),
      getset('__dictoffset__', 'Where instances have their attributes.', (vm, self) =>
        newInt(vm, self.hasDict ? -1 : 0),
      ),
      getset('__weakrefoffset__', 'Where instances have their weak references.', (vm, self) =>
        newInt(vm, self.hasWeakrefs ? -32 : 0),
      ),
      getset('__flags__', 'Properties as bits.', (vm, self) => newInt(vm, flagsOf(vm, self))),
      getset(
        '__module__',
        'The module in which the class was made.',
        (vm, self) => {
          if (!self.isHeapType) return newStr(vm, self.moduleName)
          const found = self.namespace.getStr('__module__')
          return found === null
            ? lend(newInterned(vm, '__module__'), (key) => raiseAttributeError(vm, self, key))
            : newRef(found)
        },
        (vm, self, value) => {
          setAlways('__module__')(vm, self, value)
          // What says where in the old module it is no longer holds.
          if (self.namespace.getStr('__firstlineno__') !== null) self.namespace.removeStr('__firstlineno__')
        },
      ),
      getset('__dict__', 'The namespace, read-only.', (vm, self) => {
        self.populate()
        return newMappingProxy(vm, newRef(self.namespace))
      }),
      getset(
        '__doc__',
        'The documentation.',
        (vm, self) => {
          const found = self.lookupOwn('__doc__')
          if (found === null) return newRef(vm.None)
          const get = typeOf(found).slots.__get__
          return get === null ? newRef(found) : get(vm, found, null, self)
        },
        setAlways('__doc__'),
      ),
      getset(
        '__annotations__',
        'The annotations of the class body.',
        (vm, self) => {
          if (!self.isHeapType)
            return lend(newInterned(vm, '__annotations__'), (key) =>
              raiseAttributeError(
                vm,
                self,
                key,
                `type object '${self.name}' has no attribute '__annotations__'`,
              ),
            )
          const found = self.namespace.getStr('__annotations__')
          if (found !== null) return newRef(found)
          const made = newDict(vm)
          self.namespace.putStr(vm, '__annotations__', newRef(made))
          return made
        },
        (vm, self, value) => setInNamespace(vm, self, '__annotations__', value),
      ),
      getset(
        '__type_params__',
        'The type parameters.',
        (vm, self) =>
          newRef((self.isHeapType ? self.namespace.getStr('__type_params__') : null) ?? vm.emptyTuple),
        setAlways('__type_params__'),
      ),
      getset(
        '__abstractmethods__',
        'Names of the abstract methods.',
        (vm, self) => {
          const found =
            self === vm.types.type || !self.isHeapType ? null : self.namespace.getStr('__abstractmethods__')
          return found === null
            ? lend(newInterned(vm, '__abstractmethods__'), (key) => raiseAttributeError(vm, self, key))
            : newRef(found)
        },
        (vm, self, value) => {
          setInNamespace(vm, self, '__abstractmethods__', value)
          setAbstractMethods(vm, self, value)
        },
      ),
      getset('__text_signature__', 'The signature of the constructor.', (vm, self) =>
        self.spec?.textSignature == null ? newRef(vm.None) : newStr(vm, self.spec.textSignature),
      ),
    ],
    methods: [
      method('mro(self, /) -> object', 'The method resolution order, as the class will use it.', (vm, self) =>
        newList(vm, linearize(vm, self, basesOf(self)).map(newRef) as unknown as Held[]),
      ),
      method('__subclasses__(self, /) -> object', 'The immediate subclasses that are alive.', (vm, self) =>
        newList(vm, [...self.subclasses].map(newRef) as unknown as Held[]),
      ),
      method(
        '__instancecheck__(self, instance, /) -> bool',
        'Whether an object is an instance.',
        (vm, self, instance) => {
          const type = typeOf(instance)
          if (type.isSubtype(self)) return true
          const cls = getAttrNamedMaybe(vm, instance, '__class__')
          if (cls === null) return false
          return lend(cls, (actual) => actual !== type && actual instanceof PyType && actual.isSubtype(self))
        },
      ),
      method(
        '__subclasscheck__(self, subclass, /) -> bool',
        'Whether a class is a subclass.',
        (vm, self, subclass) =>
          subclass instanceof PyType
            ? subclass.isSubtype(self)
            : vm.raise('TypeError', 'issubclass() arg 1 must be a class'),
      ),
      method(
        '__dir__(self, /) -> object',
        'Names of the attributes of the class and its bases.',
        (vm, self) => {
          const names = new Set<string>()
          for (const each of self.mro) {
            each.populate()
            each.namespace.each((key) => isExactStr(vm, key) && names.add(key.value))
          }
          return newList(
            vm,
            [...names].map((name) => newStr(vm, name)),
          )
        },
      ),
      method('__sizeof__(self, /) -> ssize_t', 'Bytes that the class takes.', (_vm, self) =>
        self.isHeapType ? (self.hasDict ? 1696 : 928) : 416,
      ),
      rawMethod<PyType>(
        '__prepare__(name, bases, /, **kwds) -> object',
        'The namespace in which a class body runs.',
        (vm) => newDict(vm),
        'class',
      ),
    ],
  },
)
