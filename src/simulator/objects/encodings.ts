/** Between text and bytes, with Python's exceptions: what `str.encode` and `bytes.decode` do. */
import { lend } from '../heap/reference.ts'
import { newBytes, PyBytes } from './bytes.ts'
import {
  callCodec,
  errorsFor,
  lookUpTextCodec,
  mayBeRegistered,
  newCodecException,
} from './codec-registry.ts'
import { newDict } from './dict.ts'
import { dropRaise, isRaise } from './raise.ts'
import { PyStr } from './str.ts'
import { singleCodePoint } from './text/code-points.ts'
import { CodecError, decode, type Encoding, encode, findEncoding } from './text/codecs.ts'
import { raisingTextErrors } from './text-errors.ts'
import { typeName } from './type.ts'
import type { VM } from './vm.ts'

/** The encoding, if it is built in. */
function encodingNamed(vm: VM, name: string): Encoding | null {
  const known = findEncoding(name)
  if (known === null && !mayBeRegistered(vm, name))
    return vm.raise('LookupError', `unknown encoding: ${name}`)
  return known
}

/** Runs a codec; its failure becomes UnicodeEncodeError or UnicodeDecodeError. */
function raisingCodecErrors<T>(vm: VM, body: () => T): T {
  try {
    return raisingTextErrors(vm, body)
  } catch (thrown) {
    if (!(thrown instanceof CodecError)) throw thrown
    return vm.raiseException(newCodecException(vm, thrown))
  }
}

/** The bytes of a text. */
export function encodeText(vm: VM, text: PyStr, encoding: string, errors: string): Uint8Array {
  const known = encodingNamed(vm, encoding)
  if (known !== null) return raisingCodecErrors(vm, () => encode(text.value, known, errorsFor(vm, errors)))
  const made = lend(lookUpTextCodec(vm, encoding, 'encode'), (info) =>
    callCodec(vm, info, 'encode', encoding, text, errors),
  )
  return lend(made, (bytes) => {
    if (bytes instanceof PyBytes) return bytes.value
    return vm.raise(
      'TypeError',
      `'${encoding}' encoder returned '${typeName(bytes)}' instead of 'bytes'; use codecs.encode() to encode to arbitrary types`,
    )
  })
}

/** The text of bytes. */
export function decodeBytes(vm: VM, bytes: Uint8Array, encoding: string, errors: string): string {
  const known = encodingNamed(vm, encoding)
  if (known !== null) {
    let doubt: string | null = null
    const escapes = {
      named: (name: string) => characterNamed(vm, name),
      invalid: (message: string) => {
        doubt = message
      },
    }
    const text = raisingCodecErrors(vm, () => decode(bytes, known, errorsFor(vm, errors), escapes))
    if (doubt !== null) vm.warn('DeprecationWarning', doubt)
    return text
  }
  const made = lend(lookUpTextCodec(vm, encoding, 'decode'), (info) =>
    lend(newBytes(vm, bytes), (object) => callCodec(vm, info, 'decode', encoding, object, errors)),
  )
  return lend(made, (text) => {
    if (text instanceof PyStr) return text.value
    return vm.raise(
      'TypeError',
      `'${encoding}' decoder returned '${typeName(text)}' instead of 'str'; use codecs.decode() to decode to arbitrary types`,
    )
  })
}

/** The character of a Unicode name, by way of the compiler, which knows the names; null for none. */
export function characterNamed(vm: VM, name: string): number | null {
  if (/["\\{}\n]/.test(name)) return null
  try {
    const code = vm.compile(`"\\N{${name}}"`, '<re>', 'eval', 0, 0)
    return lend(code, (each) =>
      lend(newDict(vm), (globals) =>
        lend(vm.runCode(each, globals, null), (text) =>
          text instanceof PyStr ? singleCodePoint(text.value) : null,
        ),
      ),
    )
  } catch (thrown) {
    if (!isRaise(thrown, vm.types.SyntaxError)) throw thrown
    dropRaise(thrown)
    return null
  }
}
