// A fence `figure` belongs to a cell and says which moment of its run is drawn; what is wrong with it is said with file
// and line.

import { mdxToJs, mdxToMdast } from 'satteri'
import { describe, expect, test } from 'vitest'
import { readCells } from '../../../src/site/cell-fence.ts'
import { cellPlugin, fencesOf } from '../../../src/site/cell-plugin.ts'

const fence = (info: string, text = '') => `\`\`\`${info}\n${text === '' ? '' : `${text}\n`}\`\`\`\n`
const cell = (words = '', source = 'x = []\n\ny = x') =>
  fence(`python cell ${words}`, source) + fence('output')
const figures = (markdown: string) =>
  readCells(fencesOf(mdxToMdast(markdown)), '2-cycles.mdx').flatMap((found) =>
    found.figures.map(({ data }) => data),
  )

test('a figure under a cell', () => {
  expect(
    figures(cell('id=ring') + fence('figure after=3 time=2 show=x,y', 'Two names.\nOne list.')),
  ).toMatchObject([
    {
      cell: { id: 'ring' },
      before: [],
      after: 3,
      time: 2,
      show: ['x', 'y'],
      hide: [],
      open: [],
      caption: 'Two names. One list.',
      file: '2-cycles.mdx',
      line: 8,
    },
  ])
})

test('several figures under one cell, and one further down that names it', () => {
  const markdown = `${cell('id=ring')}${fence('figure after=1', 'A')}${fence('figure end', 'B')}
Text.

${fence('figure of=ring after=3', 'C')}`
  expect(figures(markdown).map(({ after, caption }) => [after, caption])).toEqual([
    [1, 'A'],
    [null, 'B'],
    [3, 'C'],
  ])
})

test('a figure of a session cell knows the cells before it', () => {
  const markdown =
    cell('session id=one') + cell('id=other') + cell('session id=two') + fence('figure end', 'A')
  expect(figures(markdown)[0]?.before.map(({ id }) => id)).toEqual(['one'])
})

test('the page gets an element in its place', async () => {
  const markdown = `Before.\n\n${cell('id=ring')}${fence('figure end', 'A caption.')}\nAfter.\n`
  const { code } = await mdxToJs(markdown, { mdastPlugins: [cellPlugin] })
  expect(code).toMatch(/LessonFigure/)
  expect(code.indexOf('NotebookCell')).toBeGreaterThan(-1)
  expect(code).toContain('A caption.')
})

describe('mistakes', () => {
  test.each([
    ['figure', 'x', 'found a `figure` without a moment; write after=LINE, a line of the cell, or end'],
    ['figure end', '', 'found a `figure` without a caption; its text is the caption'],
    ['figure befor=3', 'x', 'found "befor=3"; after `figure` may stand: after=LINE or end'],
    ['figure after=three', 'x', 'found "after=three"; after takes a number from 1'],
    ['figure after=3 end', 'x', 'found "end", but the moment is already given'],
    ['figure end time=2', 'x', 'found time=… with end; time belongs to after=LINE'],
    [
      'figure after=9',
      'x',
      'found after=9, but "ring" has 3 lines; it takes a line of the cell that is executed',
    ],
    ['figure after=2', 'x', 'found after=2, but line 2 of "ring" does nothing'],
    ['figure of=knot end', 'x', 'found of=knot, which is no cell of the page'],
  ])('%s', (info, caption, message) => {
    expect(() => figures(cell('id=ring') + fence(info, caption))).toThrow(`2-cycles.mdx:8: ${message}`)
  })

  test('a figure without a cell', () => {
    expect(() => figures(fence('figure end', 'x'))).toThrow(
      '2-cycles.mdx:1: found a `figure` that follows no cell',
    )
  })
})
