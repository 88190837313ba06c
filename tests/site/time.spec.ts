// A run looked at step by step, by keyboard alone; the collector replayed; links to a step.

import { AxeBuilder } from '@axe-core/playwright'
import { expect as expectSoon, type Locator, type Page, test } from '@playwright/test'
import type { CellData } from '../../src/notebook/cell-data.ts'
import { hashOf } from '../../src/notebook/storage.ts'
import { longProgram } from '../support/long-program.ts'
import { CellPage, findCell, type PlacedCell, program, session } from './notebook-page.ts'

// A run is recorded and looked at by running it again: on a busy machine that takes its time.
test.describe.configure({ timeout: 120_000 })
const expect = expectSoon.configure({ timeout: 15_000 })

const twoNodes = findCell((data) => data.id === 'two-nodes')
const cycles = findCell((data) => data.id === 'replay')

/** The open panel of a cell. */
class PanelPage {
  readonly cell: CellPage
  readonly root: Locator
  readonly slider: Locator
  readonly place: Locator
  readonly marked: Locator

  constructor(cell: CellPage) {
    this.cell = cell
    this.root = cell.root.getByRole('region', { name: /step by step$/ }).first()
    this.slider = this.root.getByRole('slider', { name: 'Moment of the run' })
    this.place = this.root.locator('.place')
    this.marked = this.root.locator('.row.next')
  }

  /** By V, from the cell's first button. */
  static async open(cell: CellPage): Promise<PanelPage> {
    await cell.button('Run').focus()
    await cell.page.keyboard.press('v')
    const panel = new PanelPage(cell)
    await panel.ready()
    return panel
  }

  async ready(): Promise<void> {
    await expect(this.root).toHaveAttribute('data-phase', 'ready')
    await expect(this.root.locator('.stage.waiting')).toHaveCount(0)
    await expect(this.root.locator('.figure svg').first()).toBeVisible()
  }

  async press(...keys: string[]): Promise<void> {
    for (const key of keys) await this.cell.page.keyboard.press(key)
  }

  /** Tabs until the element has the focus. */
  async tabTo(element: Locator): Promise<void> {
    for (let presses = 0; presses < 80; presses++) {
      if (await element.evaluate((node) => node === document.activeElement)) return
      await this.press('Tab')
    }
    throw new Error('Tab does not lead there')
  }

  button(name: string | RegExp): Locator {
    return this.root.getByRole('button', { name, exact: typeof name === 'string' })
  }
}

/** Opens the lesson with a text of the reader's in the cell, as if it had been written before. */
async function openWith(page: Page, placed: PlacedCell, source: string): Promise<CellPage> {
  const { lesson, id, source: original }: CellData = placed.data
  const entry = [
    `heapbook:${lesson}:${id}:${hashOf(original)}`,
    { source, aside: [], time: 1, decided: false },
  ] as const
  await page.addInitScript(([key, value]) => localStorage.setItem(key, JSON.stringify(value)), entry)
  return CellPage.open(page, placed)
}

async function expectNothingFound(page: Page, id: string): Promise<void> {
  const axe = new AxeBuilder({ page }).include(`[data-cell="${id}"]`).exclude('.visualizer .figure')
  const { violations } = await axe.disableRules(['landmark-unique']).analyze()
  const found = violations.flatMap(({ id: rule, nodes }) =>
    nodes.map((node) => `${rule}: ${node.target.join(' ')}: ${node.failureSummary}`),
  )
  expect(found).toEqual([])
}

test('nothing of the panel loads before it is asked for', async ({ page }) => {
  const fetched: string[] = []
  page.on('request', (request) => fetched.push(request.url()))
  const cell = await CellPage.open(page, program)
  await cell.run()
  const before = fetched.length
  expect(fetched.filter((url) => /(?:Visualizer|HeapFigure).*\.js/.test(url))).toEqual([])
  await PanelPage.open(cell)
  expect(fetched.length).toBeGreaterThan(before)
})

test('V opens, arrows step, Home and End go to the ends, Escape closes', async ({ page }) => {
  const cell = await CellPage.open(page, twoNodes)
  const panel = await PanelPage.open(cell)
  await expect(panel.slider).toBeFocused()
  await expect(panel.place).toHaveText(/^line 1 · step 1 of \d+$/)
  await panel.press('ArrowRight')
  await expect(panel.place).toHaveText(/^line \d+ · step 2 of/)
  await expect(panel.marked).toHaveAttribute('aria-current', 'step')
  await panel.press('ArrowRight', 'ArrowLeft', 'ArrowLeft')
  await expect(panel.place).toHaveText(/step 1 of/)
  await panel.press('End')
  await expect(panel.place).toHaveText('the end')
  // All that the run printed, and what is printed while the program runs.
  expect((await panel.root.locator('.now pre').textContent())?.trim()).toBe(twoNodes.data.expected.trim())
  await panel.press('Home')
  await expect(panel.root).toContainText('Nothing printed yet.')
  await panel.press('Escape')
  await expect(panel.root).toHaveCount(0)
  await expect(cell.button('Visualize')).toBeFocused()
})

