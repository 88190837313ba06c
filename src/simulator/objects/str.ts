/**
 * `PyStr`: a Python string. Its text is a JS string; characters beyond the BMP are surrogate pairs there,
 * and one code point here. The methods of `str` are in `str-type.ts`. As `Objects/unicodeobject.c`.
 */
import type { HeapType } from '../heap/object.ts'
import { immortalize, isImmortal, PyObject } from '../heap/object.ts'
import type { Own } from '../heap/reference.ts'
import { newRef } from '../heap/reference.ts'
import type { Hash } from './tables/hash.ts'
import { immortalStrings } from './tables/immortal-strings.ts'
import { hashText } from './text/hash.ts'
import type { VM } from './vm.ts'

export class PyStr extends PyObject {
  declare readonly value: string
  /** Computed at first use. */
  #hash: Hash | null = null
  /** Set while it stands in this table of interned strings. */
  interned: Map<string, PyStr> | null = null

  constructor(type: HeapType, value: string) {
    super(type, type.basicsize + value.length + 1)
    this.value = value
  }

  get hash(): Hash {
    this.#hash ??= hashText(this.value)
    return this.#hash
  }

  override dealloc(): void {
    this.interned?.delete(this.value)
  }

  override get usesTrashcan(): boolean {
    return false
  }
}

/** A string object; the empty string and single characters up to U+00FF are the immortal ones. */
export function newStr(vm: VM, value: string): Own<PyStr> {
  if (value.length <= 1) {
    if (value.length === 0) return newRef(vm.emptyStr)
    const code = value.charCodeAt(0)
    if (code < 256) return newRef(vm.latin1[code]!)
  }
  return new PyStr(vm.types.str, value) as Own<PyStr>
}

/** The interned string of that value, made if there is none (`PyUnicode_InternFromString`). */
export function newInterned(vm: VM, value: string): Own<PyStr> {
  const existing = vm.interned.get(value)
  if (existing !== undefined) return newRef(existing)
  const made = immortalStrings.has(value)
    ? vm.heap.beforehand(() => immortalize(newStr(vm, value)))
    : newStr(vm, value)
  if (made.interned === null) {
    made.interned = vm.interned
    vm.interned.set(value, made)
  }
  return made
}

/** From now on the interned string of that value is immortal (`_PyUnicode_InternImmortal`), as a program's names are. */
export function internForGood(vm: VM, value: string): void {
  const name = newInterned(vm, value)
  if (!isImmortal(name)) immortalize(name)
}

/** Whether the object is exactly a `str`, no subclass: only then its hash and equality are known. */
export function isExactStr(vm: VM, object: PyObject): object is PyStr {
  return object.type === (vm.types.str as unknown)
}
