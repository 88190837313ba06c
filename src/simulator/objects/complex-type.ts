/** `complex`: arithmetic and methods. As `Objects/complexobject.c`. */
import type { PyObject } from '../heap/object.ts'
import type { Own } from '../heap/reference.ts'
import { newRef, release } from '../heap/reference.ts'
import { tracked } from './allocate.ts'
import { newBool } from './bool.ts'
import { newComplex, PyComplex } from './complex.ts'
import { EQ, type KwNames, NE } from './declare/slots.ts'
import { defineType, member, methodsOf } from './declare/type.ts'
import { newFloat, PyFloat } from './float.ts'
import { floatOperand } from './float-type.ts'
import { PyInt } from './int.ts'
import { callBoundSpecial } from './protocols/calls.ts'
import { toDouble, warnOfSubclass } from './protocols/numbers.ts'
import { toText } from './protocols/text.ts'
import { newStr, PyStr } from './str.ts'
import {
  complexDivide,
  complexIntegerPower,
  complexMultiply,
  complexPower,
  type Pair,
} from './text/complex-arithmetic.ts'
import { reprComplex } from './text/float-repr.ts'
import { parseComplexText } from './text/float-text.ts'
import { formatComplexBySpec } from './text/format-values.ts'
import { hashComplex, hashFloat } from './text/hash.ts'
import { raisingTextErrors } from './text-errors.ts'
import { newTuple } from './tuple.ts'
import { type PyType, typeName, typeOf } from './type.ts'
import type { VM } from './vm.ts'

/** An operand as a pair; null for what is no number of the tower. */
function operand(vm: VM, object: PyObject): Pair | null {
  if (object instanceof PyComplex) return [object.real, object.imag]
  const real = floatOperand(vm, object)
  return real === null ? null : [real, 0]
}

function arithmetic(compute: (vm: VM, a: Pair, b: Pair) => Pair) {
  return (vm: VM, left: PyObject, right: PyObject): Own => {
    const a = operand(vm, left)
    const b = a === null ? null : operand(vm, right)
    if (a === null || b === null) return newRef(vm.NotImplemented)
    const [real, imaginary] = compute(vm, a, b)
    return newComplex(vm, real, imaginary)
  }
}

function power(vm: VM, left: PyObject, right: PyObject, modulus: PyObject | null): Own {
  const a = operand(vm, left)
  const b = a === null ? null : operand(vm, right)
  if (a === null || b === null) return newRef(vm.NotImplemented)
  if (modulus !== null && modulus !== vm.None) return vm.raise('ValueError', 'complex modulo')
  const small = b[1] === 0 && Number.isInteger(b[0]) && Math.abs(b[0]) <= 100
  if (a[0] === 0 && a[1] === 0 && (b[0] < 0 || b[1] !== 0)) {
    return vm.raise('ZeroDivisionError', 'zero to a negative or complex power')
  }
  const [real, imaginary] = small ? complexIntegerPower(a, b[0]) : complexPower(a[0], a[1], b[0], b[1])
  if (Math.abs(real) === Infinity || Math.abs(imaginary) === Infinity)
    return vm.raise('OverflowError', 'complex exponentiation')
  return newComplex(vm, real, imaginary)
}

function absolute(vm: VM, self: PyComplex): Own {
  const value = Math.hypot(self.real, self.imag)
  const isFinite = Number.isFinite(self.real) && Number.isFinite(self.imag)
  if (isFinite && value === Infinity) return vm.raise('OverflowError', 'absolute value too large')
  return newFloat(vm, value)
}

/** The value of one argument of `complex()`: a number, or an object with `__complex__`. */
function toPair(vm: VM, object: PyObject, place: 'first' | 'second'): Pair {
  const isExact = typeOf(object) === vm.types.complex
  if (object instanceof PyComplex && (isExact || place === 'second')) return [object.real, object.imag]
  const made = place === 'first' ? callBoundSpecial(vm, object, '__complex__', []) : null
  if (made !== null) {
    try {
      if (made instanceof PyComplex) {
        if (typeOf(made) !== vm.types.complex) warnOfSubclass(vm, '__complex__', 'complex', made)
        return [made.real, made.imag]
      }
      return vm.raise(
        'TypeError',
        `${typeName(object)}.__complex__() must return a complex, not ${typeName(made)}`,
      )
    } finally {
      release(made)
    }
  }
  const { slots } = typeOf(object)
  if (slots.__float__ === null && slots.__index__ === null) {
    const wanted = place === 'first' ? 'a string or a number' : 'a number'
    return vm.raise('TypeError', `complex() ${place} argument must be ${wanted}, not '${typeName(object)}'`)
  }
  return [toDouble(vm, object), 0]
}

