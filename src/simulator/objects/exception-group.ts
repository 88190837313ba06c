/**
 * `BaseExceptionGroup` and `ExceptionGroup`: several exceptions raised as one, splitting them by a condition,
 * and what `except*` does with them. As `Objects/exceptions.c`, and `_PyEval_ExceptionGroupMatch` of
 * `Python/ceval.c`.
 */

import { putField } from '../heap/heap.ts'
import type { PyObject } from '../heap/object.ts'
import type { Own } from '../heap/reference.ts'
import { lend, newRef, release, releaseMaybe } from '../heap/reference.ts'
import type { KwNames } from './declare/slots.ts'
import { classMethod, defineType, member, methodsOf } from './declare/type.ts'
import { initBaseException, newBaseException } from './exception-base.ts'
import { isExceptionClass, PyBaseException, PyExceptionGroup, setCause, setTraceback } from './exceptions.ts'
import { newGenericAlias } from './generic-alias.ts'
import { newList, type PyList } from './list.ts'
import { appendItem } from './list-type.ts'
import { getAttrNamed, getAttrNamedMaybe, setAttrNamed } from './protocols/attributes.ts'
import { isCallable } from './protocols/calls.ts'
import { isTrue } from './protocols/comparison.ts'
import { isSequence, toArray, toTuple } from './protocols/iteration.ts'
import { toText } from './protocols/text.ts'
import { newStr, PyStr } from './str.ts'
import { newTuple, PyTuple } from './tuple.ts'
import { isInstance, PyType, typeName, typeOf } from './type.ts'
import type { VM } from './vm.ts'

/** Whether an exception is of a class, or of one of a tuple of classes (`PyErr_GivenExceptionMatches`). */
export function matchesException(vm: VM, exception: PyObject, type: PyObject): boolean {
  if (type instanceof PyTuple) return type.items.some((each) => matchesException(vm, exception, each))
  return isExceptionClass(vm, type) && typeOf(exception).isSubtype(type)
}

function newGroup(vm: VM, cls: PyType, args: readonly PyObject[], kwnames: KwNames): Own {
  const given = args.length - (kwnames?.length ?? 0)
  if (given !== 2)
    vm.raise('TypeError', `BaseExceptionGroup.__new__() takes exactly 2 arguments (${given} given)`)
  const [message, exceptions] = args as readonly [PyObject, PyObject]
  if (!(message instanceof PyStr)) {
    vm.raise(
      'TypeError',
      `BaseExceptionGroup.__new__() argument 1 must be str, not ${message === vm.None ? 'None' : typeName(message)}`,
    )
  }
  if (!isSequence(vm, exceptions)) vm.raise('TypeError', 'second argument (exceptions) must be a sequence')
  const tuple = toTuple(vm, exceptions)
  return lend(tuple, (borrowed) => {
    const { items } = borrowed
    if (items.length === 0)
      vm.raise('ValueError', 'second argument (exceptions) must be a non-empty sequence')
    let allOrdinary = true
    items.forEach((item, i) => {
      if (!(item instanceof PyBaseException))
        vm.raise('ValueError', `Item ${i} of second argument (exceptions) is not an exception`)
      allOrdinary &&= isInstance(item, vm.types.Exception)
    })
    const made = newBaseException(
      vm,
      groupClass(vm, cls, allOrdinary),
      args,
      kwnames,
    ) as unknown as Own<PyExceptionGroup>
    putField(made, 'message', newRef(message))
    putField(made, 'exceptions', newRef(borrowed))
    return made
  })
}

/** The class that is made: ExceptionGroup where all exceptions allow it. */
function groupClass(vm: VM, cls: PyType, allOrdinary: boolean): PyType {
  const { BaseExceptionGroup, ExceptionGroup } = vm.types
  if (cls === BaseExceptionGroup) return allOrdinary ? ExceptionGroup : cls
  if (allOrdinary) return cls
  if (cls === ExceptionGroup) return vm.raise('TypeError', 'Cannot nest BaseExceptions in an ExceptionGroup')
  if (cls.isSubtype(vm.types.Exception))
    return vm.raise('TypeError', `Cannot nest BaseExceptions in '${cls.name}'`)
  return cls
}

/** A group made by the machine itself, of a list or tuple of exceptions. */
function newExceptionGroup(vm: VM, message: string, exceptions: PyObject): Own<PyBaseException> {
  return lend(
    newStr(vm, message),
    (text) => vm.call(vm.types.BaseExceptionGroup, [text, exceptions]) as Own<PyBaseException>,
  )
}

