/**
 * The bases of streams: `_io._IOBase` and its kin. As `Modules/_io/iobase.c`.
 *
 * What they can do by themselves is little: they say that an operation is not supported, and are context
 * managers and iterators over `readline`.
 */
import type { PyObject } from '../../heap/object.ts'
import type { Own } from '../../heap/reference.ts'
import { lend, newRef, release } from '../../heap/reference.ts'
import { newBool } from '../../objects/bool.ts'
import { defineType, getset, methodsOf, type TypeSpec } from '../../objects/declare/type.ts'
import { PyInstance } from '../../objects/instance.ts'
import { newList } from '../../objects/list.ts'
import { getAttrNamed, getAttrNamedMaybe } from '../../objects/protocols/attributes.ts'
import { callMethod } from '../../objects/protocols/calls.ts'
import { isTrue } from '../../objects/protocols/comparison.ts'
import { eachItem } from '../../objects/protocols/iteration.ts'
import { toIndex } from '../../objects/protocols/numbers.ts'
import { lengthOf } from '../../objects/protocols/sequences.ts'
import { newStr } from '../../objects/str.ts'
import { type PyType, typeName } from '../../objects/type.ts'
import type { VM } from '../../objects/vm.ts'

/** Raises `io.UnsupportedOperation`. */
export function unsupported(vm: VM, what: string): never {
  const exception = lend(vm.importModule('io'), (io) =>
    lend(newStr(vm, what), (text) => callMethod(vm, io, 'UnsupportedOperation', [text])),
  )
  return vm.raiseException(exception)
}

/** A size argument: None and negative numbers mean no limit, -1 here. */
export function toSize(vm: VM, value: PyObject): number {
  if (value === vm.None) return -1
  if (typeof (value as { value?: unknown }).value === 'string' || typeName(value) === 'float') {
    return vm.raise('TypeError', `argument should be integer or None, not '${typeName(value)}'`)
  }
  return Math.max(-1, toIndex(vm, value, 'OverflowError'))
}

const method = methodsOf<PyObject>()

function isClosed(vm: VM, self: PyObject): boolean {
  return lend(getAttrNamed(vm, self, 'closed'), (closed) => isTrue(vm, closed))
}

function checkOpen(vm: VM, self: PyObject): void {
  if (isClosed(vm, self)) vm.raise('ValueError', 'I/O operation on closed file.')
}

function nextLine(vm: VM, self: PyObject): Own | null {
  const line = callMethod(vm, self, 'readline')
  if (lengthOf(vm, line) > 0) return line
  release(line)
  return null
}

