// Finds a Chromium for the browser tests, and gets one where there is none. In this order: CHROMIUM_PATH, the
// one Playwright downloaded, one the system has; else Debian's package where we are root, else Playwright's
// download. Plain JavaScript, because the set-up script imports it under Node 20.

import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { delimiter, join } from 'node:path'
import { env, platform } from 'node:process'

const commands = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'microsoft-edge']

const applications = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
]

/** Where Playwright keeps the Chromium it downloads, or null when it has none. */
function playwrightBrowser() {
  const { chromium } = createRequire(import.meta.url)('playwright-core')
  const path = chromium.executablePath()
  return existsSync(path) ? path : null
}

function systemBrowser() {
  const folders = (env['PATH'] ?? '').split(delimiter)
  const candidates = commands.flatMap((command) => folders.map((folder) => join(folder, command)))
  return [...candidates, ...applications].find((path) => existsSync(path)) ?? null
}

/**
 * The browser to test with.
 * @returns {string | null} the path of its program, or null when the machine has none
 */
export function findBrowser() {
  const chosen = env['CHROMIUM_PATH']
  if (chosen) {
    if (!existsSync(chosen)) throw new Error(`CHROMIUM_PATH names ${chosen}, which does not exist.`)
    return chosen
  }
  return playwrightBrowser() ?? systemBrowser()
}

/** @param {string} command @param {string[]} args */
function run(command, args) {
  const options = { stdio: /** @type {const} */ ('inherit'), shell: platform === 'win32' }
  return (
    spawnSync(command, args, { ...options, env: { ...env, DEBIAN_FRONTEND: 'noninteractive' } }).status === 0
  )
}

function isDebianRoot() {
  return platform === 'linux' && process.getuid?.() === 0 && existsSync('/etc/debian_version')
}

/** Makes sure that `findBrowser` finds one; ends the process with advice when that is not possible. */
export async function ensureBrowser() {
  if (findBrowser()) return
  console.log('Installing Chromium for the browser tests (once) …')
  if (isDebianRoot() && run('apt-get', ['update', '-qq']))
    run('apt-get', ['install', '-y', '-qq', 'chromium'])
  if (!findBrowser()) run('npx', ['playwright', 'install', 'chromium'])
  if (findBrowser()) return
  console.error(
    'No browser for the browser tests. Install Chromium or Chrome, or run `npx playwright install chromium`,\n' +
      'or name the program of an installed one in the environment variable CHROMIUM_PATH.',
  )
  process.exit(1)
}
