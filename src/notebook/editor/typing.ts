// What Tab, Shift+Tab and Enter do in the plain editor: each a pure function from a text and a selection to the
// replacement of one stretch of it, so that the browser can insert it as typing, with its own undo.

export interface Selected {
  text: string
  start: number
  end: number
}

/** Replace `from`–`to` by `insert`, then select `start`–`end`. */
export interface Replacement {
  from: number
  to: number
  insert: string
  start: number
  end: number
}

const indent = '    '

/** Tab: spaces to the next stop, or, with more than one line selected, each line further in. */
export function indentSelection({ text, start, end }: Selected): Replacement {
  if (!text.slice(start, end).includes('\n')) {
    const column = start - lineStart(text, start)
    const insert = ' '.repeat(indent.length - (column % indent.length))
    return { from: start, to: end, insert, start: start + insert.length, end: start + insert.length }
  }
  return eachLine(text, start, end, (line) => (line === '' ? line : indent + line))
}

/** Shift+Tab: the selected lines further out. */
export function outdentSelection({ text, start, end }: Selected): Replacement {
  return eachLine(text, start, end, (line) => line.replace(/^(?: {1,4}|\t)/, ''))
}

/** Enter: a new line, indented as the one before it, and further after a colon. */
export function breakLine({ text, start, end }: Selected): Replacement {
  const before = text.slice(lineStart(text, start), start)
  const opens = /:\s*(?:#.*)?$/.test(before) && before.trim() !== ''
  const leaves = /^\s*(?:return|raise|pass|break|continue)\b/.test(before)
  const leading = /^[ \t]*/.exec(before)?.[0] ?? ''
  const depth = opens ? leading + indent : leaves ? leading.slice(0, -indent.length) : leading
  const insert = `\n${depth}`
  return { from: start, to: end, insert, start: start + insert.length, end: start + insert.length }
}

function lineStart(text: string, at: number): number {
  return text.lastIndexOf('\n', at - 1) + 1
}

function eachLine(text: string, start: number, end: number, change: (line: string) => string): Replacement {
  const from = lineStart(text, start)
  // A selection that ends at the start of a line does not mean that line.
  const last = end > start && text[end - 1] === '\n' ? end - 1 : end
  const next = text.indexOf('\n', last)
  const to = next === -1 ? text.length : next
  const before = text.slice(from, to)
  const insert = before.split('\n').map(change).join('\n')
  const firstLine = before.split('\n')[0] ?? ''
  const shift = change(firstLine).length - firstLine.length
  return {
    from,
    to,
    insert,
    start: Math.max(from, start + shift),
    end: Math.max(from, end + insert.length - before.length),
  }
}
