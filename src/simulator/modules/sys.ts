/** The module `sys`. As `Python/sysmodule.c`. */
import type { Own } from '../heap/reference.ts'
import { newRef } from '../heap/reference.ts'
import { defineModule } from '../objects/declare/module.ts'
import { builtinTypes } from '../objects/index.ts'
import type { PyModule } from '../objects/module.ts'
import type { VM } from '../objects/vm.ts'
import { streamType, textIoBaseSpec } from './io/base.ts'
import { newTextStream, type StreamName, textStreamSpec } from './io/streams.ts'
import { asyncHookFunctions } from './sys/async-hooks.ts'
import { sysConstants } from './sys/constants.ts'
import { sysFunctions } from './sys/functions.ts'
import { tracingFunctions } from './sys/tracing.ts'

const streams: readonly StreamName[] = ['stdin', 'stdout', 'stderr']
const hooks = ['displayhook', 'excepthook', 'unraisablehook', 'breakpointhook']

function newStream(name: StreamName): (vm: VM) => Own {
  return (vm) => newTextStream(vm, streamType(vm, textIoBaseSpec, textStreamSpec), name)
}

/** The originals, for programs that replace streams and hooks. */
function keepOriginals(vm: VM, module: PyModule): void {
  const { namespace } = module
  for (const name of [...streams, ...hooks])
    namespace.putStr(vm, `__${name}__`, newRef(namespace.getStr(name)!))
}

export const sysModule = defineModule('sys', 'What the running Python is and does.', {
  functions: [...sysFunctions, ...asyncHookFunctions, ...tracingFunctions],
  attributes: {
    ...sysConstants,
    ...Object.fromEntries(streams.map((name) => [name, newStream(name)])),
  },
  types: { UnraisableHookArgs: builtinTypes.UnraisableHookArgs },
  setUp: keepOriginals,
})