export const ioBaseSpec = defineType(PyInstance as never, '_io._IOBase', 'The base of all streams.', {
  basicsize: 32,
  subclassable: true,
  container: true,
  hasWeakrefs: true,
  slots: {
    __iter__: (vm, self: PyObject) => {
      checkOpen(vm, self)
      return newRef(self)
    },
    __next__: nextLine,
  },
  methods: [
    method('seek(self, offset, whence=0, /)', 'Not supported here.', (vm) => unsupported(vm, 'seek')),
    method('truncate(self, size=None, /)', 'Not supported here.', (vm) => unsupported(vm, 'truncate')),
    method('fileno(self, /)', 'Not supported here.', (vm) => unsupported(vm, 'fileno')),
    method('tell(self, /) -> object', 'The position.', (vm, self) =>
      callMethod(vm, self, 'seek', [vm.smallInts[5]!, vm.smallInts[6]!]),
    ),
    method('flush(self, /)', 'Nothing waits to be written.', (vm, self) => checkOpen(vm, self)),
    method('close(self, /)', 'Closes the stream.', (vm, self) => {
      if (isClosed(vm, self)) return
      try {
        release(callMethod(vm, self, 'flush'))
      } finally {
        lend(getAttrNamed(vm, self, '__dict__'), (namespace) =>
          lend(newStr(vm, '__IOBase_closed'), (key) =>
            release(callMethod(vm, namespace, '__setitem__', [key, vm.True])),
          ),
        )
      }
    }),
    method('seekable(self, /) -> bool', 'Whether it has positions.', () => false),
    method('readable(self, /) -> bool', 'Whether it can be read.', () => false),
    method('writable(self, /) -> bool', 'Whether it can be written to.', () => false),
    method('isatty(self, /) -> bool', 'Whether it is a terminal.', (vm, self) => {
      checkOpen(vm, self)
      return false
    }),
    method('__enter__(self, /) -> object', 'The stream itself.', (vm, self) => {
      checkOpen(vm, self)
      return newRef(self)
    }),
    method('__exit__(self, /, *exc_info)', 'Closes the stream.', (vm, self) =>
      release(callMethod(vm, self, 'close')),
    ),
    method('readlines(self, hint=None, /) -> object', 'All lines.', (vm, self, hint) => {
      const limit = toSize(vm, hint)
      const lines: Own[] = []
      let total = 0
      eachItem(vm, self, (line) => {
        lines.push(newRef(line))
        total += lengthOf(vm, line)
        return limit <= 0 || total < limit
      })
      return newList(vm, lines)
    }),
    method('writelines(self, lines, /)', 'Writes several texts.', (vm, self, lines) => {
      checkOpen(vm, self)
      eachItem(vm, lines, (line) => release(callMethod(vm, self, 'write', [line])))
    }),
    method('_checkClosed(self, /)', 'Raises ValueError if it is closed.', checkOpen),
    method('_checkReadable(self, /)', 'Raises if it cannot be read.', (vm, self) => {
      if (!lend(callMethod(vm, self, 'readable'), (yes) => isTrue(vm, yes)))
        unsupported(vm, 'File or stream is not readable.')
    }),
    method('_checkWritable(self, /)', 'Raises if it cannot be written to.', (vm, self) => {
      if (!lend(callMethod(vm, self, 'writable'), (yes) => isTrue(vm, yes)))
        unsupported(vm, 'File or stream is not writable.')
    }),
  ],
  getset: [
    getset('closed', 'Whether it is closed.', (vm, self: PyObject) => {
      const mark = getAttrNamedMaybe(vm, self, '__IOBase_closed')
      if (mark !== null) release(mark)
      return newBool(vm, mark !== null)
    }),
  ],
})

export const rawIoBaseSpec = defineType(
  PyInstance as never,
  '_io._RawIOBase',
  'The base of unbuffered streams of bytes.',
  {
    basicsize: 32,
    subclassable: true,
    container: true,
    hasWeakrefs: true,
  },
)

export const bufferedIoBaseSpec = defineType(
  PyInstance as never,
  '_io._BufferedIOBase',
  'The base of streams of bytes.',
  {
    basicsize: 32,
    subclassable: true,
    container: true,
    hasWeakrefs: true,
    methods: [
      method('read(self, size=-1, /)', 'Not supported here.', (vm) => unsupported(vm, 'read')),
      method('read1(self, size=-1, /)', 'Not supported here.', (vm) => unsupported(vm, 'read1')),
      method('write(self, b, /)', 'Not supported here.', (vm) => unsupported(vm, 'write')),
      method('detach(self, /)', 'Not supported here.', (vm) => unsupported(vm, 'detach')),
    ],
  },
)

const nothing = (name: string) =>
  getset<PyObject>(name, 'Nothing is known of it here.', (vm) => newRef(vm.None))

export const textIoBaseSpec = defineType(
  PyInstance as never,
  '_io._TextIOBase',
  'The base of streams of text.',
  {
    basicsize: 32,
    subclassable: true,
    container: true,
    hasWeakrefs: true,
    methods: [
      method('read(self, size=-1, /)', 'Not supported here.', (vm) => unsupported(vm, 'read')),
      method('readline(self, size=-1, /)', 'Not supported here.', (vm) => unsupported(vm, 'readline')),
      method('write(self, s, /)', 'Not supported here.', (vm) => unsupported(vm, 'write')),
      method('detach(self, /)', 'Not supported here.', (vm) => unsupported(vm, 'detach')),
    ],
    getset: [nothing('encoding'), nothing('newlines'), nothing('errors')],
  },
)

/** A type of streams below one of the bases. */
export function streamType(vm: VM, base: TypeSpec, spec: TypeSpec): PyType {
  return vm.typeFor(spec, vm.typeFor(base, vm.typeFor(ioBaseSpec)))
}
