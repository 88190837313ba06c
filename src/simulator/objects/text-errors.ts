/** From a failure of the pure functions in `text/` to the Python exception it stands for. */
import { TextError } from './text/error.ts'
import type { VM } from './vm.ts'

/** `body`'s result; a `TextError` it throws is raised as the built-in exception it names. */
export function raisingTextErrors<T>(vm: VM, body: () => T): T {
  try {
    return body()
  } catch (thrown) {
    if (thrown instanceof TextError) return vm.raise(thrown.type, thrown.message)
    throw thrown
  }
}
