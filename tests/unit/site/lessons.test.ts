import { expect, test } from 'vitest'
import { extentOf, placesOf } from '../../../src/site/lessons.ts'

test('lessons stand in the order of their numbers and know their neighbours', () => {
  const places = placesOf([{ id: '10-last' }, { id: '0-why-objects-stay' }, { id: '2-cycles' }])
  expect(places.map(({ number, slug }) => [number, slug])).toEqual([
    [0, 'why-objects-stay'],
    [2, 'cycles'],
    [10, 'last'],
  ])
  expect(places.map(({ previous, next }) => [previous?.slug ?? null, next?.slug ?? null])).toEqual([
    [null, 'cycles'],
    ['why-objects-stay', 'last'],
    ['cycles', null],
  ])
})

test.each([
  ['a file without a number', [{ id: 'cycles' }], 'content/lessons/cycles.mdx'],
  [
    'a number used twice',
    [{ id: '2-cycles' }, { id: '2-rings' }],
    '2-cycles and 2-rings have the same number',
  ],
])('%s is an error', (_what, entries, message) => {
  expect(() => placesOf(entries)).toThrow(message)
})

test('the extent counts programs and exercises, not code that is only shown', () => {
  const fence = (info: string) => `\`\`\`${info}\npass\n\`\`\`\n`
  const markdown = ['cell', 'cell session id=exercise-book', '', 'cell exercise id=x', 'solution'].map(
    (words) => fence(`python ${words}`),
  )
  expect(extentOf(markdown.join('\n'))).toEqual({ programs: 2, exercises: 1 })
})
