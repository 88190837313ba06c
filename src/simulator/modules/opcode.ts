/** `_opcode`: the instruction table, for `opcode` and `dis`. As `Modules/_opcode.c`. */
import { popped, pushed } from '../bytecode/effects.ts'
import {
  EXTENDED_ARG,
  FOR_ITER,
  SEND,
  SETUP_CLEANUP,
  SETUP_FINALLY,
  SETUP_WITH,
} from '../bytecode/opcode-numbers.ts'
import { cacheCounts, opcodeOf, opnames } from '../bytecode/opcodes.ts'
import { binaryOperators, intrinsics1, intrinsics2 } from '../bytecode/operands.ts'
import type { PyObject } from '../heap/object.ts'
import type { Own } from '../heap/reference.ts'
import { defineModule, fn } from '../objects/declare/module.ts'
import { newInt } from '../objects/int.ts'
import { newList } from '../objects/list.ts'
import { toIndex } from '../objects/protocols/numbers.ts'
import { newStr } from '../objects/str.ts'
import { newTuple } from '../objects/tuple.ts'
import type { VM } from '../objects/vm.ts'

const isInstruction = (code: number): boolean =>
  code >= 0 && code < opnames.length && !opnames[code]!.startsWith('<')

/** What an instruction of the exceptional kind adds only where it jumps. */
const setups: ReadonlySet<number> = new Set([SETUP_FINALLY, SETUP_CLEANUP, SETUP_WITH])

function effectOf(code: number, oparg: number, jump: boolean | null): number {
  const fallThrough = pushed(code, oparg) - popped(code, oparg)
  let jumping = fallThrough
  if (code === FOR_ITER) jumping = fallThrough
  if (code === SEND) jumping = fallThrough
  if (setups.has(code)) {
    const none = 0
    return jump === true ? jumping : jump === false ? none : Math.max(jumping, none)
  }
  return jump === null ? Math.max(jumping, fallThrough) : jump ? jumping : fallThrough
}

function stackEffect(vm: VM, code: number, oparg: PyObject, jump: PyObject): number {
  if (!isInstruction(code) && code !== EXTENDED_ARG) return vm.raise('ValueError', 'invalid opcode or oparg')
  const arg = oparg === vm.None ? 0 : toIndex(vm, oparg, 'OverflowError')
  if (jump !== vm.None && jump !== vm.True && jump !== vm.False)
    return vm.raise('ValueError', 'stack_effect: jump must be False, True or None')
  if (opcodeOf[code] === undefined) return 0
  return effectOf(code, arg, jump === vm.None ? null : jump === vm.True)
}

const newStrings = (vm: VM, texts: readonly (string | null)[]): Own =>
  newList(
    vm,
    texts.map((text) => newStr(vm, text ?? '')),
  )

export const opcodeModule = defineModule('_opcode', 'The instruction table.', {
  functions: [
    fn(
      'stack_effect(opcode: ssize_t, oparg=None, /, *, jump=None) -> ssize_t',
      'By how much an instruction changes the depth of the stack.',
      stackEffect,
    ),
    fn('_instructions() -> object', 'Name, number, operand and caches of each instruction.', (vm) => {
      const rows: Own[] = []
      opnames.forEach((name, code) => {
        if (name.startsWith('<')) return
        const operand = opcodeOf[code]?.operand ?? ''
        const caches = cacheCounts[code] ?? 0
        rows.push(newTuple(vm, [newStr(vm, name), newInt(vm, code), newStr(vm, operand), newInt(vm, caches)]))
      })
      return newList(vm, rows)
    }),
    fn('get_intrinsic1_descs() -> object', 'Names of the functions that instructions call.', (vm) =>
      newStrings(vm, intrinsics1),
    ),
    fn('get_intrinsic2_descs() -> object', 'Names of those with two arguments.', (vm) =>
      newStrings(vm, intrinsics2),
    ),
    fn('get_nb_ops() -> object', 'Names and signs of the operators.', (vm) =>
      newList(
        vm,
        binaryOperators.map(([name, sign]) => newTuple(vm, [newStr(vm, name), newStr(vm, sign)])),
      ),
    ),
  ],
})
