/**
 * The slots of classes made in Python: each calls the special method that the class defines.
 * As the `slot_*` functions of `Objects/typeobject.c`.
 */
import type { PyObject } from '../heap/object.ts'
import { addressText } from '../heap/object.ts'
import type { Own } from '../heap/reference.ts'
import { lend, newRef, release, releaseAll } from '../heap/reference.ts'
import type { Comparison, KwNames, Slots } from './declare/slots.ts'
import { PyWrapperDescriptor } from './descriptors.ts'
import { newInt, PyInt } from './int.ts'
import { newSequenceIterator } from './iterators.ts'
import { findAttr, genericGetAttr, getAttrNamedMaybe } from './protocols/attributes.ts'
import { callSpecial, callSpecialMaybe } from './protocols/calls.ts'
import { isSame, isTrue, unhashable } from './protocols/comparison.ts'
import { eachItem } from './protocols/iteration.ts'
import { getIndex, toIndex } from './protocols/numbers.ts'
import { dropRaise, isRaise, Raise } from './raise.ts'
import { newStr, type PyStr } from './str.ts'
import { hashFromMethod } from './text/hash.ts'
import { newTuple } from './tuple.ts'
import { type PyType, typeName, typeOf } from './type.ts'
import type { VM } from './vm.ts'

const comparisonNames = ['__lt__', '__le__', '__eq__', '__ne__', '__gt__', '__ge__'] as const

function callOrNotImplemented(vm: VM, self: PyObject, name: string, args: readonly PyObject[]): Own {
  return callSpecialMaybe(vm, self, name, args) ?? newRef(vm.NotImplemented)
}

/** Whether `right`'s class overrides `name` as `left`'s class has it. */
function isOverridden(vm: VM, left: PyObject, right: PyObject, name: string): boolean {
  const theirs = getAttrNamedMaybe(vm, typeOf(right), name)
  if (theirs === null) return false
  const ours = getAttrNamedMaybe(vm, typeOf(left), name)
  try {
    return ours === null || !isSame(vm, ours, theirs)
  } finally {
    release(theirs)
    if (ours !== null) release(ours)
  }
}

/** A binary operator's slot that calls `name` on the left side and `reflected` on the right. */
export function binarySlot(slot: keyof Slots, name: string, reflected: string) {
  return function call(vm: VM, left: PyObject, right: PyObject): Own {
    const leftType = typeOf(left)
    const rightType = typeOf(right)
    let tryRight = leftType !== rightType && rightType.slots[slot] === (call as unknown)
    if (leftType.slots[slot] === (call as unknown)) {
      if (tryRight && rightType.isSubtype(leftType) && isOverridden(vm, left, right, reflected)) {
        const result = callOrNotImplemented(vm, right, reflected, [left])
        if (result !== vm.NotImplemented) return result
        release(result)
        tryRight = false
      }
      const result = callOrNotImplemented(vm, left, name, [right])
      if (result !== vm.NotImplemented || leftType === rightType || !tryRight) return result
      release(result)
    }
    return tryRight ? callOrNotImplemented(vm, right, reflected, [left]) : newRef(vm.NotImplemented)
  }
}

const plainPower = binarySlot('__pow__', '__pow__', '__rpow__')

export function powerSlot(vm: VM, left: PyObject, right: PyObject, modulus: PyObject | null): Own {
  if (modulus === null) return powerOperator(vm, left, right)
  if (typeOf(left).slots.__pow__ === powerSlot)
    return callOrNotImplemented(vm, left, '__pow__', [right, modulus])
  return newRef(vm.NotImplemented)
}

function powerOperator(vm: VM, left: PyObject, right: PyObject): Own {
  const leftType = typeOf(left)
  const rightType = typeOf(right)
  const mine = leftType.slots.__pow__ === powerSlot
  const theirs = leftType !== rightType && rightType.slots.__pow__ === powerSlot
  if (mine) {
    const result = callOrNotImplemented(vm, left, '__pow__', [right])
    if (result !== vm.NotImplemented || !theirs) return result
    release(result)
  }
  return theirs ? callOrNotImplemented(vm, right, '__rpow__', [left]) : plainPower(vm, left, right)
}

export function inPlaceSlot(name: string) {
  return (vm: VM, self: PyObject, other: PyObject): Own => callOrNotImplemented(vm, self, name, [other])
}

