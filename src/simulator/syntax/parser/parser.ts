// The entry: source text → tree.
//
// Which error a program gets, when it has several, is CPython's order. What the tokenizer cannot read, anywhere in the
// file, goes before what the parser does not like, except for brackets that are never closed: those count when the
// parser's complaint comes on a later line, for then the bracket is the likely cause.
// In CPython: _PyPegen_run_parser in Parser/pegen.c, and Parser/pegen_errors.c.

import type * as ast from '../ast.ts'
import { PySyntaxError, type SyntaxWarning } from '../syntax-error.ts'
import { unclosedBracket } from '../token-writer.ts'
import { tokenize } from '../tokenizer.ts'
import * as T from '../tokens.ts'
import type { Mode } from './state.ts'
import { Statements } from './statements.ts'

/**
 * Parses a file ('exec'), an expression ('eval') or an interactive statement ('single').
 * Throws PySyntaxError.
 */
export function parse(source: string, mode: Mode, filename: string): ast.Mod {
  return new Parser(tokenize(source, mode), mode, filename).run()
}

class Parser extends Statements {
  run(): ast.Mod {
    const tree = this.parseOrRaise()
    if (this.mode === 'single') this.checkSingle()
    return tree
  }

  private parseOrRaise(): ast.Mod {
    try {
      const tree = this.firstPass()
      if (tree !== null) return tree
      const last = this.furthest
      this.forget()
      this.pos = 0
      this.depth = 0
      this.diagnosing = true
      this.start()
      this.raisePlain(last)
    } catch (error) {
      // JavaScript's stack may have been nearly full before.
      if (error instanceof RangeError) this.raiseTooDeep()
      throw error instanceof PySyntaxError ? this.firstError(error) : error
    }
  }

  private firstPass(): ast.Mod | null {
    let failure: PySyntaxError | null = null
    try {
      const tree = this.start()
      if (tree !== null) return tree
    } catch (error) {
      if (!(error instanceof PySyntaxError) || this.foundLexicalError() || error.type === 'MemoryError')
        throw error
      failure = error
    }
    // CPython looks for what is wrong in a dict already in the first pass, where it comes upon one.
    this.remembering = true
    this.depth = 0
    for (const start of this.brokenDisplays) {
      this.pos = start
      this.invalidDictItems()
    }
    if (failure !== null) throw failure
    return null
  }

  /** Whether the parser came upon the tokenizer's own error. */
  private foundLexicalError(): boolean {
    return this.kinds[this.furthest] === T.ERRORTOKEN
  }

  private start(): ast.Mod | null {
    if (this.mode === 'eval') return this.expressionInput()
    return this.mode === 'single' ? this.interactiveInput() : this.fileInput()
  }

  private fileInput(): ast.Module | null {
    const body = this.statements()
    return this.accept(T.ENDMARKER) ? { kind: 'Module', body, ...this.findings() } : null
  }

  private expressionInput(): ast.Expression | null {
    const body = this.expressions()
    if (body === null) return null
    while (this.at(T.NEWLINE)) this.pos++
    return this.accept(T.ENDMARKER) ? { kind: 'Expression', body, ...this.findings() } : null
  }

  private interactiveInput(): ast.Interactive | null {
    const body: ast.Stmt[] = []
    const compound = this.compoundStatement()
    if (compound !== null && this.accept(T.NEWLINE)) {
      body.push(compound)
    } else {
      this.backTo(0)
      if (!this.simpleStatements(body)) {
        if (!this.accept(T.NEWLINE)) return null
        body.push({ ...this.token(0), kind: 'Pass' })
      }
    }
    return { kind: 'Interactive', body, ...this.findings() }
  }

  /** After an interactive statement only blank lines and comments may come. */
  private checkSingle(): void {
    const end = this.tokens.ends[Math.max(this.furthest, this.pos - 1)] as number
    if (/^(?:[ \t\n\f]|#[^\n]*)*$/.test(this.source.slice(end))) return
    this.raise('multiple statements found while compiling a single statement')
  }

  private findings(): { warnings: SyntaxWarning[]; identifiers: ReadonlySet<string> } {
    const warnings = this.warnings.sort((a, b) => a.lineno - b.lineno)
    return { warnings, identifiers: this.identifiers }
  }

  /** Nothing better is known than the token at which the first pass failed. */
  private raisePlain(last: number): never {
    const kind = this.kinds[last]
    if (kind === T.INDENT) this.raiseIndentation('unexpected indent')
    if (kind === T.DEDENT) this.raiseIndentation('unexpected unindent')
    this.raiseAt(this.token(last), 'invalid syntax')
  }

  /** The error that is reported, where the parser has found `error`. */
  private firstError(error: PySyntaxError): PySyntaxError {
    const lexical = this.tokens.error
    if (lexical === null || error.type === 'MemoryError') return error
    if (this.foundLexicalError()) return error
    if (error.msg === 'unexpected indent' || error.msg === 'unexpected unindent') return error
    if (lexical.final) return this.lexicalError(lexical)
    const { unclosed } = lexical
    if (unclosed === null || (this.lines[this.furthest] as number) <= unclosed.line) return error
    return this.lexicalError(unclosedBracket(this.tokens, unclosed))
  }

  private lexicalError(error: Pick<T.LexicalError, 'type' | 'msg' | 'place'>): PySyntaxError {
    const text = this.lineText(error.place.lineno)
    return new PySyntaxError(error.type, error.msg, this.filename, error.place, text, this.warnings)
  }
}
