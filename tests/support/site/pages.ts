// The pages of the site, and what every visit to one is held to.

import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { expect, type Page } from '@playwright/test'
import { lessonSlug } from '../../../src/site/cell-fence.ts'
import { findLessons } from '../lessons.ts'

/** The lessons' files and addresses, in order; an address is relative to the site's. */
export const lessons: { file: string; path: string; title: string }[] = findLessons().map((file) => ({
  file,
  path: `${lessonSlug(basename(file))}/`,
  title: /^title:\s*(.+)$/m.exec(readFileSync(file, 'utf8'))?.[1]?.trim() ?? '',
}))

/** All addresses of the site. */
export const paths: string[] = ['', ...lessons.map((lesson) => lesson.path), 'reference/']

/**
 * Remembers what goes wrong on `page`: errors, failed requests, requests to other hosts, breaches of the content
 * security policy (which the console reports). The function returned expects that nothing has.
 */
export function watch(page: Page): () => void {
  const problems: string[] = []
  page.on('pageerror', (error) => problems.push(`error: ${error.message}`))
  page.on('console', (message) => {
    if (message.type() === 'error') problems.push(`console: ${message.text()}`)
  })
  page.on('requestfailed', (request) =>
    problems.push(`failed: ${request.url()} ${request.failure()?.errorText}`),
  )
  page.on('response', (response) => {
    if (response.status() >= 400) problems.push(`${response.status()}: ${response.url()}`)
  })
  page.on('request', (request) => {
    const { protocol, hostname } = new URL(request.url())
    if (protocol.startsWith('http') && hostname !== '127.0.0.1') problems.push(`elsewhere: ${request.url()}`)
  })
  return () => expect(problems).toEqual([])
}
