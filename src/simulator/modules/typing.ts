/** The module `_typing`: type variables, aliases and `Generic`; the rest of `typing` is Python. As `Modules/_typingmodule.c`. */

import { immortalize, type PyObject } from '../heap/object.ts'
import { lend, newRef } from '../heap/reference.ts'
import { defineModule, fn } from '../objects/declare/module.ts'
import type { KwNames } from '../objects/declare/slots.ts'
import { classMethod, defineType, methodsOf } from '../objects/declare/type.ts'
import { PyInstance } from '../objects/instance.ts'
import { instantiateType } from '../objects/instantiate.ts'
import { getAttrNamed } from '../objects/protocols/attributes.ts'
import { PySingleton } from '../objects/singletons.ts'
import { newStr, type PyStr } from '../objects/str.ts'
import { typeAliasSpec } from '../objects/type-alias.ts'
import {
  paramSpecArgsSpec,
  paramSpecKwargsSpec,
  paramSpecSpec,
  typeVarSpec,
  typeVarTupleSpec,
} from '../objects/type-variable.ts'
import type { VM } from '../objects/vm.ts'

function forward(
  vm: VM,
  name: string,
  cls: PyObject,
  args: readonly PyObject[],
  kwargs: readonly (readonly [PyStr, PyObject])[],
) {
  const kwnames: KwNames = kwargs.length === 0 ? null : kwargs.map(([key]) => key)
  return lend(vm.importModule('typing'), (typing) =>
    lend(getAttrNamed(vm, typing, name), (func) =>
      vm.call(func, [cls, ...args, ...kwargs.map(([, value]) => value)], kwnames),
    ),
  )
}

const genericSpec = defineType(PyInstance as never, 'typing.Generic', 'The base of generic classes.', {
  basicsize: 16,
  subclassable: true,
  container: true,
  methods: [
    classMethod(
      '__class_getitem__(cls, *args, **kwargs) -> object',
      'The class with parameters.',
      (vm, cls, args, kwargs) => forward(vm, '_generic_class_getitem', cls, args, kwargs),
    ),
    classMethod(
      '__init_subclass__(cls, *args, **kwargs) -> object',
      'Finds the type parameters of a new class.',
      (vm, cls, args, kwargs) => forward(vm, '_generic_init_subclass', cls, args, kwargs),
    ),
  ],
})

const noDefaultSpec = defineType(PySingleton, 'NoDefaultType', 'The type of NoDefault.', {
  slots: {
    __new__: (vm, _cls, args, kwnames) => {
      if (args.length > 0 || kwnames !== null) vm.raise('TypeError', 'NoDefaultType takes no arguments')
      return lend(vm.importModule('_typing'), (typing) => getAttrNamed(vm, typing, 'NoDefault'))
    },
    __repr__: (vm) => newStr(vm, 'typing.NoDefault'),
  },
  methods: [
    methodsOf<PySingleton>()('__reduce__(self, /) -> object', 'Its name.', (vm) => newStr(vm, 'NoDefault')),
  ],
})

export const typingModule = defineModule('_typing', 'Type variables and generic classes.', {
  functions: [fn('_idfunc(x, /) -> object', 'Its argument.', (_vm, x) => newRef(x))],
  attributes: {
    NoDefault: (vm) => immortalize(new PySingleton(instantiateType(vm, noDefaultSpec))),
  },
  types: {
    TypeVar: typeVarSpec,
    ParamSpec: paramSpecSpec,
    TypeVarTuple: typeVarTupleSpec,
    ParamSpecArgs: paramSpecArgsSpec,
    ParamSpecKwargs: paramSpecKwargsSpec,
    TypeAliasType: typeAliasSpec,
    Generic: genericSpec,
  },
})
