// The server of `npm start` and of the browser tests does what any web host does.

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { request } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createSiteServer } from '../../support/site/server.ts'

const folder = mkdtempSync(join(tmpdir(), 'site-'))
const server = createSiteServer(join(folder, 'dist'), '/deep/path/')

beforeAll(async () => {
  mkdirSync(join(folder, 'dist/cycles'), { recursive: true })
  writeFileSync(join(folder, 'secret.txt'), 'secret')
  writeFileSync(join(folder, 'dist/index.html'), 'home')
  writeFileSync(join(folder, 'dist/cycles/index.html'), 'cycles')
  writeFileSync(join(folder, 'dist/a b.svg'), '<svg/>')
  writeFileSync(join(folder, 'dist/404.html'), 'missing')
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
})

afterAll(() => {
  server.close()
  rmSync(folder, { recursive: true })
})

/** Asks for `path` as it is, which fetch() would tidy up. */
function get(path: string): Promise<{ status: number; type: string; location: string; body: string }> {
  const { port } = server.address() as AddressInfo
  return new Promise((resolve, reject) => {
    const asked = request({ port, host: '127.0.0.1', path }, (response) => {
      let body = ''
      response.setEncoding('utf8')
      response.on('data', (text: string) => {
        body += text
      })
      const { 'content-type': type = '', location = '' } = response.headers
      response.on('end', () => resolve({ status: response.statusCode ?? 0, type, location, body }))
    })
    asked.on('error', reject).end()
  })
}

test.each([
  ['/deep/path/', 200, 'home'],
  ['/deep/path/?q', 200, 'home'],
  ['/deep/path/cycles/', 200, 'cycles'],
  ['/deep/path/a%20b.svg', 200, '<svg/>'],
  ['/deep/path/none/', 404, 'missing'],
  ['/deep/path/../secret.txt', 404, 'Nothing here. The site is at /deep/path/\n'],
  ['/deep/path/..%2fsecret.txt', 404, 'missing'],
  ['/deep/path/%2e%2e/secret.txt', 404, 'Nothing here. The site is at /deep/path/\n'],
  ['/', 404, 'Nothing here. The site is at /deep/path/\n'],
  ['/deep/path/%', 400, ''],
])('%s: %i', async (path, status, body) => {
  expect(await get(path)).toMatchObject({ status, body })
})

test('a folder without its slash leads to the folder', async () => {
  expect(await get('/deep/path/cycles?q=1')).toMatchObject({
    status: 301,
    location: '/deep/path/cycles/?q=1',
  })
})

test('files say what they are', async () => {
  expect((await get('/deep/path/')).type).toBe('text/html; charset=utf-8')
  expect((await get('/deep/path/a%20b.svg')).type).toBe('image/svg+xml')
})
