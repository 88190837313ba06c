/**
 * `weakref.ref` and the proxies. The list of an object's references, and what happens at its death, is the
 * heap's (`heap/weakrefs.ts`). As `Objects/weakrefobject.c`.
 */
import type { HeapType } from '../heap/object.ts'
import { addressText, type PyObject } from '../heap/object.ts'
import type { Own } from '../heap/reference.ts'
import { lend, newRef, release } from '../heap/reference.ts'
import { basicReferences, WeakReference } from '../heap/weakrefs.ts'
import { tracked } from './allocate.ts'
import { newBool } from './bool.ts'
import { checkPositional } from './declare/arguments.ts'
import { EQ, NE, type SlotName, type Slots } from './declare/slots.ts'
import { classMethod, defineType, member, methodsOf, type TypeSpec } from './declare/type.ts'
import { newFloat } from './float.ts'
import { newGenericAlias } from './generic-alias.ts'
import { delAttr, getAttr, getSpecial, setAttr } from './protocols/attributes.ts'
import { callMethod } from './protocols/calls.ts'
import { compare, hashOf, isTrue } from './protocols/comparison.ts'
import { getIter, getNext, isIterator } from './protocols/iteration.ts'
import {
  type BinarySlot,
  binary,
  getIndex,
  type InPlaceSlot,
  inPlace,
  inPlacePower,
  power,
  toDouble,
  unary,
} from './protocols/numbers.ts'
import { containsItem, delItem, getItem, lengthOf, setItem } from './protocols/sequences.ts'
import { getStrOf } from './protocols/text.ts'
import { newStr, PyStr } from './str.ts'
import type { Hash } from './tables/hash.ts'
import { type PyType, typeName, typeOf } from './type.ts'
import { fullName } from './type-object.ts'
import type { VM } from './vm.ts'

export class PyWeakref extends WeakReference {
  readonly isProxy: boolean
  readonly isExact: boolean
  /** Taken from the referent while it lived. */
  hash: Hash | null = null

  constructor(
    type: HeapType,
    referent: PyObject,
    callback: Own | null,
    kind: 'ref' | 'proxy',
    exact: boolean,
  ) {
    super(type, referent, callback, callback === null && exact ? kind : 'other')
    this.isProxy = kind === 'proxy'
    this.isExact = exact
  }
}

function checkReferent(vm: VM, object: PyObject): void {
  if (!typeOf(object).hasWeakrefs)
    vm.raise('TypeError', `cannot create weak reference to '${typeName(object)}' object`)
}

/** `weakref.ref(object, callback)` of a class: the existing one where it may be shared. */
export function newWeakref(vm: VM, cls: PyType, object: PyObject, callback: PyObject | null): Own<PyWeakref> {
  checkReferent(vm, object)
  const exact = cls === vm.types.ReferenceType
  if (callback === null && exact) {
    const { ref } = basicReferences(object)
    if (ref !== null) return newRef(ref as PyWeakref)
  }
  return tracked(vm, new PyWeakref(cls, object, callback === null ? null : newRef(callback), 'ref', exact))
}

/** `weakref.proxy(object, callback)`. */
export function newProxy(vm: VM, object: PyObject, callback: PyObject | null): Own<PyWeakref> {
  checkReferent(vm, object)
  if (callback === null) {
    const { proxy } = basicReferences(object)
    if (proxy !== null) return newRef(proxy as PyWeakref)
  }
  const type = typeOf(object).slots.__call__ === null ? vm.types.ProxyType : vm.types.CallableProxyType
  return tracked(vm, new PyWeakref(type, object, callback === null ? null : newRef(callback), 'proxy', true))
}

/** The object a reference names, borrowed; null once it is dead or dying. */
export function peekReferent(reference: WeakReference): PyObject | null {
  const { referent } = reference
  // A dying object whose finalizer runs has been given a count again; one being taken apart has none.
  return referent === null || referent.refcnt === 0 ? null : referent
}

/** `<weakref at 0x…; to 'module.Node' at 0x…>`, with the referent's `__name__` where its type has that. */
function reprReference(vm: VM, self: PyWeakref): Own {
  const referent = peekReferent(self)
  if (referent === null) return newStr(vm, `<weakref at ${addressText(self)}; dead>`)
  return lend(newRef(referent), (object) => {
    const name = getSpecial(vm, object, '__name__')
    const shown = name instanceof PyStr ? ` (${name.value})` : ''
    if (name !== null) release(name)
    return newStr(
      vm,
      `<weakref at ${addressText(self)}; to '${fullName(typeOf(object))}' at ${addressText(object)}${shown}>`,
    )
  })
}

const method = methodsOf<PyWeakref>()
const makeGeneric = classMethod(
  '__class_getitem__(cls, object: object, /) -> object',
  'A parametrized form for annotations.',
  (vm, cls, item) => newGenericAlias(vm, cls, item),
)

