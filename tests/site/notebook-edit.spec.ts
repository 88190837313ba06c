// Editing: from the highlighted block to the editor without a jump; nothing typed is lost, not by a reload, not by a
// reset, not by a change of the lesson.

import { expect, test } from '@playwright/test'
import { CellPage, program } from './notebook-page.ts'

test('a click writes at once, and the editor takes over where it is', async ({ page }) => {
  const cell = await CellPage.open(page, program)
  await page.evaluate(() => {
    const seen: number[] = []
    Object.assign(globalThis, { layoutShifts: seen })
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) seen.push((entry as unknown as { value: number }).value)
    }).observe({ type: 'layout-shift' })
  })
  await cell.code.evaluate((code) => code.scrollIntoView())
  const before = await cell.code.boundingBox()
  await cell.editor.click({ position: { x: 300, y: 14 } })
  // Before the editor is there.
  await page.keyboard.type('  # ab')
  await expect(cell.code.locator('.monaco-editor').first()).toBeVisible()
  await page.keyboard.type('cd')
  await expect(cell.code.locator('.view-line').first()).toContainText('abcd')
  expect(await cell.code.boundingBox()).toEqual(before)
  const shifts = await page.evaluate(() => (globalThis as unknown as { layoutShifts: number[] }).layoutShifts)
  // The caret moves, and that counts a little; a line that moved would count a thousand times as much.
  expect(shifts.reduce((sum, value) => sum + value, 0)).toBeLessThan(0.002)
})

test('the editor has the letters, colours and place of the block', async ({ page }) => {
  const cell = await CellPage.open(page, program)
  /** The words that are pieces of their own, with their place in the block. */
  const words = (scope: string) =>
    cell.code.evaluate((code, scope) => {
      const origin = code.getBoundingClientRect()
      return [...code.querySelectorAll(scope)].flatMap((span) => {
        const text = span.textContent ?? ''
        const { left, top, height } = span.getBoundingClientRect()
        const { color, fontFamily, fontSize } = getComputedStyle(span)
        const x = Math.round(left - origin.left)
        const y = Math.round(top + height / 2 - origin.top)
        const font = `${fontSize} ${fontFamily.split(',')[0]}`
        return /^\w+$/.test(text) ? [{ text, color, font, x, y }] : []
      })
    }, scope)
  const before = await words('.still .line > span')
  await cell.editor.click({ position: { x: 300, y: 14 } })
  await expect(cell.code.locator('.view-line').first()).toBeVisible()
  await expect.poll(async () => (await words('.view-line > span > span')).length).toBeGreaterThan(2)
  // Monaco joins neighbours of one colour: the words that are pieces in both have to agree in everything.
  const after = await words('.view-line > span > span')
  const near = (a: { x: number; y: number }, b: { x: number; y: number }) =>
    Math.hypot(a.x - b.x, a.y - b.y) < 2
  const pairs = after.flatMap((found) => {
    const same = before.find((word) => word.text === found.text && near(word, found))
    return same ? [[found, same] as const] : []
  })
  expect(pairs.length).toBeGreaterThan(2)
  for (const [found, same] of pairs) {
    expect([found.text, found.color, found.font]).toEqual([same.text, same.color, same.font])
  }
})

test('an edit survives a reload', async ({ page }) => {
  const cell = await CellPage.open(page, program)
  await cell.write('print("mine")')
  await page.reload()
  await expect(cell.root).toHaveAttribute('data-ready', '')
  await cell.expectText('print("mine")')
  await expect(cell.verdict).toContainText('Output of the original code')
  await cell.run()
  await expect(cell.output.locator('pre')).toHaveText('mine')
})

test('reset asks nothing and can be undone, also after a reload', async ({ page }) => {
  const cell = await CellPage.open(page, program)
  await cell.write('print("mine")')
  await cell.button('Reset').click()
  await cell.expectText(program.data.source)
  await expect(cell.verdict).toHaveText('Recorded from CPython 3.13.')
  await cell.button('Undo reset').click()
  await cell.expectText('print("mine")')
  await expect(cell.button('Undo reset')).toBeHidden()

  await cell.button('Reset').click()
  await page.reload()
  await expect(cell.root).toHaveAttribute('data-ready', '')
  await cell.expectText(program.data.source)
  await cell.button('Undo reset').click()
  await cell.expectText('print("mine")')
})

test('when the lesson has changed since the edit, the reader chooses', async ({ page }) => {
  const cell = await CellPage.open(page, program)
  await cell.write('print("mine")')
  await page.evaluate(() => dispatchEvent(new Event('pagehide')))
  // The same edit, as if it had been made on another original.
  const key = await page.evaluate(() => {
    const own = Object.keys(localStorage).find((name) => name.startsWith('heapbook:')) ?? ''
    const entry = localStorage.getItem(own) ?? ''
    localStorage.clear()
    localStorage.setItem(own.replace(/[^:]*$/, 'earlier'), entry)
    return own
  })
  expect(key).toContain(program.data.id)
  // Reloading saves nothing new, because nothing is unsaved.
  await page.reload()
  await expect(cell.root).toHaveAttribute('data-ready', '')
  await expect(cell.root).toContainText('This example has changed since you edited it.')
  await cell.expectText(program.data.source)

  await cell.button('Take the new one').click()
  await cell.expectText(program.data.source)
  await cell.button('Use it').click()
  await cell.expectText('print("mine")')
})

test('where nothing can be stored, the reader is told', async ({ page }) => {
  await page.addInitScript(() => {
    Storage.prototype.setItem = () => {
      throw new DOMException('full', 'QuotaExceededError')
    }
  })
  const cell = await CellPage.open(page, program)
  await cell.write('print("mine")')
  await expect(cell.root).toContainText('does not let this page store edits')
})

test('a syntax error is marked in the editor and named beside it', async ({ page }) => {
  const cell = await CellPage.open(page, program)
  await cell.write('print("fine")\nprint(')
  await cell.run()
  await expect(cell.verdict).toHaveText('Ended with SyntaxError.')
  await expect(cell.output).toContainText("SyntaxError: '(' was never closed")
  await expect(cell.root).toContainText("Line 2: SyntaxError: '(' was never closed")
  await expect(cell.code.locator('.squiggly-error').first()).toBeVisible()
  await cell.button('Line 2').click()
  await expect(cell.editor).toBeFocused()
  await page.keyboard.insertText('(0)  # ')
  await expect(cell.code.locator('.squiggly-error')).toHaveCount(0)
})

test('few editors are kept, and none loses its text', async ({ page }) => {
  const cell = await CellPage.open(page, program)
  const all = await page.locator('[data-cell]').count()
  const count = Math.min(all, 5)
  for (let index = 0; index < count; index++) {
    const other = page.locator('[data-cell]').nth(index)
    await other
      .getByRole('textbox')
      .first()
      .click({ position: { x: 250, y: 14 } })
    await expect(other.locator('.monaco-editor').first()).toBeVisible()
    await page.keyboard.press('ControlOrMeta+Home')
    await page.keyboard.insertText(`# number ${index}\n`)
  }
  await expect(page.locator('.host > .monaco-editor')).toHaveCount(Math.min(count, 3))
  await expect(cell.editor).toHaveValue(/^# number 0\n/)
})
