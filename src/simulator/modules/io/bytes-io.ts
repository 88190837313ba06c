/** `io.BytesIO`: a stream of bytes in memory. As `Modules/_io/bytesio.c`. */
import { type HeapType, PyObject, type Visit } from '../../heap/object.ts'
import type { Held, Own } from '../../heap/reference.ts'
import { releaseMaybe } from '../../heap/reference.ts'
import { tracked } from '../../objects/allocate.ts'
import { newBool } from '../../objects/bool.ts'
import { bytesOf, writableBytesOf } from '../../objects/buffers.ts'
import { newBytes } from '../../objects/bytes.ts'
import { defineType, getset, methodsOf } from '../../objects/declare/type.ts'
import { getDict } from '../../objects/instance.ts'
import { typeName } from '../../objects/type.ts'
import type { VM } from '../../objects/vm.ts'
import { bindNamed } from '../arguments.ts'
import { toSize, unsupported } from './base.ts'

export class PyBytesIO extends PyObject {
  bytes = new Uint8Array(0)
  position = 0
  closed = false

  constructor(type: HeapType) {
    super(type)
  }

  put(data: Uint8Array): void {
    if (data.length === 0) return
    const end = this.position + data.length
    if (end > this.bytes.length) {
      const grown = new Uint8Array(end)
      grown.set(this.bytes)
      this.bytes = grown
    } else this.bytes = this.bytes.slice()
    this.bytes.set(data, this.position)
    this.position = end
  }

  take(size: number): Uint8Array {
    const end = size < 0 ? this.bytes.length : Math.min(this.bytes.length, this.position + size)
    const taken = this.bytes.slice(this.position, end)
    this.position = Math.max(this.position, end)
    return taken
  }

  takeLine(size: number): Uint8Array {
    const at = this.bytes.indexOf(10, this.position)
    const length = (at < 0 ? this.bytes.length : at + 1) - this.position
    return length <= 0 ? new Uint8Array(0) : this.take(size < 0 ? length : Math.min(size, length))
  }

  override traverse(visit: Visit): void {
    if (this.dict !== null && !this.type.addsStorage) visit(this.dict, '__dict__')
  }

  override clear(): void {
    if (this.type.addsStorage) return
    const dict = this.dict as Held | null
    this.dict = null
    releaseMaybe(dict)
  }
}

function open(vm: VM, self: PyBytesIO): PyBytesIO {
  return self.closed ? vm.raise('ValueError', 'I/O operation on closed file.') : self
}

function toBytes(vm: VM, object: PyObject): Uint8Array {
  return (
    bytesOf(object) ??
    vm.raise(
      'TypeError',
      `a bytes-like object is required, not '${object === vm.None ? 'NoneType' : typeName(object)}'`,
    )
  )
}

function seek(vm: VM, self: PyBytesIO, offset: number, whence: number): number {
  open(vm, self)
  if (whence === 0 && offset < 0) vm.raise('ValueError', `negative seek value ${offset}`)
  if (whence < 0 || whence > 2) vm.raise('ValueError', `invalid whence (${whence}, should be 0, 1 or 2)`)
  const base = whence === 0 ? 0 : whence === 1 ? self.position : self.bytes.length
  self.position = Math.max(0, base + offset)
  return self.position
}

const method = methodsOf<PyBytesIO>()

const flag = (name: string, doc: string, value: boolean) =>
  method(`${name}(self, /) -> bool`, doc, ((vm: VM, self: PyBytesIO) => {
    open(vm, self)
    return value
  }) as never)

function readInto(vm: VM, self: PyBytesIO, buffer: PyObject): number {
  open(vm, self)
  const bytes = writableBytesOf(buffer)
  if (bytes === null) {
    return vm.raise(
      'TypeError',
      `readinto() argument must be read-write bytes-like object, not ${typeName(buffer)}`,
    )
  }
  const data = self.take(bytes.length)
  bytes.set(data)
  return data.length
}

export const bytesIoSpec = defineType(PyBytesIO, '_io.BytesIO', 'Bytes in memory, as a stream.', {
  basicsize: 80,
  subclassable: true,
  container: true,
  hasDict: true,
  hasWeakrefs: true,
  slots: {
    __new__: (vm, cls) => tracked(vm, new PyBytesIO(cls)) as unknown as Own,
    __init__: (vm, self, args, kwnames) => {
      const [initial] = bindNamed(vm, 'BytesIO', args, kwnames, ['initial_bytes'], 0)
      self.position = 0
      self.closed = false
      self.bytes =
        initial === undefined || initial === vm.None ? new Uint8Array(0) : toBytes(vm, initial).slice()
    },
    __next__: (vm, self) => {
      const line = open(vm, self).takeLine(-1)
      return line.length === 0 ? null : newBytes(vm, line)
    },
  },
  methods: [
    method('getvalue(self, /) -> object', 'Everything in it.', (vm, self) =>
      newBytes(vm, open(vm, self).bytes.slice()),
    ),
    method('getbuffer(self, /) -> object', 'The bytes as a memoryview of a copy.', (vm, self) => {
      const copy = newBytes(vm, open(vm, self).bytes.slice())
      const view = vm.call(vm.types.memoryview, [copy])
      releaseMaybe(copy)
      return view
    }),
    method(
      'read(self, size=-1, /) -> object',
      'So many bytes from the position on, or all.',
      (vm, self, size) => newBytes(vm, open(vm, self).take(toSize(vm, size))),
    ),
    method(
      'read1(self, size=-1, /) -> object',
      'So many bytes from the position on, or all.',
      (vm, self, size) => newBytes(vm, open(vm, self).take(toSize(vm, size))),
    ),
    method('readline(self, size=-1, /) -> object', 'The rest of the line.', (vm, self, size) =>
      newBytes(vm, open(vm, self).takeLine(toSize(vm, size))),
    ),
    method('readinto(self, buffer, /) -> ssize_t', 'Fills a bytearray.', readInto),
    method('write(self, b, /) -> ssize_t', 'Writes bytes; their number.', (vm, self, data) => {
      open(vm, self)
      const bytes = toBytes(vm, data)
      self.put(bytes)
      return bytes.length
    }),
    method('truncate(self, size=None, /) -> ssize_t', 'Cuts it off at a position.', (vm, self, size) => {
      open(vm, self)
      const at = size === vm.None ? self.position : toSize(vm, size)
      if (at < 0) vm.raise('ValueError', `negative size value ${at}`)
      if (at < self.bytes.length) self.bytes = self.bytes.slice(0, at)
      return at
    }),
    method('seek(self, pos: ssize_t, whence: ssize_t = 0, /) -> ssize_t', 'Moves to a position.', seek),
    method('tell(self, /) -> ssize_t', 'The position.', (vm, self) => open(vm, self).position),
    method('close(self, /)', 'Lets go of the bytes.', (_vm, self) => {
      self.closed = true
      self.bytes = new Uint8Array(0)
    }),
    flag('seekable', 'Whether it has positions: yes.', true),
    flag('readable', 'Whether it can be read: yes.', true),
    flag('writable', 'Whether it can be written to: yes.', true),
    method('detach(self, /)', 'Not supported: there is nothing below.', (vm) => unsupported(vm, 'detach')),
  ],
  getset: [
    getset('closed', 'Whether it is closed.', (vm, self) => newBool(vm, self.closed)),
    getset('__dict__', 'The attributes.', (vm, self) => getDict(vm, self)),
  ],
})
