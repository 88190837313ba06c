/** What a reference is called: the label as the program would write it, and the holder in words. */

import type { EdgeLabel, PyObject } from '../heap/object.ts'
import { PyCell } from '../objects/cell.ts'
import { PyCode } from '../objects/code.ts'
import { PyDict } from '../objects/dict.ts'
import { PyFrame } from '../objects/frame.ts'
import { PyFunction } from '../objects/function.ts'
import { PyGenerator } from '../objects/generator.ts'
import { PyInstance } from '../objects/instance.ts'
import { PyModule } from '../objects/module.ts'
import { PySet } from '../objects/set.ts'
import { PyStr } from '../objects/str.ts'
import { PyTuple } from '../objects/tuple.ts'
import { PyType, typeOf } from '../objects/type.ts'
import type { Names } from './naming.ts'
import { isPlainValue, textOf } from './texts.ts'

/** What a figure does with a reference: draws it, draws it folded, or leaves it to the list of holders. */
export type EdgeRole = 'plain' | 'inner' | 'silent'

export interface EdgeText {
  /** The object a reader takes for the holder: for the dict of an instance, the instance. Null for `__main__`. */
  readonly from: PyObject | null
  readonly label: string
  readonly words: string
  readonly role: EdgeRole
}

/** What edges are described with. */
export interface Context {
  readonly names: Names
  readonly main: PyDict | null
  /** The interpreter's list of what is being shown. */
  readonly shownList: PyObject | null
  /** Whose dict it is, where the dict is drawn as part of its owner. */
  ownerOf(dict: PyObject): PyObject | null
  /** The code object whose constants or names a tuple is. */
  codeOf(tuple: PyObject): PyCode | null
}

const silentFields: Readonly<Record<string, ReadonlySet<string>>> = {
  function: new Set([
    '__code__',
    '__globals__',
    '__builtins__',
    '__name__',
    '__qualname__',
    '__doc__',
    '__module__',
  ]),
  generator: new Set(['__name__', '__qualname__', 'f_func', 'f_code', 'frame', 'f_locals', 'gi_code']),
  frame: new Set(['f_func', 'f_code', 'frame', 'f_locals']),
}
const classNoise = new Set([
  '__module__',
  '__qualname__',
  '__doc__',
  '__static_attributes__',
  '__firstlineno__',
])
const innerClassFields = new Set(['__mro__', '__bases__', '__subclasses__'])

export function describeEdge(
  context: Context,
  holder: PyObject,
  label: EdgeLabel,
  referent: PyObject,
): EdgeText {
  const isEntry = typeof label === 'object' || label === 'key'
  if (holder instanceof PyDict && isEntry) return inDict(context, holder, label, referent)
  const name = context.names.nameOf(holder)
  const edge = (text: string, words: string, role: EdgeRole = 'plain'): EdgeText => ({
    from: holder,
    label: text,
    words,
    role,
  })
  if (typeof label === 'number') {
    if (holder === context.shownList)
      return { from: null, label: '', words: 'the interpreter, which is writing its `repr`', role: 'silent' }
    const code = context.codeOf(holder)
    const words = code === null ? `item ${label} of \`${name}\`` : `the code of \`${code.qualname.value}\``
    return edge(`[${label}]`, words)
  }
  if (typeof label !== 'string')
    return edge(`[${textOf(label)}]`, `the value for ${textOf(label)} in \`${name}\``)
  if (label === '__class__') return edge(label, `\`${name}\`: its class`)
  if (holder instanceof PySet && label === 'item') return edge('{…}', `an element of \`${name}\``)
  if (isAttribute(holder, label)) return edge(`.${label}`, `attribute \`${label}\` of \`${name}\``)
  if (holder instanceof PyCode)
    return edge(label, `constants and names of \`${holder.qualname.value}\``, 'silent')
  if (holder instanceof PyCell) return edge(label, `the closure variable in \`${name}\``)
  if (holder instanceof PyType) {
    const isText = isPlainValue(referent)
    return edge(
      label,
      `\`${label}\` of class \`${name}\``,
      isText ? 'silent' : innerClassFields.has(label) ? 'inner' : 'plain',
    )
  }
  const fields =
    holder instanceof PyFunction
      ? silentFields['function']
      : holder instanceof PyGenerator
        ? silentFields['generator']
        : holder instanceof PyFrame
          ? silentFields['frame']
          : undefined
  if (fields?.has(label) === true) return edge(label, `\`${label}\` of \`${name}\``, 'silent')
  if (holder instanceof PyGenerator) {
    if (label.startsWith('stack[')) return edge(label, `the value stack of the suspended \`${name}\``)
    return edge(label, `local \`${label}\` of the suspended \`${name}\``)
  }
  if (holder instanceof PyFrame && !label.startsWith('f_')) {
    if (label.startsWith('stack[')) return edge(label, `the value stack kept by \`${name}\``)
    return edge(label, `local \`${label}\` of \`${holder.frame.code.qualname.value}\`, kept by \`${name}\``)
  }
  return edge(label, `\`${label}\` of \`${name}\``)
}

