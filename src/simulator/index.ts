/**
 * The public face of the simulator: an interpreter of Python 3.13, and the host that stands for the world
 * around it. It needs neither a browser nor Node, and two interpreters do not know of each other.
 *
 * ```ts
 * import { type Host, Interpreter } from './index.ts'
 *
 * let printed = ''
 * const host: Host = {
 *   write: (_stream, text) => { printed += text },
 *   readLine: () => '',
 *   now: () => 0,
 *   monotonic: () => 0n,
 *   entropy: () => 1,
 * }
 * const python = new Interpreter(host)
 * python.startProgram('import sys\nbook = []\nshelf = [book]\nprint(sys.getrefcount(book))', 'books.py')
 * let run = python.resume(1000)
 * while (run.state === 'running') run = python.resume(1000)
 * const exitCode = python.finalize()
 * python.close()
 * ```
 *
 * `printed` is then '3\n' and `exitCode` 0: the name, the shelf and the argument hold the book.
 */
import { CO_FUTURE_ANNOTATIONS, CO_FUTURE_BARRY_AS_BDFL } from './bytecode/code.ts'
import { disassemble } from './bytecode/dis.ts'
import { compile } from './compiler/compile.ts'
import { foldTree } from './compiler/folding/tree.ts'
import { moduleTable } from './modules/index.ts'
import type { Host } from './objects/host.ts'
import { listTokens } from './syntax/all-tokens.ts'
import type { Mod } from './syntax/ast.ts'
import { parse } from './syntax/parser/parser.ts'
import { PySyntaxError, type SyntaxWarning } from './syntax/syntax-error.ts'
import type { EngineOptions } from './vm/interpreter.ts'
import { Session } from './vm/session.ts'
import type {
  Compiled,
  CompiledCell,
  CompileMode,
  Parsed,
  SourceNode,
  Toolchain,
  TreeNode,
} from './vm/toolchain.ts'

export type * from './inspect/data.ts'
export {
  EndOfWatch,
  RECORDING_LIMITS,
  type RecordingLimits,
  RunRecorder,
  reasonsToLive,
} from './inspect/recording.ts'
export { History, type LookAt, type RawChange, Replay } from './inspect/replay.ts'
export { takeSnapshot } from './inspect/snapshot.ts'
export { stepAt } from './inspect/step-log.ts'
export type { Subject, Watch } from './inspect/watch.ts'
export type { Host, ModuleSource } from './objects/host.ts'
export { PySyntaxError } from './syntax/syntax-error.ts'
export type { CheckResult } from './vm/checks.ts'
export type { EngineOptions as InterpreterOptions } from './vm/interpreter.ts'
export type { ErrorReport, RunState } from './vm/session.ts'

const futureFlags = CO_FUTURE_ANNOTATIONS | CO_FUTURE_BARRY_AS_BDFL

/** `body`'s result, or the syntax error as data. */
function caught<T>(
  body: () => T,
):
  | { value: T; error: null }
  | { value: null; error: NonNullable<Compiled['error']>; warnings: readonly SyntaxWarning[] } {
  try {
    return { value: body(), error: null }
  } catch (thrown) {
    if (!(thrown instanceof PySyntaxError)) throw thrown
    const { msg, filename, lineno, offset, text, end_lineno, end_offset, warnings } = thrown
    const type = thrown.type as NonNullable<Compiled['error']>['type']
    return {
      value: null,
      error: { type, msg, filename, lineno, offset, text, end_lineno, end_offset },
      warnings,
    }
  }
}

/** The tree; what reading it gave warnings of comes first. */
function parsed(source: string, mode: CompileMode, filename: string, warnings: SyntaxWarning[]): Mod {
  const tree = parse(source, mode, filename)
  warnings.push(...tree.warnings)
  return tree
}

