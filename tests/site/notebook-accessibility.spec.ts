// axe on cells in use: the editor open, output that differs, an error, checks failed, a field for input.

import { AxeBuilder } from '@axe-core/playwright'
import { expect, test } from '@playwright/test'
import { CellPage, exercises, program } from './notebook-page.ts'

// Every cell has a region "Code" and a region "Output", told apart by the cell's own name around them.
const allowed = ['landmark-unique']

async function expectNothingFound(cell: CellPage): Promise<void> {
  const axe = new AxeBuilder({ page: cell.page }).include(`[data-cell="${cell.id}"]`)
  const { violations } = await axe.disableRules(allowed).analyze()
  const found = violations.flatMap(({ id, nodes }) =>
    nodes.map((node) => `${id}: ${node.target.join(' ')}: ${node.failureSummary}`),
  )
  expect(found).toEqual([])
}

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(colorScheme, () => {
    test.use({ colorScheme })

    test('an edited program with the editor open, before and after its run', async ({ page }) => {
      const cell = await CellPage.open(page, program)
      await cell.write('print("something else")')
      await expect(cell.code.locator('.monaco-editor').first()).toBeVisible()
      await expectNothingFound(cell)
      await cell.run()
      await cell.root.locator('summary', { hasText: 'Differences' }).click()
      await expectNothingFound(cell)
      await page.keyboard.press('ControlOrMeta+Enter')
      await cell.write('# out of date')
      await expectNothingFound(cell)
    })

    test('a syntax error', async ({ page }) => {
      const cell = await CellPage.open(page, program)
      await cell.write('print("fine")\nprint(')
      await cell.run()
      await expect(cell.root).toContainText('Line 2: SyntaxError')
      await expectNothingFound(cell)
    })

    test('a program that waits for input', async ({ page }) => {
      const cell = await CellPage.open(page, program)
      await cell.write('name = input("Name: ")')
      await cell.button('Run').click()
      await expect(cell.output.getByRole('textbox')).toBeVisible()
      // The sentence about it fades in.
      await page.waitForTimeout(500)
      await expectNothingFound(cell)
    })

    test('an exercise that fails, with its help open', async ({ page }) => {
      const [exercise] = exercises
      if (!exercise) throw new Error('no lesson has an exercise')
      const cell = await CellPage.open(page, exercise)
      await cell.button('Check').click()
      await cell.expectDone()
      for (const summary of await cell.root.locator('summary').all()) await summary.click()
      await expectNothingFound(cell)
    })
  })
}
