// Running cells: what they print is what CPython printed; Stop works whatever they do; the session has no hidden
// state.

import { expect, test } from '@playwright/test'
import { CellPage, findCell, program, session } from './notebook-page.ts'

// Stop is promised within 100 ms. The page's own clock measures it; the rest is for a busy machine that also draws.
const stopLimit = 250

test('a program prints what CPython printed, without the editor being fetched', async ({ page }) => {
  const fetched: string[] = []
  page.on('request', (request) => fetched.push(request.url()))
  const cell = await CellPage.open(page, program)
  await expect(cell.verdict).toHaveText('Recorded from CPython 3.13.')
  await cell.button('Run').focus()
  await page.keyboard.press('Enter')
  await expect(cell.verdict).toHaveText('Same as CPython’s recorded output.')
  await expect(cell.output.locator('pre')).toHaveText(program.data.expected)
  expect(fetched.filter((url) => /monaco/.test(url))).toEqual([])
})

test('buttons wait for the page to be alive, and none of them is lost', async ({ page }) => {
  await page.goto(`./${program.path}`, { waitUntil: 'commit' })
  const cell = new CellPage(page, program.data)
  await cell.button('Run').click()
  await expect(cell.root).toHaveAttribute('data-validity', 'evaluated')
})

test('an exception that belongs to the lesson is the same as recorded', async ({ page }) => {
  const raising = findCell((data) => data.kind === 'program' && data.raises !== null)
  const cell = await CellPage.open(page, raising)
  await cell.run()
  await expect(cell.verdict).toHaveText('Same as CPython’s recorded output.')
  await expect(cell.output.locator('.stderr')).toContainText('Traceback (most recent call last)')
})

test('a changed program that prints the same says so, and one that does not shows the difference', async ({
  page,
}) => {
  const cell = await CellPage.open(page, program)
  await cell.code.click({ position: { x: 200, y: 14 } })
  await page.keyboard.press('ControlOrMeta+Home')
  await page.keyboard.insertText('# only a comment\n')
  await cell.run()
  await expect(cell.verdict).toHaveText('Changed, and still prints what the original prints.')
  await page.keyboard.press('ControlOrMeta+Home')
  await cell.write('print("something else")')
  await cell.run()
  await expect(cell.verdict).toContainText('Prints something else than the original')
  const difference = cell.root.locator('details', { hasText: 'Differences' })
  await difference.locator('summary').click()
  await expect(difference.locator('li.printed')).toContainText('something else')
  await expect(difference.locator('li.recorded').first()).toBeVisible()
})

test('stderr is told from stdout by more than its colour', async ({ page }) => {
  const cell = await CellPage.open(page, program)
  await cell.write('print("before")\nraise ValueError("no")')
  await cell.run()
  await expect(cell.verdict).toHaveText('Ended with ValueError.')
  await expect(cell.output.locator('.stdout')).toHaveText('before')
  const stderr = cell.output.locator('.stderr')
  await expect(stderr).toContainText('ValueError: no')
  expect(await stderr.evaluate((element) => getComputedStyle(element).borderInlineStartWidth)).toBe('3px')
})

test('Stop ends an endless loop at once', async ({ page }) => {
  const cell = await CellPage.open(page, program)
  await cell.write('print("begun")\nwhile True: pass')
  await cell.button('Run').click()
  await expect(cell.output).toContainText('begun')
  expect(await cell.stop()).toBeLessThan(stopLimit)
  await expect(cell.verdict).toContainText('Stopped')
  await expect(cell.output).toContainText('KeyboardInterrupt')
  // And the next run is as good as any.
  await cell.write('print("again")')
  await cell.run()
  await expect(cell.output.locator('pre')).toHaveText('again')
})

test('Stop ends what does not hear an interrupt, and says what that cost', async ({ page }) => {
  const [first] = session.cells
  const cell = await CellPage.open(page, { path: session.path, data: first })
  await cell.write('print("begun")\nany(iter(int, 1))')
  await cell.button('Run').click()
  await cell.expectRunning()
  await page.waitForTimeout(300)
  expect(await cell.stop()).toBeLessThan(stopLimit)
  await expect(cell.verdict).toContainText('The session was restarted')
  await cell.write('print("again")')
  await cell.run()
  await expect(cell.output.locator('pre')).toHaveText('again')
})

test('Stop keeps the session', async ({ page }) => {
  const [first, second, third] = session.cells
  const one = await CellPage.open(page, { path: session.path, data: first })
  const two = new CellPage(page, second)
  const three = new CellPage(page, third)
  await one.write('kept = "still here"')
  await one.run()
  await two.write('while True: pass')
  await two.button('Run').click()
  await two.expectRunning()
  await two.stop()
  await expect(two.verdict).toHaveText('Stopped; the session goes on.')
  await three.write('print(kept)')
  await three.run()
  await expect(three.output.locator('pre')).toHaveText('still here')
  await expect(two.root).toHaveAttribute('data-validity', 'aborted')
})