test('V is a letter in the editor', async ({ page }) => {
  const cell = await CellPage.open(page, program)
  await cell.write('w = 1')
  await page.keyboard.type('; v = w')
  await cell.expectText('w = 1; v = w')
  await expect(cell.root.getByRole('region', { name: /step by step$/ })).toHaveCount(0)
})

test('Shift steps over a call', async ({ page }) => {
  const cell = await openWith(page, program, 'def f():\n    a = 1\n    return a\nf()\nprint("over")')
  const panel = await PanelPage.open(cell)
  await panel.press('ArrowRight')
  await expect(panel.place).toHaveText(/^line 4/)
  await panel.press('Shift+ArrowRight')
  await expect(panel.place).toHaveText(/^line 5/)
  await panel.press('ArrowLeft')
  await expect(panel.place).toHaveText(/^line 3/)
})

test('count by count: each press is one increment or decrement', async ({ page }) => {
  const cell = await openWith(page, program, 'class Node: pass\na = Node()\nb = a\ndel a\ndel b')
  const panel = await PanelPage.open(cell)
  // To the line that makes the node.
  while (!/^line 2 /.test((await panel.place.textContent()) ?? '')) await panel.press('ArrowRight')
  await panel.tabTo(panel.root.getByRole('radio', { name: 'Lines' }))
  await panel.press('ArrowRight', 'ArrowRight')
  await expect(panel.root.getByRole('radio', { name: 'Counts' })).toBeChecked()
  await panel.slider.focus()
  const changes: string[] = []
  for (let presses = 0; presses < 80 && !/Node#1 goes from 1 to 0/.test(changes.at(-1) ?? ''); presses++) {
    const before = (await panel.place.textContent()) ?? ''
    await panel.press('ArrowRight')
    await expect(panel.place).not.toHaveText(before)
    const change = panel.root.locator('.change')
    if ((await change.count()) > 0) changes.push(((await change.textContent()) ?? '').replace(/\s+/g, ' '))
  }
  const counts = changes
    .filter((text) => text.includes('Node#1'))
    .map((text) => Number(/to (\d+)\./.exec(text)?.[1]))
  // Every change is by one, from the birth to zero.
  expect(counts.length).toBeGreaterThan(3)
  expect(counts.at(-1)).toBe(0)
  for (const [index, count] of counts.entries()) {
    if (index > 0) expect(Math.abs(count - (counts[index - 1] ?? 0))).toBe(1)
  }
  await panel.press('ArrowLeft')
  await expect(panel.root.locator('.change')).not.toContainText('to 0')
})

