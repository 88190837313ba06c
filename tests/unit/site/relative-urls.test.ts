import { expect, test } from 'vitest'
import { selfContained, withRelativeUrls } from '../../../src/site/relative-urls.ts'

test.each([
  ['<a href="/">', 'index.html', '<a href="./">'],
  ['<a href="/cycles/#x">', 'index.html', '<a href="./cycles/#x">'],
  ['<a href="/">', 'cycles/index.html', '<a href="../">'],
  ['<link href="/_astro/a.css">', 'cycles/index.html', '<link href="../_astro/a.css">'],
  [
    '<astro-island component-url="/_astro/C.js">',
    'index.html',
    '<astro-island component-url="./_astro/C.js">',
  ],
  ['<a href="#x">', 'cycles/index.html', '<a href="#x">'],
  ['<a href="https://docs.python.org/3/">', 'index.html', '<a href="https://docs.python.org/3/">'],
  ['<a href="//host/x">', 'index.html', '<a href="//host/x">'],
  ['<p>print("/tmp") href=/x</p>', 'index.html', '<p>print("/tmp") href=/x</p>'],
  [
    '<style>a{src:url(/_astro/f.woff2)}</style>',
    'a/index.html',
    '<style>a{src:url(../_astro/f.woff2)}</style>',
  ],
  ['@font-face{src:url("/_astro/f.woff2")}', '_astro/p.css', '@font-face{src:url("../_astro/f.woff2")}'],
])('%s in %s', (text, file, expected) => {
  expect(withRelativeUrls(text, file)).toBe(expected)
})

test('a self-contained page has its style sheets in it', () => {
  const css = '@font-face { src: url(/f.woff2) } p { color: red }'
  const html =
    '<link rel="preload" as="font" href="/f.woff2"><link rel="stylesheet" href="/_astro/p.css"><p>x</p>'
  expect(selfContained(html, () => css)).toBe('<style> p { color: red }</style><p>x</p>')
})
