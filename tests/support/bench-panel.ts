// What a jump costs in the panel, in a real browser: `astro build`, then `node tests/support/bench-panel.ts [cell …]`.
// For cells with large heaps, for a small one, and for a run of 100,000 line steps: from a movement of the slider to
// the figure of the new moment, and the longest task of the page's main thread meanwhile, in milliseconds; once just
// after the recording and once after a pause. What looks cost without a page, and in ratios: bench-looking.ts.

import { join } from 'node:path'
import { chromium, type Page } from '@playwright/test'
import { hashOf } from '../../src/notebook/storage.ts'
import { root } from './command.ts'
import { readLesson } from './lessons.ts'
import { longProgram } from './long-program.ts'
import { findBrowser } from './setup/browser.mjs'
import { lessons } from './site/pages.ts'
import { createSiteServer } from './site/server.ts'

interface Subject {
  readonly name: string
  readonly cell: string
  /** What stands in the cell instead of its own text. */
  readonly source?: string
}

const subjects: readonly Subject[] = [
  { name: 'two-nodes (small)', cell: 'two-nodes' },
  { name: 'service (3,000 objects)', cell: 'service' },
  { name: 'cost (50,000 objects)', cell: 'cost' },
  { name: '100,000 steps', cell: 'two-nodes', source: longProgram },
]

interface Jump {
  readonly time: number
  readonly longest: number
}

/** Jumps to a part of the run; answers when the figure of that moment stands there. */
function jump(page: Page, part: number): Promise<Jump> {
  return page.evaluate(async (part) => {
    const panel = document.querySelector('section.visualizer') as HTMLElement
    const slider = panel.querySelector('input[type="range"]') as HTMLInputElement
    let longest = 0
    const observer = new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) longest = Math.max(longest, duration)
    })
    observer.observe({ type: 'longtask' })
    const before = panel.dataset['instruction']
    const began = performance.now()
    slider.value = String(Math.floor(Number(slider.max) * part))
    slider.dispatchEvent(new Event('input', { bubbles: true }))
    const frame = () => new Promise((resolve) => requestAnimationFrame(resolve))
    do await frame()
    while (panel.dataset['instruction'] === before || panel.querySelector('.stage.waiting') !== null)
    const time = performance.now() - began
    await new Promise((resolve) => setTimeout(resolve, 1500))
    observer.disconnect()
    return { time, longest }
  }, part)
}

const parts = [1, 0.5, 0.93, 0.31, 0.77, 0.12, 0.62, 0.98]

function line(name: string, jumps: readonly Jump[]): void {
  const times = jumps.map(({ time }) => time).sort((a, b) => a - b)
  const longest = Math.max(...jumps.map((each) => each.longest))
  const all = jumps.map(({ time }) => time.toFixed(0)).join(' ')
  console.log(
    `${name.padEnd(34)} median ${times[times.length >> 1]!.toFixed(0)} ms  most ${times.at(-1)!.toFixed(0)} ms` +
      `  longest task ${longest.toFixed(0)} ms  (${all})`,
  )
}

const wanted = process.argv.slice(2)
const server = createSiteServer(join(root, 'dist'))
await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
const { port } = server.address() as { port: number }
const browser = await chromium.launch({ executablePath: findBrowser()!, args: ['--no-sandbox'] })
for (const { name, cell, source } of subjects) {
  if (wanted.length > 0 && !wanted.some((part) => name.includes(part))) continue
  const placed = lessons
    .flatMap(({ file, path }) => readLesson(file).map(({ data }) => ({ path, data })))
    .find(({ data }) => data.id === cell)!
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 } })
  if (source !== undefined) {
    const key = `heapbook:${placed.data.lesson}:${cell}:${hashOf(placed.data.source)}`
    const entry = [key, JSON.stringify({ source, aside: [], time: 1, decided: false })] as const
    await page.addInitScript(([name, value]) => localStorage.setItem(name, value), entry)
  }
  await page.goto(`http://127.0.0.1:${port}/${placed.path}`)
  const button = page.locator(`[data-cell="${cell}"]`).getByRole('button', { name: 'Visualize' })
  await button.click()
  const began = Date.now()
  await page.locator('section.visualizer[data-phase="ready"]').waitFor({ timeout: 120_000 })
  await page.locator('.stage.waiting').waitFor({ state: 'detached' })
  console.log(`${name}: open after ${Date.now() - began} ms`)
  const first: Jump[] = []
  for (const part of parts) first.push(await jump(page, part))
  line('  at once', first)
  await page.waitForTimeout(8000)
  const later: Jump[] = []
  for (const part of [...parts].reverse()) later.push(await jump(page, part * 0.97))
  line('  after a pause', later)
  await page.close()
}
await browser.close()
server.close()
