// What a reader is promised before anything is run: the way through the book, on any width, in light and dark, by
// keyboard, with nothing asked of other hosts.

import { expect, test } from '@playwright/test'
import { lessons, paths, watch } from '../support/site/pages.ts'

test('the contents lead to every lesson, and each lesson to the next', async ({ page }) => {
  await page.goto('./')
  const links = page.getByRole('region', { name: 'Contents' }).getByRole('link')
  await expect(links).toHaveText(lessons.map((lesson) => lesson.title))
  await page.getByRole('link', { name: /^Start with lesson/ }).click()
  for (const { title } of lessons) {
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(title)
    await page.getByRole('navigation', { name: 'Lessons' }).locator('a.next').click()
  }
  await expect(page.getByRole('heading', { name: 'Contents' })).toBeInViewport()
})

for (const path of paths) {
  test(`/${path} loads without a fault and fits any width`, async ({ page }) => {
    const expectNoProblems = watch(page)
    await page.goto(`./${path}`, { waitUntil: 'networkidle' })
    for (const width of [1440, 768, 390, 320]) {
      await page.setViewportSize({ width, height: 800 })
      const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
      expect(wide, `wider than ${width} px`).toBeLessThanOrEqual(0)
    }
    expectNoProblems()
  })
}

test('light or dark is the reader’s choice, and is remembered', async ({ page }) => {
  const background = () => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor)
  await page.emulateMedia({ colorScheme: 'light' })
  await page.goto('./')
  const light = await background()
  await page.getByRole('button', { name: 'Dark' }).click()
  const dark = await background()
  expect(dark).not.toBe(light)

  // On the next page the choice holds before anything is painted: a script in the head has made it.
  await page.goto(`./${lessons[0]?.path}`, { waitUntil: 'commit' })
  await page.waitForFunction(() => document.body !== null)
  expect(await page.evaluate(() => document.documentElement.dataset['theme'])).toBe('dark')
  expect(await background()).toBe(dark)

  await page.getByRole('button', { name: 'Light' }).click()
  expect(await background()).toBe(light)
  await page.emulateMedia({ colorScheme: 'dark' })
  expect(await background(), 'follows the system again').toBe(dark)
})

test('the first Tab offers the way past the navigation', async ({ page }) => {
  await page.goto(`./${lessons[0]?.path}`)
  await page.keyboard.press('Tab')
  const skip = page.getByRole('link', { name: 'Skip to the text' })
  await expect(skip).toBeFocused()
  await expect(skip).toBeInViewport()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('main')).toBeFocused()
})

test('a heading in the contents of a lesson leads to its place', async ({ page }) => {
  await page.goto(`./${lessons[1]?.path}`)
  await page.setViewportSize({ width: 1440, height: 900 })
  const link = page.getByRole('navigation', { name: 'On this page' }).getByRole('link').last()
  const name = (await link.textContent())?.trim() ?? ''
  await link.click()
  await expect(page.getByRole('heading', { level: 2, name, exact: true })).toBeInViewport()
})

for (const path of ['nowhere', 'nowhere/', 'cycles/deeper/still/']) {
  test(`/${path} is not there, and says how to get back`, async ({ page }) => {
    const site = process.env['DEEP_SITE_URL'] ?? ''
    expect((await page.goto(site + path))?.status()).toBe(404)
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Nothing leads here')
    await expect(page.getByRole('link', { name: 'To the contents' })).toHaveJSProperty('href', site)
  })
}

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  for (const { path, file } of lessons) {
    test(`/${path} can be read to the end`, async ({ page }) => {
      const { readLesson } = await import('../support/lessons.ts')
      await page.goto(`./${path}`)
      await expect(page.getByText('Without JavaScript the programs cannot be run here')).toBeVisible()
      for (const { data } of readLesson(file)) {
        const cell = page.locator(`[data-cell="${data.id}"]`)
        await expect(cell.locator('pre').first()).toHaveText(data.source, { useInnerText: true })
        await expect(cell.getByRole('button', { name: 'Run' })).toBeHidden()
        const output = cell.getByRole('region', { name: 'Output' })
        await expect(output).toBeVisible()
        if (data.expected.trim() !== '') await expect(output.locator('pre')).toHaveText(data.expected.trim())
        for (const written of data.exercise?.hints ?? []) {
          const hint = written.replaceAll('`', '')
          const details = cell.locator('details').filter({ hasText: hint })
          await details.locator('summary').click()
          await expect(details.getByText(hint)).toBeVisible()
        }
      }
    })
  }

  test('the book can be turned from page to page', async ({ page }) => {
    await page.goto('./')
    await page.getByRole('link', { name: lessons[0]?.title ?? '' }).click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(lessons[0]?.title ?? '')
    await expect(page.getByRole('button', { name: /^(Dark|Light)$/ })).toBeHidden()
  })
})
