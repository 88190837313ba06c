/** `_operator`: operators as functions, and the getters that fetch parts of an object. As `Modules/_operator.c`. */
import type { HeapType, Visit } from '../heap/object.ts'
import { PyObject } from '../heap/object.ts'
import type { Held, Own } from '../heap/reference.ts'
import { lend, newRef, release } from '../heap/reference.ts'
import { tracked } from '../objects/allocate.ts'
import { newBool } from '../objects/bool.ts'
import { defineModule, fn } from '../objects/declare/module.ts'
import { type Comparison, EQ, GE, GT, LE, LT, NE } from '../objects/declare/slots.ts'
import { defineType, makeMethod, type MethodSpec } from '../objects/declare/type.ts'
import { PyInt } from '../objects/int.ts'
import { getAttrNamed, getMethod } from '../objects/protocols/attributes.ts'
import { compare, isSame, isTrue } from '../objects/protocols/comparison.ts'
import { eachItem, lengthHint } from '../objects/protocols/iteration.ts'
import {
  type BinarySlot, binary, getIndex, inPlace, type InPlaceSlot, inPlacePower, power, unary,
} from '../objects/protocols/numbers.ts'
import { containsItem, delItem, getItem, setItem } from '../objects/protocols/sequences.ts'
import { toRepr } from '../objects/protocols/text.ts'
import { newStr, PyStr } from '../objects/str.ts'
import { newTuple, type PyTuple } from '../objects/tuple.ts'
import { typeName, typeOf } from '../objects/type.ts'
import type { VM } from '../objects/vm.ts'

const operators: readonly (readonly [name: string, slot: BinarySlot, symbol: string])[] = [
  ['add', '__add__', '+'], ['sub', '__sub__', '-'], ['mul', '__mul__', '*'], ['matmul', '__matmul__', '@'],
  ['truediv', '__truediv__', '/'], ['floordiv', '__floordiv__', '//'], ['mod', '__mod__', '%'],
  ['lshift', '__lshift__', '<<'], ['rshift', '__rshift__', '>>'], ['and', '__and__', '&'], ['or', '__or__', '|'],
  ['xor', '__xor__', '^'],
]

const comparisons: readonly (readonly [name: string, operator: Comparison])[] = [
  ['lt', LT], ['le', LE], ['eq', EQ], ['ne', NE], ['ge', GE], ['gt', GT],
]

/** A keyword as a function name gets an underscore behind: `and_`. */
function functionName(name: string): string {
  return name === 'and' || name === 'or' ? `${name}_` : name
}

function operatorFunctions([name, slot, symbol]: (typeof operators)[number]): MethodSpec[] {
  const inPlaceSlot = `__i${name}__` as InPlaceSlot
  return [
    makeMethod('static', `${functionName(name)}(a: object, b: object, /) -> object`, `a ${symbol} b`, (vm: VM, a: PyObject, b: PyObject) =>
      binary(vm, a, b, slot, symbol)),
    makeMethod('static', `i${name}(a: object, b: object, /) -> object`, `a ${symbol}= b`, (vm: VM, a: PyObject, b: PyObject) =>
      inPlace(vm, a, b, inPlaceSlot, slot, `${symbol}=`)),
  ]
}

function comparisonFunction([name, operator]: (typeof comparisons)[number]): MethodSpec {
  return makeMethod('static', `${name}(a: object, b: object, /) -> object`, 'Compares a with b.', (vm: VM, a: PyObject, b: PyObject) =>
    compare(vm, a, b, operator))
}

/** What the three getters have: what to fetch, and how it is shown. */
class PyGetter extends PyObject {
  /** Items or attribute names; for `methodcaller` the name, then the arguments. */
  readonly wanted: Held<PyTuple>
  readonly names: readonly PyStr[] | null

  constructor(type: HeapType, wanted: Own<PyTuple>, names: readonly PyStr[] | null) {
    super(type)
    this.wanted = wanted
    this.names = names
  }

