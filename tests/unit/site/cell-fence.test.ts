// The fences of a lesson become cells, and every mistake in them is named with file, line, what was found and what
// is allowed.

import { mdxToJs, mdxToMdast } from 'satteri'
import { describe, expect, test } from 'vitest'
import { lessonSlug, type ReadOptions, readCells } from '../../../src/site/cell-fence.ts'
import { cellPlugin, fencesOf } from '../../../src/site/cell-plugin.ts'
import { LessonError } from '../../../src/site/lesson-error.ts'

const read = (markdown: string, options?: ReadOptions) =>
  readCells(fencesOf(mdxToMdast(markdown)), '3-weak-references.mdx', options).map((cell) => cell.data)

const fence = (info: string, text = '') => `\`\`\`${info}\n${text === '' ? '' : `${text}\n`}\`\`\`\n`

const check = fence('python check', 'def check_it():\n    """it works"""\n    assert main.x')
const exercise = (...fences: string[]) => fence('python cell exercise', 'x = 0') + fences.join('')

test('a program with its output', () => {
  expect(read(fence('python cell', 'print(1)') + fence('output', '1'))).toEqual([
    {
      lesson: 'weak-references',
      id: 'cell-1',
      kind: 'program',
      source: 'print(1)',
      expected: '1\n',
      raises: null,
      exercise: null,
    },
  ])
})

test('the words of a cell, in any order', () => {
  const [data] = read(fence('python cell raises=ValueError session id=third', 'f()') + fence('output', 'x'))
  expect(data).toMatchObject({ id: 'third', kind: 'session', raises: 'ValueError' })
})

test('a cell without output is one that prints nothing', () => {
  expect(read(fence('python cell', 'x = 1') + fence('output'))[0]?.expected).toBe('')
})

test('cells are numbered by their place among the cells', () => {
  const cell = fence('python cell', 'x') + fence('output')
  expect(read(`${cell}${fence('python', 'only shown')}\n${cell}`).map((data) => data.id)).toEqual([
    'cell-1',
    'cell-2',
  ])
})

test('cells in lists and in elements', () => {
  const cell = fence('python cell', 'x') + fence('output', 'y')
  const markdown = `- item\n\n${cell.replace(/^/gm, '  ')}\n<Note>\n\n${cell}\n</Note>\n`
  expect(read(markdown).map((data) => data.expected)).toEqual(['y\n', 'y\n'])
})

test('an exercise', () => {
  const hints = fence('hint', 'First.') + fence('hint', 'Then.')
  const answers =
    fence('python solution', 'x = 1') + fence('python wrong', 'x = 2') + fence('python wrong', 'x = 3')
  expect(read(exercise(fence('output', 'no'), check, hints, answers))[0]).toMatchObject({
    source: 'x = 0',
    expected: 'no\n',
    exercise: {
      checks: [{ name: 'check_it', title: 'it works' }],
      hints: ['First.', 'Then.'],
      solution: 'x = 1',
      wrong: ['x = 2', 'x = 3'],
    },
  })
})

test('the recorder reads cells that wait for their output', () => {
  expect(read(fence('python cell', 'x'), { missingOutput: 'allow' })).toHaveLength(1)
})

test.each([
  ['0-why-objects-stay.mdx', 'why-objects-stay'],
  ['content/lessons/12-cycles.mdx', 'cycles'],
])('the slug of %s', (file, slug) => {
  expect(lessonSlug(file)).toBe(slug)
})

describe('mistakes', () => {
  const solution = fence('python solution', 'x = 1')
  const output = fence('output')
  const cases: [what: string, markdown: string, message: string][] = [
    [
      'an unknown word',
      `\n${fence('python cell sesion', 'x')}${output}`,
      ':2: found "sesion"; after `cell` may stand: program or session, exercise, id=name, raises=ExceptionName',
    ],
    [
      'an unknown first word',
      fence('python cel', 'x'),
      ':1: found "cel"; after `python` may stand: cell, check',
    ],
    ['an option without value', fence('python cell id', 'x') + output, ':1: found "id";'],
    [
      'a word with a value it does not take',
      fence('python cell session=1', 'x') + output,
      ':1: found "session=1";',
    ],
    [
      'program and session',
      fence('python cell program session', 'x') + output,
      ':1: found "session", but program or',
    ],
    ['two ids', fence('python cell id=a id=b', 'x') + output, ':1: found "id=b", but id is already given'],
    [
      'an id that is no name',
      fence('python cell id=A!', 'x') + output,
      ':1: found the id "A!"; an id is lower-case',
    ],
    ['raises without a class', fence('python cell raises=a-b', 'x') + output, ':1: found raises="a-b"'],
    ['a missing output', `text\n\n${fence('python cell', 'x')}`, ':3: found a cell without its output;'],
    [
      'an output that is not directly below',
      `${fence('python cell', 'x')}\ntext\n\n${output}`,
      ':1: found a cell without its output;',
    ],
    ['an output without a cell', `text\n\n${output}`, ':3: found `output` that follows no cell;'],
    ['two outputs', fence('python cell', 'x') + output + output, ':6: found a second `output`;'],
    [
      'a word after output',
      fence('python cell', 'x') + fence('output wide'),
      ':4: found "wide" after `output`;',
    ],
    [
      'a duplicate id',
      (fence('python cell id=a', 'x') + output).repeat(2),
      ':6: found a second cell with the id "a" (the first is on line 1)',
    ],
    [
      'a solution without an exercise',
      fence('python cell', 'x') + output + solution,
      ':6: found `python solution` under',
    ],
    [
      'an exercise in a session',
      fence('python cell session exercise', 'x') + output,
      ':1: found "session" with',
    ],
    ['an exercise without a check', exercise(output, solution), ':1: found an exercise without a check;'],
    ['an exercise without a solution', exercise(output, check), ':1: found an exercise without a solution;'],
    ['two solutions', exercise(output, check, solution, solution), ':14: found a second solution;'],
    [
      'a check without checks',
      exercise(output, fence('python check', 'assert True'), solution),
      ':6: found a check fence without a check;',
    ],
    [
      'a check without a title',
      exercise(output, fence('python check', 'def check_a():\n    assert 1'), solution),
      ':7: found check_a without a title;',
    ],
    [
      'a check with parameters',
      exercise(output, fence('python check', 'def check_a(x):\n    """a"""'), solution),
      ':7: found `def check_a(x):`;',
    ],
  ]

  test.each(cases)('%s', (_what, markdown, message) => {
    expect(() => read(markdown)).toThrow(LessonError)
    expect(() => read(markdown)).toThrow(`3-weak-references.mdx${message}`)
  })
})

describe('in the page', () => {
  const compile = (markdown: string) =>
    mdxToJs(markdown, { mdastPlugins: [cellPlugin], fileURL: new URL('file:///lessons/2-cycles.mdx') })

  test('a cell becomes an element with its data, its code in it, its other fences gone', async () => {
    const { code } = await compile(`${fence('python cell', 'print("a")')}${fence('output', 'OUT')}`)
    expect(code).toContain('_jsx(NotebookCell, {')
    expect(code).toContain('"lesson": "cycles"')
    expect(code.match(/OUT/g)).toHaveLength(1)
    expect(code).toContain('children: "print(\\"a\\")\\n"')
  })

  test('a mistake ends the compilation', async () => {
    await expect(async () => compile(fence('python cell x', '1'))).rejects.toThrow(
      '2-cycles.mdx:1: found "x"',
    )
  })
})
