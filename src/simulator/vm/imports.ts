/**
 * Importing: from the table of modules, else from what the host finds beside the program. There are no loaders
 * and finders to be replaced; the order of events and the messages are those of `Lib/importlib/_bootstrap.py`
 * and `Python/import.c`.
 */
import type { PyObject } from '../heap/object.ts'
import type { Held, Own } from '../heap/reference.ts'
import { lend, newRef, release } from '../heap/reference.ts'
import type { Frame } from '../objects/activation.ts'
import { newCode } from '../objects/code.ts'
import { PyDict } from '../objects/dict.ts'
import { newSyntaxError, raiseImportError } from '../objects/exceptions.ts'
import { newInt } from '../objects/int.ts'
import { newList } from '../objects/list.ts'
import { newModule, PyModule } from '../objects/module.ts'
import {
  getAttrMaybe,
  getAttrNamedMaybe,
  hasAttr,
  setAttrNamed,
  withName,
} from '../objects/protocols/attributes.ts'
import { callMethod } from '../objects/protocols/calls.ts'
import { isTrue } from '../objects/protocols/comparison.ts'
import { eachItem } from '../objects/protocols/iteration.ts'
import { setItem } from '../objects/protocols/sequences.ts'
import { toRepr } from '../objects/protocols/text.ts'
import { dropRaise, isRaise } from '../objects/raise.ts'
import { isStdlibModule } from '../objects/stdlib-names.ts'
import { internForGood, newStr, PyStr } from '../objects/str.ts'
import { typeName } from '../objects/type.ts'
import { countImport } from './import-sizes.ts'
import { peekName } from './instructions/names.ts'
import type { Engine } from './interpreter.ts'
import type { Machine } from './machine.ts'
import { isPythonModule, makeBuiltinModule } from './modules.ts'

const engineOf = (vm: Machine): Engine => vm as Engine

/** IMPORT_NAME: by `builtins.__import__`, whatever that is now. */
export function importByStatement(
  vm: Machine,
  frame: Frame,
  name: PyStr,
  fromlist: PyObject,
  level: number,
): Own {
  return withName(vm, '__import__', (key) => {
    const func = peekName(frame.builtins, key)
    if (func === null) return raiseImportError(vm, '__import__ not found')
    if (func === vm.defaultImport) return vm.importName(name.value, frame.globals, fromlist, level)
    const kept = newRef(func)
    const number = newInt(vm, level)
    try {
      return vm.call(kept, [name, frame.globals, frame.locals ?? vm.None, fromlist, number])
    } finally {
      release(number)
      release(kept)
    }
  })
}

/** `import a.b.c`, giving the module of the whole path. */
export function importPath(engine: Engine, name: string): Own {
  return newRef(findAndLoad(engine, name))
}

/** `__import__`. */
export function importName(
  engine: Engine,
  name: string,
  globals: PyObject | null,
  fromlist: PyObject | null,
  level: number,
): Own {
  if (level < 0) return engine.raise('ValueError', 'level must be >= 0')
  if (level === 0 && name === '') return engine.raise('ValueError', 'Empty module name')
  const absolute = level === 0 ? name : resolve(engine, name, globals, level)
  const module = newRef(findAndLoad(engine, absolute))
  if (fromlist !== null && fromlist !== engine.None && isTrue(engine, fromlist)) {
    try {
      if (hasNamed(engine, module, '__path__')) importSubmodules(engine, module, fromlist, true)
    } catch (thrown) {
      release(module)
      throw thrown
    }
    return module
  }
  if (level === 0) {
    const dot = name.indexOf('.')
    if (dot < 0) return module
    release(module)
    return newRef(findAndLoad(engine, name.slice(0, dot)))
  }
  if (name === '') return module
  const dot = name.indexOf('.')
  const cut = dot < 0 ? 0 : name.length - dot
  release(module)
  return newRef(findAndLoad(engine, absolute.slice(0, absolute.length - cut)))
}

function hasNamed(engine: Engine, object: PyObject, name: string): boolean {
  return withName(engine, name, (key) => hasAttr(engine, object, key))
}