  override traverse(visit: Visit): void {
    visit(this.wanted, 'wanted')
    this.names?.forEach(name => visit(name, 'keyword'))
  }

  override dealloc(): void {
    release(this.wanted)
    for (const name of this.names ?? []) release(name as unknown as Held)
  }
}

function onlyArgument(vm: VM, name: string, args: readonly PyObject[], keywords: number): PyObject {
  if (keywords > 0) return vm.raise('TypeError', `${name}() takes no keyword arguments`)
  if (args.length !== 1) return vm.raise('TypeError', `${name} expected 1 argument, got ${args.length}`)
  return args[0]!
}

/** Fetches one thing, or a tuple of several. */
function fetchAll(vm: VM, self: PyGetter, fetch: (wanted: PyObject) => Own): Own {
  const wanted = self.wanted.items
  if (wanted.length === 1) return fetch(wanted[0]!)
  const found: Held[] = []
  try {
    for (const each of wanted) found.push(fetch(each))
  } catch (thrown) {
    for (const each of found) release(each)
    throw thrown
  }
  return newTuple(vm, found)
}

/** `object.a.b.c` for the dotted name `a.b.c`. */
function getDotted(vm: VM, object: PyObject, path: string): Own {
  let value: Own = newRef(object)
  for (const name of path.split('.')) value = lend(value, each => getAttrNamed(vm, each, name))
  return value
}

const itemgetter = defineType(PyGetter, 'itemgetter', 'Fetches items of its argument.', {
  basicsize: 40,
  module: 'operator',
  container: true,
  slots: {
    __new__: (vm, cls, args, kwnames) => {
      if (kwnames !== null && kwnames.length > 0) return vm.raise('TypeError', 'itemgetter() takes no keyword arguments')
      if (args.length < 1) return vm.raise('TypeError', 'itemgetter expected 1 argument, got 0')
      return tracked(vm, new PyGetter(cls, newTuple(vm, args.map(newRef) as Held[]), null)) as unknown as Own
    },
    __call__: (vm, self, args, kwnames) => {
      const object = onlyArgument(vm, 'itemgetter', args, kwnames?.length ?? 0)
      return fetchAll(vm, self, key => getItem(vm, object, key))
    },
    __repr__: (vm, self) => newStr(vm, `operator.itemgetter(${self.wanted.items.map(item => toRepr(vm, item)).join(', ')})`),
  },
})

const attrgetter = defineType(PyGetter, 'attrgetter', 'Fetches attributes of its argument.', {
  basicsize: 40,
  module: 'operator',
  container: true,
  slots: {
    __new__: (vm, cls, args, kwnames) => {
      if (kwnames !== null && kwnames.length > 0) return vm.raise('TypeError', 'attrgetter() takes no keyword arguments')
      if (args.length < 1) return vm.raise('TypeError', 'attrgetter expected 1 argument, got 0')
      for (const name of args) if (!(name instanceof PyStr)) return vm.raise('TypeError', 'attribute name must be a string')
      return tracked(vm, new PyGetter(cls, newTuple(vm, args.map(newRef) as Held[]), null)) as unknown as Own
    },
    __call__: (vm, self, args, kwnames) => {
      const object = onlyArgument(vm, 'attrgetter', args, kwnames?.length ?? 0)
      return fetchAll(vm, self, name => getDotted(vm, object, (name as PyStr).value))
    },
    __repr__: (vm, self) => newStr(vm, `operator.attrgetter(${self.wanted.items.map(item => toRepr(vm, item)).join(', ')})`),
  },
})

