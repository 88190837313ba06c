/** `_operator`: operators as functions, and the getters that fetch parts of an object. As `Modules/_operator.c`. */
import type { PyObject } from '../heap/object.ts'
import type { Own } from '../heap/reference.ts'
import { newRef } from '../heap/reference.ts'
import { newBool } from '../objects/bool.ts'
import { checkPositional } from '../objects/declare/arguments.ts'
import { defineModule, fn, rawFn } from '../objects/declare/module.ts'
import { type Comparison, EQ, GE, GT, LE, LT, NE } from '../objects/declare/slots.ts'
import { type MethodSpec, makeMethod, packed } from '../objects/declare/type.ts'
import { newInt, PyInt } from '../objects/int.ts'
import { compare, isSame, isTrue } from '../objects/protocols/comparison.ts'
import { eachItem, isSequence, lengthHint } from '../objects/protocols/iteration.ts'
import {
  type BinarySlot,
  binary,
  type InPlaceSlot,
  inPlace,
  inPlacePower,
  power,
  toInteger,
  unary,
} from '../objects/protocols/numbers.ts'
import { containsItem, delItem, getItem, setItem } from '../objects/protocols/sequences.ts'
import { typeName, typeOf } from '../objects/type.ts'
import type { VM } from '../objects/vm.ts'
import { attrgetterSpec, itemgetterSpec, methodcallerSpec } from './operator/getters.ts'

const operators: readonly (readonly [name: string, slot: BinarySlot, symbol: string])[] = [
  ['add', '__add__', '+'],
  ['sub', '__sub__', '-'],
  ['mul', '__mul__', '*'],
  ['matmul', '__matmul__', '@'],
  ['truediv', '__truediv__', '/'],
  ['floordiv', '__floordiv__', '//'],
  ['mod', '__mod__', '%'],
  ['lshift', '__lshift__', '<<'],
  ['rshift', '__rshift__', '>>'],
  ['and', '__and__', '&'],
  ['or', '__or__', '|'],
  ['xor', '__xor__', '^'],
]

const comparisons: readonly (readonly [name: string, operator: Comparison])[] = [
  ['lt', LT],
  ['le', LE],
  ['eq', EQ],
  ['ne', NE],
  ['ge', GE],
  ['gt', GT],
]

/** A keyword as a function name gets an underscore behind: `and_`. */
function functionName(name: string): string {
  return name === 'and' || name === 'or' ? `${name}_` : name
}

function operatorFunctions([name, slot, symbol]: (typeof operators)[number]): MethodSpec[] {
  const inPlaceSlot = `__i${name}__` as InPlaceSlot
  return [
    makeMethod(
      'static',
      `${functionName(name)}(a: object, b: object, /) -> object`,
      `a ${symbol} b`,
      (vm: VM, a: PyObject, b: PyObject) => binary(vm, a, b, slot, symbol),
    ),
    makeMethod(
      'static',
      `i${name}(a: object, b: object, /) -> object`,
      `a ${symbol}= b`,
      (vm: VM, a: PyObject, b: PyObject) => inPlace(vm, a, b, inPlaceSlot, slot, `${symbol}=`),
    ),
  ]
}

function comparisonFunction([name, operator]: (typeof comparisons)[number]): MethodSpec {
  return makeMethod(
    'static',
    `${name}(a: object, b: object, /) -> object`,
    'Compares a with b.',
    (vm: VM, a: PyObject, b: PyObject) => compare(vm, a, b, operator),
  )
}

/** Where a value stands among the items of any iterable. */
function indexOf(vm: VM, a: PyObject, b: PyObject): number {
  let at = 0
  let found = false
  eachItem(vm, a, (item) => {
    found = isSame(vm, item, b)
    if (!found) at++
    return !found
  })
  return found ? at : vm.raise('ValueError', 'sequence.index(x): x not in sequence')
}

function concat(vm: VM, a: PyObject, b: PyObject, isInPlace: boolean): Own {
  if (typeOf(a).slots.concat === null && !(isSequence(vm, a) && isSequence(vm, b))) {
    return vm.raise('TypeError', `'${typeName(a)}' object can't be concatenated`)
  }
  return isInPlace ? inPlace(vm, a, b, '__iadd__', '__add__', '+=') : binary(vm, a, b, '__add__', '+')
}

