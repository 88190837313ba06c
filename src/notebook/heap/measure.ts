// How large the boxes of a figure are. All text in a figure is set in one monospaced typeface, so that its width is
// the number of characters times a constant, known without a browser; a fallback typeface is about as wide.

/** Width of a character as a fraction of the size of the type. */
const advance = 0.6

export const titleSize = 13
export const rowSize = 12
export const noteSize = 11
/** Height of a box's first line, of each row, and of what is below the last one. */
export const headHeight = 28
export const rowHeight = 20
export const footHeight = 7
export const padding = 11
export const badgeRadius = 11

/** Characters that a label or value may have. */
const longest = 24

/** `text`, cut in the middle of nothing: its first characters and an ellipsis. */
export function shortened(text: string): string {
  const characters = [...text]
  return characters.length <= longest ? text : `${characters.slice(0, longest - 1).join('')}…`
}

/** The width of `text` in the typeface of the figures. */
export function textWidth(text: string, size: number): number {
  let width = 0
  for (const character of text) width += isWide(character.codePointAt(0) as number) ? 2 : 1
  return width * advance * size
}

/** Characters of East Asian scripts and pictures take two places. */
function isWide(code: number): boolean {
  return (
    (code >= 0x1100 && code <= 0x115f) ||
    (code >= 0x2e80 && code <= 0xa4cf) ||
    (code >= 0xac00 && code <= 0xd7a3) ||
    (code >= 0xf900 && code <= 0xfaff) ||
    (code >= 0xfe30 && code <= 0xfe6f) ||
    (code >= 0xff00 && code <= 0xff60) ||
    code >= 0x1f300
  )
}

/** The width of the pill that holds a count. */
export function badgeWidth(badge: string | null): number {
  return badge === null ? 0 : Math.max(2 * badgeRadius, textWidth(badge, rowSize) + 12)
}

interface Measured {
  title: string
  note: string
  badge: string | null
  rows: readonly { label: string; value: string; kind: string; bell: boolean; port: string | null }[]
  lines: readonly string[]
}

/** Where a row's value begins, so that the values of a box stand in one column; from the box's left side. */
export function valueColumn(rows: Measured['rows']): number {
  let widest = 0
  for (const row of rows)
    if (row.value !== '' && row.label !== '') widest = Math.max(widest, textWidth(row.label, rowSize))
  return padding + (widest === 0 ? 0 : widest + 10)
}

/** The size of a box. */
export function boxSize(box: Measured): { width: number; height: number } {
  const column = valueColumn(box.rows)
  const note = box.note === '' ? 0 : textWidth(box.note, noteSize) + 10
  let inside = textWidth(box.title, titleSize) + note + (box.badge === null ? 0 : badgeWidth(box.badge) + 2)
  for (const row of box.rows) {
    const label = textWidth(row.label, rowSize) + (row.bell ? 18 : 0)
    const value = row.value === '' ? 0 : column - padding + textWidth(row.value, rowSize)
    inside = Math.max(inside, label, value)
  }
  for (const line of box.lines) inside = Math.max(inside, textWidth(line, noteSize))
  const width = Math.max(72, Math.ceil(inside + 2 * padding))
  const rows = box.rows.length * rowHeight
  const lines = box.lines.length * 15
  const foot = rows + lines === 0 ? 0 : footHeight
  return { width, height: headHeight + rows + lines + foot }
}
