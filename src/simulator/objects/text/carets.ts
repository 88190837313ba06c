/**
 * The lines that mark, under a source line of a traceback, the part where the exception arose.
 *
 * The part is a range of lines and columns. Within it, the operator of a binary operation, or the brackets of
 * a call or subscript, are marked differently (`~~^~~`): these are the *anchors*. Long ranges show only their
 * first and last lines and those around the anchors. Nothing is marked where the marks would say nothing:
 * when they cover the whole line. As `StackSummary.format_frame_summary` of `Lib/traceback.py`.
 */
import { displayWidth } from './east-asian-width.ts'

/** A node of a syntax tree, as far as anchors look at it; columns are in bytes of UTF-8. */
export interface SourceNode {
  readonly kind: string
  readonly lineno: number
  readonly end_lineno: number
  readonly col_offset: number
  readonly end_col_offset: number
  readonly value?: SourceNode | null
  readonly left?: SourceNode
  readonly right?: SourceNode
  readonly func?: SourceNode
  readonly targets?: readonly SourceNode[]
}

/** The statements of a text; null where it is not valid Python. */
type Parse = (source: string) => readonly SourceNode[] | null

/** What is marked: columns in bytes of UTF-8, in the first and the last of `lines`. */
interface Marked {
  readonly lines: readonly string[]
  readonly start: number
  readonly end: number
}

/** From the end of the left part to the start of the right part the second mark is used. Lines count from 0. */
interface Anchors {
  readonly leftLine: number
  readonly left: number
  readonly rightLine: number
  readonly right: number
}

/** The source lines of one entry of a traceback with their marks, dedented. */
export function markLines(
  { lines: original, start: startByte, end: endByte }: Marked,
  parse: Parse,
): string[] {
  const lines = dedent(original)
  const first = lines[0]!
  const last = lines.at(-1)!
  const removed = original[0]!.length - first.length
  const start = Math.max(0, unitOffset(original[0]!, startByte) - removed)
  const end = Math.max(0, unitOffset(original.at(-1)!, endByte) - removed)
  const whole = lines.join('\n')
  const segment = whole.slice(start, whole.length - (last.length - end))
  const anchors = findAnchors(segment, parse)
  const marks = isWorthMarking(lines, start, end, anchors, parse)
    ? new Marks(lines, start, end, anchors)
    : null
  return dedent(
    significantLines(lines, anchors, (line) =>
      marks === null ? [lines[line]!] : [lines[line]!, marks.under(line)],
    ),
  )
}

/** The shown lines: first, last, around the anchors; what is left out is counted. */
function significantLines(
  lines: readonly string[],
  anchors: Anchors | null,
  show: (line: number) => string[],
): string[] {
  const chosen = new Set([0, lines.length - 1])
  if (anchors !== null) {
    for (const line of [anchors.leftLine, anchors.rightLine])
      for (let each = line - 1; each <= line + 1; each++) chosen.add(each)
  }
  const sorted = [...chosen].filter((line) => line >= 0 && line < lines.length).sort((a, b) => a - b)
  const shown: string[] = []
  sorted.forEach((line, i) => {
    const gap = i === 0 ? 1 : line - sorted[i - 1]!
    if (gap === 2) shown.push(...show(line - 1))
    else if (gap > 2) shown.push(`...<${gap - 1} lines>...`)
    shown.push(...show(line))
  })
  return shown
}

/** The marks of one range of source; columns here are places on the screen. */
class Marks {
  readonly #lines: readonly string[]
  readonly #start: number
  readonly #end: number
  readonly #anchors: Anchors | null

