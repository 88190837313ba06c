/**
 * `Roots`: the references that the machine itself holds. The audit and inspection count them; the end of a program
 * lets them go, in CPython's order (`finalization.ts`). Some belong to other parts of the machine and are only found
 * here (`sys.modules`, threads, frames, exit callbacks); those that nobody but the machine uses are kept here: the
 * lists of the collector, the copies of `builtins` and `sys`, the states of modules. As `PyInterpreterState`.
 */
import type { Visit } from '../heap/object.ts'
import { type Held, type Own, release, releaseMaybe } from '../heap/reference.ts'
import type { PyDict } from '../objects/dict.ts'
import { newList, type PyList } from '../objects/list.ts'
import type { Engine } from './interpreter.ts'
import { ModuleStates } from './module-states.ts'
import { copyFunctions } from './modules.ts'

export class Roots {
  readonly #engine: Engine
  readonly moduleStates = new ModuleStates()
  #collectorLists: { readonly callbacks: Own<PyList>; readonly garbage: Own<PyList> } | null = null
  #builtinsCopy: Own<PyDict> | null = null
  #sysCopy: Own<PyDict> | null = null

  constructor(engine: Engine) {
    this.#engine = engine
  }

  /** `gc.callbacks` and `gc.garbage`, which exist before any module. */
  makeCollectorLists(): void {
    this.#collectorLists = { callbacks: newList(this.#engine, []), garbage: newList(this.#engine, []) }
  }

  /** Only until `dropCollectorLists`. */
  collectorList(name: 'callbacks' | 'garbage'): PyList {
    return this.#collectorLists![name]
  }

  /** Remembers what `builtins` and `sys` begin with. */
  makeCopies(): void {
    const { builtins, sys } = this.#engine
    this.#builtinsCopy = copyFunctions(this.#engine, builtins)
    this.#sysCopy = copyFunctions(this.#engine, sys)
  }

  /** What `builtins` began with; null once that is no longer needed. */
  get builtinsCopy(): PyDict | null {
    return this.#builtinsCopy
  }

  /** All of them, for the audit. */
  each(visit: Visit): void {
    const engine = this.#engine
    this.eachOwn(visit)
    for (const thread of engine.scheduler.threads) {
      for (let frame = engine.frameOf(thread); frame !== null; frame = frame.previous) {
        if (frame.owner === 'call') frame.traverse(visit)
        else if (frame.generator?.state === 'executing') frame.traverseLocals(visit)
      }
    }
  }

  /** The same without what frames hold. */
  eachOwn(visit: Visit): void {
    const { modules, sys, builtins, defaultImport, scheduler, exitCallbacks, returned, hostRoots } =
      this.#engine
    visit(modules, 'sys.modules')
    visit(sys, 'sys')
    visit(builtins, 'builtins')
    if (this.#builtinsCopy !== null) visit(this.#builtinsCopy, 'builtins')
    if (this.#sysCopy !== null) visit(this.#sysCopy, 'sys')
    if (defaultImport !== null) visit(defaultImport, '__import__')
    for (const thread of scheduler.threads) thread.visitOwn(visit)
    if (this.#collectorLists !== null) {
      visit(this.#collectorLists.callbacks, 'gc.callbacks')
      visit(this.#collectorLists.garbage, 'gc.garbage')
    }
    for (const callback of exitCallbacks) {
      if (callback === null) continue
      visit(callback.func, 'atexit')
      visit(callback.args, 'atexit')
      if (callback.keywords !== null) visit(callback.keywords, 'atexit')
    }
    if (returned !== null) visit(returned, 'returned')
    this.moduleStates.visitRoots(visit)
    hostRoots(visit)
  }

  /** The copies of `builtins` and `sys` are no longer needed. */
  dropCopies(): void {
    const builtinsCopy = this.#builtinsCopy
    const sysCopy = this.#sysCopy
    this.#builtinsCopy = this.#sysCopy = null
    releaseMaybe(sysCopy)
    releaseMaybe(builtinsCopy)
  }

  /** Lets go of `gc.callbacks` and `gc.garbage`: what they held outlives all modules. */
  dropCollectorLists(): void {
    if (this.#collectorLists === null) return
    const { callbacks, garbage } = this.#collectorLists
    this.#collectorLists = null
    release(garbage)
    release(callbacks)
  }

  /** Lets go of all that is left but frames; the interpreter is then at its end. */
  drop(): void {
    const engine = this.#engine
    releaseMaybe(engine.defaultImport)
    engine.defaultImport = null
    engine.thread.dropOwn()
    this.dropCopies()
    this.moduleStates.dropRoots()
    for (const held of [engine.modules, engine.builtins, engine.sys] as Held[]) release(held)
  }
}
