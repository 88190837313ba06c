/** JSON text as Python objects: `_json.Scanner`, which `json.JSONDecoder` calls. */
import { type HeapType, PyObject, type Visit } from '../../heap/object.ts'
import type { Held, Own } from '../../heap/reference.ts'
import { lend, newRef, release } from '../../heap/reference.ts'
import { tracked } from '../../objects/allocate.ts'
import { defineType, member } from '../../objects/declare/type.ts'
import { newDict, putItem } from '../../objects/dict.ts'
import { raiseStopIteration } from '../../objects/exceptions.ts'
import { newFloat } from '../../objects/float.ts'
import { newInt } from '../../objects/int.ts'
import { newList } from '../../objects/list.ts'
import { getAttrNamed } from '../../objects/protocols/attributes.ts'
import { isTrue } from '../../objects/protocols/comparison.ts'
import { toIndex } from '../../objects/protocols/numbers.ts'
import { newStr, PyStr } from '../../objects/str.ts'
import { codePointOffset, unitOffset } from '../../objects/text/code-points.ts'
import { newTuple } from '../../objects/tuple.ts'
import { typeName } from '../../objects/type.ts'
import type { VM } from '../../objects/vm.ts'

const hooks = ['object_hook', 'object_pairs_hook', 'parse_float', 'parse_int', 'parse_constant'] as const
type Hook = (typeof hooks)[number]

class PyScanner extends PyObject {
  readonly hooks: Readonly<Record<Hook, Held>>
  readonly strict: boolean

  constructor(type: HeapType, given: Readonly<Record<Hook, Own>>, strict: boolean) {
    super(type)
    this.hooks = given
    this.strict = strict
  }

  override traverse(visit: Visit): void {
    for (const name of hooks) visit(this.hooks[name], name)
  }

  override dealloc(): void {
    for (const name of hooks) release(this.hooks[name])
  }
}

/** Raises `json.JSONDecodeError`; `at` is a unit of the text. */
function fail(vm: VM, message: string, document: PyStr, at: number): never {
  const exception = lend(vm.importModule('json.decoder'), (decoder) =>
    lend(getAttrNamed(vm, decoder, 'JSONDecodeError'), (cls) =>
      lend(newStr(vm, message), (text) =>
        lend(newInt(vm, codePointOffset(document.value, at)), (position) =>
          vm.call(cls, [text, document, position]),
        ),
      ),
    ),
  )
  return vm.raiseException(exception)
}

const simple: Readonly<Record<string, string>> = {
  '"': '"',
  '\\': '\\',
  '/': '/',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
}

/** The text from after the quote to the closing one, and the unit behind that. */
export function scanString(
  vm: VM,
  document: PyStr,
  start: number,
  strict: boolean,
): { value: string; next: number } {
  const text = document.value
  let value = ''
  let at = start
  for (;;) {
    let end = at
    while (
      end < text.length &&
      text[end] !== '"' &&
      text[end] !== '\\' &&
      (text.charCodeAt(end) > 31 || !strict)
    )
      end++
    value += text.slice(at, end)
    if (end >= text.length) return fail(vm, 'Unterminated string starting at', document, start - 1)
    if (text[end] === '"') return { value, next: end + 1 }
    if (text[end] !== '\\') return fail(vm, 'Invalid control character at', document, end)
    const kind = text[end + 1]
    if (kind === undefined) return fail(vm, 'Unterminated string starting at', document, start - 1)
    if (kind === 'u') {
      const digits = text.slice(end + 2, end + 6)
      if (!/^[0-9a-fA-F]{4}$/.test(digits)) return fail(vm, 'Invalid \\uXXXX escape', document, end + 1)
      value += String.fromCharCode(Number.parseInt(digits, 16))
      at = end + 6
    } else {
      const plain = simple[kind]
      if (plain === undefined) return fail(vm, 'Invalid \\escape', document, end)
      value += plain
      at = end + 2
    }
  }
}

interface Scanned {
  readonly value: Own
  readonly next: number
}