test('endless output ends with a word about it, and the page stays alive', async ({ page }) => {
  const cell = await CellPage.open(page, program)
  await cell.write('while True: print("spam spam spam")')
  await cell.button('Run').click()
  await expect(cell.verdict).toHaveText('Stopped after 20,000 lines of output.', { timeout: 20_000 })
  await cell.write('print("again")')
  await cell.run()
  await expect(cell.output.locator('pre')).toHaveText('again')
})

test('input() asks in the output', async ({ page }) => {
  const cell = await CellPage.open(page, program)
  await cell.write('name = input("Name: ")\nprint(name)')
  await cell.button('Run').click()
  const field = cell.output.getByRole('textbox', { name: 'Input for the program' })
  await expect(field).toBeFocused()
  await expect(cell.verdict).toHaveText('Waiting for a line of input.')
  await page.keyboard.type('Ada')
  await page.keyboard.press('Enter')
  await cell.expectDone()
  await expect(field).toBeHidden()
  await expect(cell.output.locator('pre')).toHaveText('Name: Ada\nAda')
})

test('Stop works while a program waits for input, and while it sleeps', async ({ page }) => {
  const cell = await CellPage.open(page, program)
  await cell.write('name = input("Name: ")')
  await cell.button('Run').click()
  await expect(cell.output.getByRole('textbox')).toBeVisible()
  expect(await cell.stop()).toBeLessThan(stopLimit)
  await cell.write('import time\nprint("begun")\ntime.sleep(1000)')
  await cell.button('Run').click()
  await expect(cell.output).toContainText('begun')
  await expect(cell.verdict).toHaveText('Running …')
  expect(await cell.stop()).toBeLessThan(stopLimit)
  await expect(cell.verdict).toContainText('Stopped')
})

test('time.sleep() lasts, and what was printed before it is seen meanwhile', async ({ page }) => {
  const cell = await CellPage.open(page, program)
  await cell.write('import time\nprint("one")\ntime.sleep(0.7)\nprint("two")')
  // Measured in the page: on a busy machine the test itself may look too late.
  const seen = cell.output.evaluate(
    (output) =>
      new Promise<number>((resolve) => {
        let one: number | null = null
        new MutationObserver(() => {
          const text = output.textContent ?? ''
          if (text.includes('one')) one ??= performance.now()
          if (one !== null && text.includes('two')) resolve(performance.now() - one)
        }).observe(output, { subtree: true, childList: true, characterData: true })
      }),
  )
  await cell.run()
  expect(await seen).toBeGreaterThan(500)
  await expect(cell.output.locator('pre')).toHaveText('one\ntwo')
})

const limits = [
  ['recursion', 'def dive(): return 1 + dive()\ndive()', 'RecursionError: maximum recursion depth exceeded'],
  ['recursion outside of frames', 'class A: __repr__ = lambda self: repr(self)\nrepr(A())', 'RecursionError'],
  ['a list that grows', 'rows = [0]\nwhile True: rows += rows', 'MemoryError'],
  ['a text that grows', 'text = "spam"\nwhile True: text += text', 'MemoryError'],
  ['what never fits', 'rows = [0] * 10**12', 'MemoryError'],
] as const

for (const [what, source, error] of limits) {
  test(`endless: ${what} ends in ${error.split(':')[0]}, and the page stays alive`, async ({ page }) => {
    const cell = await CellPage.open(page, program)
    await cell.write(source)
    await cell.button('Run').click()
    await expect(cell.output).toContainText(error, { timeout: 45_000 })
    await cell.expectDone()
    await cell.write('print("again")')
    await cell.run()
    await expect(cell.output.locator('pre')).toHaveText('again')
  })
}

test('a session cell first runs those above it', async ({ page }) => {
  const [first, second, third] = session.cells
  const three = await CellPage.open(page, { path: session.path, data: third })
  await three.run()
  for (const data of [first, second, third]) {
    const cell = new CellPage(page, data)
    await expect(cell.root).toHaveAttribute('data-validity', 'evaluated')
    await expect(cell.verdict).toHaveText('Same as CPython’s recorded output.')
  }
})

test('editing a session cell marks those below as out of date', async ({ page }) => {
  const [first, second, third] = session.cells
  const three = await CellPage.open(page, { path: session.path, data: third })
  await three.run()
  const one = new CellPage(page, first)
  await one.code.click({ position: { x: 200, y: 14 } })
  await page.keyboard.press('ControlOrMeta+Home')
  await page.keyboard.insertText('# changed\n')
  for (const data of [second, third]) {
    const cell = new CellPage(page, data)
    await expect(cell.root).toHaveAttribute('data-validity', 'stale')
    await expect(cell.verdict).toHaveText('Out of date: the session has changed above this cell.')
  }
  await three.run()
  for (const data of [first, second, third]) {
    await expect(new CellPage(page, data).root).toHaveAttribute('data-validity', 'evaluated')
  }
})

test('running a session cell twice gives the same twice', async ({ page }) => {
  const [first, second] = session.cells
  const one = await CellPage.open(page, { path: session.path, data: first })
  const two = new CellPage(page, second)
  await one.write('x = 1')
  await two.write('x += 1\nprint(x)')
  for (let time = 0; time < 3; time++) {
    await two.run()
    await expect(two.output.locator('pre')).toHaveText('2')
  }
})
