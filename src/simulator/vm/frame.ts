/**
 * Frames for calls of Python functions: the arguments go to their places, missing ones come from the defaults.
 * As `initialize_locals` of `Python/ceval.c`, with its messages.
 */
import { CO_OPTIMIZED, CO_VARARGS, CO_VARKEYWORDS } from '../bytecode/code.ts'
import type { PyObject } from '../heap/object.ts'
import type { Own } from '../heap/reference.ts'
import { lend, newRef, release } from '../heap/reference.ts'
import { Frame } from '../objects/activation.ts'
import type { PyCode } from '../objects/code.ts'
import { newDict, type PyDict, peekItem, putItem } from '../objects/dict.ts'
import type { PyFunction } from '../objects/function.ts'
import { newList } from '../objects/list.ts'
import { newInterned, PyStr } from '../objects/str.ts'
import { closestName } from '../objects/text/suggestions.ts'
import { newTuple } from '../objects/tuple.ts'
import type { VM } from '../objects/vm.ts'

/** A frame for a call; steals the function and the arguments, the last of which are named by `kwnames`. */
export function newFrame(
  vm: VM,
  func: Own<PyFunction>,
  args: Own[],
  kwnames: readonly PyObject[] | null,
): Frame {
  const { code } = func
  const frame = new Frame(vm, func, (code.flags & CO_OPTIMIZED) !== 0 ? null : newRef(func.globals))
  const { data, flags } = code
  const simple =
    kwnames === null && (flags & (CO_VARARGS | CO_VARKEYWORDS)) === 0 && data.co_kwonlyargcount === 0
  if (simple && args.length === data.co_argcount) {
    const { localsplus } = frame
    for (let i = 0; i < args.length; i++) localsplus[i] = args[i]!
    return frame
  }
  try {
    bindArguments(vm, frame, func, code, args, kwnames)
  } catch (thrown) {
    frame.clearExceptCode()
    release(frame.code)
    throw thrown
  }
  return frame
}

function bindArguments(
  vm: VM,
  frame: Frame,
  func: PyFunction,
  code: PyCode,
  args: Own[],
  kwnames: readonly PyObject[] | null,
): void {
  const { localsplus } = frame
  const { co_argcount: count, co_kwonlyargcount: keywordOnly } = code.data
  const total = count + keywordOnly
  const given = args.length - (kwnames?.length ?? 0)
  const takesArgs = (code.flags & CO_VARARGS) !== 0
  let extra: Own<PyDict> | null = null
  if ((code.flags & CO_VARKEYWORDS) !== 0) {
    extra = newDict(vm)
    localsplus[total + (takesArgs ? 1 : 0)] = extra
  }
  const placed = Math.min(given, count)
  for (let i = 0; i < placed; i++) localsplus[i] = args[i]!
  if (takesArgs) localsplus[total] = newTuple(vm, args.slice(placed, given))
  else for (let i = placed; i < given; i++) release(args[i]!)
  if (kwnames !== null) bindKeywords(vm, frame, func, code, args, given, kwnames, extra)
  if (given > count && !takesArgs) tooManyPositional(vm, frame, func, code, given)
  if (given < count) addPositionalDefaults(vm, frame, func, code, given, placed)
  if (keywordOnly > 0) addKeywordDefaults(vm, frame, func, code)
}

function bindKeywords(
  vm: VM,
  frame: Frame,
  func: PyFunction,
  code: PyCode,
  args: readonly Own[],
  given: number,
  kwnames: readonly PyObject[],
  extra: PyDict | null,
): void {
  const { localsplus } = frame
  const total = code.data.co_argcount + code.data.co_kwonlyargcount
  const names = code.localsplusnames.items
  let at = 0
  try {
    for (; at < kwnames.length; at++) {
      const keyword = kwnames[at]!
      const value = args[given + at]!
      if (!(keyword instanceof PyStr))
        return vm.raise('TypeError', `${func.qualname.value}() keywords must be strings`)
      const index = parameterIndex(names, keyword, code.data.co_posonlyargcount, total)
      if (index >= 0) {
        if (localsplus[index] != null) {
          vm.raise(
            'TypeError',
            `${func.qualname.value}() got multiple values for argument '${keyword.value}'`,
          )
        }
        localsplus[index] = value
        continue
      }
      if (extra === null) return unexpectedKeyword(vm, func, code, keyword, kwnames)
      putItem(vm, extra, keyword, value)
    }
  } catch (thrown) {
    for (; at < kwnames.length; at++) release(args[given + at]!)
    throw thrown
  }
}

function parameterIndex(names: readonly PyObject[], keyword: PyStr, from: number, to: number): number {
  for (let i = from; i < to; i++) if (names[i] === keyword) return i
  for (let i = from; i < to; i++) if ((names[i] as PyStr).value === keyword.value) return i
  return -1
}

