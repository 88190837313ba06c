// The colours of code, once: each role of a piece of Python with the TextMate scopes that have it and its colour in
// the light and in the dark scheme. Three readers: the static highlighting at build time (a Shiki theme and CSS
// classes), and the editor's themes, so that code looks the same before and after an editor takes it over.
//
// Every colour occurs once, because the editor finds a role by its colour, and keeps 4.5 : 1 against the cell's
// background. Every rule names its font style, because Monaco does not know how an inherited one combines.

/** What a piece of code is to the eye. */
export interface HighlightRole {
  name: string
  scopes: readonly string[]
  light: string
  dark: string
  fontStyle: '' | 'italic' | 'bold'
}

/** The colour of code that has no other role. */
export const plainRole: HighlightRole = {
  name: 'plain',
  scopes: [],
  light: '#1f2623',
  dark: '#dfe5e1',
  fontStyle: '',
}

/** The background of code. */
export const codeBackground = { light: '#ffffff', dark: '#191e1c' } as const

/** All roles but the plain one; a later scope wins where two are equally exact. */
export const highlightRoles: readonly HighlightRole[] = [
  {
    name: 'comment',
    scopes: ['comment', 'punctuation.definition.comment'],
    light: '#616d67',
    dark: '#8f9c95',
    fontStyle: 'italic',
  },
  {
    name: 'keyword',
    scopes: [
      'keyword.control',
      'keyword.operator.logical',
      'keyword.illegal',
      'storage.type',
      'storage.modifier',
    ],
    light: '#8a2f6b',
    dark: '#e59bc6',
    fontStyle: '',
  },
  {
    name: 'string',
    scopes: ['string', 'string.quoted.docstring', 'punctuation.definition.string', 'storage.type.string'],
    light: '#1b6b3a',
    dark: '#8fd0a0',
    fontStyle: '',
  },
  {
    name: 'escape',
    scopes: ['constant.character.escape', 'constant.character.format.placeholder', 'storage.type.format'],
    light: '#8a5600',
    dark: '#e3c078',
    fontStyle: '',
  },
  {
    name: 'number',
    scopes: ['constant.numeric', 'storage.type.number', 'storage.type.imaginary.number'],
    light: '#a0430a',
    dark: '#f0a878',
    fontStyle: '',
  },
  {
    name: 'constant',
    scopes: ['constant.language', 'constant.other.ellipsis'],
    light: '#97400f',
    dark: '#eeae8a',
    fontStyle: '',
  },
  {
    name: 'function',
    scopes: [
      'entity.name.function',
      'meta.function-call.generic',
      'support.function',
      'support.variable.magic',
    ],
    light: '#1f4fa8',
    dark: '#93b8f5',
    fontStyle: '',
  },
  {
    name: 'class',
    scopes: ['entity.name.type.class', 'entity.other.inherited-class', 'support.type', 'support.class'],
    light: '#0d6478',
    dark: '#7ecbd8',
    fontStyle: '',
  },
  {
    name: 'decorator',
    scopes: ['entity.name.function.decorator', 'punctuation.definition.decorator'],
    light: '#6b5a00',
    dark: '#d8c87c',
    fontStyle: '',
  },
  {
    name: 'self',
    scopes: ['variable.language.special', 'variable.parameter.function.language.special'],
    light: '#57527e',
    dark: '#b9b3e0',
    fontStyle: '',
  },
]

/** A colour scheme of the page. */
export type Scheme = 'light' | 'dark'

/** A Shiki (TextMate) theme; also what the editor's theme is made from. */
export interface HighlightTheme {
  name: string
  type: Scheme
  colors: Record<string, string>
  settings: { scope?: string[]; settings: { foreground: string; background?: string; fontStyle?: string } }[]
}

/** The theme of a scheme, named `heapbook-light` or `heapbook-dark`. */
export function highlightTheme(scheme: Scheme): HighlightTheme {
  const foreground = plainRole[scheme]
  const background = codeBackground[scheme]
  return {
    name: `heapbook-${scheme}`,
    type: scheme,
    colors: { 'editor.foreground': foreground, 'editor.background': background },
    settings: [
      { settings: { foreground, background } },
      ...highlightRoles.map((role) => ({
        scope: [...role.scopes],
        settings: { foreground: role[scheme], fontStyle: role.fontStyle },
      })),
    ],
  }
}

/** The CSS class of a role. */
export function roleClass(role: HighlightRole): string {
  return `hl-${role.name}`
}

/** The style sheet of the classes; follows the page's `color-scheme`. */
export function highlightCss(): string {
  const style = { '': '', italic: 'font-style:italic;', bold: 'font-weight:bold;' }
  const rules = [plainRole, ...highlightRoles].map(
    (role) => `.${roleClass(role)}{color:light-dark(${role.light},${role.dark});${style[role.fontStyle]}}`,
  )
  return rules.join('\n')
}
