/**
 * Calls. A Python function gets a frame in this very loop, whether it is called by itself, through a bound
 * method, by keywords, by `*args`, or as the `__init__` of a class; everything else runs in TypeScript.
 */
import {
  INTRINSIC_ASYNC_GEN_WRAP,
  INTRINSIC_IMPORT_STAR,
  INTRINSIC_LIST_TO_TUPLE,
  INTRINSIC_PARAMSPEC,
  INTRINSIC_PREP_RERAISE_STAR,
  INTRINSIC_PRINT,
  INTRINSIC_SET_FUNCTION_TYPE_PARAMS,
  INTRINSIC_SET_TYPEPARAM_DEFAULT,
  INTRINSIC_STOPITERATION_ERROR,
  INTRINSIC_SUBSCRIPT_GENERIC,
  INTRINSIC_TYPEALIAS,
  INTRINSIC_TYPEVAR,
  INTRINSIC_TYPEVAR_WITH_BOUND,
  INTRINSIC_TYPEVAR_WITH_CONSTRAINTS,
  INTRINSIC_TYPEVARTUPLE,
  INTRINSIC_UNARY_POSITIVE,
  intrinsics1,
  intrinsics2,
  MAKE_FUNCTION_ANNOTATIONS,
  MAKE_FUNCTION_CLOSURE,
  MAKE_FUNCTION_DEFAULTS,
} from '../../bytecode/operands.ts'
import type { PyObject } from '../../heap/object.ts'
import type { Held, Own } from '../../heap/reference.ts'
import { newRef, release } from '../../heap/reference.ts'
import type { Completion, Frame } from '../../objects/activation.ts'
import { packArguments, packKeywords, withArgumentTuple } from '../../objects/argument-tuple.ts'
import { newAsyncValue } from '../../objects/async-generator.ts'
import { PyBuiltin } from '../../objects/builtin-function.ts'
import type { PyCode } from '../../objects/code.ts'
import type { MethodSpec } from '../../objects/declare/type.ts'
import { PyMethodDescriptor } from '../../objects/descriptors.ts'
import type { PyDict } from '../../objects/dict.ts'
import { mergeGroup } from '../../objects/exception-group.ts'
import type { PyBaseException } from '../../objects/exceptions.ts'
import { type Forwarded, forwardsCalls } from '../../objects/forwarding.ts'
import { newPyFunction, type PyFunction } from '../../objects/function.ts'
import { setTypeParams } from '../../objects/function-type.ts'
import { PyGenerator } from '../../objects/generator.ts'
import type { PyList } from '../../objects/list.ts'
import type { PyMethod } from '../../objects/method.ts'
import { callObject } from '../../objects/protocols/calls.ts'
import { isSequence, toTuple } from '../../objects/protocols/iteration.ts'
import { unary } from '../../objects/protocols/numbers.ts'
import { PyStr } from '../../objects/str.ts'
import { Suspend } from '../../objects/suspend.ts'
import { newTuple, type PyTuple } from '../../objects/tuple.ts'
import { PyType, typeName, typeOf } from '../../objects/type.ts'
import { isUninterrupted } from '../call-sites.ts'
import { displayValue } from '../display.ts'
import { functionText } from '../function-text.ts'
import { HeldCall, NextCall } from '../held-call.ts'
import { importStar } from '../imports.ts'
import { inlineInit } from '../init-call.ts'
import type { Meanings, Transfers } from '../instruction.ts'
import type { Machine } from '../machine.ts'
import {
  newParamSpec,
  newTypeAlias,
  newTypeVar,
  newTypeVarTuple,
  setTypeParamDefault,
  subscriptGeneric,
} from '../type-params.ts'
import { resumeInline, stopIterationError } from './generators.ts'

/** Replaces a bound method on the stack by its function and its object. */
function unbind(localsplus: (Held | null)[], base: number): void {
  const method = localsplus[base] as unknown as PyMethod
  localsplus[base + 1] = newRef(method.self!)
  localsplus[base] = newRef(method.func)
  release(method as unknown as Held)
}

/** Takes everything from `from` to the end of the stack. */
function takeFrom(localsplus: (Held | null)[], from: number, to: number): Own[] {
  const taken: Own[] = new Array(to - from)
  for (let i = from; i < to; i++) {
    taken[i - from] = localsplus[i] as Own
    localsplus[i] = null
  }
  return taken
}

