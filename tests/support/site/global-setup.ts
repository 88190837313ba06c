// Serves the built site for the browser tests, once at the root of a host and once deep below it. The addresses are
// in SITE_URL and DEEP_SITE_URL.

import { existsSync } from 'node:fs'
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { root } from '../command.ts'
import { createSiteServer } from './server.ts'

const deepBase = '/some/deep/path/'

async function listen(server: Server): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return (server.address() as AddressInfo).port
}

/** Starts the servers; returns what ends them. */
async function serveSite(): Promise<() => void> {
  const dist = join(root, 'dist')
  if (!existsSync(join(dist, 'index.html')))
    throw new Error('The site is not built: run `npm run build` first.')
  const atRoot = createSiteServer(dist)
  const below = createSiteServer(dist, deepBase)
  process.env['SITE_URL'] = `http://127.0.0.1:${await listen(atRoot)}/`
  process.env['DEEP_SITE_URL'] = `http://127.0.0.1:${await listen(below)}${deepBase}`
  return () => {
    for (const server of [atRoot, below]) {
      server.close()
      server.closeAllConnections()
    }
  }
}

// biome-ignore lint/style/noDefaultExport: Playwright takes no other.
export default serveSite
