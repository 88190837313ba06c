/** `float`: arithmetic and methods. As `Objects/floatobject.c`. */
import type { PyObject } from '../heap/object.ts'
import type { Own } from '../heap/reference.ts'
import { lend, newRef } from '../heap/reference.ts'
import { tracked } from './allocate.ts'
import { newBool } from './bool.ts'
import { bytesOf } from './buffers.ts'
import { newComplex } from './complex.ts'
import { checkPositional, positionalArguments } from './declare/arguments.ts'
import { type Comparison, EQ, GE, GT, LE, LT, NE } from './declare/slots.ts'
import { classMethod, defineType, getset, methodsOf } from './declare/type.ts'
import { newFloat, PyFloat } from './float.ts'
import { type Integer, newInt, PyInt } from './int.ts'
import { convertToDouble, toDouble, toInteger } from './protocols/numbers.ts'
import { toRepr, toText } from './protocols/text.ts'
import { newStr, PyStr } from './str.ts'
import { complexPower } from './text/complex-arithmetic.ts'
import { pow } from './text/elementary-functions.ts'
import { reprFloat } from './text/float-repr.ts'
import {
  floatFromHex,
  floatToHex,
  floatToRatio,
  parseFloatText,
  roundFloat,
  roundHalfEven,
} from './text/float-text.ts'
import { formatFloatBySpec } from './text/format-values.ts'
import { hashFloat, hashPointer } from './text/hash.ts'
import { floatToInt, intToFloat } from './text/int-arithmetic.ts'
import { floatDivmod } from './text/math-functions.ts'
import { raisingTextErrors } from './text-errors.ts'
import { newTuple } from './tuple.ts'
import { type PyType, typeName, typeOf } from './type.ts'
import type { VM } from './vm.ts'

/** The double behind an operand; null for what is neither float nor int. */
export function floatOperand(vm: VM, object: PyObject): number | null {
  if (object instanceof PyFloat) return object.value
  if (!(object instanceof PyInt)) return null
  const { value } = object
  return typeof value === 'number' ? value : raisingTextErrors(vm, () => intToFloat(value))
}

function arithmetic(compute: (vm: VM, a: number, b: number) => number) {
  return (vm: VM, left: PyObject, right: PyObject): Own => {
    const a = floatOperand(vm, left)
    const b = a === null ? null : floatOperand(vm, right)
    return a === null || b === null ? newRef(vm.NotImplemented) : newFloat(vm, compute(vm, a, b))
  }
}

function checkDivisor(vm: VM, b: number, message: string): void {
  if (b === 0) vm.raise('ZeroDivisionError', message)
}

function power(vm: VM, left: PyObject, right: PyObject, modulus: PyObject | null): Own {
  if (modulus !== null && modulus !== vm.None) {
    return vm.raise('TypeError', 'pow() 3rd argument not allowed unless all arguments are integers')
  }
  const a = floatOperand(vm, left)
  const b = a === null ? null : floatOperand(vm, right)
  if (a === null || b === null) return newRef(vm.NotImplemented)
  if (a === 1 || b === 0) return newFloat(vm, 1)
  if (a === 0 && b < 0 && Number.isFinite(b))
    return vm.raise('ZeroDivisionError', '0.0 cannot be raised to a negative power')
  if (a < 0 && Number.isFinite(a) && Number.isFinite(b) && !Number.isInteger(b)) {
    const [real, imaginary] = complexPower(a, 0, b, 0)
    return newComplex(vm, real, imaginary)
  }
  if (a === -1 && !Number.isFinite(b) && !Number.isNaN(b)) return newFloat(vm, 1)
  const result = pow(a, b)
  if (!Number.isFinite(result) && Number.isFinite(a) && Number.isFinite(b)) {
    return vm.raise('OverflowError', "(34, 'Numerical result out of range')")
  }
  return newFloat(vm, result)
}

/** Compares a float with an int exactly, whatever its size. */
function compareValues(a: number, b: Integer, operator: Comparison): boolean {
  switch (operator) {
    case LT:
      return a < b
    case LE:
      return a <= b
    case EQ:
      return a <= b && a >= b
    case NE:
      return !(a <= b && a >= b)
    case GT:
      return a > b
    case GE:
      return a >= b
  }
}

/** `float(x)`. */
function makeFloat(vm: VM, cls: PyType, x: PyObject | null): Own {
  const value = x === null ? 0 : valueOf(vm, x)
  return cls === vm.types.float
    ? newFloat(vm, value)
    : (tracked(vm, new PyFloat(cls, value)) as unknown as Own)
}

function valueOf(vm: VM, x: PyObject): number {
  // A string of a subclass may have a `__float__`.
  if (typeOf(x) !== vm.types.str && typeOf(x).slots.__float__ !== null) return convertToDouble(vm, x)
  const bytes = x instanceof PyStr ? null : bytesOf(x)
  const text = x instanceof PyStr ? x.value : bytes === null ? null : String.fromCharCode(...bytes)
  if (text === null) {
    const type = x.type as unknown as PyType
    if (type.slots.__float__ === null && type.slots.__index__ === null) {
      return vm.raise('TypeError', `float() argument must be a string or a real number, not '${typeName(x)}'`)
    }
    return toDouble(vm, x)
  }
  return parseFloatText(text) ?? vm.raise('ValueError', `could not convert string to float: ${toRepr(vm, x)}`)
}

