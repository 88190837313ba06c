/**
 * The slots of a type: what the machine calls for `repr(x)`, `x + y`, `x[i]` and so on.
 *
 * Each slot is named after its special method where there is one for it alone, else after CPython's field
 * (`richcompare`, `concat`). `null` in the value place of `__setattr__`, `__setitem__` and `__set__` means
 * deletion. Arguments are borrowed, results are new. As `Include/cpython/object.h`; the table of special
 * methods that fill the slots (`slotdefs[]` of `Objects/typeobject.c`) is in `slot-table.ts`.
 */
import type { PyObject } from '../../heap/object.ts'
import type { Own } from '../../heap/reference.ts'
import type { PyStr } from '../str.ts'
import type { Hash } from '../tables/hash.ts'
import type { PyType } from '../type.ts'
import type { VM } from '../vm.ts'

/** Keyword names of a call; their values are the last arguments. */
export type KwNames = readonly PyStr[] | null

/** Comparison operators in CPython's numbering (Py_LT …). */
export const LT = 0
export const LE = 1
export const EQ = 2
export const NE = 3
export const GT = 4
export const GE = 5
export type Comparison = 0 | 1 | 2 | 3 | 4 | 5

export type Unary<S = PyObject> = (vm: VM, self: S) => Own
/** Either operand may be of the slot's type, as in C; the result may be NotImplemented. */
export type Binary = (vm: VM, left: PyObject, right: PyObject) => Own
export type InPlace<S = PyObject> = (vm: VM, self: S, other: PyObject) => Own
export type Call<S = PyObject> = (vm: VM, self: S, args: readonly PyObject[], kwnames: KwNames) => Own

export interface Slots<S = PyObject> {
  __new__: (vm: VM, cls: PyType, args: readonly PyObject[], kwnames: KwNames) => Own
  __init__: (vm: VM, self: S, args: readonly PyObject[], kwnames: KwNames) => void
  /** `tp_finalize`. */
  __del__: (vm: VM, self: S) => void
  __call__: Call<S>
  __repr__: Unary<S>
  __str__: Unary<S>
  __hash__: (vm: VM, self: S) => Hash
  __getattribute__: (vm: VM, self: S, name: PyStr) => Own
  __setattr__: (vm: VM, self: S, name: PyStr, value: PyObject | null) => void
  richcompare: (vm: VM, self: S, other: PyObject, operator: Comparison) => Own
  __iter__: Unary<S>
  /** The next item, or null when exhausted. */
  __next__: (vm: VM, self: S) => Own | null
  /** `instance` is null for access through the class. */
  __get__: (vm: VM, self: S, instance: PyObject | null, owner: PyObject | null) => Own
  __set__: (vm: VM, self: S, instance: PyObject, value: PyObject | null) => void
  __len__: (vm: VM, self: S) => number
  __getitem__: (vm: VM, self: S, key: PyObject) => Own
  __setitem__: (vm: VM, self: S, key: PyObject, value: PyObject | null) => void
  __contains__: (vm: VM, self: S, item: PyObject) => boolean
  concat: InPlace<S>
  repeat: (vm: VM, self: S, times: number) => Own
  inplace_concat: InPlace<S>
  inplace_repeat: (vm: VM, self: S, times: number) => Own
  __add__: Binary
  __sub__: Binary
  __mul__: Binary
  __mod__: Binary
  __divmod__: Binary
  __pow__: (vm: VM, left: PyObject, right: PyObject, modulus: PyObject | null) => Own
  __lshift__: Binary
  __rshift__: Binary
  __and__: Binary
  __xor__: Binary
  __or__: Binary
  __floordiv__: Binary
  __truediv__: Binary
  __matmul__: Binary
  __iadd__: InPlace<S>
  __isub__: InPlace<S>
  __imul__: InPlace<S>
  __imod__: InPlace<S>
  __ipow__: InPlace<S>
  __ilshift__: InPlace<S>
  __irshift__: InPlace<S>
  __iand__: InPlace<S>
  __ixor__: InPlace<S>
  __ior__: InPlace<S>
  __ifloordiv__: InPlace<S>
  __itruediv__: InPlace<S>
  __imatmul__: InPlace<S>
  __neg__: Unary<S>
  __pos__: Unary<S>
  __abs__: Unary<S>
  __invert__: Unary<S>
  __bool__: (vm: VM, self: S) => boolean
  __int__: Unary<S>
  __float__: Unary<S>
  __index__: Unary<S>
  __await__: Unary<S>
  __aiter__: Unary<S>
  __anext__: Unary<S>
}

export type SlotName = keyof Slots

/** The filled-in slots of one type; null where it has none. */
export type TypeSlots = { [K in SlotName]: Slots[K] | null }

/** All slot names, in the order in which types inherit them. */
export const slotNames = [
  '__new__',
  '__init__',
  '__del__',
  '__call__',
  '__repr__',
  '__str__',
  '__hash__',
  '__getattribute__',
  '__setattr__',
  'richcompare',
  '__iter__',
  '__next__',
  '__get__',
  '__set__',
  '__len__',
  '__getitem__',
  '__setitem__',
  '__contains__',
  'concat',
  'repeat',
  'inplace_concat',
  'inplace_repeat',
  '__add__',
  '__sub__',
  '__mul__',
  '__mod__',
  '__divmod__',
  '__pow__',
  '__lshift__',
  '__rshift__',
  '__and__',
  '__xor__',
  '__or__',
  '__floordiv__',
  '__truediv__',
  '__matmul__',
  '__iadd__',
  '__isub__',
  '__imul__',
  '__imod__',
  '__ipow__',
  '__ilshift__',
  '__irshift__',
  '__iand__',
  '__ixor__',
  '__ior__',
  '__ifloordiv__',
  '__itruediv__',
  '__imatmul__',
  '__neg__',
  '__pos__',
  '__abs__',
  '__invert__',
  '__bool__',
  '__int__',
  '__float__',
  '__index__',
  '__await__',
  '__aiter__',
  '__anext__',
] as const satisfies readonly SlotName[]

/** A set of slots with every place present, so that all types share one shape. */
export function emptySlots(): TypeSlots {
  const slots: Partial<Record<SlotName, null>> = {}
  for (const name of slotNames) slots[name] = null
  return slots as TypeSlots
}
