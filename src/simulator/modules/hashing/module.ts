/** `_hashlib`: hash objects. They keep what they are given and compute when they are asked. As `Modules/_hashopenssl.c`. */
import { addressText, type HeapType, PyObject } from '../../heap/object.ts'
import type { Own } from '../../heap/reference.ts'
import { bytesOf } from '../../objects/buffers.ts'
import { newBytes } from '../../objects/bytes.ts'
import { defineModule, fn } from '../../objects/declare/module.ts'
import { defineType, getset, methodsOf } from '../../objects/declare/type.ts'
import { newInt } from '../../objects/int.ts'
import { newStr, PyStr } from '../../objects/str.ts'
import type { VM } from '../../objects/vm.ts'
import { type Algorithm, algorithms } from './digests.ts'

class PyHash extends PyObject {
  readonly name: string
  readonly algorithm: Algorithm
  data: Uint8Array

  constructor(type: HeapType, name: string, algorithm: Algorithm, data: Uint8Array) {
    super(type)
    this.name = name
    this.algorithm = algorithm
    this.data = data
  }
}

function readBytes(vm: VM, object: PyObject): Uint8Array {
  if (object instanceof PyStr) return vm.raise('TypeError', 'Strings must be encoded before hashing')
  return bytesOf(object) ?? vm.raise('TypeError', 'object supporting the buffer API required')
}

function digest(vm: VM, self: PyHash, length: number): Uint8Array {
  if (self.algorithm.digestSize === 0 && length < 0)
    vm.raise('TypeError', `${self.name} needs the length of the digest`)
  return self.algorithm.digest(self.data, length)
}

function hex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
}

const method = methodsOf<PyHash>()

const hashSpec = defineType(PyHash, '_hashlib.HASH', 'Computes a digest of bytes.', {
  basicsize: 32,
  noInstantiation: true,
  slots: {
    __repr__: (vm, self) => newStr(vm, `<${self.name} _hashlib.HASH object @ ${addressText(self)}>`),
  },
  methods: [
    method('update(self, obj, /)', 'Appends bytes.', (vm, self, object) => {
      const more = readBytes(vm, object)
      const all = new Uint8Array(self.data.length + more.length)
      all.set(self.data)
      all.set(more, self.data.length)
      self.data = all
    }),
    method('digest(self, /, length: ssize_t = -1) -> object', 'The digest as bytes.', (vm, self, length) =>
      newBytes(vm, digest(vm, self, length).slice()),
    ),
    method('hexdigest(self, /, length: ssize_t = -1) -> object', 'The digest as text.', (vm, self, length) =>
      newStr(vm, hex(digest(vm, self, length))),
    ),
    method(
      'copy(self, /) -> object',
      'Another one with the same bytes.',
      (_vm, self) => new PyHash(self.type, self.name, self.algorithm, self.data) as unknown as Own,
    ),
  ],
  getset: [
    getset('name', '', (vm, self) => newStr(vm, self.name)),
    getset('digest_size', '', (vm, self) => newInt(vm, self.algorithm.digestSize)),
    getset('block_size', '', (vm, self) => newInt(vm, self.algorithm.blockSize)),
  ],
})

export const hashModule = defineModule('_hashlib', 'Digests of bytes.', {
  functions: [
    fn('new(name: str, data, /) -> object', 'A hash object.', (vm, name, data) => {
      const known = name.toLowerCase().replace('-', '_')
      const algorithm = algorithms[known] ?? algorithms[known.replace('_', '')]
      if (algorithm === undefined) return vm.raise('ValueError', `unsupported hash type ${name}`)
      const shown = known in algorithms ? known : known.replace('_', '')
      return new PyHash(vm.typeFor(hashSpec), shown, algorithm, readBytes(vm, data).slice()) as unknown as Own
    }),
  ],
  types: { HASH: hashSpec },
})