/** The absolute name of a relative import (`_resolve_name`). */
function resolve(engine: Engine, name: string, globals: PyObject | null, level: number): string {
  const package_ = packageOf(engine, globals)
  if (package_ === '')
    return raiseImportError(engine, 'attempted relative import with no known parent package')
  const bits = package_.split('.')
  if (bits.length < level)
    return raiseImportError(engine, 'attempted relative import beyond top-level package')
  const base = bits.slice(0, bits.length - level + 1).join('.')
  return name === '' ? base : `${base}.${name}`
}

function packageOf(engine: Engine, globals: PyObject | null): string {
  if (!(globals instanceof PyDict)) return engine.raise('KeyError', "'__name__' not in globals")
  const package_ = globals.getStr('__package__')
  if (package_ !== null && package_ !== engine.None) {
    return package_ instanceof PyStr ? package_.value : engine.raise('TypeError', 'package must be a string')
  }
  const name = globals.getStr('__name__')
  if (name === null) return engine.raise('KeyError', "'__name__' not in globals")
  if (!(name instanceof PyStr)) return engine.raise('TypeError', '__name__ must be a string')
  if (globals.getStr('__path__') !== null) return name.value
  const dot = name.value.lastIndexOf('.')
  return dot < 0 ? '' : name.value.slice(0, dot)
}

function raiseNotFound(engine: Engine, name: string, message: string): never {
  const text = newStr(engine, name)
  try {
    return raiseImportError(engine, message, { type: 'ModuleNotFoundError', name: text })
  } finally {
    release(text)
  }
}

/** The module, from `sys.modules` or newly made; borrowed from there. */
function findAndLoad(engine: Engine, name: string): PyObject {
  const existing = engine.modules.getStr(name)
  if (existing === engine.None)
    return raiseNotFound(engine, name, `import of ${name} halted; None in sys.modules`)
  if (existing !== null) return existing
  const dot = name.lastIndexOf('.')
  const parentName = dot < 0 ? '' : name.slice(0, dot)
  if (parentName !== '') {
    const parent = findAndLoad(engine, parentName)
    const now = engine.modules.getStr(name)
    if (now !== null) return now
    if (!hasNamed(engine, parent, '__path__')) {
      const shown = quoted(engine, name)
      raiseNotFound(engine, name, `No module named ${shown}; ${quoted(engine, parentName)} is not a package`)
    }
  }
  const isStandard = Object.hasOwn(engine.toolchain.modules, name)
  countImport(engine, name, isStandard, () => load(engine, name))
  const module = engine.modules.getStr(name)
  if (module === null) return engine.raise('KeyError', name)
  if (parentName !== '') setOnParent(engine, parentName, name.slice(dot + 1), module)
  return module
}

function quoted(engine: Engine, name: string): string {
  return lend(newStr(engine, name), (text) => toRepr(engine, text))
}

function setOnParent(engine: Engine, parentName: string, child: string, module: PyObject): void {
  const parent = engine.modules.getStr(parentName)
  if (parent !== null) setAttrNamed(engine, parent, child, module)
}

interface Source {
  readonly source: string
  readonly filename: string
  readonly isPackage: boolean
  readonly isFrozen?: boolean
}

function findSource(engine: Engine, name: string): Source | null {
  const found = Object.hasOwn(engine.toolchain.modules, name) ? engine.toolchain.modules[name]! : null
  if (found !== null) {
    if (!isPythonModule(found)) return null
    return {
      source: found.source,
      filename: found.filename,
      isPackage: found.isPackage ?? false,
      isFrozen: found.isFrozen ?? false,
    }
  }
  return engine.host.findModule?.(name) ?? null
}

/** Where a module that can be imported would come from; null where there is none. */
export function findModule(
  engine: Engine,
  name: string,
): { readonly kind: 'built-in' | 'frozen' | 'file'; readonly source: Source | null } | null {
  const source = findSource(engine, name)
  if (source !== null) return { kind: source.isFrozen === true ? 'frozen' : 'file', source }
  return Object.hasOwn(engine.toolchain.modules, name) ? { kind: 'built-in', source: null } : null
}

