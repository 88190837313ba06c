/**
 * Line numbers of library modules. A traceback shows them, so a line that one may show has CPython's number: a mark
 * `#@ 590` in a module's source says which number the line after it has, and empty lines make it so.
 */

const MARK = /^#@ (\d+)$/

/** The source with each mark replaced by the empty lines that it asks for. */
export function placeLines(name: string, source: string): string {
  if (!source.includes('\n#@ ')) return source
  const lines: string[] = []
  for (const line of source.split('\n')) {
    const mark = MARK.exec(line)
    if (mark === null) lines.push(line)
    else {
      const before = Number(mark[1]) - 1
      if (lines.length > before)
        throw new Error(`${name}: line ${mark[1]} is asked for after line ${lines.length}`)
      while (lines.length < before) lines.push('')
    }
  }
  return lines.join('\n')
}
