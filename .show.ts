import { makeProgram, planOf } from './tests/support/fuzz/program.ts'
import { renderProgram } from './tests/support/fuzz/tree.ts'

console.log(renderProgram(makeProgram(planOf(Number(process.argv[2]), 24))))
