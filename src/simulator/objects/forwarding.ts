/**
 * Callables that do little more than call another one, as `functools.partial`. Where that is a Python function the
 * machine gives it a frame of the running loop, so that it may wait for other threads.
 */
import type { PyObject } from '../heap/object.ts'
import type { Own } from '../heap/reference.ts'
import type { KwNames } from './declare/slots.ts'
import type { VM } from './vm.ts'

/** A call to be made in the place of another one. */
export interface Forwarded {
  /** Borrowed, as the arguments. */
  readonly func: PyObject
  readonly args: readonly PyObject[]
  readonly kwnames: KwNames
  /** What is held besides until it returns. */
  readonly held: readonly Own[]
}

export interface ForwardsCalls extends PyObject {
  /** The call that this one becomes; null where it is made in the ordinary way. */
  forwardCall(vm: VM, args: readonly PyObject[], kwnames: KwNames): Forwarded | null
}

export function forwardsCalls(object: PyObject): object is ForwardsCalls {
  return 'forwardCall' in object
}
