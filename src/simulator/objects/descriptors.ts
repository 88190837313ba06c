/**
 * The descriptors of built-in types: methods, class methods, slot wrappers, computed and stored attributes.
 * As `Objects/descrobject.c`. (`property`, `classmethod` and `staticmethod` are in files of their own.)
 */
import type { HeapType, Visit } from '../heap/object.ts'
import { addressText, PyObject } from '../heap/object.ts'
import type { Held, Own } from '../heap/reference.ts'
import { newRef, release } from '../heap/reference.ts'
import { packArguments } from './argument-tuple.ts'
import { newBool } from './bool.ts'
import { callSpec, newBoundBuiltin } from './builtin-function.ts'
import { type Binder, makeBinder } from './declare/arguments.ts'
import { EQ, type KwNames, NE } from './declare/slots.ts'
import { defineType, type GetSetSpec, getset, type MethodSpec } from './declare/type.ts'
import type { SlotDefinition } from './slot-table.ts'
import { newStr } from './str.ts'
import { hashPointer, xorHashes } from './text/hash.ts'
import { isInstance, PyType, typeName, typeOf } from './type.ts'
import type { VM } from './vm.ts'

/** What all of them have: a name and the type they describe (`PyDescrObject`). */
export abstract class PyDescriptor extends PyObject {
  readonly owner: PyType
  readonly name: string
  #ownsType: boolean

