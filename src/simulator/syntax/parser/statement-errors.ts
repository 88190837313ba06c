// Statements that are wrong in a way that has a message of its own.
//
// As in errors.ts: each method throws when it recognises its mistake, and otherwise goes back to where it began.
// In CPython: the rules named invalid_… for statements in Grammar/python.gram.

import type * as ast from '../ast.ts'
import * as T from '../tokens.ts'
import { expressionName } from './invalid-targets.ts'
import { Patterns } from './patterns.ts'

export abstract class StatementErrors extends Patterns {
  abstract block(): ast.Stmt[] | null
  abstract exceptBlock(): ast.ExceptHandler | null
  abstract exceptStarBlock(): ast.ExceptHandler | null
  abstract dottedName(): string | null
  abstract importFromNames(): ast.Alias[] | null
  abstract augmentedOperator(): ast.Operator | null

  // ---- Blocks ----

  /**
   * The beginning of a compound statement: `head` reads it up to where the colon belongs. Complains when the line
   * ends there, or when no block follows. `what` names the statement; `keyword` is its token.
   */
  invalidHead(head: () => unknown, what: string, keyword = this.pos): void {
    const mark = this.pos
    const found = head.call(this)
    if (found !== null && found !== false) {
      if (this.accept(T.NEWLINE)) this.raise("expected ':'")
      this.invalidIndent(what, keyword)
    }
    this.backTo(mark)
  }

  /** At the colon: complains when no block follows. */
  invalidIndent(what: string, keyword: number): void {
    const mark = this.pos
    if (this.accept(T.COLON) && this.accept(T.NEWLINE) && !this.accept(T.INDENT)) {
      const line = this.lines[keyword] as number
      this.raiseIndentation(`expected an indented block after ${what} on line ${line}`)
    }
    this.backTo(mark)
  }

  invalidBlock(): void {
    const mark = this.pos
    if (this.accept(T.NEWLINE) && !this.accept(T.INDENT)) this.raiseIndentation('expected an indented block')
    this.backTo(mark)
  }

  // ---- Assignments ----

  invalidAssignment(): void {
    const mark = this.pos
    const display = this.annotatedDisplay()
    if (display !== null && this.accept(T.COLON) && this.expression() !== null) {
      this.raiseAt(display, `only single target (not ${display.kind.toLowerCase()}) can be annotated`)
    }
    this.backTo(mark)

    const first = this.starNamedExpression()
    if (first !== null && this.accept(T.COMMA)) {
      while (this.gather(this.starNamedExpression, true).length > 0);
      if (this.accept(T.COLON) && this.expression() !== null) {
        this.raiseAt(first, 'only single target (not tuple) can be annotated')
      }
    }
    this.backTo(mark)

    const target = this.expression()
    if (target !== null && this.accept(T.COLON) && this.expression() !== null) {
      this.raiseAt(target, 'illegal target for annotation')
    }
    this.backTo(mark)

    this.targetsAndEquals()
    const rest = this.pos
    const assigned = this.starExpressions()
    if (assigned !== null && this.accept(T.EQUAL)) {
      this.raiseInvalidTarget('assign', assigned)
      this.backTo(mark)
      return
    }
    this.backTo(rest)
    const yielded = this.yieldExpression()
    if (yielded !== null && this.accept(T.EQUAL)) {
      this.raiseAt(yielded, 'assignment to yield expression not possible')
    }
    this.backTo(mark)

    const augmented = this.starExpressions()
    if (augmented !== null && this.augmentedOperator() !== null && this.annotatedRhs() !== null) {
      this.raiseAt(
        augmented,
        `'${expressionName(augmented)}' is an illegal expression for augmented assignment`,
      )
    }
    this.backTo(mark)
  }

  /** A list or tuple where an annotation may follow, in any number of parentheses. */
  private annotatedDisplay(): ast.Expr | null {
    const mark = this.pos
    if (!this.at(T.LPAR) && !this.at(T.LSQB)) return null
    const place = this.token(mark)
    const node = this.atom()
    const whole = node !== null && node.lineno === place.lineno && node.col_offset === place.col_offset
    if (whole && (node.kind === 'List' || node.kind === 'Tuple')) return node
    this.backTo(mark)
    if (!this.accept(T.LPAR)) return null
    const inner = this.annotatedDisplay()
    return inner !== null && this.accept(T.RPAR) ? inner : this.backTo(mark)
  }

  private targetsAndEquals(): void {
    for (;;) {
      const mark = this.pos
      if (this.starTargets() === null || !this.accept(T.EQUAL)) {
        this.backTo(mark)
        return
      }
    }
  }

  invalidDelete(): void {
    const mark = this.pos++
    const targets = this.starExpressions()
    if (targets !== null) this.raiseInvalidTarget('delete', targets)
    this.backTo(mark)
  }

  // ---- Imports ----

  invalidImport(): void {
    const mark = this.pos
    if (!this.accept(T.IMPORT)) return
    if (this.gather(this.dottedName, false).length > 0) {
      if (this.accept(T.FROM) && this.dottedName() !== null) {
        this.raiseFrom(this.token(mark), "Did you mean to use 'from ... import ...' instead?")
      }
    } else if (this.accept(T.NEWLINE)) {
      this.raiseFrom(this.token(mark + 1), "Expected one or more names after 'import'")
    }
    this.backTo(mark)
  }

