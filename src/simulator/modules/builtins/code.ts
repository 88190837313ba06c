/** `eval`, `exec`, `compile` and `__import__`. As `Python/bltinmodule.c`. */
import { CO_FAST_FREE } from '../../bytecode/code.ts'
import type { PyObject } from '../../heap/object.ts'
import type { Own } from '../../heap/reference.ts'
import { lend, newRef, release } from '../../heap/reference.ts'
import { PyBytes } from '../../objects/bytes.ts'
import { PyCell } from '../../objects/cell.ts'
import { PyCode } from '../../objects/code.ts'
import { rawFn } from '../../objects/declare/module.ts'
import type { KwNames } from '../../objects/declare/slots.ts'
import { PyDict } from '../../objects/dict.ts'
import { decodeBytes } from '../../objects/encodings.ts'
import { getLocals } from '../../objects/frame-locals.ts'
import { newPyFunction } from '../../objects/function.ts'
import { callBoundSpecial } from '../../objects/protocols/calls.ts'
import { isTrue } from '../../objects/protocols/comparison.ts'
import { toIndex } from '../../objects/protocols/numbers.ts'
import { PyStr } from '../../objects/str.ts'
import { PyTuple } from '../../objects/tuple.ts'
import { typeName, typeOf } from '../../objects/type.ts'
import type { VM } from '../../objects/vm.ts'
import type { Machine } from '../../vm/machine.ts'
import { bindNamed } from '../arguments.ts'
import { compileTree, foldedTree, isTree, newTree } from '../ast/convert.ts'
import { currentFrame } from './attributes.ts'
import { sourceText } from './source-text.ts'

interface Namespaces {
  readonly globals: Own<PyDict>
  readonly locals: Own
}

/** Whether `object[key]` works (`PyMapping_Check`). */
function isMapping(object: PyObject): boolean {
  return typeOf(object).slots.__getitem__ !== null
}

/** The namespaces to run code in: those given, else those of the running frame. */
function namespaces(vm: VM, globals: PyObject, locals: PyObject, name: 'eval' | 'exec'): Namespaces {
  if (name === 'eval' && locals !== vm.None && !isMapping(locals))
    return vm.raise('TypeError', 'locals must be a mapping')
  if (globals !== vm.None && !(globals instanceof PyDict)) {
    if (name === 'exec')
      return vm.raise('TypeError', `exec() globals must be a dict, not ${typeName(globals)}`)
    return vm.raise(
      'TypeError',
      isMapping(globals)
        ? 'globals must be a real dict; try eval(expr, {}, mapping)'
        : 'globals must be a dict',
    )
  }
  if (locals !== vm.None && !isMapping(locals)) {
    return vm.raise('TypeError', `locals must be a mapping or None, not ${typeName(locals)}`)
  }
  if (globals instanceof PyDict) {
    if (globals.getStr('__builtins__') === null) globals.putStr(vm, '__builtins__', newRef(vm.builtins))
    return { globals: newRef(globals), locals: newRef(locals === vm.None ? globals : locals) }
  }
  const frame = currentFrame(vm, name)
  const owned = newRef(frame.globals)
  return { globals: owned, locals: locals === vm.None ? getLocals(vm, frame) : newRef(locals) }
}

function run(vm: VM, args: readonly PyObject[], kwnames: KwNames, name: 'eval' | 'exec'): Own {
  const count = args.length - (kwnames?.length ?? 0)
  if (count === 0) return vm.raise('TypeError', `${name}() takes at least 1 positional argument (0 given)`)
  const names = name === 'exec' ? ['source', 'globals', 'locals', 'closure'] : ['source', 'globals', 'locals']
  if (name === 'exec' && count > 3)
    return vm.raise('TypeError', `exec() takes at most 3 positional arguments (${count} given)`)
  const [source, globals = vm.None, locals = vm.None, closure = vm.None] = bindNamed(
    vm,
    name,
    args,
    kwnames,
    names,
    1,
  )
  const spaces = namespaces(vm, globals, locals, name)
  try {
    if (source instanceof PyCode) return runCode(vm, source, spaces, closure, name)
    if (closure !== vm.None)
      return vm.raise('TypeError', 'closure can only be used when source is a code object')
    const text = sourceText(vm, source!, '<string>')
    if (text === null) return vm.raise('TypeError', `${name}() arg 1 must be a string, bytes or code object`)
    const trimmed = name === 'eval' ? text.replace(/^[ \t]+/, '') : text
    return lend(vm.compile(trimmed, '<string>', name, 0, -1), (code) =>
      vm.runCode(code, spaces.globals, spaces.locals),
    )
  } finally {
    release(spaces.globals)
    release(spaces.locals)
  }
}

function runCode(
  vm: VM,
  code: PyCode,
  { globals, locals }: Namespaces,
  closure: PyObject,
  name: 'eval' | 'exec',
): Own {
  const free = code.data.co_localspluskinds.filter((kind) => (kind & CO_FAST_FREE) !== 0).length
  if (closure === vm.None) {
    if (free > 0)
      return vm.raise('TypeError', `code object passed to ${name}() may not contain free variables`)
    return vm.runCode(code, globals, locals)
  }
  if (free === 0) return vm.raise('TypeError', 'cannot use a closure with this code object')
  if (
    !(closure instanceof PyTuple) ||
    closure.items.length !== free ||
    !closure.items.every((cell) => (cell as PyObject) instanceof PyCell)
  ) {
    return vm.raise('TypeError', `code object requires a closure of exactly length ${free}`)
  }
  const func = newPyFunction(vm, code, globals)
  func.closure = newRef(closure)
  return lend(func, (each) => (vm as Machine).runBody(each, locals))
}

