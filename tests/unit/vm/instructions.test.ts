// Reading co_code: caches and EXTENDED_ARG go, jumps get the index of their target.

import { expect, test } from 'vitest'
import {
  EXTENDED_ARG,
  FOR_ITER,
  JUMP_BACKWARD,
  LOAD_CONST,
  POP_JUMP_IF_FALSE,
  RESUME,
  RETURN_CONST,
} from '../../../src/simulator/bytecode/opcode-numbers.ts'
import { decodeInstructions } from '../../../src/simulator/objects/instructions.ts'

test('caches are left out', () => {
  const code = decodeInstructions(Uint8Array.of(RESUME, 0, FOR_ITER, 0, 0, 0, RETURN_CONST, 1))
  expect([...code.opcodes]).toEqual([RESUME, FOR_ITER, RETURN_CONST])
  expect([...code.units]).toEqual([0, 1, 3])
  expect([...code.indexOfUnit]).toEqual([0, 1, 1, 2, 3])
})

test('arguments are put together', () => {
  const code = decodeInstructions(Uint8Array.of(RESUME, 0, EXTENDED_ARG, 1, EXTENDED_ARG, 2, LOAD_CONST, 3))
  expect([...code.args]).toEqual([0, 0x010203])
  expect([...code.units]).toEqual([0, 3])
})

test('jumps go to an index, also over their own caches and to an EXTENDED_ARG', () => {
  const bytes = [
    RESUME,
    0,
    POP_JUMP_IF_FALSE,
    2,
    0,
    0,
    JUMP_BACKWARD,
    4,
    0,
    0,
    EXTENDED_ARG,
    1,
    LOAD_CONST,
    0,
  ]
  const code = decodeInstructions(Uint8Array.from(bytes))
  expect([...code.opcodes]).toEqual([RESUME, POP_JUMP_IF_FALSE, JUMP_BACKWARD, LOAD_CONST])
  expect([...code.args]).toEqual([0, 3, 1, 256])
})

test('a frame is complete from the first RESUME on', () => {
  expect(decodeInstructions(Uint8Array.of(LOAD_CONST, 0, RESUME, 0)).firstTraceable).toBe(1)
})
