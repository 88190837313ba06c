/**
 * `PyCode`: a code object on the heap, made from the compiler's plain data. Constants become objects once
 * for all code objects compiled together, names are interned. Attributes and methods are in `code-type.ts`.
 * As `Objects/codeobject.c` and the constant cache of `Python/compile.c`.
 */
import { CO_FAST_CELL, CO_FAST_FREE, type CodeData, type Constant } from '../bytecode/code.ts'
import { decodeExceptionTable, type ExceptionEntry, findHandler } from '../bytecode/exceptions.ts'
import { decodeLocations, type LocatedRange, type Location, NO_LOCATION } from '../bytecode/locations.ts'
import type { HeapType, Visit } from '../heap/object.ts'
import { GC_TRACKED, PyObject } from '../heap/object.ts'
import type { Held, Own } from '../heap/reference.ts'
import { lend, newRef, release, releaseAll } from '../heap/reference.ts'
import { newBool } from './bool.ts'
import { newBytes } from './bytes.ts'
import { newComplex } from './complex.ts'
import { newFloat } from './float.ts'
import { decodeInstructions, type Instructions } from './instructions.ts'
import { newInt } from './int.ts'
import { addItem, newFrozenset } from './set.ts'
import { internForGood, newInterned, newStr, type PyStr } from './str.ts'
import { newTuple, PyTuple } from './tuple.ts'
import type { VM } from './vm.ts'

/** The parts of a code object that are heap objects. */
export interface CodeParts {
  readonly consts: Own<PyTuple>
  readonly names: Own<PyTuple>
  readonly localsplusnames: Own<PyTuple>
  readonly filename: Own<PyStr>
  readonly name: Own<PyStr>
  readonly qualname: Own<PyStr>
}

export class PyCode extends PyObject {
  readonly data: CodeData
  readonly consts: Held<PyTuple>
  readonly names: Held<PyTuple>
  readonly localsplusnames: Held<PyTuple>
  readonly filename: Held<PyStr>
  readonly name: Held<PyStr>
  readonly qualname: Held<PyStr>
  readonly flags: number
  readonly nlocalsplus: number
  readonly stacksize: number
  /** Parameters, `*args` and `**kwargs` included. */
  readonly parameterCount: number
  #instructions: Instructions | null = null
  #handlers: readonly ExceptionEntry[] | null = null
  #locations: readonly LocatedRange[] | null = null
  /** The line of each instruction; 0 for none. */
  #lines: Int32Array | null = null

  constructor(type: HeapType, data: CodeData, parts: CodeParts) {
    super(type, type.basicsize + data.co_code.length)
    this.data = data
    this.consts = parts.consts
    this.names = parts.names
    this.localsplusnames = parts.localsplusnames
    this.filename = parts.filename
    this.name = parts.name
    this.qualname = parts.qualname
    this.flags = data.co_flags
    this.nlocalsplus = data.co_localsplusnames.length
    this.stacksize = data.co_stacksize
    this.parameterCount =
      data.co_argcount +
      data.co_kwonlyargcount +
      ((data.co_flags & 4) !== 0 ? 1 : 0) +
      ((data.co_flags & 8) !== 0 ? 1 : 0)
  }

  get argcount(): number {
    return this.data.co_argcount
  }

  /** Whether a fast local is a cell, shared with nested functions. */
  isCell(index: number): boolean {
    return (this.data.co_localspluskinds[index]! & CO_FAST_CELL) !== 0
  }

  /** Where the free variable of that name is among the fast locals; -1 where there is none. */
  freeIndex(name: string): number {
    const { co_localsplusnames, co_localspluskinds } = this.data
    return co_localsplusnames.findIndex(
      (each, i) => each === name && (co_localspluskinds[i]! & CO_FAST_FREE) !== 0,
    )
  }

  get instructions(): Instructions {
    this.#instructions ??= decodeInstructions(this.data.co_code)
    return this.#instructions
  }