/** Calls a method as C code does by name: it is bound, and the argument comes in a tuple (`PyObject_CallMethod`). */
function callByName(vm: VM, object: PyObject, name: string, argument: PyObject): Own {
  return lend(getAttrNamed(vm, object, name), (method) =>
    lend(newTuple(vm, [newRef(argument)]), () => vm.call(method, [argument])),
  )
}

type Matcher = (exception: PyBaseException) => boolean

/** What the argument of `split` and `subgroup` asks for. */
function matcherOf(vm: VM, condition: PyObject): Matcher {
  const isTypes =
    isExceptionClass(vm, condition) ||
    (typeOf(condition) === vm.types.tuple &&
      (condition as PyTuple).items.every((each) => isExceptionClass(vm, each)))
  if (isTypes) return (exception) => matchesException(vm, exception, condition)
  if (isCallable(condition) && !(condition instanceof PyType)) {
    return (exception) => lend(vm.call(condition, [exception]), (result) => isTrue(vm, result))
  }
  return vm.raise(
    'TypeError',
    'expected an exception type, a tuple of exception types, or a callable (other than a class)',
  )
}

interface Split {
  readonly match: Own<PyBaseException> | null
  readonly rest: Own<PyBaseException> | null
}

/** Splits an exception, through all nested groups; `rest` is made only where it is wanted. */
function split(vm: VM, exception: PyBaseException, matches: Matcher, wantsRest: boolean): Split {
  if (matches(exception)) return { match: newRef(exception), rest: null }
  if (!(exception instanceof PyExceptionGroup))
    return { match: null, rest: wantsRest ? newRef(exception) : null }
  return lend(newList(vm, []), (matching) => {
    const others = wantsRest ? newList(vm, []) : null
    try {
      return splitParts(vm, exception, matches, matching, others)
    } finally {
      releaseMaybe(others)
    }
  })
}

/** Splits the exceptions of a group into two lists, and makes groups of these. */
function splitParts(
  vm: VM,
  group: PyExceptionGroup,
  matches: Matcher,
  matching: PyList,
  others: PyList | null,
): Split {
  vm.enterRecursion(' in exceptiongroup_split_recursive')
  try {
    for (const each of group.exceptions!.items) {
      const part = split(vm, each as unknown as PyBaseException, matches, others !== null)
      if (part.match !== null) appendItem(matching, part.match)
      if (part.rest !== null) appendItem(others!, part.rest)
    }
    const match = deriveGroup(vm, group, matching)
    try {
      return { match, rest: others === null ? null : deriveGroup(vm, group, others) }
    } catch (thrown) {
      releaseMaybe(match)
      throw thrown
    }
  } finally {
    vm.leaveRecursion()
  }
}

/** A group of some of the exceptions with everything else as in the original; null for none. */
function deriveGroup(vm: VM, original: PyExceptionGroup, exceptions: PyList): Own<PyBaseException> | null {
  if (exceptions.items.length === 0) return null
  const made = callByName(vm, original, 'derive', exceptions)
  try {
    if (!(made instanceof PyExceptionGroup))
      return vm.raise('TypeError', 'derive must return an instance of BaseExceptionGroup')
    setTraceback(made, original.traceback === null ? null : newRef(original.traceback))
    putField(made, 'context', original.context === null ? null : newRef(original.context))
    setCause(made, original.cause === null ? null : (newRef(original.cause) as Own<PyBaseException>))
    const notes = getAttrNamedMaybe(vm, original, '__notes__')
    if (notes !== null) {
      lend(notes, (each) => {
        if (isSequence(vm, each))
          lend(newList(vm, toArray(vm, each)), (copy) => setAttrNamed(vm, made, '__notes__', copy))
      })
    }
    return newRef(made)
  } finally {
    release(made)
  }
}

const method = methodsOf<PyExceptionGroup>()

