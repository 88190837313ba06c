/**
 * Completions of calls that native code makes in CPython and the running loop makes here, so that the called function
 * may wait for other threads: what that code would hold meanwhile is held until the function returns.
 */
import type { Visit } from '../heap/object.ts'
import { lend, type Own, release } from '../heap/reference.ts'
import type { Completion } from '../objects/activation.ts'
import { raiseStopIteration } from '../objects/exceptions.ts'
import type { VM } from '../objects/vm.ts'
import type { Machine } from './machine.ts'

export class HeldCall implements Completion {
  readonly depth = 0
  readonly endsSafely: boolean
  readonly #held: readonly Own[]

  /** Steals what is held. */
  constructor(held: readonly Own[], endsSafely = true) {
    this.#held = held
    this.endsSafely = endsSafely
  }

  finish(_vm: VM, returned: Own): Own {
    this.abort()
    return returned
  }

  abort(): void {
    for (const each of this.#held) release(each)
  }

  traverse(visit: Visit): void {
    for (const each of this.#held) visit(each, 'argument')
  }
}

/** `next(generator)`: what the generator returns is raised as StopIteration. */
export class NextCall extends HeldCall {
  override finish(vm: VM, returned: Own): Own {
    this.abort()
    return lend(returned, (value) => raiseStopIteration(vm, value))
  }

  yielded(): void {
    this.abort()
  }
}

/** The safe point of an instruction whose call has its result by now. */
export function endCall(vm: Machine, completion: Completion | null): void {
  if (completion?.endsSafely === true && (vm.interrupted || vm.heap.collector.due)) vm.checkBreaker()
}
