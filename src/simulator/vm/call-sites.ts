/**
 * Call sites that have adapted. CPython replaces an instruction, the second time it is executed, by one made for
 * what it found there; four of these can be told apart by counting references: making an instance whose
 * `__init__` is a Python function, `x[i]` by a Python `__getitem__`, a property, and a Python
 * `__getattribute__`. The adapted ones hand their operands over to the new frame, while before that the caller's
 * stack (and for classes a tuple of the arguments) holds them too. Four others can be told by when a collection
 * that is due takes place, for it is no longer looked for after them. As `Python/specialize.c`.
 */
import { CO_OPTIMIZED, CO_VARARGS, CO_VARKEYWORDS } from '../bytecode/code.ts'
import { POP_TOP } from '../bytecode/opcode-numbers.ts'
import type { PyObject } from '../heap/object.ts'
import type { Frame } from '../objects/activation.ts'
import { PyBuiltin } from '../objects/builtin-function.ts'
import { PyMethodDescriptor } from '../objects/descriptors.ts'
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

/**
 * Whether the call that has just been made lets a due collection wait: `len(x)`, `isinstance(x, c)`, `type(x)`, and
 * `list.append` as a statement, where they have adapted. To be asked at every execution.
 */
export function isUninterrupted(
  vm: VM,
  frame: Frame,
  callable: PyObject,
  args: readonly PyObject[],
): boolean {
  return hasShortForm(vm, frame, callable, args) && hasAdapted(frame, callable)
}

function hasShortForm(vm: VM, frame: Frame, callable: PyObject, args: readonly PyObject[]): boolean {
  const { length } = args
  if (length !== 1 && length !== 2) return false
  if (callable instanceof PyBuiltin) {
    const { name } = callable.spec
    return length === 1 ? name === 'len' : name === 'isinstance'
  }
  if (callable instanceof PyMethodDescriptor) {
    if (length !== 2 || callable.name !== 'append' || (callable.owner as unknown) !== vm.types.list)
      return false
    return frame.instructions.opcodes[frame.pc] === POP_TOP
  }
  return length === 1 && callable === (vm.types.type as unknown)
}

/** A Python function that takes just that many positional arguments and whose frame can be made in place. */
export function isSimpleFunction(vm: VM, func: PyObject | null, argcount: number): func is PyFunction {
  if (func === null || func.type !== (vm.types.function as unknown)) return false
  const { flags, data } = (func as PyFunction).code
  if ((flags & (CO_VARARGS | CO_VARKEYWORDS)) !== 0 || (flags & CO_OPTIMIZED) === 0) return false
  return data.co_kwonlyargcount === 0 && data.co_argcount === argcount
}