function isAttribute(holder: PyObject, label: string): boolean {
  if (!holder.type.isHeapType) return false
  if (label === '__dict__') return false
  return holder instanceof PyInstance || typeOf(holder).memberNames.includes(label)
}

function inDict(context: Context, dict: PyDict, label: EdgeLabel, referent: PyObject): EdgeText {
  const { names } = context
  const key = label === 'key' ? null : (label as PyObject)
  const keyText = key instanceof PyStr ? key.value : shownKey(names, key ?? referent)
  if (dict === context.main) {
    return key === null
      ? { from: null, label: keyText, words: 'the name of a global variable', role: 'silent' }
      : { from: null, label: keyText, words: `global \`${keyText}\``, role: 'plain' }
  }
  const owner = context.ownerOf(dict)
  if (owner === null) {
    const name = names.nameOf(dict)
    if (key === null)
      return {
        from: dict,
        label: `key ${keyText}`,
        words: `a key of \`${name}\``,
        role: isPlainValue(referent) ? 'silent' : 'plain',
      }
    const shown = shownKey(names, key)
    return { from: dict, label: `[${shown}]`, words: `the value for ${shown} in \`${name}\``, role: 'plain' }
  }
  const name = names.nameOf(owner)
  const whose = owner instanceof PyType ? `class \`${name}\`` : `\`${name}\``
  if (key === null)
    return { from: owner, label: keyText, words: `the name of an attribute of ${whose}`, role: 'silent' }
  if (owner instanceof PyModule)
    return {
      from: owner,
      label: `.${keyText}`,
      words: `global \`${keyText}\` of ${name.replace('module ', 'module `')}\``,
      role: 'plain',
    }
  const role = owner instanceof PyType ? classRole(keyText, referent) : 'plain'
  return { from: owner, label: `.${keyText}`, words: `attribute \`${keyText}\` of ${whose}`, role }
}

/** A key as the program would write it, where that is short. */
function shownKey(names: Names, key: PyObject): string {
  if (key instanceof PyTuple && !key.type.isHeapType && key.items.length > 0) {
    const items = key.items.map((item) => textOf(item))
    if (items.every((text) => text !== '')) {
      const text = `(${items.join(', ')}${items.length === 1 ? ',' : ''})`
      if (text.length <= 40) return text
    }
  }
  return textOf(key) || names.nameOf(key)
}

function classRole(key: string, referent: PyObject): EdgeRole {
  if (classNoise.has(key)) return 'silent'
  // What stands for `__dict__`, `__weakref__` and the members of `__slots__`.
  const { name } = referent.type
  return name === 'getset_descriptor' || name === 'member_descriptor' ? 'inner' : 'plain'
}