function compileText(
  source: string,
  filename: string,
  mode: CompileMode,
  flags: number,
  optimize: number,
): Compiled {
  const warnings: SyntaxWarning[] = []
  const result = caught(() =>
    compile(parsed(source, mode, filename, warnings), filename, { flags, optimize, source, warnings }),
  )
  if (result.error !== null)
    return { code: null, error: result.error, warnings: [...warnings, ...result.warnings] }
  return { code: result.value, error: null, warnings }
}

function compileCell(source: string, filename: string): CompiledCell {
  const warnings: SyntaxWarning[] = []
  const result = caught(() => {
    const tree = parsed(source, 'exec', filename, warnings)
    if (tree.kind !== 'Module') throw new Error('a cell is a module')
    const last = tree.body.at(-1)
    const options = { source, warnings }
    if (last?.kind !== 'Expr') return [compile(tree, filename, options)]
    const head: Mod = { ...tree, body: tree.body.slice(0, -1) }
    const tail: Mod = { ...tree, kind: 'Interactive', body: [last], warnings: [] }
    if (head.body.length === 0) return [compile(tail, filename, options)]
    const first = compile(head, filename, options)
    return [first, compile(tail, filename, { ...options, flags: first.co_flags & futureFlags })]
  })
  if (result.error !== null)
    return { parts: null, error: result.error, warnings: [...warnings, ...result.warnings] }
  return { parts: result.value, error: null, warnings }
}

function parseTree(source: string, filename: string, mode: CompileMode): Parsed {
  const { value, error } = caught(() => parse(source, mode, filename))
  return value === null ? { tree: null, error } : { tree: value as unknown as TreeNode, error: null }
}

function foldNode(tree: TreeNode, flags: number, optimize: number): void {
  foldTree(tree as unknown as Mod, flags, optimize)
}

function compileTree(tree: TreeNode, filename: string, flags: number, optimize: number): Compiled {
  const warnings: SyntaxWarning[] = []
  const result = caught(() => compile(tree as unknown as Mod, filename, { flags, optimize, warnings }))
  if (result.error !== null) return { code: null, error: result.error, warnings: result.warnings }
  return { code: result.value, error: null, warnings }
}

function parseStatements(source: string): readonly SourceNode[] | null {
  const result = caught(() => parse(source, 'exec', '<string>'))
  return result.value !== null && result.value.kind === 'Module'
    ? (result.value.body as readonly SourceNode[])
    : null
}

/** The texts of the modules written in Python, and their code: constant, so compiled once for all interpreters. */
const moduleTexts = new Set(
  Object.values(moduleTable).map((module) => ('source' in module ? module.source : '')),
)
const compiledModules = new Map<string, Compiled>()

/** The names inside a module written here are others than those in CPython's: no string of a program meets them. */
function withoutNames(compiled: Compiled): Compiled {
  if (compiled.error !== null) return compiled
  const { identifiers: _, ...code } = compiled.code
  return { ...compiled, code }
}

function compileOnce(
  source: string,
  filename: string,
  mode: CompileMode,
  flags: number,
  optimize: number,
): Compiled {
  if (!moduleTexts.has(source)) return compileText(source, filename, mode, flags, optimize)
  const key = `${filename} ${mode} ${flags} ${optimize}`
  const known = compiledModules.get(key)
  if (known !== undefined) return known
  const compiled = withoutNames(compileText(source, filename, mode, flags, optimize))
  compiledModules.set(key, compiled)
  return compiled
}

const toolchain: Toolchain = {
  compile: compileOnce,
  compileCell,
  parseTree,
  foldTree: foldNode,
  compileTree,
  parseStatements,
  listTokens,
  modules: moduleTable,
}

/**
 * The bytecode of a program as text, with all functions in it, as `python -m dis` prints it. A mistake in the
 * source is thrown as a `PySyntaxError`.
 */
export function disassembleSource(source: string, filename: string): string {
  const code = compile(parse(source, 'exec', filename), filename, { source })
  return disassemble(code, { recursive: true })
}

/** One interpreter: its heap, modules and `__main__` are its own. */
export class Interpreter extends Session {
  constructor(host: Host, options: EngineOptions = {}) {
    super(host, toolchain, options)
  }
}
