/**
 * `PyFunction`: a function made by `def` or `lambda`: code, the namespaces it looks names up in, and what
 * its header gave it. Attributes and methods are in `function-type.ts`. As `Objects/funcobject.c`.
 */
import { putField, takeField } from '../heap/heap.ts'
import type { HeapType, Visit } from '../heap/object.ts'
import { PyObject } from '../heap/object.ts'
import type { Held, Own } from '../heap/reference.ts'
import { newRef, release, releaseMaybe } from '../heap/reference.ts'
import type { PyCode } from './code.ts'
import { PyDict } from './dict.ts'
import { PyModule } from './module.ts'
import { PyStr } from './str.ts'
import type { PyTuple } from './tuple.ts'
import type { PyType } from './type.ts'
import type { VM } from './vm.ts'

export class PyFunction extends PyObject {
  globals: Held<PyDict>
  builtins: Held<PyDict>
  code: Held<PyCode>
  name: Held<PyStr>
  qualname: Held<PyStr>
  defaults: Held<PyTuple> | null = null
  kwdefaults: Held<PyDict> | null = null
  closure: Held<PyTuple> | null = null
  doc: Held | null
  module: Held | null
  /** A dict, or the tuple of names and values that it will be made from at first use. */
  annotations: Held | null = null
  typeParams: Held | null = null

  constructor(
    type: HeapType,
    code: PyCode,
    globals: PyDict,
    builtins: PyDict,
    qualname: PyStr,
    doc: PyObject,
  ) {
    super(type)
    this.globals = newRef(globals)
    this.builtins = newRef(builtins)
    this.code = newRef(code)
    this.name = newRef(code.name)
    this.qualname = newRef(qualname)
    this.doc = newRef(doc)
    const module = globals.getStr('__name__')
    this.module = module === null ? null : newRef(module)
  }

  override traverse(visit: Visit): void {
    visit(this.code, '__code__')
    if (this.globals !== null) visit(this.globals, '__globals__')
    if (this.builtins !== null) visit(this.builtins, '__builtins__')
    if (this.module !== null) visit(this.module, '__module__')
    if (this.defaults !== null) visit(this.defaults, '__defaults__')
    if (this.kwdefaults !== null) visit(this.kwdefaults, '__kwdefaults__')
    if (this.doc !== null) visit(this.doc, '__doc__')
    visit(this.name, '__name__')
    if (this.dict !== null) visit(this.dict, '__dict__')
    if (this.closure !== null) visit(this.closure, '__closure__')
    if (this.annotations !== null) visit(this.annotations, '__annotations__')
    if (this.typeParams !== null) visit(this.typeParams, '__type_params__')
    visit(this.qualname, '__qualname__')
  }

  override clear(): void {
    releaseMaybe(takeField(this, 'globals') as Held | null)
    releaseMaybe(takeField(this, 'builtins') as Held | null)
    releaseMaybe(takeField(this, 'module'))
    releaseMaybe(takeField(this, 'defaults'))
    releaseMaybe(takeField(this, 'kwdefaults'))
    releaseMaybe(takeField(this, 'doc'))
    releaseMaybe(takeField(this as PyObject, 'dict'))
    releaseMaybe(takeField(this, 'closure'))
    releaseMaybe(takeField(this, 'annotations'))
    releaseMaybe(takeField(this, 'typeParams'))
    // The names may be what holds a cycle together, and a function has to have names.
    const { emptyStr } = (this.type as unknown as PyType).vm
    putField(this, 'name', newRef(emptyStr))
    putField(this, 'qualname', newRef(emptyStr))
  }

  override dealloc(): void {
    this.clear()
    release(this.code)
    release(this.name)
    release(this.qualname)
  }
}

/** The built-in namespace that code with these globals uses (`_PyEval_BuiltinsFromGlobals`); borrowed. */
export function builtinsFrom(vm: VM, globals: PyDict): PyDict {
  const builtins = globals.getStr('__builtins__')
  if (builtins instanceof PyModule) return builtins.namespace
  if (builtins instanceof PyDict) return builtins
  return vm.currentFrame?.builtins ?? vm.builtins.namespace
}

/** A function that runs `code` with those globals. */
export function newPyFunction(
  vm: VM,
  code: PyCode,
  globals: PyDict,
  qualname: PyStr = code.qualname,
): Own<PyFunction> {
  // A docstring is the first constant.
  const first = code.consts.items[0]
  const doc = first instanceof PyStr ? first : vm.None
  const made = new PyFunction(
    vm.types.function,
    code,
    globals,
    builtinsFrom(vm, globals),
    qualname,
    doc,
  ) as Own<PyFunction>
  vm.heap.collector.track(made)
  return made
}
