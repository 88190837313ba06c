/** `function`: construction, attributes and binding. As `PyFunction_Type` of `Objects/funcobject.c`. */
import { CO_FAST_FREE, namesOfKind } from '../bytecode/code.ts'
import { putField } from '../heap/heap.ts'
import type { PyObject } from '../heap/object.ts'
import { addressText } from '../heap/object.ts'
import type { Own } from '../heap/reference.ts'
import { newRef, release } from '../heap/reference.ts'
import { PyCell } from './cell.ts'
import { PyCode } from './code.ts'
import { defineType, getset, member } from './declare/type.ts'
import { newDict, PyDict, putItem } from './dict.ts'
import { newPyFunction, PyFunction } from './function.ts'
import { getDict, putDict } from './instance.ts'
import { newMethod } from './method.ts'
import { newStr, PyStr } from './str.ts'
import { PyTuple } from './tuple.ts'
import { typeName } from './type.ts'
import type { VM } from './vm.ts'

const parameterNames = ['code', 'globals', 'name', 'argdefs', 'closure', 'kwdefaults']

/** `types.FunctionType(code, globals, name=None, argdefs=None, closure=None, kwdefaults=None)`. */
function makeFunction(vm: VM, args: readonly PyObject[], kwnames: readonly PyStr[] | null): Own {
  const keywords = kwnames?.length ?? 0
  const given = args.length - keywords
  if (args.length > 6) vm.raise('TypeError', `function() takes at most 6 arguments (${args.length} given)`)
  const values: (PyObject | undefined)[] = args.slice(0, given)
  kwnames?.forEach((key, i) => {
    const at = parameterNames.indexOf(key.value)
    if (at < 0) vm.raise('TypeError', `function() got an unexpected keyword argument '${key.value}'`)
    values[at] = args[given + i]
  })
  const [code, globals, name = vm.None, defaults = vm.None, closure = vm.None, kwdefaults = vm.None] = values
  if (code === undefined || globals === undefined) {
    const missing = code === undefined ? 1 : 2
    return vm.raise(
      'TypeError',
      `function() missing required argument '${parameterNames[missing - 1]}' (pos ${missing})`,
    )
  }
  if (!(code instanceof PyCode))
    return vm.raise('TypeError', `function() argument 'code' must be code, not ${typeName(code)}`)
  if (!(globals instanceof PyDict)) {
    return vm.raise('TypeError', `function() argument 'globals' must be dict, not ${typeName(globals)}`)
  }
  if (name !== vm.None && !(name instanceof PyStr))
    vm.raise('TypeError', 'arg 3 (name) must be None or string')
  if (defaults !== vm.None && !(defaults instanceof PyTuple))
    vm.raise('TypeError', 'arg 4 (defaults) must be None or tuple')
  const free = namesOfKind(code.data, CO_FAST_FREE).length
  if (closure !== vm.None || free > 0) {
    if (!(closure instanceof PyTuple)) {
      return vm.raise(
        'TypeError',
        free > 0 && closure === vm.None
          ? 'arg 5 (closure) must be tuple'
          : 'arg 5 (closure) must be None or tuple',
      )
    }
    if (closure.items.length !== free) {
      vm.raise(
        'ValueError',
        `${code.name.value} requires closure of length ${free}, not ${closure.items.length}`,
      )
    }
    for (const item of closure.items) {
      if (!(item instanceof PyCell))
        vm.raise('TypeError', `arg 5 (closure) expected cell, found ${typeName(item)}`)
    }
  }
  if (kwdefaults !== vm.None && !(kwdefaults instanceof PyDict))
    vm.raise('TypeError', 'arg 6 (kwdefaults) must be None or dict')
  const made = newPyFunction(vm, code, globals)
  if (name instanceof PyStr) {
    putField(made, 'name', newRef(name))
  }
  if (defaults instanceof PyTuple) made.defaults = newRef(defaults)
  if (closure instanceof PyTuple) made.closure = newRef(closure)
  if (kwdefaults instanceof PyDict) made.kwdefaults = newRef(kwdefaults)
  return made
}

/** The annotations as a dict, made of the tuple that the compiler left. */
function getAnnotations(vm: VM, self: PyFunction): Own {
  const { annotations } = self
  if (annotations instanceof PyDict) return newRef(annotations)
  const dict = newDict(vm)
  if (annotations instanceof PyTuple) {
    const { items } = annotations
    for (let i = 0; i + 1 < items.length; i += 2) putItem(vm, dict, items[i]!, newRef(items[i + 1]!))
  }
  putField(self, 'annotations', newRef(dict))
  return dict
}

function nameAttribute(attribute: '__name__' | '__qualname__', field: 'name' | 'qualname', doc: string) {
  return getset<PyFunction>(
    attribute,
    doc,
    (_vm, self) => newRef(self[field]),
    (vm, self, value) => {
      if (!(value instanceof PyStr))
        return vm.raise('TypeError', `${attribute} must be set to a string object`)
      putField(self, field, newRef(value))
    },
  )
}