/** Whether the value of the first argument has an imaginary part: a complex, or what `__complex__` gives. */
function isComplexLike(object: PyObject): boolean {
  return object instanceof PyComplex || typeOf(object).lookup('__complex__') !== null
}

function makeComplex(vm: VM, cls: PyType, args: readonly PyObject[], kwnames: KwNames): Own {
  const count = args.length - (kwnames?.length ?? 0)
  const values: (PyObject | undefined)[] = args.slice(0, count)
  kwnames?.forEach((name, i) => {
    const at = ['real', 'imag'].indexOf(name.value)
    if (at < 0) vm.raise('TypeError', `complex() got an unexpected keyword argument '${name.value}'`)
    values[at] = args[count + i]
  })
  if (args.length > 2)
    return vm.raise('TypeError', `complex() takes at most 2 arguments (${args.length} given)`)
  const [real, imag] = values
  if (real instanceof PyStr) {
    if (imag !== undefined)
      return vm.raise('TypeError', "complex() can't take second arg if first is a string")
    return wrap(
      vm,
      cls,
      raisingTextErrors(vm, () => parseComplexText(real.value)),
    )
  }
  if (imag instanceof PyStr) return vm.raise('TypeError', "complex() second arg can't be a string")
  if (real !== undefined && imag === undefined && cls === vm.types.complex && typeOf(real) === cls)
    return newRef(real)
  const first: Pair = real === undefined ? [0, 0] : toPair(vm, real, 'first')
  if (imag === undefined) return wrap(vm, cls, first)
  const second = toPair(vm, imag, 'second')
  // Parts that are zero for want of an imaginary part are not added: their sign would spoil the other's.
  const realPart = imag instanceof PyComplex ? first[0] - second[1] : first[0]
  return wrap(vm, cls, [
    realPart,
    real !== undefined && isComplexLike(real) ? second[0] + first[1] : second[0],
  ])
}

function wrap(vm: VM, cls: PyType, [real, imaginary]: Pair): Own {
  if (cls === vm.types.complex) return newComplex(vm, real, imaginary)
  return tracked(vm, new PyComplex(cls, real, imaginary)) as unknown as Own
}

const method = methodsOf<PyComplex>()

export const complexSpec = defineType(PyComplex, 'complex(real=0, imag=0)', 'A complex number.', {
  basicsize: 32,
  subclassable: true,
  slots: {
    __new__: makeComplex,
    __repr__: (vm, self) => newStr(vm, reprComplex(self.real, self.imag)),
    __hash__: (_vm, self) => hashComplex(hashFloat(self.real), hashFloat(self.imag)),
    richcompare: (vm, self, other, operator) => {
      if (operator !== EQ && operator !== NE) return newRef(vm.NotImplemented)
      if (!(other instanceof PyComplex) && !(other instanceof PyFloat) && !(other instanceof PyInt))
        return newRef(vm.NotImplemented)
      const equal =
        other instanceof PyComplex
          ? self.real === other.real && self.imag === other.imag
          : self.imag === 0 && self.real <= other.value && self.real >= other.value
      return newBool(vm, equal === (operator === EQ))
    },
    __add__: arithmetic((_vm, a, b) => [a[0] + b[0], a[1] + b[1]]),
    __sub__: arithmetic((_vm, a, b) => [a[0] - b[0], a[1] - b[1]]),
    __mul__: arithmetic((_vm, a, b) => complexMultiply(a, b)),
    __truediv__: arithmetic(
      (vm, a, b) => complexDivide(a, b) ?? vm.raise('ZeroDivisionError', 'complex division by zero'),
    ),
    __pow__: power,
    __neg__: (vm, self) => newComplex(vm, -self.real, -self.imag),
    __pos__: (vm, self) => newComplex(vm, self.real, self.imag),
    __abs__: absolute,
    __bool__: (_vm, self) => self.real !== 0 || self.imag !== 0,
  },
  getset: [
    member('real', 'The real part.', (vm, self) => newFloat(vm, self.real)),
    member('imag', 'The imaginary part.', (vm, self) => newFloat(vm, self.imag)),
  ],
  methods: [
    method('conjugate(self, /) -> object', 'With the other sign of the imaginary part.', (vm, self) =>
      newComplex(vm, self.real, -self.imag),
    ),
    method('__complex__(self, /) -> object', 'The number itself.', (vm, self) =>
      newComplex(vm, self.real, self.imag),
    ),
    method('__getnewargs__(self, /) -> object', 'The arguments that rebuild it.', (vm, self) =>
      newTuple(vm, [newFloat(vm, self.real), newFloat(vm, self.imag)]),
    ),
    method(
      '__format__(self, format_spec: str, /) -> str',
      'The number by a format specification.',
      (vm, self, spec) =>
        spec === ''
          ? toText(vm, self)
          : raisingTextErrors(vm, () => formatComplexBySpec(self.real, self.imag, spec)),
    ),
  ],
})
