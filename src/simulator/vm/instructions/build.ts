/** Containers: building them, growing them, taking them apart. */
import type { PyObject } from '../../heap/object.ts'
import type { Held, Own } from '../../heap/reference.ts'
import { lend, newRef, release, releaseBackwards } from '../../heap/reference.ts'
import { newDict, type PyDict, peekItem, putItem } from '../../objects/dict.ts'
import { updateFromMapping } from '../../objects/dict-type.ts'
import { newList, type PyList } from '../../objects/list.ts'
import { appendItem, extendList, newListFrom } from '../../objects/list-type.ts'
import { callMethod } from '../../objects/protocols/calls.ts'
import { eachItem, getIter, getNext, isSequence } from '../../objects/protocols/iteration.ts'
import { getItem } from '../../objects/protocols/sequences.ts'
import { toText } from '../../objects/protocols/text.ts'
import { dropRaise, isRaise } from '../../objects/raise.ts'
import { addItem, newSet, type PySet } from '../../objects/set.ts'
import { newSlice } from '../../objects/slice.ts'
import { PyStr } from '../../objects/str.ts'
import { newTuple, type PyTuple } from '../../objects/tuple.ts'
import { typeName, typeOf } from '../../objects/type.ts'
import { functionText } from '../function-text.ts'
import type { Meanings } from '../instruction.ts'
import type { Machine } from '../machine.ts'

export const build = {
  BUILD_TUPLE: (vm, _frame, _oparg, values) => newTuple(vm, values),
  BUILD_LIST: (vm, _frame, _oparg, values) => newList(vm, values),
  BUILD_SET(vm, _frame, _oparg, values) {
    const set = newSet(vm)
    let failure: unknown = null
    // Each item is let go once it is in; after a failure the rest too.
    for (const value of values) {
      try {
        if (failure === null) addItem(vm, set, value)
      } catch (thrown) {
        failure = thrown
      }
      release(value)
    }
    if (failure !== null) {
      release(set)
      throw failure
    }
    return set
  },
  BUILD_MAP(vm, _frame, _oparg, values) {
    const dict = newDict(vm)
    try {
      for (let i = 0; i < values.length; i += 2) putItem(vm, dict, values[i]!, newRef(values[i + 1]!))
    } catch (thrown) {
      release(dict)
      throw thrown
    }
    return dict
  },
  BUILD_CONST_KEY_MAP(vm, _frame, _oparg, values, keys) {
    const dict = newDict(vm)
    const { items } = keys as PyTuple
    for (let i = 0; i < items.length; i++) putItem(vm, dict, items[i]!, newRef(values[i]!))
    return dict
  },
  BUILD_SLICE: (vm, _frame, _oparg, start, stop, step) => newSlice(vm, start, stop, step ?? newRef(vm.None)),

  LIST_APPEND: (_vm, _frame, _oparg, list, value) => appendItem(list as PyList, value),
  LIST_EXTEND(vm, _frame, _oparg, list, iterable) {
    try {
      extendList(vm, list as PyList, iterable)
    } catch (thrown) {
      if (
        isRaise(thrown, vm.types.TypeError) &&
        typeOf(iterable).slots.__iter__ === null &&
        !isSequence(vm, iterable)
      ) {
        dropRaise(thrown)
        vm.raise('TypeError', `Value after * must be an iterable, not ${typeName(iterable)}`)
      }
      throw thrown
    }
  },
  SET_ADD: (vm, _frame, _oparg, set, value) => void addItem(vm, set as PySet, value),
  SET_UPDATE: (vm, _frame, _oparg, set, iterable) =>
    eachItem(vm, iterable, (item) => void addItem(vm, set as PySet, item)),
  MAP_ADD(vm, _frame, _oparg, dict, key, value) {
    try {
      putItem(vm, dict as PyDict, key, value)
    } finally {
      release(key)
    }
  },
  DICT_UPDATE(vm, _frame, _oparg, dict, update) {
    try {
      updateFromMapping(vm, dict as PyDict, update)
    } catch (thrown) {
      if (isRaise(thrown, vm.types.AttributeError)) {
        dropRaise(thrown)
        vm.raise('TypeError', `'${typeName(update)}' object is not a mapping`)
      }
      throw thrown
    }
  },
  DICT_MERGE(vm, _frame, _oparg, callable, _null, _callargs, dict, update) {
    mergeKeywords(vm, callable, dict as PyDict, update)
  },

  UNPACK_SEQUENCE(vm, _frame, count, sequence) {
    if (sequence.type === (vm.types.tuple as unknown) || sequence.type === (vm.types.list as unknown)) {
      const { items } = sequence as PyTuple | PyList
      if (items.length === count) {
        const taken: Held[] = new Array(count)
        for (let i = 0; i < count; i++) taken[count - 1 - i] = newRef(items[i]!)
        return taken
      }
    }
    return unpack(vm, sequence, count, -1).reverse()
  },
  UNPACK_EX: (vm, _frame, oparg, sequence) => unpack(vm, sequence, oparg & 0xff, oparg >> 8).reverse(),
} satisfies Partial<Meanings>

