/**
 * `_codecs`: the registry of encodings and error handlers, and the built-in encodings one by one (`utf_8_encode`,
 * `utf_8_decode` …), which tell beside the result how much they took. As `Modules/_codecsmodule.c`.
 */
import type { PyObject } from '../heap/object.ts'
import { lend, newRef, type Own } from '../heap/reference.ts'
import { bytesOf } from '../objects/buffers.ts'
import { newBytes } from '../objects/bytes.ts'
import {
  callCodec,
  findHandler,
  lookUpCodec,
  registerHandler,
  registerSearch,
  unregisterSearch,
} from '../objects/codec-registry.ts'
import { defineModule, fn } from '../objects/declare/module.ts'
import { decodeBytes, encodeText } from '../objects/encodings.ts'
import { newInt } from '../objects/int.ts'
import { isCallable } from '../objects/protocols/calls.ts'
import { newStr, PyStr } from '../objects/str.ts'
import { codePointLength } from '../objects/text/code-points.ts'
import type { Encoding } from '../objects/text/codecs.ts'
import { newTuple } from '../objects/tuple.ts'
import { typeName } from '../objects/type.ts'
import type { VM } from '../objects/vm.ts'

const encodings: readonly (readonly [name: string, encoding: Encoding])[] = [
  ['utf_8', 'utf-8'],
  ['ascii', 'ascii'],
  ['latin_1', 'latin-1'],
  ['utf_16', 'utf-16'],
  ['utf_16_le', 'utf-16-le'],
  ['utf_16_be', 'utf-16-be'],
  ['utf_32', 'utf-32'],
  ['utf_32_le', 'utf-32-le'],
  ['utf_32_be', 'utf-32-be'],
  ['unicode_escape', 'unicode-escape'],
  ['raw_unicode_escape', 'raw-unicode-escape'],
]

/** How many of the bytes are whole characters; what follows may be continued. */
function wholeLength(bytes: Uint8Array, encoding: Encoding): number {
  const { length } = bytes
  if (encoding.startsWith('utf-32')) return length - (length % 4)
  if (encoding.startsWith('utf-16')) {
    const even = length - (length % 2)
    const high = bytes[encoding === 'utf-16-be' ? even - 2 : even - 1] ?? 0
    return even >= 2 && high >= 0xd8 && high < 0xdc ? even - 2 : even
  }
  if (encoding !== 'utf-8') return length
  for (let back = 1; back <= 3 && back <= length; back++) {
    const byte = bytes[length - back]!
    if (byte >= 0x80 && byte < 0xc0) continue
    const size = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : byte >= 0xc2 ? 2 : 1
    return size > back ? length - back : length
  }
  return length
}

const pair = (vm: VM, result: Own, count: number): Own => newTuple(vm, [result, newInt(vm, count)])

function encodeOne(vm: VM, text: PyObject, errors: PyObject, encoding: Encoding): Own {
  if (!(text instanceof PyStr))
    return vm.raise(
      'TypeError',
      `${encoding.replaceAll('-', '_')}_encode() argument 1 must be str, not ${typeName(text)}`,
    )
  const bytes = encodeText(vm, text, encoding, errorsName(vm, errors))
  return pair(vm, newBytes(vm, bytes), codePointLength(text.value))
}

const errorsName = (vm: VM, errors: PyObject): string =>
  errors instanceof PyStr
    ? errors.value
    : errors === vm.None
      ? 'strict'
      : vm.raise('TypeError', `argument 2 must be str or None, not ${typeName(errors)}`)

function decodeOne(vm: VM, data: PyObject, errors: PyObject, final: boolean, encoding: Encoding): Own {
  const bytes =
    encoding.endsWith('escape') && data instanceof PyStr
      ? encodeText(vm, data, 'utf-8', 'strict')
      : bytesOf(data)
  if (bytes === null) return vm.raise('TypeError', `a bytes-like object is required, not '${typeName(data)}'`)
  const count = final ? bytes.length : wholeLength(bytes, encoding)
  const text = decodeBytes(vm, bytes.subarray(0, count), encoding, errorsName(vm, errors))
  return pair(vm, newStr(vm, text), count)
}

function convert(vm: VM, what: 'encode' | 'decode', object: PyObject, encoding: string, errors: string): Own {
  return lend(lookUpCodec(vm, encoding), (info) => callCodec(vm, info, what, encoding, object, errors))
}

export const codecsModule = defineModule('_codecs', 'Encodings and their error handlers.', {
  functions: [
    fn('register(search_function, /)', 'Adds a function that finds encodings.', (vm, search) => {
      if (!isCallable(search)) return vm.raise('TypeError', 'argument must be callable')
      registerSearch(vm, search)
    }),
    fn('unregister(search_function, /)', 'Takes a search function away.', unregisterSearch),
    fn(
      'lookup(encoding: str, /) -> object',
      'The encoder, the decoder and more of an encoding.',
      lookUpCodec,
    ),
    fn('register_error(errors: str, handler, /)', 'Names an error handler.', (vm, name, handler) => {
      if (!isCallable(handler)) return vm.raise('TypeError', 'handler must be callable')
      registerHandler(vm, name, handler)
    }),
    fn('_registered_error(name: str, /) -> object', 'A registered error handler, or None.', (vm, name) =>
      newRef(findHandler(vm, name) ?? vm.None),
    ),
    fn(
      "encode(obj, encoding: str = 'utf-8', errors: str = 'strict') -> object",
      'Encodes an object by a codec.',
      (vm, object, encoding, errors) => convert(vm, 'encode', object, encoding, errors),
    ),
    fn(
      "decode(obj, encoding: str = 'utf-8', errors: str = 'strict') -> object",
      'Decodes an object by a codec.',
      (vm, object, encoding, errors) => convert(vm, 'decode', object, encoding, errors),
    ),
    ...encodings.flatMap(([name, encoding]) => [
      fn(
        `${name}_encode(str, errors=None, /) -> object`,
        'Bytes, and how many characters.',
        (vm, text, errors) => encodeOne(vm, text as PyObject, errors as PyObject, encoding),
      ),
      fn(
        `${name}_decode(data, errors=None, final: bool = ${encoding.startsWith('utf') ? 'False' : 'True'}, /) -> object`,
        'Text, and how many bytes.',
        (vm, data, errors, final) =>
          decodeOne(vm, data as PyObject, errors as PyObject, final as boolean, encoding),
      ),
    ]),
  ],
})
