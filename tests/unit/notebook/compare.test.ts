// The comparison of outputs: which lines count as printed, recorded, the same.

import { expect, test } from 'vitest'
import { compareOutput } from '../../../src/notebook/compare.ts'

/** A comparison as text: a sign before each line, the differing part of paired lines in brackets. */
function draw(printed: string, recorded: string): string[] {
  const signs = { same: ' ', printed: '+', recorded: '-' } as const
  return compareOutput(printed, recorded).lines.map((line) => {
    const mark = line.kind === 'same' ? null : line.mark
    const text = mark
      ? `${line.text.slice(0, mark[0])}[${line.text.slice(...mark)}]${line.text.slice(mark[1])}`
      : line.text
    return signs[line.kind] + text
  })
}

test.each<[string, string, string, string[]]>([
  ['equal', 'a\nb\n', 'a\nb', [' a', ' b']],
  ['nothing printed', '', 'a', ['-a']],
  ['nothing recorded', 'a\n', '', ['+a']],
  ['a line more', 'a\nx\nb\n', 'a\nb', [' a', '+x', ' b']],
  ['a line less', 'a\nb\n', 'a\nx\nb', [' a', '-x', ' b']],
  ['a line changed', 'count: 3\n', 'count: 2', ['-count: [2]', '+count: [3]']],
  ['a line grown', 'count: 23\n', 'count: 2', ['-count: 2[]', '+count: 2[3]']],
  ['another line altogether', 'spam\n', 'eggs and ham', ['-eggs and ham', '+spam']],
  ['moved', 'b\na\n', 'a\nb', ['-a', ' b', '+a']],
  ['equal addresses', '<X object at 0x7f01>\n', '<X object at 0xdeadbeef>', [' <X object at 0xADDR1>']],
  [
    'different addresses where they should be equal',
    'at 0x1a\nat 0x1b\n',
    'at 0x2a\nat 0x2a',
    [' at 0xADDR1', '-at 0xADDR[1]', '+at 0xADDR[2]'],
  ],
  ['a small hexadecimal number is a value', '0x1f\n', '0x2f', ['-0x[2]f', '+0x[1]f']],
])('%s', (_, printed, recorded, expected) => {
  expect(draw(printed, recorded)).toEqual(expected)
})

test('long texts that differ throughout are compared all the same', () => {
  const lines = (prefix: string) => Array.from({ length: 5000 }, (_, index) => `${prefix}${index}`).join('\n')
  const comparison = compareOutput(lines('a'), lines('b'))
  expect(comparison).toMatchObject({ same: false, added: 5000, missing: 5000 })
})
