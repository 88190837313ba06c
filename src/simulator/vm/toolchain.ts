/**
 * What the machine is given by the layer above it: a compiler and the modules it can import. The machine itself
 * knows bytecode only.
 */
import type { CodeData } from '../bytecode/code.ts'
import type { ModuleSpec } from '../objects/declare/module.ts'
import type { SyntaxErrorData } from '../objects/exceptions.ts'
import type { VM } from '../objects/vm.ts'

export type SourceNode = NonNullable<ReturnType<VM['parseStatements']>>[number]

export type CompileMode = 'exec' | 'eval' | 'single'

export interface CompileWarning {
  readonly msg: string
  readonly lineno: number
}

/** Code, or the error that stands in its way. */
export type Compiled =
  | { readonly code: CodeData; readonly error: null; readonly warnings: readonly CompileWarning[] }
  | { readonly code: null; readonly error: SyntaxErrorData; readonly warnings: readonly CompileWarning[] }

/** A node of a syntax tree as the parser makes it: `kind` is its class, the rest its fields and position. */
export interface TreeNode {
  readonly kind: string
  readonly [field: string]: unknown
}

/** A tree, or the error that stands in its way. */
export type Parsed =
  | { readonly tree: TreeNode; readonly error: null }
  | { readonly tree: null; readonly error: SyntaxErrorData }

/** A cell: what is run, and then the last expression, whose value is shown. */
export type CompiledCell =
  | {
      readonly parts: readonly CodeData[]
      readonly error: null
      readonly warnings: readonly CompileWarning[]
    }
  | { readonly parts: null; readonly error: SyntaxErrorData; readonly warnings: readonly CompileWarning[] }

/** A module written in Python. */
export interface PythonModule {
  readonly name: string
  readonly source: string
  readonly filename: string
  readonly isPackage?: boolean
  /** CPython has it inside its program: tracebacks name no file and show no lines. */
  readonly isFrozen?: boolean
}

export type ModuleTable = Readonly<Record<string, ModuleSpec | PythonModule>>

/** A token as the module `tokenize` has it: columns in characters, and the text of its lines. */
export interface SourceToken {
  /** As the module `token` numbers them. */
  readonly type: number
  readonly text: string
  readonly start: readonly [line: number, column: number]
  readonly end: readonly [line: number, column: number]
  readonly line: string
}

/** All tokens of a text, and the error that ends them. */
export interface SourceTokens {
  readonly tokens: readonly SourceToken[]
  readonly error: SyntaxErrorData | null
}

export interface Toolchain {
  compile(source: string, filename: string, mode: CompileMode, flags: number, optimize: number): Compiled
  compileCell(source: string, filename: string): CompiledCell
  parseTree(source: string, filename: string, mode: CompileMode): Parsed
  /** Computes in the tree what is constant. */
  foldTree(tree: TreeNode, flags: number, optimize: number): void
  compileTree(tree: TreeNode, filename: string, flags: number, optimize: number): Compiled
  parseStatements(source: string): readonly SourceNode[] | null
  listTokens(source: string): SourceTokens
  readonly modules: ModuleTable
}
