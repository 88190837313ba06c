// The reference page: made from the simulator itself, readable without script, with a field that finds a name.

import { expect, test } from '@playwright/test'

test('says what is there, what is missing and what differs', async ({ page }) => {
  await page.goto('reference/')
  const weakref = page.locator('#module-weakref')
  await expect(weakref.locator('summary')).toContainText('complete')
  await weakref.locator('summary').click()
  await expect(weakref.getByText('WeakValueDictionary')).toBeVisible()
  await expect(page.locator('#absent')).toContainText('socket')
  await expect(page.locator('#instructions')).toContainText('LOAD_FAST')
  await expect(page.locator('#differences li').first()).not.toBeEmpty()
})

test('the field finds names, and a link opens its section', async ({ page }) => {
  await page.goto('reference/#type-list')
  await expect(page.locator('#type-list')).toHaveAttribute('open', '')
  await page.getByLabel('Find a name').fill('getrefcount')
  await expect(page.locator('#module-sys [data-name="getrefcount"]')).toBeVisible()
  await expect(page.locator('#type-list')).toBeHidden()
  await page.getByLabel('Find a name').fill('')
  await expect(page.locator('#type-list')).toBeVisible()
})

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false })

  test('everything can be read', async ({ page }) => {
    await page.goto('reference/')
    await page.locator('#type-list summary').click()
    await expect(page.locator('#type-list [data-name="append"]')).toContainText('(self, object, /)')
  })
})
