/** `_contextvars`: variables of a context. As `Modules/_contextvarsmodule.c`. */
import { defineModule, fn } from '../objects/declare/module.ts'
import { contextSpec, copyCurrentContext } from './contextvars/context.ts'
import { contextVarSpec, newMissing, tokenSpec } from './contextvars/variable.ts'

export const contextvarsNative = defineModule('_contextvars', 'Context variables.', {
  functions: [
    fn('copy_context() -> object', 'A copy of the current context.', (vm) => copyCurrentContext(vm)),
  ],
  types: { Context: contextSpec, ContextVar: contextVarSpec, Token: tokenSpec },
  setUp: (vm) => vm.typeFor(tokenSpec).namespace.putStr(vm, 'MISSING', newMissing(vm)),
})