export const functionSpec = defineType(
  PyFunction,
  'function(code, globals, name=None, argdefs=None, closure=None,\n         kwdefaults=None)',
  'A function written in Python.',
  {
    instancesVectorcall: true,
    basicsize: 144,
    container: true,
    hasDict: true,
    hasWeakrefs: true,
    slots: {
      __new__: (vm, _cls, args, kwnames) => makeFunction(vm, args, kwnames),
      __call__: (vm, self, args, kwnames) => vm.callFunction(self, args, kwnames),
      __repr__: (vm, self) => newStr(vm, `<function ${self.qualname.value} at ${addressText(self)}>`),
      __get__: (vm, self, instance) =>
        instance === null || instance === vm.None ? newRef(self) : newMethod(vm, self, instance),
    },
    getset: [
      member('__closure__', 'The cells of its free variables.', (vm, self) =>
        newRef(self.closure ?? vm.None),
      ),
      member(
        '__doc__',
        'Its docstring.',
        (vm, self) => newRef(self.doc ?? vm.None),
        (vm, self, value) => {
          putField(self, 'doc', newRef(value ?? vm.None))
        },
      ),
      member('__globals__', 'The namespace that its global names are looked up in.', (_vm, self) =>
        newRef(self.globals),
      ),
      member(
        '__module__',
        'The module that it was defined in.',
        (vm, self) => newRef(self.module ?? vm.None),
        (_vm, self, value) => {
          putField(self, 'module', value === null ? null : newRef(value))
        },
      ),
      member('__builtins__', 'The built-in namespace that it uses.', (_vm, self) => newRef(self.builtins)),
      getset(
        '__code__',
        'Its code object.',
        (_vm, self) => newRef(self.code),
        (vm, self, value) => {
          if (!(value instanceof PyCode))
            return vm.raise('TypeError', '__code__ must be set to a code object')
          const free = namesOfKind(value.data, CO_FAST_FREE).length
          const cells = self.closure?.items.length ?? 0
          if (free !== cells) {
            return vm.raise(
              'ValueError',
              `${self.name.value}() requires a code object with ${cells} free vars, not ${free}`,
            )
          }
          putField(self, 'code', newRef(value))
        },
      ),
      getset(
        '__defaults__',
        'Defaults of positional parameters.',
        (vm, self) => newRef(self.defaults ?? vm.None),
        (vm, self, value) => {
          if (value === null || value === vm.None) return putField(self, 'defaults', null)
          if (!(value instanceof PyTuple))
            return vm.raise('TypeError', '__defaults__ must be set to a tuple object')
          putField(self, 'defaults', newRef(value))
        },
      ),
      getset(
        '__kwdefaults__',
        'Defaults of keyword-only parameters.',
        (vm, self) => newRef(self.kwdefaults ?? vm.None),
        (vm, self, value) => {
          if (value === null || value === vm.None) return putField(self, 'kwdefaults', null)
          if (!(value instanceof PyDict))
            return vm.raise('TypeError', '__kwdefaults__ must be set to a dict object')
          putField(self, 'kwdefaults', newRef(value))
        },
      ),
      getset(
        '__annotations__',
        'Annotations of parameters and result.',
        getAnnotations,
        (vm, self, value) => {
          if (value === null || value === vm.None) return putField(self, 'annotations', null)
          if (!(value instanceof PyDict))
            return vm.raise('TypeError', '__annotations__ must be set to a dict object')
          putField(self, 'annotations', newRef(value))
        },
      ),
      getset(
        '__dict__',
        'Attributes stored on it.',
        (vm, self) => getDict(vm, self),
        (vm, self, value) => {
          if (value === null) return vm.raise('TypeError', 'cannot delete __dict__')
          if (!(value instanceof PyDict)) {
            return vm.raise('TypeError', `__dict__ must be set to a dictionary, not a '${typeName(value)}'`)
          }
          putDict(self, newRef(value))
        },
      ),
      nameAttribute('__name__', 'name', 'Its name.'),
      nameAttribute(
        '__qualname__',
        'qualname',
        'Its name with those of the classes and functions around it.',
      ),
      getset(
        '__type_params__',
        'Its type parameters.',
        (vm, self) => newRef(self.typeParams ?? vm.emptyTuple),
        (vm, self, value) => {
          if (!(value instanceof PyTuple))
            return vm.raise('TypeError', '__type_params__ must be set to a tuple')
          putField(self, 'typeParams', newRef(value))
        },
      ),
    ],
  },
)

/** Puts the type parameters of a generic function in place (CALL_INTRINSIC_2). */
export function setTypeParams(func: PyFunction, params: PyObject): void {
  const old = func.typeParams
  func.typeParams = newRef(params)
  if (old !== null) release(old)
}
