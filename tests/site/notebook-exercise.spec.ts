// Exercises: the starter fails, the solution passes, each check by itself; help only when asked for.

import { expect, test } from '@playwright/test'
import { CellPage, exercises } from './notebook-page.ts'

const [first] = exercises
if (!first?.data.exercise) throw new Error('no lesson has an exercise')
const { checks, hints, solution } = first.data.exercise

for (const exercise of exercises) {
  test(`${exercise.path}${exercise.data.id}: the starter fails, the solution passes`, async ({ page }) => {
    const cell = await CellPage.open(page, exercise)
    const lines = cell.root.locator('[data-check]')
    const count = exercise.data.exercise?.checks.length ?? 0
    await expect(cell.root.locator('[data-check="open"]')).toHaveCount(count)
    await cell.button('Check').click()
    await cell.expectDone()
    const reached = !(await cell.root.getByText('did not reach its last line').isVisible())
    if (reached) {
      await expect(cell.root.locator('[data-check="open"]')).toHaveCount(0)
      const failed = cell.root.locator('[data-check="failed"]')
      expect(await failed.count()).toBeGreaterThan(0)
      // A check that fails teaches.
      for (const line of await failed.all()) await expect(line.locator('p')).not.toBeEmpty()
    }

    await cell.root.getByText('Solution', { exact: true }).click()
    await cell.button('Put it into the editor').click()
    await cell.button('Check').click()
    await cell.expectDone()
    await expect(cell.root.locator('[data-check="passed"]')).toHaveCount(count)
    await expect(lines).toHaveCount(count)
    await expect(cell.verdict).toHaveText(count === 1 ? 'The check passed.' : `All ${count} checks passed.`)
  })
}

test('each check has its title, its own line, and is read as words', async ({ page }) => {
  const cell = await CellPage.open(page, first)
  await cell.button('Check').click()
  await cell.expectDone()
  const lines = cell.root.getByRole('list', { name: 'Checks' }).getByRole('listitem')
  await expect(lines).toHaveCount(checks.length)
  for (const [index, check] of checks.entries()) {
    await expect(lines.nth(index)).toContainText(check.title)
    await expect(lines.nth(index)).toContainText(/Passed|Not yet|Not checked/)
  }
})

test('hints come one after the other', async ({ page }) => {
  const cell = await CellPage.open(page, first)
  const shown = cell.root.locator('summary', { hasText: 'Hint' })
  for (let index = 0; index < hints.length; index++) {
    await expect(shown).toHaveCount(index + 1)
    await shown.nth(index).click()
    // What stands between backticks is shown as code.
    const text = (hints[index] ?? '').replaceAll('`', '')
    await expect(cell.root.getByRole('paragraph').filter({ hasText: text })).toBeVisible()
  }
  await expect(shown).toHaveCount(hints.length)
})

test('the solution takes nothing away', async ({ page }) => {
  const cell = await CellPage.open(page, first)
  await cell.write('print("my own attempt")')
  await cell.root.getByText('Solution', { exact: true }).click()
  await cell.button('Put it into the editor').click()
  await cell.expectText(solution)
  await cell.button('Back to my code').click()
  await cell.expectText('print("my own attempt")')
})

test('a program that does not reach its last line is not checked, and says so', async ({ page }) => {
  const cell = await CellPage.open(page, first)
  await cell.write('raise ValueError("no")')
  await cell.button('Check').click()
  await expect(cell.root).toContainText('did not reach its last line')
  await expect(cell.root.locator('[data-check="open"]')).toHaveCount(checks.length)
})
