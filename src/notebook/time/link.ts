// A place in a recording as the address bar has it: `#cell@34`, the cell and a position (see timeline.ts). Small,
// because every cell asks at its beginning whether it is the one that the address means.

/** The cell and position that a hash names; an empty position is the beginning. null if it names none. */
export function parseLink(hash: string): { cell: string; position: string } | null {
  const match = /^#([\w-]+)@([a-z0-9.]*)$/.exec(hash)
  return match === null ? null : { cell: match[1] ?? '', position: match[2] ?? '' }
}

/** The position that the page's address has for a cell; null if it means another place. */
export function linkedPosition(cell: string): string | null {
  const link = parseLink(location.hash)
  return link?.cell === cell ? link.position : null
}

export function formatLink(cell: string, position: string): string {
  return `#${cell}@${position}`
}