function load(engine: Engine, name: string): void {
  const source = findSource(engine, name)
  if (source !== null) return loadSource(engine, name, source)
  if (!Object.hasOwn(engine.toolchain.modules, name)) {
    // Unlike CPython: a module of its library that is not simulated is told from one that does not exist.
    const reason = isStdlibModule(name) ? ' (a standard module that is not simulated)' : ''
    return raiseNotFound(engine, name, `No module named ${quoted(engine, name)}${reason}`)
  }
  release(makeBuiltinModule(engine, name))
}

function loadSource(engine: Engine, name: string, { source, filename, isPackage, isFrozen }: Source): void {
  const module = newModule(engine, name, null)
  const { namespace } = module
  const package_ = isPackage ? name : name.includes('.') ? name.slice(0, name.lastIndexOf('.')) : ''
  namespace.putStr(engine, '__package__', newStr(engine, package_))
  namespace.putStr(engine, '__file__', newStr(engine, filename))
  if (isPackage) {
    const folder = filename.replace(/\/?[^/]*$/, '')
    namespace.putStr(engine, '__path__', newList(engine, [newStr(engine, folder)]))
  }
  namespace.putStr(engine, '__cached__', newRef(engine.None))
  namespace.putStr(engine, '__builtins__', newRef(engine.builtins.namespace))
  engine.modules.putStr(engine, name, newRef(module))
  engine.initializing.add(module)
  try {
    if (isFrozen) engine.moduleOrigins.set(module, { name, origin: 'frozen' })
    execute(engine, source, isFrozen ? `<frozen ${name}>` : filename, namespace)
  } catch (thrown) {
    engine.modules.removeStr(name)
    throw thrown
  } finally {
    engine.initializing.delete(module)
    release(module)
  }
}

function execute(engine: Engine, source: string, filename: string, namespace: PyDict): void {
  const { code, error, warnings } = engine.toolchain.compile(source, filename, 'exec', 0, 0)
  if (!filename.startsWith('<frozen ')) engine.sources.set(filename, source.split(/\r\n|\r|\n/))
  if (error !== null) return engine.raiseException(newSyntaxError(engine, error))
  void warnings
  lend(newCode(engine, code), (each) => release(engine.runCode(each, namespace, null)))
  // Of a standard module only the names that it shows are known to be CPython's too.
  if (code.identifiers === undefined)
    namespace.each((key) => key instanceof PyStr && internForGood(engine, key.value))
}

/** `importlib.reload`: runs a module's code again in its namespace; what has none stays as it is. */
export function reloadModule(engine: Engine, module: PyModule): void {
  const name = module.namespace.getStr('__name__')
  if (!(name instanceof PyStr))
    return engine.raise('AttributeError', "'module' object has no attribute '__name__'")
  if (engine.modules.getStr(name.value) !== module) {
    return raiseImportError(engine, `module ${name.value} not in sys.modules`, { name })
  }
  const source = findSource(engine, name.value)
  if (source === null) return
  const { isFrozen, filename } = source
  execute(engine, source.source, isFrozen ? `<frozen ${name.value}>` : filename, module.namespace)
}

/** Imports what a from-import names and a package does not have yet (`_handle_fromlist`). */
function importSubmodules(engine: Engine, module: PyObject, fromlist: PyObject, direct: boolean): void {
  const name = getAttrNamedMaybe(engine, module, '__name__')
  if (!(name instanceof PyStr)) {
    if (name !== null) release(name)
    return
  }
  const prefix = name.value
  release(name)
  eachItem(engine, fromlist, (item) => {
    if (!(item instanceof PyStr)) {
      const where = direct ? "``from list''" : `${prefix}.__all__`
      return engine.raise('TypeError', `Item in ${where} must be str, not ${typeName(item)}`)
    }
    if (item.value === '*') {
      const all = direct ? getAttrNamedMaybe(engine, module, '__all__') : null
      if (all !== null) lend(all, (names) => importSubmodules(engine, module, names, false))
      return undefined
    }
    if (hasAttr(engine, module, item)) return undefined
    const path = `${prefix}.${item.value}`
    try {
      findAndLoad(engine, path)
    } catch (thrown) {
      // Not there: the from-import itself will say so.
      if (!isRaise(thrown, engine.types.ModuleNotFoundError) || !isAbout(thrown.exception, path)) throw thrown
      dropRaise(thrown)
    }
    return undefined
  })
}

