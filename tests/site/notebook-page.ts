// Cells as a test sees them: found by what a reader and assistive technology find them by.

import { expect, type Locator, type Page } from '@playwright/test'
import type { CellData } from '../../src/notebook/cell-data.ts'
import { readLesson } from '../support/lessons.ts'
import { lessons } from '../support/site/pages.ts'

/** A cell of a lesson, with the page it is on. */
export interface PlacedCell {
  path: string
  data: CellData
}

const cells: PlacedCell[] = lessons.flatMap(({ file, path }) =>
  readLesson(file).map(({ data }) => ({ path, data })),
)

/** The first cell of the book that is so. */
export function findCell(is: (data: CellData) => boolean): PlacedCell {
  const found = cells.find(({ data }) => is(data))
  if (!found) throw new Error('no lesson has such a cell')
  return found
}

/** All exercises of the book. */
export const exercises: PlacedCell[] = cells.filter(({ data }) => data.exercise !== null)

/** The first program that is no exercise and ends well. */
export const program: PlacedCell = findCell(
  (data) => data.kind === 'program' && data.exercise === null && data.raises === null,
)

/** The first page with three session cells, and these. */
export const session: { path: string; cells: [CellData, CellData, CellData] } = findSession()

function findSession(): { path: string; cells: [CellData, CellData, CellData] } {
  for (const { path } of lessons) {
    const [first, second, third] = cells.filter((cell) => cell.path === path && cell.data.kind === 'session')
    if (first && second && third) return { path, cells: [first.data, second.data, third.data] }
  }
  throw new Error('no lesson has three session cells')
}

/** A cell on an open page. */
export class CellPage {
  readonly page: Page
  readonly id: string
  readonly root: Locator
  readonly code: Locator
  readonly output: Locator
  readonly verdict: Locator

  constructor(page: Page, data: CellData) {
    this.page = page
    this.id = data.id
    this.root = page.locator(`[data-cell="${data.id}"]`)
    this.code = this.root.getByRole('region', { name: 'Code', exact: true })
    this.output = this.root.getByRole('region', { name: 'Output', exact: true })
    this.verdict = this.root.locator('.verdict')
  }

  /** Opens the lesson and waits for its cells. */
  static async open(page: Page, { path, data }: PlacedCell): Promise<CellPage> {
    await page.goto(`./${path}`)
    const cell = new CellPage(page, data)
    await expect(cell.root).toHaveAttribute('data-ready', '')
    return cell
  }

  button(name: string): Locator {
    return this.root.getByRole('button', { name, exact: true })
  }

  /** The editor's text field, whichever editor it is. */
  get editor(): Locator {
    return this.code.getByRole('textbox')
  }

  /** Replaces the code by typing; the caret is left in it. */
  async write(text: string): Promise<void> {
    await this.code.click({ position: { x: 200, y: 14 } })
    await expect(this.editor).toBeFocused()
    await this.page.keyboard.press('ControlOrMeta+A')
    await this.page.keyboard.insertText(text)
    await this.expectText(text)
  }

  /** The code that would run, and the editor shows it. */
  async expectText(text: string): Promise<void> {
    await expect(this.code.locator('textarea.field')).toHaveValue(text)
    const lines = this.code.locator('.view-line')
    // Monaco draws the lines that are in view, with spaces that do not break; the first one tells.
    if ((await lines.count()) > 0) await expect(lines.first()).toHaveText(text.split('\n')[0] ?? '')
  }

  async expectRunning(): Promise<void> {
    await expect(this.root).toHaveAttribute('data-status', 'running')
  }

  async expectDone(): Promise<void> {
    await expect(this.root).toHaveAttribute('data-status', 'ready')
  }

  async run(): Promise<void> {
    await this.button('Run').click()
    await this.expectDone()
  }

  /** Presses Stop; answers how long the page took to say that it has stopped, in milliseconds. */
  async stop(): Promise<number> {
    return this.root.evaluate(
      (root) =>
        new Promise<number>((resolve) => {
          const buttons = [...root.querySelectorAll('button')]
          const began = performance.now()
          new MutationObserver(() => {
            if (root.getAttribute('data-status') === 'ready') resolve(performance.now() - began)
          }).observe(root, { attributes: true })
          buttons.find((button) => button.textContent?.trim() === 'Stop')?.click()
        }),
    )
  }
}
