/**
 * `OSError`: an error of the operating system. The constructor picks the subclass by the error number, and
 * takes a file name out of the arguments. As `OSError_new` and its kin in `Objects/exceptions.c`.
 */

import { putField } from '../heap/heap.ts'
import type { PyObject } from '../heap/object.ts'
import type { Own } from '../heap/reference.ts'
import { newRef } from '../heap/reference.ts'
import { tracked } from './allocate.ts'
import { argumentTuple } from './argument-tuple.ts'
import { checkPositional } from './declare/arguments.ts'
import type { KwNames } from './declare/slots.ts'
import { defineType, getset, methodsOf } from './declare/type.ts'
import { field, reduceException, textOfArguments } from './exception-base.ts'
import { PyOSError } from './exceptions.ts'
import { newInt, PyInt } from './int.ts'
import type { ExceptionName } from './names.ts'
import { toIndex } from './protocols/numbers.ts'
import { toRepr, toText } from './protocols/text.ts'
import { newStr } from './str.ts'
import { newTuple, type PyTuple } from './tuple.ts'
import { type PyType, typeOf } from './type.ts'
import type { VM } from './vm.ts'

/** Error numbers of Linux that have an exception type of their own. */
const typesByNumber: Readonly<Record<number, ExceptionName>> = {
  1: 'PermissionError',
  2: 'FileNotFoundError',
  3: 'ProcessLookupError',
  4: 'InterruptedError',
  10: 'ChildProcessError',
  11: 'BlockingIOError',
  13: 'PermissionError',
  17: 'FileExistsError',
  20: 'NotADirectoryError',
  21: 'IsADirectoryError',
  32: 'BrokenPipeError',
  103: 'ConnectionAbortedError',
  104: 'ConnectionResetError',
  108: 'BrokenPipeError',
  110: 'TimeoutError',
  111: 'ConnectionRefusedError',
  114: 'BlockingIOError',
  115: 'BlockingIOError',
}

/** A subclass with only an `__init__` of its own reads the arguments there, and not in `__new__`. */
function readsInInit(cls: PyType): boolean {
  return cls.slots.__init__ !== initOSError && cls.slots.__new__ === newOSError
}

function refuseKeywords(vm: VM, cls: PyType, kwnames: KwNames): void {
  if (kwnames !== null && kwnames.length > 0)
    vm.raise('TypeError', `${cls.name}() takes no keyword arguments`)
}

function newOSError(vm: VM, cls: PyType, args: readonly PyObject[], kwnames: KwNames): Own {
  const late = readsInInit(cls)
  let type = cls
  if (!late) {
    refuseKeywords(vm, cls, kwnames)
    const [number] = args
    if (
      cls === vm.types.OSError &&
      args.length >= 2 &&
      args.length <= 5 &&
      number instanceof PyInt &&
      typeof number.value === 'number'
    ) {
      const name = typesByNumber[number.value]
      if (name !== undefined) type = vm.types[name]
    }
  }
  const made = tracked(vm, new PyOSError(type))
  if (late) made.args = newRef(vm.emptyTuple)
  else fill(vm, made, args, kwnames)
  return made
}

export function initOSError(vm: VM, self: PyOSError, args: readonly PyObject[], kwnames: KwNames): void {
  const cls = typeOf(self)
  if (!readsInInit(cls)) return
  refuseKeywords(vm, cls, kwnames)
  fill(vm, self, args, kwnames)
}

/** Takes number, text and file names out of the arguments. */
function fill(vm: VM, self: PyOSError, args: readonly PyObject[], kwnames: KwNames): void {
  let kept: Own<PyTuple> | null = null
  if (args.length >= 2 && args.length <= 5) {
    checkPositional(vm, 'OSError', args.length, 2, 5)
    const [number, text, filename, , filename2] = args
    if (filename !== undefined && filename !== vm.None) {
      if (typeOf(self) === vm.types.BlockingIOError && typeOf(filename).slots.__index__ !== null) {
        self.written = toIndex(vm, filename, 'ValueError')
      } else {
        putField(self, 'filename', newRef(filename))
        if (filename2 !== undefined && filename2 !== vm.None) putField(self, 'filename2', newRef(filename2))
        kept = newTuple(vm, args.slice(0, 2).map(newRef))
      }
    }
    putField(self, 'errno', newRef(number!))
    putField(self, 'strerror', newRef(text!))
  }
  putField(self, 'args', kept ?? argumentTuple(vm, args, kwnames))
}

const method = methodsOf<PyOSError>()

export const osErrorSpec = defineType(PyOSError, 'OSError', 'An error of the operating system.', {
  base: 'Exception',
  basicsize: 112,
  subclassable: true,
  slots: {
    __new__: newOSError,
    __init__: initOSError,
    __str__(vm, self) {
      const { errno, strerror, filename, filename2 } = self
      const head = (): string => `[Errno ${toText(vm, errno ?? vm.None)}] ${toText(vm, strerror ?? vm.None)}`
      if (filename !== null) {
        const files =
          filename2 === null ? toRepr(vm, filename) : `${toRepr(vm, filename)} -> ${toRepr(vm, filename2)}`
        return newStr(vm, `${head()}: ${files}`)
      }
      return errno !== null && strerror !== null ? newStr(vm, head()) : textOfArguments(vm, self)
    },
  },
  methods: [
    method('__reduce__(self, /) -> object', 'How to make the exception again.', (vm, self) => {
      let args = newRef(self.args ?? vm.emptyTuple)
      const { items } = args
      if (items.length === 2 && self.filename !== null) {
        const parts = [items[0]!, items[1]!, self.filename]
        if (self.filename2 !== null) parts.push(vm.None as typeof self.filename, self.filename2)
        const whole = newTuple(vm, parts.map(newRef))
        args.refcnt--
        args = whole
      }
      return reduceException(vm, self, args, self.dict === null ? null : newRef(self.dict))
    }),
  ],
  getset: [
    field<PyOSError, 'errno'>('errno', 'The error number.', 'errno'),
    field<PyOSError, 'strerror'>('strerror', 'What the number means.', 'strerror'),
    field<PyOSError, 'filename'>('filename', 'The file.', 'filename'),
    field<PyOSError, 'filename2'>('filename2', 'The second file.', 'filename2'),
    getset(
      'characters_written',
      'How much was written before the operation would have had to wait.',
      (vm, self) =>
        self.written < 0 ? vm.raise('AttributeError', 'characters_written') : newInt(vm, self.written),
      (vm, self, value) => {
        if (value === null) {
          if (self.written < 0) vm.raise('AttributeError', 'characters_written')
          self.written = -1
        } else self.written = toIndex(vm, value, 'ValueError')
      },
    ),
  ],
})