function isAbout(exception: PyObject, name: string): boolean {
  const about = (exception as unknown as { name: PyObject | null }).name
  return about instanceof PyStr && about.value === name
}

/** IMPORT_FROM: an attribute, or a submodule of that name; else ImportError. */
export function getImported(vm: Machine, module: PyObject, name: PyStr): Own {
  const found = getAttrMaybe(vm, module, name)
  if (found !== null) return found
  const moduleName = getAttrNamedMaybe(vm, module, '__name__')
  try {
    if (moduleName instanceof PyStr) {
      const submodule = vm.modules.getStr(`${moduleName.value}.${name.value}`)
      if (submodule !== null) return newRef(submodule)
    }
    return cannotImport(engineOf(vm), module, moduleName, name)
  } finally {
    if (moduleName !== null) release(moduleName)
  }
}

function cannotImport(engine: Engine, module: PyObject, moduleName: PyObject | null, name: PyStr): never {
  const shown = moduleName instanceof PyStr ? toRepr(engine, moduleName) : "'<unknown module name>'"
  const file = module instanceof PyModule ? module.namespace.getStr('__file__') : null
  const where = file instanceof PyStr ? file.value : 'unknown location'
  const what = `cannot import name ${toRepr(engine, name)} from`
  const message =
    module instanceof PyModule && engine.initializing.has(module)
      ? `${what} partially initialized module ${shown} (most likely due to a circular import) (${where})`
      : `${what} ${shown} (${where})`
  return raiseImportError(engine, message, { name: moduleName, path: file, nameFrom: name })
}

/** `from module import *`: `__all__`, or all names that do not begin with an underscore. */
export function importStar(vm: Machine, frame: Frame, module: PyObject): void {
  const target = frame.locals ?? frame.globals
  const all = getAttrNamedMaybe(vm, module, '__all__')
  if (all !== null) {
    return lend(all, (names) => eachItem(vm, names, (each) => importOne(vm, module, target, each, true)))
  }
  const namespace = getAttrNamedMaybe(vm, module, '__dict__')
  if (namespace === null) {
    return raiseImportError(vm, 'from-import-* object has no __dict__ and no __all__')
  }
  return lend(namespace, (dict) => {
    const names: Held[] = []
    lend(callMethod(vm, dict, 'keys'), (keys) => eachItem(vm, keys, (key) => void names.push(newRef(key))))
    try {
      for (const each of names) {
        if (each instanceof PyStr && each.value.startsWith('_')) continue
        importOne(vm, module, target, each, false)
      }
    } finally {
      names.forEach(release)
    }
  })
}

function importOne(vm: Machine, module: PyObject, target: PyObject, name: PyObject, fromAll: boolean): void {
  if (!(name instanceof PyStr)) {
    const moduleName = getAttrNamedMaybe(vm, module, '__name__')
    const shown = moduleName instanceof PyStr ? moduleName.value : '?'
    if (moduleName !== null) release(moduleName)
    const [what, where] = fromAll ? ['Item', '__all__'] : ['Key', '__dict__']
    return vm.raise('TypeError', `${what} in ${shown}.${where} must be str, not ${typeName(name)}`)
  }
  const value = getAttrMaybe(vm, module, name)
  if (value === null) {
    const moduleName = module instanceof PyModule ? module.namespace.getStr('__name__') : null
    const shown = moduleName instanceof PyStr ? moduleName.value : '?'
    return vm.raise('AttributeError', `module '${shown}' has no attribute '${name.value}'`)
  }
  return lend(value, (each) => setItem(vm, target, name, each))
}