export const referenceSpec = defineType(
  PyWeakref,
  'weakref.ReferenceType',
  'A weak reference to an object.',
  {
    instancesVectorcall: true,
    basicsize: 64,
    subclassable: true,
    container: true,
    slots: {
      __new__: (vm, cls, args, kwnames) => {
        // Keyword arguments are for the `__init__` of a subclass.
        const positional = kwnames === null ? args : args.slice(0, args.length - kwnames.length)
        checkPositional(vm, '__new__', positional.length, 1, 2)
        const callback = positional[1] === undefined || positional[1] === vm.None ? null : positional[1]
        return newWeakref(vm, cls, positional[0]!, callback)
      },
      __init__: (vm, self, args, kwnames) => {
        if (kwnames !== null && kwnames.length > 0 && typeOf(self) === vm.types.ReferenceType) {
          vm.raise('TypeError', 'ref() takes no keyword arguments')
        }
        checkPositional(vm, '__init__', args.length - (kwnames?.length ?? 0), 1, 2)
      },
      __call__: (vm, self, args, kwnames) => {
        if (args.length > 0 || (kwnames !== null && kwnames.length > 0)) {
          if (kwnames !== null && kwnames.length > 0)
            vm.raise('TypeError', 'weakref() takes no keyword arguments')
          vm.raise('TypeError', `weakref expected 0 arguments, got ${args.length}`)
        }
        return newRef(peekReferent(self) ?? vm.None)
      },
      __repr__: reprReference,
      __hash__: (vm, self) => {
        if (self.hash !== null) return self.hash
        const referent = peekReferent(self)
        if (referent === null) return vm.raise('TypeError', 'weak object has gone away')
        self.hash = lend(newRef(referent), (object) => hashOf(vm, object))
        return self.hash
      },
      richcompare: (vm, self, other, operator) => {
        if ((operator !== EQ && operator !== NE) || !(other instanceof PyWeakref) || other.isProxy)
          return newRef(vm.NotImplemented)
        const mine = peekReferent(self)
        const theirs = peekReferent(other)
        if (mine === null || theirs === null) return newBool(vm, (self === other) === (operator === EQ))
        return lend(newRef(mine), (left) =>
          lend(newRef(theirs), (right) => compare(vm, left, right, operator)),
        )
      },
    },
    getset: [
      member('__callback__', 'The callback, or None.', (vm, self) => newRef(self.callback ?? vm.None)),
    ],
    methods: [makeGeneric],
  },
)

/** What a proxy stands for; a new reference, so that it lives as long as the operation. */
function getReferent(vm: VM, proxy: PyObject): Own {
  const referent = peekReferent(proxy as PyWeakref)
  if (referent === null) return vm.raise('ReferenceError', 'weakly-referenced object no longer exists')
  return newRef(referent)
}

/** An operand of an operation, a proxy replaced by its object. */
function unwrapped<T>(vm: VM, object: PyObject, body: (referent: PyObject) => T): T {
  if (!(object instanceof PyWeakref) || !object.isProxy) return body(object)
  return lend(getReferent(vm, object), body)
}

function forward(slot: BinarySlot, symbol: string) {
  return (vm: VM, left: PyObject, right: PyObject): Own =>
    unwrapped(vm, left, (a) => unwrapped(vm, right, (b) => binary(vm, a, b, slot, symbol)))
}

function forwardInPlace(slot: InPlaceSlot, plain: BinarySlot, symbol: string) {
  return (vm: VM, self: PyObject, other: PyObject): Own =>
    unwrapped(vm, self, (a) => unwrapped(vm, other, (b) => inPlace(vm, a, b, slot, plain, symbol)))
}

function forwardUnary(slot: '__neg__' | '__pos__' | '__abs__' | '__invert__') {
  return (vm: VM, self: PyObject): Own => unwrapped(vm, self, (object) => unary(vm, object, slot))
}