export const operatorModule = defineModule('_operator', 'Operators as functions.', {
  types: { attrgetter: attrgetterSpec, itemgetter: itemgetterSpec, methodcaller: methodcallerSpec },
  functions: [
    ...comparisons.map(comparisonFunction),
    ...operators.flatMap(operatorFunctions),
    fn('pow(a: object, b: object, /) -> object', 'a ** b', (vm, a, b) => power(vm, a, b, null)),
    fn('ipow(a: object, b: object, /) -> object', 'a **= b', (vm, a, b) => inPlacePower(vm, a, b)),
    fn('neg(a: object, /) -> object', '-a', (vm, a) => unary(vm, a, '__neg__')),
    fn('pos(a: object, /) -> object', '+a', (vm, a) => unary(vm, a, '__pos__')),
    fn('abs(a: object, /) -> object', 'abs(a)', (vm, a) => unary(vm, a, '__abs__')),
    fn('inv(a: object, /) -> object', '~a', (vm, a) => unary(vm, a, '__invert__')),
    fn('invert(a: object, /) -> object', '~a', (vm, a) => unary(vm, a, '__invert__')),
    fn('not_(a: object, /) -> bool', 'not a', (vm, a) => !isTrue(vm, a)),
    fn('truth(a: object, /) -> bool', 'bool(a)', (vm, a) => isTrue(vm, a)),
    fn('is_(a: object, b: object, /) -> bool', 'a is b', (_vm, a, b) => a === b),
    fn('is_not(a: object, b: object, /) -> bool', 'a is not b', (_vm, a, b) => a !== b),
    fn('index(a: object, /) -> object', 'a.__index__()', (vm, a) =>
      typeOf(a) === vm.types.int ? newRef(a) : newInt(vm, toInteger(vm, a)),
    ),
    fn('concat(a: object, b: object, /) -> object', 'a + b, for sequences', (vm, a, b) =>
      concat(vm, a, b, false),
    ),
    fn('iconcat(a: object, b: object, /) -> object', 'a += b, for sequences', (vm, a, b) =>
      concat(vm, a, b, true),
    ),
    fn('contains(a: object, b: object, /) -> bool', 'b in a', (vm, a, b) => containsItem(vm, a, b)),
    fn('countOf(a: object, b: object, /) -> ssize_t', 'How often b occurs in a.', (vm, a, b) => {
      let count = 0
      eachItem(vm, a, (item) => {
        if (isSame(vm, item, b)) count++
      })
      return count
    }),
    fn('indexOf(a: object, b: object, /) -> ssize_t', 'Where b occurs first in a.', indexOf),
    fn('getitem(a: object, b: object, /) -> object', 'a[b]', (vm, a, b) => getItem(vm, a, b)),
    fn('setitem(a: object, b: object, c: object, /)', 'a[b] = c', (vm, a, b, c) => setItem(vm, a, b, c)),
    fn('delitem(a: object, b: object, /)', 'del a[b]', (vm, a, b) => delItem(vm, a, b)),
    fn(
      'length_hint(obj: object, default: object = 0, /) -> ssize_t',
      'How many items there are, probably.',
      (vm, obj, fallback) => {
        if (!(fallback instanceof PyInt))
          return vm.raise('TypeError', `'${typeName(fallback)}' object cannot be interpreted as an integer`)
        return lengthHint(vm, obj, Number(fallback.value))
      },
    ),
    fn('_compare_digest(a: object, b: object, /) -> object', 'Whether two texts are equal.', (vm, a, b) =>
      newBool(vm, isSame(vm, a, b)),
    ),
    packed(
      'none',
      rawFn('call(obj, /, *args, **kwargs) -> object', 'obj(*args, **kwargs)', (vm, args, kwnames) => {
        checkPositional(vm, 'call', args.length - (kwnames?.length ?? 0), 1, Number.POSITIVE_INFINITY)
        return vm.call(args[0]!, args.slice(1), kwnames)
      }),
    ),
  ],
})
