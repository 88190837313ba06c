// A static file server for the built site: what any web host does, and no more. Serves a folder below any base
// path, so that the tests can hold the site to "from any folder".

import { createReadStream, existsSync, statSync } from 'node:fs'
import { createServer, type Server, type ServerResponse } from 'node:http'
import { extname, join, normalize, sep } from 'node:path'

const types: Record<string, string> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.ttf': 'font/ttf',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
  '.webmanifest': 'application/manifest+json',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
  '.xml': 'application/xml; charset=utf-8',
}

function sendFile(response: ServerResponse, status: number, file: string): void {
  response.writeHead(status, {
    'Content-Type': types[extname(file)] ?? 'application/octet-stream',
    'Content-Length': statSync(file).size,
    // Files in _astro carry their hash in their name.
    'Cache-Control': file.includes(`${sep}_astro${sep}`) ? 'public, max-age=31536000, immutable' : 'no-cache',
    'X-Content-Type-Options': 'nosniff',
  })
  createReadStream(file).pipe(response)
}

/** A server, not yet listening, for the files of `folder` under `base`, which begins and ends with `/`. */
export function createSiteServer(folder: string, base = '/'): Server {
  return createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://localhost')
    if (!url.pathname.startsWith(base)) {
      response
        .writeHead(404, { 'Content-Type': 'text/plain; charset=utf-8' })
        .end(`Nothing here. The site is at ${base}\n`)
      return
    }
    let path: string
    try {
      path = normalize(decodeURIComponent(url.pathname.slice(base.length)))
    } catch {
      response.writeHead(400).end()
      return
    }
    const file = join(folder, path)
    const inside = !path.startsWith('..') && !path.includes('\0')
    if (inside && existsSync(file) && statSync(file).isDirectory()) {
      const index = join(file, 'index.html')
      if (!url.pathname.endsWith('/')) {
        response.writeHead(301, { Location: `${url.pathname}/${url.search}` }).end()
        return
      }
      if (existsSync(index)) return sendFile(response, 200, index)
    } else if (inside && existsSync(file)) return sendFile(response, 200, file)
    const missing = join(folder, '404.html')
    if (existsSync(missing)) sendFile(response, 404, missing)
    else response.writeHead(404).end()
  })
}
