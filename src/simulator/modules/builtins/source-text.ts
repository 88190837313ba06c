/**
 * The text of source code given as a string or as bytes: a byte order mark, the encoding named in one of the first
 * two lines (PEP 263), else UTF-8. As `Parser/tokenizer/helpers.c` and `Parser/string_parser.c`.
 */
import type { PyObject } from '../../heap/object.ts'
import { bytesOf } from '../../objects/buffers.ts'
import { encodeText } from '../../objects/encodings.ts'
import { newSyntaxError } from '../../objects/exceptions.ts'
import { PyStr } from '../../objects/str.ts'
import { CodecError, codecErrorMessage, decode, findEncoding } from '../../objects/text/codecs.ts'
import type { VM } from '../../objects/vm.ts'

/** The text; null where the object is neither text nor bytes. */
export function sourceText(vm: VM, source: PyObject, filename: string): string | null {
  const bytes = source instanceof PyStr ? null : bytesOf(source)
  const text =
    source instanceof PyStr ? source.value : bytes !== null ? decodeSource(vm, bytes, filename) : null
  // The parser reads UTF-8, in which surrogates have no form.
  if (source instanceof PyStr && /[\ud800-\udfff]/.test(source.value))
    encodeText(vm, source, 'utf-8', 'strict')
  if (text?.includes('\0')) return vm.raise('SyntaxError', 'source code string cannot contain null bytes')
  return text
}

function decodeSource(vm: VM, bytes: Uint8Array, filename: string): string {
  const hasMark = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf
  const body = hasMark ? bytes.subarray(3) : bytes
  const name = namedEncoding(body)
  const encoding = name === null ? 'utf-8' : findEncoding(name)
  if (encoding === null) return fail(vm, filename, `unknown encoding: ${name}`)
  if (hasMark && encoding !== 'utf-8') return fail(vm, filename, `encoding problem: ${name} with BOM`)
  try {
    return decode(body, encoding, 'strict')
  } catch (thrown) {
    if (!(thrown instanceof CodecError)) throw thrown
    return failAt(vm, filename, body, thrown)
  }
}

/** The name in a comment like `coding: latin-1`, in a first or second line that has nothing else. */
function namedEncoding(bytes: Uint8Array): string | null {
  const start = decode(bytes.subarray(0, 1000), 'latin-1')
  for (const line of start.split(/\r\n|\r|\n/, 2)) {
    const found = /^[ \t\f]*#.*?coding[:=][ \t]*([-\w.]+)/.exec(line)
    if (found !== null) {
      const name = found[1]!.toLowerCase().replaceAll('_', '-')
      return /^(latin-1|iso-8859-1|iso-latin-1)(-|$)/.test(name) ? 'iso-8859-1' : name
    }
    if (!/^[ \t\f]*(#.*)?$/.test(line)) return null
  }
  return null
}

function fail(vm: VM, filename: string, msg: string): never {
  const place = { lineno: 0, offset: -1, text: null, end_lineno: null, end_offset: null }
  return vm.raiseException(newSyntaxError(vm, { type: 'SyntaxError', msg, filename, ...place }))
}

/** Bytes that are not valid: the place is that of the string in which they stand. */
function failAt(vm: VM, filename: string, bytes: Uint8Array, error: CodecError): never {
  const lineStart = bytes.lastIndexOf(0x0a, error.start) + 1
  const lineEnd = bytes.indexOf(0x0a, error.start)
  const line = bytes.subarray(lineStart, lineEnd < 0 ? bytes.length : lineEnd)
  const quotes = [0x22, 0x27].map((quote) => line.lastIndexOf(quote, error.start - lineStart - 1))
  const quote = Math.max(...quotes)
  const before = quote < 0 ? lineStart : lineStart + quote + 1
  const { kind, encoding, object, start, end, reason } = error
  const rest = object instanceof Uint8Array ? object.subarray(before) : object
  const shown = new CodecError(kind, encoding, rest, start - before, end - before, reason)
  const lineno = bytes.subarray(0, lineStart).filter((byte) => byte === 0x0a).length + 1
  const offset = Math.max(quote, 0) + 1
  return vm.raiseException(
    newSyntaxError(vm, {
      type: 'SyntaxError',
      msg: `(unicode error) ${codecErrorMessage(shown)}`,
      filename,
      lineno,
      offset,
      text: `${decode(line, 'utf-8', 'replace')}\n`,
      end_lineno: lineno,
      end_offset: offset + 1,
    }),
  )
}
