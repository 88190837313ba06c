/**
 * `int` and `bool`: arithmetic and methods. Values that are exact as doubles take a short way; all else goes
 * through bigints. As `Objects/longobject.c` and `Objects/boolobject.c`.
 */
import type { PyObject } from '../heap/object.ts'
import type { Own } from '../heap/reference.ts'
import { lend, newRef, release } from '../heap/reference.ts'
import { tracked } from './allocate.ts'
import { newBool } from './bool.ts'
import { bytesOf } from './buffers.ts'
import { PyByteArray } from './bytearray.ts'
import { PyBytes } from './bytes.ts'
import { checkPositional } from './declare/arguments.ts'
import { EQ, GE, GT, type KwNames, LE, LT, NE } from './declare/slots.ts'
import { classMethod, defineType, getset, methodsOf } from './declare/type.ts'
import { newFloat } from './float.ts'
import { digitCount, type Integer, newInt, normalInteger, PyInt } from './int.ts'
import { callBoundSpecial } from './protocols/calls.ts'
import { isTrue } from './protocols/comparison.ts'
import { getIndex, isIndex, toIndex, toInteger, warnOfSubclass } from './protocols/numbers.ts'
import { toText } from './protocols/text.ts'
import { newStr, PyStr } from './str.ts'
import { pow } from './text/elementary-functions.ts'
import { formatIntBySpec } from './text/format-values.ts'
import { hashInt } from './text/hash.ts'
import {
  bitCount,
  bitLength,
  floorDivide,
  floorModulo,
  intFromBytes,
  intToBytes,
  intToFloat,
  powerModulo,
  roundInt,
  shiftLeft,
  shiftRight,
  trueDivide,
} from './text/int-arithmetic.ts'
import { intToText, parseIntText } from './text/int-text.ts'
import { quoteBytes, quoteText } from './text/repr.ts'
import { raisingTextErrors } from './text-errors.ts'
import { newTuple } from './tuple.ts'
import { type PyType, typeName, typeOf } from './type.ts'
import type { VM } from './vm.ts'

/** The value of an int operand, or null for anything else. */
function operand(object: PyObject): Integer | null {
  return object instanceof PyInt ? object.value : null
}

/** A binary slot over integers: NotImplemented for other operands. */
function arithmetic(compute: (vm: VM, a: Integer, b: Integer) => Own) {
  return (vm: VM, left: PyObject, right: PyObject): Own => {
    const a = operand(left)
    const b = operand(right)
    return a === null || b === null ? newRef(vm.NotImplemented) : compute(vm, a, b)
  }
}

/** As `arithmetic`, by a quick computation on numbers where its result is exact, else on bigints. */
function quick(onNumbers: (a: number, b: number) => number, onBigInts: (a: bigint, b: bigint) => bigint) {
  return arithmetic((vm, a, b) => {
    if (typeof a === 'number' && typeof b === 'number') {
      const result = onNumbers(a, b)
      if (Number.isSafeInteger(result)) return newInt(vm, result)
    }
    return newInt(
      vm,
      raisingTextErrors(vm, () => onBigInts(BigInt(a), BigInt(b))),
    )
  })
}

function checkDivisor(vm: VM, b: Integer, message: string): void {
  if (b === 0) vm.raise('ZeroDivisionError', message)
}

function floorDivideAny(a: Integer, b: Integer): Integer {
  if (typeof a === 'number' && typeof b === 'number') {
    const remainder = a % b
    const quotient = (a - remainder) / b
    if (Number.isSafeInteger(quotient))
      return remainder !== 0 && remainder < 0 !== b < 0 ? quotient - 1 : quotient
  }
  return normalInteger(floorDivide(BigInt(a), BigInt(b)))
}

