/** Between text and bytes, with Python's exceptions: what `str.encode` and `bytes.decode` do. */
import { lend } from '../heap/reference.ts'
import { newBytes } from './bytes.ts'
import { newInt } from './int.ts'
import { newStr, type PyStr } from './str.ts'
import { CodecError, decode, type Encoding, encode, findEncoding } from './text/codecs.ts'
import { raisingTextErrors } from './text-errors.ts'
import { newTuple } from './tuple.ts'
import type { VM } from './vm.ts'

function encodingNamed(vm: VM, name: string): Encoding {
  return findEncoding(name) ?? vm.raise('LookupError', `unknown encoding: ${name}`)
}

/** Runs a codec; its failure becomes UnicodeEncodeError or UnicodeDecodeError. */
function raisingCodecErrors<T>(vm: VM, body: () => T): T {
  try {
    return raisingTextErrors(vm, body)
  } catch (thrown) {
    if (!(thrown instanceof CodecError)) throw thrown
    const { kind, encoding, object, start, end, reason } = thrown
    const type = kind === 'encode' ? vm.types.UnicodeEncodeError : vm.types.UnicodeDecodeError
    const subject = typeof object === 'string' ? newStr(vm, object) : newBytes(vm, object)
    const args = newTuple(vm, [
      newStr(vm, encoding),
      subject,
      newInt(vm, start),
      newInt(vm, end),
      newStr(vm, reason),
    ])
    return vm.raiseException(lend(args, (tuple) => vm.call(type, tuple.items)))
  }
}

/** The bytes of a text. */
export function encodeText(vm: VM, text: PyStr, encoding: string, errors: string): Uint8Array {
  const known = encodingNamed(vm, encoding)
  return raisingCodecErrors(vm, () => encode(text.value, known, errors))
}

/** The text of bytes. */
export function decodeBytes(vm: VM, bytes: Uint8Array, encoding: string, errors: string): string {
  const known = encodingNamed(vm, encoding)
  return raisingCodecErrors(vm, () => decode(bytes, known, errors))
}
