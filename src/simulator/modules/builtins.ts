/** The module `builtins`: functions, types, exceptions and constants that every name look-up ends with. */
import type { PyObject } from '../heap/object.ts'
import type { Own } from '../heap/reference.ts'
import { newRef } from '../heap/reference.ts'
import { checkPositional } from '../objects/declare/arguments.ts'
import { defineModule, rawFn } from '../objects/declare/module.ts'
import type { TypeSpec } from '../objects/declare/type.ts'
import { newExceptionWith } from '../objects/exceptions.ts'
import { builtinTypes } from '../objects/index.ts'
import { exceptionNames, type TypeName } from '../objects/names.ts'
import type { VM } from '../objects/vm.ts'
import { attributeFunctions } from './builtins/attributes.ts'
import { buildClassFunction } from './builtins/build-class.ts'
import { codeFunctions } from './builtins/code.ts'
import { iterationFunctions } from './builtins/iteration.ts'
import { numberFunctions } from './builtins/numbers.ts'
import { outputFunctions, siteFunctions } from './builtins/output.ts'
import { textFunctions } from './builtins/text.ts'

const typeNames: readonly TypeName[] = [
  'bool',
  'memoryview',
  'bytearray',
  'bytes',
  'classmethod',
  'complex',
  'dict',
  'enumerate',
  'filter',
  'float',
  'frozenset',
  'property',
  'int',
  'list',
  'map',
  'object',
  'range',
  'reversed',
  'set',
  'slice',
  'staticmethod',
  'str',
  'super',
  'tuple',
  'type',
  'zip',
  ...exceptionNames,
]

function typesByName(): Record<string, TypeSpec> {
  const types: Record<string, TypeSpec> = {}
  for (const name of typeNames) types[name] = builtinTypes[name]
  return { ...types, EnvironmentError: builtinTypes.OSError, IOError: builtinTypes.OSError }
}

/** `exit` and `quit`, as `site` makes them. */
function exitFunction(name: 'exit' | 'quit') {
  return rawFn(
    `${name}(code=None) -> object`,
    'Ends the program.',
    (vm: VM, args: readonly PyObject[]): Own => {
      checkPositional(vm, name, args.length, 0, 1)
      return vm.raiseException(newExceptionWith(vm, vm.types.SystemExit, [newRef(args[0] ?? vm.None)]))
    },
  )
}

export const builtinsModule = defineModule('builtins', 'The names that are always there.', {
  functions: [
    buildClassFunction,
    ...codeFunctions,
    ...attributeFunctions,
    ...iterationFunctions,
    ...numberFunctions,
    ...textFunctions,
    ...outputFunctions,
    ...siteFunctions,
    exitFunction('exit'),
    exitFunction('quit'),
  ],
  attributes: {
    None: (vm) => newRef(vm.None),
    Ellipsis: (vm) => newRef(vm.Ellipsis),
    NotImplemented: (vm) => newRef(vm.NotImplemented),
    False: (vm) => newRef(vm.False),
    True: (vm) => newRef(vm.True),
    __debug__: (vm) => newRef(vm.True),
  },
  types: typesByName(),
})
