/**
 * What an import does to the collector's counts in CPython 3.13, which decides when the collector runs next and what
 * a first `gc.collect()` finds. A module written here has other objects inside and may import less; it counts like
 * the original all the same. The measures are in import-plans.ts.
 */
import { importedAtStart, importPlans } from './import-plans.ts'
import type { Engine } from './interpreter.ts'

/** The imports that CPython would have done by now. */
export interface ImportMeter {
  readonly done: Set<string>
  /** A standard module is being imported: what it imports is part of its plan. */
  isInside: boolean
}

export function newImportMeter(): ImportMeter {
  return { done: new Set(importedAtStart), isInside: false }
}

/** Runs an import and has it count as CPython's would. `isStandard`: a module of the library, not of the program. */
export function countImport(engine: Engine, name: string, isStandard: boolean, run: () => void): void {
  const { importMeter: meter } = engine
  const { collector } = engine.heap
  if (!isStandard || meter.isInside) return run()
  meter.isInside = true
  try {
    collector.apart(run)
  } finally {
    meter.isInside = false
    follow(engine, name)
  }
}

/** Counts what the original of a module leaves, and what those it imports leave. */
function follow(engine: Engine, name: string): void {
  const { done } = engine.importMeter
  if (done.has(name)) return
  done.add(name)
  const plan = Object.hasOwn(importPlans, name) ? importPlans[name]! : []
  const [garbage = 0, ...steps] = plan
  for (const step of steps) {
    if (typeof step === 'string') follow(engine, step)
    else engine.heap.collector.accountFor(step, 0)
  }
  engine.heap.collector.accountFor(0, Number(garbage))
}

/** What remains of showing an exception besides those modules, measured. */
const DISPLAYING = 1110

/**
 * To show an uncaught exception, CPython imports `traceback` and what that needs to find lines and to place carets: so
 * much that the collector runs. It is seen in the order in which what is left dies at exit.
 */
export function countDisplay(engine: Engine): void {
  for (const name of ['traceback', 'tokenize', 'ast']) follow(engine, name)
  engine.heap.collector.accountFor(DISPLAYING, 0)
}
