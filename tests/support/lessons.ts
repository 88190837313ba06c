// The lessons, read as the site reads them: the same Markdown parser finds the fences, the same function
// (src/site/cell-fence.ts) makes cells of them. For the recorder and the lessons test.

import { readdirSync, readFileSync, statSync } from 'node:fs'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { mdxToMdast } from 'satteri'
import { normaliseAddresses } from '../../src/notebook/compare.ts'
import { type Cell, type ReadOptions, readCells } from '../../src/site/cell-fence.ts'
import { fencesOf, type PlacedFence } from '../../src/site/cell-plugin.ts'

/** The folder of the lessons. */
export const lessonsFolder: string = fileURLToPath(new URL('../../content/lessons', import.meta.url))

/** The paths of the lessons in the given files or folders, in order. */
export function findLessons(places: readonly string[] = [lessonsFolder]): string[] {
  return places.flatMap((place) => {
    if (statSync(place).isFile()) return [place]
    const names = readdirSync(place).filter((name) => name.endsWith('.mdx'))
    return names.sort().map((name) => join(place, name))
  })
}

/** The cells of a lesson, in order. */
export function readLesson(path: string, options: ReadOptions = {}): Cell<PlacedFence>[] {
  return readCells(fencesOf(mdxToMdast(readFileSync(path, 'utf8'))), basename(path), options)
}

/** Do two outputs of a cell agree? Addresses only have to be equal or different; the last newline does not count. */
export function isSameOutput(expected: string, actual: string): boolean {
  const plain = (text: string) => normaliseAddresses(text.replace(/\n$/, ''))
  return plain(expected) === plain(actual)
}
