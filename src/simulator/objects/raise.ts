/**
 * How a Python exception travels through TypeScript: as a thrown `Raise`, which owns the exception object.
 *
 * It is a plain object and no JS `Error`, so nothing walks the JS stack. Whoever catches one either throws
 * it on or releases it (`dropRaise`); anything else that is thrown is a bug of the simulator and passes by.
 */
import type { Own } from '../heap/reference.ts'
import { release } from '../heap/reference.ts'
import type { PyType } from './type.ts'
import { typeOf } from './type.ts'

export class Raise {
  readonly exception: Own

  constructor(exception: Own) {
    this.exception = exception
  }
}

/** Whether `thrown` is a Python exception of `type` or a subclass. */
export function isRaise(thrown: unknown, type: PyType): thrown is Raise {
  return thrown instanceof Raise && typeOf(thrown.exception).isSubtype(type)
}

/** Ends an exception that has been dealt with. */
export function dropRaise(raise: Raise): void {
  release(raise.exception)
}

/** `body`'s result, or null when it raises `type` (which is then over). */
export function unlessRaised<T>(type: PyType, body: () => T): T | null {
  try {
    return body()
  } catch (thrown) {
    if (!isRaise(thrown, type)) throw thrown
    dropRaise(thrown)
    return null
  }
}
