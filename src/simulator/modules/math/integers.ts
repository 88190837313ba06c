/** Functions of `math` about integers, and over several numbers. As `Modules/mathmodule.c`. */
import type { PyObject } from '../../heap/object.ts'
import type { Own } from '../../heap/reference.ts'
import { lend, newRef, release, releaseAll } from '../../heap/reference.ts'
import { fn, rawFn } from '../../objects/declare/module.ts'
import type { MethodSpec } from '../../objects/declare/type.ts'
import { newFloat, PyFloat } from '../../objects/float.ts'
import { newInt, PyInt } from '../../objects/int.ts'
import { callBoundSpecial } from '../../objects/protocols/calls.ts'
import { eachItem, getIter, getNext, toArray } from '../../objects/protocols/iteration.ts'
import { binary, toBigInt, toDouble } from '../../objects/protocols/numbers.ts'
import {
  floatToInt,
  greatestCommonDivisor,
  integerSquareRoot,
  leastCommonMultiple,
} from '../../objects/text/int-arithmetic.ts'
import {
  combinations,
  dist,
  factorial,
  fsum,
  hypot,
  permutations,
  sumprod,
} from '../../objects/text/math-functions.ts'
import { raisingTextErrors } from '../../objects/text-errors.ts'
import { typeName, typeOf } from '../../objects/type.ts'
import type { VM } from '../../objects/vm.ts'
import { splitKeywords } from '../arguments.ts'

/** `floor` and `ceil`: the special method, else the rounded float. */
function rounding(name: '__floor__' | '__ceil__', round: (x: number) => number) {
  return (vm: VM, number: PyObject): Own => {
    if (!(number instanceof PyFloat) || typeOf(number) !== vm.types.float) {
      const result = callBoundSpecial(vm, number, name, [])
      if (result !== null) return result
    }
    const value = toDouble(vm, number)
    return newInt(
      vm,
      raisingTextErrors(vm, () => floatToInt(round(value))),
    )
  }
}

const LARGEST_LONG = 2n ** 63n - 1n

function factorialOf(vm: VM, number: PyObject): Own {
  const n = toBigInt(vm, number)
  if (n > LARGEST_LONG)
    return vm.raise('OverflowError', `factorial() argument should not exceed ${LARGEST_LONG}`)
  if (n < 0n) return vm.raise('ValueError', 'factorial() not defined for negative values')
  return newInt(vm, factorial(Number(n)))
}

function chosen(vm: VM, n: PyObject, k: PyObject, compute: (n: bigint, k: bigint) => bigint): Own {
  const from = toBigInt(vm, n)
  const taken = toBigInt(vm, k)
  if (from < 0n) return vm.raise('ValueError', 'n must be a non-negative integer')
  if (taken < 0n) return vm.raise('ValueError', 'k must be a non-negative integer')
  if (taken > from) return newInt(vm, 0n)
  const isComb = compute === combinations
  const steps = isComb && from - taken < taken ? from - taken : taken
  if (steps > LARGEST_LONG)
    vm.raise('OverflowError', `${isComb ? 'min(n - k, k)' : 'k'} must not exceed ${LARGEST_LONG}`)
  return newInt(vm, compute(from, taken))
}

/** `prod`: by `*` from the start value on. */
function product(vm: VM, iterable: PyObject, start: PyObject): Own {
  let total = newRef(start)
  try {
    eachItem(vm, iterable, (item) => {
      const next = binary(vm, total, item, '__mul__', '*')
      release(total)
      total = next
    })
  } catch (thrown) {
    release(total)
    throw thrown
  }
  return total
}

/** `sumprod`: exact for ints and floats, by `*` and `+` for anything else. */
function sumOfProducts(vm: VM, p: PyObject, q: PyObject): Own {
  const left = toArray(vm, p)
  let right: Own[] = []
  try {
    right = toArray(vm, q) as Own[]
    if (left.length !== right.length) return vm.raise('ValueError', 'Inputs are not the same length')
    const all: PyObject[] = [...left, ...right]
    const isInt = (each: PyObject): boolean =>
      each instanceof PyInt && (typeOf(each) === vm.types.int || typeOf(each) === vm.types.bool)
    if (all.every(isInt)) {
      return newInt(
        vm,
        left.reduce((sum, each, i) => sum + toBigInt(vm, each) * toBigInt(vm, right[i]!), 0n),
      )
    }
    if (all.every((each) => isInt(each) || typeOf(each) === vm.types.float)) {
      return newFloat(
        vm,
        sumprod(
          left.map((each) => toDouble(vm, each)),
          right.map((each) => toDouble(vm, each)),
        ),
      )
    }
    return addProducts(vm, left, right)
  } finally {
    releaseAll(left)
    releaseAll(right)
  }
}

