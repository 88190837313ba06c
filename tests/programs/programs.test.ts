// Every recorded program on the simulator against CPython's answer, one test each, named by its path. The heap is
// audited after the program's last line, and must hold nothing but immortals after close(). A program in differences/
// says on its first line how the simulator is unlike CPython; it fails when that is no longer so.

import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { findPrograms, isDifference, readExpected } from '../support/programs.ts'
import { runProgram } from '../support/test.ts'

for (const program of findPrograms()) {
  test(program.name, () => {
    const expected = readExpected(program)
    expect(expected, `${program.outPath} is not recorded`).not.toBeNull()
    const run = runProgram(program)
    if (isDifference(program)) {
      expect(readFileSync(program.path, 'utf8')).toMatch(/^# Unlike CPython: ./)
      expect(run.actual, 'agrees with CPython by now: move it to the other programs').not.toBe(expected)
    } else expect(run.actual).toBe(expected)
    expect(run.heap).toEqual([])
  })
}
