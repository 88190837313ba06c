/** Structural pattern matching. As `match_keys` and `match_class` of `Python/ceval.c`. */
import type { PyObject } from '../../heap/object.ts'
import type { Held, Own } from '../../heap/reference.ts'
import { lend, newRef, release, releaseAll } from '../../heap/reference.ts'
import { newBool } from '../../objects/bool.ts'
import { newInt } from '../../objects/int.ts'
import { newList, type PyList } from '../../objects/list.ts'
import { appendItem } from '../../objects/list-type.ts'
import { getAttrMaybe, getAttrNamedMaybe } from '../../objects/protocols/attributes.ts'
import { callMethod } from '../../objects/protocols/calls.ts'
import { isEqual } from '../../objects/protocols/comparison.ts'
import { isInstanceOf } from '../../objects/protocols/instance-checks.ts'
import { lengthOf } from '../../objects/protocols/sequences.ts'
import { toRepr } from '../../objects/protocols/text.ts'
import { PyStr } from '../../objects/str.ts'
import { newTuple, PyTuple } from '../../objects/tuple.ts'
import { isInstance, PyType, typeName, typeOf } from '../../objects/type.ts'
import { matchesItself } from '../../objects/type-flags.ts'
import type { Meanings } from '../instruction.ts'
import type { Machine } from '../machine.ts'

export const matching = {
  GET_LEN: (vm, _frame, _oparg, object) => newInt(vm, lengthOf(vm, object)),
  MATCH_MAPPING: (vm, _frame, _oparg, subject) => newBool(vm, typeOf(subject).patma === 'mapping'),
  MATCH_SEQUENCE: (vm, _frame, _oparg, subject) => newBool(vm, typeOf(subject).patma === 'sequence'),
  MATCH_KEYS: (vm, _frame, _oparg, subject, keys) =>
    matchKeys(vm, subject, (keys as PyTuple).items) ?? newRef(vm.None),
  MATCH_CLASS(vm, _frame, count, subject, type, names) {
    return matchClass(vm, subject, type, count, (names as PyTuple).items) ?? newRef(vm.None)
  },
} satisfies Partial<Meanings>

/** The values of the keys, by `get`, or null where one is missing. */
function matchKeys(vm: Machine, subject: PyObject, keys: readonly PyObject[]): Own | null {
  if (keys.length === 0) return newRef(vm.emptyTuple)
  const seen: PyObject[] = []
  const values: Held[] = []
  // A default of its own tells a missing key from a stored None.
  const missing = vm.call(vm.types.object, [])
  try {
    for (const key of keys) {
      if (seen.some((each) => isEqual(vm, each, key))) {
        vm.raise('ValueError', `mapping pattern checks duplicate key (${toRepr(vm, key)})`)
      }
      seen.push(key)
      const value = callMethod(vm, subject, 'get', [key, missing])
      if (value === missing) {
        release(value)
        releaseAll(values)
        return null
      }
      values.push(value)
    }
  } catch (thrown) {
    releaseAll(values)
    throw thrown
  } finally {
    release(missing)
  }
  return newTuple(vm, values)
}

function matchClass(
  vm: Machine,
  subject: PyObject,
  type: PyObject,
  count: number,
  keywords: readonly PyObject[],
): Own | null {
  if (!(type instanceof PyType)) return vm.raise('TypeError', 'called match pattern must be a class')
  if (!isInstanceOf(vm, subject, type)) return null
  return lend(newList(vm, []), (values) => matchAttributes(vm, subject, type, count, keywords, values))
}

function matchAttributes(
  vm: Machine,
  subject: PyObject,
  type: PyType,
  count: number,
  keywords: readonly PyObject[],
  values: PyList,
): Own | null {
  const seen = new Set<string>()
  const take = (name: PyObject): boolean => {
    const text = (name as PyStr).value
    if (seen.has(text))
      vm.raise('TypeError', `${type.name}() got multiple sub-patterns for attribute '${text}'`)
    seen.add(text)
    const value = getAttrMaybe(vm, subject, name as PyStr)
    if (value === null) return false
    appendItem(values, value)
    return true
  }
  if (count > 0 && !takePositional(vm, subject, type, count, values, take)) return null
  for (const name of keywords) if (!take(name)) return null
  return newTuple(vm, values.items.map(newRef))
}

function takePositional(
  vm: Machine,
  subject: PyObject,
  type: PyType,
  count: number,
  values: PyList,
  take: (name: PyObject) => boolean,
): boolean {
  const matchArgs = getAttrNamedMaybe(vm, type, '__match_args__')
  if (matchArgs === null) {
    checkCount(vm, type, count, matchesItself(vm, type) ? 1 : 0)
    appendItem(values, newRef(subject))
    return true
  }
  return lend(matchArgs, (names) => {
    if (!(names instanceof PyTuple) || !isInstance(names, vm.types.tuple)) {
      return vm.raise('TypeError', `${type.name}.__match_args__ must be a tuple (got ${typeName(names)})`)
    }
    checkCount(vm, type, count, names.items.length)
    for (let i = 0; i < count; i++) {
      const name = names.items[i]!
      if (!(name instanceof PyStr)) {
        return vm.raise('TypeError', `__match_args__ elements must be strings (got ${typeName(name)})`)
      }
      if (!take(name)) return false
    }
    return true
  })
}

function checkCount(vm: Machine, type: PyType, count: number, allowed: number): void {
  if (count <= allowed) return
  const plural = allowed === 1 ? '' : 's'
  vm.raise('TypeError', `${type.name}() accepts ${allowed} positional sub-pattern${plural} (${count} given)`)
}