/** The common part of CALL and CALL_KW: callable and self at `base`, arguments behind, `kwnames` taken off already. */
function call(vm: Machine, frame: Frame, base: number, kwnames: Own<PyTuple> | null): void {
  const { localsplus } = frame
  const { types } = vm
  if (localsplus[base + 1] === null && localsplus[base]!.type === (types.method as unknown))
    unbind(localsplus, base)
  const callable = localsplus[base] as Own
  const first = localsplus[base + 1] === null ? base + 2 : base + 1
  if (callable.type === (types.function as unknown)) {
    const args = takeFrom(localsplus, first, frame.sp)
    localsplus[base] = null
    frame.sp = base
    if (kwnames === null) {
      vm.enterFunction(callable as Own<PyFunction>, args, null)
      return
    }
    try {
      vm.enterFunction(callable as Own<PyFunction>, args, kwnames.items as unknown as PyStr[])
    } finally {
      release(kwnames)
    }
    return
  }
  const args = localsplus.slice(first, frame.sp) as Own[]
  if (kwnames === null && callable instanceof PyType && inlineInit(vm, frame, base, callable, args)) return
  let result: Own
  const names = kwnames === null ? null : (kwnames.items as unknown as PyStr[])
  if (callable instanceof PyBuiltin) {
    if (callable.spec.resumes === true && beginNext(vm, frame, base, callable, args, kwnames)) return
  } else {
    const forwarded = forwardedCall(vm, callable, args, names)
    if (forwarded !== null) return beginForwarded(vm, frame, base, kwnames, callable, args, forwarded)
  }
  try {
    vm.suspendable = true
    result = callNonFunction(vm, callable, args, names)
  } catch (thrown) {
    // A pause leaves everything in place, so that the call can be made again.
    if (!(thrown instanceof Suspend)) dropCall(frame, base, kwnames, callable, args)
    else if (kwnames !== null) frame.push(kwnames)
    throw thrown
  }
  const lasting = kwnames === null && isUninterrupted(vm, frame, callable, args)
  dropCall(frame, base, kwnames, callable, args)
  frame.push(result)
  if ((vm.interrupted || vm.heap.collector.due) && !lasting) vm.checkBreaker()
}

/** `next(generator)`: the generator goes on in the running loop. */
function beginNext(
  vm: Machine,
  frame: Frame,
  base: number,
  callable: Own,
  args: readonly Own[],
  kwnames: Own | null,
): boolean {
  const generator = args[0]
  if (args.length !== 1 || kwnames !== null || vm.tracer.profile !== null) return false
  if (!(generator instanceof PyGenerator) || generator.kind !== 'generator') return false
  if (generator.state !== 'created' && generator.state !== 'suspended') return false
  const { localsplus } = frame
  for (let i = base; i < frame.sp; i++) localsplus[i] = null
  frame.sp = base
  resumeInline(vm, generator, newRef(vm.None), new NextCall([callable, generator]))
  return true
}

/** The call of a Python function that a method or a callable like `partial` makes; null for others. */
function forwardedCall(
  vm: Machine,
  callable: PyObject,
  args: readonly PyObject[],
  kwnames: readonly PyStr[] | null,
): Forwarded | null {
  const { types } = vm
  if (callable.type !== (types.method as unknown))
    return forwardsCalls(callable) ? callable.forwardCall(vm, args, kwnames) : null
  const isPlain = (callable as unknown as PyMethod).func.type === (types.function as unknown)
  return isPlain ? { func: callable, args, kwnames, held: [] } : null
}

/** Begins the call that another one becomes; the stack from `base` on is taken, and held until it returns. */
function beginForwarded(
  vm: Machine,
  frame: Frame,
  base: number,
  kwnames: Own<PyTuple> | null,
  callable: Own,
  args: readonly Own[],
  { func, args: passed, kwnames: names, held }: Forwarded,
): void {
  const { localsplus } = frame
  for (let i = base; i < frame.sp; i++) localsplus[i] = null
  frame.sp = base
  const kept: Own[] = [...held, callable, ...args]
  if (kwnames !== null) kept.push(kwnames)
  enterCall(vm, func, passed, names, new HeldCall(kept))
}

/** Begins a call of a Python function or a method that is one, with borrowed arguments. */
export function enterCall(
  vm: Machine,
  func: PyObject,
  args: readonly PyObject[],
  kwnames: readonly PyStr[] | null,
  completion: Completion,
): void {
  const isMethod = func.type === (vm.types.method as unknown)
  const { func: target, self } = isMethod ? (func as unknown as PyMethod) : { func, self: null }
  const passed = self === null ? args.map(newRef) : [self, ...args].map(newRef)
  vm.enterFunction(newRef(target as unknown as PyFunction), passed, kwnames, completion)
}

/**
 * How a callable gets its arguments: most built-in ones as they stand, others, such as classes made in Python
 * and instances with `__call__`, in a tuple (`_PyObject_MakeTpCall`).
 */
