/**
 * `threading.local`: attributes that each thread has for itself. An object keeps a dict for each thread that has
 * touched it, until the thread ends. As `local` of `Modules/_threadmodule.c`.
 */
import type { HeapType, Visit } from '../../heap/object.ts'
import { PyObject } from '../../heap/object.ts'
import type { Held, Own } from '../../heap/reference.ts'
import { newRef, release } from '../../heap/reference.ts'
import { tracked } from '../../objects/allocate.ts'
import type { KwNames } from '../../objects/declare/slots.ts'
import { defineType, getset } from '../../objects/declare/type.ts'
import { newDict, type PyDict, peekItem, putItem, takeItem } from '../../objects/dict.ts'
import { raiseAttributeError } from '../../objects/exceptions.ts'
import { visitOwnType } from '../../objects/own-type.ts'
import type { PyStr } from '../../objects/str.ts'
import { typeName, typeOf } from '../../objects/type.ts'
import type { VM } from '../../objects/vm.ts'
import type { ThreadState } from '../../vm/thread-state.ts'
import { schedulerOf } from './waiting.ts'

class PyLocal extends PyObject {
  /** What each thread's `__init__` is called with. */
  #args: readonly Held[]
  readonly #kwnames: readonly Held<PyStr>[]
  readonly spaces = new Map<ThreadState, Held<PyDict>>()

  /** Steals the arguments and the names of the last of them. */
  constructor(type: HeapType, args: readonly Own[], kwnames: readonly Own<PyStr>[]) {
    super(type)
    this.#args = args
    this.#kwnames = kwnames
  }

  /** The dict of the running thread, borrowed; made when it comes here first. */
  peekSpace(vm: VM): PyDict {
    const thread = schedulerOf(vm).current
    const known = this.spaces.get(thread)
    if (known !== undefined) return known
    const made = this.addSpace(vm)
    const { __init__ } = typeOf(this).slots
    if (__init__ !== null && __init__ !== vm.types.object.slots.__init__) {
      try {
        __init__(vm, this, this.#args, this.#kwnames.length > 0 ? this.#kwnames : null)
      } catch (thrown) {
        this.forgetThread(thread)
        throw thrown
      }
    }
    return made
  }

  addSpace(vm: VM): PyDict {
    const thread = schedulerOf(vm).current
    const made = newDict(vm)
    this.spaces.set(thread, made)
    thread.dependents.add(this)
    return made
  }

  forgetThread(thread: ThreadState): void {
    const space = this.spaces.get(thread)
    this.spaces.delete(thread)
    thread.dependents.delete(this)
    if (space !== undefined) release(space)
  }

  override traverse(visit: Visit): void {
    visitOwnType(this, visit)
    for (const arg of this.#args) visit(arg, 'args')
    for (const name of this.#kwnames) visit(name, 'kw')
    for (const space of this.spaces.values()) visit(space, 'localdummies')
  }

  override clear(): void {
    const args = this.#args
    this.#args = []
    for (const arg of args) release(arg)
    for (const thread of [...this.spaces.keys()]) this.forgetThread(thread)
  }

  override dealloc(): void {
    this.clear()
    for (const name of this.#kwnames) release(name)
  }
}

function makeLocal(vm: VM, cls: HeapType, args: readonly PyObject[], kwnames: KwNames): Own {
  if (
    args.length > 0 &&
    (cls as never as { slots: { __init__: unknown } }).slots.__init__ === vm.types.object.slots.__init__
  )
    return vm.raise('TypeError', 'Initialization arguments are not supported')
  const names = (kwnames ?? []).map((name) => newRef(name as unknown as PyObject)) as unknown as Own<PyStr>[]
  const made = tracked(vm, new PyLocal(cls, args.map(newRef), names))
  // The class's `__init__` is called by whoever makes it.
  made.addSpace(vm)
  return made as unknown as Own
}

function getAttribute(vm: VM, self: PyLocal, name: PyStr): Own {
  const space = newRef(self.peekSpace(vm) as PyObject) as unknown as Own<PyDict>
  try {
    if (name.value === '__dict__') return newRef(space as PyObject)
    const type = typeOf(self)
    const found = type.lookup(name.value)
    const get = found === null ? null : typeOf(found).slots.__get__
    if (found !== null && get !== null && typeOf(found).slots.__set__ !== null)
      return get(vm, found, self, type)
    const value = peekItem(vm, space, name)
    if (value !== null) return newRef(value)
    if (found === null) return raiseAttributeError(vm, self, name)
    return get === null ? newRef(found) : get(vm, found, self, type)
  } finally {
    release(space)
  }
}

function setAttribute(vm: VM, self: PyLocal, name: PyStr, value: PyObject | null): void {
  const space = self.peekSpace(vm)
  if (name.value === '__dict__') {
    return raiseAttributeError(vm, self, name, `'${typeName(self)}' object attribute '__dict__' is read-only`)
  }
  const found = typeOf(self).lookup(name.value)
  const set = found === null ? null : typeOf(found).slots.__set__
  if (found !== null && set !== null) return set(vm, found, self, value)
  if (value !== null) return putItem(vm, space, name, newRef(value))
  const old = takeItem(vm, space, name)
  if (old === null) return raiseAttributeError(vm, self, name)
  release(old)
}

export const localSpec = defineType(
  PyLocal,
  '_thread._local',
  'Attributes that each thread has for itself.',
  {
    basicsize: 64,
    container: true,
    subclassable: true,
    hasWeakrefs: true,
    slots: {
      __new__: (vm, cls, args, kwnames) => makeLocal(vm, cls, args, kwnames),
      __getattribute__: getAttribute,
      __setattr__: setAttribute,
    },
    getset: [getset('__dict__', 'Local-data.', (vm, self) => newRef(self.peekSpace(vm) as PyObject))],
  },
)
