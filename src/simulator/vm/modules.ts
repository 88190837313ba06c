/** Modules written in TypeScript: from a specification to a module object, made when it is first imported. */

import type { Own } from '../heap/reference.ts'
import { newRef } from '../heap/reference.ts'
import { newFunction, PyBuiltin } from '../objects/builtin-function.ts'
import type { ModuleSpec } from '../objects/declare/module.ts'
import type { TypeSpec } from '../objects/declare/type.ts'
import { newDict, type PyDict, putItem } from '../objects/dict.ts'
import { instantiateType } from '../objects/instantiate.ts'
import { newModule, type PyModule } from '../objects/module.ts'
import { newStr } from '../objects/str.ts'
import type { PyType } from '../objects/type.ts'
import type { Types } from '../objects/vm.ts'
import type { Engine } from './interpreter.ts'
import type { PythonModule } from './toolchain.ts'

/** Names in `builtins` that come from elsewhere. */
const addedLater: ReadonlySet<string> = new Set([
  'open',
  'exit',
  'quit',
  'copyright',
  'credits',
  'license',
  'help',
])

export function isPythonModule(module: ModuleSpec | PythonModule): module is PythonModule {
  return 'source' in module
}

/** Makes the module of that name and puts it into `sys.modules`. */
export function makeBuiltinModule(engine: Engine, name: string): Own<PyModule> {
  const spec = engine.toolchain.modules[name]
  if (spec === undefined || isPythonModule(spec)) throw new Error(`no module '${name}' in the table`)
  const module = newModule(engine, name, spec.doc)
  engine.moduleOrigins.set(module, { name, origin: 'built-in' })
  module.namespace.putStr(engine, '__package__', newStr(engine, ''))
  engine.modules.putStr(engine, name, newRef(module))
  fillModule(engine, module, spec)
  return module
}

function fillModule(engine: Engine, module: PyModule, spec: ModuleSpec): void {
  const { namespace } = module
  for (const func of spec.functions) {
    namespace.putStr(engine, func.name, newFunction(engine, func, module, spec.name))
  }
  for (const [name, type] of Object.entries(spec.types)) {
    namespace.putStr(engine, name, newRef(typeFor(engine, type)))
  }
  for (const [name, make] of Object.entries(spec.attributes)) namespace.putStr(engine, name, make(engine))
  spec.setUp?.(engine, module)
}

/**
 * The copy of a module's functions that CPython makes at start-up, from which `builtins` is restored at the end. Only
 * what it holds itself is in it: `site` and `io` add to `builtins` later.
 */
export function copyFunctions(engine: Engine, module: PyModule): Own<PyDict> {
  const copy = newDict(engine)
  module.namespace.each((key, value) => {
    if (!(value instanceof PyBuiltin) || !addedLater.has(value.name))
      putItem(engine, copy, key, newRef(value))
  })
  return copy
}

/** The type object of a specification: one made at boot, one that a module has, or a new one, which nobody counts. */
export function typeFor(engine: Engine, spec: TypeSpec, base?: PyType): PyType {
  const existing = (engine.types as Partial<Types>)[
    spec.name.slice(spec.name.lastIndexOf('.') + 1) as keyof Types
  ]
  if (existing !== undefined && existing.spec === spec) return existing
  const known = engine.moduleTypes.get(spec)
  if (known !== undefined) return known
  const made = engine.heap.beforehand(() => instantiateType(engine, spec, base))
  engine.moduleTypes.set(spec, made)
  return made
}
