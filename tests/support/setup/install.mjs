// Installs what is missing, and only that: the packages of the lock file and, with `--browser`, a Chromium for
// the browser tests. Runs before every npm script, the first time on a machine that has nothing but Node 20 and
// npm; so it imports no package and is plain JavaScript.
//
// The packages are up to date when the hash of package-lock.json is the one noted after the last install.

import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { env, exit, platform, versions } from 'node:process'
import { fileURLToPath } from 'node:url'
import { ensureBrowser } from './browser.mjs'

const root = fileURLToPath(new URL('../../../', import.meta.url))
const note = join(root, 'node_modules', '.installed-lock')

function lockHash() {
  return createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex')
}

function isInstalled() {
  return existsSync(note) && readFileSync(note, 'utf8') === lockHash()
}

function install() {
  console.log('Installing packages (once; a minute or two) …')
  // `npm ci` empties node_modules, where the node that runs this script may live: it must not find itself there.
  const path = (env['PATH'] ?? '')
    .split(delimiter)
    .filter((folder) => !folder.includes(join('node_modules', '.bin')))
    .join(delimiter)
  const result = spawnSync('npm', ['ci', '--loglevel=error', '--no-audit', '--no-fund'], {
    cwd: root,
    stdio: 'inherit',
    shell: platform === 'win32',
    env: { ...env, PATH: path, NODE_ENV: 'development' },
  })
  if (result.status !== 0) {
    console.error('npm could not install the packages: see the message above.')
    exit(result.status ?? 1)
  }
  writeFileSync(note, lockHash())
}

const [major = 0] = versions.node.split('.').map(Number)
if (major < 20) {
  console.error(`Heapbook needs Node 20 or newer to install; this is Node ${versions.node}.`)
  exit(1)
}
if (!isInstalled()) install()
if (process.argv.includes('--browser')) await ensureBrowser()
