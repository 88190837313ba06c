/** What an object is, in a few words and without running Python code: for reports of the audit. */
import { addressText, type PyObject } from '../heap/object.ts'
import { PyBuiltin } from '../objects/builtin-function.ts'
import { PyCode } from '../objects/code.ts'
import { PyDict } from '../objects/dict.ts'
import { PyFunction } from '../objects/function.ts'
import { PyInt } from '../objects/int.ts'
import { PyList } from '../objects/list.ts'
import { PyModule } from '../objects/module.ts'
import { PyStr } from '../objects/str.ts'
import { PyTuple } from '../objects/tuple.ts'
import { PyType } from '../objects/type.ts'

export function describe(object: PyObject, depth = 2): string {
  if (object instanceof PyStr) return JSON.stringify(object.value.slice(0, 40))
  if (object instanceof PyInt) return String(object.value)
  if (object instanceof PyType) return `<class ${object.name}>`
  if (object instanceof PyFunction) return `<function ${object.qualname.value}>`
  if (object instanceof PyBuiltin) return `<built-in ${object.name}>`
  if (object instanceof PyCode) return `<code ${object.qualname.value}>`
  if (object instanceof PyModule) return '<module>'
  if (depth > 0 && (object instanceof PyList || object instanceof PyTuple)) {
    const items = object.items.slice(0, 4).map((item) => describe(item, depth - 1))
    const more = object.items.length > 4 ? ', …' : ''
    return `${object.type.name} [${items.join(', ')}${more}]`
  }
  if (depth > 0 && object instanceof PyDict) {
    const keys: string[] = []
    object.each((key) => keys.push(describe(key, 0)))
    return `dict {${keys.slice(0, 5).join(', ')}${keys.length > 5 ? ', …' : ''}}`
  }
  return `<${object.type.name} at ${addressText(object)}>`
}
