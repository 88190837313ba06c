/** `super`: attributes of the classes after a given one in the MRO. As `super_getattro` of `Objects/typeobject.c`. */

import { CO_FAST_CELL } from '../bytecode/code.ts'
import type { HeapType, Visit } from '../heap/object.ts'
import { PyObject } from '../heap/object.ts'
import type { Held, Own } from '../heap/reference.ts'
import { newRef, release, releaseMaybe } from '../heap/reference.ts'
import { tracked } from './allocate.ts'
import { PyCell } from './cell.ts'
import { defineType, member } from './declare/type.ts'
import { genericGetAttr, getAttrNamedMaybe } from './protocols/attributes.ts'
import { newStr, type PyStr } from './str.ts'
import { PyType, typeName, typeOf } from './type.ts'
import type { Activation, VM } from './vm.ts'

export class PySuper extends PyObject {
  /** The class after which the search begins. */
  start: Held<PyType> | null
  /** The instance or class; null while unbound. */
  object: Held | null
  /** The class whose MRO is searched. */
  objectType: Held<PyType> | null

  constructor(type: HeapType, start: Own<PyType> | null, object: Own | null, objectType: Own<PyType> | null) {
    super(type)
    this.start = start
    this.object = object
    this.objectType = objectType
  }

  override traverse(visit: Visit): void {
    if (this.object !== null) visit(this.object, '__self__')
    if (this.start !== null) visit(this.start, '__thisclass__')
    if (this.objectType !== null) visit(this.objectType, '__self_class__')
  }

  override dealloc(): void {
    const { object, start, objectType } = this
    this.object = this.start = this.objectType = null
    releaseMaybe(object)
    releaseMaybe(start)
    releaseMaybe(objectType)
  }
}

/** The class whose MRO `super(type, object)` searches (`supercheck`). Raises TypeError. */
function searchedType(vm: VM, type: PyType, object: PyObject): PyType {
  if (object instanceof PyType && object.isSubtype(type)) return object
  if (typeOf(object).isSubtype(type)) return typeOf(object)
  const cls = getAttrNamedMaybe(vm, object, '__class__')
  if (cls !== null) {
    release(cls)
    if (cls instanceof PyType && cls.isSubtype(type)) return cls
  }
  const shown = object instanceof PyType ? `type ${object.name}` : `instance of ${typeName(object)}`
  return vm.raise(
    'TypeError',
    `super(type, obj): obj (${shown}) is not an instance or subtype of type (${type.name}).`,
  )
}

/** `super(type, object)`. */
export function newSuper(vm: VM, type: PyType, object: PyObject): Own<PySuper> {
  const searched = searchedType(vm, type, object)
  return tracked(vm, new PySuper(vm.types.super, newRef(type), newRef(object), newRef(searched)))
}

/** What `super().name` finds: `found` borrowed from a class namespace, and the class searched. */
export function lookupSuper(
  vm: VM,
  type: PyType,
  object: PyObject,
  name: PyStr,
): { found: PyObject; searched: PyType } | null {
  const searched = searchedType(vm, type, object)
  const at = searched.mro.indexOf(type)
  for (const each of at < 0 ? [] : searched.mro.slice(at + 1)) {
    const found = each.lookupOwn(name.value)
    if (found !== null) return { found, searched }
  }
  return null
}

/** `super(type, object).name` without making the super object, except for messages (`_PySuper_Lookup`). */
export function getSuperAttr(vm: VM, type: PyType, object: PyObject, name: PyStr): Own {
  const hit = name.value === '__class__' ? null : lookupSuper(vm, type, object, name)
  if (hit === null) {
    const made = newSuper(vm, type, object)
    try {
      return genericGetAttr(vm, made, name)
    } finally {
      release(made)
    }
  }
  const { found, searched } = hit
  const get = typeOf(found).slots.__get__
  if (get === null) return newRef(found)
  const kept = newRef(found)
  try {
    return get(vm, kept, object === searched ? null : object, searched)
  } finally {
    release(kept)
  }
}