function packingOf(callable: PyObject, count: number): MethodSpec['packs'] {
  if (callable instanceof PyBuiltin || callable instanceof PyMethodDescriptor) return callable.spec.packs
  if (callable instanceof PyType) {
    if (callable.spec?.body.vectorcall !== true) return 'all'
    // Only `type(x)` goes without.
    return count > 1 && callable.type === (callable as unknown) ? 'all' : 'none'
  }
  return typeOf(callable).spec?.body.instancesVectorcall === true ? 'none' : 'all'
}

/** Calls anything but a Python function or a method that is one. */
export function callNonFunction(
  vm: Machine,
  callable: PyObject,
  args: readonly PyObject[],
  kwnames: readonly PyStr[] | null,
): Own {
  const packs = args.length === 0 ? 'none' : packingOf(callable, args.length)
  if (packs === 'none') return callObject(vm, callable, args, kwnames)
  return packFor(vm, callable, packs, args, kwnames)
}

/** A method that is called with its object first has the others in the tuple (`method_vectorcall_VARARGS`). */
function packFor(
  vm: Machine,
  callable: PyObject,
  packs: 'positional' | 'all',
  args: readonly PyObject[],
  kwnames: readonly PyStr[] | null,
): Own {
  const first = callable instanceof PyMethodDescriptor ? 1 : 0
  const call = (): Own => callObject(vm, callable, args, kwnames)
  const inner = packs === 'all' ? () => packKeywords(vm, args, kwnames, call) : call
  return packArguments(vm, args, kwnames, inner, first)
}

/** `callable(*callargs, **kwargs)` with arguments in a tuple already (`PyObject_Call`). */
export function callWithTuple(
  vm: Machine,
  callable: PyObject,
  callargs: PyTuple,
  args: readonly PyObject[],
  kwnames: readonly PyStr[] | null,
): Own {
  const packs = packingOf(callable, args.length)
  if (packs === 'all' && !(callable instanceof PyMethodDescriptor))
    return withArgumentTuple(vm, callargs, args, () => callObject(vm, callable, args, kwnames))
  // Unpacked to be called with, and held meanwhile if there are keywords; a tuple of `*args` is made anew.
  const held = kwnames === null ? null : args.map(newRef)
  try {
    if (packs === 'none') return callObject(vm, callable, args, kwnames)
    return packFor(vm, callable, packs, args, kwnames)
  } finally {
    if (held !== null) for (const value of held) release(value)
  }
}

function dropCall(
  frame: Frame,
  base: number,
  kwnames: Own | null,
  callable: Own,
  args: readonly Own[],
): void {
  const { localsplus } = frame
  for (let i = base; i < frame.sp; i++) localsplus[i] = null
  frame.sp = base
  if (kwnames !== null) release(kwnames)
  release(callable)
  for (const arg of args) release(arg)
}

export const callTransfers = {
  CALL: (vm, frame, oparg) => call(vm, frame, frame.sp - oparg - 2, null),
  CALL_KW(vm, frame, oparg) {
    const kwnames = frame.pop() as Own<PyTuple>
    call(vm, frame, frame.sp - oparg - 2, kwnames)
  },
  CALL_FUNCTION_EX(vm, frame, flags) {
    const base = frame.sp - 3 - (flags & 1)
    const { localsplus } = frame
    const func = localsplus[base] as Own
    if (localsplus[base + 2]!.type !== (vm.types.tuple as unknown)) {
      const given = localsplus[base + 2] as Own
      if (typeOf(given).slots.__iter__ === null && !isSequence(vm, given)) {
        vm.raise(
          'TypeError',
          `${functionText(vm, func)} argument after * must be an iterable, not ${typeName(given)}`,
        )
      }
      localsplus[base + 2] = toTuple(vm, given)
      release(given)
    }
    const callargs = localsplus[base + 2] as Own<PyTuple>
    const kwargs = (flags & 1) !== 0 ? (localsplus[base + 3] as Own<PyDict>) : null
    const { args, kwnames } = spread(vm, callargs, kwargs)
    const drop = (): void => {
      for (let i = base; i < frame.sp; i++) localsplus[i] = null
      frame.sp = base
    }
    if (func.type === (vm.types.function as unknown)) {
      drop()
      const owned = args.map(newRef)
      const names = kwnames === null ? null : newTuple(vm, kwnames.map(newRef))
      try {
        vm.enterFunction(func as Own<PyFunction>, owned, kwnames)
      } finally {
        if (names !== null) release(names)
        release(callargs)
        if (kwargs !== null) release(kwargs)
      }
      return
    }
    const forwarded = forwardedCall(vm, func, args, kwnames)
    if (forwarded !== null) {
      drop()
      const kept: Own[] = [...forwarded.held, func, callargs]
      if (kwargs !== null) kept.push(kwargs)
      return enterCall(vm, forwarded.func, forwarded.args, forwarded.kwnames, new HeldCall(kept))
    }
    let result: Own
    try {
      vm.suspendable = true
      result = callWithTuple(vm, func, callargs, args, kwnames)
    } catch (thrown) {
      if (!(thrown instanceof Suspend)) {
        drop()
        release(func)
        release(callargs)
        if (kwargs !== null) release(kwargs)
      }
      throw thrown
    }
    drop()
    release(func)
    release(callargs)
    if (kwargs !== null) release(kwargs)
    frame.push(result)
    if (vm.interrupted || vm.heap.collector.due) vm.checkBreaker()
  },
} satisfies Partial<Transfers>

