/** The module `_os`: what `os` needs of the host. */
import { newBytes } from '../objects/bytes.ts'
import { defineModule, fn } from '../objects/declare/module.ts'

export const osModule = defineModule('_os', 'What the operating system gives.', {
  functions: [
    fn('urandom(size: ssize_t, /) -> object', 'Random bytes.', (vm, size) => {
      if (size < 0) return vm.raise('ValueError', 'negative argument not allowed')
      return newBytes(
        vm,
        Uint8Array.from({ length: size }, () => vm.host.entropy() & 0xff),
      )
    }),
  ],
})