test('questions about an object: when and why it was freed, when its count changed, who keeps it', async ({
  page,
}) => {
  const cell = await openWith(
    page,
    program,
    'class Node: pass\na = Node()\nbox = [a]\ndel a\nbox.clear()\nprint("end")',
  )
  const panel = await PanelPage.open(cell)
  const row = panel.root.getByRole('region', { name: 'Lifetimes' }).getByRole('button', { name: /^Node#1/ })
  await panel.tabTo(row)
  await panel.press('Enter')
  // It goes to where the object is gone.
  await expect(panel.place).toHaveText(/^line 6/)
  const questions = panel.root.getByRole('region', { name: 'Questions about Node#1' })
  await expect(questions).toContainText(/freed at line 5/i)
  await panel.slider.focus()
  await panel.press('ArrowLeft')
  await expect(panel.place).toHaveText(/^line 5/)
  await expect(questions).toContainText('keeps Node#1 alive')
  const reference = questions.getByRole('button', { name: 'global box' })
  await panel.tabTo(reference)
  await panel.press('Enter')
  await expect(questions).toContainText('would be freed at once')
  await expect(questions.locator('.answer')).toContainText('Node#1')
  await panel.tabTo(questions.getByRole('button', { name: 'List every change' }))
  await panel.press('Enter')
  await expect(questions.locator('.passages li').last()).toContainText('freed')
  const last = questions.locator('.passages button').last()
  await expect(last).toHaveText('line 5')
  await last.focus()
  await panel.press('Enter')
  await expect(panel.root.locator('.change')).toContainText('to 0')
})

test('the collector replayed on the ring of the lesson, there and back', async ({ page }) => {
  const cell = await CellPage.open(page, cycles)
  const panel = await PanelPage.open(cell)
  await panel.tabTo(panel.root.getByRole('tab', { name: 'Code', exact: true }))
  await panel.press('ArrowLeft')
  const tab = panel.root.getByRole('tab', { name: /^Collector \(\d+\)$/ })
  await expect(tab).toHaveAttribute('aria-selected', 'true')
  const phases = panel.root.locator('.phases > li')
  await expect(phases).toHaveCount(9)
  const sentence = panel.root.locator('.phases .sentence')
  await expect(sentence).toContainText('It takes')
  await panel.tabTo(panel.button('Next'))
  const seen: string[] = [(await sentence.textContent()) ?? '']
  for (let presses = 0; presses < 60; presses++) {
    if ((await panel.button('Next').getAttribute('aria-disabled')) === 'true') break
    await panel.press('ArrowRight')
    await expect(sentence).not.toHaveText(seen.at(-1) ?? '')
    seen.push((await sentence.textContent()) ?? '')
  }
  const story = seen.join('\n')
  expect(story).toContain('copy of its count')
  expect(story).toMatch(/refers to Node#\d by \.next/)
  expect(story).toMatch(/= 0\./)
  expect(story).toContain('left over')
  expect(story).toContain('The references that')
  for (const text of seen.slice(0, -1).reverse()) {
    await panel.press('ArrowLeft')
    await expect(sentence).toHaveText(text)
  }
})

test('with a low threshold a collection of the young fires on any program', async ({ page }) => {
  const cell = await openWith(
    page,
    program,
    'class Node: pass\nkept = [Node() for _ in range(40)]\nprint(len(kept))',
  )
  const panel = await PanelPage.open(cell)
  await panel.root.getByRole('tab', { name: /^Collector/ }).click()
  await panel.root.locator('summary', { hasText: 'Thresholds' }).click()
  await panel.button('Try 10, 5, 5').click()
  await panel.ready()
  await expect(panel.root).toContainText('Recorded with the thresholds 10, 5, 5.')
  await expect(panel.root.locator('.phases .sentence')).toContainText('the collector runs by itself')
})

test('the bytecode, stepping with the figure', async ({ page }) => {
  const cell = await openWith(page, program, 'class Node: pass\na = Node()\nb = a\nprint("end")')
  const panel = await PanelPage.open(cell)
  await panel.root.getByRole('tab', { name: 'Bytecode' }).click()
  const current = panel.root.locator('tr.current')
  await panel.root.getByRole('radio', { name: 'Instructions' }).check()
  await panel.slider.focus()
  await panel.press('ArrowRight', 'ArrowRight')
  await expect(current).toHaveCount(1)
  await panel.press('End')
  await expect(panel.root.locator('tr', { hasText: 'STORE_NAME' }).first()).toBeVisible()
  await expect(panel.root.locator('td.effects', { hasText: 'Node#1' }).first()).toContainText('→')
})

test('a link restores the panel at its step', async ({ page }) => {
  const cell = await CellPage.open(page, twoNodes)
  const panel = await PanelPage.open(cell)
  await panel.press('ArrowRight', 'ArrowRight', 'ArrowRight')
  const place = (await panel.place.textContent()) ?? ''
  await expect.poll(() => page.evaluate(() => location.hash)).toBe('#two-nodes@4')
  await page.reload()
  await panel.ready()
  await expect(panel.place).toHaveText(place)
  await expect(panel.root).toBeInViewport()
  await panel.press('Escape')
  expect(await page.evaluate(() => location.hash)).toBe('')
})

test('a link restores the scene of a replayed collection', async ({ page }) => {
  const cell = await CellPage.open(page, cycles)
  const panel = await PanelPage.open(cell)
  await panel.root.getByRole('tab', { name: /^Collector/ }).click()
  const next = panel.button('Next')
  for (let presses = 0; presses < 4; presses++) await next.click()
  const count = panel.root.locator('.ways .count')
  await expect(count).toContainText(/^\s*5 of/)
  const told = (await panel.root.locator('.phases .sentence').textContent()) ?? ''
  await expect.poll(() => page.evaluate(() => location.hash)).toMatch(/^#replay@c\d+\.5$/)
  await page.reload()
  await panel.ready()
  await expect(panel.root.getByRole('tab', { name: /^Collector/ })).toHaveAttribute('aria-selected', 'true')
  await expect(count).toContainText(/^\s*5 of/)
  await expect(panel.root.locator('.phases .sentence')).toHaveText(told)
  await panel.root.getByRole('tab', { name: 'Code', exact: true }).click()
  await expect.poll(() => page.evaluate(() => location.hash)).not.toContain('@c')
})

test('a link to the lesson’s code says so where the reader has changed it', async ({ page }) => {
  const cell = await CellPage.open(page, twoNodes)
  await cell.write('print("mine")')
  await expect.poll(() => page.evaluate(() => localStorage.length)).toBeGreaterThan(0)
  await page.goto('about:blank')
  await page.goto(`./${twoNodes.path}#two-nodes@4`)
  const panel = new PanelPage(new CellPage(page, twoNodes.data))
  await panel.ready()
  await expect(panel.root).toContainText('The link leads to a step of the lesson’s code.')
  await panel.button('Show the lesson’s').click()
  await expect(panel.place).toHaveText(/step 4 of/)
  await expect(panel.root).toContainText('not what stands in the editor')
})

test('a changed code is out of date until it is recorded again', async ({ page }) => {
  const cell = await CellPage.open(page, program)
  const panel = await PanelPage.open(cell)
  await cell.write('print("new")')
  await expect(panel.root).toContainText('Out of date')
  await panel.button('Record again').click()
  await panel.ready()
  await expect(panel.root).not.toContainText('Out of date')
  await expect(panel.place).toHaveText(/of 1$/)
})

test('what cannot be recorded is said in one sentence', async ({ page }) => {
  const cell = await openWith(page, program, 'print("fine")\nprint(')
  await cell.button('Run').focus()
  await page.keyboard.press('v')
  await expect(cell.root.getByRole('alert')).toContainText(/SyntaxError/)
})

test('a session cell is recorded with those above it', async ({ page }) => {
  const [, second] = session.cells
  const cell = await CellPage.open(page, { path: session.path, data: second })
  const panel = await PanelPage.open(cell)
  await panel.press('End')
  await expect(panel.root.locator('.now pre')).toHaveText(second.expected.trim())
})

for (const colorScheme of ['light', 'dark'] as const) {
  test(`axe finds nothing, ${colorScheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    const cell = await CellPage.open(page, cycles)
    const panel = await PanelPage.open(cell)
    await panel.press('End', 'ArrowLeft', 'ArrowLeft', 'ArrowLeft')
    await panel.ready()
    await panel.root
      .getByRole('region', { name: 'Lifetimes' })
      .getByRole('button', { name: /^Node#1/ })
      .click()
    await expectNothingFound(page, cell.id)
    await panel.root.getByRole('tab', { name: 'Bytecode' }).click()
    await expect(panel.root.locator('tr.past').first()).toBeVisible()
    await expectNothingFound(page, cell.id)
    await panel.root.getByRole('tab', { name: /^Collector/ }).click()
    await panel.press('End')
    await expectNothingFound(page, cell.id)
  })
}

test('on a phone nothing sticks out', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 800 })
  const cell = await CellPage.open(page, cycles)
  const panel = await PanelPage.open(cell)
  await panel.press('ArrowRight', 'ArrowRight')
  const width = await page.evaluate(() => document.documentElement.scrollWidth)
  expect(width).toBeLessThanOrEqual(390)
})

test('a run of 100,000 steps: jumps about in it show what stepping there shows', async ({ page }) => {
  const cell = await openWith(page, twoNodes, longProgram)
  const panel = await PanelPage.open(cell)
  const figure = panel.root.getByRole('region', { name: 'The heap', exact: true })
  const total = figure.locator('[data-box^="f0:"]')
  /** By the slider; what the figure says of the module's variables there. */
  const jump = async (stop: number): Promise<string> => {
    await panel.slider.fill(String(stop))
    await expect(panel.root.locator('.stage.waiting')).toHaveCount(0)
    await expect(panel.place).toHaveText(new RegExp(`step ${(stop + 1).toLocaleString('en')} of`))
    return (await total.textContent()) ?? ''
  }
  const stops = [90_000, 30_001, 89_999, 110_007, 12]
  const seen: string[] = []
  for (const stop of stops) seen.push(await jump(stop))
  expect(new Set(seen).size).toBeGreaterThan(3)
  // From another side: one step further and back, and once more after replays have come to stand elsewhere.
  for (const [index, stop] of stops.entries()) {
    await jump(stop - 1)
    await panel.slider.focus()
    await panel.press('ArrowRight')
    await expect(panel.root.locator('.stage.waiting')).toHaveCount(0)
    await expect(total).toHaveText(seen[index] ?? '')
  }
})
