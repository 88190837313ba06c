/**
 * `FrameLocalsProxy`: the local variables of a function's frame as a mapping that writes through (PEP 667),
 * and `locals()`. As `framelocalsproxy_*` of `Objects/frameobject.c`.
 */
import { CO_FAST_CELL, CO_FAST_FREE, CO_FAST_HIDDEN, CO_OPTIMIZED } from '../bytecode/code.ts'
import { putField, takeField } from '../heap/heap.ts'
import type { HeapType, Visit } from '../heap/object.ts'
import { PyObject } from '../heap/object.ts'
import type { Held, Own } from '../heap/reference.ts'
import { lend, newRef, release, releaseMaybe } from '../heap/reference.ts'
import type { Frame } from './activation.ts'
import { PyCell } from './cell.ts'
import { EQ, NE } from './declare/slots.ts'
import { defineType, methodsOf, rawMethod } from './declare/type.ts'
import { newDict, type PyDict, peekItem, putItem, takeItem } from './dict.ts'
import { raiseKeyError } from './exceptions.ts'
import type { PyFrame } from './frame.ts'
import { newList } from './list.ts'
import { callMethod } from './protocols/calls.ts'
import { compare, unhashable } from './protocols/comparison.ts'
import { eachItem, getIter, toArray } from './protocols/iteration.ts'
import { getItem } from './protocols/sequences.ts'
import { getRepr } from './protocols/text.ts'
import { newStr, PyStr } from './str.ts'
import { newTuple, PyTuple } from './tuple.ts'
import { typeName } from './type.ts'
import type { Activation, VM } from './vm.ts'

export class PyFrameLocalsProxy extends PyObject {
  frame: Held<PyFrame> | null

  constructor(type: HeapType, frame: Own<PyFrame>) {
    super(type)
    this.frame = frame
  }

  override traverse(visit: Visit): void {
    if (this.frame !== null) visit(this.frame, 'frame')
  }

  override clear(): void {
    releaseMaybe(takeField(this, 'frame'))
  }
}

/** `frame.f_locals`: the namespace itself, or a proxy where there are fast locals to be seen. */
export function getFrameLocals(vm: VM, object: PyFrame): Own {
  const { frame } = object
  if (hasNamespace(frame)) return newRef(frame.locals ?? vm.None)
  // The type makes it of a tuple of arguments.
  return lend(newTuple(vm, [newRef(object)]), () => {
    const proxy = new PyFrameLocalsProxy(vm.types.FrameLocalsProxy, newRef(object)) as Own<PyFrameLocalsProxy>
    vm.heap.collector.track(proxy)
    return proxy
  })
}

/** `locals()`: the namespace itself, or a new dict with the values of the fast locals. */
export function getLocals(vm: VM, activation: Activation): Own {
  // A namespace is got without a frame object.
  const frame = activation as Frame
  if (hasNamespace(frame)) return newRef(frame.locals ?? vm.None)
  const object = activation.getFrameObject()
  return lend(object, (borrowed) =>
    lend(getFrameLocals(vm, borrowed), (locals) =>
      locals instanceof PyFrameLocalsProxy ? copyLocals(vm, locals) : newRef(locals),
    ),
  )
}

/** The names pass through a list on their way into the dict. */
function copyLocals(vm: VM, locals: PyFrameLocalsProxy): Own<PyDict> {
  const dict = newLocalsDict(vm, locals)
  release(newList(vm, []))
  return dict
}

/** Whether all variables are in a dict: those of modules and class bodies. */
function hasNamespace(frame: Frame): boolean {
  return (frame.code.flags & CO_OPTIMIZED) === 0 && !hasHiddenLocals(frame)
}

function hasHiddenLocals(frame: Frame): boolean {
  const kinds = frame.code.data.co_localspluskinds
  for (let i = 0; i < kinds.length; i++) {
    if ((kinds[i]! & CO_FAST_HIDDEN) !== 0 && peekLocal(frame, i, true) !== null) return true
  }
  return false
}

