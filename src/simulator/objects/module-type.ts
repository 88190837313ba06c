/** `types.ModuleType`. As `Objects/moduleobject.c`. */

import type { Own } from '../heap/reference.ts'
import { lend, newRef, release } from '../heap/reference.ts'
import { tracked } from './allocate.ts'
import { defineType, getset, methodsOf } from './declare/type.ts'
import { newDict, PyDict } from './dict.ts'
import { raiseAttributeError } from './exceptions.ts'
import { newList } from './list.ts'
import { PyModule } from './module.ts'
import { findAttr, getAttrNamed } from './protocols/attributes.ts'
import { callMethod } from './protocols/calls.ts'
import { toRepr, toText } from './protocols/text.ts'
import { newStr, PyStr } from './str.ts'
import { quoteText } from './text/repr.ts'
import { typeName } from './type.ts'
import type { VM } from './vm.ts'

/** `<module 'gc' (built-in)>`, `<module 'm' from 'm.py'>`. */
function reprModule(vm: VM, self: PyModule): Own {
  const { namespace } = self
  const found = vm.moduleOrigin(self)
  if (found !== null) return newStr(vm, `<module ${quoteText(found.name)} (${found.origin})>`)
  const name = namespace.getStr('__name__')
  const file = namespace.getStr('__file__')
  const shown = name === null ? "'?'" : toRepr(vm, name)
  const hasFile = file !== null && file !== vm.None
  return newStr(vm, hasFile ? `<module ${shown} from ${toRepr(vm, file)}>` : `<module ${shown}>`)
}

/** The message for a missing attribute; a module on its way in says so. */
function missingMessage(self: PyModule, attribute: string): string {
  const name = self.namespace.getStr('__name__')
  if (!(name instanceof PyStr)) return `module has no attribute '${attribute}'`
  return `module '${name.value}' has no attribute '${attribute}'`
}

const method = methodsOf<PyModule>()

/**
 * `__spec__` or `__loader__` of a module that was imported, made when it is first asked for: nothing here needs them.
 * Null for the program itself, and for modules that were made otherwise.
 */
function describedBy(vm: VM, module: PyModule, attribute: PyStr): Own | null {
  const name = module.namespace.getStr('__name__')
  if (!(name instanceof PyStr) || name.value === '__main__' || vm.modules.getStr(name.value) !== module)
    return null
  return lend(vm.importModule('importlib.machinery'), (machinery) => {
    release(callMethod(vm, machinery, '_describe', [module]))
    return newRef(module.namespace.getStr(attribute.value) ?? vm.None)
  })
}

/** An attribute of a module, or what its `__getattr__` gives for it; null for none. */
export function findModuleAttr(vm: VM, module: PyModule, name: PyStr): Own | null {
  const found = findAttr(vm, module, name)
  if (found === vm.None && (name.value === '__spec__' || name.value === '__loader__'))
    return describedBy(vm, module, name) ?? found
  if (found !== null) return found
  const hook = module.namespace.getStr('__getattr__')
  return hook === null ? null : lend(newRef(hook), (func) => vm.call(func, [name]))
}

export const moduleSpec = defineType(PyModule, 'module(name, doc=None)', 'A module and its namespace.', {
  basicsize: 56,
  subclassable: true,
  container: true,
  hasDict: true,
  hasWeakrefs: true,
  slots: {
    __new__: (vm, cls) => tracked(vm, new PyModule(cls, newDict(vm))) as unknown as Own,
    __init__: (vm, self, args, kwnames) => {
      const count = args.length - (kwnames?.length ?? 0)
      const values = args.slice(0, count)
      kwnames?.forEach((key, i) => {
        const at = ['name', 'doc'].indexOf(key.value)
        if (at < 0) vm.raise('TypeError', `module() got an unexpected keyword argument '${key.value}'`)
        values[at] = args[count + i]!
      })
      const [name, doc] = values
      if (name === undefined)
        return vm.raise('TypeError', "module() missing required argument 'name' (pos 1)")
      if (!(name instanceof PyStr))
        return vm.raise('TypeError', `module() argument 'name' must be str, not ${typeName(name)}`)
      const { namespace } = self
      namespace.putStr(vm, '__name__', newRef(name))
      namespace.putStr(vm, '__doc__', newRef(doc ?? vm.None))
      for (const key of ['__package__', '__loader__', '__spec__']) namespace.putStr(vm, key, newRef(vm.None))
    },
    __repr__: reprModule,
    __getattribute__: (vm, self, name) =>
      findModuleAttr(vm, self, name) ?? raiseAttributeError(vm, self, name, missingMessage(self, name.value)),
  },
  getset: [
    getset('__dict__', 'The namespace.', (_vm, self) => newRef(self.namespace)),
    getset(
      '__annotations__',
      'Annotations of the module.',
      (vm, self) => {
        const found = self.namespace.getStr('__annotations__')
        if (found !== null) return newRef(found)
        const made = newDict(vm)
        self.namespace.putStr(vm, '__annotations__', newRef(made))
        return made
      },
      (vm, self, value) => {
        if (value === null) self.namespace.removeStr('__annotations__')
        else self.namespace.putStr(vm, '__annotations__', newRef(value))
      },
    ),
  ],
  methods: [
    method('__dir__(self, /) -> object', 'The names in it.', (vm, self) => {
      return lend(getAttrNamed(vm, self, '__dict__'), (dict) => {
        if (!(dict instanceof PyDict)) {
          const name = self.namespace.getStr('__name__')
          const shown = name === null ? 'module' : toText(vm, name)
          return vm.raise('TypeError', `${shown}.__dict__ is not a dictionary`)
        }
        const hook = dict.getStr('__dir__')
        if (hook !== null) return lend(newRef(hook), (func) => vm.call(func, []))
        const names = newList(vm, [])
        dict.each((key) => void names.items.push(newRef(key)))
        return names
      })
    }),
  ],
})

/** Lets go of every name of a module, as `_PyModule_Clear` does: names with one underscore first, then the others. */
export function clearModule(vm: VM, module: PyModule): void {
  const { namespace } = module
  const names: PyStr[] = []
  namespace.each((key) => {
    if (key instanceof PyStr) names.push(newRef(key))
  })
  const letGo = (name: PyStr): void => {
    if (namespace.getStr(name.value) !== null && namespace.getStr(name.value) !== vm.None) {
      namespace.putStr(vm, name.value, newRef(vm.None))
    }
  }
  for (const name of names) if (name.value.startsWith('_') && name.value[1] !== '_') letGo(name)
  for (const name of names)
    if ((!name.value.startsWith('_') || name.value[1] === '_') && name.value !== '__builtins__') letGo(name)
  for (const name of names) release(name as Own<PyStr>)
}