/** The arguments of `super()` in a method: its class from the `__class__` cell, its first argument. */
function implicitArguments(vm: VM, frame: Activation | null): { type: PyType; object: PyObject } {
  if (frame === null) return vm.raise('RuntimeError', 'super(): no current frame')
  const { code } = frame
  if (code.data.co_argcount === 0) return vm.raise('RuntimeError', 'super(): no arguments')
  const first = frame.localsplus[0]
  const object =
    first instanceof PyCell && (code.data.co_localspluskinds[0]! & CO_FAST_CELL) !== 0 ? first.value : first
  if (object == null) return vm.raise('RuntimeError', 'super(): arg[0] deleted')
  const at = code.data.co_localsplusnames.lastIndexOf('__class__')
  if (at < 0) return vm.raise('RuntimeError', 'super(): __class__ cell not found')
  const cell = frame.localsplus[at]
  const type = cell instanceof PyCell ? cell.value : null
  if (type === null) return vm.raise('RuntimeError', 'super(): empty __class__ cell')
  if (!(type instanceof PyType))
    return vm.raise('RuntimeError', `super(): __class__ is not a type (${typeName(type)})`)
  return { type, object }
}

export const superSpec = defineType(PySuper, 'super', 'Attributes of the classes after one in the MRO.', {
  vectorcall: true,
  basicsize: 40,
  subclassable: true,
  container: true,
  slots: {
    __new__: (vm, cls) => tracked(vm, new PySuper(cls, null, null, null)) as unknown as Own,
    __init__: (vm, self, args, kwnames) => {
      if (kwnames !== null && kwnames.length > 0) vm.raise('TypeError', 'super() takes no keyword arguments')
      if (args.length > 2) vm.raise('TypeError', `super() expected at most 2 arguments, got ${args.length}`)
      const implicit = args.length === 0 ? implicitArguments(vm, vm.currentFrame) : null
      const type = implicit?.type ?? args[0]!
      if (!(type instanceof PyType))
        return vm.raise('TypeError', `super() argument 1 must be a type, not ${typeName(type)}`)
      const object = implicit?.object ?? (args[1] === undefined || args[1] === vm.None ? null : args[1])
      const searched = object === null ? null : searchedType(vm, type, object)
      const { start, object: oldObject, objectType } = self
      self.start = newRef(type)
      self.object = object === null ? null : newRef(object)
      self.objectType = searched === null ? null : newRef(searched)
      releaseMaybe(start)
      releaseMaybe(oldObject)
      releaseMaybe(objectType)
    },
    __repr__: (vm, self) => {
      const name = self.start?.name ?? 'NULL'
      return newStr(
        vm,
        self.objectType === null
          ? `<super: <class '${name}'>, NULL>`
          : `<super: <class '${name}'>, <${self.objectType.name} object>>`,
      )
    },
    __getattribute__: (vm, self, name) => {
      const { start, object } = self
      if (start === null || object === null || name.value === '__class__')
        return genericGetAttr(vm, self, name)
      const hit = lookupSuper(vm, start, object, name)
      return hit === null ? genericGetAttr(vm, self, name) : getSuperAttr(vm, start, object, name)
    },
    __get__: (vm, self, instance) => {
      if (instance === null || instance === vm.None || self.object !== null) return newRef(self)
      if (typeOf(self) !== vm.types.super) return vm.call(typeOf(self), [self.start!, instance])
      return newSuper(vm, self.start!, instance)
    },
  },
  getset: [
    member('__thisclass__', 'The class after which the search begins.', (vm, self) =>
      newRef(self.start ?? vm.None),
    ),
    member('__self__', 'The instance or class it is for.', (vm, self) => newRef(self.object ?? vm.None)),
    member('__self_class__', 'The class whose order is searched.', (vm, self) =>
      newRef(self.objectType ?? vm.None),
    ),
  ],
})
