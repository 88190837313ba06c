/** What a pattern is matched against: text or bytes as characters with numbers, and parts of it as Python objects. */
import type { PyObject } from '../../heap/object.ts'
import type { Own } from '../../heap/reference.ts'
import { newRef } from '../../heap/reference.ts'
import { bytesOf } from '../../objects/buffers.ts'
import { newBytes, PyBytes } from '../../objects/bytes.ts'
import { newStr, PyStr } from '../../objects/str.ts'
import { codePointLength, hasPairs, substring } from '../../objects/text/code-points.ts'
import { typeName } from '../../objects/type.ts'
import type { VM } from '../../objects/vm.ts'
import type { Characters } from './machine.ts'

export interface Subject {
  readonly object: PyObject
  readonly characters: Characters
  readonly length: number
}

function codePoints(text: string): Characters {
  if (hasPairs(text)) return Uint32Array.from(Array.from(text, (character) => character.codePointAt(0)!))
  const codes = new Uint16Array(text.length)
  for (let i = 0; i < text.length; i++) codes[i] = text.charCodeAt(i)
  return codes
}

/** The subject of a match. Raises TypeError where the pattern is text and the subject bytes, or the reverse. */
export function toSubject(vm: VM, object: PyObject, patternIsText: boolean | null): Subject {
  if (object instanceof PyStr) {
    if (patternIsText === false) vm.raise('TypeError', 'cannot use a bytes pattern on a string-like object')
    const characters = codePoints(object.value)
    return { object, characters, length: characters.length }
  }
  const bytes = bytesOf(object)
  if (bytes === null)
    return vm.raise('TypeError', `expected string or bytes-like object, got '${typeName(object)}'`)
  if (patternIsText === true) vm.raise('TypeError', 'cannot use a string pattern on a bytes-like object')
  return { object, characters: bytes, length: bytes.length }
}

/** A part of a subject; all of an exact str or bytes is that object itself. */
export function getSlice(vm: VM, object: PyObject, start: number, stop: number): Own {
  if (object instanceof PyStr) {
    if (start === 0 && object.type === (vm.types.str as unknown) && stop === codePointLength(object.value))
      return newRef(object)
    return newStr(vm, substring(object.value, start, stop)) as unknown as Own
  }
  if (object instanceof PyBytes && start === 0 && stop === object.value.length) return newRef(object)
  return newBytes(vm, (bytesOf(object) ?? new Uint8Array(0)).slice(start, stop)) as unknown as Own
}
