// The figure of the heap in the page: by keyboard from object to object, its counts taken apart, as a table and as
// text, and steady while one steps through a run.

import { AxeBuilder } from '@axe-core/playwright'
import { expect, type Locator, type Page, test } from '@playwright/test'
import { CellPage, findCell } from './notebook-page.ts'

const ring = findCell((data) => data.lesson === 'cycles' && data.id === 'ring')

/** The figure in the panel of the cell, with the run where both nodes are linked, in `two_nodes`. */
async function openFigure(page: Page): Promise<Locator> {
  const cell = await CellPage.open(page, ring)
  await cell.button('Run').focus()
  await page.keyboard.press('v')
  const panel = cell.root.getByRole('region', { name: /step by step$/ }).first()
  await expect(panel).toHaveAttribute('data-phase', 'ready')
  const figure = panel.getByRole('region', { name: 'The heap', exact: true })
  await panel.getByRole('slider', { name: 'Moment of the run' }).focus()
  await page.keyboard.press('Home')
  for (let presses = 0; presses < 60; presses++) {
    if ((await panel.locator('.place').textContent())?.startsWith('line 37')) break
    await page.keyboard.press('ArrowRight')
    await expect(panel.locator('.stage.waiting')).toHaveCount(0)
  }
  await expect(figure.getByRole('button', { name: /^Node#2 .*2$/ })).toBeVisible()
  return figure
}

test('by keyboard along the arrows, into the details and out again', async ({ page }) => {
  const figure = await openFigure(page)
  const first = figure.getByRole('button', { name: /^Node#1 / })
  const second = figure.getByRole('button', { name: /^Node#2 / })
  // One box can be reached by Tab; from there, arrows.
  expect(await figure.locator('[data-box][tabindex="0"]').count()).toBe(1)
  await figure.locator('[data-box][tabindex="0"]').focus()
  await page.keyboard.press('End')
  await expect(second).toBeFocused()
  await page.keyboard.press('ArrowLeft')
  await expect(first).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(first).toHaveAttribute('aria-pressed', 'true')
  const details = figure.getByRole('region', { name: 'About Node#1' })
  await expect(details).toContainText('local a in two_nodes')
  await page.keyboard.press('ArrowRight')
  await expect(second).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(figure.getByRole('button', { name: 'Graph' })).toBeFocused()
})

test('holders of a count lead from object to object', async ({ page }) => {
  const figure = await openFigure(page)
  await figure.getByRole('button', { name: /^Node#2 .*2$/ }).click()
  const details = figure.getByRole('region', { name: 'About Node#2' })
  await expect(details.locator('.sum')).toContainText('2 references hold it')
  await expect(details.locator('ul').first().getByRole('listitem')).toHaveText([
    /local b in two_nodes/,
    /attribute next of Node#1/,
  ])
  await details.getByRole('button', { name: 'show Node#1' }).click()
  await expect(figure.getByRole('button', { name: /^Node#1 / })).toBeFocused()
  await figure.getByRole('button', { name: 'Focus here' }).click()
  await expect(figure.getByRole('button', { name: 'Show everything', exact: true })).toBeVisible()
})

test('as a table and as text', async ({ page }) => {
  const figure = await openFigure(page)
  await figure.getByRole('button', { name: 'Table' }).click()
  const row = figure.getByRole('row').filter({ has: page.getByRole('rowheader', { name: 'Node#2' }) })
  await expect(row).toContainText('2 = local b in two_nodes + attribute next of Node#1')
  await figure.getByRole('button', { name: 'Text' }).click()
  await expect(figure.getByRole('region', { name: 'The heap as text' })).toContainText(
    'count 2 = local b in two_nodes + attribute next of Node#1',
  )
})

test('finding by name', async ({ page }) => {
  const figure = await openFigure(page)
  await figure.getByRole('searchbox', { name: 'Find' }).fill('node#2')
  await expect(figure.getByRole('status')).toHaveText('1 box found.')
  await page.keyboard.press('Enter')
  await expect(figure.getByRole('region', { name: 'About Node#2' })).toBeVisible()
})

test('boxes stay where they are from step to step', async ({ page }) => {
  const figure = await openFigure(page)
  const place = () =>
    figure.getByRole('button', { name: /^Node#1 / }).evaluate((box) => box.getAttribute('style'))
  const before = await place()
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('ArrowRight')
  await expect(figure.getByRole('button', { name: /^Node#1 / })).toBeAttached()
  expect(await place()).toBe(before)
})

for (const colorScheme of ['light', 'dark'] as const) {
  test(`nothing for the accessibility checker to complain of, ${colorScheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    const figure = await openFigure(page)
    await figure.getByRole('button', { name: /^Node#2 .*2$/ }).click()
    for (const form of ['Graph', 'Table', 'Text']) {
      await figure.getByRole('button', { name: form }).click()
      const { violations } = await new AxeBuilder({ page })
        .include('section[aria-label="The heap"]')
        .analyze()
      expect(violations.map(({ id, nodes }) => [id, nodes.map((node) => node.html)])).toEqual([])
    }
  })
}

test('a thousand objects: folded by type; opened, only what can be seen is drawn', async ({ page }) => {
  test.setTimeout(120_000)
  const soon = expect.configure({ timeout: 20_000 })
  const service = findCell((data) => data.id === 'service')
  const cell = await CellPage.open(page, service)
  await cell.button('Run').focus()
  await page.keyboard.press('v')
  const panel = cell.root.getByRole('region', { name: /step by step$/ }).first()
  await soon(panel).toHaveAttribute('data-phase', 'ready')
  await panel.getByRole('slider', { name: 'Moment of the run' }).focus()
  await page.keyboard.press('End')
  await page.keyboard.press('ArrowLeft')
  const figure = panel.getByRole('region', { name: 'The heap', exact: true })
  await soon(panel.locator('.stage.waiting')).toHaveCount(0)
  const group = figure.getByRole('button', { name: /^Report × \d+/ })
  await soon(group).toBeVisible()
  const boxes = figure.locator('[data-box]')
  expect(await boxes.count()).toBeLessThan(30)
  await group.click()
  await soon(figure.getByRole('button', { name: /^Report#\d+ / }).first()).toBeVisible()
  expect(await boxes.count()).toBeLessThan(500)
  // The keyboard reaches what was not drawn.
  await figure.locator('[data-box][tabindex="0"]').focus()
  await page.keyboard.press('End')
  const focused = figure.locator('[data-box]:focus')
  await soon(focused).toHaveCount(1)
  await soon(focused).toBeInViewport()
  await figure.getByRole('searchbox').fill('Report#777')
  await page.keyboard.press('Enter')
  await soon(figure.getByRole('region', { name: 'About Report#777' })).toContainText(
    'the value for 777 in dict#1',
  )
  await figure.getByRole('searchbox').fill('')
  await figure.getByRole('button', { name: 'Fit' }).click()
  await soon(figure.getByRole('button', { name: 'Report#1', exact: true })).toBeInViewport()
  await figure.getByRole('button', { name: 'Show everything, folded' }).click()
  await soon(group).toBeVisible()
})
