/**
 * Docstrings: the string a body begins with, with its indentation taken off.
 * As `_PyCompile_CleanDoc` in `Python/compile.c`, which does what `inspect.cleandoc` does but for blank lines.
 */
import type { Stmt } from '../syntax/ast.ts'

/** The docstring of a body as written, or null. */
export function docstringOf(body: readonly Stmt[]): string | null {
  const [first] = body
  if (first?.kind !== 'Expr' || first.value.kind !== 'Constant') return null
  const { value } = first.value
  return value.type === 'str' ? value.value : null
}

/** Expands tabs and removes the margin that all lines but the first have in common. */
export function cleanDocstring(text: string): string {
  const [first = '', ...rest] = expandTabs(text).split('\n')
  let margin = Number.POSITIVE_INFINITY
  for (const line of rest) {
    const indent = line.length - line.replace(/^ +/, '').length
    if (indent < line.length) margin = Math.min(margin, indent)
  }
  if (margin === Number.POSITIVE_INFINITY) margin = 0
  const cut = (line: string): string => {
    let at = 0
    while (at < margin && line[at] === ' ') at++
    return line.slice(at)
  }
  return [first.replace(/^ +/, ''), ...rest.map(cut)].join('\n')
}

function expandTabs(text: string): string {
  if (!text.includes('\t')) return text
  let column = 0
  let expanded = ''
  for (const character of text) {
    if (character === '\t') {
      const width = 8 - (column % 8)
      expanded += ' '.repeat(width)
      column += width
    } else {
      expanded += character
      column = character === '\n' || character === '\r' ? 0 : column + 1
    }
  }
  return expanded
}
