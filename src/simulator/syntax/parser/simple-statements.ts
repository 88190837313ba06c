// Simple statements: those that fit on a line.
//
// A statement that begins with a keyword is known by it; any other is an expression, and what follows the expression
// tells an assignment from an expression statement.
// In CPython: the rules from `simple_stmts` to `dotted_name` in Grammar/python.gram.

import type * as ast from '../ast.ts'
import * as T from '../tokens.ts'
import { StatementErrors } from './statement-errors.ts'
import { isTarget, withContext } from './targets.ts'

const AUGMENTED: (ast.Operator | undefined)[] = []
for (const [kind, operator] of [
  [T.PLUSEQUAL, 'Add'],
  [T.MINEQUAL, 'Sub'],
  [T.STAREQUAL, 'Mult'],
  [T.SLASHEQUAL, 'Div'],
  [T.PERCENTEQUAL, 'Mod'],
  [T.DOUBLESLASHEQUAL, 'FloorDiv'],
  [T.ATEQUAL, 'MatMult'],
  [T.VBAREQUAL, 'BitOr'],
  [T.AMPEREQUAL, 'BitAnd'],
  [T.CIRCUMFLEXEQUAL, 'BitXor'],
  [T.LEFTSHIFTEQUAL, 'LShift'],
  [T.RIGHTSHIFTEQUAL, 'RShift'],
  [T.DOUBLESTAREQUAL, 'Pow'],
] as const) {
  AUGMENTED[kind] = operator
}

export abstract class SimpleStatements extends StatementErrors {
  /** Statements on one line, separated by semicolons; adds them to `body`. */
  simpleStatements(body: ast.Stmt[]): boolean {
    const start = this.pos
    const count = body.length
    for (;;) {
      const statement = this.simpleStatement()
      if (statement === null) break
      body.push(statement)
      if (!this.accept(T.SEMI) || this.at(T.NEWLINE)) break
    }
    if (body.length > count && this.accept(T.NEWLINE)) return true
    body.length = count
    this.backTo(start)
    return false
  }

  private simpleStatement(): ast.Stmt | null {
    return this.remember('simpleStatement', this.simpleStatementRule)
  }

  private simpleStatementRule(): ast.Stmt | null {
    const start = this.pos
    switch (this.kinds[start]) {
      case T.RETURN: {
        this.pos++
        const value = this.attempt(this.starExpressions)
        return { ...this.span(start), kind: 'Return', value }
      }
      case T.IMPORT:
      case T.FROM:
        return this.importStatement()
      case T.RAISE:
        return this.raiseStatement()
      case T.PASS:
        return { ...this.token(this.pos++), kind: 'Pass' }
      case T.DEL:
        return this.deleteStatement()
      case T.YIELD:
        return this.yieldStatement()
      case T.ASSERT:
        return this.assertStatement()
      case T.BREAK:
        return { ...this.token(this.pos++), kind: 'Break' }
      case T.CONTINUE:
        return { ...this.token(this.pos++), kind: 'Continue' }
      case T.GLOBAL:
      case T.NONLOCAL: {
        const kind = this.at(T.GLOBAL) ? 'Global' : 'Nonlocal'
        this.pos++
        const names = this.gather(this.name, false)
        return names.length === 0 ? this.backTo(start) : { ...this.span(start), kind, names }
      }
      default:
        return this.expressionStatement()
    }
  }

  // ---- Expressions and assignments ----

  private expressionStatement(): ast.Stmt | null {
    const start = this.pos
    if (this.atWord('type') && this.kinds[start + 1] === T.NAME) {
      if (this.diagnosing) {
        this.ahead(this.starExpressions)
        this.invalidAssignment()
      }
      const alias = this.attempt(this.typeAlias)
      if (alias !== null) return alias
    }
    const first = this.starExpressions()
    if (first === null) return this.backTo(start)
    const end = this.pos
    const kind = this.kinds[end] as number
    const augmented = AUGMENTED[kind]
    let statement: ast.Stmt | null = null
    if (kind === T.EQUAL) statement = this.assignment(start, first)
    else if (kind === T.COLON) statement = this.annotation(start, first)
    else if (augmented !== undefined) statement = this.augmentedAssignment(start, first, augmented)
    if (statement !== null) return statement
    if (this.diagnosing && !(augmented !== undefined && isSingleTarget(first))) {
      this.backTo(start)
      this.invalidAssignment()
    }
    this.backTo(end)
    return { ...this.span(start), kind: 'Expr', value: first }
  }

  private assignment(start: number, first: ast.Expr): ast.Assign | null {
    const targets: ast.Expr[] = []
    let value = first
    while (this.at(T.EQUAL)) {
      if (!isTarget(value, 'Store')) {
        this.touch()
        return null
      }
      targets.push(withContext(value, 'Store'))
      this.pos++
      const next = this.annotatedRhs()
      if (next === null) return null
      value = next
    }
    return { ...this.span(start), kind: 'Assign', targets, value }
  }

  private annotation(start: number, target: ast.Expr): ast.AnnAssign | null {
    if (!isSingleTarget(target)) {
      this.touch()
      return null
    }
    const simple = target.kind === 'Name' && this.pos === start + 1 ? 1 : 0
    this.pos++
    const annotation = this.expression()
    if (annotation === null) return null
    const mark = this.pos
    const value = this.accept(T.EQUAL) ? this.annotatedRhs() : null
    if (value === null) this.backTo(mark)
    const stored = withContext(target, 'Store') as typeof target
    return { ...this.span(start), kind: 'AnnAssign', target: stored, annotation, value, simple }
  }