/** `ast.PyCF_ONLY_AST`, and what `ast.PyCF_OPTIMIZED_AST` has besides. */
const ONLY_AST = 0x400
const OPTIMIZED = 0x8000

/** The features of `__future__`, nested scopes, and the flags of `ast` and `codeop`. */
const KNOWN_FLAGS = 0x1fe0000 | 0x10 | ONLY_AST | OPTIMIZED | 0x200 | 0x1000 | 0x2000 | 0x4000

/** The text of a path: `str`, `bytes` or what `__fspath__` gives. */
function pathText(vm: VM, path: PyObject): string {
  if (path instanceof PyStr) return path.value
  if (path instanceof PyBytes) return decodeBytes(vm, path.value, 'utf-8', 'surrogateescape')
  const own = callBoundSpecial(vm, path, '__fspath__', [])
  if (own === null)
    return vm.raise('TypeError', `expected str, bytes or os.PathLike object, not ${typeName(path)}`)
  return lend(own, (made) =>
    made instanceof PyStr || made instanceof PyBytes
      ? pathText(vm, made)
      : vm.raise(
          'TypeError',
          `expected ${typeName(path)}.__fspath__() to return str or bytes, not ${typeName(made)}`,
        ),
  )
}

function compile(vm: VM, args: readonly PyObject[], kwnames: KwNames): Own {
  const names = ['source', 'filename', 'mode', 'flags', 'dont_inherit', 'optimize', '_feature_version']
  const [source, filename, mode, flags, dontInherit, optimize] = bindNamed(
    vm,
    'compile',
    args,
    kwnames,
    names,
    3,
  )
  const name = pathText(vm, filename!)
  if (!(mode instanceof PyStr))
    return vm.raise('TypeError', `compile() argument 'mode' must be str, not ${typeName(mode!)}`)
  const bits = flags === undefined ? 0 : toIndex(vm, flags, 'OverflowError')
  if ((bits & ~KNOWN_FLAGS) !== 0) return vm.raise('ValueError', 'compile(): unrecognised flags')
  if (dontInherit !== undefined) isTrue(vm, dontInherit)
  const level = optimize === undefined ? -1 : toIndex(vm, optimize, 'OverflowError')
  if (level < -1 || level > 2) return vm.raise('ValueError', 'compile(): invalid optimize value')
  if (mode.value !== 'exec' && mode.value !== 'eval' && mode.value !== 'single') {
    return vm.raise('ValueError', "compile() mode must be 'exec', 'eval' or 'single'")
  }
  if (isTree(vm, source!)) {
    if ((bits & OPTIMIZED) !== 0) return foldedTree(vm, source!, Math.max(0, level))
    if ((bits & ONLY_AST) !== 0) return newRef(source!)
    return compileTree(vm, source!, name, mode.value, bits, level)
  }
  const text = sourceText(vm, source!, name)
  if (text === null) return vm.raise('TypeError', 'compile() arg 1 must be a string, bytes or AST object')
  if ((bits & ONLY_AST) !== 0) {
    const folding = (bits & OPTIMIZED) === 0 ? null : Math.max(0, level)
    return newTree(vm, text, name, mode.value, folding)
  }
  return vm.compile(text, name, mode.value, bits, level)
}

function importFunction(vm: VM, args: readonly PyObject[], kwnames: KwNames): Own {
  const names = ['name', 'globals', 'locals', 'fromlist', 'level']
  const [name, globals, , fromlist, level] = bindNamed(vm, '__import__', args, kwnames, names, 1)
  if (!(name instanceof PyStr)) return vm.raise('TypeError', 'module name must be a string')
  const depth = level === undefined ? 0 : toIndex(vm, level, 'OverflowError')
  if (depth < 0) return vm.raise('ValueError', 'level must be >= 0')
  const isGiven = (value: PyObject | undefined): value is PyObject => value !== undefined && value !== vm.None
  return vm.importName(
    name.value,
    isGiven(globals) ? globals : null,
    isGiven(fromlist) ? fromlist : null,
    depth,
  )
}

export const codeFunctions = [
  rawFn(
    'eval(source, /, globals=None, locals=None) -> object',
    'The value of an expression.',
    (vm, args, kwnames) => run(vm, args, kwnames, 'eval'),
  ),
  rawFn(
    'exec(source, /, globals=None, locals=None, *, closure=None) -> object',
    'Runs statements.',
    (vm, args, kwnames) => {
      release(run(vm, args, kwnames, 'exec'))
      return newRef(vm.None)
    },
  ),
  rawFn(
    'compile(source, filename, mode, flags=0, dont_inherit=False, optimize=-1, *, _feature_version=-1) -> object',
    'Source text as a code object.',
    compile,
  ),
  rawFn(
    '__import__(name, globals=None, locals=None, fromlist=(), level=0) -> object',
    'What the import statement calls.',
    importFunction,
  ),
]
