/**
 * The exception types with one or two fields of their own: SystemExit, StopIteration, KeyError, NameError,
 * AttributeError, ImportError. As `Objects/exceptions.c`.
 */

import { putField } from '../heap/heap.ts'
import type { PyObject } from '../heap/object.ts'
import type { Held, Own } from '../heap/reference.ts'
import { newRef } from '../heap/reference.ts'
import type { KwNames } from './declare/slots.ts'
import { defineType, methodsOf } from './declare/type.ts'
import { newDict, type PyDict, putItem } from './dict.ts'
import { field, initBaseException, putArgs, reduceException, textOfArguments } from './exception-base.ts'
import {
  PyAttributeError,
  PyBaseException,
  PyImportError,
  PyNameError,
  PyStopIteration,
  PySystemExit,
} from './exceptions.ts'
import { toRepr } from './protocols/text.ts'
import { isExactStr, newStr } from './str.ts'
import type { VM } from './vm.ts'

/** Stores the positional arguments, and those keyword arguments into the fields; the others are refused. */
function initWithKeywords<S extends PyBaseException>(
  typeName: string,
  fields: Readonly<Record<string, keyof S>>,
) {
  return (vm: VM, self: S, args: readonly PyObject[], kwnames: KwNames): void => {
    putArgs(vm, self, args, kwnames)
    const count = args.length - (kwnames?.length ?? 0)
    for (const name of kwnames ?? []) {
      if (!(name.value in fields))
        vm.raise('TypeError', `${typeName}() got an unexpected keyword argument '${name.value}'`)
    }
    for (const [name, key] of Object.entries(fields)) {
      const at = kwnames?.findIndex((each) => each.value === name) ?? -1
      putField(self, key, (at < 0 ? null : newRef(args[count + at]!)) as S[typeof key] & (Held | null))
    }
  }
}

/** A copy of the exception's attributes, or an empty dict. */
function copyDict(vm: VM, self: PyBaseException): Own<PyDict> {
  const copy = newDict(vm)
  if (self.dict !== null)
    (self.dict as unknown as PyDict).each((key, value) => putItem(vm, copy, key, newRef(value)))
  return copy
}

export const systemExitSpec = defineType(PySystemExit, 'SystemExit', 'The program asks to end.', {
  base: 'BaseException',
  basicsize: 80,
  subclassable: true,
  slots: {
    __init__(vm, self, args, kwnames) {
      initBaseException(vm, self, args, kwnames)
      if (args.length === 1) putField(self, 'code', newRef(args[0]!))
      else if (args.length > 1) putField(self, 'code', newRef(self.args!))
    },
  },
  getset: [field<PySystemExit, 'code'>('code', 'What the program answers with.', 'code')],
})

export const stopIterationSpec = defineType(
  PyStopIteration,
  'StopIteration',
  'An iterator has no more items.',
  {
    base: 'Exception',
    basicsize: 80,
    subclassable: true,
    slots: {
      __init__(vm, self, args, kwnames) {
        initBaseException(vm, self, args, kwnames)
        putField(self, 'value', newRef(args[0] ?? vm.None))
      },
    },
    getset: [field<PyStopIteration, 'value'>('value', 'What a generator has returned.', 'value')],
  },
)

export const keyErrorSpec = defineType(PyBaseException, 'KeyError', 'A mapping does not have the key.', {
  base: 'LookupError',
  basicsize: 72,
  subclassable: true,
  slots: {
    __init__: initBaseException,
    __str__(vm, self) {
      // A missing key '' must be seen.
      const items = self.args?.items ?? []
      return items.length === 1 ? newStr(vm, toRepr(vm, items[0]!)) : textOfArguments(vm, self)
    },
  },
})

export const initNameError = initWithKeywords<PyNameError>('NameError', { name: 'name' })

export const nameErrorSpec = defineType(PyNameError, 'NameError', 'A name is not defined.', {
  base: 'Exception',
  basicsize: 80,
  subclassable: true,
  slots: {
    __init__: initNameError,
    __str__: textOfArguments,
  },
  getset: [field<PyNameError, 'name'>('name', 'The name.', 'name')],
})

const attributeErrorMethod = methodsOf<PyAttributeError>()

function attributeErrorState(vm: VM, self: PyAttributeError): Own {
  const state = copyDict(vm, self)
  if (self.name !== null) state.putStr(vm, 'name', newRef(self.name))
  if (self.args !== null) state.putStr(vm, 'args', newRef(self.args))
  return state
}

export const attributeErrorSpec = defineType(
  PyAttributeError,
  'AttributeError',
  'An object does not have the attribute.',
  {
    base: 'Exception',
    basicsize: 88,
    subclassable: true,
    slots: {
      __init__: initWithKeywords<PyAttributeError>('AttributeError', { name: 'name', obj: 'obj' }),
      __str__: textOfArguments,
    },
    methods: [
      attributeErrorMethod(
        '__getstate__(self, /) -> object',
        'What belongs to the exception besides its class.',
        attributeErrorState,
      ),
      attributeErrorMethod('__reduce__(self, /) -> object', 'How to make the exception again.', (vm, self) =>
        reduceException(vm, self, newRef(self.args ?? vm.emptyTuple), attributeErrorState(vm, self)),
      ),
    ],
    getset: [
      field<PyAttributeError, 'name'>('name', 'The name of the attribute.', 'name'),
      field<PyAttributeError, 'obj'>('obj', 'The object that was asked.', 'obj'),
    ],
  },
)

const importErrorMethod = methodsOf<PyImportError>()
const initImportFields = initWithKeywords<PyImportError>('ImportError', {
  name: 'name',
  path: 'path',
  name_from: 'nameFrom',
})

export function initImportError(
  vm: VM,
  self: PyImportError,
  args: readonly PyObject[],
  kwnames: KwNames,
): void {
  initImportFields(vm, self, args, kwnames)
  const { items } = self.args!
  putField(self, 'msg', items.length === 1 ? newRef(items[0]!) : null)
}

export const importErrorSpec = defineType(
  PyImportError,
  'ImportError',
  'A module, or a name in it, cannot be imported.',
  {
    base: 'Exception',
    basicsize: 104,
    subclassable: true,
    slots: {
      __init__: initImportError,
      __str__(vm, self) {
        if (self.msg !== null && isExactStr(vm, self.msg)) return newRef(self.msg)
        return textOfArguments(vm, self)
      },
    },
    methods: [
      importErrorMethod('__reduce__(self, /) -> object', 'How to make the exception again.', (vm, self) => {
        const args = newRef(self.args ?? vm.emptyTuple)
        if (self.name === null && self.path === null && self.nameFrom === null) {
          return reduceException(vm, self, args, self.dict === null ? null : newRef(self.dict))
        }
        const state = copyDict(vm, self)
        if (self.name !== null) state.putStr(vm, 'name', newRef(self.name))
        if (self.path !== null) state.putStr(vm, 'path', newRef(self.path))
        if (self.nameFrom !== null) state.putStr(vm, 'name_from', newRef(self.nameFrom))
        return reduceException(vm, self, args, state)
      }),
    ],
    getset: [
      field<PyImportError, 'msg'>('msg', 'The message.', 'msg'),
      field<PyImportError, 'name'>('name', 'The module.', 'name'),
      field<PyImportError, 'path'>('path', 'Where the module was found.', 'path'),
      field<PyImportError, 'nameFrom'>('name_from', 'The name looked for in the module.', 'nameFrom'),
    ],
  },
)
