/** The module `_io`: streams in memory, the standard streams' type, and their bases. As `Modules/_io`. */
import { newRef } from '../heap/reference.ts'
import { defineModule } from '../objects/declare/module.ts'
import type { TypeSpec } from '../objects/declare/type.ts'
import { newInt } from '../objects/int.ts'
import { bufferedIoBaseSpec, ioBaseSpec, rawIoBaseSpec, streamType, textIoBaseSpec } from './io/base.ts'
import { bytesIoSpec } from './io/bytes-io.ts'
import { textStreamSpec } from './io/streams.ts'
import { stringIoSpec } from './io/string-io.ts'

const streams: readonly (readonly [name: string, base: TypeSpec, spec: TypeSpec])[] = [
  ['StringIO', textIoBaseSpec, stringIoSpec],
  ['BytesIO', bufferedIoBaseSpec, bytesIoSpec],
  ['TextIOWrapper', textIoBaseSpec, textStreamSpec],
]

export const ioModule = defineModule('_io', 'Streams.', {
  attributes: {
    DEFAULT_BUFFER_SIZE: (vm) => newInt(vm, 8192),
    _IOBase: (vm) => newRef(vm.typeFor(ioBaseSpec)),
    _RawIOBase: (vm) => newRef(vm.typeFor(rawIoBaseSpec, vm.typeFor(ioBaseSpec))),
    _BufferedIOBase: (vm) => newRef(vm.typeFor(bufferedIoBaseSpec, vm.typeFor(ioBaseSpec))),
    _TextIOBase: (vm) => newRef(vm.typeFor(textIoBaseSpec, vm.typeFor(ioBaseSpec))),
    ...Object.fromEntries(
      streams.map(([name, base, spec]) => [name, (vm) => newRef(streamType(vm, base, spec))]),
    ),
  },
})
