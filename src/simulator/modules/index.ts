/**
 * The table of modules: what `import` finds without a file. A module is written in TypeScript (a `ModuleSpec`)
 * or in Python (its source text, below `python/`).
 */
import type { ModuleSpec } from '../objects/declare/module.ts'
import type { ModuleTable, PythonModule } from '../vm/toolchain.ts'
import { abcModule } from './abc.ts'
import { atexitModule } from './atexit.ts'
import { builtinsModule } from './builtins.ts'
import { gcModule } from './gc.ts'
import { sysModule } from './sys.ts'
import { weakrefModule } from './weakref.ts'
import { tracebackModule } from './traceback.ts'
import { tracebackNativeSpec } from './traceback-native.ts'

const builtIn: readonly ModuleSpec[] = [
  builtinsModule,
  sysModule,
  gcModule,
  weakrefModule,
  atexitModule,
  abcModule,
  tracebackNativeSpec,
]

const written: readonly PythonModule[] = [
  tracebackModule,
]

export const moduleTable: ModuleTable = Object.fromEntries([...builtIn, ...written].map(module => [module.name, module]))