  invalidImportFromNames(): void {
    const mark = this.pos
    if (this.importFromNames() !== null && this.accept(T.COMMA) && this.accept(T.NEWLINE)) {
      this.raise('trailing comma not allowed without surrounding parentheses')
    }
    this.backTo(mark)
    if (this.accept(T.NEWLINE)) {
      this.raiseFrom(this.token(mark), "Expected one or more names after 'import'")
    }
  }

  // ---- with ----

  private withItemLoosely(rule: () => ast.Expr | null): true | null {
    if (rule.call(this) === null) return null
    const mark = this.pos
    if (!this.accept(T.AS) || this.starTarget() === null) this.backTo(mark)
    return true
  }

  private withItemsLoosely(): true | null {
    const items = this.gather(() => this.withItemLoosely(this.expression), false)
    return items.length > 0 ? true : null
  }

  private parenthesizedItemsLoosely(): boolean {
    if (!this.accept(T.LPAR)) return false
    if (this.gather(() => this.withItemLoosely(this.expressions), false).length === 0) return false
    this.accept(T.COMMA)
    return this.accept(T.RPAR)
  }

  /** At `with` or `async with`. */
  invalidWithIndent(): void {
    const mark = this.pos
    this.accept(T.ASYNC)
    const keyword = this.pos
    if (this.accept(T.WITH)) {
      for (const items of [this.withItemsLoosely, this.parenthesizedItemsLoosely]) {
        if (items.call(this)) this.invalidIndent("'with' statement", keyword)
        this.backTo(keyword + 1)
      }
    }
    this.backTo(mark)
  }

  invalidWith(): void {
    const mark = this.pos
    this.accept(T.ASYNC)
    if (this.accept(T.WITH)) {
      const start = this.pos
      for (const items of [this.withItemsLoosely, this.parenthesizedItemsLoosely]) {
        if (items.call(this) && this.accept(T.NEWLINE)) this.raise("expected ':'")
        this.backTo(start)
      }
    }
    this.backTo(mark)
  }

  invalidWithItem(): void {
    const mark = this.pos
    if (this.expression() !== null && this.accept(T.AS)) {
      const target = this.expression()
      if (target !== null && (this.at(T.COMMA) || this.at(T.RPAR) || this.at(T.COLON))) {
        this.raiseInvalidTarget('assign', target)
      }
    }
    this.backTo(mark)
  }

  // ---- try ----

  invalidTry(): void {
    const mark = this.pos++
    this.invalidIndent("'try' statement", mark)
    if (this.accept(T.COLON)) {
      const start = this.pos
      if (this.block() !== null && !this.at(T.EXCEPT) && !this.at(T.FINALLY)) {
        this.touch()
        this.raise("expected 'except' or 'finally' block")
      }
      this.backTo(start)
      this.invalidMixture(this.exceptBlock, true)
      this.backTo(start)
      this.invalidMixture(this.exceptStarBlock, false)
    }
    this.backTo(mark)
  }

  /** Handlers of one kind and then one of the other, which is `except*` or not. */
  private invalidMixture(handler: () => ast.ExceptHandler | null, star: boolean): void {
    while (this.attempt(this.block) !== null);
    let count = 0
    while (this.attempt(handler) !== null) count++
    const keyword = this.pos
    if (count === 0 || !this.accept(T.EXCEPT)) return
    const last = star ? this.pos : keyword
    if (star && !this.accept(T.STAR)) return
    const typed = this.attempt(this.expression) !== null
    if (star && !typed) return
    if (typed) this.asName()
    if (this.accept(T.COLON)) {
      const msg = "cannot have both 'except' and 'except*' on the same 'try'"
      this.raiseRange(this.token(keyword), this.token(last), msg)
    }
  }

  private asName(): void {
    const mark = this.pos
    if (!this.accept(T.AS) || this.name() === null) this.backTo(mark)
  }

  invalidExceptIndent(star: boolean): void {
    const mark = this.pos
    if (!this.accept(T.EXCEPT) || (star && !this.accept(T.STAR))) {
      this.backTo(mark)
      return
    }
    const start = this.pos
    const what = star ? "'except*' statement" : "'except' statement"
    if (this.expression() !== null) {
      this.asName()
      this.invalidIndent(what, mark)
    }
    this.backTo(start)
    if (!star) this.invalidIndent(what, mark)
    this.backTo(mark)
  }

  invalidExcept(): void {
    const mark = this.pos
    if (!this.accept(T.EXCEPT)) return
    const star = this.accept(T.STAR)
    const start = this.pos
    const type = this.expression()
    if (type !== null) {
      if (this.accept(T.COMMA) && this.expressions() !== null) {
        this.asName()
        if (this.accept(T.COLON)) this.raiseFrom(type, 'multiple exception types must be parenthesized')
      }
      this.backTo(start)
      this.expression()
      this.asName()
      if (this.accept(T.NEWLINE)) this.raise("expected ':'")
    }
    this.backTo(start)
    if (!star && this.accept(T.NEWLINE)) this.raise("expected ':'")
    if (star && (this.accept(T.NEWLINE) || this.accept(T.COLON))) {
      this.raise('expected one or more exception types')
    }
    this.backTo(mark)
  }
}
