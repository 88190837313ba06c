/**
 * `ModuleStates`: what modules keep, each under a key of its own; for an interpreter (`moduleState`) or for one thread
 * (`threadState`). It is made when it is first asked for. As `PyModule_GetState` and the dict of a thread.
 */
import type { Visit } from '../heap/object.ts'
import type { ModuleState, RootedState } from '../objects/vm.ts'

export class ModuleStates {
  readonly #states = new Map<ModuleState<unknown>, unknown>()

  of<T>(key: ModuleState<T>): T {
    const known = this.#states.get(key)
    if (known !== undefined) return known as T
    const made = key.make()
    this.#states.set(key, made)
    return made
  }

  visitRoots(visit: Visit): void {
    for (const state of this.#states.values()) if (isRooted(state)) state.visitRoots(visit)
  }

  /** The states let go of their references, but stay: what dies now may still ask for them. */
  dropRoots(): void {
    for (const state of this.#states.values()) if (isRooted(state)) state.dropRoots()
  }

  /** The states go, with their references. */
  clear(): void {
    this.dropRoots()
    this.#states.clear()
  }
}

function isRooted(state: unknown): state is RootedState {
  return typeof state === 'object' && state !== null && 'visitRoots' in state
}