  constructor(type: HeapType, owner: PyType, name: string) {
    super(type)
    this.owner = owner
    this.name = name
    this.#ownsType = owner.isHeapType
    if (this.#ownsType) newRef(owner)
  }

  abstract readonly doc: string

  override traverse(visit: Visit): void {
    if (this.#ownsType) visit(this.owner, '__objclass__')
  }

  override dealloc(): void {
    if (!this.#ownsType) return
    this.#ownsType = false
    release(this.owner as Held<PyType>)
  }
}

export class PyMethodDescriptor extends PyDescriptor {
  readonly spec: MethodSpec
  readonly bind: Binder

  constructor(type: HeapType, owner: PyType, spec: MethodSpec) {
    super(type, owner, spec.name)
    this.spec = spec
    this.bind = makeBinder(spec.signature)
  }

  get qualified(): string {
    return `${this.owner.qualname}.${this.name}`
  }

  get doc(): string {
    return this.spec.doc
  }
}

export class PyWrapperDescriptor extends PyDescriptor {
  readonly definition: SlotDefinition
  /** The slot's function in the type that declares it. */
  readonly wrapped: unknown

  constructor(type: HeapType, owner: PyType, definition: SlotDefinition, wrapped: unknown) {
    super(type, owner, definition.name)
    this.definition = definition
    this.wrapped = wrapped
  }

  get doc(): string {
    return this.definition.doc
  }
}

export class PyGetSetDescriptor extends PyDescriptor {
  readonly spec: GetSetSpec

  constructor(type: HeapType, owner: PyType, spec: GetSetSpec) {
    super(type, owner, spec.name)
    this.spec = spec
  }

  get doc(): string {
    return this.spec.doc
  }
}

/** A slot wrapper bound to an object: `(1).__add__`. */
export class PyMethodWrapper extends PyObject {
  readonly descriptor: Held<PyWrapperDescriptor>
  readonly self: Held

  constructor(type: HeapType, descriptor: Own<PyWrapperDescriptor>, self: Own) {
    super(type)
    this.descriptor = descriptor
    this.self = self
  }

  override traverse(visit: Visit): void {
    visit(this.descriptor, 'descriptor')
    visit(this.self, '__self__')
  }

  override dealloc(): void {
    release(this.descriptor)
    release(this.self)
  }
}

function checkReceiver(vm: VM, descriptor: PyDescriptor, object: PyObject): void {
  if (isInstance(object, descriptor.owner)) return
  vm.raise(
    'TypeError',
    `descriptor '${descriptor.name}' for '${descriptor.owner.name}' objects doesn't apply to a '${typeName(object)}' object`,
  )
}

/** Splits off `self` from the arguments of a call through the class. */
function takeSelf(vm: VM, descriptor: PyDescriptor, args: readonly PyObject[], kwnames: KwNames): PyObject {
  if (args.length - (kwnames?.length ?? 0) < 1) {
    return vm.raise(
      'TypeError',
      `unbound method ${descriptor.owner.name}.${descriptor.name}() needs an argument`,
    )
  }
  checkReceiver(vm, descriptor, args[0]!)
  return args[0]!
}

const common = [
  getset<PyDescriptor>('__name__', 'The attribute name.', (vm, self) => newStr(vm, self.name)),
  getset<PyDescriptor>('__qualname__', 'The name with the type.', (vm, self) =>
    newStr(vm, `${self.owner.qualname}.${self.name}`),
  ),
  getset<PyDescriptor>('__objclass__', 'The type that has it.', (_vm, self) => newRef(self.owner)),
  getset<PyDescriptor>('__doc__', 'What it does.', (vm, self) =>
    self.doc === '' ? newRef(vm.None) : newStr(vm, self.doc),
  ),
]

function reprOf(kind: string) {
  return (vm: VM, self: PyDescriptor): Own =>
    newStr(vm, `<${kind} '${self.name}' of '${self.owner.name}' objects>`)
}

export const methodDescriptorSpec = defineType(PyMethodDescriptor, 'method_descriptor', null, {
  basicsize: 56,
  noInstantiation: true,
  slots: {
    __repr__: reprOf('method'),
    __call__: (vm, self, args, kwnames) => {
      const receiver = takeSelf(vm, self, args, kwnames)
      return callSpec(
        vm,
        self.spec,
        self.bind,
        { short: self.name, qualified: self.qualified },
        receiver,
        args.slice(1),
        kwnames,
      )
    },
    __get__: (vm, self, instance) => {
      if (instance === null) return newRef(self)
      checkReceiver(vm, self, instance)
      return newBoundBuiltin(vm, self.spec, instance, self.bind)
    },
  },
  getset: [
    ...common,
    getset<PyMethodDescriptor>('__text_signature__', 'The signature.', (vm, self) =>
      newStr(vm, self.spec.signature.text),
    ),
  ],
})

export const classMethodDescriptorSpec = defineType(PyMethodDescriptor, 'classmethod_descriptor', null, {
  instancesVectorcall: true,
  basicsize: 56,
  noInstantiation: true,
  slots: {
    __repr__: reprOf('method'),
    __call__: (vm, self, args, kwnames) => {
      const [cls] = args
      if (cls === undefined)
        return vm.raise(
          'TypeError',
          `descriptor '${self.name}' of '${self.owner.name}' object needs an argument`,
        )
      if (!(cls instanceof PyType)) {
        return vm.raise(
          'TypeError',
          `descriptor '${self.name}' requires a type but received a '${typeName(cls)}' instance`,
        )
      }
      return callSpec(
        vm,
        self.spec,
        self.bind,
        { short: self.name, qualified: self.qualified },
        cls,
        args.slice(1),
        kwnames,
      )
    },
    __get__: (vm, self, instance, owner) => {
      const cls: PyObject = owner ?? typeOf(instance!)
      const isType = cls instanceof PyType
      if (isType && cls.isSubtype(self.owner)) return newBoundBuiltin(vm, self.spec, cls, self.bind)
      return vm.raise(
        'TypeError',
        isType
          ? `descriptor '${self.name}' requires a subtype of '${self.owner.name}' but received '${cls.name}'`
          : `descriptor '${self.name}' for type '${self.owner.name}' needs a type, not a '${typeName(cls)}' as arg 2`,
      )
    },
  },
  getset: [
    ...common,
    getset<PyMethodDescriptor>('__text_signature__', 'The signature.', (vm, self) =>
      newStr(vm, self.spec.signature.text),
    ),
  ],
})

export const wrapperDescriptorSpec = defineType(PyWrapperDescriptor, 'wrapper_descriptor', null, {
  basicsize: 56,
  noInstantiation: true,
  slots: {
    __repr__: reprOf('slot wrapper'),
    __call__: (vm, self, args, kwnames) => {
      if (args.length - (kwnames?.length ?? 0) < 1) {
        return vm.raise(
          'TypeError',
          `descriptor '${self.name}' of '${self.owner.name}' object needs an argument`,
        )
      }
      const receiver = args[0]!
      if (!isInstance(receiver, self.owner)) {
        return vm.raise(
          'TypeError',
          `descriptor '${self.name}' requires a '${self.owner.name}' object but received a '${typeName(receiver)}'`,
        )
      }
      const rest = args.slice(1)
      return packArguments(vm, rest, kwnames, () => callWrapper(vm, self, receiver, rest, kwnames))
    },
    __get__: (vm, self, instance) => {
      if (instance === null) return newRef(self)
      checkReceiver(vm, self, instance)
      const made = new PyMethodWrapper(vm.types['method-wrapper'], newRef(self), newRef(instance))
      vm.heap.collector.track(made)
      return made as unknown as Own
    },
  },
  getset: [
    ...common,
    getset<PyWrapperDescriptor>('__text_signature__', 'The signature.', (vm, self) =>
      newStr(vm, self.definition.signature),
    ),
  ],
})

function callWrapper(
  vm: VM,
  descriptor: PyWrapperDescriptor,
  self: PyObject,
  args: readonly PyObject[],
  kwnames: KwNames,
): Own {
  const { definition, wrapped } = descriptor
  if (kwnames !== null && kwnames.length > 0 && !definition.takesKeywords) {
    vm.raise('TypeError', `wrapper ${descriptor.name}() takes no keyword arguments`)
  }
  return definition.wrap(vm, wrapped as never, self, args, kwnames)
}

export const methodWrapperSpec = defineType(PyMethodWrapper, 'method-wrapper', null, {
  basicsize: 32,
  container: true,
  noInstantiation: true,
  slots: {
    __repr__: (vm, { descriptor, self }) =>
      newStr(vm, `<method-wrapper '${descriptor.name}' of ${typeName(self)} object at ${addressText(self)}>`),
    __call__: (vm, { descriptor, self }, args, kwnames) => callWrapper(vm, descriptor, self, args, kwnames),
    __hash__: (_vm, { descriptor, self }) =>
      xorHashes(hashPointer(self.address), hashPointer(descriptor.address)),
    richcompare: (vm, self, other, operator) => {
      if ((operator !== EQ && operator !== NE) || !(other instanceof PyMethodWrapper))
        return newRef(vm.NotImplemented)
      return newBool(
        vm,
        (self.self === other.self && self.descriptor === other.descriptor) === (operator === EQ),
      )
    },
  },
  getset: [
    getset('__self__', 'The object it is bound to.', (_vm, { self }) => newRef(self)),
    getset('__name__', 'The attribute name.', (vm, { descriptor }) => newStr(vm, descriptor.name)),
    getset('__qualname__', 'The name with the type.', (vm, { descriptor }) =>
      newStr(vm, `${descriptor.owner.qualname}.${descriptor.name}`),
    ),
    getset('__objclass__', 'The type that has it.', (_vm, { descriptor }) => newRef(descriptor.owner)),
    getset('__doc__', 'What it does.', (vm, { descriptor }) => newStr(vm, descriptor.doc)),
    getset('__text_signature__', 'The signature.', (vm, { descriptor }) =>
      newStr(vm, descriptor.definition.signature),
    ),
  ],
})

const getSetSlots = {
  __get__: (vm: VM, self: PyGetSetDescriptor, instance: PyObject | null): Own => {
    if (instance === null) return newRef(self)
    checkReceiver(vm, self, instance)
    return self.spec.get(vm, instance)
  },
  __set__: (vm: VM, self: PyGetSetDescriptor, instance: PyObject, value: PyObject | null): void => {
    checkReceiver(vm, self, instance)
    if (self.spec.set !== null) return self.spec.set(vm, instance, value)
    if (self.spec.member) vm.raise('AttributeError', 'readonly attribute')
    vm.raise('AttributeError', `attribute '${self.name}' of '${self.owner.name}' objects is not writable`)
  },
}

export const getSetDescriptorSpec = defineType(PyGetSetDescriptor, 'getset_descriptor', null, {
  basicsize: 48,
  container: true,
  noInstantiation: true,
  slots: { __repr__: reprOf('attribute'), ...getSetSlots },
  getset: common,
})

export const memberDescriptorSpec = defineType(PyGetSetDescriptor, 'member_descriptor', null, {
  basicsize: 48,
  container: true,
  noInstantiation: true,
  slots: { __repr__: reprOf('member'), ...getSetSlots },
  getset: common,
})

/** A descriptor for a computed or stored attribute of `owner`. */
export function newGetSet(vm: VM, owner: PyType, spec: GetSetSpec): Own {
  const type = spec.member ? vm.types.member_descriptor : vm.types.getset_descriptor
  const made = new PyGetSetDescriptor(type, owner, spec)
  vm.heap.collector.track(made)
  return made as unknown as Own
}
