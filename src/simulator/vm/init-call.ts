/**
 * `C(…)` where `C` is a class whose `__init__` is a Python function: the instance is made, and `__init__` gets
 * a frame of the running loop instead of a loop of its own. What the calls in between would hold meanwhile is
 * kept here: the tuple of arguments, and everything on the caller's stack. As `type_call` and `slot_tp_init`.
 */
import type { Visit } from '../heap/object.ts'
import type { Own } from '../heap/reference.ts'
import { newRef, release } from '../heap/reference.ts'
import type { Completion, Frame } from '../objects/activation.ts'
import type { PyFunction } from '../objects/function.ts'
import { newTuple, type PyTuple } from '../objects/tuple.ts'
import { type PyType, typeName, typeOf } from '../objects/type.ts'
import type { VM } from '../objects/vm.ts'
import { hasAdapted, isSimpleFunction } from './call-sites.ts'
import type { Machine } from './machine.ts'

class InitCall implements Completion {
  readonly depth: number = 0
  readonly endsSafely = true
  readonly #cls: Own
  readonly #args: readonly Own[]
  readonly #tuple: Own<PyTuple>
  readonly #instance: Own

  constructor(cls: Own, args: readonly Own[], tuple: Own<PyTuple>, instance: Own) {
    this.#cls = cls
    this.#args = args
    this.#tuple = tuple
    this.#instance = instance
  }

  finish(vm: VM, returned: Own): Own {
    if (returned === vm.None) {
      release(returned)
      this.#dropArguments()
      return this.#instance
    }
    const name = typeName(returned)
    try {
      return vm.raise('TypeError', `__init__() should return None, not '${name}'`)
    } finally {
      release(returned)
      this.abort()
    }
  }

  abort(): void {
    release(this.#instance)
    this.#dropArguments()
  }

  #dropArguments(): void {
    release(this.#tuple)
    release(this.#cls)
    for (const arg of this.#args) release(arg)
  }

  traverse(visit: Visit): void {
    visit(this.#instance, 'instance')
    visit(this.#tuple, 'args')
    visit(this.#cls, 'class')
    for (const arg of this.#args) visit(arg, 'argument')
  }
}

/** The same for a call site that has adapted: the frame of `__init__` has the arguments for itself. */
class AdaptedInitCall implements Completion {
  // CPython has a frame of its own for what is done here.
  readonly depth = 1
  readonly #instance: Own

  constructor(instance: Own) {
    this.#instance = instance
  }

  finish(vm: VM, returned: Own): Own {
    if (returned === vm.None) {
      release(returned)
      return this.#instance
    }
    const name = typeName(returned)
    release(returned)
    this.abort()
    return vm.raise('TypeError', `__init__() should return None, not '${name}'`)
  }

  abort(): void {
    release(this.#instance)
  }

  traverse(visit: Visit): void {
    visit(this.#instance, 'instance')
  }
}

/** Begins the call if it is of that kind; the stack from `base` on (class, empty slot, arguments) is then taken. */
export function inlineInit(
  vm: Machine,
  frame: Frame,
  base: number,
  cls: PyType,
  args: readonly Own[],
): boolean {
  if (!cls.isHeapType || typeOf(cls).slots.__call__ !== vm.types.type.slots.__call__) return false
  if (cls.slots.__new__ !== vm.types.object.slots.__new__ || frame.localsplus[base + 1] !== null) return false
  const init = cls.lookup('__init__')
  if (init === null || init.type !== (vm.types.function as unknown)) return false
  const simple =
    cls.hasInlineValues &&
    cls.type === (vm.types.type as unknown) &&
    isSimpleFunction(vm, init, args.length + 1)
  if (simple && hasAdapted(frame, cls)) return beginAdapted(vm, frame, base, cls, init, args)
  const tuple = newTuple(vm, args.map(newRef))
  let instance: Own
  try {
    instance = cls.slots.__new__!(vm, cls, args, null)
  } catch (thrown) {
    release(tuple)
    const callable = takeStack(frame, base)
    release(callable)
    args.forEach(release)
    throw thrown
  }
  const callable = takeStack(frame, base)
  const completion = new InitCall(callable, args, tuple, instance)
  const passed = withInstance(instance, args)
  for (let i = 1; i < passed.length; i++) newRef(passed[i]!)
  vm.enterFunction(newRef(init as PyFunction), passed, null, completion)
  return true
}

function beginAdapted(
  vm: Machine,
  frame: Frame,
  base: number,
  cls: PyType,
  init: PyFunction,
  args: readonly Own[],
): true {
  const instance = cls.slots.__new__!(vm, cls, args, null)
  release(takeStack(frame, base))
  vm.enterFunction(newRef(init), withInstance(instance, args), null, new AdaptedInitCall(instance))
  return true
}

/** The arguments of `__init__`: the instance, counted once more, before the others. */
function withInstance(instance: Own, args: readonly Own[]): Own[] {
  const passed: Own[] = new Array(args.length + 1)
  passed[0] = newRef(instance)
  for (let i = 0; i < args.length; i++) passed[i + 1] = args[i]!
  return passed
}

/** Empties the caller's stack from `base` on and returns the class; the arguments are known already. */
function takeStack(frame: Frame, base: number): Own {
  const { localsplus, sp } = frame
  const callable = localsplus[base] as Own
  for (let i = base; i < sp; i++) localsplus[i] = null
  frame.sp = base
  return callable
}
