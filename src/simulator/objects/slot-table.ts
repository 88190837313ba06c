/**
 * The special methods and the slots they stand for: one table, read in both directions.
 *
 * From a class made in Python to its slots (`fillSlots`): a special method that is a built-in's own wrapper
 * gives the built-in's function, any other gives the function that calls it. From a built-in type's slots to
 * wrapper descriptors: `wrap` is what calling `(1).__add__(2)` does. As `slotdefs[]` and `update_one_slot`
 * of `Objects/typeobject.c`.
 */
import type { PyObject } from '../heap/object.ts'
import type { Own } from '../heap/reference.ts'
import { newRef } from '../heap/reference.ts'
import { newBool } from './bool.ts'
import { PyBuiltin } from './builtin-function.ts'
import { checkPositional } from './declare/arguments.ts'
import {
  EQ,
  GE,
  GT,
  type KwNames,
  LE,
  LT,
  NE,
  type SlotName,
  type Slots,
  slotNames,
} from './declare/slots.ts'
import { PyWrapperDescriptor } from './descriptors.ts'
import { newInt } from './int.ts'
import { unhashable } from './protocols/comparison.ts'
import { toIndex } from './protocols/numbers.ts'
import { exactLength, PyRange } from './range.ts'
import { binarySlot, inPlaceSlot, powerSlot, slotFunctions, unarySlot } from './slot-functions.ts'
import { PyStr } from './str.ts'
import { type PyType, typeName, typeOf } from './type.ts'
import type { VM } from './vm.ts'

/** Calls a slot function with the arguments of a special method. */
// biome-ignore lint/suspicious/noExplicitAny: each definition pairs a wrapper with a slot of the right shape
type Wrap = (vm: VM, slot: any, self: PyObject, args: readonly PyObject[], kwnames: KwNames) => Own

export interface SlotDefinition {
  /** The special method. */
  readonly name: string
  readonly slot: SlotName
  readonly wrap: Wrap
  /** What the slot of a class made in Python is: a function that calls the method. */
  readonly generic: unknown
  readonly takesKeywords: boolean
  /** As `__text_signature__` of its wrapper. */
  readonly signature: string
  readonly doc: string
}

/** `check_num_args`. */
function expect(vm: VM, args: readonly PyObject[], count: number): void {
  if (args.length !== count)
    vm.raise('TypeError', `expected ${count} argument${count === 1 ? '' : 's'}, got ${args.length}`)
}

const none = (vm: VM): Own => newRef(vm.None)

const wrapUnary: Wrap = (vm, slot, self, args) => {
  expect(vm, args, 0)
  return slot(vm, self)
}
const wrapBinary: Wrap = (vm, slot, self, args) => {
  expect(vm, args, 1)
  return slot(vm, self, args[0])
}
const wrapReflected: Wrap = (vm, slot, self, args) => {
  expect(vm, args, 1)
  return slot(vm, args[0], self)
}
const wrapPower: Wrap = (vm, slot, self, args) => {
  checkPositional(vm, '', args.length, 1, 2)
  return slot(vm, self, args[0], args[1] === undefined || args[1] === vm.None ? null : args[1])
}
const wrapReflectedPower: Wrap = (vm, slot, self, args) => {
  checkPositional(vm, '', args.length, 1, 2)
  return slot(vm, args[0], self, args[1] === undefined || args[1] === vm.None ? null : args[1])
}
const wrapTruth: Wrap = (vm, slot, self, args) => {
  expect(vm, args, 0)
  return newBool(vm, slot(vm, self))
}
const wrapNumber: Wrap = (vm, slot, self, args) => {
  expect(vm, args, 0)
  return newInt(vm, slot(vm, self))
}
const wrapLength: Wrap = (vm, slot, self, args) => {
  expect(vm, args, 0)
  return newInt(vm, self instanceof PyRange ? exactLength(vm, self) : slot(vm, self))
}
const wrapContains: Wrap = (vm, slot, self, args) => {
  expect(vm, args, 1)
  return newBool(vm, slot(vm, self, args[0]))
}
const wrapRepeat: Wrap = (vm, slot, self, args) => {
  checkPositional(vm, '', args.length, 1, 1)
  return slot(vm, self, toIndex(vm, args[0]!, 'OverflowError'))
}
const wrapSetItem: Wrap = (vm, slot, self, args) => {
  checkPositional(vm, '', args.length, 2, 2)
  slot(vm, self, args[0], args[1])
  return none(vm)
}
const wrapDelete: Wrap = (vm, slot, self, args) => {
  expect(vm, args, 1)
  slot(vm, self, args[0], null)
  return none(vm)
}
const wrapNext: Wrap = (vm, slot, self, args) => {
  expect(vm, args, 0)
  return slot(vm, self) ?? vm.raise('StopIteration', '')
}
const wrapCall: Wrap = (vm, slot, self, args, kwnames) => slot(vm, self, args, kwnames)
const wrapInit: Wrap = (vm, slot, self, args, kwnames) => {
  slot(vm, self, args, kwnames)
  return none(vm)
}
const wrapDel: Wrap = (vm, slot, self, args) => {
  expect(vm, args, 0)
  slot(vm, self)
  return none(vm)
}
const wrapGetAttr: Wrap = (vm, slot, self, args) => {
  expect(vm, args, 1)
  return slot(vm, self, attributeName(vm, args[0]!))
}
/** Refuses a base's way of setting attributes where a built-in class in between has its own (`hackcheck`). */
function checkOverride(vm: VM, self: PyObject, slot: unknown, name: string): void {
  const type = typeOf(self)
  const isPython = (each: PyType): boolean => each.slots.__setattr__ === slotFunctions.__setattr__
  const definer = type.mro.findLast(
    (each) => !isPython(each) && each.slots.__setattr__ === type.slots.__setattr__,
  )
  for (let at: PyType | null = definer ?? type; at !== null; at = at.base) {
    if (at.slots.__setattr__ === slot) return
    if (!isPython(at)) return vm.raise('TypeError', `can't apply this ${name} to ${type.name} object`)
  }
}

