/**
 * `contextvars.Context`, and the immutable table of values that contexts share until one of them sets a variable.
 * CPython's table is a trie (`hamt`); here it is copied whole, which counts the same references as long as it is
 * small. As `Python/context.c`.
 */
import type { HeapType, Visit } from '../../heap/object.ts'
import { PyObject } from '../../heap/object.ts'
import type { Held, Own } from '../../heap/reference.ts'
import { lend, newRef, release, releaseMaybe } from '../../heap/reference.ts'
import { tracked } from '../../objects/allocate.ts'
import { newBool } from '../../objects/bool.ts'
import { EQ, NE } from '../../objects/declare/slots.ts'
import { defineType, methodsOf, rawMethod } from '../../objects/declare/type.ts'
import { raiseKeyError } from '../../objects/exceptions.ts'
import { newList } from '../../objects/list.ts'
import { isSame } from '../../objects/protocols/comparison.ts'
import { getIter } from '../../objects/protocols/iteration.ts'
import { toRepr } from '../../objects/protocols/text.ts'
import type { PyStr } from '../../objects/str.ts'
import { newTuple } from '../../objects/tuple.ts'
import type { ModuleState, VM } from '../../objects/vm.ts'

/** Values by variable; never changed once made. */
export class PyVariables extends PyObject {
  readonly entries: ReadonlyMap<PyObject, Held>

  /** Steals keys and values. */
  constructor(type: HeapType, entries: ReadonlyMap<PyObject, Held>) {
    super(type)
    this.entries = entries
  }

  override traverse(visit: Visit): void {
    for (const [key, value] of this.entries) {
      visit(key, 'variable')
      visit(value, 'value')
    }
  }

  override dealloc(): void {
    for (const [key, value] of this.entries) {
      release(key as Held)
      release(value)
    }
  }
}

export const variablesSpec = defineType(PyVariables, 'hamt', null, {
  basicsize: 40,
  container: true,
  noInstantiation: true,
  slots: {},
})

export class PyContextVar extends PyObject {
  readonly name: Held<PyStr>
  default: Held | null

  constructor(type: HeapType, name: Own<PyStr>, fallback: Own | null) {
    super(type)
    this.name = name
    this.default = fallback
  }

  override traverse(visit: Visit): void {
    visit(this.name, 'name')
    if (this.default !== null) visit(this.default, 'default')
  }

  override dealloc(): void {
    release(this.name)
    const { default: fallback } = this
    this.default = null
    releaseMaybe(fallback)
  }
}

export class PyContext extends PyObject {
  variables: Held<PyVariables>
  /** The context that was current before this one was entered. */
  previous: Held<PyContext> | null = null
  entered = false

  constructor(type: HeapType, variables: Own<PyVariables>) {
    super(type)
    this.variables = variables
  }

  override traverse(visit: Visit): void {
    if (this.previous !== null) visit(this.previous, 'previous')
    visit(this.variables, 'variables')
  }

  override dealloc(): void {
    const { previous } = this
    this.previous = null
    releaseMaybe(previous)
    release(this.variables)
  }
}

function newVariables(vm: VM, entries: ReadonlyMap<PyObject, Held>): Own<PyVariables> {
  return tracked(vm, new PyVariables(vm.typeFor(variablesSpec), entries))
}

function newContext(vm: VM, variables: Own<PyVariables>): Own<PyContext> {
  return tracked(vm, new PyContext(vm.typeFor(contextSpec), variables))
}

class CurrentContext {
  current: Held<PyContext> | null = null

  visitRoots(visit: Visit): void {
    if (this.current !== null) visit(this.current, 'context')
  }

  dropRoots(): void {
    const { current } = this
    this.current = null
    releaseMaybe(current)
  }
}

const currentContext: ModuleState<CurrentContext> = { make: () => new CurrentContext() }

/** The context that variables are looked up in; borrowed. */
export function peekContext(vm: VM): PyContext {
  const state = vm.threadState(currentContext)
  state.current ??= newContext(vm, newVariables(vm, new Map()))
  return state.current
}

/** A new context with the values of the current one (`PyContext_CopyCurrent`). */
export function copyCurrentContext(vm: VM): Own<PyContext> {
  return newContext(vm, newRef(peekContext(vm).variables))
}

