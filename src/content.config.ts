// The lessons: one MDX file each. Its name gives order and address (`0-why-objects-stay.mdx`), its frontmatter the rest.

import { defineCollection } from 'astro:content'
import { glob } from 'astro/loaders'
import { z } from 'astro/zod'

const lessons = defineCollection({
  loader: glob({
    pattern: '*.mdx',
    base: './content/lessons',
    generateId: ({ entry }) => entry.replace(/\.mdx$/, ''),
  }),
  schema: z.strictObject({
    title: z.string().min(1),
    /** One sentence for the table of contents and for search engines. */
    summary: z.string().min(1),
  }),
})

export const collections = { lessons }