  private augmentedAssignment(start: number, target: ast.Expr, op: ast.Operator): ast.AugAssign | null {
    if (!isSingleTarget(target)) {
      this.touch()
      return null
    }
    this.pos++
    const value = this.annotatedRhs()
    if (value === null) return null
    const stored = withContext(target, 'Store') as typeof target
    return { ...this.span(start), kind: 'AugAssign', target: stored, op, value }
  }

  augmentedOperator(): ast.Operator | null {
    const operator = AUGMENTED[this.kinds[this.pos] as number]
    if (operator === undefined) {
      this.touch()
      return null
    }
    this.pos++
    return operator
  }

  private typeAlias(): ast.TypeAlias | null {
    const start = this.pos++
    const index = this.pos
    if (!this.accept(T.NAME)) return null
    const type_params = this.typeParameters() ?? []
    if (!this.accept(T.EQUAL)) return null
    const value = this.expression()
    if (value === null) return null
    const name: ast.Name = { ...this.nameNode(index), ctx: 'Store' }
    return { ...this.span(start), kind: 'TypeAlias', name, type_params, value }
  }

  // ---- Statements with a keyword ----

  private raiseStatement(): ast.Raise {
    const start = this.pos++
    const exc = this.attempt(this.expression)
    const mark = this.pos
    const cause = exc !== null && this.accept(T.FROM) ? this.expression() : null
    if (cause === null) this.backTo(mark)
    return { ...this.span(start), kind: 'Raise', exc, cause }
  }

  private deleteStatement(): ast.Delete | null {
    const start = this.pos++
    const targets = this.deleteTargets()
    if (targets !== null && (this.at(T.SEMI) || this.at(T.NEWLINE))) {
      return { ...this.span(start), kind: 'Delete', targets }
    }
    this.touch()
    this.backTo(start)
    if (this.diagnosing) this.invalidDelete()
    return null
  }

  private yieldStatement(): ast.ExprStmt | null {
    const start = this.pos
    if (this.diagnosing) this.invalidAssignment()
    const value = this.yieldExpression()
    return value === null ? null : { ...this.span(start), kind: 'Expr', value }
  }

  private assertStatement(): ast.Assert | null {
    const start = this.pos++
    const test = this.expression()
    if (test === null) return this.backTo(start)
    const mark = this.pos
    const msg = this.accept(T.COMMA) ? this.expression() : null
    if (msg === null) this.backTo(mark)
    return { ...this.span(start), kind: 'Assert', test, msg }
  }

  // ---- Imports ----

  private importStatement(): ast.Import | ast.ImportFrom | null {
    if (this.diagnosing) this.invalidImport()
    const start = this.pos
    if (!this.accept(T.IMPORT)) return this.importFrom()
    const names = this.gather(this.dottedAlias, false)
    return names.length === 0 ? this.backTo(start) : { ...this.span(start), kind: 'Import', names }
  }

  dottedName(): string | null {
    let name = this.name()
    if (name === null) return null
    for (;;) {
      const mark = this.pos
      const next = this.accept(T.DOT) ? this.name() : null
      if (next === null) {
        this.backTo(mark)
        return name
      }
      name += `.${next}`
    }
  }

  private dottedAlias(): ast.Alias | null {
    return this.alias(this.dottedName)
  }

  private alias(rule: () => string | null): ast.Alias | null {
    const start = this.pos
    const name = rule.call(this)
    if (name === null) return null
    const mark = this.pos
    const asname = this.accept(T.AS) ? this.name() : null
    if (asname === null) this.backTo(mark)
    return { ...this.span(start), kind: 'alias', name, asname }
  }

  private importFrom(): ast.ImportFrom | null {
    const start = this.pos++
    let level = 0
    while (this.at(T.DOT) || this.at(T.ELLIPSIS)) {
      level += this.at(T.DOT) ? 1 : 3
      this.pos++
    }
    const module = this.dottedName()
    if ((module === null && level === 0) || !this.accept(T.IMPORT)) return this.backTo(start)
    const names = this.importFromTargets()
    if (names === null) return this.backTo(start)
    if (module === '__future__' && level === 0) {
      if (names.some((alias) => alias.name === 'barry_as_FLUFL')) this.barryAsFlufl = true
    }
    return { ...this.span(start), kind: 'ImportFrom', module, names, level }
  }

  private importFromTargets(): ast.Alias[] | null {
    const start = this.pos
    if (this.accept(T.LPAR)) {
      const names = this.importFromNames()
      if (names !== null) {
        this.accept(T.COMMA)
        if (this.accept(T.RPAR)) return names
      }
      return this.backTo(start)
    }
    if (this.accept(T.STAR)) return [{ ...this.span(start), kind: 'alias', name: '*', asname: null }]
    const names = this.importFromNames()
    if (names !== null && !this.at(T.COMMA)) return names
    this.touch()
    this.backTo(start)
    if (this.diagnosing) this.invalidImportFromNames()
    return null
  }

  importFromNames(): ast.Alias[] | null {
    const names = this.gather(this.nameAlias, false)
    return names.length === 0 ? null : names
  }

  private nameAlias(): ast.Alias | null {
    return this.alias(this.name)
  }
}

function isSingleTarget(node: ast.Expr): node is ast.Name | ast.Attribute | ast.Subscript {
  return node.kind === 'Name' || node.kind === 'Attribute' || node.kind === 'Subscript'
}