/** An integer by a rounding function; infinities and nan have none. */
function integral(round: (value: number) => number) {
  return (vm: VM, self: PyFloat): Own => {
    if (Number.isNaN(self.value)) return vm.raise('ValueError', 'cannot convert float NaN to integer')
    if (!Number.isFinite(self.value))
      return vm.raise('OverflowError', 'cannot convert float infinity to integer')
    return newInt(vm, floatToInt(round(self.value)))
  }
}

const method = methodsOf<PyFloat>()

export const floatSpec = defineType(PyFloat, 'float(x=0, /)', 'A double-precision number.', {
  reserve: { most: 100 },
  vectorcall: true,
  basicsize: 24,
  subclassable: true,
  slots: {
    __new__: (vm, cls, given, kwnames) => {
      const args = positionalArguments(vm, 'float', cls, given, kwnames)
      checkPositional(vm, 'float', args.length, 0, 1)
      return makeFloat(vm, cls, args[0] ?? null)
    },
    __repr__: (vm, self) => newStr(vm, reprFloat(self.value)),
    __hash__: (_vm, self) => (Number.isNaN(self.value) ? hashPointer(self.address) : hashFloat(self.value)),
    richcompare: (vm, self, other, operator) => {
      if (other instanceof PyFloat) return newBool(vm, compareValues(self.value, other.value, operator))
      if (other instanceof PyInt) return newBool(vm, compareValues(self.value, other.value, operator))
      return newRef(vm.NotImplemented)
    },
    __add__: arithmetic((_vm, a, b) => a + b),
    __sub__: arithmetic((_vm, a, b) => a - b),
    __mul__: arithmetic((_vm, a, b) => a * b),
    __truediv__: arithmetic((vm, a, b) => {
      checkDivisor(vm, b, 'float division by zero')
      return a / b
    }),
    __floordiv__: arithmetic((vm, a, b) => {
      checkDivisor(vm, b, 'float floor division by zero')
      return floatDivmod(a, b)[0]
    }),
    __mod__: arithmetic((vm, a, b) => {
      checkDivisor(vm, b, 'float modulo by zero')
      return floatDivmod(a, b)[1]
    }),
    __divmod__: (vm, left, right) => {
      const a = floatOperand(vm, left)
      const b = a === null ? null : floatOperand(vm, right)
      if (a === null || b === null) return newRef(vm.NotImplemented)
      checkDivisor(vm, b, 'float floor division by zero')
      const [quotient, remainder] = floatDivmod(a, b)
      return newTuple(vm, [newFloat(vm, quotient), newFloat(vm, remainder)])
    },
    __pow__: power,
    __neg__: (vm, self) => newFloat(vm, -self.value),
    __pos__: (vm, self) => newFloat(vm, self.value),
    __abs__: (vm, self) => newFloat(vm, Math.abs(self.value)),
    __bool__: (_vm, self) => self.value !== 0,
    __int__: integral(Math.trunc),
    __float__: (vm, self) =>
      self.type === (vm.types.float as unknown) ? newRef(self) : newFloat(vm, self.value),
  },
  getset: [
    getset('real', 'The number itself.', (vm, self) => newFloat(vm, self.value)),
    getset('imag', 'Zero.', (vm) => newFloat(vm, 0)),
  ],
  methods: [
    method('conjugate(self, /) -> object', 'The number itself.', (vm, self) => newFloat(vm, self.value)),
    method('__trunc__(self, /) -> object', 'Towards zero.', integral(Math.trunc)),
    method('__floor__(self, /) -> object', 'Downwards.', integral(Math.floor)),
    method('__ceil__(self, /) -> object', 'Upwards.', integral(Math.ceil)),
    method(
      '__round__(self, ndigits: object = NULL, /) -> object',
      'To the nearest int, or to that many decimals; half to even.',
      (vm, self, digits) => {
        if (digits === null || digits === vm.None) return integral(roundHalfEven)(vm, self)
        const places = Math.max(-1000, Math.min(1000, Number(toInteger(vm, digits))))
        if (!Number.isFinite(self.value)) return newFloat(vm, self.value)
        return newFloat(
          vm,
          raisingTextErrors(vm, () => roundFloat(self.value, places)),
        )
      },
    ),
    method('as_integer_ratio(self, /) -> object', 'Two ints whose ratio it is.', (vm, self) => {
      const [numerator, denominator] = raisingTextErrors(vm, () => floatToRatio(self.value))
      return newTuple(vm, [newInt(vm, numerator), newInt(vm, denominator)])
    }),
    method('is_integer(self, /) -> bool', 'Whether it is an integer.', (_vm, self) =>
      Number.isInteger(self.value),
    ),
    method('hex(self, /) -> str', 'In hexadecimal.', (_vm, self) => floatToHex(self.value)),
    classMethod('fromhex(cls, string: object, /) -> object', 'From hexadecimal.', (vm, cls, text) => {
      if (!(text instanceof PyStr)) return vm.raise('TypeError', 'bad argument type for built-in operation')
      const value = newFloat(
        vm,
        raisingTextErrors(vm, () => floatFromHex(text.value)),
      )
      return cls === vm.types.float ? value : lend(value, (number) => vm.call(cls, [number]))
    }),
    method('__getnewargs__(self, /) -> object', 'The arguments that rebuild it.', (vm, self) =>
      newTuple(vm, [newFloat(vm, self.value)]),
    ),
    method(
      '__format__(self, format_spec: str, /) -> str',
      'The number by a format specification.',
      (vm, self, spec) =>
        spec === '' ? toText(vm, self) : raisingTextErrors(vm, () => formatFloatBySpec(self.value, spec)),
    ),
  ],
})
