// axe finds nothing on any page, in either scheme, wide or narrow.

import { AxeBuilder } from '@axe-core/playwright'
import { expect, test } from '@playwright/test'
import { lessons, paths } from '../support/site/pages.ts'

// Every cell has a region "Code" and a region "Output", told apart by the cell's own name around them.
const allowed = ['landmark-unique']

for (const colorScheme of ['light', 'dark'] as const) {
  for (const path of [...paths, 'nowhere/']) {
    test(`/${path} in ${colorScheme}`, async ({ page }) => {
      await page.emulateMedia({ colorScheme })
      for (const width of [1280, 390]) {
        await page.setViewportSize({ width, height: 800 })
        await page.goto(`./${path}`)
        const cell = page.locator('[data-cell]').last()
        if (lessons.some((lesson) => lesson.path === path))
          await expect(cell).toHaveAttribute('data-ready', '')
        const { violations } = await new AxeBuilder({ page }).disableRules(allowed).analyze()
        const found = violations.flatMap(({ id, nodes }) =>
          nodes.map((node) => `${id}: ${node.target.join(' ')}: ${node.failureSummary}`),
        )
        expect(found).toEqual([])
      }
    })
  }
}