const proxySlots: { [K in SlotName]?: Slots<PyWeakref>[K] | null } = {
  __repr__: (vm, self) => {
    const referent = peekReferent(self)
    if (referent === null) return newStr(vm, `<weakproxy at ${addressText(self)}; dead>`)
    return newStr(
      vm,
      `<weakproxy at ${addressText(self)}; to '${fullName(typeOf(referent))}' at ${addressText(referent)}>`,
    )
  },
  __str__: (vm, self) => unwrapped(vm, self, (object) => getStrOf(vm, object)),
  __hash__: null,
  __getattribute__: (vm, self, name) => unwrapped(vm, self, (object) => getAttr(vm, object, name)),
  __setattr__: (vm, self, name, value) =>
    unwrapped(vm, self, (object) =>
      value === null ? delAttr(vm, object, name) : setAttr(vm, object, name, value),
    ),
  richcompare: (vm, self, other, operator) =>
    unwrapped(vm, self, (a) => unwrapped(vm, other, (b) => compare(vm, a, b, operator))),
  __iter__: (vm, self) => unwrapped(vm, self, (object) => getIter(vm, object)),
  __next__: (vm, self) =>
    unwrapped(vm, self, (object) => {
      if (!isIterator(object)) {
        return vm.raise('TypeError', `Weakref proxy referenced a non-iterator '${typeName(object)}' object`)
      }
      return getNext(vm, object)
    }),
  __len__: (vm, self) => unwrapped(vm, self, (object) => lengthOf(vm, object)),
  __getitem__: (vm, self, key) =>
    unwrapped(vm, self, (object) => unwrapped(vm, key, (at) => getItem(vm, object, at))),
  __setitem__: (vm, self, key, value) =>
    unwrapped(vm, self, (object) =>
      value === null ? delItem(vm, object, key) : setItem(vm, object, key, value),
    ),
  __contains__: (vm, self, item) => unwrapped(vm, self, (object) => containsItem(vm, object, item)),
  __bool__: (vm, self) => unwrapped(vm, self, (object) => isTrue(vm, object)),
  __int__: (vm, self) => unwrapped(vm, self, (object) => vm.call(vm.types.int, [object])),
  __float__: (vm, self) => unwrapped(vm, self, (object) => newFloat(vm, toDouble(vm, object))),
  __index__: (vm, self) => unwrapped(vm, self, (object) => getIndex(vm, object)),
  __add__: forward('__add__', '+'),
  __sub__: forward('__sub__', '-'),
  __mul__: forward('__mul__', '*'),
  __matmul__: forward('__matmul__', '@'),
  __truediv__: forward('__truediv__', '/'),
  __floordiv__: forward('__floordiv__', '//'),
  __mod__: forward('__mod__', '%'),
  __divmod__: forward('__divmod__', 'divmod()'),
  __lshift__: forward('__lshift__', '<<'),
  __rshift__: forward('__rshift__', '>>'),
  __and__: forward('__and__', '&'),
  __xor__: forward('__xor__', '^'),
  __or__: forward('__or__', '|'),
  __pow__: (vm, left, right, modulus) =>
    unwrapped(vm, left, (a) => unwrapped(vm, right, (b) => power(vm, a, b, modulus))),
  __iadd__: forwardInPlace('__iadd__', '__add__', '+='),
  __isub__: forwardInPlace('__isub__', '__sub__', '-='),
  __imul__: forwardInPlace('__imul__', '__mul__', '*='),
  __imatmul__: forwardInPlace('__imatmul__', '__matmul__', '@='),
  __itruediv__: forwardInPlace('__itruediv__', '__truediv__', '/='),
  __ifloordiv__: forwardInPlace('__ifloordiv__', '__floordiv__', '//='),
  __imod__: forwardInPlace('__imod__', '__mod__', '%='),
  __ilshift__: forwardInPlace('__ilshift__', '__lshift__', '<<='),
  __irshift__: forwardInPlace('__irshift__', '__rshift__', '>>='),
  __iand__: forwardInPlace('__iand__', '__and__', '&='),
  __ixor__: forwardInPlace('__ixor__', '__xor__', '^='),
  __ior__: forwardInPlace('__ior__', '__or__', '|='),
  __ipow__: (vm, self, other) =>
    unwrapped(vm, self, (a) => unwrapped(vm, other, (b) => inPlacePower(vm, a, b))),
  __neg__: forwardUnary('__neg__'),
  __pos__: forwardUnary('__pos__'),
  __abs__: forwardUnary('__abs__'),
  __invert__: forwardUnary('__invert__'),
}

/** Methods that a proxy looks up on its object by name. */
const proxyMethods = [
  method('__bytes__(self, /) -> object', 'bytes(self)', (vm, self) =>
    unwrapped(vm, self, (object) => callMethod(vm, object, '__bytes__')),
  ),
  method('__reversed__(self, /) -> object', 'reversed(self)', (vm, self) =>
    unwrapped(vm, self, (object) => callMethod(vm, object, '__reversed__')),
  ),
]

function defineProxy(name: string, slots: { [K in SlotName]?: Slots<PyWeakref>[K] | null }): TypeSpec {
  return defineType(PyWeakref, name, null, {
    basicsize: 64,
    container: true,
    noInstantiation: true,
    slots,
    methods: name === 'weakref.ProxyType' ? proxyMethods : [],
  })
}

export const proxySpec = defineProxy('weakref.ProxyType', proxySlots)
export const callableProxySpec = defineProxy('weakref.CallableProxyType', {
  ...proxySlots,
  __call__: (vm, self, args, kwnames) => unwrapped(vm, self, (object) => vm.call(object, args, kwnames)),
})
