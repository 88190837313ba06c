// Random programs, a few of them: the generator makes the same program for the same number, every program compiles,
// and the audit finds nothing on the simulator. The comparison with CPython is `npm run fuzz`.

import { expect, test } from 'vitest'
import { simulate } from '../../support/fuzz/comparison.ts'
import { makeProgram, planOf } from '../../support/fuzz/program.ts'
import { reduceTree, renderProgram, type Statement } from '../../support/fuzz/tree.ts'

const size = 24
const textOf = (number: number) => renderProgram(makeProgram(planOf(number, size)))

test('a number always stands for the same program, and another one for another', () => {
  const texts = Array.from({ length: 20 }, (_, n) => textOf(n))
  expect(Array.from({ length: 20 }, (_, n) => textOf(n))).toEqual(texts)
  expect(new Set(texts).size).toBeGreaterThan(18)
})

test('150 programs compile and leave the heap in order', () => {
  let printed = 0
  for (let number = 1; number <= 150; number++) {
    const run = simulate(textOf(number))
    if ('kind' in run) throw new Error(`program ${number}: ${run.kind}\n${run.text}\n${textOf(number)}`)
    expect(run.actual, `program ${number}`).not.toMatch(/^(SyntaxError|IndentationError):/m)
    printed += run.actual.split('\n').length
  }
  expect(printed).toBeGreaterThan(1000)
})

test('a program is made smaller as long as it stays wrong', async () => {
  const program: Statement[] = [
    'first = [1, 2]',
    { clauses: [{ head: 'if first', body: ['second = first', 'wrong = second'] }] },
    'third = 3',
  ]
  const smaller = await reduceTree(program, async (candidate) => renderProgram(candidate).includes('wrong'))
  expect(renderProgram(smaller)).toBe('wrong = second\n')
})
