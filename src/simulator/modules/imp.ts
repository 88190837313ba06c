/** `_imp`: what `importlib` needs of the machine. As `Python/import.c`. */
import { newRef } from '../heap/reference.ts'
import { defineModule, fn } from '../objects/declare/module.ts'
import { PyModule } from '../objects/module.ts'
import { reloadModule } from '../vm/imports.ts'
import type { Engine } from '../vm/interpreter.ts'

export const impModule = defineModule('_imp', 'Importing.', {
  functions: [
    fn('_reload(module, /) -> object', 'Runs the code of a module again.', (vm, module) => {
      if (!(module instanceof PyModule)) return vm.raise('TypeError', 'reload() argument must be a module')
      reloadModule(vm as Engine, module)
      return newRef(module)
    }),
  ],
})