function addProducts(vm: VM, left: readonly PyObject[], right: readonly PyObject[]): Own {
  let total: Own = newInt(vm, 0)
  try {
    left.forEach((each, i) => {
      const next = lend(binary(vm, each, right[i]!, '__mul__', '*'), (term) =>
        binary(vm, total, term, '__add__', '+'),
      )
      release(total)
      total = next
    })
  } catch (thrown) {
    release(total)
    throw thrown
  }
  return total
}

function coordinates(vm: VM, point: PyObject): number[] {
  const items = toArray(vm, point)
  try {
    return items.map((item) => toDouble(vm, item))
  } finally {
    releaseAll(items)
  }
}

function distance(vm: VM, p: PyObject, q: PyObject): number {
  const from = coordinates(vm, p)
  const to = coordinates(vm, q)
  if (from.length !== to.length)
    return vm.raise('ValueError', 'both points must have the same number of dimensions')
  return dist(from, to)
}

function* floats(vm: VM, iterator: PyObject): Generator<number> {
  for (;;) {
    const item = getNext(vm, iterator)
    if (item === null) return
    yield lend(item, (each) => toDouble(vm, each))
  }
}

export const integerFunctions: readonly MethodSpec[] = [
  fn('floor(x, /) -> object', 'The largest int not above x.', rounding('__floor__', Math.floor)),
  fn('ceil(x, /) -> object', 'The smallest int not below x.', rounding('__ceil__', Math.ceil)),
  fn(
    'trunc(x, /) -> object',
    'The whole part.',
    (vm, x) =>
      callBoundSpecial(vm, x, '__trunc__', []) ??
      vm.raise('TypeError', `type ${typeName(x)} doesn't define __trunc__ method`),
  ),
  fn('factorial(n, /) -> object', 'The product of the ints from 1 to n.', factorialOf),
  fn('isqrt(n, /) -> object', 'The whole part of the square root.', (vm, n) => {
    const value = toBigInt(vm, n)
    if (value < 0n) return vm.raise('ValueError', 'isqrt() argument must be nonnegative')
    return newInt(vm, integerSquareRoot(value))
  }),
  fn('comb(n, k, /) -> object', 'The number of ways to choose k of n.', (vm, n, k) =>
    chosen(vm, n, k, combinations),
  ),
  fn('perm(n, k=None, /) -> object', 'The number of ways to arrange k of n.', (vm, n, k) =>
    k === vm.None ? factorialOf(vm, n) : chosen(vm, n, k, permutations),
  ),
  fn('gcd(*integers) -> object', 'The greatest common divisor.', (vm, integers) =>
    newInt(
      vm,
      integers.reduce((result, each) => greatestCommonDivisor(result, toBigInt(vm, each)), 0n),
    ),
  ),
  fn('lcm(*integers) -> object', 'The least common multiple.', (vm, integers) =>
    newInt(
      vm,
      integers.reduce((result, each) => leastCommonMultiple(result, toBigInt(vm, each)), 1n),
    ),
  ),
  rawFn(
    'prod(iterable, /, *, start=1) -> object',
    'The product of the items, beginning with start.',
    (vm, args, kwnames) => {
      const { positional, given } = splitKeywords(vm, 'prod', args, kwnames, ['start'])
      if (positional.length !== 1)
        return vm.raise(
          'TypeError',
          `prod() takes exactly 1 positional argument (${positional.length} given)`,
        )
      return given.start === undefined
        ? lend(newInt(vm, 1), (one) => product(vm, positional[0]!, one))
        : product(vm, positional[0]!, given.start)
    },
  ),
  fn('fsum(seq, /) -> float', 'The sum of floats, rounded once.', (vm, seq) =>
    lend(getIter(vm, seq), (iterator) => raisingTextErrors(vm, () => fsum(floats(vm, iterator)))),
  ),
  fn('sumprod(p, q, /) -> object', 'The sum of the products of items.', sumOfProducts),
  fn('hypot(*coordinates) -> float', 'The distance from the origin.', (vm, values) =>
    hypot(values.map((each) => toDouble(vm, each))),
  ),
  fn('dist(p, q, /) -> float', 'The distance of two points.', distance),
]
