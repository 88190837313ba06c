// The keys of the plain editor: `[` and `]` stand for the ends of the selection, `|` for both.

import { expect, test } from 'vitest'
import {
  breakLine,
  indentSelection,
  outdentSelection,
  type Replacement,
  type Selected,
} from '../../../src/notebook/editor/typing.ts'

function parse(drawn: string): Selected {
  const marked = drawn.replace('|', '[]')
  return {
    text: marked.replace('[', '').replace(']', ''),
    start: marked.indexOf('['),
    end: marked.indexOf(']') - 1,
  }
}

function draw({ text }: Selected, change: Replacement): string {
  const result = text.slice(0, change.from) + change.insert + text.slice(change.to)
  const inner = result.slice(change.start, change.end)
  const middle = change.start === change.end ? '|' : `[${inner}]`
  return result.slice(0, change.start) + middle + result.slice(change.end)
}

test.each<[string, (selected: Selected) => Replacement, string, string]>([
  ['Tab at the start', indentSelection, '|x', '    |x'],
  ['Tab to the next stop', indentSelection, 'ab|c', 'ab  |c'],
  ['Tab on two lines', indentSelection, '[a\nb]', '    [a\n    b]'],
  ['Tab leaves the line after the selection', indentSelection, '[a\n]b', '    [a\n]b'],
  ['Tab leaves empty lines empty', indentSelection, '[a\n\nb]', '    [a\n\n    b]'],
  ['Shift+Tab', outdentSelection, '    x|', 'x|'],
  ['Shift+Tab with less to take', outdentSelection, '  [x\n      y]', '[x\n  y]'],
  ['Shift+Tab with nothing to take', outdentSelection, 'x|', 'x|'],
  ['Enter keeps the depth', breakLine, '    x|', '    x\n    |'],
  ['Enter after a colon', breakLine, 'if x:|', 'if x:\n    |'],
  ['Enter after a colon and a comment', breakLine, 'if x:  # so|', 'if x:  # so\n    |'],
  ['Enter after return', breakLine, '    return|', '    return\n|'],
  ['Enter replaces the selection', breakLine, 'a[b]c', 'a\n|c'],
])('%s', (_, key, before, after) => {
  expect(draw(parse(before), key(parse(before)))).toBe(after)
})
