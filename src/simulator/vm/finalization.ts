/**
 * The end of an interpreter, in CPython's order: threads and `atexit`, a collection, `sys.modules` emptied, a
 * collection, what is left of the modules cleared, `sys` and `builtins` last. As `Py_FinalizeEx` and
 * `finalize_modules` of `Python/pylifecycle.c`, and `_PyModule_Clear`.
 */
import type { PyObject } from '../heap/object.ts'
import type { Own } from '../heap/reference.ts'
import { newRef, release } from '../heap/reference.ts'
import type { PyDict } from '../objects/dict.ts'
import { copyDict, mergeDict } from '../objects/dict-type.ts'
import { PyModule } from '../objects/module.ts'
import { clearModule } from '../objects/module-type.ts'
import { callMethod } from '../objects/protocols/calls.ts'
import { PyStr } from '../objects/str.ts'
import { newWeakref, type PyWeakref, peekReferent } from '../objects/weakref.ts'
import type { Engine } from './interpreter.ts'

/** Where user values hide in `sys`: set to None first. */
const specialNames = [
  'path',
  'argv',
  'ps1',
  'ps2',
  'last_exc',
  'last_type',
  'last_value',
  'last_traceback',
  'path_hooks',
  'path_importer_cache',
  'meta_path',
]
const standardFiles = [
  ['stdin', '__stdin__'],
  ['stdout', '__stdout__'],
  ['stderr', '__stderr__'],
] as const

/** Ends the program: what `__del__` and callbacks print now is its last output. */
export function finalize(engine: Engine): void {
  runExitCallbacks(engine)
  engine.isFinalizing = true
  // Threads that are left stay where they are.
  engine.scheduler.isStopped = true
  if (engine.heap.collector.enabled) engine.heap.collector.collect(2)
  finalizeModules(engine)
}

/** `threading._shutdown()`, then `atexit`'s callbacks. */
function runExitCallbacks(engine: Engine): void {
  for (const [moduleName, func] of [
    ['threading', '_shutdown'],
    ['atexit', '_run_exitfuncs'],
  ] as const) {
    const module = engine.modules.getStr(moduleName)
    if (!(module instanceof PyModule) || module.namespace.getStr(func) === null) continue
    const kept = newRef(module)
    try {
      release(callMethod(engine, kept, func))
    } catch (thrown) {
      engine.unraisable(thrown, kept)
    } finally {
      release(kept)
    }
  }
}

function finalizeModules(engine: Engine): void {
  const { modules, sys, builtins } = engine
  builtins.namespace.putStr(engine, '_', newRef(engine.None))
  for (const name of specialNames) sys.namespace.putStr(engine, name, newRef(engine.None))
  for (const [name, original] of standardFiles) {
    sys.namespace.putStr(engine, name, newRef(sys.namespace.getStr(original) ?? engine.None))
  }
  // Source files can no longer be opened: reports from here on are without source lines.
  engine.sources.clear()
  const left = removeModules(engine, modules)
  modules.clear()
  restoreBuiltins(engine)
  // `gc.callbacks` are not told of these two.
  engine.heap.collector.collect(2, true)
  clearModulesLeft(engine, left)
  clearModule(engine, sys)
  clearModule(engine, builtins)
  engine.roots.dropCopies()
  modules.clear()
  engine.heap.collector.collect(2, true)
}

/** Sets every entry of `sys.modules` to None; weak references show later which modules have lived on. */
function removeModules(engine: Engine, modules: PyDict): Own<PyWeakref>[] {
  const entries: [PyObject, PyObject][] = []
  modules.each((key, value) => entries.push([newRef(key), newRef(value)]))
  const left: Own<PyWeakref>[] = []
  for (const [key, value] of entries) {
    if (value instanceof PyModule) {
      left.push(newWeakref(engine, engine.types.ReferenceType, value, null))
      if (key instanceof PyStr) modules.putStr(engine, key.value, newRef(engine.None))
    }
    release(value as Own)
    release(key as Own)
  }
  return left
}

/** `builtins` is again as it was at the beginning; what the program has put there goes after that. */
function restoreBuiltins(engine: Engine): void {
  const { namespace } = engine.builtins
  const changed = copyDict(engine, namespace)
  namespace.clear()
  const { builtinsCopy } = engine.roots
  if (builtinsCopy !== null) mergeDict(engine, namespace, builtinsCopy)
  release(changed)
}

/** Clears the modules that something has kept alive, last imported first. */
function clearModulesLeft(engine: Engine, left: Own<PyWeakref>[]): void {
  for (const reference of left.reverse()) {
    const module = peekReferent(reference)
    if (!(module instanceof PyModule) || module === engine.builtins || module === engine.sys) continue
    const kept = newRef(module)
    clearModule(engine, kept)
    release(kept)
  }
  left.forEach(release)
}

/** After the end: empties what the interpreter itself holds, so that nothing but immortal objects is left. */
export function tearDown(engine: Engine): void {
  const { namespace: builtins } = engine.builtins
  const { namespace: sys } = engine.sys
  const { collector } = engine.heap
  engine.isTornDown = true
  // A dict that its instance has left alone may hold itself from then on.
  const collectAll = (): void => {
    for (let found = 1; found > 0; ) found = collector.collect(2, true)
  }
  engine.scheduler.dropAll()
  collector.unfreeze()
  engine.roots.dropCollectorLists()
  collectAll()
  engine.heap.clearStrays()
  engine.roots.drop()
  if (!isGone(builtins)) builtins.clear()
  if (!isGone(sys)) sys.clear()
  collectAll()
}

function isGone(dict: PyDict): boolean {
  return dict.refcnt <= 0
}