export function unarySlot(name: string) {
  return (vm: VM, self: PyObject): Own => callSpecial(vm, self, name)
}

/** Keywords have come in a dict, and go on to a function as values with a tuple of names (`_PyStack_UnpackDict`). */
function withNames<T>(vm: VM, kwnames: KwNames, call: () => T): T {
  if (kwnames === null || kwnames.length === 0) return call()
  return lend(newTuple(vm, kwnames.map(newRef)), call)
}

export const slotFunctions = {
  __repr__(vm: VM, self: PyObject): Own {
    const method = quietSpecial(vm, self, '__repr__')
    if (method === null) return newStr(vm, `<${typeName(self)} object at ${addressText(self)}>`)
    return callAndRelease(vm, method.callable, method.bound ? [] : [self], null)
  },

  __str__: unarySlot('__str__'),

  __hash__(vm: VM, self: PyObject) {
    const found = typeOf(self).lookup('__hash__')
    if (found === null || found === vm.None) return unhashable(vm, self)
    return lend(callSpecial(vm, self, '__hash__'), (result) =>
      result instanceof PyInt
        ? hashFromMethod(result.value)
        : vm.raise('TypeError', '__hash__ method should return an integer'),
    )
  },

  __call__(vm: VM, self: PyObject, args: readonly PyObject[], kwnames: KwNames): Own {
    const method = boundSpecial(vm, self, '__call__')
    if (method === null) return vm.raise('TypeError', `'${typeName(self)}' object is not callable`)
    return withNames(vm, kwnames, () =>
      method.bound
        ? callAndRelease(vm, method.callable, args, kwnames)
        : callAndRelease(vm, method.callable, [self, ...args], kwnames),
    )
  },

  __getattribute__(vm: VM, self: PyObject, name: PyStr): Own {
    const type = typeOf(self)
    const fallback = type.lookup('__getattr__')
    if (fallback === null) return callSpecial(vm, self, '__getattribute__', [name])
    try {
      const getter = type.lookup('__getattribute__')
      if (getter instanceof PyWrapperDescriptor && getter.wrapped === genericGetAttr) {
        const found = findAttr(vm, self, name)
        if (found !== null) return found
      } else return callSpecial(vm, self, '__getattribute__', [name])
    } catch (thrown) {
      if (!isRaise(thrown, vm.types.AttributeError)) throw thrown
      dropRaise(thrown)
    }
    return callSpecial(vm, self, '__getattr__', [name])
  },

  __setattr__(vm: VM, self: PyObject, name: PyStr, value: PyObject | null): void {
    release(
      value === null
        ? callSpecial(vm, self, '__delattr__', [name])
        : callSpecial(vm, self, '__setattr__', [name, value]),
    )
  },

  richcompare(vm: VM, self: PyObject, other: PyObject, operator: Comparison): Own {
    const method = quietSpecial(vm, self, comparisonNames[operator]!)
    if (method === null) return newRef(vm.NotImplemented)
    return callAndRelease(vm, method.callable, method.bound ? [other] : [self, other], null)
  },

  __iter__(vm: VM, self: PyObject): Own {
    const found = typeOf(self).lookup('__iter__')
    if (found === vm.None) return vm.raise('TypeError', `'${typeName(self)}' object is not iterable`)
    if (found !== null) return callSpecial(vm, self, '__iter__')
    if (typeOf(self).lookup('__getitem__') === null)
      return vm.raise('TypeError', `'${typeName(self)}' object is not iterable`)
    return newSequenceIterator(vm, self)
  },
  __next__: unarySlot('__next__'),

  __get__(vm: VM, self: PyObject, instance: PyObject | null, owner: PyObject | null): Own {
    return callSpecialMaybe(vm, self, '__get__', [instance ?? vm.None, owner ?? vm.None]) ?? newRef(self)
  },
  __set__(vm: VM, self: PyObject, instance: PyObject, value: PyObject | null): void {
    release(
      value === null
        ? callSpecial(vm, self, '__delete__', [instance])
        : callSpecial(vm, self, '__set__', [instance, value]),
    )
  },

  __init__(vm: VM, self: PyObject, args: readonly PyObject[], kwnames: KwNames): void {
    const method = boundSpecial(vm, self, '__init__')
    if (method === null) return
    const result = withNames(vm, kwnames, () =>
      callAndRelease(vm, method.callable, method.bound ? args : [self, ...args], kwnames),
    )
    if (result !== vm.None) {
      const name = typeName(result)
      release(result)
      vm.raise('TypeError', `__init__() should return None, not '${name}'`)
    }
    release(result)
  },

  __new__(vm: VM, cls: PyType, args: readonly PyObject[], kwnames: KwNames): Own {
    const maker = getAttrNamedMaybe(vm, cls, '__new__')
    if (maker === null) return vm.raise('TypeError', `cannot create '${cls.name}' instances`)
    return withNames(vm, kwnames, () => callAndRelease(vm, maker, [cls, ...args], kwnames))
  },

  __del__(vm: VM, self: PyObject): void {
    const method = boundSpecial(vm, self, '__del__')
    if (method === null) return
    try {
      release(vm.call(method.callable, method.bound ? [] : [self]))
    } catch (thrown) {
      vm.unraisable(thrown, method.callable)
    } finally {
      release(method.callable)
    }
  },

  __len__(vm: VM, self: PyObject): number {
    return lend(callSpecial(vm, self, '__len__'), (result) => {
      if (lend(getIndex(vm, result), (each) => each.value < 0))
        return vm.raise('ValueError', '__len__() should return >= 0')
      return toIndex(vm, result, 'OverflowError')
    })
  },
  __getitem__: (vm: VM, self: PyObject, key: PyObject): Own => callSpecial(vm, self, '__getitem__', [key]),
  __setitem__(vm: VM, self: PyObject, key: PyObject, value: PyObject | null): void {
    release(
      value === null
        ? callSpecial(vm, self, '__delitem__', [key])
        : callSpecial(vm, self, '__setitem__', [key, value]),
    )
  },
  __contains__(vm: VM, self: PyObject, item: PyObject): boolean {
    const found = typeOf(self).lookup('__contains__')
    if (found === vm.None) return vm.raise('TypeError', `'${typeName(self)}' object is not a container`)
    if (found !== null)
      return lend(callSpecial(vm, self, '__contains__', [item]), (result) => isTrue(vm, result))
    let contains = false
    eachItem(vm, self, (each) => {
      contains = isSame(vm, each, item)
      return !contains
    })
    return contains
  },

  __bool__(vm: VM, self: PyObject): boolean {
    const result = callSpecialMaybe(vm, self, '__bool__', [])
    if (result === null) {
      const { __len__ } = typeOf(self).slots
      return __len__ === null ? true : __len__(vm, self) !== 0
    }
    try {
      if ((result as PyObject) === vm.True) return true
      if ((result as PyObject) === vm.False) return false
      return vm.raise('TypeError', `__bool__ should return bool, returned ${typeName(result)}`)
    } finally {
      release(result)
    }
  },

  repeat: (vm: VM, self: PyObject, times: number): Own =>
    lend(newInt(vm, times), (count) => callSpecial(vm, self, '__mul__', [count])),
}