/** `before` items, then if `after` is not negative a list of the rest and the last `after` items. */
function unpack(vm: Machine, sequence: PyObject, before: number, after: number): Held[] {
  const iterator = getUnpackIter(vm, sequence)
  const taken: Held[] = []
  try {
    while (taken.length < before) {
      const item = getNext(vm, iterator)
      if (item === null) {
        const least = after < 0 ? '' : 'at least '
        const expected = after < 0 ? before : before + after
        return vm.raise(
          'ValueError',
          `not enough values to unpack (expected ${least}${expected}, got ${taken.length})`,
        )
      }
      taken.push(item)
    }
    if (after < 0) {
      checkEnd(vm, iterator, before)
      return taken
    }
    const rest = newListFrom(vm, iterator)
    taken.push(rest)
    const { items } = rest
    if (items.length < after) {
      return vm.raise(
        'ValueError',
        `not enough values to unpack (expected at least ${before + after}, got ${before + items.length})`,
      )
    }
    taken.push(...items.splice(items.length - after, after))
    return taken
  } catch (thrown) {
    releaseBackwards(taken)
    throw thrown
  } finally {
    release(iterator)
  }
}

function getUnpackIter(vm: Machine, sequence: PyObject): Own {
  if (typeOf(sequence).slots.__iter__ === null && !isSequence(vm, sequence)) {
    return vm.raise('TypeError', `cannot unpack non-iterable ${typeName(sequence)} object`)
  }
  return getIter(vm, sequence)
}

function checkEnd(vm: Machine, iterator: PyObject, expected: number): void {
  const extra = getNext(vm, iterator)
  if (extra === null) return
  release(extra)
  vm.raise('ValueError', `too many values to unpack (expected ${expected})`)
}

/** Adds keyword arguments of `**update`; a name given twice raises TypeError (`_PyDict_MergeEx` with override 2). */
function mergeKeywords(vm: Machine, callable: PyObject, dict: PyDict, update: PyObject): void {
  if (update.type === (vm.types.dict as unknown)) {
    const items: [PyObject, PyObject][] = []
    ;(update as PyDict).each((key, value) => items.push([key, value]))
    for (const [key, value] of items) mergeOne(vm, callable, dict, key, newRef(value))
    return
  }
  let keys: Own
  try {
    keys = callMethod(vm, update, 'keys')
  } catch (thrown) {
    if (!isRaise(thrown, vm.types.AttributeError)) throw thrown
    dropRaise(thrown)
    return vm.raise(
      'TypeError',
      `${functionText(vm, callable)} argument after ** must be a mapping, not ${typeName(update)}`,
    )
  }
  lend(keys, (names) =>
    eachItem(vm, names, (key) => mergeOne(vm, callable, dict, key, getItem(vm, update, key))),
  )
}

function mergeOne(vm: Machine, callable: PyObject, dict: PyDict, key: PyObject, value: Own): void {
  if (peekItem(vm, dict, key) !== null) {
    release(value)
    const shown = key instanceof PyStr ? key.value : toText(vm, key)
    return vm.raise(
      'TypeError',
      `${functionText(vm, callable)} got multiple values for keyword argument '${shown}'`,
    )
  }
  putItem(vm, dict, key, value)
}
