// Highlighting in the page, for code that the reader has changed: the one Shiki highlighter that the plain field's
// background and the full editor share. Fetched when first needed; uses the JavaScript regular expressions, not the
// WebAssembly engine, so that a strict content policy allows it.

import type { HighlighterCore } from 'shiki/core'
import { highlightRoles, highlightTheme, plainRole, roleClass } from '../highlight-roles.ts'

export interface Token {
  text: string
  /** The CSS class of its role. */
  role: string
}

/** Tokens of a text, line by line. */
export type Highlighter = (source: string) => Token[][]

let shared: Promise<HighlighterCore> | undefined

/** The highlighter of the page, with the themes `heapbook-light` and `heapbook-dark` and the language `python`. */
export function sharedHighlighter(): Promise<HighlighterCore> {
  shared ??= create().catch((error: unknown) => {
    shared = undefined
    throw error
  })
  return shared
}

async function create(): Promise<HighlighterCore> {
  const [{ createHighlighterCore }, { createJavaScriptRegexEngine }, python] = await Promise.all([
    import('shiki/core'),
    import('shiki/engine/javascript'),
    import('@shikijs/langs/python'),
  ])
  return createHighlighterCore({
    themes: [highlightTheme('light'), highlightTheme('dark')],
    langs: [python.default],
    engine: createJavaScriptRegexEngine(),
  })
}

/** Highlighting as tokens with classes. */
export async function loadHighlighter(): Promise<Highlighter> {
  const highlighter = await sharedHighlighter()
  const roleOfColour = new Map(highlightRoles.map((role) => [role.light.toLowerCase(), roleClass(role)]))
  return (source) =>
    highlighter
      .codeToTokensBase(source, { lang: 'python', theme: highlightTheme('light').name })
      .map((line) =>
        line.map((token) => ({
          text: token.content,
          role: roleOfColour.get(token.color?.toLowerCase() ?? '') ?? roleClass(plainRole),
        })),
      )
}

/** The lines of a text without colours. */
export function plainLines(source: string): Token[][] {
  return source.split('\n').map((text) => [{ text, role: roleClass(plainRole) }])
}
