/** `bool`: the two immortal ints True and False. The type's own methods are in `int-type.ts`. */
import type { Own } from '../heap/reference.ts'
import { newRef } from '../heap/reference.ts'
import type { PyInt } from './int.ts'
import type { VM } from './vm.ts'

/** True or False. */
export function newBool(vm: VM, value: boolean): Own<PyInt> {
  return newRef(value ? vm.True : vm.False)
}
