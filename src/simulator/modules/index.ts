/**
 * The table of modules: what `import` finds without a file. A module is written in TypeScript (a `ModuleSpec`)
 * or in Python (its source text, below `python/`).
 */
import type { ModuleSpec } from '../objects/declare/module.ts'
import type { ModuleTable, PythonModule } from '../vm/toolchain.ts'
import { builtinsModule } from './builtins.ts'
import { sysModule } from './sys.ts'
import { tracebackModule } from './traceback.ts'
import { tracebackNativeSpec } from './traceback-native.ts'

const builtIn: readonly ModuleSpec[] = [builtinsModule, sysModule, tracebackNativeSpec]

const written: readonly PythonModule[] = [tracebackModule]

export const moduleTable: ModuleTable = Object.fromEntries([...builtIn, ...written].map(module => [module.name, module]))
