/**
 * The compiler's entry: tree in, code object out.
 *
 *     tree ─ future.ts, folding/ ─▶ tree ─ symtable.ts ─▶ scopes ─ codegen/ ─▶ instructions
 *          ─ flowgraph.ts ─▶ optimized instructions ─ assemble.ts ─▶ CodeData
 *
 * What comes out is, byte for byte, what CPython 3.13 makes of the same source. The tree belongs to the compiler
 * from here on: folding changes it. As `_PyAST_Compile` in `Python/compile.c`.
 */
import type { CodeData } from '../bytecode/code.ts'
import type { Mod } from '../syntax/ast.ts'
import type { SyntaxWarning } from '../syntax/syntax-error.ts'
import { body } from './codegen/bodies.ts'
import { Context } from './codegen/context.ts'
import { expression } from './codegen/expressions.ts'
import { statement } from './codegen/statements.ts'
import { foldTree } from './folding/tree.ts'
import { findFutureFeatures } from './future.ts'
import { Reporter } from './report.ts'
import { SymbolTable } from './symtable.ts'

export interface CompileOptions {
  /** Flags of `__future__` features in force from the start (CO_FUTURE_ANNOTATIONS and the like), and others of `compile()`. */
  readonly flags?: number
  /** As `-O`: 1 leaves out assertions, 2 docstrings too. */
  readonly optimize?: number
  /** The source text, for the lines in error messages. */
  readonly source?: string
  /** Gets the SyntaxWarnings. */
  readonly warnings?: SyntaxWarning[]
}

/** The features of `__future__`, and what allows `await` outside of functions; other flags leave no trace in code. */
const FUTURE_FLAGS = 0x1fe0000
const ALLOW_TOP_LEVEL_AWAIT = 0x2000

/** Compiles a tree; throws PySyntaxError. */
export function compile(tree: Mod, filename: string, options: CompileOptions = {}): CodeData {
  const reporter = new Reporter(filename, options.source, options.warnings)
  try {
    const code = compileTree(tree, reporter, options)
    return tree.identifiers === undefined ? code : { ...code, identifiers: tree.identifiers }
  } catch (error) {
    // Every pass recurses into the tree; where it is too deep, the stack overflows.
    if (error instanceof RangeError) throw reporter.tooDeep()
    throw error
  }
}

function compileTree(
  tree: Mod,
  reporter: Reporter,
  { flags = 0, optimize: level = 0 }: CompileOptions,
): CodeData {
  // -1 is the level of the interpreter itself, which runs without -O.
  const optimize = Math.max(0, level)
  const future = findFutureFeatures(tree, reporter)
  future.flags |= flags & FUTURE_FLAGS
  foldTree(tree, future.flags, optimize)
  const symtable = new SymbolTable(tree, reporter, future.flags)
  const c = new Context({
    reporter,
    symtable,
    future,
    optimize,
    interactive: tree.kind === 'Interactive',
    topLevelAwait: (flags & ALLOW_TOP_LEVEL_AWAIT) !== 0,
    visitors: { statement, expression },
  })
  c.enter('module', '<module>', symtable.module, 1, null)
  if (tree.kind === 'Expression') {
    c.expression(tree.body)
    return c.leave(false)
  }
  body(c, { lineno: 1, end_lineno: 1, col_offset: 0, end_col_offset: 0 }, tree.body)
  return c.leave(true)
}
