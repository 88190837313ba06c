// The table of code's colours keeps what its readers rely on.

import python from '@shikijs/langs/python'
import { createHighlighterCoreSync } from 'shiki/core'
import { createJavaScriptRegexEngine } from 'shiki/engine/javascript'
import { expect, test } from 'vitest'
import {
  codeBackground,
  highlightCss,
  highlightRoles,
  highlightTheme,
  plainRole,
  roleClass,
} from '../../../src/notebook/highlight-roles.ts'
import { classTransformer } from '../../../src/site/class-transformer.ts'

const roles = [plainRole, ...highlightRoles]

/** Relative luminance of a colour #rrggbb, as WCAG defines it. */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = (colour.match(/[0-9a-f]{2}/gi) ?? []).map((pair) => {
    const part = Number.parseInt(pair, 16) / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

function contrast(a: string, b: string): number {
  const [dark = 0, light = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y)
  return (light + 0.05) / (dark + 0.05)
}

test.each(['light', 'dark'] as const)('%s: every colour once, and readable', (scheme) => {
  expect(new Set(roles.map((role) => role[scheme])).size).toBe(roles.length)
  for (const role of roles) {
    expect(contrast(role[scheme], codeBackground[scheme]), role.name).toBeGreaterThan(4.5)
  }
})

test('every role has a class in the style sheet', () => {
  for (const role of roles) expect(highlightCss()).toContain(`.${roleClass(role)}{color:light-dark(`)
})

test('Python in its roles', () => {
  const theme = highlightTheme('light')
  const shiki = createHighlighterCoreSync({
    themes: [theme],
    langs: [python],
    engine: createJavaScriptRegexEngine(),
  })
  const source = [
    '@decorate',
    'class Node(Base):  # note',
    '    def link(self, other=None):',
    '        return f"{self.name}\\n" + str(0x1F)',
  ].join('\n')
  const html = shiki.codeToHtml(source, {
    lang: 'python',
    theme: theme.name,
    transformers: [classTransformer],
  })
  expect(html).not.toContain('style=')
  const spans = [...html.matchAll(/<span class="hl-(\w+)">([^<]*)</g)].map(([, role, text]) => [
    text?.trim(),
    role,
  ])
  expect(spans).toEqual([
    ['@decorate', 'decorator'],
    ['class', 'keyword'],
    ['Node', 'class'],
    ['Base', 'class'],
    ['# note', 'comment'],
    ['def', 'keyword'],
    ['link', 'function'],
    ['self', 'self'],
    ['None', 'constant'],
    ['return', 'keyword'],
    ['f"', 'string'],
    ['{', 'escape'],
    ['self', 'self'],
    ['}\\n', 'escape'],
    ['"', 'string'],
    ['str', 'class'],
    ['0x1F', 'number'],
  ])
})
