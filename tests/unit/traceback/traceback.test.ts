// The marks under source lines and the suggested names; cases recorded from CPython.

import { expect, test } from 'vitest'
import { markLines, type SourceNode } from '../../../src/simulator/objects/text/carets.ts'
import { closestName } from '../../../src/simulator/objects/text/suggestions.ts'
import { parse } from '../../../src/simulator/syntax/parser/parser.ts'
import { PySyntaxError } from '../../../src/simulator/syntax/syntax-error.ts'
import carets from './carets.json' with { type: 'json' }
import suggestions from './suggestions.json' with { type: 'json' }

function parseStatements(source: string): readonly SourceNode[] | null {
  try {
    const tree = parse(source, 'exec', '<unknown>')
    return tree.kind === 'Module' ? (tree.body as unknown as readonly SourceNode[]) : null
  } catch (error) {
    if (error instanceof PySyntaxError) return null
    throw error
  }
}

test.each(carets as [string[], number, number, string[]][])(
  'marks of %j from %i to %i',
  (lines, start, end, expected) => {
    expect(markLines({ lines, start, end }, parseStatements)).toEqual(expected)
  },
)

test('suggests what CPython suggests', () => {
  for (const [candidates, wrong, expected] of suggestions as [string[], string, string | null][]) {
    expect(closestName(wrong, candidates), `${wrong} among ${candidates.slice(0, 20)}`).toBe(expected)
  }
})
