// The figures of the lessons, as a reader finds them: there without a script, with real text, readable as a table, and
// without anything that an accessibility checker complains of.

import { AxeBuilder } from '@axe-core/playwright'
import { expect, test } from '@playwright/test'
import { readLesson } from '../support/lessons.ts'
import { lessons } from '../support/site/pages.ts'

const ring = lessons.find(({ path }) => path === 'cycles/')?.path ?? 'cycles/'

test.describe('without a script', () => {
  test.use({ javaScriptEnabled: false })

  for (const { file, path } of lessons) {
    const figures = readLesson(file).flatMap((cell) => cell.figures)
    test(`${path} has its ${figures.length} figures`, async ({ page }) => {
      await page.goto(`./${path}`)
      await expect(page.locator('figure[data-figure]')).toHaveCount(figures.length)
      for (const image of await page.locator('figure[data-figure] svg:visible').all()) {
        await expect(image).toHaveAttribute('role', 'img')
        await expect(image).toHaveAccessibleName(/^The heap: /)
        expect((await image.boundingBox())?.width).toBeGreaterThan(60)
      }
    })
  }

  test('names, counts and attributes are text', async ({ page }) => {
    await page.goto(`./${ring}`)
    const images = page.locator('figure[data-figure="ring"] svg:visible')
    for (const text of ['two_nodes', 'Node#1', 'Node#2', "'a'", 'next', '2'])
      await expect(images.nth(0).getByText(text, { exact: true }).first()).toBeAttached()
    await expect(images.nth(1).locator('.box.island')).toHaveCount(2)
    await expect(images.nth(1).locator('.box.island .badge')).toHaveText(['1', '1'])
  })

  test('the same as a table, with holders that add up', async ({ page }) => {
    await page.goto(`./${ring}`)
    const figure = page.locator('figure[data-figure="ring"]').first()
    await figure.locator('summary').click()
    await expect(figure.getByRole('row').filter({ hasText: 'Node#2' }).first()).toContainText(
      '2 = local a in two_nodes + attribute next of Node#2',
    )
  })

  test('no figure makes a narrow page scroll sideways', async ({ page }) => {
    await page.setViewportSize({ width: 390, height: 800 })
    for (const { path } of lessons) {
      await page.goto(`./${path}`)
      const wide = await page.locator('html').evaluate((html) => html.scrollWidth - html.clientWidth)
      expect(wide, path).toBe(0)
    }
  })
})

for (const colorScheme of ['light', 'dark'] as const) {
  test(`figures in ${colorScheme} colours pass the accessibility checker`, async ({ page }) => {
    await page.emulateMedia({ colorScheme })
    await page.goto(`./${ring}`)
    await page.locator('figure[data-figure] summary').first().click()
    const { violations } = await new AxeBuilder({ page }).include('figure[data-figure]').analyze()
    expect(violations.map(({ id, nodes }) => [id, nodes.map((node) => node.html)])).toEqual([])
  })
}