function moduloAny(a: Integer, b: Integer): Integer {
  if (typeof a === 'number' && typeof b === 'number') {
    const remainder = a % b
    return remainder !== 0 && remainder < 0 !== b < 0 ? remainder + b : remainder
  }
  return normalInteger(floorModulo(BigInt(a), BigInt(b)))
}

function toFloat(vm: VM, value: Integer): number {
  if (typeof value === 'number') return value
  return raisingTextErrors(vm, () => intToFloat(value))
}

function power(vm: VM, left: PyObject, right: PyObject, modulus: PyObject | null): Own {
  const a = operand(left)
  const b = operand(right)
  const m = modulus === null ? null : operand(modulus)
  if (a === null || b === null || (modulus !== null && m === null)) return newRef(vm.NotImplemented)
  if (m !== null)
    return newInt(
      vm,
      raisingTextErrors(vm, () => powerModulo(BigInt(a), BigInt(b), BigInt(m))),
    )
  if (b < 0) {
    if (a === 0) return vm.raise('ZeroDivisionError', '0.0 cannot be raised to a negative power')
    return newFloat(vm, pow(toFloat(vm, a), toFloat(vm, b)))
  }
  if (typeof a === 'number' && typeof b === 'number') {
    const result = a ** b
    if (Number.isSafeInteger(result) && Math.abs(result) < 2 ** 52) return newInt(vm, result)
    if (b * Math.log2(Math.abs(a) + 1) > 2 ** 28) return vm.raise('MemoryError', '')
  }
  return newInt(vm, BigInt(a) ** BigInt(b))
}

function shift(left: boolean) {
  return arithmetic((vm, a, b) => {
    if (b < 0) return vm.raise('ValueError', 'negative shift count')
    return newInt(
      vm,
      raisingTextErrors(vm, () => (left ? shiftLeft : shiftRight)(BigInt(a), BigInt(b))),
    )
  })
}

/** A bitwise operator; two bools give a bool. */
function bitwise(onNumbers: (a: number, b: number) => number, onBigInts: (a: bigint, b: bigint) => bigint) {
  return arithmetic((vm, a, b) => {
    if (typeof a === 'number' && typeof b === 'number' && (a | 0) === a && (b | 0) === b)
      return newInt(vm, onNumbers(a, b))
    return newInt(vm, onBigInts(BigInt(a), BigInt(b)))
  })
}

const and = bitwise(
  (a, b) => a & b,
  (a, b) => a & b,
)
const or = bitwise(
  (a, b) => a | b,
  (a, b) => a | b,
)
const xor = bitwise(
  (a, b) => a ^ b,
  (a, b) => a ^ b,
)

function boolBitwise(
  compute: (a: boolean, b: boolean) => boolean,
  otherwise: (vm: VM, left: PyObject, right: PyObject) => Own,
) {
  return (vm: VM, left: PyObject, right: PyObject): Own => {
    if (typeOf(left) !== vm.types.bool || typeOf(right) !== vm.types.bool) return otherwise(vm, left, right)
    return newBool(vm, compute(left === vm.True, right === vm.True))
  }
}

/** `str(value)` within the interpreter's digit limit. */
export function intText(vm: VM, value: Integer): string {
  return typeof value === 'number'
    ? String(value)
    : raisingTextErrors(vm, () => intToText(value, vm.maxStrDigits))
}

/** An exact int of the same value: for operations that drop a subclass. */
function exact(vm: VM, self: PyInt): Own<PyInt> {
  return typeOf(self) === vm.types.int ? newRef(self) : newInt(vm, self.value)
}

