/** Templates of replacements as Python gives them, and their expansion. */
import type { PyObject } from '../../heap/object.ts'
import type { Own } from '../../heap/reference.ts'
import { release } from '../../heap/reference.ts'
import { bytesOf } from '../../objects/buffers.ts'
import { newBytes } from '../../objects/bytes.ts'
import { newStr, PyStr } from '../../objects/str.ts'
import { typeName } from '../../objects/type.ts'
import type { VM } from '../../objects/vm.ts'
import { raiseRegexError } from './errors.ts'
import { getSlice } from './subject.ts'
import { parseTemplate, type TemplatePart, UnknownGroup } from './template.ts'

export interface Template {
  readonly parts: readonly TemplatePart[]
  readonly isText: boolean
}

const latin1 = (bytes: Uint8Array): string => Array.from(bytes, (byte) => String.fromCharCode(byte)).join('')
const fromLatin1 = (text: string): Uint8Array =>
  Uint8Array.from(Array.from(text, (each) => each.charCodeAt(0)))

/** Reads a replacement. */
export function newTemplate(
  vm: VM,
  pattern: { readonly groups: number; readonly names: ReadonlyMap<string, number>; readonly isText: boolean },
  repl: PyObject,
): Template {
  let text: string
  if (repl instanceof PyStr) text = repl.value
  else {
    const bytes = bytesOf(repl)
    if (bytes === null)
      return vm.raise('TypeError', `decoding to str: need a bytes-like object, ${typeName(repl)} found`)
    text = latin1(bytes)
  }
  const isText = repl instanceof PyStr
  if (!text.includes('\\')) return { parts: text === '' ? [] : [text], isText }
  try {
    return { parts: parseTemplate(text, isText, pattern.groups, pattern.names), isText }
  } catch (thrown) {
    if (thrown instanceof UnknownGroup) return vm.raise('IndexError', thrown.message)
    return raiseRegexError(vm, thrown, repl)
  }
}

/** The replacement for one match. */
export function expandTemplate(
  vm: VM,
  { parts, isText }: Template,
  string: PyObject,
  marks: Int32Array,
): Own {
  const pieces = parts.map((part) => {
    if (typeof part === 'string') return part
    const start = marks[2 * part]!
    if (start < 0) return ''
    const slice = getSlice(vm, string, start, marks[2 * part + 1]!)
    const text = slice instanceof PyStr ? slice.value : latin1(bytesOf(slice) ?? new Uint8Array(0))
    release(slice)
    return text
  })
  const all = pieces.join('')
  return (isText ? newStr(vm, all) : newBytes(vm, fromLatin1(all))) as unknown as Own
}
