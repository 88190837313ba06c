/** Python objects as JSON text. */
import type { PyObject } from '../../heap/object.ts'
import { lend, newRef, release } from '../../heap/reference.ts'
import { PyDict } from '../../objects/dict.ts'
import { PyFloat } from '../../objects/float.ts'
import { PyInt } from '../../objects/int.ts'
import { PyList } from '../../objects/list.ts'
import { getAttrNamed } from '../../objects/protocols/attributes.ts'
import { callMethod } from '../../objects/protocols/calls.ts'
import { isTrue } from '../../objects/protocols/comparison.ts'
import { toArray } from '../../objects/protocols/iteration.ts'
import { PyStr } from '../../objects/str.ts'
import { reprFloat } from '../../objects/text/float-repr.ts'
import { PyTuple } from '../../objects/tuple.ts'
import { typeName } from '../../objects/type.ts'
import type { VM } from '../../objects/vm.ts'

const short: Readonly<Record<string, string>> = {
  '"': '\\"',
  '\\': '\\\\',
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
  '\f': '\\f',
  '\b': '\\b',
}

const escaped = (unit: string): string =>
  short[unit] ?? `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`

/** Text in quotes; beyond ASCII as escapes, if asked for. */
export function quoted(text: string, ascii: boolean): string {
  const pattern = ascii ? /["\\]|[^ -~]/g : /["\\\x00-\x1f]/g
  return `"${text.replace(pattern, escaped)}"`
}

interface Options {
  readonly encoder: PyObject
  readonly ascii: boolean
  readonly allowNan: boolean
  readonly skipKeys: boolean
  readonly sortKeys: boolean
  /** What one level is indented by; null for everything on one line. */
  readonly indent: string | null
  readonly itemSeparator: string
  readonly keySeparator: string
  /** Containers being written, against circles; null where nobody looks. */
  readonly open: Set<PyObject> | null
}

function readOptions(vm: VM, encoder: PyObject): Options {
  const attribute = <T>(name: string, read: (value: PyObject) => T): T =>
    lend(getAttrNamed(vm, encoder, name), read)
  const truth = (name: string): boolean => attribute(name, (value) => isTrue(vm, value))
  const text = (name: string): string =>
    attribute(name, (value) =>
      value instanceof PyStr
        ? value.value
        : vm.raise('TypeError', `make_encoder() argument must be str, not ${typeName(value)}`),
    )
  return {
    encoder,
    ascii: truth('ensure_ascii'),
    allowNan: truth('allow_nan'),
    skipKeys: truth('skipkeys'),
    sortKeys: truth('sort_keys'),
    indent: attribute('indent', (value) =>
      value === vm.None
        ? null
        : value instanceof PyStr
          ? value.value
          : value instanceof PyInt
            ? ' '.repeat(Math.max(0, Number(value.value)))
            : '',
    ),
    itemSeparator: text('item_separator'),
    keySeparator: text('key_separator'),
    open: truth('check_circular') ? new Set() : null,
  }
}

/** JSON as an encoder, a `json.JSONEncoder`, writes it. */
export function encodeJson(vm: VM, object: PyObject, encoder: PyObject): string {
  const parts: string[] = []
  write(vm, readOptions(vm, encoder), object, parts, 0)
  return parts.join('')
}

function floatText(vm: VM, { allowNan }: Options, value: number): string {
  const text = Number.isNaN(value)
    ? 'NaN'
    : value === Infinity
      ? 'Infinity'
      : value === -Infinity
        ? '-Infinity'
        : null
  if (text === null) return reprFloat(value)
  return allowNan
    ? text
    : vm.raise('ValueError', `Out of range float values are not JSON compliant: ${reprFloat(value)}`)
}

/** What is no container. Null for containers and everything unknown. */
function atom(vm: VM, options: Options, object: PyObject): string | null {
  if (object instanceof PyStr) return quoted(object.value, options.ascii)
  if (object === vm.None) return 'null'
  if (object === vm.True) return 'true'
  if (object === vm.False) return 'false'
  if (object instanceof PyInt) return object.value.toString()
  return object instanceof PyFloat ? floatText(vm, options, object.value) : null
}

function write(vm: VM, options: Options, object: PyObject, parts: string[], level: number): void {
  const text = atom(vm, options, object)
  if (text !== null) {
    parts.push(text)
    return
  }
  const { open } = options
  if (open?.has(object)) vm.raise('ValueError', 'Circular reference detected')
  open?.add(object)
  vm.enterRecursion(' while encoding a JSON object')
  try {
    if (object instanceof PyList || object instanceof PyTuple) writeList(vm, options, object, parts, level)
    else if (object instanceof PyDict) writeDict(vm, options, object, parts, level)
    else
      lend(callMethod(vm, options.encoder, 'default', [object]), (other) =>
        write(vm, options, other, parts, level),
      )
  } finally {
    vm.leaveRecursion()
    open?.delete(object)
  }
}

/** What stands between items, and before the first and after the last. */
function separators(
  { indent, itemSeparator }: Options,
  level: number,
): { first: string; between: string; last: string } {
  if (indent === null) return { first: '', between: itemSeparator, last: '' }
  const line = `\n${indent.repeat(level + 1)}`
  return { first: line, between: itemSeparator + line, last: `\n${indent.repeat(level)}` }
}

function writeList(vm: VM, options: Options, list: PyList | PyTuple, parts: string[], level: number): void {
  if (list.items.length === 0) {
    parts.push('[]')
    return
  }
  const { first, between, last } = separators(options, level)
  parts.push('[', first)
  for (let i = 0; i < list.items.length; i++) {
    if (i > 0) parts.push(between)
    lend(newRef(list.items[i]!), (item) => write(vm, options, item, parts, level + 1))
  }
  parts.push(last, ']')
}

function keyText(vm: VM, options: Options, key: PyObject): string | null {
  if (key instanceof PyStr) return key.value
  const text = atom(vm, options, key)
  if (text !== null) return text
  if (options.skipKeys) return null
  return vm.raise('TypeError', `keys must be str, int, float, bool or None, not ${typeName(key)}`)
}

function writeDict(vm: VM, options: Options, dict: PyDict, parts: string[], level: number): void {
  if (dict.size === 0) {
    parts.push('{}')
    return
  }
  const { first, between, last } = separators(options, level)
  const items = lend(callMethod(vm, dict, 'items'), (view) =>
    options.sortKeys ? lend(sorted(vm, view), (list) => toArray(vm, list)) : toArray(vm, view),
  )
  try {
    parts.push('{')
    let isFirst = true
    for (const pair of items) {
      const at = (index: number): PyObject =>
        (pair as unknown as PyTuple).items?.[index] ?? vm.raise('ValueError', 'items must return 2-tuples')
      if (!((pair as PyObject) instanceof PyTuple)) vm.raise('ValueError', 'items must return 2-tuples')
      const key = keyText(vm, options, at(0))
      if (key === null) continue
      parts.push(isFirst ? first : between, quoted(key, options.ascii), options.keySeparator)
      isFirst = false
      write(vm, options, at(1), parts, level + 1)
    }
    parts.push(isFirst ? '' : last, '}')
  } finally {
    items.forEach(release)
  }
}

function sorted(vm: VM, items: PyObject) {
  return lend(vm.importModule('builtins'), (builtins) => callMethod(vm, builtins, 'sorted', [items]))
}
