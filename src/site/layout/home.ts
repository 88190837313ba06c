// The way home from 404.html, which a host shows at any address: the site's root is the nearest folder above that
// has the site's icon, and the page's links are set to it.

import { scriptHash } from './scheme.ts'

/** Runs at the end of 404.html. */
export const homeScript = `(async () => {
  for (let folder = new URL('./', location.href); ; folder = new URL('../', folder)) {
    const found = await fetch(new URL('favicon.svg', folder), { method: 'HEAD' }).then((r) => r.ok, () => false)
    if (found) for (const link of document.querySelectorAll('a[href^="./"]')) link.href = new URL(link.getAttribute('href'), folder)
    if (found || folder.pathname === '/') return
  }
})()`

/** The script's hash, as a content security policy names it. */
export const homeScriptHash = scriptHash(homeScript)
