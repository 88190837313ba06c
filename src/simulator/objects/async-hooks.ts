/**
 * What is called when an asynchronous generator is first iterated, and when one dies before its end: by this an event
 * loop learns of them. As `sys.set_asyncgen_hooks` of `Python/sysmodule.c`.
 */
import type { Visit } from '../heap/object.ts'
import { type Held, newRef, release, releaseMaybe } from '../heap/reference.ts'
import type { PyAsyncGenerator } from './async-generator.ts'
import type { PyGenerator } from './generator.ts'
import { newInt } from './int.ts'
import { toText } from './protocols/text.ts'
import { newTuple, type PyTuple } from './tuple.ts'
import type { Activation, ModuleState, VM } from './vm.ts'

export class AsyncHooks {
  firstiter: Held | null = null
  finalizer: Held | null = null
  /** How many frames a new coroutine notes down as its origin. */
  originDepth = 0

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

/** Notes down where a coroutine is made, if that is asked for: file, line and function of so many frames. */
export function noteOrigin(vm: VM, coroutine: PyGenerator, caller: Activation | null): void {
  const { originDepth } = vm.moduleState(asyncHooks)
  if (originDepth === 0) return
  const origin: Held[] = []
  for (let frame = caller; frame !== null && origin.length < originDepth; frame = frame.back) {
    const { filename, name } = frame.code
    origin.push(newTuple(vm, [newRef(filename), newInt(vm, frame.lineno), newRef(name)]))
  }
  coroutine.originOrFinalizer = newTuple(vm, origin)
}

/** Where a coroutine was made, as its warning says it; nothing if that is not known. */
export function originText(vm: VM, coroutine: PyGenerator): string {
  const origin = coroutine.originOrFinalizer as PyTuple | null
  if (origin === null) return ''
  const lines = origin.items.map((each) => {
    const [file, line, name] = (each as unknown as PyTuple).items.map((part) => toText(vm, part))
    const source = vm.sourceLine(file!, Number(line))?.trim() ?? ''
    return `  File "${file}", line ${line}, in ${name}${source === '' ? '' : `\n    ${source}`}`
  })
  return ['\nCoroutine created at (most recent call last)', ...lines.reverse()].join('\n')
}
