/**
 * Trees between the parser's plain nodes and instances of the classes of `ast`. A node's class is looked up by its
 * `kind`, its fields by the class's `_fields`; operators and contexts, which are strings there, are instances without
 * fields here. As `Python/Python-ast.c`.
 */
import type { PyObject } from '../../heap/object.ts'
import type { Held, Own } from '../../heap/reference.ts'
import { lend, newRef, release } from '../../heap/reference.ts'
import { newBool } from '../../objects/bool.ts'
import { newBytes, PyBytes } from '../../objects/bytes.ts'
import { newCode } from '../../objects/code.ts'
import { newComplex, PyComplex } from '../../objects/complex.ts'
import { newSyntaxError } from '../../objects/exceptions.ts'
import { newFloat, PyFloat } from '../../objects/float.ts'
import { newInt, PyInt } from '../../objects/int.ts'
import { newList, PyList } from '../../objects/list.ts'
import { PyModule } from '../../objects/module.ts'
import { getAttrNamed, getAttrNamedMaybe, setAttrNamed } from '../../objects/protocols/attributes.ts'
import { toRepr } from '../../objects/protocols/text.ts'
import { newInterned, newStr, PyStr } from '../../objects/str.ts'
import type { PyTuple } from '../../objects/tuple.ts'
import { isInstance, PyType, typeName, typeOf } from '../../objects/type.ts'
import type { VM } from '../../objects/vm.ts'
import type { Engine } from '../../vm/interpreter.ts'
import type { CompileMode, TreeNode } from '../../vm/toolchain.ts'

const positions = ['lineno', 'col_offset', 'end_lineno', 'end_col_offset'] as const

/** Fields whose strings stand for instances, and those that are names. */
const symbols: ReadonlySet<string> = new Set(['op', 'ops', 'ctx'])

interface PlainConstant {
  readonly type: string
  readonly value?: unknown
  readonly real?: number
  readonly imag?: number
}

class Builder {
  readonly #vm: VM
  readonly #module: PyModule

  constructor(vm: VM, module: PyModule) {
    this.#vm = vm
    this.#module = module
  }

  #class(kind: string): PyType {
    const cls = this.#module.namespace.getStr(kind)
    return cls instanceof PyType ? cls : this.#vm.raise('SystemError', `ast.${kind} is missing`)
  }

  /** An instance for a node. */
  node(node: TreeNode): Own {
    const vm = this.#vm
    const cls = this.#class(node.kind)
    const made = cls.slots.__new__!(vm, cls, [], null)
    const fields = lend(getAttrNamed(vm, cls, '_fields'), (names) =>
      (names as PyTuple).items.map((name) => (name as unknown as PyStr).value),
    )
    for (const field of fields)
      lend(this.#field(node, field), (value) => setAttrNamed(vm, made, field, value))
    for (const field of positions) {
      const place = node[field]
      if (typeof place === 'number') lend(newInt(vm, place), (value) => setAttrNamed(vm, made, field, value))
    }
    return made
  }

  #field(node: TreeNode, field: string): Own {
    const vm = this.#vm
    if (field === 'type_ignores') return newList(vm, [])
    if (field === 'kind') return this.#value(node['u'] ?? null, field)
    return this.#value(node[field] ?? null, field)
  }

  #value(value: unknown, field: string): Own {
    const vm = this.#vm
    if (value === null || value === undefined) return newRef(vm.None)
    if (Array.isArray(value))
      return newList(
        vm,
        value.map((item) => this.#value(item, field) as Held),
      )
    switch (typeof value) {
      case 'string':
        return symbols.has(field) ? this.#symbol(value) : newInterned(vm, value)
      case 'number':
      case 'bigint':
        return newInt(vm, value)
      case 'boolean':
        return newInt(vm, value ? 1 : 0)
    }
    return 'kind' in (value as object) ? this.node(value as TreeNode) : this.#constant(value as PlainConstant)
  }

  /** The one instance of a class without fields. */
  #symbol(kind: string): Own {
    return getAttrNamed(this.#vm, this.#class(kind), '_singleton')
  }

  #constant({ type, value, real, imag }: PlainConstant): Own {
    const vm = this.#vm
    switch (type) {
      case 'None':
        return newRef(vm.None)
      case 'Ellipsis':
        return newRef(vm.Ellipsis)
      case 'bool':
        return newBool(vm, value as boolean)
      case 'int':
        return newInt(vm, value as bigint)
      case 'float':
        return newFloat(vm, value as number)
      case 'complex':
        return newComplex(vm, real!, imag!)
      case 'bytes':
        return newBytes(vm, (value as Uint8Array).slice())
      default:
        return newStr(vm, value as string)
    }
  }
}

/** The tree of a source text; `folding` is the level of optimization for one with constants computed. Raises SyntaxError. */
export function newTree(
  vm: VM,
  source: string,
  filename: string,
  mode: CompileMode,
  folding: number | null = null,
): Own {
  const { tree, error } = (vm as Engine).toolchain.parseTree(source, filename, mode)
  if (error !== null) return vm.raiseException(newSyntaxError(vm, error))
  if (folding !== null) (vm as Engine).toolchain.foldTree(tree, 0, folding)
  return lend(vm.importModule('ast'), (module) => new Builder(vm, module as PyModule).node(tree))
}