/** The value of a fast local, looked up through its cell; borrowed. */
function peekLocal(frame: Frame, index: number, hidden = false): PyObject | null {
  const kind = frame.code.data.co_localspluskinds[index]!
  const stored = frame.localsplus[index]
  if (stored == null) return null
  const isHidden = (kind & CO_FAST_HIDDEN) !== 0
  if (isHidden && !hidden && (frame.code.flags & CO_OPTIMIZED) !== 0) return null
  if ((kind & (CO_FAST_FREE | CO_FAST_CELL)) !== 0 && stored instanceof PyCell) return stored.value
  return stored
}

function frameOf(vm: VM, proxy: PyFrameLocalsProxy): PyFrame {
  return proxy.frame ?? vm.raise('RuntimeError', 'the frame of this proxy is gone')
}

/** Lends each visible variable, then the extra ones. */
function eachLocal(vm: VM, proxy: PyFrameLocalsProxy, body: (name: PyObject, value: PyObject) => void): void {
  const object = frameOf(vm, proxy)
  const { frame } = object
  const names = frame.code.localsplusnames.items
  for (let i = 0; i < names.length; i++) {
    const value = peekLocal(frame, i)
    if (value !== null) body(names[i]!, value)
  }
  object.extraLocals?.each(body)
}

function indexOf(frame: Frame, key: PyObject): number {
  if (!(key instanceof PyStr)) return -1
  return frame.code.data.co_localsplusnames.indexOf(key.value)
}

function newLocalsDict(vm: VM, proxy: PyFrameLocalsProxy): Own<PyDict> {
  const dict = newDict(vm)
  eachLocal(vm, proxy, (name, value) => putItem(vm, dict, name, newRef(value)))
  return dict
}

function peekValue(vm: VM, proxy: PyFrameLocalsProxy, key: PyObject): PyObject | null {
  const object = frameOf(vm, proxy)
  const index = indexOf(object.frame, key)
  if (index >= 0) return peekLocal(object.frame, index)
  return object.extraLocals === null ? null : peekItem(vm, object.extraLocals, key)
}

function storeValue(vm: VM, proxy: PyFrameLocalsProxy, key: PyObject, value: PyObject): void {
  const object = frameOf(vm, proxy)
  const { frame } = object
  const index = indexOf(frame, key)
  if (index < 0) {
    object.extraLocals ??= newDict(vm)
    return putItem(vm, object.extraLocals, key, newRef(value))
  }
  const stored = frame.localsplus[index]
  const kind = frame.code.data.co_localspluskinds[index]!
  if ((kind & (CO_FAST_FREE | CO_FAST_CELL)) !== 0 && stored instanceof PyCell)
    return putField(stored, 'value', newRef(value))
  frame.localsplus[index] = newRef(value)
  releaseMaybe(stored)
}

function removeValue(vm: VM, proxy: PyFrameLocalsProxy, key: PyObject): Own {
  const object = frameOf(vm, proxy)
  if (indexOf(object.frame, key) >= 0)
    vm.raise('ValueError', 'cannot remove local variables from FrameLocalsProxy')
  const value = object.extraLocals === null ? null : takeItem(vm, object.extraLocals, key)
  return value ?? raiseKeyError(vm, key)
}

function update(vm: VM, proxy: PyFrameLocalsProxy, other: PyObject): void {
  lend(callMethod(vm, other, 'keys'), (keys) =>
    eachItem(vm, keys, (key) => lend(getItem(vm, other, key), (value) => storeValue(vm, proxy, key, value))),
  )
}

const method = methodsOf<PyFrameLocalsProxy>()