export const baseExceptionGroupSpec = defineType(
  PyExceptionGroup,
  'BaseExceptionGroup',
  'Several exceptions, raised as one.',
  {
    base: 'BaseException',
    basicsize: 88,
    subclassable: true,
    slots: {
      __new__: newGroup,
      __init__: initBaseException,
      __str__(vm, self) {
        const count = self.exceptions!.items.length
        return newStr(vm, `${toText(vm, self.message!)} (${count} sub-exception${count > 1 ? 's' : ''})`)
      },
    },
    methods: [
      classMethod('__class_getitem__(cls, object, /) -> object', 'For annotations.', (vm, cls, item) =>
        newGenericAlias(vm, cls, item),
      ),
      method(
        'derive(self, object, /) -> object',
        'A group with the same message and other exceptions.',
        (vm, self, exceptions) => vm.call(vm.types.BaseExceptionGroup, [self.message!, exceptions]),
      ),
      method(
        'split(self, object, /) -> object',
        'Two groups: the exceptions that match, and the others.',
        (vm, self, condition) => {
          const { match, rest } = split(vm, self, matcherOf(vm, condition), true)
          return newTuple(vm, [match ?? newRef(vm.None), rest ?? newRef(vm.None)])
        },
      ),
      method(
        'subgroup(self, object, /) -> object',
        'A group of the exceptions that match.',
        (vm, self, condition) => split(vm, self, matcherOf(vm, condition), false).match ?? newRef(vm.None),
      ),
    ],
    getset: [
      member('message', 'What happened.', (vm, self) => newRef(self.message ?? vm.None)),
      member('exceptions', 'The exceptions in the group.', (vm, self) => newRef(self.exceptions ?? vm.None)),
    ],
  },
)

export const exceptionGroupSpec = defineType(
  PyExceptionGroup,
  'ExceptionGroup',
  'Several ordinary exceptions, raised as one.',
  {
    base: 'BaseExceptionGroup',
    furtherBases: ['Exception'],
    basicsize: 88,
    subclassable: true,
    hasWeakrefs: true,
  },
)

// except*

/**
 * What an `except*` clause takes from the exception, and what it leaves. An exception that is no group but
 * matches is wrapped into one.
 */
export function matchGroup(
  vm: VM,
  exception: PyBaseException,
  type: PyObject,
): { readonly match: Own | null; readonly rest: Own | null } {
  if (matchesException(vm, exception, type)) {
    if (exception instanceof PyExceptionGroup) return { match: newRef(exception), rest: null }
    const wrapped = lend(newTuple(vm, [newRef(exception)]), (tuple) => newExceptionGroup(vm, '', tuple))
    return { match: wrapped, rest: null }
  }
  if (!(exception instanceof PyExceptionGroup)) return { match: null, rest: newRef(exception) }
  return lend(callByName(vm, exception, 'split', type), (pair) => {
    if (!(pair instanceof PyTuple)) {
      return vm.raise('TypeError', `${typeName(exception)}.split must return a tuple, not ${typeName(pair)}`)
    }
    if (pair.items.length < 2) {
      return vm.raise(
        'TypeError',
        `${typeName(exception)}.split must return a 2-tuple, got tuple of size ${pair.items.length}`,
      )
    }
    const part = (item: PyObject): Own | null => (item === vm.None ? null : newRef(item))
    return { match: part(pair.items[0]!), rest: part(pair.items[1]!) }
  })
}

/** Whether an exception is a part of `original` raised again as it was. */
function isPartOf(exception: PyBaseException, original: PyBaseException): boolean {
  return (
    exception instanceof PyExceptionGroup &&
    exception.traceback === original.traceback &&
    exception.cause === original.cause &&
    exception.context === original.context
  )
}

/** The exceptions that are in no group themselves, through all nested groups. */
function eachLeaf(exception: PyBaseException, visit: (leaf: PyBaseException) => void): void {
  if (exception instanceof PyExceptionGroup) {
    for (const each of exception.exceptions!.items) eachLeaf(each as unknown as PyBaseException, visit)
  } else visit(exception)
}

/**
 * What is raised at the end of a statement with `except*` clauses: `raised` are the exceptions its clauses
 * have left, with None for a clause that left none (`_PyExc_PrepReraiseStar`). Null for none.
 */
export function mergeGroup(vm: VM, original: PyBaseException, raised: readonly PyObject[]): Own | null {
  const left = raised.filter((each) => each instanceof PyBaseException)
  if (!(original instanceof PyExceptionGroup)) return left[0] === undefined ? null : newRef(left[0])
  const again = left.filter((each) => isPartOf(each, original))
  const fresh = left.filter((each) => !again.includes(each))
  return lend(newList(vm, fresh.map(newRef)), (parts) =>
    lend(newList(vm, again.map(newRef)), () => {
      const leaves = new Set<PyBaseException>()
      for (const each of again) eachLeaf(each, (leaf) => leaves.add(leaf))
      const whole = split(vm, original, (exception) => leaves.has(exception), false).match
      if (parts.items.length === 0) return whole
      if (whole !== null) appendItem(parts, whole)
      return parts.items.length === 1 ? newRef(parts.items[0]!) : newExceptionGroup(vm, '', parts)
    }),
  )
}