/** `int(x, base)`. */
function makeInt(vm: VM, cls: PyType, args: readonly PyObject[], kwnames: KwNames): Own {
  const count = args.length - (kwnames?.length ?? 0)
  if (kwnames === null) checkPositional(vm, 'int', count, 0, 2)
  else if (args.length > 2) vm.raise('TypeError', `int() takes at most 2 arguments (${args.length} given)`)
  let base: PyObject | null = args[1] !== undefined && count > 1 ? args[1] : null
  kwnames?.forEach((name, i) => {
    if (name.value !== 'base')
      vm.raise('TypeError', `int() got an unexpected keyword argument '${name.value}'`)
    else base = args[count + i]!
  })
  if (count === 0) {
    if (base !== null) vm.raise('TypeError', 'int() missing string argument')
    return wrap(vm, cls, 0)
  }
  const value = base === null ? integerOf(vm, args[0]!) : parseWithBase(vm, args[0]!, base)
  if (value instanceof PyInt) {
    if (cls === vm.types.int) return value as unknown as Own
    return lend(value, (int) => wrap(vm, cls, int.value))
  }
  return wrap(vm, cls, value)
}

function wrap(vm: VM, cls: PyType, value: Integer): Own {
  return cls === vm.types.int ? newInt(vm, value) : (tracked(vm, new PyInt(cls, value)) as unknown as Own)
}

function parseWithBase(vm: VM, text: PyObject, base: PyObject): Integer {
  const radix = Number(toInteger(vm, base))
  if (radix !== 0 && (radix < 2 || radix > 36))
    return vm.raise('ValueError', 'int() base must be >= 2 and <= 36, or 0')
  if (!(text instanceof PyStr) && !(text instanceof PyBytes) && !(text instanceof PyByteArray)) {
    return vm.raise('TypeError', "int() can't convert non-string with explicit base")
  }
  return parse(vm, text, radix)
}

/** The number that text, or bytes or something like them, stands for. */
function parse(vm: VM, text: PyObject, radix: number): Integer {
  const bytes = text instanceof PyStr ? null : bytesOf(text)!
  const source = bytes === null ? (text as PyStr).value : String.fromCharCode(...bytes)
  const quoted = (): string => (bytes === null ? quoteText(source) : quoteBytes(bytes))
  return normalInteger(raisingTextErrors(vm, () => parseIntText(source, radix, quoted, vm.maxStrDigits)))
}

/** `int(x)` with one argument: `__int__`, `__index__`, `__trunc__`, or text. */
function integerOf(vm: VM, x: PyObject): Integer | Own<PyInt> {
  const type = typeOf(x)
  if (type === vm.types.int) return newRef(x as PyInt)
  if (type.slots.__int__ !== null) {
    const result = type.slots.__int__(vm, x)
    if (!(result instanceof PyInt)) {
      const name = typeName(result)
      release(result)
      return vm.raise('TypeError', `__int__ returned non-int (type ${name})`)
    }
    if (typeOf(result) !== vm.types.int) warnOfSubclass(vm, '__int__', 'int', result)
    return lend(result as Own<PyInt>, (int) => exact(vm, int))
  }
  if (isIndex(x)) return lend(getIndex(vm, x), (int) => exact(vm, int))
  const truncated = callBoundSpecial(vm, x, '__trunc__', [])
  if (truncated !== null) {
    return lend(truncated, (value) => {
      vm.warn('DeprecationWarning', 'The delegation of int() to __trunc__ is deprecated.')
      if (!isIndex(value))
        return vm.raise('TypeError', `__trunc__ returned non-Integral (type ${typeName(value)})`)
      return toInteger(vm, value)
    })
  }
  if (x instanceof PyStr || bytesOf(x) !== null) return parse(vm, x, 10)
  return vm.raise(
    'TypeError',
    `int() argument must be a string, a bytes-like object or a real number, not '${type.name}'`,
  )
}

const method = methodsOf<PyInt>()

