/** What small values look like, and what kind of thing an object is; runs no Python. */

import type { PyObject } from '../heap/object.ts'
import { WeakReference } from '../heap/weakrefs.ts'
import { PyBuiltin } from '../objects/builtin-function.ts'
import { PyByteArray } from '../objects/bytearray.ts'
import { PyBytes } from '../objects/bytes.ts'
import { PyCell } from '../objects/cell.ts'
import { PyCode } from '../objects/code.ts'
import { PyComplex } from '../objects/complex.ts'
import { PyDescriptor } from '../objects/descriptors.ts'
import { PyDict } from '../objects/dict.ts'
import { PyBaseException } from '../objects/exceptions.ts'
import { PyFloat } from '../objects/float.ts'
import { PyFrame } from '../objects/frame.ts'
import { PyFunction } from '../objects/function.ts'
import { PyGenerator } from '../objects/generator.ts'
import { PyInt } from '../objects/int.ts'
import { PyList } from '../objects/list.ts'
import { PyMethod } from '../objects/method.ts'
import { PyModule } from '../objects/module.ts'
import { PyRange } from '../objects/range.ts'
import { PySet } from '../objects/set.ts'
import { PySingleton } from '../objects/singletons.ts'
import { PyStr } from '../objects/str.ts'
import { reprComplex, reprFloat } from '../objects/text/float-repr.ts'
import { quoteBytes, quoteText } from '../objects/text/repr.ts'
import { PyTraceback } from '../objects/traceback.ts'
import { PyTuple } from '../objects/tuple.ts'
import { PyType } from '../objects/type.ts'
import type { ObjectKind } from './data.ts'

const LONGEST = 40

/** `repr` of a number, text or None, cut to 40 characters; '' for other objects. */
export function textOf(object: PyObject): string {
  return shorten(fullText(object), LONGEST)
}

/** The text with an ellipsis in place of what is too much. */
export function shorten(text: string, most: number): string {
  if (text.length <= most) return text
  const points = [...text]
  return points.length <= most ? text : `${points.slice(0, most - 1).join('')}…`
}

function fullText(object: PyObject): string {
  if (object instanceof PyInt) return intText(object)
  if (object instanceof PyStr) return quoteText(object.value.slice(0, 2 * LONGEST))
  if (object instanceof PyFloat) return reprFloat(object.value)
  if (object instanceof PySingleton) return singletonText(object)
  if (object instanceof PyBytes) return quoteBytes(object.value.slice(0, 2 * LONGEST))
  if (object instanceof PyComplex) return reprComplex(object.real, object.imag)
  return ''
}

function intText({ type, value }: PyInt): string {
  if (type.name === 'bool') return Number(value) === 1 ? 'True' : 'False'
  if (typeof value === 'bigint' && (value > 10n ** 60n || value < -(10n ** 60n))) {
    const digits = value.toString(16).length * 1.204
    return `${value < 0n ? '-' : ''}about 10**${Math.floor(digits)}`
  }
  return String(value)
}

function singletonText({ type }: PyObject): string {
  if (type.name === 'NoneType') return 'None'
  return type.name === 'ellipsis' ? 'Ellipsis' : 'NotImplemented'
}

/** Of a built-in class exactly: what stands inside its holder. */
export function isPlainValue(object: PyObject): boolean {
  if (object.type.isHeapType) return false
  return (
    object instanceof PyInt ||
    object instanceof PyStr ||
    object instanceof PyFloat ||
    object instanceof PySingleton ||
    object instanceof PyBytes ||
    object instanceof PyComplex
  )
}

export function kindOf(object: PyObject): ObjectKind {
  if (isPlainValue(object)) {
    const isLong = (object instanceof PyStr || object instanceof PyBytes) && object.value.length > LONGEST
    return isLong ? 'text' : 'value'
  }
  if (object instanceof PyType) return 'class'
  if (object instanceof PyBaseException) return 'exception'
  if (object instanceof WeakReference) return 'weakref'
  if (object instanceof PyList || object instanceof PyTuple || object.type.name === 'deque') return 'sequence'
  if (object instanceof PyDict) return 'mapping'
  if (object instanceof PySet) return 'set'
  if (object.type.isHeapType) return 'instance'
  if (object instanceof PyFunction || object instanceof PyBuiltin) return 'function'
  if (object instanceof PyMethod) return 'method'
  if (object instanceof PyModule) return 'module'
  if (object instanceof PyCell) return 'cell'
  if (object instanceof PyFrame) return 'frame'
  if (object instanceof PyGenerator) return 'generator'
  if (object instanceof PyTraceback) return 'traceback'
  if (object instanceof PyCode) return 'code'
  if (object instanceof PyByteArray || object instanceof PyRange) return 'sequence'
  if (object instanceof PyDescriptor) return 'other'
  return object.type.name.endsWith('iterator') ? 'iterator' : 'other'
}
