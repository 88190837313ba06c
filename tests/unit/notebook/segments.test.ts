// Output in pieces, and tracebacks found in recorded text.

import { expect, test } from 'vitest'
import {
  appendChunks,
  appendTyped,
  joinSegments,
  printedText,
  recordedSegments,
  type Segment,
} from '../../../src/notebook/segments.ts'

test('chunks of one stream grow together', () => {
  const segments = appendChunks(
    [],
    [
      { stream: 'stdout', text: 'a' },
      { stream: 'stdout', text: 'b\n' },
      { stream: 'stderr', text: 'c\n' },
    ],
  )
  expect(segments).toEqual([
    { from: 'stdout', text: 'ab\n' },
    { from: 'stderr', text: 'c\n' },
  ])
})

test('a long text is cut, and is whole when joined', () => {
  const text = 'x'.repeat(10_001)
  const segments = appendChunks([], [{ stream: 'stdout', text }])
  expect(segments.length).toBeGreaterThan(2)
  expect(joinSegments(segments).map((block) => block.parts.join(''))).toEqual([text])
})

test('what the reader typed is shown but was not printed', () => {
  const segments: Segment[] = [{ from: 'stdout', text: 'Name: ' }]
  expect(printedText(appendTyped(segments, 'Ada\n'))).toBe('Name: ')
})

const traceback =
  'Traceback (most recent call last):\n  File "a.py", line 1, in <module>\n    f()\nValueError: no\n'

test.each<[string, string, string]>([
  ['plain', 'a\nb\n', 'out:a|b|'],
  [
    'a traceback at the end',
    `a\n${traceback}`,
    'out:a| err:Traceback (most recent call last):|  File "a.py", line 1, in <module>|    f()|ValueError: no|',
  ],
  [
    'output after an ignored exception',
    `Exception ignored in: <f>\n${traceback}b\n`,
    'err:Exception ignored in: <f>|Traceback (most recent call last):|  File "a.py", line 1, in <module>|    f()|ValueError: no| out:b|',
  ],
  [
    'a syntax error',
    '  File "a.py", line 1\n    (\n    ^\nSyntaxError: x',
    'err:  File "a.py", line 1|    (|    ^|SyntaxError: x',
  ],
])('recorded: %s', (_, text, expected) => {
  const drawn = recordedSegments(text).map(
    (segment) => `${segment.from === 'stderr' ? 'err' : 'out'}:${segment.text.replaceAll('\n', '|')}`,
  )
  expect(drawn.join(' ')).toBe(expected)
})
