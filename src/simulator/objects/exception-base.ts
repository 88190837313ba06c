/**
 * What the specifications of all exception types share: making and initialising an exception, its text, and
 * attributes that hold any object. As `BaseException_new` and its kin in `Objects/exceptions.c`.
 */

import { putField } from '../heap/heap.ts'
import type { PyObject } from '../heap/object.ts'
import type { Held, Own } from '../heap/reference.ts'
import { newRef } from '../heap/reference.ts'
import { tracked } from './allocate.ts'
import { argumentTuple } from './argument-tuple.ts'
import type { KwNames } from './declare/slots.ts'
import { type GetSetSpec, member } from './declare/type.ts'
import type { PyBaseException } from './exceptions.ts'
import { getStrOf } from './protocols/text.ts'
import { newStr } from './str.ts'
import { newTuple } from './tuple.ts'
import { type PyType, typeOf } from './type.ts'
import type { VM } from './vm.ts'

/** `BaseException.__new__`: an object of the class's kind with its arguments. */
export function newBaseException(
  vm: VM,
  cls: PyType,
  args: readonly PyObject[],
  kwnames: KwNames,
): Own<PyBaseException> {
  const made = new (cls.cls as unknown as new (type: PyType) => PyBaseException)(cls)
  made.args = argumentTuple(vm, args, kwnames)
  return tracked(vm, made)
}

/** `BaseException.__init__`: stores the positional arguments. */
export function initBaseException(
  vm: VM,
  self: PyBaseException,
  args: readonly PyObject[],
  kwnames: KwNames,
): void {
  if (kwnames !== null && kwnames.length > 0)
    vm.raise('TypeError', `${typeOf(self).name}() takes no keyword arguments`)
  putArgs(vm, self, args, kwnames)
}

/** Stores the positional arguments of a call; the tuple that `__new__` made of the same arguments stays. */
export function putArgs(vm: VM, self: PyBaseException, args: readonly PyObject[], kwnames: KwNames): void {
  const count = args.length - (kwnames?.length ?? 0)
  const existing = self.args?.items
  if (
    vm.argumentsPacked !== args &&
    existing !== undefined &&
    existing.length === count &&
    existing.every((item, i) => (item as PyObject) === args[i])
  )
    return
  putField(self, 'args', argumentTuple(vm, args, kwnames))
}

/** `str(exception)` for kinds without a text of their own. */
export function textOfArguments(vm: VM, self: PyBaseException): Own {
  const items = self.args?.items ?? []
  if (items.length === 0) return newStr(vm, '')
  return getStrOf(vm, items.length === 1 ? items[0]! : self.args!)
}

/** `(type, args)`, with the state where there is one (stolen): what `__reduce__` gives. */
export function reduceException(vm: VM, self: PyBaseException, args: Own, state: Own | null): Own {
  const parts: Held[] = [newRef(typeOf(self)), args]
  if (state !== null) parts.push(state)
  return newTuple(vm, parts)
}

/** A field that holds any object; without one it reads as None. */
export function field<S extends PyBaseException, K extends keyof S & string>(
  name: string,
  doc: string,
  key: K & (S[K] extends Held | null ? K : never),
): GetSetSpec<S> {
  return member<S>(
    name,
    doc,
    (vm, self) => newRef((self[key] as PyObject | null) ?? vm.None),
    (_vm, self, value) =>
      putField(self, key, (value === null ? null : newRef(value)) as S[typeof key] & (Held | null)),
  )
}
