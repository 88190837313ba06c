/** `unicodedata`: normal forms and categories of characters. Names and what needs further tables are not simulated. As `Modules/unicodedata.c`. */
import type { PyObject } from '../heap/object.ts'
import { newRef } from '../heap/reference.ts'
import { defineModule, fn } from '../objects/declare/module.ts'
import { newInt } from '../objects/int.ts'
import { newStr, PyStr } from '../objects/str.ts'
import { decimalValue, hasLaterCharacters } from '../objects/text/unicode.ts'
import { typeName } from '../objects/type.ts'
import type { VM } from '../objects/vm.ts'

const categories: readonly (readonly [string, RegExp])[] = (
  'Lu Ll Lt Lm Lo Mn Mc Me Nd Nl No Pc Pd Ps Pe Pi Pf Po Sm Sc Sk So Zs Zl Zp Cc Cf Cs Co'.split(
    ' ',
  ) as string[]
).map((name) => [name, new RegExp(`^\\p{${name}}$`, 'u')])

const forms: ReadonlySet<string> = new Set(['NFC', 'NFD', 'NFKC', 'NFKD'])

function character(vm: VM, name: string, object: PyObject): string {
  if (object instanceof PyStr && [...object.value].length === 1) return object.value
  return vm.raise('TypeError', `${name}() argument must be a unicode character, not ${typeName(object)}`)
}

/** Text in a normal form; characters that are younger than Python's table stay as they are. */
function normalized(vm: VM, form: string, text: string): string {
  if (!forms.has(form)) return vm.raise('ValueError', 'invalid normalization form')
  return text.normalize(form)
}

function notSimulated(name: string) {
  return fn(`${name}(chr: object, /)` as 'f(chr: object, /)', 'Not simulated.', (vm) => {
    vm.raise('NotImplementedError', `unicodedata.${name}() is not simulated: its tables are too large`)
  })
}

export const unicodedataModule = defineModule('unicodedata', 'Properties of characters.', {
  functions: [
    fn('normalize(form: str, unistr: str, /) -> str', 'The text in a normal form.', normalized),
    fn(
      'is_normalized(form: str, unistr: str, /) -> bool',
      'Whether the text is in a normal form.',
      (vm, form, text) => normalized(vm, form, text) === text,
    ),
    fn('category(chr: object, /) -> str', 'The general category of a character.', (vm, object) => {
      const each = character(vm, 'category', object)
      if (hasLaterCharacters(each)) return 'Cn'
      return categories.find(([, pattern]) => pattern.test(each))?.[0] ?? 'Cn'
    }),
    fn(
      'decimal(chr: object, default: object = NULL, /) -> object',
      'The value of a decimal digit.',
      (vm, object, fallback) => {
        const value = decimalValue(character(vm, 'decimal', object).codePointAt(0)!)
        if (value >= 0) return newInt(vm, value)
        return fallback === null ? vm.raise('ValueError', 'not a decimal') : newRef(fallback)
      },
    ),
    ...[
      'name',
      'lookup',
      'digit',
      'numeric',
      'bidirectional',
      'combining',
      'east_asian_width',
      'mirrored',
      'decomposition',
    ].map(notSimulated),
  ],
  attributes: { unidata_version: (vm) => newStr(vm, '15.1.0') },
})