  constructor(lines: readonly string[], start: number, end: number, anchors: Anchors | null) {
    this.#lines = lines
    this.#start = displayWidth(lines[0]!, start)
    this.#end = displayWidth(lines.at(-1)!, end)
    this.#anchors = anchors && {
      ...anchors,
      left: displayWidth(lines[anchors.leftLine]!, anchors.left + (anchors.leftLine === 0 ? start : 0)),
      right: displayWidth(lines[anchors.rightLine]!, anchors.right + (anchors.rightLine === 0 ? start : 0)),
    }
  }

  under(line: number): string {
    const text = this.#lines[line]!
    const spaces = text.length - text.trimStart().length
    const count = line === this.#lines.length - 1 ? this.#end : displayWidth(text)
    const anchors = this.#anchors
    const [primary, secondary] = anchors === null ? ['^', '^'] : ['~', '^']
    let marks = ''
    for (let column = 0; column < count; column++) {
      if (column < spaces || (line === 0 && column < this.#start)) marks += ' '
      else marks += anchors !== null && isBetween(anchors, line, column) ? secondary : primary
    }
    return marks
  }
}

function isBetween({ leftLine, left, rightLine, right }: Anchors, line: number, column: number): boolean {
  return (
    (line > leftLine || (line === leftLine && column >= left)) &&
    (line < rightLine || (line === rightLine && column < right))
  )
}

/** Whether marks say anything: not for a call that is all a `return` or a simple assignment does, nor for a whole line. */
function isWorthMarking(
  lines: readonly string[],
  start: number,
  end: number,
  anchors: Anchors | null,
  parse: Parse,
): boolean {
  const statements = parse(lines.join('\n'))
  if (statements !== null) {
    const [statement] = statements
    if (statement === undefined) return false
    const call = callOf(statement)
    const covers =
      call !== null &&
      call.lineno === 1 &&
      call.end_lineno === lines.length &&
      call.col_offset === start &&
      call.end_col_offset === end
    if (covers) return false
  }
  if (anchors !== null) return true
  return lines[0]!.slice(0, start).trim() !== '' || lines.at(-1)!.slice(end).trim() !== ''
}

/** The call in `return f(…)` or `name = …(…)`. */
function callOf({ kind, value, targets }: SourceNode): SourceNode | null {
  if (value?.kind !== 'Call') return null
  if (kind === 'Return') return value.func!.kind === 'Name' ? value : null
  return kind === 'Assign' && targets!.length === 1 && targets![0]!.kind === 'Name' ? value : null
}

/** The anchors of an expression given as text; null where it has none. */
function findAnchors(segment: string, parse: Parse): Anchors | null {
  // Brackets make any part of an expression that spans lines an expression; they shift its lines by one.
  const statements = parse(`(\n${segment}\n)`)
  const statement = statements?.length === 1 ? statements[0]! : null
  const expression = statement?.kind === 'Expr' ? statement.value : null
  if (expression == null) return null
  const walker = new Walker(segment.split('\n'))
  switch (expression.kind) {
    case 'BinOp':
      return walker.operator(expression)
    case 'Subscript':
      return walker.brackets(expression, expression.value!, '[')
    case 'Call':
      return walker.brackets(expression, expression.func!, '(')
    default:
      return null
  }
}

interface Place {
  readonly line: number
  readonly column: number
}

/** Looks for characters in the lines of an expression, over line ends, backslashes and comments. */
class Walker {
  readonly #lines: readonly string[]

  constructor(lines: readonly string[]) {
    this.#lines = lines
  }

  operator({ left, right }: SourceNode): Anchors | null {
    const found = this.#find(this.#endOf(left!), (character) => character.trim() !== '' && character !== ')')
    if (found === null) return null
    const { line, column } = found
    const text = this.#lines[line]!
    const rightLine = right!.lineno - 2
    const next = text[column + 1]
    const isLong =
      next !== undefined &&
      (rightLine > line || column + 1 < unitOffset(this.#lines[rightLine] ?? '', right!.col_offset)) &&
      next.trim() !== '' &&
      next !== '\\' &&
      next !== '#'
    return { leftLine: line, left: column, rightLine: line, right: column + (isLong ? 2 : 1) }
  }

  brackets(whole: SourceNode, before: SourceNode, bracket: string): Anchors | null {
    const found = this.#find(this.#endOf(before), (character) => character === bracket)
    if (found === null) return null
    const end = this.#endOf(whole)
    if (end.line >= this.#lines.length) return null
    return { leftLine: found.line, left: found.column, rightLine: end.line, right: end.column }
  }

  #endOf({ end_lineno, end_col_offset }: SourceNode): Place {
    const line = end_lineno - 2
    return { line, column: unitOffset(this.#lines[line] ?? '', end_col_offset) }
  }

  /** The first character from `place` on that `isWanted`; null where the text ends before. */
  #find(place: Place, isWanted: (character: string) => boolean): Place | null {
    let { line, column } = place
    while (line < this.#lines.length) {
      const character = this.#lines[line]![column]
      if (character === undefined || character === '\\' || character === '#') {
        line++
        column = 0
      } else if (isWanted(character)) return { line, column }
      else column++
    }
    return null
  }
}

/** The index in a JS string of a byte offset of its UTF-8 form. */
function unitOffset(text: string, byte: number): number {
  let bytes = 0
  let units = 0
  for (const character of text) {
    if (bytes >= byte) break
    const point = character.codePointAt(0)!
    bytes += point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4
    units += character.length
  }
  return units
}

/** Removes the indentation that all lines share; lines of nothing but blanks become empty (`textwrap.dedent`). */
function dedent(lines: readonly string[]): string[] {
  let margin: string | null = null
  for (const line of lines) {
    const indent = /^[ \t]*/.exec(line)![0]
    if (indent.length === line.length) continue
    if (margin === null) margin = indent
    else {
      let common = 0
      while (common < margin.length && margin[common] === indent[common]) common++
      margin = margin.slice(0, common)
    }
  }
  const removed = margin?.length ?? 0
  return lines.map((line) => (/^[ \t]*$/.test(line) ? '' : line.slice(removed)))
}
