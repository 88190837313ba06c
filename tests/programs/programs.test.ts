// Every recorded program on the simulator against CPython's answer, one test each, named by its path. The heap is
// audited after the program's last line, and must hold nothing but immortals after close().

import { expect, test } from 'vitest'
import { findPrograms, readExpected } from '../support/programs.ts'
import { runProgram } from '../support/test.ts'

for (const program of findPrograms()) {
  test(program.name, () => {
    const expected = readExpected(program)
    expect(expected, `${program.outPath} is not recorded`).not.toBeNull()
    const run = runProgram(program)
    expect(run.actual).toBe(expected)
    expect(run.heap).toEqual([])
  })
}