const wrapSetAttr: Wrap = (vm, slot, self, args) => {
  checkPositional(vm, '', args.length, 2, 2)
  checkOverride(vm, self, slot, '__setattr__')
  slot(vm, self, attributeName(vm, args[0]!), args[1])
  return none(vm)
}
const wrapDelAttr: Wrap = (vm, slot, self, args) => {
  expect(vm, args, 1)
  checkOverride(vm, self, slot, '__delattr__')
  slot(vm, self, attributeName(vm, args[0]!), null)
  return none(vm)
}
const wrapGet: Wrap = (vm, slot, self, args) => {
  checkPositional(vm, '', args.length, 1, 2)
  const instance = args[0] === vm.None ? null : args[0]!
  const owner = args[1] === undefined || args[1] === vm.None ? null : args[1]
  if (instance === null && owner === null) return vm.raise('TypeError', '__get__(None, None) is invalid')
  return slot(vm, self, instance, owner)
}

function wrapComparison(operator: number): Wrap {
  return (vm, slot, self, args) => {
    expect(vm, args, 1)
    return slot(vm, self, args[0], operator)
  }
}

/** An attribute name given as an object. Raises TypeError unless it is a string. */
export function attributeName(vm: VM, name: PyObject): PyStr {
  if (name instanceof PyStr) return name
  return vm.raise('TypeError', `attribute name must be string, not '${typeName(name)}'`)
}

/** Parameters after `self` of the methods that take other ones than their neighbours. */
const parameters: Readonly<Record<string, string>> = {
  __getattribute__: 'name, /',
  __getattr__: 'name, /',
  __setattr__: 'name, value, /',
  __delattr__: 'name, /',
  __get__: 'instance, owner=None, /',
  __set__: 'instance, value, /',
  __delete__: 'instance, /',
  __init__: '/, *args, **kwargs',
  __call__: '/, *args, **kwargs',
  __new__: '/, *args, **kwargs',
  __pow__: 'value, mod=None, /',
  __rpow__: 'value, mod=None, /',
  __getitem__: 'key, /',
  __setitem__: 'key, value, /',
  __delitem__: 'key, /',
  __contains__: 'key, /',
}

/** What takes nothing but `self`. */
const lonely: ReadonlySet<Wrap> = new Set([wrapUnary, wrapTruth, wrapNumber, wrapNext, wrapDel])

function define(
  name: string,
  slot: SlotName,
  wrap: Wrap,
  generic: unknown,
  doc: string,
  takesKeywords = false,
): SlotDefinition {
  const signature = `($self, ${parameters[name] ?? (lonely.has(wrap) ? '/' : 'value, /')})`
  return { name, slot, wrap, generic, doc, signature, takesKeywords }
}

type Operator = [name: string, slot: SlotName & keyof Slots, doc: string]

