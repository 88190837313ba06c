/** Attributes, methods ready for a call, `super()`, items and slices. */
import type { PyObject } from '../../heap/object.ts'
import type { Held, Own } from '../../heap/reference.ts'
import { newRef, release } from '../../heap/reference.ts'
import type { Frame } from '../../objects/activation.ts'
import type { PyProperty } from '../../objects/property.ts'
import { delAttr, genericGetAttr, getAttr, getMethod, setAttr } from '../../objects/protocols/attributes.ts'
import { delItem, getItem, setItem } from '../../objects/protocols/sequences.ts'
import { newSlice } from '../../objects/slice.ts'
import type { PyStr } from '../../objects/str.ts'
import { getSuperAttr, lookupSuper } from '../../objects/super.ts'
import { PyType, typeOf } from '../../objects/type.ts'
import { hasAdapted, isSimpleFunction } from '../call-sites.ts'
import type { Meanings, Transfers } from '../instruction.ts'
import type { Machine } from '../machine.ts'

function nameAt(frame: Frame, index: number): PyStr {
  return frame.code.names.items[index] as unknown as PyStr
}

export const attributes = {
  STORE_ATTR: (vm, frame, index, value, owner) => setAttr(vm, owner, nameAt(frame, index), value),
  DELETE_ATTR: (vm, frame, index, owner) => delAttr(vm, owner, nameAt(frame, index)),
  STORE_SUBSCR: (vm, _frame, _oparg, value, container, key) => setItem(vm, container, key, value),
  DELETE_SUBSCR: (vm, _frame, _oparg, container, key) => delItem(vm, container, key),
  BINARY_SLICE(vm, _frame, _oparg, container, start, stop) {
    const slice = newSlice(vm, start, stop, newRef(vm.None))
    try {
      return getItem(vm, container, slice)
    } finally {
      release(slice)
    }
  },
  STORE_SLICE(vm, _frame, _oparg, value, container, start, stop) {
    const slice = newSlice(vm, start, stop, newRef(vm.None))
    try {
      setItem(vm, container, slice, value)
    } finally {
      release(slice)
    }
  },
} satisfies Partial<Meanings>

function isMethodDescriptor(vm: Machine, { type }: PyObject): boolean {
  const { function: python, method_descriptor, wrapper_descriptor } = vm.types
  return ([python, method_descriptor, wrapper_descriptor] as unknown[]).includes(type)
}

/** `super(cls, self).name` without a super object, when `super` is the built-in one; a method unbound, if so wished and `self` has no own way to attributes. */
function getDirectly(
  vm: Machine,
  cls: PyType,
  self: PyObject,
  name: PyStr,
  unbound: boolean,
): { value: Own; bound: boolean } {
  if (unbound && typeOf(self).slots.__getattribute__ === genericGetAttr) {
    const hit = name.value === '__class__' ? null : lookupSuper(vm, cls, self, name)
    // A method stays unbound; `self` follows it.
    if (hit !== null && isMethodDescriptor(vm, hit.found) && self !== hit.searched) {
      return { value: newRef(hit.found), bound: false }
    }
  }
  return { value: getSuperAttr(vm, cls, self, name), bound: true }
}

/** Calls a property's getter, or a Python `__getattribute__`, in this loop, if the instruction has adapted to that. */
function beginGetter(vm: Machine, frame: Frame, owner: Own, name: PyStr): boolean {
  const type = typeOf(owner)
  const top = frame.sp - 1
  if (type.slots.__getattribute__ !== genericGetAttr) {
    const method = type.lookup('__getattribute__')
    if (!isSimpleFunction(vm, method, 2) || type.lookup('__getattr__') !== null || !hasAdapted(frame, type))
      return false
    frame.localsplus[top] = null
    vm.enterFunction(newRef(method), [owner, newRef(name)], null)
  } else {
    const property = type.lookup(name.value)
    if (property === null || property.type !== (vm.types.property as unknown)) return false
    const { getter } = property as PyProperty
    if (!isSimpleFunction(vm, getter, 1) || !hasAdapted(frame, type)) return false
    frame.localsplus[top] = null
    vm.enterFunction(newRef(getter), [owner], null)
  }
  frame.sp = top
  return true
}

export const attributeTransfers = {
  LOAD_ATTR(vm, frame, oparg) {
    const name = nameAt(frame, oparg >> 1)
    const { localsplus } = frame
    const top = frame.sp - 1
    const owner = localsplus[top] as Own
    if ((oparg & 1) === 0) {
      if (owner.type.isHeapType && beginGetter(vm, frame, owner, name)) return
      const value = getAttr(vm, owner, name)
      localsplus[top] = value
      return release(owner)
    }
    const { callable, bound } = getMethod(vm, owner, name)
    localsplus[top] = callable
    frame.sp = top + 2
    if (!bound) localsplus[top + 1] = owner
    else {
      localsplus[top + 1] = null
      release(owner)
    }
  },
  BINARY_SUBSCR(vm, frame) {
    const { localsplus } = frame
    const base = frame.sp - 2
    const container = localsplus[base] as Own
    const key = localsplus[base + 1] as Own
    if (container.type.isHeapType) {
      const method = typeOf(container).lookup('__getitem__')
      if (isSimpleFunction(vm, method, 2) && hasAdapted(frame, typeOf(container))) {
        localsplus[base] = localsplus[base + 1] = null
        vm.enterFunction(newRef(method), [container, key], null)
        frame.sp = base
        return
      }
    }
    const value = getItem(vm, container, key)
    localsplus[base] = value
    localsplus[base + 1] = null
    frame.sp = base + 1
    release(container)
    release(key)
  },
  LOAD_SUPER_ATTR(vm, frame, oparg) {
    const name = nameAt(frame, oparg >> 2)
    const { localsplus } = frame
    const base = frame.sp - 3
    const globalSuper = localsplus[base] as Held
    const cls = localsplus[base + 1] as Held
    const self = localsplus[base + 2] as Held
    const forCall = (oparg & 1) !== 0
    let value: Own
    let bound = true
    if (globalSuper === (vm.types.super as unknown) && cls instanceof PyType) {
      const adapted = hasAdapted(frame, vm.types.super)
      ;({ value, bound } = getDirectly(vm, cls, self, name, forCall && adapted))
    } else {
      // Someone has replaced `super`: it is called as written.
      const made = vm.call(globalSuper, (oparg & 2) !== 0 ? [cls, self] : [])
      try {
        value = getAttr(vm, made, name)
      } finally {
        release(made)
      }
    }
    localsplus[base] = value
    localsplus[base + 1] = null
    localsplus[base + 2] = null
    frame.sp = base + 1 + (forCall ? 1 : 0)
    release(globalSuper)
    release(cls)
    if (bound) release(self)
    else localsplus[base + 1] = self
  },
} satisfies Partial<Transfers>
