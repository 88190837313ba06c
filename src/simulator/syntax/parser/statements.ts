// Compound statements: those that have blocks.
//
// A block is either a line of simple statements after the colon, or an indented suite.
// In CPython: the rules from `compound_stmt` to `case_block` in Grammar/python.gram.

import type * as ast from '../ast.ts'
import * as T from '../tokens.ts'
import { emptyArguments } from './expressions.ts'
import { SimpleStatements } from './simple-statements.ts'

export abstract class Statements extends SimpleStatements {
  /** Where blocks begin that could not be read in the first pass. */
  private readonly brokenBlocks = new Set<number>()

  statements(): ast.Stmt[] {
    const body: ast.Stmt[] = []
    for (;;) {
      const compound = this.compoundStatement()
      if (compound !== null) body.push(compound)
      else if (!this.simpleStatements(body)) return body
    }
  }

  compoundStatement(): ast.Stmt | null {
    const start = this.pos
    let statement: ast.Stmt | null
    switch (this.kinds[start]) {
      case T.DEF:
      case T.CLASS:
      case T.AT:
        statement = this.definition()
        break
      case T.ASYNC:
        statement = this.asyncStatement()
        break
      case T.IF:
        statement = this.ifStatement()
        break
      case T.WITH:
        statement = this.withStatement()
        break
      case T.FOR:
        statement = this.forStatement()
        break
      case T.TRY:
        statement = this.tryStatement()
        break
      case T.WHILE:
        statement = this.whileStatement()
        break
      case T.NAME:
        if (!this.atWord('match')) return null
        statement = this.matchStatement()
        break
      default:
        return null
    }
    return statement ?? this.backTo(start)
  }

  private asyncStatement(): ast.Stmt | null {
    const next = this.kinds[this.pos + 1]
    if (next === T.DEF) return this.definition()
    if (next === T.WITH) return this.withStatement()
    if (next === T.FOR) return this.forStatement()
    this.touchToken(this.pos + 1)
    return null
  }

  // ---- Blocks ----

  block(): ast.Stmt[] | null {
    if (this.remembering) return this.remember('block', this.blockRule)
    // Without this, statements that are tried in two ways would try the blocks in them in ever more.
    const start = this.pos
    if (this.brokenBlocks.has(start)) return null
    const body = this.blockRule()
    if (body === null) this.brokenBlocks.add(start)
    return body
  }

  private blockRule(): ast.Stmt[] | null {
    const start = this.pos
    if (this.accept(T.NEWLINE)) {
      if (this.accept(T.INDENT)) {
        const depth = this.depth
        this.deeper()
        const body = this.statements()
        this.depth = depth
        if (body.length > 0 && this.accept(T.DEDENT)) return body
      }
      this.backTo(start)
      if (this.diagnosing) this.invalidBlock()
      return null
    }
    const body: ast.Stmt[] = []
    return this.simpleStatements(body) ? body : this.backTo(start)
  }

  private elseBlock(): ast.Stmt[] {
    const start = this.pos
    if (!this.accept(T.ELSE)) return []
    if (this.diagnosing) this.invalidIndent("'else' statement", start)
    this.force(T.COLON, ':')
    const body = this.block()
    if (body !== null) return body
    this.backTo(start)
    return []
  }

  // ---- Definitions ----

  private definition(): ast.Stmt | null {
    const decorators: ast.Expr[] = []
    while (this.accept(T.AT)) {
      const decorator = this.namedExpression()
      if (decorator === null || !this.accept(T.NEWLINE)) return null
      decorators.push(decorator)
    }
    if (this.at(T.CLASS)) return this.classDefinition(decorators)
    return this.functionDefinition(decorators)
  }

  private functionDefinition(decorator_list: ast.Expr[]): ast.FunctionDef | ast.AsyncFunctionDef | null {
    const start = this.pos
    if (this.diagnosing) this.invalidFunctionHead()
    const isAsync = this.accept(T.ASYNC)
    if (!this.accept(T.DEF)) return null
    const name = this.name()
    if (name === null) return null
    const type_params = this.typeParameters() ?? []
    if (this.diagnosing) this.force(T.LPAR, '(')
    else if (!this.accept(T.LPAR)) return null
    const args = this.parameters() ?? emptyArguments()
    if (!this.accept(T.RPAR)) return null
    const returns = this.returns()
    if (this.diagnosing) this.force(T.COLON, ':')
    else if (!this.accept(T.COLON)) return null
    const body = this.block()
    if (body === null) return null
    const kind = isAsync ? 'AsyncFunctionDef' : 'FunctionDef'
    return { ...this.span(start), kind, name, args, body, decorator_list, returns, type_params }
  }

  private returns(): ast.Expr | null {
    const mark = this.pos
    const node = this.accept(T.RARROW) ? this.expression() : null
    return node ?? this.backTo(mark)
  }

