/** Global, built-in and class-body names: look-up by namespace. */
import type { PyObject } from '../../heap/object.ts'
import type { Own } from '../../heap/reference.ts'
import { newRef, release } from '../../heap/reference.ts'
import type { Frame } from '../../objects/activation.ts'
import { newDict, type PyDict, putItem, takeItem } from '../../objects/dict.ts'
import { raiseNameError } from '../../objects/exceptions.ts'
import { delItem, getItem, setItem } from '../../objects/protocols/sequences.ts'
import { dropRaise, isRaise } from '../../objects/raise.ts'
import { newInterned, PyStr } from '../../objects/str.ts'
import { MISSING } from '../../objects/tables/dict-table.ts'
import type { Meanings } from '../instruction.ts'
import type { Machine } from '../machine.ts'

const isSameText = (stored: PyObject, name: PyObject): boolean =>
  stored === name || (stored instanceof PyStr && stored.value === (name as PyStr).value)

/** The value of a name in an exact dict, borrowed; no Python code runs. */
export function peekName(dict: PyDict, name: PyStr): PyObject | null {
  const { table } = dict
  const at = table.find(name, name.hash, isSameText)
  return at === MISSING ? null : table.valueAt(at)
}

/** The value of a name in any mapping; null where it is missing (`PyMapping_GetOptionalItem`). */
export function peekNameIn(vm: Machine, namespace: PyObject, name: PyStr): Own | null {
  if (namespace.type === (vm.types.dict as unknown)) {
    const found = peekName(namespace as PyDict, name)
    return found === null ? null : newRef(found)
  }
  try {
    return getItem(vm, namespace, name)
  } catch (thrown) {
    if (!isRaise(thrown, vm.types.KeyError)) throw thrown
    dropRaise(thrown)
    return null
  }
}

function nameAt(frame: Frame, index: number): PyStr {
  return frame.code.names.items[index] as unknown as PyStr
}

function getGlobal(vm: Machine, frame: Frame, name: PyStr): Own {
  return (
    peekNameIn(vm, frame.globals, name) ?? peekNameIn(vm, frame.builtins, name) ?? raiseNameError(vm, name)
  )
}

function localsOf(vm: Machine, frame: Frame, what: string, name: PyStr): PyObject {
  return frame.locals ?? vm.raise('SystemError', `no locals when ${what} '${name.value}'`)
}

export const names = {
  LOAD_NAME(vm, frame, index) {
    const name = nameAt(frame, index)
    return peekNameIn(vm, localsOf(vm, frame, 'loading', name), name) ?? getGlobal(vm, frame, name)
  },
  LOAD_GLOBAL(vm, frame, index) {
    const name = nameAt(frame, index >> 1)
    const { globals } = frame
    if (globals.type === (vm.types.dict as unknown)) {
      const found = peekName(globals, name) ?? peekName(frame.builtins, name)
      if (found !== null) return newRef(found)
    }
    return getGlobal(vm, frame, name)
  },
  LOAD_FROM_DICT_OR_GLOBALS(vm, frame, index, namespace) {
    const name = nameAt(frame, index)
    return peekNameIn(vm, namespace, name) ?? getGlobal(vm, frame, name)
  },
  LOAD_LOCALS(vm, frame) {
    return newRef(frame.locals ?? vm.raise('SystemError', 'no locals'))
  },
  STORE_NAME(vm, frame, index, value) {
    const name = nameAt(frame, index)
    const namespace = localsOf(vm, frame, 'storing', name)
    if (namespace.type === (vm.types.dict as unknown)) putItem(vm, namespace as PyDict, name, newRef(value))
    else setItem(vm, namespace, name, value)
  },
  STORE_GLOBAL(vm, frame, index, value) {
    putItem(vm, frame.globals, nameAt(frame, index), newRef(value))
  },
  DELETE_NAME(vm, frame, index) {
    const name = nameAt(frame, index)
    try {
      delItem(vm, localsOf(vm, frame, 'deleting', name), name)
    } catch (thrown) {
      if (!isRaise(thrown, vm.types.KeyError)) throw thrown
      dropRaise(thrown)
      raiseNameError(vm, name)
    }
  },
  DELETE_GLOBAL(vm, frame, index) {
    const name = nameAt(frame, index)
    const value = takeItem(vm, frame.globals, name)
    if (value === null) return raiseNameError(vm, name)
    release(value)
  },
  SETUP_ANNOTATIONS(vm, frame) {
    const name = newInterned(vm, '__annotations__')
    try {
      const namespace = frame.locals ?? vm.raise('SystemError', 'no locals found when setting up annotations')
      const found = peekNameIn(vm, namespace, name)
      if (found !== null) return release(found)
      const dict = newDict(vm)
      try {
        setItem(vm, namespace, name, dict)
      } finally {
        release(dict)
      }
    } finally {
      release(name)
    }
  },
  LOAD_ASSERTION_ERROR: (vm) => newRef(vm.types.AssertionError),
  LOAD_BUILD_CLASS(vm, frame) {
    const name = newInterned(vm, '__build_class__')
    try {
      const found = peekNameIn(vm, frame.builtins, name)
      return found ?? raiseNameError(vm, name, '__build_class__ not found')
    } finally {
      release(name)
    }
  },
} satisfies Partial<Meanings>
