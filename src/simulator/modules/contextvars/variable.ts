/** `contextvars.ContextVar`, and the `Token` by which a value that was set is taken back. As `Python/context.c`. */
import { addressText, type HeapType, PyObject, type Visit } from '../../heap/object.ts'
import type { Held, Own } from '../../heap/reference.ts'
import { newRef, release, releaseMaybe } from '../../heap/reference.ts'
import { tracked } from '../../objects/allocate.ts'
import { classMethod, defineType, getset, methodsOf } from '../../objects/declare/type.ts'
import { newExceptionWith } from '../../objects/exceptions.ts'
import { newGenericAlias } from '../../objects/generic-alias.ts'
import { toRepr } from '../../objects/protocols/text.ts'
import { newStr, PyStr } from '../../objects/str.ts'
import type { VM } from '../../objects/vm.ts'
import { changeVariable, type PyContext, PyContextVar, peekContext } from './context.ts'

export class PyToken extends PyObject {
  readonly context: Held<PyContext>
  readonly variable: Held<PyContextVar>
  readonly old: Held | null
  used = false

  constructor(type: HeapType, context: Own<PyContext>, variable: Own<PyContextVar>, old: Own | null) {
    super(type)
    this.context = context
    this.variable = variable
    this.old = old
  }

  override traverse(visit: Visit): void {
    visit(this.context, 'context')
    visit(this.variable, 'var')
    if (this.old !== null) visit(this.old, 'old_value')
  }

  override dealloc(): void {
    release(this.context)
    release(this.variable)
    releaseMaybe(this.old)
  }
}

class PyMissing extends PyObject {}

export const missingSpec = defineType(PyMissing, 'Token.MISSING', null, {
  basicsize: 16,
  noInstantiation: true,
  slots: { __repr__: (vm) => newStr(vm, '<Token.MISSING>') },
})

/** What a token has for the old value of a variable that had none. */
export function newMissing(vm: VM): Own {
  return new PyMissing(vm.typeFor(missingSpec)) as unknown as Own
}

function peekMissing(vm: VM): PyObject {
  return vm.typeFor(tokenSpec).namespace.getStr('MISSING') ?? vm.None
}

const method = methodsOf<PyContextVar>()
const cannotBeBase = 'For annotations.'

export const contextVarSpec = defineType(
  PyContextVar,
  '_contextvars.ContextVar',
  'A variable with a value in each context.',
  {
    basicsize: 64,
    container: true,
    slots: {
      __new__: (vm, cls, args, kwnames) => {
        const count = args.length - (kwnames?.length ?? 0)
        if (count > 1)
          return vm.raise('TypeError', `ContextVar() takes at most 1 positional argument (${count} given)`)
        if (count < 1)
          return vm.raise('TypeError', 'ContextVar() takes exactly 1 positional argument (0 given)')
        let fallback: PyObject | null = null
        kwnames?.forEach((key, i) => {
          if (key.value !== 'default')
            return vm.raise('TypeError', `ContextVar() got an unexpected keyword argument '${key.value}'`)
          fallback = args[count + i]!
          return undefined
        })
        const [name] = args
        if (!(name instanceof PyStr)) return vm.raise('TypeError', 'context variable name must be a str')
        const held = fallback === null ? null : newRef(fallback as PyObject)
        return tracked(vm, new PyContextVar(cls, newRef(name), held)) as unknown as Own
      },
      __repr__: (vm, self) => {
        const fallback = self.default === null ? '' : ` default=${toRepr(vm, self.default)}`
        return newStr(vm, `<ContextVar name=${toRepr(vm, self.name)}${fallback} at ${addressText(self)}>`)
      },
    },
    getset: [getset('name', 'The name.', (_vm, self) => newRef(self.name))],
    methods: [
      method(
        'get(self, default=NULL, /) -> object',
        'The value in the current context.',
        (vm, self, fallback) => {
          const value = peekContext(vm).variables.entries.get(self) ?? fallback ?? self.default
          if (value !== null) return newRef(value)
          return vm.raiseException(newExceptionWith(vm, vm.types.LookupError, [newRef(self)]))
        },
      ),
      method('set(self, value, /) -> object', 'Sets the value in the current context.', (vm, self, value) => {
        const context = peekContext(vm)
        const old = context.variables.entries.get(self)
        const token = new PyToken(
          vm.typeFor(tokenSpec),
          newRef(context),
          newRef(self),
          old === undefined ? null : newRef(old),
        )
        changeVariable(vm, context, self, newRef(value))
        return tracked(vm, token)
      }),
      method('reset(self, token, /)', 'Takes the setting back that gave the token.', (vm, self, token) => {
        if (!(token instanceof PyToken))
          return vm.raise('TypeError', `expected an instance of Token, got ${toRepr(vm, token)}`)
        if (token.used) vm.raise('RuntimeError', `${toRepr(vm, token)} has already been used once`)
        if (token.variable !== self)
          vm.raise('ValueError', `${toRepr(vm, token)} was created by a different ContextVar`)
        const context = peekContext(vm)
        if (token.context !== context)
          vm.raise('ValueError', `${toRepr(vm, token)} was created in a different Context`)
        token.used = true
        changeVariable(vm, context, self, token.old === null ? null : newRef(token.old))
      }),
      classMethod('__class_getitem__(cls, object, /) -> object', cannotBeBase, (vm, cls, item) =>
        newGenericAlias(vm, cls, item),
      ),
    ],
  },
)

export const tokenSpec = defineType(PyToken, '_contextvars.Token', 'The way back from setting a variable.', {
  basicsize: 48,
  container: true,
  slots: {
    __new__: (vm) => vm.raise('RuntimeError', 'Tokens can only be created by ContextVars'),
    __hash__: null,
    __repr__: (vm, self) => {
      const used = self.used ? ' used' : ''
      return newStr(vm, `<Token${used} var=${toRepr(vm, self.variable)} at ${addressText(self)}>`)
    },
  },
  getset: [
    getset('var', 'The variable.', (_vm, self) => newRef(self.variable)),
    getset('old_value', 'What the variable had before.', (vm, self) => newRef(self.old ?? peekMissing(vm))),
  ],
  methods: [
    classMethod('__class_getitem__(cls, object, /) -> object', cannotBeBase, (vm, cls, item) =>
      newGenericAlias(vm, cls, item),
    ),
  ],
})
