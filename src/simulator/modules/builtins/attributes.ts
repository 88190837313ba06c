/** Built-in functions about attributes, namespaces, identity and classes. As `Python/bltinmodule.c`. */
import type { PyObject } from '../../heap/object.ts'
import type { Own } from '../../heap/reference.ts'
import { lend, newRef, release } from '../../heap/reference.ts'
import { checkPositional } from '../../objects/declare/arguments.ts'
import { fn, rawFn } from '../../objects/declare/module.ts'
import { packed } from '../../objects/declare/type.ts'
import { getLocals } from '../../objects/frame-locals.ts'
import { newInt } from '../../objects/int.ts'
import { newList, type PyList } from '../../objects/list.ts'
import {
  delAttr,
  getAttr,
  getAttrMaybe,
  getAttrNamedMaybe,
  hasAttr,
  setAttr,
} from '../../objects/protocols/attributes.ts'
import { callBoundSpecial, callMethod, isCallable } from '../../objects/protocols/calls.ts'
import { hashOf } from '../../objects/protocols/comparison.ts'
import { isInstanceOf, isSubclassOf } from '../../objects/protocols/instance-checks.ts'
import { toArray } from '../../objects/protocols/iteration.ts'
import { PyStr } from '../../objects/str.ts'
import { typeName } from '../../objects/type.ts'
import type { Activation, VM } from '../../objects/vm.ts'
import { refuseKeywords } from '../arguments.ts'

function nameOf(vm: VM, name: PyObject): PyStr {
  return name instanceof PyStr
    ? name
    : vm.raise('TypeError', `attribute name must be string, not '${typeName(name)}'`)
}

/** The running frame; built-in functions have none of their own. */
export function currentFrame(vm: VM, what: string): Activation {
  return vm.currentFrame ?? vm.raise('SystemError', `${what}: no Python frame is running`)
}

/** The keys of a namespace or the answer of `__dir__`, sorted. */
function namesOf(vm: VM, names: Own): Own<PyList> {
  const list = lend(names, (given) => newList(vm, toArray(vm, given)))
  release(callMethod(vm, list, 'sort'))
  return list
}

function dir(vm: VM, args: readonly PyObject[]): Own {
  if (args.length === 0) {
    return lend(getLocals(vm, currentFrame(vm, 'dir')), (locals) =>
      namesOf(vm, callMethod(vm, locals, 'keys')),
    )
  }
  const names = callBoundSpecial(vm, args[0]!, '__dir__', [])
  return names === null ? vm.raise('TypeError', 'object does not provide __dir__') : namesOf(vm, names)
}

export const attributeFunctions = [
  rawFn(
    'getattr(object, name, default=None, /) -> object',
    'An attribute by its name, or a default where there is none.',
    (vm, args, kwnames) => {
      refuseKeywords(vm, 'getattr', kwnames)
      checkPositional(vm, 'getattr', args.length, 2, 3)
      const name = nameOf(vm, args[1]!)
      if (args.length === 2) return getAttr(vm, args[0]!, name)
      return getAttrMaybe(vm, args[0]!, name) ?? newRef(args[2]!)
    },
  ),
  fn('hasattr(obj, name, /) -> bool', 'Whether there is an attribute of that name.', (vm, object, name) =>
    hasAttr(vm, object, nameOf(vm, name)),
  ),
  fn('setattr(obj, name, value, /)', 'Sets an attribute by its name.', (vm, object, name, value) =>
    setAttr(vm, object, nameOf(vm, name), value),
  ),
  fn('delattr(obj, name, /)', 'Deletes an attribute by its name.', (vm, object, name) =>
    delAttr(vm, object, nameOf(vm, name)),
  ),
  packed(
    'all',
    rawFn(
      'vars(object=None, /) -> object',
      'The namespace of an object, or the local one.',
      (vm, args, kwnames) => {
        refuseKeywords(vm, 'vars', kwnames)
        checkPositional(vm, 'vars', args.length, 0, 1)
        if (args.length === 0) return getLocals(vm, currentFrame(vm, 'vars'))
        return (
          getAttrNamedMaybe(vm, args[0]!, '__dict__') ??
          vm.raise('TypeError', 'vars() argument must have __dict__ attribute')
        )
      },
    ),
  ),
  packed(
    'all',
    rawFn(
      'dir(object=None, /) -> object',
      'The names of the attributes of an object, or the local names, sorted.',
      (vm, args, kwnames) => {
        refuseKeywords(vm, 'dir', kwnames)
        checkPositional(vm, 'dir', args.length, 0, 1)
        return dir(vm, args)
      },
    ),
  ),
  fn('globals() -> object', 'The global namespace of the running code.', (vm) =>
    newRef(currentFrame(vm, 'globals').globals),
  ),
  fn('locals() -> object', 'The local namespace of the running code.', (vm) =>
    getLocals(vm, currentFrame(vm, 'locals')),
  ),
  fn('id(obj, /) -> object', 'The identity of an object: its address.', (vm, object) =>
    newInt(vm, object.address),
  ),
  fn('hash(obj, /) -> object', 'The hash of an object.', (vm, object) => newInt(vm, hashOf(vm, object))),
  fn('callable(obj, /) -> bool', 'Whether an object can be called.', (_vm, object) => isCallable(object)),
  fn(
    'isinstance(obj, class_or_tuple, /) -> bool',
    'Whether an object is an instance of a class or of one of several.',
    isInstanceOf,
  ),
  fn(
    'issubclass(cls, class_or_tuple, /) -> bool',
    'Whether a class derives from another or from one of several.',
    isSubclassOf,
  ),
]