/** Runs `body` with a context as the current one. */
export function runInContext<T>(vm: VM, context: PyContext, body: () => T): T {
  if (context.entered)
    return vm.raise('RuntimeError', `cannot enter context: ${toRepr(vm, context)} is already entered`)
  const state = vm.threadState(currentContext)
  context.previous = newRef(peekContext(vm))
  context.entered = true
  const outer = state.current!
  state.current = newRef(context)
  release(outer)
  try {
    return body()
  } finally {
    const left = state.current
    state.current = context.previous
    context.previous = null
    context.entered = false
    releaseMaybe(left)
  }
}

/** Sets a variable's value (stolen), or with null takes it away. */
export function changeVariable(vm: VM, context: PyContext, variable: PyObject, value: Own | null): void {
  const entries = new Map<PyObject, Held>()
  for (const [key, held] of context.variables.entries) {
    if (key !== variable) entries.set(newRef(key), newRef(held))
    else if (value !== null) entries.set(newRef(key), value)
  }
  if (value !== null && !context.variables.entries.has(variable)) entries.set(newRef(variable), value)
  const old = context.variables
  context.variables = newVariables(vm, entries)
  release(old)
}

function checkKey(vm: VM, key: PyObject): void {
  if (!(key instanceof PyContextVar))
    vm.raise('TypeError', `a ContextVar key was expected, got ${toRepr(vm, key)}`)
}

function sameValues(vm: VM, left: PyContext, right: PyContext): boolean {
  const { entries } = left.variables
  const { entries: others } = right.variables
  if (entries.size !== others.size) return false
  for (const [key, value] of entries) {
    const other = others.get(key)
    if (other === undefined || !isSame(vm, value, other)) return false
  }
  return true
}

/** An iterator over what `pick` makes of each entry. */
function iterate(vm: VM, self: PyContext, pick: (key: PyObject, value: PyObject) => Held): Own {
  const items = [...self.variables.entries].map(([key, value]) => pick(key, value))
  return lend(newList(vm, items), (list) => getIter(vm, list))
}

const method = methodsOf<PyContext>()

export const contextSpec = defineType(PyContext, '_contextvars.Context', 'Values of context variables.', {
  basicsize: 48,
  container: true,
  hasWeakrefs: true,
  slots: {
    __new__: (vm, cls, args) => {
      if (args.length > 0) return vm.raise('TypeError', 'Context() does not accept any arguments')
      return tracked(vm, new PyContext(cls, newVariables(vm, new Map()))) as unknown as Own
    },
    __hash__: null,
    richcompare: (vm, self, other, operator) => {
      if ((operator !== EQ && operator !== NE) || !(other instanceof PyContext))
        return newRef(vm.NotImplemented)
      return newBool(vm, sameValues(vm, self, other) === (operator === EQ))
    },
    __len__: (_vm, self) => self.variables.entries.size,
    __getitem__: (vm, self, key) => {
      checkKey(vm, key)
      const value = self.variables.entries.get(key)
      return value === undefined ? raiseKeyError(vm, key) : newRef(value)
    },
    __contains__: (vm, self, key) => {
      checkKey(vm, key)
      return self.variables.entries.has(key)
    },
    __iter__: (vm, self) => iterate(vm, self, (key) => newRef(key)),
  },
  methods: [
    method(
      'get(self, key, default=None, /) -> object',
      'The value of a variable, or the default.',
      (vm, self, key, fallback) => {
        checkKey(vm, key)
        return newRef(self.variables.entries.get(key) ?? fallback)
      },
    ),
    method('items(self, /) -> object', 'Variables with their values.', (vm, self) =>
      iterate(vm, self, (key, value) => newTuple(vm, [newRef(key), newRef(value)])),
    ),
    method('keys(self, /) -> object', 'The variables that have a value.', (vm, self) =>
      iterate(vm, self, (key) => newRef(key)),
    ),
    method('values(self, /) -> object', 'The values.', (vm, self) =>
      iterate(vm, self, (_key, value) => newRef(value)),
    ),
    method('copy(self, /) -> object', 'Another context with the same values.', (vm, self) =>
      newContext(vm, newRef(self.variables)),
    ),
    rawMethod<PyContext>(
      'run(self, callable, /, *args, **kwargs) -> object',
      'Calls something in this context.',
      (vm, self, args, kwnames) => {
        const [callable, ...rest] = args
        if (callable === undefined || args.length - (kwnames?.length ?? 0) < 1)
          return vm.raise('TypeError', 'run() missing 1 required positional argument')
        return runInContext(vm, self, () => vm.call(callable, rest, kwnames))
      },
    ),
  ],
})
