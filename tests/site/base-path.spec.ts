// The same build works from a folder deep below the root of a host: pages, styles, fonts, scripts, the worker, the
// editor that is loaded late.

import { expect, test } from '@playwright/test'
import { lessons, paths, watch } from '../support/site/pages.ts'

const site = () => process.env['DEEP_SITE_URL'] ?? ''

for (const path of paths) {
  test(`/${path} loads completely`, async ({ page }) => {
    const expectNoProblems = watch(page)
    await page.goto(site() + path, { waitUntil: 'networkidle' })
    const fonts = await page.evaluate(async () => {
      await document.fonts.ready
      return [...document.fonts].filter((font) => font.status === 'loaded').length
    })
    expect(fonts).toBeGreaterThan(0)
    for (const link of await page.getByRole('link').all()) {
      const href = await link.evaluate((element: HTMLAnchorElement) => element.href)
      const isOurs = new URL(href).hostname === '127.0.0.1'
      if (isOurs) expect(href.startsWith(site()), href).toBe(true)
    }
    expectNoProblems()
  })
}

test('a program runs and its editor opens', async ({ page }) => {
  const expectNoProblems = watch(page)
  await page.goto(site() + (lessons[0]?.path ?? ''))
  const cell = page.locator('[data-cell]').first()
  await cell.getByRole('button', { name: 'Run' }).click()
  await expect(cell).toHaveAttribute('data-validity', 'evaluated')
  await cell.getByRole('textbox', { name: /^Python code/ }).click()
  await page.keyboard.insertText('# ')
  await expect(cell.locator('.monaco-editor').first()).toBeVisible()
  expectNoProblems()
})
