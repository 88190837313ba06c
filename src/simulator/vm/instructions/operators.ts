/** Operators, comparisons, truth, formatting. */
import { binaryOperators, COMPARE_TO_BOOL, conversions, NB_INPLACE_OFFSET } from '../../bytecode/operands.ts'
import type { PyObject } from '../../heap/object.ts'
import type { Own } from '../../heap/reference.ts'
import { newRef, release } from '../../heap/reference.ts'
import { newBool } from '../../objects/bool.ts'
import type { Comparison } from '../../objects/declare/slots.ts'
import { newInt, type PyInt } from '../../objects/int.ts'
import { compare, isTrue } from '../../objects/protocols/comparison.ts'
import {
  type BinarySlot,
  binary,
  type InPlaceSlot,
  inPlace,
  inPlacePower,
  power,
  unary,
} from '../../objects/protocols/numbers.ts'
import { containsItem } from '../../objects/protocols/sequences.ts'
import { getAscii, getFormat, getRepr, getStrOf } from '../../objects/protocols/text.ts'
import { newStr, PyStr } from '../../objects/str.ts'
import type { Meanings } from '../instruction.ts'
import type { Machine } from '../machine.ts'

const slotBySymbol: Readonly<Record<string, string>> = {
  '+': 'add',
  '&': 'and',
  '//': 'floordiv',
  '<<': 'lshift',
  '@': 'matmul',
  '*': 'mul',
  '%': 'mod',
  '|': 'or',
  '>>': 'rshift',
  '-': 'sub',
  '/': 'truediv',
  '^': 'xor',
}

type Operation = (vm: Machine, left: PyObject, right: PyObject) => Own

/** By the argument of BINARY_OP. */
const operations: readonly Operation[] = binaryOperators.map(([, symbol], index): Operation => {
  if (symbol === '**') return (vm, left, right) => power(vm, left, right, null)
  if (symbol === '**=') return inPlacePower
  const inplace = index >= NB_INPLACE_OFFSET
  const name = slotBySymbol[inplace ? symbol.slice(0, -1) : symbol]!
  const slot = `__${name}__` as BinarySlot
  if (!inplace) return (vm, left, right) => binary(vm, left, right, slot, symbol)
  const own = `__i${name}__` as InPlaceSlot
  return (vm, left, right) => inPlace(vm, left, right, own, slot, symbol)
})

/** What is exact for two ints that are JS numbers; null to go the long way. */
function quickArithmetic(vm: Machine, oparg: number, left: PyObject, right: PyObject): Own | null {
  const { int } = vm.types
  if (left.type !== (int as unknown) || right.type !== (int as unknown)) return null
  const a = (left as PyInt).value
  const b = (right as PyInt).value
  if (typeof a !== 'number' || typeof b !== 'number') return null
  let result: number
  switch (oparg) {
    case 0:
    case 13:
      result = a + b
      break
    case 10:
    case 23:
      result = a - b
      break
    case 5:
    case 18:
      result = a * b
      break
    default:
      return null
  }
  return Number.isSafeInteger(result) ? newInt(vm, result) : null
}

function quickComparison(vm: Machine, operator: number, left: PyObject, right: PyObject): boolean | null {
  const { int } = vm.types
  if (left.type !== (int as unknown) || right.type !== (int as unknown)) return null
  const a = (left as PyInt).value
  const b = (right as PyInt).value
  switch (operator) {
    case 0:
      return a < b
    case 1:
      return a <= b
    case 2:
      return a === b
    case 3:
      return a !== b
    case 4:
      return a > b
    default:
      return a >= b
  }
}

export const operators = {
  UNARY_NEGATIVE: (vm, _frame, _oparg, value) => unary(vm, value, '__neg__'),
  UNARY_INVERT: (vm, _frame, _oparg, value) => unary(vm, value, '__invert__'),
  UNARY_NOT: (vm, _frame, _oparg, value) => newBool(vm, value !== vm.True),
  TO_BOOL: (vm, _frame, _oparg, value) => newBool(vm, isTrue(vm, value)),
  BINARY_OP: (vm, _frame, oparg, left, right) =>
    quickArithmetic(vm, oparg, left, right) ?? operations[oparg]!(vm, left, right),
  COMPARE_OP(vm, _frame, oparg, left, right) {
    const operator = oparg >> 5
    const quick = quickComparison(vm, operator, left, right)
    if (quick !== null) return newBool(vm, quick)
    const result = compare(vm, left, right, operator as Comparison)
    if ((oparg & COMPARE_TO_BOOL) === 0 || result.type === (vm.types.bool as unknown)) return result
    try {
      return newBool(vm, isTrue(vm, result))
    } finally {
      release(result)
    }
  },
  IS_OP: (vm, _frame, invert, left, right) => newBool(vm, (left === right) !== (invert === 1)),
  CONTAINS_OP: (vm, _frame, invert, left, right) =>
    newBool(vm, containsItem(vm, right, left) !== (invert === 1)),

  FORMAT_SIMPLE(vm, _frame, _oparg, value) {
    // A str is its own text.
    if (value.type === (vm.types.str as unknown)) return newRef(value)
    return getFormat(vm, value, vm.emptyStr)
  },
  FORMAT_WITH_SPEC(vm, _frame, _oparg, value, spec) {
    if (!(spec instanceof PyStr)) return vm.raise('SystemError', 'format spec is no string')
    return getFormat(vm, value, spec)
  },
  CONVERT_VALUE(vm, _frame, which, value) {
    const conversion = conversions[which]
    return conversion === 'str'
      ? getStrOf(vm, value)
      : conversion === 'repr'
        ? getRepr(vm, value)
        : getAscii(vm, value)
  },
  BUILD_STRING: (vm, _frame, _oparg, pieces) =>
    newStr(vm, pieces.map((piece) => (piece as PyStr).value).join('')),
} satisfies Partial<Meanings>