const methodcaller = defineType(PyGetter, 'methodcaller', 'Calls a method of its argument.', {
  basicsize: 64,
  module: 'operator',
  container: true,
  slots: {
    __new__: (vm, cls, args, kwnames) => {
      if (args.length - (kwnames?.length ?? 0) < 1) {
        return vm.raise('TypeError', 'methodcaller needs at least one argument, the method name')
      }
      if (!(args[0] instanceof PyStr)) return vm.raise('TypeError', 'method name must be a string')
      const names = kwnames === null ? null : kwnames.map(name => newRef(name))
      return tracked(vm, new PyGetter(cls, newTuple(vm, args.map(newRef) as Held[]), names)) as unknown as Own
    },
    __call__: (vm, self, args, kwnames) => {
      const object = onlyArgument(vm, 'methodcaller', args, kwnames?.length ?? 0)
      const [name, ...rest] = self.wanted.items
      const { callable, bound } = getMethod(vm, object, name as unknown as PyStr)
      return lend(callable, method => vm.call(method, bound ? rest : [object, ...rest], self.names))
    },
    __repr__: (vm, self) => {
      const { items } = self.wanted
      const positional = items.length - (self.names?.length ?? 0)
      const shown = items.map((item, i) => (i < positional ? '' : `${self.names![i - positional]!.value}=`) + toRepr(vm, item))
      return newStr(vm, `operator.methodcaller(${shown.join(', ')})`)
    },
  },
})

/** Where a value stands among the items of any iterable. */
function indexOf(vm: VM, a: PyObject, b: PyObject): number {
  let at = 0
  let found = false
  eachItem(vm, a, item => {
    found = isSame(vm, item, b)
    if (!found) at++
    return !found
  })
  return found ? at : vm.raise('ValueError', 'sequence.index(x): x not in sequence')
}

function concat(vm: VM, a: PyObject, b: PyObject, isInPlace: boolean): Own {
  const { slots } = typeOf(a)
  if (slots.concat === null && (slots.__getitem__ === null || slots.__add__ === null)) {
    return vm.raise('TypeError', `'${typeName(a)}' object can't be concatenated`)
  }
  return isInPlace ? inPlace(vm, a, b, '__iadd__', '__add__', '+=') : binary(vm, a, b, '__add__', '+')
}

export const operatorNative = defineModule('_operator', 'Operators as functions.', {
  types: { itemgetter, attrgetter, methodcaller },
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
    fn('index(a: object, /) -> object', 'a.__index__()', (vm, a) => getIndex(vm, a)),
    fn('concat(a: object, b: object, /) -> object', 'a + b, for sequences', (vm, a, b) => concat(vm, a, b, false)),
    fn('iconcat(a: object, b: object, /) -> object', 'a += b, for sequences', (vm, a, b) => concat(vm, a, b, true)),
    fn('contains(a: object, b: object, /) -> bool', 'b in a', (vm, a, b) => containsItem(vm, a, b)),
    fn('countOf(a: object, b: object, /) -> ssize_t', 'How often b occurs in a.', (vm, a, b) => {
      let count = 0
      eachItem(vm, a, item => {
        if (isSame(vm, item, b)) count++
      })
      return count
    }),
    fn('indexOf(a: object, b: object, /) -> ssize_t', 'Where b occurs first in a.', indexOf),
    fn('getitem(a: object, b: object, /) -> object', 'a[b]', (vm, a, b) => getItem(vm, a, b)),
    fn('setitem(a: object, b: object, c: object, /)', 'a[b] = c', (vm, a, b, c) => setItem(vm, a, b, c)),
    fn('delitem(a: object, b: object, /)', 'del a[b]', (vm, a, b) => delItem(vm, a, b)),
    fn('length_hint(obj: object, default: object = 0, /) -> ssize_t', 'How many items there are, probably.', (vm, obj, fallback) => {
      if (!(fallback instanceof PyInt)) return vm.raise('TypeError', `'${typeName(fallback)}' object cannot be interpreted as an integer`)
      return lengthHint(vm, obj, Number(fallback.value))
    }),
    fn('_compare_digest(a: object, b: object, /) -> object', 'Whether two texts are equal.', (vm, a, b) => newBool(vm, isSame(vm, a, b))),
    fn('call(obj: object, /, *args, **kwargs) -> object', 'obj(*args, **kwargs)', (vm, obj, args, kwargs) =>
      vm.call(obj, [...args, ...kwargs.map(([, value]) => value)], kwargs.map(([name]) => name))),
  ],
})

