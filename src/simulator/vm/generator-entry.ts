/**
 * Generators and coroutines resumed from TypeScript (`send`, `throw`, `next` in a builtin function): each goes on in a
 * loop of its own until it yields or ends. Those that the program's own instructions resume go on in the running loop
 * (`instructions/generators.ts`). As `gen_send_ex2` in `Objects/genobject.c`.
 */
import type { PyObject } from '../heap/object.ts'
import { newRef, type Own, release } from '../heap/reference.ts'
import { PyBaseException, setContext } from '../objects/exceptions.ts'
import type { PyGenerator } from '../objects/generator.ts'
import { Raise } from '../objects/raise.ts'
import type { GeneratorResult } from '../objects/vm.ts'
import { beginResume } from './instructions/generators.ts'
import type { Engine } from './interpreter.ts'

/** Goes on with a generator, whose `yield` gives `value`. */
export function sendGenerator(engine: Engine, generator: PyGenerator, value: PyObject): GeneratorResult {
  const { state, kind } = generator
  if (state === 'created' && value !== engine.None) {
    return engine.raise('TypeError', `can't send non-None value to a just-started ${kind}`)
  }
  if (state === 'executing') return engine.raise('ValueError', `${kind} already executing`)
  if (state === 'finished') {
    if (generator.isCoroutine) return engine.raise('RuntimeError', 'cannot reuse already awaited coroutine')
    return { done: true, value: newRef(engine.None) }
  }
  return resume(engine, generator, newRef(value), null)
}

/** Goes on with a generator, in whose `yield` the exception (stolen) arises. */
export function throwGenerator(engine: Engine, generator: PyGenerator, exception: Own): GeneratorResult {
  const { state, kind } = generator
  if (state === 'executing') {
    release(exception)
    return engine.raise('ValueError', `${kind} already executing`)
  }
  if (state === 'finished') {
    if (generator.isCoroutine) {
      release(exception)
      return engine.raise('RuntimeError', 'cannot reuse already awaited coroutine')
    }
    throw new Raise(exception)
  }
  return resume(engine, generator, newRef(engine.None), new Raise(exception))
}

function resume(engine: Engine, generator: PyGenerator, value: Own, raised: Raise | null): GeneratorResult {
  const kept = newRef(generator)
  const frame = beginResume(engine, generator, value)
  const { handled } = engine
  // What is thrown in arises while the generator handles what it was handling.
  if (raised !== null && handled.exception !== null && raised.exception instanceof PyBaseException) {
    setContext(raised.exception, handled.exception as unknown as PyBaseException)
  }
  try {
    const result = engine.runEntry(frame, raised)
    return { done: generator.state !== 'suspended', value: result } as GeneratorResult
  } finally {
    release(kept)
  }
}
