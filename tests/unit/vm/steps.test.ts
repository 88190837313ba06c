// The table that the loop runs by: every instruction of the compiler has a step, and what a step takes and puts
// is what the instruction table says.

import { expect, test } from 'vitest'
import { opcodes } from '../../../src/simulator/bytecode/opcodes.ts'
import { meanings, transfers } from '../../../src/simulator/vm/meanings.ts'
import { steps } from '../../../src/simulator/vm/steps.ts'

test('every opcode has exactly one meaning or transfer', () => {
  const named = [...Object.keys(meanings), ...Object.keys(transfers)]
  expect(named.toSorted()).toEqual(Object.keys(opcodes).toSorted())
  expect(new Set(named).size).toBe(named.length)
})

test('every opcode has a step of its own', () => {
  const own = new Set(Object.values(opcodes).map(({ code }) => steps[code]))
  expect(own.size).toBe(Object.keys(opcodes).length)
})