  private invalidFunctionHead(): void {
    const mark = this.pos
    this.accept(T.ASYNC)
    const keyword = this.pos
    if (this.accept(T.DEF) && this.accept(T.NAME)) {
      this.typeParameters()
      if (this.accept(T.LPAR)) {
        this.parameters()
        if (this.accept(T.RPAR)) {
          this.returns()
          this.invalidIndent('function definition', keyword)
        }
      }
    }
    this.backTo(mark)
  }

  private classDefinition(decorator_list: ast.Expr[]): ast.ClassDef | null {
    const start = this.pos
    if (this.diagnosing) this.invalidHead(this.classHead, 'class definition')
    const head = this.classHead()
    if (head === null || !this.accept(T.COLON)) return null
    const body = this.block()
    if (body === null) return null
    const { name, bases, keywords, type_params } = head
    return { ...this.span(start), kind: 'ClassDef', name, bases, keywords, body, decorator_list, type_params }
  }

  private classHead(): Pick<ast.ClassDef, 'name' | 'bases' | 'keywords' | 'type_params'> | null {
    this.pos++
    const name = this.name()
    if (name === null) return null
    const type_params = this.typeParameters() ?? []
    const mark = this.pos
    if (this.accept(T.LPAR)) {
      const found = this.at(T.RPAR) ? null : this.arguments()
      if (this.accept(T.RPAR)) {
        return { name, bases: found?.args ?? [], keywords: found?.keywords ?? [], type_params }
      }
      this.backTo(mark)
    }
    return { name, bases: [], keywords: [], type_params }
  }

  // ---- if, while, for ----

  private condition(): ast.Expr | null {
    this.pos++
    return this.namedExpression()
  }

  private ifStatement(): ast.If | null {
    // One node for `if` and each `elif`; each is the else of the one before it.
    const chain: ast.If[] = []
    for (;;) {
      const start = this.pos
      if (this.diagnosing) {
        this.invalidHead(this.condition, chain.length === 0 ? "'if' statement" : "'elif' statement")
      }
      const test = this.condition()
      const body = test !== null && this.accept(T.COLON) ? this.block() : null
      if (test === null || body === null) {
        if (chain.length === 0) return null
        this.backTo(start)
        break
      }
      chain.push({ ...this.span(start), kind: 'If', test, body, orelse: [] })
      if (this.at(T.ELIF)) continue
      const last = chain[chain.length - 1] as ast.If
      last.orelse = this.elseBlock()
      break
    }
    const { end_lineno, end_col_offset } = this.span(0)
    for (let i = chain.length - 1; i >= 0; i--) {
      const node = chain[i] as ast.If
      node.end_lineno = end_lineno
      node.end_col_offset = end_col_offset
      const outer = chain[i - 1]
      if (outer !== undefined) outer.orelse = [node]
    }
    return chain[0] as ast.If
  }

  private whileStatement(): ast.While | null {
    const start = this.pos
    if (this.diagnosing) this.invalidHead(this.condition, "'while' statement")
    const test = this.condition()
    const body = test !== null && this.accept(T.COLON) ? this.block() : null
    if (test === null || body === null) return null
    const orelse = this.elseBlock()
    return { ...this.span(start), kind: 'While', test, body, orelse }
  }

  private forStatement(): ast.For | ast.AsyncFor | null {
    const start = this.pos
    const keyword = this.at(T.ASYNC) ? start + 1 : start
    if (this.diagnosing) this.invalidHead(this.forHead, "'for' statement", keyword)
    this.pos = keyword + 1
    const target = this.starTargets()
    if (target === null || !this.accept(T.IN)) {
      this.backTo(start)
      if (this.diagnosing) this.invalidForTarget()
      return null
    }
    const iter = this.starExpressions()
    const body = iter !== null && this.accept(T.COLON) ? this.block() : null
    if (iter === null || body === null) return null
    const orelse = this.elseBlock()
    const kind = keyword === start ? 'For' : 'AsyncFor'
    return { ...this.span(start), kind, target, iter, body, orelse }
  }

  private forHead(): ast.Expr | null {
    this.accept(T.ASYNC)
    this.pos++
    return this.starTargets() !== null && this.accept(T.IN) ? this.starExpressions() : null
  }

  // ---- with ----

  private withStatement(): ast.With | ast.AsyncWith | null {
    const start = this.pos
    if (this.diagnosing) this.invalidWithIndent()
    const kind = this.accept(T.ASYNC) ? 'AsyncWith' : 'With'
    this.pos++
    const mark = this.pos
    if (this.at(T.LPAR)) {
      const items = this.parenthesizedItems()
      const body = items === null ? null : this.block()
      if (items !== null && body !== null) return { ...this.span(start), kind, items, body }
      this.backTo(mark)
    }
    const items = this.gather(this.withItem, false)
    const body = items.length > 0 && this.accept(T.COLON) ? this.block() : null
    if (body !== null) return { ...this.span(start), kind, items, body }
    this.backTo(start)
    if (this.diagnosing) this.invalidWith()
    return null
  }

  private parenthesizedItems(): ast.WithItem[] | null {
    this.pos++
    const items = this.gather(this.withItem, true)
    return items.length > 0 && this.accept(T.RPAR) && this.accept(T.COLON) ? items : null
  }

