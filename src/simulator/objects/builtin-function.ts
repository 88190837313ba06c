/**
 * `PyBuiltin`: a built-in function, or a built-in method bound to its object (`len`, `[].append`); also the
 * `__new__` of a built-in type. Calling one binds the arguments by its signature and boxes the result.
 * As `Objects/methodobject.c`.
 */
import type { HeapType, Visit } from '../heap/object.ts'
import { addressText, PyObject } from '../heap/object.ts'
import type { Held, Own } from '../heap/reference.ts'
import { newRef, releaseMaybe } from '../heap/reference.ts'
import { newBool } from './bool.ts'
import { type Binder, type BinderName, makeBinder } from './declare/arguments.ts'
import { box } from './declare/convert.ts'
import { EQ, type KwNames, NE } from './declare/slots.ts'
import { defineType, getset, type MethodSpec, methodsOf } from './declare/type.ts'
import { PyModule } from './module.ts'
import { newStr } from './str.ts'
import { hashPointer, xorHashes } from './text/hash.ts'
import { PyType, typeName } from './type.ts'
import type { VM } from './vm.ts'

export class PyBuiltin extends PyObject implements BinderName {
  readonly spec: MethodSpec
  readonly name: string
  /** The object it is bound to; the module for a module's function. */
  self: Held | null
  /** `__module__`; null for methods. */
  readonly moduleName: string | null
  readonly bind: Binder
  /** For the `__new__` of a built-in type: that type. */
  readonly newOf: PyType | null

  constructor(
    type: HeapType,
    spec: MethodSpec,
    self: Own | null,
    moduleName: string | null,
    bind: Binder,
    newOf: PyType | null = null,
  ) {
    super(type)
    this.spec = spec
    this.name = spec.name
    this.self = self
    this.moduleName = moduleName
    this.bind = bind
    this.newOf = newOf
  }

  get short(): string {
    return this.spec.name
  }

  /** What messages call it: by the type or class that it is bound to. */
  get qualified(): string {
    const name = qualname(this)
    return this.moduleName === null || this.moduleName === 'builtins' ? name : `${this.moduleName}.${name}`
  }

  override traverse(visit: Visit): void {
    if (this.self !== null) visit(this.self, '__self__')
  }

  override dealloc(): void {
    const { self } = this
    this.self = null
    releaseMaybe(self)
  }
}

/** A function of a module; `self` is the module. */
export function newFunction(
  vm: VM,
  spec: MethodSpec,
  module: PyObject | null,
  moduleName: string,
): Own<PyBuiltin> {
  const self = module === null ? null : newRef(module)
  const made = new PyBuiltin(
    vm.types.builtin_function_or_method,
    spec,
    self,
    moduleName,
    makeBinder(spec.signature),
  )
  vm.heap.collector.track(made)
  return made as Own<PyBuiltin>
}

/** A method bound to an object, or a class method to its class. */
export function newBoundBuiltin(vm: VM, spec: MethodSpec, self: PyObject, bind: Binder): Own<PyBuiltin> {
  const made = new PyBuiltin(vm.types.builtin_function_or_method, spec, newRef(self), null, bind)
  vm.heap.collector.track(made)
  return made as Own<PyBuiltin>
}

/** Calls an implementation: `self` null for functions and static methods. */
export function callSpec(
  vm: VM,
  spec: MethodSpec,
  bind: Binder,
  name: BinderName,
  self: PyObject | null,
  args: readonly PyObject[],
  kwnames: KwNames,
): Own {
  if (spec.raw !== null) return spec.raw(vm, self as PyObject, args, kwnames)
  const bound = bind(vm, name, args, kwnames)
  const result = self === null ? spec.implementation(vm, ...bound) : spec.implementation(vm, self, ...bound)
  return box(vm, spec.signature.result, result)
}

function qualname(builtin: PyBuiltin): string {
  const { self, name } = builtin
  if (self === null || self instanceof PyModule) return name
  const owner = self instanceof PyType ? self.qualname : (self.type as unknown as PyType).qualname
  return `${owner}.${name}`
}

const method = methodsOf<PyBuiltin>()

export const builtinFunctionSpec = defineType(
  PyBuiltin,
  'builtin_function_or_method',
  'A function or method written for the machine itself.',
  {
    basicsize: 56,
    container: true,
    hasWeakrefs: true,
    noInstantiation: true,
    slots: {
      __call__: (vm, self, args, kwnames) =>
        callSpec(
          vm,
          self.spec,
          self.bind,
          self,
          self.spec.signature.hasSelf ? self.self : null,
          args,
          kwnames,
        ),
      __repr__: (vm, self) => {
        const bound = self.self
        if (bound === null || bound instanceof PyModule) return newStr(vm, `<built-in function ${self.name}>`)
        return newStr(
          vm,
          `<built-in method ${self.name} of ${typeName(bound)} object at ${addressText(bound)}>`,
        )
      },
      __hash__: (_vm, self) => xorHashes(hashPointer(self.self?.address ?? 0), hashPointer(self.address)),
      richcompare: (vm, self, other, operator) => {
        if ((operator !== EQ && operator !== NE) || !(other instanceof PyBuiltin))
          return newRef(vm.NotImplemented)
        const same = self === other || (self.self === other.self && self.spec === other.spec)
        return newBool(vm, same === (operator === EQ))
      },
    },
    getset: [
      getset('__name__', 'The name of the function.', (vm, self) => newStr(vm, self.name)),
      getset('__qualname__', 'The name with the type it belongs to.', (vm, self) =>
        newStr(vm, qualname(self)),
      ),
      getset('__doc__', 'What it does.', (vm, self) => newStr(vm, self.spec.doc)),
      getset('__text_signature__', 'Its signature.', (vm, self) =>
        newStr(vm, self.newOf === null ? self.spec.signature.text : '($type, *args, **kwargs)'),
      ),
      getset('__self__', 'What it is bound to: an object, a class or a module.', (vm, self) =>
        newRef(self.self ?? vm.None),
      ),
      getset('__module__', 'The module it belongs to.', (vm, self) =>
        self.moduleName === null ? newRef(vm.None) : newStr(vm, self.moduleName),
      ),
    ],
    methods: [
      method(
        '__reduce__(self, /) -> str',
        'The name under which it can be found again.',
        (_vm, self) => self.name,
      ),
    ],
  },
)