export const intSpec = defineType(PyInt, 'int', 'An integer of any size.', {
  vectorcall: true,
  basicsize: 24,
  itemsize: 4,
  subclassable: true,
  slots: {
    __new__: makeInt,
    __repr__: (vm, self) => newStr(vm, intText(vm, self.value)),
    __hash__: (_vm, self) => hashInt(self.value),
    richcompare: (vm, self, other, operator) => {
      if (!(other instanceof PyInt)) return newRef(vm.NotImplemented)
      const a = self.value
      const b = other.value
      switch (operator) {
        case LT:
          return newBool(vm, a < b)
        case LE:
          return newBool(vm, a <= b)
        case EQ:
          return newBool(vm, a === b)
        case NE:
          return newBool(vm, a !== b)
        case GT:
          return newBool(vm, a > b)
        case GE:
          return newBool(vm, a >= b)
      }
    },
    __add__: quick(
      (a, b) => a + b,
      (a, b) => a + b,
    ),
    __sub__: quick(
      (a, b) => a - b,
      (a, b) => a - b,
    ),
    __mul__: quick(
      (a, b) => a * b,
      (a, b) => a * b,
    ),
    __floordiv__: arithmetic((vm, a, b) => {
      checkDivisor(vm, b, 'integer division or modulo by zero')
      return newInt(vm, floorDivideAny(a, b))
    }),
    __mod__: arithmetic((vm, a, b) => {
      checkDivisor(vm, b, 'integer modulo by zero')
      return newInt(vm, moduloAny(a, b))
    }),
    __divmod__: arithmetic((vm, a, b) => {
      checkDivisor(vm, b, 'integer division or modulo by zero')
      return newTuple(vm, [newInt(vm, floorDivideAny(a, b)), newInt(vm, moduloAny(a, b))])
    }),
    __truediv__: arithmetic((vm, a, b) => {
      checkDivisor(vm, b, 'division by zero')
      if (typeof a === 'number' && typeof b === 'number') return newFloat(vm, a / b)
      return newFloat(
        vm,
        raisingTextErrors(vm, () => trueDivide(BigInt(a), BigInt(b))),
      )
    }),
    __pow__: power,
    __lshift__: shift(true),
    __rshift__: shift(false),
    __and__: and,
    __or__: or,
    __xor__: xor,
    __neg__: (vm, self) => newInt(vm, typeof self.value === 'number' ? 0 - self.value : -self.value),
    __pos__: exact,
    __abs__: (vm, self) =>
      self.value < 0
        ? newInt(vm, typeof self.value === 'number' ? -self.value : -self.value)
        : exact(vm, self),
    __invert__: (vm, self) => {
      const { value } = self
      // One beyond the safe integers there is a bigint.
      return newInt(
        vm,
        typeof value === 'number' && value < Number.MAX_SAFE_INTEGER ? -value - 1 : ~BigInt(value),
      )
    },
    __bool__: (_vm, self) => self.value !== 0,
    __int__: exact,
    __index__: exact,
    __float__: (vm, self) => newFloat(vm, toFloat(vm, self.value)),
  },
  getset: [
    getset('real', 'The number itself.', exact),
    getset('imag', 'Zero.', (vm) => newInt(vm, 0)),
    getset('numerator', 'The number itself.', exact),
    getset('denominator', 'One.', (vm) => newInt(vm, 1)),
  ],
  methods: [
    method('conjugate(self, /) -> object', 'The number itself.', exact),
    method('bit_length(self, /) -> ssize_t', 'Bits needed for the absolute value.', (_vm, self) =>
      bitLength(BigInt(self.value)),
    ),
    method('bit_count(self, /) -> ssize_t', 'Ones in the binary form of the absolute value.', (_vm, self) =>
      bitCount(BigInt(self.value)),
    ),
    method(
      "to_bytes(self, /, length: ssize_t = 1, byteorder: str = 'big', *, signed: bool = False) -> object",
      'The bytes that represent it.',
      (vm, self, length, order, signed) => {
        if (order !== 'big' && order !== 'little')
          return vm.raise('ValueError', "byteorder must be either 'little' or 'big'")
        if (length < 0) return vm.raise('ValueError', 'length argument must be non-negative')
        return new PyBytes(
          vm.types.bytes,
          raisingTextErrors(vm, () => intToBytes(BigInt(self.value), length, order, signed)),
        ) as unknown as Own
      },
    ),
    classMethod(
      "from_bytes(cls, /, bytes: object, byteorder: str = 'big', *, signed: bool = False) -> object",
      'The integer that bytes represent.',
      (vm, cls, source, order, signed) => {
        if (order !== 'big' && order !== 'little')
          return vm.raise('ValueError', "byteorder must be either 'little' or 'big'")
        return lend(vm.call(vm.types.bytes, [source]), (bytes) =>
          lend(newInt(vm, intFromBytes((bytes as unknown as PyBytes).value, order, signed)), (int) =>
            cls === vm.types.int ? (newRef(int) as Own) : vm.call(cls, [int]),
          ),
        )
      },
    ),
    method('as_integer_ratio(self, /) -> object', 'The number over one.', (vm, self) =>
      newTuple(vm, [exact(vm, self), newInt(vm, 1)]),
    ),
    method('is_integer(self, /) -> bool', 'True.', () => true),
    method('__trunc__(self, /) -> object', 'The number itself.', exact),
    method('__floor__(self, /) -> object', 'The number itself.', exact),
    method('__ceil__(self, /) -> object', 'The number itself.', exact),
    method(
      '__round__(self, ndigits: object = NULL, /) -> object',
      'Rounded to tens, hundreds … for negative digits.',
      (vm, self, digits) => {
        if (digits === null || digits === vm.None) return exact(vm, self)
        if (toInteger(vm, digits) >= 0) return exact(vm, self)
        const places = toIndex(vm, digits, 'OverflowError')
        return places >= 0 ? exact(vm, self) : newInt(vm, roundInt(BigInt(self.value), places))
      },
    ),
    method(
      '__format__(self, format_spec: str, /) -> str',
      'The number by a format specification.',
      (vm, self, spec) =>
        spec === ''
          ? toText(vm, self)
          : raisingTextErrors(vm, () =>
              formatIntBySpec(BigInt(self.value), spec, typeName(self), vm.maxStrDigits),
            ),
    ),
    method('__getnewargs__(self, /) -> object', 'The arguments that rebuild it.', (vm, self) =>
      newTuple(vm, [newInt(vm, self.value)]),
    ),
    method(
      '__sizeof__(self, /) -> ssize_t',
      'Bytes of the number.',
      (_vm, self) => 24 + 4 * digitCount(self.value),
    ),
  ],
})