  private withItem(): ast.WithItem | null {
    const start = this.pos
    const context_expr = this.expression()
    if (context_expr === null) return null
    const mark = this.pos
    if (this.accept(T.AS)) {
      const target = this.starTarget()
      if (target !== null && (this.at(T.COMMA) || this.at(T.RPAR) || this.at(T.COLON))) {
        return { kind: 'withitem', context_expr, optional_vars: target }
      }
      this.touch()
    }
    if (this.diagnosing) {
      this.backTo(start)
      this.invalidWithItem()
    }
    this.backTo(mark)
    return { kind: 'withitem', context_expr, optional_vars: null }
  }

  // ---- try ----

  private tryStatement(): ast.Try | ast.TryStar | null {
    const start = this.pos
    if (this.diagnosing) this.invalidTry()
    this.pos++
    this.force(T.COLON, ':')
    const body = this.block()
    if (body === null) return null
    if (this.at(T.FINALLY)) {
      const finalbody = this.finallyBlock()
      if (finalbody === null) return null
      return { ...this.span(start), kind: 'Try', body, handlers: [], orelse: [], finalbody }
    }
    if (!this.at(T.EXCEPT)) {
      this.touch()
      return null
    }
    let kind: 'Try' | 'TryStar' = 'Try'
    let handlers = this.repeat(this.exceptBlock)
    if (handlers.length === 0) {
      kind = 'TryStar'
      handlers = this.repeat(this.exceptStarBlock)
      if (handlers.length === 0) return null
    }
    const orelse = this.elseBlock()
    const finalbody = this.finallyBlock() ?? []
    return { ...this.span(start), kind, body, handlers, orelse, finalbody }
  }

  private repeat<Item>(rule: () => Item | null): Item[] {
    const items: Item[] = []
    for (;;) {
      const item = this.attempt(rule)
      if (item === null) return items
      items.push(item)
    }
  }

  private finallyBlock(): ast.Stmt[] | null {
    const start = this.pos
    if (!this.accept(T.FINALLY)) return null
    if (this.diagnosing) this.invalidIndent("'finally' statement", start)
    this.force(T.COLON, ':')
    return this.block() ?? this.backTo(start)
  }

  exceptBlock(): ast.ExceptHandler | null {
    return this.handler(false)
  }

  exceptStarBlock(): ast.ExceptHandler | null {
    return this.handler(true)
  }

  private handler(star: boolean): ast.ExceptHandler | null {
    const start = this.pos
    if (this.diagnosing) this.invalidExceptIndent(star)
    if (this.accept(T.EXCEPT) && (!star || this.accept(T.STAR))) {
      const type = this.at(T.COLON) && !star ? null : this.expression()
      let name: string | null = null
      if (type !== null) {
        const mark = this.pos
        name = this.accept(T.AS) ? this.name() : null
        if (name === null) this.backTo(mark)
      }
      if ((type !== null || !star) && this.accept(T.COLON)) {
        const body = this.block()
        if (body !== null) return { ...this.span(start), kind: 'ExceptHandler', type, name, body }
      }
    }
    this.backTo(start)
    if (this.diagnosing) this.invalidExcept()
    return null
  }

  // ---- match ----

  private matchStatement(): ast.Match | null {
    const start = this.pos
    const subject = this.matchHead()
    if (subject !== null && this.accept(T.COLON) && this.accept(T.NEWLINE) && this.accept(T.INDENT)) {
      const cases = this.repeat(this.caseBlock)
      if (cases.length > 0 && this.accept(T.DEDENT)) {
        return { ...this.span(start), kind: 'Match', subject, cases }
      }
    }
    this.backTo(start)
    if (this.diagnosing) this.invalidHead(this.matchHead, "'match' statement")
    return null
  }

  private matchHead(): ast.Expr | null {
    this.pos++
    const start = this.pos
    const first = this.starNamedExpression()
    if (first !== null && this.accept(T.COMMA)) {
      const elts = [first, ...this.gather(this.starNamedExpression, true)]
      return { ...this.span(start), kind: 'Tuple', elts, ctx: 'Load' }
    }
    return first !== null && first.kind === 'Starred' ? null : first
  }

  private caseBlock(): ast.MatchCase | null {
    if (!this.atWord('case')) {
      this.touch()
      return null
    }
    if (this.diagnosing) this.invalidHead(this.caseHead, "'case' statement")
    const head = this.caseHead()
    const body = head !== null && this.accept(T.COLON) ? this.block() : null
    return head === null || body === null ? null : { kind: 'match_case', ...head, body }
  }

  private caseHead(): { pattern: ast.Pattern; guard: ast.Expr | null } | null {
    this.pos++
    const pattern = this.patterns()
    if (pattern === null) return null
    const mark = this.pos
    const guard = this.accept(T.IF) ? this.namedExpression() : null
    if (guard === null) this.backTo(mark)
    return { pattern, guard }
  }
}