/** A special method ready to be called, its bound form avoided for plain functions. */
function boundSpecial(vm: VM, self: PyObject, name: string): { callable: Own; bound: boolean } | null {
  const type = typeOf(self)
  const found = type.lookup(name)
  if (found === null) return null
  const foundType = typeOf(found)
  if (
    foundType === vm.types.function ||
    foundType === vm.types.method_descriptor ||
    foundType === vm.types.wrapper_descriptor
  ) {
    return { callable: newRef(found), bound: false }
  }
  const get = foundType.slots.__get__
  return { callable: get === null ? newRef(found) : get(vm, found, self, type), bound: true }
}

/** As `boundSpecial`; what the method's `__get__` raises counts as no method. */
function quietSpecial(vm: VM, self: PyObject, name: string): ReturnType<typeof boundSpecial> {
  try {
    return boundSpecial(vm, self, name)
  } catch (thrown) {
    if (!(thrown instanceof Raise)) throw thrown
    dropRaise(thrown)
    return null
  }
}

function callAndRelease(vm: VM, callable: Own, args: readonly PyObject[], kwnames: KwNames): Own {
  // With keywords CPython unpacks them from a dict into an array that holds the arguments during the call.
  const held = kwnames !== null && kwnames.length > 0 ? args.map(newRef) : null
  try {
    return vm.call(callable, args, kwnames)
  } finally {
    if (held !== null) releaseAll(held)
    release(callable)
  }
}