function unexpectedKeyword(
  vm: VM,
  func: PyFunction,
  code: PyCode,
  keyword: PyStr,
  kwnames: readonly PyObject[],
): never {
  const { co_posonlyargcount, co_argcount, co_kwonlyargcount, co_localsplusnames } = code.data
  const name = func.qualname.value
  const positionalOnly = co_localsplusnames.slice(0, co_posonlyargcount)
  const passed = positionalOnly.filter((each) =>
    kwnames.some((given) => given instanceof PyStr && given.value === each),
  )
  if (passed.length > 0) {
    return vm.raise(
      'TypeError',
      `${name}() got some positional-only arguments passed as keyword arguments: '${passed.join(', ')}'`,
    )
  }
  const possible = co_localsplusnames.slice(co_posonlyargcount, co_argcount + co_kwonlyargcount)
  const meant = withNameList(vm, possible, () => closestName(keyword.value, possible))
  const hint = meant === null ? '' : `. Did you mean '${meant}'?`
  return vm.raise('TypeError', `${name}() got an unexpected keyword argument '${keyword.value}'${hint}`)
}

const plural = (count: number): string => (count === 1 ? '' : 's')

function tooManyPositional(vm: VM, frame: Frame, func: PyFunction, code: PyCode, given: number): never {
  const { co_argcount: count, co_kwonlyargcount } = code.data
  let keywordOnlyGiven = 0
  for (let i = count; i < count + co_kwonlyargcount; i++) if (frame.localsplus[i] != null) keywordOnlyGiven++
  const defaults = func.defaults?.items.length ?? 0
  const takes = defaults > 0 ? `from ${count - defaults} to ${count}` : `${count}`
  const many = defaults > 0 || count !== 1 ? 's' : ''
  let also = ''
  if (keywordOnlyGiven > 0) {
    also = ` positional argument${plural(given)} (and ${keywordOnlyGiven} keyword-only argument${plural(keywordOnlyGiven)})`
  }
  const verb = given === 1 && keywordOnlyGiven === 0 ? 'was' : 'were'
  return vm.raise(
    'TypeError',
    `${func.qualname.value}() takes ${takes} positional argument${many} but ${given}${also} ${verb} given`,
  )
}

function missing(vm: VM, func: PyFunction, kind: string, names: readonly string[]): never {
  const shown = names.map((name) => `'${name}'`)
  const last = shown.at(-1)!
  const list =
    shown.length === 1
      ? last
      : shown.length === 2
        ? `${shown[0]} and ${last}`
        : `${shown.slice(0, -1).join(', ')}, and ${last}`
  return withNameList(vm, names, () =>
    vm.raise(
      'TypeError',
      `${func.qualname.value}() missing ${names.length} required ${kind} argument${plural(names.length)}: ${list}`,
    ),
  )
}

/** The names of an error message are gathered in a list. */
function withNameList<T>(vm: VM, names: readonly string[], body: () => T): T {
  if (names.length === 0) return body()
  const list = newList(
    vm,
    names.map((name) => newInterned(vm, name)),
  )
  return lend(list, body)
}

function addPositionalDefaults(
  vm: VM,
  frame: Frame,
  func: PyFunction,
  code: PyCode,
  given: number,
  placed: number,
): void {
  const { localsplus } = frame
  const { co_argcount: count, co_localsplusnames: names } = code.data
  const defaults = func.defaults?.items ?? []
  const required = count - defaults.length
  const absent = names.slice(0, required).filter((_, i) => i >= given && localsplus[i] == null)
  if (absent.length > 0) missing(vm, func, 'positional', absent)
  for (let i = Math.max(placed - required, 0); i < defaults.length; i++) {
    if (localsplus[required + i] == null) localsplus[required + i] = newRef(defaults[i]!)
  }
}

function addKeywordDefaults(vm: VM, frame: Frame, func: PyFunction, code: PyCode): void {
  const { localsplus } = frame
  const { co_argcount: count, co_kwonlyargcount } = code.data
  const names = code.localsplusnames.items
  const absent: string[] = []
  for (let i = count; i < count + co_kwonlyargcount; i++) {
    if (localsplus[i] != null) continue
    const value = func.kwdefaults === null ? null : peekItem(vm, func.kwdefaults, names[i]!)
    if (value === null) absent.push((names[i] as unknown as PyStr).value)
    else localsplus[i] = newRef(value)
  }
  if (absent.length > 0) missing(vm, func, 'keyword-only', absent)
}

/** A frame for code run by itself: a module, `exec`, a class body. Steals the function and the namespace. */
export function newCodeFrame(vm: VM, func: Own<PyFunction>, locals: Own | null): Frame {
  return new Frame(vm, func, locals)
}
