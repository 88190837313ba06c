/** `_imp`: what `importlib` needs of the machine. As `Python/import.c`. */
import { newRef } from '../heap/reference.ts'
import { newBool } from '../objects/bool.ts'
import { defineModule, fn } from '../objects/declare/module.ts'
import { PyModule } from '../objects/module.ts'
import { newStr } from '../objects/str.ts'
import { newTuple } from '../objects/tuple.ts'
import { findModule, reloadModule } from '../vm/imports.ts'
import type { Engine } from '../vm/interpreter.ts'

export const impModule = defineModule('_imp', 'Importing.', {
  functions: [
    fn(
      '_find(name: str, /) -> object',
      'Kind, file name, whether it is a package, and source of a module that can be imported; else None.',
      (vm, name) => {
        const found = findModule(vm as Engine, name)
        if (found === null) return newRef(vm.None)
        const { kind, source } = found
        if (source === null)
          return newTuple(vm, [newStr(vm, kind), newRef(vm.None), newBool(vm, false), newRef(vm.None)])
        return newTuple(vm, [
          newStr(vm, kind),
          newStr(vm, source.filename),
          newBool(vm, source.isPackage),
          newStr(vm, source.source),
        ])
      },
    ),
    fn('_reload(module, /) -> object', 'Runs the code of a module again.', (vm, module) => {
      if (!(module instanceof PyModule)) return vm.raise('TypeError', 'reload() argument must be a module')
      reloadModule(vm as Engine, module)
      return newRef(module)
    }),
  ],
})