const inversionWarning =
  "Bitwise inversion '~' on bool is deprecated and will be removed in Python 3.16. This returns the bitwise " +
  'inversion of the underlying int object and is usually not what you expect from negating a bool. ' +
  "Use the 'not' operator for boolean negation or ~int(x) if you really want the bitwise inversion of the underlying int."

export const boolSpec = defineType(PyInt, 'bool(object=False, /)', 'True or False.', {
  vectorcall: true,
  base: 'int',
  basicsize: 24,
  itemsize: 4,
  slots: {
    __new__: (vm, _cls, args, kwnames) => {
      if (kwnames !== null && kwnames.length > 0)
        return vm.raise('TypeError', 'bool() takes no keyword arguments')
      if (args.length > 1)
        return vm.raise('TypeError', `bool expected at most 1 argument, got ${args.length}`)
      return newBool(vm, args[0] !== undefined && isTrue(vm, args[0]))
    },
    __repr__: (vm, self) => newStr(vm, self === vm.True ? 'True' : 'False'),
    __invert__: (vm, self) => {
      vm.warn('DeprecationWarning', inversionWarning)
      return newInt(vm, -Number(self.value) - 1)
    },
    __and__: boolBitwise((a, b) => a && b, and),
    __or__: boolBitwise((a, b) => a || b, or),
    __xor__: boolBitwise((a, b) => a !== b, xor),
  },
})
