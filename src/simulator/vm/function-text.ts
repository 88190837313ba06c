/** How messages about a call name what is called (`_PyObject_FunctionStr`): `module.qualname()`. */
import type { PyObject } from '../heap/object.ts'
import { releaseMaybe } from '../heap/reference.ts'
import { getAttrNamedMaybe } from '../objects/protocols/attributes.ts'
import { toText } from '../objects/protocols/text.ts'
import { PyStr } from '../objects/str.ts'
import type { VM } from '../objects/vm.ts'

export function functionText(vm: VM, callable: PyObject): string {
  const qualname = getAttrNamedMaybe(vm, callable, '__qualname__')
  if (qualname === null) return toText(vm, callable)
  const module = getAttrNamedMaybe(vm, callable, '__module__')
  try {
    const name = qualname instanceof PyStr ? qualname.value : toText(vm, qualname)
    if (module === null || module === vm.None) return `${name}()`
    const where = module instanceof PyStr ? module.value : toText(vm, module)
    return where === 'builtins' ? `${name}()` : `${where}.${name}()`
  } finally {
    releaseMaybe(qualname)
    releaseMaybe(module)
  }
}