const operators: readonly Operator[] = [
  ['add', '__add__', 'self + value'],
  ['sub', '__sub__', 'self - value'],
  ['mul', '__mul__', 'self * value'],
  ['mod', '__mod__', 'self % value'],
  ['divmod', '__divmod__', 'divmod(self, value)'],
  ['lshift', '__lshift__', 'self << value'],
  ['rshift', '__rshift__', 'self >> value'],
  ['and', '__and__', 'self & value'],
  ['xor', '__xor__', 'self ^ value'],
  ['or', '__or__', 'self | value'],
  ['floordiv', '__floordiv__', 'self // value'],
  ['truediv', '__truediv__', 'self / value'],
  ['matmul', '__matmul__', 'self @ value'],
]

function operatorDefinitions([name, slot, doc]: Operator): SlotDefinition[] {
  const generic = binarySlot(slot, `__${name}__`, `__r${name}__`)
  return [
    define(`__${name}__`, slot, wrapBinary, generic, doc),
    define(`__r${name}__`, slot, wrapReflected, generic, `${doc}, with the sides exchanged`),
  ]
}

const inPlaceNames = [
  'add',
  'sub',
  'mul',
  'mod',
  'lshift',
  'rshift',
  'and',
  'xor',
  'or',
  'floordiv',
  'truediv',
  'matmul',
  'pow',
]

const f = slotFunctions

/** Every special method, in the order in which a built-in type shows them. */
export const slotTable: readonly SlotDefinition[] = [
  define('__getattribute__', '__getattribute__', wrapGetAttr, f.__getattribute__, 'getattr(self, name)'),
  define(
    '__getattr__',
    '__getattribute__',
    wrapGetAttr,
    f.__getattribute__,
    'the attribute that was not found',
  ),
  define('__setattr__', '__setattr__', wrapSetAttr, f.__setattr__, 'setattr(self, name, value)'),
  define('__delattr__', '__setattr__', wrapDelAttr, f.__setattr__, 'delattr(self, name)'),
  define('__repr__', '__repr__', wrapUnary, f.__repr__, 'repr(self)'),
  define('__hash__', '__hash__', wrapNumber, f.__hash__, 'hash(self)'),
  define('__call__', '__call__', wrapCall, f.__call__, 'Call self as a function.', true),
  define('__str__', '__str__', wrapUnary, f.__str__, 'str(self)'),
  define('__lt__', 'richcompare', wrapComparison(LT), f.richcompare, 'self < value'),
  define('__le__', 'richcompare', wrapComparison(LE), f.richcompare, 'self <= value'),
  define('__eq__', 'richcompare', wrapComparison(EQ), f.richcompare, 'self == value'),
  define('__ne__', 'richcompare', wrapComparison(NE), f.richcompare, 'self != value'),
  define('__gt__', 'richcompare', wrapComparison(GT), f.richcompare, 'self > value'),
  define('__ge__', 'richcompare', wrapComparison(GE), f.richcompare, 'self >= value'),
  define('__iter__', '__iter__', wrapUnary, f.__iter__, 'iter(self)'),
  define('__next__', '__next__', wrapNext, f.__next__, 'next(self)'),
  define('__get__', '__get__', wrapGet, f.__get__, 'The attribute of an instance, or of its owner.'),
  define('__set__', '__set__', wrapSetItem, f.__set__, 'Sets the attribute of an instance.'),
  define('__delete__', '__set__', wrapDelete, f.__set__, 'Deletes the attribute of an instance.'),
  define('__init__', '__init__', wrapInit, f.__init__, 'Initializes self.', true),
  define('__new__', '__new__', wrapCall, f.__new__, 'Makes a new object.', true),
  define('__del__', '__del__', wrapDel, f.__del__, 'Called when the instance is about to be destroyed.'),
  define(
    '__await__',
    '__await__',
    wrapUnary,
    unarySlot('__await__'),
    'An iterator to be used in await expression.',
  ),
  define('__aiter__', '__aiter__', wrapUnary, unarySlot('__aiter__'), 'An awaitable iterator.'),
  define('__anext__', '__anext__', wrapUnary, unarySlot('__anext__'), 'A value or a StopAsyncIteration.'),
  ...operators.flatMap(operatorDefinitions),
  define('__pow__', '__pow__', wrapPower, powerSlot, 'pow(self, value, mod)'),
  define('__rpow__', '__pow__', wrapReflectedPower, powerSlot, 'pow(value, self, mod)'),
  define('__neg__', '__neg__', wrapUnary, unarySlot('__neg__'), '-self'),
  define('__pos__', '__pos__', wrapUnary, unarySlot('__pos__'), '+self'),
  define('__abs__', '__abs__', wrapUnary, unarySlot('__abs__'), 'abs(self)'),
  define('__bool__', '__bool__', wrapTruth, f.__bool__, 'True if self else False'),
  define('__invert__', '__invert__', wrapUnary, unarySlot('__invert__'), '~self'),
  define('__int__', '__int__', wrapUnary, unarySlot('__int__'), 'int(self)'),
  define('__float__', '__float__', wrapUnary, unarySlot('__float__'), 'float(self)'),
  define('__index__', '__index__', wrapUnary, unarySlot('__index__'), 'The integer to be used as an index.'),
  ...inPlaceNames.map((name) =>
    define(
      `__i${name}__`,
      `__i${name}__` as SlotName,
      wrapBinary,
      inPlaceSlot(`__i${name}__`),
      `self ${name}= value, in place`,
    ),
  ),
  define('__len__', '__len__', wrapLength, f.__len__, 'len(self)'),
  define('__getitem__', '__getitem__', wrapBinary, f.__getitem__, 'self[key]'),
  define('__setitem__', '__setitem__', wrapSetItem, f.__setitem__, 'Sets self[key] to value.'),
  define('__delitem__', '__setitem__', wrapDelete, f.__setitem__, 'Deletes self[key].'),
  define('__contains__', '__contains__', wrapContains, f.__contains__, 'key in self'),
  // Concatenation and repetition have no method of their own: they appear as `__add__` and `__mul__`.
  define('__add__', 'concat', wrapBinary, null, 'self + value'),
  define('__mul__', 'repeat', wrapRepeat, null, 'self * value'),
  define('__rmul__', 'repeat', wrapRepeat, null, 'value * self'),
  define('__iadd__', 'inplace_concat', wrapBinary, null, 'self += value'),
  define('__imul__', 'inplace_repeat', wrapRepeat, null, 'self *= value'),
]

