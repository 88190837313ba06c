/** `PyMethod`: a function bound to an object, as attribute look-up makes it. As `Objects/classobject.c`. */

import { takeField } from '../heap/heap.ts'
import type { HeapType, Visit } from '../heap/object.ts'
import { PyObject } from '../heap/object.ts'
import type { Held, Own } from '../heap/reference.ts'
import { lend, newRef, release, releaseMaybe } from '../heap/reference.ts'
import { newBool } from './bool.ts'
import { checkPositional } from './declare/arguments.ts'
import { EQ, NE } from './declare/slots.ts'
import { defineType, member, methodsOf } from './declare/type.ts'
import { getAttr, getAttrNamedMaybe } from './protocols/attributes.ts'
import { isCallable } from './protocols/calls.ts'
import { hashOf, isEqual } from './protocols/comparison.ts'
import { toRepr } from './protocols/text.ts'
import { newStr, PyStr } from './str.ts'
import { hashPointer, xorHashes } from './text/hash.ts'
import { newTuple } from './tuple.ts'
import { typeOf } from './type.ts'
import type { VM } from './vm.ts'

export class PyMethod extends PyObject {
  func: Held
  self: Held | null

  constructor(type: HeapType, func: Own, self: Own) {
    super(type)
    this.func = func
    this.self = self
  }

  override traverse(visit: Visit): void {
    visit(this.func, '__func__')
    if (this.self !== null) visit(this.self, '__self__')
  }

  override dealloc(): void {
    release(this.func)
    releaseMaybe(takeField(this, 'self'))
  }
}

/** `func` bound to `self`; both borrowed. */
export function newMethod(vm: VM, func: PyObject, self: PyObject): Own<PyMethod> {
  const method = new PyMethod(vm.types.method, newRef(func), newRef(self)) as Own<PyMethod>
  vm.heap.collector.track(method)
  return method
}

const method = methodsOf<PyMethod>()

export const methodSpec = defineType(
  PyMethod,
  'method(function, instance, /)',
  'A function bound to an instance.',
  {
    instancesVectorcall: true,
    basicsize: 48,
    container: true,
    hasWeakrefs: true,
    slots: {
      __new__(vm, _cls, args, kwnames) {
        if (kwnames !== null && kwnames.length > 0)
          vm.raise('TypeError', 'method() takes no keyword arguments')
        checkPositional(vm, 'method', args.length, 2, 2)
        const [func, self] = args as readonly [PyObject, PyObject]
        if (!isCallable(func)) vm.raise('TypeError', 'first argument must be callable')
        if (self === vm.None) vm.raise('TypeError', 'instance must not be None')
        return newMethod(vm, func, self)
      },
      __call__: (vm, self, args, kwnames) => {
        // The function and the object stay alive during the call even if this method does not.
        const func = newRef(self.func)
        try {
          return vm.call(func, [self.self!, ...args], kwnames)
        } finally {
          release(func)
        }
      },
      __repr__(vm, self) {
        const name =
          getAttrNamedMaybe(vm, self.func, '__qualname__') ?? getAttrNamedMaybe(vm, self.func, '__name__')
        try {
          const shown = name instanceof PyStr ? name.value : '?'
          return newStr(vm, `<bound method ${shown} of ${toRepr(vm, self.self!)}>`)
        } finally {
          releaseMaybe(name)
        }
      },
      __hash__: (vm, self) => xorHashes(hashPointer(self.self!.address), hashOf(vm, self.func)),
      richcompare(vm, self, other, operator) {
        if ((operator !== EQ && operator !== NE) || !(other instanceof PyMethod))
          return newRef(vm.NotImplemented)
        const same = isEqual(vm, self.func, other.func) && self.self === other.self
        return newBool(vm, same === (operator === EQ))
      },
      __getattribute__(vm, self, name) {
        // Its own attributes first, then the function's.
        const found = typeOf(self).lookup(name.value)
        if (found === null) return getAttr(vm, self.func, name)
        const get = typeOf(found).slots.__get__
        return get === null ? newRef(found) : get(vm, found, self, typeOf(self))
      },
      // Already bound: binding again changes nothing.
      __get__: (_vm, self) => newRef(self),
    },
    getset: [
      member('__func__', 'The function that the method calls.', (_vm, self) => newRef(self.func)),
      member('__self__', 'The object that the method is bound to.', (vm, self) =>
        newRef(self.self ?? vm.None),
      ),
      member(
        '__doc__',
        'The description of the function.',
        (vm, self) => getAttrNamedMaybe(vm, self.func, '__doc__') ?? newRef(vm.None),
      ),
    ],
    methods: [
      method(
        '__reduce__(self, /) -> object',
        'How to find the method again: getattr, and its arguments.',
        (vm, self) =>
          lend(getAttrNamedMaybe(vm, self.func, '__name__') ?? newRef(vm.None), (name) => {
            const getattr = vm.builtins.namespace.getStr('getattr') ?? vm.None
            return newTuple(vm, [newRef(getattr), newTuple(vm, [newRef(self.self!), newRef(name)])])
          }),
      ),
    ],
  },
)
