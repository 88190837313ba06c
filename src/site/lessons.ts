// Order and address of the lessons, from their file names: `2-cycles` is lesson 2, at /cycles/.

import { lessonSlug } from './cell-fence.ts'

/** A lesson's place in the book; `Entry` is whatever the caller has for it. */
export interface Place<Entry> {
  number: number
  slug: string
  entry: Entry
  previous: Place<Entry> | null
  next: Place<Entry> | null
}

/** The lessons in order, each knowing its neighbours. A name without number, or a number used twice, is an error. */
export function placesOf<Entry extends { id: string }>(entries: readonly Entry[]): Place<Entry>[] {
  const places = entries.map((entry): Place<Entry> => {
    const digits = /^(\d+)-[a-z0-9-]+$/.exec(entry.id)?.[1]
    if (digits === undefined) {
      throw new Error(`content/lessons/${entry.id}.mdx: a lesson's file is named like 3-weak-references.mdx`)
    }
    return { number: Number(digits), slug: lessonSlug(entry.id), entry, previous: null, next: null }
  })
  places.sort((a, b) => a.number - b.number)
  for (const [index, place] of places.entries()) {
    const next = places[index + 1]
    if (!next) continue
    if (next.number === place.number) {
      throw new Error(`content/lessons: ${place.entry.id} and ${next.entry.id} have the same number`)
    }
    place.next = next
    next.previous = place
  }
  return places
}

/** How much a lesson holds. */
export interface Extent {
  programs: number
  exercises: number
}

/** Counts the cells of a lesson's Markdown. */
export function extentOf(markdown: string): Extent {
  const cells = markdown.match(/^\s*`{3,}python cell.*$/gm) ?? []
  const exercises = cells.filter((line) => /\sexercise(?:\s|$)/.test(line)).length
  return { programs: cells.length - exercises, exercises }
}