/** Arguments and keyword names of `f(*callargs, **kwargs)`; all borrowed. */
function spread(
  vm: Machine,
  callargs: PyTuple,
  kwargs: PyDict | null,
): { args: readonly PyObject[]; kwnames: readonly PyStr[] | null } {
  if (kwargs === null || kwargs.size === 0) return { args: callargs.items, kwnames: null }
  const args: PyObject[] = [...callargs.items]
  const kwnames: PyStr[] = []
  kwargs.each((key, value) => {
    if (!(key instanceof PyStr)) return vm.raise('TypeError', 'keywords must be strings')
    kwnames.push(key)
    args.push(value)
    return undefined
  })
  return { args, kwnames }
}

export const calls = {
  MAKE_FUNCTION: (vm, frame, _oparg, code) => newPyFunction(vm, code as PyCode, frame.globals),
  SET_FUNCTION_ATTRIBUTE(_vm, _frame, which, value, func) {
    const target = func as PyFunction
    if (which === MAKE_FUNCTION_CLOSURE) target.closure = value as Own<PyTuple>
    else if (which === MAKE_FUNCTION_ANNOTATIONS) target.annotations = value
    else if (which === MAKE_FUNCTION_DEFAULTS) target.defaults = value as Own<PyTuple>
    else target.kwdefaults = value as Own<PyDict>
  },

  CALL_INTRINSIC_1(vm, frame, which, value) {
    switch (which) {
      case INTRINSIC_PRINT:
        displayValue(vm, value)
        return newRef(vm.None)
      case INTRINSIC_IMPORT_STAR:
        importStar(vm, frame, value)
        return newRef(vm.None)
      case INTRINSIC_STOPITERATION_ERROR:
        return stopIterationError(vm, frame, value)
      case INTRINSIC_ASYNC_GEN_WRAP:
        return newAsyncValue(vm, value)
      case INTRINSIC_UNARY_POSITIVE:
        return unary(vm, value, '__pos__')
      case INTRINSIC_LIST_TO_TUPLE:
        return newTuple(vm, (value as PyList).items.map(newRef))
      case INTRINSIC_TYPEVAR:
        return newTypeVar(vm, value, null, null)
      case INTRINSIC_PARAMSPEC:
        return newParamSpec(vm, value)
      case INTRINSIC_TYPEVARTUPLE:
        return newTypeVarTuple(vm, value)
      case INTRINSIC_SUBSCRIPT_GENERIC:
        return subscriptGeneric(vm, value)
      case INTRINSIC_TYPEALIAS:
        return newTypeAlias(vm, value as PyTuple)
      default:
        return vm.raise('SystemError', `${intrinsics1[which] ?? which} is not simulated`)
    }
  },
  CALL_INTRINSIC_2(vm, _frame, which, value2, value1) {
    switch (which) {
      case INTRINSIC_PREP_RERAISE_STAR:
        return mergeGroup(vm, value2 as PyBaseException, (value1 as PyList).items) ?? newRef(vm.None)
      case INTRINSIC_TYPEVAR_WITH_BOUND:
        return newTypeVar(vm, value2, value1, null)
      case INTRINSIC_TYPEVAR_WITH_CONSTRAINTS:
        return newTypeVar(vm, value2, null, value1)
      case INTRINSIC_SET_FUNCTION_TYPE_PARAMS:
        setTypeParams(value2 as PyFunction, value1)
        return newRef(value2)
      case INTRINSIC_SET_TYPEPARAM_DEFAULT:
        return setTypeParamDefault(vm, value2, value1)
      default:
        return vm.raise('SystemError', `${intrinsics2[which] ?? which} is not simulated`)
    }
  },
} satisfies Partial<Meanings>