export const frameLocalsProxySpec = defineType(PyFrameLocalsProxy, 'FrameLocalsProxy', null, {
  basicsize: 24,
  container: true,
  patma: 'mapping',
  slots: {
    __new__: (vm, _cls, args) => {
      const frame = args[0]
      if (args.length !== 1)
        return vm.raise('TypeError', `FrameLocalsProxy expected 1 argument, got ${args.length}`)
      if (frame!.type !== (vm.types.frame as unknown)) {
        return vm.raise('TypeError', `expect frame, not ${typeName(frame!)}`)
      }
      return new PyFrameLocalsProxy(
        vm.types.FrameLocalsProxy,
        newRef(frame as PyFrame),
      ) as Own<PyFrameLocalsProxy>
    },
    __repr__: (vm, self) => {
      const shown = vm.reprGuard(self, () => lend(copyLocals(vm, self), (dict) => getRepr(vm, dict)))
      return shown ?? newStr(vm, '{...}')
    },
    __hash__: (vm, self) => unhashable(vm, self),
    richcompare(vm, self, other, operator) {
      if (operator !== EQ && operator !== NE) return newRef(vm.NotImplemented)
      if (other instanceof PyFrameLocalsProxy) {
        return lend(newLocalsDict(vm, self), (a) =>
          lend(newLocalsDict(vm, other), (b) => compare(vm, a, b, operator)),
        )
      }
      return lend(newLocalsDict(vm, self), (dict) => compare(vm, dict, other, operator))
    },
    __len__(vm, self) {
      let length = 0
      eachLocal(vm, self, () => length++)
      return length
    },
    __iter__: (vm, self) => lend(newKeys(vm, self), (keys) => getIter(vm, keys)),
    __getitem__(vm, self, key) {
      const value = peekValue(vm, self, key)
      if (value !== null) return newRef(value)
      if (indexOf(frameOf(vm, self).frame, key) < 0) return raiseKeyError(vm, key)
      return vm.raise('KeyError', `local variable '${(key as PyStr).value}' is not defined`)
    },
    __setitem__(vm, self, key, value) {
      if (value === null) release(removeValue(vm, self, key))
      else storeValue(vm, self, key, value)
    },
    __contains__: (vm, self, key) => peekValue(vm, self, key) !== null,
    __or__: (vm, left, right) => {
      if (!(left instanceof PyFrameLocalsProxy)) return newRef(vm.NotImplemented)
      const result = newLocalsDict(vm, left)
      release(callMethod(vm, result, 'update', [right]))
      return result
    },
    __ior__: (vm, self, other) => {
      update(vm, self, other)
      return newRef(self)
    },
  },
  methods: [
    method(
      '__contains__(self, key: object, /) -> bool',
      'Whether there is such a variable.',
      (vm, self, key) => peekValue(vm, self, key) !== null,
    ),
    method('copy(self, /) -> object', 'A dict with the values of now.', (vm, self) =>
      newLocalsDict(vm, self),
    ),
    method('keys(self, /) -> object', 'The names of the variables.', (vm, self) => newKeys(vm, self)),
    method('values(self, /) -> object', 'The values of the variables.', (vm, self) => {
      const items: Held[] = []
      eachLocal(vm, self, (_name, value) => items.push(newRef(value)))
      return newList(vm, items)
    }),
    method('items(self, /) -> object', 'Pairs of name and value.', (vm, self) => {
      const items: Held[] = []
      eachLocal(vm, self, (name, value) => items.push(newTuple(vm, [newRef(name), newRef(value)])))
      return newList(vm, items)
    }),
    method(
      'get(self, key: object, default: object = None, /) -> object',
      'The value of a variable, or the default.',
      (vm, self, key, fallback) => newRef(peekValue(vm, self, key) ?? fallback),
    ),
    method(
      'setdefault(self, key: object, default: object = None, /) -> object',
      'The value of a variable; stored if missing.',
      (vm, self, key, fallback) => {
        const value = peekValue(vm, self, key)
        if (value !== null) return newRef(value)
        storeValue(vm, self, key, fallback)
        return newRef(fallback)
      },
    ),
    method('__reversed__(self, /) -> object', 'The names, last first.', (vm, self) =>
      lend(newKeys(vm, self), (keys) => {
        const reversed = toArray(vm, keys).reverse()
        return lend(newList(vm, reversed), (list) => getIter(vm, list))
      }),
    ),
    rawMethod<PyFrameLocalsProxy>(
      'update(self, other, /)',
      'Stores all items of another mapping.',
      (vm, self, args) => {
        const [other] = args
        if (other === undefined) return vm.raise('TypeError', 'update() takes exactly one argument (0 given)')
        if (other instanceof PyTuple)
          return vm.raise('TypeError', 'update() argument must be dict or another FrameLocalsProxy')
        update(vm, self, other)
        return newRef(vm.None)
      },
    ),
  ],
})

function newKeys(vm: VM, proxy: PyFrameLocalsProxy): Own {
  const items: Held[] = []
  eachLocal(vm, proxy, (name) => items.push(newRef(name)))
  return newList(vm, items)
}