/** Reads one document; keys that are the same are one object. */
class Reader {
  readonly #vm: VM
  readonly #scanner: PyScanner
  readonly #document: PyStr
  readonly #text: string
  readonly #keys = new Map<string, Own<PyStr>>()

  constructor(vm: VM, scanner: PyScanner, document: PyStr) {
    this.#vm = vm
    this.#scanner = scanner
    this.#document = document
    this.#text = document.value
  }

  close(): void {
    this.#keys.forEach(release)
  }

  read(at: number): Scanned {
    const vm = this.#vm
    const text = this.#text
    switch (text[at]) {
      case '"': {
        const { value, next } = scanString(vm, this.#document, at + 1, this.#scanner.strict)
        return { value: newStr(vm, value) as unknown as Own, next }
      }
      case '{':
        return this.#guarded(' while decoding a JSON object from a unicode string', () =>
          this.#object(at + 1),
        )
      case '[':
        return this.#guarded(' while decoding a JSON array from a unicode string', () => this.#array(at + 1))
      case 'n':
        if (text.startsWith('null', at)) return { value: newRef(vm.None), next: at + 4 }
        break
      case 't':
        if (text.startsWith('true', at)) return { value: newRef(vm.True) as unknown as Own, next: at + 4 }
        break
      case 'f':
        if (text.startsWith('false', at)) return { value: newRef(vm.False) as unknown as Own, next: at + 5 }
        break
    }
    const constant = ['NaN', 'Infinity', '-Infinity'].find((each) => text.startsWith(each, at))
    if (constant !== undefined)
      return { value: this.#call('parse_constant', constant), next: at + constant.length }
    return this.#number(at)
  }

  #guarded(where: string, body: () => Scanned): Scanned {
    this.#vm.enterRecursion(where)
    try {
      return body()
    } finally {
      this.#vm.leaveRecursion()
    }
  }