const definitionsBySlot: ReadonlyMap<SlotName, readonly SlotDefinition[]> = new Map(
  slotNames.map((slot) => [slot, slotTable.filter((definition) => definition.slot === slot)]),
)

/** Definitions that a built-in type with these slots shows as wrapper descriptors. */
export function wrappersFor(slots: Partial<Record<SlotName, unknown>>): SlotDefinition[] {
  return slotTable.filter(
    ({ slot, name }) => slots[slot] != null && name !== '__getattr__' && name !== '__new__',
  )
}

/** Sets all slots of a class made in Python from the special methods found along its MRO. */
export function fillSlots(type: PyType): void {
  const slots = type.slots as Record<SlotName, unknown>
  for (const slot of slotNames) slots[slot] = slotFor(type, slot)
}

/** As `fillSlots`, for what one attribute name can change, in the type and all its subclasses. */
export function updateSlots(type: PyType, name: string): void {
  const affected = slotTable.filter((definition) => definition.name === name)
  if (affected.length === 0) return
  const slots = type.slots as Record<SlotName, unknown>
  for (const { slot } of affected) slots[slot] = slotFor(type, slot)
  for (const subclass of type.subclasses) updateSlots(subclass, name)
}

/** `update_one_slot`: a built-in's own function where all methods are that built-in's wrappers. */
function slotFor(type: PyType, slot: SlotName): unknown {
  const { slots } = type
  let specific: unknown = null
  let generic: unknown = null
  let useGeneric = false
  for (const definition of definitionsBySlot.get(slot)!) {
    const found = type.lookup(definition.name)
    if (found === null) continue
    if (
      found instanceof PyWrapperDescriptor &&
      found.definition.slot === slot &&
      found.definition.name === definition.name
    ) {
      generic ??= definition.generic
      if ((specific === null || specific === found.wrapped) && type.isSubtype(found.owner))
        specific = found.wrapped
      else useGeneric = true
    } else if (definition.generic === null) {
      // A Python `__add__` fills the number's slot; concatenation of the built-in base is hidden by it.
      return null
    } else if (slot === '__new__' && found instanceof PyBuiltin && found.newOf !== null) {
      generic = definition.generic
      // CPython keeps what the class has, which need not be what was found.
      specific = (slots.__new__ ?? type.base?.slots.__new__) as unknown
    } else if (slot === '__hash__' && found === type.vm.None) {
      generic = definition.generic
      specific = unhashable
    } else if (
      found instanceof PyWrapperDescriptor &&
      found.definition.slot !== slot &&
      found.definition.name === definition.name
    ) {
      if (type.isSubtype(found.owner)) continue
      generic = definition.generic
      useGeneric = true
    } else {
      generic = definition.generic
      useGeneric = true
    }
  }
  return specific !== null && !useGeneric ? specific : generic
}
