// Makes the built site work from any folder of any host: an address that begins with `/`, the site's root, is
// rewritten relative to the file it stands in. (Scripts name what they load relative to themselves already.)
//
// The page 404.html is shown at addresses of any depth, so it cannot lean on other files: its style sheets become
// part of it, and its way home looks for the site's root when it is shown.

import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { AstroIntegration } from 'astro'

const attribute = /(\s(?:href|src|component-url|renderer-url|before-hydration-url)=")\/(?!\/)([^"]*)(?=")/g
const styleUrl = /(\burl\(["']?)\/(?!\/)/g

/** `text`, a page or style sheet, with its root addresses made relative; `file` is its path in the site. */
export function withRelativeUrls(text: string, file: string): string {
  const up = '../'.repeat(file.split('/').length - 1) || './'
  const styled = text.replace(styleUrl, (_match, before: string) => before + up)
  if (!file.endsWith('.html')) return styled
  return styled.replace(attribute, (_match, before: string, path: string) => `${before}${up}${path}`)
}

/** `html` with its style sheets, and without what it would have loaded besides. */
export function selfContained(html: string, read: (path: string) => string): string {
  return html
    .replace(/<link rel="stylesheet" href="\/([^"]*)"[^>]*>/g, (_match, path: string) => {
      const css = read(path).replace(/@font-face\s*\{[^}]*\}/g, '')
      return `<style>${css}</style>`
    })
    .replace(/<link rel="preload"[^>]*>/g, '')
}

/** Rewrites pages and style sheets when they have been built. */
export function relativeUrls(): AstroIntegration {
  return {
    name: 'relative-urls',
    hooks: {
      'astro:build:done': ({ dir }) => {
        const folder = fileURLToPath(dir)
        const read = (file: string) => readFileSync(join(folder, file), 'utf8')
        const names = readdirSync(folder, { recursive: true, encoding: 'utf8' })
        for (const file of names.filter((name) => /\.(?:html|css)$/.test(name)).sort()) {
          const text = file === '404.html' ? selfContained(read(file), read) : read(file)
          writeFileSync(join(folder, file), withRelativeUrls(text, file.replaceAll('\\', '/')))
        }
      },
    },
  }
}