  #call(hook: Hook, text: string): Own {
    return lend(newStr(this.#vm, text), (argument) => this.#vm.call(this.#scanner.hooks[hook], [argument]))
  }

  #number(at: number): Scanned {
    const vm = this.#vm
    const pattern = /(-?(?:0|[1-9][0-9]*))(\.[0-9]+)?([eE][-+]?[0-9]+)?/y
    pattern.lastIndex = at
    const found = pattern.exec(this.#text)
    if (found === null)
      return lend(newInt(vm, codePointOffset(this.#text, at)), (position) => raiseStopIteration(vm, position))
    const [whole, integer, fraction, exponent] = found as unknown as [string, string, string?, string?]
    const next = at + whole.length
    if (fraction === undefined && exponent === undefined) {
      if (this.#scanner.hooks.parse_int === (vm.types.int as PyObject) && integer.length < 300) {
        const number = Number(integer)
        return {
          value: newInt(vm, Number.isSafeInteger(number) ? number + 0 : BigInt(integer)) as unknown as Own,
          next,
        }
      }
      return { value: this.#call('parse_int', integer), next }
    }
    if (this.#scanner.hooks.parse_float === (vm.types.float as PyObject)) {
      return { value: newFloat(vm, Number(whole)) as unknown as Own, next }
    }
    return { value: this.#call('parse_float', whole), next }
  }

  #skip(at: number): number {
    const text = this.#text
    while (at < text.length && ' \t\n\r'.includes(text[at]!)) at++
    return at
  }

  #key(text: string): Own {
    let key = this.#keys.get(text)
    if (key === undefined) {
      key = newStr(this.#vm, text)
      this.#keys.set(text, key)
    }
    return newRef(key) as unknown as Own
  }

  #array(at: number): Scanned {
    const vm = this.#vm
    const items: Held[] = []
    try {
      at = this.#skip(at)
      if (this.#text[at] === ']') return { value: newList(vm, []) as unknown as Own, next: at + 1 }
      for (;;) {
        const item = this.read(at)
        items.push(item.value)
        at = this.#skip(item.next)
        if (this.#text[at] === ']') break
        if (this.#text[at] !== ',') fail(vm, "Expecting ',' delimiter", this.#document, at)
        const comma = at
        at = this.#skip(at + 1)
        if (this.#text[at] === ']')
          fail(vm, 'Illegal trailing comma before end of array', this.#document, comma)
      }
    } catch (thrown) {
      items.forEach(release)
      throw thrown
    }
    return { value: newList(vm, items) as unknown as Own, next: at + 1 }
  }

  #object(at: number): Scanned {
    const vm = this.#vm
    const pairs: [Own, Own][] = []
    try {
      at = this.#skip(at)
      if (this.#text[at] !== '}') {
        for (;;) {
          if (this.#text[at] !== '"')
            fail(vm, 'Expecting property name enclosed in double quotes', this.#document, at)
          const key = scanString(vm, this.#document, at + 1, this.#scanner.strict)
          at = this.#skip(key.next)
          if (this.#text[at] !== ':') fail(vm, "Expecting ':' delimiter", this.#document, at)
          const item = this.read(this.#skip(at + 1))
          pairs.push([this.#key(key.value), item.value])
          at = this.#skip(item.next)
          if (this.#text[at] === '}') break
          if (this.#text[at] !== ',') fail(vm, "Expecting ',' delimiter", this.#document, at)
          const comma = at
          at = this.#skip(at + 1)
          if (this.#text[at] === '}')
            fail(vm, 'Illegal trailing comma before end of object', this.#document, comma)
        }
      }
    } catch (thrown) {
      pairs.forEach((pair) => pair.forEach(release))
      throw thrown
    }
    return { value: this.#finish(pairs), next: at + 1 }
  }

  #finish(pairs: readonly [Own, Own][]): Own {
    const vm = this.#vm
    const { object_hook, object_pairs_hook } = this.#scanner.hooks
    if (object_pairs_hook !== vm.None) {
      const list = newList(
        vm,
        pairs.map((pair) => newTuple(vm, pair) as Held),
      )
      return lend(list as unknown as Own, (items) => vm.call(object_pairs_hook, [items]))
    }
    const dict = newDict(vm)
    for (const [key, value] of pairs) {
      putItem(vm, dict, key, value)
      release(key)
    }
    if (object_hook === vm.None) return dict as unknown as Own
    return lend(dict as unknown as Own, (each) => vm.call(object_hook, [each]))
  }
}

export const scannerSpec = defineType(
  PyScanner,
  '_json.Scanner',
  'Reads JSON with the options of a decoder.',
  {
    basicsize: 72,
    container: true,
    slots: {
      __new__: (vm, cls, args) => {
        const context =
          args[0] ?? vm.raise('TypeError', "make_scanner() missing required argument 'context' (pos 1)")
        const given = Object.fromEntries(
          hooks.map((name) => [name, getAttrNamed(vm, context, name)]),
        ) as Record<Hook, Own>
        const strict = lend(getAttrNamed(vm, context, 'strict'), (value) => isTrue(vm, value))
        return tracked(vm, new PyScanner(cls, given, strict)) as unknown as Own
      },
      __call__: (vm, self, args) => {
        const [document, index] = args
        if (!(document instanceof PyStr)) {
          return vm.raise(
            'TypeError',
            `first argument must be a string, not ${document === undefined ? 'nothing' : typeName(document)}`,
          )
        }
        const at = index === undefined ? 0 : toIndex(vm, index, 'OverflowError')
        if (at < 0) return vm.raise('ValueError', 'idx cannot be negative')
        const reader = new Reader(vm, self, document)
        try {
          const { value, next } = reader.read(unitOffset(document.value, at))
          return newTuple(vm, [
            value,
            newInt(vm, codePointOffset(document.value, next)),
          ] as Held[]) as unknown as Own
        } finally {
          reader.close()
        }
      },
    },
    getset: [
      ...hooks.map((name) =>
        member<PyScanner>(name, 'What makes objects of what is read.', (_vm, self) =>
          newRef(self.hooks[name]),
        ),
      ),
      member<PyScanner>(
        'strict',
        'Whether control characters in text are refused.',
        (vm, self) => newRef(self.strict ? vm.True : vm.False) as unknown as Own,
      ),
    ],
  },
)