  /** Ranges of code units with their source, in order. */
  get locations(): readonly LocatedRange[] {
    this.#locations ??= decodeLocations(this.data.co_linetable, this.data.co_firstlineno)
    return this.#locations
  }

  /** The handler that guards a code unit. */
  handlerAt(unit: number): ExceptionEntry | null {
    this.#handlers ??= decodeExceptionTable(this.data.co_exceptiontable)
    return findHandler(this.#handlers, unit)
  }

  /** The source of the instruction with that index. */
  locationAt(index: number): Location {
    const unit = this.instructions.units[index]
    if (unit === undefined) return NO_LOCATION
    return this.locations.find((entry) => unit < entry.end)?.location ?? NO_LOCATION
  }

  /** The line of the instruction with that index; null where there is none. */
  lineAt(index: number): number | null {
    if (index < 0) return this.data.co_firstlineno
    this.#lines ??= this.#makeLines()
    const line = this.#lines[index]
    return line === undefined || line === 0 ? null : line
  }

  #makeLines(): Int32Array {
    const { units } = this.instructions
    const { locations } = this
    const lines = new Int32Array(units.length)
    let at = 0
    for (let i = 0; i < units.length; i++) {
      while (at < locations.length && locations[at]!.end <= units[i]!) at++
      lines[i] = Math.max(locations[at]?.location.lineno ?? 0, 0)
    }
    return lines
  }

  // Code objects take no part in cycle collection, so the collector does not ask them.
  override hidden(visit: Visit): void {
    visit(this.consts, 'co_consts')
    visit(this.names, 'co_names')
    visit(this.localsplusnames, 'co_localsplusnames')
    visit(this.filename, 'co_filename')
    visit(this.name, 'co_name')
    visit(this.qualname, 'co_qualname')
  }

  override dealloc(): void {
    releaseAll([this.consts, this.names, this.localsplusnames, this.filename, this.name, this.qualname])
  }

  override get usesTrashcan(): boolean {
    return false
  }
}

/** Makes heap objects of plain data; equal constants of one load are one object. */
class Loader {
  readonly #vm: VM
  readonly #cache = new Map<string, Own>()
  /** Constants as they stand in the source text or were folded from it. */
  readonly #written = new Set<PyObject>()

  constructor(vm: VM) {
    this.#vm = vm
  }

  /** What the loader itself holds is let go; code objects keep what they use. `kept` takes the constants over. */
  end(kept: Own[] | null): void {
    for (const object of this.#cache.values()) {
      if (kept !== null && this.#written.has(object)) kept.push(object)
      else release(object)
    }
    this.#cache.clear()
  }

  code(data: CodeData): Own<PyCode> {
    const vm = this.#vm
    const parts: CodeParts = {
      consts: this.#tuple(data.co_consts),
      names: this.#nameTuple(data.co_names),
      localsplusnames: this.#nameTuple(data.co_localsplusnames),
      filename: newInterned(vm, data.co_filename),
      name: newInterned(vm, data.co_name),
      qualname: newInterned(vm, data.co_qualname),
    }
    return new PyCode(vm.types.code, data, parts) as Own<PyCode>
  }

  #cached(key: string | null, make: () => Own): Own {
    if (key === null) return make()
    const existing = this.#cache.get(key)
    if (existing !== undefined) return newRef(existing)
    const made = make()
    this.#cache.set(key, newRef(made))
    return made
  }

