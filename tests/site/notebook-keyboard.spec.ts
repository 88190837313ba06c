// By keyboard alone, and by touch: everything can be reached, and left again.

import { devices, expect, type Page, test } from '@playwright/test'
import { CellPage, program, session } from './notebook-page.ts'

/** What has the focus, as its role and name or its element's name. */
function focused(page: Page): Promise<string> {
  return page.evaluate(() => {
    const element = document.activeElement
    if (!element) return ''
    return element.getAttribute('aria-label') ?? element.textContent?.trim() ?? ''
  })
}

test('Tab goes through a cell without being caught', async ({ page }) => {
  const cell = await CellPage.open(page, program)
  await cell.editor.focus()
  const visited: string[] = []
  for (let step = 0; step < 4; step++) {
    await page.keyboard.press('Tab')
    visited.push(await focused(page))
  }
  expect(visited.slice(0, 3)).toEqual(['Run', 'Stop', 'Reset'])
})

test('once one writes, Tab indents, and Escape leaves', async ({ page }) => {
  const cell = await CellPage.open(page, program)
  await expect(cell.root.getByText('Esc leaves the code, Tab indents')).toBeAttached()
  await cell.editor.focus()
  await page.keyboard.press('ControlOrMeta+Home')
  await expect(cell.code.locator('.monaco-editor').first()).toBeVisible()
  await page.keyboard.press('Tab')
  await expect(cell.code.locator('.view-line').first()).toHaveText(/^[\s\u00a0]{4}\S/)
  await page.keyboard.press('Escape')
  await expect(cell.button('Run')).toBeFocused()
  // Coming back by Tab does not spring the trap again.
  await page.keyboard.press('Shift+Tab')
  await expect(cell.editor).toBeFocused()
  await page.keyboard.press('Tab')
  await expect(cell.button('Run')).toBeFocused()
})

test('Shift+Enter runs and goes to the next cell, Ctrl+Enter stays', async ({ page }) => {
  const [first, second] = session.cells
  const one = await CellPage.open(page, { path: session.path, data: first })
  await one.editor.focus()
  await page.keyboard.press('ControlOrMeta+Enter')
  await expect(one.root).toHaveAttribute('data-validity', 'evaluated')
  await expect(one.editor).toBeFocused()
  await page.keyboard.press('Shift+Enter')
  await expect(one.editor).not.toBeFocused()
  const cells = await page
    .locator('[data-cell]')
    .evaluateAll((all) => all.map((cell) => cell.getAttribute('data-cell')))
  const next = cells[cells.indexOf(first.id) + 1]
  expect(await focused(page)).toContain(next ?? second.id)
  await one.expectDone()
  await expect(one.root).toHaveAttribute('data-validity', 'evaluated')
})

test('run, stop, edit and reset by keyboard alone', async ({ page }) => {
  const cell = await CellPage.open(page, program)
  await cell.editor.focus()
  await page.keyboard.press('ControlOrMeta+A')
  await page.keyboard.insertText('print("begun")\nwhile True: pass')
  await page.keyboard.press('ControlOrMeta+Enter')
  await expect(cell.output).toContainText('begun')
  await page.keyboard.press('Escape')
  await page.keyboard.press('Tab')
  await expect(cell.button('Stop')).toBeFocused()
  await page.keyboard.press('Enter')
  await cell.expectDone()
  // The focus stays where it was, on a button that has nothing more to do.
  await expect(cell.button('Stop')).toBeFocused()
  await page.keyboard.press('Tab')
  await page.keyboard.press('Space')
  await cell.expectText(program.data.source)
})

test('the focus can be seen', async ({ page }) => {
  const cell = await CellPage.open(page, program)
  await cell.editor.focus()
  const outline = () => cell.code.evaluate((element) => getComputedStyle(element).outlineStyle)
  expect(await outline()).toBe('solid')
  await page.keyboard.press('Tab')
  expect(await cell.button('Run').evaluate((element) => getComputedStyle(element).outlineStyle)).toBe('solid')
})

test.describe('by touch', () => {
  const { viewport, userAgent, deviceScaleFactor, isMobile, hasTouch } = devices['Pixel 7']
  test.use({ viewport, userAgent, deviceScaleFactor, isMobile, hasTouch })

  test('a plain editor takes the place of the full one', async ({ page }) => {
    const fetched: string[] = []
    page.on('request', (request) => fetched.push(request.url()))
    const cell = await CellPage.open(page, program)
    await cell.editor.tap({ position: { x: 200, y: 14 } })
    await page.keyboard.press('ControlOrMeta+A')
    await page.keyboard.type('def f():')
    await page.keyboard.press('Enter')
    await page.keyboard.type('print("by touch")')
    await expect(cell.editor).toHaveValue('def f():\n    print("by touch")')
    // What is seen has the same letters as what is written, in colours.
    await expect(cell.code.locator('.stack > pre')).toHaveText('def f():\n    print("by touch")')
    await expect(cell.code.locator('.stack > pre .hl-keyword').first()).toHaveText('def')
    await page.keyboard.press('Tab')
    await expect(cell.editor).toHaveValue(/by touch"\) {1,4}$/)
    await page.keyboard.press('ControlOrMeta+A')
    await page.keyboard.type('print("by touch")')
    await cell.button('Run').tap()
    await cell.expectDone()
    await expect(cell.output.locator('pre')).toHaveText('by touch')
    expect(fetched.filter((url) => /monaco/.test(url))).toEqual([])
  })

  test('fingers find what they aim at', async ({ page }) => {
    const cell = await CellPage.open(page, program)
    for (const name of ['Run', 'Stop', 'Reset']) {
      expect((await cell.button(name).boundingBox())?.height).toBeGreaterThanOrEqual(44)
    }
  })
})
