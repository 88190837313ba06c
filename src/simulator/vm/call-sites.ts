/**
 * Call sites that have adapted. CPython replaces an instruction, the second time it is executed, by one made for
 * what it found there; four of these can be told apart by counting references: making an instance whose
 * `__init__` is a Python function, `x[i]` by a Python `__getitem__`, a property, and a Python
 * `__getattribute__`. The adapted ones hand their operands over to the new frame, while before that the caller's
 * stack (and for classes a tuple of the arguments) holds them too. As `Python/specialize.c`.
 */
import { CO_OPTIMIZED, CO_VARARGS, CO_VARKEYWORDS } from '../bytecode/code.ts'
import type { PyObject } from '../heap/object.ts'
import type { Frame } from '../objects/activation.ts'
import type { PyFunction } from '../objects/function.ts'
import type { VM } from '../objects/vm.ts'

/**
 * Whether the instruction being executed has adapted to `key`. It does so at its second execution, and then
 * stays as it is.
 */
export function hasAdapted(frame: Frame, key: object): boolean {
  const { sites } = frame.instructions
  const at = frame.lasti
  const known = sites[at]
  if (known === key) return true
  if (known === undefined) sites[at] = null
  else if (known === null) {
    sites[at] = key
    return true
  }
  return false
}

/** A Python function that takes just that many positional arguments and whose frame can be made in place. */
export function isSimpleFunction(vm: VM, func: PyObject | null, argcount: number): func is PyFunction {
  if (func === null || func.type !== (vm.types.function as unknown)) return false
  const { flags, data } = (func as PyFunction).code
  if ((flags & (CO_VARARGS | CO_VARKEYWORDS)) !== 0 || (flags & CO_OPTIMIZED) === 0) return false
  return data.co_kwonlyargcount === 0 && data.co_argcount === argcount
}