  #tuple(items: readonly Constant[]): Own<PyTuple> {
    const key = itemsKey(items)
    return this.#cached(key, () =>
      newTuple(
        this.#vm,
        items.map((item) => this.constant(item)),
      ),
    ) as Own<PyTuple>
  }

  #nameTuple(names: readonly string[]): Own<PyTuple> {
    const key = `t(${names.map(textKey).join()})`
    return this.#cached(key, () =>
      newTuple(
        this.#vm,
        names.map((name) => newInterned(this.#vm, name)),
      ),
    ) as Own<PyTuple>
  }

  constant(constant: Constant): Own {
    const vm = this.#vm
    switch (constant.type) {
      case 'None':
        return newRef(vm.None)
      case 'Ellipsis':
        return newRef(vm.Ellipsis)
      case 'bool':
        return newBool(vm, constant.value)
      case 'code':
        return this.code(constant.code)
      case 'tuple':
        return this.#remember(constant, () => this.#putBefore(this.#tuple(constant.items)))
      default:
        return this.#remember(constant, () =>
          this.#cached(constantKey(constant), () => this.#scalar(constant)),
        )
    }
  }

  /** The parser makes its tuples before any code object has one: the collector looks at them first. */
  #putBefore(tuple: Own<PyTuple>): Own<PyTuple> {
    const { collector } = this.#vm.heap
    for (const item of tuple.items) {
      if (!(item instanceof PyTuple) || (item.gcState & GC_TRACKED) === 0 || this.#written.has(item)) continue
      collector.untrack(item)
      collector.track(item)
    }
    return tuple
  }

  /** The parser's constant is the one that is used, unless a code object before had an equal tuple. */
  #remember(constant: Constant, find: () => Own): Own {
    const key = constantKey(constant)
    const isFirst = key === null || !this.#cache.has(key)
    const object = find()
    if (isFirst) this.#written.add(object)
    return object
  }

  #scalar(constant: Constant): Own {
    const vm = this.#vm
    switch (constant.type) {
      case 'int':
        return newInt(vm, constant.value)
      case 'float':
        return newFloat(vm, constant.value)
      case 'complex':
        return newComplex(vm, constant.real, constant.imag)
      case 'str':
        return isNameLike(constant.value) ? newInterned(vm, constant.value) : newStr(vm, constant.value)
      case 'bytes':
        return newBytes(vm, constant.value)
      case 'frozenset':
        return this.#frozenset(constant.items)
      default:
        throw new Error(`code: no object for a constant of type ${constant.type}`)
    }
  }

  #frozenset(items: readonly Constant[]): Own {
    const set = newFrozenset(this.#vm)
    for (const item of items) lend(this.constant(item), (object) => addItem(this.#vm, set, object))
    return set
  }
}

/** Only ASCII letters, digits and underscores: such string constants are interned. */
function isNameLike(text: string): boolean {
  return /^\w*$/.test(text)
}

function textKey(text: string): string {
  return `s${text.length}:${text}`
}

/** Equal keys, equal objects of equal type; null for what is never shared. */
function constantKey(constant: Constant): string | null {
  switch (constant.type) {
    case 'None':
    case 'Ellipsis':
      return constant.type
    case 'bool':
      return `b${constant.value}`
    case 'int':
      return `i${constant.value}`
    case 'float':
      return `f${floatKey(constant.value)}`
    case 'complex':
      return `c${floatKey(constant.real)}:${floatKey(constant.imag)}`
    case 'str':
      return textKey(constant.value)
    case 'bytes':
      return `y${constant.value.join()}`
    case 'tuple':
      return itemsKey(constant.items)
    case 'frozenset': {
      const key = itemsKey(constant.items)
      return key === null ? null : `z${key}`
    }
    case 'code':
      return null
  }
}

function floatKey(value: number): string {
  return Object.is(value, -0) ? '-0' : String(value)
}

function itemsKey(items: readonly Constant[]): string | null {
  const keys: string[] = []
  for (const item of items) {
    const key = constantKey(item)
    if (key === null) return null
    keys.push(key)
  }
  return `t(${keys.join()})`
}

/**
 * The code object for compiled data, with all code objects nested in it. `kept` gets a reference to each
 * constant: CPython's parser keeps them, in its arena, as long as the main program runs.
 */
export function newCode(vm: VM, data: CodeData, kept: Own[] | null = null): Own<PyCode> {
  if (data.identifiers !== undefined) for (const name of data.identifiers) internForGood(vm, name)
  const loader = new Loader(vm)
  try {
    return loader.code(data)
  } finally {
    loader.end(kept)
  }
}
