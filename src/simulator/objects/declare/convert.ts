/**
 * Converting one argument, and boxing one result: the meaning of the converter names in `signature.ts`.
 */
import type { PyObject } from '../../heap/object.ts'
import type { Own } from '../../heap/reference.ts'
import { newRef } from '../../heap/reference.ts'
import { newBool } from '../bool.ts'
import { newFloat } from '../float.ts'
import { newInt } from '../int.ts'
import { isTrue } from '../protocols/comparison.ts'
import { toBigInt, toDouble, toSize, toSliceIndex } from '../protocols/numbers.ts'
import { newStr, PyStr } from '../str.ts'
import { PyType, typeOf } from '../type.ts'
import type { VM } from '../vm.ts'
import type { ParameterSpec, ResultName } from './signature.ts'

/** The converted argument. Raises TypeError (or what a conversion method raises) naming the function and the place. */
export function convert(
  vm: VM,
  parameter: ParameterSpec,
  func: string,
  index: number,
  value: PyObject,
): unknown {
  switch (parameter.converter) {
    case 'object':
      return value
    case 'bool':
      return isTrue(vm, value)
    case 'ssize_t':
      return toSize(vm, value)
    case 'slice_index':
      // None stands for the default.
      if (value === vm.None) return parameter.defaultText === '0' ? 0 : Number.MAX_SAFE_INTEGER
      return toSliceIndex(vm, value)
    case 'strict_slice_index':
      return toSliceIndex(vm, value, 'slice indices must be integers or have an __index__ method')
    case 'int':
      return toBigInt(vm, value)
    case 'float':
      return toDouble(vm, value)
    case 'str':
      return value instanceof PyStr ? value.value : badArgument(vm, parameter, func, index, 'str', value)
    case 'str_object':
      return value instanceof PyStr ? value : badArgument(vm, parameter, func, index, 'str', value)
    case 'type':
      return value instanceof PyType ? value : badArgument(vm, parameter, func, index, 'type', value)
  }
}

/** `_PyArg_BadArgument`. */
function badArgument(
  vm: VM,
  parameter: ParameterSpec,
  func: string,
  index: number,
  expected: string,
  value: PyObject,
): never {
  const place =
    parameter.kind === 'positional-only'
      ? index < 0
        ? 'argument'
        : `argument ${index + 1}`
      : `argument '${parameter.name}'`
  const given = value === vm.None ? 'None' : typeOf(value).name
  return vm.raise('TypeError', `${func}() ${place} must be ${expected}, not ${given}`)
}

/** The Python object for an implementation's result. */
export function box(vm: VM, kind: ResultName, result: unknown): Own {
  switch (kind) {
    case 'object':
      return result as Own
    case 'None':
      return newRef(vm.None)
    case 'bool':
      return newBool(vm, result as boolean)
    case 'ssize_t':
    case 'int':
      return newInt(vm, result as number | bigint)
    case 'float':
      return newFloat(vm, result as number)
    case 'str':
      return newStr(vm, result as string)
  }
}
