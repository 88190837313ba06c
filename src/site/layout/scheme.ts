// Light or dark: the system's choice, or the reader's, which is remembered. The first script runs before anything is
// painted, so that a remembered choice never flashes; it stands in the page as text, with its hash in the policy. It
// also marks the page as one whose scripts run, for what is said or shown only where they do not.

import { createHash } from 'node:crypto'

/** Runs in the head of each page: takes up the remembered choice. */
export const schemeScript =
  "document.documentElement.dataset.scripted='';try{const s=localStorage.getItem('heapbook:scheme');if(s==='light'||s==='dark')document.documentElement.dataset.theme=s}catch{}"

/** The hash of a script, as a content security policy names it. */
export function scriptHash(script: string): `sha256-${string}` {
  return `sha256-${createHash('sha256').update(script).digest('base64')}`
}

/** The hash of `schemeScript`. */
export const schemeScriptHash = scriptHash(schemeScript)
