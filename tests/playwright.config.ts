// The tests in a real browser, against the built site: `astro build`, then
// `playwright test --config=tests/playwright.config.ts`.

import { getuid } from 'node:process'
import { defineConfig } from '@playwright/test'
import { findBrowser } from './support/setup/browser.mjs'

const executablePath = findBrowser()
if (executablePath === null) {
  throw new Error('No browser: `node tests/support/setup/install.mjs --browser` gets one, or says how to.')
}

// The site must do without the network, and so must the browser itself.
const offline = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-default-apps',
  '--disable-domain-reliability',
  '--disable-sync',
  '--no-first-run',
  '--no-pings',
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1',
]

export default defineConfig({
  testDir: 'site',
  outputDir: '../test-results/browser',
  globalSetup: './support/site/global-setup.ts',
  fullyParallel: true,
  forbidOnly: Boolean(process.env['CI']),
  workers: 2,
  // What is promised in milliseconds may be missed once on a machine that is busy with something else.
  retries: 1,
  timeout: 60_000,
  reporter: [['dot'], ['json', { outputFile: '../test-results/playwright.json' }]],
  use: {
    baseURL: process.env['SITE_URL'] ?? '',
    viewport: { width: 1280, height: 800 },
    trace: 'retain-on-failure',
    launchOptions: {
      executablePath,
      // Chromium's sandbox refuses to run for root.
      args: getuid?.() === 0 ? [...offline, '--no-sandbox'] : offline,
    },
  },
})