/** A copy of a tree in which constants are computed. */
export function foldedTree(vm: VM, object: PyObject, optimize: number): Own {
  const tree = plainNode(vm, object)
  ;(vm as Engine).toolchain.foldTree(tree, 0, optimize)
  return lend(vm.importModule('ast'), (module) => new Builder(vm, module as PyModule).node(tree))
}

/** Whether it is an instance of `ast.AST`. */
export function isTree(vm: VM, object: PyObject): boolean {
  const module = vm.modules.getStr('ast')
  const cls = module instanceof PyModule ? module.namespace.getStr('AST') : null
  return cls instanceof PyType && isInstance(object, cls)
}

function isSymbol(object: PyObject): boolean {
  return typeOf(object).lookup('_singleton') !== null
}

function plainValue(vm: VM, object: PyObject, field: string): unknown {
  if (object === vm.None) return null
  if (object instanceof PyList) return object.items.map((item) => plainValue(vm, item, field))
  if (isTree(vm, object)) return isSymbol(object) ? typeName(object) : plainNode(vm, object)
  if (object instanceof PyStr) return object.value
  if (object instanceof PyInt) return Number(object.value)
  return vm.raise('TypeError', `expected some sort of expr, but got ${toRepr(vm, object)}`)
}

function plainConstant(vm: VM, object: PyObject): PlainConstant {
  if (object === vm.None) return { type: 'None' }
  if (object === vm.Ellipsis) return { type: 'Ellipsis' }
  if (object === (vm.True as PyObject) || object === (vm.False as PyObject))
    return { type: 'bool', value: object === (vm.True as PyObject) }
  if (object instanceof PyStr) return { type: 'str', value: object.value }
  if (object instanceof PyInt) return { type: 'int', value: BigInt(object.value) }
  if (object instanceof PyFloat) return { type: 'float', value: object.value }
  if (object instanceof PyComplex) return { type: 'complex', real: object.real, imag: object.imag }
  if (object instanceof PyBytes) return { type: 'bytes', value: object.value }
  return vm.raise('TypeError', `got an invalid type in Constant: ${typeName(object)}`)
}

/** Fields that may be left out. */
const optional: ReadonlySet<string> = new Set([
  'kind',
  'type_comment',
  'type_ignores',
  'end_lineno',
  'end_col_offset',
])

function plainNode(vm: VM, object: PyObject): TreeNode {
  const kind = typeName(object).split('.').at(-1)!
  const node: Record<string, unknown> = { kind }
  const attributes = lend(
    getAttrNamed(vm, typeOf(object), '_attributes'),
    (fields) => (fields as PyTuple).items.length,
  )
  if (attributes > 0) addPosition(vm, object, kind, node)
  const names = lend(getAttrNamed(vm, typeOf(object), '_fields'), (fields) =>
    (fields as PyTuple).items.map((name) => (name as unknown as PyStr).value),
  )
  for (const field of names) {
    const value = getAttrNamedMaybe(vm, object, field)
    if (value === null) {
      if (!optional.has(field)) vm.raise('TypeError', `required field "${field}" missing from ${kind}`)
      continue
    }
    const isConstant = (kind === 'Constant' || kind === 'MatchSingleton') && field === 'value'
    node[field === 'kind' ? 'u' : field] = lend(value, (borrowed) =>
      isConstant ? plainConstant(vm, borrowed) : plainValue(vm, borrowed, field),
    )
  }
  if (kind === 'Module' || kind === 'Expression' || kind === 'Interactive') node['warnings'] = []
  return node as unknown as TreeNode
}

function addPosition(vm: VM, object: PyObject, kind: string, node: Record<string, unknown>): void {
  for (const field of positions) {
    const value = getAttrNamedMaybe(vm, object, field)
    if (value === null || value === vm.None) {
      if (value !== null) release(value)
      if (!optional.has(field))
        vm.raise(
          'TypeError',
          `required field "${field}" missing from ${kind.toLowerCase() === kind ? kind : baseOf(kind)}`,
        )
      node[field] = node[field === 'end_lineno' ? 'lineno' : 'col_offset']
      continue
    }
    node[field] = value instanceof PyInt ? Number(value.value) : 0
    release(value)
  }
}

const statements =
  /^(FunctionDef|AsyncFunctionDef|ClassDef|Return|Delete|Assign|TypeAlias|AugAssign|AnnAssign|For|AsyncFor|While|If|With|AsyncWith|Match|Raise|Try|TryStar|Assert|Import|ImportFrom|Global|Nonlocal|Expr|Pass|Break|Continue)$/

function baseOf(kind: string): string {
  if (statements.test(kind)) return 'stmt'
  return kind.startsWith('Match') ? 'pattern' : 'expr'
}

/** The code of a tree. Raises what compiling raises. */
export function compileTree(
  vm: VM,
  object: PyObject,
  filename: string,
  mode: CompileMode,
  flags: number,
  optimize: number,
): Own {
  const wanted = mode === 'exec' ? 'Module' : mode === 'eval' ? 'Expression' : 'Interactive'
  if (typeName(object).split('.').at(-1) !== wanted)
    return vm.raise('TypeError', `expected ${wanted} node, got ${typeName(object).split('.').at(-1)}`)
  const { toolchain } = vm as Engine
  const { code, error } = toolchain.compileTree(plainNode(vm, object), filename, flags, optimize)
  if (error !== null) return vm.raiseException(newSyntaxError(vm, error))
  return newCode(vm, code)
}
