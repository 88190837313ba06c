/**
 * What all code generation shares: the stack of units, emission of instructions and labels, and the way to the
 * visitors of statements and expressions.
 *
 * The functions beside this file each take the context first. They reach each other's node kinds through
 * `c.expression` and `c.statement`, so that the files need not import each other in circles.
 * As the helpers at the beginning of `Python/compile.c`.
 */
import { CO_COROUTINE, type CodeData, type Constant } from '../../bytecode/code.ts'
import { type Location, NO_LOCATION } from '../../bytecode/locations.ts'
import {
  CALL_INTRINSIC_1,
  LOAD_CONST,
  RERAISE,
  RESUME,
  RETURN_VALUE,
  SETUP_CLEANUP,
} from '../../bytecode/opcode-numbers.ts'
import { INTRINSIC_STOPITERATION_ERROR, RESUME_AT_FUNC_START } from '../../bytecode/operands.ts'
import type { Expr, Position, Stmt } from '../../syntax/ast.ts'
import { assemble } from '../assemble.ts'
import { NONE } from '../constants.ts'
import type { FutureFeatures } from '../future.ts'
import type { Label } from '../instructions.ts'
import { mangle } from '../mangling.ts'
import type { Reporter } from '../report.ts'
import { GLOBAL_EXPLICIT, type Scope } from '../symtable/scope.ts'
import type { SymbolTable } from '../symtable.ts'
import { type FrameBlock, Unit, type UnitKind } from './unit.ts'

/** Longer displays are built piece by piece, to keep the stack small. */
export const STACK_USE_GUIDELINE = 30

const MAX_BLOCKS = 21

/** The entry points that statements and expressions have for each other. */
export interface Visitors {
  readonly statement: (c: Context, s: Stmt) => void
  readonly expression: (c: Context, e: Expr) => void
}

export interface Settings {
  readonly reporter: Reporter
  readonly symtable: SymbolTable
  /** Its flags go into every code object. */
  readonly future: FutureFeatures
  readonly optimize: number
  /** Print the values of expression statements at the top level. */
  readonly interactive: boolean
  /** `await` may stand at the top level, which is a coroutine then. */
  readonly topLevelAwait: boolean
  readonly visitors: Visitors
}

export class Context {
  readonly settings: Settings
  readonly symtable: SymbolTable
  readonly #reporter: Reporter
  readonly #outer: Unit[] = []
  #unit: Unit | null = null

  constructor(settings: Settings) {
    this.settings = settings
    this.symtable = settings.symtable
    this.#reporter = settings.reporter
  }

  // ---- Units ----

  /** Whether the current unit is a module in which `await` may stand. */
  get isAwaitingModule(): boolean {
    return this.settings.topLevelAwait && this.unit.kind === 'module'
  }

  /** Whether the current unit may await by its statements. */
  get isAsync(): boolean {
    return this.unit.kind === 'async function' || this.isAwaitingModule
  }

  get unit(): Unit {
    if (this.#unit === null) throw new Error('no code object is being compiled')
    return this.#unit
  }

  /** The units around the current one, outermost first. */
  get outerUnits(): readonly Unit[] {
    return this.#outer
  }

  enter(kind: UnitKind, name: string, scope: Scope, firstlineno: number, privateName?: string | null): void {
    const outer = this.#unit
    if (outer !== null) this.#outer.push(outer)
    const inherited = privateName === undefined ? (outer?.privateName ?? null) : privateName
    this.#unit = new Unit(kind, scope, name, this.#qualname(kind, name), firstlineno, inherited)
    const lineno = kind === 'module' ? 0 : firstlineno
    this.emit(
      { lineno, end_lineno: firstlineno, col_offset: 0, end_col_offset: 0 },
      RESUME,
      RESUME_AT_FUNC_START,
    )
  }

  /** Ends the unit and assembles its code; `addNone` says that falling off the end returns None. */
  leave(addNone: boolean): CodeData {
    if (addNone) this.loadConst(NO_LOCATION, NONE)
    this.emit(NO_LOCATION, RETURN_VALUE)
    const { coroutine, generator } = this.unit.scope
    const awaits = this.isAwaitingModule && coroutine && !generator
    const flags = this.settings.future.flags | (awaits ? CO_COROUTINE : 0)
    const code = assemble(this.unit, flags, this.#reporter.filename)
    this.#unit = this.#outer.pop() ?? null
    return code
  }

  #qualname(kind: UnitKind, name: string): string {
    const depth = this.#outer.length
    if (depth <= 1) return name
    let parent = this.#outer[depth - 1] as Unit
    // The scope of type parameters does not show in names.
    if (parent.kind === 'type parameters') {
      if (depth === 2) return name
      parent = this.#outer[depth - 2] as Unit
    }
    if (kind === 'function' || kind === 'async function' || kind === 'class') {
      const mangled = mangle(parent.privateName, name)
      if (parent.scope.scopeOf(mangled) === GLOBAL_EXPLICIT) return name
    }
    const isFunction =
      parent.kind === 'function' || parent.kind === 'async function' || parent.kind === 'lambda'
    return `${parent.qualname}${isFunction ? '.<locals>' : ''}.${name}`
  }

  /**
   * Wraps the code so far into a handler that turns a StopIteration leaving a generator into a RuntimeError.
   */
  wrapInStopIterationHandler(): void {
    const handler = this.newLabel()
    this.unit.sequence.prepend(SETUP_CLEANUP, handler, NO_LOCATION)
    this.loadConst(NO_LOCATION, NONE)
    this.emit(NO_LOCATION, RETURN_VALUE)
    this.useLabel(handler)
    this.emit(NO_LOCATION, CALL_INTRINSIC_1, INTRINSIC_STOPITERATION_ERROR)
    this.emit(NO_LOCATION, RERAISE, 1)
  }

  // ---- Emission ----

  emit(location: Location, opcode: number, oparg = 0): void {
    this.unit.sequence.add(opcode, oparg, location)
  }

  /** A jump, or a SETUP instruction with its handler. */
  jump(location: Location, opcode: number, target: Label): void {
    this.unit.sequence.add(opcode, target, location)
  }

  loadConst(location: Location, value: Constant): void {
    this.emit(location, LOAD_CONST, this.unit.consts.add(value))
  }

  newLabel(): Label {
    return this.unit.sequence.newLabel()
  }

  useLabel(label: Label): void {
    this.unit.sequence.use(label)
  }

  // ---- Visitors ----

  expression(e: Expr): void {
    this.settings.visitors.expression(this, e)
  }

  expressions(exprs: readonly Expr[]): void {
    for (const e of exprs) this.settings.visitors.expression(this, e)
  }

  statements(body: readonly Stmt[]): void {
    for (const s of body) this.settings.visitors.statement(this, s)
  }

  // ---- Frame blocks ----

  /** Runs `body` while the block is the innermost one. */
  within(location: Position, block: FrameBlock, body: () => void): void {
    const { frameBlocks } = this.unit
    if (frameBlocks.length >= MAX_BLOCKS) throw this.error('too many statically nested blocks', location)
    frameBlocks.push(block)
    body()
    frameBlocks.pop()
  }

  // ---- Messages ----

  error(msg: string, position: Position): Error {
    return this.#reporter.error(msg, position)
  }

  warn(msg: string, position: Position): void {
    this.#reporter.warn(msg, position)
  }
}
