/**
 * What is called when an asynchronous generator is first iterated, and when one dies before its end: by this an event
 * loop learns of them. As `sys.set_asyncgen_hooks` of `Python/sysmodule.c`.
 */
import type { Visit } from '../heap/object.ts'
import { type Held, newRef, release, releaseMaybe } from '../heap/reference.ts'
import type { PyAsyncGenerator } from './async-generator.ts'
import type { ModuleState, VM } from './vm.ts'

export class AsyncHooks {
  firstiter: Held | null = null
  finalizer: Held | null = null

  visitRoots(visit: Visit): void {
    if (this.firstiter !== null) visit(this.firstiter, 'firstiter')
    if (this.finalizer !== null) visit(this.finalizer, 'finalizer')
  }

  dropRoots(): void {
    const { firstiter, finalizer } = this
    this.firstiter = this.finalizer = null
    releaseMaybe(firstiter)
    releaseMaybe(finalizer)
  }
}

export const asyncHooks: ModuleState<AsyncHooks> = { make: () => new AsyncHooks() }

/** To be called before each step; does something before the first. */
export function callFirstIter(vm: VM, generator: PyAsyncGenerator): void {
  if (generator.hooksCalled) return
  generator.hooksCalled = true
  const { firstiter, finalizer } = vm.moduleState(asyncHooks)
  if (finalizer !== null) generator.originOrFinalizer = newRef(finalizer)
  if (firstiter !== null) release(vm.call(firstiter, [generator]))
}
